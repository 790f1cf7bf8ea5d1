"""Bushes of single leaves."""

import math

from pinxit.engines.illustrator.colours import darken, lighten, mix
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.trace import organic
from pinxit.engines.illustrator.rigs.tree import clump
from pinxit.engines.illustrator.rigs.wire import wires
from pinxit.engines.illustrator.shapes import ellipse, smooth, turned, union

_TUFTS: tuple[tuple[float, float, float, float], ...] = (
    (-58, -44, 38, 38),
    (60, -42, 38, 36),
    (-26, -76, 42, 38),
    (28, -74, 40, 36),
    (0, -44, 46, 40),
    (-36, -26, 34, 26),
    (38, -26, 34, 26),
)


@thing("bush", "shrub", "berry bush", "rose bush", "hedge bush", cm=120, kind="plant")
def draw_bush(pen: Pen, look: Look) -> None:
    """A dark heart, tufts of leaves that lighten towards the top, roses or berries on some."""
    green = look.colour((78, 142, 62))
    rng = look.random("bush")
    wires(pen, "-8,2 -14,-20 -30,-40|0,2 2,-20 4,-44|8,2 18,-20 34,-40", (96, 70, 48), 5)
    pen.fill(union(*(clump(*tuft, rng) for tuft in _TUFTS)), darken(green, 0.4), "flat", line=0.9)
    for x, y, rx, ry in _TUFTS:
        for ring, count in ((1.0, 15), (0.68, 11), (0.34, 6)):
            for i in range(count):
                angle = 2 * math.pi * (i + rng.uniform(0.1, 0.9)) / count
                u, v = x + rx * ring * math.cos(angle), y + ry * ring * math.sin(angle)
                high = (-v - 10) / 110 + rng.uniform(-0.16, 0.16)
                tone = mix(darken(green, 0.22), lighten(green, 0.34), min(1.0, max(0.0, high)))
                long = rng.uniform(10, 15)
                leaf = smooth([(0, 0), (long * 0.5, -4.6), (long * 1.1, 0), (long * 0.5, 4.6)])
                leaf.offset(u, v)
                pen.fill(turned(leaf, math.degrees(angle) + rng.uniform(-35, 35), u, v), tone, "flat", line=0.3)
    if look.noun not in {"rose bush", "berry bush"}:
        return
    for x, y, rx, ry in _TUFTS * 2:
        u, v = x + rng.uniform(-0.7, 0.7) * rx, y + rng.uniform(-0.7, 0.6) * ry
        if look.noun == "berry bush":
            pen.fill(ellipse(u, v, 4), (206, 48, 70), "glossy", line=0.5)
            continue
        with pen.at(u, v):
            pen.fill(organic("-8,0 -5,-7 2,-8 8,-3 7,4 1,8 -6,6"), (206, 48, 70), "soft", line=0.5)
            pen.line(organic("-3,0 0,-4 4,-1 2,3 -2,3"), (128, 20, 42), 1.1)
