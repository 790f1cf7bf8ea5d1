"""A wood: trunks behind trunks, beams between them, ferns on the floor; any season."""

from __future__ import annotations

import random

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.greenery import broadleaf, bush, conifer, crown, grass, leaves
from pinxit.engines.illustrator.rigs.heavens import sights
from pinxit.engines.illustrator.rigs.scenery import SNOW, ground, leaf, place, rock, wintry
from pinxit.engines.illustrator.rigs.sky import EDGE, Air, breathe, covered, halo, moon, pool, shafts, stars
from pinxit.engines.illustrator.rigs.tropics import fern
from pinxit.engines.illustrator.shapes import box, curve, smooth
from pinxit.engines.illustrator.stage import Stage


@place(
    "forest",
    "woods",
    "wood",
    "woodland",
    "pine forest",
    "autumn forest",
    "grove",
    "glade",
    "taiga",
    sky=True,
)
def draw(stage: Stage) -> None:
    """A lit clearing in the middle, dark trunks towards the edges."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 600, 890, air.haze
    rng = mood.random("forest")
    green = leaf(mood, rng) if mood.season == "autumn" else (96, 138, 74)
    glow = _backdrop(stage, air, green)
    pines = wintry(mood) or bool({"pine", "pines", "fir", "conifer"} & set(mood.words))
    for row, (y, far, gap) in enumerate(((618, 0.66, 46), (640, 0.42, 78), (672, 0.2, 130))):
        pen = stage.far if row < 2 else stage.middle
        _row(pen, stage, (y, far, gap), air, glow)
        if pines:
            _firs(pen, stage, y, far, air)
    _canopy(stage, air, green)
    floor = SNOW if wintry(mood) else (150, 116, 66) if mood.season == "autumn" else (92, 122, 60)
    undergrowth(stage, air, green)
    if mood.season == "autumn" and not pines:
        for t, y, h in ((0.1, 672, 330), (0.24, 660, 230), (0.78, 664, 250), (0.92, 676, 350)):
            broadleaf(stage.middle, width * t, y, h, air.at(leaf(mood, rng), 0.06))
    area = ground(stage, air, floor, 640)
    with stage.near.on(area):
        pool(stage.near, (width / 2, 800, max(260, width * 0.3), 110), mix(glow, floor, 0.3), 0.4)
        tones = [air.at(darken(floor, 0.3)), air.at(lighten(floor, 0.2)), air.at(darken(floor, 0.15))]
        grass(stage.near, (-EDGE, 650, width + EDGE, 1010), 44, tones, rng)
        if mood.season == "autumn":
            for tone in ((206, 96, 40), (226, 160, 60), (170, 70, 40)):
                stage.near.decal(leaves((width / 2, 830, width * 0.6, 160), 70, 9, rng), air.at(tone))
    if not covered(mood):
        beams = air.sun if mood.time != "night" else (150, 180, 240)
        shafts(stage.middle, (width * 0.26, -60), (width * 0.24, width * 0.95, 780), beams, 0.3, 5)
    _near(stage, air, green)


def undergrowth(stage: Stage, air: Air, green: Rgb) -> None:
    """Bushes where the floor meets the trunks, higher towards the edges."""
    rng = stage.mood.random("undergrowth")
    x = -40.0
    while x < stage.width + 60:
        edge = abs(x / stage.width - 0.5) * 2
        tone = SNOW if wintry(stage.mood) else darken(green, 0.14)
        bush(
            stage.middle,
            x,
            660,
            (rng.uniform(80, 150), rng.uniform(26, 50) + 60 * edge**2),
            air.at(tone, 0.3 - 0.2 * edge),
        )
        x += rng.uniform(50, 120)


def _backdrop(stage: Stage, air: Air, green: Rgb) -> Rgb:
    """The depth of the wood, brightest in the middle; returns the colour of its light."""
    pen, width = stage.far, stage.width
    glow = mix(mix(air.low, air.sun, 0.5), green, 0.3) if stage.mood.time != "night" else (70, 100, 160)
    deep = mix(air.at(green, 0.3), air.middle, 0.35)
    area = box(-EDGE, -EDGE, width + 2 * EDGE, 1000 + 2 * EDGE)
    pen.fill(
        area,
        Gradient((0, 0), (0, 640), ((0.0, darken(deep, 0.25)), (0.6, deep), (1.0, mix(deep, glow, 0.6)))),
        "flat",
        line=0,
    )
    halo(pen, width * 0.5, 470, max(460, width * 0.4), glow, 0.85)
    if stage.mood.time == "night":
        stars(pen, (-EDGE, -EDGE, width + EDGE, 420), stage.mood.random("stars"))
        halo(pen, width * 0.62, 190, 260, (150, 178, 236), 0.5)
        moon(pen, width * 0.62, 190, 44)
    sights(pen, width, 560, stage.mood)
    return glow


def _row(pen: Pen, stage: Stage, row: tuple[float, float, float], air: Air, glow: Rgb) -> None:
    """Trunks at one distance: (foot, haze, spacing); none in the very middle of the nearest row."""
    foot, far, gap = row
    rng = stage.mood.random(f"row{foot}")
    bark = mix(air.at((92, 70, 56)), mix(glow, air.haze, 0.4), far)
    x = -EDGE
    while x < stage.width + EDGE:
        x += gap * rng.uniform(0.6, 1.5)
        if far < 0.3 and abs(x - stage.width / 2) < stage.width * 0.2:
            continue
        w = gap * rng.uniform(0.14, 0.26)
        trunk(pen, (x, foot + rng.uniform(-8, 10)), w, bark, rng)


def trunk(
    pen: Pen, spot: tuple[float, float], w: float, bark: Rgb, rng: random.Random
) -> None:  # limit: one drawing, a list of its parts from back to front
    """A trunk that goes out of the frame at the top, with roots and a few dead boughs."""
    x, y = spot
    lean = rng.uniform(-0.9, 0.9) * w
    outline = smooth(
        [
            (x - w * 1.1, y + w * 0.2),
            (x - w * 0.52, y - w * 1.4),
            (x - w * 0.45 + lean * 0.4, y * 0.5),
            (x - w * 0.4 + lean, -EDGE * 2),
            (x + w * 0.4 + lean, -EDGE * 2),
            (x + w * 0.45 + lean * 0.4, y * 0.5),
            (x + w * 0.52, y - w * 1.4),
            (x + w * 1.15, y + w * 0.25),
        ],
        tension=0.4,
    )
    body = pen.fill(
        outline,
        Gradient(
            (x - w * 0.6, 0), (x + w * 0.6, 0), ((0.0, lighten(bark, 0.22)), (0.4, bark), (1.0, darken(bark, 0.36)))
        ),
        "flat",
        line=0.5,
    )
    for _ in range(2):
        by, side = y * rng.uniform(0.25, 0.7), rng.choice((-1, 1))
        pen.line(
            curve((x, by), (x + side * w * 1.2, by - w * 0.7), (x + side * w * 2.6, by - w * 1.9)),
            darken(bark, 0.12),
            max(w * 0.14, 1.5),
        )
    if w > 24:
        with pen.on(body):
            for i in range(9):
                gx = x + w * rng.uniform(-0.45, 0.45)
                gy = y * rng.uniform(0.05, 0.9)
                pen.line(
                    curve((gx, gy), (gx + w * 0.06, gy + w * 0.8), (gx - w * 0.04, gy + w * 1.7)),
                    darken(bark, 0.4) if i % 3 else lighten(bark, 0.2),
                    w * 0.05,
                    alpha=0.5,
                )


def _firs(pen: Pen, stage: Stage, y: float, far: float, air: Air) -> None:
    rng = stage.mood.random(f"firs{y}")
    snow = air.at(SNOW, far * 0.7) if wintry(stage.mood) else None
    for i in range(round(stage.width / 210)):
        x = (i + rng.random()) * 210
        if far < 0.3 and abs(x - stage.width / 2) < stage.width * 0.2:
            continue
        conifer(pen, x, y + 14, rng.uniform(260, 420), air.at((52, 92, 76), far), snow)


def _canopy(stage: Stage, air: Air, green: Rgb) -> None:
    """Leaves along the upper edge, deeper in the corners."""
    if wintry(stage.mood):
        return
    pen, width = stage.middle, stage.width
    rng = stage.mood.random("canopy")
    count = round(width / 120) + 3
    for layer, tone in enumerate(
        (air.at(darken(green, 0.34), 0.22), air.at(darken(green, 0.12), 0.1), air.at(lighten(green, 0.1)))
    ):
        path = crown(-60, 0, 190, 150, rng)
        for i in range(count):
            t = i / (count - 1)
            edge = abs(t - 0.5) * 2
            path.addPath(crown(t * width, -70 - 40 * layer + 90 * edge**2, 110, (95 + 90 * edge**2) - 20 * layer, rng))
        path.addPath(crown(width + 60, 0, 190, 150 - 20 * layer, rng))
        pen.decal(path, tone)
    for _ in range(3):
        pen.decal(leaves((rng.random() * width, 40, 260, 90), 50, 10, rng), air.at(lighten(green, 0.3)), alpha=0.6)


def _near(stage: Stage, air: Air, green: Rgb) -> None:
    """Two great trunks at the edges, stones, ferns in the corners."""
    mood, width, pen = stage.mood, stage.width, stage.near
    rng = mood.random("near")
    bark = air.at((84, 62, 50))
    size = min(84.0, width * 0.07)
    for x in (width * 0.03, width * 0.965):
        pool(pen, (x, 762, size * 2.2, 26), darken(bark, 0.5), 0.5)
        trunk(pen, (x, 760 + rng.uniform(-10, 20)), size, bark, rng)
    snow = air.at(SNOW) if wintry(mood) else None
    for x, y, w in ((0.13, 812, 90), (0.88, 838, 120), (0.8, 730, 50)):
        rock(pen, x * width, y, w, air.at((124, 124, 118)), snow)
    tone = air.at(snow or darken(green, 0.2))
    for x in (width * 0.02, width * 0.97):
        if snow:
            bush(stage.front, x, 1020, (220, 120), tone)
        else:
            fern(stage.front, x, 1010, min(180, width * 0.2), tone)
