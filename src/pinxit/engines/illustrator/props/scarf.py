"""A knitted scarf: a loop round the neck, knotted, with two fringed ends."""

import math

import skia

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.cuts import score
from pinxit.engines.illustrator.rigs.material import Finish, coat, finish
from pinxit.engines.illustrator.rigs.trace import organic
from pinxit.engines.illustrator.rigs.wire import wires
from pinxit.engines.illustrator.shapes import box, polygon


@thing(
    "scarf",
    "woolen scarf",
    "knitted scarf",
    "shawl",
    "bandana",
    "neckerchief",
    "muffler",
    cm=46,
    kind="clothes",
    attach="neck",
    fit=118,
)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (206, 58, 56), "soft", "knit")
    second = look.colour(lighten(what.rgb, 0.75), 1)
    with pen.at(2, 12, turn=16):
        _end(pen, 84, what.tone(-0.14), second)
    with pen.at(16, 14, turn=-9):
        _end(pen, 104, what, second)
    wrap = organic("-66,-8 -56,-15 -32,-4 0,1 32,-4 56,-15 66,-8 68,10 40,28 0,34 -40,28 -68,10", 0.45)
    coat(pen, wrap, what)
    with pen.on(wrap):
        for x in range(-68, 69, 8):
            sag = 14 * (1 - (x / 68) ** 2)
            score(pen, f"{x},{-24 + sag} {x + 3},{2 + sag} {x * 0.94 - 2},{26 + sag}", what.tone(-0.24).rgb, 1.5, 0.7)
        score(pen, "-64,-4 -24,14 26,14 64,-6", what.tone(-0.4).rgb, 2.6, 0.8)
        score(pen, "-58,8 -20,24 10,25", what.tone(0.3).rgb, 2, 0.6)
    knot = organic("-4,2 14,-6 34,-2 40,14 34,32 14,38 -4,30 -8,14", 0.45)
    coat(pen, knot, what.tone(0.08))
    with pen.on(knot):
        for x in range(-4, 40, 7):
            score(pen, f"{x},-6 {x + 3},16 {x - 1},38", what.tone(-0.24).rgb, 1.5, 0.7)


def _end(pen: Pen, long: float, what: Finish, second: Rgb) -> None:
    """A hanging end of the scarf from (0, 0) downward, with stripes, rows of stitches and a fringe."""
    fringe = "|".join(f"{x},{long - 2} {x + (1 if x % 2 else -1) * 1.5},{long + 15}" for x in range(-17, 19, 7))
    wires(pen, fringe, what.rgb, 4.4, "soft", 0.5)
    end = organic(f"-15,-4 15,-4 19,{long * 0.5} 22,{long} 0,{long + 2} -22,{long} -19,{long * 0.5}", 0.25)
    coat(pen, end, what)
    with pen.on(end):
        for y in (long - 44, long - 30, long - 16):
            pen.decal(box(-30, y, 60, 7.5), second)
        stitches = skia.Path()
        for row in range(math.ceil(long / 7)):
            for x in range(-24, 25, 7):
                stitches.addPath(polygon([(x - 3, row * 7 - 3), (x, row * 7), (x + 3, row * 7 - 3)], closed=False))
        pen.line(stitches, darken(what.rgb, 0.3), 1.2, alpha=0.5)
