"""The Colosseum and a triumphal arch."""

import math

import skia

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.building import bricks, foot
from pinxit.engines.illustrator.rigs.cuts import bar, disc, mould, score
from pinxit.engines.illustrator.shapes import Point, arc, box, ellipse, minus, polygon, union

GRASS: Rgb = (112, 156, 76)
WIDE, DEEP = 132.0, 34.0


def _at(degrees: float, up: float) -> Point:
    """The point of the oval wall `degrees` right of the front, `up` above the ground."""
    a = math.radians(degrees)
    return (WIDE * math.sin(a), DEEP * (math.cos(a) - 1) - up)


def _band(left: float, right: float, low: float, high: float) -> skia.Path:
    span = [left + (right - left) * i / 24 for i in range(25)]
    return polygon([*(_at(a, high) for a in span), *(_at(a, low) for a in reversed(span))])


def _arcade(pen: Pen, rgb: Rgb, angles: range, up: float, size: Point) -> None:
    """A row of round-headed openings that follow the wall's bend."""
    for degrees in angles:
        x, y = _at(degrees, up)
        wide = size[0] * math.cos(math.radians(degrees))
        hole = union(box(x - wide / 2, y - size[1] * 0.7, wide, size[1] * 0.7), ellipse(x, y - size[1] * 0.7, wide / 2))
        pen.fill(hole, darken(rgb, 0.62), "flat", line=0.25)


@thing("colosseum", "coliseum", "amphitheater", "amphitheatre", "arena", "roman amphitheater", cm=4800, kind="building")
def draw_colosseum(pen: Pen, look: Look) -> None:
    """Four storeys on the left that break off in steps to the inner ring on the right."""
    rgb = look.colour((226, 190, 138))
    rng = look.random("stone")
    back = _band(-90, -212, 0, 118)
    pen.fill(back, darken(rgb, 0.22), "round")
    with pen.on(back):
        for degrees in range(-96, -212, -9):
            x, y = _at(degrees, 84)
            pen.decal(box(x - 3.4, y - 20, 6.8, 18, 3), darken(rgb, 0.55))
    pen.fill(_band(90, 152, 0, 66), darken(rgb, 0.2), "round")
    pen.fill(ellipse(0, -62 - DEEP, WIDE - 6, DEEP - 3), darken(rgb, 0.42), "flat", line=0.6)
    for shrink, tone in ((0.86, 0.3), (0.72, 0.4), (0.58, 0.24)):
        oval = ellipse(0, -56 - DEEP, WIDE * shrink, DEEP * shrink)
        pen.decal(oval, darken(rgb, tone))
        pen.line(oval, lighten(rgb, 0.2), 1, alpha=0.6)
    front = pen.fill(_band(-90, 90, 0, 62), rgb, "round")
    bricks(pen, front, rgb, (13, 6), rng, 0.3)
    ragged = [(-90.0, 122.0), (-8, 122), (-8, 108), (0, 108), (0, 94), (8, 94), (8, 78), (16, 78), (16, 60), (-90, 60)]
    spots: list[Point] = []
    for (a, h), (b, k) in zip(ragged, [*ragged[1:], ragged[0]], strict=True):
        spots += [_at(a + (b - a) * i / 14, h + (k - h) * i / 14) for i in range(14)]
    wall = pen.fill(polygon(spots), lighten(rgb, 0.05), "round")
    bricks(pen, wall, rgb, (13, 6), rng, 0.3)
    for low, angles in ((5, range(-81, 82, 9)), (33, range(-81, 82, 9)), (63, range(-81, 10, 9))):
        _arcade(pen, rgb, angles, low, (11.5, 21))
    for degrees in range(-78, -6, 12):
        x, y = _at(degrees, 103)
        pen.fill(box(x - 2.6, y - 4, 5.2, 7), darken(rgb, 0.6), "flat", line=0.2)
    for up, last in ((30.0, 90), (60.0, 90), (90.0, 4), (119.0, -8)):
        edge = _band(-90, last, up - 1.8, up + 1.8)
        pen.fill(edge, lighten(rgb, 0.3), "round", line=0.3)
    foot(pen, -120, 120, GRASS, look.random("grass"))


