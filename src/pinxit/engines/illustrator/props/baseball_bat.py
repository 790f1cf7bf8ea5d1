"""A baseball bat, or a hockey stick."""

from pinxit.engines.illustrator.colours import (
    darken,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import organic
from pinxit.engines.illustrator.shapes import (
    box,
    ellipse,
)


@thing("baseball bat", "bat and ball", "cricket bat", cm=84, kind="object", attach="hand", fit=32)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (214, 164, 104), "glossy", "wood")
    with pen.at(0, 0, turn=22):
        body = organic("-5 26 -5 -6 -8 -60 -14 -110 -12 -150 0 -158 12 -150 14 -110 8 -60 5 -6 5 26", 0.3)
        coat(pen, body, what, upright=True)
        with pen.on(body):
            pen.decal(box(-10, -16, 20, 44), darken(what.rgb, 0.5))
        coat(pen, ellipse(0, 27, 8, 4), what)
