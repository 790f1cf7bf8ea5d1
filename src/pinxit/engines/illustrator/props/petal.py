"""A fallen petal."""

from pinxit.engines.illustrator.colours import darken, lighten, mix
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.trace import organic
from pinxit.engines.illustrator.rigs.wire import wires
from pinxit.engines.illustrator.shapes import ellipse

_VEINS = (
    "0,-6 -3,-52 -4,-104|-3,-10 -18,-54 -27,-94|4,-10 16,-54 22,-96|-5,-18 -30,-56 -45,-82|6,-18 30,-56 41,-82"
    "|-11,-72 -14,-84 -12,-98|9,-70 10,-84 6,-98"
)


@thing("petal", "flower petal", "rose petal", "petals", cm=4, kind="plant")
def draw_petal(pen: Pen, look: Look) -> None:
    """Cupped, with a lip that curls over and veins that fan out from the claw; a smaller one lies behind."""
    tone = look.colour((238, 128, 162))
    with pen.at(-40, -6, 0.62, turn=-58):
        _petal(pen, look, darken(tone, 0.16))
    with pen.at(10, 0, turn=20):
        _petal(pen, look, tone)


def _petal(pen: Pen, look: Look, tone: tuple[int, int, int]) -> None:
    body = organic(
        "0,0 9,-8 32,-38 54,-76 52,-108 30,-124 8,-116 0,-110 -10,-118 -34,-124 -54,-106 -55,-74 -32,-38 -9,-8"
    )
    pen.fill(body, tone, "soft")
    with pen.on(body):
        pen.decal(ellipse(0, 2, 22, 36), mix(tone, (255, 246, 200), 0.8), alpha=0.85, blur=9)
        pen.decal(ellipse(-18, -70, 18, 32, 10), lighten(tone, 0.6), alpha=0.45, blur=9)
        pen.decal(organic("60,-90 38,-104 16,-102 34,-92 44,-62 26,-30 70,-50"), darken(tone, 0.3), alpha=0.4, blur=6)
        wires(pen, _VEINS, darken(tone, 0.2), 0.9, "flat", 0.16)
    lip = organic(
        "-55,-80 -58,-104 -36,-127 -10,-121 0,-112 9,-119 32,-127 56,-108 54,-80 46,-98 28,-111 10,-106 0,-99 -12,-107 -30,-111 -47,-96"
    )
    pen.fill(lip, lighten(tone, 0.34), "soft", line=0.7)
