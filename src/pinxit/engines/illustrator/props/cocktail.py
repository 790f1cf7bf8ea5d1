"""A cocktail in a stemmed glass."""

import math

from pinxit.engines.illustrator.colours import (
    WHITE,
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.vessel import Turned
from pinxit.engines.illustrator.shapes import (
    curve,
    ellipse,
)


@thing("cocktail", "martini", "margarita", "martini glass", cm=18, kind="vessel", attach="hand", fit=44)
def draw(pen: Pen, look: Look) -> None:
    drink = look.colour((246, 130, 90))
    glass = (210, 230, 238)
    foot = Turned("2.6 -74 2.6 -30 4 -8 28 -1 30 0", 0.26)
    pen.fill(foot.outline(), glass, "glass", line=0.8)
    bowl = Turned("52 -146 34 -116 14 -86 2 -72", 0.26)
    pen.fill(bowl.cap(-146), glass, "glass", alpha=0.6, line=0.6)
    liquid = Turned("42 -130 30 -112 12 -88 2 -76", 0.26)
    pen.fill(liquid.outline(), drink, "glossy", alpha=0.92, line=0.4)
    pen.fill(ellipse(0, -130, 42, 11), lighten(drink, 0.35), "flat", line=0.4)
    pen.line(curve((-22, -122), (34, -164)), (206, 168, 110), 2.4)
    pen.fill(ellipse(26, -158, 8), (206, 30, 50), "glossy", line=0.7)
    pen.fill(bowl.outline(), glass, "glass", alpha=0.45)
    pen.fill(ellipse(-44, -150, 18), (250, 206, 70), "round", line=0.8)
    pen.fill(ellipse(-44, -150, 14), (255, 232, 130), "flat", line=0)
    for a in range(0, 180, 45):
        c, s = 13 * math.cos(math.radians(a)), 13 * math.sin(math.radians(a))
        pen.line(curve((-44 - c, -150 - s), (-44 + c, -150 + s)), (250, 250, 220), 1.4)
    pen.line(bowl.cap(-146), WHITE, 1.4, alpha=0.85)
