"""How the service stands, as counts: for whoever watches over it."""

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from timeline.core.standing import Jobs, Standing
from timeline.storage.tables import ArticleRow, EventRow

_JOBS = text("""
    SELECT task_name, status::text, count(*) FROM procrastinate_jobs GROUP BY task_name, status ORDER BY 1, 2
""")
_OVERDUE = text("""
    SELECT coalesce(extract(epoch FROM now() - min(greatest(due.at, coalesce(jobs.scheduled_at, due.at)))), 0)::float
    FROM (SELECT * FROM procrastinate_jobs WHERE status = 'todo' ORDER BY id LIMIT 1000) jobs
    JOIN LATERAL (SELECT max(at) AS at FROM procrastinate_events WHERE job_id = jobs.id) due ON true
    WHERE (jobs.scheduled_at IS NULL OR jobs.scheduled_at <= now())
    AND NOT EXISTS (
        SELECT FROM procrastinate_jobs other WHERE other.lock = jobs.lock AND other.id <> jobs.id
        AND (other.status = 'doing' OR (other.status = 'todo' AND other.id < jobs.id))
    )
""")
"""What waits for another of its lock is not overdue."""
_LOST = text("""
    SELECT count(*) FROM procrastinate_jobs jobs LEFT JOIN procrastinate_workers workers ON workers.id = jobs.worker_id
    WHERE jobs.status = 'doing'
    AND (workers.id IS NULL OR workers.last_heartbeat < now() - make_interval(secs => :patience))
""")


def read(session: Session, patience: float) -> Standing:
    """All of it; a worker that was not heard of for so many seconds counts as dead."""
    return Standing(
        tuple(Jobs(*row) for row in session.execute(_JOBS)),
        max(0.0, session.execute(_OVERDUE).scalar_one()),
        session.execute(_LOST, {"patience": patience}).scalar_one(),
        session.scalar(select(func.count()).select_from(ArticleRow)) or 0,
        session.scalar(select(func.count()).select_from(EventRow)) or 0,
    )
