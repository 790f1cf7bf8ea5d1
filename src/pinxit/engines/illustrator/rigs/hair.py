"""Hair: a mass behind the head, a cap with a hairline on it, and strands that follow the growth."""

from __future__ import annotations

import math
from dataclasses import dataclass

import skia

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.face import Skull, stroke
from pinxit.engines.illustrator.rigs.person_traits import Person
from pinxit.engines.illustrator.shapes import Point, ellipse, moved, smooth, tube, union


@dataclass(frozen=True, slots=True)
class Cut:
    """A hair cut: how far it stands off the skull, its hairline from the right ear to the left, what hangs behind."""

    top: float
    side: float
    burn: float  # how low it comes beside the face
    line: tuple[Point, ...]
    part: float = 0.0
    back: str = ""
    fall: float = 0.0
    curls: bool = False
    strands: int = 18


_NATURAL = (
    (33.5, 0.0),
    (31.5, -16.0),
    (23.0, -29.5),
    (8.0, -34.0),
    (-8.0, -33.5),
    (-23.0, -29.5),
    (-31.5, -16.0),
    (-33.5, 0.0),
)
_SWEPT = (
    (33.5, 2.0),
    (32.0, -14.0),
    (27.0, -25.0),
    (12.0, -27.0),
    (-6.0, -33.0),
    (-17.0, -38.0),
    (-26.0, -28.0),
    (-33.0, -14.0),
    (-34.0, 2.0),
)
_RECEDED = (
    (35.0, 3.0),
    (33.5, -12.0),
    (30.5, -24.0),
    (21.0, -40.0),
    (7.0, -40.5),
    (-7.0, -40.5),
    (-21.0, -40.0),
    (-30.5, -24.0),
    (-33.5, -12.0),
    (-35.0, 3.0),
)
_CURTAIN = (
    (31.5, 24.0),
    (29.5, 2.0),
    (26.0, -14.0),
    (12.0, -29.0),
    (-5.0, -39.0),
    (-15.0, -30.0),
    (-27.0, -13.0),
    (-30.5, 2.0),
    (-32.0, 24.0),
)
_FRINGE = (
    (31.5, 26.0),
    (30.5, -4.0),
    (27.5, -14.5),
    (14.0, -15.5),
    (0.0, -14.5),
    (-14.0, -15.5),
    (-27.5, -14.5),
    (-30.5, -4.0),
    (-31.5, 26.0),
)
_TIED = (
    (34.0, -2.0),
    (31.0, -20.0),
    (20.0, -33.0),
    (4.0, -37.5),
    (-6.0, -37.0),
    (-20.0, -32.5),
    (-31.0, -20.0),
    (-34.0, -2.0),
)
_MESSY = (
    (33.5, 0.0),
    (30.0, -13.0),
    (24.0, -20.0),
    (19.0, -14.0),
    (11.0, -22.0),
    (4.0, -14.5),
    (-5.0, -23.0),
    (-13.0, -16.0),
    (-20.0, -23.0),
    (-28.0, -15.0),
    (-33.5, 0.0),
)

_CUTS: dict[str, Cut] = {
    "short": Cut(7, 1.8, 0, _NATURAL, -14),
    "parted": Cut(10, 3, 4, _SWEPT, -18),
    "crop": Cut(2.5, 0.8, 2, _NATURAL, 0, strands=0),
    "receding": Cut(1.8, 3.2, 5, _RECEDED, 0),
    "curly": Cut(11, 6, 4, _NATURAL, 0, curls=True),
    "afro": Cut(21, 17, 10, _NATURAL, 0, curls=True),
    "long": Cut(7, 6, 30, _CURTAIN, -6, "long", 62),
    "wavy": Cut(9, 8, 30, _CURTAIN, -6, "wavy", 52),
    "bob": Cut(8, 7, 30, _FRINGE, 0, "bob", 14),
    "bun": Cut(5, 1.8, 2, _TIED, 5, "bun"),
    "ponytail": Cut(6, 2, 2, _SWEPT, -10, "ponytail"),
    "pigtails": Cut(6, 3, 4, _FRINGE[1:-1], 0, "pigtails"),
    "braids": Cut(6, 3, 6, _TIED, 0, "braids"),
    "mop": Cut(9, 4, 4, _MESSY, 3),
    "spiky": Cut(8, 3, 2, _NATURAL, 0, "spiky"),
    "topknot": Cut(3, 1.5, 3, _TIED, 0, "topknot"),
}


