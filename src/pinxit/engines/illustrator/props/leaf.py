"""Leaves: a single broad leaf, a maple leaf with its lobes, teeth and veins, a four-leaf clover."""

from __future__ import annotations

import math

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix, saturate
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.trace import organic, points, stroke
from pinxit.engines.illustrator.shapes import Point, curve, ellipse, smooth, tube

# Half of a maple leaf, from the tip of the middle lobe down its right side to where the stalk begins: sharp teeth with
# hollow flanks between them.
_HALF = (
    "0,-152 7,-134 17,-127 13,-117 27,-112 22,-101 19,-84 17,-72 "
    "28,-79 36,-90 40,-104 47,-99 55,-110 60,-101 73,-110 73,-96 88,-97 80,-84 86,-76 73,-70 60,-59 47,-49 "
    "62,-49 70,-45 80,-47 78,-39 88,-33 76,-28 66,-19 54,-19 40,-22 24,-26 8,-24 2,-20"
)


def _maple_outline() -> list[Point]:
    right = points(_HALF)
    left = [(-x * 0.97, y + (3 if abs(x) > 50 else 0)) for x, y in reversed(right[1:])]
    return right + left


def _crisp(corners: list[Point]) -> list[Point]:
    """The corners with a hollow between each two, so that the teeth come to points."""
    outline: list[Point] = []
    for i, (x, y) in enumerate(corners):
        after = corners[(i + 1) % len(corners)]
        outline += [(x, y), ((x + after[0]) / 2 * 0.985, ((y + after[1]) / 2 + 55) * 0.985 - 55)]
    return outline


@thing("maple leaf", "autumn leaf", "fall leaf", "canadian leaf", "red leaf", cm=14, kind="plant")
def draw_maple(pen: Pen, look: Look) -> None:
    """Five lobes with teeth, a slightly turned tip, veins, and a slender bent stalk."""
    red = look.colour((204, 36, 30))
    glow = mix(lighten(saturate(red, 1.1), 0.18), (255, 150, 50), 0.32)
    with pen.at(0, 0, turn=9):
        stalk = tube(points("0,-24 3,-6 1,12 -8,30 -12,36"), [2.2, 2.4, 2.6, 3.2, 4.4])
        pen.fill(stalk, darken(red, 0.28), "round", line=0.6)
        leaf = smooth(_crisp(_maple_outline()), tension=0.3)
        shade = Gradient((0, -40), (0, -152), ((0, glow), (0.45, red), (1, darken(red, 0.22))), radial=True)
        pen.fill(leaf, shade, "soft")
        with pen.on(leaf):
            pen.decal(organic("4,-24 60,-12 100,-20 96,-60 60,-58 30,-46"), darken(red, 0.4), alpha=0.3, blur=9)
            pen.decal(organic("0,-24 4,-100 0,-156 30,-130 24,-90 12,-50"), darken(red, 0.4), alpha=0.2, blur=6)
            pen.decal(organic("-84,-92 -60,-104 -30,-70 -50,-60"), lighten(glow, 0.3), alpha=0.35, blur=8)
            _maple_veins(pen, red)


def _maple_veins(pen: Pen, red: Rgb) -> None:
    dark, pale = darken(red, 0.45), mix(lighten(red, 0.5), (255, 214, 150), 0.5)
    mains = (
        "0,-22 2,-70 0,-146",
        "0,-24 30,-56 80,-100",
        "0,-24 -30,-56 -78,-97",
        "1,-23 40,-32 82,-36",
        "-1,-23 -40,-30 -80,-32",
    )
    for text in mains:
        start, _, end = points(text)
        pen.line(stroke(text), dark, 2.3, alpha=0.55)
        pen.line(stroke(text), pale, 1.1, alpha=0.9)
        length = math.hypot(end[0] - start[0], end[1] - start[1])
        base = math.atan2(end[1] - start[1], end[0] - start[0])
        for step in (0.42, 0.58, 0.72, 0.85):
            for side in (-0.62, 0.62):
                x, y = start[0] + (end[0] - start[0]) * step, start[1] + (end[1] - start[1]) * step
                reach = length * 0.4 * (1.1 - step)
                tip = (x + reach * math.cos(base + side), y + reach * math.sin(base + side))
                bend = ((x + tip[0]) / 2 + 1.5 * math.cos(base), (y + tip[1]) / 2 + 1.5 * math.sin(base))
                pen.line(curve((x, y), bend, tip), dark, 0.9, alpha=0.55)


@thing("leaf", "foliage", "green leaf", cm=9, kind="plant")
def draw_leaf(pen: Pen, look: Look) -> None:
    """A broad leaf with a bent midrib."""
    green = look.colour((92, 158, 66))
    with pen.at(0, -6, turn=28):
        pen.fill(tube(points("0,-10 -2,4 -9,18"), [2.4, 3, 4.4]), darken(green, 0.3), "round", line=0.6)
        leaf = organic("0,-146 7,-134 26,-110 40,-78 38,-44 22,-18 0,-8 -24,-18 -40,-46 -38,-80 -22,-112 -6,-134")
        pen.fill(leaf, green, "soft")
        with pen.on(leaf):
            pen.decal(organic("0,-150 50,-120 54,-30 0,-6 6,-60 4,-100"), darken(green, 0.32), alpha=0.42)
            for i in range(7):
                y = -26 - i * 15
                wide = 40 - abs(i - 2) * 4
                for side in (-1, 1):
                    rib = curve((2, y), (side * wide * 0.5, y - 12), (side * wide, y - 27))
                    pen.line(rib, lighten(green, 0.45), 1.2, alpha=0.6)
            pen.line(stroke("0,-8 4,-60 0,-140"), darken(green, 0.3), 3.2, alpha=0.6)
            pen.line(stroke("0,-8 4,-60 0,-140"), lighten(green, 0.5), 1.7)


@thing("four-leaf clover", "clover", "shamrock", "four leaf clover", cm=8, kind="plant")
def draw_clover(pen: Pen, look: Look) -> None:
    """Four hearts around a stalk."""
    green = look.colour((64, 156, 74))
    pen.fill(tube(points("0,-80 6,-50 2,-20 -10,0"), [4, 4, 5, 6]), darken(green, 0.2), "round", line=0.7)
    heart = "0,0 20,-16 36,-38 32,-56 16,-60 0,-47 -16,-60 -32,-56 -36,-38 -20,-16"
    for turn in (45, 225, 135, 315):
        with pen.at(0, -82, turn=turn):
            lobe = organic(heart)
            pen.fill(lobe, green, "soft")
            with pen.on(lobe):
                pen.line(stroke("-26,-30 -12,-40 0,-30 12,-40 26,-30"), lighten(green, 0.5), 5, alpha=0.5, blur=1.5)
                pen.line(stroke("0,0 0,-46"), darken(green, 0.3), 1.3, alpha=0.7)
    pen.decal(ellipse(0, -82, 5), darken(green, 0.35), alpha=0.6, blur=2)
