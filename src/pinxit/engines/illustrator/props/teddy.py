"""A teddy bear that sits."""

from pinxit.engines.illustrator.colours import (
    WHITE,
    darken,
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.trace import organic, points, stroke
from pinxit.engines.illustrator.shapes import (
    box,
    curve,
    ellipse,
    tube,
)


@thing(
    "teddy bear",
    "teddy",
    "stuffed animal",
    "plush toy",
    "stuffed bear",
    "plushie",
    "stuffed toy",
    cm=35,
    kind="object",
    attach="hand",
    fit=60,
)
def draw(pen: Pen, look: Look) -> None:
    fur = look.colour((196, 140, 84))
    pale = lighten(fur, 0.45)
    for flip in (False, True):
        with pen.at(0, 0, flip=flip):
            pen.fill(ellipse(32, -138, 17), fur, "soft")
            pen.fill(ellipse(32, -137, 9.5), pale, "soft", line=0)
            pen.fill(tube(points("28 -74 48 -60 56 -40"), [26, 25, 22]), fur, "soft")
    pen.fill(organic("0 -86 28 -78 42 -44 34 -12 0 -4 -34 -12 -42 -44 -28 -78"), fur, "soft")
    belly = ellipse(0, -42, 25, 30)
    pen.decal(belly, pale, alpha=0.9)
    pen.line(curve((0, -70), (0, -14)), darken(fur, 0.3), 1.2, alpha=0.6)
    for flip in (False, True):
        with pen.at(0, 0, flip=flip):
            pen.fill(tube(points("22 -18 42 -14 52 -16"), [28, 30, 32]), fur, "soft")
            pen.fill(ellipse(56, -17, 13, 15), pale, "soft", line=0.6)
            for dx, dy in ((-5, -6), (1, -9), (6, -5)):
                pen.decal(ellipse(56 + dx, -17 + dy, 2.2), darken(pale, 0.3))
            pen.decal(ellipse(56, -13, 5, 4), darken(pale, 0.3))
    pen.fill(organic("0 -158 30 -150 44 -120 34 -92 0 -82 -34 -92 -44 -120 -30 -150"), fur, "soft")
    pen.fill(ellipse(0, -104, 20, 16), pale, "soft", line=0.6)
    pen.fill(organic("-8 -113 0 -116 8 -113 0 -105"), (58, 38, 34), "glossy", line=0.5)
    pen.line(stroke("-8 -97 -2 -95 0 -99 0 -105"), (58, 38, 34), 1.6)
    pen.line(stroke("8 -97 2 -95 0 -99"), (58, 38, 34), 1.6)
    for x in (-17, 17):
        pen.fill(ellipse(x, -123, 5, 5.8), (40, 28, 28), "flat", line=0.4)
        pen.decal(ellipse(x - 1.6, -125.4, 1.8), WHITE)
        pen.decal(ellipse(x * 1.6, -108, 6, 4), (236, 120, 110), alpha=0.35, blur=2)
    pen.anchor("neck", 0, -82, 54)
    pen.anchor("head", 0, -146, 62)
    bow_rgb = look.part("bow", (206, 52, 60))
    for flip in (False, True):
        with pen.at(0, -80, flip=flip):
            pen.fill(organic("0 0 14 -11 24 -10 24 10 14 9"), bow_rgb, "soft", line=0.7)
    pen.fill(box(-5, -86, 10, 11, 4), lighten(bow_rgb, 0.1), "soft", line=0.6)
