"""What the commands say of themselves, and how each refuses what it cannot do, without a crawl."""

from __future__ import annotations

import asyncio
from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING, Any

import pytest
from scrapy.exceptions import UsageError
from scrapy.http import HtmlResponse
from scrapy.settings import Settings
from twisted.internet.defer import Deferred

from newscrawler.commands import crawl, doctor, endpoints, explain
from newscrawler.commands.ended_crawl import error_of
from newscrawler.extract import read_page
from newscrawler.rendering.rendering import Rendering

if TYPE_CHECKING:
    from scrapy.commands import ScrapyCommand

PAGE = b"""<html lang=en><title>Bridge opens</title><meta property="og:type" content="article">
<article><h1>Bridge opens</h1><p>The bridge over the Lesser Ouse opened on Friday, the town said.</p>
<p>It had been closed since autumn, and the ferry ran every hour, in the dark as well.</p></article></html>"""


def with_settings(command: ScrapyCommand) -> Any:
    command.settings = Settings()
    return command


@pytest.mark.parametrize("module", [doctor, endpoints, explain])
def test_each_names_its_arguments_and_itself(module: Any) -> None:
    command = module.Command()
    assert command.syntax()
    assert command.short_desc()[0].isupper()
    parser = ArgumentParser(conflict_handler="resolve")
    with_settings(command).add_options(parser)
    assert "--" in parser.format_help()


def test_the_help_of_crawl_names_every_exit_code() -> None:
    text = crawl.Command().long_desc()
    assert all(f"{code} " in text for code in (0, 1, 2, 3, 75))


@pytest.mark.parametrize(
    ("module", "arguments"),
    [(doctor, ["tass"]), (endpoints, []), (endpoints, ["a", "b"]), (explain, []), (explain, ["a", "b"])],
)
def test_wrong_arguments_are_answered_with_the_right_ones(module: Any, arguments: list[str]) -> None:
    with pytest.raises(UsageError, match=r"scrapy \w+ "):
        with_settings(module.Command()).run(arguments, Namespace())


def test_a_url_that_cannot_be_asked_for_ends_endpoints_with_one_line(
    capsys: pytest.CaptureFixture[str],
) -> None:
    command = with_settings(endpoints.Command())
    command.run(["http://[::1"], Namespace())
    assert command.exitcode == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


async def test_what_ended_a_crawl_is_found_in_a_task_and_in_a_deferred() -> None:
    error = ValueError("x")

    async def fail() -> None:
        raise error

    task = asyncio.ensure_future(fail())
    await asyncio.wait([task])
    deferred: Deferred[None] = Deferred()
    deferred.errback(error)
    assert error_of(task) is error
    assert error_of(deferred) is error
    deferred.addErrback(lambda _: None)
    assert error_of(Deferred()) is None


def test_rows_of_a_rendered_page() -> None:
    body = b"<html><a class=row href=/1>One</a><a class=row href=/2>Two</a><a href=/3>Three</a></html>"
    response = HtmlResponse("https://times.example/news/", body=body)
    assert endpoints.rows_of(response, Rendering(rows="a.row")) == [
        ("https://times.example/1", "One"),
        ("https://times.example/2", "Two"),
    ]


def test_a_reading_is_shown_with_its_sources(capsys: pytest.CaptureFixture[str]) -> None:
    explain.show(read_page(PAGE, "https://times.example/bridge", explain=True))
    shown = capsys.readouterr().out
    assert "Bridge opens" in shown
    assert "headline" in shown


def test_a_long_value_is_cut_with_its_length() -> None:
    assert explain._short("a" * 500).endswith("… (500 characters)")
    assert explain._short("a\n\nb\nc") == "a ¶ b c"
