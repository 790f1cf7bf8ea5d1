"""Toys and pretty things: plush rabbit, rocking horse, yo-yo, top, puzzle, cube, pinwheel, snow globe, disco ball."""

import math

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.cuts import bar, cut, disc, mould, rod, score, tint
from pinxit.engines.illustrator.rigs.food import flame, leaf
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.solid import DEPTH
from pinxit.engines.illustrator.rigs.trace import facet, organic, points
from pinxit.engines.illustrator.rigs.vehicle import spot
from pinxit.engines.illustrator.shapes import box, ellipse, minus, tube, union

GOLD: Rgb = (228, 180, 76)
DARK: Rgb = (50, 46, 54)
TOYS: tuple[Rgb, ...] = ((214, 56, 56), (250, 196, 64), (64, 144, 196), (92, 168, 96), (236, 128, 60), (140, 96, 176))


@thing("plush", "plush rabbit", "plush bunny", "stuffed bunny", "toy rabbit", "toy bunny", "stuffed rabbit toy", cm=32)
def draw_plush(pen: Pen, look: Look) -> None:
    rgb = look.colour((226, 206, 186))
    pink: Rgb = (246, 188, 192)
    for side in (-1, 1):
        ear = organic(
            f"{side * 10},-120 {side * 14},-170 {side * 28},-190 {side * 42},-176 {side * 40},-140 {side * 30},-112"
        )
        pen.fill(ear, rgb, "soft")
        mould(
            pen,
            f"{side * 19},-126 {side * 21},-160 {side * 29},-176 {side * 35},-166 {side * 33},-138 {side * 27},-122",
            pink,
            "soft",
            0.4,
        )
        disc(pen, f"{side * 40} -14 26 16 {side * -12}", darken(rgb, 0.06), "soft")
        disc(pen, f"{side * 50} -14 12 11", pink, "soft", 0.5)
    disc(pen, "0 -40 42 40", rgb, "soft")
    disc(pen, "0 -36 26 26", lighten(rgb, 0.45), "soft", 0.5)
    for side in (-1, 1):
        mould(pen, f"{side * 32},-68 {side * 54},-56 {side * 58},-34 {side * 46},-28 {side * 34},-44", rgb, "soft")
    disc(pen, "0 -98 44 37", rgb, "soft")
    for side in (-1, 1):
        disc(pen, f"{side * 16} -102 5.4", DARK, "glossy", 0.5)
        pen.decal(ellipse(side * 16 - 1.6, -104, 1.7), (255, 255, 255))
        pen.decal(ellipse(side * 27, -90, 8, 5), pink, alpha=0.8, blur=2)
    mould(pen, "-6,-94 6,-94 0,-87", (226, 120, 130), "glossy", 0.5)
    score(pen, "0,-87 0,-83|-9,-84 -5,-79 0,-82 5,-79 9,-84", darken(rgb, 0.6), 1.8)
    score(pen, "0,-134 0,-120|0,-66 0,-12", darken(rgb, 0.3), 1.3, 0.6)
    for side in (-1, 1):
        mould(pen, f"0,-64 {side * 22},-74 {side * 24},-56", look.part("bow", (92, 150, 190)), "soft", 0.8)
    disc(pen, "0 -64 5", look.part("bow", (92, 150, 190)), "soft", 0.7)


