"""Hair behind the head and neck: falls, tails, braids and buns."""

from __future__ import annotations

import math

import skia

from pinxit.engines.illustrator.colours import Rgb, darken
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.face import Skull, joined, stroke
from pinxit.engines.illustrator.rigs.hair_texture import knot, plait, tones, tress
from pinxit.engines.illustrator.rigs.person_traits import Person
from pinxit.engines.illustrator.shapes import Point, ellipse, smooth, union


def draw_behind(pen: Pen, person: Person, skull: Skull, back: str, reach: tuple[float, float]) -> None:
    """What of a cut is behind the head; `reach` is how far it stands off the side and how low it falls."""
    colour = darken(person.hair, 0.14)
    if back in {"long", "wavy", "bob", "ringlets"}:
        _fall(pen, skull, back, reach, colour)
    elif back in {"bun", "topknot"}:
        x, y = skull.solid(-skull.yaw * 0.2, -59, -14)
        knot(pen, (x, y), 15 if back == "bun" else 9.0, person.hair)
    elif back == "low bun":
        x, y = skull.solid(0, 22, -36)
        knot(pen, (x + (16 if skull.yaw <= 0 else -16), y), 15, person.hair)
    elif back == "ponytail":
        x, y = skull.solid(0, -34, -34)
        side = -1 if skull.yaw > 0 else 1
        spots = [(x + side * 20, y - 14), (x + side * 42, y - 6), (x + side * 50, y + 30), (x + side * 44, y + 62),
                 (x + side * 34, y + 92)]  # fmt: skip
        tress(pen, spots, [12, 20, 24, 18, 0.6], colour, lines=8)
        pen.fill(ellipse(x + side * 24, y - 12, 5, 8, side * 30), (188, 62, 76), "soft", line=0.5)
    elif back in {"pigtails", "braids"}:
        _tails(pen, person, skull, back)
    elif back == "dreadlocks":
        for k in range(13):
            u = -44 + 88 * k / 12
            start, low = skull.solid(u * 0.8, -26 + abs(u) * 0.35, -10), 46 + 10 * math.cos(k * 2.1) + 20 * (k % 2)
            end = skull.solid(u * 1.08, low, -8)
            rope(pen, [start, ((start[0] + end[0]) / 2 + u * 0.1, (start[1] + end[1]) / 2), end], 6.8, colour)


def rope(pen: Pen, points: list[Point], width: float, colour: Rgb) -> None:
    """One dreadlock."""
    shape = tress(pen, points, [width, width, width * 0.6], colour, lines=2)
    _, dark = tones(colour)
    (x0, y0), (x1, y1) = points[0], points[-1]
    rings = []
    for k in range(8):
        t = (k + 0.5) / 8
        x, y = x0 + (x1 - x0) * t, y0 + (y1 - y0) * t
        rings.append(stroke([(x - width, y - 1), (x, y + 1.2), (x + width, y)], 0.8, 0.6, 0.6))
    with pen.on(shape):
        pen.decal(joined(rings), dark, alpha=0.55)


def _tails(pen: Pen, person: Person, skull: Skull, back: str) -> None:
    for side in (-1, 1):
        x, y = skull.solid(side * 36, 12 if back == "braids" else -8, -10)
        if back == "braids":
            plait(pen, [(x, y), (x + side * 13, y + 40), (x + side * 2, y + 78)], [15, 9], person.hair)
            continue
        spots = [(x, y), (x + side * 15, y + 6), (x + side * 19, y + 30), (x + side * 10, y + 56)]
        tress(pen, spots, [9, 19, 19, 0.6], person.hair, lines=6)
        pen.fill(ellipse(x + side * 2, y + 1, 4, 6.4, side * -30), (228, 116, 132), "soft", line=0.5)


def _fall(pen: Pen, skull: Skull, back: str, reach: tuple[float, float], colour: Rgb) -> None:
    """The mass of long hair, its ends uneven."""
    stand, fall = reach
    low = 36 + fall
    wide = 43 + stand * (1.2 if back != "bob" else 0.6)
    wave = {"wavy": 4.5, "ringlets": 2.0}.get(back, 1.0)
    side: list[Point] = [(30.0, -40.0), (wide - 4, -18.0), (wide, 8.0)]
    for k in range(1, 5):
        side.append((wide - 1 + wave * (1 if k % 2 else -1) + k * 0.4, 8 + (low - 8) * k / 4))
    right = [skull.solid(u, v, -10) for u, v in side]
    left = [skull.solid(-u, v, -10) for u, v in reversed(side)]
    x, y = skull.solid(0, low, -10)
    top = skull.solid(0, -58, -6)
    ends = []
    teeth = 7 if back != "bob" else 5
    for k in range(teeth):
        u = wide * (0.82 - 1.64 * (k + 0.5) / teeth)
        ends += [(x + u + 3, y - 1 - 2.5 * (k % 2)), (x + u - 3, y + 7 + 2 * (k % 3))]
    mass = smooth([top, *right, *ends, *left], tension=0.42)
    if back == "ringlets":
        for k in range(18):
            t = k / 17
            for sign in (-1, 1):
                v = -26 + (low + 20) * t
                out = (wide - 2) * (0.9 if k == 0 else 0.97 if k == 1 else 1.0) + 2 * math.sin(k * 2.0)
                mass = union(mass, ellipse(*skull.solid(sign * out, v, -10), 6.4 if k < 2 else 7.2))
    pen.fill(mass, colour, "soft")
    light, dark = tones(colour)
    with pen.on(mass):
        pen.decal(ellipse(x, 40, wide * 0.72, 34), dark, alpha=0.6, blur=7)  # the shade behind neck and jaw
        strands: dict[bool, list[skia.Path]] = {True: [], False: []}
        for k in range(26):
            sx = -wide + 2 * wide * (k + 0.5) / 26
            points = [(top[0] + sx * 0.5, top[1] + 20), (x + sx * 0.96, 10),
                      (x + sx + wave * math.sin(k * 1.7), low * 0.6), (x + sx * 0.98, low + 8)]  # fmt: skip
            strands[k % 6 == 1].append(stroke(points, 1.3 if k % 6 == 1 else 0.9, 0.2, 0.2))
        pen.decal(joined(strands[True]), light, alpha=0.4)
        pen.decal(joined(strands[False]), dark, alpha=0.45)
