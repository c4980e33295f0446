"""The day files that one machine writes of one site in an output folder, and those of its neighbours."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING

from newscrawler.output import day_files
from newscrawler.output.folder import day_file, site_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from newscrawler.output.day_files import DayFile


@dataclass(frozen=True, slots=True)
class SiteFiles:
    """The files of a site and a machine.

    Machines may share an output folder and a ledger, or only a ledger: each writes to files of its own.
    """

    output: Path
    site: str
    store: str
    """Names folder and machine in the ledger."""
    machine: str = ""
    """It stands in the files' names; empty: it does not."""

    @classmethod
    def of(cls, output: Path, site: str, folder_id: str, machine: str) -> SiteFiles:
        """Return the files of a machine.

        :param folder_id: see ``store_id``.
        """
        together = f"{folder_id} {machine}".encode()
        store = blake2b(together, digest_size=6).hexdigest() if machine else folder_id
        return cls(output, site, store, machine)

    @property
    def folder(self) -> Path:
        """The folder of the site."""
        return site_folder(self.output, self.site)

    def path(self, day: str) -> Path:
        """Return the file of a day."""
        return day_file(self.output, self.site, day, self.machine)

    def day_files(self) -> list[DayFile]:
        """Return the files that are there, by day, the compressed one of a day before the plain one.

        :raises OutputError: the folder cannot be read.
        """
        return [file for file in day_files.day_files(self.folder) if file.machine == self.machine]

    def lines_at(self, day: str, offset: int) -> Iterator[bytes]:
        """Yield the line that begins at an offset of a day's file.

        None where the file was moved away; two where it was compressed and a new one was begun for the same
        day.
        """
        for file in self.day_files():
            if file.day == day and (file.compressed or file.size > offset):
                with day_files.reading(file) as stream:
                    stream.seek(offset)
                    line = stream.readline()
                if line.endswith(b"\n"):
                    yield line

    def neighbours(self, folder_id: str) -> list[SiteFiles]:
        """Return the files of other machines in the same folder.

        :raises OutputError: the folder cannot be read.
        """
        machines = {file.machine for file in day_files.day_files(self.folder)} - {self.machine}
        return [self.of(self.output, self.site, folder_id, machine) for machine in sorted(machines)]
