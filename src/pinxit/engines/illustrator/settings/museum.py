"""A great hall: museum, church, ballroom, palace: columns, pictures, a polished floor."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.interior import dim, picture, sheen, wall, window
from pinxit.engines.illustrator.rigs.scenery import place
from pinxit.engines.illustrator.rigs.sky import EDGE, breathe, fade, halo, shafts
from pinxit.engines.illustrator.rigs.surface import tiles
from pinxit.engines.illustrator.shapes import box, curve, ellipse, polygon
from pinxit.engines.illustrator.stage import Stage


@place(
    "museum",
    "gallery",
    "art gallery",
    "exhibition",
    "hall",
    "great hall",
)
def draw(stage: Stage) -> None:  # limit: one drawing, a list of its parts from back to front
    """Columns step back at both sides of a high window."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 660, 900, (232, 214, 184)
    wall(stage, (206, 190, 166), (150, 122, 96))
    high = (width * 0.5 - 80, 90, 160, 360)
    window(stage.far, high, air, dim(stage, (226, 212, 186)), (2, 4))
    halo(stage.far, width * 0.5, 270, 460, (255, 236, 190) if not mood.night else (120, 150, 220), 0.5)
    arts: tuple[tuple[Rgb, Rgb], ...] = (
        ((150, 190, 206), (110, 140, 90)),
        ((226, 170, 120), (120, 80, 90)),
        ((190, 200, 220), (80, 100, 140)),
    )
    for k, t in enumerate((0.14, 0.29, 0.71, 0.86)):
        a, b = arts[k % 3]
        w = min(150, width * 0.11)
        picture(
            stage.far,
            (width * t - w / 2, 240 + 20 * (k % 2), w, w * (1.25 if k % 2 else 0.8)),
            (dim(stage, a), dim(stage, b)),
            (190, 148, 76),
        )
    stone = dim(stage, (222, 210, 190))
    tiles(stage.middle, stage, stage.horizon, (stone, dim(stage, (150, 110, 90))), 210)
    stage.middle.glow(
        polygon([(width / 2 - 60, 660), (width / 2 + 60, 660), (width / 2 + 200, 1010), (width / 2 - 200, 1010)]),
        fade((0, 660), (0, 1000), (255, 244, 214), (0.4, 0.0)),
    )
    for t, y, w in (
        (0.37, 690, 40),
        (0.63, 690, 40),
        (0.22, 740, 62),
        (0.78, 740, 62),
        (0.01, 830, 104),
        (0.99, 830, 104),
    ):
        column(stage.middle, width * t, y, w, stone)
    carpet = dim(stage, (150, 34, 44))
    runner = polygon([(width / 2 - 70, 662), (width / 2 + 70, 662), (width / 2 + 210, 1030), (width / 2 - 210, 1030)])
    stage.middle.decal(
        runner, Gradient((0, 660), (0, 1000), ((0.0, lighten(carpet, 0.1)), (1.0, darken(carpet, 0.2)))), alpha=0.9
    )
    for side in (-1, 1):
        stage.middle.line(
            polygon([(width / 2 + side * 62, 662), (width / 2 + side * 190, 1030)], closed=False), (222, 176, 90), 5
        )
    shafts(stage.middle, (width * 0.5, 60), (width * 0.34, width * 0.72, 800), (255, 240, 200), 0.24, 3)
    if mood.night:
        sheen(stage, 850, (255, 206, 130), 0.3)


def column(pen: Pen, x: float, y: float, w: float, rgb: Rgb) -> None:
    """A fluted column from its foot at y to above the frame."""
    stops = ((0.0, darken(rgb, 0.12)), (0.3, lighten(rgb, 0.3)), (0.6, rgb), (1.0, darken(rgb, 0.4)))
    top = y - w * 11 if y - w * 11 > 0 else -EDGE
    pen.decal(ellipse(x, y, w * 1.1, w * 0.2), darken(rgb, 0.7), alpha=0.35)
    pen.fill(
        box(x - w / 2, top, w, y - top - w * 0.3), Gradient((x - w / 2, 0), (x + w / 2, 0), stops), "flat", line=0.5
    )
    for i in range(1, 6):
        fx = x - w / 2 + w * i / 6
        pen.line(curve((fx, top + 6), (fx, y - w * 0.34)), darken(rgb, 0.4), w * 0.03, alpha=0.5)
    for k, (extra, h) in enumerate(((0.66, 0.2), (0.8, 0.2))):
        pen.fill(
            box(x - w * extra, y - w * (0.4 - 0.2 * k), w * extra * 2, w * h, 4),
            Gradient((x - w, 0), (x + w, 0), stops),
            "flat",
            line=0.5,
        )
    if top > 0:
        pen.fill(
            box(x - w * 0.72, top - w * 0.3, w * 1.44, w * 0.34, 4),
            Gradient((x - w, 0), (x + w, 0), stops),
            "flat",
            line=0.5,
        )
