"""A candy cane: a crook of sugar with stripes that wind around it."""

import math
from itertools import pairwise

from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.shapes import Point, polygon, tube

TURN = 12  # points of the crook


@thing("candy cane", "candy canes", "peppermint stick", cm=15, kind="food", attach="hand", fit=60)
def draw(pen: Pen, look: Look) -> None:
    crook = [
        (26 - 26 * math.cos(math.pi * k / TURN), -118 - 26 * math.sin(math.pi * k / TURN)) for k in range(TURN + 1)
    ]
    spine: list[Point] = [(0, -8), (0, -60), *crook, (52, -96)]
    body = pen.fill(tube(spine, 17), look.colour((250, 246, 240), 1), "glossy")
    with pen.on(body):
        for (x, y), (nx, ny) in zip(*_steps(spine), strict=True):
            dx, dy = nx - x, ny - y
            length = math.hypot(dx, dy) or 1.0
            ux, uy = dx / length, dy / length
            corners = [(-12.0, -7.0), (12.0, 1.0), (12.0, 8.0), (-12.0, 0.0)]
            stripe = polygon([(x - uy * a + ux * b, y + ux * a + uy * b) for a, b in corners])
            pen.decal(stripe, look.colour((206, 36, 48)))


def _steps(spine: list[Point], step: float = 14.0) -> tuple[list[Point], list[Point]]:
    """Points every `step` units along the spine, and for each one a little further on."""
    here: list[Point] = []
    ahead: list[Point] = []
    left = 0.0
    for (x0, y0), (x1, y1) in pairwise(spine):
        length = math.hypot(x1 - x0, y1 - y0)
        while left < length:
            t = left / length
            here.append((x0 + (x1 - x0) * t, y0 + (y1 - y0) * t))
            ahead.append((x1 + (x1 - x0) * 0.01, y1 + (y1 - y0) * 0.01))
            left += step
        left -= length
    return here, ahead
