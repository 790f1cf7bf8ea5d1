"""Framing: a moulding and a mount around a picture, or a plain border."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import skia

from pinxit.engines.illustrator.brush import colour4
from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.effects import Bytes, cloud
from pinxit.engines.illustrator.shapes import polygon
from pinxit.engines.illustrator.sources.reading import Photo

WOODS: dict[str, Rgb] = {
    "wood": (150, 98, 56), "oak": (176, 130, 82), "walnut": (94, 62, 42), "mahogany": (112, 48, 36),
    "pine": (206, 164, 108), "cherry": (150, 72, 46), "bamboo": (204, 172, 108), "driftwood": (168, 156, 142),
}  # fmt: skip
METALS: dict[str, Rgb] = {
    "gold": (206, 164, 78), "golden": (206, 164, 78), "gilded": (206, 164, 78), "ornate": (196, 152, 70),
    "brass": (190, 154, 84), "bronze": (150, 104, 64), "silver": (186, 190, 196), "metal": (120, 124, 130),
    "baroque": (196, 152, 70), "vintage": (170, 126, 68), "antique": (170, 126, 68),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Moulding:
    """A frame: `kind` is wood, metal, plain (painted), polaroid or border; `mount` leaves a card around the picture."""

    kind: str
    rgb: Rgb
    mount: bool = True


def framed(photo: Photo, moulding: Moulding, width: int, height: int) -> Bytes:
    """The photo, scaled to fill its frame, as height x width x 3."""
    unit = min(width, height)
    surface = skia.Surface(width, height)
    with surface as canvas:
        if moulding.kind in {"border", "polaroid"}:
            _border(canvas, photo, moulding, (width, height))
        else:
            rail = unit * 0.062
            card = unit * (0.07 if moulding.mount else 0.0)
            canvas.clear(colour4((250, 248, 243)))
            _hang(canvas, photo, (rail + card, rail + card, width - rail - card, height - rail - card))
            if moulding.mount:
                _bevel(canvas, (rail + card, rail + card, width - rail - card, height - rail - card), unit)
            _rails(canvas, moulding, (float(width), float(height)), rail)
    return np.ascontiguousarray(surface.toarray(colorType=skia.kRGBA_8888_ColorType)[..., :3])


def image_of(photo: Photo) -> skia.Image:
    """For Skia."""
    return skia.Image.fromarray(photo.rgba, skia.kRGBA_8888_ColorType, skia.kUnpremul_AlphaType)


def _hang(canvas: skia.Canvas, photo: Photo, box: tuple[float, float, float, float]) -> None:
    """Fill a box with the middle of the photo."""
    left, top, right, bottom = box
    target = skia.Rect.MakeLTRB(*box)
    share = max((right - left) / photo.width, (bottom - top) / photo.height)
    wide, high = (right - left) / share, (bottom - top) / share
    part = skia.Rect.MakeXYWH((photo.width - wide) / 2, (photo.height - high) / 2, wide, high)
    sampling = skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kLinear)
    canvas.drawImageRect(image_of(photo), part, target, sampling, skia.Paint(), skia.Canvas.kFast_SrcRectConstraint)


def _border(canvas: skia.Canvas, photo: Photo, moulding: Moulding, size: tuple[int, int]) -> None:
    width, height = size
    unit = min(size)
    edge = unit * (0.055 if moulding.kind == "polaroid" else 0.04)
    foot = unit * 0.2 if moulding.kind == "polaroid" else edge
    canvas.clear(colour4(moulding.rgb))
    _hang(canvas, photo, (edge, edge, width - edge, height - foot))
    inner = skia.Paint(AntiAlias=True, Style=skia.Paint.kStroke_Style, StrokeWidth=max(1.0, unit * 0.0015))
    inner.setColor(colour4(darken(moulding.rgb, 0.35), 0.6))
    canvas.drawRect(skia.Rect.MakeLTRB(edge, edge, width - edge, height - foot), inner)


def _bevel(canvas: skia.Canvas, box: tuple[float, float, float, float], unit: int) -> None:
    """The cut edge of the card, light below and dark above, and the shadow that the frame throws on it."""
    left, top, right, bottom = box
    cut = unit * 0.006
    tones = (
        ((196, 190, 180), (left, top, right, top)),
        ((206, 200, 190), (left, top, left, bottom)),
        ((255, 255, 252), (left, bottom, right, bottom)),
        ((244, 242, 236), (right, top, right, bottom)),
    )
    for rgb, (x0, y0, x1, y1) in tones:
        paint = skia.Paint(AntiAlias=True, StrokeWidth=cut, Style=skia.Paint.kStroke_Style, Color=colour4(rgb))
        canvas.drawLine(x0, y0, x1, y1, paint)


def _rails(canvas: skia.Canvas, moulding: Moulding, size: tuple[float, float], rail: float) -> None:
    """Four mitred rails, lit from above left, and the shadow they throw inwards."""
    width, height = size
    shade = skia.Paint(AntiAlias=True, Color=colour4((20, 14, 10), 0.5))
    shade.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, rail * 0.16))
    canvas.save()
    canvas.clipRect(skia.Rect.MakeLTRB(rail, rail, width - rail, height - rail))
    canvas.drawRect(skia.Rect.MakeLTRB(rail, rail, width - rail, rail * 1.14), shade)
    canvas.drawRect(skia.Rect.MakeLTRB(rail, rail, rail * 1.12, height - rail), shade)
    canvas.restore()
    outer = [(0.0, 0.0), (width, 0.0), (width, height), (0.0, height)]
    inner = [(rail, rail), (width - rail, rail), (width - rail, height - rail), (rail, height - rail)]
    lights = (0.16, -0.12, -0.24, 0.06)
    for i in range(4):
        j = (i + 1) % 4
        path = polygon([outer[i], outer[j], inner[j], inner[i]])
        along = ((outer[i][0], outer[i][1]), (inner[i][0], outer[i][1]) if i % 2 else (outer[i][0], inner[i][1]))
        canvas.save()
        canvas.clipPath(path, skia.ClipOp.kIntersect, True)
        canvas.drawPaint(skia.Paint(Shader=_profile(moulding, along, lights[i])))
        if moulding.kind == "wood":
            _grain(canvas, size, upright=bool(i % 2), seed=i)
        canvas.restore()
    joint = skia.Paint(AntiAlias=True, StrokeWidth=max(0.8, rail * 0.02), Color=colour4(darken(moulding.rgb, 0.6), 0.6))
    for a, b in zip(outer, inner, strict=True):
        canvas.drawLine(*a, *b, joint)


def _profile(moulding: Moulding, along: tuple[tuple[float, float], tuple[float, float]], light: float) -> skia.Shader:
    """Across a rail: a rounded back, a groove, an inner lip."""
    rgb = lighten(moulding.rgb, light) if light > 0 else darken(moulding.rgb, -light)
    shiny = 0.55 if moulding.kind == "metal" else 0.22
    stops = [
        (0.0, darken(rgb, 0.35)), (0.07, rgb), (0.26, lighten(rgb, shiny)), (0.46, rgb), (0.62, darken(rgb, 0.28)),
        (0.7, darken(rgb, 0.42)), (0.74, lighten(rgb, shiny * 0.8)), (0.9, mix(rgb, lighten(rgb, 0.2), 0.5)),
        (1.0, darken(rgb, 0.4)),
    ]  # fmt: skip
    points = [skia.Point(*along[0]), skia.Point(*along[1])]
    return skia.GradientShader.MakeLinear(points, [colour4(c) for _, c in stops], [p for p, _ in stops])


def _grain(canvas: skia.Canvas, size: tuple[float, float], *, upright: bool, seed: int) -> None:
    """Streaks along the rail."""
    rng = np.random.default_rng(seed)
    streaks = rng.random((1, 256) if upright else (256, 1), np.float32)
    plane = np.broadcast_to(streaks, (256, 256)) * 0.8 + cloud(256, 256, 5, seed + 3) * 0.3
    alpha = (np.clip(plane - 0.45, 0, 1) * 90).astype(np.uint8)
    zero = np.zeros_like(alpha)
    picture = skia.Image.fromarray(
        np.ascontiguousarray(np.dstack([zero, zero, zero, alpha])), skia.kRGBA_8888_ColorType
    )
    target = skia.Rect.MakeWH(*size)
    canvas.drawImageRect(picture, target, skia.SamplingOptions(skia.FilterMode.kLinear))
