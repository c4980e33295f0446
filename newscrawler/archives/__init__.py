"""Archives: pages that were kept, as files or in WARC files: read anew, and written by the crawl."""
