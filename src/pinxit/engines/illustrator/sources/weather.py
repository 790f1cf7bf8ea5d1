"""Weather: the hour and the weather of a picture that is already there."""

from __future__ import annotations

import numpy as np
import skia

from pinxit.engines.illustrator.effects import Floats, cloud, vignette
from pinxit.engines.illustrator.sources.flattening import level_of, mean, vivid


def night(image: Floats) -> Floats:
    """Blue and dark; only what is very light still shines."""
    level = level_of(image)[..., None]
    dark = vivid(image, 0.5) ** np.float32(1.35) * np.array((0.36, 0.45, 0.7), np.float32)
    dark += np.array((0.01, 0.016, 0.045), np.float32)
    colourful = (image.max(2) - image.min(2))[..., None]
    shine = np.clip((level - 0.82) * 4, 0, 1) * np.clip(colourful * 2.5, 0.06, 0.5)
    result = np.asarray(dark + (image - dark) * shine, np.float32)
    vignette(result, 0.3)
    return result


def sunset(image: Floats) -> Floats:
    """Low sun: warm lights, violet shades, and a glow from above the middle."""
    height, width = image.shape[:2]
    level = level_of(image)[..., None]
    warm = image * np.array((1.08, 0.84, 0.62), np.float32) + np.array((0.05, 0.015, 0.0), np.float32)
    shade = (1 - level) ** 2 * np.array((0.035, 0.0, 0.06), np.float32)
    y = np.linspace(-0.35, 0.65, height, dtype=np.float32)[:, None]
    x = np.linspace(-0.5, 0.5, width, dtype=np.float32)
    glow = np.exp(-(x * x * 3 + y * y * 7))[..., None] * np.array((0.24, 0.12, 0.03), np.float32)
    return np.asarray(np.clip(warm + shade + glow * (0.35 + level), 0, 1), np.float32)


def fog(image: Floats) -> Floats:
    """Grey veils, thicker towards the upper half, where things are far off."""
    height, width = image.shape[:2]
    y = np.linspace(0, 1, height, dtype=np.float32)[:, None]
    thick = np.clip(0.75 - np.abs(y - 0.38) * 0.75, 0.2, 1) * (0.72 + 0.5 * cloud(width, height, 4, 11))
    veil = np.clip(thick, 0, 0.86)[..., None]
    pale = vivid(image, 0.6)
    return np.asarray(pale + (np.array((0.83, 0.85, 0.87), np.float32) - pale) * veil, np.float32)


def snow(image: Floats) -> Floats:
    """A cold, pale light and falling flakes."""
    pale = vivid(image, 0.62) * np.array((0.93, 0.98, 1.05), np.float32)
    pale = pale + (1 - pale) * np.float32(0.16)
    flakes = _flakes(image.shape[1], image.shape[0])[..., None]
    return np.asarray(pale + (1 - pale) * flakes, np.float32)


def rain(image: Floats) -> Floats:
    """A grey, wet light and slanting streaks."""
    wet = vivid(image, 0.55) ** np.float32(1.18) * np.array((0.8, 0.86, 0.92), np.float32)
    streaks = _streaks(image.shape[1], image.shape[0])[..., None]
    return np.asarray(wet + (np.array((0.86, 0.9, 0.94), np.float32) - wet) * streaks, np.float32)


def _flakes(width: int, height: int) -> Floats:
    """How much each pixel is covered by flakes, 0 to 1: many small ones far off, a few large soft ones near."""
    rng = np.random.default_rng(21)
    unit = min(width, height)
    plane = np.zeros((height, width), np.float32)
    for count, radius, blur, strength in (
        (260, 0.0026, 0.0, 0.75),
        (130, 0.0052, 0.001, 0.85),
        (34, 0.011, 0.005, 0.7),
    ):
        surface = skia.Surface(width, height)
        paint = skia.Paint(AntiAlias=True, Color=skia.ColorWHITE)
        with surface as canvas:
            canvas.clear(skia.ColorBLACK)
            for x, y, size in rng.random((round(count * width * height / unit**2), 3)):
                canvas.drawCircle(x * width, y * height, max(0.7, unit * radius * (0.6 + 0.8 * size)), paint)
        layer = surface.toarray()[..., 0].astype(np.float32) * np.float32(strength / 255)
        soft = round(unit * blur)
        plane = np.maximum(plane, mean(mean(layer, soft), soft) if soft else layer)
    return plane


def _streaks(width: int, height: int) -> Floats:
    rng = np.random.default_rng(22)
    unit = min(width, height)
    surface = skia.Surface(width, height)
    with surface as canvas:
        canvas.clear(skia.ColorBLACK)
        for x, y, size in rng.random((round(420 * width * height / unit**2), 3)):
            grey = int(60 + 90 * size)
            stroke = skia.Paint(AntiAlias=True, StrokeWidth=max(0.8, unit * 0.0022 * (0.5 + size)))
            stroke.setColor(skia.Color(grey, grey, grey))
            long = unit * (0.03 + 0.05 * size)
            left, top = x * width * 1.1, y * height * 1.1 - long
            canvas.drawLine(left, top, left - long * 0.22, top + long, stroke)
    return np.asarray(surface.toarray()[..., 0].astype(np.float32) / 255, np.float32)
