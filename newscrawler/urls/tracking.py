"""Tracking: what advertising, mailing and statistics services, and the sessions of visitors, add to a URL."""

import re

TRACKING_PREFIXES = ("utm_", "mtm_", "hsa_", "__hs", "vero_")
"""A parameter that starts so belongs to a mailing or advertising service."""

# In this order: search adverts, social networks, advert networks, mailings, web statistics, viewers.
_TRACKERS = """
gclid gclsrc dclid gbraid wbraid gad_source gad_campaignid srsltid _ga _gac _gl msclkid yclid ysclid yadclid
_openstat fbclid fb_action_ids fb_action_types fb_source fb_ref fb_comment_id igshid igsh twclid ttclid
li_fat_id epik irclickid dicbo tblci obclid rb_clickid rb_clid s_kwcid ef_id wickedid _branch_match_id
_branch_referrer cmpid mc_cid mc_eid mkt_tok _hsenc _hsmi hsctatracking oly_enc_id oly_anon_id dm_i
ml_subscriber ml_subscriber_hash ck_subscriber_id _bta_tid _bta_c _ke _kx pk_campaign pk_cpn pk_keyword
pk_kwd pk_source pk_medium pk_content pk_cid piwik_campaign piwik_kwd piwik_keyword xtor at_medium
at_campaign at_campaign_type at_link_id at_link_type at_link_origin at_format at_ptr_name at_bbc_team
at_custom1 at_custom2 at_custom3 at_custom4 ns_mchannel ns_source ns_campaign ns_linkname ns_fee wt_mc
wt_zmc guccounter guce_referrer guce_referrer_sig soc_src soc_trk __twitter_impression amp_js_v amp_gsa usqp
"""
TRACKING_PARAMETERS = frozenset(_TRACKERS.split())
"""Whole names, in any case, by which no site routes.

``cid``, ``ref``, ``source``, ``from``, ``id`` and their like stay: a parameter too many costs one request,
one too few costs an article.
"""


def is_tracking(pair: str) -> bool:
    """Tell whether a pair ``name=value`` of a query says only how a reader came to the page."""
    name = pair.partition("=")[0].lower()
    return name in TRACKING_PARAMETERS or name.startswith(TRACKING_PREFIXES)


_SESSIONS = frozenset(
    {"phpsessid", "jsessionid", "sessionid", "session_id", "sessid", "zenid", "oscsid", "cfid", "cftoken"}
)
_MAYBE_SESSION = frozenset({"sid", "s", "session"})
_TOKEN = re.compile(r"(?=[a-z-]*\d)(?=[\d-]*[a-z])[0-9a-z-]{16,}\Z", re.IGNORECASE)
_SESSION_IN_PATH = re.compile(r";(?:jsessionid|phpsessid|sid)=[^/?#;]*", re.IGNORECASE)


def is_session(pair: str) -> bool:
    """Tell whether a pair ``name=value`` of a query names a visitor's session; ``sid=12345`` names a story.

    >>> is_session("PHPSESSID=1a2b"), is_session("sid=0a1b2c3d4e5f60718293"), is_session("sid=12345")
    (True, True, False)
    """
    name, _, value = pair.partition("=")
    name = name.lower()
    return name in _SESSIONS or (name in _MAYBE_SESSION and _TOKEN.match(value) is not None)


def without_session(path: str) -> str:
    """Return a path without the session that some servers write into it.

    >>> without_session("/a/1;jsessionid=0A1B2C3D4E5F60718293/b"), without_session("/a;x=1")
    ('/a/1/b', '/a;x=1')
    """
    return _SESSION_IN_PATH.sub("", path) if ";" in path else path
