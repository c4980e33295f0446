"""Sources: where the values of an article are read; each takes a document and offers candidates."""
