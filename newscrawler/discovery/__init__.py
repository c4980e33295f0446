"""Where articles are found: a response of a listing becomes links, further listings or a problem."""
