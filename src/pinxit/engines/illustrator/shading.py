"""Shading: the shapes of shade and of reflected light on one fill. Each draws inside the fill's outline."""

from __future__ import annotations

import skia

from pinxit.engines.illustrator.colours import Rgb
from pinxit.engines.illustrator.light import Light
from pinxit.engines.illustrator.shapes import moved

_SAMPLES = 18


def colour4(rgb: Rgb, alpha: float = 1.0) -> int:
    """Skia's 32-bit colour of a triple; `alpha` 0 to 1."""
    return int(skia.ColorSetARGB(max(0, min(255, round(alpha * 255))), *rgb))


def thickness(path: skia.Path) -> float:
    """How thick the outline's first contour is: the diameter of a disc, the breadth of a band however it is bent.

    Bounds alone would call a thin ring as thick as a disc, and its shade would swallow it.
    """
    bounds = path.getBounds()
    reach = float(min(bounds.width(), bounds.height()))
    measure = skia.PathMeasure(path, True)
    length = float(measure.getLength())
    if length <= 0:
        return reach
    spots = [measure.getPosTan(length * i / _SAMPLES)[0] for i in range(_SAMPLES)]
    area, before = 0.0, spots[-1]
    for spot in spots:
        area += before.x() * spot.y() - spot.x() * before.y()
        before = spot
    # Twice the area is in `area`; a disc's 4 * area / length is its diameter, a band's is twice its breadth.
    return min(reach, max(2 * abs(float(area)) / length * 1.06, reach * 0.05))


def stepped(colours: list[int], places: list[float], bands: int) -> tuple[list[int], list[float]]:
    """A gradient's stops as even steps with hard edges, the first and the last in the colours of the ends."""
    edges, steps = [], []
    for i in range(bands):
        at = i / (bands - 1)
        after = next((k for k, place in enumerate(places) if place >= at), len(places) - 1)
        before = max(after - 1, 0)
        room = places[after] - places[before]
        share = min(1.0, max(0.0, (at - places[before]) / room)) if room > 0 else 1.0
        step = 0
        for shift in (24, 16, 8, 0):
            low, high = colours[before] >> shift & 255, colours[after] >> shift & 255
            step |= round(low + (high - low) * share) << shift
        edges += [i / bands, (i + 1) / bands]
        steps += [step, step]
    return steps, edges


def crescent(canvas: skia.Canvas, path: skia.Path, shift: tuple[float, float], paint: skia.Paint, blur: float) -> None:
    """What the outline leaves uncovered when it is shifted. The caller clips to the outline itself."""
    outside = moved(path, *shift)
    outside.toggleInverseFillType()
    if blur > 0.4:
        paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, blur))
    canvas.drawPath(outside, paint)


def shine_soft(canvas: skia.Canvas, path: skia.Path, light: Light, reach: float, strength: float) -> None:
    """A soft spot of light, for glossy things by day."""
    bounds = path.getBounds()
    x, y = _spot(bounds, light, 0.26)
    rx, ry = bounds.width() * 0.12, bounds.height() * 0.1
    paint = skia.Paint(AntiAlias=True, Color=colour4((255, 255, 255), strength * 0.8))
    paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, max(reach * 0.03, 0.5)))
    canvas.save()
    canvas.rotate(-28 if light.x < 0 else 28, x, y)
    canvas.drawOval(skia.Rect.MakeLTRB(x - rx, y - ry, x + rx, y + ry), paint)
    canvas.restore()


def shine_cel(canvas: skia.Canvas, path: skia.Path, light: Light, reach: float, strength: float) -> None:
    """A bent stroke and a dot that follow the outline on the side of the light, as cartoons have it."""
    bounds = path.getBounds()
    box = bounds.makeInset(bounds.width() * 0.15, bounds.height() * 0.15)
    paint = skia.Paint(
        AntiAlias=True,
        Style=skia.Paint.kStroke_Style,
        StrokeCap=skia.Paint.kRound_Cap,
        StrokeWidth=reach * 0.055,
        Color=colour4((255, 255, 255), strength * 0.95),
    )
    left = light.x <= 0
    canvas.drawArc(box, 198 if left else 304, 38, False, paint)
    canvas.drawArc(box, 250 if left else 288, 0.6, False, paint)


def shine_softbox(canvas: skia.Canvas, path: skia.Path, light: Light, reach: float, strength: float) -> None:
    """The window of a softbox, bent with the form, and the narrow strip of a second one on the other side."""
    bounds = path.getBounds()
    if reach < 24:
        shine_soft(canvas, path, light, reach, strength)
        return
    wide, tall = bounds.width(), bounds.height()
    for share, breadth, power in ((0.26, 0.12, 0.5), (-0.37, 0.035, 0.34)):
        side = share if light.x < 0 else -share
        x, top, foot = bounds.centerX() - side * wide, bounds.top() + tall * 0.2, bounds.top() + tall * 0.66
        half, lean = breadth * wide / 2, side * wide * 0.16
        pane = skia.Path()
        pane.moveTo(x - half + lean, top)
        pane.lineTo(x + half + lean, top)
        pane.quadTo(x + half - lean * 0.7, (top + foot) / 2, x + half + lean * 0.6, foot)
        pane.lineTo(x - half + lean * 0.6, foot)
        pane.quadTo(x - half - lean * 0.7, (top + foot) / 2, x - half + lean, top)
        pane.close()
        tones = [colour4((255, 255, 255), strength * power * a) for a in (1.0, 0.7, 0.12)]
        ends = [skia.Point(x, top), skia.Point(x, foot)]
        paint = skia.Paint(AntiAlias=True, Shader=skia.GradientShader.MakeLinear(ends, tones, [0.0, 0.55, 1.0]))
        paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, max(reach * 0.014, 0.6)))
        canvas.drawPath(pane, paint)


def _spot(bounds: skia.Rect, light: Light, share: float) -> tuple[float, float]:
    return bounds.centerX() + light.x * bounds.width() * share, bounds.centerY() + light.y * bounds.height() * share
