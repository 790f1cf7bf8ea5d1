"""A blackboard in a wooden frame."""

from pinxit.engines.illustrator.colours import (
    WHITE,
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import Finish, coat
from pinxit.engines.illustrator.shapes import (
    box,
    capsule,
    ellipse,
)


@thing("chalkboard", "blackboard", "whiteboard", "chalkboard menu", cm=120, kind="object")
def draw(pen: Pen, look: Look) -> None:
    white = look.noun == "whiteboard"
    coat(
        pen,
        box(-116, -146, 232, 140, 4),
        Finish((196, 200, 206), "metal") if white else Finish((164, 110, 64), "soft", "wood"),
    )
    slate = box(-106, -136, 212, 118, 2)
    rgb = look.colour((250, 250, 250) if white else (52, 84, 70))
    pen.fill(slate, rgb, "round", line=0.6)
    with pen.on(slate):
        pen.decal(ellipse(-30, -70, 90, 30, -14), lighten(rgb, 0.4), alpha=0.14, blur=10)
    pen.anchor("text", 0, -78, 190)
    coat(pen, box(-110, -12, 220, 9, 2), Finish((176, 122, 74), "soft", "wood"))
    for x, tone in ((-60, WHITE), (-36, (250, 220, 110)), (66, (236, 140, 150))):
        pen.fill(capsule(x, -14, x + 14, -14, 4), tone, "round", line=0.5)
