"""A garage, a warehouse, a factory: concrete, steel roof trusses, shelves with tools and crates."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.furnishing import block, bookcase
from pinxit.engines.illustrator.rigs.interior import dim, pendant, sheen, sunbeams, vessels, wall, window
from pinxit.engines.illustrator.rigs.scenery import place
from pinxit.engines.illustrator.rigs.sky import EDGE, breathe, fade
from pinxit.engines.illustrator.rigs.surface import bricks, pores
from pinxit.engines.illustrator.shapes import box, ellipse, polygon
from pinxit.engines.illustrator.stage import Stage


@place(
    "garage",
    "factory",
    "warehouse",
    "assembly line",
    "hangar",
    "basement",
    "cellar",
    "auto repair shop",
    light="window",
)
def draw(stage: Stage) -> None:  # limit: one drawing, a list of its parts from back to front
    """Brick wall with a high window band, a rolling door at the right, a wet-looking floor."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 670, 900, (206, 196, 180)
    rng = mood.random("garage")
    wall(stage, (178, 168, 156), (110, 104, 100))
    bricks(stage.far, (-EDGE, 330, width + EDGE, 672), dim(stage, (166, 118, 98)), rng, 76)
    opening = (width * 0.06, 130, min(width * 0.34, 460), 190)
    window(stage.far, opening, air, dim(stage, (84, 88, 92)), (4, 2))
    door(stage.far, (width * 0.6, 300, min(width * 0.32, 420), 372), dim(stage, (196, 198, 196)))
    trusses(stage)
    concrete = dim(stage, (158, 154, 148))
    pen = stage.middle
    area = box(-EDGE, 670, width + 2 * EDGE, 360)
    pen.fill(
        area,
        Gradient(
            (0, 670),
            (0, 1000),
            ((0.0, darken(concrete, 0.12)), (0.4, lighten(concrete, 0.08)), (1.0, darken(concrete, 0.3))),
        ),
        "flat",
        line=0,
    )
    with pen.on(area):
        pores(pen, (-EDGE, 680, width + EDGE, 1010), concrete, rng)
        for t in (-0.3, 0.0, 0.3):
            pen.decal(
                polygon(
                    [
                        (width * (0.5 + t), 670),
                        (width * (0.5 + t) + 3, 670),
                        (width * (0.5 + t * 2.2) + 6, 1030),
                        (width * (0.5 + t * 2.2), 1030),
                    ]
                ),
                darken(concrete, 0.4),
                alpha=0.5,
            )
        pen.decal(box(-EDGE, 670, width + 2 * EDGE, 60), fade((0, 670), (0, 730), (20, 18, 24), (0.4, 0.0)))
    for x, y, w, _ in bookcase(pen, (-EDGE, 400, width * 0.2 + EDGE, 320), dim(stage, (96, 108, 120)), 3):
        vessels(pen, (x, y, w), rng, "jars")
    for t, y, s in ((0.9, 800, 130), (0.98, 790, 110), (0.93, 690, 100)):
        crate(pen, width * t, y, s, dim(stage, (186, 142, 92)))
    for k in range(3):
        y = 850 - 34 * k
        pen.fill(ellipse(width * 0.05, y, 76, 30), (44, 44, 48), "round", line=0.5)
        pen.fill(ellipse(width * 0.05, y - 6, 38, 13), (22, 22, 26), "flat", line=0.4)
    sunbeams(stage, opening, air, 0.26)
    for t in (0.36, 0.72):
        pendant(pen, width * t, 170, 54, (70, 80, 78), lit=mood.night)
    if mood.night:
        sheen(stage, 850, (255, 220, 150), 0.3)


def door(pen: Pen, area: tuple[float, float, float, float], rgb: Rgb) -> None:
    """A rolling door of slats."""
    x, y, w, h = area
    block(pen, (x - 16, y - 22, w + 32, h + 22), darken(rgb, 0.4))
    block(pen, area, rgb, 0)
    for i in range(14):
        pen.decal(box(x, y + h * i / 14, w, 4), darken(rgb, 0.3), alpha=0.7)
        pen.decal(box(x, y + h * i / 14 + 4, w, 3), lighten(rgb, 0.4), alpha=0.6)


def trusses(stage: Stage) -> None:
    """Steel beams under the roof."""
    pen, width = stage.far, stage.width
    steel = dim(stage, (88, 92, 100))
    for y in (36, 96):
        pen.fill(box(-EDGE, y, width + 2 * EDGE, 13), steel, "flat", line=0.4)
    x = -EDGE
    while x < width:
        pen.line(polygon([(x, 96), (x + 50, 46), (x + 100, 96)], closed=False), darken(steel, 0.15), 7)
        x += 100


def crate(pen: Pen, x: float, y: float, s: float, rgb: Rgb) -> None:
    """A wooden crate standing at (x, y)."""
    pen.decal(ellipse(x, y, s * 0.62, s * 0.1), (20, 16, 20), alpha=0.4)
    block(pen, (x - s / 2, y - s, s, s), rgb, 2)
    for t in (0.25, 0.5, 0.75):
        pen.decal(box(x - s / 2, y - s * t, s, 3), darken(rgb, 0.45), alpha=0.7)
    pen.line(
        polygon([(x - s * 0.42, y - s * 0.08), (x + s * 0.42, y - s * 0.92)], closed=False), lighten(rgb, 0.2), s * 0.09
    )
    pen.line(box(x - s * 0.46, y - s * 0.96, s * 0.92, s * 0.92), lighten(rgb, 0.12), s * 0.08)
