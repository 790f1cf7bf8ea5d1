"""A potter's or craftsman's workshop: plaster and brick, a sunny window, shelves of clay, a wheel, a bench."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.interior import dim, floor, pendant, pot, shelf, sunbeams, vessels, wall, window
from pinxit.engines.illustrator.rigs.scenery import place, shadow
from pinxit.engines.illustrator.rigs.sky import EDGE, breathe, halo
from pinxit.engines.illustrator.rigs.surface import bricks
from pinxit.engines.illustrator.shapes import box, ellipse, lathe, moved, polygon, smooth
from pinxit.engines.illustrator.stage import Stage

WOOD: Rgb = (142, 96, 60)


@place(
    "workshop",
    "pottery",
    "pottery workshop",
    "pottery studio",
    "craft workshop",
    "atelier",
    "carpentry workshop",
    "woodshop",
    "forge",
    "artisan workshop",
    light="window",
)
def draw(stage: Stage) -> None:
    """The window is at the left, its beams cross to the wheel at the right; the wall behind the subject is calm."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 690, 900, (236, 206, 160)
    rng = mood.random("workshop")
    wall(stage, (214, 178, 134), (104, 72, 50))
    ragged(stage)
    opening = (width * 0.05, 150, min(width * 0.26, 360), 360)
    window(stage.far, opening, air, dim(stage, (116, 82, 56)))
    halo(stage.far, opening[0] + opening[2] / 2, 330, 520, (255, 226, 164) if not mood.night else (120, 150, 230), 0.4)
    left = opening[0] + opening[2] + width * 0.06 + 30
    for row, y in enumerate((180, 330)):
        start = left if row == 0 else max(left, width * 0.62)
        shelf(stage.far, (start + 20 * row, y, width + EDGE - start), dim(stage, WOOD), rng)
    floor(stage, (150, 108, 74), 150)
    bench(stage, width * -0.04, 700, min(width * 0.36, 470))
    wheel(stage.middle, width * 0.82, 800, dim(stage, (120, 96, 80)))
    sunbeams(stage, opening, air, 0.32)
    pendant(stage.middle, width * 0.66, 130, 62, (52, 60, 58), lit=mood.night)
    shadow(stage.near, width * 0.82, 806, 150, (40, 22, 20), 0.45)
    for x, y, h in ((width * 0.955, 872, 150), (width * 0.03, 888, 120)):
        shadow(stage.near, x, y, h * 0.6, (40, 22, 20), 0.45)
        stage.near.fill(pot(x, y, h, rng), dim(stage, (176, 96, 62)), "round", line=0.6)


def ragged(stage: Stage) -> None:
    """A patch where the plaster has come off the bricks."""
    pen, width = stage.far, stage.width
    for x, y, w, h in ((0.88, 0.0, 0.3, 150.0), (0.98, 520.0, 0.24, 90.0)):
        patch = smooth(
            [
                (width * (x - w * 0.5), y - 40),
                (width * (x - w * 0.36), y + h * 0.7),
                (width * (x - w * 0.05), y + h),
                (width * (x + w * 0.3), y + h * 0.66),
                (width * (x + w * 0.55), y + h * 0.9),
                (width * (x + w * 0.5), y - 60),
            ]
        )
        with pen.on(patch):
            bricks(
                pen,
                (width * (x - w), y - 60, width * (x + w), y + h + 10),
                dim(stage, (178, 112, 82)),
                stage.mood.random("bricks"),
            )
        pen.line(patch, darken(dim(stage, (214, 178, 134)), 0.3), 4, alpha=0.5)
    cracks = stage.mood.random("cracks")
    for _ in range(3):
        x, y = cracks.uniform(0.3, 0.9) * width, cracks.uniform(60, 600)
        pen.line(
            smooth([(x, y), (x + 20, y + 26), (x + 8, y + 60), (x + 30, y + 96)], closed=False),
            (120, 90, 70),
            1.6,
            alpha=0.35,
        )


def bench(stage: Stage, x: float, y: float, width: float) -> None:
    """A heavy bench under the window with jars, tools and bowls on it."""
    pen = stage.middle
    wood = dim(stage, WOOD)
    shadow(stage.near, x + width / 2, 846, width * 0.6, (40, 22, 20), 0.4)
    for lx in (x + width * 0.2, x + width * 0.88):
        pen.fill(box(lx - 18, y + 20, 36, 130), darken(wood, 0.3), "flat", line=0.5)
    pen.fill(box(x, y + 86, width * 0.94, 14), darken(wood, 0.2), "flat", line=0.5)
    vessels(pen, (x + width * 0.2, y + 87, width * 0.6), stage.mood.random("under"), "cups")
    vessels(pen, (x + width * 0.16, y, width * 0.8), stage.mood.random("bench"), "pots")
    pen.fill(
        box(x, y, width, 26, 4),
        Gradient((0, y), (0, y + 26), ((0.0, lighten(wood, 0.3)), (1.0, darken(wood, 0.15)))),
        "flat",
        line=0.6,
    )


def wheel(pen: Pen, x: float, y: float, rgb: Rgb) -> None:
    """A potter's wheel with a half-thrown bowl on it; (x, y) is the middle of its foot."""
    for side in (-1, 1):
        pen.fill(
            polygon([(x + side * 96, y - 150), (x + side * 112, y - 150), (x + side * 124, y), (x + side * 104, y)]),
            darken(rgb, 0.15),
            "flat",
            line=0.5,
        )
    pen.fill(ellipse(x, y - 34, 92, 20), darken(rgb, 0.32), "flat", line=0.5)
    pen.decal(ellipse(x, y - 38, 80, 15), lighten(rgb, 0.1))
    pen.fill(box(x - 9, y - 160, 18, 130), (92, 92, 98), "metal", line=0.5)
    pen.fill(
        polygon([(x - 130, y - 172), (x + 130, y - 172), (x + 118, y - 138), (x - 118, y - 138)]), rgb, "flat", line=0.6
    )
    pen.decal(box(x - 130, y - 174, 260, 8), lighten(rgb, 0.3))
    pen.fill(ellipse(x, y - 184, 84, 16), (150, 142, 136), "flat", line=0.5)
    pen.decal(ellipse(x, y - 187, 78, 13), (186, 176, 166))
    bowl = moved(lathe([(62, -80), (54, -52), (34, -18), (28, 0)]), x, y - 186)
    pen.fill(bowl, (178, 112, 76), "glossy", line=0.6)
    pen.fill(ellipse(x, y - 266, 62, 12), (112, 66, 48), "flat", line=0.5)
