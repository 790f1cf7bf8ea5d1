"""A stage: curtains, boards, spotlights; for concerts and shows."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.pen import Gradient
from pinxit.engines.illustrator.rigs.interior import bokeh, curtain
from pinxit.engines.illustrator.rigs.scenery import place
from pinxit.engines.illustrator.rigs.sky import EDGE, fade, halo, pool
from pinxit.engines.illustrator.rigs.surface import boards
from pinxit.engines.illustrator.shapes import box, ellipse, polygon
from pinxit.engines.illustrator.stage import Stage


@place(
    "stage",
    "theatre",
    "theater",
    "concert",
    "concert hall",
    "opera",
    "ballroom",
    "cinema",
    light="candle",
)
def draw(stage: Stage) -> None:  # limit: one drawing, a list of its parts from back to front
    """Three cones of light meet where the subject stands."""
    mood, width = stage.mood, stage.width
    stage.horizon, stage.ground, stage.indoors = 690, 890, True
    neon = {"concert", "rock", "neon", "disco"} & set(mood.words)
    red: Rgb = mood.background or ((66, 44, 132) if neon else (150, 26, 38))
    back: Rgb = (30, 20, 52) if neon else (70, 22, 34)
    pen = stage.far
    pen.fill(
        box(-EDGE, -EDGE, width + 2 * EDGE, 1000 + 2 * EDGE),
        Gradient((0, 0), (0, 700), ((0.0, darken(back, 0.5)), (1.0, back))),
        "flat",
        line=0,
    )
    curtain(pen, (-EDGE, -EDGE, width + 2 * EDGE, 730), darken(red, 0.42), max(8, round(width / 70)))
    halo(pen, width / 2, 520, max(430, width * 0.36), lighten(red, 0.35), 0.55)
    floor = stage.middle
    wood: Rgb = (150, 98, 62)
    area = box(-EDGE, 690, width + 2 * EDGE, 340)
    floor.fill(
        area,
        Gradient((0, 690), (0, 1000), ((0.0, darken(wood, 0.3)), (0.5, wood), (1.0, darken(wood, 0.5)))),
        "flat",
        line=0,
    )
    with floor.on(area):
        boards(floor, stage, 690, wood, 130)
    floor.decal(box(-EDGE, 690, width + 2 * EDGE, 60), fade((0, 690), (0, 750), (20, 8, 12), (0.6, 0.0)))
    tones: tuple[Rgb, ...] = (
        ((255, 110, 220), (120, 220, 255), (255, 220, 140))
        if neon
        else ((255, 232, 190), (255, 246, 220), (255, 232, 190))
    )
    for t, tone in zip((0.16, 0.5, 0.84), tones, strict=True):
        x, foot = width * t, width * (0.5 + (t - 0.5) * 0.3)
        reach = max(150.0, width * 0.13)
        cone = polygon([(x - 14, -EDGE), (x + 14, -EDGE), (foot + reach, 880), (foot - reach, 880)])
        floor.glow(cone, fade((x, 0), (foot, 880), tone, (0.5, 0.16, 0.04)))
        pool(floor, (foot, 880, reach * 1.5, 70), tone, 0.3, light=True)
        floor.fill(box(x - 26, -10, 52, 44, 8), (34, 32, 38), "flat", line=0.5)
        floor.glow(ellipse(x, 36, 22, 9), (255, 252, 236))
    if neon:
        bokeh(pen, (0, 60, width, 560), tones, mood.random("lights"), 18)
    side = min(width * 0.16, 230)
    curtain(stage.near, (-EDGE, -EDGE, side, 880), red, 4)
    curtain(stage.near, (width - side + EDGE, -EDGE, side, 880), red, 4)
    curtain(stage.near, (-EDGE, -EDGE, width + 2 * EDGE, 96), red, max(6, round(width / 80)))
    stage.near.fill(box(-EDGE, 66, width + 2 * EDGE, 12), (222, 176, 84), "flat", line=0.4)
    for i in range(max(3, round(width / 190))):
        x = (i + 0.5) * width / max(3, round(width / 190))
        if abs(x / width - 0.5) > 0.16:
            stage.front.fill(box(x - 30, 972, 60, 60, 20), (54, 48, 52), "round", line=0.5)
            stage.front.glow(ellipse(x, 974, 24, 7), (255, 236, 180))
