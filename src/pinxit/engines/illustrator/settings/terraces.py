"""Land that is tilled in steps and rows: rice terraces, a vineyard, an orchard."""

import random

import skia

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.greenery import crown, grass, leaves, tree_line
from pinxit.engines.illustrator.rigs.landmarks import cottage
from pinxit.engines.illustrator.rigs.scenery import (
    SNOW,
    ground,
    hill,
    leaf,
    place,
    range_of,
    shadow,
    turf,
    wave,
    wintry,
)
from pinxit.engines.illustrator.rigs.sky import EDGE, Air, breathe, sky
from pinxit.engines.illustrator.rigs.tropics import palm
from pinxit.engines.illustrator.shapes import box, ellipse, polygon, smooth, tube
from pinxit.engines.illustrator.stage import Mood, Stage


def _land(stage: Stage, peak: float = 170) -> Air:
    """Sky, mountains and a far hill."""
    air = breathe(stage.mood)
    stage.horizon, stage.ground, stage.haze = 580, 890, air.haze
    sky(stage, air)
    range_of(
        stage.far, stage, 580, (600, peak), (air.at((116, 136, 164), 0.58), air.at(SNOW, 0.3) if peak > 200 else None)
    )
    return air


@place("rice terraces", "rice terrace", "rice paddies", "rice paddy", "terraced fields", "terraces", sky=True)
def rice(stage: Stage) -> None:  # limit: one drawing, a list of its parts from back to front
    """Curved steps of water and green that climb to both sides."""
    mood, width = stage.mood, stage.width
    air, rng = _land(stage, 240), stage.mood.random("rice")
    green: Rgb = {"autumn": (206, 176, 80)}.get(mood.season or "", (128, 184, 78))
    tree_line(stage.far, stage, 584, 60, air.at((70, 120, 76), 0.4))
    rows = 11
    for k in range(rows):
        t = k / (rows - 1)
        y, pen = 560 + 390 * t**1.35, stage.far if k < 3 else stage.middle if k < 7 else stage.near
        climb = (150 - 60 * t) * (1 - t * 0.5)
        points = []
        for i in range(13):
            u = i / 6 - 1
            points.append(
                (width / 2 + u * (width / 2 + 40), y - climb * abs(u) ** 1.6 + (3 + 3 * t) * rng.uniform(-1, 1))
            )
        far = 0.42 * (1 - t)
        tone = air.at(lighten(green, 0.06 * (k % 2)), far)
        band = smooth(points, closed=False)
        band.lineTo(width + 60, 1040)
        band.lineTo(-60, 1040)
        band.close()
        pen.fill(
            band,
            Gradient((0, y - climb), (0, y + 70), ((0.0, lighten(tone, 0.12)), (1.0, darken(tone, 0.12)))),
            "flat",
            line=0.3,
        )
        tall = 7 + 20 * t
        with pen.on(band):
            low = [(px, py + tall) for px, py in points]
            gap = skia.Path(smooth([*points, *reversed(low)], tension=0.4))
            pen.decal(gap, darken(tone, 0.32))
            if k % 2 == 0 or k > 8:
                wet = [(px, py + tall) for px, py in points] + [(px, py + tall * 2.6) for px, py in reversed(points)]
                pool = smooth(wet, tension=0.4)
                (pen.glow if air.exact else pen.decal)(pool, mix(air.low, air.middle, 0.35), alpha=0.85)
                for _ in range(26):
                    x = rng.uniform(0, width)
                    u = abs(x / width * 2 - 1)
                    py = y - climb * u**1.6 + tall * rng.uniform(1.3, 2.4)
                    pen.decal(ellipse(x, py, 3 + 4 * t, 1.4 + 2 * t), tone)
    for x, y, h in ((0.16, 590, 150), (0.83, 600, 170), (0.24, 640, 120)):
        palm(stage.middle, width * x, y, h, 20, (air.at((96, 148, 76), 0.1), air.at((140, 104, 72), 0.1)))
    cottage(
        stage.middle,
        width * 0.74,
        600,
        min(110, width * 0.12),
        (air.at((206, 176, 130), 0.14), air.at((150, 110, 66), 0.14)),
        mood.night,
        None,
    )
    for left, right in ((-EDGE, width * 0.22), (width * 0.78, width + EDGE)):
        grass(stage.front, (left, 990, right, 1040), 130, [air.at(darken(green, 0.3)), air.at(green)], rng)


