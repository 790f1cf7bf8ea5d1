"""What time it is where ages are reckoned: a clock that leaps ahead makes nothing old."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

_BELIEVED = 300.0  # seconds that a clock may be put right by; more is a leap


class AgeClock:
    """A clock for things that are kept for `keep` seconds.

    Where the system's clock leaps ahead (it was wrong before or is wrong now, or the machine slept), what was kept
    before would seem older than it is. So this one stays behind by the leap until all of that has had its time. A
    leap back makes nothing old and only means that things are kept for longer.
    """

    def __init__(
        self, keep: float, clock: Callable[[], float] = time.time, steady: Callable[[], float] = time.monotonic
    ) -> None:
        self._keep = keep
        self._clock = clock
        self._steady = steady
        self._last = clock(), steady()
        self._lock = threading.Lock()
        self._leaps: list[tuple[float, float]] = []  # until when, by the steady clock, and how far

    def tell(self) -> float:
        """Now, in Unix seconds."""
        with self._lock:
            now, steady = self._clock(), self._steady()
            leap = (now - self._last[0]) - (steady - self._last[1])
            if abs(leap) > _BELIEVED:
                self._leaps.append((steady + self._keep, leap))
                self._last = now, steady
            self._leaps = [one for one in self._leaps if one[0] > steady]
            return now - max(0.0, sum(far for _, far in self._leaps))
