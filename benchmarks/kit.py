"""A site in TASS's markup, made, served and scored by tools outside of the repository (``--kit FOLDER``)."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.paper import pin

if TYPE_CHECKING:
    from contextlib import ExitStack


class KitSite:
    """A site of the kit in ``folder``; its listings are JSON, as TASS's are."""

    def __init__(self, kit: Path, articles: int, stack: ExitStack) -> None:
        self._tools, self._stack = kit.resolve() / "site", stack
        self.folder = Path(stack.enter_context(tempfile.TemporaryDirectory())) / "site"
        with socket.socket() as listener:
            listener.bind(("127.0.0.1", 0))
            self._port = str(listener.getsockname()[1])
        self.url = f"http://127.0.0.1:{self._port}"
        options = {
            "--n": str(articles),
            "--layout": "tass2",
            "--lists": "api",
            "--base-url": self.url,
            "--workers": "1",
        }
        self.run("build.py", self.folder, *(part for option in options.items() for part in option))
        self._server: subprocess.Popen[str] | None = None

    def run(self, *command: Any) -> str:
        """Run a tool of the kit; what it prints."""
        return subprocess.run(
            [sys.executable, *command], cwd=self._tools, check=True, capture_output=True, text=True
        ).stdout

    def serve(self, faults: float = 0.0, core: int | None = None) -> None:
        """Serve the site, with a share of articles that misbehave, instead of how it was served before."""
        if self._server is not None:
            self._server.terminate()
            self._server.wait(10)
        command = (sys.executable, self._tools / "serve.py", self.folder, "--port", self._port)
        self._server = self._stack.enter_context(
            subprocess.Popen(
                [*map(str, command), "--faults", str(faults), "--max-seconds", "3600"],
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
            )
        )
        self._stack.callback(self._server.terminate)
        if core is not None:
            pin(core, self._server.pid)
        assert self._server.stdout
        assert "ready" in self._server.stdout.readline()

    def urls(self) -> list[str]:
        """Return the articles that listings lead to."""
        lines = (self.folder / "manifest.jsonl").read_text("utf-8").splitlines()
        return [
            article["url"]
            for article in map(json.loads, lines)
            if article["listed"] and not article["from_epoch"]
        ]
