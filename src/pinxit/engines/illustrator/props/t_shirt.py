"""A shirt by itself: T-shirt, sweater, jacket."""

from pinxit.engines.illustrator.colours import (
    darken,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish, patterned
from pinxit.engines.illustrator.rigs.trace import organic, stroke


@thing(
    "t-shirt",
    "tshirt",
    "t shirt",
    "tee shirt",
    "shirt",
    "sweater",
    "hoodie",
    "jumper",
    "jersey",
    "tee",
    "pullover",
    cm=70,
    kind="clothes",
)
def draw(pen: Pen, look: Look) -> None:
    long = look.noun in {"sweater", "hoodie", "jumper", "pullover"}
    what = finish(look, (70, 130, 180), "soft", "cloth")
    for flip in (False, True):
        with pen.at(0, 0, flip=flip):
            sleeve = (
                "50 -138 74 -128 96 -84 92 -12 70 -10 64 -66 46 -90"
                if long
                else "50 -138 72 -130 100 -96 76 -76 48 -92"
            )
            coat(pen, organic(sleeve, 0.2), what.tone(-0.08))
    body = organic("-26 -146 0 -134 26 -146 56 -136 56 -80 58 0 0 4 -58 0 -56 -80 -56 -136", 0.22)
    coat(pen, body, what)
    with pen.on(body):
        patterned(pen, body, look, what.rgb)
        pen.line(stroke("-40 -60 -30 -40 -36 -10"), darken(what.rgb, 0.3), 3, alpha=0.35, blur=2)
        pen.line(stroke("42 -70 34 -40 38 -10"), darken(what.rgb, 0.3), 3, alpha=0.35, blur=2)
    pen.line(stroke("-26 -145 0 -130 26 -145"), darken(what.rgb, 0.28), 5)
    pen.line(stroke("-57 -5 0 -1 57 -5"), darken(what.rgb, 0.25), 1.4)
    pen.anchor("text", 0, -84, 88)
