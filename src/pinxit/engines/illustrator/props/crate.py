"""A box: cardboard by default, a wooden crate by name."""

from pinxit.engines.illustrator.colours import (
    darken,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.solid import block
from pinxit.engines.illustrator.rigs.trace import facet, stroke
from pinxit.engines.illustrator.shapes import (
    box,
    ellipse,
    polygon,
)


@thing(
    "box",
    "cardboard box",
    "crate",
    "wooden crate",
    "wooden box",
    "carton",
    "package",
    "parcel",
    cm=35,
    kind="object",
    attach="hand",
    fit=80,
)
def draw(pen: Pen, look: Look) -> None:
    wooden = look.noun in {"crate", "wooden crate", "wooden box"} or look.has("wooden", "wood")
    what = finish(
        look, (176, 120, 70) if wooden else (200, 156, 106), "soft" if wooden else "flat", "wood" if wooden else ""
    )
    block(pen, (-68, 0, 0), (118, 92, 62), what)
    if wooden:
        for y in (-92, -62, -32):
            coat(pen, box(-68, y, 118, 27, 1), what.tone(0.04), line=0.5)
        for x in (-68, 38):
            coat(pen, box(x, -92, 12, 92, 1), what.tone(0.14), line=0.5, upright=True)
            for y in (-84, -50, -8):
                pen.decal(ellipse(x + 6, y, 1.8), darken(what.rgb, 0.6))
    else:
        tape = (232, 204, 150)
        pen.decal(polygon([(-18, -92), (0, -92), (26, -113), (8, -113)]), tape, line=0.6)
        pen.decal(box(-18, -92, 18, 26), tape, line=0.6)
        pen.decal(box(-68, -14, 118, 14), darken(what.rgb, 0.25), alpha=0.28)
        pen.decal(box(-58, -38, 42, 28, 2), (252, 248, 238), line=0.5)
        for y, end in ((-31, -24), (-24, -24), (-17, -38)):
            pen.line(stroke(f"-52 {y} {end} {y}"), (70, 60, 60), 2.4)
        for i, spots in enumerate(("22 -30 22 -16", "34 -30 34 -16")):
            pen.line(stroke(spots), darken(what.rgb, 0.68), 2.4)
            pen.decal(facet("16 -30 22 -38 28 -30" if i == 0 else "28 -30 34 -38 40 -30"), darken(what.rgb, 0.68))
    pen.anchor("top", 2, -104, 110)
    pen.anchor("inside", 2, -98, 90)
    pen.anchor("text", -10, -44, 90)
