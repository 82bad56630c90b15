"""How a timeline is looked at beside its filter, and the addresses of the same page with something else."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlencode

from flask import url_for

from timeline.core import edtf
from timeline.core.glance import Lanes
from timeline.core.granularity import Granularity as G
from timeline.core.interval import Interval, unit_at
from timeline.web.pages.filters import Filter

_UNITS: Final = {G.DAY, G.MONTH, G.YEAR, G.DECADE, G.CENTURY}


@dataclass(frozen=True, slots=True)
class View:
    """The filter, what the lanes stand for, and whether the page stands inside another site's."""

    asked: Filter
    lanes: Lanes = Lanes.ACTOR
    embed: bool = False

    @property
    def shown(self) -> dict[str, str]:
        """What an address has to say of it beside the filter."""
        lanes = {"lanes": self.lanes.value} if self.lanes is not Lanes.ACTOR else {}
        return {**lanes, **({"embed": "1"} if self.embed else {})}

    def address(self, view: str = "pages.collection", **changes: str | None) -> str:
        """The address of this page, or of another view of the same, with some values changed; None leaves one out."""
        values = {**self.asked.values, **self.shown, **changes}
        query = urlencode({name: value for name, value in values.items() if value is not None})
        return url_for(view, slug=self.asked.query.slug) + (f"?{query}" if query else "")

    def without(self, query: str) -> str:
        """The page with another filter, which is a query string."""
        more = urlencode(self.shown)
        found = "&".join(filter(None, (query, more)))
        return url_for("pages.collection", slug=self.asked.query.slug) + (f"?{found}" if found else "")

    def within(self, span: Interval | None) -> str:
        """The page of a stretch of time, at its drawing; None is the whole."""
        first, last = _named(span) if span else (None, None)
        ends: dict[str, Any] = {"from": first, "to": last}
        return self.address(**ends) + "#drawing"


def read(asked: Filter, arguments: Mapping[str, str]) -> View:
    """How a page was asked to look; what is not known is left alone."""
    lanes = Lanes.SOURCE if arguments.get("lanes") == Lanes.SOURCE else Lanes.ACTOR
    return View(asked, lanes, arguments.get("embed") == "1")


def _named(span: Interval) -> tuple[str, str]:
    """The first and the last day, or twice the unit that the stretch is."""
    if span.granularity in _UNITS:
        return edtf.write(span), edtf.write(span)
    return edtf.write(unit_at(span.start, G.DAY)), edtf.write(unit_at(span.end - 1, G.DAY))
