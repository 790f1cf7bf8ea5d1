"""What is forgotten after a while: pictures, what callers brought, and jobs that are over."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Sequence

from pinxit.core.archive import Archive, JobBook
from pinxit.core.errors import PinxitError

_LOG = logging.getLogger("pinxit.errors")
_ROUND = 60.0  # seconds between two rounds


async def keep_house(archives: Sequence[Archive], book: JobBook, jobs_keep: float) -> None:
    """Forget what was kept long enough, again and again, until cancelled. `jobs_keep` is in seconds."""

    async def forget() -> int:
        return await book.forget(time.time() - jobs_keep)

    while True:
        for archive in archives:
            await _try("pictures and files", archive.sweep)
        await _try("jobs", forget)
        await asyncio.sleep(_ROUND)


async def _try(what: str, forget: Callable[[], Awaitable[int]]) -> None:
    try:
        if gone := await forget():
            _LOG.info("%d %s were kept long enough and are gone", gone, what)
    except (OSError, PinxitError) as error:
        _LOG.warning("Old %s could not be swept: %s", what, error)
