"""A lamp on a tall pole."""

from pinxit.engines.illustrator.colours import (
    darken,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.vessel import Turned
from pinxit.engines.illustrator.shapes import (
    curve,
    ellipse,
)


@thing("floor lamp", "standing lamp", "standard lamp", cm=160, kind="furniture")
def draw(pen: Pen, look: Look) -> None:
    shade = look.colour((250, 226, 176))
    lit = look.night or look.has("glowing", "lit")
    pen.glow(ellipse(0, -206, 90, 76), (255, 206, 120), alpha=0.5 if lit else 0.18, blur=34)
    foot = Turned("2.4 -190 2.4 -100 2.8 -14 7 -7 26 -2 28 0", 0.28)
    coat(pen, foot.outline(), finish(Look(material=look.material), (88, 80, 78), "metal"))
    cone = Turned("24 -236 32 -212 42 -180", 0.24)
    pen.fill(cone.outline(), shade, "soft")
    with pen.on(cone.outline()):
        pen.decal(
            cone.outline(),
            Gradient(
                (0, -200), (0, -150), ((0, (255, 246, 210)), (1, shade)), radial=True, alphas=(0.95 if lit else 0.55, 0)
            ),
        )
        for a in range(-80, 81, 16):
            pen.line(curve(cone.at(a, -236), cone.at(a, -180)), darken(shade, 0.16), 0.9, alpha=0.4)
    pen.decal(cone.cap(-236, 2), (255, 240, 190))
    pen.line(cone.ring(-181), darken(shade, 0.24), 2)
