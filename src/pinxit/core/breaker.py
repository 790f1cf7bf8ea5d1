"""A circuit breaker: a service that fails again and again is left alone for a while, then tried with one request."""

from __future__ import annotations

import random
import time
from collections import deque
from collections.abc import Callable
from enum import StrEnum

_IN_A_ROW = 5
_LATEST = 20
_WITHIN = 30.0  # seconds
_SHORTEST, _LONGEST = 5.0, 60.0  # seconds of being open
_LONGEST_PAUSE = 60.0  # seconds: a service that asks for hours is asked again before, or a slip of it would cost hours


class State(StrEnum):
    """Closed lets everything through, open nothing, half-open one request that tells whether it works again."""

    CLOSED = "closed"
    OPEN = "open"
    HALF_OPEN = "half-open"


class Breaker:
    """Opens after five failures in a row, or when half of the latest twenty requests within 30 seconds failed.

    It stays open for 5 seconds, twice as long after each probe that failed, a minute at most; a part of that is left to
    chance, so that many servers do not ask again in the same moment. Belongs to one event loop: nothing here awaits,
    so of all who ask at the end of that time exactly one is let through.
    """

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, chance: Callable[[], float] = random.random
    ) -> None:
        """`clock` counts seconds; `chance` gives numbers from 0 to 1."""
        self._clock = clock
        self._chance = chance
        self._latest: deque[tuple[float, bool]] = deque(maxlen=_LATEST)
        self._row = 0
        self._times = 0  # opened since it was closed
        self._until = 0.0
        self._paused = 0.0
        self._probing = False
        self._turn = 0  # grows with every change: what began before does not speak for what is now
        self.opened_at: float | None = None
        """When it was opened, by the clock; None while it is closed."""

    @property
    def state(self) -> State:
        if self.opened_at is None:
            return State.CLOSED
        return State.HALF_OPEN if self._probing or self._clock() >= self._until else State.OPEN

    @property
    def wait(self) -> float:
        """Seconds until it is worth asking again; 0.0: now."""
        now = self._clock()
        wait = max(0.0, self._paused - now)
        if self.opened_at is not None:
            # While the probe is under way nobody knows; somebody who asks again soon loses little.
            wait = max(wait, 1.0 if self._probing else self._until - now)
        return wait

    @property
    def open(self) -> bool:
        """Is a request refused because of failures, and not for a pause?"""
        return self.opened_at is not None and (self._probing or self._clock() < self._until)

    def enter(self) -> int | None:
        """A ticket for one request, which must be given back with `leave`; None: not now."""
        if self.wait > 0:
            return None
        if self.opened_at is not None:
            self._probing = True
            self._turn += 1
        return self._turn

    def leave(self, ticket: int, *, well: bool | None) -> None:
        """A request is over: it went `well` or not, or None where it tells nothing, as when its caller went away."""
        if ticket != self._turn:
            return
        if self._probing:
            self._probing = False
            if well is None:
                return
            self._close() if well else self._open()
        elif well is not None:
            self._count(well)

    def pause(self, seconds: float) -> None:
        """The service asked to be left alone for so long; that is no failure."""
        self._paused = max(self._paused, self._clock() + min(max(0.0, seconds), _LONGEST_PAUSE))

    def _count(self, well: bool) -> None:
        now = self._clock()
        self._latest.append((now, well))
        self._row = 0 if well else self._row + 1
        if not well and (self._row >= _IN_A_ROW or self._half_failed(now)):
            self._open()

    def _half_failed(self, now: float) -> bool:
        if len(self._latest) < _LATEST or now - self._latest[0][0] > _WITHIN:
            return False
        return 2 * sum(not well for _, well in self._latest) >= _LATEST

    def _open(self) -> None:
        now = self._clock()
        span = min(_LONGEST, _SHORTEST * 2.0 ** min(self._times, 10))
        self._until = now + span * (0.8 + 0.2 * self._chance())
        self._times += 1
        self._turn += 1
        self._forget()
        self.opened_at = now

    def _close(self) -> None:
        self._times = 0
        self._turn += 1
        self._forget()
        self.opened_at = None

    def _forget(self) -> None:
        self._row = 0
        self._latest.clear()
