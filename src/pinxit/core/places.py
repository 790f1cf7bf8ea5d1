"""Where a model is served, how well that goes, and whose turn it is."""

from __future__ import annotations

import random
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pinxit.core.breaker import Breaker
from pinxit.core.caps import Purses
from pinxit.core.entries import Entry
from pinxit.core.errors import Unsupported
from pinxit.core.images import ImageRequest

_REMEMBERED = 200  # answers
_ENOUGH = 20  # answers, before anything is foretold from them


@dataclass(frozen=True, slots=True)
class Dice:
    """Time and chance, so that tests can tell both."""

    clock: Callable[[], float] = time.monotonic
    chance: Callable[[], float] = random.random


class Place:
    """A model at an engine. All routes that lead there share what is known of it."""

    def __init__(self, entry: Entry, dice: Dice, purses: Purses | None = None) -> None:
        self.entry = entry
        self.purse = purses.find(entry.engine.name) if purses else None
        self._purses = purses
        self._dice = dice
        self._breakers: dict[str, Breaker] = {}
        self._latencies: deque[float] = deque(maxlen=_REMEMBERED)

    @property
    def engine(self) -> str:
        return self.entry.engine.name

    @property
    def model(self) -> str:
        return self.entry.card.name

    @property
    def breakers(self) -> Mapping[str, Breaker]:
        """By account: the payers that have one of their own, and the empty text for all others."""
        return self._breakers

    def find_breaker(self, payer: str) -> Breaker:
        account = payer if payer and payer in getattr(self.entry.engine, "accounts", ()) else ""
        breaker = self._breakers.get(account)
        if breaker is None:
            breaker = self._breakers[account] = Breaker(self._dice.clock, self._dice.chance)
        return breaker

    def foretell(self, request: ImageRequest) -> int:
        """What a request costs here, in billionths of a dollar; 0 where nobody counts it."""
        return self._purses.foretell(request, self.model) if self._purses and self.purse else 0

    def note_latency(self, seconds: float) -> None:
        """So long it took to the first picture."""
        self._latencies.append(seconds)

    def find_latency(self, share: float) -> float | None:
        """The seconds within which this share (0 to 1) of the latest answers came; None while there are too few."""
        if len(self._latencies) < _ENOUGH:
            return None
        ranked = sorted(self._latencies)
        return ranked[min(len(ranked) - 1, int(share * len(ranked)))]


class Group:
    """The places that serve one model alike, by turns: each gets its share, and as evenly as can be."""

    def __init__(self, model: str, places: Sequence[tuple[Place, int]]) -> None:
        """Places and their weights; a model is called what callers call it."""
        self.model = model
        self.places = tuple(place for place, _ in places)
        self._weights = dict(places)
        self._credit = dict.fromkeys(self.places, 0)

    def choose(self, able: Sequence[Place]) -> Place:
        """Whose turn it is among those that can serve, at least one."""
        if len(able) == 1:
            return able[0]
        # The "smooth" choice of nginx: everybody earns its weight, the richest serves and pays the whole.
        for place in able:
            self._credit[place] += self._weights[place]
        chosen = max(able, key=self._credit.__getitem__)
        self._credit[chosen] -= sum(self._weights[place] for place in able)
        return chosen

    def fit(self, request: ImageRequest, *, lenient: bool) -> Iterator[tuple[Place, ImageRequest]]:
        """The places that can do what is asked, each with the request in its own terms.

        `lenient` leaves out options that a model does not have: for one that only stands in for another.
        """
        for place in self.places:
            try:
                wanted = _leave_out(place.entry, request) if lenient else request
                yield place, place.entry.check(wanted)
            except Unsupported:
                continue


def _leave_out(entry: Entry, request: ImageRequest) -> ImageRequest:
    known = entry.card.options
    kept = tuple((name, value) for name, value in request.options if name in known and known[name].takes(value))
    return request if len(kept) == len(request.options) else replace(request, options=kept)
