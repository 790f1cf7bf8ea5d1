"""A round helmet with a visor; a knight's has a plume."""

from pinxit.engines.illustrator.colours import (
    INK,
    WHITE,
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import organic, stroke
from pinxit.engines.illustrator.shapes import (
    box,
    ellipse,
)


@thing(
    "helmet",
    "knight helmet",
    "motorcycle helmet",
    "bike helmet",
    "hard hat",
    "football helmet",
    cm=26,
    kind="clothes",
    attach="head",
    fit=92,
)
def draw(pen: Pen, look: Look) -> None:
    hard = look.noun == "hard hat"
    what = finish(
        look,
        (246, 190, 50) if hard else (178, 184, 194) if "knight" in look.noun else (196, 52, 50),
        "metal" if "knight" in look.noun else "glossy",
    )
    if "knight" in look.noun:
        pen.fill(
            organic("0 -62 -20 -96 -50 -100 -66 -72 -60 -40 -46 -62 -26 -66"), look.colour((190, 40, 50), 1), "soft"
        )
    dome = organic("-54 8 -56 -26 -38 -60 0 -72 38 -60 56 -26 54 8 0 18", 0.45)
    coat(pen, dome, what)
    if hard:
        coat(pen, organic("-70 8 0 -4 70 8 62 20 0 26 -62 20", 0.45), what.tone(0.05))
        coat(pen, organic("-9 6 -9 -70 9 -70 9 6", 0.2), what.tone(0.14), line=0.6)
        return
    if "knight" in look.noun:
        coat(pen, organic("-56 2 -50 -16 0 -8 50 -16 56 2 44 50 0 64 -44 50", 0.4), what.tone(-0.08))
        pen.decal(box(-40, 2, 80, 7, 3), INK)
        for x in range(-24, 25, 12):
            pen.decal(ellipse(x, 30, 3), INK)
        pen.line(stroke("0 -72 0 -40 0 60"), lighten(what.rgb, 0.4), 3)
        return
    with pen.on(dome):
        pen.decal(box(-10, -80, 20, 80), look.colour(WHITE, 1), alpha=0.9)
    pen.fill(organic("-52 -14 0 -24 52 -14 54 18 0 30 -54 18", 0.35), (52, 62, 82), "glossy")
    pen.decal(organic("-40 -10 -14 -16 -24 14 -42 12"), WHITE, alpha=0.35, blur=1)
