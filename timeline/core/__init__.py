"""Frozen types, the time algebra, calendar arithmetic and notation: what every other layer speaks."""
