"""A pooler that lends one session to its clients, for a transaction each, as PgBouncer may do."""

from __future__ import annotations

import os
import socket
import struct
import threading
from contextlib import ExitStack, nullcontext, suppress

import psycopg
from sqlalchemy import make_url

_AUTHENTICATION_OK = b"R" + struct.pack("!II", 8, 0)
_READY = b"Z" + struct.pack("!Ic", 5, b"I")
_SSL_REQUEST, _GSS_REQUEST = 80877103, 80877104
_WITH_ANSWER = b"QS"
"""A query and the end of a batch: after them the server says that it is ready."""


class LendingPooler:
    """Clients are told a made-up process number and wait for each other's transactions.

    :param keeps_sessions: each client has a session of its own instead.
    """

    def __init__(self, url: str, *, keeps_sessions: bool = False) -> None:
        server = make_url(url)
        self._dsn = server.set(drivername="postgresql").render_as_string(hide_password=False)
        self._lent = threading.Lock()
        self._shared = None if keeps_sessions else psycopg.connect(self._dsn)
        self._listener = socket.create_server(("127.0.0.1", 0))
        port = self._listener.getsockname()[1]
        self.url = server.set(host="127.0.0.1", port=port).render_as_string(hide_password=False)
        self._clients: list[threading.Thread] = []
        self._accepting = threading.Thread(target=self._accept)
        self._accepting.start()

    def close(self) -> None:
        """Wait for the clients to leave, and leave the server."""
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._accepting.join()
        for client in self._clients:
            client.join()
        if self._shared:
            self._shared.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                self._clients.append(threading.Thread(target=self._serve, args=(client,)))
                self._clients[-1].start()

    def _serve(self, client: socket.socket) -> None:
        with ExitStack() as stack:
            stack.enter_context(client)
            stack.enter_context(suppress(OSError, EOFError))
            while _startup(client) in {_SSL_REQUEST, _GSS_REQUEST}:
                client.sendall(b"N")
            encoding = b"client_encoding\0UTF8\0"
            status = b"S" + struct.pack("!I", 4 + len(encoding)) + encoding
            key = b"K" + struct.pack("!Iii", 12, -7, 1)
            client.sendall(_AUTHENTICATION_OK + status + key + _READY)
            # a connection of the driver, which knows how to sign in; its messages are handed on as they are
            connection = self._shared or stack.enter_context(psycopg.connect(self._dsn))
            session = stack.enter_context(socket.socket(fileno=os.dup(connection.fileno())))
            session.setblocking(True)
            while True:
                kind, message = _message(client)
                if kind == b"X":
                    return
                with self._lent if self._shared else nullcontext():
                    self._transaction(client, session, kind, message)

    @staticmethod
    def _transaction(client: socket.socket, session: socket.socket, kind: bytes, message: bytes) -> None:
        """Hand messages to and fro until the server is in no transaction any more."""
        while True:
            session.sendall(message)
            if kind in _WITH_ANSWER:
                state = b""
                while not state:
                    answer, body = _message(session)
                    client.sendall(body)
                    state = body[5:6] if answer == b"Z" else b""
                if state == b"I":
                    return
            kind, message = _message(client)


def _startup(client: socket.socket) -> int:
    (length,) = struct.unpack("!I", _exactly(client, 4))
    body = _exactly(client, length - 4)
    return int(struct.unpack("!I", body[:4])[0])


def _message(side: socket.socket) -> tuple[bytes, bytes]:
    head = _exactly(side, 5)
    (length,) = struct.unpack("!I", head[1:])
    return head[:1], head + _exactly(side, length - 4)


def _exactly(side: socket.socket, count: int) -> bytes:
    parts = b""
    while len(parts) < count:
        part = side.recv(count - len(parts))
        if not part:
            raise EOFError
        parts += part
    return parts
