"""Body: which text of a page is the article, block by block, with its pictures and further pages."""
