"""Fire, smoke and air in motion: flames on a roof, clouds of smoke and dust, trails, lines of speed, spider webs."""

from __future__ import annotations

import math

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.shapes import Point, curve, ellipse, polygon, smooth, union

FLAMES: tuple[Rgb, ...] = ((226, 60, 24), (250, 132, 30), (255, 214, 84))
SMOKE: Rgb = (120, 118, 126)


def flame(pen: Pen, base: Point, width: float, height: float) -> None:
    """One tongue of fire, its foot in the middle of `base`."""
    x, y = base
    for tone, share in zip(FLAMES, (1.0, 0.68, 0.36), strict=True):
        w, h = width * share, height * share
        outline = [(0, 0), (0.42, -0.08), (0.5, -0.34), (0.24, -0.62), (0.12, -1), (-0.1, -0.68), (-0.34, -0.54),
                   (-0.5, -0.28), (-0.36, -0.06)]  # fmt: skip
        pen.glow(smooth([(x + a * w, y + b * h) for a, b in outline]), tone, alpha=0.94)


@thing("burning flames", cm=120)
def draw_flames(pen: Pen, look: Look) -> None:
    """A row of flames, 100 wide, with the light that they give."""
    lot = look.random("flames")
    pen.glow(ellipse(0, -34, 58, 40), (255, 140, 40), alpha=0.4, blur=18)
    for x, width, height in ((-38, 30, 48), (36, 32, 54), (-14, 34, 74), (16, 30, 62), (-50, 18, 30), (50, 18, 34)):
        flame(pen, (x, 4), width, height * lot.uniform(0.9, 1.12))


@thing("jet of fire", cm=150)
def draw_fire_jet(pen: Pen, look: Look) -> None:
    """Fire breathed out to the right, 100 long."""
    pen.glow(ellipse(60, 0, 62, 36), (255, 140, 40), alpha=0.4, blur=16)
    for tone, share in zip(FLAMES, (1.0, 0.72, 0.42), strict=True):
        top = [(0, -3), (26, -14), (48, -26), (66, -24), (84, -34), (90, -20), (108, -16), (98, -3)]
        low = [(110, 10), (90, 12), (86, 28), (66, 20), (46, 24), (24, 12), (0, 4)]
        pen.glow(smooth([(x * (0.35 + 0.65 * share), y * share) for x, y in (*top, *low)]), tone, alpha=0.95)


@thing("rocket exhaust", cm=200)
def draw_exhaust(pen: Pen, look: Look) -> None:
    """A jet straight down, 100 long, that ends in clouds on the ground."""
    lot = look.random("exhaust")
    tone = look.colour((226, 222, 224))
    for x, y, r in ((-78, 98, 30), (76, 98, 32), (-44, 88, 30), (46, 86, 30), (-112, 106, 22), (112, 106, 24)):
        pen.fill(ellipse(x, y, r * lot.uniform(0.9, 1.1)), darken(tone, 0.12), "soft", line=0.4)
    for tint, share in zip(FLAMES, (1.0, 0.68, 0.38), strict=True):
        w = 19 * share
        pen.glow(smooth([(-w, 0), (w, 0), (w * 1.15, 44), (w * 0.5, 76), (0, 104 * share), (-w * 0.5, 76), (-w * 1.15, 44)]),
                 tint, alpha=0.95)  # fmt: skip
    for x, y, r in (
        (0, 110, 34),
        (-34, 112, 30),
        (36, 112, 30),
        (-66, 116, 24),
        (70, 116, 24),
        (-96, 120, 17),
        (98, 120, 17),
    ):
        pen.fill(ellipse(x, y, r), tone, "soft", line=0.4)


@thing("puff of smoke", "puff of dust", cm=60)
def draw_puff(pen: Pen, look: Look) -> None:
    """A cloud of dust on the ground, 100 wide."""
    tone, lot = look.colour((222, 208, 184)), look.random("puff")
    for x, y, r in ((-30, -12, 19), (30, -12, 18), (-6, -22, 24), (14, -16, 20), (-46, -6, 11), (47, -6, 10)):
        pen.fill(ellipse(x, y, r * lot.uniform(0.92, 1.08)), tone, "soft", line=0.4, alpha=0.92)


@thing("column of smoke", cm=200)
def draw_column(pen: Pen, look: Look) -> None:
    """Smoke that rises 100 high and leans with the wind."""
    tone, lot = look.colour(SMOKE), look.random("smoke")
    for i in range(9):
        up = i / 8
        at = (up * up * 34 + lot.uniform(-5, 5), -6 - up * 96)
        pen.fill(ellipse(*at, 9 + up * 17), lighten(tone, up * 0.3), "soft", line=0.3, alpha=0.88 - 0.3 * up)