@place("vineyard", "vineyards", "wine country", "winery", "tuscany", sky=True)
def vines(stage: Stage) -> None:  # limit: one drawing, a list of its parts from back to front
    """Rows of vines run to a house with cypresses on the hill."""
    mood, width = stage.mood, stage.width
    air, rng, green = _land(stage), stage.mood.random("vines"), turf(mood)
    hill(stage.far, wave(width, 530, 40, rng, 360), air.at(green, 0.5), air.at(green, 0.4))
    hill(stage.middle, wave(width, 566, 26, rng, 420), air.at(lighten(green, 0.1), 0.3), air.at(green, 0.2))
    house = (air.at((232, 200, 156), 0.2), air.at((186, 102, 74), 0.2))
    cottage(
        stage.middle,
        width * 0.62,
        572,
        min(130, width * 0.15),
        house,
        mood.night or mood.time == "sunset",
        air.at(SNOW) if wintry(mood) else None,
    )
    for x, h in ((0.51, 120), (0.54, 96), (0.71, 130), (0.745, 104), (0.77, 80)):
        cypress(stage.middle, width * x, 582, h, air.at((58, 96, 64), 0.22))
    soil = SNOW if wintry(mood) else (176, 142, 96)
    area = ground(stage, air, soil, 592)
    pen = stage.near
    foliage = (190, 200, 212) if wintry(mood) else leaf(mood, rng) if mood.season == "autumn" else (104, 150, 64)
    with pen.on(area):
        for i in range(-3, 4):
            pen.decal(
                polygon(
                    [
                        (width / 2 + i * 18 - 5, 594),
                        (width / 2 + i * 18 + 5, 594),
                        (width / 2 + i * 300 + 70, 1040),
                        (width / 2 + i * 300 - 70, 1040),
                    ]
                ),
                air.at(mix(green, soil, 0.4)),
                alpha=0.7,
            )
    for step in range(15):
        t = (step / 14) ** 1.7
        for k in (-4.5, -3.5, -2.5, -1.5, -0.75, 0.75, 1.5, 2.5, 3.5, 4.5):
            x, y, s = width / 2 + k * (18 + 260 * t), 596 + 400 * t, 8 + 92 * t
            if -s < x < width + s:
                vine(pen, (x, y), s, air.at(foliage, 0.3 * (1 - t)), rng, mood)


def vine(pen: Pen, foot: tuple[float, float], s: float, rgb: Rgb, rng: random.Random, mood: Mood) -> None:
    """One vine on its post, with grapes in summer and autumn."""
    x, y = foot
    if s > 16:
        pen.decal(ellipse(x, y, s * 0.7, s * 0.1), (40, 30, 30), alpha=0.25)
        pen.fill(box(x - s * 0.035, y - s * 0.9, s * 0.07, s * 0.9), (120, 88, 64), "flat", line=0.2)
        pen.fill(
            tube([(x, y), (x + s * 0.06, y - s * 0.3), (x - s * 0.04, y - s * 0.5)], s * 0.08),
            (92, 64, 50),
            "round",
            line=0.2,
        )
    pen.fill(crown(x, y - s * 0.72, s * 0.62, s * 0.34, rng), rgb, "round", line=0.3)
    if s > 26:
        pen.decal(leaves((x, y - s * 0.72, s * 0.6, s * 0.32), 20, s * 0.08, rng), lighten(rgb, 0.22))
        pen.decal(leaves((x, y - s * 0.62, s * 0.56, s * 0.3), 9, s * 0.08, rng), darken(rgb, 0.25))
        if not wintry(mood) and mood.season != "spring":
            grapes = skia.Path()
            for cx in (-0.3, 0.1, 0.38):
                for i in range(7):
                    grapes.addCircle(x + cx * s + rng.uniform(-0.05, 0.05) * s, y - s * 0.5 + i * s * 0.026, s * 0.028)
            pen.decal(grapes, (96, 56, 120))


def cypress(pen: Pen, x: float, y: float, h: float, rgb: Rgb) -> None:
    """A narrow dark cypress."""
    shape = smooth(
        [(x - h * 0.07, y), (x - h * 0.13, y - h * 0.4), (x, y - h), (x + h * 0.13, y - h * 0.4), (x + h * 0.07, y)]
    )
    pen.fill(shape, rgb, "round", line=0.3)


