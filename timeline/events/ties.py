"""Which of some things belong together, whatever the order in which that is learned."""

from collections.abc import Iterable
from typing import Generic, TypeVar

Name = TypeVar("Name", str, int)


class Ties(Generic[Name]):
    """Groups of names that are joined pair by pair; each group is known by its first name."""

    def __init__(self, names: Iterable[Name] = ()) -> None:
        self._above: dict[Name, Name] = {name: name for name in names}

    def of(self, name: Name) -> Name:
        """The first, in their order, of the names that are joined with this one."""
        above = self._above.setdefault(name, name)
        if above == name:
            return name
        path = [name]
        while (higher := self._above[above]) != above:
            path.append(above)
            above = higher
        self._above |= dict.fromkeys(path, above)
        return above

    def join(self, a: Name, b: Name) -> None:
        """Make the groups of two names one."""
        first, second = self.of(a), self.of(b)
        if first != second:
            self._above[max(first, second)] = min(first, second)
