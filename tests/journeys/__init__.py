"""Whole journeys on a real Temporal server, in virtual time."""
