"""A backpack with a front pocket."""

from pinxit.engines.illustrator.colours import (
    darken,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import Finish, coat, finish
from pinxit.engines.illustrator.rigs.trace import organic, stroke
from pinxit.engines.illustrator.shapes import (
    box,
)


@thing("backpack", "rucksack", "school bag", "knapsack", "schoolbag", cm=45, kind="object")
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (64, 112, 152), "soft", "cloth")
    second = look.colour((214, 140, 72), 1)
    for flip in (False, True):
        with pen.at(0, 0, flip=flip):
            pen.line(stroke("52 -126 76 -96 78 -40 56 -14"), darken(what.rgb, 0.3), 9)
            coat(pen, organic("56 -50 78 -46 80 -8 56 -4", 0.3), what.tone(-0.15))
    pen.line(stroke("-16 -152 -12 -170 12 -170 16 -152"), darken(what.rgb, 0.35), 7)
    body = organic("-62 -4 -64 -70 -56 -130 -30 -156 0 -160 30 -156 56 -130 64 -70 62 -4 0 2", 0.32)
    coat(pen, body, what)
    pen.line(stroke("-57 -92 -50 -130 -26 -146 0 -149 26 -146 50 -130 57 -92"), darken(what.rgb, 0.4), 2.4)
    pen.fill(box(32, -140, 6, 14, 2), (222, 190, 110), "metal", line=0.5)
    pocket = box(-46, -72, 92, 64, 12)
    coat(pen, pocket, what.tone(0.1))
    coat(pen, organic("-46 -72 0 -78 46 -72 46 -50 0 -42 -46 -50", 0.25), Finish(second, "soft"))
    for x in (-24, 24):
        pen.fill(box(x - 5, -60, 10, 26, 2), darken(second, 0.25), "soft", line=0.6)
        pen.fill(box(x - 6, -46, 12, 9, 2), (222, 190, 110), "metal", line=0.5)
    pen.anchor("text", 0, -104, 70)
