"""A suitcase with straps; wheels and a pull handle when it is modern."""

from pinxit.engines.illustrator.colours import (
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.solid import rounded_block
from pinxit.engines.illustrator.rigs.trace import stroke
from pinxit.engines.illustrator.shapes import (
    box,
    curve,
    ellipse,
)


@thing("suitcase", "luggage", "briefcase", "travel case", "trunk case", cm=50, kind="object", attach="hand", fit=90)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (162, 104, 60), "glossy", "leather")
    dark = what.tone(-0.35)
    pen.line(stroke("-24 -108 -22 -126 22 -126 24 -108"), dark.rgb, 9)
    rounded_block(pen, (-92, 0, 0), (176, 112, 34), 12, what)
    pen.line(box(-88, -108, 168, 104, 9), lighten(what.rgb, 0.4), 1, alpha=0.6)
    pen.line(curve((-92, -66), (84, -66)), dark.rgb, 2.2)
    for x in (-60, 40):
        coat(pen, box(x, -112, 17, 112, 1), dark, line=0.7)
        pen.fill(box(x - 2, -72, 21, 15, 2), (226, 184, 90), "metal", line=0.6)
    for x, y in ((-92, -112), (66, -112), (-92, -18), (66, -18)):
        coat(pen, box(x, y, 18, 18, 7), dark, line=0.6)
    for x, y, rgb in ((-24, -44, (214, 82, 70)), (8, -28, (70, 140, 160))):
        pen.decal(ellipse(x, y, 14, 11, -12), rgb)
        pen.line(ellipse(x, y, 11, 8, -12), (250, 240, 220), 1.2)
    pen.anchor("top", 4, -118, 120)
    pen.anchor("text", -4, -88, 80)
