"""Who is next: keys of a higher priority first, those of the same in turns, however much each one has waiting."""

from __future__ import annotations

from collections import OrderedDict, deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice


@dataclass(frozen=True, slots=True)
class Waiting:
    """A job that waits: `weight` is how many pictures it wants."""

    id: str
    key: str
    weight: int = 1
    priority: int = 0


class FairQueue:
    """Waiting jobs. Within a priority each key has a line of its own, and the lines take turns."""

    def __init__(self) -> None:
        self._levels: dict[int, OrderedDict[str, deque[Waiting]]] = {}
        self._known: dict[str, Waiting] = {}
        self._places: dict[str, int] | None = None
        self.weight = 0
        """Pictures that wait."""

    def __len__(self) -> int:
        return len(self._known)

    def __contains__(self, job_id: object) -> bool:
        return job_id in self._known

    def put(self, waiting: Waiting, *, first: bool = False) -> None:
        """Add a job at the end of its key's line; `first`: at its head, for one that was begun before."""
        line = self._levels.setdefault(waiting.priority, OrderedDict()).setdefault(waiting.key, deque())
        line.appendleft(waiting) if first else line.append(waiting)
        self._known[waiting.id] = waiting
        self.weight += waiting.weight
        self._places = None

    def pop(self) -> Waiting | None:
        """Take the next job out; None where nobody waits."""
        if not self._levels:
            return None
        lines = self._levels[max(self._levels)]
        key, line = next(iter(lines.items()))
        waiting = line[0]
        lines.move_to_end(key)  # the next turn is another key's
        self._forget(waiting)
        return waiting

    def remove(self, job_id: str) -> Waiting | None:
        """Take a job out, wherever it stands; None where it does not wait."""
        waiting = self._known.get(job_id)
        if waiting is not None:
            self._forget(waiting)
        return waiting

    def find_place(self, job_id: str) -> int | None:
        """How many jobs are before this one as things are; None where it does not wait."""
        if self._places is None:
            self._places = {waiting.id: place for place, waiting in enumerate(self._in_order())}
        return self._places.get(job_id)

    def weigh_before(self, key: str, priority: int) -> int:
        """About how many pictures come before those of a job that this key would put now."""
        higher = [lines for level, lines in self._levels.items() if level > priority]
        before = sum(waiting.weight for lines in higher for line in lines.values() for waiting in line)
        lines: dict[str, deque[Waiting]] = self._levels.get(priority) or {}
        own = len(lines.get(key, ()))
        for name, line in lines.items():
            # Of other keys come as many jobs as turns pass until ours is the first of its line.
            turns = own if name == key else own + 1
            before += sum(waiting.weight for waiting in islice(line, turns))
        return before

    def __iter__(self) -> Iterator[Waiting]:
        """All that wait, in no order."""
        return iter(tuple(self._known.values()))

    def _forget(self, waiting: Waiting) -> None:
        lines: OrderedDict[str, deque[Waiting]] = self._levels[waiting.priority]
        line = lines[waiting.key]
        if line[0] is waiting:
            line.popleft()
        else:
            line.remove(waiting)
        if not line:
            del lines[waiting.key]
        if not lines:
            del self._levels[waiting.priority]
        del self._known[waiting.id]
        self.weight -= waiting.weight
        self._places = None

    def _in_order(self) -> Iterator[Waiting]:
        for priority in sorted(self._levels, reverse=True):
            lines = [iter(line) for line in self._levels[priority].values()]
            while lines:
                left = []
                for line in lines:
                    if (waiting := next(line, None)) is not None:
                        yield waiting
                        left.append(line)
                lines = left
