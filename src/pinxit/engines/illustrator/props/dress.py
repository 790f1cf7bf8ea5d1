"""A dress by itself."""

from pinxit.engines.illustrator.colours import (
    darken,
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish, patterned
from pinxit.engines.illustrator.rigs.trace import organic, stroke
from pinxit.engines.illustrator.shapes import (
    curve,
)


@thing("dress", "gown", "skirt", "frock", cm=120, kind="clothes")
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (196, 60, 110), "soft", "cloth")
    for x in (-18, 18):
        pen.line(curve((x, -146), (x * 0.9, -176)), what.rgb, 5)
    shape = organic(
        "-28 -152 0 -142 28 -152 30 -130 20 -104 42 -60 74 -6 40 2 0 -2 -40 2 -74 -6 -42 -60 -20 -104 -30 -130", 0.32
    )
    coat(pen, shape, what)
    with pen.on(shape):
        patterned(pen, shape, look, what.rgb)
        for x in (-44, -24, -4, 18, 40):
            pen.line(stroke(f"{x * 0.3} -98 {x * 0.7} -50 {x * 1.2} 2"), darken(what.rgb, 0.3), 3, alpha=0.4, blur=1.5)
    sash = look.colour(lighten(what.rgb, 0.55), 1)
    pen.fill(organic("-22 -110 0 -106 22 -110 22 -98 0 -94 -22 -98", 0.3), sash, "soft", line=0.6)
