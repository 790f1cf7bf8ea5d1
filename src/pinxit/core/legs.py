"""One try of a request at one place, and what of its events may be told."""

from __future__ import annotations

import logging
from collections.abc import AsyncGenerator, Iterator
from dataclasses import dataclass, field, replace

from pinxit.core.breaker import Breaker
from pinxit.core.engine import Drawn
from pinxit.core.errors import EngineFailed
from pinxit.core.gravity import find_gravest
from pinxit.core.images import ImageRequest, Missed, Partial, Picture, Progress, Served, Usage
from pinxit.core.places import Place

_LOG = logging.getLogger("pinxit.routing")


@dataclass(eq=False, slots=True)
class Leg:
    """One try. Whoever opens one calls `leave`, whatever happens."""

    place: Place
    request: ImageRequest
    breaker: Breaker
    ticket: int
    cost: int
    begun: float
    served: Served
    held: list[Missed | Usage] = field(default_factory=list)
    """What counts only if a picture comes."""
    made: bool = False
    _over: bool = False

    def draw(self) -> AsyncGenerator[Drawn]:
        return self.place.entry.engine.draw(self.request)

    def leave(self, *, well: bool | None) -> None:
        """It is over, and went well or not; None: that tells nothing. A second call does nothing."""
        if self._over:
            return
        self._over = True
        closed = self.breaker.opened_at is None
        self.breaker.leave(self.ticket, well=well)
        if closed != (self.breaker.opened_at is None):
            what = "fails again and again and is left alone for a while" if closed else "works again"
            _LOG.warning("%s (%s) %s", self.place.engine, self.place.model, what)
        if self.place.purse is not None:
            self.place.purse.settle(self.cost, made=self.made)

    def find_failure(self, raised: Exception | None = None) -> Exception | None:
        """Why it failed: the gravest of what was `raised` and of what was missed; None where it made a picture."""
        if self.made:
            return raised
        first = [Missed(-1, raised)] if raised else []
        missed = [*first, *(event for event in self.held if isinstance(event, Missed))]
        return find_gravest(missed) if missed else EngineFailed(f"{self.place.engine} made no picture.")


class Sieve:
    """What a caller is told of several tries as if it were one: nothing goes back, and nothing comes twice.

    Progress only grows, and the steps of unfinished pictures count on: of a second try only those are shown that the
    first one did not come to. What was missed and what tokens were used is told once a picture is there.
    """

    def __init__(self) -> None:
        self._told: Served | None = None
        self._progress: dict[int, float] = {}
        self._steps: dict[int, int] = {}
        self._ended: set[int] = set()
        self.made = False
        """Has a picture been told?"""

    def sift(self, leg: Leg, event: Drawn) -> Iterator[Drawn]:
        """What is to be told now. The first event of a leg is preceded by who serves."""
        if isinstance(event, Served):  # an engine that itself passes the work on
            leg.served = replace(event, instead=leg.served.instead or event.instead)
            return
        if isinstance(event, Missed | Usage) and not leg.made:
            leg.held.append(event)
            return
        if not self._passes(event):
            return
        if self._told != leg.served:
            self._told = leg.served
            yield leg.served
        yield event
        if isinstance(event, Picture) and not leg.made:
            leg.made = self.made = True
            held, leg.held = leg.held, []
            yield from (kept for kept in held if self._passes(kept))

    def _passes(self, event: Drawn) -> bool:
        if isinstance(event, Progress):
            before = self._progress.get(event.index, 0.0)
            self._progress[event.index] = max(event.fraction, before)
            return event.fraction >= before
        if isinstance(event, Partial):
            before = self._steps.get(event.index, -1)
            self._steps[event.index] = max(event.step, before)
            return event.step > before
        if isinstance(event, Picture | Missed):
            new = event.index not in self._ended
            self._ended.add(event.index)
            return new
        return True
