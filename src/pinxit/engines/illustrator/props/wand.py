"""A magic wand with a star."""

from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import points
from pinxit.engines.illustrator.shapes import (
    ellipse,
    rounded,
    star,
    tube,
)


@thing("wand", "magic wand", cm=34, kind="object", attach="hand", fit=44)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (92, 58, 44), "glossy")
    with pen.at(0, 0, turn=26):
        coat(pen, tube(points("0 30 0 -40 0 -104"), [9, 8, 5]), what)
        pen.glow(ellipse(0, -116, 42), (255, 226, 130), alpha=0.5, blur=16)
        pen.fill(rounded(star(0, -118, 27, 12), 3), look.part("star", (252, 208, 76)), "glossy")
    rng = look.random("sparks")
    for _ in range(9):
        x, y, r = 50 + rng.uniform(-44, 48), -104 + rng.uniform(-44, 60), rng.uniform(3, 7)
        pen.glow(star(x, y, r, r * 0.28, 4), (255, 240, 180))
