"""A bakery: loaves on shelves, a glass counter with cakes, an oven that glows, flour sacks."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.furnishing import blackboard, counter
from pinxit.engines.illustrator.rigs.interior import dim, pendant, sunbeams, wall, window
from pinxit.engines.illustrator.rigs.scenery import place
from pinxit.engines.illustrator.rigs.sky import EDGE, breathe, halo
from pinxit.engines.illustrator.rigs.surface import bricks, tiles
from pinxit.engines.illustrator.shapes import arc, box, curve, ellipse, polygon
from pinxit.engines.illustrator.stage import Stage

CRUST: tuple[Rgb, ...] = ((206, 142, 76), (226, 170, 98), (180, 112, 60), (238, 196, 130))
ICING: tuple[Rgb, ...] = ((250, 200, 214), (255, 246, 230), (120, 72, 50), (250, 220, 130), (190, 226, 200))


@place("bakery", "patisserie", "pastry shop", "cake shop", "bread shop", light="window")
def draw(stage: Stage) -> None:
    """Shelves behind, counters at both sides, the tiled floor between them is free."""
    mood, width = stage.mood, stage.width
    air, rng = breathe(mood), stage.mood.random("bakery")
    stage.horizon, stage.ground, stage.haze = 690, 905, (250, 226, 186)
    wall(stage, (240, 220, 188), (150, 104, 70))
    bricks(stage.far, (width * 0.64, -EDGE, width + EDGE, 660), dim(stage, (206, 150, 116)), rng, 70)
    opening = (width * 0.05, 120, min(width * 0.24, 300), 330)
    window(stage.far, opening, air, dim(stage, (250, 244, 230)), (2, 2))
    for y in (250, 370, 490):
        bread(stage.far, stage, (width * 0.34, y, min(width * 0.28, 340)))
    blackboard(stage.far, (width * 0.36, 60, min(width * 0.22, 250), 86), (60, 62, 60))
    oven(stage, width * 0.82)
    tiles(stage.middle, stage, stage.horizon, (dim(stage, (244, 232, 212)), dim(stage, (206, 150, 116))), 190)
    case(stage.middle, stage, (-EDGE, 560, width * 0.3 + EDGE, 260))
    counter(
        stage.middle,
        (width * 0.72, 600, width * 0.28 + 2 * EDGE, 220),
        (dim(stage, (150, 186, 176)), dim(stage, (226, 190, 146))),
        3,
    )
    for k in range(3):
        loaf(stage.middle, width * (0.78 + 0.075 * k), 600, 84, dim(stage, CRUST[k]), k)
    sunbeams(stage, opening, air, 0.22)
    for x in (0.2, 0.5, 0.8):
        pendant(stage.middle, width * x, 116, 46, dim(stage, (250, 240, 220)), lit=True)
    for x in (0.93, 0.99):
        sack(stage.near, width * x, 900, 110, dim(stage, (230, 214, 184)))


def loaf(pen: Pen, x: float, y: float, w: float, rgb: Rgb, kind: int) -> None:  # limit: place, size, colour, kind
    """A round loaf, a long one or a roll, standing on y."""
    if kind % 3 == 1:
        pen.fill(ellipse(x, y - w * 0.16, w * 0.5, w * 0.18), rgb, "round", line=0.4)
        for k in range(4):
            cx = x - w * 0.3 + w * 0.2 * k
            pen.line(curve((cx, y - w * 0.26), (cx + w * 0.1, y - w * 0.12)), lighten(rgb, 0.5), w * 0.04)
    elif kind % 3 == 2:
        for dx in (-0.26, 0.0, 0.26):
            pen.fill(ellipse(x + dx * w, y - w * 0.14, w * 0.17, w * 0.15), rgb, "round", line=0.4)
            pen.line(arc(x + dx * w, y - w * 0.12, w * 0.1, w * 0.1, 200, 140), lighten(rgb, 0.5), w * 0.03)
    else:
        pen.fill(ellipse(x, y - w * 0.22, w * 0.4, w * 0.26), rgb, "round", line=0.4)
        for dx in (-0.14, 0.02, 0.18):
            pen.line(
                curve(
                    (x + (dx - 0.1) * w, y - w * 0.38), (x + dx * w, y - w * 0.26), (x + (dx + 0.02) * w, y - w * 0.12)
                ),
                lighten(rgb, 0.55),
                w * 0.04,
            )


def bread(pen: Pen, stage: Stage, area: tuple[float, float, float]) -> None:
    """A shelf of loaves."""
    x, y, w = area
    pen.decal(box(x, y - 96, w, 96), dim(stage, (140, 92, 60)), alpha=0.35)
    count = max(3, round(w / 82))
    for k in range(count):
        loaf(
            pen,
            x + w * (k + 0.5) / count,
            y,
            w / count * 0.98,
            dim(stage, CRUST[(k + round(y)) % 4]),
            k + round(y / 100),
        )
    pen.fill(box(x - 8, y, w + 16, 14, 3), dim(stage, (150, 100, 64)), "flat", line=0.4)
    pen.decal(box(x - 8, y, w + 16, 4), dim(stage, (206, 156, 108)))


def oven(stage: Stage, x: float) -> None:
    """A brick oven with embers."""
    pen = stage.far
    brick = dim(stage, (186, 112, 84))
    pen.fill(arc(x, 560, 130, 190, 180, 180), brick, "flat", line=0.5)
    pen.fill(arc(x, 556, 92, 136, 180, 180), darken(brick, 0.5), "flat", line=0.4)
    mouth = arc(x, 556, 78, 116, 180, 180)
    pen.glow(mouth, (70, 26, 20))
    with pen.on(mouth):
        pen.glow(ellipse(x, 556, 80, 46), (255, 120, 40), alpha=0.85, blur=10)
        pen.glow(ellipse(x, 556, 46, 20), (255, 214, 120), blur=4)
    halo(pen, x, 520, 220, (255, 160, 80), 0.5)
    pen.fill(box(x - 142, 556, 284, 24, 4), darken(brick, 0.2), "flat", line=0.4)


def case(pen: Pen, stage: Stage, area: tuple[float, float, float, float]) -> None:
    """A glass case with two rows of cakes."""
    x, y, w, h = area
    body = dim(stage, (150, 186, 176))
    pen.fill(box(x, y + h * 0.55, w, h * 0.45, 4), body, "flat", line=0.5)
    pen.fill(box(x, y, w, h * 0.58, 10), dim(stage, (255, 244, 222)), "flat", line=0.5)
    for row in (0.28, 0.54):
        count = max(3, round(w / 62))
        for k in range(count):
            cake(pen, stage, x + w * (k + 0.5) / count, y + h * row, w / count * 0.62, k + round(row * 10))
        pen.fill(box(x, y + h * row, w, 6), dim(stage, (206, 170, 130)), "flat", line=0.3)
    pen.glow(
        polygon([(x, y + h * 0.4), (x + w * 0.5, y + 6), (x + w * 0.7, y + 6), (x, y + h * 0.56)]),
        (255, 255, 255),
        alpha=0.2,
    )
    pen.fill(box(x - 4, y - 10, w + 8, 16, 5), dim(stage, (226, 190, 146)), "flat", line=0.5)


def cake(pen: Pen, stage: Stage, x: float, y: float, w: float, kind: int) -> None:  # limit: place, size and kind
    """A small cake, a tart or a doughnut."""
    tone = dim(stage, ICING[kind % 5])
    if kind % 3 == 0:
        pen.fill(box(x - w / 2, y - w * 0.6, w, w * 0.6, 5), dim(stage, CRUST[1]), "round", line=0.3)
        pen.fill(box(x - w / 2, y - w * 0.66, w, w * 0.26, 7), tone, "round", line=0.3)
        pen.fill(ellipse(x, y - w * 0.74, w * 0.12), (214, 50, 60), "glossy", line=0.3)
    elif kind % 3 == 1:
        pen.fill(
            polygon([(x - w * 0.42, y - w * 0.36), (x + w * 0.42, y - w * 0.36), (x + w * 0.3, y), (x - w * 0.3, y)]),
            dim(stage, CRUST[2]),
            "round",
            line=0.3,
        )
        pen.fill(ellipse(x, y - w * 0.44, w * 0.44, w * 0.26), tone, "round", line=0.3)
        pen.fill(ellipse(x, y - w * 0.66, w * 0.26, w * 0.18), tone, "round", line=0.3)
    else:
        pen.fill(ellipse(x, y - w * 0.3, w * 0.46, w * 0.3), dim(stage, CRUST[0]), "round", line=0.3)
        pen.decal(ellipse(x, y - w * 0.36, w * 0.4, w * 0.22), tone)
        pen.decal(ellipse(x, y - w * 0.36, w * 0.13, w * 0.07), dim(stage, CRUST[2]))


def sack(pen: Pen, x: float, y: float, h: float, rgb: Rgb) -> None:
    """A sack of flour."""
    pen.decal(ellipse(x, y, h * 0.46, h * 0.09), (50, 34, 30), alpha=0.35)
    pen.fill(box(x - h * 0.4, y - h * 0.9, h * 0.8, h * 0.9, h * 0.18), rgb, "round", line=0.5)
    pen.fill(
        polygon(
            [
                (x - h * 0.22, y - h * 0.86),
                (x - h * 0.34, y - h * 1.08),
                (x + h * 0.34, y - h * 1.08),
                (x + h * 0.22, y - h * 0.86),
            ]
        ),
        lighten(rgb, 0.15),
        "round",
        line=0.5,
    )
    pen.decal(box(x - h * 0.24, y - h * 0.9, h * 0.48, h * 0.06, 3), (160, 110, 70))
