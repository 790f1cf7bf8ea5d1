"""Yurt, teepee, reed hut, ruins, a stretch of the Great Wall, an apartment house, a museum."""

from __future__ import annotations

import itertools
import math

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.building import Area, awning, bricks, foot, panel_door, window
from pinxit.engines.illustrator.rigs.cuts import bar, cut, disc, mould, rod, score, tint
from pinxit.engines.illustrator.rigs.trace import facet, organic
from pinxit.engines.illustrator.rigs.wire import struts, wires
from pinxit.engines.illustrator.shapes import box, ellipse, minus, union

GRASS: Rgb = (116, 160, 84)
WOOD: Rgb = (150, 104, 66)


@thing("yurt", "ger", "yurts", "mongolian yurt", cm=300, kind="building")
def draw_yurt(pen: Pen, look: Look) -> None:
    """A round felt house with a low cone for a roof, ropes, a painted door and a stovepipe."""
    felt = look.colour((244, 236, 220))
    band = look.part("roof", look.colour((60, 110, 170), 1))
    bar(pen, "22 -172 9 46 1", (84, 84, 92), "metal", 0.8)
    roof = mould(
        pen, "-132,-84 -92,-112 -34,-138 0,-142 34,-138 92,-112 132,-84 60,-74 -60,-74", lighten(felt, 0.1), "soft"
    )
    with pen.on(roof):
        for x in (-110.0, -70.0, -28.0, 28.0, 70.0, 110.0):
            score(pen, f"{x * 0.2},-142 {x},-72", darken(felt, 0.3), 2, 0.7)
        for i in range(9):
            x = -120 + i * 30
            mould(pen, f"{x - 14},-86 {x},-98 {x + 14},-86 {x},-78", band, "flat", 0)
    disc(pen, "0 -140 20 6", darken(WOOD, 0.2), "round", 0.8)
    wall = mould(
        pen, "-122,-82 -60,-74 0,-72 60,-74 122,-82 120,-40 118,-4 60,4 0,6 -60,4 -118,-4 -120,-40", felt, "soft"
    )
    with pen.on(wall):
        for y in (-60, -34, -12):
            score(pen, f"-124,{y - 6} -60,{y} 0,{y + 2} 60,{y} 124,{y - 6}", darken(felt, 0.42), 2.4, 0.8)
        for x in range(-112, 120, 32):
            score(pen, f"{x},-78 {x + 2},4", darken(felt, 0.2), 1.6, 0.5)
        pen.decal(facet("-130,-86 130,-86 130,-68 0,-62 -130,-70"), band, alpha=0.9)
        for i in range(13):
            x = -114 + i * 19
            score(pen, f"{x - 5},-72 {x},-78 {x + 5},-72 {x},-67 {x - 5},-72", (250, 220, 130), 1.8)
    panel_door(pen, Area(-22, -62, 44, 66), look.part("door", (206, 84, 48)), (240, 190, 80))
    if look.night:
        pen.glow(box(-20, -58, 40, 58), (255, 200, 110), alpha=0.35, blur=6)
    foot(pen, -122, 122, GRASS, look.random("grass"))


@thing("teepee", "tipi", "tepee", "wigwam", cm=450, kind="building")
def draw_teepee(pen: Pen, look: Look) -> None:
    """A tall cone of hide on crossed poles with painted bands and an open flap."""
    hide = look.colour((238, 216, 176))
    for x0, x1 in ((-30, 26), (28, -30), (-12, 12), (14, -10), (40, -44), (-42, 40)):
        rod(pen, f"{x0},-232 {x1 * 0.2},-186", 5, WOOD, "soft", 0.8, 4)
    cone = cut(pen, "-8,-196 8,-196 104,-4 56,4 -56,4 -104,-4", hide, "soft", 4)
    with pen.on(cone):
        pen.decal(organic("-40,-200 40,-200 26,-146 0,-140 -26,-146"), (176, 74, 48))
        for i in range(9):
            x = -40 + i * 10
            cut(pen, f"{x - 5},-140 {x},-128 {x + 5},-140", (60, 96, 130), "flat", 0, 0)
        pen.decal(facet("-120,-34 120,-34 120,10 -120,10"), (176, 74, 48))
        for i in range(13):
            x = -102 + i * 17
            cut(pen, f"{x - 8},-34 {x},-50 {x + 8},-34", (60, 96, 130), "flat", 0, 0)
            disc(pen, f"{x} -16 4.6", (250, 226, 160), "flat", 0)
        for x in (-66, -30, 34, 70):
            score(pen, f"{x * 0.08},-196 {x * 0.6},-80 {x},4", darken(hide, 0.35), 2, 0.5)
    cut(pen, "-2,-120 24,4 -26,4", (70, 50, 44), "flat", 2, 0.7)
    if look.night:
        pen.glow(facet("-2,-112 20,2 -22,2"), (255, 170, 70))
    mould(pen, "-2,-122 -10,-70 -26,6 -44,4 -30,-60", lighten(hide, 0.14), "soft", 0.8)
    for y in (-178, -168, -158, -148, -136):
        score(pen, f"-5,{y} 5,{y - 1}", WOOD, 3)
    mould(pen, "6,-196 22,-206 34,-176 20,-158", lighten(hide, 0.1), "soft", 0.8)
    foot(pen, -104, 104, GRASS, look.random("grass"))


