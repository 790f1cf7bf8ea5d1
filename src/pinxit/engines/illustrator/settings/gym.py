"""A gym: a mirror wall, racks of dumb-bells, a treadmill, rubber floor."""

import skia

from pinxit.engines.illustrator.colours import darken, lighten
from pinxit.engines.illustrator.pen import Gradient
from pinxit.engines.illustrator.rigs.furnishing import block
from pinxit.engines.illustrator.rigs.interior import dim, floor, sheen, wall, window
from pinxit.engines.illustrator.rigs.scenery import place
from pinxit.engines.illustrator.rigs.sky import EDGE, breathe, halo, pool
from pinxit.engines.illustrator.shapes import box, ellipse, polygon
from pinxit.engines.illustrator.stage import Stage


@place("gym", "gymnasium", "fitness center", "fitness studio", "weight room")
def draw(stage: Stage) -> None:
    """High windows, mirrors, racks at both sides of a free floor."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 650, 905, (206, 212, 220)
    wall(stage, (112, 122, 136), (56, 60, 68))
    stage.far.decal(box(-EDGE, 268, width + 2 * EDGE, 14), (240, 168, 56))
    for i in range(max(2, round(width / 420))):
        window(stage.far, (width * (i + 0.12) / max(2, round(width / 420)), 70, 210, 160), air, (70, 76, 86), (3, 1))
    for x, w in ((0.06, 0.42), (0.52, 0.42)):
        glass = box(width * x, 300, width * w, 300, 4)
        stops = ((0.0, (186, 206, 216)), (1.0, (126, 146, 160)))
        stage.far.fill(glass, Gradient((0, 300), (0, 600), stops), "flat", line=0.5)
        with stage.far.on(glass):
            for k in (0.15, 0.6):
                left = width * (x + w * k)
                gleam = polygon([(left, 600), (left + 130, 300), (left + 190, 300), (left + 60, 600)])
                stage.far.decal(gleam, (255, 255, 255), alpha=0.2)
    floor(stage, dim(stage, (92, 96, 104)), 260)
    _rack(stage, width * 0.02, min(360, width * 0.34))
    _treadmill(stage, width * 0.86, min(300, width * 0.3))
    mat = polygon([(width * 0.3, 830), (width * 0.7, 830), (width * 0.78, 950), (width * 0.22, 950)])
    stage.middle.fill(mat, dim(stage, (60, 110, 150)), "flat", line=0.4)
    stage.middle.line(mat, lighten((60, 110, 150), 0.4), 4, alpha=0.6)
    for x in (0.25, 0.5, 0.75):
        halo(stage.far, width * x, 20, 240, (255, 250, 236), 0.4)
    sheen(stage, 870, (240, 246, 255), 0.16)


def _rack(stage: Stage, x: float, width: float) -> None:
    """Dumb-bells in three rows."""
    pen = stage.middle
    pool(pen, (x + width / 2, 790, width * 0.56, 24), (20, 22, 28), 0.4)
    for px in (x, x + width - 16):
        block(pen, (px, 500, 16, 286), (60, 64, 72), 3)
    tones = ((54, 58, 66), (206, 66, 56), (60, 110, 190))
    for row, y in enumerate((570, 660, 750)):
        block(pen, (x, y, width, 16), (84, 90, 100), 3)
        count = max(3, round(width / 74))
        for i in range(count):
            cx, r = x + width * (i + 0.5) / count, 20 + 4 * row
            pen.fill(box(cx - r, y - 22, r * 2, 10), (190, 196, 204), "metal", line=0.3)
            for side in (-1, 1):
                pen.fill(box(cx + side * r - 9, y - 22 - r * 0.5, 18, r + 14, 6), tones[row], "round", line=0.4)


def _treadmill(stage: Stage, x: float, width: float) -> None:
    """A treadmill from its side."""
    pen, y = stage.middle, 800.0
    pool(pen, (x, y + 2, width * 0.6, 24), (20, 22, 28), 0.4)
    block(pen, (x - width * 0.5, y - 40, width, 36), (58, 62, 70), 12)
    pen.decal(box(x - width * 0.48, y - 42, width * 0.9, 9, 4), darken((58, 62, 70), 0.5))
    mast = polygon(
        [(x + width * 0.3, y - 36), (x + width * 0.4, y - 36), (x + width * 0.34, y - 290), (x + width * 0.27, y - 290)]
    )
    pen.fill(mast, (150, 156, 166), "metal", line=0.5)
    rail = skia.Path()
    rail.moveTo(x + width * 0.3, y - 200)
    rail.lineTo(x - width * 0.06, y - 190)
    rail.lineTo(x - width * 0.06, y - 160)
    pen.line(rail, (60, 64, 72), 12)
    block(pen, (x + width * 0.2, y - 330, width * 0.2, 64), (50, 54, 62), 10)
    pen.glow(box(x + width * 0.22, y - 320, width * 0.15, 40, 4), (120, 220, 240))
    pen.fill(ellipse(x + width * 0.42, y - 20, 16), (240, 168, 56), "round", line=0.4)
