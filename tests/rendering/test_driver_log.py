"""What asyncio logs of a driver that is killed is left out, and nothing else."""

from __future__ import annotations

import logging

import pytest

from newscrawler.rendering.launch import is_worth_logging


@pytest.mark.parametrize(
    ("message", "is_logged"),
    [
        (
            "Exception in callback <function Connection.send_message_to_server.<locals>.on_done>",
            False,
        ),
        (
            "Task exception was never retrieved\nfuture: <Task coro=<Connection.initialize_playwright()>",
            False,
        ),
        (
            (
                "Future exception was never retrieved\n"
                "future: <Future exception=Exception('Connection closed while reading from the driver')>"
            ),
            False,
        ),
        ("Exception in callback <function another.<locals>.on_done>", True),
        ("Task was destroyed but it is pending!", True),
    ],
)
def test_a_callback_of_playwrights(message: str, is_logged: bool) -> None:
    record = logging.LogRecord("asyncio", logging.ERROR, __file__, 1, message, None, None)
    assert is_worth_logging(record) is is_logged
