"""A freestanding bath with feet and foam."""

from pinxit.engines.illustrator.colours import (
    WHITE,
    darken,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import organic, points
from pinxit.engines.illustrator.shapes import (
    arc,
    box,
    ellipse,
    minus,
    tube,
    union,
)


@thing("bathtub", "bath", "tub", "bath tub", cm=62, kind="furniture")
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (244, 244, 242), "glossy", "ceramic")
    for x in (-76, 76):
        pen.fill(organic(f"{x - 10} -20 {x + 10} -20 {x + 12} -2 {x} 2 {x - 12} -2"), (214, 168, 84), "metal")
    pen.fill(tube(points("104 -70 112 -102 128 -104 130 -88"), 6), (206, 168, 92), "metal")
    rim = ellipse(0, -78, 122, 24)
    coat(pen, organic("-122 -78 -112 -40 -88 -14 -40 -8 40 -8 88 -14 112 -40 122 -78", 0.4), what)
    coat(pen, rim, what.tone(0.12))
    inside = ellipse(0, -77, 112, 18)
    pen.fill(inside, darken(what.rgb, 0.3), "flat", line=0.5)
    with pen.on(inside):
        pen.decal(ellipse(0, -68, 108, 17), (140, 204, 222))
    pen.anchor("inside", 0, -74, 180)
    rng = look.random("foam")
    with pen.on(union(inside, box(-112, -140, 224, 64))):
        for x in range(-96, 97, 12):
            for _ in range(2):
                r = rng.uniform(7, 13)
                pen.fill(
                    ellipse(x + rng.uniform(-6, 6), -76 + rng.uniform(-4, 7), r), (244, 250, 253), "soft", line=0.3
                )
    with pen.on(box(-200, -77, 400, 100)):
        ring = minus(rim, inside)
        coat(pen, ring, what.tone(0.12), line=0.6)
    pen.line(arc(0, -78, 117, 21, 100, 70), WHITE, 2, alpha=0.8)
