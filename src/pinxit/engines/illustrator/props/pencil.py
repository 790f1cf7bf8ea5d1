"""A pencil; "pen", "paintbrush" and "crayon" by name."""

from pinxit.engines.illustrator.colours import (
    INK,
    darken,
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import Finish, coat, finish
from pinxit.engines.illustrator.rigs.trace import facet, organic, points
from pinxit.engines.illustrator.shapes import (
    box,
    curve,
    tube,
)


@thing(
    "pencil",
    "pen",
    "paintbrush",
    "brush",
    "crayon",
    "fountain pen",
    "coloured pencil",
    "colored pencil",
    "marker",
    cm=18,
    kind="object",
    attach="hand",
    fit=60,
)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (248, 194, 56), "glossy")
    with pen.at(0, 0, turn=32):
        if "brush" in look.noun:
            coat(pen, tube(points("0 92 0 10 0 -40"), [4, 10, 8]), Finish(look.colour((150, 76, 46)), "glossy"))
            pen.fill(box(-6, -66, 12, 28, 2), (206, 210, 216), "metal")
            pen.fill(organic("-6 -66 -9 -84 0 -114 9 -84 6 -66", 0.3), (112, 74, 50), "soft")
            pen.fill(
                organic("-8 -86 0 -114 8 -86 3 -90 -2 -84"), look.part("paint", (60, 120, 206)), "glossy", line=0.4
            )
            return
        if look.noun in {"pen", "fountain pen"}:
            coat(pen, tube(points("0 -76 0 0 0 84"), [13, 15, 11]), Finish(look.colour((40, 52, 96)), "glossy"))
            pen.fill(facet("-6 80 6 80 2 104 0 110 -2 104"), (232, 188, 84), "metal")
            pen.line(curve((0, 88), (0, 106)), INK, 0.8)
            pen.fill(box(-8, -6, 16, 5), (232, 188, 84), "metal", line=0.5)
            pen.fill(box(5, -80, 4, 46, 2), (232, 188, 84), "metal", line=0.5)
            return
        coat(pen, box(-9, -80, 18, 146), what)
        pen.decal(box(-9, -80, 5.5, 146), lighten(what.rgb, 0.4), alpha=0.7)
        pen.decal(box(4, -80, 5, 146), darken(what.rgb, 0.25), alpha=0.7)
        pen.fill(facet("-9 66 -4 62 0 67 4 62 9 66 3 92 -3 92"), (240, 206, 156), "round", line=0.6)
        pen.fill(
            facet("-3.4 90 3.4 90 0 102", 0.8), what.rgb if "colo" in look.noun else (54, 50, 56), "flat", line=0.5
        )
        pen.fill(box(-9.5, -96, 19, 17), (200, 206, 212), "metal", line=0.7)
        pen.fill(box(-9, -114, 18, 19, 5), (240, 136, 146), "soft", line=0.7)
