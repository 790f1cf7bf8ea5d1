"""A bar of chocolate in its foil."""

from pinxit.engines.illustrator.colours import (
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.trace import facet
from pinxit.engines.illustrator.shapes import (
    box,
)


@thing("chocolate", "chocolate bar", "candy bar", cm=15, kind="food", attach="hand", fit=70)
def draw(pen: Pen, look: Look) -> None:
    rgb = look.colour((98, 56, 36))
    with pen.at(0, 0, turn=8):
        pen.fill(box(-46, -150, 92, 110, 4), rgb, "glossy")
        for row in range(4):
            for i in range(3):
                pen.fill(box(-43 + i * 29.4, -147 + row * 27, 27, 25, 3), lighten(rgb, 0.06), "glossy", line=0.5)
        pen.fill(
            facet("-50 -66 -36 -74 -20 -62 -4 -74 14 -62 32 -74 50 -64 50 -50 -50 -50"),
            (206, 210, 216),
            "metal",
            line=0.7,
        )
        pen.fill(box(-50, -56, 100, 56, 3), look.part("wrapper", (190, 44, 60)), "round")
        pen.line(box(-44, -50, 88, 44, 2), (240, 206, 120), 1.4)
        pen.anchor("text", 0, -28, 76)
