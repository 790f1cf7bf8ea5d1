"""Manes, tails and horns of four-legged animals in side view."""

from __future__ import annotations

import math

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.look import Look
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.coats import Coat
from pinxit.engines.illustrator.rigs.quadruped_bones import Bones, along
from pinxit.engines.illustrator.rigs.quadruped_horns import HORNS
from pinxit.engines.illustrator.rigs.quadruped_skulls import skull_of
from pinxit.engines.illustrator.shapes import Point, curve, ellipse, smooth, tube


def draw_tail(pen: Pen, coat: Coat, bones: Bones) -> None:
    """The tail, behind the body."""
    kind, depth, flow = bones.build.tail, bones.build.depth, bones.pose.flow
    x, y = bones.spot(-0.93, 0.16)
    if kind == "horse":
        _horse_tail(pen, coat, (x, y), max(bones.build.leg * 0.92, depth * 1.05), 0.62 if bones.pose.lying else flow)
        return
    reach = {"tuft": 0.9, "cat": 1.0, "bushy": 0.85, "dog": 0.6, "stub": 0.22, "scut": 0.25, "curl": 0.3, "roo": 1.1}[
        kind
    ]
    length = reach * (bones.build.leg if kind in {"tuft", "cat", "bushy"} else depth)
    sway = flow * 70 + (50 if bones.pose.lying else 0)
    _plain_tail(pen, coat, kind, (x, y, length, sway))


def _horse_tail(pen: Pen, coat: Coat, dock: Point, length: float, flow: float) -> None:
    x, y = dock
    down, back = length * (1 - 0.86 * flow), length * (0.16 + 1.0 * flow)
    lift = -length * 0.2 * flow
    hair = coat.dark
    top: list[Point] = [(x + 6, y - 5), (x - back * 0.3 - 7, y - 7 + lift), (x - back * 0.72 - 9,
        y + down * 0.34 + lift),
                        (x - back * 0.9 - 6, y + down * 0.7 + lift * 0.6), (x - back - 13,
                        y + down + lift * 0.5)]  # fmt: skip
    tips: list[Point] = [(x - back * 0.9, y + down * 0.93 + 2 + flow * 3), (x - back * 0.92 - 2,
        y + down * 1.06 + flow * 12),
                         (x - back * 0.7 + 2, y + down * 0.9 + flow * 6), (x - back * 0.6 + 4,
                         y + down * 1.0 + flow * 14)]  # fmt: skip
    under: list[Point] = [
        (x - back * 0.4 + 7, y + down * 0.66 + flow * 8),
        (x - back * 0.22 + 7, y + down * 0.36 + flow * 6),
        (x + 7, y + 10),
    ]
    tail = smooth([*top, *tips, *under], tension=0.42)
    pen.fill(tail, hair, "soft")
    strand = lighten(hair, 0.22) if sum(hair) < 300 else darken(hair, 0.28)
    with pen.on(tail):
        for k in (0.18, 0.42, 0.66, 0.86):
            path = [(p[0] * (1 - k) + q[0] * k, p[1] * (1 - k) + q[1] * k)
                    for p, q in zip(top, [(x + 7, y + 8), under[2], under[1], under[0], tips[3]],
                        strict=True)]  # fmt: skip
            pen.line(curve(*path), strand, 1.6, alpha=0.6)


