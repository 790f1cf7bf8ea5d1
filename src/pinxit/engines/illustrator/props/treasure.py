"""A treasure chest, open, full of gold."""

from pinxit.engines.illustrator.colours import (
    INK,
    darken,
    lighten,
    mix,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import facet, organic
from pinxit.engines.illustrator.shapes import (
    box,
    curve,
    ellipse,
    rounded,
    star,
    union,
)


@thing("treasure chest", "treasure", "chest", "pirate chest", cm=50, kind="object")
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (142, 84, 46), "soft", "wood")
    iron = (222, 178, 84)
    lid = organic("-84 -80 -90 -122 -70 -144 0 -150 70 -144 90 -122 84 -80", 0.25)
    coat(pen, lid, what.tone(-0.25))
    pen.fill(organic("-76 -78 -80 -116 -62 -132 0 -136 62 -132 80 -116 76 -78", 0.25), (60, 36, 30), "flat", line=0.6)
    pen.glow(ellipse(0, -84, 84, 40), (255, 214, 110), alpha=0.5, blur=16)
    rng = look.random("gold")
    for i in range(46):
        x = rng.uniform(-72, 72)
        y = -72 - (1 - (x / 76) ** 2) * rng.uniform(0, 30)
        pen.fill(
            ellipse(x, y, 9, 6.4, rng.uniform(-40, 40)),
            mix((246, 200, 76), (222, 150, 40), rng.random()),
            "metal",
            line=0.4,
        )
        if i % 11 == 5:
            pen.fill(
                rounded(star(x, y - 4, 8, 6, 4, 0), 1),
                ((206, 36, 66), (52, 130, 206), (60, 176, 110))[i % 3],
                "glossy",
                line=0.5,
            )
    pen.anchor("inside", 0, -84, 130)
    coat(pen, box(-84, -74, 168, 74, 4), what)
    for y in (-50, -26):
        pen.line(curve((-84, y), (84, y)), darken(what.rgb, 0.45), 1.8)
    for x in (-84, -8 - 40, 34, 68):
        pen.fill(box(x, -74, 15, 74, 2), iron, "metal", line=0.7)
    pen.fill(box(-84, -78, 168, 9, 2), iron, "metal", line=0.7)
    pen.fill(box(-14, -72, 28, 30, 4), lighten(iron, 0.15), "metal")
    pen.decal(union(ellipse(0, -60, 4.5), facet("-3 -60 3 -60 5 -48 -5 -48")), INK)
