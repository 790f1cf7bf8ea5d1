"""What creatures of every family share: eyes, cheeks, spots, and the anchors that others attach to."""

from __future__ import annotations

import skia

from pinxit.engines.illustrator.colours import BLACK, WHITE, Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.shapes import arc, curve, ellipse, smooth

INK: Rgb = (34, 26, 32)
BLUSH: Rgb = (255, 122, 120)


def asleep(look: Look) -> bool:
    """Are the eyes shut?"""
    return look.pose == "sleep" or look.has("sleeping", "sleepy", "asleep") or look.expression == "sleeping"


def airborne(look: Look) -> bool:
    """Are the wings spread?"""
    return look.pose in {"fly", "soar", "hover", "float", "glide", "swoop", "land"} or look.has("flying", "soaring")


def afloat(look: Look) -> bool:
    """Does water hide the feet?"""
    return look.pose in {"swim", "float", "paddle"} or look.has("swimming", "floating")


def draw_eye(pen: Pen, look: Look, x: float, y: float, size: float, iris: Rgb | None = None) -> None:
    """One eye of radius `size`: a dark bead, or an iris around a pupil; shut when asleep, a bow when smiling."""
    iris = look.part("eyes", iris) if iris else next((c for part, c in look.parts if part.startswith("eye")), None)
    with pen.at(x, y, size / 10):
        if asleep(look):
            pen.line(curve((-10, -1), (-4, 4.5), (4, 4.5), (10, -1)), INK, 3.4)
            return
        if look.expression in {"laughing", "joyful"}:
            pen.line(curve((-10, 3), (-5, -5), (5, -5), (10, 3)), INK, 3.8)
            return
        ball = pen.decal(ellipse(0, 0, 10, 10.6), INK)
        with pen.on(ball):
            if iris:
                pen.decal(ellipse(0, 0, 8.8, 9.4), iris)
                pen.decal(ellipse(0, 6, 6.5, 4), lighten(iris, 0.5), alpha=0.7, blur=1)
                pen.decal(ellipse(0, 0, 5.6, 6), INK)
            else:
                pen.decal(ellipse(0, 7, 7, 4.6), (112, 88, 104), alpha=0.75, blur=1.2)
            pen.decal(ellipse(0, -11, 12, 4.5), BLACK, alpha=0.35, blur=1)
        pen.decal(ellipse(-3, -4, 3.4, 3.7), WHITE)
        pen.decal(ellipse(3.8, 4.2, 1.6), WHITE, alpha=0.85)
        if look.expression in {"angry", "sad"}:
            tilt = 4 if look.expression == "sad" else -4
            pen.line(curve((-9, -13 + tilt), (9, -13 - tilt)), INK, 3)


def draw_cheek(pen: Pen, x: float, y: float, size: float, alpha: float = 0.45) -> None:
    """A blush."""
    pen.decal(ellipse(x, y, size, size * 0.66), BLUSH, alpha=alpha, blur=size * 0.22)


def draw_smile(pen: Pen, x: float, y: float, width: float, *, open_: bool = False, ink: Rgb = INK) -> None:
    """A smiling line `width` wide, or an open mouth with a tongue."""
    if not open_:
        pen.line(arc(x, y - width * 0.2, width / 2, width * 0.36, 20, 140), ink, width * 0.1)
        return
    w = width / 2
    hole = pen.decal(smooth([(x - w, y), (x, y + w * 0.16), (x + w, y), (x + w * 0.6, y + w), (x, y + w * 1.2),
                             (x - w * 0.6, y + w)]), (110, 34, 44))  # fmt: skip
    with pen.on(hole):
        pen.decal(ellipse(x, y + w * 1.15, w * 0.6, w * 0.5), (240, 116, 122))


def draw_spots(pen: Pen, body: skia.Path, spots: str, colour: Rgb, alpha: float = 0.8) -> None:
    """Round spots, written "x y radius  x y radius ...", kept on the body."""
    values = [float(word) for word in spots.split()]
    with pen.on(body):
        for i in range(0, len(values), 3):
            x, y, r = values[i : i + 3]
            pen.decal(ellipse(x, y, r, r * 0.88), colour, alpha=alpha)


def belly(pen: Pen, body: skia.Path, patch: skia.Path, colour: Rgb) -> None:
    """A lighter belly with a soft seam, kept on the body."""
    with pen.on(body):
        pen.decal(patch, colour)
        pen.line(patch, darken(colour, 0.18), 1.2, alpha=0.35)


def anchors(pen: Pen, **spots: tuple[float, float, float]) -> None:
    """Set several anchors here: name=(x, y, size)."""
    for name, (x, y, size) in spots.items():
        pen.anchor(name, x, y, size)
