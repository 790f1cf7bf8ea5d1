"""A wheelchair from in front, so that who sits in it faces us."""

import math

import skia

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.cuts import bar, cut, disc, mould, rod, score
from pinxit.engines.illustrator.rigs.wire import struts, wire
from pinxit.engines.illustrator.shapes import ellipse, minus, polygon

_STEEL: Rgb = (196, 202, 212)
_DARK: Rgb = (52, 54, 64)


def _wheel(pen: Pen, x: float) -> None:
    """A drive wheel, turned a little towards us, with its spokes and its hand rim."""
    spokes = skia.Path()
    for i in range(14):
        a = math.tau * i / 14
        spokes.addPath(polygon([(x, -54), (x + 17 * math.cos(a), -54 + 49 * math.sin(a))], closed=False))
    wire(pen, spokes, _STEEL, 1.4, "metal", 0.3)
    pen.fill(minus(ellipse(x, -54, 23, 55), ellipse(x, -54, 16.5, 48)), _DARK, "soft")
    pen.fill(minus(ellipse(x, -54, 16.5, 48), ellipse(x, -54, 14, 45)), _STEEL, "metal", line=0.4)
    disc(pen, f"{x} -54 4 7", _STEEL, "metal", 0.6)
    out = x + (5 if x > 0 else -5)
    pen.fill(minus(ellipse(out, -54, 19, 45), ellipse(out, -54, 17, 42.5)), _STEEL, "metal", line=0.4)


@thing("wheelchair", "wheel chair", cm=94, kind="furniture")
def draw(pen: Pen, look: Look) -> None:
    rgb = look.colour((52, 96, 168))
    for side in (-1.0, 1.0):
        rod(pen, f"{side * 45},-152 {side * 47},-168 {side * 54},-170", 9, _DARK, "soft")
        struts(pen, f"{side * 44},-160 {side * 44},-30|{side * 44},-66 {-side * 40},-26", _STEEL, 6, "metal", 0.8)
    back = cut(pen, "-43,-160 43,-160 45,-92 -45,-92", rgb, "soft", 7)
    with pen.on(back):
        score(pen, "-38,-150 0,-144 38,-150|-40,-104 0,-98 40,-104", darken(rgb, 0.3), 2, 0.7)
        score(pen, "-34,-154 -36,-100|34,-154 36,-100", lighten(rgb, 0.4), 1.6, 0.6)
    for side in (-1.0, 1.0):
        _wheel(pen, side * 66)
        disc(pen, f"{side * 40} -14 8 15", _DARK, "soft", 0.9)
        disc(pen, f"{side * 40} -14 3.6 8", _STEEL, "metal", 0.4)
        struts(pen, f"{side * 40},-14 {side * 40},-34", _STEEL, 6, "metal", 0.7)
        struts(pen, f"{side * 42},-76 {side * 34},-30 {side * 30},-4", _STEEL, 6, "metal", 0.8)
        bar(pen, f"{side * 21 - 17} -6 34 9 3", _DARK, "round", 0.9)
    cut(pen, "-45,-94 45,-94 50,-78 -50,-78", rgb, "soft", 5)
    mould(pen, "-50,-80 0,-76 50,-80 50,-66 0,-62 -50,-66", darken(rgb, 0.12), "soft", 0.9)
    pen.anchor("seat", 0, -80, 74)
    for side in (-1.0, 1.0):
        struts(pen, f"{side * 55},-116 {side * 55},-76|{side * 48},-120 {side * 48},-92", _STEEL, 5, "metal", 0.7)
        cut(
            pen,
            f"{side * 45},-126 {side * 52},-127 {side * 62},-112 {side * 60},-106 {side * 50},-108",
            _DARK,
            "soft",
            4,
        )
