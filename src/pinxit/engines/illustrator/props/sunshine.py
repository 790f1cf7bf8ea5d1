"""The sun."""

import math

from pinxit.engines.illustrator.colours import darken, lighten, mix
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.trace import organic
from pinxit.engines.illustrator.rigs.wire import wire
from pinxit.engines.illustrator.shapes import arc, ellipse, polygon, star


@thing("sun", "sunshine", "setting sun", "rising sun", cm=120, kind="sky", flies=True)
def draw(pen: Pen, look: Look) -> None:
    """A disc in a corona; straight rays and, before them, waved ones, each with a dark side."""
    gold = look.colour((255, 196, 48))
    deep = mix(gold, (226, 74, 22), 0.62)
    pen.glow(ellipse(0, -70, 118), gold, alpha=0.3, blur=26)
    pen.fill(star(0, -70, 72, 44, 24), deep, "flat", line=0.6)
    for i in range(12):
        with pen.at(0, -70, turn=i * 30 + 7.5):
            pen.fill(organic("-9,-44 -9,-56 -3,-66 -4,-76 1,-86 5,-74 3,-66 8,-56 9,-44", 0.5), gold, "flat", line=0.7)
            pen.decal(organic("1,-84 4,-74 2,-66 7,-56 8,-46 2,-46 0,-60", 0.5), mix(gold, (250, 120, 30), 0.55))
    pen.fill(ellipse(0, -70, 51), lighten(gold, 0.5), "flat", line=0.6)
    pen.fill(ellipse(0, -70, 44), gold, "round")
    for radius, start, sweep in ((38, 10, 76), (31, 20, 52)):
        wire(pen, arc(0, -70, radius, radius, start, sweep), mix(gold, (240, 110, 24), 0.6), 1.8, "flat", 0.25)
    for i in range(9):
        turn = math.radians(i * 40 + 12)
        spot = [(47.5 * math.cos(turn + d), -70 + 47.5 * math.sin(turn + d)) for d in (-0.05, 0.05)]
        pen.line(polygon(spot, closed=False), darken(deep, 0.1), 2.4)
    pen.decal(ellipse(-16, -88, 13, 8, -35), (255, 255, 255), alpha=0.55, blur=4)
    pen.anchor("face", 0, -68, 60)
