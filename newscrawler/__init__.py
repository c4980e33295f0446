"""newscrawler: news sites into JSON lines that people can rely on."""

__version__ = "0.1.0"