@thing("hut", "straw hut", "grass hut", "bamboo hut", "beach hut", "tiki hut", cm=420, kind="building")
def draw_hut(pen: Pen, look: Look) -> None:
    """Walls of poles under a shaggy roof of straw, with a ladder to its deck."""
    straw = look.part("roof", look.colour((214, 170, 92)))
    wall: Rgb = (190, 140, 84)
    for x in (-84.0, -30.0, 30.0, 84.0):
        rod(pen, f"{x},-30 {x},0", 9, darken(WOOD, 0.2), "round", 0.9)
    body = bar(pen, "-78 -116 156 86 1", wall, "soft")
    with pen.on(body):
        for x in range(-72, 80, 11):
            score(pen, f"{x},-118 {x},-28", darken(wall, 0.4), 2, 0.7)
            score(pen, f"{x + 4},-118 {x + 4},-28", lighten(wall, 0.4), 1.2, 0.5)
        pen.decal(box(-80, -118, 160, 16), (40, 26, 20), alpha=0.4, blur=4)
    bar(pen, "-21 -92 36 62 2", (74, 50, 38), "flat", 0.8)
    mould(pen, "-21,-92 -8,-92 -12,-60 -20,-34", (206, 84, 60), "soft", 0.7)
    window(pen, Area(34, -84, 28, 28), look, darken(WOOD, 0.1))
    bar(pen, "-96 -32 192 8 2", WOOD, "soft", 0.9)
    struts(pen, "-20,-26 -32,2|14,-26 12,2|-23,-18 13,-18|-27,-9 13,-9", lighten(WOOD, 0.15), 4)
    rng = look.random("straw")
    for y, half, top, peak in (
        (-96.0, 116.0, -146.0, 84.0),
        (-128.0, 92.0, -176.0, 52.0),
        (-156.0, 62.0, -208.0, 10.0),
    ):
        edge: list[str] = []
        count = int(half / 5)
        for i in range(count * 2 + 1):
            x = half - half * i / count
            edge.append(f"{x},{y + (0 if i % 2 else 9) + rng.uniform(-2, 2) - 8 * (x / half) ** 2}")
        thatch = cut(pen, f"{-peak},{top} {peak},{top} " + " ".join(edge), straw, "soft", 0)
        with pen.on(thatch):
            for _ in range(70):
                x = rng.uniform(-1, 1)
                score(
                    pen,
                    f"{x * peak},{top} {x * half * 0.9},{(top + y) / 2 + 6} {x * half},{y + 4}",
                    rng.choice((darken(straw, 0.3), lighten(straw, 0.35), darken(straw, 0.15))),
                    1.4,
                    0.6,
                )
    foot(pen, -96, 96, GRASS, look.random("grass"))


