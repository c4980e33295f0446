"""Rendering, in real Chromium."""
