"""Jobs, put into the queue by the transaction that stores what they are about; jobs/ works them off.

A job over which a worker died waits behind all others: its priority, 0 for a new one and 1 for one that is to be
first, falls by one with each death. That counts them, apart from the tries that end by themselves. Once what it is
about has moved on, the deaths and tries before that count no more: it is only where it stands that can be to blame.
"""

import json
import logging
from collections.abc import Mapping
from datetime import datetime
from typing import Final

from sqlalchemy import text
from sqlalchemy.orm import Session

_DEFER = text("""
    SELECT (procrastinate_defer_jobs_v1(ARRAY[ROW(
        :queue, :task, :priority, :lock, NULL, CAST(:arguments AS jsonb), CAST(:after AS timestamptz)
    )::procrastinate_job_to_defer_v1]))[1]
""")
"""What procrastinate.manager calls as well: the queue's interface in SQL, whose version is in its name."""

_FOUND = text("SELECT status::text, attempts FROM procrastinate_jobs WHERE id = :id")
_WAITING = text("""
    SELECT id FROM procrastinate_jobs
    WHERE status = 'todo' AND task_name = :task AND args = CAST(:arguments AS jsonb) LIMIT 1
""")
_BUSY = text("""
    SELECT EXISTS (
        SELECT FROM procrastinate_jobs
        WHERE status IN ('todo', 'doing') AND task_name = :task AND args @> CAST(:arguments AS jsonb)
    )
""")
_ADVANCED = text("""
    UPDATE procrastinate_jobs SET priority = greatest(priority, 0), attempts = 0
    WHERE status = 'doing' AND task_name = :task AND args = CAST(:arguments AS jsonb) AND attempts > 0
""")
_RESCUE = text("""
    SELECT id, task_name, priority > :last, CASE
        WHEN priority > :last THEN procrastinate_retry_job_v2(id, now(), priority - 1, NULL, NULL)
        ELSE procrastinate_finish_job_v1(id, 'failed', false)
    END FROM (
        SELECT jobs.id, jobs.task_name, jobs.priority FROM procrastinate_jobs jobs
        LEFT JOIN procrastinate_workers workers ON workers.id = jobs.worker_id
        WHERE jobs.status = 'doing'
        AND (workers.id IS NULL OR workers.last_heartbeat < now() - make_interval(secs => :patience))
        FOR UPDATE OF jobs SKIP LOCKED
    ) stalled
""")
"""In one statement: were the jobs asked for first, another worker could have begun one in between."""


_DEATHS: Final = 20
"""Workers that may die over a job while it does not advance: then it is the job that ends them, and it is given up."""

log: Final = logging.getLogger(__name__)


def defer(
    session: Session,
    task: str,
    arguments: Mapping[str, object],
    lock: str | None = None,
    queue: str = "default",
    after: datetime | None = None,
    *,
    first: bool = False,
) -> int:
    """Enqueue a job, and give its number; jobs of one lock run one after the other, in this order, and none before
    after. One that is to be first waits for no other."""
    given = {"queue": queue, "task": task, "lock": lock, "arguments": json.dumps(arguments), "after": after}
    return int(session.execute(_DEFER, {**given, "priority": int(first)}).scalar_one())


def defer_once(
    session: Session, task: str, arguments: Mapping[str, object], lock: str | None = None, *, first: bool = False
) -> int:
    """Enqueue a job unless the same one waits already; whoever calls this holds what keeps others from it."""
    waiting = session.execute(_WAITING, {"task": task, "arguments": json.dumps(arguments)}).scalar()
    return waiting if waiting is not None else defer(session, task, arguments, lock, first=first)


def busy(session: Session, task: str, arguments: Mapping[str, object]) -> bool:
    """Whether a job of this name with these arguments, perhaps among others, waits or runs."""
    return bool(session.execute(_BUSY, {"task": task, "arguments": json.dumps(arguments)}).scalar_one())


def state(session: Session, job: int) -> tuple[str, int] | None:
    """How a job stands (todo, doing, succeeded, failed, …) and how often it was tried; None where there is none."""
    row = session.execute(_FOUND, {"id": job}).one_or_none()
    return None if row is None else (row[0], row[1])


def advanced(session: Session, task: str, arguments: Mapping[str, object]) -> None:
    """What a job that runs is about has moved on, with this transaction; deaths and tries count from here."""
    session.execute(_ADVANCED, {"task": task, "arguments": json.dumps(arguments)})


def rescue(session: Session, patience: float) -> int:
    """Give the jobs of workers that have not been heard of for so many seconds back to the queue, where they would
    stand at 'doing' and hold their locks, or give them up; how many."""
    found = session.execute(_RESCUE, {"patience": patience, "last": 1 - _DEATHS}).all()
    for job, task, again, _ in found:
        if not again:
            log.error("The job %s, %s, is given up: %s workers died over it.", job, task, _DEATHS)
    return len(found)


def deaths(priority: int) -> int:
    """How many workers died over a job of this priority since it advanced; of one that was to be first, all but one."""
    return max(0, -priority)