def _plain_tail(
    pen: Pen, coat: Coat, kind: str, place: tuple[float, float, float, float]
) -> None:  # limit: one short branch for each kind of tail
    x, y, length, sway = place
    a = math.radians(sway + 8)
    fur = coat.fur

    def at(share: float, bend: float = 0.0) -> Point:
        down = y + math.cos(a + bend) * length * share
        return (x - math.sin(a + bend) * length * share + 2 * (1 - share), min(down, -7.0))

    if kind == "tuft":
        pen.fill(tube([(x + 6, y), at(0.3, 0.3), at(0.7, 0.1), at(0.92)], [9, 6, 4.6, 4.2]), fur, "soft")
        tip = at(0.88)
        with pen.at(*tip, 1.0, turn=math.degrees(a) * 0.9):
            pen.fill(smooth([(-2.5, -3), (-7, 10), (-3, 26), (0, 21), (3, 27), (7, 10), (2.5, -3)]), coat.dark, "soft")
    elif kind == "cat":
        points = [(x + 8, y + 4), at(0.35, 0.5), at(0.75, 0.7), (at(1.0, 0.95)[0] - 8, at(1.0, 0.95)[1] - 6)]
        path = pen.fill(tube(points, [15, 12, 11, 10]), fur, "soft")
        with pen.on(path):
            pen.decal(ellipse(*points[-1], 11), coat.dark)
    elif kind == "bushy":
        points = [(x + 8, y + 4), at(0.3, 0.5), at(0.65, 0.5), at(1.05, 0.5)]
        path = pen.fill(tube(points, [14, 26, 28, 6]), fur, "soft")
        with pen.on(path):
            pen.decal(ellipse(*points[-1], 16), coat.light, blur=2)
    elif kind == "dog":
        pen.fill(
            tube([(x + 8, y + 6), (x - 10, y - 8), (x - 20, y - 26), (x - 18, y - 44)], [15, 13, 11, 7]), fur, "soft"
        )
    elif kind == "curl":
        spiral = [
            (x + 4, y + 4),
            (x - 8, y - 4),
            (x - 14, y - 14),
            (x - 6, y - 18),
            (x - 4, y - 8),
            (x - 16, y - 4),
            (x - 22, y - 10),
        ]
        pen.fill(tube(spiral, [6, 5.4, 5, 4.6, 4.2, 3.8, 2.4]), darken(fur, 0.08), "soft")
    elif kind == "roo":
        pen.fill(
            tube([(x + 24, y + 4), (x - 8, y + length * 0.5), (x - 50, -14), (x - 92, -8)], [44, 28, 18, 9]),
            fur,
            "soft",
        )
    else:
        white = kind == "scut"
        shape = smooth(
            [(x + 6, y - 6), (x - 6, y - 5), (x - 11, y + length * 0.6), (x - 5, y + length), (x + 6, y + length * 0.7)]
        )
        pen.fill(shape, coat.light if white else fur, "soft")


def draw_rear_mane(pen: Pen, look: Look, coat: Coat, bones: Bones) -> None:
    """What of the mane stands up behind the neck."""
    crest = bones.crest
    if bones.build.mane == "brush":
        edge = [
            _out(crest, share, 9 if 0.05 < share < 0.97 else 1) for share in (0.0, 0.15, 0.35, 0.55, 0.75, 0.92, 1.0)
        ]
        back = [_out(crest, share, -6) for share in (1.0, 0.7, 0.4, 0.1)]
        path = pen.fill(smooth([*edge, *back]), coat.dark, "soft")
        with pen.on(path):
            for i in range(16):
                share = 0.04 + i * 0.06
                tone = coat.fur if coat.has("zebra") and i % 2 else lighten(coat.dark, 0.18)
                pen.line(
                    curve(_out(crest, share, -4), _out(crest, share + 0.01, 12)), tone, 3 if coat.has("zebra") else 1.2
                )
    elif bones.build.mane == "horse":
        edge = [_out(crest, s, 5 if 0.2 < s < 0.98 else 0) for s in (0.14, 0.34, 0.6, 0.85, 1.0)]
        pen.fill(smooth([*edge, _out(crest, 0.6, -8), _out(crest, 0.2, -8)]), coat.dark, "soft")


def _out(line: tuple[Point, ...], share: float, far: float) -> Point:
    """A point beside a line from withers to poll, `far` units to its outer (upper, rear) side."""
    x, y = along(line, min(1, share))
    ax, ay = along(line, max(0, share - 0.12))
    bx, by = along(line, min(1, share + 0.12))
    length = math.hypot(bx - ax, by - ay) or 1
    return (x + (by - ay) / length * far, y - (bx - ax) / length * far)


def draw_mane(pen: Pen, look: Look, coat: Coat, bones: Bones) -> None:
    """The mane on the near side, over the neck."""
    kind = bones.build.mane
    if kind == "horse":
        _horse_mane(pen, look, coat, bones)
    elif kind == "lion":
        _lion_mane(pen, coat, bones)


def _horse_mane(pen: Pen, look: Look, coat: Coat, bones: Bones) -> None:
    crest, flow = bones.crest, bones.pose.flow
    wide = bones.neck_width(0.5)
    locks = 8
    for i in range(locks):
        share = 0.06 + 0.88 * i / (locks - 1)
        hair = _hair(look, coat, i / (locks - 1))
        root, ahead = _out(crest, share - 0.1, 2), _out(crest, min(share + 0.1, 1.0), 2.5)
        start = ((root[0] + ahead[0]) / 2, (root[1] + ahead[1]) / 2)
        fall = wide * (0.62 + 0.12 * math.sin(i * 2.4)) * (0.72 + 0.28 * min(1, i / 2)) * (1 + 0.25 * flow)
        angle = math.radians(bones.pose.flow * 96 + 8 - 10 * flow * math.sin(i * 1.7))
        tip = (start[0] - math.sin(angle) * fall, start[1] + math.cos(angle) * fall)
        _lock(pen, hair, (root, ahead, tip), math.dist(root, ahead) * (0.5 + 0.12 * flow), flow)
    _forelock(pen, _hair(look, coat, 1.0), bones)


