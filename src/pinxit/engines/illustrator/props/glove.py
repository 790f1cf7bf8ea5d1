"""A pair of mittens or gloves."""

from pinxit.engines.illustrator.colours import (
    darken,
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import Finish, coat, finish
from pinxit.engines.illustrator.rigs.trace import organic, stroke
from pinxit.engines.illustrator.shapes import (
    box,
    curve,
    union,
)


@thing("gloves", "glove", "mittens", "mitten", cm=20, kind="clothes")
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (204, 62, 62), "soft", "cloth")
    for flip in (False, True):
        with pen.at(-34 if flip else 34, 0, turn=-8 if flip else 8, flip=flip):
            hand = organic("-26 -30 -28 -70 -20 -104 0 -112 20 -102 26 -70 24 -30", 0.45)
            thumb = organic("-22 -44 -40 -58 -46 -76 -36 -82 -24 -68 -16 -56")
            coat(pen, union(hand, thumb), what)
            pen.line(stroke("-22 -68 -18 -56 -22 -46"), darken(what.rgb, 0.35), 2, alpha=0.6)
            coat(pen, box(-28, -36, 56, 34, 8), Finish(look.colour(lighten(what.rgb, 0.6), 1), "soft"))
            for x in range(-20, 24, 8):
                pen.line(curve((x, -32), (x, -6)), darken(what.rgb, 0.2), 1.6, alpha=0.5)