def draw_hair_behind(pen: Pen, person: Person, skull: Skull) -> None:
    """What hangs or stands behind head and neck."""
    cut = _CUTS.get(person.style)
    if cut is None or not cut.back:
        return
    colour = darken(person.hair, 0.12)
    if cut.back in {"long", "wavy", "bob"}:
        _curtain_back(pen, skull, cut, colour)
    elif cut.back in {"bun", "topknot"}:
        x, y = skull.solid(-skull.yaw * 0.2, -60, -14)
        size = 15 if cut.back == "bun" else 8.5
        knot = ellipse(x, y, size, size * 0.86)
        pen.fill(knot, person.hair, "soft")
        with pen.on(knot):
            for k in range(5):
                r = size * (0.95 - 0.17 * k)
                pen.decal(
                    stroke([(x - r, y + 2), (x - r * 0.3, y - r * 0.7), (x + r * 0.8, y - r * 0.3)], 1.1),
                    lighten(person.hair, 0.3),
                    alpha=0.45,
                )
    elif cut.back == "ponytail":
        x, y = skull.solid(0, -34, -34)
        side = -1 if skull.yaw > 0 else 1
        tail = tube(
            [(x + side * 22, y - 14), (x + side * 46, y), (x + side * 48, y + 46), (x + side * 38, y + 84)],
            [13, 21, 19, 2],
        )
        pen.fill(tail, colour, "soft")
        _tail_strands(pen, tail, person.hair)
    elif cut.back in {"pigtails", "braids"}:
        for side in (-1, 1):
            x, y = skull.solid(side * 36, 10 if cut.back == "braids" else -8, -12)
            drop = 84 if cut.back == "braids" else 46
            tail = tube(
                [(x, y), (x + side * 14, y + drop * 0.25), (x + side * 12, y + drop * 0.7), (x + side * 5, y + drop)],
                [8, 16, 13, 3],
            )
            pen.fill(tail, person.hair, "soft")
            _tail_strands(pen, tail, person.hair)


def _curtain_back(pen: Pen, skull: Skull, cut: Cut, colour: Rgb) -> None:
    low = 36 + cut.fall
    wide = 43 + cut.side * (1.2 if cut.back != "bob" else 0.6)
    wave = 4.5 if cut.back == "wavy" else 1.0
    side: list[Point] = [(30.0, -40.0), (wide - 4, -18.0), (wide, 8.0)]
    steps = 4
    for k in range(1, steps + 1):
        side.append((wide - 1 + wave * (1 if k % 2 else -1) + k * 0.4, 8 + (low - 8) * k / steps))
    right = [skull.solid(u, v, -10) for u, v in side]
    left = [skull.solid(-u, v, -10) for u, v in reversed(side)]
    x, y = skull.solid(0, low, -10)
    top = skull.solid(0, -58, -6)
    mass = smooth([top, *right, (x + wide * 0.5, y + 4), (x, y - 2), (x - wide * 0.5, y + 4), *left])
    pen.fill(mass, colour, "soft")
    with pen.on(mass):
        for k in range(22):
            sx = -wide + 2 * wide * (k + 0.5) / 22
            points = [
                (top[0] + sx * 0.5, top[1] + 20),
                (x + sx * 0.96, 10),
                (x + sx + wave * math.sin(k), low * 0.6),
                (x + sx * 0.98, low + 6),
            ]
            pen.decal(stroke(points, 1.5), lighten(colour, 0.25) if k % 3 == 0 else darken(colour, 0.35), alpha=0.5)


def _tail_strands(pen: Pen, tail: skia.Path, colour: Rgb) -> None:
    box = tail.getBounds()
    with pen.on(tail):
        for k in range(7):
            x = box.left() + box.width() * (k + 0.5) / 7
            points = [(x - 6, box.top()), (x + 3, box.centerY() - box.height() * 0.2), (x - 1, box.bottom())]
            pen.decal(stroke(points, 1.3), lighten(colour, 0.3) if k % 2 else darken(colour, 0.3), alpha=0.45)


