"""What dateparser says a phrase means, as a term: asked twice, from two days that differ in all that could matter.

What stays the same is absolute; what moves along with the day is counted from it. No date arithmetic is done here on
texts: only on dateparser's two answers, once for each phrase.
"""

import re
from datetime import datetime
from functools import cache, lru_cache
from typing import Final

from dateparser.date import DateData, DateDataParser

from timeline.core import algebra as a
from timeline.core.granularity import Granularity as G
from timeline.resolve.languages.vocabulary import plain, vocabulary

_BASES: Final = (datetime(2016, 3, 15), datetime(2020, 8, 19))  # noqa: DTZ001 (civil days: no zone is meant)
_KEPT: Final = 10_000
_WEEK: Final = 7
_YEAR: Final = 12


@lru_cache(_KEPT)
def ask(words: str, language: str) -> a.Term | None:
    """The unit of time that a deictic phrase denotes: This(day) of 'hoy', Shift(-2, week) of 'hace 2 semanas'."""
    said = _said(words, language)
    answers = {_counted(parser.get_date_data(said), base) for parser, base in _parsers(language)}
    return answers.pop() if len(answers) == 1 else None


def _counted(answer: DateData, base: datetime) -> a.Term | None:
    """The unit as it is counted from one base; dateparser names the unit, and the rest of its date is the base's."""
    day = answer.date_obj
    if day is None:
        return None
    days, months = (day.date() - base.date()).days, (day.year - base.year) * _YEAR + day.month - base.month
    match answer.period:
        case "day":
            return _moved(days, G.DAY)
        case "week" if days % _WEEK == 0:
            return _moved(days // _WEEK, G.WEEK)
        case "month":
            return _moved(months, G.MONTH)
        case "year":
            return _moved(day.year - base.year, G.YEAR)
    return None


def _moved(count: int, unit: G) -> a.Term:
    return a.Shift(count, unit) if count else a.This(unit)


def counted(before: str, number: str, after: str, language: str) -> a.Term | None:
    """The same of a phrase with a number, which is asked with a 2 in its place, so that few phrases are ever asked."""
    term, count = ask(f"{before}2{after}", language), vocabulary(language).number(number)
    if not isinstance(term, a.Shift) or not count:
        return None
    return a.Shift(int(term.count) // 2 * count, term.unit)


def _said(words: str, language: str) -> str:
    """The words as dateparser knows them."""
    known = vocabulary(language).said
    return plain(_known(language).sub(lambda match: known.get(match[0], match[0]), plain(words)))


@cache
def _known(language: str) -> re.Pattern[str]:
    """The words that have another one in their place, and the phrases that have none: the longest are taken."""
    keys = sorted({*vocabulary(language).said, *vocabulary(language).deictic}, key=len, reverse=True)
    every = "|".join(map(re.escape, keys))
    return re.compile(every if language in {"zh", "ko"} else rf"(?<!\w)(?:{every})(?!\w)")


@cache
def _parsers(language: str) -> tuple[tuple[DateDataParser, datetime], ...]:
    """dateparser on each of the two days."""
    kinds = ["relative-time", "absolute-time"]
    return tuple(
        (DateDataParser(languages=[language], settings={"RELATIVE_BASE": base, "PARSERS": kinds}), base)
        for base in _BASES
    )
