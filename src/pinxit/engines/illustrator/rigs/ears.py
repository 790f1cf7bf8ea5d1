"""Ears of animals seen from the front; each stands on the skull (centre x and y, radii rx and ry)."""

from __future__ import annotations

import skia

from pinxit.engines.illustrator.colours import Rgb, darken, mix
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.coats import Coat
from pinxit.engines.illustrator.shapes import Point, ellipse, mirrored, smooth

Skull = tuple[float, float, float, float]
PINK: Rgb = (240, 172, 164)


def on_skull(skull: Skull, points: list[Point], tension: float = 0.5) -> skia.Path:
    """A soft outline whose points are shares of the skull's radii."""
    x, y, rx, ry = skull
    return smooth([(x + rx * a, y + ry * b) for a, b in points], tension=tension)


def pair(pen: Pen, skull: Skull, right: skia.Path, paint: Rgb, *, line: float = 1.0) -> None:
    """Fill an outline and its mirror image."""
    for path in (right, mirrored(right, skull[0])):
        pen.fill(path, paint, "soft", line=line)


def pair_decal(pen: Pen, skull: Skull, right: skia.Path, paint: Rgb, *, alpha: float = 1.0, blur: float = 0) -> None:
    """Paint a marking and its mirror image."""
    for path in (right, mirrored(right, skull[0])):
        pen.decal(path, paint, alpha=alpha, blur=blur)


def draw_ears(pen: Pen, coat: Coat, skull: Skull) -> None:
    """The ears that stand behind the head's outline; hanging ones follow in `draw_hanging`."""
    tone = coat.dark if coat.has("panda", "points", "darkears") else coat.fur
    inner = coat.dark if coat.has("panda") else mix(PINK, coat.light, 0.3)
    if coat.ears in _STANDING:
        outer, hollow = _STANDING[coat.ears]
        path = on_skull(skull, outer, 0.28)
        pair(pen, skull, path, tone)
        pair_decal(pen, skull, on_skull(skull, hollow, 0.3), darken(inner, 0.08))
        if coat.has("eartips"):
            tip = outer[len(outer) // 2 - 1]
            for side in (1, -1):
                with pen.on(path if side > 0 else mirrored(path, skull[0])):
                    cx = skull[0] + side * skull[2] * tip[0]
                    pen.decal(ellipse(cx, skull[1] + skull[3] * tip[1], skull[2] * 0.28, skull[3] * 0.26), coat.dark)
    elif coat.ears in _ROUND:
        _round(pen, coat, skull, tone, inner)


def _round(pen: Pen, coat: Coat, skull: Skull, tone: Rgb, inner: Rgb) -> None:
    x, y, rx, ry = skull
    size, cx, cy = _ROUND[coat.ears]
    if coat.ears == "tufted":
        pair(pen, skull, ellipse(x + rx * cx, y + ry * cy, rx * size, rx * size * 1.04, 30), coat.light)
        hollow = ellipse(x + rx * (cx - 0.06), y + ry * (cy + 0.1), rx * size * 0.58, rx * size * 0.64, 30)
        pair_decal(pen, skull, hollow, coat.dark)
        return
    pair(pen, skull, ellipse(x + rx * cx, y + ry * cy, rx * size), tone)
    spot = ellipse(x + rx * (cx - 0.03), y + ry * cy + rx * size * 0.1, rx * size * 0.62)
    pair_decal(pen, skull, spot, coat.light if coat.has("fluffears") else inner)
    if coat.has("fluffears"):
        tuft = ellipse(x + rx * (cx - 0.1), y + ry * cy + rx * size * 0.2, rx * size * 0.36)
        pair_decal(pen, skull, tuft, inner)


def draw_hanging(pen: Pen, coat: Coat, skull: Skull) -> None:
    """Ears that hang down in front of the head's sides."""
    tone = coat.dark if coat.has("points", "saddle", "darkears", "tricolour") else darken(coat.fur, 0.16)
    if coat.ears in _HANGING:
        pair(pen, skull, on_skull(skull, _HANGING[coat.ears], 0.45), tone)


_STANDING: dict[str, tuple[list[Point], list[Point]]] = {
    "pointed": (
        [(0.16, -0.82), (0.5, -1.36), (0.74, -1.64), (0.88, -1.26), (0.98, -0.34)],
        [(0.4, -0.84), (0.58, -1.24), (0.72, -1.42), (0.8, -1.18), (0.88, -0.5)],
    ),
    "small": (
        [(0.3, -0.86), (0.58, -1.16), (0.8, -1.32), (0.94, -1.06), (1.0, -0.4)],
        [(0.5, -0.86), (0.66, -1.1), (0.79, -1.18), (0.86, -1.02), (0.9, -0.56)],
    ),
    "wide": (
        [(0.14, -0.84), (0.58, -1.46), (0.94, -1.8), (1.08, -1.3), (1.0, -0.2)],
        [(0.42, -0.86), (0.66, -1.32), (0.9, -1.56), (0.99, -1.2), (0.92, -0.42)],
    ),
    "long": (
        [(0.12, -0.8), (0.2, -1.7), (0.46, -2.5), (0.7, -2.44), (0.76, -1.7), (0.56, -0.7)],
        [(0.28, -0.9), (0.34, -1.7), (0.5, -2.28), (0.62, -2.2), (0.64, -1.7), (0.48, -0.9)],
    ),
}
_ROUND: dict[str, tuple[float, float, float]] = {
    "round": (0.34, 0.7, -0.78),
    "tufted": (0.37, 0.92, -0.66),
    "big": (0.5, 1.04, -0.52),
    "huge": (0.62, 0.92, -0.86),
    "tiny": (0.2, 0.72, -0.72),
    "side": (0.36, 1.06, 0.0),
}
_HANGING: dict[str, list[Point]] = {
    "floppy": [(0.46, -0.92), (0.94, -0.92), (1.24, -0.3), (1.22, 0.42), (0.98, 0.62), (0.84, 0.2), (0.74, -0.36)],
    "drop": [(0.5, -0.86), (0.92, -0.8), (1.26, -0.2), (1.4, 0.6), (1.18, 1.06), (0.9, 0.86), (0.82, 0.1)],
    "folded": [(0.36, -0.92), (0.7, -1.2), (0.94, -1.08), (1.14, -0.5), (1.06, -0.22), (0.8, -0.44), (0.58, -0.72)],
}
