"""Writes timeline/core/feasts.json: the days of feasts that other calendars than the Gregorian fix, as the library
`holidays` knows them. Run it again when the library has learnt more: `python -m bench.feasts`."""

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Final

from holidays import country_holidays
from holidays.calendars.buddhist import _BuddhistLunisolar as Buddhist
from holidays.calendars.chinese import KOREAN_CALENDAR, VIETNAMESE_CALENDAR
from holidays.calendars.chinese import _ChineseLunisolar as Chinese
from holidays.calendars.hebrew import _HebrewLunisolar as Hebrew
from holidays.calendars.hindu import _HinduLunisolar as Hindu
from holidays.calendars.islamic import _IslamicLunar as Islamic
from holidays.calendars.persian import _Persian as Persian

from timeline.core import calendar
from timeline.core.patterns import easter

FILE: Final = Path(__file__).parents[1] / "timeline" / "core" / "feasts.json"
YEARS: Final = range(1900, 2101)
INDIAN_YEARS: Final = range(2001, 2036)
"""Those for which the library has India's days."""
LONGEST_GAP: Final = 400
"""Days from one feast to the next at most; a lunar year with its leap month has 385."""
SATURDAY: Final = 5
"""A day on which the Jewish fast of summer is not kept, but a day later."""
A_LINE: Final = 8

Found = date | set[date] | Iterable[tuple[date, bool]] | tuple[date | None, bool] | None

_ISLAMIC: Final = Islamic()
_HEBREW: Final = Hebrew()
_HINDU: Final = Hindu()
_CHINESE: Final = Chinese()
_VIETNAMESE: Final = Chinese(VIETNAMESE_CALENDAR)
_KOREAN: Final = Chinese(KOREAN_CALENDAR)

DAYS: Final[dict[str, Callable[[int], Found]]] = {
    "eid al-fitr": _ISLAMIC.eid_al_fitr_dates, "eid al-adha": _ISLAMIC.eid_al_adha_dates,
    "islamic new year": _ISLAMIC.hijri_new_year_dates, "ashura": _ISLAMIC.ashura_dates, "mawlid": _ISLAMIC.mawlid_dates,
    "arbaeen": _ISLAMIC.arbaeen_dates, "laylat al-qadr": _ISLAMIC.laylat_al_qadr_dates,
    "isra and mi'raj": _ISLAMIC.isra_and_miraj_dates, "jumu'atul-wida": _ISLAMIC.jumuatul_wida_dates,
    "yom kippur": _HEBREW.yom_kippur_date, "purim": _HEBREW.purim_date, "shavuot": _HEBREW.shavuot_date,
    "lag ba'omer": _HEBREW.lag_baomer_date, "tisha b'av": _HEBREW.tisha_bav_date,
    "diwali": _HINDU.diwali_india_date, "holi": _HINDU.holi_date, "dussehra": _HINDU.dussehra_date,
    "vaisakhi": _HINDU.vaisakhi_date, "janmashtami": _HINDU.janmashtami_date,
    "ganesh chaturthi": _HINDU.ganesh_chaturthi_date, "raksha bandhan": _HINDU.raksha_bandhan_date,
    "maha shivaratri": _HINDU.maha_shivaratri_date, "ram navami": _HINDU.ram_navami_date, "onam": _HINDU.onam_date,
    "pongal": _HINDU.pongal_date, "makar sankranti": _HINDU.makar_sankranti_date, "ugadi": _HINDU.gudi_padwa_date,
    "chhath": _HINDU.chhath_puja_date, "karva chauth": _HINDU.karwa_chauth_date, "rath yatra": _HINDU.rath_yatra_date,
    "basant panchami": _HINDU.basant_panchami_date, "mahavir jayanti": _HINDU.mahavir_jayanti_date,
    "guru nanak jayanti": _HINDU.guru_nanak_jayanti_date, "guru ravidas jayanti": _HINDU.guru_ravidas_jayanti_date,
    "valmiki jayanti": _HINDU.maharshi_valmiki_jayanti_date, "buddha purnima": _HINDU.buddha_purnima_date,
    "vesak": Buddhist().vesak_date,
    "lunar new year": _CHINESE.lunar_new_year_date, "tet": _VIETNAMESE.lunar_new_year_date,
    "seollal": _KOREAN.lunar_new_year_date, "chuseok": _KOREAN.mid_autumn_date,
    "mid-autumn festival": _CHINESE.mid_autumn_date, "dragon boat festival": _CHINESE.dragon_boat_date,
    "tomb-sweeping day": _CHINESE.qingming_date, "nowruz": Persian().new_year_date,
}  # fmt: skip
LONG: Final[dict[str, tuple[Callable[[int], Found], int]]] = {
    "rosh hashanah": (_HEBREW.rosh_hashanah_date, 2), "sukkot": (_HEBREW.sukkot_date, 7),
    "hanukkah": (_HEBREW.hanukkah_date, 8), "passover": (_HEBREW.passover_date, 7),
    "navratri": (_HINDU.sharad_navratri_date, 9),
}  # fmt: skip
"""With the number of their days, the Jewish ones as they are kept in Israel."""