@thing("ruins", "ruin", "ancient ruins", "temple ruins", "ruined temple", "ruined castle", cm=900, kind="building")
def draw_ruins(pen: Pen, look: Look) -> None:  # limit: one building, from back to front
    """Broken columns, a lone arch, fallen drums and ivy."""
    stone = look.colour((206, 194, 170))
    mould(pen, "-150,2 -120,-10 0,-14 120,-10 150,2 90,8 -90,8", GRASS, "soft", 0.6)
    wall = minus(
        facet("24,-8 24,-150 40,-158 52,-150 66,-162 84,-152 96,-160 112,-140 116,-110 128,-96 124,-60 136,-44 132,-8"),
        union(ellipse(76, -78, 26), box(50, -78, 52, 90)),
    )
    pen.fill(wall, stone, "round")
    bricks(pen, wall, stone, (17, 9), look.random("stone"), 0.5)
    pen.line(minus(ellipse(76, -78, 30), box(30, -74, 100, 60)), lighten(stone, 0.4), 3, alpha=0.0)
    for i in range(9):
        with pen.at(76, -78, turn=-90 + i * 22.5):
            bar(pen, "-5 -36 10 11 1", lighten(stone, 0.16), "round", 0.5)
    for x, tall, broken in ((-112.0, 118.0, 1), (-66.0, 156.0, 0), (-18.0, 74.0, 1)):
        bar(pen, f"{x - 20} -20 40 10 2", lighten(stone, 0.2), "round", 0.8)
        top = f"{x - 12},{-tall} {x - 5},{-tall + 9} {x + 2},{-tall - 6} {x + 12},{-tall + 4}"
        shaft = cut(
            pen,
            f"{x + 14},-20 {x - 14},-20 {top if broken else f'{x - 12},{-tall} {x + 12},{-tall}'}",
            stone,
            "round",
            1,
        )
        with pen.on(shaft):
            for k in (-8, -3, 2, 7):
                score(pen, f"{x + k},{-tall} {x + k * 1.1},-20", darken(stone, 0.3), 1.8, 0.6)
            for y in range(-44, -int(tall), -36):
                score(pen, f"{x - 16},{y} {x},{y + 2} {x + 16},{y}", darken(stone, 0.45), 1.6, 0.7)
        if not broken:
            bar(pen, f"{x - 18} {-tall - 8} 36 9 2", lighten(stone, 0.2), "round", 0.8)
            cut(
                pen,
                f"{x - 26},{-tall - 8} {x - 22},{-tall - 24} {x + 12},{-tall - 26} {x + 22},{-tall - 14} {x + 18},{-tall - 8}",
                stone,
                "round",
                1,
            )
    for fallen, low, turn in ((-44.0, -8.0, 12), (6.0, -2.0, -20)):
        with pen.at(fallen, low, turn=turn):
            bar(pen, "-20 -11 38 22 3", stone, "round", 0.9)
            disc(pen, "18 0 6 11", lighten(stone, 0.2), "round", 0.8)
    rng = look.random("ivy")
    for _ in range(60):
        t = rng.random()
        near = 26 + 26 * rng.random() * (1 - t) + rng.uniform(-4, 4)
        disc(
            pen,
            f"{near} {-150 + 130 * t} 5 3.6 {rng.uniform(0, 180)}",
            mix(GRASS, (60, 110, 60), rng.random()),
            "soft",
            0.3,
        )
    foot(pen, -140, 140, GRASS, look.random("grass"))


@thing("great wall", "great wall of china", "chinese wall", "city wall", "defensive wall", cm=1500, kind="building")
def draw_great_wall(pen: Pen, look: Look) -> None:
    """The wall winds over green ridges from one watchtower to the next."""
    stone = look.colour((202, 176, 140))
    hill: Rgb = (118, 156, 92)
    mould(pen, "-10,0 10,-70 60,-120 110,-134 150,-110 170,-40 170,0", darken(hill, 0.12), "soft", 0.7)
    _rampart(pen, ((60.0, -112.0), (96.0, -126.0), (134.0, -110.0), (160.0, -74.0)), 16, darken(stone, 0.1))
    _watchtower(pen, 96, -122, 26, darken(stone, 0.1), look)
    mould(pen, "-170,4 -170,-50 -130,-96 -70,-104 -20,-70 40,-52 90,-64 150,-30 170,4 0,8", hill, "soft", 0.8)
    _rampart(
        pen, ((60.0, -108.0), (34.0, -84.0), (44.0, -58.0), (12.0, -44.0), (-34.0, -60.0), (-84.0, -84.0)), 22, stone
    )
    _watchtower(pen, -84, -80, 46, stone, look)
    _rampart(pen, ((-84.0, -76.0), (-124.0, -54.0), (-150.0, -16.0)), 30, stone)
    rng = look.random("bushes")
    for _ in range(24):
        x, y = rng.uniform(-60, 140), rng.uniform(-34, -4)
        disc(
            pen,
            f"{x} {y} {rng.uniform(5, 11)} {rng.uniform(4, 7)}",
            mix(hill, (60, 110, 60), rng.random()),
            "soft",
            0.4,
        )


