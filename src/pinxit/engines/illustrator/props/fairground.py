"""The fairground: a ferris wheel, a carousel, a roller coaster."""

import math
from itertools import pairwise

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.trace import bars, facet, organic, stroke
from pinxit.engines.illustrator.rigs.wire import wire, wires
from pinxit.engines.illustrator.shapes import Point, box, capsule, curve, ellipse, polygon

_GAY: tuple[Rgb, ...] = ((226, 70, 66), (248, 190, 62), (70, 164, 212), (116, 188, 96), (180, 104, 190), (242, 134, 60))


@thing("ferris wheel", "big wheel", "observation wheel", "giant wheel", cm=3000, kind="building")
def draw(pen: Pen, look: Look) -> None:
    """Twelve cabins on a double rim over an A-frame; lit bulbs at night."""
    steel = look.colour((226, 232, 240))
    tones = look.colours[1:] or _GAY
    hub, radius = -122.0, 92.0
    for side in (-1, 1):
        pen.fill(capsule(0, hub, side * 56, -6, 7, 8), darken(steel, 0.25), "metal")
    pen.line(bars("-28,-60 28,-60|-42,-34 42,-34"), darken(steel, 0.3), 4)
    for i in range(24):
        a = math.radians(i * 15)
        x, y = radius * math.cos(a), hub + radius * math.sin(a)
        pen.line(bars(f"0,{hub} {x},{y}"), darken(steel, 0.52 if i % 2 else 0.6), 1.1 if i % 2 else 1.8)
        b = math.radians(i * 15 + 15)
        pen.line(
            curve((x, y), ((radius - 11) * math.cos(b), hub + (radius - 11) * math.sin(b))), darken(steel, 0.3), 1.1
        )
    for r, w in ((radius, 4.4), (radius - 11, 3.0), (34.0, 2.2)):
        wire(pen, ellipse(0, hub, r), darken(steel, 0.42), w + 1.2, "flat")
        pen.line(ellipse(0, hub, r), steel, w)
    for i in range(48):
        a = math.radians(i * 7.5)
        spot = ellipse(radius * math.cos(a), hub + radius * math.sin(a), 1.5)
        (pen.glow if look.night else pen.decal)(spot, (255, 236, 160))
    for i in range(12):
        a = math.radians(i * 30 + 15)
        x, y = radius * math.cos(a), hub + radius * math.sin(a)
        rgb = tones[i % len(tones)]
        with pen.at(x, y + 9):
            pen.line(bars("0,-9 0,-5"), darken(steel, 0.5), 2)
            pen.fill(organic("-11,-1 -7,-9 0,-11 7,-9 11,-1"), rgb, "glossy", line=0.7)
            glass = box(-9.4, -2, 18.8, 8)
            (pen.glow if look.night else pen.fill)(glass, (255, 226, 150) if look.night else (190, 222, 236))
            pen.line(bars("-3.2,-2 -3.2,6|3.2,-2 3.2,6"), darken(rgb, 0.2), 1.2)
            pen.fill(organic("-11,4 0,5 11,4 9,12 0,14 -9,12"), rgb, "glossy", line=0.7)
    for side in (-1, 1):
        pen.fill(capsule(0, hub, side * 66, -4, 7, 9), steel, "metal")
    pen.fill(ellipse(0, hub, 13), tones[0], "glossy")
    pen.fill(ellipse(0, hub, 5.4), steel, "metal", line=0.6)
    pen.fill(facet("-80,-10 80,-10 86,0 -86,0", 2), darken(steel, 0.35), "round")


def _pony(pen: Pen, x: float, y: float, rgb: Rgb, saddle: Rgb) -> None:
    """A leaping wooden horse on its pole, with a mane, a bridle and a saddle cloth."""
    with pen.at(x, y, 0.82):
        wires(pen, "0,-66 0,40", (232, 190, 92), 3, "flat", 0.5)
        wires(pen, "-16,6 -26,14 -34,28|-12,8 -18,18 -14,30|14,8 26,10 30,22|18,4 34,0 38,12", rgb, 5.4, "flat", 0.7)
        wires(pen, "-22,-4 -36,-4 -38,14 -32,20", darken(rgb, 0.5), 5, "flat", 0.5)
        body = organic(
            "-24,-6 -8,-10 8,-10 14,-26 22,-40 25,-46 28,-40 38,-34 46,-24 42,-17 32,-21 28,-6 22,10 0,14 -18,13 -27,4"
        )
        pen.fill(body, rgb, "glossy", line=0.9)
        pen.fill(organic("24,-44 14,-36 6,-20 4,-10 11,-13 15,-24 22,-36"), darken(rgb, 0.5), "flat", line=0.5)
        pen.fill(organic("-10,-11 0,-14 10,-11 11,4 0,7 -11,4"), saddle, "soft", line=0.7)
        pen.line(stroke("-9,3 0,5 9,3"), (250, 222, 130), 1.6)
        pen.line(stroke("27,-37 33,-27 30,-20"), (96, 40, 40), 1.6)
        pen.decal(ellipse(32.5, -31, 1.9), (30, 22, 26))


