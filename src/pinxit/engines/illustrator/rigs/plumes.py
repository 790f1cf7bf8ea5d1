"""What tells one bird from another: tails, crests and combs, and the markings of the coat."""

from __future__ import annotations

import math

import skia

from pinxit.engines.illustrator.colours import WHITE, Rgb, darken, lighten, mix
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.trace import organic, stroke
from pinxit.engines.illustrator.shapes import ellipse, tube

Head = tuple[float, float, float]
_ROOT: dict[str, tuple[float, float, float]] = {
    "song": (-40, -34, 14), "upright": (-30, -6, 50), "boat": (-62, -50, -14), "hen": (-52, -58, -40),
    "round": (-48, -36, 8), "air": (0, 0, 4),
}  # fmt: skip
RED: Rgb = (214, 44, 44)


def draw_tail(pen: Pen, shape: str, body: str, tips: Rgb, coat: Rgb) -> None:
    """The tail behind a body; it grows from the body's rear, to the left."""
    x, y, turn = _ROOT[body]
    with pen.at(
        x,
        y,
        turn=0 if shape == "train" else -12 if shape == "swept" else -turn if shape != "fan" or body == "air" else 42,
    ):
        if shape == "train":
            _train(pen, coat)
        elif shape == "swept":
            _swept(pen, coat)
        elif shape == "rooster":
            _sickles(pen, tips)
        elif shape == "fan":
            for k in range(-5, 6):
                feather = tube([(6, 0), (-38, k * 8), (-76, k * 19)], [10, 17, 22])
                pen.fill(feather, mix(tips, coat, 0.3 if k % 2 else 0.0), "soft", line=0.6)
        elif shape == "plume":
            for k in range(5):
                feather = tube([(0, -4), (-24, -16 + k * 7), (-40, 4 + k * 10)], [24, 22, 8])
                pen.fill(feather, mix(tips, coat, 0.15 * k), "soft", line=0.6)
        elif shape == "curl":
            pen.fill(organic("14 -16 -6 -12 -22 -18 -24 -10 -10 4 14 14"), tips, "soft", line=0.8)
            pen.fill(tube([(-4, -10), (-14, -20), (-12, -30), (-5, -28)], [6, 6, 5, 3]), tips, "soft", line=0.6)
        elif shape == "puff":
            pen.fill(organic("16 -14 -8 -16 -20 -22 -16 -8 -6 8 16 12"), coat, "soft", line=0)
        else:
            length = {"long": 96, "fork": 60}.get(shape, 54)
            for k, spread in enumerate((12, -6, 4)):
                feather = tube([(8, 0), (-length * 0.5, spread * 0.4), (-length, spread)], [18, 16, 8])
                pen.fill(feather, (darken(tips, 0.2), tips, lighten(tips, 0.08))[k], "soft", line=0.7)


def _sickles(pen: Pen, tips: Rgb) -> None:
    for k, (reach, rise) in enumerate(((-66, 34), (-78, 10), (-74, -18), (-56, -40), (-34, -52))):
        path = tube([(10, 0), (reach * 0.55, rise - 34), (reach, rise)], [22, 19, 4])
        pen.fill(path, mix(tips, (20, 70, 76), 0.16 * k), "soft", line=0.7)
        pen.line(stroke(f"4 -2 {reach * 0.55} {rise - 34} {reach} {rise}"), lighten(tips, 0.3), 1.4, alpha=0.5)


def _train(pen: Pen, coat: Rgb) -> None:
    green: Rgb = (38, 138, 92)
    for ring, reach in ((0, 168), (1, 132), (2, 98)):
        for k in range(13 - ring * 2):
            angle = math.radians(-16 + (k + 0.5 * (ring % 2)) * (172 / (12 - ring * 2)))
            ex, ey = 20 - math.cos(angle) * reach, -math.sin(angle) * reach
            mid = (20 + (ex - 20) * 0.5, ey * 0.5)
            pen.fill(
                tube([(20, 0), mid, (ex, ey)], [5, 17, 24]), mix(green, (96, 168, 70), 0.25 * ring), "soft", line=0.5
            )
            pen.line(stroke(f"20 0 {mid[0]} {mid[1]} {ex} {ey}"), darken(green, 0.35), 1.4, alpha=0.7)
            pen.decal(ellipse(ex, ey, 10), (222, 166, 62))
            pen.decal(ellipse(ex, ey, 7.4), (46, 170, 176))
            pen.decal(ellipse(ex, ey, 4.4), mix(coat, (26, 40, 140), 0.5))


def _swept(pen: Pen, coat: Rgb) -> None:
    """A peacock's train laid together, trailing behind over the ground."""
    green: Rgb = (38, 138, 92)
    for k in range(11):
        ex, ey = -112 - (k * 53) % 78, -14 + (k * 29) % 34
        mid = (-46, -12 + (ey - 2) * 0.5)
        tone = mix(green, (96, 168, 70), 0.08 * (k % 5))
        pen.fill(tube([(22, -4), mid, (ex, ey)], [12, 20, 20]), tone, "soft", line=0.5)
        pen.line(stroke(f"20 -4 {mid[0]} {mid[1]} {ex} {ey}"), darken(green, 0.35), 1.4, alpha=0.6)
        pen.decal(ellipse(ex, ey, 9), (222, 166, 62))
        pen.decal(ellipse(ex, ey, 6.6), (46, 170, 176))
        pen.decal(ellipse(ex, ey, 4), mix(coat, (26, 40, 140), 0.5))