@place("orchard", "apple orchard", "fruit orchard", "olive grove", "orange grove", "apple trees", sky=True)
def orchard(stage: Stage) -> None:
    """Two rows of fruit trees beside a grassy lane, baskets and a ladder."""
    mood, width = stage.mood, stage.width
    air, rng, green = _land(stage, 150), stage.mood.random("orchard"), turf(mood)
    hill(stage.far, wave(width, 548, 26, rng, 380), air.at(green, 0.5), air.at(green, 0.42))
    tree_line(stage.far, stage, 590, 40, air.at(leaf(mood, rng), 0.4))
    area = ground(stage, air, green, 594)
    pen = stage.near
    with pen.on(area):
        grass(
            pen, (-EDGE, 640, width + EDGE, 1010), 40, [air.at(darken(green, 0.28)), air.at(lighten(green, 0.2))], rng
        )
    fruit: Rgb = (240, 150, 40) if "orange grove" in mood.words else (214, 50, 48)
    for offset, y, tall in ((0.08, 604, 90), (0.13, 620, 140), (0.2, 650, 210), (0.31, 700, 310), (0.5, 790, 500)):
        for side in (-1, 1):
            tree(pen, (width / 2 + side * offset * max(width, 900), y), tall, air, mood, fruit)
    for x, y in ((0.17, 860), (0.83, 880)):
        basket(pen, width * x, y, 92, air, fruit)


def tree(pen: Pen, foot: tuple[float, float], h: float, air: Air, mood: Mood, fruit: Rgb) -> None:  # limit: one tree
    """A low round fruit tree."""
    (x, y), rng = foot, mood.random(f"tree{foot[0]:.0f}")
    far, w = max(0.0, 0.34 - h / 1200), h * 0.1
    bark, green = air.at((110, 82, 64), far), air.at(SNOW if wintry(mood) else leaf(mood, rng), far)
    shadow(pen, x, y, h * 0.36)
    pen.fill(
        tube([(x, y), (x - w * 0.2, y - h * 0.24), (x + w * 0.1, y - h * 0.5)], [w, w * 0.7, w * 0.5]),
        bark,
        "round",
        line=0.4,
    )
    for dx in (-0.26, 0.26):
        pen.fill(
            tube(
                [(x, y - h * 0.3), (x + dx * h * 0.6, y - h * 0.46), (x + dx * h, y - h * 0.6)],
                [w * 0.5, w * 0.3, w * 0.15],
            ),
            bark,
            "round",
            line=0.3,
        )
    for dx, dy, r in ((-0.24, 0.62, 0.24), (0.24, 0.62, 0.24), (0.0, 0.78, 0.3), (0.02, 0.56, 0.26)):
        cx, cy = x + dx * h, y - dy * h
        pen.fill(crown(cx, cy, r * h, r * h * 0.8, rng), green, "round", line=0.3)
        pen.decal(
            leaves((cx, cy - r * h * 0.1, r * h * 0.95, r * h * 0.7), 26, max(2.0, h * 0.022), rng), lighten(green, 0.2)
        )
        if not wintry(mood) and h > 100:
            red = mood.season == "spring"
            for _ in range(5 if not red else 0):
                fx, fy, s = cx + rng.uniform(-0.7, 0.7) * r * h, cy + rng.uniform(-0.5, 0.6) * r * h, h * 0.026
                pen.fill(ellipse(fx, fy, s), air.at(fruit, far), "glossy", line=0.25)


def basket(pen: Pen, x: float, y: float, w: float, air: Air, fruit: Rgb) -> None:  # limit: place, size and colours
    """A basket heaped with fruit."""
    straw = air.at((196, 148, 88))
    shadow(pen, x, y, w * 0.6)
    for dx, dy in ((-0.28, 0.5), (0, 0.52), (0.28, 0.5), (-0.15, 0.66), (0.15, 0.66), (0, 0.8)):
        pen.fill(ellipse(x + dx * w, y - dy * w, w * 0.16), air.at(fruit), "glossy", line=0.4)
    body = pen.fill(
        polygon([(x - w * 0.5, y - w * 0.46), (x + w * 0.5, y - w * 0.46), (x + w * 0.38, y), (x - w * 0.38, y)]),
        straw,
        "round",
        line=0.5,
    )
    with pen.on(body):
        for r in range(5):
            for c in range(-5, 6):
                pen.decal(
                    box(x + c * w * 0.1 + (r % 2) * w * 0.05, y - w * 0.46 + r * w * 0.1, w * 0.045, w * 0.05, 2),
                    darken(straw, 0.3),
                    alpha=0.6,
                )
    pen.fill(box(x - w * 0.54, y - w * 0.5, w * 1.08, w * 0.09, 5), lighten(straw, 0.15), "round", line=0.4)
