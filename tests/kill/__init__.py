"""A crawl that is killed at any moment, in a process of its own, against a small site on loopback."""
