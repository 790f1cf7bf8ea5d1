"""Ruins of a temple: broken columns on steps, fallen drums, ivy, a wide land behind."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.greenery import blossoms, bush, grass, leaves, tree_line
from pinxit.engines.illustrator.rigs.scenery import (
    SNOW,
    ground,
    hill,
    leaf,
    place,
    range_of,
    rock,
    shadow,
    turf,
    wave,
    wintry,
)
from pinxit.engines.illustrator.rigs.sky import EDGE, Air, breathe, sky
from pinxit.engines.illustrator.shapes import box, ellipse, polygon, smooth
from pinxit.engines.illustrator.stage import Stage

MARBLE: Rgb = (226, 212, 186)


@place(
    "ruins", "ancient ruins", "ancient temple", "temple ruins", "greek temple", "overgrown ruins", "acropolis", sky=True
)
def draw(stage: Stage) -> None:
    """The temple's front stands behind the middle, columns frame the sides."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 580, 890, air.haze
    rng, green = mood.random("ruins"), turf(mood)
    green = green if mood.season else (150, 164, 92)
    sky(stage, air)
    range_of(stage.far, stage, 576, (600, 180), (air.at((124, 134, 164), 0.6), None))
    hill(stage.far, wave(width, 546, 34, rng, 380), air.at(green, 0.5), air.at(green, 0.4))
    tree_line(stage.far, stage, 584, 34, air.at(leaf(mood, rng), 0.36))
    temple(stage, air)
    area = ground(stage, air, green, 612)
    pen = stage.near
    with pen.on(area):
        for k in range(16):
            t = (k / 15) ** 1.4
            x, y, w = width * 0.5 + rng.uniform(-1, 1) * (40 + 220 * t), 650 + 340 * t, 34 + 120 * t
            pen.decal(ellipse(x, y, w, w * 0.24, rng.uniform(-4, 4)), air.at(lighten(MARBLE, 0.05), 0.1), alpha=0.7)
        grass(pen, (-EDGE, 650, width + EDGE, 1010), 40, [air.at(darken(green, 0.3)), air.at(lighten(green, 0.2))], rng)
        if not wintry(mood):
            blossoms(pen, (-EDGE, 700, width + EDGE, 990), 9, [air.at((250, 236, 180)), air.at((226, 120, 110))], rng)
    for t, y, w, top in ((0.17, 716, 62, 320), (0.83, 720, 64, 450), (0.02, 850, 112, -60), (0.97, 860, 116, 180)):
        column(pen, (width * t, y, w, top), air, stage)
    drum(pen, width * 0.27, 760, 96, air)
    drum(pen, width * 0.76, 812, 120, air)
    for t, y, w in ((0.11, 880, 90), (0.88, 930, 130), (0.34, 700, 44)):
        rock(pen, width * t, y, w, air.at(darken(MARBLE, 0.1)), air.at(SNOW) if wintry(mood) else None)
    for x in (0.0, width):
        bush(stage.front, x, 1030, (210, 130), air.at(darken(leaf(mood, rng), 0.25)))


def temple(stage: Stage, air: Air) -> None:
    """The front of the temple: three steps, six columns, a broken gable."""
    pen, x, half = stage.middle, stage.width * 0.5, min(stage.width * 0.25, 330.0)
    stone, y = air.at(MARBLE, 0.26), 600.0
    pen.fill(box(x - half * 0.84, 390, half * 1.68, 210), darken(stone, 0.42), "flat", line=0.3)
    pen.decal(box(x - half * 0.16, 430, half * 0.32, 170), darken(stone, 0.62))
    tall = 220.0
    for k in range(6):
        cx = x + half * (-0.82 + 1.64 * k / 5)
        top = y - tall if k != 4 else y - tall * 0.66
        w = half * 0.13
        stops = ((0.0, darken(stone, 0.06)), (0.35, lighten(stone, 0.2)), (1.0, darken(stone, 0.3)))
        pen.fill(box(cx - w / 2, top, w, y - top), Gradient((cx - w / 2, 0), (cx + w / 2, 0), stops), "flat", line=0.4)
        for i in (1, 2, 3):
            pen.decal(box(cx - w / 2 + w * i / 4, top, 1.6, y - top), darken(stone, 0.35), alpha=0.6)
        if k != 4:
            pen.fill(box(cx - w * 0.72, top - 10, w * 1.44, 14), stone, "flat", line=0.4)
    beam = [(-0.94, -222), (0.42, -222), (0.46, -240), (0.52, -228), (0.5, -262), (-0.94, -262)]
    pen.fill(polygon([(x + half * a, y + b) for a, b in beam]), lighten(stone, 0.06), "flat", line=0.4)
    gable = [
        (-0.98, -262),
        (0.48, -262),
        (0.4, -292),
        (0.3, -286),
        (0.22, -324),
        (0.1, -318),
        (0.0, -346),
        (-0.12, -340),
    ]
    pen.fill(polygon([(x + half * a, y + b) for a, b in gable]), stone, "flat", line=0.4)
    pen.decal(
        polygon([(x + half * a, y + b) for a, b in ((-0.72, -270), (0.3, -270), (0.14, -306), (-0.1, -326))]),
        darken(stone, 0.25),
    )
    for k in range(3):
        w = half * (2.0 + 0.12 * k)
        pen.fill(box(x - w / 2, y + 12 * k, w, 14), lighten(stone, 0.1 - 0.08 * k), "flat", line=0.4)