def _lock(pen: Pen, hair: Rgb, points: tuple[Point, Point, Point], size: float, flow: float) -> None:
    """One lock of a mane from its root (two points of the crest) to its tip, with a slight wave."""
    root, ahead, tip = points
    start = ((root[0] + ahead[0]) / 2, (root[1] + ahead[1]) / 2)
    dx, dy = tip[0] - start[0], tip[1] - start[1]
    length = math.hypot(dx, dy) or 1
    nx, ny = -dy / length * size, dx / length * size
    wave = -0.3 - 0.3 * flow

    def at(along: float, side: float) -> Point:
        return (start[0] + dx * along + nx * side, start[1] + dy * along + ny * side)

    lock = smooth([root, at(0.25, 0.72), at(0.62, 0.75 + wave), tip, at(0.62, -0.5 + wave), at(0.25, -0.8), ahead])
    pen.fill(lock, hair, "soft", line=0.55)
    strand = lighten(hair, 0.24) if sum(hair) < 300 else darken(hair, 0.22)
    with pen.on(lock):
        for k in (-0.36, 0.3):
            pen.line(curve(at(0, k), at(0.4, k), at(0.7, k * 0.5 + wave * 0.6), tip), strand, 1.1, alpha=0.55)


def _hair(look: Look, coat: Coat, share: float) -> Rgb:
    if not coat.has("rainbow") or look.part("mane", (0, 0, 0)) != (0, 0, 0):
        return look.part("mane", coat.dark)
    pastels: tuple[Rgb, ...] = ((154, 196, 240), (186, 168, 236), (238, 164, 214), (250, 184, 176), (250, 222, 160))
    place = share * (len(pastels) - 1)
    i = min(int(place), len(pastels) - 2)
    return mix(pastels[i], pastels[i + 1], place - i)


def _forelock(pen: Pen, hair: Rgb, bones: Bones) -> None:
    flow = bones.pose.flow
    with pen.at(*bones.poll, bones.build.head / 100, turn=bones.head_turn):
        if flow > 0.4:
            shape: list[Point] = [(10, -6), (2, -16), (-14, -26), (-32, -28), (-20, -18), (-34, -14), (-14, -6), (2, 4)]
        else:
            shape = [(-8, -8), (4, -13), (18, -15), (34, -8), (24, -2), (16, 8), (6, 2)]
        pen.fill(smooth(shape), hair, "soft", line=0.6)
        strand = lighten(hair, 0.24) if sum(hair) < 300 else darken(hair, 0.26)
        line = [(4, -8), (-8, -16), (-22, -22)] if flow > 0.4 else [(0, -7), (14, -9), (26, -6)]
        pen.line(curve(*line), strand, 2, alpha=0.6)


def _lion_mane(pen: Pen, coat: Coat, bones: Bones) -> None:
    """Two rings of locks around the face, longer to the chest; the face comes in front of them."""
    size = bones.build.head / 100
    x, y = bones.poll[0] + 8 * size, bones.poll[1] + 34 * size
    for ring, (reach, tone) in enumerate(((104, coat.dark), (76, mix(coat.dark, coat.fur, 0.35)))):
        points: list[Point] = []
        for i in range(36):
            angle = math.pi * 2 * (i + ring * 0.5) / 36
            drop = max(0.0, math.sin(angle - 0.3)) * 0.42 + max(0.0, -math.cos(angle)) * 0.2
            r = reach * size * (0.66 + drop) * (1.14 if i % 2 else 0.96)
            lag = -0.12 if i % 2 else 0.0  # locks lean back
            points.append((x + math.cos(angle + lag) * r, y + math.sin(angle + lag) * r))
        path = pen.fill(smooth(points, tension=0.4), tone, "soft")
        with pen.on(path):
            for i in range(18):
                angle = math.pi * 2 * (i + 0.3) / 18
                near, far = reach * size * 0.5, reach * size * 0.86
                line = [
                    (x + math.cos(angle + k * 0.1) * r, y + math.sin(angle + k * 0.1) * r)
                    for k, r in enumerate((near, (near + far) / 2, far))
                ]
                pen.line(curve(*line), darken(tone, 0.3), 1.5, alpha=0.5)
    matrix = (bones.poll[0], bones.poll[1], size)
    with pen.at(*matrix, turn=bones.head_turn):
        pen.fill(smooth(skull_of(bones.build.skull, young=bones.build.young).outline), coat.fur, "soft", line=0.7)


def draw_horns(pen: Pen, look: Look, coat: Coat, bones: Bones, *, far: bool = False) -> None:
    """Horns, antlers, tusks in head units; the far one of a pair is drawn behind the head."""
    draw = HORNS.get(bones.build.horns)
    if draw is not None:
        draw(pen, look, bones.head_turn, far)
