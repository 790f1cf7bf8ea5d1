"""A book: closed by default, "open" shows its pages."""

from pinxit.engines.illustrator.colours import (
    darken,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import facet, organic, stroke
from pinxit.engines.illustrator.shapes import (
    polygon,
    star,
)


@thing(
    "book",
    "open book",
    "novel",
    "notebook",
    "diary",
    "spellbook",
    "textbook",
    "journal",
    "sketchbook",
    cm=6,
    kind="object",
    attach="hand",
    fit=70,
)
def draw(pen: Pen, look: Look) -> None:
    cover = finish(look, (150, 46, 50), "round")
    page = (250, 244, 226)
    if look.noun == "open book" or look.has("open"):
        with pen.at(0, 0):
            coat(pen, facet("-100 -50 0 -30 100 -50 108 6 0 16 -108 6", 4), cover)
            for flip in (False, True):
                with pen.at(0, 0, flip=flip):
                    for k in (4, 2, 0):
                        sheet = organic(
                            f"0 {-38 + k} 30 {-56 + k} 64 {-58 + k} 97 {-54 + k} "
                            f"103 {-2 + k} 66 {-6 + k} 30 {-4 + k} 0 {10 + k}",
                            0.28,
                        )
                        pen.fill(sheet, darken(page, 0.06 * (k > 0)), "round", line=0.6)
                    for i in range(5):
                        pen.line(
                            stroke(f"14 {-36 + i * 9} 46 {-46 + i * 9} 90 {-44 + i * 9}"),
                            (150, 138, 126),
                            1.4,
                            alpha=0.7,
                        )
                    pen.decal(organic("0 -38 12 -46 14 0 0 10"), (150, 120, 100), alpha=0.4, blur=4)
        pen.anchor("text", 0, -24, 150)
        pen.anchor("top", 0, -24, 150)
        return
    pen.fill(facet("-60 -6 50 -6 84 -34 84 -20 50 10 -60 10"), page, "flat")
    for k in range(4):
        pen.line(
            polygon([(-58, -2 + k * 3), (50, -2 + k * 3), (82, -28 + k * 3)], closed=False), darken(page, 0.22), 0.7
        )
    coat(pen, facet("-62 10 50 10 86 -20 86 -16 50 14 -62 14", 1), cover.tone(-0.2), line=0.6)
    coat(pen, facet("-62 -10 -64 -2 -64 10 -60 14 -56 -6", 1), cover.tone(-0.15), line=0.6)
    top = facet("-62 -10 -22 -42 88 -42 50 -10", 2)
    coat(pen, facet("-62 -10 50 -10 88 -42 88 -38 50 -5 -62 -5", 1), cover.tone(-0.25), line=0.5)
    coat(pen, top, cover.tone(0.08))
    pen.line(facet("-48 -14 -18 -38 74 -38 44 -14"), (232, 190, 96), 1.6)
    pen.decal(star(8, -26, 9, 4, 4), (232, 190, 96))
    pen.anchor("text", 8, -26, 70)
    pen.anchor("top", 10, -26, 90)
