"""Which articles are one text."""

import random
from collections.abc import Sequence
from functools import partial

import pytest

from tests.work import operations
from timeline.events import copies

WORDS = [f"{a}{b}" for a in ("mill", "port", "ship", "rain", "road", "bell") for b in ("s", "ed", "ing", "er", "y", "")]


def prose(seed: int, words: int = 300) -> str:
    """A text of its own, of the words of the same trade."""
    chance = random.Random(seed)
    return " ".join(chance.choice(WORDS) + ("." if chance.random() < 0.1 else "") for _ in range(words))


def families(*texts: str) -> list[str]:
    """The family of each text, named by its letter."""
    found = copies.families({a: copies.signature(text) for a, text in zip("abcdef", texts, strict=False)})
    return [found[a] for a in sorted(found)]


def test_a_signature_never_changes() -> None:
    assert copies.signature(prose(1)) == copies.signature(prose(1).upper().replace(".", ","))
    assert len(copies.signature(prose(1))) == 517


def test_a_text_of_a_few_words_has_no_signature() -> None:
    assert copies.signature("The mill closed on Monday.") == b""
    assert copies.alike(b"", b"") == 0.0


@pytest.mark.parametrize(("kept", "share"), [(300, 1.0), (200, 1.0), (0, 0.0)])
def test_two_texts_are_as_alike_as_the_shorter_is_in_the_longer(kept: int, share: float) -> None:
    own = prose(1)
    other = " ".join(own.split()[:kept]) if kept else prose(2)
    assert copies.alike(copies.signature(own), copies.signature(other)) == pytest.approx(share, abs=0.15)


def test_copies_and_rewrites_are_one_family() -> None:
    text = prose(1)
    words = text.split()
    rewritten = f"{prose(8, 40)} {' '.join(words[:150])} {prose(9, 60)}"
    assert families(text, text, " ".join(words[:200]), prose(2), rewritten) == ["a", "a", "a", "d", "a"]


def test_a_round_up_does_not_make_one_text_of_what_it_holds() -> None:
    one, other = prose(1, 100), prose(2, 100)
    assert families(one, other, " ".join([one, other, prose(3, 400)])) == ["a", "b", "c"]


def test_signatures_of_another_version_are_not_compared() -> None:
    own = copies.signature(prose(1))
    other = bytes([own[0] + 1]) + own[1:]
    assert copies.alike(own, other) == 0.0
    assert not copies.same(own, other)


def test_a_crowd_of_copies_is_one_family() -> None:
    text = copies.signature(prose(1))
    assert set(copies.families({f"a{n:03}": text for n in range(200)}).values()) == {"a000"}


def test_the_order_of_the_articles_does_not_matter() -> None:
    texts = {f"a{n}": copies.signature(f"{prose(n % 5)} {prose(100 + n, 40)}") for n in range(20)}
    shuffled = random.Random(1).sample(sorted(texts), len(texts))
    assert copies.families(texts) == copies.families({article: texts[article] for article in shuffled})


def work(texts: Sequence[bytes]) -> int:
    return operations(partial(copies.families, {f"a{n}": text for n, text in enumerate(texts)}))


def test_the_work_grows_with_the_collection_and_not_with_its_square() -> None:
    page = prose(0, 60)  # what stands on every page
    texts = [copies.signature(f"{prose(n, 250)} {page}") for n in range(1, 801)]
    assert work(texts) < 10 * work(texts[:200])
