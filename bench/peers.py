"""The resolver on other projects' own test cases (../shared/bench/peer_cases): the pass rate of each file, and the
misses sorted into "theirs is another convention" and "ours is wrong".

How cases are compared is told in peer_match.py, how misses are sorted in peer_kinds.py.
"""

import argparse
import sys
from collections import Counter
from pathlib import Path

from bench.peer_cases import PEERS, cases
from bench.peer_kinds import kind
from bench.peer_match import Read, read


def read_files(folder: Path) -> dict[str, list[Read]]:
    """The cases of every file, read by the resolver."""
    return {path.stem: list(map(read, cases(path))) for path in sorted(folder.glob("*.jsonl"))}


def rates(files: dict[str, list[Read]]) -> dict[str, tuple[int, int, int, int]]:
    """Of each file: its cases, those that pass, misses by another convention, misses that are ours."""
    found = {}
    for name, reads in files.items():
        wrong = Counter(kind(each)[0] for each in reads if not each.passed)
        found[name] = (len(reads), sum(each.passed for each in reads), wrong[False], wrong[True])
    return found


def kinds(files: dict[str, list[Read]]) -> Counter[tuple[bool, str]]:
    """How many misses there are of each category."""
    return Counter(kind(each) for reads in files.values() for each in reads if not each.passed)


def write(line: str) -> None:
    """A line of the report."""
    sys.stdout.write(line + "\n")


def report(files: dict[str, list[Read]], *, listed: bool) -> None:
    """The pass rates, the categories, and the cases of each where they are asked for."""
    write(f"{'file':30} {'cases':>6} {'pass':>6} {'rate':>6} {'theirs':>7} {'ours':>6}")
    for name, (count, passed, theirs, ours) in rates(files).items():
        write(f"{name:30} {count:6} {passed:6} {passed / count:6.1%} {theirs:7} {ours:6}")
    counts = kinds(files)
    for wrong, title in ((False, "theirs is another convention"), (True, "ours is wrong")):
        write(f"\n{title}: {sum(count for (each, _), count in counts.items() if each is wrong)}")
        for (each, name), count in counts.most_common():
            if each is wrong:
                write(f"{count:5} {name}")
                if listed:
                    list_cases(files, (wrong, name))


def list_cases(files: dict[str, list[Read]], wanted: tuple[bool, str]) -> None:
    """The cases of one category, with what was found in them and what they expect."""
    for reads in files.values():
        for each in reads:
            if not each.passed and kind(each) == wanted:
                found = ", ".join(f"{one.text}={one.value}" for one in each.found)
                expected = "; ".join(str(one.values or (one.firsts, one.last)) for one in each.case.wanted)
                write(f"        {each.case.id} {each.case.text!r} -> {found or '-'} | {expected or '-'}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=Path, default=PEERS)
    parser.add_argument("--list", action="store_true", dest="listed", help="the cases of each category")
    options = parser.parse_args()
    report(read_files(options.cases), listed=options.listed)


if __name__ == "__main__":
    main()
