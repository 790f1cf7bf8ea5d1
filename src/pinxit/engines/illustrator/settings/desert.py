"""Dunes behind dunes, mesas on the horizon, cacti at the sides."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.scenery import below, place, rock, shadow, wave
from pinxit.engines.illustrator.rigs.sky import EDGE, Air, breathe, fade, sky
from pinxit.engines.illustrator.rigs.tropics import cactus
from pinxit.engines.illustrator.rigs.waters import ripples
from pinxit.engines.illustrator.shapes import Point, polygon, smooth
from pinxit.engines.illustrator.stage import Stage

SAND: Rgb = (232, 178, 110)


@place(
    "desert",
    "battlefield",
    "dunes",
    "sand dunes",
    "sahara",
    sky=True,
)
def draw(stage: Stage) -> None:
    """Warm sand with sharp crests; red rock towers far away."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 570, 885, air.haze
    red = "mars" in mood.words or "canyon" in mood.words
    sand: Rgb = (206, 118, 78) if red else SAND
    sky(stage, air)
    rng = mood.random("desert")
    x = -60.0
    while x < width + 60:
        w, h = rng.uniform(120, 320), rng.uniform(60, 190)
        if not width * 0.36 < x + w / 2 < width * 0.6:
            mesa(stage.far, x, 574, (w, h), air.at((186, 104, 80), 0.46))
        x += w * rng.uniform(1.1, 2.0)
    for i, (y, far) in enumerate(((548, 0.5), (586, 0.3), (632, 0.12))):
        dune(stage.middle, stage, y, air.at(sand, far), i)
    near = wave(width, 700, 20, rng, 800)
    stops = ((0.0, air.at(lighten(sand, 0.24))), (0.4, air.at(sand)), (1.0, air.at(darken(sand, 0.24))))
    area = stage.near.fill(below(near), Gradient((0, 690), (0, 1000), stops), "flat", line=0.4)
    with stage.near.on(area):
        stage.near.decal(ripples((-EDGE, 710, width + EDGE, 1010), 90, 150, rng), air.at(darken(sand, 0.2)), alpha=0.4)
        stage.near.decal(ripples((-EDGE, 710, width + EDGE, 1010), 80, 150, rng), air.at(lighten(sand, 0.4)), alpha=0.5)
    plants(stage, air, red)


def mesa(pen: Pen, x: float, y: float, size: Point, rgb: Rgb) -> None:
    """A table mountain with its left foot at (x, y)."""
    w, h = size
    top = [(x + w * 0.16, y - h), (x + w * 0.5, y - h * 1.03), (x + w * 0.82, y - h * 0.97)]
    body = pen.fill(
        polygon([(x - w * 0.2, y), (x + w * 0.1, y - h * 0.4), *top, (x + w * 0.9, y - h * 0.42), (x + w * 1.2, y)]),
        Gradient((0, y - h), (0, y), ((0.0, rgb), (1.0, lighten(rgb, 0.3)))),
        "flat",
        line=0.4,
    )
    with pen.on(body):
        for t in (0.12, 0.26, 0.34):
            pen.decal(
                polygon(
                    [
                        (x - w, y - h * (1 - t)),
                        (x + w * 2, y - h * (1 - t) - 4),
                        (x + w * 2, y - h * (0.95 - t)),
                        (x - w, y - h * (0.95 - t)),
                    ]
                ),
                darken(rgb, 0.2),
                alpha=0.5,
            )
        pen.decal(
            polygon(
                [
                    (x + w * 0.6, y - h * 1.1),
                    (x + w * 0.66, y - h * 0.4),
                    (x + w * 0.6, y),
                    (x + w * 1.3, y),
                    (x + w, y - h * 1.1),
                ]
            ),
            darken(rgb, 0.35),
            alpha=0.5,
        )


def dune(pen: Pen, stage: Stage, y: float, rgb: Rgb, row: int) -> None:
    """A row of dunes: bright windward slopes, shaded lee sides with a sharp crest."""
    rng = stage.mood.random(f"dune{row}")
    line = wave(stage.width, y, 26 + 8 * row, rng, 420 + 120 * row)
    area = pen.fill(
        below(line), Gradient((0, y - 30), (0, y + 150), ((0.0, lighten(rgb, 0.2)), (1.0, rgb))), "flat", line=0.3
    )
    with pen.on(area):
        for _ in range(3):
            x, reach = rng.uniform(0, stage.width), rng.uniform(160, 300)
            crest = min(line, key=lambda point: abs(point[0] - x))
            lee = smooth(
                [
                    crest,
                    (x + reach * 0.4, crest[1] + 40),
                    (x + reach * 0.3, crest[1] + 90),
                    (x + reach, crest[1] + 190),
                    (x + reach * 1.7, crest[1] + 150),
                    (x + reach * 1.2, crest[1] + 10),
                ],
                tension=0.5,
            )
            pen.decal(lee, fade((x, crest[1]), (x, crest[1] + 190), darken(rgb, 0.26), (0.75, 0.0)))


def plants(stage: Stage, air: Air, red: bool) -> None:
    """Cacti at both sides and stones; only stones on red ground."""
    width, pen = stage.width, stage.near
    for x, y, size in ((0.07, 800, 130), (0.16, 826, 60), (0.93, 850, 150), (0.84, 770, 50)):
        rock(pen, x * width, y, min(size, width * 0.16), air.at((168, 104, 76)))
    if red:
        return
    green = air.at((86, 136, 86))
    for x, y, h in ((0.13, 768, 270), (0.885, 800, 360), (0.96, 730, 150)):
        shadow(pen, x * width + h * 0.2, y, h * 0.4, air.at((96, 56, 66)), 0.4)
        cactus(pen, x * width, y, h, green)
