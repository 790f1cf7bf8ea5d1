"""Dishes: paella, burrito, lobster, fried egg."""

import math

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.food import gloss, leaf, plate, scatter, slice_wedge
from pinxit.engines.illustrator.rigs.trace import organic
from pinxit.engines.illustrator.rigs.vessel import steam
from pinxit.engines.illustrator.rigs.wire import wire, wires
from pinxit.engines.illustrator.shapes import arc, ellipse, moved


def _prawn(pen: Pen, x: float, y: float, turn: float, size: float = 1.0) -> None:
    """A curled pink prawn with rings and a fan."""
    with pen.at(x, y, size, turn=turn):
        wires(pen, "14,-12 26,-20 34,-16|12,-14 22,-26 32,-28", (206, 80, 60), 1.2, "flat", 0.3)
        body = organic("-18,6 -20,-8 -10,-18 6,-18 16,-10 12,-4 4,-9 -6,-8 -10,-1 -8,8 -12,14")
        pen.fill(body, (246, 136, 100), "glossy", line=0.8)
        with pen.on(body):
            wires(pen, "-2,-20 0,-8|-10,-18 -6,-8|-18,-10 -9,-4|-20,0 -9,2", (206, 80, 60), 1.6, "flat", 0.2)
        pen.fill(organic("-12,10 -20,18 -14,22 -10,18 -6,22 -2,16 -8,9"), (226, 96, 72), "flat", line=0.6)
        pen.decal(ellipse(11, -12, 1.7), (40, 24, 24))


@thing("paella", "seafood paella", "paella pan", cm=14, kind="food")
def draw_paella(pen: Pen, look: Look) -> None:
    """Saffron rice in a black pan with two loops: prawns, mussels, peas, peppers, wedges of lemon."""
    iron: Rgb = look.part("pan", (58, 58, 64))
    rice: Rgb = look.colour((246, 192, 62))
    for side in (-1.0, 1.0):
        wire(pen, arc(side * 122, -38, 20, 12, 0, 360), iron, 7, "round", 0.7)
    pen.fill(organic("-126,-40 -116,-6 -60,18 60,18 116,-6 126,-40", 0.4), iron, "metal")
    pen.fill(ellipse(0, -42, 126, 56), lighten(iron, 0.2), "flat", line=0.9)
    bed = pen.fill(ellipse(0, -42, 116, 48), rice, "flat", line=0.6)
    rng = look.random("rice")
    with pen.on(bed):
        for x, y in scatter(bed, 150, rng):
            tone = lighten(rice, 0.5) if rng.random() < 0.6 else darken(rice, 0.2)
            pen.fill(ellipse(x, y, 4, 1.7, rng.uniform(0, 180)), tone, "flat", line=0.16)
        for x, y in scatter(ellipse(0, -42, 108, 42), 24, rng):
            pen.fill(ellipse(x, y, 3.2), (104, 170, 62), "glossy", line=0.4)
        for x, y in scatter(ellipse(0, -42, 100, 38), 12, rng):
            pepper = organic(f"{x - 11},{y + 2} {x},{y - 4} {x + 11},{y + 1} {x},{y}", 0.4)
            pen.fill(pepper, (216, 52, 40), "glossy", line=0.5)
    for x, y, a in ((-84, -46, 20), (-30, -66, -30), (38, -66, 24), (86, -42, -24), (-44, -24, 10), (52, -26, -12)):
        with pen.at(x, y * 1.25 + 10.5, turn=a):
            pen.fill(ellipse(0, 0, 16, 8), (42, 44, 62), "glossy", line=0.8)
            pen.fill(ellipse(0, -1, 12, 5), (250, 170, 90), "soft", line=0.5)
    for x, y, a in ((-62, -62, 0), (2, -52, 40), (66, -58, 100), (-88, -30, -30), (8, -24, 12), (92, -28, 60)):
        _prawn(pen, x, y * 1.25 + 10.5, a, 1.05)
    for x, y, a in ((-8, -88, 20), (-108, -48, -50), (104, -66, 60)):
        with pen.at(x, y, turn=a):
            pen.fill(slice_wedge(19, 180, 180), (248, 214, 60), "glossy", line=0.8)
            pen.fill(slice_wedge(14, 180, 180), (255, 240, 150), "flat", line=0.4)
            wires(pen, "0,0 -8,-9|0,0 0,-13|0,0 8,-9", (236, 200, 70), 1, "flat", 0.2)
    steam(pen, 0, -88, 40, 70)


