"""What one device makes together, and what was learnt of that."""

from __future__ import annotations

from dataclasses import dataclass, field

from pinxit.engines.diffusers.wishes import Told, Wish
from pinxit.engines.diffusers.work import Manner, Sight
from pinxit.engines.process import Report
from pinxit.weights import Installed

LOAD = 10.0
"""Seconds that a model takes to load, where none was timed."""
PAINTED = 0.95
"""How much of the work is done when the last step is, and the picture is not yet encoded."""
_SUSPECTS = 2


@dataclass(eq=False, slots=True)
class Batch:
    """Wishes that one device makes together. Times are of the event loop."""

    wishes: list[Wish]
    began: float
    resident: bool
    """Was the model in the device's memory before?"""
    painting: float = 0.0
    """When the first step was done; 0: not yet."""

    @property
    def model(self) -> Installed:
        return self.wishes[0].model

    @property
    def kind(self) -> tuple[str, Manner]:
        return self.wishes[0].kind

    @property
    def wanted(self) -> list[Wish]:
        """Wishes that somebody still waits for."""
        return [wish for wish in self.wishes if not wish.over]

    def hear(self, report: Report, now: float) -> None:
        """Pass on how far it is."""
        if report.stage == "loading":  # of which no part of the picture comes
            loading = f"loading {self.model.name}, {report.fraction:.0%}"
            for wish in self.wishes:
                wish.tell(Told(0.0, loading))
            return
        sight = report.value if isinstance(report.value, Sight) else None
        if sight is not None:
            self.painting = self.painting or now
        previews = (sight and sight.previews) or (None,) * len(self.wishes)
        for wish, preview in zip(self.wishes, previews, strict=False):
            wish.tell(Told(min(PAINTED, report.fraction), report.stage, preview))


@dataclass(slots=True)
class Experience:
    """What was learnt on the way: how many pictures fit, and how long models load. It outlives the workers."""

    most: int
    fits: dict[str, dict[int, int]] = field(default_factory=dict)
    loads: dict[str, float] = field(default_factory=dict)
    suspects: dict[tuple[str, int], int] = field(default_factory=dict)

    def limit(self, wish: Wish) -> int:
        """How many pictures like this one are made together: no more than of a smaller size."""
        pixels = wish.manner.width * wish.manner.height
        known = self.fits.get(wish.model.name, {})
        return min((limit for size, limit in known.items() if size <= pixels), default=self.most)

    def halve(self, batch: Batch) -> int:
        """Fewer of these are made together from now on; returns how many."""
        limit = max(1, len(batch.wishes) // 2)
        self.fits.setdefault(batch.model.name, {})[_measure(batch)] = limit
        return limit

    def suspect(self, batch: Batch) -> bool:
        """A worker died as if its batch were too large. Is it the second one without a batch that went well?"""
        key = (batch.model.name, _measure(batch))
        self.suspects[key] = self.suspects.get(key, 0) + 1
        if len(batch.wishes) == 1 or self.suspects[key] < _SUSPECTS:
            return False
        del self.suspects[key]
        return True

    def trust(self, batch: Batch) -> None:
        """A batch went well."""
        if len(batch.wishes) > 1:
            self.suspects.pop((batch.model.name, _measure(batch)), None)

    def note_load(self, batch: Batch) -> None:
        if batch.painting and not batch.resident:
            self.loads[batch.model.name] = batch.painting - batch.began


def _measure(batch: Batch) -> int:
    """Pixels of one of its pictures."""
    return batch.wishes[0].manner.width * batch.wishes[0].manner.height
