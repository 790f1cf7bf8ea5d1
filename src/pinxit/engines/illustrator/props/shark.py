"""A shark: torpedo body, white belly, gills, teeth."""

from __future__ import annotations

from pinxit.engines.illustrator.colours import darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.creature import INK, anchors, draw_eye
from pinxit.engines.illustrator.rigs.trace import facet, organic, stroke
from pinxit.engines.illustrator.shapes import ellipse, union

BODY = "122 -56 104 -72 60 -86 10 -86 -50 -66 -96 -54 -100 -46 -60 -34 -10 -20 40 -16 84 -24 106 -40"
TAIL = "-84 -52 -102 -74 -128 -102 -138 -100 -128 -72 -116 -50 -124 -30 -122 -18 -104 -30 -88 -44"


@thing("shark", "great white shark", "hammerhead", "baby shark", cm=300, kind="fish", faces=1)
def draw(pen: Pen, look: Look) -> None:
    coat = look.colour((110, 132, 152))
    light = look.colour((244, 244, 242), 1)
    pen.fill(organic("22 -80 2 -112 -18 -126 -24 -118 -18 -98 -26 -72", 0.4), darken(coat, 0.1), "soft")
    pen.fill(organic("-40 -64 -52 -80 -62 -82 -58 -58", 0.4), darken(coat, 0.12), "soft", line=0.8)
    pen.fill(organic("-40 -34 -58 -18 -66 -18 -60 -38", 0.4), darken(coat, 0.2), "soft", line=0.8)
    pen.fill(organic("26 -26 10 -2 -10 6 -8 -4 -4 -28", 0.4), darken(coat, 0.28), "soft", line=0.8)
    body = pen.fill(union(organic(BODY), organic(TAIL, 0.4)), coat, "soft")
    with pen.on(body):
        pen.decal(organic("126 -52 96 -52 60 -46 10 -46 -40 -44 -100 -46 -60 -10 90 0 120 -30"), light, blur=0.8)
        pen.decal(ellipse(20, -80, 56, 6, 2), lighten(coat, 0.4), alpha=0.45, blur=4)
        for x in (28, 36, 44):
            pen.line(stroke(f"{x} -64 {x - 4} -54 {x} -44"), darken(coat, 0.4), 2)
        pen.line(stroke("-110 -52 -80 -54 -30 -62"), darken(coat, 0.2), 1.4, alpha=0.5)
        pen.line(stroke("110 -64 112 -61"), darken(coat, 0.5), 2.4)
    mouth = pen.fill(organic("108 -44 92 -46 72 -38 60 -26 74 -24 94 -30"), (120, 36, 46), "flat", line=0.6)
    with pen.on(mouth):
        pen.decal(ellipse(82, -24, 12, 6), (226, 104, 108))
        for x, y in ((102, -46), (94, -45), (86, -43), (78, -40), (70, -35)):
            pen.decal(facet(f"{x - 4} {y} {x + 5} {y - 1.6} {x - 0.5} {y + 8}"), (255, 255, 252))
        for x, y in ((92, -28), (83, -25), (74, -23)):
            pen.decal(facet(f"{x - 3.6} {y + 1.4} {x + 4} {y - 0.6} {x} {y - 7}"), (255, 255, 252))
    pen.anchor("back", 10, -82, 70)
    pen.fill(organic("34 -36 14 -22 -10 8 -6 14 20 2 44 -16 52 -32", 0.4), darken(coat, 0.06), "soft")
    draw_eye(pen, look, 78, -60, 6.6 if look.cute else 5)
    if not look.cute and look.pose != "sleep":
        pen.line(stroke("71 -69 79 -67 86 -62"), INK, 2.6)
    anchors(pen, eyes=(78, -60, 26), face=(88, -54, 50), head=(64, -82, 56), mouth=(96, -40, 34), neck=(46, -50, 66),
            body=(0, -52, 76), seat=(0, -82, 60), hand=(6, 8, 24), hand2=(-4, 2, 24))  # fmt: skip