def _rampart(pen: Pen, way: tuple[tuple[float, float], ...], tall: float, rgb: Rgb) -> None:
    """A wall along a course, its near face below and its battlements above."""
    up = " ".join(f"{x},{y - tall}" for x, y in way)
    down = " ".join(f"{x},{y + tall * 0.3}" for x, y in reversed(way))
    face = cut(pen, f"{up} {down}", rgb, "round", 0)
    with pen.on(face):
        for (x0, y0), (x1, y1) in itertools.pairwise(way):
            for t in (0.3, 0.65):
                score(
                    pen,
                    f"{x0},{y0 - tall + tall * 1.3 * t} {x1},{y1 - tall + tall * 1.3 * t}",
                    darken(rgb, 0.3),
                    1.3,
                    0.6,
                )
    for (x0, y0), (x1, y1) in itertools.pairwise(way):
        count = max(2, int(math.hypot(x1 - x0, y1 - y0) / (tall * 0.5)))
        for i in range(count):
            t = (i + 0.5) / count
            x, y = x0 + (x1 - x0) * t, y0 + (y1 - y0) * t - tall
            bar(
                pen,
                f"{x - tall * 0.13} {y - tall * 0.24} {tall * 0.26} {tall * 0.34} 0",
                lighten(rgb, 0.12),
                "round",
                0.5,
            )


def _watchtower(pen: Pen, x: float, y: float, wide: float, rgb: Rgb, look: Look) -> None:
    body = cut(
        pen, f"{x - wide / 2 - 3},{y + wide * 0.4} {x - wide / 2},{y - wide} {x + wide / 2},{y - wide} {x + wide / 2 + 3},{y + wide * 0.4}",
        lighten(rgb, 0.1), "round", 0,
    )  # fmt: skip
    bricks(pen, body, rgb, (wide * 0.2, wide * 0.1), look.random(f"b{x}"), 0.4)
    for i in (-1, 0, 1):
        hole = box(x + i * wide * 0.3 - wide * 0.08, y - wide * 0.62, wide * 0.16, wide * 0.26, wide * 0.08)
        (pen.glow if look.night else pen.decal)(hole, (255, 206, 110) if look.night else darken(rgb, 0.62))
    bar(pen, f"{x - wide * 0.56} {y - wide * 1.06} {wide * 1.12} {wide * 0.1} 0", lighten(rgb, 0.25), "round", 0.6)
    for i in range(5):
        bar(
            pen,
            f"{x - wide * 0.55 + i * wide * 0.235} {y - wide * 1.24} {wide * 0.15} {wide * 0.2} 0",
            lighten(rgb, 0.15),
            "round",
            0.6,
        )


@thing(
    "apartment building",
    "apartment",
    "apartment block",
    "apartment house",
    "block of flats",
    "residential building",
    "condo",
    cm=1900,
    kind="building",
)
def draw_apartments(pen: Pen, look: Look) -> None:
    """Five storeys of brick with balconies, a cornice and an awning over the door."""
    wall = look.colour((196, 112, 84))
    rng = look.random("bricks")
    bar(pen, "34 -262 26 26 1", darken(wall, 0.2), "round", 0.8)
    for x in (-50, -20):
        wires(pen, f"{x},-238 {x},-262|{x - 8},-258 {x + 8},-258|{x - 6},-252 {x + 6},-252", (90, 92, 100), 2)
    front = bar(pen, "-84 -232 168 232 0", wall, "round")
    bricks(pen, front, wall, (12, 6), rng, 0.35)
    bar(pen, "-92 -242 184 12 1", lighten(wall, 0.6), "round", 0.8)
    for x in range(-84, 85, 14):
        bar(pen, f"{x - 3} -231 6 6 0", lighten(wall, 0.5), "round", 0.4)
    dim = Look(seed=look.seed)
    for row in range(4):
        y = -222 + row * 44
        for col, x in enumerate((-70, -33, 13, 50)):
            lit = look if not look.night or rng.random() < 0.65 else dim
            window(pen, Area(x, y, 20, 30), lit, lighten(wall, 0.75))
            if (row + col) % 2 == 0:
                bar(pen, f"{x - 6} {y + 26} 32 4 1", (86, 88, 98), "metal", 0.6)
                for k in range(7):
                    score(pen, f"{x - 5 + k * 5},{y + 28} {x - 5 + k * 5},{y + 14}", (70, 72, 82), 1.4)
                score(pen, f"{x - 6},{y + 14} {x + 26},{y + 14}", (60, 62, 72), 2.2)
                if rng.random() < 0.6:
                    disc(pen, f"{x + 2} {y + 22} 6 5", (96, 152, 76), "soft", 0.5)
    bar(pen, "-88 -46 176 5 1", lighten(wall, 0.6), "round", 0.6)
    base = bar(pen, "-84 -41 168 41 0", lighten(wall, 0.45), "round", 0.7)
    bricks(pen, base, lighten(wall, 0.45), (20, 10), rng, 0.3)
    for x in (-70, 46):
        window(pen, Area(x, -36, 26, 24), look, lighten(wall, 0.75), (3, 1))
    panel_door(pen, Area(-14, -34, 28, 34), look.part("door", (54, 92, 84)), lighten(wall, 0.75))
    awning(pen, Area(-26, -48, 52, 12), ((54, 92, 84), (246, 240, 226)), 7)
    pen.anchor("text", 0, -44, 60)
    pen.anchor("top", 0, -242, 120)


