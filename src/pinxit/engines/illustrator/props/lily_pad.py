"""A lily pad: a round leaf that floats, notched to its middle, with the ribs running out to its rim."""

import math

from pinxit.engines.illustrator.colours import darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.shapes import Point, curve, ellipse, polygon


@thing("lily pad", "lilypad", "water lily leaf", "lotus leaf", cm=7, kind="plant")
def draw(pen: Pen, look: Look) -> None:
    green = look.colour((92, 158, 84))

    def at(degrees: float, share: float = 1.0) -> Point:
        turn = math.radians(degrees)
        return (math.cos(turn) * 100 * share, -24 + math.sin(turn) * 30 * share)

    rim = [at(110 + k * 10) for k in range(34)]
    pen.decal(ellipse(4, -16, 104, 30), (30, 70, 90), alpha=0.35, blur=6)
    pen.fill(polygon([(x, y + 6) for x, y in [*rim, (0, -24)]]), darken(green, 0.3), "soft", line=0.6)
    pad = pen.fill(polygon([*rim, (0, -24)]), green, "soft")
    with pen.on(pad):
        pen.decal(ellipse(-20, -32, 62, 16, -4), lighten(green, 0.3), alpha=0.4, blur=8)
        for k in range(9):
            end = at(125 + k * 36)
            pen.line(curve((0, -24), (end[0] * 0.5, (end[1] - 24) / 2 - 1), end), darken(green, 0.24), 1.6, alpha=0.8)
        pen.line(curve(*rim[::3]), lighten(green, 0.45), 2.4, alpha=0.7)
    pen.anchor("top", 0, -26, 150)
