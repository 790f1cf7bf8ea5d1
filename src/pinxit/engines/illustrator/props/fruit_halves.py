"""Fruits shown with a cut half beside them: melon, papaya, grapefruit."""

import math

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.cuts import disc, mould, score, tint
from pinxit.engines.illustrator.rigs.food import scatter, slice_wedge
from pinxit.engines.illustrator.rigs.wire import wires
from pinxit.engines.illustrator.shapes import ellipse, scaled

STALK: Rgb = (112, 134, 74)


@thing("melon", "cantaloupe", "honeydew", "honeydew melon", "cantaloupe melon", "muskmelon", cm=16, kind="food")
def draw_melon(pen: Pen, look: Look) -> None:
    """A netted ball and a wedge of orange flesh."""
    flesh = look.colour((250, 166, 84))
    rind = (196, 202, 128)
    ball = disc(pen, "-22 -68 70 68", rind, "round")
    rng = look.random("net")
    with pen.on(ball):
        for i in range(-3, 4):
            score(pen, f"-22,-140 {-22 + i * 26},-68 -22,4", darken(rind, 0.28), 3, 0.6)
        for _ in range(90):
            x, y, a = rng.uniform(-92, 48), rng.uniform(-136, 0), rng.uniform(0, 6.3)
            score(
                pen,
                f"{x},{y} {x + 9 * math.cos(a)},{y + 9 * math.sin(a)} {x + 16 * math.cos(a + 0.7)},"
                f"{y + 16 * math.sin(a + 0.7)}",
                lighten(rind, 0.6),
                1.5,
                0.75,
            )
    wires(pen, "-22,-134 -20,-148 -10,-154", STALK, 6)
    wedge = mould(pen, "-12,-6 6,-40 40,-56 84,-46 104,-18 92,2 40,8 2,4", rind, "soft")
    inner = mould(pen, "-5,-7 11,-38 43,-53 83,-45 99,-20 88,-6 48,0 14,-1", flesh, "soft", 0.6)
    tint(pen, wedge, "-10,-2 40,2 96,-4 90,6 40,12 0,8", darken(rind, 0.3), 0.4, 2)
    tint(pen, inner, "12,-14 34,-33 62,-35 84,-22 76,-16 48,-22 26,-12", (252, 222, 150), 0.85, 2)
    for i in range(7):
        disc(
            pen,
            f"{22 + i * 9} {-27 - 6 * math.sin(math.pi * i / 6)} 4 2.2 {-30 + i * 12}",
            (252, 232, 176),
            "soft",
            0.4,
        )


@thing("papaya", "pawpaw", cm=18, kind="food")
def draw_papaya(pen: Pen, look: Look) -> None:
    """One whole and one half with its black seeds."""
    skin = look.colour((238, 172, 62))
    whole = mould(pen, "-66,0 -96,-22 -98,-62 -76,-108 -62,-138 -46,-138 -34,-104 -20,-58 -30,-16", skin, "glossy")
    tint(pen, whole, "-92,-20 -94,-62 -70,-112 -64,-90 -76,-50 -70,-10", (110, 150, 60), 0.55, 8)
    wires(pen, "-54,-136 -53,-148", STALK, 6)
    half = mould(pen, "34,0 -4,-12 -14,-50 8,-100 28,-132 46,-134 66,-100 86,-52 76,-14", skin, "glossy")
    flesh = mould(pen, "35,-7 4,-17 -5,-50 15,-98 32,-124 44,-126 59,-98 77,-52 68,-18", (250, 132, 66), "soft", 0.5)
    tint(pen, flesh, "35,-12 12,-22 4,-50 20,-90 34,-108 44,-108 54,-90 68,-50 60,-22", (255, 176, 96), 0.7, 5)
    hollow = mould(pen, "36,-20 18,-32 16,-56 28,-82 40,-96 52,-80 58,-54 52,-30", (226, 96, 48), "flat", 0.4)
    for x, y in scatter(hollow, 34, look.random("seeds")):
        disc(pen, f"{x} {y} 4.2 3.6", (48, 44, 48), "glossy", 0.3)
    with pen.on(half):
        score(pen, "-10,-20 -14,-50 8,-100", lighten(skin, 0.5), 2, 0.5)


@thing("grapefruit", "pomelo", "blood orange", "citrus", "citrus fruit", cm=11, kind="food", attach="hand", fit=70)
def draw_grapefruit(pen: Pen, look: Look) -> None:
    """A whole fruit behind a half with its segments."""
    skin = look.colour((250, 170, 74))
    flesh = (238, 84, 84) if not look.colours else darken(skin, 0.1)
    ball = disc(pen, "-26 -70 62 60", skin, "glossy")
    for x, y in scatter(ball, 50, look.random("pores")):
        with pen.on(ball):
            pen.decal(ellipse(x, y, 1.3), darken(skin, 0.2), alpha=0.5)
    disc(pen, "44 -50 50", skin, "glossy")
    disc(pen, "44 -50 45", (255, 240, 208), "flat", 0.4)
    for i in range(10):
        with pen.at(44, -50, turn=i * 36):
            part = scaled(slice_wedge(40, -14, 28), 0.94, 0.94, 24, 0)
            pen.fill(part, flesh, "glossy", line=0.5)
            with pen.on(part):
                for k in range(4):
                    score(pen, f"{12 + k * 6},{-3 + k} {18 + k * 6},{-2 + k * 0.6}", lighten(flesh, 0.4), 1.4, 0.7)
    disc(pen, "44 -50 3.6", (255, 240, 208), "flat", 0)
