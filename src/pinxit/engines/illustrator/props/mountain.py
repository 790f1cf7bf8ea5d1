"""Land: mountain, volcano, hill, rocks, cliff, island, waterfall, iceberg."""

from __future__ import annotations

import random

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.props.conifer import draw_fir, draw_palm
from pinxit.engines.illustrator.rigs.building import foot
from pinxit.engines.illustrator.rigs.trace import bars, facet, organic, points, stroke
from pinxit.engines.illustrator.rigs.wire import wires
from pinxit.engines.illustrator.shapes import Point, box, ellipse, polygon


def rough(text: str, rng: random.Random, wobble: float = 3, steps: int = 5) -> list[Point]:
    """The closed outline with small breaks between its corners, like stone."""
    corners = points(text)
    result: list[Point] = []
    for i, (x, y) in enumerate(corners):
        nx, ny = corners[(i + 1) % len(corners)]
        for k in range(steps):
            t = k / steps
            shake = wobble if k else 0
            dy = rng.uniform(-shake, shake) if not (y == 0 and ny == 0) else 0
            result.append((x + (nx - x) * t + rng.uniform(-shake, shake) * 0.5, min(y + (ny - y) * t + dy, 0)))
    return result


def _peak(pen: Pen, x: float, scale: float, rock: Rgb, snow: bool, rng: random.Random) -> None:
    with pen.at(x, 0, scale):
        outline = polygon(
            rough("0,-150 18,-128 34,-108 52,-74 84,-34 116,0 -116,0 -84,-40 -58,-66 -40,-100 -20,-124", rng)
        )
        pen.fill(outline, rock, "flat")
        with pen.on(outline):
            shade = rough("0,-150 120,0 120,4 -26,4 6,-30 -8,-54 12,-84 -4,-108 8,-126", rng, 4)
            pen.decal(polygon(shade), darken(rock, 0.34), alpha=0.85)
            haze = Gradient((0, -70), (0, 0), ((0, lighten(rock, 0.4)), (1, lighten(rock, 0.5))), alphas=(0.0, 0.5))
            for text in (
                "-30,-96 -50,-58 -78,-30",
                "-18,-80 -30,-46 -60,-8",
                "-44,-60 -56,-30",
                "40,-70 58,-36 56,-8",
                "24,-96 38,-60 30,-24",
                "66,-40 80,-12",
            ):
                pen.line(stroke(text), darken(rock, 0.4), 2.2, alpha=0.45)
                pen.line(stroke(text.replace(",-", ",-")), lighten(rock, 0.2), 1, alpha=0.4)
            if snow:
                cap = (
                    "0,-152 -24,-126 -44,-98 -56,-72 -44,-84 -36,-70 -26,-88 -16,-66 -4,-84 6,-62 "
                    "14,-86 26,-74 34,-92 44,-78 50,-72 40,-100 20,-128"
                )
                pen.decal(facet(cap), (252, 253, 255))
                pen.decal(
                    facet("0,-152 8,-126 -4,-108 12,-84 6,-62 14,-86 26,-74 34,-92 44,-78 52,-72 40,-100 20,-128"),
                    (174, 194, 226),
                )
            pen.decal(box(-130, -80, 260, 84), haze)


@thing("mountain", "mountains", "peak", "mountain range", "mount fuji", "alps", "summit", cm=60000, kind="sky")
def draw(pen: Pen, look: Look) -> None:
    """Three peaks with snow and fir woods at their feet."""
    rock = look.colour((112, 122, 148))
    rng = look.random("peak")
    snow = not look.has("green", "rocky", "desert")
    _peak(pen, -78, 0.66, mix(rock, (190, 206, 230), 0.35), snow, rng)
    _peak(pen, 84, 0.74, mix(rock, (190, 206, 230), 0.25), snow, rng)
    _peak(pen, 0, 1, rock, snow, rng)
    for i in range(34):
        x = -148 + i * 9 + rng.uniform(-3, 3)
        tall = rng.uniform(12, 24)
        tone = darken((66, 112, 88), rng.uniform(0, 0.3))
        pen.fill(
            facet(f"{x},{-tall} {x + 5},-8 {x + 3},-9 {x + 7},1 {x - 7},1 {x - 3},-9 {x - 5},-8"),
            tone,
            "flat",
            line=0.3,
        )


