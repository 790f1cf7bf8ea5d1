"""A lorry with a crane on its back."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.trace import facet, stroke
from pinxit.engines.illustrator.rigs.vehicle import disc_wheel, headlamp, pane, shell, taillamp
from pinxit.engines.illustrator.rigs.wire import struts, wire
from pinxit.engines.illustrator.shapes import box, capsule, ellipse


def _boom(pen: Pen, paint: Rgb) -> None:
    """Three telescoped sections with lattice, a cable, a block and a hook."""
    with pen.at(-98, -118, turn=-34):
        for start, end, high, tone in (
            (150, 250, 11.0, lighten(paint, 0.25)), (80, 184, 15.0, paint), (-24, 110, 20.0, darken(paint, 0.12)),
        ):  # fmt: skip
            pen.fill(box(start, -high / 2, end - start, high, 2), tone, "round")
            zigzag = " ".join(
                f"{x},{(high / 2 - 2) * (1 if i % 2 else -1)}" for i, x in enumerate(range(start, end, 10))
            )
            struts(pen, zigzag, darken(paint, 0.5), 1, "flat", 0.15)
        pen.fill(ellipse(250, 0, 9), (80, 84, 92), "round", line=0.8)
    struts(pen, "112,-252 112,-164", (70, 74, 82), 1.4, "flat", 0.2)
    pen.fill(box(104, -168, 16, 20, 4), (246, 190, 60), "round", line=0.9)
    wire(pen, stroke("112,-150 112,-138 122,-130 114,-121 103,-127"), (60, 62, 70), 4, "round", 0.6)


@thing(
    "crane truck", "mobile crane", "truck crane", "truck-mounted crane", "crane lorry", cm=420, kind="vehicle", faces=1
)
def draw(pen: Pen, look: Look) -> None:
    """A long chassis on five axles, outriggers, the turning house with its boom over the cab."""
    paint: Rgb = look.colour((246, 178, 40))
    pen.fill(box(-180, -52, 330, 24, 3), (62, 64, 72), "round")
    cab = facet("92,-30 92,-112 102,-122 152,-122 166,-112 180,-72 182,-30", 6)
    shell(pen, cab, paint)
    pane(pen, facet("146,-112 158,-112 172,-76 146,-76", 3), look)
    pane(pen, box(108, -112, 30, 36, 4), look)
    struts(pen, "102,-66 102,-38 142,-38 142,-118", darken(paint, 0.4), 1.4, "flat", 0.2)
    pen.fill(box(108, -64, 10, 4, 1.5), (60, 62, 70), "flat", line=0.4)
    headlamp(pen, box(170, -52, 12, 10, 3), look)
    pen.fill(box(90, -34, 98, 10, 3), (70, 72, 80), "round", line=0.8)
    pen.fill(ellipse(122, -127, 7, 6), (255, 150, 40), "glossy", line=0.6)
    pen.fill(box(-184, -68, 274, 18, 3), darken(paint, 0.1), "round")
    taillamp(pen, box(-186, -62, 6, 10, 2), look)
    for x in (-164.0, 54.0):
        pen.fill(box(x - 9, -58, 18, 46, 2), lighten(paint, 0.15), "round", line=0.9)
        pen.fill(box(x - 5, -16, 10, 12), (190, 194, 200), "metal", line=0.6)
        pen.fill(box(x - 15, -5, 30, 6, 2), (70, 72, 80), "round", line=0.8)
    pen.fill(facet("-170,-68 -170,-116 -150,-124 -96,-124 -78,-98 -70,-68", 4), paint, "round")
    for i in range(4):
        struts(pen, f"-164,{-110 + i * 8} -136,{-110 + i * 8}", darken(paint, 0.5), 1.6, "flat", 0.15)
    struts(pen, "-112,-96 -28,-150", (196, 200, 206), 7, "metal", 0.8)
    _boom(pen, paint)
    pen.fill(facet("-86,-66 -84,-112 -48,-112 -38,-88 -38,-66", 5), lighten(paint, 0.12), "round")
    pane(pen, facet("-78,-82 -76,-106 -52,-106 -44,-86 -44,-82", 3), look)
    pen.fill(ellipse(-108, -68, 40, 7), (62, 64, 72), "round", line=0.7)
    for x in (-128.0, -88.0, -12.0, 26.0, 126.0):
        disc_wheel(pen, x, -22, 22)
    pen.anchor("text", -20, -59, 130)
    pen.anchor("top", -130, -124, 40)
    pen.fill(capsule(178, -92, 190, -88, 3.4), (60, 62, 70), "flat", line=0.4)
