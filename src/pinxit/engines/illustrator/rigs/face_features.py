"""Eyes, brows, nose and mouth."""

from __future__ import annotations

from collections.abc import Sequence

import skia

from pinxit.engines.illustrator.colours import BLACK, WHITE, Rgb, darken, lighten, mix
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.face import Skull, joined, stroke
from pinxit.engines.illustrator.rigs.person_traits import Person
from pinxit.engines.illustrator.shapes import Point, curve, ellipse, smooth, tube

Gaze = tuple[float, float]


def lens(upper: Sequence[Point], lower: Sequence[Point]) -> skia.Path:
    """A shape with two pointed corners, between two curves that start and end at the same points."""
    path = curve(*upper)
    path.addPath(curve(*reversed(lower)), skia.Path.AddPathMode.kExtend_AddPathMode)
    path.close()
    return path


def draw_eyes(pen: Pen, person: Person, skull: Skull, gaze: Gaze) -> None:
    """Both eyes; `gaze` is where they look, -1 to 1 each way."""
    for side in (-1, 1):
        lids = person.mood.lids
        if gaze[1] > 0.3 and lids > 0.3:
            lids = min(lids, 0.7)
        if person.mood.wink and side == 1:
            lids = 0.0
        if lids < 0.2:
            _closed_eye(pen, person, skull, side)
        else:
            _open_eye(pen, person, skull, side, (gaze[0], gaze[1], lids))


def _lid_curves(person: Person, skull: Skull, side: int, lids: float) -> tuple[list[Point], list[Point]]:
    b = skull.build
    half, high = b.eye_w / 2, b.eye_h * lids
    kind = person.heritage.lids
    tilt = {"single": 1.7, "almond": 1.3}.get(kind, 0.7) + (0.5 if person.female else 0.0) - person.old * 1.1
    top = high * (0.6 if kind != "single" else 0.5)
    low = b.eye_h * (0.4 if lids > 0.5 else 0.3) * (1 - 0.6 * person.mood.squint)

    def spot(along: float, y: float) -> Point:
        return skull.at(side * (b.eye_x + along * half), b.eye + y)

    upper = [
        spot(-1, 1.1), spot(-0.62, -top * 0.62), spot(-0.08, -top), spot(0.5, -top * 0.86), spot(1.04, -tilt),
    ]  # fmt: skip
    lower = [
        spot(-1, 1.1),
        spot(-0.45, low * 0.85),
        spot(0.15, low),
        spot(0.65, low * 0.6 - tilt * 0.3),
        spot(1.04, -tilt),
    ]
    return upper, lower


def _open_eye(pen: Pen, person: Person, skull: Skull, side: int, aim: tuple[float, float, float]) -> None:
    b = skull.build
    upper, lower = _lid_curves(person, skull, side, aim[2])
    white = lens(upper, lower)
    pen.decal(white, mix((250, 245, 238), person.skin, 0.12))
    radius = b.eye_h * (0.5 if person.cute else 0.5 if person.small else 0.53)
    x, y = skull.at(side * b.eye_x + aim[0] * b.eye_w * 0.2, b.eye - b.eye_h * 0.06 + aim[1] * b.eye_h * 0.36)
    with pen.on(white):
        _iris(pen, person.iris, (x, y), radius)
        lid_shadow = [(px, py + b.eye_h * 0.13) for px, py in upper]
        pen.decal(stroke(lid_shadow, b.eye_h * 0.3, 0.6, 0.6), darken(person.deep, 0.2), alpha=0.4, blur=0.9)
    spark = radius * (0.34 if person.distant else 0.25)
    with pen.on(white):
        pen.decal(ellipse(x - radius * 0.36, y - radius * 0.42, spark, spark * 1.15), WHITE, alpha=0.95)
        pen.decal(ellipse(x + radius * 0.42, y + radius * 0.4, spark * 0.5), WHITE, alpha=0.6)
    _lids(pen, person, skull, side, (upper, lower))


