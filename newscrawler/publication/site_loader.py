"""SiteLoader: Scrapy's spider loader, which loads a site when it is named, and refuses a broken one alone."""

from __future__ import annotations

import os
import re
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from scrapy.spiderloader import SpiderLoader

from newscrawler.exceptions import WrongArgument
from newscrawler.publication.check import Fault
from newscrawler.publication.declaration import Publication
from newscrawler.publication.import_error import explain
from newscrawler.publication.source_line import place_of

if TYPE_CHECKING:
    import builtins
    from collections.abc import Iterator
    from types import ModuleType

    from scrapy import Request, Spider

_NAME = re.compile(r"^(?: {4}|\t)name\s*(?::[^=\n]+)?=\s*([\"'])([^\"'\n]+)\1\s*(?:#.*)?$", re.MULTILINE)
"""The name of a spider in the text of its file, also where that is no Python."""
_CLASS = re.compile(r"^class ", re.MULTILINE)


class SiteLoader(SpiderLoader):
    """Finds the spiders of ``SPIDER_MODULES`` by the text of their files, and imports those that are named.

    What lies in a folder that begins with ``_`` is no site: families of sites are.
    """

    def _load_all_spiders(self) -> None:
        """Read which file has which spider; nothing is imported yet."""
        self.broken: dict[str, str] = {}
        """Name of a spider that cannot be loaded -> why, in one line; as far as it was tried."""
        self._files: dict[str, Path] = {}
        self._named: dict[str, list[str]] = {}
        self._tried: set[str] = set()
        for root in self.spider_modules:
            for module, path in _files_of(root):
                state = path.stat()
                names, has_class = _spiders_of(path, state.st_mtime_ns, state.st_size)
                if names or has_class:
                    self._files[module] = path
                for name in names:
                    self._named.setdefault(name, []).append(module)

    def load(self, spider_name: str) -> type[Spider]:
        """Return the class of a spider.

        :raises WrongArgument: its file is broken.
        :raises KeyError: there is no such spider.
        """
        for module in self._named.get(spider_name, ()):
            self._load(module)
        if spider_name not in self._spiders and spider_name not in self.broken:
            self._load_files()  # its name may be made, not written
        self._refuse_twins()
        if spider_name in self.broken:
            raise WrongArgument(self.broken[spider_name])
        return super().load(spider_name)

    def list(self) -> list[str]:
        """Return the names of all spiders whose files can be loaded."""
        self._load_files()
        self._refuse_twins()
        return super().list()

    def find_by_request(self, request: Request) -> builtins.list[str]:
        """Return the names of the spiders that would handle a request."""
        self._load_files()
        return super().find_by_request(request)

    def faults(self) -> dict[str, str]:
        """Return what is wrong with each broken site, in one line: its file, or what it declares."""
        names = self.list()
        found = dict(self.broken)
        for name in names:
            cls = self._spiders[name]
            if issubclass(cls, Publication):
                try:
                    cls.check_declaration()
                except WrongArgument as error:
                    found[name] = str(error)
        return found

    def _load_files(self) -> None:
        for module in self._files:
            self._load(module)

    def _load(self, name: str) -> None:
        """Load the spiders of a module, once."""
        if name in self._tried:
            return
        self._tried.add(name)
        try:
            module = import_module(name)
        except (Exception, SystemExit) as error:  # noqa: BLE001 - a site's file can raise anything
            self._refuse(name, error)
            return
        self._load_spiders(module)
        self._refuse_nameless(module)

    def _refuse(self, module: str, error: BaseException) -> None:
        path = self._files[module]
        line = explain(error, path.parent)
        for name in _names_in(path.read_text("utf-8", "replace")) or [module.rpartition(".")[2]]:
            self.broken.setdefault(name, line)

    def _refuse_nameless(self, module: ModuleType) -> None:
        """Refuse a publication without a name, which Scrapy takes for a base of others."""
        for cls in vars(module).values():
            is_site = (
                isinstance(cls, type) and issubclass(cls, Publication) and cls.__module__ == module.__name__
            )
            if is_site and not getattr(cls, "name", None) and not cls.__subclasses__():
                stem = module.__name__.rpartition(".")[2]
                fault = Fault("name", f"the spider has no name; write name = {stem!r}")
                self.broken[stem] = f"{place_of(cls, fault)}: {fault.said}"

    def _refuse_twins(self) -> None:
        """Refuse all spiders of one name: nobody can tell which is meant."""
        for name, places in self._found.items():
            if len(places) > 1 and name in self._spiders:
                where = " and ".join(f"{module}.{cls}" for module, cls in places)
                self.broken[name] = f"several spiders are named {name!r} ({where}): rename all but one"
                del self._spiders[name]


@lru_cache(maxsize=4096)
def _spiders_of(path: Path, changed: int, size: int) -> tuple[tuple[str, ...], bool]:
    """Read the names in a file, and whether it has a class; a crawl has two loaders, and both ask."""
    text = path.read_text("utf-8", "replace")
    return tuple(_names_in(text)), _CLASS.search(text) is not None


def _names_in(text: str) -> list[str]:
    return [found[2] for found in _NAME.finditer(text)]


def _files_of(root: str) -> Iterator[tuple[str, Path]]:
    """Yield the modules of a package with their files, or a module with its own."""
    spec = find_spec(root)
    if spec is None:
        raise ModuleNotFoundError(f"No module named {root!r}", name=root)
    for folder in spec.submodule_search_locations or ():
        yield from _files_in(Path(folder), root)
    if not spec.submodule_search_locations and spec.origin:
        yield root, Path(spec.origin)


def _files_in(folder: Path, package: str) -> Iterator[tuple[str, Path]]:
    """Yield the modules of a folder and of those in it."""
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if entry.name == "__init__.py":
            yield package, folder / entry.name
        elif entry.name.startswith("_"):
            continue
        elif entry.name.endswith(".py"):
            yield f"{package}.{entry.name.removesuffix('.py')}", folder / entry.name
        elif entry.is_dir():
            yield from _files_in(folder / entry.name, f"{package}.{entry.name}")
