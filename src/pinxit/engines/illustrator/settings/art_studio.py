"""A painter's studio: north light, canvases on the wall and on an easel, jars of brushes, splashes of paint."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.furnishing import house_plant, table
from pinxit.engines.illustrator.rigs.interior import dim, floor, pendant, picture, sunbeams, wall, window
from pinxit.engines.illustrator.rigs.scenery import place, told
from pinxit.engines.illustrator.rigs.sky import breathe
from pinxit.engines.illustrator.shapes import box, curve, ellipse, polygon
from pinxit.engines.illustrator.stage import Stage

PAINTS: tuple[Rgb, ...] = ((222, 66, 58), (246, 188, 60), (58, 120, 190), (74, 156, 96), (236, 130, 60), (140, 86, 170))


@place("art studio", "artist's studio", "painter's studio", "painting studio", "artist studio", light="window")
def draw(stage: Stage) -> None:
    """The window at the left, the easel at the right, canvases lean at the wall; the floor is free."""
    mood, width = stage.mood, stage.width
    air, rng = breathe(mood), mood.random("studio")
    stage.horizon, stage.ground, stage.haze = 690, 905, (240, 230, 214)
    wall(stage, (226, 220, 208), (150, 130, 112))
    opening = (width * 0.05, 70, min(width * 0.36, 460), 470)
    window(stage.far, opening, air, dim(stage, (92, 90, 92)), (3, 3))
    for x, y, w, h, k in (
        (0.5, 110, 0.13, 150, 0),
        (0.66, 80, 0.16, 210, 1),
        (0.85, 120, 0.11, 150, 2),
        (0.51, 300, 0.12, 110, 3),
        (0.85, 310, 0.11, 120, 4),
    ):
        tones = (dim(stage, PAINTS[k]), dim(stage, PAINTS[(k + 2) % 6]))
        picture(stage.far, (width * x, y, max(90, width * w), h), tones, dim(stage, (226, 206, 170)))
    floor(stage, (186, 148, 108), 150)
    mid = stage.middle
    for k in range(26):
        cx, cy, r = rng.uniform(0, width), rng.uniform(720, 985), rng.uniform(3, 11)
        mid.decal(ellipse(cx, cy, r * 1.6, r * 0.5), dim(stage, PAINTS[k % 6]), alpha=0.8)
    for k, (x, w, h) in enumerate(((0.46, 120, 160), (0.5, 150, 120), (0.56, 110, 140))):
        canvas(mid, width * x, 716 + 6 * k, (w, h), dim(stage, PAINTS[k * 2]), stage)
    table(mid, width * 0.2, 800, (min(300, width * 0.3), 150), dim(stage, (160, 116, 78)))
    for k in range(4):
        jar(mid, width * 0.2 + (k - 1.5) * 58, 650, 50, stage, k)
    sunbeams(stage, opening, air, 0.24)
    if not told(mood, "drawn easel"):
        easel(stage.middle, width * 0.82, 830, 400, stage)
    for x in (0.34, 0.66):
        pendant(mid, width * x, 96, 42, (60, 62, 66), lit=mood.night)
    house_plant(stage.near, width * 0.03, 880, 230, dim(stage, (78, 134, 74)))


def canvas(pen: Pen, x: float, y: float, size: tuple[float, float], rgb: Rgb, stage: Stage) -> None:
    """A canvas that leans at the wall."""
    w, h = size
    pen.fill(box(x - w / 2, y - h, w, h, 3), dim(stage, (246, 240, 226)), "flat", line=0.5)
    inner = box(x - w / 2 + 6, y - h + 6, w - 12, h - 12)
    with pen.on(inner):
        pen.decal(inner, lighten(rgb, 0.55))
        for k in range(4):
            line = curve((x - w / 2, y - h * 0.2 * k), (x, y - h * (0.2 * k + 0.16)), (x + w / 2, y - h * 0.2 * k))
            pen.line(line, (rgb, darken(rgb, 0.3), lighten(rgb, 0.3), rgb)[k], h * 0.1, alpha=0.8)


def jar(pen: Pen, x: float, y: float, h: float, stage: Stage, kind: int) -> None:
    """A jar of brushes or a tube of paint."""
    for k in range(5):
        lean = (k - 2) * 9
        pen.line(curve((x + lean * 0.3, y - h * 0.5), (x + lean, y - h * 1.9)), dim(stage, (190, 146, 92)), 4)
        pen.fill(
            ellipse(x + lean * 1.04, y - h * 2.0, 4.5, 11, lean), dim(stage, PAINTS[(k + kind) % 6]), "round", line=0.3
        )
    pen.fill(
        box(x - h * 0.32, y - h, h * 0.64, h, 6),
        dim(stage, (190, 206, 210) if kind % 2 else (206, 120, 84)),
        "glossy",
        line=0.5,
    )
    pen.decal(box(x - h * 0.3, y - h * 0.4, h * 0.3, h * 0.12), dim(stage, PAINTS[kind % 6]))


def easel(pen: Pen, x: float, y: float, h: float, stage: Stage) -> None:
    """An easel with a painting of hills under a sun."""
    wood = dim(stage, (176, 126, 80))
    pen.decal(ellipse(x, y, h * 0.3, 14), (40, 28, 24), alpha=0.3)
    for a, b in (((0.0, 1.1), (0.06, 0.06)), ((-0.02, 1.06), (-0.3, 0.0)), ((0.02, 1.06), (0.3, 0.0))):
        pen.line(curve((x + a[0] * h, y - a[1] * h), (x + b[0] * h, y - b[1] * h)), wood, h * 0.035)
    area = box(x - h * 0.3, y - h * 0.95, h * 0.6, h * 0.56, 3)
    pen.fill(area, dim(stage, (206, 226, 236)), "flat", line=0.6)
    with pen.on(area):
        pen.decal(ellipse(x + h * 0.1, y - h * 0.8, h * 0.07), dim(stage, (250, 200, 90)))
        for k, tone in enumerate(((150, 170, 200), (120, 160, 110), (80, 130, 84))):
            top = y - h * (0.68 - 0.1 * k)
            land = [
                (x - h * 0.32, top),
                (x - h * 0.1, top - h * 0.08),
                (x + h * 0.1, top + h * 0.02),
                (x + h * 0.32, top - h * 0.05),
                (x + h * 0.32, y),
                (x - h * 0.32, y),
            ]
            pen.decal(polygon(land), dim(stage, tone))
    pen.fill(box(x - h * 0.34, y - h * 0.4, h * 0.68, h * 0.04, 3), darken(wood, 0.1), "flat", line=0.5)
