"""`timeline worker`: run the queued jobs."""

import os
import signal
import sys
from threading import Thread

import click

from timeline.cli.opened import opened
from timeline.settings import Settings


@click.command("worker")
@click.option("--once", is_flag=True, help="End as soon as no job is left.")
@click.option("--until-eof", is_flag=True, hidden=True, help="End when stdin does: with the process that started this.")
def command(once: bool, until_eof: bool) -> None:
    """Run queued jobs until stopped. Any number of workers can run, on any number of machines."""
    from timeline.jobs import worker
    from timeline.services import database

    settings = Settings.from_environment()
    worker.tell(settings.log)
    if until_eof:
        Thread(target=_follow, daemon=True).start()
    with opened(settings) as found:
        database.ready(found)
        run = worker.drain if once else worker.work
        run(found, settings)


def _follow() -> None:
    """Stop when the other end of stdin is gone, even if it was killed and could tell nobody."""
    while os.read(sys.stdin.fileno(), 1):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
