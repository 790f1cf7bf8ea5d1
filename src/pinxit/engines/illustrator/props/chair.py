"""A chair in three-quarter view: turned legs, slatted back, a seat."""

from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import organic, points
from pinxit.engines.illustrator.shapes import (
    capsule,
    moved,
    scaled,
    tube,
)


@thing("chair", "wooden chair", "dining chair", "kitchen chair", "seat", cm=90, kind="furniture")
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (176, 116, 66), "soft", "wood")
    dark = what.tone(-0.22)
    for spots, tone in (("36 -88 38 -44 40 -16", dark), ("-20 -88 -18 -44 -18 -18", dark)):
        coat(pen, tube(points(spots), [8, 8, 6]), tone, upright=True)
    coat(pen, capsule(-18, -40, 38, -38, 5), dark, line=0.6)
    coat(pen, tube(points("-24 -88 -30 -140 -34 -186"), [9, 8, 7]), dark, upright=True)
    coat(pen, tube(points("38 -90 38 -142 36 -190"), [9, 8, 7]), dark, upright=True)
    for x in (-18, -5, 8, 21):
        coat(
            pen,
            tube(points(f"{x + 3} -98 {x} -136 {x - 1} -170"), [5, 5.5, 5]),
            what.tone(-0.08),
            line=0.7,
            upright=True,
        )
    coat(pen, organic("-40 -172 -36 -192 0 -200 40 -196 42 -176 4 -176"), what)
    coat(pen, capsule(-27, -108, 38, -108, 7), what, line=0.7)
    seat = organic("-46 -78 -28 -96 6 -98 44 -94 40 -78 26 -70 -30 -68", 0.3)
    coat(pen, moved(seat, 0, 6), what.tone(-0.2))
    coat(pen, seat, what.tone(0.14))
    cushion = look.colours[1] if len(look.colours) > 1 else None
    if cushion:
        pen.fill(scaled(seat, 0.9, 0.86, 0, -84), cushion, "soft")
    pen.anchor("seat", 0, -84, 64)
    for spots in ("-38 -68 -40 -34 -42 0", "30 -68 30 -34 30 2"):
        coat(pen, tube(points(spots), [9.5, 9, 6.5]), what, upright=True)
    coat(pen, capsule(-40, -28, 30, -26, 5.5), what.tone(-0.05), line=0.7)
    pen.anchor("top", 0, -84, 64)