def cap(skull: Skull, cut: Cut) -> skia.Path:
    """The outline of the hair on the head."""
    outer = [
        (36 + cut.side, cut.burn), (38.5 + cut.side, -14), (35 + cut.side * 0.9, -33 - cut.top * 0.3),
        (20 + cut.side * 0.6, -47.5 - cut.top * 0.85), (0, -52.5 - cut.top),
    ]  # fmt: skip
    clear = min(abs(skull.yaw), 18.0) * 0.3  # the far edge must clear the brow and cheekbone that turn into view
    left_add, right_add = (clear, 0.0) if skull.yaw < 0 else (0.0, clear)
    left = [_rim(skull, cut, (-u, v), left_add) for u, v in outer]
    right = [_rim(skull, cut, (u, v), right_add) for u, v in reversed(outer[:-1])]
    hairline = []
    for u, v in cut.line:
        high = _tucked(skull, cut, u, v)
        x, y = skull.solid(u, high, 9.0) if abs(u) > 28.5 else skull.at(u, high, 1.0)
        edge = skull.solid(math.copysign(34.6, skull.yaw), high, 6)[0]
        # Where the brow turns away, a hairline beyond its contour would leave a gap.
        hairline.append((min(x, edge) if skull.yaw > 0 else max(x, edge) if skull.yaw < 0 else x, y))
    return smooth([*left, *right, *hairline], tension=0.42)


def _rim(skull: Skull, cut: Cut, spot: Point, clear: float) -> Point:
    """A point of the outer contour, `clear` further out; short hair narrows to the temple on the far side."""
    u, v = spot
    tucked = _tucked(skull, cut, u, v)
    if tucked != v:  # the lowest point, at the temple
        return skull.solid(math.copysign(35.5, u), tucked + 2, 2)
    return skull.solid(u + math.copysign(clear * (v > -40) * (0.4 if cut.burn < 12 else 1.0), u), v, -5)


def _tucked(skull: Skull, cut: Cut, u: float, v: float) -> float:
    """The height of a point of short hair: on the far side of a turned head no lower than the brow's end."""
    return min(v, -13.0) if u * skull.yaw > 0 and abs(skull.yaw) > 8 and cut.burn < 12 else v


def draw_hair(pen: Pen, person: Person, skull: Skull, *, hatted: bool = False) -> None:
    """The hair on the head, in front of the face's edge. Under a hat it lies close."""
    if person.style == "bald":
        return
    if person.style == "wisp":
        _wisp(pen, person, skull)
        return
    cut = _CUTS.get(person.style, _CUTS["short"])
    if hatted and cut.curls:
        cut = Cut(2, 5, cut.burn + 5, cut.line, 0)
    elif hatted:
        cut = Cut(1.5, min(cut.side, 3), cut.burn, cut.line, cut.part)
    shape = cap(skull, cut)
    if cut.curls:
        shape = _curled(shape, skull, cut)
    if cut.back == "spiky":
        shape = _spiked(shape, skull)
    outline = skull.outline()
    with pen.on(outline):  # the hair's shadow on the brow
        pen.decal(moved(shape, 1.5, 3.6), person.shade, alpha=0.5, blur=2.0)
    pen.fill(shape, person.hair, "soft", line=0.8)
    _strands(pen, person, skull, shape, cut)


def _curled(shape: skia.Path, skull: Skull, cut: Cut) -> skia.Path:
    for k in range(19):
        angle = math.radians(172 + 196 * k / 18)
        u = math.cos(angle) * (36 + cut.side * 0.85)
        v = -13 + math.sin(angle) * (37 + cut.top * 0.85)
        if u * skull.yaw > 0 and abs(skull.yaw) > 8 and v > -20 and cut.top < 15:
            continue
        shape = union(shape, ellipse(*skull.solid(u, v, -5), 6.5 + cut.top * 0.14))
    return shape


