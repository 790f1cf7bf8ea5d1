"""A dune, a cliff, a stalactite cave mouth, a nebula, a meteor."""

from __future__ import annotations

import math

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.building import foot
from pinxit.engines.illustrator.rigs.cuts import cut, disc, mould, score, tint
from pinxit.engines.illustrator.rigs.trace import organic
from pinxit.engines.illustrator.shapes import box, ellipse, polygon, star

GRASS: Rgb = (112, 156, 76)


@thing("dune", "sand dune", "desert dune", "sand dunes", "dunes", "pile of sand", cm=1200, kind="sky")
def draw_dune(pen: Pen, look: Look) -> None:
    """A crescent dune: a lit windward slope, a crest that winds to the front, a shaded lee."""
    rgb = look.colour((238, 190, 120))
    mould(pen, "60,2 96,-30 128,-44 150,-40 176,-14 190,2 120,6", darken(rgb, 0.08), "soft", 0.8)
    lee = cut(
        pen,
        "6,-112 40,-86 78,-52 120,-22 168,2 60,6 -30,6 -22,-10 4,-26 24,-46 22,-70 8,-92",
        darken(rgb, 0.42),
        "soft",
        3,
    )
    with pen.on(lee):
        for i in range(7):
            x = 24 + i * 18
            score(pen, f"{x},{-78 + i * 12} {x - 4},{-50 + i * 8} {x - 30},{-4}", darken(rgb, 0.55), 2, 0.35)
    wind = cut(
        pen,
        "-180,4 -140,-10 -100,-34 -60,-74 -24,-104 6,-113 12,-92 24,-70 25,-46 6,-26 -20,-10 -28,6 -100,8",
        rgb,
        "soft",
        3,
    )
    with pen.on(wind):
        for i in range(13):
            y = -96 + i * 9
            left, right = -20 - i * 12, 14 - abs(i - 4) * 3
            score(
                pen,
                f"{left},{y + 8} {left * 0.6 + right * 0.4},{y + 2} {left * 0.3 + right * 0.7},{y + 6} {right},{y - 2}",
                darken(rgb, 0.2) if i % 2 else lighten(rgb, 0.4),
                2,
                0.65,
            )
    score(pen, "-24,-104 6,-113 13,-92 24,-70 25,-46 6,-26 -20,-10 -28,4", lighten(rgb, 0.6), 2.4, 0.9)
    tint(pen, wind, "-70,-70 -30,-100 0,-106 -10,-80 -50,-50", lighten(rgb, 0.5), 0.5, 8)


