"""A peach, or a plum, with its crease and blush."""

from pinxit.engines.illustrator.colours import (
    WHITE,
    darken,
    mix,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.food import leaf
from pinxit.engines.illustrator.rigs.trace import organic, stroke
from pinxit.engines.illustrator.shapes import (
    ellipse,
)


@thing("peach", "apricot", "nectarine", cm=7, kind="food", attach="hand", fit=60)
def draw(pen: Pen, look: Look) -> None:
    skin = look.colour((112, 52, 110) if look.noun == "plum" else (250, 176, 110))
    body = organic("4 -80 24 -88 46 -74 50 -42 34 -10 6 0 -26 -8 -47 -38 -42 -72 -18 -88")
    pen.fill(body, skin, "soft")
    with pen.on(body):
        pen.decal(ellipse(26, -50, 30, 40, 10), mix(skin, (214, 44, 60), 0.7), alpha=0.5, blur=12)
        pen.line(stroke("4 -84 -8 -60 -10 -32 0 -4"), darken(skin, 0.25), 3, alpha=0.55, blur=1.2)
        pen.decal(ellipse(2, -82, 12, 5), darken(skin, 0.45), alpha=0.6, blur=3)
        pen.decal(ellipse(-26, -58, 10, 16, 20), WHITE, alpha=0.3, blur=6)
    pen.line(stroke("3 -80 5 -90 2 -96"), (104, 74, 46), 4.5)
    leaf(pen, 4, -88, 46, -14)
