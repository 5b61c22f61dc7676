"""The service itself: its words, messages, facts and rules. No I/O, no Temporal, no clock of its own."""
