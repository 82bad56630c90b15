"""Names out of the model's entities: kinds that the service knows, without articles, titles and possessives."""

import re
from typing import Final

from timeline.core.text import Name

_KINDS: Final = {
    "PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place",
}  # fmt: skip
_LEAD: Final = re.compile(
    r"[\"“”'‘’(]+|(?:the|a|an)\s+|Army\s+(?=(?:Lt|Col|Gen|Maj|Capt|Sgt)\b)"
    r"|(?:Mr|Mrs|Ms|Dr|Prof|Sir|Gov|Sen|Rep|Lt|Col|Gen|Maj|Capt|Sgt|Adm|President|Minister)\b\.?\s+",
    re.IGNORECASE,
)
_TAIL: Final = re.compile(r"(?:['’]s?|[\s,;:.\"”'’)]+)$")


def name(start: int, text: str, label: str) -> Name | None:
    """The name in an entity that begins at start, or None where it is of no kind that counts or nothing is left."""
    if label not in _KINDS:
        return None
    while lead := _LEAD.match(text):
        start, text = start + lead.end(), text[lead.end() :]
    while tail := _TAIL.search(text):
        text = text[: tail.start()]
    if not any(letter.isupper() for letter in text) or "\n" in text:
        return None
    return Name(start, start + len(text), text, _KINDS[label])
