"""Days and hours: London time, working days of England and Wales, and when a text may go out."""
