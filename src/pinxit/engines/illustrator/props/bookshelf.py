"""A bookcase full of colourful books."""

from pinxit.engines.illustrator.colours import (
    Rgb,
    darken,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.solid import block
from pinxit.engines.illustrator.shapes import (
    box,
    curve,
    ellipse,
)

SPINES: tuple[Rgb, ...] = (
    (186, 58, 54),
    (54, 104, 150),
    (232, 178, 76),
    (80, 134, 96),
    (122, 74, 122),
    (222, 120, 66),
    (46, 62, 90),
    (206, 190, 160),
)


@thing("bookshelf", "bookcase", "library shelf", "shelf of books", "bookshelves", cm=190, kind="furniture")
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (146, 96, 58), "soft", "wood")
    rng = look.random("books")
    block(pen, (-70, 0, 0), (140, 204, 26), what)
    pen.fill(box(-63, -197, 126, 190), darken(what.rgb, 0.5), "flat", line=0.5)
    for row in range(4):
        floor = -12.0 - row * 47
        pen.decal(box(-63, floor - 40, 126, 9), darken(what.rgb, 0.7), alpha=0.6, blur=3)
        x = -62.0
        while x < 50:
            if rng.random() < 0.09 and x < 30:
                pen.fill(ellipse(x + 10, floor - 9, 8, 9), rng.choice(SPINES), "glossy", line=0.6)
                x += 22
                continue
            wide, high = rng.uniform(6, 12), rng.uniform(27, 38)
            rgb = rng.choice(SPINES)
            turn = rng.uniform(-9, -5) if rng.random() < 0.08 else 0.0
            with pen.at(x, floor, turn=turn):
                pen.fill(box(0, -high, wide, high, 1), rgb, "round", line=0.5)
                gilt = (246, 224, 160)
                pen.line(curve((1.5, -high + 6), (wide - 1.5, -high + 6)), gilt, 1, alpha=0.8)
                pen.line(curve((1.5, -7), (wide - 1.5, -7)), gilt, 1, alpha=0.8)
                if wide > 8:
                    pen.decal(box(wide * 0.3, -high * 0.7, wide * 0.4, high * 0.35), gilt, alpha=0.5)
            x += wide + (4 if turn else 0.4)
        coat(pen, box(-66, floor, 132, 6), what.tone(0.12), line=0.5)
    pen.anchor("top", 4, -208, 120)
