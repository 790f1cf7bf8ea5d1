"""A hospital room: a made bed with rails, a monitor, a curtain, a bright window."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.rigs.furnishing import block, cupboards
from pinxit.engines.illustrator.rigs.interior import curtain, dim, sheen, wall, window
from pinxit.engines.illustrator.rigs.scenery import apart, place
from pinxit.engines.illustrator.rigs.sky import EDGE, breathe, halo, pool
from pinxit.engines.illustrator.rigs.surface import tiles
from pinxit.engines.illustrator.shapes import box, ellipse, polygon
from pinxit.engines.illustrator.stage import Stage

MINT: Rgb = (168, 210, 200)


@place("hospital", "clinic", "hospital room", "operating room", "doctor's office", "ward", "pharmacy")
def draw(stage: Stage) -> None:
    """The bed stands at the right, the window at the left."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 670, 905, (220, 236, 236)
    wall(stage, (226, 238, 236), (250, 250, 248))
    stage.far.decal(box(-EDGE, 470, width + 2 * EDGE, 30), dim(stage, MINT))
    stage.far.decal(box(-EDGE, 500, width + 2 * EDGE, 150), dim(stage, lighten(MINT, 0.5)), alpha=0.7)
    window(stage.far, (width * 0.07, 110, min(width * 0.3, 360), 300), air, dim(stage, (250, 250, 250)), (2, 1))
    tiles(stage.middle, stage, 670, (dim(stage, (232, 238, 238)), dim(stage, (204, 222, 222))), 180)
    reach = min(520.0, width * 0.5)
    curtain(stage.far, (width - min(120, width * 0.12), 60, min(150, width * 0.14), 600), dim(stage, MINT), 4)
    stage.far.decal(box(width * 0.5, 52, width, 8), (160, 168, 176))
    if not apart(mood, "bed"):
        _bed(stage, width * 0.78, reach)
    _monitor(stage, width * 0.78 - reach * 0.62)
    cupboards(
        stage.middle, (width * 0.02, 640, min(190, width * 0.2), 120), dim(stage, (240, 240, 238)), 2, drawers=True
    )
    pot = width * 0.02 + min(95, width * 0.1)
    for dx, tone in ((-24, (236, 120, 130)), (0, (250, 206, 90)), (22, (240, 160, 190))):
        stage.middle.line(polygon([(pot, 610), (pot + dx, 566)], closed=False), (92, 148, 90), 4)
        stage.middle.fill(ellipse(pot + dx, 560, 17), tone, "round", line=0.4)
    stage.middle.fill(box(pot - 18, 598, 36, 44, 8), (150, 190, 214), "glossy", line=0.4)
    if mood.night:
        sheen(stage, 850, (214, 236, 255), 0.2)


def _bed(stage: Stage, x: float, width: float) -> None:
    """The bed from its long side: mattress, blanket, pillow, rails and wheels."""
    pen, y = stage.middle, 800.0
    steel, linen, blanket = (176, 184, 194), dim(stage, (250, 250, 250)), dim(stage, (128, 182, 196))
    pool(pen, (x, y + 4, width * 0.55, 26), (40, 50, 60), 0.35)
    for side in (-1, 1):
        pen.fill(box(x + side * width * 0.42 - 6, y - 100, 12, 90), steel, "metal", line=0.4)
        pen.fill(ellipse(x + side * width * 0.42, y - 10, 13), (70, 76, 84), "round", line=0.4)
        tall = 250 if side > 0 else 190
        block(pen, (x + side * width * 0.47 - 11, y - tall, 22, tall - 90), dim(stage, (214, 196, 168)), 10)
    block(pen, (x - width * 0.46, y - 120, width * 0.92, 30), steel, 6)
    block(pen, (x - width * 0.45, y - 172, width * 0.9, 56), linen, 18)
    pen.fill(box(x + width * 0.2, y - 206, width * 0.22, 50, 22), linen, "soft", line=0.5)
    block(pen, (x - width * 0.46, y - 182, width * 0.62, 78), blanket, 16)
    pen.decal(box(x + width * 0.1, y - 182, width * 0.06, 78, 8), lighten(blanket, 0.6))
    for k in (0.0, 0.5, 1.0):
        pen.line(
            polygon([(x - width * 0.3, y - 206 + 40 * k), (x + width * 0.06, y - 206 + 40 * k)], closed=False), steel, 5
        )
    for dx in (-0.3, -0.12, 0.06):
        pen.line(polygon([(x + width * dx, y - 208), (x + width * dx, y - 130)], closed=False), steel, 6)


def _monitor(stage: Stage, x: float) -> None:
    """A monitor with a heart's curve on a stand, and a drip."""
    pen = stage.middle
    pen.fill(box(x - 5, 420, 10, 370), (170, 178, 188), "metal", line=0.4)
    pen.fill(box(x - 44, 784, 88, 12, 6), (120, 128, 138), "metal", line=0.4)
    block(pen, (x - 72, 330, 144, 106), (70, 80, 92), 10)
    screen = box(x - 62, 340, 124, 84, 4)
    pen.glow(screen, (18, 40, 48))
    halo(pen, x, 380, 130, (90, 230, 190), 0.22)
    beat = [(-58, 0), (-30, 0), (-22, -10), (-14, 8), (-6, -30), (4, 22), (12, 0), (30, 0), (38, -10), (44, 0), (58, 0)]
    pen.line(polygon([(x + dx, 378 + dy) for dx, dy in beat], closed=False), (110, 255, 190), 3.4)
    pen.line(polygon([(x - 58, 410), (x + 20, 410)], closed=False), darken((120, 200, 255), 0.1), 3)
