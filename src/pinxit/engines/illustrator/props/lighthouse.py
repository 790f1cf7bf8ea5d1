"""A striped lighthouse with its gallery and lantern, on a rock."""

from __future__ import annotations

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.building import Area, panel_door, window
from pinxit.engines.illustrator.rigs.trace import bars, facet
from pinxit.engines.illustrator.shapes import Point, box, ellipse, polygon, taper


def _band(top: float, bottom: float) -> list[Point]:
    """A stripe of the tower between two heights (shares from its foot), bent as on a round wall."""
    points: list[Point] = []
    for share, way in ((top, 1), (bottom, -1)):
        y, half = -20 - 130 * share, 30 - 13 * share
        row = [(half * i / 4, y + 4 * (1 - (i / 4) ** 2)) for i in range(-4, 5)]
        points += row[::way]
    return points


@thing("lighthouse", "beacon", cm=2200, kind="building")
def draw(pen: Pen, look: Look) -> None:
    """Rock, tower, windows, gallery, lantern, beams at night."""
    stripe = look.colour((204, 46, 44))
    white: Rgb = look.colour((248, 244, 236), 1)
    _rock(pen)
    tower = taper(34, 60, -150, -18)
    pen.fill(tower, white, "round")
    with pen.on(tower):
        for i in range(3):
            pen.decal(polygon(_band(1 - i * 0.36, 1 - i * 0.36 - 0.18)), stripe)
        shade = Gradient(
            (-32, 0), (32, 0), ((0, (255, 255, 255)), (0.4, (120, 90, 110)), (1, (46, 30, 62))), alphas=(0.3, 0.0, 0.5)
        )
        pen.decal(box(-40, -160, 80, 150), shade)
    for y in (-118, -82, -52):
        window(pen, Area(-5, y, 10, 14), look, (90, 84, 88), arch=True)
    panel_door(pen, Area(-8, -42, 16, 24), look.part("door", (74, 66, 72)), (220, 214, 204), (0.8,))
    _gallery(pen)
    _lantern(pen, look, stripe)


def _rock(pen: Pen) -> None:
    rock: Rgb = (118, 112, 116)
    pen.fill(facet("-96,2 -88,-12 -66,-14 -52,-26 -24,-24 6,-28 34,-24 54,-27 68,-14 90,-12 98,2", 5), rock, "round")
    for text in ("-84,-4 -60,-10 -48,-2", "-30,-18 -8,-8 -20,0", "34,-18 52,-8 44,0", "66,-9 80,-4"):
        pen.line(bars(text), darken(rock, 0.4), 1.4, alpha=0.7)
    for text in ("-50,-22 -30,-21 -40,-12", "8,-24 30,-20 18,-12", "56,-22 64,-12 54,-10"):
        pen.decal(facet(text), lighten(rock, 0.28), alpha=0.6)
    for x in range(-56, 60, 5):
        pen.line(bars(f"{x},{-20 + abs(x) * 0.06} {x + (x * 7 % 5) - 2},{-28 + abs(x) * 0.06}"), (104, 148, 78), 2)


def _gallery(pen: Pen) -> None:
    iron: Rgb = (62, 58, 68)
    pen.fill(facet("-18,-150 18,-150 26,-157 -26,-157"), (208, 202, 196), "round", line=0.7)
    pen.fill(box(-28, -161, 56, 5, 1), iron, "round", line=0.7)
    rails = "|".join(f"{x},-160 {x},-172" for x in range(-26, 27, 6))
    pen.line(bars(rails), iron, 1.2)
    pen.line(bars("-27,-172 27,-172|-27,-166 27,-166"), iron, 1.6)


def _lantern(pen: Pen, look: Look, stripe: Rgb) -> None:
    glass = box(-13, -188, 26, 28)
    if look.night:
        for side in (-1, 1):
            beam = Gradient(
                (0, -175), (side * 190, -182), ((0, (255, 246, 200)), (1, (255, 236, 170))), alphas=(0.75, 0.0)
            )
            pen.glow(polygon([(0, -178), (side * 190, -206), (side * 190, -150), (0, -171)]), beam, blur=5)
    pen.fill(glass, (255, 236, 168), "flat")
    pen.glow(ellipse(0, -174, 7), (255, 252, 226), blur=2)
    if look.night:
        pen.glow(glass, (255, 246, 196))
        pen.glow(ellipse(0, -174, 40), (255, 226, 140), alpha=0.7, blur=16)
    pen.line(
        bars("-13,-188 -13,-161|-4.5,-188 -4.5,-161|4.5,-188 4.5,-161|13,-188 13,-161|-13,-174 13,-174"),
        (62, 58, 68),
        1.4,
    )
    pen.fill(facet("-17,-186 -12,-197 -4,-205 4,-205 12,-197 17,-186", 4), stripe, "round", line=0.8)
    pen.fill(ellipse(0, -207, 3.4), (62, 58, 68), "round", line=0.5)
    pen.line(bars("0,-208 0,-219"), (62, 58, 68), 1.6)
