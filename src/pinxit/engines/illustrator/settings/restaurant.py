"""A restaurant: laid tables with white cloths, wall lamps, tall evening windows."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.furnishing import chair, house_plant
from pinxit.engines.illustrator.rigs.interior import curtain, dim, floor, pendant, picture, sheen, wall, window
from pinxit.engines.illustrator.rigs.scenery import place
from pinxit.engines.illustrator.rigs.sky import breathe, halo, pool
from pinxit.engines.illustrator.shapes import box, ellipse, polygon
from pinxit.engines.illustrator.stage import Stage


@place("restaurant", "diner", "dining room", "canteen", "pizzeria", "dining hall", "banquet", light="window")
def draw(stage: Stage) -> None:
    """Tables in depth at both sides leave the middle free."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 660, 905, (226, 186, 150)
    wall(stage, (170, 92, 82), (88, 50, 44))
    stage.far.decal(box(-30, 450, width + 60, 190), dim(stage, (112, 66, 54)))
    stage.far.decal(box(-30, 446, width + 60, 8), dim(stage, (190, 146, 96)))
    for x in (0.16, 0.84):
        area = (width * x - 85, 110, 170, 320)
        window(stage.far, area, air, dim(stage, (236, 222, 196)), (2, 3))
        for cx in (area[0] - 52, area[0] + area[2] + 2):
            curtain(stage.far, (cx, 90, 50, 380), dim(stage, (206, 168, 110)), 3)
    picture(
        stage.far,
        (width * 0.5 - 80, 150, 160, 120),
        (dim(stage, (150, 178, 180)), dim(stage, (132, 142, 96))),
        (190, 150, 86),
    )
    floor(stage, (142, 96, 66), 140)
    for x, y, s in (
        (0.36, 716, 0.55),
        (0.64, 716, 0.55),
        (0.2, 770, 0.8),
        (0.8, 770, 0.8),
        (0.02, 860, 1.15),
        (0.98, 860, 1.15),
    ):
        laid(stage.middle, width * x, y, s, stage)
    house_plant(stage.middle, width * 0.5, 690, 130, dim(stage, (70, 122, 70)))
    for x in (0.2, 0.5, 0.8):
        pendant(stage.middle, width * x, 130, 46, (120, 84, 50), lit=True)
    sheen(stage, 850, (255, 200, 120), 0.22)


def laid(pen: Pen, x: float, y: float, s: float, stage: Stage) -> None:
    """A round table under a white cloth with a candle, plates and two chairs; its foot at (x, y)."""
    cloth: Rgb = dim(stage, (244, 238, 228))
    wood = dim(stage, (112, 66, 48))
    chair(pen, x - 118 * s, y - 8 * s, 210 * s, wood)
    chair(pen, x + 118 * s, y - 8 * s, 210 * s, wood, flip=True)
    pool(pen, (x, y, 130 * s, 22 * s), (30, 16, 20), 0.4)
    skirt = polygon(
        [
            (x - 112 * s, y - 132 * s),
            (x + 112 * s, y - 132 * s),
            (x + 126 * s, y - 16 * s),
            (x + 60 * s, y - 4 * s),
            (x, y - 14 * s),
            (x - 60 * s, y - 4 * s),
            (x - 126 * s, y - 16 * s),
        ]
    )
    pen.fill(
        skirt,
        Gradient(
            (x - 112 * s, 0), (x + 126 * s, 0), ((0.0, cloth), (0.5, darken(cloth, 0.06)), (1.0, darken(cloth, 0.26)))
        ),
        "flat",
        line=0.5,
    )
    pen.fill(ellipse(x, y - 132 * s, 114 * s, 22 * s), lighten(cloth, 0.3), "flat", line=0.5)
    for dx in (-56, 56):
        pen.decal(ellipse(x + dx * s, y - 132 * s, 32 * s, 7 * s), darken(cloth, 0.14))
        pen.decal(ellipse(x + dx * s, y - 133 * s, 26 * s, 5 * s), (252, 250, 246))
    pen.fill(box(x - 5 * s, y - 172 * s, 10 * s, 40 * s), (240, 226, 190), "flat", line=0.4)
    halo(pen, x, y - 182 * s, 90 * s, (255, 200, 110), 0.7)
    pen.glow(ellipse(x, y - 182 * s, 5 * s, 10 * s), (255, 238, 180))
