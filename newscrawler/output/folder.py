"""The output folder: where everything below ``OUTPUT_DIR`` lies.

::

    <site>/<UTC day>.jsonl             articles; <UTC day>.<machine>.jsonl where OUTPUT_MACHINE is set
    rejected/<site>/<UTC day>.jsonl    pages that are no article
    runs.jsonl                         one line for each run
    .backfill/<site>/<span>/           plans of backfills
    .ledger.db                         the ledger, where no LEDGER_URL says otherwise
    .fleet/                            the log of the last crawl of each site, where a fleet's worker runs
    .locks/                            one file for each lock, the folder's id, the pages that are being read
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from newscrawler.exceptions import WrongArgument

if TYPE_CHECKING:
    from scrapy.settings import BaseSettings

_SITE_NAME = re.compile(r"[a-z0-9][a-z0-9._-]*\Z")
_MACHINE_NAME = re.compile(r"[a-z0-9][a-z0-9_-]*\Z")
_REJECTED = "rejected"
_RUNS = "runs.jsonl"


def output_folder(settings: BaseSettings) -> Path:
    """Return the folder that ``OUTPUT_DIR`` names.

    :raises WrongArgument: the setting is empty.
    """
    name = settings.get("OUTPUT_DIR")
    if not name:
        raise WrongArgument("OUTPUT_DIR is empty: name the folder for the lines, as -s OUTPUT_DIR=output")
    return Path(name)


def can_name_site(name: str) -> bool:
    """Tell whether a name can be a site's, which is the name of its folder.

    >>> can_name_site("tass"), can_name_site("../tass"), can_name_site("rejected")
    (True, False, False)
    """
    return bool(_SITE_NAME.match(name)) and name not in {_REJECTED, _RUNS}


def check_machine(name: str, setting: str) -> str:
    """Return a machine's name if it can be part of a day file's name.

    :raises WrongArgument: it cannot.

    >>> check_machine("crawler-2", "OUTPUT_MACHINE")
    'crawler-2'
    """
    if not _MACHINE_NAME.match(name):
        raise WrongArgument(f"{setting}: {name!r} names no machine: use small letters, digits, '_' and '-'")
    return name


def site_folder(output: Path, site: str) -> Path:
    """Return the folder of a site's day files.

    :raises ValueError: the name cannot be a folder's.

    >>> site_folder(Path("output"), "tass").as_posix()
    'output/tass'
    """
    if not can_name_site(site):
        raise ValueError(f"{site!r} cannot be the name of a site's folder")
    return output / site


def day_file(output: Path, site: str, day: str, machine: str = "") -> Path:
    """Return the file of a site's articles of one UTC day.

    :param machine: the one that writes it, where the name says so (``OUTPUT_MACHINE``).

    >>> day_file(Path("output"), "tass", "2026-05-01", "two").as_posix()
    'output/tass/2026-05-01.two.jsonl'
    """
    return site_folder(output, site) / (f"{day}.{machine}.jsonl" if machine else f"{day}.jsonl")


def rejected_file(output: Path, site: str, day: str) -> Path:
    """Return the file of a site's rejected pages of one UTC day.

    >>> rejected_file(Path("output"), "tass", "2026-05-01").as_posix()
    'output/rejected/tass/2026-05-01.jsonl'
    """
    return day_file(output / _REJECTED, site, day)


def rejected_folder(output: Path, site: str) -> Path:
    """Return the folder of a site's rejected pages."""
    return site_folder(output / _REJECTED, site)


def runs_file(output: Path) -> Path:
    """Return the file that has one line for each run."""
    return output / _RUNS


def fleet_logs(output: Path) -> Path:
    """Return the folder of the logs of crawls that a fleet's worker started, the last one of each site."""
    return output / ".fleet"


def backfill_folder(output: Path, site: str, span: str) -> Path:
    """Return the folder with the plan of a backfill."""
    return output / ".backfill" / site / span


def backfill_list(folder: Path, month: str) -> Path:
    """Return the file with the URLs of one month of a backfill.

    >>> backfill_list(Path("plan"), "2019-03").as_posix()
    'plan/2019-03.jsonl'
    """
    return folder / f"{month}.jsonl"


def ledger_file(output: Path) -> Path:
    """Return the file of the ledger."""
    return output / ".ledger.db"


def lock_file(output: Path, site: str) -> Path:
    """Return the file that a run of a site holds locked."""
    return _locks(output) / site


def ledger_lock(output: Path) -> Path:
    """Return the file that is locked while the ledger is opened, or put aside because it is damaged."""
    return _locks(output) / ".ledger"


def runs_lock(output: Path) -> Path:
    """Return the file that is locked while a line goes into ``runs.jsonl``."""
    return _locks(output) / ".runs"


def reading_file(output: Path, site: str) -> Path:
    """Return the file in which a run of a site marks the page that it is reading."""
    return _locks(output) / f".reading-{site}"


def id_file(output: Path) -> Path:
    """Return the file with the id by which a ledger knows this folder."""
    return _locks(output) / ".store"


def _locks(output: Path) -> Path:
    return output / ".locks"
