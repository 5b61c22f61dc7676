"""The shell on a real server: one test for each kind of wiring, none for what the core decides."""
