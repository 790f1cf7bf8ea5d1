"""Broad-leaved trees."""

from __future__ import annotations

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.trace import points
from pinxit.engines.illustrator.rigs.tree import crown, leaves, trunk
from pinxit.engines.illustrator.shapes import curve, ellipse

BARK: Rgb = (112, 78, 54)


def _boughs(pen: Pen, bark: Rgb, look: Look) -> None:
    rng = look.random("bark")
    trunk(pen, points("4,-84 26,-108 46,-128"), [13, 9, 4], bark, rng)
    trunk(pen, points("0,-84 -26,-104 -48,-122"), [13, 9, 4], bark, rng)
    trunk(pen, points("2,-150 2,-112 -2,-70 0,-30 -1,-8 -1,0"), [5, 10, 17, 19, 25, 38], bark, rng)


@thing(
    "tree",
    "oak",
    "oak tree",
    "apple tree",
    "shade tree",
    "elm",
    "beech tree",
    "maple tree",
    "autumn tree",
    "old tree",
    "chestnut tree",
    cm=900,
    kind="plant",
)
def draw(pen: Pen, look: Look) -> None:
    """A round crown over a forked trunk; golden red in autumn, fruit on an apple tree."""
    autumn = look.noun in {"maple tree", "autumn tree"} or look.has("autumn", "autumnal", "fall")
    green = look.colour((206, 98, 34) if autumn else (86, 142, 62))
    bark = look.part("trunk", BARK)
    if look.has("bare", "dead", "leafless", "barren"):
        _bare(pen, bark, look)
        return
    _boughs(pen, bark, look)
    tufts = [
        (-50, -130, 36, 30),
        (52, -134, 36, 30),
        (0, -178, 46, 34),
        (-34, -158, 38, 32),
        (36, -162, 38, 32),
        (-24, -122, 32, 25),
        (28, -122, 34, 26),
        (0, -146, 38, 30),
    ]
    crown(pen, tufts, green, look.random("crown"))
    pen.anchor("branch", 34, -106, 40)
    if look.noun == "apple tree":
        rng = look.random("fruit")
        for x, y, rx, ry in tufts:
            pen.fill(
                ellipse(x + rng.uniform(-0.6, 0.6) * rx, y + rng.uniform(-0.5, 0.7) * ry, 5.5), (208, 44, 40), "glossy"
            )


def _bare(pen: Pen, bark: Rgb, look: Look) -> None:
    rng = look.random("twigs")
    for text in (
        "30,-110 52,-128 60,-156",
        "-20,-104 -40,-128 -44,-160",
        "8,-130 22,-152 26,-184",
        "-4,-130 -16,-156 -18,-190",
        "46,-124 66,-132 82,-150",
        "-38,-122 -60,-130 -76,-152",
        "20,-150 34,-160 44,-178",
    ):
        trunk(pen, points(text), [7, 4.5, 1.5], bark, rng)
    _boughs(pen, bark, look)
    pen.anchor("branch", 50, -127, 40)


@thing(
    "cherry blossom tree",
    "blossom tree",
    "sakura",
    "sakura tree",
    "blossoming tree",
    "cherry blossoms",
    cm=700,
    kind="plant",
)
def draw_cherry(pen: Pen, look: Look) -> None:
    """A leaning dark trunk under clouds of pink blossom, with falling petals."""
    pink = look.colour((246, 176, 198))
    rng = look.random("bark")
    bark = look.part("trunk", (84, 58, 56))
    trunk(pen, points("8,-80 40,-100 70,-112"), [12, 8, 4], bark, rng)
    trunk(pen, points("6,-92 -28,-118 -60,-126"), [12, 8, 4], bark, rng)
    trunk(pen, points("16,-150 10,-112 8,-76 -4,-40 -6,-8 -6,0"), [5, 10, 15, 17, 22, 36], bark, rng)
    tufts = [
        (-66, -128, 32, 25),
        (72, -118, 34, 25),
        (-40, -154, 38, 30),
        (46, -150, 40, 31),
        (6, -172, 42, 30),
        (4, -138, 36, 27),
        (-30, -124, 28, 20),
        (38, -118, 28, 19),
    ]
    crown(pen, tufts, pink, look.random("crown"))
    petals = look.random("petals")
    for x, y, rx, ry in tufts:
        pen.decal(leaves(x, y, rx * 0.9, ry * 0.9, petals, 16, 2.8), (255, 244, 248), alpha=0.9)
        pen.decal(leaves(x, y, rx * 0.9, ry * 0.9, petals, 5, 2), (214, 92, 134), alpha=0.7)
    pen.decal(leaves(10, -44, 80, 42, petals, 22, 2.6), pink, alpha=0.95)
    pen.decal(leaves(0, -2, 70, 4, petals, 24, 2.6), pink, alpha=0.9)
    pen.anchor("branch", 50, -104, 40)


@thing("birch", "birch tree", "aspen", "poplar", cm=1100, kind="plant")
def draw_birch(pen: Pen, look: Look) -> None:
    """White bark with black marks and an airy crown."""
    green = look.colour((140, 176, 76))
    rng = look.random("bark")
    white: Rgb = (236, 232, 222)
    for text, sizes in (
        ("2,-110 18,-130 30,-150", [7, 5, 2]),
        ("0,-90 -18,-112 -30,-132", [7, 5, 2]),
        ("2,-186 3,-150 0,-90 2,-40 0,2", [3, 7, 10, 12, 18]),
    ):
        trunk(pen, points(text), sizes, white, rng)
    for i in range(13):
        y = -8 - i * 12
        x = rng.uniform(-4, 3)
        pen.decal(ellipse(x, y, rng.uniform(2.5, 5), 1.3), (50, 44, 46), alpha=0.85)
    tufts = [
        (-22, -136, 24, 22),
        (26, -146, 25, 24),
        (-14, -166, 26, 24),
        (14, -182, 25, 22),
        (2, -202, 20, 18),
        (4, -150, 22, 20),
    ]
    crown(pen, tufts, green, look.random("crown"))


@thing("willow", "willow tree", "weeping willow", cm=900, kind="plant")
def draw_willow(pen: Pen, look: Look) -> None:
    """Long hanging strands around a thick trunk."""
    green = look.colour((132, 164, 78))
    rng = look.random("willow")
    bark = look.part("trunk", (104, 82, 60))
    trunk(pen, points("6,-90 34,-116 50,-126"), [12, 8, 5], bark, rng)
    trunk(pen, points("2,-140 0,-100 -4,-60 0,-12 0,0"), [8, 16, 20, 26, 42], bark, rng)
    crown(pen, [(-46, -134, 36, 24), (46, -136, 36, 24), (0, -156, 50, 28)], green, rng)
    for i in range(62):
        x = (i - 30.5) * 2.9
        top = -150 + (x / 92) ** 2 * 26 + rng.uniform(-4, 12)
        length = rng.uniform(60, 104) * (0.72 + 0.28 * abs(x) / 92)
        bend = x * 1.12 + rng.uniform(-3, 3)
        tone = (darken(green, 0.3), green, lighten(green, 0.25))[i % 3]
        pen.line(
            curve((x, top), (bend, top + length * 0.4), (bend * 1.03, top + length)), darken(tone, 0.3), 2, alpha=0.9
        )
        pen.fill(leaves(bend, top + length * 0.7, 4, length * 0.34, rng, 13, 3.8), tone, "flat", line=0.15)
