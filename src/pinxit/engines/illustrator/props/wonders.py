"""Of nature and the sky: galaxy, black hole, tornado, geyser, dune, lunar lander."""

import math

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.cuts import bar, cut, disc, mould, rod, score
from pinxit.engines.illustrator.rigs.wire import struts
from pinxit.engines.illustrator.shapes import arc, ellipse, smooth


@thing("galaxy", "spiral galaxy", "milky way galaxy", "andromeda", cm=200, kind="sky", flies=True)
def draw_galaxy(pen: Pen, look: Look) -> None:
    rgb = look.colour((122, 110, 214))
    warm = look.colour((250, 190, 210), 1)
    rng = look.random("stars")
    pen.fill(ellipse(0, -80, 112, 74, -16), mix(rgb, (24, 20, 60), 0.72), "flat", line=0, alpha=0.9)
    with pen.at(0, -80, turn=-16):
        pen.glow(ellipse(0, 0, 112, 66), rgb, alpha=0.5, blur=14)
        for k in range(4):
            spots = []
            for i in range(26):
                a = math.radians(k * 90 + i * 15)
                r = 12 + i * 3.9
                spots.append((r * math.cos(a), r * 0.58 * math.sin(a)))
            for width, tone, alpha in ((20, rgb, 0.4), (9, warm, 0.45), (3, (255, 255, 255), 0.7)):
                pen.line(smooth(spots, closed=False), tone, width, alpha=alpha, blur=width * 0.4)
        for _ in range(150):
            a, r = rng.uniform(0, math.tau), 112 * rng.random() ** 0.7
            tone = rng.choice(((255, 255, 255), lighten(rgb, 0.6), (255, 220, 190)))
            pen.glow(
                ellipse(r * math.cos(a), r * 0.62 * math.sin(a), rng.uniform(0.5, 1.5)), tone, alpha=rng.uniform(0.5, 1)
            )
        pen.glow(ellipse(0, 0, 34, 22), (255, 226, 180), alpha=0.9, blur=9)
        pen.glow(ellipse(0, 0, 15, 11), (255, 252, 240), alpha=1, blur=3)


@thing("tornado", "whirlwind", "twister", "hurricane", "cyclone", "dust devil", cm=5000, kind="sky")
def draw_tornado(pen: Pen, look: Look) -> None:
    rgb = look.colour((126, 132, 146))
    for x, y, rx, ry in ((-70.0, -196.0, 40, 18), (66, -200, 46, 18), (0, -208, 80, 20)):
        disc(pen, f"{x} {y} {rx} {ry}", darken(rgb, 0.2), "soft", 0)
    rows = 15
    for i in range(rows):
        t = i / (rows - 1)
        y = -8 - 180 * t
        half = 8 + 84 * t**1.6
        x = 16 * math.sin(t * 4.6) + 8
        disc(pen, f"{x} {y} {half} {5 + 11 * t}", mix(darken(rgb, 0.15), lighten(rgb, 0.25), (i % 3) / 2), "soft", 0.7)
        pen.line(arc(x, y, half * 0.86, (5 + 11 * t) * 0.7, 20, 130), lighten(rgb, 0.45), 1.8, alpha=0.6)
    for x, y, r in ((-22, -6, 15), (8, -4, 18), (36, -6, 14), (-38, -2, 9), (54, -2, 9)):
        disc(pen, f"{x} {y} {r} {r * 0.6}", (176, 160, 138), "soft", 0.6)
    for x, y, a in ((-58, -50, 20), (70, -70, 60), (-40, -104, 100), (58, -22, 10), (-66, -20, 40)):
        with pen.at(x, y, turn=a):
            bar(pen, "-6 -2 12 4 1", (110, 78, 54), "round", 0.5)


