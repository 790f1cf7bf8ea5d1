"""A microphone; "studio" ones stand on a stand."""

from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import Finish, coat, finish
from pinxit.engines.illustrator.rigs.trace import facet
from pinxit.engines.illustrator.shapes import (
    box,
    curve,
    ellipse,
)


@thing("microphone", "mic", "vintage microphone", cm=22, kind="object", attach="hand", fit=50)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (58, 58, 66), "glossy")
    with pen.at(0, 0, turn=24):
        coat(pen, facet("-15 -44 15 -44 9 76 -9 76", 4), what)
        coat(pen, box(-17, -56, 34, 14, 4), Finish((186, 190, 198), "metal"))
        head = ellipse(0, -80, 30, 31)
        pen.fill(head, (150, 156, 166), "metal")
        with pen.on(head):
            for i in range(-7, 8):
                pen.line(curve((i * 6 - 24, -112), (i * 6 + 24, -48)), (70, 74, 84), 1, alpha=0.8)
                pen.line(curve((i * 6 + 24, -112), (i * 6 - 24, -48)), (70, 74, 84), 1, alpha=0.8)
        pen.line(curve((-30, -80), (30, -80)), (210, 214, 220), 4)
        pen.fill(box(-5, -28, 10, 16, 4), (206, 52, 48), "glossy", line=0.6)
