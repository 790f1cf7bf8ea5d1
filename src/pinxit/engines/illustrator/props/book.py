"""A book: closed by default, "open" shows its pages."""

from pinxit.engines.illustrator.colours import (
    darken,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import Finish, coat, finish
from pinxit.engines.illustrator.rigs.trace import facet, organic, stroke
from pinxit.engines.illustrator.shapes import box, curve, ellipse, polygon, star

PAGE = (250, 244, 226)


@thing(
    "book",
    "open book",
    "novel",
    "diary",
    "spellbook",
    "textbook",
    "journal",
    "sketchbook",
    "book cover",
    cm=6,
    kind="object",
    attach="hand",
    fit=70,
)
def draw(pen: Pen, look: Look) -> None:
    cover = finish(look, (150, 46, 50), "round")
    if look.noun == "open book" or look.has("open"):
        _open(pen, cover)
        return
    if look.text:
        _upright(pen, cover)
        return
    pen.fill(facet("-60 -6 50 -6 84 -34 84 -20 50 10 -60 10"), PAGE, "flat")
    for k in range(4):
        pen.line(
            polygon([(-58, -2 + k * 3), (50, -2 + k * 3), (82, -28 + k * 3)], closed=False), darken(PAGE, 0.22), 0.7
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


def _open(pen: Pen, cover: Finish) -> None:
    """An open book that lies on its back."""
    coat(pen, facet("-100 -50 0 -30 100 -50 108 6 0 16 -108 6", 4), cover)
    for flip in (False, True):
        with pen.at(0, 0, flip=flip):
            for k in (4, 2, 0):
                sheet = organic(
                    f"0 {-38 + k} 30 {-56 + k} 64 {-58 + k} 97 {-54 + k} 103 {-2 + k} 66 {-6 + k} 30 {-4 + k} 0 {10 + k}",
                    0.28,
                )
                pen.fill(sheet, darken(PAGE, 0.06 * (k > 0)), "round", line=0.6)
            for i in range(5):
                pen.line(stroke(f"14 {-36 + i * 9} 46 {-46 + i * 9} 90 {-44 + i * 9}"), (150, 138, 126), 1.4, alpha=0.7)
            pen.decal(organic("0 -38 12 -46 14 0 0 10"), (150, 120, 100), alpha=0.4, blur=4)
    pen.anchor("text", 0, -24, 150)
    pen.anchor("top", 0, -24, 150)


def _upright(pen: Pen, cover: Finish) -> None:
    """A hardback that stands and shows its front: a gilt frame, an ornament, its pages at the side."""
    gold = (232, 194, 112)
    pen.fill(facet("62 -184 78 -176 78 -4 62 0", 1), (244, 236, 214), "flat")
    for i in range(5):
        pen.line(curve((64.5 + i * 2.6, -182 + i * 1.3), (64.5 + i * 2.6, -1 - i * 0.6)), (198, 184, 154), 0.7)
    pen.fill(facet("60 -186 64 -188 80 -179 80 -174 62 -182", 1), darken(cover.rgb, 0.35), "flat", line=0.5)
    coat(pen, box(-70, -186, 134, 188, 4), cover)
    pen.decal(box(-70, -186, 13, 188, 3), darken(cover.rgb, 0.3), alpha=0.7)
    pen.line(curve((-55, -185), (-55, 1)), darken(cover.rgb, 0.45), 1.6, alpha=0.8)
    pen.line(box(-48, -178, 105, 172, 2), gold, 2)
    pen.line(box(-44, -174, 97, 164, 2), gold, 0.8)
    for turn in (0, 60, 120):
        pen.line(ellipse(4.5, -66, 15, 5.4, turn), gold, 1.3)
    pen.decal(star(4.5, -66, 6, 2.6, 6), gold)
    pen.anchor("text", 4.5, -128, 88)
    pen.anchor("text2", 4.5, -26, 84)
    pen.anchor("top", 4, -186, 90)
