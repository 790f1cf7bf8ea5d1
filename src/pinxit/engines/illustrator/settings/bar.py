"""A bar at night: bottles in lit shelves, a long counter with stools, lamps."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.rigs.furnishing import bar_stools, block
from pinxit.engines.illustrator.rigs.interior import bokeh, floor, pendant, sheen, vessels, wall
from pinxit.engines.illustrator.rigs.scenery import place
from pinxit.engines.illustrator.rigs.sky import EDGE, fade
from pinxit.engines.illustrator.shapes import box
from pinxit.engines.illustrator.stage import Stage

WOOD: Rgb = (104, 62, 44)


@place("bar", "pub", "tavern", "club", "saloon", "jazz club", "speakeasy", "inn", light="candle")
def draw(stage: Stage) -> None:
    """Dark wood, amber light."""
    mood, width = stage.mood, stage.width
    stage.horizon, stage.ground, stage.haze = 700, 905, (120, 70, 50)
    rng = mood.random("bar")
    neon = bool({"neon", "cyberpunk"} & set(mood.words))
    warm: Rgb = (236, 80, 190) if neon else (255, 190, 104)
    wall(stage, (84, 50, 52) if not neon else (58, 40, 92), (52, 32, 28))
    pen = stage.far
    bays = max(2, round(width / 330))
    for i in range(bays):
        x, w = width * i / bays + 16, width / bays - 32
        block(pen, (x, 90, w, 420), WOOD)
        for y in (220, 350, 480):
            pen.glow(
                box(x + 14, y - 112, w - 28, 112),
                fade((0, y - 112), (0, y), mix(warm, (255, 255, 255), 0.1), (0.1, 0.55)),
            )
            vessels(pen, (x + 10, y, w - 20), rng, "bottles")
            pen.decal(box(x + 10, y, w - 20, 10), lighten(WOOD, 0.2))
            pen.glow(box(x + 10, y + 9, w - 20, 3), warm, alpha=0.9)
    floor(stage, (96, 62, 48), 150)
    panelling(stage, warm)
    count = max(3, round(width / 210))
    bar_stools(
        stage.middle,
        [width * (i + 0.5) / count for i in range(count) if abs((i + 0.5) / count - 0.5) > 0.12],
        830,
        190,
        (150, 44, 44),
    )
    for i in range(3):
        pendant(stage.middle, width * (0.2 + 0.3 * i), 130, 46, (40, 32, 34), lit=True)
    bokeh(stage.middle, (0, 30, width, 520), (warm, (255, 226, 170), (240, 110, 90)), rng, 12)
    sheen(stage, 850, warm, 0.25)


def panelling(stage: Stage, warm: Rgb) -> None:
    """The counter with panels and a brass rail."""
    pen, width = stage.middle, stage.width
    block(pen, (-EDGE, 560, width + 2 * EDGE, 190), WOOD, 0)
    step = 130
    for i in range(round(width / step) + 1):
        pen.decal(box(i * step + 10, 600, step - 30, 120, 4), darken(WOOD, 0.2))
        pen.line(box(i * step + 10, 600, step - 30, 120, 4), lighten(WOOD, 0.25), 2, alpha=0.6)
    block(pen, (-EDGE, 536, width + 2 * EDGE, 28), lighten(WOOD, 0.16), 4)
    pen.glow(box(-EDGE, 536, width + 2 * EDGE, 5), warm, alpha=0.6)
    pen.fill(box(-EDGE, 742, width + 2 * EDGE, 9, 4), (206, 160, 84), "metal", line=0.4)
