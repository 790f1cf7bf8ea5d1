"""What covers walls and stones: vines and moss."""

import math

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.trace import facet, organic, points
from pinxit.engines.illustrator.rigs.wire import wires
from pinxit.engines.illustrator.shapes import ellipse

_LEAF = "0,0 -7,-3 -13,2 -12,-7 -18,-12 -10,-15 -9,-23 -3,-19 0,-28 3,-19 9,-23 10,-15 18,-12 12,-7 13,2 7,-3"
_STEMS = (
    "-96,-184 -90,-150 -100,-112 -88,-76 -94,-44",
    "-52,-188 -58,-140 -44,-98 -54,-52 -46,-14",
    "-8,-190 0,-148 -12,-104 -2,-66",
    "38,-188 34,-140 46,-98 36,-50 44,-8",
    "84,-186 92,-142 80,-104 90,-60",
)


def _bough(pen: Pen, course: str, green: Rgb, phase: int) -> None:
    """A hanging stem with lobed leaves left and right and a curled tendril at its end."""
    wires(pen, course, (112, 96, 60), 2.4, "flat", 0.4)
    spots = points(course)
    x, y = spots[-1]
    wires(pen, f"{x},{y} {x + 4},{y + 9} {x},{y + 14} {x - 4},{y + 10} {x},{y + 8}", (120, 140, 70), 1.4, "flat", 0.25)
    count = (len(spots) - 1) * 4
    for i in range(count + 1):
        t = i / count * (len(spots) - 1)
        k = min(int(t), len(spots) - 2)
        u = spots[k][0] + (spots[k + 1][0] - spots[k][0]) * (t - k)
        v = spots[k][1] + (spots[k + 1][1] - spots[k][1]) * (t - k)
        side = -1 if (i + phase) % 2 else 1
        tone = lighten(green, 0.2) if (i + phase) % 3 == 0 else darken(green, 0.18) if (i + phase) % 3 == 1 else green
        with pen.at(
            u + side * 4, v + 2, (0.92 - 0.4 * i / count) * (1.1 if i % 2 else 0.95), turn=side * (118 + (i * 37) % 40)
        ):
            pen.fill(organic(_LEAF, 0.36), tone, "soft", line=0.6)
            wires(pen, "0,-2 0,-22|0,-6 -11,-11|0,-6 11,-11", lighten(tone, 0.5), 0.9, "flat", 0.16)


@thing("vine", "vines", "hanging vine", "liana", "climbing vine", cm=180, kind="plant")
def draw_vine(pen: Pen, look: Look) -> None:
    """Five stems that hang from a tangle of shoots."""
    green: Rgb = look.colour((88, 152, 70))
    wires(
        pen,
        "-116,-186 -60,-194 0,-188 60,-194 116,-184|-110,-190 -40,-184 30,-194 110,-190",
        (104, 84, 54),
        4,
        "round",
        0.5,
    )
    for i, course in enumerate(_STEMS):
        _bough(pen, course, darken(green, 0.14) if i % 2 else green, i)
    for i in range(17):
        x = -112 + i * 14
        with pen.at(x, -188 + (i * 7) % 9, 0.95, turn=(i * 53) % 100 - 50 + (180 if i % 3 == 0 else 0)):
            tone = lighten(green, 0.18) if i % 2 else darken(green, 0.1)
            pen.fill(organic(_LEAF, 0.36), tone, "soft", line=0.6)
            wires(pen, "0,-2 0,-22|0,-6 -11,-11|0,-6 11,-11", lighten(tone, 0.5), 0.9, "flat", 0.16)


@thing("moss", "mossy rock", "moss patch", "mossy stone", "moss ball", cm=30, kind="plant")
def draw_moss(pen: Pen, look: Look) -> None:  # limit: one picture, from back to front
    """Cushions of moss over a stone, with spore stalks, two sprouts and drops of dew."""
    green: Rgb = look.colour((112, 160, 60))
    stone: Rgb = look.part("stone", (136, 134, 138))
    rock = facet("-118,0 -112,-34 -84,-66 -30,-82 40,-80 92,-58 116,-26 120,0 60,6 -60,6", 8)
    pen.fill(rock, stone, "round")
    with pen.on(rock):
        wires(
            pen, "-112,-26 -84,-20 -72,-4|20,-20 40,-12 46,4|96,-40 88,-20 98,-6", darken(stone, 0.34), 1.4, "flat", 0.3
        )
        pen.decal(facet("-120,-10 -40,0 60,-4 124,-14 124,10 -124,10"), darken(stone, 0.5), alpha=0.4)
    rng = look.random("moss")
    cushions = (
        (-76.0, -54.0, 34.0),
        (84, -46, 30),
        (-34, -78, 38),
        (44, -76, 38),
        (4, -88, 36),
        (-100, -26, 20),
        (-50, -44, 26),
        (24, -54, 32),
        (66, -30, 20),
        (-12, -50, 26),
    )
    for x, y, r in cushions:
        teeth = [
            (x + r * k * math.cos(a), y + r * 0.66 * k * math.sin(a))
            for k, a in ((1.0 if i % 2 else 0.88, i * math.pi / 22) for i in range(44))
        ]
        tone = mix(darken(green, 0.22), lighten(green, 0.12), min(1.0, max(0.0, -y / 90)))
        pen.fill(facet(" ".join(f"{u},{v}" for u, v in teeth)), tone, "soft", line=0.6)
        for _ in range(int(r * 0.9)):
            a, far = rng.uniform(0, 2 * math.pi), math.sqrt(rng.random()) * 0.86
            u, v = x + r * far * math.cos(a), y + r * 0.62 * far * math.sin(a)
            wires(
                pen,
                f"{u - 3},{v - 2.4} {u},{v} {u + 3},{v - 2.4}",
                lighten(tone, 0.5) if rng.random() < 0.6 else darken(tone, 0.4),
                1.1,
                "flat",
                0.14,
            )
    for x, y, lean in ((-38, -98, -4), (-20, -104, 3), (6, -108, -3), (28, -104, 4), (52, -96, 6), (-64, -84, -6)):
        wires(pen, f"{x},{y + 10} {x + lean * 0.4},{y - 8} {x + lean},{y - 20}", (176, 116, 60), 1.5, "flat", 0.3)
        pen.fill(ellipse(x + lean * 1.3, y - 23, 2.6, 4.6, lean * 5), (196, 120, 60), "glossy", line=0.5)
    for x, y in ((-52, -66), (36, -66), (72, -56), (-6, -70)):
        pen.fill(ellipse(x, y, 3.2), (222, 240, 246), "flat", line=0.5)
        pen.decal(ellipse(x - 1, y - 1, 1), (255, 255, 255))
