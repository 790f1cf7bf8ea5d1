"""An oil rig, a cable car, a segway, a dam, an aqueduct."""

from __future__ import annotations

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.boat import water
from pinxit.engines.illustrator.rigs.building import bricks, foot
from pinxit.engines.illustrator.rigs.cuts import bar, cut, disc, mould, rod, score
from pinxit.engines.illustrator.rigs.trace import facet
from pinxit.engines.illustrator.rigs.vehicle import pane, wheel
from pinxit.engines.illustrator.rigs.wire import struts, wires
from pinxit.engines.illustrator.shapes import box, ellipse, minus, union

DARK: Rgb = (52, 54, 64)
GRASS: Rgb = (112, 156, 76)


@thing("oil rig", "oil platform", "drilling rig", "offshore platform", "oil derrick", cm=9000, kind="building")
def draw_rig(pen: Pen, look: Look) -> None:  # limit: one building, from back to front
    """A deck on four legs in the sea: derrick, crane, flare, cabins."""
    paint = look.colour((238, 176, 52))
    for x in (-82, -40, 40, 82):
        bar(pen, f"{x - 8} -76 16 78 2", darken(paint, 0.12), "metal")
    struts(
        pen,
        "-82,-70 -40,-8|-40,-70 -82,-8|40,-70 82,-8|82,-70 40,-8|-40,-60 40,-10|40,-60 -40,-10",
        darken(paint, 0.35),
        3.4,
    )
    struts(pen, "-30,-112 -8,-226 8,-226 30,-112", (206, 70, 56), 4.4)
    score(
        pen,
        "-26,-132 20,-160|26,-132 -20,-160|-20,-160 14,-186|20,-160 -14,-186|-14,-186 9,-208|14,-186 -9,-208",
        darken((206, 70, 56), 0.35),
        2,
    )
    for y, half in ((-132, 27), (-160, 21), (-186, 15), (-208, 11)):
        struts(pen, f"{-half},{y} {half},{y}", (206, 70, 56), 3)
    wires(pen, "92,-112 128,-176", DARK, 5, "metal")
    flame = mould(pen, "124,-174 130,-190 126,-204 140,-194 146,-214 150,-190 140,-174", (250, 150, 50), "flat", 0.6)
    pen.glow(ellipse(136, -190, 6, 10), (255, 230, 130))
    if look.night:
        pen.glow(flame, (255, 190, 80), alpha=0.8, blur=10)
    bar(pen, "-104 -88 208 16 2", paint, "metal")
    bar(pen, "-98 -112 92 24 2", (240, 240, 238), "round")
    bar(pen, "-94 -134 52 22 2", (240, 240, 238), "round")
    for x, y in (
        (-88, -106),
        (-72, -106),
        (-56, -106),
        (-40, -106),
        (-24, -106),
        (-86, -129),
        (-70, -129),
        (-54, -129),
    ):
        pane(pen, facet(f"{x},{y} {x + 9},{y} {x + 9},{y + 9} {x},{y + 9}", 1), look, streaks=False)
    disc(pen, "-68 -138 24 4", (86, 130, 100), "round", 0.7)
    bar(pen, "34 -108 56 20 3", (96, 130, 160), "metal", 0.9)
    struts(pen, "-100,-112 -134,-170|-134,-170 -134,-124", paint, 4.4)
    score(pen, "-134,-168 -134,-112", DARK, 1.6)
    disc(pen, "-134 -110 4", DARK, "metal", 0.6)
    for x in range(-104, 105, 16):
        score(pen, f"{x},-88 {x},-96", darken(paint, 0.4), 1.4)
    water(pen, -110, 110)


@thing("cable car", "gondola lift", "ski lift", "ropeway", "aerial tram", cm=400, kind="vehicle", flies=True)
def draw_cable_car(pen: Pen, look: Look) -> None:
    """A cabin under two wheels on its rope."""
    paint = look.colour((210, 48, 48))
    wires(pen, "-160,-196 0,-204 160,-214", (70, 72, 80), 4)
    bar(pen, "-30 -214 60 12 4", (96, 98, 108), "metal")
    for x in (-20, 20):
        disc(pen, f"{x} {-212 - x * 0.05} 10", (96, 98, 108), "metal", 0.9)
        disc(pen, f"{x} {-212 - x * 0.05} 4", DARK, "flat", 0.4)
    struts(pen, "0,-204 0,-176 -26,-146|0,-176 26,-146", (120, 124, 134), 6, "metal", 0.8)
    cut(pen, "-72,-132 -58,-148 58,-148 72,-132", darken(paint, 0.25), "glossy", 6)
    shape = facet("-74,-134 74,-134 82,-90 78,-20 66,-6 -66,-6 -78,-20 -82,-90", 14)
    body = pen.fill(shape, paint, "glossy")
    with pen.on(body):
        pen.decal(box(-100, -54, 200, 7), (250, 246, 236))
        pen.decal(box(-100, -18, 200, 20), darken(paint, 0.4), alpha=0.7)
    pen.anchor("inside", 0, -80, 120)
    for text in (
        "-72,-66 -70,-122 -26,-124 -26,-66",
        "-18,-66 -18,-124 18,-124 18,-66",
        "26,-66 26,-124 70,-122 72,-66",
    ):
        pen.line(facet(text, 8), darken(paint, 0.45), 4)
        pane(pen, facet(text, 8), look)
    score(pen, "0,-60 0,-10|-22,-60 -22,-8|22,-60 22,-8", darken(paint, 0.4), 1.8, 0.8)
    pen.anchor("text", -46, -36, 50)
    wires(pen, "-70,-4 70,-4", (96, 98, 108), 5, "metal")


