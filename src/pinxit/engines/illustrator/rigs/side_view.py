"""The animal on four legs from the side, facing right: standing, walking, running or jumping."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import skia

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.coats import Coat
from pinxit.engines.illustrator.rigs.flanks import draw_flank
from pinxit.engines.illustrator.rigs.gaits import Gait, chain, gait_of, moving
from pinxit.engines.illustrator.rigs.muzzles import draw_face
from pinxit.engines.illustrator.rigs.profiles import DOG, Profile
from pinxit.engines.illustrator.rigs.rumps import draw_side_tail
from pinxit.engines.illustrator.rigs.side_face import draw_profile, draw_side_mane
from pinxit.engines.illustrator.shapes import Point, curve, ellipse, smooth, tube, union


@dataclass(frozen=True, slots=True)
class Build:
    """A quadruped's measures: withers height, length between the roots of the legs, the rest in withers heights.

    `chest`, `loin`: depth of the trunk before and behind; `rump`: height of the croup; `leg`: thickness of the legs;
    `bend`: how much they are bent; `neck`: angle above the horizontal, length, width below and above;
    `head`: length and tilt.
    """

    height: float = 120.0
    length: float = 104.0
    chest: float = 0.44
    loin: float = 0.38
    rump: float = 1.0
    leg: float = 1.0
    bend: float = 1.0
    neck: tuple[float, float, float, float] = (52, 0.52, 0.46, 0.24)
    head: tuple[float, float] = (0.46, 44)
    tail: str = "thin"
    ears: str = "pointed"
    profile: Profile = DOG
    front: float = 0.0  # the radius of a head that is turned to us, in withers heights; 0: a profile


@dataclass(frozen=True, slots=True)
class Pose:
    """Where the big parts are, in units: roots of the legs, poll, head length and tilt."""

    hip: Point
    shoulder: Point
    poll: Point
    head: float
    tilt: float


def draw_quadruped(pen: Pen, look: Look, species: Coat, build: Build) -> None:
    """Draw the animal; anchors: seat, back, body, neck, head, eyes, face, mouth, hand."""
    coat = species.dressed(look)
    if look.cute:
        build = _toy(build)
    gait = gait_of(look.pose)
    pose = _posed(build, gait)
    with pen.at(0, -_lowest(build, gait, pose) - gait.lift * build.height), pen.at(0, 0, turn=gait.pitch):
        _draw(pen, look, (coat, build, pose, gait))


Animal = tuple[Coat, Build, Pose, Gait]


def _draw(pen: Pen, look: Look, animal: Animal) -> None:
    coat, build, pose, gait = animal
    far = lighten(coat.dark, 0.12) if coat.has("panda") else darken(coat.fur, 0.24)
    for index, hind in ((1, True), (3, False)):
        _leg(pen, animal, index, hind=hind, tone=far)
    with pen.at(pose.hip[0] - build.height * 0.13, -build.height * build.rump + build.height * 0.12):
        draw_side_tail(pen, coat, build.tail, build.height, running=moving(look.pose))
    trunk = _trunk(build, pose)
    neck = _neck(build, pose)
    head = _head(build, pose)
    legs = [_limb(animal, 0, hind=True), _limb(animal, 2, hind=False)]
    whole = union(trunk, neck, *legs) if build.front else union(trunk, neck, head, *legs)
    pen.fill(whole, coat.fur, "soft")
    with pen.on(whole):
        draw_flank(pen, coat, build.height, (pose.hip[0], pose.shoulder[0]), look)
        _creases(pen, coat, build, pose)
        for index, hind in ((0, True), (2, False)):
            _socks(pen, animal, index, hind=hind)
    for index, hind in ((0, True), (2, False)):
        _foot(pen, build, coat, chain(_root(pose, hind), gait.legs[index], hind=hind, bend=build.bend))
    _anchors(pen, build, pose)
    if build.front:
        _turned_head(pen, look, animal, whole)
        return
    if coat.has("mane"):
        draw_side_mane(pen, coat, pose.poll, pose.head)
    with pen.at(*pose.poll, turn=pose.tilt):
        draw_profile(pen, look, coat, build.profile, (pose.head, build.ears))
    _head_anchors(pen, build, pose)


def _turned_head(pen: Pen, look: Look, animal: Animal, whole: skia.Path) -> None:
    """The head looks at us over the shoulder: the same face as the seated animal's."""
    coat, build, pose, gait = animal
    h = build.height
    rx = h * build.front * (0.86 if coat.has("mane") else 1.0)
    px, py = pose.poll
    x, y = px + h * 0.04, py + rx * 0.3
    with pen.on(whole):
        pen.decal(ellipse(x - rx * 0.2, y + rx * 0.86, rx * 0.8, rx * 0.22), darken(coat.fur, 0.5), alpha=0.3, blur=5)
    if coat.has("ruff", "belly") and not coat.has("panda"):
        chest = [
            (-0.5, 0.5),
            (0.5, 0.4),
            (0.6, 0.9),
            (0.36, 0.96),
            (0.3, 1.3),
            (0.06, 1.22),
            (-0.1, 1.56),
            (-0.24, 1.2),
        ]
        spots = [(x + a * rx, y + b * rx) for a, b in [*chest, (-0.5, 1.1)]]
        pen.fill(smooth(spots, tension=0.32), coat.dark if coat.has("mane") else coat.light, "soft", line=0.0)
    pen.anchor("neck", x - rx * 0.1, y + rx * 0.86, rx * 1.45, turn=6)
    with pen.at(x, y, turn=-gait.pitch * 0.8 + (10 if gait.grazing else 3)):
        draw_face(pen, look, coat, (0, 0, rx, rx * 0.91))
    if coat.has("mane"):  # a collar lies on the mane
        pen.anchor("neck", x - rx * 0.1, y + rx * 1.05, rx * 1.3, turn=6)


