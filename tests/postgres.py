"""A PostgreSQL of the tests' own, on loopback, gone when they end; ``FLEET_TEST_DSN`` names another to be
used."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, make_url, text

if TYPE_CHECKING:
    from collections.abc import Iterator

PROGRAMS = ("initdb", "pg_ctl")


class NoPostgres(Exception):
    """This machine cannot run one; the message says what is missing."""


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
    msg = "PostgreSQL does not run as root: run the tests as another user, or install setpriv (util-linux)"
    raise NoPostgres(msg)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class Server:
    """A server with data of its own; it keeps its port and data while it is stopped."""

    def __init__(self, *, durable: bool = False, address: str = "") -> None:
        """Start one.

        :param durable: with fsync.
        :param address: where it listens beside loopback.
        """
        self._addresses = ",".join(filter(None, ("127.0.0.1", address)))
        if missing := [name for name in PROGRAMS if not shutil.which(name)]:
            msg = f"no {', '.join(missing)} on PATH: install PostgreSQL or set FLEET_TEST_DSN"
            raise NoPostgres(msg)
        self._as_user = _as_user()
        self._fsync = "on" if durable else "off"
        self._folder = Path(tempfile.mkdtemp(prefix="newscrawler-postgres-", dir="/tmp"))
        if self._as_user:
            user = pwd.getpwuid(int(self._as_user[1].partition("=")[2]))
            os.chown(self._folder, user.pw_uid, user.pw_gid)
        self.port = _free_port()
        self.url = f"postgresql+psycopg://crawler@127.0.0.1:{self.port}/postgres"
        self._run("initdb", "-U", "crawler", "-A", "trust", "-E", "UTF8", "--no-sync", "--locale=C")
        if address:
            with (self._folder / "data" / "pg_hba.conf").open("a") as rules:
                rules.write(f"host all all {address}/30 trust\n")
        try:
            self.start()
        except BaseException:  # pg_ctl gave up waiting: its server goes on
            self._run("pg_ctl", "-m", "immediate", "stop", check=False)
            raise

    def start(self) -> None:
        options = f"-p {self.port} -c listen_addresses={self._addresses} -c fsync={self._fsync}"
        options += " -c unix_socket_directories="
        self._run("pg_ctl", "-w", "-l", str(self._folder / "log"), "-o", options, "start")

    def stop(self, mode: str = "immediate") -> None:
        """As a crash, or ``fast``: what is under way is rolled back; connections are cut both times."""
        self._run("pg_ctl", "-m", mode, "stop")

    def is_running(self) -> bool:
        return (self._folder / "data" / "postmaster.pid").exists()

    def remove(self) -> None:
        self.stop()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _run(self, program: str, *options: str, check: bool = True) -> None:
        subprocess.run(
            [*self._as_user, program, "-D", str(self._folder / "data"), *options],
            check=check,
            cwd=self._folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.STDOUT,
            timeout=300,  # a busy machine needs a minute
        )


@contextmanager
def database(url: str) -> Iterator[str]:
    """An empty database of its own on the server at ``url``: its address."""
    address, name = make_url(url), f"test_{uuid4().hex}"
    server = create_engine(address, isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    server.dispose()
    try:
        yield address.set(database=name).render_as_string(hide_password=False)
    finally:
        with server.connect() as connection:
            connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
        server.dispose()


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Server]:
    """One for all tests of the process."""
    try:
        server = Server()
    except NoPostgres as error:
        pytest.skip(str(error))
    yield server
    server.remove()


@pytest.fixture(scope="session")
def postgres_url(request: pytest.FixtureRequest) -> str:
    """An SQLAlchemy address of a database that tests may fill."""
    given = os.environ.get("FLEET_TEST_DSN")
    return given or str(request.getfixturevalue("postgres_server").url)


@pytest.fixture
def postgres_database(postgres_url: str) -> Iterator[str]:
    """An SQLAlchemy address of an empty database of the test's own."""
    with database(postgres_url) as url:
        yield url
