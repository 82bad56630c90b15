"""Jobs, put into the queue by the transaction that stores what they are about; jobs/ works them off."""

import json
from collections.abc import Mapping

from sqlalchemy import text
from sqlalchemy.orm import Session

_DEFER = text("""
    SELECT (procrastinate_defer_jobs_v1(ARRAY[ROW(
        :queue, :task, 0, :lock, NULL, CAST(:arguments AS jsonb), NULL
    )::procrastinate_job_to_defer_v1]))[1]
""")
"""What procrastinate.manager calls as well: the queue's interface in SQL, whose version is in its name."""

_FOUND = text("SELECT status::text, attempts FROM procrastinate_jobs WHERE id = :id")


def defer(session: Session, task: str, arguments: Mapping[str, object], lock: str, queue: str = "default") -> int:
    """Enqueue a job, and give its number; jobs of one lock run one after the other, in this order."""
    given = {"queue": queue, "task": task, "lock": lock, "arguments": json.dumps(arguments)}
    return int(session.execute(_DEFER, given).scalar_one())


def state(session: Session, job: int) -> tuple[str, int] | None:
    """How a job stands (todo, doing, succeeded, failed, …) and how often it was tried; None where there is none."""
    row = session.execute(_FOUND, {"id": job}).one_or_none()
    return None if row is None else (row[0], row[1])
