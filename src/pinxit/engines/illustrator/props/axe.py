"""An axe."""

from pinxit.engines.illustrator.colours import (
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import Finish, coat, finish
from pinxit.engines.illustrator.rigs.trace import organic, points, stroke
from pinxit.engines.illustrator.shapes import (
    tube,
)


@thing("axe", "hatchet", "battle axe", "ax", cm=70, kind="object", attach="hand", fit=38)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (160, 166, 176), "metal")
    with pen.at(0, 0, turn=16):
        coat(
            pen,
            tube(points("3 36 -3 0 0 -60 -2 -124"), [12, 9, 9, 10]),
            Finish(look.part("handle", (176, 112, 62)), "glossy", "wood"),
            upright=True,
        )
        for flip in (False, True) if look.noun == "battle axe" else (False,):
            with pen.at(0, 0, flip=flip):
                blade = organic("-10 -118 14 -120 40 -138 52 -112 50 -84 40 -66 14 -94 -10 -92", 0.25)
                coat(pen, blade, what)
                with pen.on(blade):
                    pen.line(stroke("38 -140 47 -104 38 -64"), lighten(what.rgb, 0.7), 5, alpha=0.8)
