"""Trees of dry lands: olive and eucalyptus."""

import math
import random

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.trace import organic, points
from pinxit.engines.illustrator.rigs.tree import clump, trunk
from pinxit.engines.illustrator.rigs.wire import wires
from pinxit.engines.illustrator.shapes import ellipse, smooth, turned

Tuft = tuple[float, float, float, float]


def _foliage(pen: Pen, tufts: tuple[Tuft, ...], green: Rgb, rng: random.Random, *, hang: bool) -> None:
    """Clumps of narrow leaves, silver above; with `hang` they droop in sickles."""
    for x, y, rx, ry in tufts:
        pen.fill(clump(x, y, rx * 0.9, ry * 0.9, rng), darken(green, 0.36), "flat", line=0.7)
    for x, y, rx, ry in tufts:
        for ring, count in ((1.0, 17), (0.7, 13), (0.36, 8)):
            for i in range(count):
                a = 2 * math.pi * (i + rng.uniform(0.1, 0.9)) / count
                u, v = x + rx * ring * math.cos(a), y + ry * ring * math.sin(a)
                tone = mix(darken(green, 0.18), lighten(green, 0.42), min(1.0, max(0.0, 0.5 - math.sin(a) * 0.5)))
                long = rng.uniform(11, 16) * (1.25 if hang else 1)
                leaf = smooth(
                    [(u, v), (u + long * 0.5, v - 2.3), (u + long, v + (3 if hang else 0)), (u + long * 0.5, v + 1.8)]
                )
                turn = 90 + rng.uniform(-28, 28) if hang else math.degrees(a) + rng.uniform(-50, 50)
                pen.fill(turned(leaf, turn, u, v), tone, "flat", line=0.26)


@thing("olive tree", "old olive tree", "olive", cm=600, kind="plant")
def draw_olive(pen: Pen, look: Look) -> None:
    """A thick, twisted, hollow trunk under a low crown of silver green; black olives."""
    green: Rgb = look.colour((134, 154, 110))
    bark: Rgb = look.part("trunk", (140, 122, 104))
    rng = look.random("olive")
    trunk(pen, points("12,-46 42,-76 70,-108"), [24, 15, 7], bark, rng)
    trunk(pen, points("-8,-50 -36,-78 -66,-104"), [22, 14, 7], bark, rng)
    trunk(pen, points("4,-60 2,-90 10,-126"), [20, 13, 6], bark, rng)
    body = organic("-18,-74 -24,-52 -22,-34 -34,-16 -54,2 -22,-2 -4,3 18,-2 52,3 34,-14 24,-32 28,-52 22,-72 4,-64")
    pen.fill(body, bark, "round")
    with pen.on(body):
        grain = "-14,-72 -12,-48 -16,-28 -30,-6|-6,-68 2,-46 -6,-26 -12,0|6,-64 8,-40 2,-20 6,0|14,-68 18,-46 12,-26 22,-4|-20,-50 -10,-40|20,-40 12,-30"
        wires(pen, grain, darken(bark, 0.3), 1.8, "flat", 0.25)
        pen.fill(organic("-4,-42 2,-46 6,-36 4,-22 -2,-20 -6,-30"), darken(bark, 0.72), "flat", line=0.5)
    tufts = (
        (-74.0, -122.0, 38.0, 28.0),
        (78, -124, 38, 28),
        (-34, -152, 42, 30),
        (38, -156, 42, 30),
        (2, -168, 36, 24),
        (0, -126, 40, 24),
        (-42, -112, 28, 18),
        (44, -112, 28, 18),
    )
    _foliage(pen, tufts, green, rng, hang=False)
    for x, y, rx, ry in tufts * 2:
        pen.fill(
            ellipse(x + rng.uniform(-0.7, 0.7) * rx, y + rng.uniform(-0.4, 0.9) * ry, 3, 4.2),
            (52, 42, 56),
            "glossy",
            line=0.5,
        )
    pen.anchor("branch", 50, -92, 40)


@thing("eucalyptus tree", "eucalyptus", "gum tree", "eucalypt", cm=2500, kind="plant")
def draw_eucalyptus(pen: Pen, look: Look) -> None:
    """A tall pale stem whose bark peels in strips, bare boughs, umbrellas of hanging sickle leaves."""
    green: Rgb = look.colour((108, 152, 128))
    bark: Rgb = look.part("trunk", (222, 206, 184))
    rng = look.random("gum")
    for text, sizes in (
        ("2,-112 30,-140 56,-158", [11.0, 8.0, 4.0]),
        ("0,-96 -30,-122 -58,-134", [11.0, 8.0, 4.0]),
        ("4,-140 -14,-170 -26,-196", [10.0, 7.0, 3.0]),
        ("8,-210 6,-170 2,-110 -4,-60 0,-14 0,0", [4.0, 10.0, 15.0, 18.0, 22.0, 32.0]),
    ):
        trunk(pen, points(text), sizes, bark, rng)
    for text, tone in (
        ("-8,-88 -2,-84 -3,-54 -9,-40 -12,-62", 0.3),
        ("2,-50 8,-46 9,-24 6,-6 1,-22", 0.42),
        ("3,-128 8,-124 6,-98 1,-94", 0.3),
        ("-9,-26 -5,-24 -6,-4 -12,-2", 0.2),
    ):
        pen.fill(organic(text), mix(darken(bark, tone), (176, 110, 78), 0.5), "flat", line=0.4)
    wires(pen, "6,-92 12,-80 9,-68|-9,-36 -15,-26|8,-118 14,-108 12,-98", (166, 120, 86), 2, "flat", 0.3)
    tufts = (
        (-66.0, -146.0, 32.0, 19.0),
        (64, -170, 34, 20),
        (-30, -208, 32, 19),
        (16, -228, 32, 19),
        (40, -200, 28, 16),
        (-36, -172, 28, 15),
        (30, -146, 24, 14),
    )
    _foliage(pen, tufts, green, rng, hang=True)
    pen.anchor("branch", -34, -120, 40)
