"""A roof over the town: parapet, chimneys and water tank at the sides, towers beyond."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.furnishing import block, house_plant
from pinxit.engines.illustrator.rigs.scenery import place, wet
from pinxit.engines.illustrator.rigs.sky import EDGE, breathe, fade, sky
from pinxit.engines.illustrator.rigs.surface import bricks, tiles
from pinxit.engines.illustrator.rigs.town import skyline
from pinxit.engines.illustrator.rigs.waters import puddles
from pinxit.engines.illustrator.shapes import box, polygon
from pinxit.engines.illustrator.stage import Stage


@place("rooftop", "roof", "rooftops", "roof terrace", "penthouse", "building", sky=True)
def draw(stage: Stage) -> None:
    """The sky takes the upper half."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 650, 890, air.haze
    sky(stage, air, 640)
    warm = (255, 212, 140) if mood.night or mood.time in {"sunset", "dawn"} else None
    skyline(stage.far, stage, 680, (84, 330), (air.at((118, 132, 164), 0.56), warm))
    skyline(stage.middle, stage, 690, (128, 190), (air.at((108, 104, 122), 0.28), warm))
    tank(stage.middle, width * 0.87, 690, min(190, width * 0.2), air.at((134, 96, 70), 0.1))
    rng = mood.random("roof")
    brick: Rgb = air.at((158, 96, 76))
    for t, h in ((0.08, 190), (0.2, 120)):
        x = width * t
        bricks(stage.middle, (x - 36, 690 - h, x + 36, 700), brick, rng, 38)
        block(stage.middle, (x - 46, 690 - h - 14, 92, 18), lighten(brick, 0.2))
        block(stage.middle, (x - 14, 690 - h - 46, 28, 34), darken(brick, 0.1))
    stone = air.at((170, 164, 158))
    tiles(stage.near, stage, 740, (stone, darken(stone, 0.08)), 230)
    bricks(stage.near, (-EDGE, 664, width + EDGE, 744), brick, rng, 54)
    block(stage.near, (-EDGE, 648, width + 2 * EDGE, 20), lighten(stone, 0.2), 2)
    stage.near.decal(box(-EDGE, 744, width + 2 * EDGE, 40), fade((0, 744), (0, 784), darken(stone, 0.6), (0.5, 0.0)))
    if wet(mood):
        puddles(stage.near, stage, air, (800, 980), 5)
    for t in (0.05, 0.95):
        house_plant(stage.near, width * t, 870, 210, air.at((84, 140, 80)), air.at((186, 110, 80)))


def tank(pen: Pen, x: float, y: float, size: float, rgb: Rgb) -> None:
    """A wooden water tank on legs."""
    for dx in (-0.4, -0.14, 0.14, 0.4):
        pen.fill(box(x + dx * size - 5, y - size * 0.7, 10, size * 0.72), darken(rgb, 0.45), "flat", line=0.4)
    body = pen.fill(
        box(x - size / 2, y - size * 1.5, size, size * 0.86),
        Gradient((x - size / 2, 0), (x + size / 2, 0), ((0.0, lighten(rgb, 0.2)), (0.5, rgb), (1.0, darken(rgb, 0.4)))),
        "flat",
        line=0.5,
    )
    with pen.on(body):
        for i in range(12):
            pen.decal(box(x - size / 2 + size * i / 12, y - size * 1.5, 2, size), darken(rgb, 0.4), alpha=0.6)
        for t in (1.36, 1.08, 0.8):
            pen.decal(box(x - size / 2, y - size * t, size, 5), darken(rgb, 0.55))
    pen.fill(
        polygon([(x - size * 0.56, y - size * 1.48), (x, y - size * 1.92), (x + size * 0.56, y - size * 1.48)]),
        darken(rgb, 0.3),
        "flat",
        line=0.5,
    )
