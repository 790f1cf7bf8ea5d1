"""Which retries are answers to a refusal: those look for no lost answer, and join nothing."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable

_KEEP = 150.0  # seconds; official clients come back within two minutes
_MOST = 10_000


class Refusals:
    """Requests that were told no and may come again, as a key and a fingerprint. Of the last some minutes only."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._told: OrderedDict[tuple[str, str], list[float]] = OrderedDict()

    def note(self, owner: str, fingerprint: str) -> None:
        """This request was refused or failed, and its client knows."""
        self._told.setdefault((owner, fingerprint), []).append(self._clock())
        self._told.move_to_end((owner, fingerprint))
        while len(self._told) > _MOST:
            self._told.popitem(last=False)

    def settle(self, owner: str, fingerprint: str) -> bool:
        """A retry came: does it answer a refusal? Each refusal has one retry."""
        since = self._clock() - _KEEP
        left = [when for when in self._told.pop((owner, fingerprint), []) if when >= since]
        if left[1:]:
            self._told[owner, fingerprint] = left[1:]
        return bool(left)
