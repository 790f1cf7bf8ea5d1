"""What time and feeling write on a face: smile lines, crow's feet, brow furrows, bags, freckles and beards."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence

import skia

from pinxit.engines.illustrator.colours import WHITE, darken, lighten, mix
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.face import Skull, crease_colour, joined, stroke
from pinxit.engines.illustrator.rigs.person_traits import Person
from pinxit.engines.illustrator.shapes import Point, ellipse, smooth, tube


def _hairline(points: Sequence[Point], width: float) -> skia.Path:
    """A line that swells quickly and runs out in a long fine tail, as skin folds do."""
    last = len(points) - 1
    swell = [width * max(0.0, math.sin(math.pi * (i / last) ** 0.75)) ** 1.15 for i in range(last + 1)]
    return tube(points, [max(w, 0.06) for w in swell], closed_ends=False)


def crease(pen: Pen, person: Person, points: Sequence[Point], width: float, depth: float) -> None:
    """One wrinkle: a soft valley, its fine dark line, and the lit lip of skin below it."""
    if depth <= 0.04:
        return
    strength = min(1.0, depth)
    fine = width * (0.72 if person.old > 0.5 and not person.distant else 0.95)
    pen.decal(_hairline(points, width * 3.6), person.shade, alpha=0.4 * strength, blur=width * 0.95)
    lit = [(x + 0.2, y + fine * 1.25) for x, y in points]
    pen.decal(_hairline(lit, fine * 1.1), lighten(person.skin, 0.5), alpha=0.42 * strength, blur=0.4)
    pen.decal(_hairline(points, fine), crease_colour(person, depth), alpha=min(0.85, 0.06 + 0.8 * depth))


def draw_lines(pen: Pen, person: Person, skull: Skull) -> None:  # limit: one drawing, told from back to front
    """Smile lines and wrinkles, as deep as age and mood make them."""
    b, mood, old = skull.build, person.mood, person.old
    if person.cute:
        return
    glad = max(0.0, mood.smile)
    soft = 0.45 if person.distant and not old > 0.5 else 1.0
    youth = 0.1 if person.small else 0.16 if person.age == "young" else 0.22 if person.female else 0.55
    fold = soft * (0.14 + 0.5 * glad) * youth + 0.85 * old
    for side in (-1, 1):
        smile = [(side * (b.nose_w + 0.9), b.nose - 2.5), (side * (b.nose_w + 5.2 + glad), b.nose + 4.5),
                 (side * (b.mouth_w + 4 + glad * 3), b.mouth - 4), (side * (b.mouth_w + 4.2 + glad * 3.2),
                 b.mouth + 3 - glad * 2)]  # fmt: skip
        crease(pen, person, [skull.at(*p) for p in smile], 1.35, fold)
        if glad > 0.3 and old > 0.3:
            dimple = [
                (side * (b.mouth_w + 9 + glad * 2), b.mouth - 8),
                (side * (b.mouth_w + 11 + glad * 2), b.mouth - 1),
                (side * (b.mouth_w + 8.5 + glad * 2), b.mouth + 6),
            ]
            crease(pen, person, [skull.at(*p) for p in dimple], 0.9, 0.2 * glad + 0.6 * old)
        bag = [
            (side * (b.eye_x - 7.5), b.eye + 3.4),
            (side * (b.eye_x - 2), b.eye + b.eye_h * 0.4 + 3.4),
            (side * (b.eye_x + 6.5), b.eye + 2.6),
        ]
        crease(
            pen,
            person,
            [skull.at(*p) for p in bag],
            0.8,
            soft * (0.1 + mood.squint * 0.35) * (0.5 if person.age in {"child", "baby", "young"} else 1) + 0.6 * old,
        )
        if old > 0.5:
            _etch(pen, person, skull, side)
    furrows = max(0.0, 1.1 * old - 0.12) + 0.35 * max(0.0, mood.brow_in * 0.7 - 0.2, mood.brow_out * 0.6 - 0.2)
    for k, y in enumerate((-18.5, -24.0, -29.5)):
        wide = 20 - k * 2.5
        line = [
            (-wide, b.brow + 10 + y + 0.6),
            (-wide * 0.5, b.brow + 10 + y - 1.4),
            (0, b.brow + 10 + y + 0.5),
            (wide * 0.55, b.brow + 10 + y - 1.3),
            (wide, b.brow + 10 + y + 1.0),
        ]
        crease(
            pen,
            person,
            [skull.at(*p) for p in line],
            1.15 - k * 0.12,
            furrows * (1 - k * 0.14) if not person.small else 0,
        )
    frown = max(0.0, -mood.brow_in) * 0.9 + 0.22 * old
    for side in (-1, 1):
        line = [(side * 3.2, b.brow - 3), (side * 2.7, b.brow + 1), (side * 3.5, b.brow + 4.5)]
        crease(pen, person, [skull.at(*p) for p in line], 0.95, frown)


def _etch(pen: Pen, person: Person, skull: Skull, side: int) -> None:
    """The wrinkles of old age on one side."""
    b, old = skull.build, person.old

    def cut(line: Sequence[Point], width: float, depth: float) -> None:
        crease(pen, person, [skull.at(side * u, v) for u, v in line], width, depth * old)

    x, y = b.eye_x + b.eye_w * 0.56, b.eye
    for k, (dx, dy) in enumerate(((7.5, -8.0), (10.5, -4.4), (11.5, -0.6), (11.0, 3.4), (9.0, 7.0), (5.5, 9.6))):
        cut([(x + 0.4, y + (k - 2.2) * 0.8), (x + dx * 0.5, y + dy * 0.4 + 0.3), (x + dx, y + dy)], 0.85, 0.8)
    cut([(b.eye_x - 6, y + 6.8), (b.eye_x + 1, y + 9.6), (b.eye_x + 8, y + 7.4)], 0.85, 0.6)
    cut([(b.eye_x - 4, y + 9.4), (b.eye_x + 3, y + 12.2), (b.eye_x + 10, y + 10.4)], 0.7, 0.45)
    for k in range(5):
        top = (25.0 + k * 2.0, y + 11.5 + k * 2.1)
        cut([top, (top[0] - 0.2, top[1] + 5), (top[0] - 2.6, top[1] + 10), (top[0] - 6.5, top[1] + 15)], 0.75,
            0.62 - k * 0.07)  # fmt: skip
    for k in range(3):
        cut(
            [(20.5 - k * 1.9, y + 15 + k * 1.2), (20 - k * 1.9, y + 19 + k * 1.2), (18 - k * 1.9, y + 24 + k)], 0.5, 0.3
        )
    cut([(b.mouth_w + 2.2, b.mouth + 5), (b.mouth_w + 2.4, b.mouth + 10), (b.mouth_w - 0.5, b.chin - 6)], 1.0, 0.7)
    cut([(b.mouth_w + 6.2, b.mouth + 4), (b.mouth_w + 6.0, b.mouth + 9), (b.mouth_w + 3.0, b.mouth + 14)], 0.7, 0.4)
    for k in range(3):
        cut([(1.8 + k * 3.0, b.mouth - 8.4), (2.1 + k * 3.1, b.mouth - 5.8), (2.4 + k * 3.0, b.mouth - 3.8)], 0.5, 0.4)
    for k in range(4):  # short lines that break the long ones of the forehead
        at = (3 + k * 5.5, b.brow - 4.5 - (k % 2) * 5.4)
        cut([at, (at[0] + 3.5, at[1] - 0.9), (at[0] + 8, at[1] - 0.2)], 0.55, 0.5)


def draw_spots(pen: Pen, person: Person, skull: Skull, chance: int) -> None:
    """Age spots for the old, freckles for who has them, tears for who cries, paint for a clown."""
    lot = random.Random(chance)
    for _ in range(9 if person.old > 0.7 else 0):
        u, v = lot.uniform(-28, 28), lot.choice((lot.uniform(-34, -20), lot.uniform(8, 22)))
        pen.decal(
            ellipse(*skull.at(u, v), lot.uniform(0.6, 1.7), lot.uniform(0.5, 1.2)), person.deep, alpha=0.22, blur=0.4
        )
    if person.freckles:
        _freckles(pen, person, skull, lot)


def _freckles(pen: Pen, person: Person, skull: Skull, lot: random.Random) -> None:
    """Dense across nose and cheekbones, few on brow and chin."""
    b = skull.build
    tone = mix(person.skin, (150, 74, 34), 0.62)
    big = 1.5 if person.distant else 1.0
    spots: dict[int, list[skia.Path]] = {0: [], 1: []}
    for k in range(34 if person.distant else 84):
        if k % 6 == 0:
            u, v = lot.uniform(-24, 24), lot.choice((lot.uniform(-30, -18), lot.uniform(b.mouth + 6, b.chin - 8)))
        else:
            u = lot.triangular(-29, 29, lot.choice((-17.0, 0.0, 17.0)))
            v = b.nose - 5 + lot.gauss(0, 4.2) + abs(u) * 0.06
            if v < b.eye + b.eye_h * 0.5 + 1 and abs(abs(u) - b.eye_x) < b.eye_w * 0.6:
                continue
        r = lot.uniform(0.32, 0.85) * big
        spots[k % 2].append(ellipse(*skull.at(u, v, 1), r, r * 0.85))
    pen.decal(joined(spots[0]), tone, alpha=0.55)
    pen.decal(joined(spots[1]), tone, alpha=0.78)


def draw_tears(pen: Pen, person: Person, skull: Skull) -> None:
    """Drops that run down both cheeks, and wet lower lids."""
    if not person.mood.tears:
        return
    b = skull.build
    big = 1.4 if person.distant else 1.0
    for side in (-1, 1):
        x, y = skull.at(side * (b.eye_x + 2), b.eye + b.eye_h * 0.36, 1)
        run = [(x, y), (x + side * 1.0, y + 7), (x + side * 0.6, y + 15)]
        pen.decal(tube(run, [1.6 * big, 2.0 * big, 2.6 * big]), (196, 228, 250), alpha=0.75)
        pen.decal(stroke([(px - 0.5, py) for px, py in run], 0.6 * big), WHITE, alpha=0.85)
        drop = smooth([(x + side * 0.6, y + 12), (x + side * 0.6 + 2.4 * big, y + 17), (x + side * 0.6, y + 19.6),
                       (x + side * 0.6 - 2.4 * big, y + 17)])  # fmt: skip
        pen.decal(drop, (178, 216, 246), alpha=0.95)
        pen.decal(ellipse(x + side * 0.6 - 0.8, y + 16.6, 0.7 * big), WHITE)


def draw_beard(pen: Pen, person: Person, skull: Skull) -> None:
    """Beard and moustache, under the mouth's own drawing."""
    if not person.beard:
        return
    b = skull.build
    colour = person.hair
    if person.beard == "stubble":
        shape = [
            (-b.jaw - 4, 20),
            (-12, 24),
            (0, 22),
            (12, 24),
            (b.jaw + 4, 20),
            (b.jaw, 38),
            (0, b.chin + 2),
            (-b.jaw, 38),
        ]
        pen.decal(skull.path(shape), darken(colour, 0.1), alpha=0.28, blur=2)
        return
    if person.beard in {"full", "bushy", "long", "goatee"}:
        drop = {"full": 7.0, "bushy": 24.0, "long": 42.0, "goatee": 12.0}[person.beard]
        mask = _beard_mask(person, skull, drop)
        beard = smooth(mask)
        pen.fill(beard, colour, "soft", line=0.7)
        with pen.on(beard):
            left, right, low = beard.getBounds().left(), beard.getBounds().right(), beard.getBounds().bottom()
            for k in range(17):
                x = left + (right - left) * (k + 0.5) / 17
                lean = (x - (left + right) / 2) * -0.22
                tone = lighten(colour, 0.35) if k % 3 == 0 else darken(colour, 0.28)
                strand = [(x, b.nose + 8), (x + lean * 0.3 + (k % 2), (b.nose + low) / 2 + 8), (x + lean, low + 2)]
                pen.decal(stroke(strand, 1.3), tone, alpha=0.5)
    _moustache(pen, person, skull)


