"""A birthday candle: thin, twisted in two colours, its flame larger than itself would need."""

from pinxit.engines.illustrator.colours import Rgb, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.food import flame
from pinxit.engines.illustrator.shapes import box, curve, polygon

TONES: tuple[Rgb, ...] = ((240, 98, 120), (92, 170, 226), (250, 200, 70), (128, 196, 110), (178, 120, 206))


@thing("birthday candle", "cake candle", cm=7, kind="object")
def draw(pen: Pen, look: Look) -> None:
    wax = look.colour(TONES[look.seed % len(TONES)])
    stick = pen.fill(box(-5, -78, 10, 80, 3), lighten(wax, 0.72), "glossy", line=0.6)
    with pen.on(stick):
        for y in range(-92, 10, 14):
            pen.decal(polygon([(-6, y + 9), (6, y), (6, y + 6), (-6, y + 15)]), wax)
    pen.line(curve((0, -78), (0.6, -83), (0, -87)), (54, 40, 38), 1.6)
    flame(pen, 0, -83, 22)
