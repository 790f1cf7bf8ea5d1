"""A rug with borders and fringes."""

from pinxit.engines.illustrator.colours import (
    darken,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.shapes import (
    curve,
    polygon,
    scaled,
)


@thing("rug", "carpet", "mat", "persian rug", cm=50, kind="furniture")
def draw(pen: Pen, look: Look) -> None:
    rgb = look.colour((170, 58, 58))
    second = look.colour((236, 206, 150), 1)
    for x in range(-118, 119, 6):
        pen.line(curve((x * 1.02, -2), (x * 1.03, 5)), (236, 226, 200), 1.8)
        pen.line(curve((x * 0.78, -68), (x * 0.78, -72)), (226, 214, 188), 1.4)
    shape = polygon([(-92, -68), (92, -68), (122, -2), (-122, -2)])
    pen.fill(shape, rgb, "soft")
    for share, tone in ((0.9, second), (0.85, rgb), (0.72, darken(rgb, 0.3)), (0.68, rgb)):
        pen.decal(scaled(shape, share, share, 0, -37), tone)
    pen.decal(scaled(polygon([(-50, -36), (0, -64), (50, -36), (0, -10)]), 1.0), second)
    pen.decal(polygon([(-36, -36), (0, -56), (36, -36), (0, -17)]), darken(rgb, 0.35))
    pen.decal(polygon([(-18, -36), (0, -46), (18, -36), (0, -27)]), second)
    for x in (-76, 76):
        pen.decal(polygon([(x - 14, -36), (x, -46), (x + 14, -36), (x, -27)]), second, alpha=0.8)
    pen.anchor("top", 0, -36, 180)
