"""How the service stands: what waits in its queue, and how much it holds."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Jobs:
    """How many jobs of a name have a state: todo, doing, succeeded, failed, cancelled, aborted."""

    task: str
    state: str
    count: int


@dataclass(frozen=True, slots=True)
class Standing:
    """The queue's jobs; for how many seconds the oldest has been due that nobody has begun, and how many are at work by
    nobody who was heard of; how many articles and events there are."""

    jobs: tuple[Jobs, ...] = ()
    overdue: float = 0.0
    lost: int = 0
    articles: int = 0
    events: int = 0

    def counted(self, *states: str) -> int:
        """How many jobs have one of these states."""
        return sum(one.count for one in self.jobs if one.state in states)
