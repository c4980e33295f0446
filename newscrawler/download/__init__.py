"""One request over the network: each connection checked where it is made, each answer within bounds."""

from newscrawler.download.handler import CheckedAgent, CheckedDownloadHandler, CheckedReactor

__all__ = ["CheckedAgent", "CheckedDownloadHandler", "CheckedReactor"]
