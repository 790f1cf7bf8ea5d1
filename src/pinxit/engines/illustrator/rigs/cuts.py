"""Shapes cut and painted in one call, their outlines written as text; what small objects are put together from."""

from __future__ import annotations

import skia

from pinxit.engines.illustrator.colours import WHITE, Rgb
from pinxit.engines.illustrator.pen import Form, Pen
from pinxit.engines.illustrator.rigs.trace import facet, organic, points
from pinxit.engines.illustrator.shapes import box, ellipse, smooth, tube


def mould(pen: Pen, text: str, rgb: Rgb, form: Form = "round", line: float = 1.0) -> skia.Path:
    """Fill a soft outline through the points; returns it."""
    return pen.fill(organic(text), rgb, form, line=line)


def cut(  # limit: an outline, its paint, its corners
    pen: Pen, text: str, rgb: Rgb, form: Form = "round", radius: float = 0, line: float = 1.0
) -> skia.Path:
    """Fill a straight-edged outline, its corners rounded by `radius`; returns it."""
    return pen.fill(facet(text, radius), rgb, form, line=line)


def bar(pen: Pen, text: str, rgb: Rgb, form: Form = "round", line: float = 1.0) -> skia.Path:
    """Fill a rectangle given as "left top width height radius" (the radius may be left out); returns it."""
    left, top, wide, high, *rest = (float(word) for word in text.split())
    return pen.fill(box(left, top, wide, high, rest[0] if rest else 0), rgb, form, line=line)


def disc(pen: Pen, text: str, rgb: Rgb, form: Form = "round", line: float = 1.0) -> skia.Path:
    """Fill an ellipse given as "x y rx [ry [turn]]"; returns it."""
    x, y, rx, *rest = (float(word) for word in text.split())
    ry = rest[0] if rest else rx
    return pen.fill(ellipse(x, y, rx, ry, rest[1] if len(rest) > 1 else 0), rgb, form, line=line)


def rod(  # limit: a course, its paint, its ends
    pen: Pen, text: str, width: float, rgb: Rgb, form: Form = "round", line: float = 1.0, end: float | None = None
) -> skia.Path:
    """Fill a round bar along a soft course, `width` thick at its start and `end` at its end; returns it."""
    way = points(text)
    last = width if end is None else end
    widths = [width + (last - width) * i / (len(way) - 1) for i in range(len(way))]
    return pen.fill(tube(way, widths), rgb, form, line=line)


def score(pen: Pen, text: str, rgb: Rgb, width: float = 1.5, alpha: float = 1.0) -> None:
    """Draw soft lines; each run of points is separated from the next by "|"."""
    path = skia.Path()
    for run in text.split("|"):
        path.addPath(smooth(points(run), closed=False))
    pen.line(path, rgb, width, alpha=alpha)


def tint(
    pen: Pen, on: skia.Path, text: str, rgb: Rgb = WHITE, alpha: float = 0.4, blur: float = 0
) -> None:  # limit: where, what, how
    """Paint a soft-edged area on what lies within the outline `on`."""
    with pen.on(on):
        pen.decal(organic(text), rgb, alpha=alpha, blur=blur)


def arch(x: float, y: float, wide: float, tall: float) -> str:
    """The points of a round-headed opening that stands on (x, y)."""
    top = y - tall
    right = [(0.5, y), (0.5, top + wide * 0.4), (0.3, top + wide * 0.1)]
    spots = [*((-share, at) for share, at in right), (0.0, top), *reversed(right)]
    return " ".join(f"{x + share * wide},{at}" for share, at in spots)