@thing(
    "museum building",
    "library building",
    "courthouse",
    "bank building",
    "town hall",
    "city hall",
    "parliament",
    "government building",
    "white house",
    "capitol",
    cm=1800,
    kind="building",
)
def draw_hall(pen: Pen, look: Look) -> None:  # limit: one building, from back to front
    """A portico of six columns before a long wing, with a dome where one is due."""
    wall = look.colour((240, 234, 222))
    dome = look.part("roof", look.colour((120, 168, 152), 1))
    if look.noun not in {"white house", "bank building"}:
        bar(pen, "-38 -166 76 26 1", wall, "round")
        for gap in range(-32, 33, 13):
            bar(pen, f"{gap - 3} -162 6 20 2", darken(wall, 0.4), "flat", 0.3)
        top = union(ellipse(0, -164, 40, 46), box(-1, -166, 2, 2))
        pen.fill(minus(top, box(-60, -164, 120, 60)), dome, "round")
        for t in (-0.6, -0.2, 0.2, 0.6):
            score(pen, f"{40 * t},-165 {30 * t},-196 0,-210", darken(dome, 0.3), 1.4, 0.6)
        bar(pen, "-6 -224 12 16 2", wall, "round", 0.7)
        wires(pen, "0,-224 0,-238", (214, 176, 84), 2.6, "metal")
    wing = bar(pen, "-140 -104 280 96 0", darken(wall, 0.05), "round")
    bricks(pen, wing, wall, (20, 10), look.random("stone"), 0.12)
    for x in (-122.0, -92.0, 92.0, 122.0):
        for y in (-92, -48):
            window(pen, Area(x - 9, y, 18, 32), look, lighten(wall, 0.6), (2, 3))
    bar(pen, "-144 -110 288 8 1", lighten(wall, 0.5), "round", 0.7)
    bar(pen, "-68 -104 136 96 0", darken(wall, 0.42), "flat", 0.6)
    panel_door(pen, Area(-13, -58, 26, 50), (116, 74, 50), wall)
    if look.night:
        pen.glow(box(-64, -100, 128, 90), (255, 206, 120), alpha=0.35, blur=8)
    for i in range(6):
        x = -62 + i * 24.8
        shaft = cut(pen, f"{x - 6},-12 {x - 5},-100 {x + 5},-100 {x + 6},-12", lighten(wall, 0.3), "round", 0)
        with pen.on(shaft):
            score(pen, f"{x - 2.5},-100 {x - 3},-12|{x + 2},-100 {x + 2.4},-12", darken(wall, 0.3), 1.2, 0.6)
        bar(pen, f"{x - 8} -104 16 6 1", lighten(wall, 0.5), "round", 0.6)
        bar(pen, f"{x - 8} -15 16 5 1", lighten(wall, 0.5), "round", 0.5)
    bar(pen, "-76 -120 152 17 1", lighten(wall, 0.2), "round")
    pen.anchor("text", 0, -111, 120)
    cut(pen, "-82,-120 0,-154 82,-120", lighten(wall, 0.3), "round", 1)
    cut(pen, "-58,-123 0,-147 58,-123", darken(wall, 0.16), "flat", 0, 0.5)
    disc(pen, "0 -132 7", lighten(wall, 0.3), "round", 0.6)
    for i in range(4):
        bar(pen, f"{-74 - i * 8} {-12 + i * 3.4} {148 + i * 16} 4 0", lighten(wall, 0.4 - i * 0.12), "round", 0.6)
    foot(pen, -144, -104, GRASS, look.random("g"))
    foot(pen, 104, 144, GRASS, look.random("g2"))
    tint(pen, wing, "-140,-108 140,-108 140,-98 -140,-98", (30, 26, 40), 0.3, 3)
