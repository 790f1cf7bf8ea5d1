"""Butterfly, moth and dragonfly, seen with their wings spread."""

from __future__ import annotations

from itertools import pairwise

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.creature import INK, anchors, draw_eye, draw_smile
from pinxit.engines.illustrator.rigs.trace import halved, organic, points, stroke
from pinxit.engines.illustrator.shapes import ellipse, scaled, tube

FORE = "3 -82 22 -116 58 -140 88 -138 92 -116 80 -86 56 -68 24 -66"
HIND = "3 -68 34 -66 62 -58 68 -36 54 -14 38 -10 22 -24 10 -48"


@thing("butterfly", "monarch butterfly", "moth", "butterflies", cm=10, kind="animal", flies=True)
def draw(pen: Pen, look: Look) -> None:
    plain = (176, 150, 116) if look.noun == "moth" else (246, 138, 38)
    coat = look.colour(plain)
    second = look.colour(lighten(mix(coat, (255, 214, 110), 0.4), 0.25), 1)
    edge = darken(mix(coat, INK, 0.75), 0.2)
    if look.has("side", "resting") or look.pose in {"perch", "rest", "sit", "land"} or _sideways(look):
        _draw_side(pen, look, (coat, second, edge))
        return
    lean = look.random("lean").choice((-24, -12, 14, 26)) if look.copies > 1 else 0
    with pen.at(0, -72, turn=lean), pen.at(0, 72):
        _draw_spread(pen, look, (coat, second, edge))


def _draw_spread(pen: Pen, look: Look, tones: tuple[Rgb, Rgb, Rgb]) -> None:
    """From above, both wings open."""
    coat, second, edge = tones
    for flip in (False, True):
        with pen.at(0, 0, flip=flip):
            _wing(pen, HIND, (coat, second, edge), ((10, -52), ((40, -12), (56, -22), (66, -42), (62, -58))))
            _wing(
                pen, FORE, (coat, second, edge), ((6, -78), ((60, -138), (86, -136), (90, -112), (78, -84), (54, -68)))
            )
    pen.anchor("back", 0, -80, 40)
    for side in (-1, 1):
        pen.line(stroke(f"{side * 3} -106 {side * 12} -126 {side * 22} -134"), edge, 2)
        pen.fill(ellipse(side * 22, -134, 3), edge, "round", line=0)
    pen.fill(halved("0 -88 6 -78 7 -58 5 -34 0 -22"), edge, "soft", line=0.7)
    for y in (-70, -60, -50, -41):
        pen.line(stroke(f"-6 {y} 0 {y + 2} 6 {y}"), lighten(edge, 0.3), 1.5)
    pen.fill(ellipse(0, -96, 11 if look.cute else 8), edge, "soft", line=0.7)
    if look.cute:
        for side in (-1, 1):
            pen.decal(ellipse(side * 4.4, -97, 3.8), (255, 255, 255))
            draw_eye(pen, look, side * 4.4, -97, 3.2)
        draw_smile(pen, 0, -91, 6, ink=(255, 240, 230))
    anchors(pen, eyes=(0, -97, 18), face=(0, -96, 20), mouth=(0, -90, 8), head=(0, -102, 20), neck=(0, -86, 14),
            body=(0, -58, 16), seat=(0, -74, 20), hand=(8, -40, 10), hand2=(-8, -40, 10))  # fmt: skip


def _sideways(look: Look) -> bool:
    """Of several butterflies some are seen from the side, as their own chance has it."""
    return look.copies > 1 and look.random("view").random() < 0.55


