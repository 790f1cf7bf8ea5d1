"""What may be spent at an engine, kept however many requests are under way at once."""

from __future__ import annotations

import asyncio
import logging
import time
from collections import deque
from collections.abc import Callable, Mapping
from typing import Protocol

from pinxit.core.errors import StorageFailed, UpstreamCapped
from pinxit.core.estimates import foretell
from pinxit.core.images import ImageRequest
from pinxit.core.limits import Period, begin_window, end_window, write_money
from pinxit.core.prices import Prices
from pinxit.core.routes import Cap

_LOG = logging.getLogger("pinxit.routing")
_FRESH = 3.0  # seconds that a sum from the ledger counts
_SETTLING = 10.0  # seconds after which what was drawn surely stands in the ledger: its pictures are kept first


class Spending(Protocol):
    """Whoever knows what was spent: the ledger."""

    async def spent(self, engine: str, since: float) -> int:
        """What was charged for pictures of `engine` since then (Unix seconds), in billionths of a dollar.

        Raises StorageFailed.
        """
        ...


class Purse:
    """What is left to spend at one engine. Belongs to one event loop.

    Others may spend there, too: other servers on the same ledger run over by no more than what they begin within the
    few seconds that a sum counts.
    """

    def __init__(self, engine: str, cap: Cap, spending: Spending, now: Callable[[], float] = time.time) -> None:
        """`now` tells Unix seconds."""
        self._engine = engine
        self._cap = cap
        self._period = Period(cap.window)
        self._spending = spending
        self._now = now
        self._known: int | None = None
        self._begin = 0.0
        self._asked = 0.0
        self._asking = asyncio.Lock()
        self._under_way = 0
        self._settling: deque[tuple[float, int]] = deque()
        self._unsettled = 0  # the sum of these

    async def book(self, cost: int) -> None:
        """Take `cost` out of what is left. Raises UpstreamCapped where it is more than that, and StorageFailed."""
        await self._refresh()
        if (self._known or 0) + self._unsettled + self._under_way + cost > self._cap.amount:
            resets = end_window(self._period, self._now())
            raise UpstreamCapped(
                f"What may be spent at {self._engine} this {self._cap.window} (${write_money(self._cap.amount)}) is "
                "spent; the operator can raise it.",
                resets=resets,
            )
        self._under_way += cost

    def settle(self, cost: int, *, made: bool) -> None:
        """A request that was booked is over; what it `made` will stand in the ledger, the rest is not charged."""
        self._under_way -= cost
        if made and cost:
            self._settling.append((self._now(), cost))
            self._unsettled += cost

    async def _refresh(self) -> None:
        if self._is_fresh():
            return
        if self._asking.locked() and self._known is not None and self._begin == self._find_begin():
            return  # somebody asks already, and what is known is not much older
        async with self._asking:
            if self._is_fresh():
                return
            begin, asked = self._find_begin(), self._now()
            try:
                self._known = await self._spending.spent(self._engine, begin)
            except StorageFailed as error:
                if self._known is None or begin != self._begin:
                    raise
                _LOG.warning("what was spent at %s is not known anew: %s", self._engine, error.message)
            else:
                while self._settling and self._settling[0][0] < asked - _SETTLING:
                    self._unsettled -= self._settling.popleft()[1]
            self._begin, self._asked = begin, asked

    def _is_fresh(self) -> bool:
        fresh = self._known is not None and 0 <= self._now() - self._asked < _FRESH
        return fresh and self._begin == self._find_begin()

    def _find_begin(self) -> float:
        return begin_window(self._period, self._now())


class Purses:
    """The purses of all engines that have a cap."""

    def __init__(
        self,
        caps: Mapping[str, Cap],
        spending: Spending,
        prices: Prices,
        now: Callable[[], float] = time.time,
    ) -> None:
        self._purses = {engine: Purse(engine, cap, spending, now) for engine, cap in caps.items()}
        self._prices = prices

    def find(self, engine: str) -> Purse | None:
        """None where nothing is capped."""
        return self._purses.get(engine)

    def foretell(self, request: ImageRequest, model: str) -> int:
        """What a request costs of a model, in billionths of a dollar."""
        return foretell(request, model, self._prices).cost