@thing("carousel", "merry-go-round", "merry go round", "roundabout ride", cm=700, kind="building")
def draw_carousel(pen: Pen, look: Look) -> None:
    """A striped top, a mirrored drum, ponies on brass poles."""
    first, second = look.colour((214, 54, 66)), look.colour((250, 238, 214), 1)
    gold = (232, 186, 84)
    pen.fill(box(-26, -104, 52, 92), lighten(second, 0.1), "round")
    for x in (-13.0, 13):
        pen.fill(box(x - 9, -90, 18, 60, 8), (166, 206, 222), "glossy", line=0.7)
        pen.line(box(x - 9, -90, 18, 60, 8), gold, 2)
    for x, rgb in ((-72, (196, 150, 110)), (62, (226, 206, 190))):
        _pony(pen, x, -54, darken(rgb, 0.15), darken(first, 0.2))
    for x in (-98, 98):
        pen.fill(capsule(x, -104, x, -16, 5), gold, "metal", line=0.7)
    _pony(pen, -34, -42, (250, 246, 240), first)
    _pony(pen, 34, -44, (150, 104, 74), (70, 140, 200))
    pen.fill(organic("-112,-14 0,-9 112,-14 112,-4 0,2 -112,-4"), darken(first, 0.15), "round")
    pen.line(stroke("-110,-13 0,-8 110,-13"), gold, 3)
    tip: Point = (0, -190)
    for i in range(12):
        a, b = (-112 + i * 18.667, -112 + (i + 1) * 18.667)
        gore = polygon([tip, (a * 0.55, -152), (a, -120), (b, -120), (b * 0.55, -152)])
        pen.fill(gore, second if i % 2 else first, "soft", line=0.6)
    for i in range(12):
        x = -112 + (i + 0.5) * 18.667
        pen.fill(
            organic(f"{x - 9.6},-122 {x},-121 {x + 9.6},-122 {x + 8.6},-104 {x},-96 {x - 8.6},-104"),
            first if i % 2 else second,
            "soft",
            line=0.6,
        )
        (pen.glow if look.night else pen.decal)(ellipse(x, -111, 2.6), (255, 226, 140))
    pen.line(stroke("-113,-121 0,-120 113,-121"), gold, 4)
    pen.fill(ellipse(0, -192, 5.6), gold, "metal", line=0.7)
    pen.fill(facet("0,-216 24,-209 0,-202"), first, "soft", line=0.6)
    pen.line(bars("0,-216 0,-194"), gold, 2)


@thing("roller coaster", "rollercoaster", "coaster", cm=2500, kind="building", faces=1)
def draw_coaster(pen: Pen, look: Look) -> None:  # limit: one picture, from back to front
    """A hill, a loop and a train of cars on a lattice of posts."""
    rail, post = look.colour((222, 62, 60)), look.part("posts", look.colour((240, 240, 244), 1))
    hill: list[Point] = [
        (-150, -46),
        (-124, -80),
        (-96, -146),
        (-70, -164),
        (-44, -142),
        (-18, -60),
        (16, -22),
        (60, -20),
    ]
    tail: list[Point] = [(60, -20), (92, -28), (116, -62), (136, -74), (154, -60)]
    track = [*hill, *tail[1:]]
    for x in (-146.0 + 13 * i for i in range(23)):
        y = next(p[1] + (q[1] - p[1]) * (x - p[0]) / (q[0] - p[0]) for p, q in pairwise(track) if p[0] <= x <= q[0])
        wires(pen, f"{x},{y} {x},-1.3", darken(post, 0.2), 2.8, "round", 0.45)
        if y < -34:
            for low in range(int(y) + 14, -25, 26):
                pen.line(bars(f"{x},{low} {x + 13},{low + 24}|{x},{low + 24} {x + 13},{low}"), darken(post, 0.6), 0.9)
    loop = ellipse(56, -78, 46, 58)
    for path, dy in ((curve(*hill), 0), (curve(*tail), 0), (loop, 0)):
        wire(pen, path, darken(rail, 0.45), 8.6 + dy, "flat", 0.7)
        pen.line(path, rail, 5.6)
        pen.line(path, lighten(rail, 0.5), 1.4, alpha=0.8)
    for i in range(26):
        a = math.radians(i * 360 / 26)
        x, y = 56 + 46 * math.cos(a), -78 + 58 * math.sin(a)
        pen.line(
            bars(f"{x * 0.93 + 56 * 0.07},{y * 0.93 - 78 * 0.07} {x * 1.06 - 56 * 0.06},{y * 1.06 + 78 * 0.06}"),
            darken(rail, 0.5),
            1.6,
        )
    for i, (x, y, turn) in enumerate(((-74, -166, -6), (-53, -156, 42), (-40, -136, 64), (-31, -112, 70))):
        tone = look.part("train", _GAY[(i + 1) % 6])
        with pen.at(x, y, turn=turn):
            for dx in (-4, 5):
                pen.fill(ellipse(dx, -13, 3.4), (236, 190, 156), "round", line=0.5)
                pen.decal(ellipse(dx, -15.4, 3, 1.8), (84, 54, 40))
                pen.line(bars(f"{dx},-9 {dx + 4},-19"), (236, 190, 156), 1.8)
            pen.fill(facet("-11,-11 8,-11 12,-5 11,0 -11,0", 2.6), tone, "glossy", line=0.8)
