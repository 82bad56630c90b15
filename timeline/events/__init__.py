"""What sentences report, and which reports are of one event."""
