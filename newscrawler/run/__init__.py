"""What became of each URL of a run, and how the run ended."""
