"""A bronze bell with a ribbed mouth and its clapper."""

from pinxit.engines.illustrator.colours import darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import organic, stroke
from pinxit.engines.illustrator.shapes import arc, ellipse, lathe, minus


@thing("bell", "golden bell", "church bell", "hand bell", "handbell", "christmas bell", "school bell", "cowbell", cm=24)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (224, 176, 70), "metal", "metal")
    rgb = what.rgb
    pen.fill(minus(ellipse(0, -146, 15), ellipse(0, -146, 8)), rgb, "metal")
    pen.fill(ellipse(0, -24, 67, 12), darken(rgb, 0.62), "flat")
    pen.fill(
        organic("-4,-40 4,-40 5,-14 14,-8 14,1 0,6 -14,1 -14,-8 -5,-14"),
        look.part("clapper", darken(rgb, 0.3)),
        "metal",
    )
    profile = [(8, -134), (24, -130), (36, -116), (40, -94), (43, -66), (50, -46), (64, -32), (70, -24)]
    skirt = minus(lathe(profile), ellipse(0, -22, 67, 10))
    coat(pen, skirt, what)
    with pen.on(skirt):
        for y, rx, w in ((-114, 37, 2.2), (-109, 38, 1.2), (-58, 46, 2.2), (-52, 49, 1.2)):
            pen.line(arc(0, y, rx, 7, 0, 180), darken(rgb, 0.42), w, alpha=0.8)
            pen.line(arc(0, y + 2, rx, 7, 0, 180), lighten(rgb, 0.6), w * 0.7, alpha=0.7)
        pen.decal(
            organic("-28,-116 -20,-122 -22,-90 -26,-60 -40,-38 -48,-36 -34,-62 -31,-90"),
            (255, 252, 232),
            alpha=0.6,
            blur=2,
        )
        pen.decal(organic("26,-110 33,-104 36,-70 46,-44 34,-44 28,-76"), darken(rgb, 0.5), alpha=0.35, blur=5)
        pen.line(stroke("-66,-30 0,-16 66,-30"), lighten(rgb, 0.5), 3, alpha=0.6)
    pen.line(arc(0, -24, 69, 11, 0, 180), lighten(rgb, 0.35), 2.4)
    pen.anchor("hand", 0, -146, 22)
    pen.anchor("hook", 0, -158, 20)
