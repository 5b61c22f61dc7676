"""Meetings, from a date that is made to what became of it, and what follows when people do not come."""
