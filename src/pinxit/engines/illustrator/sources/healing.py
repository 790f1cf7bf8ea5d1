"""Healing: a hole in a picture is filled with what may have been there, judged by what surrounds it.

Whatever is near and fits along the rim is copied over, and its tones are bent until they meet the rim without a seam.
Where nothing fits as a whole, many small patches are taken that agree with each other; and where there is nothing to
take, the colours of the rim run into each other.
"""

from __future__ import annotations

from itertools import product

import numpy as np
import numpy.typing as npt
from PIL import Image

from pinxit.engines.illustrator.effects import Bytes, Floats, enlarged, grain
from pinxit.engines.illustrator.sources.flattening import mean
from pinxit.engines.illustrator.sources.weaving import woven

Bools = npt.NDArray[np.bool_]
_SMALL = 128  # the longer side at which a place to copy from is looked for
_FAR = 26.0  # how badly, in 255ths, a copy may fit along the rim before it would show
_CALM = 9.0  # 255ths: what lies along the rim of a hole in a wall differs less from its course
_BENT = 34.0  # 255ths: how far the tones of a patch are bent to meet the rim
_LARGE = 1_600_000  # pixels
_NOWHERE = (0, 0)


def healed(pixels: Bytes, hole: Bools) -> Bytes:
    """The pixels (height x width x 3) with the hole filled; outside of it they stay exactly as they are.

    A hole that leaves nothing becomes an even grey.
    """
    if not hole.any():
        return pixels
    if hole.all():
        return np.full_like(pixels, 128)
    if hole.size > _LARGE:
        return _healed_small(pixels, hole)
    image = pixels.astype(np.float32)
    known = (~hole).astype(np.float32)
    guess = interpolated(image, known)
    made = None if _is_calm(pixels, hole) else _copied(pixels, image, hole, guess)
    if made is None:
        filled = guess + grain(pixels.shape[1], pixels.shape[0], 7)[..., None] * np.float32(_roughness(image, hole))
    else:
        # What the mask has cut through meets nothing; it must not run into the filling.
        off = np.clip(image - made, -_BENT, _BENT)
        filled = made + interpolated(np.asarray(off, np.float32), known * _near(hole))
    result = pixels.copy()
    result[hole] = np.clip(filled[hole] + 0.5, 0, 255).astype(np.uint8)
    return result


def _healed_small(pixels: Bytes, hole: Bools) -> Bytes:
    """The filling of a large picture is worked out at a smaller size, since it has no finer detail than that anyway."""
    height, width = hole.shape
    share = (_LARGE / 2 / hole.size) ** 0.5
    size = max(1, round(width * share)), max(1, round(height * share))
    gap = np.asarray(Image.fromarray(hole.astype(np.uint8) * 255).resize(size, Image.Resampling.BOX)) > 0
    small = healed(np.asarray(Image.fromarray(pixels).resize(size, Image.Resampling.BOX)), gap)
    large = np.asarray(Image.fromarray(small).resize((width, height), Image.Resampling.BICUBIC))
    result = pixels.copy()
    result[hole] = large[hole]
    return result


def _copied(pixels: Bytes, image: Floats, hole: Bools, guess: Floats) -> Floats | None:
    """The image with something from elsewhere in its hole, not yet bent to meet the rim."""
    down, across = _find_patch(pixels, hole)
    if (down, across) == _NOWHERE:
        return woven(pixels, hole, guess)
    return _moved(image, down, across)


def _is_calm(pixels: Bytes, hole: Bools) -> bool:
    """Is all that lies along the rim one gentle course of tones, like a wall or a clear sky?"""
    small, covered, rim = _witnesses(pixels, hole)
    if int(rim.sum()) < 12:
        return True
    y, x = (np.argwhere(rim) / max(covered.shape) - 0.5).T
    terms = np.stack([np.ones_like(x), x, y, x * x, x * y, y * y], 1)
    tones = small[rim].astype(np.float64)
    course, *_ = np.linalg.lstsq(terms, tones, rcond=None)
    return float(np.percentile(np.abs(tones - terms @ course).max(1), 96)) < _CALM


def interpolated(image: Floats, known: Floats) -> Floats:
    """What is known (`known` 1) runs smoothly into what is not: height x width x channels, in the units of `image`.

    Means of the known are taken over ever larger blocks, and what a block lacks comes from the next larger one.
    """
    height, width = known.shape
    if min(height, width) <= 1 or bool((known > 0).all()):
        total = max(float(known.sum()), 1e-6)
        middle = (image * known[..., None]).sum((0, 1)) / total
        return np.asarray(np.where(known[..., None] > 0, image, middle), np.float32)
    weight = _halved(known)
    small = _halved(image * known[..., None]) / np.maximum(weight, 1e-6)[..., None]
    below = interpolated(np.asarray(small, np.float32), np.minimum(weight * 4, 1).astype(np.float32))
    channels = [enlarged(np.ascontiguousarray(below[..., c]), width, height) for c in range(image.shape[2])]
    under = np.stack(channels, -1)
    return np.asarray(under + (image - under) * known[..., None], np.float32)


def _halved(plane: Floats) -> Floats:
    """Means of 2 x 2 pixels; an odd last row or column stands for two."""
    if plane.shape[0] % 2:
        plane = np.concatenate([plane, plane[-1:]])
    if plane.shape[1] % 2:
        plane = np.concatenate([plane, plane[:, -1:]], axis=1)
    rows = plane[::2] + plane[1::2]
    return np.asarray((rows[:, ::2] + rows[:, 1::2]) / 4, np.float32)


