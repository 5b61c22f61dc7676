"""The door for carriers, on a real web server."""
