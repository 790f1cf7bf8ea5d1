"""A bowl."""

from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import finish, patterned
from pinxit.engines.illustrator.rigs.vessel import Turned, Vessel


@thing("bowl", "mixing bowl", "dish", "basin", cm=9, kind="vessel", attach="hand", fit=70)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (232, 226, 214), "glossy", "ceramic")
    shape = Turned("62 -62  61 -54  55 -36  42 -16  28 -6  25 -4  25 0", 0.34)
    band = look.colour((66, 112, 160), 1)

    def decorate(pen: Pen) -> None:
        patterned(pen, shape.band(-58, -10), look, what.rgb)
        if not look.pattern and not look.material:
            pen.decal(shape.band(-54, -49), band)
            pen.decal(shape.band(-46, -44), band)

    Vessel(shape, what, 3.6, None, 12, decorate=decorate).draw(pen)
    pen.anchor("text", 0, -30, 70)
