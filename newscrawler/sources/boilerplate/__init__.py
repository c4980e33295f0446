"""Boilerplate: what stands in or below a text and is none of it: teasers, comments, appeals, house lines."""
