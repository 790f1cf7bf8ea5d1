"""A walking cane, held by its crook; the origin is the grip."""

from __future__ import annotations

from pinxit.engines.illustrator.colours import darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.face import stroke
from pinxit.engines.illustrator.shapes import tube

_WOOD = (126, 80, 48)


@thing("cane", "walking stick", "walking cane", "crook", cm=84, kind="object", attach="hand", fit=9)
def draw_cane(pen: Pen, look: Look) -> None:
    """A stick with a bent handle and a rubber foot."""
    wood = look.colour(_WOOD)
    shaft = tube(
        [(-11, 5), (-12, -1), (-7, -5), (-1, -4), (1.5, 3), (1.5, 40), (1.5, 78)], [2.6, 3.2, 3.4, 3.4, 3.2, 2.8, 2.4]
    )
    pen.fill(shaft, wood, "glossy")
    with pen.on(shaft):
        for y in (22, 38, 57):
            pen.decal(stroke([(-0.4, y), (1.4, y + 1), (3.4, y - 0.4)], 0.7, 1, 1), darken(wood, 0.4), alpha=0.6)
        pen.decal(stroke([(0.6, 8), (0.6, 40), (0.8, 74)], 0.5), lighten(wood, 0.5), alpha=0.6)
    pen.fill(tube([(1.5, 75), (1.5, 79)], 3.4), (48, 44, 46), "round", line=0.5)
