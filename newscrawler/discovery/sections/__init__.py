"""Sections: where the listings of a site are: its front page, menus, topics, site map."""
