"""From pixels to what a caller gets: looked at, marked, encoded and labelled, in threads beside the next batch."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any, Protocol, TypeVar

from PIL import Image

from pinxit.core.images import ImageRequest, Partial, Picture, Size
from pinxit.engines.diffusers.labelling import label
from pinxit.engines.diffusers.safety import Judge
from pinxit.engines.diffusers.work import Still
from pinxit.engines.workers import count_cores
from pinxit.local import Local

_T = TypeVar("_T")
_MOST = 4  # threads: what they do is done in C, which lets go of the interpreter

Mark = Callable[[Any], Any]
"""Puts a mark into pixels (height x width x 3, uint8) and gives them back."""


class Eye(Protocol):
    """Who looks at pictures before they are given out; `moderation` is the caller's option, "auto" or "low"."""

    def check(self, still: Still, moderation: str = "auto") -> None:
        """Raises Blocked."""
        ...

    def may_show(self, still: Still, moderation: str = "auto") -> bool: ...


class Finisher:
    """Makes Pictures and Partials of pixels. Both methods may be called any number of times at once."""

    def __init__(self, local: Local, eye: Eye | None = None, mark: Mark | None = None) -> None:
        """Raises ConfigurationError where pictures are to be looked at and nothing is installed that can."""
        self._eye = eye or Judge(local)
        self._mark = mark or _choose_mark(local)
        self._threads = ThreadPoolExecutor(min(_MOST, count_cores()), thread_name_prefix="pinxit-finishing")

    async def finish(self, still: Still, request: ImageRequest, picture: Picture) -> Picture:
        """`picture` with the bytes and the size of `still`. Raises Blocked."""

        def work() -> Picture:
            self._eye.check(still, _moderation(request))
            data = _encode(still, request, self._mark)
            if self._mark is not None:
                data = label(data, request.format, changed=bool(request.sources))
            return replace(picture, data=data, size=Size(still.width, still.height))

        return await self._do(work)

    async def show(self, preview: Still, request: ImageRequest, partial: Partial) -> Partial | None:
        """`partial` with `preview` in the size that it says, as its picture will be encoded; None: not for all eyes."""
        size = partial.size

        def work() -> Partial | None:
            if not self._eye.may_show(preview, _moderation(request)):
                return None
            image = Image.frombytes("RGB", (preview.width, preview.height), preview.data)
            if image.size != (size.width, size.height):
                image = image.resize((size.width, size.height), Image.Resampling.BICUBIC)
            data = _encode(Still(size.width, size.height, image.tobytes()), request)
            return replace(partial, data=data)

        return await self._do(work)

    def close(self) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def _do(self, work: Callable[[], _T]) -> _T:
        return await asyncio.get_running_loop().run_in_executor(self._threads, work)


def _moderation(request: ImageRequest) -> str:
    return str(request.option("moderation") or "auto")


def _encode(still: Still, request: ImageRequest, mark: Mark | None = None) -> bytes:
    # NumPy takes a moment to import, and a server without open-weights models has no other use for it.
    import numpy as np  # noqa: PLC0415

    from pinxit.engines.encoding import encode  # noqa: PLC0415

    pixels = np.frombuffer(still.data, np.uint8).reshape(still.height, still.width, 3)
    return encode(pixels if mark is None else mark(pixels), request.format, request.compression)


def _choose_mark(local: Local) -> Mark | None:
    if local.watermark == "off":
        return None

    def mark(pixels: Any) -> Any:
        from pinxit.engines.diffusers.watermark import write_mark  # noqa: PLC0415  # NumPy, as above

        return write_mark(pixels)

    return mark