def column(pen: Pen, area: tuple[float, float, float, float], air: Air, stage: Stage) -> None:
    """A fluted column from (x, y), w thick, broken off at the height `top`, with ivy."""
    x, y, w, top = area
    rng, stone = stage.mood.random(f"column{x:.0f}"), air.at(MARBLE, 0.04)
    shadow(pen, x, y, w)
    stops = ((0.0, darken(stone, 0.12)), (0.34, lighten(stone, 0.22)), (1.0, darken(stone, 0.4)))
    edge = [
        (x + w / 2, y),
        (x + w * 0.46, top + w * 0.3),
        (x + w * 0.2, top),
        (x, top + w * 0.26),
        (x - w * 0.24, top - w * 0.1),
        (x - w * 0.46, top + w * 0.16),
        (x - w / 2, y),
    ]
    body = pen.fill(polygon(edge), Gradient((x - w / 2, 0), (x + w / 2, 0), stops), "flat", line=0.5)
    with pen.on(body):
        for i in range(1, 6):
            pen.decal(box(x - w / 2 + w * i / 6, top - w, w * 0.035, y - top + w), darken(stone, 0.4), alpha=0.55)
        level = y - w * 1.9
        while level > top:
            pen.decal(box(x - w, level, w * 2, w * 0.03), darken(stone, 0.5), alpha=0.8)
            level -= w * 1.9
    for k, h in ((0.74, 0.2), (0.62, 0.38)):
        pen.fill(
            box(x - w * k, y - w * h, w * 2 * k, w * 0.2, 4), Gradient((x - w, 0), (x + w, 0), stops), "flat", line=0.5
        )
    if not wintry(stage.mood):
        for j in range(6):
            cy = y - w * (0.4 + j * 0.62)
            vine = air.at(leaf(stage.mood, rng))
            pen.decal(
                leaves((x - w * 0.3 + w * 0.12 * (j % 3), cy, w * 0.34, w * 0.36), 15, w * 0.1, rng),
                darken(vine, 0.1 * (j % 2)),
            )


def drum(pen: Pen, x: float, y: float, w: float, air: Air) -> None:
    """A fallen piece of column that lies on its side."""
    stone, r = air.at(MARBLE, 0.05), w * 0.3
    shadow(pen, x, y, w * 0.7)
    body = smooth(
        [
            (x - w / 2, y - r * 2),
            (x + w / 2, y - r * 1.9),
            (x + w / 2 + r * 0.3, y - r),
            (x + w / 2, y),
            (x - w / 2, y),
        ],
        tension=0.25,
    )
    pen.fill(
        body,
        Gradient((0, y - 2 * r), (0, y), ((0.0, lighten(stone, 0.15)), (1.0, darken(stone, 0.35)))),
        "flat",
        line=0.5,
    )
    for k in (0.4, 0.8, 1.2, 1.6):
        pen.decal(box(x - w / 2, y - r * k, w, 2.4), darken(stone, 0.35), alpha=0.6)
    pen.fill(ellipse(x - w / 2, y - r, r * 0.5, r), lighten(stone, 0.1), "flat", line=0.5)
    pen.decal(ellipse(x - w / 2, y - r, r * 0.16, r * 0.3), darken(stone, 0.4))
