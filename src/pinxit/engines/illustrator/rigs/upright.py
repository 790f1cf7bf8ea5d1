"""The furry animal on its hind legs, from the front: waving, cheering, dancing, hanging from a branch, climbing."""

from __future__ import annotations

from dataclasses import dataclass

import skia

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.coats import Coat
from pinxit.engines.illustrator.rigs.muzzles import draw_face
from pinxit.engines.illustrator.rigs.seated import COMPACT, CUTE, PLAIN, Frame, draw_front, draw_toes
from pinxit.engines.illustrator.rigs.tails import draw_tail
from pinxit.engines.illustrator.shapes import Point, curve, ellipse, smooth, tube

BARK: Rgb = (126, 86, 56)
RAISED = 40.0  # how much higher the body stands than a seated one


@dataclass(frozen=True, slots=True)
class Gesture:
    """Elbow and hand of each arm from the shoulder, and each foot from its place on the ground; right side first."""

    right: tuple[Point, Point]
    left: tuple[Point, Point]
    feet: tuple[Point, Point] = ((0, 0), (0, 0))
    lean: float = 0.0


_DOWN: tuple[Point, Point] = ((16, 26), (12, 50))
_UP: tuple[Point, Point] = ((26, -4), (30, -38))
_OUT: tuple[Point, Point] = ((30, 14), (54, 4))
_HIGH: tuple[Point, Point] = ((20, -38), (6, -92))
_GESTURES = {
    "wave": Gesture(_UP, _DOWN), "greet": Gesture(_UP, _DOWN), "cheer": Gesture(_UP, _UP),
    "celebrate": Gesture(_UP, _UP), "dance": Gesture(_UP, _OUT, ((10, -16), (-4, 0)), 6),
    "balance": Gesture(_OUT, _OUT), "skate": Gesture(_OUT, _OUT, ((8, 0), (-8, -8)), 5),
    "surf": Gesture(_OUT, _OUT, ((12, 0), (-12, 0)), 6), "skateboard": Gesture(_OUT, _OUT, ((12, 0), (-12, 0)), 5),
    "ski": Gesture(_OUT, _OUT, ((4, 0), (-4, 0)), 4), "hang": Gesture(_HIGH, _DOWN, ((4, 8), (0, 2)), -4),
    "swing": Gesture(_HIGH, _OUT, ((12, -6), (6, 4)), -12), "dangle": Gesture(_HIGH, _HIGH, ((2, 6), (-2, 6))),
    "climb": Gesture(((28, -18), (8, -54)), ((28, 0), (12, -30)), ((8, -20), (0, 0)), 0),
}  # fmt: skip
UPRIGHT = frozenset(_GESTURES)
_HANGING = {"hang", "swing", "dangle"}


def draw_upright(pen: Pen, look: Look, species: Coat) -> None:
    """Draw the animal; anchors: head, eyes, face, mouth, neck, body, back, seat, hand, hand2."""
    coat = species.dressed(look)
    gesture = _GESTURES.get(look.pose or "", Gesture(_UP if look.holds else _DOWN, _DOWN))
    frame = CUTE if look.cute else COMPACT if coat.compact else PLAIN
    hangs = look.pose in _HANGING
    if hangs:
        _branch(pen, -frame.shoulder_y + RAISED + 92)
    if look.pose == "climb":
        trunk = pen.fill(tube([(6, 2), (2, -120), (8, -290)], [54, 46, 42]), BARK, "soft")
        with pen.on(trunk):
            for k in range(9):
                x, y = -16 + (k * 17) % 38, -18 - 30 * k
                pen.line(curve((x, y), (x + 3, y - 12), (x - 1, y - 24)), darken(BARK, 0.3), 2.6, alpha=0.7)
    with pen.at(0, 0, turn=gesture.lean):
        _draw(pen, look, coat, (frame, gesture))


def _branch(pen: Pen, height: float) -> None:
    """The bough it hangs from, with two leaves."""
    y = -height
    pen.fill(tube([(-78, y + 6), (10, y), (96, y - 10)], [19, 17, 11]), BARK, "soft")
    for x, turn in ((-52, -24), (76, 30)):
        with pen.at(x, y + 8, turn=turn):
            leaf = pen.fill(smooth([(0, 0), (12, 12), (10, 32), (0, 44), (-10, 32), (-10, 12)]), (104, 160, 76), "soft")
            with pen.on(leaf):
                pen.line(curve((0, 0), (0, 42)), (72, 120, 58), 1.6)


