"""Tests on real pages that belong to their publishers: they read ``../shared`` and are not collected without
it."""