@thing("segway", "hoverboard scooter", "self balancing scooter", cm=125, kind="vehicle", faces=1)
def draw_segway(pen: Pen, look: Look) -> None:
    """Two wheels side by side, a platform, a leaning post with its bar."""
    paint = look.colour((60, 66, 78))
    with pen.at(-14, -4):
        wheel(pen, 12, -34, 32, (120, 124, 134))
    rod(pen, "16,-44 30,-110 40,-186", 9, (176, 180, 190), "metal", 1, 7)
    rod(pen, "22,-188 40,-190 62,-186", 9, DARK, "round")
    bar(pen, "28 -206 22 18 4", paint, "glossy", 0.9)
    pane(pen, facet("32,-192 32,-202 46,-202 46,-192", 2), look, streaks=False)
    cut(pen, "-46,-46 36,-46 44,-38 34,-28 -42,-28", paint, "glossy", 6)
    bar(pen, "-40 -52 66 7 3", DARK, "soft", 0.8)
    pen.anchor("seat", -8, -52, 40)
    mould(pen, "-42,-40 -34,-66 0,-76 34,-66 42,-40 30,-56 0,-64 -30,-56", lighten(paint, 0.15), "glossy")
    wheel(pen, 0, -36, 36, (206, 211, 218))


@thing("dam", "hydroelectric dam", "hoover dam", cm=6000, kind="building")
def draw_dam(pen: Pen, look: Look) -> None:  # limit: one building, from back to front
    """A curved wall between rocks with water pouring from three gates."""
    wall = look.colour((206, 204, 198))
    rock: Rgb = (152, 122, 98)
    cut(pen, "-160,4 -160,-150 -110,-164 -84,-130 -92,-60 -60,4", rock, "round", 7)
    cut(pen, "160,4 160,-140 112,-160 84,-130 92,-60 60,4", darken(rock, 0.12), "round", 7)
    score(
        pen,
        "-150,-120 -100,-110|-150,-80 -104,-84|-150,-40 -90,-44|150,-110 104,-116|150,-70 100,-76|150,-30 90,-36",
        darken(rock, 0.4),
        2.4,
        0.6,
    )
    mould(pen, "-104,-136 0,-128 104,-136 104,-146 0,-142 -104,-146", (84, 156, 194), "flat", 0.5)
    face = cut(pen, "-108,-136 -54,-128 0,-125 54,-128 108,-136 84,-70 60,0 -60,0 -84,-70", wall, "round", 2)
    with pen.on(face):
        for i in range(1, 8):
            y = -126 + i * 17
            score(pen, f"-110,{y - 8} 0,{y + 3} 110,{y - 8}", darken(wall, 0.2), 1.6, 0.6)
        for x in range(-90, 91, 20):
            score(pen, f"{x * 1.1},-136 {x * 0.62},4", darken(wall, 0.22), 1.6, 0.5)
    for x in (-36, 0, 36):
        bar(pen, f"{x - 10} -96 20 14 3", DARK, "flat", 0.6)
        fall = mould(
            pen,
            f"{x - 8},-86 {x + 8},-86 {x + 11},-40 {x + 15},2 {x - 15},2 {x - 11},-40",
            (206, 232, 244),
            "soft",
            0.6,
        )
        with pen.on(fall):
            score(pen, f"{x - 4},-84 {x - 6},0|{x + 4},-84 {x + 7},0", (140, 192, 222), 2)
    cut(
        pen,
        "-114,-142 -54,-134 0,-131 54,-134 114,-142 114,-134 54,-126 0,-123 -54,-126 -114,-134",
        lighten(wall, 0.3),
        "round",
        1,
    )
    for x in (-66, 66):
        bar(pen, f"{x - 8} -158 16 26 1", lighten(wall, 0.2), "round", 0.8)
    for x, r in ((-50, 12), (-20, 15), (16, 14), (48, 12), (0, 10)):
        disc(pen, f"{x} 0 {r * 1.4} {r * 0.7}", (240, 248, 252), "soft", 0.5)


@thing("aqueduct", "roman aqueduct", "viaduct", "arched aqueduct", cm=4800, kind="building")
def draw_aqueduct(pen: Pen, look: Look) -> None:
    """Two tiers of arches, the upper ones half as wide."""
    stone = look.colour((222, 194, 150))
    rng = look.random("stone")
    for low, high, count, wide in ((0.0, -84.0, 5, 44.0), (-84.0, -146.0, 9, 24.0)):
        wall = box(-150, high, 300, low - high)
        step = 300 / count
        for i in range(count):
            x = -150 + step * (i + 0.5)
            top = high + 14 + wide / 2
            hole = union(ellipse(x, top, wide / 2), box(x - wide / 2, top, wide, low - top + 2))
            wall = minus(wall, hole)
        pen.fill(wall, stone, "round")
        bricks(pen, wall, stone, (15, 8), rng, 0.4)
        for i in range(count):
            x = -150 + step * (i + 0.5)
            top = high + 14 + wide / 2
            ring = minus(ellipse(x, top, wide / 2 + 5), union(ellipse(x, top, wide / 2), box(x - 60, top, 120, 80)))
            pen.fill(ring, lighten(stone, 0.25), "round", line=0.4)
        bar(pen, f"-154 {high - 6} 308 8 1", lighten(stone, 0.3), "round", 0.8)
    bar(pen, "-150 -164 300 13 0", darken(stone, 0.06), "round", 0.8)
    foot(pen, -150, 150, GRASS, rng)
