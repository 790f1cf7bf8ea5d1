"""The embedded engine: draws a prompt with Skia, in worker processes, with no model and no network.

Importing this package loads neither Skia nor NumPy; the workers do.
"""

from __future__ import annotations

import hashlib
import traceback
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pinxit.core.engine import ModelCard
from pinxit.core.images import Background, Format, ImageRequest, Picture, Progress, Quality, Size
from pinxit.engines.illustrator.standins import SkiaFinder
from pinxit.engines.process import Report
from pinxit.engines.workers import WorkerPool

if TYPE_CHECKING:
    from pinxit.engines.illustrator.painter import Painted

Paint = Callable[[str, Size | None, int, Quality, Background, Callable[[float, str], None]], "Painted"]

SkiaFinder.install()  # whoever imports Skia from here on may lack libGL

_SEEDS = 2**63
_DRAWN = 0.95  # the fraction of a picture's work that is done when it is painted and not yet encoded


@dataclass(frozen=True, slots=True)
class Commission:
    """What a worker needs to make one picture."""

    request: ImageRequest
    index: int
    seed: int


class IllustratorEngine:
    """Draws in `workers` processes (None: one for each core) and lets `queue` pictures wait."""

    name = "illustrator"

    def __init__(
        self,
        workers: int | None = None,
        queue: int = 16,
        *,
        target: str = "pinxit.engines.illustrator:fulfil",
        warm: str = "pinxit.engines.illustrator:warm",
    ) -> None:
        self._pool = WorkerPool(target, workers, queue, warm=warm)

    def models(self) -> Sequence[ModelCard]:
        return (ModelCard(name="pinxit-illustrator", title="The embedded illustrator", transparency=True),)

    async def start(self) -> None:
        """Start all workers now; otherwise each starts with its first picture. Raises EngineFailed."""
        await self._pool.start()

    async def draw(self, request: ImageRequest) -> AsyncGenerator[Progress | Picture]:
        """Yield progress and the pictures as they are finished; picture i is drawn with the seed + i."""
        first = choose_seed(request.prompt) if request.seed is None else request.seed
        commissions = [Commission(request, index, (first + index) % _SEEDS) for index in range(request.n)]
        async with aclosing(self._pool.run_all(commissions)) as messages:
            async for index, message in messages:
                if isinstance(message, Report):
                    yield Progress(index, message.fraction, message.stage)
                else:
                    picture: Picture = message.value
                    yield picture

    async def close(self) -> None:
        await self._pool.close()


def choose_seed(prompt: str) -> int:
    """The seed of a prompt that came without one, 0 to 2^32 - 1: the same words always give the same picture."""
    return int.from_bytes(hashlib.sha256(prompt.strip().encode(errors="surrogatepass")).digest()[:4], "big")


def fulfil(commission: Commission, report: Callable[[float, str], None]) -> Picture:
    """Paint and encode one picture; runs in a worker."""
    from pinxit.engines.illustrator.painter import paint  # noqa: PLC0415  # Skia, for workers only

    return finish(commission, paint, report)


def finish(commission: Commission, paint: Paint, report: Callable[[float, str], None]) -> Picture:
    """The picture that `paint` makes of `commission`, encoded."""
    from pinxit.engines.encoding import encode  # noqa: PLC0415  # NumPy, for workers only

    request = commission.request
    painted = paint(
        request.prompt,
        request.size,
        commission.seed,
        request.quality,
        request.background,
        lambda fraction, stage: report(fraction * _DRAWN, stage),
    )
    report(_DRAWN, "encoding")
    height, width, channels = painted.pixels.shape
    return Picture(
        index=commission.index,
        data=encode(painted.pixels, request.format, request.compression),
        size=Size(width, height),
        format=request.format,
        seed=commission.seed,
        description=painted.description,
        missing=painted.missing,
        transparent=channels == 4 and request.format.has_alpha,
    )


def warm() -> None:
    """Import everything and draw a thumbnail, so that a worker's first picture is as fast as its second.

    Raises ImportError; a thumbnail that goes wrong is only shown on stderr, since other pictures may go right.
    """
    import pinxit.engines.encoding  # noqa: PLC0415
    import pinxit.engines.illustrator.painter  # noqa: F401, PLC0415

    request = ImageRequest("pinxit-illustrator", "a red apple on a table", Size(128, 128), quality=Quality.LOW)
    try:
        for format in Format:
            fulfil(Commission(replace(request, format=format), 0, 1), lambda fraction, stage: None)
    except Exception:
        traceback.print_exc()
