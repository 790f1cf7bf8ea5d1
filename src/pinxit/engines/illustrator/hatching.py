"""Hatching: tiles of strokes that repeat without a seam, as textures for what is drawn with a dry point.

A tile is an alpha mask whose strokes run from left to right. Laid on a part with a turn of its own it follows the form.
"""

from __future__ import annotations

import math
import random
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import skia

from pinxit.engines.illustrator.brush import colour4
from pinxit.engines.illustrator.colours import Rgb
from pinxit.engines.illustrator.effects import Floats, cloud

TILE = 384  # pixels of a tile's side at zoom 1, which suits a picture of about 1000 pixels


@dataclass(frozen=True, slots=True)
class Grip:
    """How a tool makes its strokes, in pixels at zoom 1: distance, thickness, length; `stray` is how uneven all is.

    `spread` softens a stroke's sides, `breaks` (0 to 1) is how much of it the rough ground leaves out.
    """

    pitch: float
    width: float
    length: float
    stray: float = 0.3
    spread: float = 0.0
    breaks: float = 0.0


PENCIL = Grip(pitch=4.6, width=1.5, length=120, stray=0.5)
PENCIL_DENSE = Grip(pitch=3.0, width=1.7, length=90, stray=0.45)
CRAYON = Grip(pitch=3.4, width=2.6, length=110, stray=0.5, breaks=0.15)
CHALK = Grip(pitch=7.6, width=4.2, length=170, stray=0.5, breaks=0.42)
CHARCOAL = Grip(pitch=13.0, width=15.0, length=210, stray=0.55, spread=2.4, breaks=0.3)
GRIT = Grip(pitch=4.0, width=8.0, length=380, stray=0.0, breaks=0.36)
DRAFT = Grip(pitch=7.0, width=0.9, length=4000, stray=0.0)


@lru_cache(maxsize=24)
def tile(grip: Grip, zoom: int) -> skia.Image:
    """The tile of a grip, `zoom` times larger than at zoom 1: white strokes on nothing."""
    side = TILE * zoom
    surface = skia.Surface(side, side)
    with surface as canvas:
        canvas.scale(zoom, zoom)
        _lay(canvas, grip)
    if not grip.breaks:
        return surface.makeImageSnapshot()
    pixels = np.ascontiguousarray(surface.toarray(colorType=skia.kRGBA_8888_ColorType))
    kept = _ground(side, zoom, grip.breaks)
    return skia.Image.fromarray(
        (pixels * kept[..., None]).astype(np.uint8), skia.kRGBA_8888_ColorType, skia.kPremul_AlphaType
    )


def _lay(canvas: skia.Canvas, grip: Grip) -> None:
    """The strokes of one tile; what leaves it on one side comes in on the other."""
    rng = random.Random(9)
    rows = max(2, round(TILE / grip.pitch))
    paint = skia.Paint(AntiAlias=True, Style=skia.Paint.kStroke_Style, StrokeCap=skia.Paint.kRound_Cap)
    if grip.spread:
        paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, grip.spread))
    for row in range(rows):
        x, end = rng.uniform(0, grip.length), TILE
        x -= grip.length
        while x < end:
            long = grip.length * (1 + rng.uniform(-grip.stray, grip.stray))
            y = (row + rng.uniform(-0.6, 0.6) * grip.stray) * TILE / rows
            lean, bow = (rng.gauss(0, 1) * grip.stray * long * share for share in (0.035, 0.03))
            paint.setStrokeWidth(grip.width * (1 + rng.uniform(-0.5, 0.4) * grip.stray))
            paint.setColor(colour4((255, 255, 255), 1 - rng.uniform(0.0, 0.9) * grip.stray))
            for dx in (0, TILE, -TILE):
                for dy in (0, TILE, -TILE):
                    if -40 < y + dy < TILE + 40 and x + dx < TILE + 9 and x + dx + long > -9:
                        path = skia.Path()
                        path.moveTo(x + dx, y + dy - lean)
                        path.quadTo(x + dx + long / 2, y + dy + bow, x + dx + long, y + dy + lean)
                        canvas.drawPath(path, paint)
            x += long * (1.0 - 0.25 * grip.stray + rng.uniform(-0.2, 0.2) * grip.stray) if grip.stray else long


