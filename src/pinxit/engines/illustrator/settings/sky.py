"""High in the air: banks of cloud below, towers of cloud at the sides, blue above."""

from pinxit.engines.illustrator.colours import mix
from pinxit.engines.illustrator.pen import Gradient
from pinxit.engines.illustrator.rigs.scenery import place
from pinxit.engines.illustrator.rigs.sky import Air, breathe, brushed, cumulus, puffs, sky
from pinxit.engines.illustrator.stage import Stage


@place("sky", "clouds", "in the sky", "air", "above the clouds", "heaven", "mid-air", "flying", sky=True, airless=True)
def draw(stage: Stage) -> None:
    """Three banks of cloud that grow towards the viewer; the middle stays open."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 780, 760, air.haze
    sky(stage, air, 900)
    rng = mood.random("banks")
    for x, y, w in ((0.1, 520, 0.5), (0.92, 600, 0.56)):
        cumulus(stage.far, width * x, y, max(420, width * w), air, rng)
    for row, (y, size) in enumerate(((800, 170), (880, 250), (980, 340))):
        bank(stage, air, row, (y, size))


def bank(stage: Stage, air: Air, row: int, place_of: tuple[float, float]) -> None:
    """One row of cloud tops across the frame."""
    y, size = place_of
    rng = stage.mood.random(f"bank{row}")
    pen = (stage.far, stage.middle, stage.front)[row]
    count = round(stage.width / size) + 2
    for i in range(count):
        x = (i - 0.4 + rng.uniform(-0.2, 0.2)) * size
        edge = abs(x / stage.width - 0.5)
        h = size * rng.uniform(0.5, 0.8) * (0.55 + edge)
        light = mix(air.cloud, air.low, 0.3 - 0.13 * row)
        stops = ((0.0, light), (0.5, mix(light, air.shade, 0.5)), (1.0, mix(air.shade, air.middle, 0.3)))
        body = puffs(x, y + size * 0.35, size * 1.7, h, rng)
        brushed(pen, air)(body, Gradient((0, y + size * 0.35 - h), (0, y + size * 0.35), stops), alpha=1.0)
