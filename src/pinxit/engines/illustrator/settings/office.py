"""An office high over the town: glass wall, desks with screens, plants."""

from pinxit.engines.illustrator.colours import Rgb, darken
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.furnishing import block, bookcase, house_plant, table
from pinxit.engines.illustrator.rigs.interior import books, dim, floor, sheen, wall
from pinxit.engines.illustrator.rigs.scenery import place
from pinxit.engines.illustrator.rigs.sky import EDGE, breathe
from pinxit.engines.illustrator.rigs.town import skyline
from pinxit.engines.illustrator.shapes import box, polygon
from pinxit.engines.illustrator.stage import Stage


@place(
    "office",
    "workplace",
    "meeting room",
    "conference room",
    "cubicle",
    "boardroom",
    "home office",
    "coworking space",
    light="window",
)
def draw(stage: Stage) -> None:
    """Towers behind glass, furniture at the sides."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 670, 905, air.haze
    wall(stage, (226, 224, 218), (188, 182, 172))
    pen = stage.far
    glass = box(width * 0.1, 70, width * 0.8, 500)
    pen.glow(glass, Gradient((0, 70), (0, 570), ((0.0, air.top), (0.6, air.middle), (1.0, air.low))))
    with pen.on(glass):
        warm = (255, 212, 140) if mood.night or mood.time == "sunset" else None
        skyline(pen, stage, 580, (76, 330), (air.at((124, 142, 172), 0.6), warm))
        skyline(pen, stage, 584, (120, 190), (air.at((112, 126, 152), 0.44), warm))
        if not mood.night:
            pen.glow(
                polygon([(width * 0.2, 570), (width * 0.42, 60), (width * 0.52, 60), (width * 0.3, 570)]),
                (255, 255, 255),
                alpha=0.14,
            )
    frame = dim(stage, (92, 98, 106))
    bars = max(4, round(width / 210))
    for i in range(bars + 1):
        pen.decal(box(width * 0.1 + width * 0.8 * i / bars - 4, 66, 8, 508), frame)
    for y in (62, 190, 566):
        pen.decal(box(width * 0.1 - 6, y, width * 0.8 + 12, 10), frame)
    floor(stage, (150, 144, 138), 170)
    for x, shelf_y, w, h in bookcase(
        stage.middle, (-EDGE, 330, width * 0.1 + EDGE, 360), dim(stage, (196, 170, 136)), 3
    ):
        books(stage.middle, (x, shelf_y, w), h * 0.8, mood.random("books"))
    for t, foot, s in ((0.24, 740.0, 0.8), (0.76, 740.0, 0.8), (0.03, 870.0, 1.2), (0.97, 870.0, 1.2)):
        desk(stage.middle, width * t, foot, 250 * s, stage)
    house_plant(stage.middle, width * 0.9, 716, 260, dim(stage, (76, 132, 78)))
    if mood.night:
        sheen(stage, 850, (255, 220, 160), 0.2)


def desk(pen: Pen, x: float, y: float, w: float, stage: Stage) -> None:
    """A desk with a screen, a keyboard and a cup."""
    wood: Rgb = dim(stage, (206, 170, 126))
    table(pen, x, y, (w, w * 0.5), wood)
    top = y - w * 0.5
    pen.fill(
        polygon(
            [
                (x - w * 0.03, top - w * 0.1),
                (x + w * 0.03, top - w * 0.1),
                (x + w * 0.08, top - w * 0.01),
                (x - w * 0.08, top - w * 0.01),
            ]
        ),
        (92, 96, 104),
        "flat",
        line=0.4,
    )
    block(pen, (x - w * 0.22, top - w * 0.36, w * 0.44, w * 0.27), (48, 52, 60), 6)
    pen.glow(
        box(x - w * 0.2, top - w * 0.345, w * 0.4, w * 0.23, 3),
        Gradient((x - w * 0.2, top - w * 0.34), (x + w * 0.2, top), ((0.0, (150, 200, 230)), (1.0, (70, 120, 170)))),
    )
    pen.fill(box(x - w * 0.14, top - w * 0.01, w * 0.28, w * 0.025, 3), (232, 232, 230), "flat", line=0.4)
    pen.fill(box(x + w * 0.3, top - w * 0.09, w * 0.06, w * 0.08, 3), darken((226, 120, 90), 0.05), "round", line=0.4)
