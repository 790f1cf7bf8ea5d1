"""Three toy blocks with letters' colours."""

from pinxit.engines.illustrator.colours import (
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import finish
from pinxit.engines.illustrator.rigs.solid import block
from pinxit.engines.illustrator.rigs.trace import halved
from pinxit.engines.illustrator.shapes import (
    box,
    ellipse,
    star,
)


@thing("toy blocks", "building blocks", "blocks", "wooden blocks", "toy", "cube", cm=18, kind="object")
def draw(pen: Pen, look: Look) -> None:
    if look.noun == "cube":
        block(pen, (-50, 0, 0), (90, 90, 90), finish(look, (206, 66, 60)))
        pen.anchor("top", 10, -105, 80)
        return
    hues = ((206, 66, 60), (70, 132, 186), (240, 184, 64))
    for i, (x, y) in enumerate(((-64, 0), (4, 0), (-30, -50))):
        what = finish(look, hues[i], "round")
        front = block(pen, (x, y, 0), (50, 50, 50), what)
        b = front.getBounds()
        pen.line(box(b.left() + 5, b.top() + 5, 40, 40, 3), lighten(what.rgb, 0.6), 2)
        cx, cy = b.centerX(), b.centerY()
        shape = (
            star(cx, cy, 14, 6),
            ellipse(cx, cy, 12),
            halved(f"{cx} {cy - 6} {cx + 9} {cy - 12} {cx + 14} {cy - 3} {cx} {cy + 13}", cx),
        )[i]
        pen.decal(shape, lighten(what.rgb, 0.7))
    pen.anchor("top", -2, -108, 40)
