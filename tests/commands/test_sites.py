"""The declared sites as a table and as JSON, by country, language, kind, and by whether they are due."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from scrapy.settings import Settings

from newscrawler.commands import sites
from newscrawler.commands.site_options import declared_sites
from newscrawler.exceptions import WrongArgument
from newscrawler.settings import CADENCE
from tests.commands.sites_folder import write_sites

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.syspath_prepend(tmp_path)
    ago = datetime.now(UTC) - timedelta(minutes=10)
    runs = [
        {"site": "gazette", "start": "2026-11-28T10:00:00+00:00", "exit_code": 1, "new": 0},
        {"site": "gazette", "start": ago.isoformat(), "exit_code": 3, "new": 12},
    ]
    (tmp_path / "runs.jsonl").write_text(
        "".join(json.dumps(run) + "\n" for run in runs) + '{"site": "le_soir"'
    )
    return Settings(
        {
            "SPIDER_MODULES": [write_sites(tmp_path)], "OUTPUT_DIR": str(tmp_path), "CADENCE": CADENCE,
            "SPIDER_LOADER_CLASS": "newscrawler.publication.site_loader.SiteLoader",
        }
    )  # fmt: skip


def run(settings: Settings, *arguments: str) -> int:
    command = sites.Command()
    command.settings = settings
    parser = ArgumentParser(conflict_handler="resolve")
    command.add_options(parser)
    opts, names = parser.parse_known_args([*arguments])
    command.run(names, opts)
    return command.exitcode


def shown(settings: Settings, capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    assert run(settings, *arguments) == 0
    return capsys.readouterr().out.splitlines()


def test_a_table_of_all(settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    head, *rows = shown(settings, capsys)
    assert head.split()[:3] == ["site", "name", "country"]
    assert [row.split()[0] for row in rows] == ["depesche", "gazette", "le_soir"]
    assert "unhealthy" in rows[1]
    assert "never" in rows[0]
    assert rows[0].endswith("due")
    assert not rows[1].endswith("due")


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        (["--country", "de,be"], ["depesche", "le_soir"]),
        (["--language", "fr"], ["le_soir"]),
        (["--kind", "agency"], ["depesche"]),
        (["--due"], ["depesche", "le_soir"]),
        (["gazette", "le_soir"], ["gazette", "le_soir"]),
        (["--country", "de", "--kind", "agency"], ["depesche"]),
    ],
)
def test_a_choice(
    settings: Settings, capsys: pytest.CaptureFixture[str], arguments: list[str], names: list[str]
) -> None:
    lines = shown(settings, capsys, "--json", *arguments)
    assert [json.loads(line)["site"] for line in lines] == names


def test_what_is_known_of_a_site(settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    (line,) = shown(settings, capsys, "--json", "gazette")
    facts: dict[str, Any] = json.loads(line)
    assert (facts["title"], facts["country"], facts["every"], facts["exit_code"]) == (
        "The Gazette",
        "GB",
        "1h",
        3,
    )
    assert facts["due"] is False


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["gazete"], "no site 'gazete'; did you mean gazette?"),
        (["--country", "fr"], "--country=FR: no site is; there are: BE, DE, GB"),
        (["--kind", "daily"], "--kind=daily: no site is"),
    ],
)
def test_what_there_is_not(
    settings: Settings, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    assert run(settings, *arguments) == 2
    assert said in capsys.readouterr().err


def test_a_cadence_that_is_none(settings: Settings) -> None:
    settings.set("CADENCE", "often")
    with pytest.raises(WrongArgument, match="CADENCE: 'often' is not an interval"):
        declared_sites(settings)
