"""Flattening: what a painter sees in a photograph: even patches with firm edges, and the lines between them.

Float images are height x width (x 3), 0 to 1; byte images are RGB.
"""

from __future__ import annotations

import numpy as np

from pinxit.engines.illustrator.effects import Bytes, Floats
from pinxit.engines.illustrator.separation import lab, palette


def mean(image: Floats, radius: int) -> Floats:
    """Means over squares of 2 x `radius` + 1 pixels; the edge pixels repeat."""
    if radius < 1:
        return image
    count = 2 * radius + 1
    for axis in (0, 1):
        pad = [(0, 0)] * image.ndim
        pad[axis] = (radius + 1, radius)
        total = np.cumsum(np.pad(image, pad, mode="edge"), axis=axis, dtype=np.float32)
        size = image.shape[axis]
        first = [slice(None)] * image.ndim
        last = list(first)
        first[axis], last[axis] = slice(0, size), slice(count, count + size)
        image = total[tuple(last)] - total[tuple(first)]
        image *= np.float32(1 / count)
    return np.asarray(image, np.float32)


def level_of(image: Floats) -> Floats:
    """Lightness as the eye weighs the channels (BT.601)."""
    return np.asarray(
        image[..., 0] * np.float32(0.299) + image[..., 1] * np.float32(0.587) + image[..., 2] * np.float32(0.114)
    )


def flattened(image: Floats, radius: int, rounds: int = 1) -> Floats:
    """Each pixel takes the mean of whichever quarter around it is the calmest (Kuwahara et al., 1976).

    The four means are mixed by their calm (Papari et al., 2007), so that no blocks appear.
    """
    for _ in range(rounds):
        image = _calmed(image, max(1, radius))
    return image


def _calmed(image: Floats, radius: int) -> Floats:
    half = max(1, radius // 2)
    level = level_of(image)
    # Two small squares make a rounder window than one large one.
    near, far = half - half // 2, half // 2
    middle = mean(mean(image, near), far)
    spread = mean(mean(level * level, near), far) - mean(mean(level, near), far) ** 2
    weight = 1 / (np.clip(spread, 0, None) + np.float32(2e-5)) ** 3
    pad = ((half, half), (half, half))
    weights = np.pad(weight, pad, mode="edge")
    means = np.pad(middle, (*pad, (0, 0)), mode="edge")
    height, width = level.shape
    total, share = np.zeros_like(image), np.zeros_like(level)
    for dy in (0, 2 * half):
        for dx in (0, 2 * half):
            part = weights[dy : dy + height, dx : dx + width]
            share += part
            total += means[dy : dy + height, dx : dx + width] * part[..., None]
    total /= share[..., None]
    return total


def lines(image: Floats, fine: float, *, firm: float = 18.0, keep: float = 0.5, hues: bool = False) -> Floats:
    """Ink where one tone meets another: 1 on a line, 0 on paper (Winnemöller et al., 2012: XDoG).

    `fine` is the width of a line in pixels, `firm` how hard it sets in, `keep` how much of a faint edge counts.
    With `hues`, differences of colour count as well as those of lightness.
    """
    level = level_of(image)
    edge = _soft(level, fine * 1.2) - _soft(level, fine * 0.7)
    if hues:  # where two colours meet that are equally light
        warmth = (image[..., 0] - image[..., 2]) * np.float32(0.5)
        edge = np.maximum(edge, (_soft(warmth, fine * 1.2) - _soft(warmth, fine * 0.7)) * np.float32(0.8))
    edge -= np.float32(0.004 + 0.024 * (1 - keep))
    return np.asarray(np.clip(edge * np.float32(firm * 4), 0, 1), np.float32)


def _soft(level: Floats, radius: float) -> Floats:
    """A soft blur of a fractional radius."""
    low = int(radius)
    part = np.float32(radius - low)
    first = mean(mean(level, low), low)
    if part < 0.02:
        return first
    second = mean(mean(level, low + 1), low + 1)
    return np.asarray(first + (second - first) * part, np.float32)


def shifted(plane: Floats, right: int, down: int) -> Floats:
    """Moved by so many pixels; what comes in at the edges repeats the edge."""
    wide = np.pad(plane, ((down, 0), (right, 0)), mode="edge")
    return wide[: plane.shape[0], : plane.shape[1]]


def stretched(level: Floats, low: float = 1.5, high: float = 98.5) -> Floats:
    """The tones spread over more of the range: `low` and `high` are percentiles that become black and white.

    Only so far: what is brown must not become black because nothing in the picture is darker.
    """
    dark, light = (float(v) for v in np.percentile(level[::4, ::4], (low, high)))
    dark, light = min(dark, 0.14), max(light, 0.78)
    return np.asarray(np.clip((level - np.float32(dark)) / np.float32(light - dark), 0, 1), np.float32)


def vivid(image: Floats, amount: float) -> Floats:
    """More (above 1) or less (below 1) colour at the same lightness."""
    level = level_of(image)[..., None]
    return np.asarray(np.clip(level + (image - level) * np.float32(amount), 0, 1), np.float32)


def stepped(level: Floats, steps: int, soft: float = 0.35) -> Floats:
    """Even tones with short ramps between: `soft` 0 cuts hard, 1 leaves everything as it is."""
    scaled = level * np.float32(steps) - np.float32(0.5)
    base = np.floor(scaled)
    ramp = np.clip((scaled - base - np.float32(0.5)) / np.float32(max(soft, 0.02)) + np.float32(0.5), 0, 1)
    return np.asarray((base + ramp + np.float32(0.5)) / np.float32(steps), np.float32)


def patches(pixels: Bytes, count: int) -> tuple[Bytes, Bytes]:
    """Every pixel's nearest of the `count` main colours: (index height x width, colours count x 3)."""
    colours = np.array(palette(pixels, count), np.uint8)
    axis = np.arange(32, dtype=np.uint8) * 8 + 4
    grid = np.stack(np.meshgrid(axis, axis, axis, indexing="ij"), -1).reshape(-1, 3)
    gap = ((lab(grid)[:, None] - lab(colours)) ** 2).sum(-1)
    nearest = gap.argmin(1).astype(np.uint8)
    code = (pixels[..., 0] >> 3).astype(np.uint16) << 10
    code |= (pixels[..., 1] >> 3).astype(np.uint16) << 5
    code |= pixels[..., 2] >> 3
    return nearest[code], colours