@thing("volcano", "erupting volcano", cm=60000, kind="sky")
def draw_volcano(pen: Pen, look: Look) -> None:
    """A cone with a glowing crater, lava and a plume of ash."""
    rock = look.colour((96, 76, 78))
    rng = look.random("volcano")
    for x, y, r in ((4, -138, 16), (-12, -158, 20), (14, -170, 24), (-10, -190, 28), (22, -200, 26), (-2, -216, 30)):
        pen.fill(ellipse(x, y, r, r * 0.86), mix((120, 112, 118), (70, 62, 72), (y + 216) / 80), "soft", line=0.4)
    pen.glow(ellipse(0, -118, 40, 30), (255, 130, 40), alpha=0.8, blur=12)
    for text in ("-4,-116 -20,-150 -34,-160", "2,-116 4,-152 -4,-174", "6,-116 24,-148 40,-154"):
        pen.line(stroke(text), (255, 150, 50), 4, glow=True)
        pen.line(stroke(text), (255, 232, 140), 1.6, glow=True)
    cone = polygon(rough("-26,-112 -10,-106 10,-106 26,-112 44,-82 70,-46 118,0 -118,0 -70,-46 -44,-82", rng))
    pen.fill(cone, rock, "flat")
    with pen.on(cone):
        pen.decal(
            polygon(rough("10,-112 40,-112 130,0 10,0 24,-30 8,-60 18,-86", rng, 4)), darken(rock, 0.35), alpha=0.8
        )
        for text, wide in (
            ("-8,-112 -12,-86 -26,-62 -22,-34 -40,0", 11),
            ("4,-112 8,-84 2,-62 12,-40 4,-8", 8),
            ("16,-110 26,-88 40,-64 44,-40", 6),
        ):
            pen.line(stroke(text), (196, 44, 28), wide, glow=True)
            pen.line(stroke(text), (255, 138, 40), wide * 0.6, glow=True)
            pen.line(stroke(text), (255, 226, 120), wide * 0.22, glow=True)
    pen.glow(ellipse(0, -110, 24, 5), (255, 190, 80))


@thing("hill", "green hill", "grassy hill", "mound", cm=4000, kind="sky")
def draw_hill(pen: Pen, look: Look) -> None:  # limit: one picture, from back to front
    """A grassy rise with a path."""
    green = look.colour((124, 172, 84))
    back = pen.fill(organic("10,2 60,-40 104,-58 150,-44 190,2 100,6"), darken(green, 0.2), "soft")
    with pen.on(back):
        pen.decal(organic("60,2 110,-30 160,-20 190,6"), darken(green, 0.4), alpha=0.5, blur=8)
    mound = organic("-150,2 -120,-22 -70,-60 -10,-80 50,-66 110,-26 150,2 0,6")
    pen.fill(mound, green, "soft")
    rng = look.random("hill")
    with pen.on(mound):
        pen.decal(facet("-14,4 24,4 10,-24 18,-44 4,-80 0,-80 8,-46 -6,-26", 6), (226, 206, 156), alpha=0.9)
        for _ in range(120):
            x, y = rng.uniform(-140, 140), rng.uniform(-76, -4)
            tone = darken(green, 0.5) if rng.random() < 0.5 else lighten(green, 0.25)
            pen.line(
                bars(f"{x},{y} {x - 2},{y - 5}|{x + 2},{y} {x + 2.6},{y - 7}|{x + 4},{y} {x + 7},{y - 5}"),
                tone,
                1.1,
                alpha=0.7,
            )
        wires(
            pen,
            "-120,-14 -84,-36 -40,-52|-60,-8 -40,-26 -16,-34|40,-40 76,-32 110,-16|30,-62 52,-58 70,-50",
            darken(green, 0.2),
            1.2,
            "flat",
            0.25,
        )
    for x, y, size in (
        (-74.0, -46.0, 13.0),
        (-58.0, -52.0, 9.0),
        (66.0, -46.0, 11.0),
        (104.0, -20.0, 14.0),
        (-112.0, -16.0, 12.0),
    ):
        pen.fill(ellipse(x, y, size, size * 0.72), darken(green, 0.3), "soft", line=0.7)
        pen.fill(ellipse(x + size * 0.9, y + 3, size * 0.7, size * 0.5), darken(green, 0.22), "soft", line=0.7)
    for i in range(26):
        x = rng.uniform(-110, 110)
        y = -rng.uniform(4, 60) * (1 - abs(x) / 150)
        pen.fill(ellipse(x, y, 1.9), ((250, 214, 80), (250, 250, 246), (232, 96, 120))[i % 3], "flat", line=0.3)
    pen.anchor("top", -10, -80, 60)


