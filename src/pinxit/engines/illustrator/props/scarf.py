"""A scarf round the neck with one hanging end."""

from pinxit.engines.illustrator.colours import (
    Rgb,
    darken,
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import organic, stroke
from pinxit.engines.illustrator.shapes import (
    box,
    curve,
)


@thing(
    "scarf",
    "woolen scarf",
    "knitted scarf",
    "shawl",
    "bandana",
    "neckerchief",
    "muffler",
    cm=40,
    kind="clothes",
    attach="neck",
    fit=100,
)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (206, 58, 56), "soft", "knit")
    second = look.colour(lighten(what.rgb, 0.7), 1)
    striped = bool(look.pattern) or len(look.colours) > 1
    end = organic("12 6 40 8 46 48 42 96 14 100 8 50", 0.3)
    for x in range(15, 44, 5):
        pen.line(curve((x, 96), (x + 1, 110)), what.rgb, 2.6)
    coat(pen, end, what.tone(-0.06))
    with pen.on(end):
        knit(pen, (10, 20, 46, 100), what.rgb)
        for y in (66, 82):
            pen.decal(box(0, y, 60, 8), second, alpha=0.95)
    wrap = organic("-60 -12 -30 -2 0 2 30 -2 60 -12 64 8 36 24 0 29 -36 24 -64 8", 0.5)
    coat(pen, wrap, what)
    with pen.on(wrap):
        for x in range(-64, 65, 8):
            sag = 10 * (1 - (x / 64) ** 2)
            pen.line(curve((x, -14 + sag), (x * 0.96 + 2, 20 + sag)), darken(what.rgb, 0.22), 1.3, alpha=0.5)
            if striped and x % 24 == 8:
                pen.decal(box(x - 5, -20, 9, 60), second, alpha=0.9)
        pen.line(stroke("-60 0 -20 14 30 12 62 0"), darken(what.rgb, 0.35), 2, alpha=0.6)
    coat(pen, organic("10 -2 40 -6 48 16 34 30 12 26 6 12", 0.45), what.tone(0.07))
    for y in (4, 12, 20):
        pen.line(stroke(f"13 {y} 28 {y + 4} 42 {y - 1}"), darken(what.rgb, 0.22), 1.3, alpha=0.5)


def knit(pen: Pen, area: tuple[float, float, float, float], rgb: Rgb) -> None:
    """Rows of stitches."""
    left, top, right, bottom = area
    y = top
    while y < bottom:
        x = left
        while x < right:
            pen.line(stroke(f"{x - 3} {y - 4} {x} {y} {x + 3} {y - 4}"), darken(rgb, 0.24), 1.1, alpha=0.5)
            x += 7
        y += 7
