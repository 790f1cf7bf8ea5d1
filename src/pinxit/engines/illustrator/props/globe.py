"""A globe on its stand."""

from pinxit.engines.illustrator.colours import (
    WHITE,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import Finish, coat, finish
from pinxit.engines.illustrator.rigs.trace import organic, stroke
from pinxit.engines.illustrator.rigs.vessel import Turned
from pinxit.engines.illustrator.shapes import (
    arc,
    ellipse,
)


@thing("globe", "desk globe", "world globe", cm=38, kind="object")
def draw(pen: Pen, look: Look) -> None:
    stand = finish(look, (196, 148, 70), "metal") if look.material else Finish((196, 148, 70), "metal")
    foot = Turned("7 -40 8 -24 20 -10 38 -5 40 0", 0.3)
    coat(pen, foot.outline(), Finish((120, 74, 46), "glossy", "wood"))
    pen.line(arc(0, -98, 66, 66, -62, 205), stand.rgb, 7)
    sea = look.colour((84, 152, 196))
    ball = ellipse(0, -98, 56)
    pen.fill(ball, sea, "glossy")
    with pen.on(ball):
        for spots in (
            "-44 -134 -20 -146 -2 -136 -10 -122 -22 -112 -16 -100 -28 -104 -40 -118",
            "-18 -96 2 -92 8 -78 -4 -58 -10 -46 -16 -64 -22 -84",
            "16 -132 40 -138 60 -120 54 -100 40 -104 32 -116 20 -116",
            "20 -108 36 -104 40 -88 30 -66 22 -82 14 -96",
            "44 -78 56 -80 54 -66 44 -68",
        ):
            pen.fill(organic(spots), (126, 176, 92), "soft", line=0.4)
        for x in (-36, 0, 36):
            pen.line(stroke(f"{x * 0.2} -156 {x} -98 {x * 0.2} -40"), WHITE, 0.7, alpha=0.5)
        for y in (-126, -98, -70):
            pen.line(stroke(f"-60 {y - 4} 0 {y + 5} 60 {y - 4}"), WHITE, 0.7, alpha=0.5)
    for x, y in ((31, -156), (-31, -40)):
        pen.fill(ellipse(x, y, 5), stand.rgb, "metal", line=0.6)
