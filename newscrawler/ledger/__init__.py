"""The index of the lines: what was seen, derived from them and made anew from them."""

from newscrawler.ledger.batch import Batch
from newscrawler.ledger.ledger import Ledger
from newscrawler.ledger.opening import open_ledger
from newscrawler.ledger.rows import Known

__all__ = ["Batch", "Known", "Ledger", "open_ledger"]
