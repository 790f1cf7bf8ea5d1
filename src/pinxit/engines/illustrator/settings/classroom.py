"""A classroom: blackboard, windows, rows of desks, a globe."""

from pinxit.engines.illustrator.colours import darken
from pinxit.engines.illustrator.rigs.furnishing import blackboard, bookcase, chair, table
from pinxit.engines.illustrator.rigs.interior import books, dim, floor, picture, sunbeams, wall, window
from pinxit.engines.illustrator.rigs.scenery import place
from pinxit.engines.illustrator.rigs.sky import breathe
from pinxit.engines.illustrator.shapes import arc, box, ellipse
from pinxit.engines.illustrator.stage import Stage


@place("classroom", "school", "schoolroom", "lecture hall", "university", "kindergarten", light="window")
def draw(stage: Stage) -> None:
    """The empty board is behind the subject."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 670, 905, (236, 224, 196)
    wall(stage, (232, 218, 184), (176, 132, 92))
    opening = (width * 0.02, 120, min(width * 0.2, 280), 360)
    window(stage.far, opening, air, dim(stage, (248, 242, 230)))
    left = opening[0] + opening[2] + 60
    if "drawn chalkboard" not in stage.mood.words and "drawn blackboard" not in stage.mood.words:
        blackboard(stage.far, (left, 150, width * 0.8 - left, 300))
    picture(stage.far, (width * 0.87, 150, 120, 150), (dim(stage, (140, 190, 210)), dim(stage, (150, 176, 110))))
    floor(stage, (184, 140, 96), 140)
    for x, y, w, h in bookcase(stage.middle, (width * 0.86, 430, width * 0.2, 260), dim(stage, (170, 122, 80)), 2):
        books(stage.middle, (x, y, w), h * 0.8, mood.random("books"))
    globe(stage, width * 0.92)
    wood = dim(stage, (200, 150, 98))
    for t, y, s in (
        (0.3, 740, 0.66),
        (0.7, 740, 0.66),
        (0.15, 800, 0.9),
        (0.85, 800, 0.9),
        (-0.01, 890, 1.2),
        (1.01, 890, 1.2),
    ):
        chair(stage.middle, width * t + 20 * s, y - 16 * s, 190 * s, darken(wood, 0.2))
        table(stage.middle, width * t, y, (210 * s, 130 * s), wood)
        stage.middle.fill(
            box(width * t - 40 * s, y - 148 * s, 56 * s, 9 * s), dim(stage, (196, 80, 70)), "flat", line=0.4
        )
        stage.middle.fill(
            box(width * t - 34 * s, y - 156 * s, 50 * s, 8 * s), dim(stage, (70, 110, 150)), "flat", line=0.4
        )
    sunbeams(stage, opening, air, 0.24)


def globe(stage: Stage, x: float) -> None:
    """A globe on the bookcase."""
    pen = stage.middle
    sea = pen.fill(ellipse(x, 376, 44), dim(stage, (88, 150, 196)), "glossy", line=0.5)
    with pen.on(sea):
        pen.decal(ellipse(x - 16, 366, 20, 24, 20), dim(stage, (140, 178, 100)))
        pen.decal(ellipse(x + 24, 392, 16, 20, -20), dim(stage, (140, 178, 100)))
    pen.line(arc(x, 376, 52, 52, -70, 170), (176, 132, 70), 5)
    pen.fill(box(x - 26, 424, 52, 8, 4), (120, 84, 52), "flat", line=0.4)
