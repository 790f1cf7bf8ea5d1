"""A big city: layers of towers over a promenade; lit windows at night."""

from pinxit.engines.illustrator.colours import darken, lighten, mix
from pinxit.engines.illustrator.pen import Gradient
from pinxit.engines.illustrator.rigs.greenery import bush, tree_line
from pinxit.engines.illustrator.rigs.scenery import SNOW, leaf, place, wet, wintry
from pinxit.engines.illustrator.rigs.sky import EDGE, Air, breathe, fade, halo, sky
from pinxit.engines.illustrator.rigs.surface import tiles
from pinxit.engines.illustrator.rigs.town import LAMP, skyline
from pinxit.engines.illustrator.rigs.waters import puddles
from pinxit.engines.illustrator.shapes import box, ellipse
from pinxit.engines.illustrator.stage import Stage


@place(
    "city",
    "skyline",
    "cityscape",
    "metropolis",
    "plaza",
    "square",
    "town square",
    "new york",
    "tokyo",
    sky=True,
)
def draw(stage: Stage) -> None:
    """Three rows of towers in haze, park trees at their foot, a paved terrace with a railing."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 640, 890, air.haze
    sky(stage, air, 620)
    neon = {"cyberpunk", "neon", "futuristic"} & set(mood.words)
    lit = (150, 220, 255) if neon else (255, 212, 140)
    warm = lit if mood.night or mood.time in {"sunset", "dawn"} else None
    skyline(stage.far, stage, 646, (70, 470), (air.at((120, 138, 170), 0.62), warm))
    skyline(stage.far, stage, 650, (104, 330), (air.at((104, 120, 152), 0.42), warm))
    skyline(stage.middle, stage, 660, (140, 210), (air.at((96, 104, 128), 0.2), warm))
    if warm:
        glow = (220, 90, 220) if neon else (255, 170, 100)
        stage.middle.glow(box(-EDGE, 420, width + 2 * EDGE, 250), fade((0, 420), (0, 660), glow, (0.0, 0.3)))
    tree_line(stage.middle, stage, 668, 56, air.at(leaf(mood, mood.random("trees")), 0.14))
    terrace(stage, air)
    if wet(mood):
        puddles(stage.near, stage, air, (770, 980), 6)
    for x in (10.0, width - 10):
        bush(stage.front, x, 1010, (min(230, width * 0.22), 120), air.at(darken(leaf(mood, mood.random("front")), 0.3)))


def terrace(stage: Stage, air: Air) -> None:
    """Paving, a balustrade at its far edge, lamps at the sides."""
    pen, width = stage.near, stage.width
    stone = air.at((188, 178, 166))
    white = air.at(SNOW)
    paving = (white, darken(white, 0.05)) if wintry(stage.mood) else (stone, darken(stone, 0.1))
    tiles(pen, stage, 700, paving, 220)
    pen.decal(box(-EDGE, 700, width + 2 * EDGE, 50), fade((0, 700), (0, 750), darken(stone, 0.6), (0.4, 0.0)))
    pen.fill(box(-EDGE, 636, width + 2 * EDGE, 14, 3), lighten(stone, 0.2), "flat", line=0.4)
    pen.fill(box(-EDGE, 690, width + 2 * EDGE, 16, 3), stone, "flat", line=0.4)
    if wintry(stage.mood):
        pen.fill(box(-EDGE, 626, width + 2 * EDGE, 14, 7), white, "flat", line=0.4)
    x = -10.0
    while x < width + 20:
        paint = Gradient((x - 8, 0), (x + 8, 0), ((0.0, lighten(stone, 0.25)), (1.0, darken(stone, 0.25))))
        pen.decal(ellipse(x, 676, 9, 15), paint)
        pen.decal(box(x - 4, 648, 8, 44), paint)
        x += 40
    for t in (0.1, 0.9):
        lx = width * t
        iron = mix(air.at((52, 54, 62)), stone, 0.1)
        pen.fill(box(lx - 6, 400, 12, 312), iron, "flat", line=0.4)
        pen.fill(box(lx - 20, 696, 40, 18, 4), iron, "flat", line=0.4)
        if stage.mood.night or stage.mood.time == "sunset":
            halo(pen, lx, 380, 190, LAMP, 0.7)
            pen.glow(ellipse(lx, 380, 24), (255, 240, 204))
        else:
            pen.fill(ellipse(lx, 380, 24), air.at((246, 244, 236)), "round", line=0.5)
        pen.fill(box(lx - 14, 402, 28, 9, 3), iron, "flat", line=0.4)
