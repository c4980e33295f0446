"""From a page to an article, or to what the page is instead."""
