"""Boxes and boards seen a little from above and from the left: front, top and right side."""

from __future__ import annotations

import skia

from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import Finish, coat
from pinxit.engines.illustrator.shapes import box, polygon, union

DEPTH = (0.42, -0.34)
"""How far one unit of depth goes to the right and up."""


def block(pen: Pen, corner: tuple[float, float, float], size: tuple[float, float, float], what: Finish) -> skia.Path:
    """A box: `corner` is the front's bottom left (x, y, depth), `size` (width, height, depth). Returns the front."""
    x, y, z = corner
    wide, high, deep = size
    x, y = x + z * DEPTH[0], y + z * DEPTH[1]
    dx, dy = deep * DEPTH[0], deep * DEPTH[1]
    top, right = y - high, x + wide
    if deep:
        side = polygon([(right, top), (right + dx, top + dy), (right + dx, y + dy), (right, y)])
        lid = polygon([(x, top), (x + dx, top + dy), (right + dx, top + dy), (right, top)])
        coat(pen, side, what.tone(-0.24), line=0.6, upright=high > deep)
        coat(pen, lid, what.tone(0.2), line=0.6)
    front = box(x, top, wide, high)
    coat(pen, front, what, line=0.6, upright=high > wide)
    return front


def panel(pen: Pen, x: float, y: float, wide: float, high: float, what: Finish) -> skia.Path:
    """A framed door or drawer front: (x, y) is its top left corner."""
    path = box(x, y, wide, high, 1.5)
    coat(pen, path, what.tone(0.06), line=0.5, upright=high > wide)
    inset = min(wide, high) * 0.14
    pen.line(box(x + inset, y + inset, wide - 2 * inset, high - 2 * inset, 1), what.tone(-0.35).rgb, 1.0, alpha=0.7)
    return path


def rounded_block(
    pen: Pen, corner: tuple[float, float, float], size: tuple[float, float, float], radius: float, what: Finish
) -> skia.Path:
    """A box with soft edges in one outline (a cushion, a suitcase, a phone). Returns the front."""
    x, y, z = corner
    wide, high, deep = size
    x, y = x + z * DEPTH[0], y + z * DEPTH[1]
    front = box(x, y - high, wide, high, radius)
    shells = [
        box(x + deep * DEPTH[0] * share, y - high + deep * DEPTH[1] * share, wide, high, radius)
        for share in (0.0, 0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875, 1.0)
    ]
    hull = union(*shells)
    coat(pen, hull, what.tone(-0.16))
    coat(pen, front, what, line=0.5)
    return front