@thing("rocking horse", "hobby horse", "toy horse", cm=75, faces=1)
def draw_rocking_horse(pen: Pen, look: Look) -> None:
    what = finish(look, (206, 152, 96), "soft", "wood")
    red: Rgb = (206, 54, 52)
    for x0, x1 in ((-40, -58), (38, 56)):
        rod(pen, f"{x0},-58 {x1},-12", 13, what.tone(-0.14).rgb, "soft", end=9)
    mould(pen, "-70,-84 -92,-80 -104,-50 -98,-24 -88,-30 -84,-54 -66,-66", (240, 226, 196), "soft")
    body = organic(
        "-70,-92 -40,-100 10,-94 34,-116 48,-146 62,-156 70,-148 90,-128 96,-116 86,-106 70,-112 58,-88 44,-62 0,-54 -52,-54 -72,-70",
        0.42,
    )
    coat(pen, body, what)
    mould(pen, "54,-154 44,-140 30,-114 14,-96 26,-96 42,-108 56,-134 66,-148", (240, 226, 196), "soft", 0.8)
    cut(pen, "54,-150 60,-170 68,-150", what.rgb, "soft", 2, 0.8)
    mould(pen, "-30,-102 -4,-90 20,-98 18,-72 -4,-64 -30,-72", red, "soft", 0.8)
    score(pen, "-28,-70 -4,-61 18,-70", GOLD, 3)
    pen.anchor("seat", -4, -94, 44)
    disc(pen, "70 -134 3.6", DARK, "glossy", 0.4)
    score(pen, "62,-118 74,-124 90,-122|64,-142 76,-120", red, 3)
    rod(pen, "46,-126 62,-128", 7, what.tone(-0.3).rgb, "soft", 0.8)
    for x0, x1 in ((-52, -74), (30, 44)):
        rod(pen, f"{x0},-60 {x1},-10", 14, what.rgb, "soft", end=10)
    pen.fill(tube(points("-112,-26 -70,-6 0,0 70,-6 112,-26"), 12), red, "glossy")


@thing("yo-yo", "yoyo", "yo yo", "gyroscope", cm=8)
def draw_yoyo(pen: Pen, look: Look) -> None:
    rgb = look.colour(TOYS[0])
    if look.noun in {"gyroscope"}:
        with pen.at(0, 0, turn=8):
            rod(pen, "0,-110 0,-156", 9, (212, 164, 104), "soft")
            body = mould(
                pen, "-10,-116 10,-116 54,-96 66,-74 50,-46 10,-6 0,4 -10,-6 -50,-46 -66,-74 -54,-96", rgb, "glossy"
            )
            with pen.on(body):
                pen.decal(organic("-80,-84 0,-66 80,-84 80,-66 0,-46 -80,-66"), TOYS[1])
                pen.decal(organic("-80,-58 0,-36 80,-58 80,-48 0,-22 -80,-48"), TOYS[2])
                pen.decal(ellipse(-28, -86, 18, 8, -24), (255, 255, 255), alpha=0.6, blur=3)
        return
    score(pen, "0,-60 4,-120 -10,-160 10,-184", (176, 150, 116), 3)
    pen.line(ellipse(10, -190, 9, 8), (176, 150, 116), 3)
    for i in range(6):
        disc(
            pen,
            f"{16 - i * 3} -58 56",
            darken(rgb, 0.3) if i in {2, 3} else darken(rgb, 0.1),
            "round",
            0.8 if i == 0 else 0,
        )
    disc(pen, "-2 -58 56", rgb, "glossy")
    pen.line(ellipse(-2, -58, 42), lighten(rgb, 0.4), 4)
    disc(pen, "-2 -58 25", TOYS[1], "glossy", 0.7)
    for i in range(5):
        x, y = spot(-2, -58, 12, i * 72 - 90)
        disc(pen, f"{x} {y} 4.6", (252, 248, 240), "flat", 0)


@thing("puzzle piece", "jigsaw puzzle", "puzzle", "jigsaw", "puzzle pieces", "jigsaw piece", cm=5)
def draw_puzzle(pen: Pen, look: Look) -> None:
    single = look.noun in {"puzzle piece", "jigsaw piece"}
    piece = union(box(-40, -40, 80, 80, 5), ellipse(0, -51, 15), ellipse(51, 0, 15))
    piece = minus(minus(piece, ellipse(-31, 0, 14.5)), ellipse(0, 31, 14.5))
    spots = (
        ((0.0, -66.0, 1.5, 0),)
        if single
        else ((-44.0, -92.0, 1.0, 0), (38.0, -92.0, 1.0, 1), (-44.0, -12.0, 1.0, 2), (64.0, -4.0, 1.0, 3))
    )
    for x, y, size, i in spots:
        rgb = look.colour(TOYS[(i + 2) % 6], i if len(look.colours) > 1 else 0) if look.colours else TOYS[(i + 2) % 6]
        with pen.at(x, y - 20, size, turn=22 if i == 3 else 0):
            with pen.at(3, 5):
                pen.fill(piece, darken(rgb, 0.35), "flat")
            pen.fill(piece, rgb, "glossy")
            tint(pen, piece, "-34,-34 10,-36 -10,-20 -34,-10", (255, 255, 255), 0.5, 4)


