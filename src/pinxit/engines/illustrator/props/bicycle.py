"""A city bicycle: wire wheels, a diamond frame with highlights, mudguards, chain, saddle, handlebar, lamp and bell."""

from __future__ import annotations

import skia

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.trace import bars, facet, organic, stroke
from pinxit.engines.illustrator.rigs.vehicle import STEEL, TYRE, headlamp, spot, taillamp, wire_wheel
from pinxit.engines.illustrator.shapes import arc, box, ellipse, polygon, tube

REAR, FRONT, WHEEL, CRANK = (-86.0, -53.0), (86.0, -53.0), 52.0, (-14.0, -50.0)


def _rod(pen: Pen, start: tuple[float, float], end: tuple[float, float], colour: Rgb, wide: float) -> None:
    """One tube of the frame with a highlight along its upper side."""
    pen.fill(tube([start, end], wide), colour, "round", line=0.8)
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = (dx * dx + dy * dy) ** 0.5
    nx, ny = (dy / length, -dx / length) if dx > 0 else (-dy / length, dx / length)
    lift = wide * 0.18
    line = polygon([(start[0] + dx * t + nx * lift, start[1] + dy * t + ny * lift) for t in (0.08, 0.92)], closed=False)
    pen.line(line, lighten(colour, 0.6), wide * 0.2, alpha=0.75)


def _mudguard(pen: Pen, centre: tuple[float, float], colour: Rgb, start: float, sweep: float) -> None:
    path = arc(*centre, WHEEL + 5, WHEEL + 5, start, sweep)
    pen.line(path, darken(colour, 0.35), 5.2)
    pen.line(path, colour, 3.8)
    pen.line(arc(*centre, WHEEL + 5.8, WHEEL + 5.8, start + 8, sweep * 0.5), lighten(colour, 0.6), 1, alpha=0.7)


def _carrier(pen: Pen) -> None:
    pen.line(bars("-124,-116 -60,-116|-118,-115 -86,-54|-72,-116 -60,-106"), (96, 100, 108), 2.6)
    pen.line(bars("-124,-116.5 -60,-116.5"), STEEL, 1.2)


def _crank(pen: Pen) -> None:
    x, y = CRANK
    pen.line(bars("-86,-59 -14,-62|-86,-46 -14,-38.5"), (70, 72, 80), 2.6)
    pen.line(bars("-86,-59 -14,-62|-86,-46 -14,-38.5"), (150, 154, 162), 1)
    pen.line(ellipse(x, y, 11), (96, 100, 108), 3.4)
    pen.line(ellipse(x, y, 11), STEEL, 2)
    teeth = skia.Path()
    for i in range(24):
        teeth.addPath(ellipse(*spot(x, y, 13, i * 15), 0.9))
    pen.decal(teeth, (120, 124, 132))
    for angle in range(0, 360, 72):
        pen.line(polygon([(x, y), spot(x, y, 10, angle)], closed=False), STEEL, 1.8)


def _pedals(pen: Pen) -> None:
    x, y = CRANK
    pen.fill(tube([(x, y), (x + 17, y + 22)], [5, 3.6]), STEEL, "round", line=0.5)
    pen.fill(box(x + 9, y + 20, 18, 5, 2), (54, 54, 60), "round", line=0.6)
    pen.line(bars(f"{x + 11},{y + 22} {x + 25},{y + 22}"), AMBER_REFLECTOR, 1.4)
    pen.fill(ellipse(x, y, 4), STEEL, "round", line=0.4)


AMBER_REFLECTOR: Rgb = (240, 150, 40)


def _handlebar(pen: Pen, leather: Rgb, look: Look) -> None:
    pen.fill(tube([(53, -138), (49, -150)], 5), STEEL, "round", line=0.6)
    bar = stroke("49,-148 60,-152 68,-158 66,-165 54,-166 40,-162")
    pen.line(bar, (104, 108, 116), 4.4)
    pen.line(bar, STEEL, 3)
    pen.line(stroke("54,-150 63,-154 67,-159"), (255, 255, 255), 0.9, alpha=0.8)
    pen.fill(tube([(27, -158), (42, -163)], [6, 5.4]), leather, "round", line=0.7)
    pen.fill(arc_bell(), STEEL, "glossy", line=0.6)
    pen.line(stroke("64,-152 62,-120 74,-84"), (60, 60, 66), 1)
    headlamp(pen, facet("65,-140 76,-142 76,-130 65,-132", 3), look, 130)
    pen.line(bars("56,-136 65,-136"), (90, 94, 102), 3)


def arc_bell() -> skia.Path:
    """The bell on the handlebar."""
    return facet("50,-166 51,-170 54,-172 57,-170 58,-166", 1.5)


def _saddle(pen: Pen, leather: Rgb) -> None:
    pen.line(stroke("-56,-142 -50,-137 -40,-137 -30,-141"), (110, 114, 122), 2)
    pen.line(ellipse(-57, -139, 4), (130, 134, 142), 1.8)
    pen.line(ellipse(-50, -139, 4), (130, 134, 142), 1.8)
    seat = organic("-66,-146 -60,-153 -46,-150 -30,-148 -16,-148 -14,-144.5 -30,-142 -44,-140 -56,-138 -64,-140")
    pen.fill(seat, leather, "glossy")
    pen.line(stroke("-62,-142.5 -46,-144 -30,-145 -18,-145.6"), lighten(leather, 0.4), 0.8, alpha=0.7)


@thing(
    "bicycle",
    "bike",
    "city bike",
    "road bike",
    "mountain bike",
    "vintage bicycle",
    "cycle",
    cm=108,
    kind="vehicle",
    faces=1,
)
def draw(pen: Pen, look: Look) -> None:
    """Wheels and far parts, the frame, the near parts."""
    paint = look.colour((204, 40, 44))
    leather = look.part("saddle", look.part("seat", (142, 84, 44)))
    tyre = look.part("tyre", look.part("wheel", TYRE))
    joint, head, top = (-42.0, -124.0), (56.0, -128.0), (53.0, -138.0)
    _carrier(pen)
    for centre in (REAR, FRONT):
        wire_wheel(pen, *centre, WHEEL, tyre)
    _mudguard(pen, REAR, paint, 182, 128)
    _mudguard(pen, FRONT, paint, 215, 112)
    taillamp(pen, box(-142, -92, 6, 9, 2), look)
    pen.anchor("back", -92, -117, 60)
    _crank(pen)
    _rod(pen, REAR, CRANK, paint, 5)
    _rod(pen, REAR, (-38, -115), paint, 4.4)
    pen.fill(tube([(-40, -122), (-46, -142)], 5), STEEL, "round", line=0.6)
    _rod(pen, CRANK, joint, paint, 7.5)
    _rod(pen, CRANK, (60, -116), paint, 8)
    _rod(pen, (-38, -114), head, paint, 7)
    _rod(pen, top, (62, -108), paint, 9)
    fork = tube([(62, -110), (68, -88), (78, -64), FRONT], [7, 6, 4.6, 4])
    pen.fill(fork, paint, "round", line=0.8)
    pen.line(stroke("63,-104 68,-86 78,-64"), lighten(paint, 0.6), 1.2, alpha=0.7)
    for spot_ in (REAR, FRONT):
        pen.fill(ellipse(*spot_, 3.4), STEEL, "round", line=0.4)
    _saddle(pen, leather)
    pen.anchor("seat", -44, -149, 44)
    pen.anchor("hook", 66, -158, 24)
    _pedals(pen)
    _handlebar(pen, leather, look)
