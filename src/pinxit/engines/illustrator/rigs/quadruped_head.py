"""The face of a four-legged animal in profile: muzzle, mouth, nostril, cheek, eye, ears."""

from __future__ import annotations

import skia

from pinxit.engines.illustrator.colours import WHITE, Rgb, darken, lighten, mix
from pinxit.engines.illustrator.look import Look
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.coats import ANGRY, HAPPY, Coat
from pinxit.engines.illustrator.rigs.quadruped_bones import Bones
from pinxit.engines.illustrator.rigs.quadruped_hair import draw_horns
from pinxit.engines.illustrator.rigs.quadruped_skulls import Skull, skull_of
from pinxit.engines.illustrator.shapes import Point, changed, curve, ellipse, smooth

LASH: Rgb = (40, 28, 28)


def frame(bones: Bones) -> skia.Matrix:
    """From the head's own units to the drawing's."""
    matrix = skia.Matrix.Translate(*bones.poll)
    matrix.preRotate(bones.head_turn)
    scale = bones.build.head / 100
    matrix.preScale(scale, scale)
    return matrix


def spot(bones: Bones, point: Point) -> Point:
    """A point of the head in the drawing's units."""
    mapped = frame(bones).mapXY(*point)
    return (mapped.x(), mapped.y())


def head_path(bones: Bones) -> skia.Path:
    """The head's outline in the drawing's units."""
    return changed(smooth(skull_of(bones.build.skull, young=bones.build.young).outline), frame(bones))


def draw_face(pen: Pen, look: Look, coat: Coat, bones: Bones) -> None:
    """Everything on the head; anchors: face, mouth, eyes, head."""
    skull = skull_of(bones.build.skull, young=bones.build.young)
    head = smooth(skull.outline)
    with pen.at(*bones.poll, bones.build.head / 100, turn=bones.head_turn):
        with pen.on(head):
            _surface(pen, coat, bones, skull)
        _mouth(pen, look, coat, skull)
        _nose(pen, coat, skull)
        _eye(pen, look, coat, bones, skull)
        pen.anchor("face", *skull.eye, 60)
        pen.anchor("eyes", skull.eye[0], skull.eye[1], 52 if bones.build.skull == "elephant" else 40)
        pen.anchor("mouth", *skull.mouth[0], 34, -bones.head_turn)
        draw_horns(pen, look, coat, bones)
        _ear(pen, coat, bones, skull, far=False)
        wide = 66 if bones.build.skull in {"elephant", "hippo", "rhino"} else 44
        pen.anchor("head", 4, -6, wide, -bones.head_turn + 24)


def draw_far_ear(pen: Pen, coat: Coat, bones: Bones) -> None:
    """The ear behind the head."""
    skull = skull_of(bones.build.skull, young=bones.build.young)
    with pen.at(*bones.poll, bones.build.head / 100, turn=bones.head_turn):
        draw_horns(pen, Look(), coat, bones, far=True)
        _ear(pen, coat, bones, skull, far=True)


def _surface(pen: Pen, coat: Coat, bones: Bones, skull: Skull) -> None:
    """Muzzle tone, jowl, the lit bridge."""
    shade = darken(coat.fur, 0.5)
    if coat.snout is not None:
        edge = skull.muzzle
        muzzle = smooth([(edge + 8, -16), (edge, 4), (edge - 2, 22), (edge + 4, 50), (130, 60), (130, -20)])
        pen.decal(muzzle, coat.snout, alpha=0.92, blur=2.4)
    x, y, r = skull.cheek
    jowl = [
        (x + r * 0.75, y - r * 0.5),
        (x + r * 0.95, y + r * 0.3),
        (x + r * 0.3, y + r * 0.95),
        (x - r * 0.7, y + r * 0.7),
    ]
    pen.line(curve(*jowl), shade, 4.5, alpha=0.3, blur=2.5)
    pen.line(curve(*jowl), shade, 1.8, alpha=0.5)
    pen.decal(ellipse(x - 2, y - 2, r * 0.7, r * 0.6), lighten(coat.fur, 0.4), alpha=0.25, blur=5)
    if skull.nose != "trunk":
        ridge = [(skull.eye[0] + 14, skull.eye[1] + 6), (60, 14), (skull.nostril[0] - 16, skull.nostril[1] + 4)]
        pen.line(curve(*ridge), shade, 3, alpha=0.22, blur=2)


