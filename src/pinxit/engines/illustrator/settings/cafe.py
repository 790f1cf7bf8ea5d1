"""A café, a restaurant, a bar: counter with bottles and cups, pendant lamps, tables, a big window."""

from pinxit.engines.illustrator.colours import Rgb, lighten
from pinxit.engines.illustrator.rigs.furnishing import bar_stools, blackboard, chair, counter, house_plant, round_table
from pinxit.engines.illustrator.rigs.interior import bokeh, dim, floor, pendant, sheen, shelf, sunbeams, wall, window
from pinxit.engines.illustrator.rigs.scenery import place
from pinxit.engines.illustrator.rigs.sky import EDGE, breathe, halo
from pinxit.engines.illustrator.rigs.surface import bricks
from pinxit.engines.illustrator.shapes import box
from pinxit.engines.illustrator.stage import Stage

WOOD: Rgb = (136, 92, 60)


@place(
    "cafe", "café", "coffee shop", "coffeehouse", "teahouse", "tea house", "bistro", "ice cream parlour", light="window"
)
def draw(stage: Stage) -> None:
    """Window at the left with the tables, the counter at the right under its shelves."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 690, 905, (240, 214, 172)
    rng = mood.random("cafe")
    wall(stage, (206, 178, 146), (92, 66, 50))
    bricks(stage.far, (width * 0.46, -EDGE, width + EDGE, 660), dim(stage, (176, 116, 90)), rng, 74)
    opening = (width * 0.04, 110, min(width * 0.38, 520), 400)
    window(stage.far, opening, air, dim(stage, (70, 62, 58)), (3, 2))
    halo(stage.far, opening[0] + opening[2] / 2, 300, 500, (255, 232, 180) if not mood.night else (130, 150, 220), 0.35)
    blackboard(stage.far, (width * 0.49, 170, 120, 180), (52, 54, 56))
    for y, what in ((210, "cups"), (330, "jars")):
        shelf(stage.far, (width * 0.49 + 170, y, width * 0.51 - 150), dim(stage, WOOD), rng, what)
    floor(stage, (150, 106, 70), 140)
    counter(
        stage.middle,
        (width * 0.6, 540, width * 0.4 + EDGE * 2, 240),
        (dim(stage, (74, 98, 92)), dim(stage, (190, 142, 94))),
        4,
    )
    machine(stage, width * 0.84)
    for x, y, s in ((0.1, 790, 0.9), (0.31, 770, 0.8)):
        chair(stage.middle, width * x - 92 * s, y, 190 * s, dim(stage, WOOD))
        chair(stage.middle, width * x + 92 * s, y, 190 * s, dim(stage, WOOD), flip=True)
        round_table(stage.middle, width * x, y + 8, (170 * s, 130 * s), dim(stage, (200, 158, 112)))
    bar_stools(stage.middle, [width * t for t in (0.66, 0.76)], 820, 170, dim(stage, (176, 82, 62)))
    sunbeams(stage, opening, air, 0.22)
    for x in (0.5, 0.68, 0.86):
        pendant(stage.middle, width * x, 120, 48, (46, 56, 54), lit=True)
    house_plant(stage.middle, width * 0.47, 726, 170, dim(stage, (78, 134, 74)))
    if mood.night:
        sheen(stage, 850, (255, 196, 116), 0.3)
        bokeh(
            stage.far,
            (opening[0], 130, opening[0] + opening[2], 480),
            ((255, 206, 130), (240, 120, 110), (150, 200, 255)),
            rng,
            12,
        )


def machine(stage: Stage, x: float) -> None:
    """An espresso machine."""
    pen = stage.middle
    steel = dim(stage, (196, 198, 200))
    pen.fill(box(x - 80, 452, 160, 88, 12), steel, "metal", line=0.6)
    pen.decal(box(x - 66, 496, 132, 34, 6), (48, 46, 50))
    for dx in (-36, 36):
        pen.fill(box(x + dx - 14, 490, 28, 12, 4), (40, 38, 42), "flat", line=0.4)
        pen.fill(box(x + dx - 10, 516, 20, 16, 4), (246, 242, 234), "round", line=0.4)
    for i in range(4):
        pen.decal(box(x - 58 + 32 * i, 462, 16, 8, 4), (210, 96, 76) if i == 0 else lighten(steel, 0.4))
    for i in range(4):
        pen.fill(box(x - 70 + 36 * i, 432, 26, 20, 5), (248, 244, 236), "round", line=0.4)
