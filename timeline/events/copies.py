"""Which articles are one text: copies, shortened and rewritten ones, by MinHash of their runs of five words.

Broder, On the resemblance and containment of documents (1997); banding as in Leskovec, Rajaraman and Ullman, Mining of
Massive Datasets, chapter 3.
"""

import re
import struct
from collections import defaultdict
from collections.abc import Iterator, Mapping
from operator import eq
from typing import Final

from rensa import RMinHash

from timeline.events.ties import Ties

_WORD: Final = re.compile(r"\w+")
_SHINGLE: Final = 5
"""Words in a row; two reports of one event share few runs of five that neither took from the other."""
_PERMUTATIONS: Final = 128
_SEED: Final = 1
_BANDS: Final = 64
"""Two values each: pairs that share a fifth of their runs are compared with probability .93, a third with .999."""
_FEWEST: Final = 20
"""Runs that a text must have to be told from others; a caption is not."""
COPIED: Final = 0.5
"""Share of the shorter text's runs that are in the other from which they are one origin."""
_PART: Final = 3
"""Times as long that one text may be as the other: a round-up that holds a brief is no rewriting of it, and would
make one text of all that it holds."""
_CROWD: Final = 40
"""Texts of one band that every other is compared with: those of one copied text are all alike, so a few will do, and
what stands on every page costs no time that grows with its square."""
_HEAD: Final = struct.Struct("<BI")
"""The version, and how many runs there are."""
_LAYOUT: Final = struct.Struct(f"{_HEAD.format}{_PERMUTATIONS}I")


def signature(text: str) -> bytes:
    """517 bytes that stand for a text (its body, without furniture); b'' for one that is too short to be compared.

    They can be compared with those that the same version of rensa's algorithm made, which the first byte names.
    """
    words = _WORD.findall(text.lower())
    runs = {" ".join(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1)}
    if len(runs) < _FEWEST:
        return b""
    hashed = RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
    hashed.update(sorted(runs))
    return _LAYOUT.pack(RMinHash.ALGORITHM_VERSION, len(runs), *hashed.digest())


def alike(a: bytes, b: bytes) -> float:
    """About what share of the runs of the shorter text the other has too; 0 where they cannot be compared."""
    if not a or not b or a[0] != b[0]:
        return 0.0
    (_, many, *first), (_, few, *second) = _LAYOUT.unpack(a), _LAYOUT.unpack(b)
    resemblance = sum(map(eq, first, second)) / _PERMUTATIONS
    shared = resemblance * (many + few) / (1 + resemblance)
    return float(min(1.0, shared / min(many, few)))


def same(a: bytes, b: bytes) -> bool:
    """Whether of two texts one is a copy or a rewriting of the other."""
    if not a or not b or a[0] != b[0]:
        return False
    (_, many), (_, few) = _HEAD.unpack_from(a), _HEAD.unpack_from(b)
    return bool(max(many, few) <= _PART * min(many, few)) and alike(a, b) >= COPIED


def bands(own: bytes) -> Iterator[bytes]:
    """The keys of a signature: texts that share none are not compared."""
    size = (_LAYOUT.size - _HEAD.size) // _BANDS
    for number in range(_BANDS) if own else ():
        at = _HEAD.size + number * size
        yield bytes((own[0], number)) + own[at : at + size]


def families(signatures: Mapping[str, bytes]) -> Mapping[str, str]:
    """For each article the first, by id, of those that are of one text with it."""
    ties = Ties(signatures)
    held: dict[bytes, list[str]] = defaultdict(list)
    for article in sorted(signatures):
        near = {other for band in bands(signatures[article]) for other in held[band]}
        for other in sorted(near):
            if ties.of(article) != ties.of(other) and same(signatures[article], signatures[other]):
                ties.join(article, other)
        for band in bands(signatures[article]):
            if len(held[band]) < _CROWD:
                held[band].append(article)
    return {article: ties.of(article) for article in signatures}
