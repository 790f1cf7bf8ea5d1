"""The embedded engine: draws a prompt with Skia, in worker processes, with no model and no network.

Importing this package loads neither Skia nor NumPy; the workers do.
"""

from __future__ import annotations

import hashlib
import traceback
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from pinxit.core.engine import Choice, ModelCard
from pinxit.core.images import Format, ImageRequest, Partial, Picture, Progress, Quality, Size
from pinxit.engines import process
from pinxit.engines.illustrator.standins import SkiaFinder
from pinxit.engines.workers import WorkerPool

if TYPE_CHECKING:
    from pinxit.engines.illustrator.painter import Painted

Report = Callable[..., None]
Paint = Callable[..., "Painted"]

SkiaFinder.install()  # whoever imports Skia from here on may lack libGL

_SEEDS = 2**63
_SEEN = {"composition": 0.3, "flat colour": 0.5, "half finished": 0.9}  # how far the work is when a proof is shown
_DRAWN = 0.95  # the fraction of a picture's work that is done when it is painted and not yet encoded


_CARD = ModelCard(
    name="pinxit-illustrator",
    title="The embedded illustrator",
    formats=tuple(Format),
    sources=16,
    masks=True,
    partials=3,
    options={
        "complexity": Choice(("low", "medium", "high"), "high"),
        "style": Choice(("vivid", "natural")),
        "input_fidelity": Choice(("high",), "high"),
        # Accepted without effect: the illustrator filters nothing.
        "moderation": Choice(("auto", "low"), "auto"),
    },
)


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
        # One more than there are workers, so that none waits for the next picture to be handed over.
        self.capacity = self._pool.workers + 1

    def models(self) -> Sequence[ModelCard]:
        return (_CARD,)

    async def start(self) -> None:
        """Start all workers now; otherwise each starts with its first picture. Raises EngineFailed."""
        await self._pool.start()

    async def draw(self, request: ImageRequest) -> AsyncGenerator[Progress | Partial | Picture]:
        """Yield progress, partial pictures and pictures as they are finished; picture i has the seed + i."""
        first = choose_seed(request.prompt) if request.seed is None else request.seed
        commissions = [Commission(request, index, (first + index) % _SEEDS) for index in range(request.n)]
        async with aclosing(self._pool.run_all(commissions)) as messages:
            async for index, message in messages:
                if isinstance(message, process.Report):
                    yield message.value or Progress(index, message.fraction, message.stage)
                else:
                    picture: Picture = message.value
                    yield picture

    async def close(self) -> None:
        await self._pool.close()


def choose_seed(prompt: str) -> int:
    """The seed of a prompt that came without one, 0 to 2^32 - 1: the same words always give the same picture."""
    return int.from_bytes(hashlib.sha256(prompt.strip().encode(errors="surrogatepass")).digest()[:4], "big")


def fulfil(commission: Commission, report: Report) -> Picture:
    """Paint and encode one picture; runs in a worker."""
    from pinxit.engines.illustrator.easel import paint  # noqa: PLC0415  # Skia, for workers only

    return finish(commission, paint, report)


def finish(commission: Commission, paint: Paint, report: Report) -> Picture:
    """The picture that `paint` makes of `commission`, encoded."""
    request = commission.request
    proofs = _Proofs(commission, report) if request.partials else None
    painted = paint(request, commission.seed, lambda fraction, stage: report(fraction * _DRAWN, stage), proofs)
    report(_DRAWN, "encoding")
    height, width, channels = painted.pixels.shape
    return Picture(
        index=commission.index,
        data=_write(painted, request),
        size=Size(width, height),
        format=request.format,
        seed=commission.seed,
        description=painted.description,
        missing=painted.missing,
        transparent=channels == 4 and request.format.has_alpha,
    )


def _write(painted: Painted, request: ImageRequest) -> bytes:
    from pinxit.engines.encoding import encode, write_animation  # noqa: PLC0415  # NumPy, for workers only

    if request.format is Format.SVG and painted.svg is not None:
        return painted.svg.encode()
    if request.format is Format.GIF and painted.frames is not None:
        return write_animation(painted.frames)
    return encode(painted.pixels, request.format, request.compression)


class _Proofs:
    """Sends unfinished states of a picture to whoever asked for them: of the three that there are, the last ones."""

    def __init__(self, commission: Commission, report: Report) -> None:
        self._commission = commission
        self._report = report
        self._wanted = tuple(_SEEN)[-commission.request.partials :]

    def __call__(self, stage: str, pixels: Any) -> None:
        from pinxit.engines.encoding import encode  # noqa: PLC0415  # NumPy, for workers only

        if stage not in self._wanted:
            return
        request, step = self._commission.request, self._wanted.index(stage)
        height, width = pixels.shape[:2]
        # A moving picture and a drawing of paths have no unfinished states of their kind.
        format = Format.PNG if request.format in {Format.GIF, Format.SVG} else request.format
        data = encode(pixels, format, request.compression)
        partial = Partial(self._commission.index, step, stage, data, Size(width, height), format)
        self._report(_SEEN[stage], stage, partial)


def warm() -> None:
    """Import everything and draw a thumbnail, so that a worker's first picture is as fast as its second.

    Raises ImportError; a thumbnail that goes wrong is only shown on stderr, since other pictures may go right.
    """
    import pinxit.engines.encoding  # noqa: PLC0415
    import pinxit.engines.illustrator.easel  # noqa: F401, PLC0415

    request = ImageRequest("pinxit-illustrator", "a red apple on a table", Size(128, 128), quality=Quality.LOW)
    try:
        for format in Format:
            fulfil(Commission(replace(request, format=format), 0, 1), lambda fraction, stage: None)
    except Exception:
        traceback.print_exc()
