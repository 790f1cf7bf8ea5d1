"""A dandelion clock whose first seeds fly."""

import math

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.cuts import rod
from pinxit.engines.illustrator.rigs.trace import organic
from pinxit.engines.illustrator.rigs.wire import wires
from pinxit.engines.illustrator.shapes import ellipse, polygon

_LEAF = "0,0 10,-7 16,-14 20,-6 32,-16 34,-7 48,-17 50,-8 66,-14 84,-2 66,6 52,4 44,10 36,4 24,9 18,3 8,5"


def _parachute(pen: Pen, x: float, y: float, turn: float, size: float) -> None:
    """A seed under its tuft of hairs."""
    with pen.at(x, y, size, turn=turn):
        hairs = "|".join(f"0,0 {-13 + k * 3.7},{-10 - 5 * math.sin(k * math.pi / 7)}" for k in range(8))
        wires(pen, hairs, (206, 208, 212), 1.2, "flat", 0.2)
        wires(pen, "0,0 0,18", (150, 136, 116), 1.2, "flat", 0.2)
        pen.fill(ellipse(0, 21, 1.9, 4.6), (126, 92, 60), "flat", line=0.4)


@thing("dandelion", "dandelion clock", "dandelion seeds", "blowball", cm=30, kind="plant")
def draw_dandelion(pen: Pen, look: Look) -> None:
    """Toothed leaves, a hollow stalk, a globe of tufts around the seed head."""
    white: Rgb = look.colour((250, 250, 248))
    rod(pen, "2,0 6,-70 -2,-130", 7, (138, 176, 96), "soft", end=5)
    for turn, size, tone in ((-166, 0.9, -0.2), (-18, 0.9, -0.2), (-140, 0.7, 0.05), (-42, 0.72, 0.05)):
        with pen.at(2, -1, size, turn=turn):
            green: Rgb = (92, 150, 68)
            pen.fill(organic(_LEAF, 0.3), darken(green, -tone) if tone < 0 else lighten(green, tone), "soft", line=0.8)
            wires(pen, "3,0 40,-3 76,-2", (196, 218, 160), 1.8, "flat", 0.2)
    pen.fill(ellipse(-2, -140, 50), mix(white, (168, 182, 200), 0.55), "soft", line=0.35)
    for i in range(46):
        angle, far = math.radians(i * 137.5), 47 * math.sqrt((i + 1) / 46)
        x, y = -2 + far * math.cos(angle), -140 + far * math.sin(angle)
        pen.line(polygon([(-2, -140), (x, y)], closed=False), (92, 98, 106), 0.7, alpha=0.65)
    for i in range(46):
        angle, far = math.radians(i * 137.5), 47 * math.sqrt((i + 1) / 46)
        x, y = -2 + far * math.cos(angle), -140 + far * math.sin(angle)
        tuft = [
            (x + r * math.cos(a), y + r * math.sin(a))
            for r, a in ((8.4 if k % 2 else 3.2, k * math.pi / 7 + i) for k in range(14))
        ]
        pen.fill(polygon(tuft), white, "flat", line=0.24)
    pen.fill(ellipse(-2, -140, 8), (150, 124, 92), "round", line=0.6)
    for x, y, turn, size in ((60, -186, 26, 1.0), (88, -154, 58, 0.9), (52, -222, 10, 0.85), (104, -204, 40, 0.8)):
        _parachute(pen, x, y, turn, size)
