"""A table seen from close by, in a room that is softly out of focus: for food, cups, still lifes."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.pen import Gradient
from pinxit.engines.illustrator.rigs.interior import bokeh, dim
from pinxit.engines.illustrator.rigs.scenery import place
from pinxit.engines.illustrator.rigs.sky import EDGE, breathe, halo
from pinxit.engines.illustrator.rigs.surface import WOOD, kind_of, slab
from pinxit.engines.illustrator.shapes import box, ellipse
from pinxit.engines.illustrator.stage import Stage


@place(
    "tabletop",
    "table",
    "wooden table",
    "table top",
    "desk top",
    "countertop",
    "dining table",
    "still life",
    "rustic table",
    light="window",
)
def draw(stage: Stage) -> None:
    """A bright window and dark furniture melt behind the table; its edge crosses the frame below the middle."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.indoors, stage.tabletop = True, True
    stage.horizon, stage.ground = 640, 850
    rgb: Rgb = dim(stage, mood.background or (196, 170, 138))
    pen, rng = stage.far, mood.random("tabletop")
    area = box(-EDGE, -EDGE, width + 2 * EDGE, 1000 + 2 * EDGE)
    stops = ((0.0, lighten(rgb, 0.2)), (0.5, rgb), (1.0, darken(rgb, 0.42)))
    pen.fill(area, Gradient((0, 0), (width, 700), stops), "flat", line=0)
    shapes = (
        (0.62, 90, 0.3, 190, (120, 84, 62)),
        (0.66, 330, 0.38, 330, (92, 66, 54)),
        (-0.1, 470, 0.34, 200, (104, 76, 58)),
    )
    for x, y, w, h, tone in shapes:
        pen.decal(box(x * width, y, w * width, h, 10), mix(dim(stage, tone), rgb, 0.35), alpha=0.75, blur=22)
    for i in range(9):
        tone = ((196, 108, 72), (226, 206, 170), (112, 132, 104), (232, 170, 96))[i % 4]
        x, y = width * (0.66 + 0.3 * rng.random()), (168, 308, 420)[i % 3]
        pen.decal(ellipse(x, y, 24, 32), mix(dim(stage, tone), rgb, 0.25), alpha=0.8, blur=9)
    pane = mix(air.low, (255, 252, 240), 0.6) if not mood.night else (84, 108, 176)
    pen.glow(box(width * 0.04, 60, width * 0.3, 400), pane, alpha=0.9, blur=20)
    pen.decal(box(width * 0.18, 40, width * 0.016 + 4, 440), darken(rgb, 0.2), alpha=0.6, blur=9)
    pen.decal(box(width * 0.02, 245, width * 0.34, 14), darken(rgb, 0.2), alpha=0.6, blur=9)
    for y in (300, 420, 200):
        pen.decal(ellipse(width * 0.09, y + 120, 70, 80), air.at((92, 134, 82)), alpha=0.5, blur=24)
    halo(pen, width * 0.2, 250, 620, pane, 0.5)
    lights = ((255, 222, 160), (255, 196, 120), (255, 240, 210))
    bokeh(stage.middle, (width * 0.42, 40, width, 560), lights, rng, 16 if mood.night else 9)
    slab(stage.near, stage, stage.horizon, kind_of(mood.surface) or ("wood", WOOD))
