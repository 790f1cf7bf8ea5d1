"""Strokes: a picture painted over with bristle marks that follow its forms, from broad to fine."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import skia

from pinxit.engines.illustrator.effects import Bytes, Floats, blurred, cloud, shrunk

LONG, BROAD = 96, 30  # pixels of one mark on the atlas
MARKS = 6
WORKING = 960  # the shorter side at which marks are laid; a larger picture gets the same marks, enlarged


@lru_cache(maxsize=1)
def _marks() -> skia.Image:
    """The atlas: marks under each other, white streaks of uneven strength with ragged ends."""
    rng = np.random.default_rng(5)
    sheet = np.zeros((MARKS * BROAD, LONG, 4), np.uint8)
    x = np.linspace(0, 1, LONG, dtype=np.float32)
    y = np.linspace(-1, 1, BROAD, dtype=np.float32)[:, None]
    for i in range(MARKS):
        bristle = np.convolve(rng.random(BROAD + 2), (0.25, 0.5, 0.25), "valid").astype(np.float32)[:, None]
        start = 0.03 + 0.1 * rng.random((BROAD, 1), np.float32) + 0.1 * y**2
        end = 0.78 + 0.2 * bristle - 0.2 * y**2
        body = np.clip((x - start) * 26, 0, 1) * np.clip((end - x) * 9, 0, 1) * np.clip((1 - y**2) * 3.2, 0, 1)
        alpha = body * np.clip(0.55 + bristle * 1.1 - x * 0.25, 0, 1)
        tone = np.clip(0.92 + 0.2 * (bristle - 0.5) + 0.02 * rng.standard_normal((BROAD, LONG)), 0.7, 1)
        part = sheet[i * BROAD : (i + 1) * BROAD]
        part[..., :3] = (tone * 255).astype(np.uint8)[..., None]
        part[..., 3] = (alpha * 255).astype(np.uint8)
    return skia.Image.fromarray(sheet, skia.kRGBA_8888_ColorType)


def directions(pixels: Bytes, factor: int, seed: int) -> tuple[Floats, Floats]:
    """At a resolution `factor` times smaller: in which angle a painter would lead the brush, and how much happens."""
    level = shrunk(pixels, factor) / 255
    gy, gx = np.gradient(level, axis=(0, 1))
    rows, columns = level.shape[:2]
    drift = cloud(columns, rows, 5, seed % 43) * 2.2 - 0.6
    xx, yy, xy = (blurred(np.asarray(v.sum(axis=2) / 2, np.float32), 1) for v in (gx * gx, gy * gy, gx * gy))
    # The tangent's doubled angle, and a faint drift that rules where nothing happens.
    even = np.float32(0.0006)
    cosine, sine = yy - xx + even * np.cos(2 * drift), -2 * xy + even * np.sin(2 * drift)
    angle = np.arctan2(sine, cosine) / 2
    return np.asarray(angle, np.float32), np.sqrt(xx + yy)


def overpaint(pixels: Bytes, unit: int, seed: int) -> Bytes:
    """The picture in three layers of marks; the finest only where there is something to tell."""
    full = (pixels.shape[1], pixels.shape[0])
    scale = min(1.0, WORKING / unit)
    if scale < 1:
        pixels = _scaled(pixels, round(full[0] * scale), round(full[1] * scale))
        unit = round(unit * scale)
    height, width = pixels.shape[:2]
    angle, busy = directions(pixels, 6, seed)
    rng = np.random.default_rng(seed)
    surface = skia.Surface(width, height)
    with surface as canvas:
        alpha = np.full((height, width, 1), 255, np.uint8)
        canvas.drawImage(skia.Image.fromarray(np.concatenate([pixels, alpha], 2), skia.kRGBA_8888_ColorType), 0, 0)
        for reach, step, least in ((0.1, 0.03, -1.0), (0.054, 0.017, 0.012), (0.027, 0.0092, 0.04)):
            _layer(canvas, pixels, (angle, busy), (reach * unit, step * unit, least), rng)
    painted = np.ascontiguousarray(surface.toarray(colorType=skia.kRGBA_8888_ColorType)[..., :3])
    return painted if scale == 1 else _scaled(painted, *full)


def _scaled(pixels: Bytes, width: int, height: int) -> Bytes:
    alpha = np.full((*pixels.shape[:2], 1), 255, np.uint8)
    image = skia.Image.fromarray(np.concatenate([pixels, alpha], 2), skia.kRGBA_8888_ColorType)
    surface = skia.Surface(width, height)
    with surface as canvas:
        sampling = skia.SamplingOptions(skia.FilterMode.kLinear)
        canvas.drawImageRect(image, skia.Rect.MakeWH(width, height), sampling)
    return np.ascontiguousarray(surface.toarray(colorType=skia.kRGBA_8888_ColorType)[..., :3])


def _layer(
    canvas: skia.Canvas,
    pixels: Bytes,
    form: tuple[Floats, Floats],
    size: tuple[float, float, float],
    rng: np.random.Generator,
) -> None:
    """Marks of one size (length, distance, how much must happen there) on a jittered grid, in a random order."""
    height, width = pixels.shape[:2]
    angle, busy = form
    reach, step, least = size
    ys, xs = np.mgrid[0 : height + step : step, 0 : width + step : step]
    x = (xs + rng.uniform(-0.5, 0.5, xs.shape) * step).ravel()
    y = (ys + rng.uniform(-0.5, 0.5, ys.shape) * step).ravel()
    row = np.clip(y * angle.shape[0] / height, 0, angle.shape[0] - 1).astype(np.intp)
    column = np.clip(x * angle.shape[1] / width, 0, angle.shape[1] - 1).astype(np.intp)
    chosen = np.nonzero(busy[row, column] > least)[0]
    chosen = chosen[rng.permutation(len(chosen))]
    if not len(chosen):
        return
    x, y, row, column = x[chosen], y[chosen], row[chosen], column[chosen]
    turn = angle[row, column] + rng.normal(0, 0.16, len(chosen))
    scale = reach / LONG * rng.uniform(0.75, 1.2, len(chosen))
    cos, sin = np.cos(turn) * scale, np.sin(turn) * scale
    left, top = x - cos * LONG / 2 + sin * BROAD / 2, y - sin * LONG / 2 - cos * BROAD / 2
    seen = pixels[np.clip(y, 0, height - 1).astype(np.intp), np.clip(x, 0, width - 1).astype(np.intp)].astype(
        np.float32
    )
    tone = np.clip(seen * rng.normal(1.06, 0.05, (len(chosen), 1)) + rng.normal(0, 2.5, seen.shape), 0, 255)
    rgb = tone.astype(np.uint32)
    colours = (0xFF000000 | rgb[:, 0] << 16 | rgb[:, 1] << 8 | rgb[:, 2]).tolist()
    rects = [skia.Rect.MakeXYWH(0, i * BROAD, LONG, BROAD) for i in range(MARKS)]
    marks = [skia.RSXform(*spot) for spot in zip(cos.tolist(), sin.tolist(), left.tolist(), top.tolist(), strict=True)]
    parts = [rects[i] for i in rng.integers(0, MARKS, len(chosen)).tolist()]
    sampling = skia.SamplingOptions(skia.FilterMode.kLinear)
    canvas.drawAtlas(_marks(), marks, parts, colours, skia.BlendMode.kModulate, sampling)