def _toy(build: Build) -> Build:
    angle, length, base, top = build.neck
    return replace(
        build, front=build.front * 1.34, length=build.length * 0.84, height=build.height * 0.86, leg=build.leg * 1.22,
        neck=(min(angle + 8, 88), length * 0.84, base * 1.06, top * 1.24),
        head=(build.head[0] * 1.46, build.head[1] - 6),
    )  # fmt: skip


def _posed(build: Build, gait: Gait) -> Pose:
    h, half = build.height, build.length / 2
    angle, length, _, _ = build.neck
    angle += gait.neck
    tilt = build.head[1] + gait.neck * 0.4 + gait.nod
    root = (half + h * 0.04, -h * 0.84)
    radians = math.radians(angle)
    poll = (root[0] + math.cos(radians) * h * length, root[1] - math.sin(radians) * h * length)
    return Pose((-half, -h * build.rump + h * 0.22), (half, -h * 0.72), poll, build.head[0] * h, tilt)


def _root(pose: Pose, hind: bool) -> Point:
    return pose.hip if hind else pose.shoulder


def _lowest(build: Build, gait: Gait, pose: Pose) -> float:
    feet = [chain(_root(pose, i < 2), step, hind=i < 2, bend=build.bend)[-1][1] for i, step in enumerate(gait.legs)]
    return max(feet)


def _trunk(build: Build, pose: Pose) -> skia.Path:
    h, hx, sx = build.height, pose.hip[0], pose.shoulder[0]
    top = -h * build.rump
    chest, loin = -h + build.chest * h, top + build.loin * h
    points = [
        (sx - h * 0.02, -h), (sx - h * 0.26, -h * 0.965), ((hx + sx) / 2 - h * 0.08, (-h + top) / 2 * 0.975),
        (hx + h * 0.12, top * 1.005), (hx - h * 0.08, top + h * 0.04), (hx - h * 0.18, top + h * 0.2),
        (hx - h * 0.1, top + h * 0.38), (hx + h * 0.16, loin), ((hx + sx) / 2, (chest + loin) / 2 + h * 0.03),
        (sx - h * 0.1, chest + h * 0.01), (sx + h * 0.12, chest - h * 0.05), (sx + h * 0.21, chest - h * 0.24),
        (sx + h * 0.14, -h * 0.92),
    ]  # fmt: skip
    return smooth(points)


