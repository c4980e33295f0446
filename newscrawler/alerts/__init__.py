"""Alerts: people are told once of a new problem, and once when it is over."""
