"""A hot dog with mustard."""

from pinxit.engines.illustrator.colours import (
    darken,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.trace import organic, points
from pinxit.engines.illustrator.shapes import (
    curve,
    tube,
)


@thing("hot dog", "hotdog", cm=6, kind="food", attach="hand", fit=70)
def draw(pen: Pen, look: Look) -> None:
    bun = look.colour((226, 158, 82))
    pen.fill(organic("-84 -34 -60 -54 60 -54 84 -34 60 -20 -60 -20"), darken(bun, 0.12), "soft")
    pen.fill(tube(points("-88 -40 0 -34 88 -40"), 26), (188, 72, 46), "glossy")
    spots = [(-74 + i * 12, -42 + (6 if i % 2 else -6)) for i in range(13)]
    pen.line(curve(*spots), (250, 202, 52), 5)
    pen.fill(organic("-86 -26 -40 -28 0 -26 40 -28 86 -26 80 -6 56 0 -56 0 -80 -6", 0.35), bun, "soft")
