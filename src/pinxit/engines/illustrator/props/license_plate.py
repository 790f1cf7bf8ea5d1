"""A car's plate, pressed from sheet metal."""

from pinxit.engines.illustrator.colours import WHITE, darken, lighten, luminance
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.shapes import box, capsule, ellipse, polygon


@thing(
    "license plate", "licence plate", "number plate", "registration plate", "car plate", "vanity plate", cm=16, fit=90
)
def draw(pen: Pen, look: Look) -> None:
    """White sheet with a raised rim, a coloured band on top and four bolts."""
    sheet = look.colour((242, 244, 240))
    accent = look.colour((36, 74, 158), 1)
    if luminance(sheet) < 0.4:
        accent = lighten(sheet, 0.5)
    plate = box(-118, -124, 236, 120, 13)
    pen.fill(plate, darken(sheet, 0.12), "metal")
    face = box(-114, -120, 228, 112, 11)
    pen.fill(face, sheet, "flat", line=0.4)
    with pen.on(face):
        pen.decal(box(-120, -122, 240, 25), accent)
        pen.decal(box(-120, -99, 240, 2.4), darken(accent, 0.3), alpha=0.7)
        pen.decal(polygon([(-120, 0), (-30, -130), (24, -130), (-66, 0)]), WHITE, alpha=0.16)
        for i in range(3):
            pen.decal(ellipse(-18 + i * 18, -109, 3.2), lighten(accent, 0.75))
    pen.line(box(-108, -114, 216, 100, 8), darken(sheet, 0.35), 2.6, alpha=0.8)
    pen.line(box(-107, -113, 216, 100, 8), WHITE, 1.4, alpha=0.7)
    for x in (-78, 78):
        for y in (-109, -18):
            pen.decal(ellipse(x + 0.8, y + 1.2, 5), (30, 30, 36), alpha=0.5, blur=1)
            pen.fill(ellipse(x, y, 4.6), (176, 180, 188), "metal", line=0.5)
            pen.line(capsule(x - 2.6, y - 1.4, x + 2.6, y + 1.4, 0.6), (80, 84, 92), 1)
    pen.anchor("text", 0, -60, 190)
