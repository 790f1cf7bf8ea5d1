"""How long batches of a kind take, and whether those who got a picture come back for the next one."""

from __future__ import annotations

from collections import deque

_WEIGHT = 0.2  # of the newest batch in the mean
_SHARE = 0.2  # of what a batch takes may be waited for others: about what one batch fewer saves
_LEAST = 0.3  # share of callers who must have come back at once for others to be waited for


class Pace:
    """What was seen of one kind of wishes. Times are in seconds, of one clock.

    Eight callers who each ask again once they have their picture get out of step: one is alone in the first batch, and
    without a wait it would be 1, 7, 1, 7 for ever. So after a batch its callers are expected back for a moment, as long
    as most of those before did come. A caller who is alone is never made to wait: it is back when it asks.
    """

    def __init__(self, window: float) -> None:
        self.window = window
        self.seconds = 0.0
        """What a batch takes; 0: none was made yet."""
        self._finishing = 0
        self._given: deque[float] = deque()
        self._returning = 0.6

    def note_batch(self, seconds: float) -> None:
        self.seconds += (_WEIGHT if self.seconds else 1.0) * (seconds - self.seconds)

    def note_made(self) -> None:
        """A picture is painted; its caller gets it soon."""
        self._finishing += 1

    def note_given(self, now: float, *, away: bool = False) -> None:
        """A painted picture was given out; `away`: or nobody wants it any more."""
        self._finishing -= 1
        if not away:
            self._given.append(now)

    def note_wish(self, now: float) -> None:
        """A wish came in: somebody who got a picture before, as far as anybody knows."""
        self._forget(now)
        if self._given:
            self._given.popleft()
            self._returning += 0.1 * (1.0 - self._returning)

    def expect(self, now: float) -> int:
        """How many wishes of this kind may come in a moment."""
        self._forget(now)
        return self._finishing + len(self._given) if self._returning >= _LEAST else 0

    @property
    def patience(self) -> float:
        """How long a batch may wait for them."""
        return min(self.window, _SHARE * self.seconds)

    def _forget(self, now: float) -> None:
        while self._given and now - self._given[0] > self.window:
            self._given.popleft()
            self._returning -= 0.1 * self._returning
