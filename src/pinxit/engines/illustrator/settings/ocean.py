"""The open sea seen from just above the water; swimmers and ships are in it."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.pen import Gradient
from pinxit.engines.illustrator.rigs.scenery import below, place, wave
from pinxit.engines.illustrator.rigs.sky import EDGE, Air, breathe, brushed, sky
from pinxit.engines.illustrator.rigs.waters import ripples, water
from pinxit.engines.illustrator.shapes import curve
from pinxit.engines.illustrator.stage import Stage


@place("ocean", "sea", "open sea", "open water", "high seas", "waves", "water", "on the water", sky=True, wet=True)
def draw(stage: Stage) -> None:
    """Far water to the horizon, then rows of swell, the last one in front of the subject's feet."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 540, 850, air.haze
    sky(stage, air)
    body: Rgb = (34, 74, 92) if mood.weather in {"storm", "rain"} else (30, 112, 158)
    water(stage.far, stage, air, (540, 1000 + EDGE), body)
    rough = 2.4 if mood.weather in {"storm", "wind"} or "stormy" in mood.words else 1.0
    for row, (y, swell) in enumerate(((640, 8), (712, 12), (800, 17))):
        swell_row(stage, air, (y, swell * rough, row), body)
    front = wave(width, 972, 12 * rough, mood.random("front"), 500)
    deep = air.at(body)
    draw_front = brushed(stage.front, air)
    draw_front(
        below(front),
        Gradient((0, 960), (0, 1020), ((0.0, mix(deep, air.middle, 0.3)), (1.0, darken(deep, 0.2)))),
        alpha=0.92,
    )
    stage.front.line(curve(*front), mix(air.cloud, deep, 0.2), 4, alpha=0.8)


def swell_row(stage: Stage, air: Air, row: tuple[float, float, int], body: Rgb) -> None:
    """One row of waves at (height, swell, index): translucent crest, dark back, foam."""
    y, swell, index = row
    rng = stage.mood.random(f"swell{index}")
    pen = stage.middle if index < 2 else stage.near
    line = wave(stage.width, y, swell, rng, 260 + 130 * index)
    deep = air.at(body)
    stops = (
        (0.0, mix(lighten(deep, 0.24), air.low, 0.2)),
        (0.25, mix(deep, air.middle, 0.14)),
        (1.0, darken(deep, 0.12 + 0.06 * index)),
    )
    paint = brushed(pen, air)
    area = paint(below(line), Gradient((0, y - swell), (0, y + 150), stops), alpha=0.82)
    with pen.on(area):
        frame = (-EDGE, y + 8, stage.width + EDGE, y + 130)
        paint(ripples(frame, 40, 110, rng), mix(deep, air.low, 0.5), alpha=0.45)
        paint(ripples(frame, 34, 100, rng), darken(deep, 0.3), alpha=0.4)
        paint(
            ripples((-EDGE, y - swell, stage.width + EDGE, y + 14), 18, 90, rng),
            mix(air.cloud, air.low, 0.3),
            alpha=0.75,
        )