def _mouth(pen: Pen, look: Look, coat: Coat, skull: Skull) -> None:
    ink = darken(coat.fur if coat.snout is None else coat.snout, 0.62)
    points = list(skull.mouth)
    if look.expression in HAPPY or look.cute:
        points[-1] = (points[-1][0] - 3, points[-1][1] - 3)
    elif look.expression in ANGRY:
        points[-1] = (points[-1][0], points[-1][1] + 5)
    pen.line(curve(*points), ink, 1.9)


def _nose(pen: Pen, coat: Coat, skull: Skull) -> None:
    x, y = skull.nostril
    if skull.nose == "button":
        with pen.at(x, y, skull.nose_size):
            pen.fill(smooth([(-9, -4), (-2, -8), (5, -5), (6, 3), (1, 9), (-6, 5)]), coat.nose, "glossy", line=0.5)
            pen.decal(ellipse(0, -3.4, 3.2, 1.5, 20), WHITE, alpha=0.6)
    elif skull.nose == "disc":
        disc = ellipse(x - 1, y, 7.5, 17, 4)
        pen.fill(disc, lighten(mix(coat.fur, (236, 120, 120), 0.25), 0.1), "soft", line=0.7)
        for dy in (-6, 5):
            pen.decal(ellipse(x + 0.5, y + dy, 2.2, 3.8), darken(coat.fur, 0.55))
    elif skull.nose == "nostril":
        ink = darken(coat.fur if coat.snout is None else coat.snout, 0.68)
        pen.decal(ellipse(x - 1, y + 2, 6.4, 5.4, -30), ink, alpha=0.3, blur=1.2)
        hole = smooth(
            [(x - 4.6, y + 5), (x - 3.4, y), (x, y - 2.4), (x + 2, y - 0.6), (x - 1, y + 2), (x - 2.4, y + 5.4)]
        )
        pen.decal(hole, ink)


def _eye(pen: Pen, look: Look, coat: Coat, bones: Bones, skull: Skull) -> None:
    x, y = skull.eye
    r = skull.eye_size * (1.42 if bones.build.young else 1.0) * (1.06 if look.cute else 1.0)
    shade = darken(coat.fur, 0.5)
    pen.decal(ellipse(x + 1, y - 1, r * 1.5, r * 1.3), shade, alpha=0.35, blur=2.5)
    if bones.pose.asleep:
        pen.line(curve((x - r, y - r * 0.1), (x, y + r * 0.6), (x + r, y)), LASH, 2.2)
        return
    eye = ellipse(x, y, r * 1.12, r)
    pen.decal(eye, (30, 20, 20))
    with pen.on(eye):
        pen.decal(ellipse(x + r * 0.1, y + r * 0.25, r * 0.9, r * 0.7), coat.eyes, alpha=0.9)
        pen.decal(ellipse(x + r * 0.16, y + r * 0.05, r * 0.52, r * 0.56), (22, 14, 16))
    pen.decal(ellipse(x + r * 0.3, y - r * 0.36, r * 0.34), WHITE)
    pen.decal(ellipse(x - r * 0.3, y + r * 0.42, r * 0.16), WHITE, alpha=0.75)
    lid = [
        (x - r * 1.4, y + r * 0.2),
        (x - r * 0.5, y - r * 1.02),
        (x + r * 0.5, y - r * 1.0),
        (x + r * 1.45, y - r * 0.15),
    ]
    pen.line(curve(*lid), LASH, 2.3)
    with pen.on(smooth(skull.outline)):
        pen.line(
            curve((x - r * 1.2, y - r * 1.3), (x, y - r * 1.85), (x + r * 1.2, y - r * 1.4)), shade, 1.8, alpha=0.7
        )
        if look.cute:
            pen.decal(ellipse(x + 4, y + r * 2.4, r * 1.3, r * 0.8), (250, 130, 130), alpha=0.4, blur=3)
    if look.expression in ANGRY:
        pen.line(curve((x - r, y - r * 2), (x + r * 1.4, y - r * 1.1)), LASH, 3)


