"""Wet media: a photograph painted over in watercolour, oil, acrylic or gouache."""

from __future__ import annotations

import numpy as np

from pinxit.engines.illustrator.effects import Bytes, Floats, finished, opened
from pinxit.engines.illustrator.light import LIGHTS
from pinxit.engines.illustrator.media import Finish, load
from pinxit.engines.illustrator.sources.flattening import flattened, level_of, lines, mean, stepped, stretched, vivid


def paint_watercolour(pixels: Bytes, seed: int) -> Bytes:
    """Few washes over each other, a pencilled drawing under them, and the paper's own edge."""
    unit = min(pixels.shape[:2])
    image = flattened(opened(pixels), max(2, unit // 150), 2)
    drawn = lines(image, max(0.9, unit / 800), firm=9, keep=0.45)
    level = stretched(level_of(image))
    # Water thins: shadows open up, lights become the paper; three steps are the layers of a wash.
    washed = stepped(level, 7, 0.5) ** np.float32(0.72) * np.float32(0.84) + np.float32(0.16)
    gain = (washed + np.float32(0.02)) / (level_of(image) + np.float32(0.02))
    image = vivid(np.clip(image * np.clip(gain, 0.6, 3.2)[..., None], 0, 1), 1.14)
    light = np.clip((washed - np.float32(0.86)) * 5, 0, 0.85)[..., None]
    image += (1 - image) * light
    image -= (image - np.array((0.33, 0.29, 0.3), np.float32)) * (drawn * np.float32(0.55))[..., None]
    return load()["watercolour"].develop(finished(image), Finish(LIGHTS["day"], unit, seed))


def paint_oil(pixels: Bytes, seed: int) -> Bytes:
    """Broad strokes, then finer ones where there is something to tell; warm, rich, on canvas."""
    unit = min(pixels.shape[:2])
    image = flattened(opened(pixels), max(2, unit // 170), 1)
    image = _deepened(image, 0.5)
    image = vivid(image, 1.24)
    sharp = _crisp(image, max(1, unit // 260), 0.8)
    return load()["painting"].develop(finished(sharp), Finish(LIGHTS["day"], unit, seed))


def paint_gouache(pixels: Bytes, seed: int) -> Bytes:
    """Opaque, matt, in even steps; the strokes stay broad."""
    unit = min(pixels.shape[:2])
    image = flattened(opened(pixels), max(3, unit // 100), 2)
    level = level_of(image)
    target = stepped(stretched(level, 1, 99), 6, 0.3) * np.float32(0.86) + np.float32(0.08)
    image = vivid(np.clip(image + (target - level)[..., None], 0, 1), 1.35)
    return load()["painting"].develop(finished(image), Finish(LIGHTS["day"], unit, seed))


def _deepened(image: Floats, amount: float) -> Floats:
    """More contrast, by the lightness alone."""
    level = level_of(image)
    spread = stretched(level, 0.8, 99.2)
    target = spread + (spread * spread * (3 - 2 * spread) - spread) * np.float32(amount)
    return np.asarray(np.clip(image * ((target + 0.03) / (level + 0.03))[..., None], 0, 1), np.float32)


def _crisp(image: Floats, radius: int, amount: float) -> Floats:
    soft = mean(mean(image, radius), radius)
    return np.asarray(np.clip(image + (image - soft) * np.float32(amount), 0, 1), np.float32)
