"""An armchair."""

from pinxit.engines.illustrator.colours import (
    darken,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import Finish, coat, finish
from pinxit.engines.illustrator.rigs.trace import organic, stroke
from pinxit.engines.illustrator.shapes import (
    box,
    ellipse,
    scaled,
    taper,
)


@thing("throne", cm=160, kind="furniture")
@thing("armchair", "easy chair", "recliner", cm=95, kind="furniture")
def draw(pen: Pen, look: Look) -> None:
    royal = look.noun == "throne"
    what = finish(look, (166, 36, 52) if royal else (84, 124, 124), "soft", "cloth")
    wood = Finish(look.part("leg", (226, 178, 70) if royal else (120, 76, 44)), "metal" if royal else "round")
    for x in (-62, 62):
        coat(pen, taper(12, 7, -20, 0, x), wood)
    high = -186 if royal else -134
    back = organic(f"-58 -40 -64 -92 -56 {high + 14} -24 {high} 24 {high} 56 {high + 14} 64 -92 58 -40", 0.4)
    if royal:
        coat(pen, scaled(back, 1.14, 1.08, 0, -60), wood)
        for x in (-66, 0, 66):
            pen.fill(ellipse(x, high - (14 if x == 0 else -6), 9), wood.rgb, "metal")
    coat(pen, back, what)
    with pen.on(back):
        for row, y in enumerate((high + 28, high + 52)):
            for x in range(-36 + row % 2 * 18, 37, 36):
                pen.decal(ellipse(x, y, 7, 5), darken(what.rgb, 0.3), alpha=0.4, blur=3)
                pen.decal(ellipse(x, y, 3), darken(what.rgb, 0.35))
    coat(pen, box(-62, -46, 124, 34, 8), what.tone(-0.14))
    coat(pen, box(-48, -68, 96, 30, 13), what.tone(0.1))
    pen.line(stroke("-44 -46 0 -43 44 -46"), darken(what.rgb, 0.3), 1.4, alpha=0.6)
    pen.anchor("seat", 0, -64, 84)
    pen.anchor("top", 0, -66, 80)
    for flip in (False, True):
        with pen.at(0, 0, flip=flip):
            coat(pen, box(44, -84, 34, 72, 14), what)
            coat(pen, ellipse(61, -74, 16, 15), what.tone(0.07), line=0.7)
            pen.line(ellipse(61, -74, 8), darken(what.rgb, 0.25), 1.2, alpha=0.6)
