"""A bed seen from its foot: headboard, pillows, quilt."""

from pinxit.engines.illustrator.colours import (
    darken,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import Finish, coat, finish, patterned
from pinxit.engines.illustrator.rigs.trace import organic, stroke
from pinxit.engines.illustrator.shapes import (
    box,
    curve,
    polygon,
)


@thing("bed", "double bed", "bunk", "cosy bed", "cozy bed", cm=110, kind="furniture")
def draw(pen: Pen, look: Look) -> None:
    quilt = look.colour((112, 146, 190))
    wood = Finish(look.part("frame", (150, 98, 60)), "soft", "wood")
    if look.material:
        wood = finish(look, wood.rgb, "soft", "wood")
    coat(pen, organic("-104 -50 -104 -128 -88 -146 0 -156 88 -146 104 -128 104 -50", 0.3), wood)
    pen.line(
        organic("-92 -60 -92 -122 -78 -136 0 -144 78 -136 92 -122 92 -60", 0.3), darken(wood.rgb, 0.3), 1.8, alpha=0.6
    )
    pen.fill(polygon([(-98, -94), (98, -94), (122, -30), (-122, -30)]), (246, 242, 234), "soft")
    for x in (-48, 48):
        pillow = organic(f"{x - 42} -110 {x} -116 {x + 42} -110 {x + 44} -86 {x} -80 {x - 44} -86", 0.45)
        pen.fill(pillow, (252, 250, 246), "soft")
        pen.line(stroke(f"{x - 30} -92 {x - 10} -96 {x + 6} -92"), (206, 202, 200), 1.4, alpha=0.7)
    pen.anchor("inside", 0, -84, 120)
    pen.anchor("top", 0, -66, 170)
    spread = organic("-104 -78 -50 -84 0 -80 50 -84 104 -78 124 -48 126 -14 60 -8 0 -12 -60 -8 -126 -14 -124 -48", 0.35)
    pen.fill(spread, quilt, "soft")
    with pen.on(spread):
        patterned(pen, spread, look, quilt)
        for i in range(-5, 6):
            pen.line(curve((i * 19, -86), (i * 24, -42), (i * 25, -4)), darken(quilt, 0.2), 1, alpha=0.5)
        for y in (-62, -36):
            pen.line(curve((-130, y), (0, y + 4), (130, y)), darken(quilt, 0.2), 1, alpha=0.5)
        pen.decal(organic("-110 -80 0 -86 110 -80 112 -66 0 -70 -112 -66"), (250, 246, 238))
    coat(pen, box(-128, -20, 256, 16, 5), wood)
    for x in (-118, 118):
        coat(pen, box(x - 9, -34, 18, 34, 5), wood)
