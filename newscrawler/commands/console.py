"""Console script ``newscrawler``: Scrapy's and our commands, outside of a project folder too."""

from __future__ import annotations

import os

from scrapy.cmdline import execute
from scrapy.utils.project import inside_project


def main() -> None:
    """Run a command with the settings of the project around it, else with newscrawler's own.

    ``OUTPUT_DIR`` and other relative paths start from the folder where one stands.
    """
    if not inside_project():
        os.environ["SCRAPY_SETTINGS_MODULE"] = "newscrawler.settings"
    execute()
