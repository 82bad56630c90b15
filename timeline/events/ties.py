"""Which of some things belong together, whatever the order in which that is learned."""

from collections.abc import Iterable


class Ties:
    """Groups of names that are joined pair by pair; each group is known by its first name."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._above = {name: name for name in names}

    def of(self, name: str) -> str:
        """The first, in their order as text, of the names that are joined with this one."""
        path = []
        while (above := self._above.setdefault(name, name)) != name:
            path.append(name)
            name = above
        self._above |= dict.fromkeys(path, name)
        return name

    def join(self, a: str, b: str) -> None:
        """Make the groups of two names one."""
        first, second = sorted((self.of(a), self.of(b)))
        self._above[second] = first
