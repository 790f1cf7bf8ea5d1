"""Growth: a picture that is drawn before one's eyes, as the frames of an animation.

Three states of it are enough: the sketch, the flat colours and the finished picture. Each frame shows every pixel in
one of them, by the moment at which the pencil, the brush and the light arrive there; so the frames share one palette,
and nothing flickers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageOps

from pinxit.core.errors import InvalidRequest
from pinxit.core.images import Animation, Format, Size, Source
from pinxit.engines.encoding import Frames, flatten
from pinxit.engines.illustrator.charts import Chart
from pinxit.engines.illustrator.effects import Bytes, cloud
from pinxit.engines.illustrator.sources.reading import decode

MOST_PIXELS = 5_000_000  # every size of the class 2K, and little more: an animation holds all its frames at once
_PAPER = (250, 248, 243)
_SAMPLE = 200_000  # pixels that moments are weighed by
_STAGES = ("composition", "flat colour", "finished")

Show = Callable[[str, Bytes], None]
Floats = npt.NDArray[np.float32]


def check_size(size: Size, format: Format = Format.GIF) -> None:
    """Raises InvalidRequest for more pixels than an animation may have."""
    if format is Format.GIF and size.width * size.height > MOST_PIXELS:
        raise InvalidRequest(
            f"A gif may have {MOST_PIXELS / 1e6:.0f} megapixels, not {size.width}x{size.height}; ask for less "
            "(every size of the class 2K will do) or for another output_format.",
            param="size",
            code="unsupported_value",
        )


def opened(sources: Sequence[Source], shape: tuple[int, ...]) -> Bytes | None:
    """The first of some source pictures, scaled to cover height x width: what its repainting begins with."""
    if not sources:
        return None
    pixels = decode(sources[0]).on(_PAPER)
    return np.asarray(ImageOps.fit(Image.fromarray(pixels), (shape[1], shape[0])))


def opaque(pixels: Bytes) -> Bytes:
    """RGB or RGBA as RGB: what is see-through lies on white, as in a GIF that does not move."""
    return np.ascontiguousarray(pixels if pixels.shape[2] == 3 else flatten(pixels))


@dataclass(slots=True)
class Sitting:
    """Watches a picture being made and keeps what its animation needs: the states, and the chart of its pieces.

    `watched` is shown every state as well.
    """

    seed: int
    watched: Show | None = None
    states: dict[str, Bytes] = field(default_factory=dict)
    chart: Chart | None = None

    def show(self, stage: str, pixels: Bytes) -> None:
        """Keep a state, RGB or RGBA. Raises InvalidRequest for one that is too large."""
        check_size(Size(pixels.shape[1], pixels.shape[0]))
        self.states[stage] = opaque(pixels)
        if self.watched is not None:
            self.watched(stage, pixels)

    def note(self, chart: Chart) -> None:
        """Keep the chart."""
        self.chart = chart

    def frames(self, animation: Animation, start: Bytes | None = None) -> Frames:
        """The frames, each different from the one before, the last the finished picture.

        `start` is what is there before the first stroke; without it, paper.
        """
        final = self.states["finished"]
        before = [np.full_like(final, _PAPER) if start is None else start]
        # A scene within a repainted picture may have shown states of its own, in another size.
        shown = [self.states[name] for name in _STAGES if name in self.states]
        states = [*before, *(state for state in shown if state.shape == final.shape)]
        palette, indexed = _indexed(states)
        # The pencil and the colours go from piece to piece, the light comes over all of it.
        charts = [self.chart, self.chart, None] if len(states) == 4 else [None] * len(states)
        steps = [
            _Step(before, after, _arrivals(before, after, chart, self.seed + i, pencil=i == 0 and start is None))
            for i, (before, after, chart) in enumerate(zip(indexed, indexed[1:], charts, strict=False))
            if np.any(before != after)
        ]
        stills = _distinct(_stills(steps, indexed, animation.frames), palette)
        return Frames(palette.tobytes(), tuple(stills), animation.milliseconds)


@dataclass(frozen=True, slots=True)
class _Step:
    """From one state to the next: where a pixel's moment, 0 to 1, is over, it shows the later state."""

    before: Bytes
    after: Bytes
    arrivals: Floats

    def at(self, moment: float) -> Bytes:
        return self.after if moment >= 1 else np.asarray(np.where(self.arrivals <= moment, self.after, self.before))


def _stills(steps: list[_Step], indexed: list[Bytes], count: int) -> Iterator[Bytes]:
    """`count` moments of the whole, evenly spaced, the last at its end."""
    for i in range(1, count):
        moment = i / count * len(steps)
        step = min(int(moment), len(steps) - 1) if steps else 0
        yield steps[step].at(moment - step) if steps else indexed[-1]
    yield indexed[-1]


