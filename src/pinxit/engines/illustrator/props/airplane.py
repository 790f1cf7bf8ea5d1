"""What flies with a crew: airplane, helicopter, hot air balloon."""

from __future__ import annotations

import math

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.trace import bars, facet, organic, stroke
from pinxit.engines.illustrator.rigs.vehicle import pane
from pinxit.engines.illustrator.shapes import Point, box, ellipse, smooth, tube


@thing(
    "airplane",
    "plane",
    "aeroplane",
    "aircraft",
    "jet",
    "airliner",
    "passenger plane",
    "jet plane",
    cm=1200,
    kind="vehicle",
    flies=True,
    faces=1,
)
def draw(pen: Pen, look: Look) -> None:
    """An airliner that climbs to the right."""
    paint = look.colour((244, 246, 249))
    accent = look.colour((214, 52, 54), 1) if look.colours[1:] else look.part("tail", (36, 104, 190))
    with pen.at(0, -60, turn=-7):
        pen.fill(facet("20,-10 -30,-66 -52,-66 -22,-10", 3), darken(paint, 0.25), "round")
        pen.fill(facet("-128,-14 -152,-36 -166,-36 -150,-12", 3), darken(paint, 0.25), "round")
        body = organic(
            "-168,-12 -150,-16 -100,-20 0,-26 90,-26 130,-20 152,-4 150,6 128,16 80,20 0,20 -70,12 -130,0 -160,-6"
        )
        pen.fill(facet("-160,-10 -182,-76 -154,-78 -108,-20", 5), accent, "round")
        pen.fill(body, paint, "round")
        with pen.on(body):
            pen.decal(organic("-180,-2 -100,4 0,10 90,10 160,4 150,30 -100,30"), (164, 176, 192), alpha=0.55)
            pen.line(stroke("-170,-6 -80,2 20,7 100,7 156,2"), accent, 4)
        for i in range(15):
            x = -84 + i * 12.6
            if look.night:
                pen.glow(box(x, -14 - i * 0.2, 5.4, 7.6, 2.4), (255, 222, 140))
            else:
                pen.decal(box(x, -14 - i * 0.2, 5.4, 7.6, 2.4), (52, 84, 120))
        pane(pen, facet("122,-18 136,-14 144,-6 124,-8", 2), look, streaks=False)
        for x in (-96, 104):
            pen.line(box(x, -15, 9, 18, 3), (150, 158, 170), 1.3)
        pen.fill(tube([(10, 26), (46, 24)], [15, 17]), lighten(accent, 0.05), "round")
        pen.fill(ellipse(49, 24, 4, 8), (48, 52, 60), "flat", line=0.5)
        wing = facet("40,6 -14,8 -104,66 -84,68 -60,62 54,14", 4)
        pen.fill(wing, lighten(paint, 0.2), "round")
        pen.line(bars("30,12 -78,62"), darken(paint, 0.3), 1.3, alpha=0.8)
        pen.fill(facet("-126,-4 -146,-4 -176,16 -164,18", 3), lighten(paint, 0.2), "round")
        pen.anchor("text", 20, -18, 120)
        pen.anchor("inside", 132, -12, 16)
        pen.anchor("seat", 20, -26, 40)


@thing("helicopter", "chopper helicopter", "rescue helicopter", cm=400, kind="vehicle", flies=True, faces=1)
def draw_helicopter(pen: Pen, look: Look) -> None:
    """A round cabin, a tail boom, rotor in motion, skids."""
    paint = look.colour((216, 60, 48))
    white = look.colour((246, 244, 238), 1)
    pen.line(bars("-30,-22 -38,-4|46,-22 52,-4"), (76, 78, 86), 4)
    pen.line(stroke("-62,-3 0,-2 70,-2 84,-10"), (76, 78, 86), 5)
    pen.fill(facet("-30,-84 -150,-92 -156,-78 -30,-46", 5), paint, "round")
    pen.fill(facet("-146,-88 -172,-124 -154,-124 -126,-90", 4), paint, "round")
    pen.fill(ellipse(-158, -104, 22), (200, 206, 214), "flat", line=0, alpha=0.4)
    pen.line(bars("-172,-120 -144,-88"), (66, 68, 76), 3)
    body = organic("-62,-62 -50,-92 -10,-110 36,-108 78,-84 92,-54 80,-28 40,-16 -10,-16 -44,-30")
    pen.fill(body, paint, "glossy")
    with pen.on(body):
        pen.decal(organic("-80,-40 0,-46 60,-36 110,-46 100,0 -60,0"), white)
    pane(pen, organic("36,-102 60,-90 82,-62 82,-52 60,-48 34,-52 32,-80"), look)
    pane(pen, box(-10, -94, 34, 38, 8), look)
    pen.line(box(-14, -100, 42, 78, 10), darken(paint, 0.5), 1.5)
    pen.anchor("inside", 54, -62, 30)
    pen.anchor("text", -36, -62, 40)
    pen.fill(facet("-26,-106 -16,-122 30,-122 38,-106", 5), darken(paint, 0.25), "round")
    pen.fill(box(2, -138, 8, 18, 2), (96, 100, 108), "metal", line=0.7)
    pen.fill(ellipse(6, -140, 150, 6), (190, 198, 208), "flat", line=0, alpha=0.45)
    pen.line(bars("-142,-140 154,-140"), (66, 68, 76), 4)
    pen.fill(ellipse(6, -141, 10, 5), (66, 68, 76), "round", line=0.7)


