"""A hand mirror: an oval glass in a chased frame, on a handle."""

import math

from pinxit.engines.illustrator.colours import WHITE, Rgb, darken
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.cuts import disc
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import halved
from pinxit.engines.illustrator.shapes import ellipse, minus, moved, polygon

_GLASS: tuple[tuple[float, Rgb], ...] = ((0, (232, 244, 250)), (0.5, (184, 210, 224)), (1, (146, 178, 200)))


@thing("hand mirror", "handheld mirror", "hand-held mirror", "vanity mirror", cm=28, attach="hand", fit=40)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (214, 166, 76), "metal")
    gem = look.part("gem", (196, 60, 92))
    with pen.at(0, 0, turn=12):
        handle = halved("0 -84 12 -80 16 -70 9 -58 8 -40 12 -26 15 -12 10 0 0 4", 0, 0.5)
        coat(pen, handle, what.tone(-0.06))
        for y in (-54, -46, -38):
            pen.line(ellipse(0, y, 8, 2.6), darken(what.rgb, 0.4), 1.2, alpha=0.8)
        disc(pen, "0 -10 6 7", gem, "glossy", 0.7)
        frame = ellipse(0, -138, 58, 68)
        coat(pen, frame, what)
        for i in range(26):
            a = math.tau * i / 26
            coat(pen, ellipse(52.5 * math.cos(a), -138 + 62 * math.sin(a), 4.2), what.tone(0.14), line=0.4)
        glass = ellipse(0, -138, 44, 54)
        pen.fill(glass, Gradient((-34, -184), (34, -92), _GLASS), "flat", line=0.8)
        with pen.on(glass):
            for x, wide in ((-46, 24), (-10, 9)):
                edge = [(x, -70), (x + 76, -210), (x + 76 + wide, -210), (x + wide, -70)]
                pen.decal(polygon(edge), WHITE, alpha=0.6, blur=1)
            pen.decal(minus(glass, moved(glass, 3, 4)), (60, 72, 94), alpha=0.5, blur=3)
        coat(pen, halved("0 -222 9 -214 20 -206 30 -200 16 -197 0 -199", 0, 0.5), what.tone(0.1), line=0.8)
        disc(pen, "0 -208 6 5.4", gem, "glossy", 0.6)
        coat(pen, halved("0 -68 12 -72 26 -80 20 -70 10 -62 0 -60", 0, 0.5), what.tone(0.14), line=0.8)
    pen.anchor("face", 28, -135, 62)