@thing("cliff", "sea cliff", "rock face", "crag", "bluff", "precipice", cm=4000, kind="sky")
def draw_cliff(pen: Pen, look: Look) -> None:  # limit: one picture, from back to front
    """Buttresses of rock one before the other, grass on top, the sea breaking at the foot."""
    rock = look.colour((170, 138, 112))
    rng = look.random("cliff")
    pen.fill(organic("20,8 60,-6 130,-8 182,0 150,10 60,12", 0.4), (84, 158, 190), "flat", line=0.4)
    faces = (
        (30.0, 96.0, -92.0, 0.22),
        (-6.0, 66.0, -122.0, 0.1),
        (-58.0, 32.0, -146.0, 0.0),
        (-136.0, -20.0, -134.0, -0.06),
    )
    for left, right, top, dim in faces:
        tone = darken(rock, dim) if dim > 0 else lighten(rock, -dim)
        edge: list[tuple[float, float]] = [(left, top), (right - 8, top)]
        for i in range(1, 8):
            edge.append((right - 6 + i * 2.4 + rng.uniform(-6, 6), top - top * i / 7.0))
        edge += [(right + 10, 6), (left - 4, 6)]
        face = pen.fill(polygon(edge), tone, "round")
        with pen.on(face):
            for i in range(1, 7):
                y = top * (1 - i / 7)
                score(
                    pen,
                    f"{left - 6},{y + rng.uniform(-3, 3)} {(left + right) / 2},{y + rng.uniform(-4, 4)} {right + 16},{y - 2}",
                    darken(tone, 0.5),
                    1.6,
                    0.7,
                )
            for i in range(5):
                x = left + (right - left) * (i + 0.6) / 5
                score(
                    pen,
                    f"{x},{top} {x + rng.uniform(-6, 6)},{top * 0.7} {x + rng.uniform(-3, 9)},{top * 0.35} {x + 4},6",
                    darken(tone, 0.62),
                    2.4,
                    0.8,
                )
                pen.decal(
                    polygon([(x, top), (x + 9, top), (x + 12, top * 0.5), (x + 5, top * 0.3)]),
                    lighten(tone, 0.3),
                    alpha=0.4,
                )
        sod = mould(
            pen, f"{left - 4},{top + 4} {left},{top - 9} {(left + right) / 2},{top - 12} {right + 2},{top - 8} {right + 4},{top + 5}"
            f" {right - 14},{top + 9} {(left + right) / 2},{top + 5} {left + 10},{top + 10}",
            GRASS, "soft", 0.8,
        )  # fmt: skip
        tint(
            pen,
            sod,
            f"{left},{top - 8} {right},{top - 10} {right},{top - 4} {left},{top - 3}",
            lighten(GRASS, 0.4),
            0.6,
            2,
        )
        with pen.at(0, top - 7):
            foot(pen, left, right, GRASS, rng)
    for x, y, r in ((98, 2, 12), (116, 6, 9), (84, 5, 8), (132, 4, 6)):
        disc(pen, f"{x} {y} {r * 1.3} {r * 0.6}", (240, 248, 250), "soft", 0.4)
    pen.anchor("top", -60, -146, 120)


@thing("stalactite", "stalactites", "stalagmite", "stalagmites", "dripstone", cm=300, kind="sky")
def draw_stalactite(pen: Pen, look: Look) -> None:
    """Dripping stone from a cave's roof, and what grows to meet it."""
    rgb = look.colour((190, 158, 132))
    for x, tip, half, dim in (
        (-84, -96, 15, 0.2), (-30, -70, 18, 0.24), (52, -84, 17, 0.2), (96, -120, 13, 0.24),
        (-58, -50, 24, 0), (8, -104, 18, 0), (30, -36, 22, 0), (78, -76, 20, 0), (-100, -120, 14, 0),
    ):  # fmt: skip
        _drip(pen, x, -186, tip, half, darken(rgb, dim) if dim else rgb)
    mould(
        pen,
        "-130,-184 -120,-204 -60,-212 0,-206 60,-214 120,-204 130,-184 80,-176 30,-182 -30,-174 -90,-180",
        rgb,
        "round",
    )
    for x, tip, half in ((-58, -26, 20), (30, -16, 18), (84, -44, 22), (-98, -40, 18)):
        _drip(pen, x, 0, tip - 12, half, darken(rgb, 0.06))
    mould(pen, "-130,-4 -90,-12 -30,-6 30,-12 100,-6 130,-2 90,8 -90,8", darken(rgb, 0.1), "round")
    for x, y in ((-58, -38), (30, -26)):
        mould(pen, f"{x},{y - 7} {x + 3},{y} {x},{y + 4} {x - 3},{y}", (150, 204, 230), "glossy", 0.5)


def _drip(pen: Pen, x: float, root: float, tip: float, half: float, rgb: Rgb) -> None:
    """One cone of stone from its root to its tip, with rings."""
    long = tip - root
    body = mould(
        pen,
        f"{x - half},{root} {x - half * 0.6},{root + long * 0.3} {x - half * 0.34},{root + long * 0.6} {x - half * 0.12},"
        f"{root + long * 0.9} {x},{tip} {x + half * 0.12},{root + long * 0.9} {x + half * 0.3},{root + long * 0.6} "
        f"{x + half * 0.62},{root + long * 0.3} {x + half},{root}",
        rgb,
        "glossy",
    )
    with pen.on(body):
        for i in range(1, 7):
            y = root + long * i / 7.5
            score(pen, f"{x - half},{y} {x},{y + 4} {x + half},{y}", darken(rgb, 0.3), 1.8, 0.5)


