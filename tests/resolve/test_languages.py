"""Other languages: their corpora in tests/corpus/languages, which language a text is in, and what any text keeps to."""

import subprocess
import sys
from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.corpus_lines import FOLDER, Line, lines
from tests.work import MARGIN, growth
from timeline import resolve
from timeline.core.algebra import Date, Nearest, Shift, This, Weekday
from timeline.core.anchoring import anchor
from timeline.core.granularity import Granularity as G
from timeline.core.interval import day
from timeline.resolve import read as read_any
from timeline.resolve.languages import read
from timeline.resolve.languages.decide import LANGUAGES, language
from timeline.resolve.languages.meaning import ask
from timeline.resolve.languages.vocabulary import vocabulary

OTHERS = tuple(code for code in LANGUAGES if code != "en")
LINES = tuple(lines(FOLDER / "languages"))
FEWEST = 25
SIGNS = ("1", "12.", "1 ", "- ", "(", "a", " ", "\n", "日", "2024年", "в ", "www.", "a@")
ENGLISH = (
    "The mill closed three weeks ago, and on 5 November 2024 it was sold.",
    "RT @mayor: happy bday!!! see u tmrw",
    "5 November 2024",
    "",
    "MADRID (AP) - The prime minister of Spain said on Tuesday that he would not resign.",
    "www.harbour-mail.com/94E6\n" + "Fired Jim O'Hara, coach. " * 20,
)

UNKNOWN = (
    "首相は火曜日、協定の準備ができたと発表しました。",
    "De minister zei dinsdag dat het akkoord van 5 november 2019 in de hoofdstad van het land wordt ondertekend.",
    "Ministern sade på tisdagen att avtalet från den 5 november 2019 ska undertecknas i huvudstaden.",
    "El ministre va dir dimarts que l'acord del 5 de novembre de 2019 se signarà a la capital del país.",
    "Министърът каза във вторник, че споразумението от 5 ноември 2019 ще бъде подписано в столицата.",
    "وزیر خارجه روز سه‌شنبه گفت که توافق ماه نوامبر در پایتخت امضا خواهد شد.",
)


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.where)
def test_the_line_holds(line: Line) -> None:
    assert language(line.text) == line.about, line.where
    found = resolve(line.text, line.published)
    assert [(one.start, one.end) for one in found] == list(line.spans), line.where
    assert tuple(one.value for one in found) == line.values, line.where
    assert {one.expression.rule for one in found} <= {f"dateparser:{line.about}"}


def test_each_language_has_lines_and_half_of_them_are_to_be_left_alone() -> None:
    every, silent = Counter(line.about for line in LINES), Counter(line.about for line in LINES if not line.spans)
    assert set(every) == set(OTHERS)
    assert {code: count for code, count in every.items() if count < FEWEST or 2 * silent[code] < count} == {}


@pytest.mark.parametrize("code", OTHERS)
def test_dateparser_knows_every_deictic_phrase_and_number_that_is_searched_for(code: str) -> None:
    assert [phrase for phrase in vocabulary(code).deictic if ask(phrase, code) is None] == []
    assert set(vocabulary(code).months.values()) == set(range(1, 13))
    assert set(vocabulary(code).weekdays.values()) == set(range(7))


def test_terms_are_apart_from_the_publication() -> None:
    terms = [one.term for one in read("El martes dijo que hoy, hace dos años, el 5 de mayo de 2019.", "es").expressions]
    assert terms == [Nearest(Weekday(1)), This(G.DAY), Shift(-2, G.YEAR), Date(2019, 5, 5)]


def test_what_is_left_alone_has_a_reason() -> None:
    rejected = read("El 31 de febrero y la mañana de abril costaron 2000 euros.", "es").rejected
    assert [(one.text, one.reason) for one in rejected] == [
        ("31 de febrero", "no such date"), ("la mañana", "a part of the day"),
        ("abril", "a month without a date"), ("2000", "a bare number"),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ENGLISH)
def test_english_short_and_empty_texts_are_read_as_english(text: str) -> None:
    assert language(text) == "en"


@pytest.mark.parametrize("text", UNKNOWN)
def test_languages_that_nobody_reads_here_are_not_read_as_their_neighbours(text: str) -> None:
    assert language(text) == "en"


def test_an_english_text_loads_no_detector() -> None:
    code = (
        "import sys, timeline, datetime\n"
        f"for text in {ENGLISH!r}: timeline.resolve(text, datetime.date(2024, 3, 15))\n"
        "assert not {'py3langid', 'dateparser', 'numpy'} & set(sys.modules), 'loaded'"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[2])


@settings(deadline=None, max_examples=300)
@given(
    code=st.sampled_from(OTHERS),
    pieces=st.lists(st.one_of(st.text(max_size=8), st.sampled_from([line.text for line in LINES])), max_size=6),
)
def test_any_text_is_read_in_order_without_overlap(code: str, pieces: list[str]) -> None:
    text = " ".join(pieces)
    reading = read(text, code)
    anchor(reading.expressions, day(date(2024, 3, 15), "UTC"))
    assert all(text[one.start : one.end] == one.text for one in reading.expressions)
    assert all(text[one.start : one.end] == one.text for one in reading.rejected)
    spans = [(one.start, one.end) for one in reading.expressions]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(end <= following for (_, end), (following, _) in pairwise(spans))


@pytest.mark.parametrize(
    "text",
    ["el pasado 31 de febrero", "el martes 29 de febrero", "el 5 de \u017feptiembre", "hace 0 días", "el 31/02/2024"],
)
def test_no_date_that_cannot_be_is_read_or_raises(text: str) -> None:
    read_so = anchor(read(text, "es").expressions, day(date(2024, 3, 15), "UTC"))
    assert [one.value for one in read_so] == (["2024-02-29"] if "29" in text else [])


@settings(deadline=None, max_examples=100)
@given(st.text())
def test_any_text_has_one_of_the_languages(text: str) -> None:
    assert language(text) in LANGUAGES
    resolve(text, date(2024, 3, 15))


@pytest.mark.parametrize("code", OTHERS)
def test_four_times_a_hostile_text_is_four_times_the_work(code: str) -> None:
    word, month = next(iter(vocabulary(code).deictic)), next(iter(vocabulary(code).months))
    hostile = (*SIGNS, f"{word} ", f"{month} ", f"5 {month} ", month)
    grown = {piece: growth(lambda text: read(text, code), piece) for piece in hostile}
    assert {piece: times for piece, times in grown.items() if times > MARGIN} == {}


def test_a_document_in_another_language_says_so_in_its_derivation() -> None:
    text = "El presidente anunció el martes que el acuerdo está listo."
    (found,) = resolve(text, date(2024, 3, 15))
    assert found.derivation[0].rule == "dateparser:es"
    assert [one.term for one in read_any(text).expressions] == [Nearest(Weekday(1))]
