"""Beaks in profile: the root of each is at the origin, it points to the right, and a head of radius 25 fits it."""

from __future__ import annotations

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.trace import organic, stroke

# Lower half, upper half, line between them.
_SHAPES: dict[str, tuple[str, str, str]] = {
    "short": ("-6 0 8 1 15 3 6 9 -4 8", "-7 -8 4 -8 18 2 8 4 -6 3", ""),
    "cone": ("-6 0 8 3 12 6 4 13 -5 11", "-7 -12 6 -10 19 4 8 6 -6 4", ""),
    "long": ("-6 -1 16 1 36 5 12 8 -5 8", "-7 -8 10 -7 40 4 14 4 -6 3", ""),
    "spear": ("-6 -1 30 3 74 8 26 9 -5 8", "-7 -8 24 -4 78 7 30 5 -6 3", ""),
    "needle": ("-4 0 26 -2 56 -6 26 2 -4 4", "-5 -4 26 -4 60 -8 28 0 -4 2", ""),
    "hook": ("-4 2 8 4 14 8 6 12 -4 10", "-8 -9 4 -12 18 -6 23 6 20 15 15 8 4 5 -7 5", ""),
    "parrot": ("-4 10 4 10 8 16 3 23 -7 21", "-9 -12 4 -18 18 -10 23 6 18 22 12 12 2 10 -8 10", ""),
    "flat": ("-6 2 12 4 28 6 26 12 10 13 -5 10", "-8 -8 4 -8 14 -1 28 -2 35 3 30 8 12 8 -6 6", "-4 7 14 9 29 7"),
    "toucan": ("-6 6 20 8 50 10 66 18 40 22 8 20 -5 16", "-9 -16 14 -24 46 -18 68 0 70 22 62 12 30 8 -8 8", ""),
    "bent": ("-6 2 10 6 20 18 22 34 14 32 8 18 -5 10", "-8 -8 8 -6 24 6 32 22 26 38 20 28 12 14 -6 6", ""),
    "pouch": ("-6 0 24 5 72 10 60 20 36 32 12 34 -3 20", "-8 -6 20 -2 74 4 82 9 76 14 24 8 -6 4", ""),
    "gull": ("-6 0 12 2 24 8 8 9 -5 8", "-8 -8 8 -8 22 -4 29 6 26 10 18 4 -6 3", ""),
}  # fmt: skip


def draw_beak(pen: Pen, shape: str, colour: Rgb, scale: float = 1.0) -> None:
    """A beak of a named shape; the lower half is a little darker."""
    lower, upper, seam = _SHAPES[shape]
    with pen.at(0, 0, scale):
        under = (250, 176, 96) if shape == "pouch" else darken(colour, 0.22)
        low = pen.fill(organic(lower), mix(under, colour, 0.4), "soft", line=0.7)
        if shape == "pouch":
            with pen.on(low):
                for y in (14, 21, 27):
                    pen.line(stroke(f"0 {y - 2} 26 {y + 2} 60 {y - 4}"), darken(colour, 0.25), 1.2, alpha=0.5)
        top = pen.fill(organic(upper), colour, "glossy", line=0.7)
        with pen.on(top):
            if shape in {"toucan", "bent"}:
                tip = "52 -20 80 -20 80 40 58 40 50 8" if shape == "toucan" else "20 16 44 14 40 50 12 50 14 24"
                pen.decal(organic(tip), (40, 32, 38))
            if shape == "toucan":
                pen.decal(organic("-8 2 20 0 48 2 60 12 20 14 -8 12"), (228, 78, 40), alpha=0.7, blur=3)
            if shape == "gull":
                pen.decal(organic("16 2 22 1 24 8 18 8"), (214, 60, 40))
        if shape not in {"needle", "spear"}:
            pen.line(stroke("1 -3 5 -3.4"), darken(colour, 0.5), 2)
        if seam:
            pen.line(stroke(seam), darken(colour, 0.4), 1.6)
        pen.line(stroke("0 -5 8 -4"), lighten(colour, 0.5), 1.2, alpha=0.5)
