"""The profile of a text: what it is compared by as a whole."""

from collections.abc import Iterable

from timeline.core.mention import Mention
from timeline.core.profile import Profile
from timeline.events import copies, outlets, stories


def of(text: str, mentions: Iterable[Mention]) -> Profile:
    """The profile of a text that has these mentions."""
    return Profile(stories.words(mentions), copies.signature(text), outlets.credited(text))
