"""Crab and lobster: a shell, claws held up, legs at the sides."""

from __future__ import annotations

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.creature import INK, anchors, draw_cheek, draw_eye, draw_smile, draw_spots
from pinxit.engines.illustrator.rigs.trace import halved, organic, stroke
from pinxit.engines.illustrator.shapes import capsule, ellipse, minus, tube


def draw_claw(pen: Pen, coat: Rgb, x: float, y: float, size: float, turn: float) -> None:
    """A pincer whose wrist is at (x, y), opening upward."""
    with pen.at(x, y, size, turn=turn):
        whole = organic("0 4 -20 -10 -26 -34 -16 -58 0 -64 16 -58 26 -34 18 -8")
        claw = pen.fill(minus(whole, organic("2 -24 -8 -50 4 -80 14 -70 6 -48", 0.3)), coat, "glossy")
        with pen.on(claw):
            pen.decal(ellipse(-12, -36, 5, 14, 14), lighten(coat, 0.45), alpha=0.5, blur=2)
            for dx, dy in ((14, -16), (8, -8), (18, -26)):
                pen.decal(ellipse(dx, dy, 2), darken(coat, 0.25), alpha=0.6)


@thing("crab", cm=25, kind="animal")
def draw(pen: Pen, look: Look) -> None:
    coat = look.colour((228, 78, 54))
    for side in (-1, 1):
        for k, (kx, ky, fx) in enumerate(((70, -46, 84), (76, -34, 92), (66, -22, 76))):
            leg = tube([(34, -34 + k * 4), (kx, ky), (fx, -2 - (2 - k) * 3)], [12, 10, 4])
            with pen.at(0, 0, flip=side < 0):
                pen.fill(leg, darken(coat, 0.12), "soft", line=0.8)
        with pen.at(0, 0, flip=side < 0):
            pen.fill(tube([(40, -44), (70, -58), (76, -78)], [14, 14, 13]), darken(coat, 0.08), "soft", line=0.8)
            pen.anchor("hand" if side > 0 else "hand2", 74, -112, 30)
            draw_claw(pen, coat, 76, -74, 0.82, 14)
            pen.fill(capsule(18, -60, 20, -84, 7), darken(coat, 0.1), "soft", line=0.8)
    pen.anchor("back", 0, -50, 70)
    shell = pen.fill(halved("0 -72 28 -72 52 -58 60 -38 46 -16 22 -8 0 -7"), coat, "glossy")
    with pen.on(shell):
        pen.decal(ellipse(0, -6, 44, 14), lighten(coat, 0.4), alpha=0.6, blur=4)
    draw_spots(pen, shell, "30 -60 4 38 -50 3 22 -66 2.5 -34 -56 4 -26 -66 2.5 -44 -46 2.6 0 -66 3", darken(coat, 0.2))
    for side in (-1, 1):
        pen.fill(ellipse(side * 20, -92, 13), (252, 250, 246), "round", line=0.8)
        draw_eye(pen, look, side * 19, -91, 9.4)
        draw_cheek(pen, side * 34, -38, 8)
    draw_smile(pen, 0, -40, 28, open_=look.cute or look.expression == "happy", ink=INK)
    anchors(pen, eyes=(0, -92, 66), face=(0, -44, 70), mouth=(0, -36, 28), head=(0, -100, 70), neck=(0, -66, 60),
            body=(0, -36, 100), seat=(0, -70, 60))  # fmt: skip


@thing("lobster", "crayfish", "crawfish", cm=35, kind="animal")
def draw_lobster(pen: Pen, look: Look) -> None:
    coat = look.colour((208, 52, 44))
    for side in (-1, 1):
        with pen.at(0, 0, flip=side < 0):
            pen.line(stroke("8 -128 26 -170 54 -196"), darken(coat, 0.15), 3)
            for k in range(4):
                y = -92 + k * 12
                pen.fill(
                    tube([(20, y), (48, y - 4 + k * 3), (58, y + 14)], [8, 7, 3]), darken(coat, 0.16), "soft", line=0.7
                )
            pen.fill(tube([(22, -104), (48, -112), (52, -134)], [13, 13, 11]), darken(coat, 0.08), "soft", line=0.8)
            pen.anchor("hand" if side > 0 else "hand2", 56, -174, 30)
            draw_claw(pen, coat, 54, -130, 0.9, 10)
    for k, (x, turn) in enumerate(((-22, 40), (22, -40), (-11, 20), (11, -20), (0, 0))):
        pen.fill(ellipse(x, -7, 9, 15, turn), darken(coat, 0.14 - 0.02 * k), "soft", line=0.8)
    pen.anchor("back", 0, -80, 50)
    for k in range(5):
        y = -24 - k * 11
        pen.fill(ellipse(0, y, 17 + k * 1.6, 10), darken(coat, 0.1 - k * 0.02), "glossy", line=0.8)
    shell = pen.fill(halved("0 -142 12 -132 24 -110 26 -86 18 -68 0 -64"), coat, "glossy")
    with pen.on(shell):
        pen.line(stroke("0 -118 0 -66"), darken(coat, 0.3), 2)
        pen.line(stroke("-24 -92 0 -84 24 -92"), darken(coat, 0.3), 2)
    for side in (-1, 1):
        pen.decal(ellipse(side * 12, -124, 7.4), (252, 250, 246), line=0.6)
        draw_eye(pen, look, side * 12, -124, 5.6)
    draw_smile(pen, 0, -108, 14)
    anchors(pen, eyes=(0, -124, 36), face=(0, -116, 44), mouth=(0, -106, 16), head=(0, -136, 40), neck=(0, -96, 44),
            body=(0, -76, 50), seat=(0, -80, 40))  # fmt: skip
