"""A child's room: a cot under a mobile, bunting, shelves of toys, a rug with stars, a window."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.interior import curtain, dim, floor, sunbeams, wall, window
from pinxit.engines.illustrator.rigs.scenery import place
from pinxit.engines.illustrator.rigs.sky import breathe, halo
from pinxit.engines.illustrator.shapes import arc, box, curve, ellipse, polygon, star
from pinxit.engines.illustrator.stage import Stage

BRIGHT: tuple[Rgb, ...] = ((240, 130, 120), (250, 200, 96), (130, 190, 160), (120, 170, 220), (200, 150, 210))


@place("nursery", "child's room", "kids room", "children's room", "playroom", "baby room", light="window")
def draw(stage: Stage) -> None:
    """The cot stands at the right, toys at the left, the rug is free."""
    mood, width = stage.mood, stage.width
    air, rng = breathe(mood), stage.mood.random("nursery")
    stage.horizon, stage.ground, stage.haze = 680, 900, (250, 230, 214)
    wall(stage, (206, 226, 228), (250, 248, 240))
    pen = stage.far
    for _ in range(round(46 * width / 1000)):
        x, y = rng.uniform(0, width), rng.uniform(20, 620)
        pen.decal(star(x, y, rng.uniform(6, 12), 4), dim(stage, (250, 240, 206)), alpha=0.75)
    opening = (width * 0.1, 140, min(width * 0.26, 300), 340)
    window(pen, opening, air, dim(stage, (255, 252, 244)), (2, 2))
    for dx in (-46.0, opening[2] - 4):
        curtain(pen, (opening[0] + dx, 110, 50, 430), dim(stage, (250, 196, 150)), 3)
    bunting(pen, width, stage)
    for y in (300, 420):
        toys(pen, stage, (width * 0.5, y, min(width * 0.24, 260)))
    floor(stage, (222, 184, 140), 150)
    sunbeams(stage, opening, air, 0.2)
    mid = stage.middle
    for k, (rx, ry) in enumerate(((0.26, 72), (0.22, 60), (0.11, 30))):
        mid.decal(
            ellipse(width / 2, 850, max(rx * width, 240 * rx / 0.26), ry),
            dim(stage, ((240, 150, 130), (255, 240, 220), (130, 190, 196))[k]),
        )
    cot(mid, stage, width * 0.83, 790, min(280, width * 0.28))
    mobile(mid, stage, width * 0.83, 190)
    blocks(stage.near, stage, width * 0.12, 850)
    horse(stage.middle, stage, width * 0.2, 770, 170)
    if mood.night:
        halo(mid, width * 0.62, 560, 260, (255, 214, 150), 0.5)


def bunting(pen: Pen, width: float, stage: Stage) -> None:
    """Flags on a string."""
    pen.line(curve((-20, 40), (width * 0.5, 130), (width + 20, 40)), dim(stage, (170, 140, 120)), 3)
    for k in range(13):
        f = (k + 0.5) / 13
        x, y = width * f, 40 + 86 * (1 - (2 * f - 1) ** 2)
        pen.fill(polygon([(x - 24, y), (x + 24, y), (x, y + 52)]), dim(stage, BRIGHT[k % 5]), "flat", line=0.4)


def toys(pen: Pen, stage: Stage, area: tuple[float, float, float]) -> None:
    """A shelf with a ball, a bear, books and a boat."""
    x, y, w = area
    for k in range(4):
        cx, tone = x + w * (k + 0.5) / 4, dim(stage, BRIGHT[(k + round(y)) % 5])
        if (k + round(y / 100)) % 3 == 0:
            pen.fill(ellipse(cx, y - 24, 24), tone, "glossy", line=0.4)
            pen.line(arc(cx, y - 24, 24, 9, 0, 180), lighten(tone, 0.5), 4)
        elif (k + round(y / 100)) % 3 == 1:
            fur = dim(stage, (190, 140, 96))
            for dx in (-13, 13):
                pen.fill(ellipse(cx + dx, y - 62, 8), fur, "round", line=0.3)
            pen.fill(ellipse(cx, y - 20, 21, 22), fur, "round", line=0.4)
            pen.fill(ellipse(cx, y - 50, 19, 17), fur, "round", line=0.4)
            pen.fill(ellipse(cx, y - 45, 8, 6), lighten(fur, 0.4), "round", line=0.2)
            for dx in (-7, 7):
                pen.decal(ellipse(cx + dx, y - 54, 2.4), (40, 30, 30))
        else:
            for j in range(4):
                pen.fill(
                    box(cx - 26 + 13 * j, y - 52 - 6 * (j % 2), 11, 52 + 6 * (j % 2), 2),
                    dim(stage, BRIGHT[(j + k) % 5]),
                    "flat",
                    line=0.3,
                )
    pen.decal(box(x + 4, y + 12, w, 10), (60, 50, 60), alpha=0.2)
    pen.fill(box(x, y, w, 13, 3), dim(stage, (250, 244, 232)), "flat", line=0.4)


def cot(pen: Pen, stage: Stage, x: float, y: float, w: float) -> None:  # limit: a place and a size
    """A cot with bars, a blanket and a pillow."""
    wood, h = dim(stage, (246, 240, 230)), w * 0.5
    pen.decal(ellipse(x, y, w * 0.56, 18), (60, 40, 40), alpha=0.3)
    pen.fill(box(x - w * 0.46, y - h * 0.56, w * 0.92, h * 0.3, 8), dim(stage, (150, 196, 206)), "round", line=0.4)
    pen.fill(box(x - w * 0.42, y - h * 0.68, w * 0.26, h * 0.2, 12), dim(stage, (255, 250, 240)), "round", line=0.4)
    for k in range(11):
        bx = x - w * 0.46 + w * 0.92 * k / 10
        pen.fill(box(bx - 3, y - h, 6, h * 0.84, 3), wood, "round", line=0.3)
    for level in (1.04, 0.2):
        pen.fill(box(x - w / 2, y - h * level, w, 15, 6), wood, "round", line=0.4)
    for side in (-1, 1):
        pen.fill(box(x + side * w * 0.5 - 8, y - h * 1.16, 16, h * 1.16, 7), darken(wood, 0.06), "round", line=0.5)
        pen.fill(ellipse(x + side * w * 0.5, y - h * 1.18, 11), dim(stage, BRIGHT[0]), "glossy", line=0.4)


def mobile(pen: Pen, stage: Stage, x: float, y: float) -> None:
    """A mobile of a moon and stars."""
    pen.line(curve((x, -20), (x, y)), dim(stage, (170, 140, 120)), 3)
    pen.fill(box(x - 90, y - 4, 180, 8, 4), dim(stage, (222, 184, 140)), "round", line=0.4)
    for k, dx in enumerate((-84, -42, 0, 42, 84)):
        long = 54 + 26 * (k % 2)
        pen.line(curve((x + dx, y), (x + dx, y + long)), dim(stage, (190, 170, 150)), 1.6)
        tone = dim(stage, BRIGHT[k])
        pen.fill(
            star(x + dx, y + long + 14, 20, 10) if k % 2 == 0 else ellipse(x + dx, y + long + 14, 15),
            tone,
            "round",
            line=0.4,
        )


def blocks(pen: Pen, stage: Stage, x: float, y: float) -> None:
    """Building blocks in a heap."""
    for k, (dx, dy) in enumerate(((-44, 0), (4, 0), (52, 4), (-20, -46), (28, -46), (4, -92))):
        tone = dim(stage, BRIGHT[k % 5])
        pen.fill(box(x + dx - 23, y + dy - 46, 46, 46, 6), tone, "round", line=0.5)
        pen.decal(box(x + dx - 15, y + dy - 38, 30, 30, 4), lighten(tone, 0.4))
        pen.decal(star(x + dx, y + dy - 23, 11, 5), darken(tone, 0.2))


def horse(pen: Pen, stage: Stage, x: float, y: float, h: float) -> None:  # limit: a place and a size
    """A rocking chair for a bear: a small seat on runners."""
    wood = dim(stage, (226, 170, 110))
    pen.decal(ellipse(x, y, h * 0.5, 12), (60, 40, 40), alpha=0.3)
    pen.line(arc(x, y - h * 0.5, h * 0.6, h * 0.5, 30, 120), wood, 12)
    for dx in (-0.28, 0.28):
        pen.fill(box(x + dx * h - 6, y - h * 0.44, 12, h * 0.4, 4), darken(wood, 0.1), "round", line=0.4)
    pen.fill(box(x - h * 0.38, y - h * 0.54, h * 0.76, 22, 8), wood, "round", line=0.5)
    pen.fill(box(x - h * 0.38, y - h * 1.05, 16, h * 0.56, 7), wood, "round", line=0.5)
    pen.fill(box(x - h * 0.3, y - h * 0.64, h * 0.6, 24, 11), dim(stage, BRIGHT[2]), "round", line=0.4)