def _spiked(shape: skia.Path, skull: Skull) -> skia.Path:
    for k in range(9):
        u = -32 + 8 * k
        v = -38 - 14 * math.cos(u / 26)
        tip = skull.solid(u * 1.3 + 3, v - 15 - (k % 2) * 4, 0)
        spike = smooth([skull.solid(u - 7, v + 8, 0), tip, skull.solid(u + 7, v + 8, 0)], tension=0.25)
        shape = union(shape, spike)
    return shape


def _strands(pen: Pen, person: Person, skull: Skull, shape: skia.Path, cut: Cut) -> None:
    light, dark = lighten(person.hair, 0.34), darken(person.hair, 0.34)
    with pen.on(shape):
        if cut.curls:
            for k in range(60):
                u = -40 - cut.side + (80 + 2 * cut.side) * ((k * 0.618) % 1)
                v = -54 - cut.top + 62 * ((k * 0.377) % 1)
                x, y = skull.solid(u, v, 0)
                bend = [(x - 3, y + 1), (x, y - 2.6), (x + 3, y + 0.6), (x + 1, y + 2.8)]
                pen.decal(stroke(bend, 1.3), light if k % 3 == 0 else dark, alpha=0.45)
            return
        if not cut.strands:
            pen.decal(shape, lighten(person.hair, 0.2), alpha=0.12, blur=1)
            return
        root = (cut.part, -50 - cut.top * 0.6)
        for k in range(cut.strands * 2):
            t = k / (cut.strands * 2 - 1)
            index = t * (len(cut.line) - 1)
            i = min(int(index), len(cut.line) - 2)
            f = index - i
            u = cut.line[i][0] * (1 - f) + cut.line[i + 1][0] * f
            v = cut.line[i][1] * (1 - f) + cut.line[i + 1][1] * f
            end = skull.at(u, v + 2, 1)
            start = skull.solid(root[0] + (u - root[0]) * 0.22, root[1] + abs(u - root[0]) * 0.12, 4)
            bulge = skull.solid(root[0] + (u - root[0]) * 0.86, (root[1] + v) / 2 - 7, 12)
            tone = light if k % 4 == 0 else dark
            pen.decal(stroke([start, bulge, end], 1.1 if k % 4 else 1.7, 0.2, 0.2), tone, alpha=0.5 if k % 4 else 0.6)
        for side in (-1, 1):  # what hangs beside the face and over the temples
            for j in range(7):
                out = 32.5 + (cut.side + 4.5) * j / 6
                end = skull.solid(side * out, cut.burn + 1, 0)
                bulge = skull.solid(side * (out + 1.5), -24, 4)
                start = skull.solid(root[0] + side * (4 + 2.4 * j), root[1] + 3, 4)
                pen.decal(stroke([start, bulge, end], 1.2, 0.2, 0.3), light if j % 3 == 1 else dark, alpha=0.42)
        x, y = skull.solid(-12, -40 - cut.top * 0.6, 12)
        pen.decal(ellipse(x, y, 17, 5.5, -22), lighten(person.hair, 0.55), alpha=0.28, blur=3.2)


def _wisp(pen: Pen, person: Person, skull: Skull) -> None:
    colour = mix(person.hair, person.skin, 0.25)
    outline = skull.outline()
    down = skull.path(
        [(30, -24), (16, -40), (0, -43), (-16, -40), (-30, -24), (-34, -36), (-18, -58), (18, -58), (34, -36)]
    )
    with pen.on(outline):
        pen.decal(down, colour, alpha=0.4, blur=2.5)
    for k in range(4):
        u = -4 + k * 2.2
        lock = [
            skull.at(u, -42),
            skull.at(u + 1, -50),
            skull.solid(u + 5, -54 - k * 0.6, 4),
            skull.solid(u + 8, -49, 8),
        ]
        pen.decal(stroke(lock, 1.5, 0.5, 0), darken(colour, 0.1 + 0.06 * (k % 2)))


def covers_ears(person: Person) -> bool:
    """Does the hair hang over the ears?"""
    return person.style in {"long", "wavy", "bob", "afro", "curly", "pigtails"}
