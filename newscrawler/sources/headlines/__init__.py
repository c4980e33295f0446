"""Headlines: the headings and titles of a page, and which of them is the article's headline."""
