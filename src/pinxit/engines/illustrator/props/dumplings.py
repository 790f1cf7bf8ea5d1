"""Dumplings in a bamboo steamer."""

from pinxit.engines.illustrator.colours import (
    darken,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import Finish
from pinxit.engines.illustrator.rigs.trace import organic, stroke
from pinxit.engines.illustrator.rigs.vessel import Turned, Vessel, steam
from pinxit.engines.illustrator.shapes import (
    box,
    ellipse,
    union,
)


@thing("dumplings", "dumpling", "dim sum", "bao", "gyoza", cm=9, kind="food")
def draw(pen: Pen, look: Look) -> None:
    shape = Turned("84 -46 84 -24 84 0", 0.38)
    wood = Finish((206, 160, 92), "soft")

    def hoops(pen: Pen) -> None:
        for y in (-38, -9):
            pen.line(shape.ring(y), darken(wood.rgb, 0.35), 2.4)

    Vessel(
        shape,
        wood,
        6,
        None,
        10,
        decorate=hoops,
        windows=False,
    ).draw(pen)
    dough = look.colour((250, 242, 226))
    with pen.on(union(shape.cap(-46, 6), box(-78, -120, 156, 74))):
        pen.decal(ellipse(0, -38, 76, 28), (226, 190, 124))
        for x, y in ((-44, -50), (0, -60), (44, -50), (-24, -36), (24, -36)):
            pen.fill(
                organic(
                    f"{x - 24} {y + 6} {x - 20} {y - 12} {x} {y - 26} {x + 20} {y - 12} {x + 24} {y + 6} {x} {y + 14}"
                ),
                dough,
                "soft",
                line=0.8,
            )
            for k in (-12, -6, 0, 6, 12):
                pen.line(
                    stroke(f"{x} {y - 24} {x + k * 0.7} {y - 14} {x + k} {y - 2}"), darken(dough, 0.2), 1.3, alpha=0.7
                )
    steam(pen, 0, -70, 60, 70)