def _near(hole: Bools) -> Floats:
    """1 along the rim, outside of the hole; farther off nothing needs to meet."""
    radius = max(1, min(hole.shape) // 100)
    return (mean(hole.astype(np.float32), radius) > 1e-4).astype(np.float32)


def _moved(image: Floats, down: int, across: int) -> Floats:
    """The image moved so that each place shows what lies `down` and `across` from it; beyond the edge, mirrored."""
    height, width = image.shape[:2]
    rows = _mirrored(np.arange(height) + down, height)
    columns = _mirrored(np.arange(width) + across, width)
    return np.asarray(image[rows][:, columns], np.float32)


def _mirrored(places: npt.NDArray[np.int_], length: int) -> npt.NDArray[np.int_]:
    folded = np.abs(places) % (2 * length)
    return np.asarray(np.where(folded < length, folded, 2 * length - 1 - folded))


def _find_patch(pixels: Bytes, hole: Bools) -> tuple[int, int]:
    """How far away, in pixels, the best patch lies: rows and columns; `_NOWHERE` where none fits."""
    small, covered, rim = _witnesses(pixels, hole)
    inside, around = np.argwhere(covered), np.argwhere(rim)
    if not len(inside) or not len(around):
        return _NOWHERE
    strange = _strangeness(small, small[around[:, 0], around[:, 1]])
    best, where = _FAR, _NOWHERE
    for move in _moves(inside, (covered.shape[1], covered.shape[0])):
        cost = _misfit(small, covered, around, inside, move)
        if cost < best:
            cost += float(strange[inside[:, 0] + move[0], inside[:, 1] + move[1]].mean())
        if cost < best:
            best, where = cost, move
    share = hole.shape[0] / covered.shape[0], hole.shape[1] / covered.shape[1]
    return round(where[0] * share[0]), round(where[1] * share[1])


def _witnesses(pixels: Bytes, hole: Bools) -> tuple[Floats, Bools, Bools]:
    """The picture at a small size, what of it the hole touches, and the rim around that."""
    height, width = hole.shape
    share = min(1.0, _SMALL / max(height, width))
    size = max(4, round(width * share)), max(4, round(height * share))
    small = np.asarray(Image.fromarray(pixels).resize(size, Image.Resampling.BOX), np.float32)
    covered = np.asarray(Image.fromarray(hole.astype(np.uint8) * 255).resize(size, Image.Resampling.BOX)) > 4
    return small, covered, (mean(covered.astype(np.float32), 2) > 1e-3) & ~covered


def _moves(inside: npt.NDArray[np.int_], size: tuple[int, int]) -> list[tuple[int, int]]:
    """Where a patch as large as the hole may come from, in steps."""
    (top, left), (bottom, right) = inside.min(0), inside.max(0)
    step = max(1, min(size) // 40)
    downs = range(-int(top), size[1] - int(bottom), step)
    acrosses = range(-int(left), size[0] - int(right), step)
    return [(d, a) for d, a in product([0, *downs], [0, *acrosses]) if (d, a) != _NOWHERE]


def _misfit(
    small: Floats,
    covered: Bools,
    around: npt.NDArray[np.int_],
    inside: npt.NDArray[np.int_],
    move: tuple[int, int],
) -> float:
    """How badly a patch fits along the rim; infinite where it would need the hole itself."""
    height, width = covered.shape
    there = around + move
    fits = (there >= 0).all(1) & (there[:, 0] < height) & (there[:, 1] < width)
    source = inside + move
    if float(fits.mean()) < 0.7 or bool(covered[source[:, 0], source[:, 1]].any()):
        return float("inf")
    here, there = around[fits], there[fits]
    off = small[here[:, 0], here[:, 1]] - small[there[:, 0], there[:, 1]]
    off[covered[there[:, 0], there[:, 1]]] = 0
    # A shift of tone as a whole is bent away, a difference in structure is not; what lies level is likelier.
    structure = float(np.abs(off - np.median(off, 0)).mean())
    return structure + 0.35 * float(np.abs(np.median(off, 0)).mean()) + 0.08 * abs(move[0]) + 0.01 * abs(move[1])


def _strangeness(small: Floats, rim: Floats) -> Floats:
    """How unlike everything along the rim each pixel is: no thing must be copied that the rim does not know."""
    known = rim[:: max(1, len(rim) // 160)]
    off = np.full(small.shape[:2], np.inf, np.float32)
    for colour in known:
        off = np.minimum(off, np.abs(small - colour).max(-1))
    return np.clip(off - 10, 0, None) * np.float32(1.5)


def _roughness(image: Floats, hole: Bools) -> float:
    """The strength of the finest grain around the hole, in 255ths."""
    level = image.mean(2)
    if min(level.shape) < 3:
        return 0.0
    fine = level[1:-1, 1:-1] - (level[:-2, 1:-1] + level[2:, 1:-1] + level[1:-1, :-2] + level[1:-1, 2:]) / 4
    calm = ~hole[1:-1, 1:-1]
    return float(min(8.0, np.median(np.abs(fine[calm])) * 1.5)) if calm.any() else 0.0
