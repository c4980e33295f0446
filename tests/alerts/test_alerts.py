"""People are told once of a problem, once when it is over, once a day of all; what failed is sent again."""

from __future__ import annotations

import json
import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import TYPE_CHECKING, Any

import pytest
from scrapy.settings import Settings

from newscrawler.alerts.alerts import Alerts
from newscrawler.alerts.channels import Channels
from newscrawler.alerts.message import digest, over, problem
from newscrawler.exceptions import WrongArgument
from newscrawler.ledger import open_ledger
from newscrawler.ledger.health_memory import AlarmRow
from tests.defaults import DEFAULTS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from newscrawler.ledger import Ledger

# one of apprise's services imports it
pytestmark = pytest.mark.filterwarnings("ignore:'imghdr' is deprecated:DeprecationWarning")
NOW = datetime.now(UTC).replace(hour=12, minute=0, second=0, microsecond=0)
ROW = AlarmRow("tass", "a", "headline", NOW, "headline: gone", 1e-5, ["https://example.org/1"], NOW, "run")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    ledger = open_ledger(Settings({**DEFAULTS, "OUTPUT_DIR": str(tmp_path / "output")}), "tass")
    yield ledger
    ledger.close()


def alerts(tmp_path: Path, **settings: Any) -> Alerts:
    command = f"cat >> {tmp_path / 'told'}; echo >> {tmp_path / 'told'}"
    return Alerts.of(Settings({**DEFAULTS, "ALERTS_COMMAND": command, **settings}))


def told(tmp_path: Path) -> list[dict[str, Any]]:
    path = tmp_path / "told"
    return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []


def test_each_problem_is_told_once_and_once_when_it_is_over(ledger: Ledger, tmp_path: Path) -> None:
    who = alerts(tmp_path)
    ledger.health.write_alarms([ROW])
    for _ in range(3):
        who.tell(ledger.health, NOW)
    assert [(message["event"], message["title"]) for message in told(tmp_path)] == [
        ("problem", "tass: headline")
    ]
    assert "save one as a page: scrapy savepage https://example.org/1" in told(tmp_path)[0]["text"]
    ledger.health.write_alarms([replace(ROW, told=NOW, over=NOW), replace(ROW, subject="body")])
    for _ in range(3):
        who.tell(ledger.health, NOW)
    assert [message["title"] for message in told(tmp_path)[1:]] == ["tass: body", "tass: over: headline"]
    assert told(tmp_path)[2]["alarms"][0]["over"] == NOW.isoformat()


def test_what_nobody_took_is_sent_again_unless_it_is_over(ledger: Ledger, tmp_path: Path) -> None:
    ledger.health.write_alarms([ROW, replace(ROW, subject="body", over=NOW)])
    alerts(tmp_path, ALERTS_COMMAND="exit 3").tell(ledger.health, NOW)
    alerts(tmp_path, ALERTS_COMMAND="sleep 9", ALERTS_TIMEOUT=0.1).tell(ledger.health, NOW)
    alerts(tmp_path).tell(ledger.health, NOW)
    assert [message["title"] for message in told(tmp_path)] == ["tass: headline"]


def test_one_digest_a_day(ledger: Ledger, tmp_path: Path) -> None:
    who = alerts(tmp_path, ALERTS_DIGEST="07:00")
    record = {"id": "1", "start": NOW.isoformat(), "end": NOW.isoformat(), "new": 7}
    ledger.save_run(record, ended=True)
    ledger.health.write_alarms([replace(ROW, told=NOW)])
    for hours in (0, 1, 18, 20, 21):
        who.tell(ledger.health, NOW + timedelta(hours=hours))
    digests = told(tmp_path)
    assert [message["title"] for message in digests] == ["1 site, 1 alarm open"] * 2
    assert "tass: 7 new articles in 1 run" in digests[0]["text"]
    assert "tass: headline: gone, since " in digests[0]["text"]


def test_apprise_posts_to_a_hook_and_its_secret_is_not_logged(caplog: pytest.LogCaptureFixture) -> None:
    got: list[dict[str, Any]] = []

    class Hook(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            got.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Hook) as server:
        thread = threading.Thread(target=server.handle_request, daemon=True)
        thread.start()
        url = f"json://user:s3cret@127.0.0.1:{server.server_port}/"
        channels = Channels.of(Settings({**DEFAULTS, "ALERTS": url}))
        assert channels.send(problem("tass", [ROW]))
        thread.join()
    assert got[0]["title"] == "newscrawler: tass: headline"
    assert got[0]["message"].startswith("headline: gone, since ")
    assert not channels.send(problem("tass", [ROW]))
    assert "URL number 1 has not taken the message" in caplog.text
    assert "s3cret" not in "".join(r.getMessage() for r in caplog.records if r.name.startswith("newscrawler"))


@pytest.mark.parametrize("wrong", [{"ALERTS": "nothing://x"}, {"ALERTS_DIGEST": "noon"}])
def test_wrong_settings_end_the_crawl_before_it_begins(wrong: dict[str, str]) -> None:
    with pytest.raises(WrongArgument, match=next(iter(wrong))):
        Alerts.of(Settings({**DEFAULTS, **wrong}))


def test_without_channels_nothing_is_read() -> None:
    Alerts.of(Settings(DEFAULTS)).tell(None)  # type: ignore[arg-type]


def test_words() -> None:
    assert over("tass", [replace(ROW, over=NOW)]).text.startswith(
        "headline: as before, or usual by now; it lasted from "
    )
    assert digest([], []).text == ""
