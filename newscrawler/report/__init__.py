"""Report: what the ledger and the lines say of all sites, on one screen or one page; it changes nothing."""
