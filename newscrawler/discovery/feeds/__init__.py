"""Feeds: RSS, RDF, Atom, JSON Feed, and how they state titles and times."""
