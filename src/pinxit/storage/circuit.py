"""Calls to a service that may be away: made again for a few seconds, and for a while not at all after that."""

from __future__ import annotations

import asyncio
import logging
import random
import time
from collections.abc import Awaitable, Callable
from typing import TypeVar

from pinxit.core.errors import StorageAway

_LOG = logging.getLogger("pinxit.errors")
_T = TypeVar("_T")
_SHORTEST, _LONGEST = 0.1, 1.6  # seconds between two tries


class Away(Exception):
    """A try failed for a reason that may pass."""


class Circuit:
    """Guards the calls to `what` ("the store of pictures").

    A call is tried again for `patience` seconds. If it fails and no other call has succeeded since it began, the
    service is down: for `pause` seconds every call is refused at once, then a single one finds out whether it is back.
    """

    def __init__(self, what: str, patience: float = 4.0, pause: float = 5.0) -> None:
        self._what = what
        self._patience = patience
        self._pause = pause
        self._closed_until = 0.0  # no calls before then; 0: it is not known to be down
        self._answered = float("-inf")

    async def call(self, work: Callable[[], Awaitable[_T]]) -> _T:
        """What `work` returns. Raises StorageAway where it raises Away or TimeoutError to the end, else what it raises.

        `work` sees to it that a single try ends.
        """
        begun = time.monotonic()
        end = begun + self._patience
        if self._closed_until:
            if begun < self._closed_until:
                raise self._refuse()
            self._closed_until = begun + self._pause  # this call finds out; the others do not wait for it
            end = begun
        wait = _SHORTEST
        while True:
            try:
                found = await work()
            except (Away, TimeoutError) as error:
                cause = error
            except Exception:  # a refusal is an answer, too
                self._note_answer()
                raise
            else:
                self._note_answer()
                return found
            if time.monotonic() + wait > end:
                break
            await asyncio.sleep(wait * random.uniform(0.75, 1.0))
            wait = min(2 * wait, _LONGEST)
        if self._answered <= begun:
            self._closed_until = time.monotonic() + self._pause
        _LOG.warning("%s cannot be reached: %s", self._what, cause or "no answer in time")
        raise self._refuse() from cause

    def _note_answer(self) -> None:
        if self._closed_until:
            _LOG.warning("%s can be reached again", self._what)
        self._closed_until = 0.0
        self._answered = time.monotonic()

    def _refuse(self) -> StorageAway:
        return StorageAway(f"{self._what} cannot be reached for now; send the request again in a moment.")
