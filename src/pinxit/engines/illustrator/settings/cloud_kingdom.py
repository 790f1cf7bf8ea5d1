"""A kingdom in the clouds: floating islands with waterfalls, a castle far away, bridges of light, banks of cloud."""

import random

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.greenery import broadleaf, bush, grass
from pinxit.engines.illustrator.rigs.landmarks import castle
from pinxit.engines.illustrator.rigs.scenery import apart, jagged, leaf, place, turf
from pinxit.engines.illustrator.rigs.sky import Air, breathe, fade, halo, puffs, sky
from pinxit.engines.illustrator.shapes import Point, polygon, smooth
from pinxit.engines.illustrator.stage import Stage


@place(
    "cloud kingdom",
    "cloud city",
    "floating islands",
    "floating island",
    "sky kingdom",
    "castle in the clouds",
    sky=True,
)
def draw(stage: Stage) -> None:
    """The nearest island carries the subject; the castle floats behind it."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 640, 885, air.haze
    sky(stage, air, 900)
    rng = mood.random("banks")
    halo(stage.far, width * 0.5, 430, 460, mix(air.sun, air.low, 0.3), 0.6)
    clouds(stage.far, stage, air, 640, 150)
    island(stage.far, (width * 0.5, 470), min(430.0, width * 0.5), air, 0.32)
    if not apart(mood, "castle", "palace"):
        castle(
            stage.far,
            width * 0.5,
            452,
            min(300.0, width * 0.34),
            air.at((236, 226, 226), 0.26),
            air.at((110, 120, 190), 0.26),
        )
    for x, y, most, far in (
        (0.12, 330, 190, 0.36),
        (0.88, 270, 160, 0.42),
        (0.06, 620, 280, 0.14),
        (0.95, 570, 260, 0.16),
    ):
        w = min(most, width * 0.3)
        island(stage.middle, (width * x, y), w, air, far)
        broadleaf(stage.middle, width * x + w * 0.1, y - 4, w * 0.6, air.at(leaf(mood, rng), far))
        bush(stage.middle, width * x - w * 0.24, y + 2, (w * 0.3, w * 0.16), air.at(leaf(mood, rng), far))
    clouds(stage.middle, stage, air, 760, 200)
    near = turf(mood)
    reach = max(width * 0.46, 360.0)
    island(stage.near, (width * 0.5, 830), reach * 2, air, 0.0)
    tones = [air.at(darken(near, 0.28)), air.at(lighten(near, 0.2))]
    grass(stage.near, (width * 0.5 - reach * 0.84, 812, width * 0.5 + reach * 0.84, 872), 30, tones, rng)
    clouds(stage.front, stage, air, 1020, 150)


def clouds(pen: Pen, stage: Stage, air: Air, y: float, size: float) -> None:
    """A bank of cloud across the frame, lower in the middle."""
    rng = stage.mood.random(f"bank{y}")
    count = round(stage.width / size) + 2
    for i in range(count):
        x = (i - 0.4 + rng.uniform(-0.2, 0.2)) * size
        h = size * rng.uniform(0.5, 0.8) * (0.6 + abs(x / stage.width - 0.5))
        stops = ((0.0, air.cloud), (0.5, mix(air.cloud, air.shade, 0.45)), (1.0, mix(air.shade, air.middle, 0.4)))
        body = puffs(x, y + size * 0.3, size * 1.6, h, rng)
        draw_on = pen.glow if air.exact else pen.decal
        draw_on(body, Gradient((0, y + size * 0.3 - h), (0, y + size * 0.3), stops, alphas=(0.97, 0.9, 0.0)))


def island(pen: Pen, top: Point, w: float, air: Air, far: float) -> None:
    """An island that floats: turf with an overhang, rock that ends in points, a waterfall at its side."""
    x, y = top
    mood = air.mood
    rng = random.Random(round(x * 3 + y))
    rock: Rgb = air.at((150, 124, 112), far)
    green = air.at(turf(mood) if mood else (118, 166, 70), far)
    deep = min(w * 0.62, 300.0)
    low = [
        *jagged((x + w * 0.48, y), (x + w * 0.06, y + deep), w * 0.08, rng, 3),
        *jagged((x + w * 0.02, y + deep * 0.96), (x - w * 0.48, y), w * 0.08, rng, 3),
    ]
    body = pen.fill(
        polygon(low),
        Gradient((0, y), (0, y + deep), ((0.0, lighten(rock, 0.14)), (1.0, darken(rock, 0.35)))),
        "flat",
        line=0.5,
    )
    with pen.on(body):
        for dx, tone in ((0.16, darken(rock, 0.3)), (-0.3, lighten(rock, 0.16))):
            edge = jagged((x + dx * w, y), (x + dx * w * 0.3, y + deep), w * 0.05, rng, 3)
            pen.decal(polygon([*edge, (x + dx * w * 2, y + deep), (x + dx * w * 3, y)]), tone, alpha=0.5)
    fall = polygon(
        [(x + w * 0.3, y + 4), (x + w * 0.37, y + 2), (x + w * 0.39, y + deep * 0.9), (x + w * 0.3, y + deep * 0.96)]
    )
    pen.decal(fall, fade((0, y), (0, y + deep), (240, 250, 255), (0.95, 0.7, 0.0)))
    rim = [
        (x - w * 0.5, y + 4),
        (x - w * 0.4, y - w * 0.035),
        (x, y - w * 0.05),
        (x + w * 0.4, y - w * 0.035),
        (x + w * 0.5, y + 4),
    ]
    under = [(x + w * (0.46 - 0.92 * k / 8), y + w * (0.06 if k % 2 else 0.03)) for k in range(9)]
    pen.fill(
        smooth([*rim, *under], tension=0.4),
        Gradient((0, y - w * 0.05), (0, y + w * 0.06), ((0.0, lighten(green, 0.2)), (1.0, darken(green, 0.22)))),
        "flat",
        line=0.5,
    )
