"""Dolphins and killer whales: one leap of a body, beak, sickle fin, flukes."""

from __future__ import annotations

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.creature import anchors, draw_cheek, draw_eye
from pinxit.engines.illustrator.rigs.trace import organic, stroke
from pinxit.engines.illustrator.shapes import ellipse, union

BODY = (
    "112 -34 96 -46 80 -52 70 -72 44 -90 4 -96 -40 -82 -76 -52 -98 -26 -104 -18 -94 -14 -60 -30 -20 -40 24 "
    "-36 62 -30 92 -26"
)
FLUKE = "-92 -30 -104 -34 -126 -32 -138 -22 -120 -18 -108 -14 -108 4 -98 14 -92 2 -88 -14"


def _draw(pen: Pen, look: Look, coat: Rgb, *, orca: bool) -> None:
    light = look.colour((250, 250, 250) if orca else lighten(coat, 0.7), 1)
    pen.fill(organic("8 -90 -2 -112 -24 -126 -30 -120 -22 -104 -26 -84"), darken(coat, 0.08), "soft")
    pen.fill(organic("20 -40 10 -24 -6 -10 -2 -6 20 -16 36 -36"), darken(coat, 0.22), "soft")
    body = pen.fill(union(organic(BODY), organic(FLUKE)), coat, "glossy")
    with pen.on(body):
        pen.decal(organic("116 -32 90 -38 60 -46 20 -56 -20 -52 -70 -34 -60 -10 30 -10 110 -16"), light, blur=1)
        pen.decal(ellipse(0, -88, 42, 6, 2), lighten(coat, 0.45), alpha=0.45, blur=4)
        if orca:
            pen.decal(ellipse(52, -70, 15, 7, 22), light)
            pen.decal(ellipse(-34, -62, 20, 7, -30), light, alpha=0.9)
    pen.anchor("back", -2, -92, 60)
    pen.line(stroke("111 -35 92 -36 76 -40"), darken(coat, 0.55), 2.4)
    pen.fill(organic("44 -44 30 -30 18 -8 24 -4 42 -18 58 -40"), darken(coat, 0.1), "soft")
    draw_eye(pen, look, 66, -54, 5.8 if look.cute else 4.8)
    if look.cute:
        draw_cheek(pen, 62, -43, 6)
    anchors(pen, eyes=(66, -54, 22), face=(78, -50, 44), head=(54, -80, 50), mouth=(110, -34, 18), neck=(34, -62, 56),
            body=(-4, -64, 70), seat=(-6, -92, 50), hand=(26, -10, 20), hand2=(4, -12, 20))  # fmt: skip


@thing("dolphin", "porpoise", cm=220, kind="fish", faces=1)
def draw(pen: Pen, look: Look) -> None:
    _draw(pen, look, look.colour((102, 146, 182)), orca=False)


@thing("orca", "killer whale", cm=380, kind="fish", faces=1)
def draw_orca(pen: Pen, look: Look) -> None:
    _draw(pen, look, look.colour((42, 44, 56)), orca=True)
