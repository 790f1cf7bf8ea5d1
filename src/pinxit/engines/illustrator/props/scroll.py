"""A map, a scroll or a parchment."""

from pinxit.engines.illustrator.colours import (
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.trace import facet, organic, stroke
from pinxit.engines.illustrator.shapes import (
    curve,
)


@thing("map", "treasure map", "scroll", "parchment", "old map", cm=30, kind="object", attach="hand", fit=80)
def draw(pen: Pen, look: Look) -> None:
    paper = look.colour((236, 210, 154))
    sheet = organic("-88 -112 -30 -116 30 -110 88 -114 84 -60 90 -8 30 -2 -30 -8 -90 -4 -84 -60", 0.15)
    pen.fill(sheet, paper, "round")
    if look.noun in {"map", "treasure map", "old map"}:
        with pen.on(sheet):
            pen.decal(
                organic("-60 -90 -20 -100 20 -86 60 -92 56 -50 24 -26 -20 -34 -58 -50"), (190, 196, 130), alpha=0.8
            )
            pen.line(stroke("-60 -90 -20 -100 20 -86 60 -92 56 -50 24 -26 -20 -34 -58 -50"), (140, 110, 66), 1.4)
            for x, y in ((-44, -48), (-30, -58), (-14, -56), (2, -62), (18, -58), (28, -48)):
                pen.line(curve((x, y), (x + 7, y - 2)), (150, 60, 40), 2.6)
            for lean in (-1, 1):
                pen.line(curve((34 - 8, -42 - 8 * lean), (34 + 8, -42 + 8 * lean)), (196, 40, 36), 4)
            for x in (-24, -8):
                pen.fill(facet(f"{x - 9} -72 {x} -90 {x + 9} -72"), (150, 126, 90), "flat", line=0.4)
    pen.anchor("text", 0, -60, 140)
    for y, tone in ((-114, 0.06), (-4, 0.0)):
        pen.fill(
            organic(f"-96 {y - 7} 0 {y - 5} 96 {y - 7} 98 {y} 96 {y + 7} 0 {y + 8} -96 {y + 7} -98 {y}", 0.2),
            lighten(paper, tone),
            "round",
            line=0.8,
        )
