"""What the tokens of a sentence govern."""

from timeline.core.text import Token

Children = tuple[list[int], ...]
"""The indices of what each token governs, in order."""


def children(tokens: tuple[Token, ...]) -> Children:
    """What each token of a sentence governs itself."""
    found: Children = tuple([[] for _ in tokens])
    for i, token in enumerate(tokens):
        if token.head != i:
            found[token.head].append(i)
    return found


def descendants(governed: Children, top: int) -> list[int]:
    """The token and all that it governs, in order."""
    found = [top]
    for i in found:
        found += governed[i]
    return sorted(found)
