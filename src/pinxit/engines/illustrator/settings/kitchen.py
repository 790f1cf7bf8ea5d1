"""A kitchen: tiled wall, window over the counter, wall cupboards, shelves with jars."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.rigs.furnishing import block, counter, cupboards, house_plant
from pinxit.engines.illustrator.rigs.interior import dim, pendant, pot, sheen, shelf, sunbeams, wall, window
from pinxit.engines.illustrator.rigs.scenery import place
from pinxit.engines.illustrator.rigs.sky import EDGE, breathe
from pinxit.engines.illustrator.rigs.surface import bricks, tiles
from pinxit.engines.illustrator.shapes import box, ellipse
from pinxit.engines.illustrator.stage import Stage

FRONTS: tuple[Rgb, ...] = ((126, 158, 148), (232, 218, 196), (92, 118, 142), (206, 150, 110))


@place(
    "kitchen",
    "kitchen counter",
    "pantry",
    "cook's kitchen",
    "modern kitchen",
    "cottage kitchen",
    light="window",
)
def draw(stage: Stage) -> None:
    """The window is in the left third, the oven and the hood at the right; the middle wall is plain tile."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 730, 905, (240, 222, 190)
    rng = mood.random("kitchen")
    front = dim(stage, rng.choice(FRONTS))
    wall(stage, (240, 226, 200), (216, 196, 164))
    bricks(stage.far, (-EDGE, 330, width + EDGE, 530), dim(stage, (226, 226, 214)), rng, 84)
    opening = (width * 0.08, 120, min(width * 0.3, 380), 330)
    window(stage.far, opening, air, dim(stage, (250, 244, 230)), (2, 2))
    left = opening[0] + opening[2] + 70
    shelf(stage.far, (left, 240, width * 0.76 - left), dim(stage, (160, 112, 70)), rng, "jars")
    cupboards(stage.far, (width * 0.8, -EDGE, width * 0.3, 250), front, 2)
    hood(stage, width * 0.9)
    tiles(stage.middle, stage, stage.horizon, (dim(stage, (232, 220, 200)), dim(stage, (196, 140, 106))), 190)
    counter(
        stage.middle,
        (-EDGE, 520, width + 2 * EDGE, 226),
        (front, dim(stage, (182, 132, 86))),
        max(4, round(width / 170)),
    )
    oven(stage, width * 0.9, front)
    for x, h in ((0.62, 62), (0.68, 46), (0.72, 80)):
        stage.middle.fill(
            pot(width * x, 520, h, rng),
            dim(stage, rng.choice(((214, 96, 70), (240, 224, 190), (96, 132, 122)))),
            "glossy",
            line=0.5,
        )
    house_plant(stage.middle, opening[0] + opening[2] * 0.8, 521, 120)
    sunbeams(stage, opening, air, 0.22)
    for x in (0.4, 0.6):
        pendant(stage.middle, width * x, 130, 54, dim(stage, (196, 92, 64)), lit=mood.night)
    if mood.night:
        sheen(stage, 850, (255, 206, 130), 0.3)


def hood(stage: Stage, x: float) -> None:
    """The hood over the stove."""
    steel = dim(stage, (196, 200, 202))
    block(stage.far, (x - 40, 200, 80, 90), steel)
    block(stage.far, (x - 105, 282, 210, 44), darken(steel, 0.08), 8)


def oven(stage: Stage, x: float, front: Rgb) -> None:
    """The stove with a kettle on it."""
    pen = stage.middle
    steel = dim(stage, (206, 208, 206))
    block(pen, (x - 100, 518, 200, 230), steel)
    block(pen, (x - 78, 596, 156, 120), (58, 54, 58), 10)
    pen.decal(box(x - 70, 604, 60, 104, 8), lighten((58, 54, 58), 0.2), alpha=0.5)
    pen.decal(box(x - 78, 580, 156, 7, 3), darken(steel, 0.4))
    for i in range(4):
        pen.fill(ellipse(x - 66 + 44 * i, 552, 11), (60, 58, 60), "round", line=0.4)
    pen.fill(ellipse(x - 40, 486, 42, 34), front, "glossy", line=0.6)
    pen.decal(box(x - 84, 512, 160, 8, 3), (50, 48, 50))
