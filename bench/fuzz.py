"""Fuzzing the resolver with atheris (`pip install atheris`; not in the lock): python bench/fuzz.py -max_total_time=600

Bytes become a text, partly of the resolver's own words so that rules are reached. Whatever the text, nothing is raised,
every offset lies in it, no two expressions overlap, and every interval follows from its derivation.
"""

import sys
from datetime import date

import atheris  # type: ignore[import-untyped]  # not in the lock

with atheris.instrument_imports(include=["timeline"]):
    from timeline import resolve
    from timeline.core.recompute import recompute
    from timeline.resolve import lexicon, read

OTHERS = """the of a an in on to until , . - / : ' ( ) 5 5th 31 30 2024 1999 99 24:00 3:15 p.m. am GMT ago later earlier
third mid- last next this that every twice now soon half and or from week weeks years year day days AD BC é ٣ İ ß 月 年
в мае"""
WORDS = [word for name in sorted(lexicon.categories()) for word in lexicon.categories()[name][0]]
WORDS += OTHERS.split()
FIRST, DAYS = date(1, 1, 2).toordinal(), 3_600_000


def text_of(data: atheris.FuzzedDataProvider) -> str:
    """Words of the resolver, some with a capital, and whatever Unicode there is between them."""
    pieces: list[str] = []
    while data.remaining_bytes() and len(pieces) < 60:
        kind = data.ConsumeIntInRange(0, 7)
        word = WORDS[data.ConsumeIntInRange(0, len(WORDS) - 1)] if kind else data.ConsumeUnicode(6)
        pieces.append(word.title() if kind == 1 else word)
        pieces.append((" ", " ", " ", " ", "", "-", "\n", ", ")[data.ConsumeIntInRange(0, 7)])
    return "".join(pieces)


def test_one(data: bytes) -> None:
    """One input."""
    provider = atheris.FuzzedDataProvider(data)
    published = date.fromordinal(FIRST + provider.ConsumeIntInRange(0, DAYS)) if provider.ConsumeBool() else None
    text, end = text_of(provider), 0
    for found in resolve(text, published):
        assert end <= found.start < found.end <= len(text), found
        assert text[found.start : found.end] == found.text, found
        assert all((found.type, found.value, found.edtf)), found
        assert recompute(found.derivation) == found.interval, found
        end = found.end
    for rejected in read(text).rejected:
        assert text[rejected.start : rejected.end] == rejected.text, rejected
        assert rejected.reason, rejected


def main() -> None:
    atheris.Setup(sys.argv, test_one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
