"""Families: sites that share one CMS; a family holds the layouts, a site its facts."""