def draw_ornaments(pen: Pen, marks: tuple[str, ...], head: Head, coat: Rgb, *, behind: bool) -> None:
    """Crests and combs (behind the head) and wattles (before it)."""
    with pen.at(head[0], head[1], head[2] / 25):
        if behind:
            _crests(pen, marks, coat)
        elif "wattle" in marks or "gobbler" in marks:
            pen.fill(organic("16 8 24 10 27 24 20 32 14 24"), RED, "glossy", line=0.6)
            if "gobbler" in marks:
                pen.fill(tube([(24, 0), (30, 12), (28, 28)], [7, 8, 5]), RED, "glossy", line=0.6)


def _crests(pen: Pen, marks: tuple[str, ...], coat: Rgb) -> None:
    if "comb" in marks:
        comb = organic("-14 -18 -20 -34 -10 -38 -5 -31 0 -44 9 -42 11 -31 20 -38 25 -28 18 -14", 0.6)
        pen.fill(comb, RED, "glossy", line=0.8)
    if "crest" in marks:
        pen.fill(organic("20 -16 4 -32 -18 -52 -20 -46 -14 -38 -26 -42 -22 -26 -24 -8 0 0", 0.4), coat, "soft")
    if "crown" in marks:
        for k in range(-2, 3):
            tip = (k * 9 - 6, -44 + abs(k) * 3)
            pen.line(stroke(f"-2 -20 {tip[0] * 0.6} -34 {tip[0]} {tip[1]}"), darken(coat, 0.2), 2)
            pen.fill(ellipse(*tip, 4.6), lighten(coat, 0.2), "soft", line=0.5)
    if "tuft" in marks:
        pen.fill(organic("9 -21 6 -29 10 -34 4 -30 -2 -36 -8 -35 -4 -29 -12 -28 -9 -19", 0.5), coat, "soft", line=0.7)


def _breast(body: str, tone: str) -> skia.Path:
    """The patch of a breast or a belly on each kind of body."""
    if body == "air":
        text = "70 -46 40 -38 0 -34 -50 -38 -40 0 40 0 80 -20"
    elif body == "upright":
        text = "50 -112 34 -96 24 -60 8 -24 -10 10 50 10 60 -60"
    elif body == "song":
        text = (
            "60 -86 40 -78 30 -56 16 -40 4 -14 8 -6 40 -8 66 -44"
            if tone == "bib"
            else ("66 -60 34 -44 10 -30 -24 -24 -44 -20 -20 10 40 10 66 -20")
        )
    else:
        text = "70 -60 46 -46 30 -28 -10 -16 -56 -22 -30 10 40 10 70 -20"
    return organic(text)


def draw_marks(pen: Pen, marks: tuple[str, ...], body: str, head: Head, light: Rgb) -> None:
    """The coat's markings; call it while drawing stays on the body."""
    if "belly" in marks:
        pen.decal(_breast(body, "belly"), light, blur=1.5)
    if "bib" in marks:
        if body == "song":
            pen.decal(_breast(body, "belly"), (246, 240, 228), blur=1.5)
        pen.decal(_breast(body, "bib"), light, blur=1)
    x, y, r = head
    with pen.at(x, y, r / 25):
        for mark, paint in _HEADS.items():
            if mark in marks:
                for text, colour in paint:
                    pen.decal(organic(text), colour or light)
        if {"darkhead", "whitehead", "goosehead", "bare"} & set(marks):  # a head painted over has lost its shading
            pen.decal(ellipse(12, 18, 20, 12), (30, 20, 40), alpha=0.2, blur=6)
            pen.decal(ellipse(-8, -15, 12, 6, -30), WHITE, alpha=0.22, blur=3)
        if "iridescent" in marks:
            pen.decal(ellipse(-4, 28, 30, 15, 10), (64, 150, 120), alpha=0.75, blur=4)
            pen.decal(ellipse(2, 36, 26, 10, 10), (150, 90, 160), alpha=0.6, blur=4)
        if "ring" in marks:
            pen.line(stroke("-30 20 0 30 30 22"), WHITE, 6)


_HEADS: dict[str, tuple[tuple[str, Rgb | None], ...]] = {
    "whitehead": (("-30 -30 30 -30 40 10 30 44 22 36 14 48 4 38 -6 50 -12 38 -26 42 -40 0", None),),
    "mask": (("34 -14 18 -16 6 -4 8 14 20 22 36 20", (44, 30, 34)),),
    "cap": (("-34 -2 -10 -8 10 -14 34 -10 30 -40 -30 -40", (120, 78, 52)),),
    "bandit": (("8 -5 20 -12 36 -14 36 16 26 10 16 0", (44, 36, 40)),),
    "darkhead": (("-40 -40 40 -40 40 18 20 22 0 24 -22 20 -40 18", (32, 98, 72)),),
    "goosehead": (
        ("-40 -40 40 -40 40 30 20 60 -40 80", (40, 38, 42)),
        ("-10 4 10 2 12 18 -6 24 -18 18", (248, 246, 240)),
    ),
    "macaw": (("40 -18 16 -20 4 -6 4 14 18 24 40 22", (250, 244, 234)),),
    "bareface": (("40 -24 10 -22 -6 -6 -2 18 24 26 40 20", None),),
    "redcap": (("-30 -6 0 -12 34 -12 30 -40 -30 -40", (210, 44, 50)),),
    "nakedneck": (("-50 -40 50 -40 50 40 24 150 -50 150 -60 40", (232, 184, 160)),),
    "hackle": (("-40 -6 -14 16 14 20 34 8 50 60 34 74 26 62 16 80 6 64 -8 78 -16 60 -32 70 -40 40", (240, 168, 60)),),
    "bare": (("-40 -40 40 -40 40 26 10 40 -30 34", (120, 150, 196)),),
}
