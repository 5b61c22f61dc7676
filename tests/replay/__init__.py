"""Recorded histories that every later release must replay."""
