"""A bathroom: tiled wall, a tub under the window, a basin with a mirror."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.pen import Gradient
from pinxit.engines.illustrator.rigs.furnishing import block, cupboards, house_plant, rug
from pinxit.engines.illustrator.rigs.interior import dim, sheen, wall, window
from pinxit.engines.illustrator.rigs.scenery import apart, place
from pinxit.engines.illustrator.rigs.sky import EDGE, Air, breathe, halo, pool
from pinxit.engines.illustrator.rigs.surface import bricks, tiles
from pinxit.engines.illustrator.shapes import box, curve, ellipse, polygon, smooth
from pinxit.engines.illustrator.stage import Stage


@place("bathroom", "shower", "restroom", "washroom", "spa")
def draw(stage: Stage) -> None:
    """The tub stands at the left, the basin at the right, the floor between them is free."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 690, 905, (214, 232, 232)
    rng = mood.random("bathroom")
    tone: Rgb = rng.choice(((170, 208, 206), (204, 214, 226), (226, 206, 198)))
    wall(stage, lighten(tone, 0.4))
    bricks(stage.far, (-EDGE, 330, width + EDGE, 690), dim(stage, tone), rng, 120)
    stage.far.decal(box(-EDGE, 318, width + 2 * EDGE, 16), dim(stage, (246, 246, 242)))
    window(stage.far, (width * 0.1, 90, min(width * 0.24, 260), 210), air, dim(stage, (250, 250, 246)), (2, 2))
    tiles(stage.middle, stage, 690, (dim(stage, (236, 236, 232)), dim(stage, darken(tone, 0.22))), 170)
    if not apart(mood, "sink", "basin", "mirror"):
        basin(stage, width * 0.82, min(280, width * 0.3))
    if not apart(mood, "bathtub", "tub", "toilet"):
        tub(stage, width * 0.22, min(480, width * 0.46), air)
    rug(stage.middle, width * 0.52, 880, (max(360, width * 0.34), 110), dim(stage, lighten(tone, 0.2)))
    if width > 900:
        house_plant(stage.middle, width * 0.97, 820, 230)
    if mood.night:
        sheen(stage, 850, (255, 220, 170), 0.2)


def tub(stage: Stage, x: float, width: float, air: Air) -> None:
    """A free-standing tub with foam and a shower tap; x is its middle."""
    pen, white = stage.middle, dim(stage, (246, 246, 244))
    y, h = 800.0, width * 0.42
    pool(pen, (x, y + 4, width * 0.56, 30), (40, 50, 60), 0.35)
    pen.line(
        curve((x - width * 0.4, y - h), (x - width * 0.4, y - h * 2.1), (x - width * 0.28, y - h * 2.2)),
        (176, 182, 190),
        9,
    )
    rose = [(-0.32, 2.18), (-0.2, 2.18), (-0.23, 2.28), (-0.29, 2.28)]
    pen.fill(polygon([(x + dx * width, y - dy * h) for dx, dy in rose]), (190, 196, 204), "metal", line=0.5)
    for side in (-1, 1):
        pen.fill(ellipse(x + side * width * 0.3, y - 6, 20, 15), (206, 172, 104), "metal", line=0.5)
    foam = [ellipse(x + (i / 8 - 0.5) * width * 0.84, y - h - 4 - 8 * (i % 3), 34, 26) for i in range(9)]
    for path in foam:
        pen.fill(path, mix(white, air.middle, 0.12), "soft", line=0.3)
    profile = [(0.5, 1.0), (0.44, 0.4), (0.34, 0.02)]
    left, right = ([(x + k * dx * width, y - dy * h) for dx, dy in profile] for k in (-1, 1))
    body = smooth([*left, *reversed(right)], tension=0.35)
    stops = ((0.0, lighten(white, 0.5)), (0.6, white), (1.0, darken(white, 0.26)))
    pen.fill(body, Gradient((x - width * 0.3, 0), (x + width * 0.5, 0), stops), "flat", line=0.6)
    pen.fill(box(x - width * 0.53, y - h - 9, width * 1.06, 22, 11), lighten(white, 0.6), "flat", line=0.5)
    pen.decal(box(x - width * 0.5, y - h + 13, width, 9), darken(white, 0.4), alpha=0.25)


def basin(stage: Stage, x: float, width: float) -> None:
    """A cabinet with a basin under a round mirror with a lamp."""
    pen = stage.middle
    cupboards(pen, (x - width / 2, 610, width, 170), dim(stage, (178, 134, 96)), 2)
    block(pen, (x - width * 0.56, 588, width * 1.12, 26), dim(stage, (244, 242, 238)), 8)
    bowl = [(x - width * 0.26, 570), (x - width * 0.2, 592), (x + width * 0.2, 592), (x + width * 0.26, 570)]
    pen.fill(smooth(bowl), (250, 250, 250), "glossy", line=0.5)
    pen.line(curve((x + width * 0.12, 572), (x + width * 0.12, 516), (x, 520), (x - 4, 540)), (184, 190, 198), 9)
    halo(pen, x, 250, 260, (255, 232, 190), 0.6 if stage.mood.night else 0.25)
    pen.fill(ellipse(x, 400, width * 0.36), (206, 172, 104), "metal", line=0.5)
    glass = ellipse(x, 400, width * 0.33)
    pen.fill(glass, Gradient((x, 280), (x, 520), ((0.0, (226, 240, 244)), (1.0, (170, 196, 206)))), "flat", line=0)
    with pen.on(glass):
        pen.decal(polygon([(x - 90, 520), (x + 20, 260), (x + 60, 260), (x - 40, 540)]), (255, 255, 255), alpha=0.3)
    pen.glow(box(x - 60, 246, 120, 14, 7), (255, 246, 220))
    for i, tone in enumerate(((120, 170, 150), (226, 150, 120), (240, 220, 170))):
        px = x - width * 0.46 + 26 * i
        pen.fill(box(px, 540 + 10 * (i % 2), 20, 48 - 10 * (i % 2), 5), tone, "glossy", line=0.4)
