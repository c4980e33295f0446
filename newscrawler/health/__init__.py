"""Health: what a run's articles say about the site, held against the site's own history; pure."""