def _iris(pen: Pen, colour: Rgb, centre: Point, radius: float) -> None:
    x, y = centre
    pen.decal(ellipse(x, y, radius * 1.06), darken(colour, 0.6))
    glow = Gradient(
        (x, y + radius * 0.35), (x + radius * 1.15, y + radius * 0.35),
        ((0.0, lighten(colour, 0.42)), (0.55, colour), (1.0, darken(colour, 0.55))), radial=True,
    )  # fmt: skip
    pen.decal(ellipse(x, y, radius * 0.92), glow)
    pen.decal(ellipse(x, y, radius * 0.42), (18, 12, 14))


def _lids(pen: Pen, person: Person, skull: Skull, side: int, curves: tuple[list[Point], list[Point]]) -> None:
    b = skull.build
    upper, lower = curves
    lash = mix(darken(person.deep, 0.65), BLACK, 0.4)
    made_up = person.female and not person.small and person.age != "elderly"
    thick = b.eye_h * (0.2 if made_up else 0.1 if person.age == "baby" else 0.14 if person.small else 0.13) + (
        0.5 if person.distant else 0.0
    )
    gap = {"single": 1.5, "almond": 2.3}.get(person.heritage.lids, 2.7) + (0.6 if person.age == "elderly" else 0.0)
    fold = [(x, y - gap * (0.5 if i in {0, 4} else 1.0)) for i, (x, y) in enumerate(upper)]
    pen.decal(smooth([*upper[1:], *reversed(fold[1:])]), person.shade, alpha=0.3 if made_up else 0.16, blur=0.7)
    pen.decal(stroke(fold, 0.7), person.deep, alpha=0.35 if person.heritage.lids == "single" else 0.55)
    ex, ey = upper[-1]
    flick = (ex + side * (1.9 if made_up else 0.5), ey - (1.0 if made_up else 0.1))
    widths = [thick * k for k in (0.3, 0.75, 1.0, 1.12, 0.9, 0.12)]
    pen.decal(tube([*upper, flick], widths, closed_ends=False), lash)
    if made_up:
        for k, (t, long) in enumerate(((4, 2.2), (3.6, 2.6), (3.2, 2.4))):
            i = min(int(t), 3)
            f = t - i
            px = upper[i][0] + (upper[i + 1][0] - upper[i][0]) * f
            py = upper[i][1] + (upper[i + 1][1] - upper[i][1]) * f
            tip = (px + side * long * (0.8 - 0.2 * k), py - long * (0.55 + 0.16 * k))
            pen.decal(tube([(px, py), ((px + tip[0]) / 2 + side * 0.3, (py + tip[1]) / 2 + 0.3), tip],
                           [0.8, 0.5, 0.1], closed_ends=False), lash)  # fmt: skip
    pen.decal(stroke(lower, 0.6, 0.05, 0.8), person.deep, alpha=0.5)
    lit = [(x, y + 1.1) for x, y in lower[1:-1]]
    pen.decal(stroke(lit, 0.9), lighten(person.skin, 0.35), alpha=0.4, blur=0.4)
    x, y = skull.at(side * (b.eye_x - b.eye_w * 0.47), b.eye + 1.0)
    pen.decal(ellipse(x, y, 0.95, 0.7), mix(person.blush, WHITE, 0.15), alpha=0.85)


def _closed_eye(pen: Pen, person: Person, skull: Skull, side: int) -> None:
    b = skull.build
    bow = 1.0 if person.mood.smile > 0.5 else -1.0  # laughing eyes arch up, sleeping lids hang down
    half = b.eye_w / 2
    points = [
        skull.at(side * (b.eye_x + k * half), b.eye + 1 + bow * (k * k - 0.7) * b.eye_h * 0.34)
        for k in (-1, -0.5, 0, 0.5, 1)
    ]
    lash = mix(darken(person.deep, 0.65), BLACK, 0.3)
    pen.decal(stroke(points, 1.9, 0.2, 0.3), lash)
    for k, dx in ((4, 2.6), (3, 1.8)):
        x, y = points[k]
        pen.decal(
            stroke([(x, y), (x + side * dx * 0.6, y + 0.6 * -bow), (x + side * dx, y + 1.4 * -bow)], 0.8, 1.0, 0), lash
        )
    lid = [(x, y - 4.2) for x, y in points]
    pen.decal(stroke(lid, 0.8), person.deep, alpha=0.5)


