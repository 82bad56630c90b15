"""`timeline doctor`: what is wrong here, and what to do about it."""

import platform
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final
from zoneinfo import available_timezones

import click

from timeline.cli import exits
from timeline.cli.opened import opened
from timeline.errors import Unavailable
from timeline.settings import Settings

if TYPE_CHECKING:
    from timeline.services.standing import Standing

Found = tuple[int, str]
"""An exit code, and what is well or wrong."""

_PATIENCE: Final = 600.0
"""Seconds that a job may wait on a busy machine before somebody should look."""
_MADE: Final = datetime(2026, 11, 1, tzinfo=UTC)
"""No clock that is right says less."""
_GIGABYTE: Final = 1_000_000_000
_LEAST: Final = _GIGABYTE
_REPORT: Final = "report the text as a mistake of this service, and load the article again once that is mended"


@click.command("doctor")
@click.pass_context
def command(ctx: click.Context) -> None:
    """Check the installation, the model and the database; exit code 0 if all is well."""
    settings = Settings.from_environment()
    found = [(exits.DONE, f"timeline {_version()} on Python {platform.python_version()}")]
    found += [*_model(settings), *_clock(), *_settled(settings), *_space(settings), *_database(settings)]
    for code, line in found:
        click.echo(f"{'ok ' if code == exits.DONE else 'bad'} {line}")
    ctx.exit(max(code for code, _ in found))


def _version() -> str:
    try:
        return version("timeline")
    except PackageNotFoundError:
        return "(a checkout that is not installed)"


def _model(settings: Settings) -> Iterator[Found]:
    if not _installed(settings.model):
        remedy = "install it, or name an installed pipeline in TIMELINE_MODEL"
        yield exits.FAILED, f"the spaCy pipeline {settings.model} is not installed. Remedy: {remedy}."
    else:
        yield exits.DONE, f"the spaCy pipeline {settings.model} is installed"


def _installed(pipeline: str) -> bool:
    try:
        return find_spec(pipeline) is not None
    except (ModuleNotFoundError, ValueError):  # "en.core" without an "en" around it; "".
        return False


def _clock() -> Iterator[Found]:
    """Whether days can be told: what is published after now counts as a mistake, and zones need their data."""
    now = datetime.now(UTC)
    if now < _MADE:
        remedy = "set it, or have it set by NTP: what is dated after it is taken for a mistake"
        yield exits.FAILED, f"the clock says {now:%Y-%m-%d %H:%M} UTC, before this version was made. Remedy: {remedy}."
    elif not available_timezones():
        yield exits.FAILED, "no time zone is known. Remedy: install the package tzdata."
    else:
        yield exits.DONE, f"the clock says {now:%Y-%m-%d %H:%M} UTC"


def _database(settings: Settings) -> Iterator[Found]:
    from timeline.services import collections, database, reading, standing

    where = "TIMELINE_DATABASE_URL" if settings.database_url else f"the embedded PostgreSQL in {settings.home}"
    try:
        with opened(settings) as found:
            database.ready(found)
            unread = {view.slug: reading.refused(found, view.slug) for view in collections.listed(found)}
            stands = standing.read(found)
    except Unavailable as error:
        yield exits.NO_DATABASE, f"{where}: {error.message}"
        return
    yield exits.DONE, f"{where} answers and is migrated"
    for slug, article, why in ((slug, *one) for slug, own in unread.items() for one in own.items()):
        yield exits.FAILED, f"the article {article!r} of {slug!r} has no events: {why}. Remedy: {_REPORT}."
    yield from _queue(stands)


def _queue(stands: "Standing") -> Iterator[Found]:
    """Jobs that failed for good, that nobody takes up, and whose worker is gone."""
    waiting = stands.counted("todo")
    trouble = [f"{one.count} of {one.task}" for one in stands.jobs if one.state in {"failed", "aborted"}]
    if trouble:
        remedy = "see the log of `timeline worker` for the reason, and load what they were about again"
        yield exits.FAILED, f"jobs failed for good: {', '.join(trouble)}. Remedy: {remedy}."
    if stands.overdue > _PATIENCE:
        remedy = "start `timeline worker`, or `timeline serve` without --no-worker"
        yield exits.FAILED, f"{waiting:,} jobs wait, one for {stands.overdue / 60:,.0f} minutes. Remedy: {remedy}."
    if stands.lost:
        remedy = "start a worker: it takes up what a dead one was at"
        yield exits.FAILED, f"jobs are at work by workers that are gone: {stands.lost}. Remedy: {remedy}."
    if not trouble and not stands.lost and stands.overdue <= _PATIENCE:
        yield exits.DONE, f"the queue is in order; {waiting:,} jobs wait"


def _settled(settings: Settings) -> Iterator[Found]:
    """What the settings allow, which nobody should find out by accident."""
    everyone = "everyone who reaches the service; TIMELINE_PUBLIC=off asks for a key"
    yield exits.DONE, f"who may read: {everyone if settings.public else 'whoever has a key'}"
    if not settings.fetch:
        yield exits.DONE, "addresses are not fetched; TIMELINE_FETCH=on allows it"
        return
    ports = ", ".join(map(str, sorted(settings.fetch_ports)))
    yield exits.DONE, f"addresses are fetched, from the ports {ports}"
    if not settings.fetch_contact:
        remedy = "set TIMELINE_FETCH_CONTACT to a page or mail address"
        yield exits.FAILED, f"the hosts that are asked are not told by whom. Remedy: {remedy}."
    if settings.fetch_loopback:
        remedy = "unset TIMELINE_FETCH_LOOPBACK wherever others name addresses"
        yield exits.FAILED, f"addresses may lead to this machine itself. Remedy: {remedy}."


def _space(settings: Settings) -> Iterator[Found]:
    """The room that the embedded server has; of another nothing is known here."""
    if settings.database_url:
        return
    there = next(folder for folder in (settings.home, *settings.home.parents) if folder.exists())
    free = shutil.disk_usage(there).free
    line = f"{free / _GIGABYTE:,.1f} GB are free in {there}"
    if free < _LEAST:
        remedy = "make room, or set TIMELINE_HOME to a larger disk: PostgreSQL stops where there is none"
        yield exits.FAILED, f"only {line}. Remedy: {remedy}."
    else:
        yield exits.DONE, line
