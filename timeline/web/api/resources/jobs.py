"""Jobs: loads of many articles at once."""

from timeline.core.load import LoadState
from timeline.web.api.resources.plain import Resource


class JobCounts(Resource):
    """Items that were taken from what was handed over, and what became of them; articles that are still to be read, and
    addresses that are asked once more."""

    items: int
    new: int
    changed: int
    unchanged: int
    failed: int
    unread: int
    waiting: int


class Job(Resource):
    """A load: how it stands, and how far it is. failure says why it was given up."""

    id: int
    collection: str
    name: str
    who: str
    state: LoadState
    counts: JobCounts
    added: str
    ended: str | None
    failure: str | None
    links: dict[str, str]


class Jobs(Resource):
    """Loads, the newest first."""

    jobs: list[Job]
    next: str | None


class JobProblem(Resource):
    """An item that was not loaded: where it stood, and why. again is when its address is asked once more."""

    where: str
    why: str
    again: str | None


class JobProblems(Resource):
    """What could not be loaded, in the order of the items."""

    problems: list[JobProblem]
    next: str | None
