"""Nothing but a colour: for stickers, logos and everything that wants room around it."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, luminance
from pinxit.engines.illustrator.pen import Gradient
from pinxit.engines.illustrator.rigs.scenery import place
from pinxit.engines.illustrator.rigs.sky import EDGE, radial
from pinxit.engines.illustrator.shapes import box
from pinxit.engines.illustrator.stage import Stage

_DEFAULTS: tuple[Rgb, ...] = ((244, 236, 222), (222, 234, 232), (246, 226, 212), (228, 230, 244), (238, 240, 224))


@place("plain", "nothing", "blank", "background", "plain background", "solid background", "colour field", "empty")
def draw(stage: Stage) -> None:
    """A field with a breath of light in the middle; a flat one if the words say so."""
    mood, width = stage.mood, stage.width
    rgb = mood.background or mood.random("plain").choice(_DEFAULTS)
    if mood.night and mood.background is None:
        rgb = (38, 42, 76)
    stage.horizon, stage.ground = 620, 880
    area = box(-EDGE, -EDGE, width + 2 * EDGE, 1000 + 2 * EDGE)
    flat = (
        {"solid", "flat", "minimalist", "transparent"} & set(mood.words)
        or luminance(rgb) > 0.97
        or luminance(rgb) < 0.14
    )
    if flat:
        stage.far.glow(area, rgb)  # exactly the colour that was asked for, whatever the light
        return
    stage.far.fill(
        area, Gradient((0, 0), (0, 1000), ((0.0, lighten(rgb, 0.1)), (1.0, darken(rgb, 0.07)))), "flat", line=0
    )
    stage.far.decal(area, radial(width / 2, 460, max(width, 1000) * 0.62, lighten(rgb, 0.6), (0.5, 0.18, 0.0)))
