"""Held in the hand: umbrella, balloon, balloons, kite, bouquet."""

from __future__ import annotations

import math

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.trace import bars, facet, organic, points, stroke
from pinxit.engines.illustrator.shapes import ellipse, polygon, smooth, tube


@thing("umbrella", "parasol", "brolly", "open umbrella", cm=90, kind="object", attach="hand", fit=15)
def draw(pen: Pen, look: Look) -> None:
    """Open: eight gores over a shaft; the hooked handle is below the grip at the origin."""
    cloth = look.colour((206, 46, 56))
    second = look.colour(lighten(cloth, 0.02), 1)
    inner = organic("-84,-88 -56,-96 -28,-90 0,-96 28,-90 56,-96 84,-88 50,-108 0,-114 -50,-108")
    pen.fill(inner, darken(cloth, 0.5), "flat")
    for x in (-70, -38, 38, 70):
        pen.line(bars(f"0,-66 {x},-95"), (150, 154, 160), 1.3)
    pen.fill(tube([(0, -150), (0, -6)], 3.4), (196, 200, 206), "metal", line=0.7)
    pen.fill(tube(points("0,-8 0,12 0,24 5,32 13,30 14,22"), 6), look.part("handle", (124, 76, 44)), "glossy")
    edges = (-86, -58, -24, 24, 58, 86)
    for i in (0, 4, 1, 3, 2):
        a, b = edges[i], edges[i + 1]
        mid = (a + b) / 2
        gore = [
            (0.0, -152.0),
            *_rib(a),
            (a, -88.0 - 5 * (1 - abs(a) / 86)),
            (mid, -97.0),
            (b, -88.0 - 5 * (1 - abs(b) / 86)),
            *reversed(_rib(b)),
        ]
        pen.fill(smooth(gore, tension=0.4), second if i % 2 else cloth, "soft", line=0.9)
    for x in edges[1:-1]:
        pen.line(
            stroke(" ".join(f"{px},{py}" for px, py in [(0, -152), *_rib(x), (x, -90)])),
            darken(cloth, 0.35),
            1,
            alpha=0.7,
        )
    pen.decal(organic("-52,-122 -34,-140 -18,-146 -24,-128 -36,-112 -50,-106"), (255, 255, 255), alpha=0.24, blur=3)
    pen.fill(tube([(0, -150), (0, -166)], [4, 2.4]), (196, 200, 206), "metal", line=0.6)


def _rib(x: float) -> list[tuple[float, float]]:
    return [(x * 0.52, -145.0), (x * 0.86, -122.0)]


def _string(pen: Pen, x: float, y: float) -> None:
    pen.line(stroke(f"0,0 {x * 0.1 - 3},{y * 0.3} {x * 0.6 + 4},{y * 0.66} {x},{y}"), (122, 112, 116), 1.1)


def one_balloon(pen: Pen, x: float, y: float, size: float, tone: Rgb) -> None:
    """A balloon whose knot is at (x, y), with its highlight."""
    with pen.at(x, y, size):
        pen.fill(facet("-6,6 0,-4 6,6 0,4", 1), darken(tone, 0.15), "round", line=0.7)
        skin = organic("0,-2 14,-14 30,-38 34,-62 24,-84 0,-93 -24,-84 -34,-62 -30,-38 -14,-14")
        pen.fill(skin, tone, "glossy")
        with pen.on(skin):
            pen.decal(ellipse(12, -26, 26, 18, -40), lighten(tone, 0.5), alpha=0.35, blur=7)
            pen.decal(ellipse(-14, -68, 6, 14, 24), (255, 255, 255), alpha=0.75, blur=1)
            pen.decal(ellipse(-20, -48, 2.6, 5, 12), (255, 255, 255), alpha=0.6)


@thing("balloon", "party balloon", "air balloon", "helium balloon", cm=95, kind="object", attach="hand", fit=12)
def draw_balloon(pen: Pen, look: Look) -> None:
    """One balloon on a string from the grip."""
    _string(pen, 8, -86)
    one_balloon(pen, 8, -90, 0.95, look.colour((220, 46, 54)))


@thing(
    "balloons",
    "bunch of balloons",
    "balloon bunch",
    "bouquet of balloons",
    cm=130,
    kind="object",
    attach="hand",
    fit=12,
)
def draw_balloons(pen: Pen, look: Look) -> None:
    """Seven balloons on one hand's strings."""
    tones = look.colours or (
        (220, 46, 54),
        (250, 190, 56),
        (66, 150, 220),
        (96, 186, 92),
        (170, 94, 190),
        (246, 130, 60),
    )
    spots = points("-20,-122 34,-126 6,-140 -46,-96 52,-98 -10,-92 24,-86")
    for x, y in spots:
        _string(pen, x, y)
    for i, (x, y) in enumerate(spots):
        one_balloon(pen, x, y, 0.6, tones[i % len(tones)])


