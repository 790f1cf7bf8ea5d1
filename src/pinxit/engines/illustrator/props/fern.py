"""A fern: arching fronds of paired leaflets."""

import math

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.trace import points
from pinxit.engines.illustrator.rigs.wire import wire
from pinxit.engines.illustrator.shapes import Point, curve, smooth

_FRONDS = (
    "0,0 -34,-46 -84,-52 -118,-22",
    "0,0 34,-46 84,-52 118,-22",
    "0,0 -30,-72 -74,-100 -108,-88",
    "0,0 30,-72 74,-100 108,-88",
    "0,0 -14,-88 -40,-136 -72,-148",
    "0,0 14,-88 40,-136 72,-148",
    "0,0 -2,-70 4,-130 0,-172",
)


def pinnate(pen: Pen, course: list[Point], green: Rgb, leaf: float, pairs: int = 17) -> None:
    """A rib along the course with `pairs` of leaflets, the longest `leaf` units."""
    spots: list[Point] = []
    spans = len(course) - 1
    for i in range(pairs + 2):
        t = (0.1 + 0.9 * i / (pairs + 1)) * spans
        k = min(int(t), spans - 1)
        a, b = course[k], course[k + 1]
        spots.append((a[0] + (b[0] - a[0]) * (t - k), a[1] + (b[1] - a[1]) * (t - k)))
    wire(pen, curve(*course), darken(green, 0.3), 2.2, "flat", 0.3)
    for i in range(pairs):
        (x, y), (u, v) = spots[i], spots[i + 1]
        way = math.atan2(v - y, u - x)
        long = leaf * (0.28 + 0.8 * math.sin(math.pi * (i + 2.5) / (pairs + 3)) ** 0.8)
        for side, tone in ((-1, lighten(green, 0.14)), (1, darken(green, 0.12))):
            turn = way + side * (1.12 - 0.35 * i / pairs)
            c, s = math.cos(turn), math.sin(turn)
            shape = ((0, 0), (0.36, 0.12), (0.75, 0.08), (1, 0.05), (0.7, -0.1), (0.32, -0.12))
            blade = [(x + long * (p * c - q * s), y + long * (p * s + q * c + p * p * 0.12)) for p, q in shape]
            pen.fill(smooth(blade), tone, "flat", line=0.32)


@thing("fern", "fern leaf", "fern frond", cm=60, kind="plant")
def draw_fern(pen: Pen, look: Look) -> None:
    """Seven fronds, the front ones lighter."""
    green = look.colour((74, 148, 76))
    for i, text in enumerate(_FRONDS):
        pinnate(pen, points(text), mix(darken(green, 0.2), lighten(green, 0.12), i / 6), 27 if i < 6 else 24)