_RAINBOW: tuple[Rgb, ...] = ((222, 60, 56), (246, 148, 54), (252, 212, 84), (94, 176, 110), (58, 138, 200))


def _gores(radius: float, top: float, waist: float, low: float, count: int) -> list[list[Point]]:
    """The gores of a round envelope, as seen from the side."""
    result = []
    for i in range(count):
        rim: list[Point] = []
        for k, way in ((i, 1), (i + 1, -1)):
            side = -math.cos(math.pi * k / count)
            edge = [
                (side * radius * w, top + (low - top) * t)
                for t, w in (
                    (0, 0.04),
                    (0.06, 0.42),
                    (0.22, 0.82),
                    (0.42, 1.0),
                    (0.62, 0.93),
                    (0.8, 0.66),
                    (0.93, 0.36),
                    (1, waist),
                )
            ]
            rim += edge[::way]
        result.append(rim)
    return result


@thing("hot air balloon", "hot-air balloon", "hotair balloon", cm=2200, kind="vehicle", flies=True)
def draw_hot_air(pen: Pen, look: Look) -> None:  # limit: one drawing, layer upon layer
    """An envelope of coloured gores, a skirt, ropes, the flame, a wicker basket."""
    tones = look.colours if len(look.colours) > 1 else (look.colours[0], (250, 240, 222)) if look.colours else _RAINBOW
    gores = _gores(84, -240, 0.24, -62, 9)
    whole = smooth([*[(x, y) for x, y in gores[0][:8]], *[(-x, y) for x, y in reversed(gores[0][:8])]], tension=0.5)
    pen.fill(whole, tones[0], "soft")
    with pen.on(whole):
        for i, rim in enumerate(gores):
            tone = tones[i % len(tones)]
            pen.decal(smooth(rim, tension=0.4), tone)
            pen.line(smooth(rim[:8], closed=False), darken(tone, 0.35), 1.2, alpha=0.6)
        pen.decal(box(-90, -176, 180, 13), tones[-1], alpha=0.9)
        pen.decal(box(-90, -177, 180, 2), (255, 250, 236))
        pen.decal(box(-90, -164, 180, 2), (255, 250, 236))
        light = Gradient(
            (-36, -196),
            (60, -120),
            ((0, (255, 255, 255)), (0.4, (255, 255, 255)), (1, (50, 20, 60))),
            radial=True,
            alphas=(0.45, 0.0, 0.4),
        )
        pen.decal(box(-90, -244, 180, 190), light)
    pen.line(bars("-18,-62 -17,-32|18,-62 17,-32|-8,-62 -9,-32|8,-62 9,-32"), (96, 76, 60), 1.2)
    pen.fill(facet("-21,-64 21,-64 17,-54 -17,-54", 2), darken(tones[0], 0.2), "round", line=0.7)
    if look.night:
        pen.glow(ellipse(0, -130, 90), (255, 190, 90), alpha=0.45, blur=30)
    pen.glow(organic("0,-64 5,-52 3,-45 -3,-45 -5,-52"), (255, 190, 70))
    pen.glow(ellipse(0, -48, 2.4, 4), (255, 248, 214))
    pen.anchor("inside", 0, -31, 30)
    wicker: Rgb = (176, 122, 70)
    basket = facet("-19,-32 19,-32 16,-1 -16,-1", 3)
    pen.fill(basket, wicker, "round")
    with pen.on(basket):
        for y in range(-28, 0, 4):
            for i, x in enumerate(range(-20, 20, 5)):
                pen.line(
                    bars(f"{x},{y + i % 2 * 2} {x + 4},{y + i % 2 * 2}"),
                    darken(wicker, 0.3) if i % 2 else lighten(wicker, 0.25),
                    1.3,
                    alpha=0.8,
                )
    pen.fill(box(-21, -35, 42, 6, 3), darken(wicker, 0.25), "round", line=0.7)
