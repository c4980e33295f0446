"""The fleet: many machines crawl many sites on time, each site by one crawl at a time."""