def draw_brows(pen: Pen, person: Person, skull: Skull) -> None:
    """Brows of hair, thicker towards the nose."""
    b, mood = skull.build, person.mood
    colour = mix(
        mix(person.hair, (104, 96, 92), 0.34) if person.age == "elderly" else darken(person.hair, 0.25),
        person.skin,
        0.4 if person.small else 0.1,
    )
    thick = (
        (1.25 if person.distant else 1.0)
        * (2.9 if person.female else 4.0)
        * (0.4 if person.age == "baby" else 0.6 if person.small else 1.0)
        * (1.3 if person.old > 0.7 else 1.0)
    )
    for side in (-1, 1):
        high = -1.2 * (mood.skew > 0 and side == 1)
        line = [(7.0, 0.9 - mood.brow_in * 4.0), (12.5, -1.4 - mood.brow_in * 2.4 - mood.brow_out),
                (19.5, -3.0 - mood.brow_out * 2.6), (26.2, 1.2 - mood.brow_out * 3.4)]  # fmt: skip
        points = [skull.at(side * x, b.brow + y + high * 1.4) for x, y in line]
        shape = tube(points, [thick * 0.72, thick * 1.02, thick * 0.72, 0.2], closed_ends=False)
        pen.decal(shape, colour, alpha=0.5, blur=0.9)
        pen.decal(shape, colour, alpha=0.8)
        hairs: dict[int, list[skia.Path]] = {0: [], 1: []}
        for k in range(12):
            t = k / 11
            i = min(int(t * 3), 2)
            f = t * 3 - i
            x = points[i][0] + (points[i + 1][0] - points[i][0]) * f
            y = points[i][1] + (points[i + 1][1] - points[i][1]) * f
            reach = thick * (0.7 - 0.5 * t)
            hair = [(x - side * 0.5, y + reach * 0.55), (x + side * 0.5, y - reach * 0.2),
                    (x + side * (1.2 + 1.6 * t), y - reach * 0.72)]  # fmt: skip
            hairs[k % 2].append(stroke(hair, 0.5, 0.7, 0))
        pen.decal(joined(hairs[1]), darken(colour, 0.3), alpha=0.6)
        pen.decal(joined(hairs[0]), lighten(colour, 0.12), alpha=0.6)


