"""An airport hall: a tall glass front with aeroplanes outside, rows of seats, a departure board without words."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.rigs.furnishing import block
from pinxit.engines.illustrator.rigs.interior import dim, sheen, wall
from pinxit.engines.illustrator.rigs.scenery import apart, place
from pinxit.engines.illustrator.rigs.sky import EDGE, Air, breathe, cumulus, fade, pool
from pinxit.engines.illustrator.rigs.surface import tiles
from pinxit.engines.illustrator.shapes import box, ellipse, polygon, smooth
from pinxit.engines.illustrator.stage import Stage


@place("airport", "airport terminal", "departure lounge", "terminal")
def draw(stage: Stage) -> None:
    """The apron beyond the glass, seats at both sides of the hall."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 640, 905, (214, 226, 238)
    wall(stage, (226, 230, 234))
    pen = stage.far
    glass = box(-EDGE, 150, width + 2 * EDGE, 440)
    pen.glow(glass, fade((0, 150), (0, 590), air.middle, (1.0, 1.0)))
    with pen.on(glass):
        pen.glow(glass, fade((0, 150), (0, 590), air.low, (0.0, 1.0)))
        rng = mood.random("clouds")
        for t in (0.2, 0.6, 0.9):
            cumulus(pen, width * t, 330 + 60 * rng.random(), 240, air, rng)
        pen.decal(box(-EDGE, 520, width + 2 * EDGE, 80), air.at((150, 154, 160), 0.2))
        pen.decal(box(-EDGE, 518, width + 2 * EDGE, 8), air.at((110, 140, 96), 0.3))
        if not apart(mood, "airplane", "plane"):
            _aeroplane(stage, width * 0.66, 548, min(520, width * 0.6), air)
    steel = dim(stage, (112, 122, 134))
    for i in range(round(width / 190) + 1):
        pen.fill(box(i * 190 - 6, 150, 12, 446), steel, "flat", line=0.3)
    for y in (140, 590):
        pen.fill(box(-EDGE, y, width + 2 * EDGE, 18), darken(steel, 0.15), "flat", line=0.3)
    pen.decal(
        polygon([(width * 0.1, 590), (width * 0.34, 150), (width * 0.44, 150), (width * 0.2, 590)]),
        (255, 255, 255),
        alpha=0.12,
    )
    board = (width * 0.06, 50, min(300, width * 0.34), 84)
    block(pen, board, (44, 50, 60), 6)
    for row in range(4):
        for dx, w in ((0.05, 0.14), (0.24, 0.4), (0.72, 0.2)):
            tone: Rgb = (255, 206, 96) if dx < 0.7 else (130, 230, 170)
            pen.glow(box(board[0] + board[2] * dx, 62 + 17 * row, board[2] * w, 8, 3), tone, alpha=0.9)
    tiles(stage.middle, stage, 640, (dim(stage, (214, 218, 224)), dim(stage, (198, 204, 212))), 230)
    stage.middle.glow(box(-EDGE, 640, width + 2 * EDGE, 180), fade((0, 640), (0, 820), air.low, (0.4, 0.0)))
    for left in (width * 0.01, width * 0.7):
        _seats(stage, left, width * 0.29)
    sheen(stage, 860, (255, 255, 250), 0.2)


def _seats(stage: Stage, x: float, width: float) -> None:
    """A row of linked seats."""
    pen, y, step = stage.middle, 760.0, 84.0
    count = max(2, int(width / step))
    blue = dim(stage, (56, 98, 150))
    pool(pen, (x + count * step / 2, y + 2, count * step * 0.54, 16), (30, 34, 44), 0.35)
    pen.fill(box(x, y - 62, count * step, 10, 4), (150, 156, 166), "metal", line=0.4)
    for i in range(count):
        block(pen, (x + i * step + 6, y - 150, step - 12, 86), blue, 14)
        block(pen, (x + i * step + 4, y - 78, step - 8, 22), lighten(blue, 0.15), 8)
    for i in range(count + 1):
        pen.fill(box(x + i * step - 4, y - 104, 8, 100, 3), (130, 136, 146), "metal", line=0.3)


def _aeroplane(stage: Stage, x: float, y: float, length: float, air: Air) -> None:
    """An airliner at its stand, from its side."""
    pen, white = stage.far, air.at((250, 250, 250), 0.08)
    r = length * 0.065
    tail = polygon(
        [
            (x + length * 0.34, y - r * 2),
            (x + length * 0.46, y - r * 5.4),
            (x + length * 0.53, y - r * 5.4),
            (x + length * 0.48, y - r * 2),
        ]
    )
    pen.fill(tail, air.at((206, 66, 60), 0.08), "flat", line=0.4)
    hull = smooth([(x - length * 0.5, y - r * 1.5), (x - length * 0.43, y - r * 2.4), (x - length * 0.3,
            y - r * 2.6), (x + length * 0.36, y - r * 2.5), (x + length * 0.52, y - r * 2.0),
            (x + length * 0.34, y - r * 0.8), (x - length * 0.36, y - r * 0.7), (x - length * 0.47,
            y - r * 0.9)], tension=0.5)  # fmt: skip
    body = pen.fill(hull, white, "round", line=0.5)
    with pen.on(body):
        pen.decal(box(x - length, y - r * 1.3, length * 2, r * 0.3), air.at((206, 66, 60), 0.08))
        for i in range(20):
            pen.decal(
                box(x - length * 0.34 + i * length * 0.036, y - r * 2.05, length * 0.016, r * 0.36, 3),
                air.at((70, 96, 130)),
            )
    wing = polygon(
        [
            (x - length * 0.08, y - r * 1.1),
            (x + length * 0.1, y - r * 1.1),
            (x + length * 0.28, y - r * 0.1),
            (x + length * 0.2, y - r * 0.1),
        ]
    )
    pen.fill(wing, darken(white, 0.16), "flat", line=0.4)
    pen.fill(
        box(x - length * 0.04, y - r * 0.9, length * 0.12, r * 0.85, r * 0.4), darken(white, 0.1), "round", line=0.4
    )
    for dx in (-0.38, 0.06, 0.12):
        pen.fill(ellipse(x + dx * length, y + r * 0.1, r * 0.34), (50, 52, 58), "round", line=0.3)
