"""Fuzzing: readers of what comes from the web, given bytes that nobody meant to write."""
