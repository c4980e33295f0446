"""Sites that fail, each in its own way, at their first run and at their tenth; and what a crawl says then."""
