"""Serve a newsroom until interrupted: ``python -m tests.newsroom --layout today --port 8080``."""

from __future__ import annotations

import argparse
import signal
import threading

from tests.newsroom.server import Newsroom


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.newsroom", description=__doc__)
    parser.add_argument("--layout", default="today", choices=["today", "older", "plain", "feeds", "scripted"])
    parser.add_argument("--port", type=int, default=0, help="0: any free port")
    parser.add_argument("--host", default="127.0.0.1", choices=["127.0.0.1", "127.0.0.2", "127.0.0.3"])
    parser.add_argument(
        "--epoch", type=int, default=0, help="0 to 2: later epochs have edits and withdrawals"
    )
    parser.add_argument("--latency", type=float, default=0.0, help="seconds before each answer")
    parser.add_argument("--page-size", type=int, default=5, help="stories in one answer of a listing")
    options = vars(parser.parse_args())
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    with Newsroom(**options) as newsroom:
        print(f"serving {newsroom.base_url} ({len(newsroom.articles)} articles)", flush=True)
        stop.wait()


if __name__ == "__main__":
    main()
