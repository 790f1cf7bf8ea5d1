"""A jellyfish: a glassy bell, frilled arms, long threads."""

from __future__ import annotations

from pinxit.engines.illustrator.colours import WHITE, darken, lighten, mix
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.creature import anchors, draw_cheek, draw_eye, draw_smile
from pinxit.engines.illustrator.rigs.trace import halved, stroke
from pinxit.engines.illustrator.shapes import arc, ellipse, tube


@thing("jellyfish", "jelly fish", "medusa jellyfish", cm=40, kind="fish", flies=True)
def draw(pen: Pen, look: Look) -> None:
    coat = look.colour((196, 140, 226))
    pale = lighten(coat, 0.5)
    for k in range(-4, 5):
        x = k * 12
        sway = 8 if k % 2 else -8
        line = stroke(f"{x} -96 {x + sway} -70 {x - sway} -42 {x + sway} -16 {x} 0")
        pen.line(line, mix(coat, WHITE, 0.25), 2.6, alpha=0.85)
    for x in (-24, 0, 24):
        sway = 9 if x else -10
        spots = [(x, -100), (x + sway, -76), (x - sway, -52), (x + sway * 0.6, -28)]
        pen.fill(tube(spots, [18, 16, 11, 4]), mix(coat, pale, 0.4), "soft", line=0.6)
        for y in (-86, -72, -60, -48):
            pen.line(stroke(f"{x - 7} {y - 3} {x} {y} {x + 7} {y - 4}"), WHITE, 1.6, alpha=0.5)
    pen.anchor("back", 0, -130, 60)
    rim = "0 -180 34 -174 58 -148 66 -112 60 -98 50 -106 40 -96 29 -106 18 -96 8 -105 0 -97"
    bell = pen.fill(halved(rim), coat, "glossy")
    with pen.on(bell):
        pen.decal(ellipse(0, -146, 44, 26), pale, alpha=0.35, blur=5)
        for x in (-44, -22, 22, 44):
            pen.line(stroke(f"{x * 0.3} -176 {x * 0.9} -146 {x} -104"), darken(coat, 0.18), 1.8, alpha=0.5)
        pen.line(arc(0, -112, 62, 14, 0, 180), pale, 3, alpha=0.7)
    for side in (-1, 1):
        draw_eye(pen, look, side * 20, -132, 9 if look.cute else 7.4)
        draw_cheek(pen, side * 32, -119, 6)
    draw_smile(pen, 0, -121, 16, ink=darken(coat, 0.6))
    anchors(pen, eyes=(0, -132, 60), face=(0, -128, 70), mouth=(0, -120, 18), head=(0, -162, 88), neck=(0, -98, 90),
            body=(0, -130, 100), seat=(0, -176, 60), hand=(44, -40, 20), hand2=(-44, -40, 20))  # fmt: skip
