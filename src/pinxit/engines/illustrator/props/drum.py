"""A drum with ropes and two sticks."""

from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish, patterned
from pinxit.engines.illustrator.rigs.vessel import Turned
from pinxit.engines.illustrator.shapes import (
    capsule,
    ellipse,
    polygon,
)


@thing("drum", "snare drum", "bongo", cm=40, kind="object")
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (196, 50, 52), "glossy")
    shape = Turned("72 -88 72 -60 72 -20 72 0", 0.3)
    coat(pen, shape.outline(), what)
    with pen.on(shape.outline()):
        patterned(pen, shape.outline(), look, what.rgb)
        spots = [shape.at(a, -80 if i % 2 else -8) for i, a in enumerate(range(-96, 97, 16))]
        pen.line(polygon(spots, closed=False), (250, 244, 226), 2.6)
    for y in (-84, -6):
        pen.fill(shape.band(y - 5, y + 4), (232, 188, 84), "metal", line=0.6)
    pen.fill(shape.cap(-90), (232, 188, 84), "metal", line=0.7)
    pen.fill(shape.cap(-90, 5), (250, 244, 230), "round", line=0.5)
    pen.anchor("top", 0, -90, 100)
    for x0, x1, y1 in ((-20, 62, -138), (24, -58, -134)):
        pen.fill(capsule(x0, -88, x1, y1, 5, 6), (222, 176, 116), "round", line=0.7)
        pen.fill(ellipse(x0, -88, 5, 4.4), (236, 200, 146), "round", line=0.6)
