"""Firs and palms: trees built of storeys and fronds."""

from __future__ import annotations

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.trace import points, stroke
from pinxit.engines.illustrator.rigs.tree import frond, needles, trunk
from pinxit.engines.illustrator.shapes import box, ellipse, minus, smooth, star, union

STOREYS = ((-74, -22, 118), (-108, -52, 98), (-140, -84, 78), (-168, -116, 58), (-194, -148, 36))


def _fir(pen: Pen, look: Look, green: Rgb) -> None:
    trunk(pen, points("0,-40 0,-16 0,2"), [12, 13, 18], look.part("trunk", (100, 70, 50)), look.random("bark"))
    snowy = look.has("snowy", "snow-covered", "snow-capped", "frosted", "snow")
    for top, bottom, wide in STOREYS:
        pen.decal(ellipse(0, bottom + 4, wide * 0.36, 5), darken(green, 0.55), alpha=0.5, blur=3)
        needles(pen, 0, top, bottom, wide, green)
        if snowy:
            edge = wide * 0.26
            drift = [
                (0, top - 1),
                (edge * 0.8, top + 22),
                (edge * 1.25, bottom - 14),
                (edge * 0.7, bottom - 18),
                (edge * 0.3, bottom - 12),
                (-edge * 0.2, bottom - 18),
                (-edge * 0.7, bottom - 11),
                (-edge * 1.25, bottom - 14),
                (-edge * 0.8, top + 22),
            ]
            pen.fill(smooth(drift), (246, 250, 255), "flat", line=0.4)


@thing(
    "pine tree", "fir", "fir tree", "pine", "spruce", "conifer", "evergreen", "evergreen tree", cm=1200, kind="plant"
)
def draw_fir(pen: Pen, look: Look) -> None:
    """A fir of five storeys; snow on it when asked."""
    _fir(pen, look, look.colour((50, 108, 78)))


@thing("christmas tree", "xmas tree", cm=200, kind="plant")
def draw_christmas(pen: Pen, look: Look) -> None:
    """A fir with garlands, baubles, lights and a star."""
    _fir(pen, look, look.colour((42, 112, 72)))
    for text in ("-46,-40 -10,-26 48,-52", "-38,-72 0,-58 38,-80", "-30,-102 0,-90 30,-110", "-20,-132 2,-122 20,-138"):
        pen.line(stroke(text), (150, 110, 26), 3.4, alpha=0.8)
        pen.line(stroke(text), (248, 206, 92), 2.2)
    balls: tuple[Rgb, ...] = ((214, 44, 50), (246, 196, 70), (60, 120, 210), (226, 230, 236))
    spots = points(
        "-44,-26 -20,-20 8,-18 36,-28 -30,-52 -2,-44 28,-54 -24,-84 14,-76 -14,-112 12,-110 "
        "2,-142 -8,-160 30,-92 -36,-66"
    )
    for i, (x, y) in enumerate(spots):
        pen.fill(ellipse(x, y, 5.6), balls[i % 4], "glossy", line=0.6)
        pen.decal(ellipse(x - 1.6, y - 2, 1.4), (255, 255, 255), alpha=0.85)
    for i, (x, y) in enumerate(spots):
        if look.night:
            pen.glow(ellipse(x + 11, y + 4, 7), (255, 214, 120), alpha=0.7, blur=4)
        pen.glow(ellipse(x + 11, y + 4 - i % 3, 1.9), (255, 244, 200))
    if look.night:
        pen.glow(ellipse(0, -200, 34), (255, 220, 120), alpha=0.6, blur=14)
    pen.fill(star(0, -200, 17, 7.4), (252, 204, 62), "glossy")
    pen.anchor("top", 0, -214, 20)


