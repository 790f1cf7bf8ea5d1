"""A trainer; "boot", "high heel" by name."""

from pinxit.engines.illustrator.colours import (
    Rgb,
    darken,
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import Finish, coat, finish
from pinxit.engines.illustrator.rigs.trace import organic, stroke
from pinxit.engines.illustrator.shapes import (
    curve,
)


@thing(
    "shoe", "sneaker", "sneakers", "shoes", "trainer", "running shoe", "pair of shoes", cm=12, kind="clothes", faces=1
)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (222, 66, 58), "soft")
    second = look.colour((250, 248, 242), 1)
    for dx, dy in ((26, -12), (0, 0)) if look.noun in {"shoes", "sneakers", "pair of shoes"} else ((0, 0),):
        with pen.at(dx, dy):
            one(pen, what if dy == 0 else what.tone(-0.12), second)


def one(pen: Pen, what: Finish, second: Rgb) -> None:
    """One shoe, toe to the right."""
    upper = organic("-84 -16 -88 -50 -80 -78 -56 -82 -30 -74 -8 -60 26 -44 62 -36 86 -26 92 -12 40 -8 -60 -8", 0.35)
    pen.fill(organic("-76 -74 -50 -80 -26 -72 -36 -62 -66 -62"), darken(what.rgb, 0.5), "flat")
    coat(pen, upper, what)
    with pen.on(upper):
        pen.decal(organic("56 -40 96 -30 100 0 60 0 48 -22"), second)
        pen.decal(organic("-92 -50 -72 -46 -66 -8 -96 -6"), darken(what.rgb, 0.25))
        pen.line(stroke("-60 -20 -30 -22 -4 -32 20 -44"), second, 9)
        pen.line(stroke("-86 -70 -64 -68 -40 -66 -26 -70"), lighten(what.rgb, 0.3), 3, alpha=0.7)
    pen.fill(organic("-36 -86 -20 -78 30 -46 20 -38 -10 -54 -34 -70"), lighten(what.rgb, 0.15), "soft", line=0.6)
    for i in range(5):
        x, y = -22 + i * 11, -70 + i * 6.6
        pen.line(curve((x - 7, y + 7), (x + 9, y - 3)), second, 3.6)
    pen.fill(organic("-90 -14 -60 -12 40 -12 94 -16 98 -6 84 0 -84 0 -92 -4", 0.25), second, "round")
    pen.line(stroke("-88 -6 0 -5 94 -8"), what.rgb, 1.8)
