"""A bedroom: bed with cushions, window with curtains, a night table with a lamp."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.pen import Gradient
from pinxit.engines.illustrator.rigs.furnishing import block, cupboards, rug
from pinxit.engines.illustrator.rigs.interior import curtain, dim, floor, picture, sheen, sunbeams, wall, window
from pinxit.engines.illustrator.rigs.scenery import place
from pinxit.engines.illustrator.rigs.sky import breathe, halo, pool
from pinxit.engines.illustrator.shapes import box, curve, ellipse, smooth, taper
from pinxit.engines.illustrator.stage import Stage


@place("bedroom", "hotel room", "dormitory", "bed", light="window")
def draw(stage: Stage) -> None:
    """The bed stands at the right, the window at the left."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 670, 905, (226, 214, 214)
    rng = mood.random("bedroom")
    tone: Rgb = rng.choice(((196, 206, 220), (226, 204, 196), (204, 214, 194)))
    wall(stage, tone, (246, 240, 232))
    opening = (width * 0.08, 110, min(width * 0.26, 320), 380)
    window(stage.far, opening, air, dim(stage, (250, 246, 240)))
    for x in (opening[0] - 74, opening[0] + opening[2] + 6):
        curtain(stage.far, (x, 80, 70, 570), dim(stage, lighten(darken(tone, 0.25), 0.1)), 3)
    picture(
        stage.far,
        (width * 0.7, 130, 150, 120),
        (dim(stage, (226, 176, 150)), dim(stage, (120, 110, 150))),
        dim(stage, (240, 232, 220)),
    )
    floor(stage, (186, 144, 104), 140)
    rug(stage.middle, width * 0.42, 880, (max(520, width * 0.5), 150), dim(stage, (214, 172, 160)))
    bed(stage, width * 0.78, 800, min(560, width * 0.56))
    night_table(stage, width * 0.78 - min(560, width * 0.56) * 0.62)
    sunbeams(stage, opening, air, 0.22)
    if mood.night:
        sheen(stage, 850, (255, 196, 120), 0.22)


def bed(stage: Stage, x: float, y: float, width: float) -> None:
    """A bed from its foot end: headboard, pillows, a thick blanket with folds."""
    pen = stage.middle
    wood, linen, quilt = dim(stage, (150, 104, 70)), dim(stage, (248, 244, 238)), dim(stage, (110, 136, 168))
    pool(pen, (x, y + 4, width * 0.6, 40), (30, 22, 36), 0.4)
    block(pen, (x - width * 0.5, y - 330, width, 320), wood, 24)
    for side in (-1, 1):
        pen.fill(box(x + side * width * 0.22 - width * 0.19, y - 246, width * 0.38, 100, 36), linen, "soft", line=0.5)
    body = smooth(
        [
            (x - width * 0.49, y),
            (x - width * 0.5, y - 120),
            (x - width * 0.42, y - 172),
            (x, y - 184),
            (x + width * 0.42, y - 172),
            (x + width * 0.5, y - 120),
            (x + width * 0.49, y),
        ],
        tension=0.4,
    )
    stops = ((0.0, lighten(quilt, 0.25)), (0.4, quilt), (1.0, darken(quilt, 0.25)))
    pen.fill(body, Gradient((0, y - 184), (0, y), stops), "flat", line=0.6)
    with pen.on(body):
        pen.decal(box(x - width, y - 190, width * 2, 40), linen)
        for i in range(7):
            fx = x + width * (i / 6 - 0.5) * 0.9
            pen.line(
                curve((fx * 0.98 + x * 0.02, y - 140), (fx + 8, y - 70), (fx - 4, y)), darken(quilt, 0.3), 3, alpha=0.4
            )
            pen.line(curve((fx - 10, y - 140), (fx - 4, y - 70), (fx - 14, y)), lighten(quilt, 0.3), 3, alpha=0.35)


def night_table(stage: Stage, x: float) -> None:
    """A small cupboard with a lamp."""
    pen = stage.middle
    cupboards(pen, (x - 46, 640, 92, 130), dim(stage, (164, 116, 80)), 1, drawers=True)
    halo(pen, x, 540, 260, (255, 214, 140), 0.75 if stage.mood.night else 0.25)
    pen.fill(ellipse(x, 616, 22, 26), dim(stage, (206, 130, 106)), "glossy", line=0.5)
    pen.glow(taper(48, 92, 520, 594, x), (255, 228, 170) if stage.mood.night else (248, 234, 204))
