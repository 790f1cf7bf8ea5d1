"""Whales: a great head, a grooved throat, flukes held up, a spout."""

from __future__ import annotations

from pinxit.engines.illustrator.colours import WHITE, darken, lighten, mix
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.creature import anchors, draw_cheek, draw_eye
from pinxit.engines.illustrator.rigs.trace import organic, stroke
from pinxit.engines.illustrator.shapes import ellipse, union

BODY = "108 -46 98 -76 62 -96 14 -94 -36 -72 -76 -56 -104 -66 -112 -58 -88 -28 -44 -8 10 0 66 -4 98 -22"
FLUKE = "-100 -60 -92 -84 -104 -106 -130 -112 -140 -104 -126 -92 -118 -78 -134 -84 -152 -78 -154 -68 -132 -60 -112 -52"


@thing("whale", "blue whale", "humpback whale", "humpback", "sperm whale", cm=420, kind="fish", faces=1)
def draw(pen: Pen, look: Look) -> None:
    coat = look.colour((62, 112, 166))
    light = look.colour(mix(lighten(coat, 0.75), WHITE, 0.3), 1)
    pen.fill(organic("-10 -10 -24 10 -48 20 -52 12 -38 -4 -30 -18"), darken(coat, 0.2), "soft")
    body = pen.fill(union(organic(BODY), organic(FLUKE)), coat, "soft")
    with pen.on(body):
        throat = organic("112 -46 84 -40 40 -34 -10 -24 -60 -16 -60 20 60 20 120 -10")
        pen.decal(throat, light)
        for y in (0, 9, 18, 27):
            line = stroke(f"{100 - y * 0.6} {-30 + y} {50 - y * 0.5} {-24 + y} {-14} {-18 + y * 0.7}")
            pen.line(line, darken(light, 0.22), 2, alpha=0.8)
        pen.line(stroke("110 -48 84 -41 56 -39"), darken(coat, 0.5), 3)
        pen.decal(ellipse(24, -86, 40, 8, 4), lighten(coat, 0.4), alpha=0.5, blur=4)
        for x, y, r in ((-20, -66, 3), (-8, -74, 2), (0, -64, 2.4), (-44, -56, 2.6), (-56, -48, 1.8)):
            pen.decal(ellipse(x, y, r), lighten(coat, 0.35), alpha=0.7)
        pen.line(stroke("-104 -62 -120 -84 -132 -102"), darken(coat, 0.25), 1.6, alpha=0.5)
    pen.anchor("back", 0, -90, 80)
    pen.fill(organic("30 -24 16 -14 -8 14 -18 26 -8 30 16 22 36 4 46 -16"), darken(coat, 0.08), "soft")
    draw_eye(pen, look, 58, -53, 9.4 if look.cute else 8)
    draw_cheek(pen, 66, -32 if look.cute else -34, 8, 0.35)
    if look.pose != "sleep":
        for side in (-1, 1):
            water = organic(f"{50} -94 {50 + side * 4} -120 {50 + side * 16} -134 {50 + side * 32} -126 "
                            f"{50 + side * 30} -116 "
                            f"{50 + side * 18} -122 {50 + side * 10} -112 {50 + side * 6} -94")  # fmt: skip
            pen.fill(water, (176, 220, 242), "soft", line=0.6)
        for x, y in ((24, -142), (50, -146), (76, -140)):
            pen.fill(ellipse(x, y, 3.4, 4.6), (176, 220, 242), "soft", line=0.5)
    anchors(pen, eyes=(58, -52, 30), face=(74, -54, 60), head=(56, -90, 70), mouth=(104, -42, 30), neck=(20, -46, 96),
            body=(-10, -46, 100), seat=(0, -90, 70), hand=(10, 16, 26), hand2=(-40, 10, 24))  # fmt: skip
