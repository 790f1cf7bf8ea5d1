"""A woven basket with a handle."""

from pinxit.engines.illustrator.colours import (
    darken,
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import Finish
from pinxit.engines.illustrator.rigs.vessel import Turned, Vessel
from pinxit.engines.illustrator.rigs.wire import wire
from pinxit.engines.illustrator.shapes import (
    arc,
    ellipse,
)


@thing("basket", "wicker basket", "woven basket", cm=30, kind="vessel", attach="hand", fit=80)
def draw(pen: Pen, look: Look) -> None:
    straw = look.colour((206, 150, 84))
    shape = Turned("66 -66 64 -50 58 -24 50 0", 0.3)
    wire(pen, arc(0, -66, 58, 78, 180, 180), darken(straw, 0.25), 9, "round", 1.0)
    pen.line(arc(0, -67, 58, 78, 190, 120), lighten(straw, 0.3), 2.4, alpha=0.7)

    def decorate(pen: Pen) -> None:
        for row in range(7):
            for i, a in enumerate(range(-92, 93, 11)):
                if (row + i) % 2:
                    continue
                top, low = -62 + row * 9, -54 + row * 9
                pen.fill(
                    shape.patch(max(a - 9, -90), min(a + 9, 90), top, low), lighten(straw, 0.12), "round", line=0.3
                )
                pen.line(shape.ring(low + 0.4, max(a - 9, -90), min(a + 9, 90)), darken(straw, 0.5), 1.6, alpha=0.6)

    Vessel(shape, Finish(darken(straw, 0.2), "round"), 5, None, 14, darken(straw, 0.3), decorate, windows=False).draw(
        pen
    )
    for a in range(-88, 89, 8):
        x, y = shape.at(a, -66, -2)
        pen.fill(ellipse(x, y, 5.6, 4.4, 30), straw, "round", line=0.4)
    pen.anchor("text", 0, -28, 80)
