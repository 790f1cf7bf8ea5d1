"""What is worth being told of the work on a batch."""

from __future__ import annotations

import time
from collections.abc import Callable

from pinxit.engines.diffusers.work import Sight

_PAUSE = 0.1  # seconds: each report wakes the server, and nobody sees more of them


class Sparing:
    """A worker's `report` that leaves out steps which follow one another faster than anybody looks.

    The first step is always told, and every one with a preview. Those left out still ask whether somebody waits.
    """

    def __init__(self, report: Callable[..., None]) -> None:
        self._report = report
        self._last: float | None = None
        self._stage = ""

    def __call__(self, fraction: float, stage: str, value: object = None) -> None:
        """Raises worker.Cancelled."""
        now = time.monotonic()
        if isinstance(value, Sight):
            quick = self._last is not None and now - self._last < _PAUSE
            if quick and not any(value.previews):
                self._report(fraction, self._stage)  # of a stage that was told already, so hardly ever sent
                return
            self._last = now
        self._stage = stage
        self._report(fraction, stage, value)