def _draw_side(pen: Pen, look: Look, tones: tuple[Rgb, Rgb, Rgb]) -> None:
    """From the side, wings raised over the back: the far pair darker behind the near one."""
    coat, second, edge = tones
    lean = look.random("lean").choice((-10, 0, 12))
    far = (darken(coat, 0.18), darken(second, 0.18), darken(edge, 0.1))
    veins = ((10, -52), ((40, -12), (56, -22), (66, -42), (62, -58)))
    fore = ((6, -78), ((60, -138), (86, -136), (90, -112), (78, -84), (54, -68)))
    for turn, pair in ((58 + lean, far), (92 + lean * 0.4, tones)):
        if pair is tones:
            pen.anchor("back", -4, -50, 40)
        with pen.at(2, -34, 0.98, turn=turn, flip=True), pen.at(0, 68):
            _wing(pen, HIND, pair, veins)
            _wing(pen, FORE, pair, fore)
    for x, foot in ((-2, -10), (8, 6), (18, 22)):
        pen.line(stroke(f"{x} -26 {x + 2} -14 {foot} -2"), edge, 2)
    body = pen.fill(tube([(26, -38), (6, -32), (-22, -20), (-44, -8)], [13, 15, 11, 4]), edge, "soft", line=0.7)
    with pen.on(body):
        for x in (-30, -20, -10, 0):
            pen.line(stroke(f"{x} -40 {x + 5} -24 {x + 2} -4"), lighten(edge, 0.3), 1.5)
    for tip in ((58, -84), (72, -72)):
        pen.line(stroke(f"38 -50 {tip[0] - 10} {tip[1] + 10} {tip[0]} {tip[1]}"), edge, 2)
        pen.fill(ellipse(*tip, 3), edge, "round", line=0)
    pen.fill(ellipse(36, -43, 12 if look.cute else 10), edge, "soft", line=0.7)
    pen.decal(ellipse(40, -45, 4.6), (255, 255, 255))
    draw_eye(pen, look, 40.6, -45, 3.6)
    pen.line(stroke("46 -40 54 -34 54 -27 49 -27"), edge, 1.8)
    anchors(pen, eyes=(40, -45, 16), face=(38, -43, 20), mouth=(48, -38, 8), head=(36, -51, 20), neck=(27, -38, 14),
            body=(0, -30, 16), seat=(0, -38, 20), hand=(22, -6, 10), hand2=(-10, -6, 10))  # fmt: skip


def _wing(
    pen: Pen, text: str, tones: tuple[Rgb, Rgb, Rgb], veins: tuple[tuple[float, float], tuple[tuple[float, float], ...]]
) -> None:
    coat, second, edge = tones
    (rx, ry), ends = veins
    path = pen.fill(organic(text), edge, "soft")
    inner = scaled(path, 0.86, 0.86, rx, ry)
    with pen.on(path):
        pen.decal(inner, coat)
        with pen.on(inner):
            mid = points(text)
            cx, cy = sum(x for x, _ in mid) / len(mid), sum(y for _, y in mid) / len(mid)
            pen.decal(ellipse(cx * 0.7, cy, 26, 22), second, alpha=0.85, blur=7)
            for x, y in ends:
                pen.line(stroke(f"{rx} {ry} {(rx + x) / 2 + 1} {(ry + y) / 2 + 3} {x} {y}"), edge, 2)
        for (x0, y0), (x1, y1) in pairwise(ends):
            for k in (0.0, 0.5):
                x, y = x0 + (x1 - x0) * k, y0 + (y1 - y0) * k
                x, y = rx + (x - rx) * 0.97, ry + (y - ry) * 0.97
                pen.decal(ellipse(x, y, 2.2), (255, 246, 226))


@thing("dragonfly", "damselfly", "mayfly", cm=10, kind="animal", flies=True)
def draw_dragonfly(pen: Pen, look: Look) -> None:
    coat = look.colour((38, 150, 170))
    glass = look.part("wing", (196, 230, 238))
    for flip in (False, True):
        with pen.at(0, 0, flip=flip):
            for text, vein in (("4 -98 40 -96 84 -76 94 -64 84 -60 40 -78 6 -90", "4 -96 44 -88 88 -68"),
                               ("4 -106 40 -126 86 -136 98 -126 88 -116 44 -102 6 -98",
                                "4 -104 46 -116 92 -126")):  # fmt: skip
                wing = pen.fill(organic(text), glass, "soft", line=0.7, alpha=0.82)
                with pen.on(wing):
                    pen.line(stroke(vein), darken(glass, 0.4), 1.6)
                    for x in range(16, 92, 10):
                        pen.line(stroke(f"{x} -140 {x + 5} -50"), darken(glass, 0.3), 0.8, alpha=0.6)
    pen.anchor("back", 0, -100, 30)
    for k in range(8):
        y = -8 - k * 9.4
        pen.fill(ellipse(0, y, 4.4 + 0.25 * k, 6), coat if k % 2 else darken(coat, 0.3), "glossy", line=0.6)
    pen.fill(halved("0 -122 10 -112 12 -98 8 -84 0 -80"), coat, "glossy", line=0.8)
    for side in (-1, 1):
        pen.fill(ellipse(side * 9, -126, 9.6), darken(coat, 0.45), "glossy", line=0.7)
        if look.cute:
            draw_eye(pen, look, side * 9, -126, 7)
    anchors(pen, eyes=(0, -126, 36), face=(0, -124, 34), mouth=(0, -118, 10), head=(0, -132, 34), neck=(0, -116, 18),
            body=(0, -98, 24), seat=(0, -98, 20), hand=(10, -86, 10), hand2=(-10, -86, 10))  # fmt: skip
