"""Hypothesis strategies for terms and intervals."""

from hypothesis import strategies as st

from timeline.core import algebra as a
from timeline.core.granularity import Granularity as G
from timeline.core.interval import Interval, unit_at

UNITS = (G.DAY, G.WEEK, G.WEEKEND, G.MONTH, G.QUARTER, G.HALF, G.SEASON, G.YEAR, G.DECADE, G.CENTURY)
NAMED = (G.DAY, G.MONTH, G.YEAR, G.DECADE, G.CENTURY)
"""Units that EDTF can name."""

DAY = 86_400
moments = st.integers(600_000, 800_000).map(lambda days: days * DAY)
"""Midnights of the years 1643 to 2191."""
units = st.sampled_from(UNITS)


@st.composite
def named_units(draw: st.DrawFn) -> Interval:
    """A day, month, year, decade or century of our era."""
    return unit_at(draw(moments), draw(st.sampled_from(NAMED)))


patterns: st.SearchStrategy[a.Pattern] = st.one_of(
    st.builds(a.Weekday, st.integers(0, 6)),
    st.builds(a.Weekend),
    st.builds(a.DayOfMonth, st.integers(1, 31), st.none() | st.integers(0, 6)),
    st.builds(a.DayOfYear, st.integers(1, 12), st.integers(1, 28)),
    st.builds(a.WeekdayOfMonth, st.integers(1, 4), st.integers(0, 6), st.integers(1, 12)),
    st.builds(a.Easter, st.integers(-48, 60)),
    st.builds(a.Feast, st.sampled_from(("eid", "diwali", "lunar new year")), st.integers(-48, 60)),
    st.builds(a.LongFeast, st.sampled_from(("ramadan", "passover"))),
    st.builds(a.MonthOfYear, st.integers(1, 12)),
    st.builds(a.QuarterOfYear, st.integers(1, 4)),
    st.builds(a.HalfOfYear, st.integers(1, 2)),
    st.builds(a.SeasonOfYear, st.sampled_from(a.Season)),
)
dates = st.one_of(
    st.builds(a.Date, st.integers(1, 2100), st.integers(1, 12), st.integers(1, 28)),
    st.builds(a.Date, st.integers(-500, 2100)),
    st.builds(a.Decade, st.integers(100, 210)),
    st.builds(a.Week, st.integers(1900, 2100), st.integers(1, 52)),
)
anchors: st.SearchStrategy[a.Term] = st.just(a.Now())


def _over(inner: st.SearchStrategy[a.Term]) -> st.SearchStrategy[a.Term]:
    return st.one_of(
        st.builds(a.This, units, inner),
        st.builds(a.Last, units, inner),
        st.builds(a.Next, units, inner),
        st.builds(a.Shift, st.integers(-40, 40), units, inner),
        st.builds(a.Nearest, patterns, st.sampled_from(a.Toward), inner),
        st.builds(a.In, patterns, inner),
        st.builds(a.Portion, st.sampled_from((a.Mod.START, a.Mod.MID, a.Mod.END)), inner),
        st.builds(a.Modified, st.just(a.Mod.APPROX), inner),
        st.builds(a.PartOf, st.sampled_from(a.Part), inner),
        st.builds(a.Clock, st.integers(0, 23), st.integers(0, 59), st.none(), inner),
    )


deictic = st.recursive(anchors, _over, max_leaves=3)
"""Terms that count from the publication."""
absolute = st.recursive(dates, _over, max_leaves=3)
"""Terms that do not."""
amounts = st.builds(a.Amount, st.none() | st.integers(1, 99), units)
terms = st.one_of(
    deictic,
    absolute,
    st.builds(a.Reference, st.sampled_from(a.When)),
    st.builds(
        a.Length,
        st.lists(st.builds(a.Amount, st.none() | st.integers(1, 99), units), min_size=1, max_size=2).map(tuple),
    ),
    st.builds(a.Every, patterns),
)
mentioning = st.recursive(st.just(a.Now()) | st.just(a.Mentioned()) | dates, _over, max_leaves=3)
lengths = st.builds(a.Length, st.lists(amounts, min_size=1, max_size=2).map(tuple))
anchored = st.one_of(
    terms,
    mentioning,
    st.builds(a.Between, mentioning, mentioning),
    st.builds(a.Between, mentioning, st.builds(a.Nearest, patterns)),
    st.builds(a.Either, mentioning, mentioning),
    st.builds(a.Run, lengths, st.sampled_from((-1, 1)), mentioning),
    st.builds(a.Nth, st.integers(-3, 4).filter(bool), units, mentioning),
    st.builds(a.Shift, st.floats(-9, 9), st.sampled_from((G.MINUTE, G.HOUR, G.WEEK, G.YEAR)), mentioning),
    st.builds(
        a.Clock, st.integers(0, 24), st.none() | st.integers(0, 59), st.none(), mentioning, st.just("Asia/Tokyo")
    ),
    st.builds(a.Named, st.just("a=b war"), st.just(a.Date(1950, 6, 25)), st.none() | st.just(a.Date(1953))),
    st.builds(a.Every, lengths),
)
"""Terms of every kind, over every leaf."""