@thing("palm tree", "palm", "coconut tree", "coconut palm", cm=900, kind="plant")
def draw_palm(pen: Pen, look: Look) -> None:
    """A bent ringed trunk, a crown of fronds, coconuts."""
    green = look.colour((82, 150, 72))
    bark = look.part("trunk", (158, 118, 80))
    back = ("14,-158 -8,-178 -40,-182 -62,-164", "14,-158 36,-182 66,-184 88,-166", "14,-158 14,-184 4,-206 -12,-216")
    for text in back:
        frond(pen, points(text), darken(green, 0.25), 20)
    line = points("14,-158 8,-120 -2,-80 -8,-40 -6,2")
    trunk(pen, line, [9, 10, 12, 14, 22], bark, look.random("bark"))
    for i in range(17):
        t = i / 17 * 4
        k = min(int(t), 3)
        x = line[k][0] + (line[k + 1][0] - line[k][0]) * (t - k)
        y = line[k][1] + (line[k + 1][1] - line[k][1]) * (t - k)
        half = 4.6 + i * 0.3
        pen.line(stroke(f"{x - half},{y} {x},{y + 3} {x + half},{y}"), darken(bark, 0.4), 1.3, alpha=0.8)
        pen.line(stroke(f"{x - half},{y - 2} {x},{y + 1}"), lighten(bark, 0.4), 1, alpha=0.6)
    front = (
        "14,-158 -20,-166 -52,-148 -70,-112",
        "14,-158 46,-168 78,-150 92,-114",
        "14,-158 -6,-150 -24,-128 -30,-98",
        "14,-158 32,-148 48,-126 52,-98",
        "14,-158 30,-184 44,-202 66,-208",
    )
    for text in front:
        frond(pen, points(text), green, 21)
    for x, y in points("6,-152 20,-151 13,-146"):
        pen.fill(ellipse(x, y, 7), (112, 76, 48), "glossy", line=0.7)


@thing(
    "monstera",
    "monstera plant",
    "houseplant",
    "potted plant",
    "pot plant",
    "plant",
    "house plant",
    "indoor plant",
    cm=70,
    kind="plant",
)
def draw_monstera(pen: Pen, look: Look) -> None:
    """Big split leaves out of a terracotta pot."""
    green = look.colour((52, 128, 78))
    pot = look.part("pot", (196, 108, 70))
    stems = (
        ("0,-50 -34,-96 -56,-120", -52, 1.0),
        ("0,-50 34,-94 58,-112", 56, 1.0),
        ("0,-50 -8,-110 -10,-150", -6, 1.1),
        ("0,-50 -44,-70 -66,-76", -84, 0.8),
        ("0,-50 40,-70 62,-70", 88, 0.78),
        ("0,-50 16,-80 22,-108", 20, 0.85),
    )
    planted = look.has("planted")  # stands in a vessel of its own
    with pen.at(0, 52 if planted else 0):
        for text, turn, size in stems:
            pen.line(stroke(text), darken(green, 0.15), 3.6)
            x, y = points(text)[-1]
            with pen.at(x, y, size, turn=turn):
                _split_leaf(pen, green if size < 1 else darken(green, 0.1))
    if planted:
        return
    body = smooth(points("-36,-56 -34,-40 -28,-6 -24,0 0,1 24,0 28,-6 34,-40 36,-56 0,-54"))
    pen.fill(body, pot, "round")
    pen.fill(box(-41, -64, 82, 16, 4), lighten(pot, 0.08), "round")
    pen.decal(box(-34, -48, 68, 4, 2), darken(pot, 0.5), alpha=0.35)


def _split_leaf(pen: Pen, green: Rgb) -> None:

    leaf = smooth(points("0,12 18,18 34,4 36,-18 24,-42 0,-58 -24,-42 -36,-18 -34,4 -18,18"))
    cuts = [
        smooth(points(f"{s * 46},{y + 3} {s * 14},{y + 10} {s * 12},{y + 8} {s * 46},{y - 5}"))
        for s in (-1, 1)
        for y in (-34, -17, 0)
    ]
    pen.fill(minus(leaf, union(*cuts)), green, "soft")
    pen.line(stroke("0,6 0,-54"), lighten(green, 0.4), 1.8)
    for side in (-1, 1):
        for y in (-8, -24, 8, -38):
            pen.line(stroke(f"0,{y + 6} {side * 12},{y + 1} {side * 26},{y - 3}"), lighten(green, 0.35), 1, alpha=0.7)