def _neck(build: Build, pose: Pose) -> skia.Path:
    h, sx = build.height, pose.shoulder[0]
    _, _, base, top = build.neck
    start = (sx - h * 0.04, -h * max(min(0.8, 1.0 - base * 0.48), 0.6))
    px, py = pose.poll
    turn = math.radians(pose.tilt)
    end = (px - math.sin(turn) * pose.head * 0.24, py + math.cos(turn) * pose.head * 0.24)
    middle = ((start[0] + end[0]) / 2 + h * 0.02, (start[1] + end[1]) / 2 + h * 0.03)
    return tube([start, middle, end], [base * h, (base * 0.45 + top * 0.55) * h, top * h])


def _head(build: Build, pose: Pose) -> skia.Path:
    size = pose.head
    path = smooth([(a * size, b * size) for a, b in build.profile.outline])
    matrix = skia.Matrix.Translate(*pose.poll)
    path.transform(skia.Matrix.Concat(matrix, skia.Matrix.RotateDeg(pose.tilt)))
    return path


def _widths(build: Build, hind: bool) -> list[float]:
    shares = (0.36, 0.25, 0.125, 0.09, 0.1) if hind else (0.28, 0.19, 0.12, 0.09, 0.1)
    thick = build.leg * build.height
    joint = (thick * build.height) ** 0.5
    return [share * (thick * 1.16 if i > 1 else joint) for i, share in enumerate(shares)]


def _limb(animal: Animal, index: int, *, hind: bool) -> skia.Path:
    _, build, pose, gait = animal
    root = _root(pose, hind)
    if index % 2:
        root = (root[0] + build.height * (0.07 if hind else 0.06), root[1])
    return tube(chain(root, gait.legs[index], hind=hind, bend=build.bend), _widths(build, hind))


def _leg(pen: Pen, animal: Animal, index: int, *, hind: bool, tone: Rgb) -> None:
    coat, build, pose, gait = animal
    path = _limb(animal, index, hind=hind)
    pen.fill(path, tone, "soft")
    with pen.on(path):
        _socks(pen, animal, index, hind=hind)
    root = _root(pose, hind)
    root = (root[0] + build.height * (0.07 if hind else 0.06), root[1])
    far = replace(coat, fur=tone, dark=darken(coat.dark, 0.15), light=darken(coat.light, 0.2))
    _foot(pen, build, far, chain(root, gait.legs[index], hind=hind, bend=build.bend))


def _socks(pen: Pen, animal: Animal, index: int, *, hind: bool) -> None:
    coat, build, pose, gait = animal
    if not coat.has("socks", "mitts"):
        return
    root = _root(pose, hind)
    if index % 2:
        root = (root[0] + build.height * (0.07 if hind else 0.06), root[1])
    joints = chain(root, gait.legs[index], hind=hind, bend=build.bend)
    tone = coat.dark if coat.has("socks", "panda") else coat.light
    width = build.height * build.leg * 0.24
    start = 2 if coat.has("socks") else 3
    pen.decal(tube(joints[start:], width), darken(tone, 0.2) if index % 2 else tone)


def _foot(pen: Pen, build: Build, coat: Coat, joints: list[Point]) -> None:
    (x0, y0), (x, y) = joints[-2], joints[-1]
    turn = math.degrees(math.atan2(y - y0, x - x0)) - 90
    w = build.height * build.leg * 0.062
    tone = coat.dark if coat.has("socks", "panda") else coat.light if coat.has("mitts") else coat.fur
    with pen.at(x, y, turn=max(min(turn, 34), -70) if y < -6 else 0):
        paw = smooth(
            [
                (-w * 1.2, -w * 0.6),
                (0, -w * 1.1),
                (w * 1.6, -w * 0.5),
                (w * 2.1, w * 0.7),
                (0, w * 1.0),
                (-w * 1.2, w * 0.8),
            ]
        )
        pen.fill(paw, tone, "soft", line=0.8)
        for dx in (0.8, 1.4):
            pen.line(curve((dx * w, w * 0.8), (dx * w * 1.02, w * 0.1)), darken(tone, 0.45), 1.4)


