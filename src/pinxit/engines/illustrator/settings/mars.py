"""Mars: the red desert without plants under a pale rusty sky."""

from dataclasses import replace

from pinxit.engines.illustrator.rigs.scenery import place
from pinxit.engines.illustrator.settings.desert import draw as draw_desert
from pinxit.engines.illustrator.stage import Stage


@place("mars", "martian surface", "red planet", sky=True)
def draw(stage: Stage) -> None:
    """The desert's dunes and mesas in red."""
    stage.mood = replace(
        stage.mood,
        words=(*stage.mood.words, "mars"),
        weather=stage.mood.weather or "clear",
        background=stage.mood.background or (232, 164, 122),
    )
    draw_desert(stage)
