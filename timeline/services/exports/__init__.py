"""Timelines to take elsewhere: a module for each format, one table of them, and the reading of what they write."""
