"""A rag doll."""

from pinxit.engines.illustrator.colours import (
    INK,
    WHITE,
    darken,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import patterned
from pinxit.engines.illustrator.rigs.trace import organic, points, stroke
from pinxit.engines.illustrator.shapes import (
    ellipse,
    tube,
)


@thing("doll", "rag doll", "puppet", cm=40, kind="object", attach="hand", fit=54)
def draw(pen: Pen, look: Look) -> None:
    dress = look.colour((92, 138, 190))
    skin, hair = (246, 218, 192), look.part("hair", (196, 82, 46))
    for flip in (False, True):
        with pen.at(0, 0, flip=flip):
            pen.fill(tube(points("10 -34 13 -16 14 -6"), 13), (250, 246, 238), "soft")
            pen.fill(organic("6 -10 22 -10 26 0 6 0"), (150, 48, 56), "glossy", line=0.8)
            pen.fill(tube(points("20 -78 38 -62 46 -48"), [13, 12, 12]), skin, "soft")
            pen.fill(organic("10 -88 30 -82 36 -66 24 -62"), dress, "soft")
            for k in range(4):
                pen.fill(
                    tube(points(f"20 -134 {36 + k * 3} -118 {40 + k} -96"), [9, 9, 6]),
                    darken(hair, 0.05 * k),
                    "soft",
                    line=0.5,
                )
    gown = organic("-18 -90 18 -90 24 -70 46 -28 0 -20 -46 -28 -24 -70", 0.35)
    pen.fill(gown, dress, "soft")
    patterned(pen, gown, look, dress)
    pen.fill(organic("-16 -72 16 -72 26 -32 0 -27 -26 -32", 0.3), (252, 248, 240), "soft", line=0.7)
    pen.fill(ellipse(0, -116, 31, 30), skin, "soft")
    pen.fill(organic("-32 -112 -30 -142 0 -154 30 -142 32 -112 20 -130 0 -134 -20 -130"), hair, "soft")
    for x in (-11, 11):
        pen.decal(ellipse(x, -114, 3.6), INK)
        pen.decal(ellipse(x - 1, -115.4, 1.2), WHITE)
        pen.decal(ellipse(x * 1.6, -104, 6, 4.4), (236, 110, 110), alpha=0.55, blur=1.2)
    pen.line(stroke("-8 -102 0 -97 8 -102"), (190, 50, 56), 2)
