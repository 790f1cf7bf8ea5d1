"""Bars, stalks and rails as bodies: a line that has an outline of its own where the medium draws one."""

from __future__ import annotations

import skia

from pinxit.engines.illustrator.colours import Rgb
from pinxit.engines.illustrator.pen import Form, Pen
from pinxit.engines.illustrator.rigs.trace import points
from pinxit.engines.illustrator.shapes import polygon, simplified, smooth


def thick(path: skia.Path, width: float) -> skia.Path:
    """The outline of a line `width` units thick, with round ends."""
    paint = skia.Paint(
        Style=skia.Paint.kStroke_Style,
        StrokeWidth=width,
        StrokeCap=skia.Paint.kRound_Cap,
        StrokeJoin=skia.Paint.kRound_Join,
    )
    result = skia.Path()
    paint.getFillPath(path, result)
    return simplified(result)


def wire(  # limit: a course, its paint, its edge
    pen: Pen, path: skia.Path, rgb: Rgb, width: float, form: Form = "round", line: float = 0.5
) -> skia.Path:
    """Fill a bar along a line; what stands alone against the ground then keeps its edge in ink. Returns its outline."""
    return pen.fill(thick(path, width), rgb, form, line=line)


def wires(  # limit: courses, their paint, their edge
    pen: Pen, text: str, rgb: Rgb, width: float, form: Form = "round", line: float = 0.5
) -> skia.Path:
    """Bars along soft courses, each run of points separated from the next by "|", as one body. Returns its outline."""
    path = skia.Path()
    for run in text.split("|"):
        path.addPath(smooth(points(run), closed=False))
    return wire(pen, path, rgb, width, form, line)


def struts(  # limit: courses, their paint, their edge
    pen: Pen, text: str, rgb: Rgb, width: float, form: Form = "round", line: float = 0.5
) -> skia.Path:
    """As `wires`, along straight courses."""
    path = skia.Path()
    for run in text.split("|"):
        path.addPath(polygon(points(run), closed=False))
    return wire(pen, path, rgb, width, form, line)
