"""A pointed hat: a wizard's with stars, a witch's with a buckle."""

from pinxit.engines.illustrator.colours import (
    darken,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import organic, stroke
from pinxit.engines.illustrator.shapes import (
    box,
    ellipse,
    star,
)


@thing(
    "wizard hat",
    "witch hat",
    "witch's hat",
    "wizard's hat",
    "pointed hat",
    "pointy hat",
    cm=34,
    kind="clothes",
    attach="head",
    fit=100,
)
def draw(pen: Pen, look: Look) -> None:
    witch = "witch" in look.noun
    what = finish(look, (54, 44, 62) if witch else (62, 72, 158), "soft")
    coat(pen, ellipse(0, 8, 98, 22), what.tone(-0.25))
    coat(pen, ellipse(0, 4, 98, 22), what)
    cone = organic("-54 2 -42 -46 -24 -92 -6 -122 20 -140 40 -132 28 -126 24 -104 34 -60 54 2 0 18", 0.4)
    coat(pen, cone, what.tone(0.05))
    with pen.on(cone):
        pen.line(stroke("-26 -84 -4 -78 22 -88"), darken(what.rgb, 0.35), 3, alpha=0.5, blur=1.5)
        pen.line(stroke("-10 -118 6 -108 26 -112"), darken(what.rgb, 0.35), 3, alpha=0.5, blur=1.5)
        band = look.colour((214, 166, 62) if not witch else (120, 66, 150), 1)
        pen.decal(organic("-62 -20 0 -6 62 -20 62 4 0 18 -62 4"), band)
        if not witch:
            for x, y, r in ((-14, -40, 9), (18, -54, 7), (2, -84, 6), (30, -26, 6), (-36, -28, 5)):
                pen.decal(star(x, y, r, r * 0.42), (250, 220, 110))
    if witch:
        pen.line(box(-11, -8, 22, 17, 2), (236, 190, 80), 4)
    pen.anchor("top", 34, -134, 10)
