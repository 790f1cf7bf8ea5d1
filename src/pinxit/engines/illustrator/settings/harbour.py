"""A harbour: gabled houses along the quay, boats at their moorings, bollards and planks near the viewer."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.landmarks import cottage
from pinxit.engines.illustrator.rigs.scenery import SNOW, hill, place, turf, wave, wintry
from pinxit.engines.illustrator.rigs.sky import EDGE, breathe, sky
from pinxit.engines.illustrator.rigs.surface import boards
from pinxit.engines.illustrator.rigs.waters import water
from pinxit.engines.illustrator.shapes import box, curve, ellipse, polygon, smooth
from pinxit.engines.illustrator.stage import Stage

WALLS: tuple[Rgb, ...] = ((226, 110, 90), (240, 206, 130), (122, 160, 176), (240, 230, 210), (186, 206, 176))


@place(
    "harbour",
    "harbor",
    "port",
    "marina",
    "pier",
    "dock",
    "docks",
    "wharf",
    "jetty",
    "quay",
    "fishing village",
    sky=True,
)
def draw(stage: Stage) -> None:
    """Open water behind the subject; boats at the sides."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 560, 890, air.haze
    rng = mood.random("harbour")
    sky(stage, air)
    hill(stage.far, wave(width, 480, 44, rng, 420), air.at(turf(mood), 0.52), air.at(turf(mood), 0.4))
    snow = air.at(SNOW) if wintry(mood) else None
    x = -40.0
    while x < width + 60:
        w = rng.uniform(84, 130)
        tones = (air.at(rng.choice(WALLS), 0.2), air.at((150, 92, 76), 0.2))
        cottage(stage.far, x, 562, w, tones, mood.night or mood.time == "sunset", snow)
        x += w * 0.96
    stage.far.decal(box(-EDGE, 556, width + 2 * EDGE, 14), air.at((128, 116, 108), 0.2))
    water(stage.middle, stage, air, (568, 830), (44, 116, 146))
    for t, y, s, tone in (
        (0.14, 668, 0.9, (206, 66, 56)),
        (0.87, 700, 1.15, (48, 104, 150)),
        (0.7, 622, 0.55, (240, 234, 222)),
    ):
        boat(stage.middle, width * t, y, 150 * s, air.at(tone, 0.1), air.at((246, 240, 226), 0.06))
    pen, wood = stage.near, air.at((158, 122, 90))
    pen.decal(box(-EDGE, 806, width + 2 * EDGE, 24), darken(wood, 0.55))
    pen.fill(
        box(-EDGE, 790, width + 2 * EDGE, 240),
        Gradient((0, 790), (0, 1000), ((0.0, lighten(wood, 0.2)), (1.0, darken(wood, 0.25)))),
        "flat",
        line=0.4,
    )
    with pen.on(box(-EDGE, 790, width + 2 * EDGE, 240)):
        boards(pen, stage, 790, wood, 120)
    for t in (0.06, 0.94):
        bollard(pen, width * t, 846, 70, air.at((74, 72, 80)))
    pen.line(
        curve((width * 0.06, 800), (width * 0.1, 846), (width * 0.02, 880), (-EDGE, 850)), air.at((214, 190, 140)), 8
    )


def boat(pen: Pen, x: float, y: float, size: float, rgb: Rgb, pale: Rgb) -> None:
    """A fishing boat with a cabin and a mast, and its reflection."""
    pen.decal(ellipse(x, y + size * 0.08, size * 0.6, size * 0.1), darken(rgb, 0.5), alpha=0.4)
    hull = smooth(
        [
            (x - size * 0.62, y - size * 0.26),
            (x - size * 0.3, y - size * 0.19),
            (x + size * 0.3, y - size * 0.2),
            (x + size * 0.7, y - size * 0.34),
            (x + size * 0.5, y + size * 0.04),
            (x - size * 0.5, y + size * 0.04),
        ],
        tension=0.3,
    )
    pen.line(polygon([(x, y - size * 0.2), (x, y - size * 1.2)], closed=False), darken(pale, 0.4), size * 0.025)
    pen.line(
        polygon(
            [(x + size * 0.68, y - size * 0.34), (x, y - size * 1.18), (x - size * 0.58, y - size * 0.26)], closed=False
        ),
        darken(pale, 0.5),
        1.4,
        alpha=0.7,
    )
    pen.fill(box(x - size * 0.32, y - size * 0.52, size * 0.36, size * 0.34, 5), pale, "flat", line=0.5)
    pen.decal(box(x - size * 0.27, y - size * 0.46, size * 0.1, size * 0.12, 3), darken(rgb, 0.5))
    pen.decal(box(x - size * 0.12, y - size * 0.46, size * 0.1, size * 0.12, 3), darken(rgb, 0.5))
    pen.fill(hull, rgb, "round", line=0.6)
    with pen.on(hull):
        pen.decal(box(x - size, y - size * 0.05, size * 2, size * 0.2), darken(rgb, 0.55))
        pen.line(
            curve((x - size * 0.62, y - size * 0.2), (x, y - size * 0.13), (x + size * 0.7, y - size * 0.27)),
            pale,
            size * 0.03,
        )


def bollard(pen: Pen, x: float, y: float, size: float, rgb: Rgb) -> None:
    """An iron bollard on the quay."""
    pen.decal(ellipse(x + 6, y, size * 0.5, size * 0.12), darken(rgb, 0.6), alpha=0.4)
    pen.fill(box(x - size * 0.24, y - size * 0.7, size * 0.48, size * 0.72, 8), rgb, "round", line=0.5)
    pen.fill(ellipse(x, y - size * 0.72, size * 0.38, size * 0.17), lighten(rgb, 0.1), "round", line=0.5)
