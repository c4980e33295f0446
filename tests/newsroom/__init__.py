"""A small news site on loopback, used by tests and by the demo: invented stories in several markups.

``Newsroom("today")`` serves them; ``newsroom.articles`` is its own list of what a crawl must bring, and
``differences(lines, newsroom.articles)`` compares the two.
"""

from tests.newsroom.compare import differences
from tests.newsroom.expected import LAST_EPOCH, ExpectedArticle
from tests.newsroom.http import Fault, Request
from tests.newsroom.server import Newsroom

__all__ = ["LAST_EPOCH", "ExpectedArticle", "Fault", "Newsroom", "Request", "differences"]
