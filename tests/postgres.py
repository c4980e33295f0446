"""A PostgreSQL of the tests' own, on loopback, gone when they end; ``FLEET_TEST_DSN`` names another to be used."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

PROGRAMS = ("initdb", "pg_ctl")


def _as_user() -> list[str]:
    """The server refuses to run as root: another user runs it."""
    if os.geteuid() != 0:
        return []
    for name in ("postgres", "nobody"):
        try:
            user = pwd.getpwnam(name)
        except KeyError:
            continue
        if shutil.which("setpriv"):
            return ["setpriv", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups"]
    pytest.skip(
        "PostgreSQL does not run as root: run the tests as another user, or install setpriv (util-linux)"
    )


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """An SQLAlchemy address of an empty database."""
    if given := os.environ.get("FLEET_TEST_DSN"):
        yield given
        return
    if missing := [name for name in PROGRAMS if not shutil.which(name)]:
        pytest.skip(f"no {', '.join(missing)} on PATH: install PostgreSQL or set FLEET_TEST_DSN")
    as_user = _as_user()
    folder = Path(tempfile.mkdtemp(prefix="newscrawler-postgres-", dir="/tmp"))
    if as_user:
        user = pwd.getpwuid(int(as_user[1].partition("=")[2]))
        os.chown(folder, user.pw_uid, user.pw_gid)
    data, port = folder / "data", _free_port()

    def run(*command: str) -> None:
        subprocess.run(
            [*as_user, *command],
            check=True,
            cwd=folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.STDOUT,
            timeout=60,
        )

    run("initdb", "-D", str(data), "-U", "crawler", "-A", "trust", "-E", "UTF8", "--no-sync", "--locale=C")
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off"
    run("pg_ctl", "-D", str(data), "-w", "-l", str(folder / "log"), "-o", options, "start")
    try:
        yield f"postgresql+psycopg://crawler@127.0.0.1:{port}/postgres"
    finally:
        run("pg_ctl", "-D", str(data), "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)