@thing("rubik's cube", "rubiks cube", "rubik cube", "magic cube", "puzzle cube", cm=6)
def draw_cube(pen: Pen, look: Look) -> None:
    rng = look.random("cube")
    tones: tuple[Rgb, ...] = (
        (206, 40, 46),
        (250, 208, 50),
        (40, 150, 84),
        (244, 246, 246),
        (44, 96, 186),
        (244, 128, 36),
    )

    def face(origin: tuple[float, float], across: tuple[float, float], up: tuple[float, float], shade: float) -> None:
        (ox, oy), (ax, ay), (ux, uy) = origin, across, up
        corners = [(0, 0), (1, 0), (1, 1), (0, 1)]
        cut(
            pen, " ".join(f"{ox + a * ax + b * ux},{oy + a * ay + b * uy}" for a, b in corners), (28, 28, 32), "flat", 3
        )
        for i in range(3):
            for k in range(3):
                text = " ".join(
                    f"{ox + (i + 0.08 + a * 0.84) / 3 * ax + (k + 0.08 + b * 0.84) / 3 * ux},{oy + (i + 0.08 + a * 0.84) / 3 * ay + (k + 0.08 + b * 0.84) / 3 * uy}"
                    for a, b in corners
                )
                rgb = rng.choice(tones)
                cut(pen, text, darken(rgb, shade) if shade > 0 else lighten(rgb, -shade), "glossy", 4, 0.4)

    deep = 118
    face((-78, 0), (122, 0), (0, -122), 0)
    face((-78, -122), (122, 0), (deep * DEPTH[0], deep * DEPTH[1]), -0.12)
    face((44, 0), (deep * DEPTH[0], deep * DEPTH[1]), (0, -122), 0.18)


@thing("pinwheel", "toy windmill", "paper windmill", cm=40, attach="hand", fit=40)
def draw_pinwheel(pen: Pen, look: Look) -> None:
    rod(pen, "0,40 0,-110", 6, (226, 190, 130), "soft")
    for i in range(6):
        rgb = look.colour(TOYS[i]) if look.colours else TOYS[i]
        with pen.at(0, -110, turn=i * 60):
            mould(pen, "0,0 -6,-34 10,-66 34,-70 40,-52 18,-30", rgb, "soft", 0.9)
            mould(pen, "0,0 12,-24 40,-52 34,-70 22,-56 6,-32", darken(rgb, 0.22), "soft", 0.6)
    disc(pen, "0 -110 8", GOLD, "glossy", 0.8)


