"""A coffee bean, clean enough for an emblem."""

from pinxit.engines.illustrator.colours import (
    darken,
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.trace import organic, stroke


@thing("coffee bean", "coffee beans", "bean", cm=1.2, kind="food")
def draw(pen: Pen, look: Look) -> None:
    rgb = look.colour((108, 62, 36))
    spots = (
        ((0, -50, -28, 1.0),)
        if look.noun != "coffee beans"
        else ((-44, -34, -50, 0.62), (42, -32, 30, 0.62), (0, -66, -8, 0.66))
    )
    for x, y, turn, size in spots:
        with pen.at(x, y, size, turn=turn):
            body = organic("0 -56 28 -48 40 -18 40 18 28 48 0 56 -28 48 -40 18 -40 -18 -28 -48", 0.5)
            pen.fill(body, rgb, "glossy")
            crease = organic("0 -56 9 -36 6 -16 -4 4 -6 26 2 56 -8 52 -15 26 -11 2 0 -18 0 -38", 0.5)
            pen.fill(crease, darken(rgb, 0.5), "flat", line=0.3)
            pen.line(stroke("7 -50 12 -34 9 -16 0 6 -2 28 5 52"), lighten(rgb, 0.4), 1.6, alpha=0.7)
