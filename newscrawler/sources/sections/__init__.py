"""Sections and topics: where a page files its article."""