def table() -> dict[str, list[str]]:
    """Each feast's days in ISO 8601: '2024-04-10', '2024-03-11/2024-04-09'."""
    days = {name: listed(give) for name, give in DAYS.items()} | _of_countries()
    days["eid"] = sorted(days["eid al-fitr"] + days["eid al-adha"])
    days["tisha b'av"] = [day + timedelta(day.weekday() == SATURDAY) for day in days["tisha b'av"]]
    spans = {name: [(day, day + timedelta(count - 1)) for day in listed(give)] for name, (give, count) in LONG.items()}
    spans |= {"ramadan": list(_ramadan(days["eid al-fitr"])), "lent": list(_lent())}
    written = {name: list(map(str, found)) for name, found in days.items()}
    written |= {name: [f"{first}/{last}" for first, last in found] for name, found in spans.items()}
    return dict(sorted(written.items()))


def listed(give: Callable[[int], Found]) -> list[date]:
    """The days that a calendar gives for the years, in order; ValueError where one between two is missing."""
    days = sorted({day for year in YEARS for day in _dates(give(year))})
    if any((after - before).days > LONGEST_GAP for before, after in pairwise(days)):
        raise ValueError(f"{give} has gaps")
    return days


def _dates(found: Found) -> Iterator[date]:
    """The days in an answer, which may come with a word on whether they are estimates."""
    if isinstance(found, date):
        yield found
    elif isinstance(found, Iterable):
        for each in found:
            yield from _dates(each if isinstance(each, date | tuple) else None)


def _of_countries() -> dict[str, list[date]]:
    """Feasts that the library has by countries alone; a day can have two entries there."""
    greece = country_holidays("GR", years=YEARS, language="en_US").get_named("Easter Monday", lookup="exact")
    gujarat = country_holidays("IN", subdiv="GJ", years=INDIAN_YEARS, categories="optional").get_named("Parsi New Year")
    return {"orthodox easter": sorted({day - timedelta(1) for day in greece}), "parsi new year": sorted(set(gujarat))}


def _ramadan(ends: Iterable[date]) -> Iterator[tuple[date, date]]:
    """The month of fasting, until the day before Eid al-Fitr."""
    begins = listed(_ISLAMIC.ramadan_beginning_dates)
    for first, feast in zip(begins, ends, strict=True):
        yield first, feast - timedelta(1)


def _lent() -> Iterator[tuple[date, date]]:
    """From Ash Wednesday to the day before Easter."""
    for year in YEARS:
        sunday = date(*calendar.fields(easter(year))[:3])
        yield sunday - timedelta(46), sunday - timedelta(1)


def written(days: dict[str, list[str]]) -> str:
    """The table as JSON, some days a line."""
    feasts = []
    for name, found in days.items():
        rows = [json.dumps(found[at : at + A_LINE])[1:-1] for at in range(0, len(found), A_LINE)]
        feasts.append(f"{json.dumps(name)}: [\n  " + ",\n  ".join(rows) + "\n]")
    return "{\n" + ",\n".join(feasts) + "\n}\n"


if __name__ == "__main__":
    FILE.write_text(written(table()), encoding="utf-8")
