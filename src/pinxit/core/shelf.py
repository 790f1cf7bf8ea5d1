"""Where a job's pictures lie: those that its request brings, and those that came of it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from dataclasses import replace

from pinxit.core.archive import Archive, JobBook
from pinxit.core.errors import NotFound
from pinxit.core.images import ImageRequest
from pinxit.core.jobs import Job, JobState
from pinxit.core.orders import Order, list_sources
from pinxit.core.records import name_pictures, pack_request, unpack_asked, unpack_request, unpack_result
from pinxit.core.studio import ImageResult


class Shelf:
    """Keeps whole orders and brings back orders and results."""

    def __init__(self, book: JobBook, archive: Archive, uploads: Archive) -> None:
        self.archive = archive
        self._book = book
        self._uploads = uploads

    async def keep_order(self, job: Job, order: Order) -> Job:
        """The job with its whole order, where it must outlive this process. Raises StorageFailed."""
        if not order.detached:
            return job
        sources = list_sources(order.request)
        names = await asyncio.gather(*(self._uploads.keep_bytes(source.data, "bin") for source in sources))
        mask = names.pop() if order.request.mask else None
        return replace(job, order={"request": pack_request(order.request, names, mask), "anew": order.anew})

    async def load(self, job: Job) -> tuple[ImageRequest, str]:
        """The request of a detached job with its pictures, and the words to draw anew from. Raises NotFound."""
        order = job.order or (await self._book.find(job.id)).order
        if order is None:
            raise NotFound("This job's order was not kept.")
        record = order["request"]
        names = name_pictures(record)
        data = await self._read(self._uploads, names)
        return unpack_request(record, dict(zip(names, data, strict=True))), order["anew"]

    async def recall(self, job: Job, request: ImageRequest | None) -> ImageResult:
        """The result of a completed job, for `request`; None: for its own, without source pictures.

        Raises NotFound where the pictures are not kept any more.
        """
        if job.outcome is None:
            raise NotFound("This job has no result.")
        if request is None:
            request = unpack_request(job.order["request"], None) if job.order else unpack_asked(job)
        names = [picture["name"] for picture in job.outcome["pictures"]]
        try:
            data = await self._read(self.archive, names)
        except NotFound:
            raise NotFound("The pictures of this job are not kept any more; send the request again.") from None
        return unpack_result(job.outcome, request, dict(zip(names, data, strict=True)))

    async def repeat(self, job: Job, order: Order, found: Job) -> Job | None:
        """The job as one that is completed like an earlier one; None where its pictures are not kept any more."""
        now = time.time()
        again = replace(job, state=JobState.COMPLETED, begun=now, ended=now, outcome=found.outcome)
        try:
            await self.recall(again, order.request)
        except NotFound:
            return None
        return again if again.order is not None else await self.keep_order(again, order)

    async def _read(self, store: Archive, names: Sequence[str]) -> list[bytes]:
        return await asyncio.gather(*(store.read(name) for name in names))
