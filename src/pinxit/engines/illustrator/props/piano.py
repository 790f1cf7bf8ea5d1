"""An upright piano; "grand piano" stands on three legs with its lid up."""

from pinxit.engines.illustrator.colours import (
    INK,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import Finish, coat, finish
from pinxit.engines.illustrator.rigs.solid import block, panel
from pinxit.engines.illustrator.rigs.trace import organic
from pinxit.engines.illustrator.shapes import (
    box,
    curve,
    ellipse,
    taper,
)


@thing("grand piano", cm=150, kind="furniture")
@thing("piano", "upright piano", cm=125, kind="furniture")
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (52, 42, 44), "glossy")
    if "grand" in look.noun:
        grand(pen, what)
        return
    block(pen, (-92, 0, 0), (184, 136, 40), what)
    panel(pen, -80, -126, 160, 46, what)
    panel(pen, -80, -50, 160, 44, what)
    coat(pen, box(-96, -76, 192, 12, 2), what.tone(-0.2))
    keys(pen, -88, -84, 176, 14)
    coat(pen, box(-96, -70, 192, 10, 2), what.tone(0.06))
    for x in (-88, 78):
        coat(pen, taper(12, 9, -62, 0, x + 4), what.tone(0.03))
    pen.fill(box(-24, -118, 48, 30, 1), (250, 246, 234), "flat", line=0.6)
    for y in range(-112, -92, 5):
        pen.line(curve((-20, y), (20, y)), INK, 0.6)
    for x in (-8, 8):
        pen.fill(box(x - 3, -8, 6, 6, 2), (222, 180, 90), "metal", line=0.5)
    pen.anchor("top", 8, -142, 170)


def keys(pen: Pen, x: float, y: float, wide: float, high: float) -> None:
    """A keyboard: white keys with the black ones in twos and threes."""
    pen.fill(box(x, y, wide, high), (252, 250, 244), "flat", line=0.6)
    count = 35
    step = wide / count
    for i in range(1, count):
        pen.line(curve((x + i * step, y), (x + i * step, y + high)), (120, 116, 120), 0.6)
        if i % 7 not in {0, 3}:
            pen.decal(box(x + i * step - step * 0.3, y, step * 0.6, high * 0.62), INK)


def grand(pen: Pen, what: Finish) -> None:
    """A grand piano from its side, the lid propped open."""
    for x, low in ((-84, 0), (-20, -8), (84, 0)):
        coat(pen, taper(12, 7, -64, low, x), what.tone(-0.1))
        pen.fill(ellipse(x, low, 4), (214, 170, 84), "metal", line=0.5)
    coat(pen, organic("-62 -96 -60 -120 30 -176 96 -186 118 -170 110 -140 60 -112 40 -92", 0.3), what.tone(0.1))
    pen.line(curve((60, -90), (70, -140)), (190, 150, 84), 3)
    coat(pen, organic("-100 -72 -100 -96 -40 -100 40 -98 84 -90 112 -76 112 -58 70 -56 -60 -56 -98 -60", 0.3), what)
    pen.fill(organic("-58 -96 0 -99 60 -95 96 -82 60 -80 -50 -84"), (206, 150, 76), "glossy", line=0.5)
    for i in range(12):
        pen.line(curve((-48 + i * 9, -85), (-20 + i * 9, -97)), (250, 226, 150), 0.7)
    coat(pen, organic("-112 -68 -112 -76 -60 -84 -50 -72 -60 -64", 0.2), what.tone(-0.1))
    keys(pen, -110, -78, 50, 9)
    pen.anchor("top", 0, -100, 120)