@thing("coloured vapour", cm=40)
def draw_vapour(pen: Pen, look: Look) -> None:
    """Coloured vapour that curls up out of a glass."""
    tone = look.colour((134, 214, 150))
    for x, size in ((-9, 9), (8, 11), (-2, 8)):
        points = [(x * 0.3, -2), (x, -22), (x * -0.6, -42), (x * 1.6, -64)]
        pen.line(curve(*points), lighten(tone, 0.25), size, alpha=0.5, blur=2)
    for x, y, r in ((-12, -72, 15), (8, -80, 17), (20, -66, 12), (-2, -62, 12)):
        pen.fill(ellipse(x, y, r), tone, "soft", line=0.4, alpha=0.85)


@thing("vapour trail", cm=400)
def draw_trail(pen: Pen, look: Look) -> None:
    """Two white trails behind, 100 long to the left, that widen and fade."""
    tone = look.colour((255, 255, 255))
    for y in (-4.5, 5.0):
        stops = ((0.0, tone), (1.0, tone))
        paint = Gradient((0, 0), (-100, 0), stops, alphas=(1.0, 0.4))
        pen.fill(polygon([(0, y - 1.8), (-100, y - 5), (-100, y + 5), (0, y + 1.8)]), paint, "flat", line=0, blur=0.5)


@thing("speed lines", cm=100)
def draw_speed(pen: Pen, look: Look) -> None:
    """Lines of speed behind, 100 long to the left, around the height of a body of 100."""
    tone = look.colour((70, 74, 92))
    for y, start, end in ((-86, -4, -62), (-68, -12, -96), (-50, -2, -74), (-32, -10, -100), (-14, -6, -70)):
        pen.fill(polygon([(start, y - 1.1), (end, y), (start, y + 1.1)]), tone, "flat", line=0, alpha=0.8)


@thing("orb web", cm=60)
def draw_web(pen: Pen, look: Look) -> None:
    """A spider's web, 100 across, hung up at its corners."""
    tone = look.colour((236, 240, 246))
    spokes = [math.radians(18 + 36 * i) for i in range(10)]
    ends = [52 + 12 * (i % 3 == 0) for i in range(10)]
    for angle, end in zip(spokes, ends, strict=True):
        pen.line(curve((0, 0), (end * math.cos(angle), end * math.sin(angle))), tone, 0.9, alpha=0.95)
    for ring in range(1, 8):
        radius = ring * 6.4
        for one, other in zip(spokes, [*spokes[1:], spokes[0] + 2 * math.pi], strict=True):
            middle, sag = (one + other) / 2, radius * 0.86
            pen.line(
                curve(
                    (radius * math.cos(one), radius * math.sin(one)),
                    (sag * math.cos(middle), sag * math.sin(middle)),
                    (radius * math.cos(other), radius * math.sin(other)),
                ),
                tone, 0.7, alpha=0.9,
            )  # fmt: skip
    for i in range(9):
        at = (math.cos(i * 2.4) * (12 + 4 * i), math.sin(i * 2.4) * (12 + 4 * i))
        pen.glow(ellipse(*at, 1.1), (255, 255, 255), alpha=0.9)


@thing("scattered grain", cm=40)
def draw_grain(pen: Pen, look: Look) -> None:
    """Grain that is thrown to the right and falls, 100 far."""
    tone, lot = look.colour((236, 190, 84)), look.random("grain")
    for _ in range(44):
        t = lot.uniform(0.05, 1.0)
        at = (100 * t + lot.uniform(-6, 6), 70 * t * t - 18 * t + lot.uniform(-8, 8) * (0.4 + t))
        pen.fill(ellipse(*at, 3.0, 1.9, lot.uniform(-60, 60)), darken(tone, lot.uniform(0, 0.2)), "flat", line=0.3)


@thing("flying chips", cm=40)
def draw_chips(pen: Pen, look: Look) -> None:
    """Splinters that fly up from a blow."""
    tone, lot = look.colour((222, 176, 112)), look.random("chips")
    for i in range(11):
        angle = math.radians(-170 + 16 * i + lot.uniform(-6, 6))
        far = lot.uniform(26, 52)
        x, y = far * math.cos(angle), far * math.sin(angle)
        pen.fill(
            polygon([(x - 5, y - 1), (x + 1, y - 3.4), (x + 5, y + 1.4), (x - 2, y + 2.6)]), tone, "flat", line=0.5
        )


@thing("punching bag", "boxing bag", cm=130)
def draw_bag(pen: Pen, look: Look) -> None:
    """A heavy bag on its chains."""
    skin = look.colour((178, 44, 46))
    for x in (-15, 15):
        pen.line(curve((x, -128), (0, -168)), (150, 154, 164), 2.6)
    pen.line(curve((0, -168), (0, -200)), (150, 154, 164), 3.2)
    body = smooth([(-24, -128), (0, -132), (24, -128), (26, -66), (24, -6), (0, 0), (-24, -6), (-26, -66)], tension=0.3)
    pen.fill(body, skin, "glossy")
    with pen.on(body):
        for y in (-112, -22):
            pen.decal(union(ellipse(0, y, 27, 6)), darken(skin, 0.45), alpha=0.8)
        pen.line(curve((-9, -106), (-9, -30)), darken(skin, 0.35), 1.2)
