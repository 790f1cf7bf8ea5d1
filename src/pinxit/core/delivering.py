"""The deliverer: sends what is due, beside the server, until it arrives or a day has passed."""

from __future__ import annotations

import asyncio
import logging
import random
import time
from collections import Counter
from collections.abc import Callable

from pinxit.core.errors import StorageFailed
from pinxit.core.hooks import TEST, Delivery, HookStore, Load, Sender, is_success, write_headers

_LOG = logging.getLogger("pinxit.webhooks")
DELAYS = (5, 60, 300, 1800, 7200, 21_600, 21_600, 21_600, 12_235)
"""Seconds between the tries: a day together. Counted, not timed, so that a clock that jumps gives nothing up. A test is
tried once.
"""
LEASE = 60.0
"""Seconds for which a try belongs to one server; it takes 15 at most. After it died another one tries again."""
_PLACES = 10_000  # hosts whose silence is remembered
_POLL = 1.0  # seconds between two looks for what is due
_PARTING = 3.0  # seconds that tries under way get when the server stops
_SWEEP = 3600.0
_KEPT = 7 * 86_400.0  # seconds for which it can be seen what became of a message
_REST, _LONGEST_REST = 5.0, 600.0  # seconds that a host is left alone which did not answer again and again
_GONE = "410"


class Deliverer:
    """Sends messages, each at least once, always under the same id. `chance` gives numbers from 0 to 1."""

    def __init__(
        self,
        store: HookStore,
        sender: Sender,
        *,
        load: Load | None = None,
        clock: Callable[[], float] = time.time,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._store = store
        self._sender = sender
        self._load = load or Load()
        self._clock = clock
        self._chance = chance
        self._tasks: dict[asyncio.Task[None], Delivery] = {}
        self._freed = asyncio.Event()
        self._misses: Counter[tuple[str, str]] = Counter()

    async def deliver_forever(self) -> None:
        """Send what is due, beside the server, until cancelled; what is under way then is given back."""
        swept, troubled = 0.0, False
        try:
            while True:
                self._freed.clear()
                try:
                    await self._begin_due()
                    troubled = False
                    if abs(self._clock() - swept) > _SWEEP:
                        swept = self._clock()
                        await self._store.tidy(swept, _KEPT, max(DELAYS) + _LONGEST_REST)
                except StorageFailed as error:
                    if not troubled:  # said once, not every second
                        _LOG.warning("no webhooks are sent for now: %s", error.message)
                    troubled = True
                except Exception:
                    _LOG.exception("webhooks could not be sent")
                    await asyncio.sleep(_POLL)
                await self._wait()
        finally:
            await self._part()

    async def deliver_due(self) -> int:
        """Send what is due now and return when that was tried, with how many there were."""
        count = 0
        while begun := await self._begin_due():
            count += begun
            await asyncio.gather(*self._tasks)
        return count

    async def _begin_due(self) -> int:
        begun = 0
        while self._load.room > 0:
            claimed = await self._store.claim(self._clock(), LEASE, self._load)
            if not claimed:
                break
            for delivery in claimed:
                self._load.take(delivery.owner, delivery.host)
                task = asyncio.create_task(self._deliver(delivery))
                self._tasks[task] = delivery
                task.add_done_callback(self._leave)
            begun += len(claimed)
        return begun

    async def _deliver(self, delivery: Delivery) -> None:
        answer = "broken"
        try:
            headers = write_headers(delivery, self._clock())
            answer = await self._sender.post(delivery.url, headers, delivery.body.encode())
        except Exception as error:
            # Its text may quote what was sent.
            _LOG.error("a webhook could not be sent: %s", type(error).__name__)
        try:
            await self._settle(delivery, answer)
        except StorageFailed as error:
            _LOG.warning(
                "webhook %s is sent again, since its answer could not be noted: %s", delivery.id, error.message
            )

    async def _settle(self, delivery: Delivery, answer: str) -> None:
        now = self._clock()
        given_up = answer == _GONE or delivery.event == TEST or delivery.tries > len(DELAYS)
        over = given_up or is_success(answer)
        # A tenth less at most: many that failed together do not come back together.
        due = None if over else now + DELAYS[delivery.tries - 1] * (1 - self._chance() / 10)
        await self._store.settle(delivery, now, answer, due)
        if answer == _GONE and delivery.webhook is not None:
            await self._store.disable(delivery.webhook, now, answer)
        await self._rest(delivery, now, answered=answer.isdigit())
        if over and not is_success(answer):
            _LOG.warning("webhook %s to %s is given up: %s", delivery.id, delivery.host, answer)

    async def _rest(self, delivery: Delivery, now: float, *, answered: bool) -> None:
        """Leave a host alone for a while where nobody answers, or thousands of messages would each wait for it."""
        place = (delivery.owner, delivery.host)
        if answered:
            self._misses.pop(place, None)
            return
        self._misses[place] += 1
        if self._misses[place] > 1:
            rest = min(_LONGEST_REST, _REST * 2 ** min(self._misses[place], 10))
            await self._store.postpone(*place, now, now + rest)
        if len(self._misses) > _PLACES:
            self._misses.clear()

    def _leave(self, task: asyncio.Task[None]) -> None:
        delivery = self._tasks.pop(task)
        self._load.leave(delivery.owner, delivery.host)
        self._freed.set()

    async def _wait(self) -> None:
        try:
            async with asyncio.timeout(_POLL):
                await self._freed.wait()
        except TimeoutError:
            pass

    async def _part(self) -> None:
        """Let tries under way end; those that do not are due again at once, for whoever comes next."""
        if not self._tasks:
            return
        await asyncio.wait(self._tasks, timeout=_PARTING)
        for task, delivery in list(self._tasks.items()):
            task.cancel()
            try:
                await self._store.settle(delivery, self._clock(), "interrupted", self._clock())
            except StorageFailed as error:
                _LOG.warning("webhook %s is sent again in a minute: %s", delivery.id, error.message)
        await asyncio.gather(*self._tasks, return_exceptions=True)
