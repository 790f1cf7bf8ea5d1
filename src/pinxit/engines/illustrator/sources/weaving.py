"""Weaving: a large hole is filled with many small patches of what is elsewhere in the picture, so that they agree.

After Wexler, Shechtman and Irani (2007): each patch takes after the one elsewhere that is most like it, each pixel is
the mean of what the patches over it say, and so on until it settles; small pictures first. Everything is found at a
small size; the pixels themselves are then fetched at full size.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PIL import Image

from pinxit.engines.illustrator.effects import Bytes, Floats
from pinxit.engines.illustrator.sources.flattening import mean

Bools = npt.NDArray[np.bool_]
Places = npt.NDArray[np.intp]
_SIDES = (32, 56, 96)  # pixels of the longer side, the small pictures first
_REACH = 2  # a patch has 2 x 2 + 1 pixels across
_ROUNDS = 4
_LEVEL = 64.0  # how much, in 255ths per share of the height, it costs to come from above or below


def woven(pixels: Bytes, hole: Bools, guess: Floats) -> Floats | None:
    """Height x width x 3 (0 to 255), filled in the hole and a little beyond; None where too little is left.

    `guess` is the picture with a first filling.
    """
    height, width = hole.shape
    ratio = max(height, width)
    filled, moves = guess, np.zeros((1, 1, 2), np.float32)
    for side in _SIDES:
        share = min(1.0, side / ratio)
        size = max(12, round(width * share)), max(12, round(height * share))
        here = _small(pixels, size)
        gap = _small(hole.astype(np.uint8) * 255, size) > 8
        start = _small(np.clip(filled, 0, 255).astype(np.uint8), size)
        start[~gap] = here[~gap]
        found = _settled(start, gap)
        if found is None:
            return None
        filled, moves = found
    return _fetched(pixels, hole, moves)


def _small(pixels: Bytes, size: tuple[int, int]) -> Floats:
    return np.asarray(Image.fromarray(pixels).resize(size, Image.Resampling.BOX), np.float32).copy()


def _settled(image: Floats, gap: Bools) -> tuple[Floats, Floats] | None:
    """The filled image, and how far away each pixel found its like: height x width x 2 (down, across)."""
    height, width = gap.shape
    whole = _patches(gap[..., None].astype(np.float32)).sum(-1) == 0
    inner = np.zeros_like(gap)
    inner[_REACH:-_REACH, _REACH:-_REACH] = True
    sources, targets = np.argwhere(whole & inner), np.argwhere(~whole)
    if len(sources) < 24:
        return None
    nearest = targets
    for _ in range(_ROUNDS):
        nearest = _like(image, targets, sources)
        image = _voted(image, gap, targets, nearest)
    moves = np.zeros((height, width, 2), np.float32)
    moves[targets[:, 0], targets[:, 1]] = nearest - targets
    return image, moves


def _patches(image: Floats) -> Floats:
    """The patch around each pixel: height x width x (pixels and channels)."""
    padded = np.pad(image, ((_REACH, _REACH), (_REACH, _REACH), (0, 0)), mode="edge")
    views = np.lib.stride_tricks.sliding_window_view(padded, (2 * _REACH + 1, 2 * _REACH + 1), (0, 1))
    return np.ascontiguousarray(views).reshape(*image.shape[:2], -1)


def _like(image: Floats, targets: Places, sources: Places) -> Places:
    """For each target the source whose patch is most like its own; what lies level is preferred."""
    patches = _patches(image)
    tall = image.shape[0]
    level = np.float32(_LEVEL * patches.shape[2] ** 0.5 / tall)
    known = np.concatenate([patches[sources[:, 0], sources[:, 1]], sources[:, :1] * level], 1).astype(np.float32)
    weight = (known * known).sum(1)
    best = np.empty(len(targets), np.intp)
    for start in range(0, len(targets), 768):
        some = targets[start : start + 768]
        asked = np.concatenate([patches[some[:, 0], some[:, 1]], some[:, :1] * level], 1).astype(np.float32)
        best[start : start + 768] = (weight - 2 * asked @ known.T).argmin(1)
    return np.asarray(sources[best])


def _voted(image: Floats, gap: Bools, targets: Places, nearest: Places) -> Floats:
    """Each pixel of the gap becomes the mean of what the patches over it say."""
    height, width = gap.shape
    total, count = np.zeros_like(image), np.zeros((height, width, 1), np.float32)
    for down in range(-_REACH, _REACH + 1):
        for across in range(-_REACH, _REACH + 1):
            there = targets + np.array((down, across))
            valid = (there >= 0).all(1) & (there[:, 0] < height) & (there[:, 1] < width)
            to, source = there[valid], nearest[valid] + np.array((down, across))
            total[to[:, 0], to[:, 1]] += image[source[:, 0], source[:, 1]]
            count[to[:, 0], to[:, 1]] += 1
    result = image.copy()
    result[gap] = (total / np.maximum(count, 1))[gap]
    return result


def _grown(hole: Bools, pixels: int) -> Bools:
    return np.asarray(mean(hole.astype(np.float32), pixels) > 1e-6)


def _fetched(pixels: Bytes, hole: Bools, moves: Floats) -> Floats:
    """The pixels at full size from where the moves say; between four moves, a mixture of the four."""
    height, width = hole.shape
    rows, columns = moves.shape[:2]
    result = pixels.astype(np.float32)
    # A little beyond the hole too, so that it can be seen how well both meet.
    near = _grown(hole, max(2, round(1.5 * max(height, width) / max(rows, columns))))
    y, x = np.nonzero(near)
    v = np.clip((y + 0.5) * rows / height - 0.5, 0, rows - 1).astype(np.float32)
    u = np.clip((x + 0.5) * columns / width - 0.5, 0, columns - 1).astype(np.float32)
    v0, u0 = v.astype(np.intp), u.astype(np.intp)
    total, weights = np.zeros((len(y), 3), np.float32), np.zeros((len(y), 1), np.float32)
    for dv, du in ((0, 0), (0, 1), (1, 0), (1, 1)):
        a, b = np.minimum(v0 + dv, rows - 1), np.minimum(u0 + du, columns - 1)
        share = (np.abs(1 - dv - (v - v0)) * np.abs(1 - du - (u - u0)))[:, None]
        move = moves[a, b]
        yy = np.clip(y + np.round(move[:, 0] * height / rows).astype(np.intp), 0, height - 1)
        xx = np.clip(x + np.round(move[:, 1] * width / columns).astype(np.intp), 0, width - 1)
        # A place that is itself in the hole says nothing.
        share = share * ~hole[yy, xx][:, None] + np.float32(1e-6)
        total += pixels[yy, xx] * share
        weights += share
    result[near] = total / weights
    return result
