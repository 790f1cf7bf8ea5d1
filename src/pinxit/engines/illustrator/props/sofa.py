"""A sofa with cushions."""

from pinxit.engines.illustrator.colours import (
    darken,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import Finish, coat, finish
from pinxit.engines.illustrator.rigs.trace import organic, stroke
from pinxit.engines.illustrator.shapes import (
    box,
    ellipse,
    taper,
)


@thing("sofa", "couch", "settee", "loveseat", "leather sofa", cm=85, kind="furniture")
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (92, 120, 150), "soft", "cloth")
    for x in (-118, 118):
        coat(pen, taper(11, 6, -18, 0, x), Finish(look.part("leg", (112, 72, 44)), "round"))
    coat(pen, box(-128, -116, 256, 100, 20), what.tone(-0.08))
    for x in (-112, 2):
        cushion = box(x, -110, 110, 60, 15)
        coat(pen, cushion, what.tone(0.04), line=0.8)
        pen.line(stroke(f"{x + 8} -60 {x + 55} -56 {x + 102} -60"), darken(what.rgb, 0.3), 2, alpha=0.4, blur=1)
    pen.decal(box(-112, -64, 224, 12, 6), darken(what.rgb, 0.5), alpha=0.5, blur=5)
    coat(pen, box(-120, -40, 240, 28, 6), what.tone(-0.14))
    for x in (-112, 1):
        coat(pen, box(x, -62, 111, 28, 11), what.tone(0.13), line=0.8)
        pen.line(stroke(f"{x + 6} -41 {x + 55} -39 {x + 105} -41"), darken(what.rgb, 0.25), 1.3, alpha=0.6)
    pen.anchor("seat", 0, -58, 190)
    pen.anchor("top", 0, -58, 190)
    pillow = look.colour((232, 168, 84), 1)
    with pen.at(-84, -80, turn=-10):
        pen.fill(organic("-24 -22 0 -19 24 -22 20 0 24 22 0 19 -24 22 -20 0", 0.35), pillow, "soft")
    for flip in (False, True):
        with pen.at(0, 0, flip=flip):
            coat(pen, box(108, -86, 36, 76, 16), what)
            coat(pen, ellipse(126, -76, 17, 15), what.tone(0.08), line=0.7)
            pen.line(ellipse(126, -76, 8), darken(what.rgb, 0.25), 1.2, alpha=0.6)
