"""A necktie."""

from pinxit.engines.illustrator.colours import (
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish, patterned
from pinxit.engines.illustrator.rigs.trace import facet
from pinxit.engines.illustrator.shapes import (
    curve,
)


@thing("tie", "necktie", cm=50, kind="clothes", attach="neck", fit=120)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (48, 74, 132), "soft", "cloth")
    blade = facet("-9 12 9 12 21 118 0 142 -21 118", 2)
    coat(pen, blade, what)
    with pen.on(blade):
        patterned(pen, blade, look, what.rgb)
        if not look.pattern:
            for y in range(10, 160, 20):
                pen.line(curve((-30, y + 14), (30, y - 10)), look.colour(lighten(what.rgb, 0.5), 1), 3.4, alpha=0.8)
    coat(pen, facet("-14 -8 14 -8 9 16 -9 16", 3), what.tone(0.06))