@thing("snow globe", "snowglobe", "glass globe", cm=14)
def draw_snow_globe(pen: Pen, look: Look) -> None:
    what = finish(look, (150, 60, 56), "glossy", "wood")
    ball = disc(pen, "0 -104 74", (206, 230, 244), "glass")
    with pen.on(ball):
        pen.decal(ellipse(0, -40, 90, 34), (250, 252, 255))
        for x, tall, wide in ((-38, 66, 22), (-16, 46, 16)):
            for k in range(3):
                y = -58 - k * tall * 0.25
                pen.decal(
                    facet(f"{x - wide * (1 - k * 0.25)},{y} {x + wide * (1 - k * 0.25)},{y} {x},{y - tall * 0.48}"),
                    (62, 128, 92),
                )
                pen.decal(
                    facet(
                        f"{x - wide * 0.4 * (1 - k * 0.25)},{y - tall * 0.28} {x + wide * 0.4 * (1 - k * 0.25)},{y - tall * 0.28} {x},{y - tall * 0.48}"
                    ),
                    (250, 252, 255),
                )
        pen.decal(box(10, -92, 40, 34), (214, 150, 96))
        pen.decal(facet("2,-90 58,-90 30,-120"), (250, 252, 255))
        pen.decal(facet("10,-92 50,-92 30,-112"), (190, 70, 58))
        pen.decal(box(25, -78, 11, 20), (110, 66, 46))
        pen.decal(box(14, -84, 8, 9), (255, 222, 130))
        pen.decal(box(40, -84, 8, 9), (255, 222, 130))
        rng = look.random("snow")
        for _ in range(44):
            pen.decal(
                ellipse(rng.uniform(-70, 70), rng.uniform(-174, -50), rng.uniform(1, 2.6)), (255, 255, 255), alpha=0.95
            )
        pen.decal(ellipse(-38, -148, 20, 9, -42), (255, 255, 255), alpha=0.7, blur=3)
    cut(pen, "-54,-40 54,-40 70,-6 70,0 -70,0 -70,-6", what.rgb, "glossy", 5)
    bar(pen, "-58 -46 116 11 5", GOLD, "metal", 0.8)
    pen.anchor("text", 0, -18, 84)


@thing("disco ball", "mirror ball", "mirrorball", "glitter ball", cm=40)
def draw_disco(pen: Pen, look: Look) -> None:
    rgb = look.colour((186, 192, 208))
    score(pen, "0,-190 0,-150", (120, 124, 134), 3)
    bar(pen, "-10 -158 20 12 3", (150, 154, 164), "metal", 0.8)
    ball = disc(pen, "0 -76 74", rgb, "round")
    rng = look.random("tiles")
    with pen.on(ball):
        for row in range(12):
            lat = math.radians(-82.5 + row * 15)
            y, half = -76 + 74 * math.sin(lat), 74 * math.cos(lat)
            count = max(4, round(half / 5))
            for i in range(count):
                a0, a1 = (math.radians(-90 + 180 * (i + d) / count) for d in (0.06, 0.94))
                tall = 17 * math.cos(lat) ** 0.5
                tone = rng.choice(
                    (
                        lighten(rgb, 0.6),
                        rgb,
                        darken(rgb, 0.25),
                        darken(rgb, 0.4),
                        (236, 150, 210),
                        (140, 190, 250),
                        (250, 214, 130),
                    )
                )
                pen.decal(
                    facet(
                        f"{half * math.sin(a0)},{y - tall / 2} {half * math.sin(a1)},{y - tall / 2} {half * math.sin(a1)},{y + tall / 2} {half * math.sin(a0)},{y + tall / 2}"
                    ),
                    tone,
                    alpha=0.9,
                )
        for i in range(1, 12):
            lat = math.radians(-90 + i * 15)
            score(pen, f"-76,{-76 + 74 * math.sin(lat)} 76,{-76 + 74 * math.sin(lat)}", darken(rgb, 0.5), 1.2, 0.7)
        pen.decal(ellipse(34, -40, 60, 60), (30, 24, 60), alpha=0.3, blur=18)
    for x, y, r in ((-30, -112, 11), (26, -96, 7), (-10, -60, 6)):
        for turn in (0, 90):
            with pen.at(x, y, turn=turn):
                pen.glow(facet(f"0,{-r} {r * 0.14},0 0,{r} {-r * 0.14},0"), (255, 255, 255))


