"""Numbers as news writes them: '3', '1,460', '2 1/2', 'twenty-four', 'two and a half', 'a', 'several'."""

import re
from typing import Final

from timeline.resolve.lexicon import categories

_FRACTION: Final = re.compile(r"(?:(\d+)[ -])?(\d+)/(\d+)")
_COUPLE: Final = 2


def number(text: str) -> float | None:
    """What a NUMBER of the shapes counts, in lower case; None for a vague one ('several')."""
    text = text.replace(",", "")
    if fraction := _FRACTION.fullmatch(text):
        whole, over, under = (int(part or 0) for part in fraction.groups())
        return whole + over / under if under else None
    if text[0].isdigit():
        return float(text)
    if "couple" in text:
        return _COUPLE
    if text in {"a", "an"}:
        return 1
    return _worded(text)


def _worded(text: str) -> float | None:
    total, current, half = 0.0, 0.0, False
    words = re.findall(r"[a-z]+", text)
    for word in words:
        if word in {"and", "a", "an"}:
            continue
        if word == "half":
            half = True
        elif word in categories()["SCALE"][0]:
            total, current = total + (current or 1) * int(categories()["SCALE"][0][word]), 0
        elif (plain := _plain(word)) is not None:
            current += plain
        else:
            return None
    return total + current + (0.5 if half else 0)


def _plain(word: str) -> int | None:
    for category in ("ONES", "TEENS", "TENS"):
        if word in categories()[category][0]:
            return int(categories()[category][0][word])
    return None


def ordinal(text: str) -> int:
    """Of 'third', '3rd', 'twenty-first'; -1 of 'last'."""
    if text[0].isdigit():
        return int(re.findall(r"\d+", text)[0])
    *tens, last = re.findall(r"[a-z]+", text)
    return sum(_plain(word) or 0 for word in tens) + int(categories()["ORDINAL"][0][last])


def spoken_year(text: str) -> int:
    """1996 of 'nineteen ninety-six', 1900 of 'nineteen hundred', 2000 of 'two thousand'."""
    words = re.findall(r"[a-z]+", text)
    if "thousand" in words:
        return int(_worded(text) or 0)
    if words[1] == "hundred":
        return (_plain(words[0]) or 0) * 100
    return (_plain(words[0]) or 0) * 100 + sum(_plain(word) or 0 for word in words[1:])