def _distinct(stills: Iterator[Bytes], palette: Bytes) -> Iterator[Bytes]:
    """A frame that is like the one before gets a dot at its foot: a GIF would lose it, and its time."""
    before: Bytes | None = None
    for i, still in enumerate(stills):
        shown = still
        if before is not None and np.array_equal(before, still):
            shown, spot = still.copy(), (-1, i % still.shape[1])
            gaps = np.abs(palette.astype(np.int16) - palette[still[spot]]).sum(1)
            shown[spot] = int(np.argmin(np.where(gaps > 0, gaps, 1000)))
        yield shown
        before = shown


# -- when what arrives -----------------------------------------------------------------------------------------------


def _arrivals(before: Bytes, after: Bytes, chart: Chart | None, seed: int, *, pencil: bool) -> Floats:
    """The moment of each pixel, 0 to 1, so spread that each piece of what changes takes its fair share of time."""
    height, width = after.shape
    sweep = _sweep(width, height, seed, grainy=chart is None)
    weight = None
    if chart is not None and chart.shape == after.shape:
        ranks, areas = _ranks(chart, pencil)
        sweep += ranks[chart - chart.min()]
        weight = areas[chart - chart.min()]
    # Equal moments are equal amounts of work: on a sample of the pixels that change.
    changed = before != after
    gap = max(1, int(np.count_nonzero(changed)) // _SAMPLE)
    values = sweep[changed][::gap]
    order = np.argsort(values)
    shares = np.ones(len(values), np.float32) if weight is None else weight[changed][::gap][order]
    done = np.cumsum(shares, dtype=np.float64)
    arrivals = np.asarray(np.interp(sweep, values[order], done / done[-1]), np.float32)
    # A line stands half on the piece that it surrounds and half on the one behind; it arrives as a whole.
    for _ in range(max(1, round(min(width, height) * 0.0012)) if pencil and weight is not None else 0):
        arrivals[1:] = np.minimum(arrivals[1:], arrivals[:-1])
        arrivals[:-1] = np.minimum(arrivals[:-1], arrivals[1:])
        arrivals[:, 1:] = np.minimum(arrivals[:, 1:], arrivals[:, :-1])
        arrivals[:, :-1] = np.minimum(arrivals[:, :-1], arrivals[:, 1:])
    return arrivals


def _sweep(width: int, height: int, seed: int, *, grainy: bool) -> Floats:
    """A front that crosses the picture, 0 to 1: from the upper left, wavy; grainy where it lays a light over it."""
    across = np.linspace(0, 0.45, width, dtype=np.float32)
    down = np.linspace(0, 0.3, height, dtype=np.float32)
    sweep = down[:, None] + across[None, :]
    sweep += cloud(width, height, 7, seed % 53) * np.float32(0.12)
    if grainy:
        tile = np.random.default_rng(seed % 97).random((128, 128), np.float32) * np.float32(0.12)
        sweep += np.tile(tile, (-(-height // 128), -(-width // 128)))[:height, :width]
    return np.asarray(sweep)


def _ranks(chart: Chart, pencil: bool) -> tuple[Floats, Floats]:
    """For each number of a piece from the least on: when its turn is, and how much work one of its pixels is.

    The pencil begins with the subjects, the brush with what is behind them.
    """
    low = int(chart.min())
    counts = np.bincount((chart - low).ravel())
    numbers = np.arange(low, low + len(counts))
    turns = np.abs(numbers).astype(np.float32)
    if pencil:
        turns += np.where(numbers < 0, np.float32(len(counts)), np.float32(0))
    return turns, (1 / np.sqrt(np.maximum(counts, 1))).astype(np.float32)


# -- colours ---------------------------------------------------------------------------------------------------------


def _indexed(states: Sequence[Bytes]) -> tuple[Bytes, list[Bytes]]:
    """One palette for all states, 256 x RGB, and each state in its numbers: one number for one colour."""
    shares = [4_000] * (len(states) - 2) + [16_000, 48_000]
    sample = np.concatenate([_sampled(state, share) for state, share in zip(states, shares, strict=True)])
    rows = sample[: len(sample) // 64 * 64].reshape(-1, 64, 3)
    chosen = Image.fromarray(np.ascontiguousarray(rows)).quantize(256, Image.Quantize.MEDIANCUT, kmeans=2)
    how = Image.Dither.FLOYDSTEINBERG
    palette = np.zeros((256, 3), np.uint8)
    colours = np.array(chosen.getpalette(), np.uint8).reshape(-1, 3)
    palette[: len(colours)] = colours
    palette[255] = palette[255] if np.any(palette != palette[0]) else 255 - palette[0]
    _, firsts, numbers = np.unique(palette, axis=0, return_index=True, return_inverse=True)
    only = firsts[numbers.reshape(-1)].astype(np.uint8)
    quantized = (np.asarray(Image.fromarray(state).quantize(palette=chosen, dither=how)) for state in states)
    return palette, [only[numbered] for numbered in quantized]


def _sampled(state: Bytes, share: int) -> Bytes:
    pixels = state.reshape(-1, 3)
    # A step that no row length divides, so that columns do not repeat.
    gap = max(1, len(pixels) // share) | 1
    return pixels[::gap]