@thing("rock", "stone", "boulder", "rocks", "pebble", "stones", cm=60, kind="object")
def draw_rock(pen: Pen, look: Look) -> None:
    """A boulder with facets, cracks and moss, a small one before it."""
    grey = look.colour((142, 140, 142))
    rng = look.random("rock")
    body = facet("-74,0 -82,-26 -66,-62 -34,-86 8,-92 46,-78 74,-44 80,-12 70,0", 7)
    pen.fill(body, grey, "round")
    with pen.on(body):
        pen.decal(facet("-66,-62 -34,-86 8,-92 46,-78 20,-62 -24,-54"), lighten(grey, 0.3), alpha=0.55)
        pen.decal(facet("20,-62 46,-78 74,-44 80,-12 70,0 24,0 34,-30"), darken(grey, 0.3), alpha=0.5)
        pen.line(
            bars("-24,-54 -34,-30 -26,-10|-34,-30 -50,-22|20,-62 34,-30 24,-6|34,-30 52,-24"),
            darken(grey, 0.45),
            1.6,
            alpha=0.7,
        )
        for _ in range(60):
            pen.decal(
                ellipse(rng.uniform(-78, 78), rng.uniform(-86, 0), rng.uniform(0.6, 1.6)), darken(grey, 0.35), alpha=0.5
            )
        pen.decal(organic("-70,-60 -36,-86 0,-92 -12,-80 -30,-72 -40,-60 -58,-52"), (112, 146, 74), alpha=0.6, blur=1)
    small = facet("36,2 34,-14 48,-28 70,-26 82,-10 80,2", 5)
    pen.fill(small, darken(grey, 0.08), "round")
    pen.decal(facet("40,-16 50,-26 68,-24 56,-16"), lighten(grey, 0.3), alpha=0.5)
    pen.anchor("top", -6, -90, 70)


@thing("island", "desert island", "tropical island", cm=1500, kind="sky")
def draw_island(pen: Pen, look: Look) -> None:
    """Sand and palms in a ring of shallow water."""
    sand = look.colour((240, 214, 156))
    pen.fill(ellipse(0, 0, 150, 18), (112, 206, 214), "flat", line=0)
    pen.fill(ellipse(0, -2, 128, 13), (190, 236, 234), "flat", line=0)
    with pen.at(-20, -22, 0.72):
        draw_palm(pen, Look(noun="palm tree", seed=look.seed))
    pen.fill(organic("-110,0 -84,-16 -40,-28 10,-32 60,-22 100,-6 108,2 0,8"), sand, "soft")
    with pen.at(26, -18, 0.46, flip=True):
        draw_palm(pen, Look(noun="palm tree", seed=look.seed))
    with pen.at(0, -24):
        foot(pen, -44, 20, (120, 168, 80), look.random("grass"))
    pen.anchor("top", 0, -26, 100)


