"""Drawings fitted into boxes, for contact sheets."""

from __future__ import annotations

import skia

from pinxit.engines.illustrator.pen import Drawing


def fitted(drawing: Drawing, left: float, top: float, width: float, height: float) -> Drawing:
    """The drawing scaled into a box and centred in it."""
    x0, y0, x1, y1 = drawing.bounds()
    scale = min(width / max(x1 - x0, 1e-6), height / max(y1 - y0, 1e-6))
    matrix = skia.Matrix.Translate(left + width / 2, top + height / 2)
    matrix.preScale(scale, scale)
    matrix.preTranslate(-(x0 + x1) / 2, -(y0 + y1) / 2)
    return drawing.transformed(matrix)
