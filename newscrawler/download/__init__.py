"""One request over the network: each connection checked where it is made, each answer within bounds."""

from newscrawler.download.checked_connection import CheckedAgent, CheckedReactor
from newscrawler.download.handler import CheckedDownloadHandler

__all__ = ["CheckedAgent", "CheckedDownloadHandler", "CheckedReactor"]