@thing("geyser", "hot spring", "water jet", "water spout", cm=1500, kind="sky")
def draw_geyser(pen: Pen, look: Look) -> None:
    rgb = look.colour((176, 216, 240))
    for x, y, r in (
        (-22, -176, 22),
        (18, -188, 26),
        (46, -168, 18),
        (-46, -158, 16),
        (0, -206, 20),
        (-8, -150, 30),
        (28, -146, 24),
    ):
        disc(pen, f"{x} {y} {r}", lighten(rgb, 0.55), "soft", 0.7)
    column = mould(pen, "-13,-14 -18,-80 -30,-140 -20,-172 0,-184 22,-170 32,-138 18,-80 13,-14", rgb, "soft")
    with pen.on(column):
        score(pen, "-6,-16 -8,-90 -18,-160|2,-16 2,-100 0,-176|8,-16 10,-90 20,-156", (255, 255, 255), 4, 0.8)
    for x, y in ((-44, -120), (46, -116), (-36, -84), (38, -78), (-54, -98), (56, -92), (-30, -50), (30, -46)):
        disc(pen, f"{x} {y} 3.4 4.4", rgb, "glossy", 0.5)
    mould(pen, "-104,0 -70,-16 -26,-22 26,-22 70,-16 104,0 0,8", (196, 160, 118), "round")
    disc(pen, "0 -15 34 7", (90, 170, 190), "flat", 0.6)
    pen.line(ellipse(0, -15, 40, 9), (236, 186, 90), 3.4)


@thing("lunar lander", "moon lander", "lunar module", cm=700, kind="vehicle")
def draw_lander(pen: Pen, look: Look) -> None:
    gold: Rgb = (226, 176, 70)
    rgb = look.colour((206, 210, 216))
    for side in (-1, 1):
        struts(
            pen,
            f"{side * 48},-60 {side * 96},-8|{side * 48},-36 {side * 94},-14|{side * 40},-90 {side * 84},-22",
            darken(gold, 0.3),
            5,
        )
        mould(pen, f"{side * 84},-6 {side * 98},-10 {side * 112},-6 {side * 108},2 {side * 88},2", gold, "metal")
    cut(pen, "-22,-36 22,-36 30,-12 -30,-12", darken(rgb, 0.4), "metal", 2)
    base = cut(pen, "-62,-86 -48,-96 48,-96 62,-86 62,-48 48,-36 -48,-36 -62,-48", gold, "metal", 2)
    with pen.on(base):
        score(
            pen,
            "-62,-70 -30,-80 0,-66 34,-80 62,-68|-62,-54 -20,-50 20,-58 62,-50|-30,-96 -24,-36|28,-96 20,-36",
            darken(gold, 0.35),
            1.6,
            0.7,
        )
        score(pen, "-56,-62 -40,-66|4,-74 20,-70|30,-46 44,-50", (255, 246, 206), 2, 0.8)
    score(pen, "-6,-92 -12,-12|6,-92 0,-12|-7,-78 5,-78|-8,-62 4,-62|-10,-46 2,-46|-11,-30 1,-30", (150, 154, 162), 2.4)
    cut(pen, "-50,-98 -56,-134 -34,-158 30,-160 54,-138 50,-98", rgb, "metal", 4)
    for text in ("-40,-128 -30,-144 -18,-144 -22,-126", "12,-126 10,-144 24,-144 36,-128"):
        cut(pen, text, (52, 70, 96), "glossy", 2, 0.7)
    bar(pen, "-14 -122 24 26 3", darken(rgb, 0.2), "metal", 0.8)
    rod(pen, "34,-158 52,-184", 3, (150, 154, 162), "metal", 0.7)
    mould(pen, "38,-186 60,-204 72,-184 60,-178", (240, 240, 242), "round", 0.8)
    rod(pen, "-34,-158 -42,-182", 2.4, (150, 154, 162), "metal", 0.6)
    disc(pen, "-43 -185 4", (214, 60, 54), "glossy", 0.6)
    bar(pen, "-47 -120 14 10 1", (60, 90, 160), "flat", 0.4)
