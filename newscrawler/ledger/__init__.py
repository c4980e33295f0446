"""The index of the lines: what was seen, derived from them and made anew from them."""

from newscrawler.ledger.ledger import Batch, Ledger
from newscrawler.ledger.opening import close_ledger, ledger_of, open_ledger, site_name, stop_for
from newscrawler.ledger.rows import Known

__all__ = ["Batch", "Known", "Ledger", "close_ledger", "ledger_of", "open_ledger", "site_name", "stop_for"]
