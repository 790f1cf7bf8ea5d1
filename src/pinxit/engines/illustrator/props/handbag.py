"""A handbag, or a shopping bag."""

from pinxit.engines.illustrator.colours import (
    darken,
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.solid import block
from pinxit.engines.illustrator.rigs.trace import organic, stroke
from pinxit.engines.illustrator.shapes import (
    box,
    ellipse,
    scaled,
)


@thing(
    "handbag",
    "purse",
    "bag",
    "tote bag",
    "shopping bag",
    "paper bag",
    "leather bag",
    cm=30,
    kind="object",
    attach="hand",
    fit=90,
)
def draw(pen: Pen, look: Look) -> None:
    shop = look.noun in {"shopping bag", "paper bag", "tote bag"}
    what = finish(look, (206, 164, 110) if shop else (170, 62, 72), "soft" if shop else "glossy")
    pen.line(stroke("-32 -96 -28 -146 0 -160 28 -146 32 -96"), darken(what.rgb, 0.4), 6)
    if shop:
        block(pen, (-56, 0, 0), (104, 110, 40), what)
        pen.line(stroke("-30 -108 -26 -142 -2 -152 20 -142 24 -108"), darken(what.rgb, 0.3), 4)
        pen.anchor("text", -4, -56, 76)
        return
    body = organic("-58 -104 0 -108 58 -104 76 -40 72 -6 0 2 -72 -6 -76 -40", 0.28)
    coat(pen, body, what)
    flap = organic("-60 -106 0 -112 60 -106 62 -70 30 -46 0 -42 -30 -46 -62 -70", 0.35)
    coat(pen, flap, what.tone(0.06))
    pen.line(scaled(flap, 0.92, 0.88, 0, -78), lighten(what.rgb, 0.5), 1, alpha=0.6)
    pen.fill(box(-11, -56, 22, 19, 4), (230, 186, 90), "metal", line=0.7)
    for x in (-34, 34):
        pen.line(ellipse(x, -100, 7), (230, 186, 90), 3)
    pen.anchor("text", 0, -22, 80)
