"""Extension: more canvas around a picture, continued from its edges; the picture itself stays as it is."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PIL import Image

from pinxit.engines.illustrator.effects import Bytes, Floats, enlarged, grain
from pinxit.engines.illustrator.sources.flattening import mean
from pinxit.engines.illustrator.sources.reading import Photo


def extended(photo: Photo, width: int, height: int) -> Photo:
    """The photo in the middle of a larger canvas of `width` x `height` pixels; it must not be larger than that.

    Beyond each edge the picture is mirrored and loses itself, with the distance, in ever softer means of what lies
    along the edge. So skies, walls and lawns go on, and things that the edge cuts do not appear twice.
    """
    left, top = (width - photo.width) // 2, (height - photo.height) // 2
    rgb = _continued(photo.rgb, (left, width - photo.width - left), axis=1)
    rgb = _continued(rgb, (top, height - photo.height - top), axis=0)
    alpha = None
    if photo.alpha is not None:
        alpha = np.pad(
            photo.alpha, ((top, height - photo.height - top), (left, width - photo.width - left)), mode="edge"
        )
    return Photo(np.ascontiguousarray(rgb), alpha)


def _continued(pixels: Bytes, margins: tuple[int, int], axis: int) -> Bytes:
    """Continue both ends along an axis by so many pixels."""
    across = pixels if axis == 1 else pixels.swapaxes(0, 1)
    before, after = margins
    parts = [across]
    if before:
        parts.insert(0, _strip(across[:, ::-1], before)[:, ::-1])
    if after:
        parts.append(_strip(across, after))
    whole = np.concatenate(parts, axis=1)
    return np.ascontiguousarray(whole if axis == 1 else whole.swapaxes(0, 1))


def _strip(pixels: Bytes, length: int) -> Bytes:
    """What comes after the right edge: height x `length` x 3."""
    height, width = pixels.shape[:2]
    depth = min(width, max(8, width // 2))
    mirror = pixels[:, ::-1][:, np.minimum(np.abs(_folded(length, depth)), width - 1)]
    edge = pixels[:, -max(2, min(width, round(0.03 * max(width, length)))) :]
    far = _faded(edge, length)
    share = _calm(pixels, length)
    mixed = mirror * share + far * (1 - share)
    rough = _roughness(edge)
    # The soft part gets the picture's own grain, or it would look pasted on.
    mixed += grain(length, height, 5)[..., None] * (1 - share) * np.float32(rough)
    return np.clip(mixed + 0.5, 0, 255).astype(np.uint8)


def _folded(length: int, depth: int) -> npt.NDArray[np.intp]:
    """0, 1, 2 ... depth, ... 2, 1, 0, 1 ...: how far inside the edge each new column finds its like."""
    place = np.arange(length) % (2 * depth)
    return np.asarray(np.where(place < depth, place, 2 * depth - 1 - place), np.intp)


def _faded(edge: Bytes, length: int) -> Floats:
    """Means along the edge, the wider the farther from it."""
    height = edge.shape[0]
    column = edge.astype(np.float32).mean(axis=1, keepdims=True)
    steps = 12
    levels = [column]
    for i in range(1, steps):
        radius = max(1, round(height * 0.16 * (i / (steps - 1)) ** 1.6))
        levels.append(mean(mean(column, radius), radius)[:, :1] if radius > 1 else column)
    stack = np.concatenate(levels, axis=1)
    place = np.linspace(0, steps - 1, length, dtype=np.float32)
    low = np.minimum(place.astype(np.intp), steps - 2)
    part = (place - low)[None, :, None]
    return np.asarray(stack[:, low] * (1 - part) + stack[:, low + 1] * part, np.float32)


def _calm(pixels: Bytes, length: int) -> Floats:
    """How much of the mirrored picture stays, 0 to 1: all of a calm texture, little of what is clearly a thing."""
    height, width = pixels.shape[:2]
    depth = min(width, max(16, min(length, width // 2)))
    near = pixels[:, -depth:]
    small = np.asarray(Image.fromarray(np.ascontiguousarray(near)).resize((48, 96), Image.Resampling.BOX), np.float32)
    far_off = np.abs(small - small[:, -1:]).max(axis=2)
    # A row keeps its mirror as far as it stays like the edge.
    like = np.clip(1.3 - far_off / 20, 0, 1)[:, ::-1]
    like = np.minimum(like, np.minimum(np.roll(like, 1, 0), np.roll(like, -1, 0)))
    kept = mean(mean(np.ascontiguousarray(np.minimum.accumulate(like, axis=1)), 2), 2)
    field = enlarged(np.asarray(kept, np.float32), depth, height)
    if length > depth:
        field = np.concatenate([field, np.repeat(field[:, -1:], length - depth, axis=1)], axis=1)
    fall = np.clip(1.15 - np.arange(length, dtype=np.float32) / max(length, depth), 0, 1)
    # Right at the edge the mirror joins without a seam; it has to give way over some distance.
    seam = np.clip(1 - np.arange(length, dtype=np.float32) / max(4.0, 0.07 * height), 0, 1)
    return np.asarray(np.maximum(field[:, :length] * fall, seam)[..., None], np.float32)


def _roughness(edge: Bytes) -> float:
    """The strength of the finest grain along the edge, in 255ths."""
    level = edge.astype(np.float32).mean(axis=2)
    if min(level.shape) < 3:
        return 0.0
    fine = level[1:-1, 1:-1] - (level[:-2, 1:-1] + level[2:, 1:-1] + level[1:-1, :-2] + level[1:-1, 2:]) / 4
    return float(min(8.0, np.median(np.abs(fine)) * 1.5))
