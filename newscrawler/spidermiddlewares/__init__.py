"""Spider middlewares: what becomes of the requests that a page leads to."""