def _beard_mask(person: Person, skull: Skull, drop: float) -> list[Point]:
    b = skull.build
    if person.beard == "goatee":
        half = [
            (b.mouth_w * 0.4, b.mouth + 6),
            (b.mouth_w * 0.85, b.mouth + 9),
            (b.mouth_w * 0.7, b.chin),
            (3, b.chin + drop),
        ]
        points = [skull.at(u, v) for u, v in half]
        return [*points, *[skull.at(-u, v) for u, v in reversed(half)]]
    side = [
        (b.mouth_w * 0.5, b.mouth + 6.5),
        (b.mouth_w + 3, b.mouth + 4),
        (b.mouth_w + 8, b.mouth - 3),
        (b.cheek - 4, 14),
        (b.cheek - 0.2, 2),
    ]
    outer = [
        (b.cheek + 2, 6, 4.0),
        (b.jaw + 6, 30, 10.0),
        (b.jaw * 0.85, b.chin + drop * 0.35, 24.0),
        (b.jaw * 0.35, b.chin + drop, 32.0),
    ]
    right = [*[skull.at(u, v) for u, v in side], *[skull.solid(*p) for p in outer]]
    left = [*[skull.solid(-u, v, z) for u, v, z in reversed(outer)], *[skull.at(-u, v) for u, v in reversed(side)]]
    return [*right, *left]


