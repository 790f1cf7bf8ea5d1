"""Paper to write on: a taped note, a sticky note, a notepad."""

from pinxit.engines.illustrator.colours import darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.trace import organic
from pinxit.engines.illustrator.shapes import box, curve, ellipse, polygon


@thing("sticky note", "post it", "post it note", "yellow note", "memo", cm=9, attach="hand", fit=70)
@thing(
    "note", "handwritten note", "note paper", "piece of paper", "paper note", "notepad", cm=20, attach="hand", fit=80
)
def draw(pen: Pen, look: Look) -> None:
    """A sheet with ruled lines under a strip of tape, or a square that curls up at its foot."""
    if look.noun in {"sticky note", "post-it", "post it", "post-it note", "yellow note", "memo"}:
        _sticky(pen, look)
        return
    paper = look.colour((252, 248, 236))
    sheet = organic("-84 -150 0 -152 84 -149 86 -76 84 -2 30 0 -83 -3 -86 -80", 0.12)
    pen.decal(organic("-82 -140 88 -140 92 2 40 8 -78 4", 0.1), (40, 30, 30), alpha=0.3, blur=5)
    tilt = Gradient((-84, -150), (84, 0), ((0, lighten(paper, 0.3)), (0.7, paper), (1, darken(paper, 0.09))))
    pen.fill(sheet, tilt, "flat")
    with pen.on(sheet):
        for i in range(7):
            y = -122 + i * 17
            pen.line(curve((-90, y), (90, y)), (150, 186, 222), 1.1, alpha=0.7)
        pen.line(curve((-62, -160), (-62, 10)), (226, 130, 130), 1.2, alpha=0.7)
        pen.decal(polygon([(56, 0), (86, -32), (90, 10)]), darken(paper, 0.1))
    pen.fill(polygon([(55, -1), (84, -31), (60, -28)]), lighten(paper, 0.2), "flat", line=0.5)
    with pen.at(0, -150, turn=-4):
        pen.fill(box(-30, -11, 60, 21, 1), (238, 214, 150), "flat", line=0.3, alpha=0.85)
        pen.decal(box(-30, -11, 60, 5), (255, 246, 214), alpha=0.4)
    pen.anchor("text", 9, -72, 128)


def _sticky(pen: Pen, look: Look) -> None:
    paper = look.colour((255, 226, 102))
    pen.decal(organic("-78 -130 84 -130 92 4 30 2 -70 10", 0.1), (40, 30, 20), alpha=0.3, blur=6)
    sheet = organic("-80 -160 0 -161 80 -160 81 -80 86 -4 40 -1 -30 -3 -76 -10 -80 -80", 0.1)
    shade = Gradient(
        (0, -160), (0, 0), ((0, darken(paper, 0.1)), (0.16, paper), (0.8, lighten(paper, 0.18)), (1, paper))
    )
    pen.fill(sheet, shade, "flat")
    with pen.on(sheet):
        pen.decal(ellipse(70, -2, 60, 18, -12), lighten(paper, 0.5), alpha=0.6, blur=6)
    pen.anchor("text", 0, -84, 128)
