"""How a headline is set: signs and figures that a tokeniser drew apart are joined, quotation marks come in pairs, and
what stands in brackets is left out."""

import re
from typing import Final

from timeline.core.text import Token

_LOOSE: Final = re.compile(r"[()]|\s[,.;:!?\])’'”-]|[’'.:$£€\[“]\s|,\s?[\d,:;]|n\s?[’']|[:;][,:;]")
"""Where any of the following may match: most titles need none."""
_BRACKETS: Final = re.compile(r"\s*\([^()]{0,200}(?:\)|$)|\)")
_BEFORE_SIGN: Final = re.compile(r"\s+([,;:!?\]’”]|\.(?!\d))")
_AFTER_SIGN: Final = re.compile(r"([\[“])\s+")
_COMMAS: Final = re.compile(r"([,:;])(?:\s*[,:;])+")
_APART: Final = re.compile(
    r"(?<=\w)(?P<mark>[’'])\s(?=(?:s|t|d|m|ll|re|ve)\b)"  # Bergen’ s
    r"|\s(?P<short>n?[’'](?:s|t|d|m|ll|re|ve))\b"  # Bergen 's, did n't
    r"|(?<=\d)(?P<point>[.:])\s(?=\d)"  # 10: 30, 4. 5 million
    r"|(?<!\d)(?P<count>\d{1,3},)\s(?=\d00\b)"  # 20, 000
    r"|(?P<letter>\b[A-Za-z]\.)\s(?=[A-Za-z]\.)"  # U. S., p. m.
    r"|(?<=\w)(?P<site>\.)\s(?=(?:com|org|net)\b)"  # name. com
    r"|(?P<money>[$£€])\s(?=\d)"
)
_STOP: Final = re.compile(r"[.,]+([\"”’])$")
HYPHEN: Final = "\0"
"""What stands for a hyphen that binds, until the blanks around it are gone."""
ENDS: Final = " ,;:-–—"
_HYPHENS: Final = frozenset("-‐‑")
_SMALL: Final = frozenset({"ADP", "CCONJ", "DET", "PART"})
_PLURAL: Final = frozenset({"NNS", "NNPS"})
_BEFORE_NOUN: Final = frozenset({"nummod", "compound", "amod", "npadvmod", "advmod", "nmod", "quantmod"})


def tidy(text: str) -> str:
    """The text in one line, without gaps, brackets and doubled commas, its signs and figures joined."""
    text = " ".join(text.split())
    if _LOOSE.search(text):
        text = _AFTER_SIGN.sub(r"\1", _BEFORE_SIGN.sub(r"\1", _BRACKETS.sub("", text)))
        text = _APART.sub(lambda found: found[found.lastgroup or 0], text)
        text = _COMMAS.sub(r"\1", text).replace("- - ", "– ")
    return text.lstrip(ENDS + ".").rstrip(ENDS).removesuffix("...")


def paired(text: str) -> str:
    """The text with both marks of each quotation; one that began or goes on elsewhere is closed at the title's end."""
    if '"' in text:
        text = _straight(text)
    if opened := text.count("“") - text.count("”"):
        text = text + "”" * opened if opened > 0 else "“" * -opened + text
    return _STOP.sub(r"\1", text)


def _straight(text: str) -> str:
    if text.count('"') % 2 and text.endswith('"'):
        text = text[:-1]  # its beginning was left out or stands in another sentence
    if text.count('"') % 2:
        before, _, after = text.rpartition('"')
        opens = after[:1].isalnum() and not before[-1:].isalnum()
        text = f'{text}"' if opens else f'"{text}'
    parts = text.split('"')
    inside = [part.lstrip(" ,;").rstrip() for part in parts[1::2]]
    found = parts[0]
    for quoted, after in zip(inside, parts[2::2], strict=True):
        gap = " " if found and found[-1] not in " [" else ""
        found += f'{gap}"{quoted}"' if quoted else ""
        found += f" {after}" if after[:1].isalnum() else after
    return " ".join(found.split())


def hyphens(tokens: tuple[Token, ...]) -> frozenset[int]:
    """The signs that bind two words though blanks stand around them ('a 48 - year - old'), by the grammar: a dash is
    followed by words of its own."""
    found = {i for i, token in enumerate(tokens) if token.text in _HYPHENS and 0 < i < len(tokens) - 1}
    bound = {i for i in found if tokens[i - 1].end < tokens[i].start and _binds(tokens, i)}
    pairs = {i for i in found if i + 2 in found and tokens[i + 1].pos in _SMALL}  # 'breach - of - contract'
    return frozenset(bound | pairs | {i + 2 for i in pairs})


def _binds(tokens: tuple[Token, ...], i: int) -> bool:
    left, right = tokens[i - 1], tokens[i + 1]
    if left.text in _HYPHENS or right.text in _HYPHENS:
        return False
    both = left.head == right.head > i and {left.dep, right.dep} <= _BEFORE_NOUN
    figures = left.text.isdecimal() and right.text.isdecimal()
    attached = left.head == i + 1 and left.tag not in _PLURAL
    return attached or both or figures or (right.head == i - 1 and right.dep in {"prt", "dep"})
