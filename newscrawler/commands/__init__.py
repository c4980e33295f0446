"""Commands of the project beside Scrapy's own."""

# Scrapy imports this package before any command. The module below looks at all frames and modules there are
# when it is imported: later, among our own imports, that is a fifth of what a command takes to start.
import scrapy.core.downloader.contextfactory  # noqa: F401