@thing("chandelier", "crystal chandelier", cm=90)
def draw_chandelier(pen: Pen, look: Look) -> None:
    what = finish(look, GOLD, "metal", "metal")
    score(pen, "0,-200 0,-150", what.tone(-0.2).rgb, 3.4)
    for x in (-84.0, -46.0, 46.0, 84.0):
        way = f"0,-66 {x * 0.6},-46 {x},-60 {x},-82"
        pen.fill(tube(points(way), [7, 6, 5, 5]), what.rgb, what.form)
        score(pen, f"0,-146 {x * 0.45},-112 {x},-82", (214, 230, 240), 1.6)
    mould(
        pen, "-9,-154 9,-154 13,-128 7,-104 20,-82 12,-58 0,-50 -12,-58 -20,-82 -7,-104 -13,-128", what.rgb, what.form
    )
    for x in (-84.0, -46.0, 0.0, 46.0, 84.0):
        y = -84 if x else -50
        if x:
            cut(pen, f"{x - 13},{y} {x + 13},{y} {x + 7},{y + 9} {x - 7},{y + 9}", what.rgb, what.form, 2, 0.8)
            bar(pen, f"{x - 4} {y - 24} 8 25 2", (250, 246, 234), "soft", 0.8)
            flame(pen, x, y - 24, 17)
        for k in range(3):
            yy = y + 14 + k * 12 if x else y + 6 + k * 14
            mould(
                pen, f"{x},{yy - 5} {x + 4.4},{yy + 2} {x},{yy + 9} {x - 4.4},{yy + 2}", (206, 228, 242), "glossy", 0.6
            )
    for i in range(9):
        x = -66 + i * 16.5
        mould(
            pen,
            f"{x},{-40 + abs(i - 4) * -2} {x + 3.4},{-34 - abs(i - 4) * 2} {x},{-28 - abs(i - 4) * 2} {x - 3.4},{-34 - abs(i - 4) * 2}",
            (220, 236, 246),
            "glossy",
            0.5,
        )


@thing("dreamcatcher", "dream catcher", cm=40)
def draw_dreamcatcher(pen: Pen, look: Look) -> None:
    rgb = look.colour((170, 112, 72))
    for x, long in ((-34.0, 62.0), (0.0, 88.0), (34.0, 62.0)):
        y = -84.0 + (18 if x == 0 else 4)
        score(pen, f"{x},{y} {x},{y + long * 0.4}", (206, 180, 140), 2)
        disc(pen, f"{x} {y + 12} 4.6", (70, 160, 176), "glossy", 0.6)
        with pen.at(x, y + long * 0.34):
            blade = mould(
                pen, f"0,0 9,14 10,{long * 0.42} 0,{long * 0.72} -10,{long * 0.42} -9,14", (246, 240, 228), "soft"
            )
            tint(pen, blade, f"-10,{long * 0.44} 10,{long * 0.44} 8,{long * 0.8} -8,{long * 0.8}", rgb, 0.8, 3)
            score(pen, f"0,0 0,{long * 0.7}", darken(rgb, 0.2), 1.4)
    inner = [spot(0, -130, 47, i * 30) for i in range(12)]
    last = inner
    for ring in range(4):
        nxt = [spot(0, -130, 47 - (ring + 1) * 9.4, i * 30 + (ring + 1) * 15) for i in range(12)]
        for i in range(12):
            for other in (nxt[i], nxt[i - 1]):
                score(pen, f"{last[i][0]},{last[i][1]} {other[0]},{other[1]}", (236, 226, 206), 1.3)
        last = nxt
    disc(pen, "0 -130 5", (206, 66, 60), "glossy", 0.6)
    pen.line(ellipse(0, -130, 50), darken(rgb, 0.35), 10)
    pen.line(ellipse(0, -130, 50), rgb, 7)
    for i in range(24):
        x, y = spot(0, -130, 50, i * 15)
        with pen.at(x, y, turn=i * 15 + 20):
            score(pen, "-4,0 4,0", darken(rgb, 0.4), 1.3, 0.7)
    score(pen, "0,-180 0,-198", (206, 180, 140), 2.4)