@thing("kite", "paper kite", cm=160, kind="object", flies=True)
def draw_kite(pen: Pen, look: Look) -> None:
    """A diamond of four colours with a tail of bows."""
    first = look.colour((226, 60, 60))
    second = look.colour((250, 196, 60), 1)
    pen.line(stroke("0,-70 10,-48 -8,-30 8,-12 -4,0"), (96, 84, 90), 1.3)
    for x, y in points("8,-50 -6,-31 6,-14"):
        pen.fill(facet(f"{x},{y} {x - 9},{y - 5} {x - 9},{y + 5}", 1), second, "flat", line=0.5)
        pen.fill(facet(f"{x},{y} {x + 9},{y - 5} {x + 9},{y + 5}", 1), first, "flat", line=0.5)
    with pen.at(0, -130, turn=12):
        quarters = (
            ("0,-64 0,-8 -46,-8", first),
            ("0,-64 46,-8 0,-8", second),
            ("-46,-8 0,-8 0,62", second),
            ("46,-8 0,62 0,-8", first),
        )
        for text, tone in quarters:
            pen.fill(facet(text), tone, "round", line=0.8)
        pen.line(bars("0,-64 0,62|-46,-8 46,-8"), (124, 84, 50), 2)
        pen.decal(facet("0,-60 -40,-10 -22,-10"), (255, 255, 255), alpha=0.25)


def flower_head(pen: Pen, x: float, y: float, size: float, tone: Rgb, kind: int) -> None:
    """A small blossom for bouquets: rose, daisy or tulip."""
    with pen.at(x, y, size):
        if kind == 0:
            pen.fill(ellipse(0, 0, 12), tone, "soft", line=0.8)
            for r, turn in ((9, 20), (6.4, 150), (4, 280)):
                pen.line(
                    stroke(
                        " ".join(
                            f"{r * math.cos(math.radians(turn + a))},{r * math.sin(math.radians(turn + a))}"
                            for a in (0, 50, 100, 150, 200)
                        )
                    ),
                    darken(tone, 0.35),
                    1.4,
                    alpha=0.8,
                )
        elif kind == 1:
            for i in range(10):
                pen.fill(
                    ellipse(8 * math.cos(i * 0.628), 8 * math.sin(i * 0.628), 5.6, 2.8, i * 36), tone, "soft", line=0.5
                )
            pen.fill(ellipse(0, 0, 4), (246, 190, 60), "round", line=0.4)
        else:
            for tail in ("-9,-12 -10,2 0,10 4,-2", "9,-12 10,2 0,10 -4,-2", "0,-14 6,-2 0,10 -6,-2"):
                pen.fill(smooth(points(tail)), tone, "soft", line=0.6)


@thing(
    "bouquet",
    "bouquet of flowers",
    "bunch of flowers",
    "flowers",
    "flower bouquet",
    cm=45,
    kind="plant",
    attach="hand",
    fit=22,
)
def draw_bouquet(pen: Pen, look: Look) -> None:
    """Mixed blossoms over leaves, the stems tied with a ribbon at the grip."""
    tones = look.colours or ((226, 70, 96), (250, 232, 238), (248, 190, 82), (190, 120, 200), (244, 142, 150))
    for x in (-14.0, -7, 0, 7, 14):
        pen.line(bars(f"{x * 0.2},-10 {-x},34"), (84, 132, 66), 3.4)
    for angle in range(-70, 71, 20):
        tip = (64 * math.sin(math.radians(angle)), -44 - 62 * math.cos(math.radians(angle)))
        pen.fill(
            polygon([(-4, -20), (tip[0] - 8, tip[1] + 16), tip, (tip[0] + 8, tip[1] + 16), (4, -20)]),
            (88, 146, 76),
            "soft",
            line=0.6,
        )
    wrap = facet("-52,-62 -30,-50 0,-44 30,-50 52,-62 12,0 18,22 0,16 -18,22 -12,0", 3)
    spots = points("-44,-70 44,-70 -26,-96 26,-96 0,-106 -54,-52 54,-52 -18,-72 18,-74 0,-54 -34,-48 34,-48 0,-84")
    for i, (x, y) in enumerate(spots):
        flower_head(pen, x, y, 1.35, tones[i % len(tones)], i % 3)
    pen.fill(wrap, look.part("paper", (240, 226, 204)), "soft")
    pen.line(bars("-30,-48 -8,-4|30,-48 8,-4|0,-42 0,-6"), (196, 172, 142), 1.4, alpha=0.7)
    for side in (-1, 1):
        pen.fill(organic(f"0,-2 {side * 14},-12 {side * 20},-2 {side * 12},6"), (206, 70, 96), "soft", line=0.6)
    pen.fill(ellipse(0, -2, 5), (186, 56, 82), "round", line=0.5)
