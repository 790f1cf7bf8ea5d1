"""A cooking pot with two handles, and soup in it."""

from pinxit.engines.illustrator.colours import (
    darken,
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import Finish, coat, finish
from pinxit.engines.illustrator.rigs.vessel import Turned, Vessel, handle, steam
from pinxit.engines.illustrator.shapes import (
    ellipse,
    taper,
)


@thing("cauldron", cm=45, kind="vessel")
@thing("pot", "cooking pot", "saucepan", "casserole", "stock pot", cm=18, kind="vessel")
def draw(pen: Pen, look: Look) -> None:
    black = look.noun == "cauldron"
    what = finish(look, (60, 60, 66) if black else (196, 66, 58), "metal" if look.has("metal", "steel") else "glossy")
    grip = Finish(look.part("handle", darken(what.rgb, 0.2)), what.form)
    if black:
        shape = Turned("52 -86  46 -80  50 -70  62 -44  54 -16  32 -4  24 0", 0.32)
        for x in (-34, 34):
            coat(pen, taper(12, 8, -14, 8, x), grip)
    else:
        shape = Turned("58 -78  57 -74  57 -40  57 -12  54 -3  50 0", 0.32)
        for flip in (False, True):
            with pen.at(0, 0, flip=flip):
                handle(pen, "54 -64 72 -66 76 -56 70 -46 54 -48", 7, grip)
    brew = (104, 186, 70) if black else (222, 130, 50)
    Vessel(shape, what, 4, look.part("soup", brew), 12).draw(pen)
    with pen.on(shape.cap(shape.top, 4)):
        rng = look.random("soup")
        for _ in range(12):
            u, v = rng.uniform(-40, 40), shape.top + 12 + rng.uniform(-8, 9)
            pen.decal(ellipse(u, v, rng.uniform(2, 5), rng.uniform(1, 2)), lighten(brew, 0.5), alpha=0.8)
    steam(pen, 0, shape.top, 70, 66)
