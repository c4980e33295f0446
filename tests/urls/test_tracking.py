"""Tracking and sessions: each parameter that says only how a reader came."""

from __future__ import annotations

import pytest

from newscrawler.urls.tracking import is_session, is_tracking, without_session

TRACKERS = [
    "gclid",
    "gclsrc",
    "dclid",
    "gbraid",
    "wbraid",
    "gad_source",
    "gad_campaignid",
    "srsltid",
    "_ga",
    "_gac",
    "_gl",
    "msclkid",
    "yclid",
    "ysclid",
    "yadclid",
    "_openstat",
    "fbclid",
    "fb_action_ids",
    "fb_action_types",
    "fb_source",
    "fb_ref",
    "fb_comment_id",
    "igshid",
    "igsh",
    "twclid",
    "ttclid",
    "li_fat_id",
    "epik",
    "irclickid",
    "dicbo",
    "tblci",
    "obclid",
    "rb_clickid",
    "rb_clid",
    "s_kwcid",
    "ef_id",
    "wickedid",
    "_branch_match_id",
    "_branch_referrer",
    "cmpid",
    "mc_cid",
    "mc_eid",
    "mkt_tok",
    "_hsenc",
    "_hsmi",
    "hsctatracking",
    "oly_enc_id",
    "oly_anon_id",
    "dm_i",
    "ml_subscriber",
    "ml_subscriber_hash",
    "ck_subscriber_id",
    "_bta_tid",
    "_bta_c",
    "_ke",
    "_kx",
    "pk_campaign",
    "piwik_campaign",
    "xtor",
    "at_medium",
    "at_campaign",
    "ns_mchannel",
    "ns_campaign",
    "wt_mc",
    "wt_zmc",
    "guccounter",
    "guce_referrer",
    "soc_src",
    "soc_trk",
    "amp_js_v",
    "amp_gsa",
    "usqp",
    "utm_source",
    "utm_x",
    "mtm_campaign",
    "hsa_acc",
    "__hstc",
    "__hssc",
    "vero_id",
]


@pytest.mark.parametrize("name", TRACKERS)
def test_it_says_how_a_reader_came(name: str) -> None:
    assert is_tracking(f"{name}=1")
    assert is_tracking(name.upper())


@pytest.mark.parametrize(
    "name", ["id", "cid", "ref", "source", "from", "p", "utm", "mtm", "ga", "gl", "x_utm_source"]
)
def test_it_may_name_a_story(name: str) -> None:
    assert not is_tracking(f"{name}=1")


@pytest.mark.parametrize(
    "name",
    ["PHPSESSID", "jsessionid", "sessionid", "session_id", "sessid", "zenid", "oscsid", "cfid", "CFTOKEN"],
)
def test_a_session(name: str) -> None:
    assert is_session(f"{name}=1")
    assert is_session(name)


@pytest.mark.parametrize("name", ["sid", "s", "session", "SID"])
def test_a_session_by_its_token(name: str) -> None:
    assert is_session(f"{name}=0a1b2c3d4e5f6071")
    assert is_session(f"{name}=0a1b2c3d-4e5f-6071")
    for value in ("0a1b2c3d4e5f607", "1234567890123456", "abcdefghijklmnop", "0a1b2c3d4e5f607_", ""):
        assert not is_session(f"{name}={value}")
    assert not is_session(f"x{name}=0a1b2c3d4e5f6071")


@pytest.mark.parametrize("name", ["jsessionid", "PHPSESSID", "sid"])
def test_a_session_in_a_path(name: str) -> None:
    assert without_session(f"/a/1;{name}=0A1B/b") == "/a/1/b"
    assert without_session(f"/a/1;{name}=;x=1") == "/a/1;x=1"
    assert without_session(f"/a/1;x{name}=1") == f"/a/1;x{name}=1"