def draw_nose(pen: Pen, person: Person, skull: Skull) -> None:  # limit: one drawing, told from back to front
    """Bridge, side plane, ball, wings, nostrils and the shadow below."""
    b = skull.build
    w, y0, tip = b.nose_w, b.eye, b.nose
    if person.cute:
        x, y = skull.at(0, tip, 5)
        pen.decal(stroke([(x - 2.4, y), (x, y + 1.5), (x + 2.4, y)], 1.3, 0.2, 0.2), person.deep, alpha=0.75)
        return
    close = not (person.distant or person.small)
    thin = 0.4 if person.small else 0.6 if person.distant else 0.72 if person.female and not person.old > 0.5 else 1.0
    far = -1 if skull.yaw < 0 else 1  # the side plane is the one turned away from us... and from most lights
    plane = [skull.at(far * 1.4, y0 - 4, 3), skull.at(far * 2.2, tip - 7, 9), skull.at(far * 3.0, tip - 1, 10),
             skull.at(far * w, tip + 1, 2), skull.at(far * w * 0.8, tip - 6, 2),
             skull.at(far * 4.6, y0 + 3, 0)]  # fmt: skip
    pen.decal(smooth(plane), person.shade, alpha=(0.6 if close else 0.4) * thin, blur=1.8)
    if close:
        flank = [skull.at(far * u, v, z) for u, v, z in (
            (w, tip + 2, 1), (w * 1.35, tip - 4, 0), (6.5, y0 + 4, 0), (4.0, y0 - 2, 2), (4.4, tip - 6, 5),
        )]  # fmt: skip
        pen.decal(smooth(flank), person.shade, alpha=0.3 * thin, blur=2.2)
    pen.decal(ellipse(*skull.at(0, tip, 8), w * 0.8, w * 0.6), person.blush, alpha=0.3, blur=2.0)
    under = [skull.at(-w * 0.9, tip + 1.8, 2), skull.at(0, tip + 2.0, 8), skull.at(w * 0.9, tip + 1.8, 2),
             skull.at(w * 0.5, tip + 5.6, 1), skull.at(-w * 0.5, tip + 5.6, 1)]  # fmt: skip
    pen.decal(smooth(under), person.shade, alpha=0.55 * thin, blur=1.2)
    for side in (-1, 1):
        x, y = skull.at(side * w * 0.46, tip + 2.3, 5)
        hole = smooth([(x - w * 0.25, y + 0.5), (x - side * w * 0.05, y - 0.95), (x + w * 0.25, y + 0.5),
                       (x, y + 0.75)])  # fmt: skip
        pen.decal(hole, darken(person.deep, 0.3), alpha=0.75 if not person.small else 0.55)
        wing = [skull.at(side * w * 0.78, tip - 3.6, 4), skull.at(side * w * 1.06, tip - 0.4, 2),
                skull.at(side * w * 0.98, tip + 2.2, 2), skull.at(side * w * 0.7, tip + 3.1, 4)]  # fmt: skip
        pen.decal(stroke(wing, 0.95, 0.0, 0.2), person.deep, alpha=(0.7 if side == far else 0.5) * thin)
    ball = [skull.at(-w * 0.3, tip + 3.1, 7), skull.at(0, tip + 3.9, 8), skull.at(w * 0.3, tip + 3.1, 7)]
    pen.decal(stroke(ball, 0.8, 0.1, 0.1), person.deep, alpha=0.5)
    ridge = [skull.at(-far * 0.8, y0 - 1, 4), skull.at(-far * 1.0, (y0 + tip) / 2, 7), skull.at(-far * 0.8, tip - 4, 9)]
    pen.decal(stroke(ridge, 2.4, 0.3, 0.6), lighten(person.skin, 0.5), alpha=0.4 * thin, blur=1.0)
    x, y = skull.at(-far * 0.9, tip - 1.6, 10)
    pen.decal(ellipse(x, y, w * 0.34, w * 0.28), lighten(person.skin, 0.65), alpha=0.6, blur=0.9)
    if not person.small and abs(skull.yaw) > 4:
        bridge = [skull.at(far * u, v, z) for u, v, z in (
            (3.6, y0 - 7, 0), (2.7, y0 - 1, 3), (2.6, y0 + 4, 5), (2.9, y0 + 8, 6))]  # fmt: skip
        pen.decal(stroke(bridge, 0.9, 0.1, 0), person.deep, alpha=0.34)
    for k in range(3 if person.mood.sneer else 0):
        line = [skull.at(-3.4 + k * 0.5, y0 + 2 + k * 2.6, 4), skull.at(0, y0 + 1 + k * 2.6, 7),
                skull.at(3.4 - k * 0.5, y0 + 2 + k * 2.6, 4)]  # fmt: skip
        pen.decal(stroke(line, 0.7), person.deep, alpha=0.5)


