"""A frisbee, tilted in the air so that its face and its rim are seen."""

import skia

from pinxit.engines.illustrator.colours import WHITE, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.cuts import cut, disc
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.shapes import ellipse, scaled, star, union


@thing("frisbee", "flying disc", cm=13, attach="hand", fit=60)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (238, 96, 60), "glossy")
    second = look.colour((255, 236, 196), 1)
    with pen.at(0, -58, turn=-14):
        coat(pen, union(ellipse(0, 14, 92, 46), ellipse(0, 4, 92, 46)), what.tone(-0.32))
        coat(pen, ellipse(0, 0, 94, 47), what)
        pen.line(ellipse(0, -1, 84, 40), darken(what.rgb, 0.35), 2, alpha=0.8)
        pen.line(ellipse(0, -2, 79, 37), lighten(what.rgb, 0.5), 2.4, alpha=0.8)
        disc(pen, "0 -3 58 27", second, "flat", 0.6)
        disc(pen, "0 -3 49 22.4", what.rgb, "flat", 0.5)
        with pen.at(0, -3, 1):
            pen.fill(_flat_star(), second, "flat", line=0.5)
        pen.decal(ellipse(-50, -22, 26, 7, -26), WHITE, alpha=0.75, blur=2)
    for text in ("-112,-30 -92,-26 -92,-23", "-124,-50 -98,-44 -98,-41", "-116,-70 -96,-62 -97,-59"):
        cut(pen, text, (178, 186, 196), "flat", 1, 0.3)
    pen.anchor("text", 0, -60, 56)


def _flat_star() -> skia.Path:
    return scaled(star(0, 0, 38, 16), 1, 0.47)