_EARS: dict[str, tuple[tuple[Point, ...], float]] = {
    # outline with the root at (0, 0) and the tip up; the angle at which it stands on an upright head
    "leaf": (((-6, 3), (-8.5, -12), (-3, -28), (2, -36), (6, -26), (9, -10), (7, 3)), 14),
    "long": (((-7, 3), (-11, -18), (-8, -44), (-1, -60), (5, -46), (9, -18), (7, 3)), -6),
    "side": (((-7, 5), (-10, -10), (-7, -26), (1, -36), (8, -26), (9, -10), (6, 4)), -82),
    "droop": (((-6, 4), (-11, -12), (-9, -30), (0, -40), (9, -30), (10, -12), (6, 4)), -128),
    "flap": (((-9, 4), (-14, -12), (-6, -30), (4, -40), (12, -26), (13, -8), (9, 4)), 30),
    "tiny": (((-7, 3), (-8, -8), (-1, -17), (7, -9), (7, 3)), 6),
    "tall": (((-5, 3), (-8, -12), (-4, -32), (4, -42), (7, -28), (8, -10), (6, 3)), 2),
    "tube": (((-6, 3), (-9, -8), (-7, -22), (0, -29), (6, -21), (8, -8), (6, 3)), 4),
    "pointed": (((-13, 6), (-11, -14), (-2, -36), (8, -18), (14, 6)), -6),
    "round": (((-13, 5), (-16, -10), (-8, -22), (5, -22), (14, -10), (13, 5)), -8),
    "hang": (((-9, 4), (-15, -14), (-13, -38), (0, -48), (12, -34), (12, -10), (9, 4)), -196),
}


def _ear(pen: Pen, coat: Coat, bones: Bones, skull: Skull, *, far: bool) -> None:
    if bones.build.ears == "fan":
        if not far:
            _fan(pen, coat)
        return
    outline, angle = _EARS[bones.build.ears]
    x, y = skull.ear
    back = -26 * bones.pose.flow if angle > -60 else 0
    turn = -bones.head_turn + 40 + angle + back
    if far and angle <= -60:
        return
    with pen.at(x + (12 if far else 0), y - (3 if far else 0), 1.0, turn=turn + (14 if far else 0)):
        fur = darken(coat.fur, 0.2) if far else coat.fur
        tone = coat.dark if coat.has("dark ears") else fur
        shape = pen.fill(smooth(outline), tone, "soft", line=0.8)
        if not far:
            inner = changed(smooth(outline), skia.Matrix.Scale(0.55, 0.72))
            with pen.on(shape):
                pen.decal(inner, mix(darken(coat.fur, 0.42), (196, 120, 112), 0.4), alpha=0.8, blur=1.2)


def _fan(pen: Pen, coat: Coat) -> None:
    """An elephant's ear."""
    ear = smooth(
        [
            (22, -20),
            (4, -38),
            (-30, -38),
            (-58, -14),
            (-66, 26),
            (-54, 66),
            (-30, 100),
            (-12, 98),
            (0, 72),
            (18, 42),
            (25, 10),
        ]
    )
    pen.fill(ear, lighten(coat.fur, 0.04), "soft", line=0.9)
    with pen.on(ear):
        inner = mix(coat.fur, (214, 160, 156), 0.42)
        pen.decal(
            smooth([(8, -18), (-24, -22), (-48, 6), (-50, 40), (-28, 78), (-10, 70), (4, 34)]), inner, alpha=0.6, blur=6
        )
        shade = darken(coat.fur, 0.4)
        for points in (
            ((10, 0), (-14, 4), (-34, 22)),
            ((8, 12), (-10, 30), (-22, 58)),
            ((14, -14), (-10, -16), (-32, -6)),
        ):
            pen.line(curve(*points), shade, 2.2, alpha=0.4)
