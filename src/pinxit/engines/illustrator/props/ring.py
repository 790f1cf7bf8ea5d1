"""A ring with a stone."""

from pinxit.engines.illustrator.colours import (
    WHITE,
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import facet
from pinxit.engines.illustrator.shapes import (
    arc,
    ellipse,
    minus,
    star,
)


@thing(
    "ring", "diamond ring", "engagement ring", "gold ring", "wedding ring", cm=3, kind="object", attach="hand", fit=200
)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (236, 190, 76), "metal")
    coat(pen, minus(ellipse(0, -50, 50), ellipse(0, -52, 39, 40)), what)
    pen.line(arc(0, -51, 44, 45, 110, 70), lighten(what.rgb, 0.7), 2.4, alpha=0.8)
    coat(pen, facet("-14 -96 14 -96 20 -112 -20 -112", 2), what.tone(0.1), line=0.7)
    stone = look.part("jewel", (196, 230, 246))
    pen.fill(facet("-30 -126 -18 -142 18 -142 30 -126 0 -100"), stone, "glossy")
    for spots, tone in (
        ("-18 -142 -10 -126 -30 -126", 0.5),
        ("-10 -126 0 -142 10 -126", 0.7),
        ("18 -142 30 -126 10 -126", 0.2),
        ("-10 -126 10 -126 0 -100", 0.35),
    ):
        pen.decal(facet(spots), lighten(stone, tone), alpha=0.8)
    pen.decal(star(22, -144, 12, 2.4, 4), WHITE, alpha=0.9)
