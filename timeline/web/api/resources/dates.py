"""Dates and the steps that found them."""

from typing import Literal

from timeline.core.event import Certainty
from timeline.web.api.resources.plain import Resource


class Date(Resource):
    """An interval, written for people and for programs.

    start and end are the first and last day (or instant) inside it, at its precision, null where open; earliest and
    latest bound the moment itself.
    """

    edtf: str
    start: str | None
    end: str | None
    precision: str
    display: str
    earliest: str | None
    latest: str | None
    zone: str


class Evidence(Resource):
    """Words in an article's text, by code-point offsets."""

    article: str
    start: int
    end: int
    text: str


class Step(Resource):
    """One step of a derivation, oldest first; sentence tells it to a person, empty where it needs no telling."""

    step: Literal["expression", "anchor", "rule", "constraint", "agreement", "decision"]
    rule: str
    arguments: dict[str, str]
    evidence: Evidence | None
    gave: Date | None
    sentence: str


class EventDate(Date):
    """The date of an event; claimed has every claim where they exclude each other."""

    certainty: Certainty
    claimed: list[Date]
    because: list[Step]
