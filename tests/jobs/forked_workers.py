"""Workers that begin at once: forked, one for each line of stdin, by a process that has loaded all that reading takes.

    python -m tests.jobs.forked_workers ADDRESS_OF_THE_DATABASE SECONDS_OF_PATIENCE

The process id of each is written to stdout.
"""

import logging
import os
import signal
import sys

from sqlalchemy import make_url

from timeline.jobs import worker
from timeline.language import pipeline
from timeline.settings import Settings
from timeline.storage.database import Database


def main() -> None:
    """Fork as often as is asked for."""
    address, patience = sys.argv[1:]
    settings = Settings.from_environment({})
    list(pipeline.analyse_all(["The mill was closed on Monday."], settings.model))
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    for _ in sys.stdin:
        child = os.fork()
        if not child:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            work(address, settings, float(patience))
        sys.stdout.write(f"{child}\n")
        sys.stdout.flush()


def work(address: str, settings: Settings, patience: float) -> None:
    """Be a worker, and never return."""
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr)
    logging.getLogger("psycopg.pool").setLevel(logging.ERROR)
    worker.work(Database(make_url(address)), settings, patience)
    os._exit(0)


if __name__ == "__main__":
    main()
