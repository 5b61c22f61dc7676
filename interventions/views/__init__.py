"""The case as people read it: a status, a card, a line in a list. Nothing here decides."""