def _creases(pen: Pen, coat: Coat, build: Build, pose: Pose) -> None:
    """The folds where legs and jaw meet the trunk, and the shade below it."""
    h, (hx, hy), (sx, sy) = build.height, pose.hip, pose.shoulder
    line = darken(coat.fur, 0.36)
    if not coat.has("plain", "patches", "zebra", "panda"):
        under = ellipse((hx + sx) / 2 + h * 0.06, -h + h * build.chest, (sx - hx) * 0.4, h * 0.09)
        pen.decal(under, coat.light, alpha=0.8, blur=h * 0.03)
        if not coat.has("pale") and build.head[0] < 0.55:
            pen.decal(ellipse(sx + h * 0.2, -h * 0.72, h * 0.09, h * 0.16, 14), coat.light, alpha=0.7, blur=h * 0.03)
    below = [
        (hx, -h + h * build.chest + 4),
        ((hx + sx) / 2, -h + h * build.chest * 0.98),
        (sx, -h + h * build.chest + 6),
    ]
    pen.line(curve(*below), darken(coat.fur, 0.4), h * 0.07, alpha=0.4, blur=h * 0.03)
    pen.line(
        curve((hx + h * 0.2, hy - h * 0.0), (hx + h * 0.21, hy + h * 0.12), (hx + h * 0.13, hy + h * 0.24)),
        line,
        h * 0.014,
        alpha=0.8,
    )
    pen.line(
        curve((sx - h * 0.13, sy + h * 0.02), (sx - h * 0.12, sy + h * 0.13), (sx - h * 0.06, sy + h * 0.2)),
        line,
        h * 0.014,
        alpha=0.8,
    )
    pen.line(curve((sx + h * 0.12, sy - h * 0.12), (sx + h * 0.05, sy - h * 0.02)), line, h * 0.012, alpha=0.6)


def _anchors(pen: Pen, build: Build, pose: Pose) -> None:
    h, middle = build.height, (pose.hip[0] + pose.shoulder[0]) / 2
    pen.anchor("seat", middle + h * 0.06, -h * 0.97, build.length * 0.5)
    pen.anchor("back", middle, -h * 0.95, build.length * 0.8)
    pen.anchor("body", middle, -h * 0.72, build.length)
    pen.anchor("hand", pose.shoulder[0] + h * 0.1, -h * 0.3, h * 0.16)
    pen.anchor("hand2", pose.shoulder[0] + h * 0.2, -h * 0.3, h * 0.15)
    px, py = pose.poll
    sx = pose.shoulder[0] + h * 0.04
    upright = math.degrees(math.atan2(px - sx, -h * 0.84 - py)) if not build.front else 0.0
    pen.anchor("neck", (sx + px * 2) / 3, (py * 2 - h * 0.7) / 3, h * build.neck[3] * 1.1, turn=upright * 0.8)


def _head_anchors(pen: Pen, build: Build, pose: Pose) -> None:
    size, profile = pose.head, build.profile
    with pen.at(*pose.poll, turn=pose.tilt):
        pen.anchor("head", size * 0.2, -size * 0.06, size * 0.6, turn=pose.tilt * 0.3)
        pen.anchor("eyes", profile.eye[0] * size, profile.eye[1] * size, size * 0.5)
        pen.anchor("face", size * 0.5, size * 0.2, size * 0.7)
        pen.anchor("mouth", profile.mouth[0][0] * size, profile.mouth[0][1] * size, size * 0.3)
