"""What comes in: dates as they come from the wild, and loader input checked into drafts."""
