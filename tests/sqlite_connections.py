"""A connection to SQLite that nobody closes is an error, on every Python as on 3.13, and says whose it is."""

from __future__ import annotations

import os
import sqlite3
import warnings
from contextlib import suppress
from functools import partial
from typing import Any


class WatchedConnection(sqlite3.Connection):
    """A connection that warns when it goes without having been closed."""

    is_open = False

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.is_open = True
        self.made_in = os.environ.get("PYTEST_CURRENT_TEST", "no test")

    def close(self) -> None:
        """Close it."""
        super().close()
        self.is_open = False

    def __del__(self) -> None:
        if self.is_open:
            with suppress(sqlite3.Error):  # it may be another thread's
                self.close()
            said = f"a connection to SQLite that was made in {self.made_in} was not closed"
            warnings.warn(said, ResourceWarning, stacklevel=1)


def watch_connections() -> None:
    """Have every connection of this process watched."""
    connect = partial(sqlite3.connect, factory=WatchedConnection)
    sqlite3.connect = sqlite3.dbapi2.connect = connect  # type: ignore[assignment]
