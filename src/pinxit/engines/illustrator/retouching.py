"""Retouching: the finished pixels a little richer or a little softer, as a request's `style` wants them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import numpy as np

from pinxit.engines.illustrator.colours import Rgb
from pinxit.engines.illustrator.effects import Bytes

_BAND = 256  # rows at a time, so that a large picture needs no copies of itself in floats
# How much saturation is added, to pale colours more than to strong ones, and how much the curve of tones is bent:
# positive is contrast.
_STYLES = {"vivid": (0.42, 0.2), "natural": (-0.3, -0.1)}


def retouched(pixels: Bytes, style: str) -> Bytes:
    """RGB or RGBA pixels in a style, "vivid" or "natural"; alpha stays."""
    added, bend = _STYLES[style]
    result = pixels.copy()
    curve = _curve(bend)
    for top in range(0, len(pixels), _BAND):
        rgb = curve[pixels[top : top + _BAND, :, :3]]
        grey = rgb @ np.array([0.299, 0.587, 0.114], np.float32)
        chroma = (rgb.max(-1) - rgb.min(-1)) / 255
        rgb -= grey[..., None]
        rgb *= (1 + added * (1 - chroma))[..., None]
        rgb += grey[..., None]
        result[top : top + _BAND, :, :3] = np.clip(rgb + 0.5, 0, 255)
    return result


def tint_of(style: str) -> Callable[[Rgb], Rgb]:
    """What becomes of one colour in a style."""

    @cache
    def tint(rgb: Rgb) -> Rgb:
        tone = retouched(np.array(rgb, np.uint8).reshape(1, 1, 3), style)[0, 0]
        return int(tone[0]), int(tone[1]), int(tone[2])

    return tint


def _curve(bend: float) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    """A tone curve through black, the middle and white."""
    x = np.arange(256, dtype=np.float32) / 255
    return np.asarray((x + bend * x * (1 - x) * (2 * x - 1) * 2) * 255, np.float32)
