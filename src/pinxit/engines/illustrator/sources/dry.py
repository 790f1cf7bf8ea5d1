"""Dry media: a photograph drawn again with pencil, charcoal, pen, chalk or the drafting pen."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import skia

from pinxit.engines.illustrator.effects import Bytes, Floats, border, cloud, finished, grain, opened, warp
from pinxit.engines.illustrator.hatching import CHALK, CHARCOAL, PENCIL, Grip, tile
from pinxit.engines.illustrator.light import LIGHTS
from pinxit.engines.illustrator.media import Finish, load
from pinxit.engines.illustrator.sources.flattening import flattened, level_of, lines, mean, stretched, vivid

_PAPER = np.array((250, 248, 243), np.float32) / 255
_LEAD = np.array((52, 52, 56), np.float32) / 255
_COAL = np.array((30, 28, 27), np.float32) / 255
_BOARD = np.array((40, 58, 52), np.float32) / 255
_BLUE, _DEEP = np.array((28, 78, 148), np.float32) / 255, np.array((18, 58, 122), np.float32) / 255
_DENSE = Grip(pitch=3.4, width=1.5, length=100, stray=0.45)


def draw_pencil(pixels: Bytes, seed: int) -> Bytes:
    """Contours, and tone in layers of hatching over a rubbed ground."""
    lead = _graphite(pixels, seed)[..., None]
    return finished(_toothed(_PAPER + (_LEAD - _PAPER) * lead))


def draw_crayon(pixels: Bytes, seed: int) -> Bytes:
    """Coloured pencils: the hatching has the colours of what it covers."""
    unit = min(pixels.shape[:2])
    image = vivid(flattened(opened(pixels), max(2, unit // 220), 1), 1.4)
    level = stretched(level_of(image))
    lead = _hatched(1 - level * 0.82, unit, (38, 66, 8)) * np.float32(0.6) + (1 - level) * np.float32(0.36)
    colour = image * np.float32(0.86)
    drawn = lines(flattened(opened(pixels), max(2, unit // 250)), max(1.0, unit / 640), firm=10, keep=0.5)
    result = _PAPER + (colour - _PAPER) * np.clip(lead + 0.14, 0, 1)[..., None]
    result += (image * np.float32(0.35) - result) * (drawn * np.float32(0.7))[..., None]
    return finished(_toothed(result))


def draw_charcoal(pixels: Bytes, seed: int) -> Bytes:
    """Rubbed darks, broken broad strokes, lights left to the paper."""
    height, width = pixels.shape[:2]
    unit = min(height, width)
    image = flattened(opened(pixels), max(2, unit // 130), 1)
    dark = 1 - stretched(level_of(image), 2, 97)
    rubbed = mean(mean(dark, max(1, unit // 180)), max(1, unit // 180))
    strokes = _field(CHARCOAL, width, height, unit, -52)
    bite = np.clip(grain(width, height, 17) * np.float32(0.9) + 0.5, 0, 1)
    body = np.clip(dark**1.25 * np.float32(1.25) - np.float32(0.1), 0, 1)
    coal = rubbed * np.float32(0.42) + body * (np.float32(0.35) + strokes * np.float32(0.45))
    coal += (body**3) * np.float32(0.35)
    coal *= np.float32(0.72) + bite * np.float32(0.4)
    drawn = lines(image, max(1.4, unit / 420), firm=6, keep=0.45)
    coal = np.maximum(coal, drawn * (np.float32(0.55) + bite * np.float32(0.4)))
    coal *= np.clip(border(width, height, seed, 0.012, 0.05) * 30, 0, 1)
    paper = np.array((238, 232, 220), np.float32) / 255
    return finished(_toothed(paper + (_COAL - paper) * np.clip(coal, 0, 0.97)[..., None]))


def draw_ink(pixels: Bytes, seed: int) -> Bytes:
    """Brush lines, solid blacks and hatching."""
    unit = min(pixels.shape[:2])
    image = flattened(opened(pixels), max(2, unit // 140), 2)
    level = stretched(level_of(image), 3, 94)
    drawn = lines(image, max(1.3, unit / 480), firm=16, keep=0.5, hues=True)
    tone = np.where(level < 0.16, 0.0, np.clip(level * 1.12 + 0.1, 0, 1))
    tone = np.minimum(tone, 1 - drawn)
    grey = finished(np.repeat(np.asarray(tone, np.float32)[..., None], 3, axis=2))
    return load()["ink"].develop(grey, Finish(LIGHTS["day"], unit, seed))


def draw_chalk(pixels: Bytes, seed: int) -> Bytes:
    """Chalk on a board: lines, and lights filled with broken strokes in dulled colours."""
    height, width = pixels.shape[:2]
    unit = min(height, width)
    image = flattened(opened(pixels), max(2, unit // 120), 2)
    level = stretched(level_of(image), 3, 97)
    sharp = flattened(opened(pixels), max(2, unit // 260), 1)
    drawn = lines(1 - sharp, max(1.3, unit / 520), firm=14, keep=0.8)
    left = 1 - lines(sharp, max(1.2, unit / 560), firm=12, keep=0.6)  # what is dark stays board
    strokes = _field(CHALK, width, height, unit, -38)
    bite = np.clip(grain(width, height, 23) * np.float32(0.55) + 0.85, 0, 1)
    fill = np.clip(level * 1.5 - 0.14, 0, 1) ** np.float32(1.2) * (np.float32(0.42) + strokes * np.float32(0.8))
    chalk = np.clip(np.maximum(fill * left, drawn) * bite, 0, 0.97)[..., None]
    colour = vivid(image, 1.7) * np.float32(0.5) + np.float32(0.46)
    smear = (cloud(width, height, 5, seed % 71) - 0.5) * np.float32(0.09)
    board = _BOARD + smear[..., None]
    return finished(np.asarray(board + (colour - board) * chalk, np.float32))


def draw_blueprint(pixels: Bytes, seed: int) -> Bytes:
    """White lines and a light hatching on blue squared paper."""
    height, width = pixels.shape[:2]
    unit = min(height, width)
    image = flattened(opened(pixels), max(2, unit // 140), 2)
    level = stretched(level_of(image))
    drawn = _contours(image, max(1.0, unit / 700), 22)
    step = max(6.0, unit / 34)
    y, x = np.arange(height, dtype=np.float32)[:, None], np.arange(width, dtype=np.float32)
    thin = np.float32(max(1.0, unit / 1000))
    grid = np.maximum((x % step < thin) * np.float32(0.1), (y % step < thin) * np.float32(0.1))
    grid = np.maximum(
        grid, np.maximum((x % (step * 5) < thin) * np.float32(0.2), (y % (step * 5) < thin) * np.float32(0.2))
    )
    hatch = np.abs((x + y) / np.float32(unit / 130) % 1 * 2 - 1)
    shade = np.clip((np.clip(0.6 - level, 0, 1) * 1.25 - hatch * 0.72) * 4, 0, 1) * np.float32(0.34)
    light = np.maximum(np.maximum(drawn * np.float32(0.95), grid), shade)[..., None]
    uneven = cloud(width, height, 4, seed % 67)[..., None]
    paper = _DEEP + (_BLUE - _DEEP) * uneven
    return finished(np.asarray(paper + (np.float32(0.96) - paper) * light, np.float32))


def _contours(image: Floats, fine: float, firm: float) -> Floats:
    """Lines on both sides of every edge: for light on dark, where a shadow cannot be drawn."""
    within, around = (
        lines(image, fine, firm=firm, keep=0.84, hues=True),
        lines(1 - image, fine, firm=firm, keep=0.8, hues=True),
    )
    return np.maximum(within, around)


# -- strokes ---------------------------------------------------------------------------------------------------------


def _graphite(pixels: Bytes, seed: int) -> Floats:
    """How much lead lies at each pixel."""
    unit = min(pixels.shape[:2])
    shaken = warp(pixels, unit * 0.0016, 60, seed % 53)
    image = flattened(opened(shaken), max(2, unit // 240), 1)
    dark = 1 - stretched(level_of(image), 2, 96)
    dark = np.clip(dark * np.float32(1.12) - np.float32(0.08), 0, 1)
    rubbed = mean(dark, max(1, unit // 300)) * np.float32(0.42)
    lead = rubbed + _hatched(dark, unit, (36, 62, -8)) * np.float32(0.62)
    drawn = lines(image, max(0.9, unit / 800), firm=11, keep=0.6, hues=True)
    lead = np.maximum(lead, drawn * np.float32(0.82))
    inside = border(pixels.shape[1], pixels.shape[0], seed, 0.015, 0.06)
    return np.asarray(np.clip(lead, 0, 0.98) * np.clip(inside * 24, 0, 1), np.float32)


def _hatched(dark: Floats, unit: int, slants: tuple[int, int, int]) -> Floats:
    """Layers of strokes: one where it is hardly dark, crossed by a second and a third where it is darker."""
    height, width = dark.shape
    total = np.zeros_like(dark)
    for turn, start, grip in zip(slants, (0.06, 0.38, 0.66), (PENCIL, _DENSE, _DENSE), strict=True):
        layer = np.clip((dark - np.float32(start)) / np.float32(0.42), 0, 1)
        total += layer * _field(grip, width, height, unit, -turn) * (1 - total * np.float32(0.35))
    return np.clip(total, 0, 1, out=total)


def _field(grip: Grip, width: int, height: int, unit: int, turn: float) -> Floats:
    """Strokes in one slant over the whole sheet, 0 to 1."""
    zoom = max(1, min(4, round(unit / 900)))
    scale = max(0.8, unit / 1000) / zoom
    matrix = skia.Matrix.RotateDeg(turn)
    matrix.preScale(scale, scale)
    repeat = skia.TileMode.kRepeat
    surface = skia.Surface(width, height)
    with surface as canvas:
        canvas.clear(skia.ColorBLACK)
        sampling = skia.SamplingOptions(skia.FilterMode.kLinear)
        canvas.drawPaint(skia.Paint(Shader=tile(grip, zoom).makeShader(repeat, repeat, sampling, matrix)))
    return np.asarray(surface.toarray()[..., 0].astype(np.float32) * np.float32(1 / 255))


def _toothed(image: npt.NDArray[np.floating[Any]]) -> Floats:
    """The grain of the paper."""
    noise = grain(image.shape[1], image.shape[0], 3) * np.float32(0.012)
    return np.asarray(image + noise[..., None], np.float32)