def _roll(pen: Pen, look: Look) -> None:
    """One half: the folded tortilla and, to the right, its cut end."""
    skin: Rgb = (238, 212, 162)
    body = organic("-92,-14 -84,-36 -40,-44 46,-42 60,-34 62,36 46,42 -44,42 -86,30", 0.42)
    pen.fill(body, skin, "soft")
    rng = look.random("toast")
    with pen.on(body):
        for x, y in scatter(body, 26, rng):
            pen.decal(ellipse(x, y, rng.uniform(2, 6), rng.uniform(1.5, 4)), (150, 96, 52), alpha=0.66)
        wires(pen, "-90,6 -40,14 20,10 62,0|-84,-18 -70,-4 -74,14", darken(skin, 0.3), 1.4, "flat", 0.25)
    pen.fill(ellipse(56, 0, 24, 41), darken(skin, 0.06), "flat", line=0.9)
    pen.fill(ellipse(57, 0, 19, 35), (102, 62, 44), "flat", line=0.5)
    tones: tuple[Rgb, ...] = (
        (214, 60, 44),
        (126, 184, 70),
        (252, 246, 228),
        (250, 202, 76),
        (72, 36, 32),
        (170, 94, 58),
    )
    for i, (x, y) in enumerate(scatter(ellipse(57, 0, 16, 32), 30, rng)):
        pen.fill(ellipse(x, y, 5.6, 4, i * 47), tones[i % 6], "glossy", line=0.4)


@thing("burrito", "burritos", "bean burrito", "breakfast burrito", cm=13, kind="food")
def draw_burrito(pen: Pen, look: Look) -> None:
    """Cut in half: one half in foil, the other leaning on it with the filling to us."""
    with pen.at(-34, -44, 0.92, turn=4):
        _roll(pen, look)
        foil = organic("-100,-8 -92,-40 -50,-50 -8,-48 -16,-34 -4,-20 -18,-4 -4,12 -16,30 -6,48 -50,50 -94,36", 0.34)
        pen.fill(foil, (206, 212, 220), "metal")
        with pen.on(foil):
            wires(
                pen,
                "-90,-26 -64,-8 -36,-22|-96,0 -66,10 -30,-2|-84,32 -56,20 -26,34|-70,-44 -60,-20",
                (150, 158, 168),
                1.4,
                "flat",
                0.25,
            )
    with pen.at(66, -52, 0.86, turn=-58):
        _roll(pen, look)
    leaf(pen, 90, -2, 30, -20)


