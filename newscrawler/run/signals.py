"""Signals of this project, beside Scrapy's."""

stopping = object()
"""The run is to end within seconds: bring to the disk at once what is in hand."""
