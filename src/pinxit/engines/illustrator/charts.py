"""Charts: which piece of the drawing each pixel of a picture shows, by the order in which the pieces are painted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
import numpy.typing as npt
import skia

from pinxit.core.images import Size
from pinxit.engines.illustrator.pages import Cell
from pinxit.engines.illustrator.pen import Fill, Item, Line
from pinxit.engines.illustrator.stage import HEIGHT

Chart = npt.NDArray[np.int32]
"""Height x width: 0 where there is nothing, else the number of the piece; what is around the subjects is negative."""


def chart(planned: Any, size: Size) -> Chart:
    """The chart of a scene that is laid out (a `painter.Plan`), as large as the sheet of `size` that it is for."""
    place, stage = planned.frame, planned.stage
    surface = skia.Surface(size.width, size.height)
    with surface as canvas:
        canvas.clear(skia.ColorBLACK)
        canvas.clipRect(skia.Rect.MakeXYWH(place.left, place.top, place.width, place.height))
        canvas.translate(place.left, place.top)
        canvas.scale(place.width / planned.width, place.height / HEIGHT)
        back = [item for layer in (stage.far, stage.middle, stage.near) for item in layer.drawing.items]
        last = _number(canvas, back, 1)
        subjects = last
        for actor in planned.actors:
            last = _number(canvas, actor.figure.drawing.items, last)
        front = last
        _number(canvas, stage.front.drawing.items, last)
    rgba = surface.toarray(colorType=skia.kRGBA_8888_ColorType).astype(np.int32)
    numbers: Chart = rgba[..., 0] << 16 | rgba[..., 1] << 8 | rgba[..., 2]
    around = (numbers < subjects) | (numbers >= front)
    numbers[around] *= -1
    return numbers


def mounted(size: Size, cells: Iterable[tuple[Cell, Chart]]) -> Chart:
    """The chart of a page: those of its panels, each scaled into its cell, their pieces one after the other."""
    page = np.zeros((size.height, size.width), np.int32)
    last = 0
    for cell, numbers in cells:
        left, top = max(0, round(cell.left)), max(0, round(cell.top))
        spot = page[top : round(cell.top + cell.height), left : round(cell.left + cell.width)]
        rows = np.arange(spot.shape[0]) * numbers.shape[0] // max(spot.shape[0], 1)
        columns = np.arange(spot.shape[1]) * numbers.shape[1] // max(spot.shape[1], 1)
        scaled = numbers[rows[:, None], columns[None, :]]
        spot[:] = scaled + np.sign(scaled) * last
        last += int(np.abs(numbers).max(initial=0)) + 1
    return page


def _number(canvas: skia.Canvas, items: list[Item], first: int) -> int:
    """Paint each item in its number as a colour; the number after the last one."""
    for number, item in enumerate(items, first):
        if item.blur or item.alpha < 0.3 or (isinstance(item, Fill) and item.form == "glow"):
            continue
        paint = skia.Paint(AntiAlias=False, Color=0xFF000000 | number)
        if isinstance(item, Line):
            paint.setStyle(skia.Paint.kStroke_Style)
            paint.setStrokeWidth(item.width)
        canvas.save()
        for clip in item.clips:
            canvas.clipPath(clip, skia.ClipOp.kIntersect, False)
        canvas.drawPath(item.path, paint)
        canvas.restore()
    return first + len(items)
