"""Separation: a picture taken apart into a handful of inks, as a screen printer does it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from pinxit.engines.illustrator.colours import Rgb, oklab
from pinxit.engines.illustrator.effects import Bytes, Floats, stipple, tiled

_LMS = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    np.float32,
)
_LAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ],
    np.float32,
)
_WEIGHTS = np.array([1.0, 1.7, 1.7], np.float32)  # the eye forgives lightness sooner than hue
_PURE = 0.24  # a colour this close to an ink, on the way to the next, is printed solid


def lab(rgb: npt.NDArray[np.generic]) -> Floats:
    """OKLab of an array (n x 3, 0 to 255), its hue axes weighted."""
    value = np.asarray(rgb, np.float32) / 255
    linear = np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)
    return np.asarray(np.cbrt(linear @ _LMS.T) @ _LAB.T * _WEIGHTS, np.float32)


def palette(pixels: Bytes, count: int) -> list[Rgb]:
    """The `count` colours that say most of the picture, from dark to light. Small bright things count as well."""
    height, width = pixels.shape[:2]
    sample = pixels[:: max(1, height // 64), :: max(1, width // 64)].reshape(-1, 3)
    points = lab(sample)
    centres = points[[int(np.argmin(points[:, 0]))]]
    for _ in range(count - 1):
        gap = ((points[:, None] - centres) ** 2).sum(-1).min(1)
        centres = np.vstack([centres, points[[int(np.argmax(gap))]]])
    owner = np.zeros(len(points), np.intp)
    for _ in range(6):
        owner = ((points[:, None] - centres) ** 2).sum(-1).argmin(1)
        for i in range(count):
            if (owner == i).any():
                centres[i] = points[owner == i].mean(0)
    found = []
    for i in np.argsort(centres[:, 0], kind="stable"):
        # The member next to the middle, not the mean: flat areas keep their very colour and need no stipple.
        if (owner == i).any():
            members = sample[owner == i]
            nearest = members[int(((points[owner == i] - centres[i]) ** 2).sum(1).argmin())]
            found.append((int(nearest[0]), int(nearest[1]), int(nearest[2])))
    return found


def separate(pixels: Bytes, sources: Sequence[Rgb], zoom: int) -> npt.NDArray[np.uint8]:
    """Which of the sources each pixel is printed in; between two of them in grain `zoom` pixels wide."""
    height, width = pixels.shape[:2]
    first, second, share = _table(tuple(sources))
    code = (pixels[..., 0] >> 3).astype(np.uint16) << 10
    code |= (pixels[..., 1] >> 3).astype(np.uint16) << 5
    code |= pixels[..., 2] >> 3
    threshold = (tiled(stipple(), width, height, zoom) * 255).astype(np.uint8)
    return np.asarray(np.where(share[code] > threshold, second[code], first[code]), np.uint8)


@lru_cache(maxsize=4)
def _table(sources: tuple[Rgb, ...]) -> tuple[Bytes, Bytes, Bytes]:
    """For 32 x 32 x 32 colours: the nearest source, its partner, and the partner's share in 255ths."""
    axis = np.arange(32, dtype=np.float32) * 8 + 4
    colours = np.stack(np.meshgrid(axis, axis, axis, indexing="ij"), -1).reshape(-1, 3)
    points = lab(colours)
    inks = (np.array([oklab(ink) for ink in sources], np.float32) * _WEIGHTS).astype(np.float32)
    # |p - i|^2 for all pairs without building the differences.
    gaps = (points**2).sum(1)[:, None] + (inks**2).sum(1) - 2 * points @ inks.T
    first = gaps.argmin(1)
    base = inks[first]
    best = np.full(len(points), np.inf, np.float32)
    second, share = first.copy(), np.zeros(len(points), np.float32)
    for i, ink in enumerate(inks):
        way = ink - base
        size = (way**2).sum(1) + 1e-9
        along = np.clip(((points - base) * way).sum(1) / size, 0, 1)
        rest = ((base + way * along[:, None] - points) ** 2).sum(1) + size * 0.02
        better = (rest < best) & (first != i)
        best[better], second[better], share[better] = rest[better], i, along[better]
    share = np.clip((share - _PURE) / (0.5 - _PURE), 0, 1) * 0.5
    return first.astype(np.uint8), second.astype(np.uint8), (share * 255).astype(np.uint8)