@thing("wreath", "christmas wreath", "floral wreath", "advent wreath", "holiday wreath", cm=45)
def draw_wreath(pen: Pen, look: Look) -> None:
    rgb = look.colour((62, 124, 74))
    rng = look.random("leaves")
    pen.line(ellipse(0, -84, 62), darken(rgb, 0.45), 24)
    for i in range(84):
        angle = i * 360 / 42 + rng.uniform(-4, 4)
        r = 62 + rng.uniform(-12, 12)
        x, y = spot(0, -84, r, angle)
        leaf(pen, x, y, rng.uniform(20, 28), angle + 90 + rng.uniform(-52, 52), lighten(rgb, rng.uniform(0, 0.3)))
    for i in range(12):
        x, y = spot(0, -84, 62 + rng.uniform(-10, 10), i * 30 + 8)
        for dx, dy in ((0, 0), (7, 3), (2, 8)):
            disc(pen, f"{x + dx} {y + dy} 5.2", (206, 36, 44), "glossy", 0.6)
    bow = look.part("bow", look.colour((204, 40, 48), 1))
    for side in (-1, 1):
        cut(
            pen, f"0,-24 {side * 10},-26 {side * 28},12 {side * 18},8 {side * 12},16", darken(bow, 0.15), "soft", 1, 0.9
        )
        mould(pen, f"0,-28 {side * 22},-46 {side * 42},-42 {side * 42},-18 {side * 24},-14", bow, "soft")
        score(pen, f"{side * 6},-28 {side * 22},-30", darken(bow, 0.4), 2, 0.7)
    disc(pen, "0 -28 9", bow, "soft", 0.9)


@thing("gingerbread house", "candy house", "gingerbread cottage", cm=25)
def draw_gingerbread(pen: Pen, look: Look) -> None:
    rgb = look.colour((186, 116, 62))
    icing: Rgb = (252, 250, 246)
    mould(pen, "-120,0 -90,-10 0,-14 90,-10 120,0 60,6 -60,6", icing, "soft", 0.7)
    bar(pen, "34 -176 22 50 2", darken(rgb, 0.1), "soft")
    mould(pen, "28,-172 34,-184 46,-186 60,-180 62,-170 54,-164 46,-172 38,-162", icing, "soft", 0.7)
    cut(pen, "-74,-4 -74,-86 0,-158 74,-86 74,-4", rgb, "soft", 3)
    for side in (-1, 1):
        cut(pen, f"{side * -6},-172 {side * 6},-174 {side * 104},-78 {side * 92},-66", darken(rgb, 0.16), "soft", 3)
        drip = " ".join(f"{side * (8 + i * 12)},{-160 + i * 12 + (18 if i % 2 else 6)}" for i in range(8))
        mould(pen, f"0,-178 {side * 104},-80 {side * 98},-66 " + " ".join(reversed(drip.split())), icing, "soft", 0.7)
        for i in range(4):
            disc(pen, f"{side * (20 + i * 22)} {-154 + i * 22} 7", TOYS[(i * 2 + (side > 0)) % 6], "glossy", 0.7)
    disc(pen, "0 -180 9", TOYS[0], "glossy", 0.8)
    bar(pen, "-18 -58 36 56 16", darken(rgb, 0.35), "soft", 0.7)
    pen.line(box(-18, -58, 36, 56, 16), icing, 4)
    disc(pen, "9 -28 3.4", TOYS[1], "glossy", 0.4)
    for x in (-48, 48):
        bar(pen, f"{x - 15} -62 30 30 3", (255, 222, 130), "glow" if look.night else "glossy", 0.6)
        pen.line(box(x - 15, -62, 30, 30, 3), icing, 4)
        score(pen, f"{x},-62 {x},-32|{x - 15},-47 {x + 15},-47", icing, 3)
    mould(pen, "0,-92 -16,-108 -10,-120 0,-115 10,-120 16,-108", TOYS[0], "glossy", 0.7)
    for side in (-1, 1):
        rod(pen, f"{side * 88},0 {side * 88},-46 {side * 96},-58 {side * 106},-48", 9, icing, "glossy", 0.9)
        for k in range(3):
            score(pen, f"{side * 88 - 4},{-8 - k * 14} {side * 88 + 4},{-13 - k * 14}", TOYS[0], 4)