@thing("arc de triomphe", "triumphal arch", "victory arch", cm=3000, kind="building")
def draw_arch(pen: Pen, look: Look) -> None:
    """One tall round arch between piers with groups of figures, a frieze and an attic."""
    rgb = look.colour((232, 216, 184))
    hole = union(box(-31, -84, 62, 100), ellipse(0, -84, 31))
    reveal = union(box(-31, -84, 62, 84), ellipse(0, -84, 31))
    pen.fill(minus(reveal, union(box(-40, -82, 56, 100), ellipse(-13, -82, 29))), darken(rgb, 0.42), "flat", line=0.4)
    wall = minus(box(-92, -146, 184, 146), hole)
    pen.fill(wall, rgb, "round")
    bricks(pen, wall, rgb, (18, 8), look.random("stone"), 0.3)
    pen.line(arc(0, -84, 36, 36, 180, 180), lighten(rgb, 0.35), 3)
    bar(pen, "-5 -124 10 16 1", lighten(rgb, 0.2), "round", 0.6)
    for side in (-1, 1):
        _pier(pen, side, rgb)
    bar(pen, "-98 -152 196 8 1", lighten(rgb, 0.25), "round", 0.8)
    frieze = bar(pen, "-94 -166 188 14 0", darken(rgb, 0.06), "round", 0.7)
    with pen.on(frieze):
        for i in range(31):
            x = -90 + i * 6
            score(pen, f"{x},-153 {x},-159", darken(rgb, 0.4), 2.6, 0.8)
            disc(pen, f"{x} -162 1.6", darken(rgb, 0.4), "flat", 0)
    bar(pen, "-102 -174 204 9 1", lighten(rgb, 0.3), "round", 0.8)
    bar(pen, "-90 -198 180 24 0", rgb, "round", 0.8)
    for i in range(10):
        at = -76.5 + i * 17
        disc(pen, f"{at} -186 6", darken(rgb, 0.14), "round", 0.5)
        disc(pen, f"{at} -186 2.4", lighten(rgb, 0.2), "round", 0.3)
    bar(pen, "-95 -206 190 9 1", lighten(rgb, 0.25), "round", 0.8)
    pen.anchor("top", 0, -206, 150)


def _pier(pen: Pen, side: int, rgb: Rgb) -> None:
    """Plinth, a group of figures, a relief above it, and a winged figure beside the arch."""
    x = side * 62.0
    bar(pen, f"{x - 30 if side < 0 else x - 28} -22 58 22 1", lighten(rgb, 0.12), "round", 0.7)
    bar(pen, f"{x - 22} -136 44 26 1", darken(rgb, 0.16), "flat", 0.5)
    for i in range(6):
        mould(
            pen,
            f"{x - 17 + i * 6.6},-112 {x - 18 + i * 6.6},-122 {x - 14 + i * 6.6},-112",
            lighten(rgb, 0.1),
            "soft",
            0,
        )
        disc(pen, f"{x - 16 + i * 6.6} -125 2", lighten(rgb, 0.1), "soft", 0)
    pen.decal(box(x - 22, -90, 44, 68), darken(rgb, 0.18), alpha=0.6, blur=3)
    for dx, tall, turn in ((-13.0, 44.0, -8), (13.0, 42.0, 8), (0.0, 62.0, 0)):
        with pen.at(x + dx, -22, turn=turn):
            mould(
                pen, f"-8,0 -9,{-tall * 0.4} -6,{-tall * 0.78} 6,{-tall * 0.78} 9,{-tall * 0.4} 8,0", rgb, "soft", 0.6
            )
            score(pen, f"-3,-2 -4,{-tall * 0.6}|3,-2 2,{-tall * 0.55}", darken(rgb, 0.35), 1.2, 0.7)
            disc(pen, f"0 {-tall * 0.88} {4.6}", lighten(rgb, 0.08), "soft", 0.5)
    score(pen, f"{x - 3},-66 {x - 14},-78 {x - 18},-92", rgb, 4.4)
    mould(
        pen, f"{x - 19},-88 {x - 10},-98 {x + 6},-95 {x + 18},-99 {x + 14},-90 {x},-88", lighten(rgb, 0.12), "soft", 0.5
    )
    score(pen, f"{x + 3},-66 {x + 12},-70 {x + 16},-60", rgb, 4)
