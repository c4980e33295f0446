"""Parts of the spider: requests for listings, reports on listings, articles of several pages."""
