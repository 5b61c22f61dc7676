"""R&M over HTTP: the only rooms of the house in which its words, its paths and its tokens are known."""
