"""The runner of batches: feeds their lines to the runner of jobs little by little, and writes the answers down.

A server may be killed at any moment. A line is one job however often it is taken, since the job's idempotency key names
it; an answer is written down together with the note that it is, so that each stands in the files once.
"""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from functools import partial

from pinxit.core.batches import Batch
from pinxit.core.batchwork import BatchWork, Lost, Office
from pinxit.core.errors import PinxitError, StorageFailed

_LOG = logging.getLogger("pinxit.batches")
_MOST = 16  # batches that one server works on at the same time
_EACH = 2  # of one key
_ROUND = 2.0  # seconds between two looks for batches of nobody
_AGAIN = 5.0  # seconds after which a batch that met a trouble is tried again
_TIDY = 3600.0  # seconds between two rounds of forgetting
_KEEP = 60 * 86_400.0  # seconds for which closed batches are known


class BatchRunner:
    """Works on batches, beside the server. Belongs to one event loop."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._works: dict[str, asyncio.Task[None]] = {}
        self._news = office.filing.news
        self._tidied = 0.0

    async def watch(self) -> None:
        """Work on all batches there are, until cancelled; then give them back."""
        try:
            while True:
                self._news.clear()
                try:
                    await self._start_some()
                    await self._tidy()
                except StorageFailed as error:
                    _LOG.warning("no batches were taken over: %s", error.message)
                with suppress(TimeoutError):
                    async with asyncio.timeout(_ROUND):
                        await self._news.wait()
        finally:
            await self._stop()

    async def _start_some(self) -> None:
        free = _MOST - len(self._works)
        if free <= 0 or self._office.jobs.stopping:
            return
        for batch in await self._office.book.claim(free, _EACH):
            if batch.id not in self._works:
                task = asyncio.create_task(self._work(batch))
                self._works[batch.id] = task
                task.add_done_callback(partial(self._finish, batch.id))

    def _finish(self, batch_id: str, task: asyncio.Task[None]) -> None:
        del self._works[batch_id]
        self._news.set()

    async def _work(self, batch: Batch) -> None:
        while True:
            work = BatchWork(self._office, batch)
            try:
                await work.run()
            except Lost:
                return
            except PinxitError as error:
                _LOG.warning("%s is tried again in %.0f s: %s", batch.id, _AGAIN, error.message)
            except Exception:
                _LOG.exception("%s broke and is tried again in %.0f s", batch.id, _AGAIN)
            else:
                return
            finally:
                await work.close()
            await asyncio.sleep(_AGAIN)

    async def _tidy(self) -> None:
        now = self._office.clock()
        if now - self._tidied < _TIDY:
            return
        self._tidied = now
        gone = await self._office.cabinet.book.forget(now) + await self._office.book.forget(now - _KEEP)
        if gone:
            _LOG.info("%d old files and batches are forgotten", gone)

    async def _stop(self) -> None:
        works = list(self._works.values())
        for work in works:
            work.cancel()
        await asyncio.gather(*works, return_exceptions=True)
        try:
            await self._office.book.release()
        except StorageFailed as error:
            _LOG.warning("batches were not given back: %s", error.message)
