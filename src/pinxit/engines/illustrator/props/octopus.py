"""Octopus and squid: a soft head on arms that curl, suckers on their undersides."""

from __future__ import annotations

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.creature import anchors, draw_cheek, draw_eye, draw_smile, draw_spots
from pinxit.engines.illustrator.rigs.trace import halved, points
from pinxit.engines.illustrator.shapes import ellipse, tube, union

# Arms of the right side, from the back to the front; each ends in a curl.
ARMS = (
    "26 -62 56 -62 84 -76 98 -98 88 -112 78 -104",
    "28 -50 60 -42 92 -48 110 -66 104 -80 94 -74",
    "24 -40 52 -22 84 -14 108 -26 106 -40 96 -38",
    "10 -36 24 -14 46 -4 66 -8 68 -20 58 -20",
)
WIDTHS = (26.0, 20.0, 15.0, 10.0, 7.0, 4.0)


def _arm(pen: Pen, text: str, coat: Rgb, side: int) -> tuple[float, float]:
    spots = [(side * x, y) for x, y in points(text)]
    pen.fill(tube(spots, WIDTHS), coat, "soft")
    for (x0, y0), (x1, y1), size in zip(spots[1:4], spots[2:5], (4.2, 3.4, 2.4), strict=True):
        for k in (0.1, 0.55):
            x, y = x0 + (x1 - x0) * k, y0 + (y1 - y0) * k + size * 1.2
            pen.decal(ellipse(x, y, size, size * 0.8), lighten(coat, 0.55))
            pen.decal(ellipse(x, y, size * 0.45, size * 0.35), darken(coat, 0.2))
    return spots[-1]


@thing("octopus", cm=60, kind="fish")
def draw(pen: Pen, look: Look) -> None:
    coat = look.colour((224, 92, 108))
    for k, text in enumerate(ARMS[:2]):
        for side in (-1, 1):
            spot = _arm(pen, text, darken(coat, 0.16 - 0.06 * k), side)
            pen.anchor("hand" if side > 0 else "hand2", *spot, 24)
    pen.anchor("back", 0, -90, 70)
    text = "0 -170 34 -164 58 -136 60 -104 44 -76 34 -52 22 -30 8 -22 0 -22"
    arms = [tube([(side * x, y) for x, y in points(text_)], WIDTHS) for text_ in ARMS[3:] for side in (-1, 1)]
    for side in (-1, 1):
        _arm(pen, ARMS[2], darken(coat, 0.05), side)
    body = pen.fill(union(halved(text), *arms), coat, "soft")
    with pen.on(body):
        pen.decal(ellipse(-20, -146, 20, 12, -30), lighten(coat, 0.5), alpha=0.5, blur=5)
    draw_spots(pen, body, "30 -140 6 40 -124 4 22 -152 4 -42 -116 5 -34 -100 3 44 -108 3", darken(coat, 0.18))
    size = 13.0 if look.cute else 11.0
    for side in (-1, 1):
        pen.decal(ellipse(side * 21, -92, size * 1.3), (252, 250, 246))
        draw_eye(pen, look, side * 20, -91, size)
        draw_cheek(pen, side * 34, -72, 7)
    draw_smile(pen, 0, -72, 24, open_=look.expression in {"happy", "laughing"}, ink=darken(coat, 0.6))
    anchors(pen, eyes=(0, -92, 76), face=(0, -84, 80), mouth=(0, -72, 26), head=(0, -154, 84), neck=(0, -60, 74),
            body=(0, -60, 80), seat=(0, -168, 60))  # fmt: skip


@thing("squid", "cuttlefish", cm=50, kind="fish")
def draw_squid(pen: Pen, look: Look) -> None:
    coat = look.colour((232, 138, 128))
    for x, sway in ((-30, -12), (30, 12), (-18, 4), (18, -4), (-6, -4), (6, 4)):
        arm = tube([(x * 0.9, -70), (x + sway, -40), (x - sway * 0.4, -18), (x + sway, -2)], [13, 11, 8, 5])
        pen.fill(arm, darken(coat, 0.12 if abs(x) > 20 else 0.02), "soft", line=0.8)
    pen.anchor("back", 0, -120, 60)
    pen.fill(halved("0 -200 20 -196 60 -160 62 -150 30 -140 0 -140"), darken(coat, 0.14), "soft")
    body = pen.fill(halved("0 -206 14 -192 32 -152 38 -110 34 -76 24 -60 0 -56"), coat, "soft")
    draw_spots(pen, body, "12 -160 4 -14 -140 5 20 -130 4 -24 -120 3 4 -176 3", darken(coat, 0.2))
    for side in (-1, 1):
        draw_eye(pen, look, side * 19, -88, 9)
        draw_cheek(pen, side * 26, -74, 5)
    draw_smile(pen, 0, -76, 14, ink=darken(coat, 0.6))
    anchors(pen, eyes=(0, -88, 56), face=(0, -84, 60), mouth=(0, -76, 18), head=(0, -160, 60), neck=(0, -62, 60),
            body=(0, -120, 70), seat=(0, -190, 30), hand=(36, -8, 18), hand2=(-36, -8, 18))  # fmt: skip
