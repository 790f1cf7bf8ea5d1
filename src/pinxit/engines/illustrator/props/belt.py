"""Flexible things that lie coiled: a belt with its buckle, a rope, a chain."""

import math
from itertools import pairwise

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import points, stroke
from pinxit.engines.illustrator.shapes import Point, arc, box, ellipse, minus, tube


@thing("belt", "leather belt", "waist belt", cm=12, kind="clothes", attach="waist", fit=180)
def draw(pen: Pen, look: Look) -> None:
    """A closed loop, the buckle towards us."""
    what = finish(look, (126, 72, 42), "glossy", "leather")
    rgb = what.rgb
    back = minus(ellipse(0, -46, 90, 26), ellipse(0, -42, 86, 22))
    inside = ellipse(0, -46, 89, 25)
    pen.fill(inside, darken(rgb, 0.55), "flat")
    with pen.on(inside):
        pen.decal(minus(ellipse(0, -46, 90, 26), ellipse(0, -26, 90, 24)), darken(rgb, 0.3))
    pen.fill(back, lighten(rgb, 0.1), "round", line=0.6)
    front = minus(box(-90, -46, 180, 50), ellipse(0, -46, 90.2, 24))
    outer = minus(front, minus(box(-120, -30, 240, 60), ellipse(0, -24, 90, 25)))
    coat(pen, outer, what)
    for dy, low in ((-41.5, 24), (-28.5, 25)):
        pen.line(arc(0, dy, 88.6, low, 4, 172), lighten(rgb, 0.5), 1.2, alpha=0.8)
    for angle in (50, 58, 66):
        x, y = 90 * math.cos(math.radians(angle)), -35 + 24.5 * math.sin(math.radians(angle))
        pen.decal(ellipse(x, y, 2, 2.2), darken(rgb, 0.65))
    gold = look.part("buckle", look.colour((222, 182, 92), 1))
    pen.fill(minus(box(-20, -26, 36, 30, 6), box(-14, -20, 24, 18, 3)), gold, "metal")
    pen.fill(tube(points("12,-11 -2,-11.5 -17,-11"), 3.6), lighten(gold, 0.1), "metal", line=0.6)
    pen.fill(box(-34, -24, 8, 25, 2), lighten(rgb, 0.06), "glossy", line=0.7)


def cord(pen: Pen, spots: list[Point], wide: float, rgb: Rgb) -> None:
    """A laid rope along the points: a round tube with its strands."""
    path = tube(spots, wide)
    pen.fill(path, rgb, "round")
    with pen.on(path):
        for (x0, y0), (x1, y1) in pairwise(spots):
            count = max(1, round(math.hypot(x1 - x0, y1 - y0) / (wide * 0.62)))
            turn = math.atan2(y1 - y0, x1 - x0)
            for i in range(count):
                x, y = x0 + (x1 - x0) * i / count, y0 + (y1 - y0) * i / count
                with pen.at(x, y, turn=math.degrees(turn)):
                    h = wide * 0.55
                    pen.line(
                        stroke(f"{-h * 0.7},{h} {-h * 0.1},{h * 0.2} {h * 0.1},{-h * 0.2} {h * 0.7},{-h}"),
                        darken(rgb, 0.42),
                        wide * 0.11,
                        alpha=0.8,
                    )
                    pen.line(
                        stroke(f"{-h * 0.3},{h * 0.7} {h * 0.3},{-h * 0.4}"), lighten(rgb, 0.4), wide * 0.1, alpha=0.6
                    )


def _oval(x: float, y: float, rx: float, ry: float, start: int, stop: int) -> list[Point]:
    return [
        (x + rx * math.cos(math.radians(a)), y + ry * math.sin(math.radians(a))) for a in range(start, stop + 1, 12)
    ]


@thing("rope", "coil of rope", "coiled rope", "ropes", "string", "twine", cm=30)
def draw_rope(pen: Pen, look: Look) -> None:
    """A coil of four turns with one end lying out."""
    rgb = look.colour((206, 166, 108))
    coils = ((0, -24, 74, 22), (3, -36, 72, 22), (-2, -48, 73, 22), (1, -60, 70, 22))
    cord(pen, points("40,0 74,6 104,2 122,-4"), 13, darken(rgb, 0.05))
    for x, y, rx, ry in coils:
        cord(pen, _oval(x, y, rx, ry, 180, 360), 13, darken(rgb, 0.18))
    for x, y, rx, ry in coils:
        cord(pen, _oval(x, y, rx, ry, -6, 186), 13, rgb)
    cord(pen, [*_oval(-4, -68, 58, 18, 150, 372), (50, -50), (58, -36)], 13, lighten(rgb, 0.08))
    for dx in (-4.0, 0, 4):
        pen.line(stroke(f"121,-4 128,{-6 + dx} 134,{-5 + dx * 1.6}"), lighten(rgb, 0.2), 2)
    pen.fill(ellipse(119, -3, 4, 7.4, -10), darken(rgb, 0.4), "round", line=0.5)


@thing("chain", "metal chain", "iron chain", "chains", "chain link", cm=22)
def draw_chain(pen: Pen, look: Look) -> None:
    """Nine links along a wave, by turns seen from the side and from the edge."""
    what = finish(look, (150, 158, 168), "metal", "metal")
    steps = [(-104 + i * 26.0, -30 + 14 * math.sin(i * 0.9)) for i in range(9)]
    links = [(i, *spot) for i, spot in enumerate(steps)]
    for i, x, y in [*links[0::2], *links[1::2]]:
        slope = math.degrees(math.atan2(14 * 0.9 * math.cos(i * 0.9), 26))
        with pen.at(x, y, turn=slope):
            if i % 2:
                pen.fill(box(-20, -5, 40, 10, 5), what.tone(-0.1).rgb, what.form)
                pen.line(stroke("-14,-2 0,-2.4 14,-2"), lighten(what.rgb, 0.6), 1.6, alpha=0.8)
            else:
                coat(pen, minus(box(-24, -15, 48, 30, 15), box(-15.5, -6.5, 31, 13, 6.5)), what)
                pen.line(stroke("-12,-11.5 0,-12 12,-11.5"), lighten(what.rgb, 0.7), 1.8, alpha=0.8)
