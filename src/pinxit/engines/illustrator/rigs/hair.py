"""Hair on the head: every cut with its hairline, the cap it makes, and how it is combed."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import skia

from pinxit.engines.illustrator.colours import darken, mix
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.face import Skull, joined, stroke
from pinxit.engines.illustrator.rigs.hair_behind import draw_behind, rope
from pinxit.engines.illustrator.rigs.hair_texture import Path3, comb, curls, sheen, tress
from pinxit.engines.illustrator.rigs.person_traits import Person
from pinxit.engines.illustrator.shapes import Point, ellipse, moved, smooth, union


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
    curls: float = 0.0  # the size of a curl
    flow: str = "part"  # part (from a parting), back (combed away from the face), down (into a fringe), none
    front: str = ""  # what falls in front of the shoulders


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
_PIXIE = (
    (33.5, 8.0),
    (31.0, -8.0),
    (27.0, -19.0),
    (15.0, -23.0),
    (2.0, -21.0),
    (-10.0, -26.0),
    (-18.0, -34.0),
    (-27.0, -25.0),
    (-32.0, -8.0),
    (-33.0, 8.0),
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
    "short": Cut(7, 1.8, 2, _NATURAL, -14),
    "parted": Cut(10, 3, 4, _SWEPT, -18),
    "slick": Cut(5, 1.6, 3, _TIED, -4, flow="back"),
    "crop": Cut(2.5, 0.8, 2, _NATURAL, 0, flow="none"),
    "receding": Cut(1.8, 3.2, 5, _RECEDED, 0, flow="back"),
    "curly": Cut(11, 6, 6, _NATURAL, 0, curls=4.6),
    "afro": Cut(21, 17, 10, _NATURAL, 0, curls=3.1),
    "long": Cut(7, 6, 30, _CURTAIN, -6, "long", 62, front="long"),
    "wavy": Cut(9, 8, 30, _CURTAIN, -6, "wavy", 52, front="wavy"),
    "ringlets": Cut(10, 8, 30, _CURTAIN, -6, "ringlets", 46, curls=5.0, front="ringlets"),
    "bangs": Cut(8, 6, 30, _FRINGE, 0, "long", 56, flow="down", front="long"),
    "bob": Cut(8, 7, 30, _FRINGE, 0, "bob", 14, flow="down"),
    "pixie": Cut(9, 3, 10, _PIXIE, -18),
    "bun": Cut(5, 1.8, 3, _TIED, 0, "bun", flow="back", front="wisp"),
    "ponytail": Cut(6, 2, 3, _SWEPT, -10, "ponytail", flow="back", front="wisp"),
    "pigtails": Cut(6, 3, 4, _FRINGE[1:-1], 0, "pigtails", flow="down"),
    "braids": Cut(6, 3, 6, _TIED, 0, "braids", flow="part"),
    "dreadlocks": Cut(7, 5, 8, _TIED, 0, "dreadlocks", flow="back", front="dreadlocks"),
    "mop": Cut(9, 4, 6, _MESSY, 3, flow="down"),
    "spiky": Cut(8, 3, 2, _NATURAL, 0, "spiky", flow="back"),
    "topknot": Cut(3, 1.5, 3, _TIED, 0, "topknot", flow="back"),
    "mohawk": Cut(1.5, 0.4, 0, _TIED, 0, "mohawk", flow="none"),
}
STYLES = (*_CUTS, "bald")
"""Every cut by name."""


def draw_hair_behind(pen: Pen, person: Person, skull: Skull, *, hatted: bool = False) -> None:
    """What hangs or stands behind head and neck; under a hat a bun sits low."""
    cut = _CUTS.get(person.style)
    if cut is not None and cut.back:
        low = hatted and cut.back in {"bun", "topknot"}
        draw_behind(pen, person, skull, "low bun" if low else cut.back, (cut.side, cut.fall))


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
    if hatted:
        cut = replace(
            cut, top=1.5, side=5.0 if cut.curls else min(cut.side, 3), burn=cut.burn + (4 if cut.curls else 0)
        )
    shape = cap(skull, cut)
    if cut.curls and not hatted:
        shape = _curled(shape, skull, cut)
    if cut.back == "spiky" and not hatted:
        shape = _spiked(shape, skull)
    with pen.on(skull.outline()):  # the hair's shadow on the brow
        pen.decal(moved(shape, 1.2, 3.4), person.shade, alpha=0.5, blur=2.0)
    _front(pen, person, skull, cut)
    if cut.back == "mohawk" and not hatted:
        with pen.on(skull.outline()):
            pen.decal(shape, person.hair, alpha=0.3, blur=0.8)
        _crest(pen, person, skull)
        return
    pen.fill(shape, person.hair, "soft", line=0.8)
    if cut.curls:
        curls(pen, shape, skull, (cut.side, cut.top), person.hair, cut.curls * (1.25 if person.distant else 1.0))
    elif cut.flow == "none":
        _nap(pen, person, skull, shape)
    else:
        flow = _flow(skull, cut)
        comb(pen, shape, flow[::2] if person.distant else flow, person.hair)
        band = [(-30, -24), (-20, -39 - cut.top * 0.45), (-4, -45 - cut.top * 0.62), (12, -43 - cut.top * 0.6)]
        sheen(pen, shape, [skull.solid(u, v, 8) for u, v in band], person.hair)


def _flow(skull: Skull, cut: Cut) -> list[Path3]:
    """How the hair is combed: lines from the parting, the crown or the nape to the edge of the cap, right to left."""
    edge: list[Point] = [(36 + cut.side - k * 0.9 * (cut.side / 4 + 0.5), cut.burn + 1) for k in range(4)]
    steps = 22
    for k in range(steps + 1):
        index = k / steps * (len(cut.line) - 1)
        i = min(int(index), len(cut.line) - 2)
        f = index - i
        (u0, v0), (u1, v1) = cut.line[i], cut.line[i + 1]
        edge.append((u0 + (u1 - u0) * f, v0 + (v1 - v0) * f))
    edge += [(-u, v) for u, v in reversed(edge[:4])]
    crown = -53 - cut.top
    lines: list[Path3] = []
    for u, v in edge:
        away = min(1.0, abs(u - cut.part) / 34)
        if cut.flow == "part":
            front = -36.0 - cut.top * 0.25
            start = skull.solid(cut.part + (u - cut.part) * 0.1, front + (crown + 3 - front) * away**0.7, 8)
        elif cut.flow == "back":
            start = skull.solid(u * 0.16, crown + 2, -4)
        else:
            start = skull.solid(cut.part + u * 0.3, crown + 1 + abs(u) * 0.12, 0)
        far = abs(u) > 28.5
        end = skull.solid(u, v + 1, 9.0) if far else skull.at(u, v + 2, 1)
        wide = 0.98 if cut.flow == "back" else 0.84 + 0.16 * away * away
        mid = skull.solid(cut.part + (u - cut.part) * wide, (crown + v) / 2 - 4 - 5 * away, 5 if wide > 0.9 else 11)
        lines.append((start, mid, end))
    return lines


def _nap(pen: Pen, person: Person, skull: Skull, shape: skia.Path) -> None:
    """Hair cut so short that it is a texture."""
    dots: dict[int, list[skia.Path]] = {0: [], 1: []}
    for k in range(110):
        u, v = -36 + 72 * ((k * 0.618) % 1), -56 + 56 * ((k * 0.3779) % 1)
        x, y = skull.solid(u, v, 4)
        dots[k % 2].append(stroke([(x - 0.7, y + 0.5), (x, y - 0.5), (x + 0.7, y + 0.4)], 0.55))
    with pen.on(shape):
        pen.decal(joined(dots[1]), mix(person.hair, person.skin, 0.4), alpha=0.5)
        pen.decal(joined(dots[0]), darken(person.hair, 0.4), alpha=0.5)
        x, y = skull.solid(-12, -40, 10)
        pen.decal(ellipse(x, y, 16, 7, -24), mix(person.hair, (190, 190, 200), 0.5), alpha=0.3, blur=4)


def _front(pen: Pen, person: Person, skull: Skull, cut: Cut) -> None:
    """Locks that fall before ears and shoulders; short ones at the temples of hair that is tied back."""
    for side in (-1, 1):
        if cut.front in {"long", "wavy", "ringlets"}:
            low, out = 34 + cut.fall * 0.62, cut.side * 0.5
            sway = {"wavy": 4.0, "ringlets": 2.6}.get(cut.front, 0.6)
            spots = [(33.0, -22.0), (37.5 + out, 0.0)]
            spots += [(37.5 + out + sway * (1 if k % 2 else -1) + k * 0.7, low * k / 4) for k in range(1, 4)]
            spots.append((34.0 + out, low))
            points = [skull.solid(side * u, v, 5) for u, v in spots]
            tress(pen, points, [9, 13.5, 14.5, 14, 12, 0.5], person.hair, lines=6)
            inner = [(x - side * 2.5, y + 1) for x, y in points[2:]]
            tress(pen, [points[1], *inner[:-1], (inner[-1][0] - side * 3, inner[-1][1] - 9)], [3, 6, 6.5, 4.5, 0.4],
                  person.hair, lines=3)  # fmt: skip
        elif cut.front == "dreadlocks":
            for k in range(3):
                start = skull.solid(side * (33 + k * 2.5), -14 + k * 3, 2)
                end = skull.solid(side * (39 + k * 4.5), 44 + 9 * ((k + side) % 3), 2)
                rope(pen, [start, (end[0], (start[1] + end[1]) * 0.4), end], 6.4, person.hair)
        elif cut.front == "wisp" and person.female:
            spots = [skull.solid(side * 32.5, -16, 8), skull.solid(side * 35.5, 0, 8), skull.solid(side * 33, 14, 9)]
            tress(pen, spots, [3.4, 2.6, 0.2], person.hair, lines=1)


def _crest(pen: Pen, person: Person, skull: Skull) -> None:
    """The standing comb of a mohawk."""
    brow = [skull.at(-10, -40), skull.at(0, -35.5), skull.at(10, -40), skull.solid(9, -54, 4), skull.solid(-9, -54, 4)]
    pen.fill(smooth(brow), person.hair, "soft", line=0.5)
    for row, (depth, base, high) in enumerate(((-16.0, -50.0, 46.0), (-4.0, -52.0, 42.0), (10.0, -46.0, 34.0))):
        for k in range(4):
            u = -7.5 + 5 * k + (row % 2) * 2
            foot, tip = skull.solid(u, base + 6, depth), skull.solid(u * 2.6 + 2, base - high + abs(u) * 1.2, depth)
            mid = ((foot[0] * 0.5 + tip[0] * 0.5) - 1, (foot[1] + tip[1]) / 2)
            tress(pen, [foot, mid, tip], [13, 10.5, 0.4], person.hair, lines=4)


def _curled(shape: skia.Path, skull: Skull, cut: Cut) -> skia.Path:
    for k in range(23):
        angle = math.radians(170 + 200 * k / 22)
        u = math.cos(angle) * (36 + cut.side * 0.85)
        v = -13 + math.sin(angle) * (37 + cut.top * 0.85)
        if u * skull.yaw > 0 and abs(skull.yaw) > 8 and v > -20 and cut.top < 15 and cut.burn < 12:
            continue
        shape = union(shape, ellipse(*skull.solid(u, v, -5), 5.2 + cut.top * 0.14 + 1.4 * math.sin(k * 2.4)))
    return shape


def _spiked(shape: skia.Path, skull: Skull) -> skia.Path:
    for k in range(8):
        u = -35 + 10 * k
        v = -36 - 17 * math.cos(u / 26)
        tip = skull.solid(u * 1.32 + 5, v - 19 - 5 * (k % 2), 0)
        foot = [skull.solid(u - 9, v + 9, 0), skull.solid(u - 3, v - 7, 0)]
        back = [skull.solid(u + 8, v - 4, 0), skull.solid(u + 10, v + 9, 0)]
        shape = union(shape, smooth([*foot, tip, *back], tension=0.3))
    return shape


def _wisp(pen: Pen, person: Person, skull: Skull) -> None:
    """A baby's down and its one curl."""
    colour = mix(person.hair, person.skin, 0.3)
    outline = skull.outline()
    with pen.on(outline):
        down = skull.path([(36, -10), (26, -30), (8, -38), (-8, -38), (-26, -30), (-36, -10), (-46, -30), (-20, -66),
                           (20, -66), (46, -30)])  # fmt: skip
        pen.decal(down, colour, alpha=0.42, blur=3.5)
        fuzz = []
        for k in range(46):
            u = -34 + 68 * ((k * 0.618) % 1)
            v = -37 - 13 * ((k * 0.377) % 1) + abs(u) ** 2 * 0.012
            x, y = skull.solid(u, v, 10)
            fuzz.append(stroke([(x, y - 2.4), (x + u * 0.03, y), (x + u * 0.06, y + 2.6)], 0.6))
        pen.decal(joined(fuzz), darken(colour, 0.16), alpha=0.5)
    x, y = skull.solid(0, -50, 6)
    curl = [(x - 6, y + 3), (x - 3, y - 5), (x + 4, y - 8), (x + 8, y - 3), (x + 4.6, y + 0.6), (x + 2.4, y - 2.4)]
    pen.fill(stroke(curl, 2.8, 0.7, 0.15), darken(colour, 0.1), "soft", line=0.5)
    lock = [(x - 8, y + 4), (x - 9, y - 3), (x - 5, y - 8)]
    pen.fill(stroke(lock, 2.2, 0.8, 0.1), darken(colour, 0.16), "soft", line=0.4)


def covers_ears(person: Person) -> bool:
    """Does the hair hang over the ears?"""
    return person.style in {
        "long", "wavy", "bob", "afro", "curly", "pigtails", "ringlets", "bangs", "dreadlocks"
    }  # fmt: skip
