"""Cabbages: the round head and the cauliflower."""

import math

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.trace import organic
from pinxit.engines.illustrator.rigs.wire import wires
from pinxit.engines.illustrator.shapes import ellipse, union

_OUTER = (
    "0,4 -30,2 -62,-6 -86,-24 -92,-44 -84,-52 -92,-66 -80,-78 -66,-76 -56,-86 -42,-70 -30,-46 -14,-22",
    "-10,-2 -2,-30 -20,-46 -26,-58",
)


def _outer(pen: Pen, green: Rgb, *, flip: bool) -> None:
    """A loose outer leaf with a frilled edge and a branching rib."""
    with pen.at(0, 0, flip=flip):
        leaf = organic(_OUTER[0], 0.45)
        pen.fill(leaf, green, "soft")
        with pen.on(leaf):
            veins = "-4,0 -36,-18 -60,-44 -72,-66|-36,-18 -62,-22 -84,-34|-52,-34 -58,-54 -58,-74|-58,-42 -76,-48 -88,-50|-24,-12 -32,-34 -42,-56"
            wires(pen, veins, lighten(green, 0.6), 2.2, "flat", 0.22)


@thing("cabbage", "cabbages", "head of cabbage", "cabbage head", "red cabbage", cm=16, kind="food")
def draw_cabbage(pen: Pen, look: Look) -> None:
    """A tight ball of leaves that wrap over one another, in a ruff of open ones."""
    red = look.noun == "red cabbage"
    green: Rgb = look.colour((132, 62, 120) if red else (142, 194, 104))
    for flip in (False, True):
        _outer(pen, darken(green, 0.22 if flip else 0.14), flip=flip)
    ball = organic("0,-124 34,-118 58,-94 64,-58 52,-24 24,-2 0,2 -24,-2 -52,-24 -64,-58 -58,-94 -34,-118")
    pen.fill(ball, lighten(green, 0.2), "soft")
    wraps = (
        ("-64,-58 -58,-94 -34,-118 0,-125 28,-114 20,-96 6,-66 2,-30 8,0 -24,-2 -52,-24", 0.28),
        ("64,-58 58,-94 36,-116 10,-116 -10,-98 -8,-84 16,-58 22,-26 16,0 34,-8 52,-24", 0.12),
        ("-58,-34 -40,-54 -8,-58 24,-42 44,-14 20,2 -10,4 -40,-10", 0.34),
    )
    ribs = (
        "4,-2 -8,-44 -24,-90 -36,-112|-14,-62 -34,-74 -54,-78|-6,-38 -34,-44 -58,-44|-20,-82 -14,-104 -2,-116",
        "30,-6 34,-44 28,-84 12,-112|34,-52 48,-66 58,-82|34,-32 48,-40 60,-46|30,-78 20,-84 4,-86",
        "10,2 -4,-22 -26,-44|-2,-20 14,-30 22,-42|-10,-30 -34,-30 -52,-32|4,-8 22,-14 38,-16",
    )
    with pen.on(ball):
        for (text, light), veins in zip(wraps, ribs, strict=True):
            shape = organic(text, 0.45)
            pen.fill(shape, lighten(green, light), "soft", line=0.8)
            with pen.on(shape):
                wires(pen, veins, lighten(green, 0.72), 2, "flat", 0.22)
    with pen.at(-10, 2, 0.62, turn=26):
        _outer(pen, darken(green, 0.04), flip=False)
    with pen.at(12, 2, 0.56, turn=-26):
        _outer(pen, darken(green, 0.04), flip=True)


@thing("cauliflower", "cauliflowers", "cauliflower head", cm=15, kind="food")
def draw_cauliflower(pen: Pen, look: Look) -> None:
    """A dome of cream curds in a collar of green leaves."""
    curd: Rgb = look.colour((246, 238, 212))
    green: Rgb = look.part("leaf", (128, 176, 90))
    for flip in (False, True):
        _outer(pen, darken(green, 0.2 if flip else 0.12), flip=flip)
    pen.fill(ellipse(0, -66, 66, 58), mix(curd, (150, 120, 80), 0.55), "flat", line=0.8)
    rng = look.random("curds")
    spots = [(0.0, -66.0, 21.0)]
    for ring, count, size in ((26.0, 7, 19.0), (48.0, 13, 17.0)):
        for i in range(count):
            a = 2 * math.pi * (i + 0.3 * ring) / count
            spots.append((ring * 1.06 * math.cos(a), -66 + ring * 0.96 * math.sin(a), size * rng.uniform(0.9, 1.1)))
    for x, y, r in sorted(spots, key=lambda s: math.hypot(s[0], s[1] + 66), reverse=True):
        lobes = [ellipse(x + r * 0.62 * math.cos(k * 0.9), y + r * 0.6 * math.sin(k * 0.9), r * 0.4) for k in range(7)]
        tone = mix(curd, (222, 206, 160), min(1.0, math.hypot(x, y + 66) / 90))
        floret = pen.fill(union(ellipse(x, y, r * 0.8), *lobes), tone, "soft", line=0.6)
        with pen.on(floret):
            for _ in range(5):
                u, v = x + rng.uniform(-0.6, 0.6) * r, y + rng.uniform(-0.5, 0.7) * r
                wires(pen, f"{u - 3},{v} {u},{v + 2.4} {u + 3},{v}", (206, 188, 140), 0.9, "flat", 0.16)
    for side, turn in ((False, 34), (True, -34), (False, 12), (True, -12)):
        with pen.at(0, 6, 0.66, turn=turn):
            _outer(pen, lighten(green, 0.08) if abs(turn) > 20 else darken(green, 0.06), flip=side)
