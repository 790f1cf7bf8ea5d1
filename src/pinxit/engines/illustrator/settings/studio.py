"""A photographer's studio: seamless paper, or a slab of some material before a soft wall."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.pen import Gradient
from pinxit.engines.illustrator.rigs.scenery import place
from pinxit.engines.illustrator.rigs.sky import EDGE, fade, pool, radial
from pinxit.engines.illustrator.rigs.surface import kind_of, slab
from pinxit.engines.illustrator.shapes import box, polygon
from pinxit.engines.illustrator.stage import Stage


@place("studio", "photo studio", "seamless backdrop", "backdrop", "product shot", "photography studio", light="softbox")
def draw(stage: Stage) -> None:
    """Soft light from the upper left pools behind the subject."""
    mood, width = stage.mood, stage.width
    surface = kind_of(mood.surface)
    rgb: Rgb = mood.background or ((200, 198, 194) if surface is None else (184, 182, 178))
    if "dark" in mood.words and mood.background is None:
        rgb = (52, 52, 58)
    stage.indoors, stage.tabletop = True, True
    stage.horizon, stage.ground = (680, 860) if surface else (640, 870)
    full = box(-EDGE, -EDGE, width + 2 * EDGE, 1000 + 2 * EDGE)
    reach = max(width * 0.7, 760)
    top, foot = darken(rgb, 0.2), lighten(rgb, 0.22)
    stage.far.fill(
        full,
        Gradient((0, 0), (0, 1000), ((0.0, top), (0.55, rgb), (0.74, lighten(rgb, 0.12)), (1.0, rgb))),
        "flat",
        line=0,
    )
    stage.far.decal(full, radial(width * 0.42, 430, reach, lighten(rgb, 0.66), (0.75, 0.3, 0.0)))
    if surface:
        slab(stage.near, stage, stage.horizon, surface)
        _reflection(stage, mix(surface[1], rgb, 0.4))
        return
    pool(stage.near, (width / 2, 890, max(440, width * 0.5), 130), foot, 0.7)
    stage.near.decal(
        box(-EDGE, 640, width + 2 * EDGE, 110), fade((0, 640), (0, 750), darken(rgb, 0.35), (0.0, 0.05, 0.0))
    )


def _reflection(stage: Stage, rgb: Rgb) -> None:
    """The glow of the wall on the polished slab."""
    width, y = stage.width, stage.horizon
    shine = polygon([(width * 0.2, y), (width * 0.62, y), (width * 0.74, 1010), (width * 0.1, 1010)])
    stage.near.decal(shine, fade((0, y), (0, 1000), lighten(rgb, 0.8), (0.5, 0.2, 0.0)), blur=24)