@thing("nebula", "space cloud", "cosmic cloud", "star cluster", cm=200, kind="sky", flies=True)
def draw_nebula(pen: Pen, look: Look) -> None:
    """Glowing clouds in three tones with stars in them."""
    tones = look.colours or ((176, 70, 190), (70, 110, 220), (240, 120, 150))
    rng = look.random("nebula")
    base = organic("-120,-70 -96,-128 -40,-140 0,-168 60,-150 112,-126 124,-70 96,-24 40,-10 -10,6 -70,-14 -110,-34")
    pen.fill(base, darken(tones[0], 0.62), "flat", line=0.6)
    with pen.on(base):
        for i in range(34):
            a, far = rng.uniform(0, 2 * math.pi), rng.random() ** 0.6
            x, y = 104 * far * math.cos(a), -78 + 74 * far * math.sin(a)
            size = rng.uniform(16, 38)
            pen.decal(ellipse(x, y, size, size * 0.62, rng.uniform(0, 180)), tones[i % len(tones)], alpha=0.5, blur=9)
        for i in range(9):
            a = i * 0.7
            x, y = 50 * math.cos(a), -78 + 34 * math.sin(a)
            pen.decal(ellipse(x, y, 22, 8, i * 40), lighten(tones[i % len(tones)], 0.6), alpha=0.5, blur=6)
        pen.decal(ellipse(4, -84, 30, 20), (255, 240, 230), alpha=0.7, blur=12)
        for _ in range(80):
            x, y = rng.uniform(-116, 116), rng.uniform(-160, 0)
            pen.decal(ellipse(x, y, rng.uniform(0.6, 1.8)), (255, 255, 255), alpha=rng.uniform(0.6, 1))
        for x, y, r in ((-52, -104, 9), (60, -112, 11), (26, -46, 8), (-70, -48, 7)):
            pen.glow(star(x, y, r, r * 0.18, 4), (255, 255, 255))


@thing("meteor", "meteorite", "fireball", "falling meteor", "asteroid", cm=90, kind="sky", flies=True)
def draw_meteor(pen: Pen, look: Look) -> None:
    """A cratered rock, with its trail of fire unless it only drifts."""
    rock = look.colour((112, 98, 94))
    if look.noun != "asteroid":
        for text, tone in (
            (
                "52,-8 70,-44 40,-78 -20,-100 -96,-168 -60,-110 -130,-128 -56,-78 -104,-62 -30,-44 -40,-20 10,-8",
                (236, 84, 40),
            ),
            ("50,-12 64,-44 36,-70 -10,-86 -64,-126 -40,-84 -84,-86 -30,-58 -50,-42 -8,-32 8,-14", (255, 160, 50)),
            ("48,-18 58,-44 34,-62 0,-72 -34,-96 -20,-66 -44,-60 -8,-44 10,-22", (255, 226, 120)),
        ):
            pen.fill(organic(text, 0.35), tone, "flat", line=0.7)
    body = cut(pen, "14,-44 24,-66 46,-74 68,-66 80,-44 74,-20 54,-6 30,-8 16,-22", rock, "round", 9)
    with pen.on(body):
        for x, y, r in ((36, -54, 9), (60, -48, 7), (48, -26, 10), (28, -32, 5), (68, -28, 5), (52, -64, 4)):
            pen.decal(ellipse(x, y, r, r * 0.85), darken(rock, 0.42), alpha=0.9)
            pen.decal(ellipse(x + r * 0.2, y + r * 0.25, r * 0.8, r * 0.66), darken(rock, 0.2), alpha=0.9)
        if look.noun != "asteroid":
            pen.decal(
                box(14, -80, 20, 80),
                Gradient((14, 0), (34, 0), ((0, (255, 170, 70)), (1, (255, 120, 40))), alphas=(0.5, 0.0)),
            )