def draw_mouth(pen: Pen, person: Person, skull: Skull) -> None:  # limit: one drawing, told from back to front
    """Lips, teeth when they show, and the planes around."""
    b, mood = skull.build, person.mood
    half = b.mouth_w * (1 + 0.22 * max(0.0, mood.smile)) * (1 - 0.25 * (mood.jaw > 0.5 and mood.smile < 0.4))
    lift = mood.smile * (4.4 if not person.small else 3.4) * (1.35 if person.distant else 1.0)
    gap = mood.jaw * 13
    y = b.mouth
    red = mix(
        person.skin, (168, 56, 62), 0.42 + (0.16 if person.female and not person.old > 0.7 else 0) - 0.1 * person.small
    )
    full = (
        (1 + person.heritage.lips * 0.5)
        * (1.15 if person.female else 1.0)
        * (1 - 0.35 * person.old)
        * (0.8 if person.small else 1)
    )

    def spot(along: float, dy: float) -> Point:
        skew = mood.skew * along * 1.3 + mood.sneer * 2.4 * (dy < -1) * max(0.0, 1 - abs(along - 0.35) * 1.6)
        return skull.at(along * half, y + dy - skew, 1.5 * (1 - along * along))

    left, right = spot(-1, -lift * 0.8), spot(1, -lift * 0.8)
    line = [left, spot(-0.5, lift * 0.12), spot(0, lift * 0.3), spot(0.5, lift * 0.12), right]
    bow = [left, spot(-0.55, -1.7 * full - lift * 0.12), spot(-0.2, -3.3 * full), spot(0, -2.5 * full), spot(0.2,
        -3.3 * full),
           spot(0.55, -1.7 * full - lift * 0.12), right]  # fmt: skip
    chin = [
        left,
        spot(-0.55, 2.4 * full + lift * 0.2 + gap * 0.85),
        spot(0, 4.4 * full + lift * 0.3 + gap),
        spot(0.55, 2.4 * full + lift * 0.2 + gap * 0.85),
        right,
    ]
    x, sy = spot(0, 8.6 * full + lift * 0.3 + gap)
    pen.decal(ellipse(x, sy, half * 0.7, 2.4), person.shade, alpha=0.4 if not person.small else 0.2, blur=1.8)
    pen.decal(
        smooth([spot(-0.16, -3.2), spot(0.16, -3.2), spot(0.1, -8), spot(-0.1, -8)]), person.shade, alpha=0.3, blur=0.9
    )
    pen.decal(lens(bow, line), darken(red, 0.14))
    if gap > 0.8:
        _open_mouth(pen, person, (line, chin), (spot(0, gap + 2.0), half))
        inner = [
            left,
            spot(-0.55, gap * 0.84 + lift * 0.15),
            spot(0, gap + lift * 0.28),
            spot(0.55, gap * 0.84 + lift * 0.15),
            right,
        ]
        pen.decal(lens(inner, chin), red)
    else:
        pen.decal(lens(line, chin), red)
    pen.decal(
        ellipse(*spot(-0.15, 2.2 * full + lift * 0.3 + gap), half * 0.32, 1.0 * full),
        lighten(red, 0.5),
        alpha=0.5,
        blur=0.6,
    )
    firm = 1.4 if person.distant else 1.05
    pen.decal(stroke(line, firm if gap < 0.8 else 0.9, 0.5, 0.5), darken(person.deep, 0.3), alpha=0.9)
    for along in (-1.06, 1.06):
        pen.decal(ellipse(*spot(along, -lift * 0.85), 1.2, 1.4), person.deep, alpha=0.36, blur=0.8)


def _open_mouth(pen: Pen, person: Person, lines: tuple[list[Point], list[Point]], place: tuple[Point, float]) -> None:
    (x, bottom), half = place
    hole = lens(*lines)
    pen.decal(hole, (92, 26, 32))
    with pen.on(hole):
        pen.decal(ellipse(x, bottom + 0.5, half * 0.6, half * 0.42), (206, 92, 92))
        if person.mood.teeth and person.age != "baby":
            teeth = [(px, py + 4.2 - abs(px - x) * 0.06) for px, py in lines[0]]
            pen.decal(lens([(px, py - 0.5) for px, py in lines[0]], teeth), (250, 246, 236))


def draw_paint(pen: Pen, person: Person, skull: Skull) -> None:
    """A clown's white eyes and mouth, under the features."""
    b = skull.build
    for side in (-1, 1):
        x, y = skull.at(side * b.eye_x, b.eye - 3)
        pen.decal(ellipse(x, y, b.eye_w * 0.7, b.eye_h * 1.5), (250, 248, 244))
        x, y = skull.at(side * 23, b.nose + 2)
        pen.decal(ellipse(x, y, 7, 6), (232, 92, 84), alpha=0.8)
    x, y = skull.at(0, b.mouth + 1)
    pen.decal(ellipse(x, y, b.mouth_w * 1.75, 10.5), (250, 248, 244))


def draw_red_nose(pen: Pen, skull: Skull) -> None:
    """A ball of a nose."""
    x, y = skull.at(0, skull.build.nose - 1, 8)
    pen.fill(ellipse(x, y, 8.2), (214, 46, 44), "glossy", line=0.6)
    pen.decal(ellipse(x - 2.6, y - 3, 2.2), WHITE, alpha=0.8)