@thing("lobster dish", "lobster dinner", "lobster tail", "steamed lobster", "grilled lobster", cm=16, kind="food")
def draw_lobster_dish(pen: Pen, look: Look) -> None:  # limit: one picture, from back to front
    """A red lobster on an oval dish with lemon, salad and a cup of butter."""
    red: Rgb = look.colour((222, 60, 40))
    plate(pen, -34, 150, (246, 243, 236), 0.3)
    for x, y, a in (
        (-112, -34, -160),
        (-100, -26, 160),
        (106, -26, 20),
        (112, -40, -20),
        (84, -62, -50),
        (-84, -64, -130),
    ):
        leaf(pen, x * 0.8, y, 44, a, (112, 176, 76))
    for side in (-1, 1):
        with pen.at(0, -44, flip=side < 0):
            wires(pen, "18,-14 50,-30 66,-26|20,-6 54,-12 72,-6|18,2 50,6 64,14", red, 4, "round", 0.6)
            wires(pen, "10,-26 26,-62 60,-84 96,-92", darken(red, 0.2), 1.8, "flat", 0.3)
            wires(pen, "18,-24 44,-48 70,-52", red, 11, "round", 0.8)
            claw = organic("62,-58 70,-80 92,-88 116,-80 124,-66 104,-70 96,-62 112,-56 122,-48 104,-38 78,-40", 0.42)
            pen.fill(claw, red, "glossy")
            wires(pen, "74,-62 88,-70|78,-50 92,-48", darken(red, 0.4), 1.2, "flat", 0.2)
    head = organic("0,-84 16,-76 26,-52 24,-36 0,-30 -24,-36 -26,-52 -16,-76")
    pen.fill(head, red, "glossy")
    wires(pen, "0,-80 0,-34|-18,-50 0,-44 18,-50", darken(red, 0.45), 1.6, "flat", 0.2)
    for i in range(5):
        low, half = -36 + i * 8.0, 24 - i * 2.4
        pen.fill(
            organic(
                f"{-half},{low} 0,{low - 5} {half},{low} {half - 2},{low + 10} 0,{low + 13} {2 - half},{low + 10}", 0.4
            ),
            red,
            "glossy",
            line=0.8,
        )
    for turn in (-56, -28, 56, 28, 0):
        with pen.at(0, 6, turn=turn):
            pen.fill(organic("0,-4 8,4 8,16 0,20 -8,16 -8,4"), mix(red, (255, 140, 90), 0.15), "glossy", line=0.7)
    for eye in (-6.5, 6.5):
        pen.fill(ellipse(eye, -80, 3.4), (30, 22, 24), "glossy", line=0.5)
    for x, y, a in ((-64, -2, -10), (-44, 4, 16)):
        with pen.at(x, y, turn=a):
            pen.fill(slice_wedge(22, 180, 180), (248, 214, 60), "glossy", line=0.8)
            pen.fill(slice_wedge(17, 180, 180), (255, 240, 150), "flat", line=0.4)
    pen.fill(organic("46,-14 50,6 62,11 76,6 80,-14", 0.3), (248, 246, 240), "glossy")
    pen.fill(ellipse(63, -14, 17, 6), (250, 206, 84), "flat", line=0.7)


@thing("fried egg", "sunny side up egg", "fried eggs", "sunny side up", cm=4, kind="food")
def draw_fried_egg(pen: Pen, look: Look) -> None:
    """A white with crisp brown lace at its rim, a domed yolk, pepper and chives."""
    white: Rgb = look.colour((255, 252, 244))
    yolk: Rgb = look.part("yolk", (252, 176, 34))
    edge = organic(
        "-92,-22 -84,-44 -60,-50 -44,-64 -10,-60 18,-70 50,-60 66,-46 92,-38 98,-18 76,-4 52,2 30,12 -4,6 -34,12 -60,2 -84,-4"
    )
    pen.fill(moved(edge, 0, 5), (214, 160, 92), "flat", line=0.8)
    pen.fill(edge, white, "soft", line=0.8)
    rng = look.random("lace")
    with pen.on(edge):
        for i in range(40):
            a = i * math.pi / 20
            x, y = 4 + 90 * math.cos(a), -28 + 38 * math.sin(a)
            pen.decal(ellipse(x, y, rng.uniform(4, 9), rng.uniform(2, 4)), (222, 176, 110), alpha=0.64, blur=1)
        wires(pen, "-70,-28 -58,-42 -40,-50|60,-8 74,-14 80,-24|-52,-4 -34,2 -14,0", (226, 214, 186), 1.2, "flat", 0.2)
    pen.decal(ellipse(4, -22, 44, 22), (226, 204, 150), alpha=0.66, blur=4)
    pen.fill(organic("-36,-26 -30,-48 -8,-60 16,-60 38,-48 44,-26 32,-10 4,-4 -24,-10"), yolk, "glossy")
    gloss(pen, -12, -46, 9, 4.5)
    with pen.on(edge):
        for _ in range(26):
            x, y = rng.uniform(-70, 76), rng.uniform(-50, -4)
            pen.fill(ellipse(x, y, rng.uniform(0.8, 1.7)), (58, 48, 44), "flat", line=0)
    for x, y, a in ((-56, -24, 20), (62, -30, -30), (-30, -2, 0), (40, -2, 40), (-20, -54, -20), (8, -30, 60)):
        with pen.at(x, y, turn=a):
            pen.fill(organic("-5,-1.4 5,-1.4 5,1.4 -5,1.4", 0.2), (86, 156, 60), "flat", line=0.4)
