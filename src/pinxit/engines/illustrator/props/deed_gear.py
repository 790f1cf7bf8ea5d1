"""More that deeds bring along: drifting bubbles, a twig, a mat, a hand of cards, an easel with a picture on it."""

from __future__ import annotations

import math

from pinxit.engines.illustrator.colours import darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.shapes import arc, box, curve, ellipse, polygon, smooth, tube


@thing("drifting bubbles", cm=60)
def draw_bubbles(pen: Pen, look: Look) -> None:
    """Soap bubbles that leave a ring at the origin to the right and rise, 100 far."""
    pen.line(curve((-14, 22), (-4, 8), (0, 2)), (232, 92, 150), 3.4)
    pen.line(ellipse(3, -5, 6, 8, 16), (232, 92, 150), 2.6)
    for x, y, r in ((20, -8, 7), (38, -20, 11), (34, 6, 5), (60, -14, 8), (58, -44, 14), (84, -34, 10), (88, -66, 12),
                    (70, 6, 4.4), (104, -52, 6), (112, -84, 9)):  # fmt: skip
        pen.fill(ellipse(x, y, r), look.colour((196, 232, 255)), "glass", line=0.5, alpha=0.5)
        pen.line(ellipse(x, y, r * 0.94), (255, 255, 255), 0.9, alpha=0.85)
        for start, tone in ((20, (255, 150, 214)), (110, (128, 220, 255)), (250, (255, 236, 140))):
            pen.line(arc(x, y, r * 0.82, r * 0.82, start, 62), tone, r * 0.13, alpha=0.75)
        pen.decal(ellipse(x - r * 0.36, y - r * 0.4, r * 0.24, r * 0.15, -40), (255, 255, 255), alpha=0.95)


@thing("drifting suds", cm=40)
def draw_suds(pen: Pen, look: Look) -> None:
    """A heap of lather with bubbles that rise from it, 100 wide."""
    tone, lot = look.colour((246, 250, 255)), look.random("suds")
    for x, y, r in ((-34, 0, 13), (-14, -6, 17), (10, -4, 19), (32, 1, 14), (-46, 4, 8), (46, 4, 8), (0, 5, 16)):
        pen.fill(ellipse(x, y, r), tone, "soft", line=0.4)
    for _ in range(10):
        u, v, size = lot.uniform(-56, 56), lot.uniform(-62, -18), lot.uniform(3, 8)
        pen.fill(ellipse(u, v, size), (206, 234, 252), "glass", line=0.4, alpha=0.55)
        pen.line(ellipse(u, v, size), (255, 255, 255), 0.9, alpha=0.85)
        pen.decal(ellipse(u - size * 0.35, v - size * 0.4, size * 0.26, size * 0.16, -40), (255, 255, 255), alpha=0.95)


@thing("carried twig", cm=14)
def draw_twig(pen: Pen, look: Look) -> None:
    wood = look.colour((130, 92, 58))
    pen.fill(tube([(-44, 6), (-6, 0), (46, -9)], [4, 6, 3]), wood, "round", line=0.6)
    for x, y, up in ((22, -5, -16), (-24, 3, 14)):
        pen.fill(tube([(x, y), (x + 12, y + up)], [4, 2]), wood, "round", line=0.5)
    pen.fill(smooth([(34, -19), (44, -27), (52, -22), (43, -16)]), (122, 172, 78), "soft", line=0.5)


@thing("unrolled mat", cm=20)
def draw_mat(pen: Pen, look: Look) -> None:
    """A mat on the floor seen from the front, 100 wide."""
    tone = look.colour((124, 92, 178))
    mat = polygon([(-42, -7), (42, -7), (52, 7), (-52, 7)])
    pen.fill(polygon([(-52, 7), (52, 7), (52, 9.4), (-52, 9.4)]), darken(tone, 0.35), "flat", line=0.4)
    pen.fill(mat, tone, "soft", line=0.6)
    with pen.on(mat):
        pen.line(curve((-43, -4), (0, -4), (43, -4)), lighten(tone, 0.3), 0.9)
        pen.line(curve((-49, 4), (0, 4), (49, 4)), lighten(tone, 0.3), 0.9)


@thing("hand of cards", cm=14)
def draw_cards(pen: Pen, look: Look) -> None:
    """Four cards in a fan, their backs to us, 100 wide."""
    tone = look.colour((190, 48, 56))
    for i in range(4):
        with pen.at(0, 26, turn=-36 + 24 * i):
            pen.fill(box(-19, -66, 38, 58, 5), (250, 248, 240), "flat", line=0.7)
            pen.fill(box(-15, -62, 30, 50, 3), tone, "flat", line=0)
            for y in (-53, -37, -21):
                pen.decal(polygon([(0, y - 7), (6, y), (0, y + 7), (-6, y)]), lighten(tone, 0.45))


