"""Backfill: the articles of past months and years, planned first, then crawled month by month."""
