"""A bamboo grove: tall stems in three distances, a path between low fences, green light."""

import random

import skia

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.greenery import blades, grass
from pinxit.engines.illustrator.rigs.scenery import SNOW, ground, place, wintry
from pinxit.engines.illustrator.rigs.sky import EDGE, Air, breathe, covered, halo, moon, shafts
from pinxit.engines.illustrator.rigs.tropics import fern
from pinxit.engines.illustrator.shapes import box, curve, polygon
from pinxit.engines.illustrator.stage import Stage

STEM: Rgb = (126, 168, 84)


@place("bamboo forest", "bamboo grove", "bamboo", "bamboo thicket", "arashiyama", sky=True)
def draw(stage: Stage) -> None:  # limit: one drawing, a list of its parts from back to front
    """Light stands at the end of the path."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 610, 890, mix(air.haze, (200, 226, 160), 0.4)
    glow = mix(mix(air.low, air.sun, 0.5), (206, 230, 150), 0.5) if not mood.night else (70, 110, 150)
    deep = air.at((70, 120, 66), 0.2)
    area = box(-EDGE, -EDGE, width + 2 * EDGE, 1050)
    stops = ((0.0, darken(deep, 0.1)), (0.5, mix(deep, glow, 0.45)), (1.0, mix(deep, glow, 0.7)))
    stage.far.fill(area, Gradient((0, 0), (0, 640), stops), "flat", line=0)
    halo(stage.far, width / 2, 470, max(420, width * 0.36), glow, 0.95)
    if mood.time == "night":
        moon(stage.far, width * 0.56, 170, 46)
    for far, gap, thick in ((0.66, 26, 9), (0.44, 40, 15), (0.22, 74, 24)):
        stems(stage, air, (far, gap, thick), glow)
    floor = SNOW if wintry(mood) else (138, 128, 78)
    soil = ground(stage, air, floor, 622)
    pen = stage.near
    with pen.on(soil):
        path = polygon([(width / 2 - 26, 622), (width / 2 + 26, 622), (width / 2 + 280, 1030), (width / 2 - 280, 1030)])
        pen.decal(path, air.at(lighten(SNOW if wintry(mood) else (206, 188, 150), 0.1), 0.06))
        grass(
            pen,
            (-EDGE, 660, width + EDGE, 1010),
            26,
            [air.at((110, 132, 64)), air.at((168, 160, 90))],
            mood.random("g"),
        )
        pen.decal(path, air.at((214, 198, 160), 0.06), alpha=0.65)
    rng = mood.random("foot")
    for k in range(round(26 * width / 1000)):
        x = width * (k + rng.random()) / (26 * width / 1000)
        if abs(x / width - 0.5) > 0.06:
            fern(pen, x, 640 + rng.uniform(0, 16), rng.uniform(26, 50), air.at((104, 146, 76), 0.12))
    for side in (-1, 1):
        rail(stage, air, side)
    if not covered(mood):
        shafts(
            stage.middle,
            (width * 0.3, -60),
            (width * 0.24, width * 0.9, 800),
            air.sun if not mood.night else (150, 180, 240),
            0.28,
            5,
        )
    for t in (-0.01, 0.1, 0.9, 1.02):
        stem(stage.front, width * t, 1040, 40, air.at(darken(STEM, 0.15)), 20 * (1 if t < 0.5 else -1))
    canopy(stage, air)


def stems(stage: Stage, air: Air, row: tuple[float, float, float], glow: Rgb) -> None:
    """One row of stems that leaves the path free."""
    far, gap, thick = row
    pen = stage.far if far > 0.4 else stage.middle
    rng = stage.mood.random(f"stems{far}")
    x = -EDGE
    while x < stage.width + EDGE:
        x += gap * rng.uniform(0.5, 1.5)
        free = 0.05 + 0.14 * (0.7 - far)
        if abs(x / stage.width - 0.5) < free:
            continue
        tone = mix(air.at(lighten(STEM, rng.uniform(-0.0, 0.2))), mix(glow, air.haze, 0.2), far)
        stem(pen, x, 640 + 40 * (0.7 - far), thick * rng.uniform(0.7, 1.2), tone, rng.uniform(-26, 26))


def stem(pen: Pen, x: float, foot: float, w: float, rgb: Rgb, lean: float) -> None:  # limit: place, size and colour
    """One stem from its foot to above the frame, with its knots."""
    top = -40.0
    shape = polygon([(x - w / 2, foot), (x - w * 0.42 + lean, top), (x + w * 0.42 + lean, top), (x + w / 2, foot)])
    stops = ((0.0, darken(rgb, 0.14)), (0.3, lighten(rgb, 0.3)), (1.0, darken(rgb, 0.34)))
    pen.fill(shape, Gradient((x - w / 2, 0), (x + w / 2, 0), stops), "flat", line=0.3)
    if w < 11:
        return
    knots, shine = skia.Path(), skia.Path()
    y, step = foot - w * 2.2, w * 4.6
    while y > top:
        cx = x + lean * (foot - y) / (foot - top)
        knots.addRect(skia.Rect.MakeXYWH(cx - w * 0.56, y, w * 1.12, max(2.0, w * 0.13)))
        shine.addRect(skia.Rect.MakeXYWH(cx - w * 0.52, y + w * 0.15, w * 1.04, max(1.5, w * 0.1)))
        y -= step
    pen.decal(knots, darken(rgb, 0.42))
    pen.decal(shine, lighten(rgb, 0.4), alpha=0.7)


def rail(stage: Stage, air: Air, side: float) -> None:
    """A low fence of split bamboo along the path."""
    pen, cx, wood = stage.near, stage.width / 2, air.at((176, 146, 92))
    for k in range(9):
        t = (k / 8) ** 1.6
        x, y, h = cx + side * (34 + 290 * t), 626 + 390 * t, 26 + 90 * t
        pen.fill(box(x - 2 - 5 * t, y - h, 4 + 10 * t, h, 2), wood, "round", line=0.4)
    for level in (0.42, 0.85):
        line = [(cx + side * (34 + 290 * t), 626 + 390 * t - (26 + 90 * t) * level) for t in (0.0, 1.0)]
        (x0, y0), (x1, y1) = line
        pen.fill(
            polygon([(x0, y0 - 1.5), (x1, y1 - 8), (x1, y1 + 8), (x0, y0 + 1.5)]), lighten(wood, 0.15), "flat", line=0.4
        )


def canopy(stage: Stage, air: Air) -> None:
    """Narrow leaves that hang in from above, in front only at the sides."""
    rng, width = stage.mood.random("canopy"), stage.width
    sprays(stage.middle, air.at(lighten(STEM, 0.1), 0.2), (0, width), round(90 * width / 1000), rng)
    for left, right in ((0.0, 0.34), (0.66, 1.0)):
        sprays(stage.front, air.at(darken(STEM, 0.3)), (width * left, width * right), round(16 * width / 1000), rng)
    for x in (width * 0.06, width * 0.93):
        stage.front.line(curve((x, -30), (x + 10, 60), (x - 6, 150)), air.at(darken(STEM, 0.3)), 3)


def sprays(pen: Pen, tone: Rgb, span: tuple[float, float], count: int, rng: random.Random) -> None:
    """Tufts of leaves between two xs along the upper edge."""
    path, reach = skia.Path(), span[1] - span[0]
    for _ in range(count):
        x, y = rng.uniform(*span), rng.uniform(-100, 100)
        for _ in range(4):
            blades(path, x, y, -rng.uniform(40, 84), rng.uniform(-0.06, 0.06) * min(reach, 800))
    pen.decal(path, tone)
