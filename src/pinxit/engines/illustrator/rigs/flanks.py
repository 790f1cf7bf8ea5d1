"""Markings on the side of a quadruped, painted inside its outline."""

from __future__ import annotations

from pinxit.engines.illustrator.look import Look
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.coats import Coat
from pinxit.engines.illustrator.shapes import curve, ellipse, smooth


def draw_flank(pen: Pen, coat: Coat, height: float, span: tuple[float, float], look: Look) -> None:
    """The coat's pattern; `span` is where the roots of hind and fore legs are."""
    hx, sx = span
    h = height
    if coat.has("saddle", "shepherd"):
        pen.decal(ellipse((hx + sx) / 2, -h * 0.95, (sx - hx) * 0.56, h * 0.22), coat.dark, alpha=0.95, blur=h * 0.02)
    if coat.has("panda"):
        pen.decal(ellipse(sx + h * 0.02, -h * 0.5, h * 0.2, h * 0.62, 8), coat.dark)
        pen.decal(ellipse(hx, -h * 0.2, h * 0.4, h * 0.36), coat.dark)
    if coat.has("backstripe"):
        for dy, tone, wide in ((0.98, coat.dark, 0.05), (0.9, coat.light, 0.045), (0.83, coat.dark, 0.05)):
            path = curve((hx - h * 0.4, -h * dy * 0.6), (hx + (sx - hx) * 0.3, -h * dy), (sx + h * 0.3, -h * dy * 0.9))
            pen.line(path, tone, h * wide)
    if coat.has("patches"):
        _patches(pen, coat, h, span)
    if coat.has("stripes"):
        _stripes(pen, coat, h, span)
    if coat.has("spots", "rosettes"):
        _spots(pen, coat, h, span, look)


def _patches(pen: Pen, coat: Coat, h: float, span: tuple[float, float]) -> None:
    hx, sx = span
    wide = sx - hx
    for a, b, r, turn in ((0.1, 0.86, 0.24, 20), (0.62, 0.92, 0.22, -14), (0.46, 0.62, 0.13, 30), (1.06, 0.62, 0.2, 60),
                          (1.24, 1.06, 0.17, -40), (-0.12, 0.5, 0.13, 0)):  # fmt: skip
        x, y, size = hx + wide * a, -h * b, h * r
        blob = [
            (-1.1, -0.2),
            (-0.5, -0.75),
            (0.3, -0.6),
            (1.0, -0.7),
            (1.15, 0.1),
            (0.5, 0.5),
            (0.1, 0.85),
            (-0.7, 0.6),
        ]
        with pen.at(x, y, turn=turn):
            pen.decal(smooth([(p * size, q * size) for p, q in blob]), coat.dark)


def _bar(pen: Pen, coat: Coat, top: tuple[float, float], bottom: tuple[float, float], width: float) -> None:
    (x0, y0), (x1, y1) = top, bottom
    middle = ((x0 + x1) / 2 + width * 0.9, (y0 + y1) / 2)
    right = [(x0 + width * 0.5, y0), (middle[0] + width * 0.5, middle[1]), (x1, y1)]
    left = [(middle[0] - width * 0.5, middle[1]), (x0 - width * 0.5, y0)]
    pen.decal(smooth([*right, *left]), coat.dark)


def _stripes(pen: Pen, coat: Coat, h: float, span: tuple[float, float]) -> None:
    hx, sx = span
    for i in range(8):
        x = hx - h * 0.1 + (sx - hx + h * 0.24) * i / 7
        _bar(pen, coat, (x, -h * 1.06), (x - h * 0.03, -h * (0.7 if i % 2 else 0.62)), h * 0.055)
    for x in (hx - h * 0.02, sx + h * 0.02):
        for i in range(3):
            pen.decal(ellipse(x - h * 0.1, -h * (0.24 + 0.12 * i), h * 0.12, h * 0.02, 12), coat.dark)


def _spots(pen: Pen, coat: Coat, h: float, span: tuple[float, float], look: Look) -> None:
    chance = look.random("spots")
    hx, sx = span
    step = h * 0.1
    for row in range(9):
        for column in range(16):
            x = hx - h * 0.24 + column * step + (step / 2 if row % 2 else 0) + chance.uniform(-2, 2)
            y = -h * 1.04 + row * step * 0.8 + chance.uniform(-2, 2)
            if y > -h * 0.42 or x > sx + h * 0.3 or chance.random() < 0.18:
                continue
            size = h * chance.uniform(0.018, 0.03)
            pen.decal(ellipse(x, y, size * 1.2, size, 20), coat.dark)
            if coat.has("rosettes"):
                pen.decal(ellipse(x + 0.5, y + 0.3, size * 0.5), coat.fur)