@thing("painted easel", cm=170)
def draw_painted_easel(pen: Pen, look: Look) -> None:
    """An easel turned to us with a landscape on it, 100 wide."""
    wood = look.colour((176, 124, 74))
    pen.fill(tube([(0, -176), (12, 0)], 6), darken(wood, 0.25), "round")
    for x in (-1, 1):
        pen.fill(tube([(x * 8, -178), (x * 44, 0)], 6.4), wood, "round")
    pen.fill(box(-56, -150, 112, 88, 2), (246, 240, 226), "flat")
    canvas = box(-51, -145, 102, 78, 1)
    pen.fill(canvas, (138, 196, 232), "flat", line=0.4)
    with pen.on(canvas):
        pen.decal(ellipse(26, -128, 9), (255, 214, 92))
        pen.decal(
            smooth([(-60, -96), (-34, -126), (-8, -100), (16, -118), (60, -92), (60, -60), (-60, -60)]), (120, 132, 176)
        )
        pen.decal(smooth([(-60, -88), (-20, -96), (20, -86), (60, -94), (60, -60), (-60, -60)]), (112, 166, 86))
        pen.decal(smooth([(-6, -60), (2, -76), (18, -86), (26, -84), (16, -74), (24, -60)]), (236, 214, 160))
        for i in range(8):
            pen.decal(ellipse(-46 + 12 * i, -70 + 3 * math.sin(i * 2), 3, 2), ((224, 70, 88), (250, 196, 70))[i % 2])
    pen.fill(box(-60, -63, 120, 7, 2), wood, "round")


@thing("tobacco pipe", cm=14, faces=1)
def draw_pipe(pen: Pen, look: Look) -> None:
    """Its mouthpiece at the left, the bowl at the right."""
    wood = look.colour((120, 66, 38))
    pen.fill(tube([(-50, -10), (-20, -2), (12, 12), (30, 14)], [6, 7, 10, 12]), (44, 34, 34), "glossy", line=0.5)
    bowl = smooth([(10, -22), (46, -22), (45, 8), (34, 22), (20, 22), (10, 8)], tension=0.4)
    pen.fill(bowl, wood, "glossy")
    pen.fill(ellipse(28, -22, 18, 5), darken(wood, 0.5), "flat", line=0.5)
    pen.glow(ellipse(28, -22, 11, 2.6), (255, 128, 40), alpha=0.9)


RIDERS = ((232, 86, 82), (66, 140, 214), (248, 190, 72), (96, 176, 106), (160, 100, 200), (240, 140, 180))
SKINS = ((244, 206, 174), (150, 100, 68), (226, 178, 140), (104, 68, 48), (198, 146, 104), (240, 198, 160))


@thing("coaster cars", cm=120)
def draw_coaster_cars(pen: Pen, look: Look) -> None:
    """A train of open cars, one for each rider (six at most), arms in the air; it runs along y = 0, 34 a car."""
    riders = min(max(look.copies, 1), 6)
    for i in range(riders):
        x = (i - (riders - 1) / 2) * 34
        shirt, skin = RIDERS[i % 6], SKINS[(i + look.seed) % 6]
        for side in (-1, 1):
            pen.fill(tube([(x + side * 6, -26), (x + side * 12, -40), (x + side * 11, -54)], 4), skin, "soft", line=0.5)
        pen.fill(box(x - 8, -30, 16, 22, 6), shirt, "soft", line=0.6)
        pen.fill(ellipse(x, -37, 8.4, 9), skin, "soft", line=0.6)
        pen.fill(
            smooth([(x - 9, -38), (x - 7, -47), (x + 2, -48), (x + 9, -41), (x + 3, -42)]),
            (60, 40, 32),
            "soft",
            line=0.4,
        )
        for side in (-1, 1):
            pen.decal(ellipse(x + side * 3, -37, 1.1, 1.5), (32, 26, 30))
        pen.decal(ellipse(x, -32.4, 2.6, 2.2), (120, 40, 44))
        car = smooth([(x - 17, -18), (x + 13, -18), (x + 18, -8), (x + 15, 0), (x - 15, 0)], tension=0.3)
        pen.fill(car, look.colour((214, 48, 56)), "glossy", line=0.7)
        pen.decal(box(x - 14, -10, 29, 3, 1.4), (255, 214, 92))
        for side in (-1, 1):
            pen.fill(ellipse(x + side * 10, 1, 4), (60, 62, 72), "metal", line=0.4)
