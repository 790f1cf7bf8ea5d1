"""A laboratory: white benches, glassware with coloured liquids, a screen, cool light; clinics look alike."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.furnishing import block, counter, cupboards
from pinxit.engines.illustrator.rigs.interior import dim, shelf, wall
from pinxit.engines.illustrator.rigs.scenery import place
from pinxit.engines.illustrator.rigs.sky import EDGE, fade, halo
from pinxit.engines.illustrator.rigs.surface import tiles
from pinxit.engines.illustrator.shapes import box, curve, ellipse, lathe, moved
from pinxit.engines.illustrator.stage import Stage

LIQUIDS: tuple[Rgb, ...] = ((90, 210, 150), (96, 176, 240), (240, 120, 170), (250, 196, 80))


@place("laboratory", "lab", "science lab", "chemistry lab")
def draw(stage: Stage) -> None:
    """The benches run along the wall; the middle of it is plain."""
    mood, width = stage.mood, stage.width
    stage.horizon, stage.ground, stage.haze = 720, 905, (206, 226, 232)
    rng = mood.random("laboratory")
    wall(stage, (212, 228, 230), (160, 184, 190))
    pen = stage.far
    for i in range(max(2, round(width / 420))):
        x = width * (i + 0.5) / max(2, round(width / 420))
        pen.glow(box(x - 120, 26, 240, 20, 6), (250, 255, 255))
        pen.glow(box(x - 190, 46, 380, 240), fade((x, 46), (x, 286), (240, 252, 255), (0.4, 0.0)))
    cupboards(pen, (-EDGE, 110, width * 0.3 + EDGE, 150), dim(stage, (240, 244, 244)), 3)
    shelf(pen, (width * 0.02, 380, width * 0.3), dim(stage, (186, 198, 202)), rng, "jars")
    screen(pen, width * 0.83, 250, min(width * 0.26, 330))
    tiles(stage.middle, stage, stage.horizon, (dim(stage, (222, 232, 234)), dim(stage, (190, 210, 216))), 200)
    counter(
        stage.middle,
        (-EDGE, 540, width + 2 * EDGE, 200),
        (dim(stage, (226, 234, 236)), dim(stage, (92, 112, 122))),
        max(4, round(width / 180)),
    )
    for k, t in enumerate((0.06, 0.14, 0.22, 0.3, 0.7, 0.78, 0.9, 0.97)):
        flask(stage.middle, width * t, 541, 76 + 26 * (k % 3), LIQUIDS[k % 4], k % 2 == 0)
    microscope(stage.middle, width * 0.84, 541, dim(stage, (70, 84, 96)))


def screen(pen: Pen, x: float, y: float, w: float) -> None:
    """A monitor with a curve and bars but no lettering."""
    halo(pen, x, y, w * 0.8, (110, 210, 240), 0.4)
    block(pen, (x - w / 2, y - w * 0.3, w, w * 0.6), (58, 66, 78), 12)
    field = pen.glow(box(x - w * 0.46, y - w * 0.265, w * 0.92, w * 0.53, 6), (20, 58, 84))
    with pen.on(field):
        points = [
            (x - w * 0.44 + w * 0.088 * i, y - w * (0.1 if i % 3 else 0.02) * (1 + (i * 7 % 5) * 0.2))
            for i in range(11)
        ]
        pen.line(curve(*points), (120, 240, 210), 3, glow=True)
        for i in range(9):
            h = w * (0.04 + 0.02 * (i * 5 % 7))
            pen.glow(box(x - w * 0.42 + w * 0.096 * i, y + w * 0.23 - h, w * 0.06, h), (86, 176, 236), alpha=0.8)


def flask(pen: Pen, x: float, y: float, h: float, rgb: Rgb, cone: bool) -> None:
    """A flask half full of coloured liquid."""
    profile = (
        [(0.12, -1.0), (0.1, -0.62), (0.38, -0.1), (0.36, 0.0)]
        if cone
        else [(0.11, -1.0), (0.11, -0.6), (0.36, -0.32), (0.3, -0.05), (0.16, 0.0)]
    )
    glass = moved(lathe([(r * h, t * h) for r, t in profile]), x, y)
    pen.fill(glass, (226, 244, 248), "glass", line=0.5, alpha=0.9)
    with pen.on(glass):
        pen.decal(box(x - h, y - h * 0.36, h * 2, h * 0.4), rgb, alpha=0.85)
        pen.decal(ellipse(x, y - h * 0.36, h * 0.3, h * 0.05), lighten(rgb, 0.4))
        pen.decal(ellipse(x - h * 0.12, y - h * 0.2, h * 0.04, h * 0.1), (255, 255, 255), alpha=0.7)
    pen.fill(ellipse(x, y - h, h * 0.15, h * 0.035), (232, 246, 250), "flat", line=0.4)


def microscope(pen: Pen, x: float, y: float, rgb: Rgb) -> None:
    """A microscope in profile."""
    pen.fill(box(x - 44, y - 14, 88, 14, 5), rgb, "round", line=0.5)
    pen.line(curve((x + 26, y - 12), (x + 46, y - 60), (x + 20, y - 104)), rgb, 15)
    pen.fill(box(x - 34, y - 46, 62, 9, 3), darken(rgb, 0.3), "flat", line=0.4)
    with pen.at(x - 4, y - 88, turn=-18):
        pen.fill(box(-12, -50, 24, 84, 6), lighten(rgb, 0.5), "metal", line=0.5)
        pen.fill(box(-9, -66, 18, 18, 4), darken(rgb, 0.4), "flat", line=0.4)