def _draw(pen: Pen, look: Look, coat: Coat, plan: tuple[Frame, Gesture]) -> None:
    frame, gesture = plan
    tone = lighten(coat.dark, 0.06) if coat.has("socks", "panda") else coat.fur
    with pen.at(0, -RAISED * 0.7):
        draw_tail(pen, coat, frame.hips * coat.build)
    for side, (dx, dy) in zip((1, -1), gesture.feet, strict=True):
        _leg(pen, coat, tone, (side * frame.hips * 0.5 + dx, dy, side))
    with pen.at(0, -RAISED):
        pen.anchor("back", 0, -40, frame.hips * 2 * coat.build)
        body = _trunk(coat, frame)
        pen.fill(body, coat.fur, "soft")
        with pen.on(body):
            draw_front(pen, coat, frame, held=True)
        pen.anchor("seat", 0, frame.shoulder_y, frame.chest * 2)
        pen.anchor("body", 0, frame.shoulder_y + 26, frame.hips * 1.7 * coat.build)
        high = [arm for arm in (gesture.right, gesture.left) if arm[1][1] < -60]
        for side, arm in ((1, gesture.right), (-1, gesture.left)):
            if arm not in high:
                _arm(pen, coat, frame, (tone, side, arm))
        neck = frame.head_y + frame.head_ry * 0.94
        pen.anchor("neck", 0, neck + 3, frame.chest * (1.9 if look.cute else 1.5) * coat.build)
        for side, arm in ((1, gesture.right), (-1, gesture.left)):
            if arm in high:
                _arm(pen, coat, frame, (tone, side, arm))
        draw_face(pen, look, coat, (0, frame.head_y, frame.head_rx, frame.head_ry))


def _trunk(coat: Coat, frame: Frame) -> skia.Path:
    chest, hips, top = frame.chest * coat.build, frame.hips * coat.build, frame.shoulder_y
    half: list[Point] = [(0, top - 16), (chest * 0.68, top - 8), (chest, top + 18), (chest * 1.04, top * 0.5)]
    half += [(hips * 0.96, -20), (hips * 0.84, 2), (hips * 0.4, 12), (0, 8)]
    return smooth([*half, *[(-x, y) for x, y in reversed(half[1:-1])]])


def _leg(pen: Pen, coat: Coat, tone: Rgb, spot: tuple[float, float, int]) -> None:
    x, y, side = spot
    root = (side * 20 * coat.build, -RAISED - 14)
    pen.fill(tube([root, ((root[0] + x) / 2 + side * 3, -26 + y), (x, y - 9)], [38, 31, 25]), tone, "soft", line=0.9)
    foot = coat.light if coat.has("mitts") else tone
    shape: list[Point] = [(-17, -3), (-14, -14), (0, -19), (14, -14), (17, -3), (0, 2)]
    pen.fill(smooth([(x + side * 4 + a, y + b) for a, b in shape]), foot, "soft", line=0.9)
    draw_toes(pen, foot, (x + side * 4, y))


def _arm(pen: Pen, coat: Coat, frame: Frame, limb: tuple[Rgb, int, tuple[Point, Point]]) -> None:
    tone, side, ((ex, ey), (hx, hy)) = limb
    sx, sy = frame.chest * 0.74 * coat.build, frame.shoulder_y + 20
    wide = frame.head_rx * (1.5 if coat.has("mane", "spines") else 1.16)
    reach = max(0.0, wide - sx - ex + 14) if hy < -20 else 0.0  # past the cheeks
    spots = [(side * sx, sy), (side * (sx + ex + reach), sy + ey), (side * (sx + hx + reach * 1.2), sy + hy)]
    if hy < -60:  # past the head, to the branch
        spots = [spots[0], (side * (frame.head_rx + 20), sy + ey), (side * (frame.head_rx + 6), sy + hy - 24)]
    pen.fill(tube(spots, [27, 24, 21]), tone, "soft", line=0.9)
    x, y = spots[2]
    pen.anchor("hand" if side > 0 else "hand2", x, y - 4, 28)
    paw = coat.light if coat.has("mitts") else tone
    pen.fill(ellipse(x, y - 3, 14, 13), paw, "soft", line=0.8)
    if hy < 0:
        pad = darken(paw, 0.25) if sum(paw) > 240 else lighten(paw, 0.3)
        pen.decal(ellipse(x, y, 6, 4.6), pad)
        for dx in (-7, 0, 7):
            pen.decal(ellipse(x + dx, y - 9 + abs(dx) * 0.3, 2.6), pad)
