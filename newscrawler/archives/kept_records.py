"""Kept records: a page of a line out of the WARC file that it lies in, by its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawler.archives.blocks import Block, read_blocks
from newscrawler.archives.kept_page import KeptPage, NoPage, page_of_block
from newscrawler.archives.warc_folder import INDEX
from newscrawler.archives.warc_index import WarcIndex
from newscrawler.urls import url_key

if TYPE_CHECKING:
    from pathlib import Path

    from newscrawler.items import Archived


class KeptRecords:
    """The WARC files of one site."""

    def __init__(self, root: Path, site: str, largest: int) -> None:
        """Open them.

        :param root: ``WARC_DIR``.
        :param largest: bytes of a page.
        :raises OSError: the index cannot be read.
        """
        self._root, self._folder, self._largest = root, root / site, largest
        self._index = WarcIndex(self._folder / INDEX)

    def close(self) -> None:
        """Give the files back."""
        self._index.close()

    def page_at(self, archived: Archived) -> KeptPage | NoPage:
        """Return the page of a line; of a revisit, the page that it refers to."""
        path = self._root / archived.file
        if path.parent != self._folder:
            return NoPage("other_folder", archived.file)
        found = _block_at(path, archived.offset)
        if isinstance(found, NoPage):
            return found
        if found.headers.get("warc-record-id") != archived.record_id:
            return NoPage("other_record", str(path), is_damaged=True)
        if found.kind != "revisit":
            return page_of_block(found, str(path), self._largest)
        earlier = self._index.find(found.headers.get("warc-refers-to-target-uri", "").strip("<>"))
        if earlier is None or earlier.digest != found.headers.get("warc-payload-digest"):
            return NoPage("revisit_of_another", str(path))
        return self._page(self._folder / earlier.file, earlier.offset)

    def page_of(self, url: str) -> KeptPage | NoPage:
        """Return the page that was kept last of a URL."""
        kept = self._index.find(url)
        if kept is None or url_key(kept.url) != url_key(url):
            return NoPage("not_kept", url)
        return self._page(self._folder / kept.file, kept.offset)

    def _page(self, path: Path, offset: int) -> KeptPage | NoPage:
        found = _block_at(path, offset)
        return found if isinstance(found, NoPage) else page_of_block(found, str(path), self._largest)


def _block_at(path: Path, offset: int) -> Block | NoPage:
    try:
        with path.open("rb") as file:
            file.seek(offset)
            found = next(read_blocks(file), None)
    except OSError as error:
        return NoPage("unreadable", f"{path}: {error.strerror}", is_damaged=True)
    if isinstance(found, Block):
        return found
    return NoPage(found.reason if found else "cut_off", f"{path}, byte {offset}", is_damaged=True)