@thing("iceberg", "ice floe", cm=3000, kind="sky")
def draw_iceberg(pen: Pen, look: Look) -> None:
    """Ice in facets above the water line, its blue foot below."""
    ice = look.colour((222, 240, 250))
    pen.fill(facet("-92,-42 96,-42 84,-22 58,0 20,12 -10,16 -46,4 -78,-18", 3), (92, 166, 206), "round", alpha=0.85)
    body = facet("-96,-40 -84,-74 -56,-92 -40,-130 -10,-154 12,-132 30,-136 52,-96 80,-78 98,-40", 2)
    pen.fill(body, ice, "round")
    for text, tone in (
        ("-10,-154 12,-132 4,-90 20,-40 -30,-40 -20,-90", 0.1),
        ("12,-132 30,-136 52,-96 46,-40 20,-40 4,-90", 0.3),
        ("52,-96 80,-78 98,-40 46,-40", 0.4),
        ("-56,-92 -40,-130 -20,-90 -30,-40 -62,-40", 0.2),
    ):
        pen.fill(facet(text), mix(ice, (90, 160, 214), tone * 0.9), "flat", line=0.4)
    pen.line(bars("-96,-40 98,-40"), (255, 255, 255), 3, alpha=0.9)


@thing("waterfall", "cascade", "falls", cm=3000, kind="sky")
def draw_waterfall(pen: Pen, look: Look) -> None:  # limit: one drawing, layer upon layer
    """Water falls between rocks into a foaming pool, firs above."""
    rng = look.random("falls")
    rock: Rgb = (122, 116, 116)
    for x, size in ((-84.0, 0.32), (-60, 0.4), (66, 0.42), (92, 0.34)):
        with pen.at(x, -138, size):
            draw_fir(pen, Look(noun="fir"))
    pen.fill(polygon(rough("-110,-146 110,-146 114,-80 120,0 -120,0 -112,-70", rng)), darken(rock, 0.2), "round")
    water = look.colour((120, 196, 226))
    fall = facet("-34,-150 34,-150 40,-100 46,-10 -46,-10 -40,-100", 4)
    pen.fill(fall, Gradient((0, -150), (0, 0), ((0, water), (0.6, lighten(water, 0.4)), (1, (250, 254, 255)))), "flat")
    with pen.on(fall):
        for x in (-26, -14, -3, 9, 20, 30):
            top = -140 + abs(x) * 1.6
            pen.line(
                bars(f"{x},{top} {x * 1.06},{top + 56}|{x * 1.1},{top + 78} {x * 1.14},-12"),
                darken(water, 0.42),
                1.6,
                alpha=0.7,
            )
        for _ in range(40):
            x, y, long = rng.uniform(-44, 44), rng.uniform(-150, -40), rng.uniform(20, 70)
            pen.line(
                bars(f"{x},{y} {x * 1.08},{y + long}"),
                (255, 255, 255) if rng.random() < 0.7 else darken(water, 0.25),
                rng.uniform(1, 3),
                alpha=0.6,
            )
    for side in (-1, 1):
        text = " ".join(
            f"{side * x},{y}" for x, y in points("34,-156 70,-160 118,-150 122,0 52,0 44,-40 50,-76 38,-100 44,-128")
        )
        crag = polygon(rough(text, rng, 3))
        pen.fill(crag, rock, "round")
        with pen.on(crag):
            for _ in range(14):
                x, y = side * rng.uniform(44, 116), rng.uniform(-140, -10)
                tone = lighten(rock, 0.1) if rng.random() < 0.5 else darken(rock, 0.1)
                shard = facet(f"{x - 6},{y + 11} {x - 3},{y - 6} {x + 9},{y - 9} {x + 14},{y + 4} {x + 6},{y + 18}")
                pen.fill(shard, tone, "flat", line=0.35)
        pen.fill(
            organic(
                f"{side * 32},-154 {side * 70},-166 {side * 120},-156 {side * 118},-146 "
                f"{side * 70},-150 {side * 40},-146"
            ),
            (96, 142, 78),
            "soft",
        )
    pen.fill(ellipse(0, 2, 124, 16), (84, 160, 200), "flat")
    for _ in range(16):
        pen.decal(
            ellipse(rng.uniform(-56, 56), rng.uniform(-12, 4), rng.uniform(5, 13)), (255, 255, 255), alpha=0.6, blur=1.5
        )
