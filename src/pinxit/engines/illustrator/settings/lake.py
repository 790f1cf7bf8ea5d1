"""Still water: a lake or a pond with wooded banks that mirror in it, reeds in the corners."""

import skia

from pinxit.engines.illustrator.colours import darken, lighten
from pinxit.engines.illustrator.rigs.greenery import broadleaf, conifer, grass, tree_line
from pinxit.engines.illustrator.rigs.scenery import SNOW, below, leaf, place, range_of, rock, told, turf, wave, wintry
from pinxit.engines.illustrator.rigs.sky import EDGE, Air, breathe, brushed, fade, sky
from pinxit.engines.illustrator.rigs.waters import water
from pinxit.engines.illustrator.shapes import box, curve, ellipse, polygon, smooth
from pinxit.engines.illustrator.stage import Stage


@place("lake", "campsite", "tent", "pond", "lakeside", "lagoon", sky=True)
def draw(stage: Stage) -> None:
    """Mountains and woods beyond, water across the frame, a green bank to stand on."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 540, 895, air.haze
    rng = mood.random("lake")
    sky(stage, air)
    range_of(stage.far, stage, 546, (560, 210), (air.at((104, 124, 150), 0.5), air.at(SNOW, 0.3)))
    tree_line(stage.far, stage, 546, 74, air.at(leaf(mood, rng), 0.4))
    tree_line(stage.middle, stage, 552, 44, air.at(darken(leaf(mood, rng), 0.1), 0.24), pines=True)
    frozen = wintry(mood) or told(mood, "frozen", "icy")
    water(stage.middle, stage, air, (548, 860), (176, 206, 224) if frozen else (52, 122, 150))
    shade = air.at((50, 86, 74), 0.24)
    brushed(stage.middle, air)(box(-EDGE, 548, width + 2 * EDGE, 110), fade((0, 548), (0, 650), shade, (0.7, 0.3, 0.0)))
    if frozen:
        cracks(stage, air)
    bank(stage, air, frozen)
    if told(mood, "alone") and not frozen:
        jetty(stage, width * 0.42, air)
    snow = SNOW if wintry(mood) else None
    conifer(stage.near, width * 0.06, 800, 430, air.at((46, 90, 74)), snow)
    if told(mood, "pine", "pine tree", "forest", "fir", "mountain"):
        for t, y, h in ((0.14, 786, 300), (0.2, 800, 210), (0.99, 830, 600), (0.9, 806, 430), (0.82, 790, 260)):
            conifer(stage.near, width * t, y, h, air.at((44, 88, 72)), snow)
    elif width > 700:
        broadleaf(stage.near, width * 0.93, 810, 470, air.at(leaf(mood, rng)), bare=snow is not None)
        conifer(stage.near, width * 0.0, 830, 560, air.at((40, 80, 68)), snow)


def cracks(stage: Stage, air: Air) -> None:
    """The ice: long cracks and patches of blown snow."""
    pen, rng, width = stage.middle, stage.mood.random("cracks"), stage.width
    lines = skia.Path()
    for _ in range(12):
        x, y = rng.uniform(0, width), rng.uniform(600, 800)
        lines.moveTo(x, y)
        for _ in range(5):
            x, y = x + rng.uniform(-30, 90), y + rng.uniform(-9, 10)
            lines.lineTo(x, y)
    pen.line(lines, air.at((246, 250, 255)), 2.2, alpha=0.8)
    for _ in range(9):
        x, y = rng.uniform(0, width), rng.uniform(580, 800)
        pen.decal(ellipse(x, y, 40 + (y - 560) * 0.5, 4 + (y - 560) * 0.04), air.at(SNOW), alpha=0.6)


def jetty(stage: Stage, x: float, air: Air) -> None:
    """A wooden landing stage with a rowing boat beside it."""
    pen, wood = stage.near, air.at((150, 112, 76))
    for t in (0.0, 0.5, 1.0):
        half = 62 - 34 * t
        for side in (-1, 1):
            post = box(x + side * half - 4, 812 - 128 * t, 9 - 4 * t, 40 - 20 * t)
            pen.fill(post, darken(wood, 0.4), "flat", line=0.4)
    deck = polygon([(x - 72, 832), (x + 72, 832), (x + 32, 684), (x - 24, 684)])
    pen.fill(deck, wood, "flat", line=0.5)
    planks = skia.Path()
    for i in range(11):
        y = 684 + 148 * (i / 10) ** 1.3
        planks.moveTo(x - 90, y)
        planks.lineTo(x + 90, y)
    with pen.on(deck):
        pen.line(planks, darken(wood, 0.45), 2.4, alpha=0.7)
    bx = x + 190
    pen.decal(ellipse(bx, 770, 120, 16), air.at((30, 60, 76)), alpha=0.4)
    hull = smooth([(bx - 120, 722), (bx - 90, 760), (bx, 772), (bx + 90, 760), (bx + 124, 716), (bx, 740)], tension=0.4)
    pen.fill(hull, air.at((184, 70, 56)), "round", line=0.6)
    inner = smooth([(bx - 118, 722), (bx, 706), (bx + 122, 717), (bx, 742)], tension=0.5)
    pen.fill(inner, air.at((120, 78, 52)), "flat", line=0.4)
    for dx in (-44, 40):
        pen.fill(box(bx + dx - 9, 708, 18, 28, 3), air.at((196, 156, 108)), "flat", line=0.3)


def bank(stage: Stage, air: Air, frozen: bool = False) -> None:
    """The near bank with stones, lily pads off it and reeds in the corners."""
    mood, width, pen = stage.mood, stage.width, stage.near
    rng = mood.random("bank")
    green = turf(mood)
    for i in range(0 if frozen else 10):
        x, y = width * (0.1 + 0.8 * rng.random()), rng.uniform(690, 770)
        rx = 16 + (y - 690) * 0.35
        pen.decal(ellipse(x, y, rx, rx * 0.26), air.at((84, 140, 84)))
        if i % 3 == 0:
            pen.decal(ellipse(x, y - rx * 0.22, rx * 0.3, rx * 0.24), air.at((250, 214, 228)))
    line = wave(width, 815, 16, rng, 380)
    pen.decal(below([(x, y - 9) for x, y in line]), air.at(darken((126, 104, 78), 0.2)))
    area = pen.fill(below(line), air.at(green), "flat", line=0.4)
    with pen.on(area):
        tones = [air.at(darken(green, 0.3)), air.at(lighten(green, 0.22)), air.at(darken(green, 0.14))]
        pen.decal(box(-EDGE, 800, width + 2 * EDGE, 240), fade((0, 820), (0, 1000), darken(green, 0.5), (0.0, 0.5)))
        grass(pen, (-EDGE, 830, width + EDGE, 1015), 50, tones, rng)
    for x, y, size in ((0.2, 832, 80), (0.26, 838, 44), (0.8, 846, 96)):
        rock(pen, x * width, y, size, air.at((130, 128, 124)), air.at(SNOW) if wintry(mood) else None)
    for edge in (0.0, width):
        reeds(stage, edge, air)


def reeds(stage: Stage, x: float, air: Air) -> None:
    """Cattails close to the viewer."""
    pen, rng = stage.front, stage.mood.random(f"reeds{x}")
    for _ in range(9):
        rx, h = x + rng.uniform(-0.1, 0.1) * min(stage.width, 1200), rng.uniform(130, 270)
        lean = rng.uniform(-24, 24)
        pen.line(curve((rx, 1020), (rx + lean * 0.3, 1000 - h * 0.5), (rx + lean, 1000 - h)), air.at((86, 112, 58)), 5)
        pen.line(curve((rx + lean * 0.8, 1000 - h * 0.84), (rx + lean, 1000 - h)), air.at((112, 72, 46)), 13)
    tones = [air.at((62, 92, 52)), air.at((84, 116, 60))]
    grass(pen, (x - 150, 990, x + 150, 1030), 170, tones, rng)
