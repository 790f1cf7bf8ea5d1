"""A living room: sofa, bookcase, window with curtains, a rug, a plant; a fireplace for cosy words."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.rigs.furnishing import block, bookcase, house_plant, rug, sofa
from pinxit.engines.illustrator.rigs.interior import books, curtain, dim, floor, picture, sheen, sunbeams, wall, window
from pinxit.engines.illustrator.rigs.scenery import place
from pinxit.engines.illustrator.rigs.sky import EDGE, breathe, halo
from pinxit.engines.illustrator.shapes import box, smooth, taper
from pinxit.engines.illustrator.stage import Stage

WALLS: tuple[Rgb, ...] = ((226, 206, 178), (176, 196, 184), (216, 178, 156), (190, 198, 214))


@place(
    "living room",
    "lounge",
    "room",
    "house",
    "home",
    "indoors",
    "apartment",
    "fireplace",
    "cozy room",
    "interior",
    "sitting room",
    "parlour",
    "cabin",
    light="window",
)
def draw(stage: Stage) -> None:
    """Window at the left, shelves at the right, the sofa low behind the subject."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 680, 900, (236, 216, 186)
    rng = mood.random("living")
    wall(stage, rng.choice(WALLS), (244, 236, 222))
    opening = (width * 0.07, 110, min(width * 0.26, 330), 400)
    window(stage.far, opening, air, dim(stage, (250, 246, 236)), (2, 3))
    cloth = dim(stage, (206, 138, 96))
    for x in (opening[0] - 70, opening[0] + opening[2] + 6):
        curtain(stage.far, (x, 80, 68, 560), cloth, 3)
    stage.far.fill(box(opening[0] - 90, 72, opening[2] + 180, 9, 4), (92, 66, 48), "flat", line=0.5)
    picture(stage.far, (width * 0.5 - 70, 150, 190, 140), (dim(stage, (132, 168, 180)), dim(stage, (110, 140, 92))))
    floor(stage, (168, 120, 78), 140)
    case = bookcase(stage.middle, (width * 0.8, 190, width * 0.24 + 40, 500), dim(stage, (128, 86, 58)), 4)
    for x, y, w, h in case:
        books(stage.middle, (x, y, w), h * 0.8, rng)
    rug(stage.middle, width * 0.5, 860, (max(640, width * 0.6), 190), dim(stage, (176, 92, 72)))
    sofa(
        stage.middle,
        width * 0.52,
        770,
        min(540, width * 0.62),
        dim(stage, rng.choice(((92, 126, 128), (196, 120, 92), (120, 128, 92)))),
    )
    lamp(stage, width * 0.77)
    house_plant(stage.middle, width * 0.045, 800, 260, dim(stage, (78, 134, 74)))
    if {"cozy", "cosy", "fireplace", "fire"} & set(mood.words):
        hearth(stage, width * 0.16)
    else:
        sunbeams(stage, opening, air, 0.22)
    if mood.night:
        sheen(stage, 840, (255, 190, 110), 0.3)


def lamp(stage: Stage, x: float) -> None:
    """A standard lamp beside the sofa."""
    pen = stage.middle
    halo(pen, x, 400, 330, (255, 214, 140), 0.7 if stage.mood.night else 0.3)
    pen.fill(box(x - 4, 430, 8, 310), (70, 58, 52), "flat", line=0.4)
    pen.fill(taper(70, 90, 738, 748, x), (70, 58, 52), "flat", line=0.4)
    pen.glow(taper(74, 130, 350, 446, x), (255, 226, 166) if stage.mood.night else (246, 228, 190))


def hearth(stage: Stage, x: float) -> None:
    """A brick fireplace with a fire in it."""
    pen = stage.middle
    brick = dim(stage, (156, 92, 72))
    block(pen, (x - 150, 440, 300, 330), brick)
    block(pen, (x - 174, 416, 348, 30), dim(stage, (120, 80, 54)))
    pen.fill(
        smooth([(x - 96, 770), (x - 98, 590), (x, 540), (x + 98, 590), (x + 96, 770)], tension=0.4),
        darken(brick, 0.75),
        "flat",
        line=0.5,
    )
    halo(pen, x, 700, 300, (255, 150, 60), 0.7)
    for dx, h, rgb in (
        (-30, 90, (244, 110, 40)),
        (26, 110, (250, 140, 50)),
        (0, 130, (255, 180, 70)),
        (-6, 80, (255, 232, 150)),
    ):
        pen.glow(
            smooth(
                [
                    (x + dx - 34, 760),
                    (x + dx - 22, 760 - h * 0.5),
                    (x + dx + 4, 760 - h),
                    (x + dx + 26, 760 - h * 0.4),
                    (x + dx + 30, 760),
                ]
            ),
            rgb,
            alpha=0.9,
        )
    pen.fill(box(x - 74, 746, 148, 22, 10), lighten((84, 56, 42), 0.05), "round", line=0.5)
    pen.decal(box(x - 174, 768, 348, 16), dim(stage, (110, 100, 96)))
    pen.decal(box(-EDGE, 1010, 1, 1), brick)