def _ground(side: int, zoom: int, breaks: float) -> Floats:
    """The rough ground as what it takes of a stroke: 0 nothing is left, 1 all is; repeats without a seam."""
    rng = np.random.default_rng(4)
    noise = rng.standard_normal((side // zoom, side // zoom)).astype(np.float32)
    soft = (noise + np.roll(noise, 1, 0) + np.roll(noise, 1, 1) + np.roll(noise, (1, 1), (0, 1))) / 2
    soft = soft.repeat(zoom, 0).repeat(zoom, 1)[:side, :side]
    edge = math.sqrt(2) * 1.6 * (breaks - 0.5)
    return np.asarray(np.clip((soft - edge) * 1.6 + 0.5, 0, 1))


def strokes(grip: Grip, turn: float, scale: float, device: float, offset: float = 0.0) -> skia.Shader:
    """The strokes as a shader for a canvas that is scaled by `device` pixels a unit.

    `turn` is the strokes' slant in degrees, `scale` the units that a tile's pixel at zoom 1 covers.
    """
    zoom = max(1, min(4, round(scale * device)))
    matrix = skia.Matrix.RotateDeg(turn)
    matrix.preTranslate(offset, offset * 0.61)
    matrix.preScale(scale / zoom, scale / zoom)
    sampling = skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kNone)
    repeat = skia.TileMode.kRepeat
    return tile(grip, zoom).makeShader(repeat, repeat, sampling, matrix)


def inked(rgb: Rgb, alpha: float) -> skia.ColorFilter:
    """What turns a shader's strokes to one colour and strength."""
    return skia.ColorFilters.Blend(colour4(rgb, alpha), skia.BlendMode.kSrcIn)


def slant(path: skia.Path, usual: float) -> tuple[float, float]:
    """In which angle (degrees) a part is hatched, and how long it is for its breadth.

    What is long is hatched slantwise across; what is not, in the hand's `usual` angle.
    """
    measure = skia.PathMeasure(path, False)
    length = float(measure.getLength())
    if length <= 0:
        return usual, 1.0
    spots = [measure.getPosTan(length * (i + 0.5) / 16)[0] for i in range(16)]
    cx, cy = sum(s.x() for s in spots) / 16, sum(s.y() for s in spots) / 16
    xx = sum((s.x() - cx) ** 2 for s in spots)
    yy = sum((s.y() - cy) ** 2 for s in spots)
    xy = sum((s.x() - cx) * (s.y() - cy) for s in spots)
    root = math.hypot(xx - yy, 2 * xy)
    stretch = math.sqrt((xx + yy + root) / max(xx + yy - root, 1e-6))
    axis = math.degrees(math.atan2(2 * xy, xx - yy) / 2)
    if stretch < 1.7:
        return usual + ((cx * 0.37 + cy * 0.23) % 16 - 8), stretch
    across = [axis + 62, axis - 62]
    # Of the two slants the one that is nearer to the hand's own.
    return min(across, key=lambda turn: abs((turn - usual + 90) % 180 - 90)), stretch


def frayed(width: int, height: int, unit: int, seed: int, grip: Grip) -> Floats:
    """How much of a drawing is there at each pixel (0 to 1): all of it inside, single slanted strokes at the border."""
    y = np.minimum(np.arange(height), np.arange(height)[::-1]).astype(np.float32)[:, None] / unit
    x = np.minimum(np.arange(width), np.arange(width)[::-1]).astype(np.float32) / unit
    inside = np.minimum(x, y) - cloud(width, height, 6, seed % 31) * np.float32(0.055)
    inside *= 28
    inside -= np.float32(1.05)
    mask = np.ascontiguousarray(
        tile(grip, max(1, min(4, round(unit / 1000)))).toarray(colorType=skia.kRGBA_8888_ColorType)[..., 3]
    )
    side = mask.shape[0]
    down, along = np.arange(height, dtype=np.int32)[:, None], np.arange(width, dtype=np.int32)
    # Sheared, the strokes of the tile lie in the slant of the hand.
    strokes_there = mask[(down + along) % side, (along - down // 3) % side].astype(np.float32)
    strokes_there *= np.float32(1.5 / 255)
    inside += strokes_there
    return np.asarray(np.clip(inside, 0, 1), np.float32)
