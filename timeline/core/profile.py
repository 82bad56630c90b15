"""Articles in short: what is compared between them as wholes."""

from dataclasses import dataclass

from timeline.core.interval import Interval


@dataclass(frozen=True, slots=True)
class Profile:
    """What a text is compared by, made once when it is read."""

    words: bytes
    """Its weightiest words, by which its story is known (events.stories); empty where it reports nothing."""
    signature: bytes
    """By which copies of it are known (events.copies); empty for a short text."""
    credits: frozenset[str]
    """The agencies whose report it is (events.outlets)."""


@dataclass(frozen=True, slots=True)
class Gist:
    """By what the story of an article is known: its weightiest words, and when it appeared by its own word."""

    words: bytes
    appeared: Interval
