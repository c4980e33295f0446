"""SiteLoader: Scrapy's spider loader, by which a site whose file is broken is refused alone."""

from __future__ import annotations

import re
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from scrapy.spiderloader import SpiderLoader

from newscrawler.exceptions import WrongArgument
from newscrawler.publication.check import Fault
from newscrawler.publication.declaration import Publication
from newscrawler.publication.import_error import explain
from newscrawler.publication.source_line import place_of

if TYPE_CHECKING:
    from types import ModuleType

    from scrapy import Spider

_NAME = re.compile(r"^(?: {4}|\t)name\s*(?::[^=\n]+)?=\s*([\"'])([^\"'\n]+)\1\s*(?:#.*)?$", re.MULTILINE)
"""The name of a spider in the text of its file, also where that is no Python."""


class SiteLoader(SpiderLoader):
    """Loads every module of ``SPIDER_MODULES`` by itself."""

    def _load_all_spiders(self) -> None:
        self.broken: dict[str, str] = {}
        """Name of a spider that cannot be loaded -> why, in one line."""
        for root in self.spider_modules:
            self._load(root)
        self._refuse_twins()

    def _load(self, name: str) -> None:
        """Load the spiders of a module and of the modules in it."""
        try:
            module = import_module(name)
        except (Exception, SystemExit) as error:  # noqa: BLE001 - a site's file can raise anything
            self._refuse(name, error)
            return
        self._load_spiders(module)
        self._refuse_nameless(module)
        for _, part, _ in iter_modules(getattr(module, "__path__", ())):
            self._load(f"{name}.{part}")

    def _refuse(self, module: str, error: BaseException) -> None:
        path = _file_of(module)
        line = explain(error, path.parent if path else None)
        text = path.read_text("utf-8", "replace") if path else ""
        for name in [found[2] for found in _NAME.finditer(text)] or [module.rpartition(".")[2]]:
            self.broken.setdefault(name, line)

    def _refuse_nameless(self, module: ModuleType) -> None:
        """Refuse a publication without a name, which Scrapy takes for a base of others."""
        if "_families" in module.__name__.split("."):
            return
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
            if len(places) > 1:
                where = " and ".join(f"{module}.{cls}" for module, cls in places)
                self.broken[name] = f"several spiders are named {name!r} ({where}): rename all but one"
                del self._spiders[name]

    def load(self, spider_name: str) -> type[Spider]:
        """Return the class of a spider.

        :raises WrongArgument: its file is broken.
        :raises KeyError: there is no such spider.
        """
        if spider_name in self.broken:
            raise WrongArgument(self.broken[spider_name])
        return super().load(spider_name)

    def faults(self) -> dict[str, str]:
        """Return what is wrong with each broken site, in one line: its file, or what it declares."""
        found = dict(self.broken)
        for name in self.list():
            cls = self._spiders[name]
            if issubclass(cls, Publication):
                try:
                    cls.check_declaration()
                except WrongArgument as error:
                    found[name] = str(error)
        return found


def _file_of(module: str) -> Path | None:
    """Return the file of a module that could not be imported."""
    try:
        spec = find_spec(module)
    except (ImportError, AttributeError, ValueError):
        return None
    return Path(spec.origin) if spec and spec.origin else None