def _moustache(pen: Pen, person: Person, skull: Skull) -> None:
    b, colour = skull.build, mix(person.hair, lighten(person.hair, 0.2), 0.5)
    lift = person.mood.smile * 2.6
    for side in (-1, 1):
        wing = [(0.2, b.mouth - 7.6), (5.5, b.mouth - 7.0), (b.mouth_w + 1.5, b.mouth - 3.4 - lift * 0.6),
            (b.mouth_w + 5, b.mouth + 1.2 - lift),
                (b.mouth_w - 1.5, b.mouth - 0.6 - lift * 0.5), (5, b.mouth - 2.2), (0.2, b.mouth - 3.0)]  # fmt: skip
        shape = smooth([skull.at(side * u, v, 2.5) for u, v in wing])
        pen.fill(shape, colour, "soft", line=0.5)
        with pen.on(shape):
            for k in range(5):
                strand = [
                    (1 + k * 1.6, b.mouth - 7),
                    (6 + k * 1.8, b.mouth - 4.6 + k * 0.2 - lift * 0.3),
                    (b.mouth_w + k * 1.2, b.mouth - lift * 0.7),
                ]
                tone = darken(colour, 0.25) if k % 2 else lighten(colour, 0.4)
                pen.decal(stroke([skull.at(side * u, v, 2.5) for u, v in strand], 0.7), tone, alpha=0.6)
