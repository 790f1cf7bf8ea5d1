"""A guitar across the body, neck up to the right; electric by name."""

from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import Finish, coat, finish
from pinxit.engines.illustrator.rigs.trace import facet, halved, organic
from pinxit.engines.illustrator.shapes import (
    box,
    curve,
    ellipse,
    scaled,
)


@thing("ukulele", cm=60, kind="object", attach="hand", fit=38)
@thing("guitar", "acoustic guitar", "electric guitar", "bass guitar", cm=100, kind="object", attach="hand", fit=38)
def draw(pen: Pen, look: Look) -> None:
    electric = look.noun in {"electric guitar", "bass guitar"}
    what = finish(look, (196, 44, 48) if electric else (206, 136, 64), "glossy", "" if electric else "wood")
    with pen.at(0, 0, turn=62):
        neck = Finish((104, 64, 42), "round")
        coat(pen, facet("-5 -120 5 -120 6 -20 -6 -20"), neck)
        coat(pen, organic("-6 -118 -9 -146 -5 -152 5 -152 9 -146 6 -118", 0.2), what.tone(-0.3))
        for y in (-126, -134, -142):
            for x in (-11, 11):
                pen.fill(ellipse(x, y, 3.2, 2.4), (220, 220, 224), "metal", line=0.5)
        if electric:
            body = organic(
                "-8 -34 -22 -44 -34 -36 -30 -14 -24 4 -38 24 -40 46 -22 64 4 66 "
                "32 58 40 38 28 14 22 -4 30 -24 24 -38 14 -26 8 -14",
                0.4,
            )
        else:
            body = halved("0 -32 18 -32 29 -20 27 -4 22 8 30 22 38 42 30 62 0 70")
        coat(pen, body, what)
        if electric:
            pen.fill(organic("-14 -10 2 -14 14 -4 16 20 22 44 8 50 -8 30 -16 8"), (248, 244, 234), "round", line=0.5)
            for y in (2, 18, 32):
                pen.fill(box(-11, y, 22, 6, 2), (44, 42, 46), "glossy", line=0.4)
        else:
            pen.line(scaled(body, 0.93, 0.95, 0, 18), (250, 226, 176), 1.3, alpha=0.8)
            pen.decal(ellipse(0, 8, 14.5), (120, 66, 34))
            pen.fill(ellipse(0, 8, 12), (50, 28, 22), "flat", line=0.4)
        coat(pen, facet("-5 -120 5 -120 6 -8 -6 -8"), neck.tone(-0.2), line=0.5)
        for i in range(9):
            pen.line(curve((-5.4, -114 + i * 11), (5.4, -114 + i * 11)), (222, 206, 166), 0.9)
        pen.fill(box(-16, 44, 32, 6, 2), (54, 32, 26), "round", line=0.5)
        for at in (-3.6, -1.2, 1.2, 3.6):
            pen.line(curve((at, -146), (at, 46)), (244, 240, 226), 0.55, alpha=0.9)
