"""The bones of a four-legged animal in side view: from measures and a stance to joints and outlines."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import skia

from pinxit.engines.illustrator.rigs.quadruped_poses import STAND, Leg, Stance
from pinxit.engines.illustrator.shapes import Point, smooth

TOP = (-0.94, -0.72, -0.4, -0.05, 0.2, 0.42, 0.7)
BOTTOM = (0.86, 0.5, 0.1, -0.35, -0.62, -0.9)
HORSE_TOP = (0.14, 0.0, 0.03, 0.1, 0.06, -0.02, 0.08)
HORSE_BOTTOM = (0.8, 0.97, 1.0, 0.9, 0.8, 0.6)
LEVEL_TOP = (0.06, -0.01, 0.02, 0.03, 0.01, -0.01, 0.06)
LEVEL_BOTTOM = (0.84, 0.98, 1.02, 0.98, 0.9, 0.64)


@dataclass(frozen=True, slots=True)
class Build:
    """The measures of a species, in units.

    `length` and `depth` of the torso, `leg` from the ground to the girth, `neck` from the chest's middle to the poll,
    `head` from poll to nose; `neck_turn` from upright, `head_turn` below the horizontal, in degrees. `neck_base` and
    `neck_tip` are its widths as shares of depth and head. `bone` scales the legs' thickness. `top` and `bottom` are the
    heights of back and belly at fixed places, as shares of depth. Names pick the other parts: `skull`, `foot` (hoof,
    cloven, paw, pad), `tail`, `mane`, `horns`, `ears`.
    """

    length: float = 140
    depth: float = 62
    leg: float = 84
    neck: float = 82
    neck_turn: float = 38
    neck_base: float = 0.86
    neck_tip: float = 0.46
    head: float = 58
    head_turn: float = 48
    bone: float = 1.0
    slope: float = 0.0
    top: tuple[float, ...] = HORSE_TOP
    bottom: tuple[float, ...] = HORSE_BOTTOM
    skull: str = "horse"
    foot: str = "hoof"
    tail: str = "horse"
    mane: str = "none"
    horns: str = "none"
    ears: str = "leaf"
    extras: tuple[str, ...] = ()
    young: bool = False


@dataclass(frozen=True, slots=True)
class Limb:
    """A leg's joints from the body down, its widths there, and how far the foot is turned (clockwise degrees)."""

    joints: tuple[Point, ...]
    widths: tuple[float, ...]
    turn: float
    bone: float
    foot: str
    hind: bool


@dataclass(frozen=True, slots=True)
class Bones:
    """A build in a stance."""

    build: Build
    pose: Stance
    base: float  # y of the withers' level
    tilt: float
    near: tuple[Limb, ...]
    far: tuple[Limb, ...]
    torso: skia.Path
    neck_path: skia.Path
    crest: tuple[Point, ...]  # from the withers to the poll
    throat: tuple[Point, ...]  # from the chest to the throat
    poll: Point
    head_turn: float
    neck_turn: float

    def spot(self, u: float, v: float) -> Point:
        """A place on the torso: u -1 (rump) to 1 (chest), v 0 (back) to 1 (belly)."""
        return place(self.build, self.base, self.tilt, (u, v))

    def along_neck(self, share: float) -> Point:
        """The middle of the neck, 0 at the body and 1 at the poll."""
        (ax, ay), (bx, by) = along(self.crest, share), along(self.throat, share)
        return ((ax + bx) / 2, (ay + by) / 2)

    def neck_width(self, share: float) -> float:
        """How thick the neck is there."""
        return math.dist(along(self.crest, share), along(self.throat, share))


def along(points: tuple[Point, ...], share: float) -> Point:
    """The place at a share (0 to 1) of a line of evenly spaced points."""
    step = share * (len(points) - 1)
    i = min(int(step), len(points) - 2)
    t = step - i
    (ax, ay), (bx, by) = points[i], points[i + 1]
    return (ax + (bx - ax) * t, ay + (by - ay) * t)


def place(build: Build, base: float, tilt: float, uv: Point) -> Point:
    """A place on the torso in the drawing's units."""
    u, v = uv
    x, y = u * build.length / 2, v * build.depth + build.slope * (0.42 - u) * 0.5
    if tilt:
        pivot = (-0.6 * build.length / 2, build.depth * 0.5)
        angle = math.radians(tilt)
        dx, dy = x - pivot[0], y - pivot[1]
        x = pivot[0] + dx * math.cos(angle) - dy * math.sin(angle)
        y = pivot[1] + dx * math.sin(angle) + dy * math.cos(angle)
    return (x, base + y)


def step(start: Point, angle: float, length: float) -> Point:
    """From a joint to the next; the angle is from straight down, positive to the right."""
    return (start[0] + math.sin(math.radians(angle)) * length, start[1] + math.cos(math.radians(angle)) * length)


FORE = (0.5, 0.37, 0.13)
HIND = (0.35, 0.31, 0.26, 0.09)
_FORE_WIDTHS = (36, 25, 13.2, 8.6, 10.6, 9.2)
_HIND_WIDTHS = (52, 40, 15.2, 9.6, 11.4, 9.6)
FOOT = {"hoof": 11.0, "cloven": 10.0, "paw": 8.0, "pad": 8.0}


def pose_bones(build: Build, pose: Stance) -> Bones:
    """Put the build into the stance; the lowest foot is on the ground, or above it in a leap."""
    if pose.lying:
        build = replace(build, slope=0.0)
        base = -_torso(build, 0.0, 0.0).computeTightBounds().bottom()
        near, far = _folded(build, base, 0.0), _folded(build, base, 1.0)
    else:
        base = -(build.leg + build.depth)
        near, far = _legs(build, base, pose)
        low = max(limb.joints[-1][1] for limb in (*near, *far)) + FOOT[build.foot] * build.bone
        if low > 0 or pose.tilt:
            base -= low
        base -= pose.lift * build.leg * 0.6
        near, far = _legs(build, base, pose)
    torso = _torso(build, base, pose.tilt)
    return _with_neck(build, pose, base, near, far, torso)


def _torso(build: Build, base: float, tilt: float) -> skia.Path:
    points = [(-1.0, 0.34)]
    points += list(zip(TOP, build.top, strict=True))
    points += [(0.93, 0.36), (1.0, 0.54)]
    points += list(zip(BOTTOM, build.bottom, strict=True))
    points += [(-0.99, 0.48)]
    return smooth([place(build, base, tilt, uv) for uv in points])


def _with_neck(
    build: Build, pose: Stance, base: float, near: tuple[Limb, ...], far: tuple[Limb, ...], torso: skia.Path
) -> Bones:
    top = place(build, base, pose.tilt, (0.36, build.top[5] + 0.02))
    low = place(build, base, pose.tilt, (0.985, build.top[5] + 0.02 + build.neck_base * 0.7))
    if pose.grazing and build.skull != "elephant":  # the neck bends down before the chest, not through it
        top, low = (place(build, base, pose.tilt, uv) for uv in ((0.74, build.top[6] + 0.02), (0.94, 0.82)))
    middle = ((top[0] + low[0]) / 2, (top[1] + low[1]) / 2)
    turn, nod, reach = build.neck_turn + pose.neck + pose.tilt * 0.4, build.head_turn + pose.head, build.neck
    if pose.grazing and build.skull != "elephant":  # an elephant lets its trunk do it
        turn, nod, reach = _grazing(build, middle)
    poll = (middle[0] + math.sin(math.radians(turn)) * reach, middle[1] - math.cos(math.radians(turn)) * reach)
    if pose.lying:
        sine, cosine = math.sin(math.radians(nod)), math.cos(math.radians(nod))
        deep = 0.9 if build.skull == "elephant" else 0.58
        sunk = build.head * max(sine * 1.04 + cosine * 0.36, sine * 0.5 + cosine * deep)
        poll = (poll[0], min(poll[1], -1 - sunk))
    wide = build.head * build.neck_tip
    across = math.radians(turn + (nod - 48) * 0.3)
    throat = (poll[0] + math.cos(across) * wide * 0.55 - math.sin(across) * wide * 0.5,
              poll[1] + math.sin(across) * wide * 0.55 + math.cos(across) * wide * 0.5)  # fmt: skip
    crest = _bowed(top, poll, -0.1 if turn < 90 else 0.1)
    under = _bowed(low, throat, -0.07)
    inner = (place(build, base, pose.tilt, (0.7, 0.78)), place(build, base, pose.tilt, (0.4, 0.5)))
    path = smooth([*crest, *reversed(under), *inner])
    if build.neck_turn >= 56 and turn < 110:  # a short, thick neck has no throat of its own: jaw and chest are joined
        fold = math.radians(nod + 62)
        jaw = (poll[0] + math.cos(fold) * build.head * 0.44, poll[1] + math.sin(fold) * build.head * 0.44)
        chest = place(build, base, pose.tilt, (0.8, 0.84))
        path = smooth([*crest, jaw, chest, inner[1]], tension=0.3)
    return Bones(build, pose, base, pose.tilt, near, far, torso, path, crest, under, poll, nod, turn)


def _bowed(start: Point, end: Point, bow: float) -> tuple[Point, ...]:
    """Five points from start to end, bowed to the left of the way by a share of its length."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    return tuple(
        (start[0] + dx * t - dy * bow * k * -1, start[1] + dy * t + dx * bow * k)
        for t, k in ((0, 0), (0.25, 0.5), (0.5, 1.0), (0.75, 1.05), (1, 0))
    )


def _grazing(build: Build, middle: Point) -> tuple[float, float, float]:
    """Neck and head angles and the neck's reach that bring the mouth to the grass."""
    nod = 66.0
    drop = -2 - middle[1] - math.sin(math.radians(nod)) * build.head * 1.02
    reach = max(build.neck * 1.1, drop / 0.86)
    return math.degrees(math.acos(max(-0.95, min(0.6, -drop / reach)))), nod, reach


def _legs(build: Build, base: float, pose: Stance) -> tuple[tuple[Limb, ...], tuple[Limb, ...]]:
    near = (_hind(build, base, pose, pose.hind, 0.0), _fore(build, base, pose, pose.fore, 0.0))
    far = (_hind(build, base, pose, pose.hind_far, 0.1), _fore(build, base, pose, pose.fore_far, -0.1))
    return near, tuple(_raised(limb, build) for limb in far)


def _raised(limb: Limb, build: Build) -> Limb:
    """The far leg ends a little higher: it stands further off, and its foot never below the near ones."""
    rise = max(limb.joints[-1][1] + FOOT[build.foot] * build.bone + 2.5, 0.0)
    if rise > 14:
        return limb
    joints = tuple((x, y - rise * k) for (x, y), k in zip(limb.joints, (0, 0.3, 0.6, 0.8, 1, 1), strict=True))
    return replace(limb, joints=joints)


def _calm(build: Build, angles: Leg) -> Leg:
    """Pillars bend less."""
    return tuple(a * 0.42 for a in angles) if build.foot == "pad" else angles


def _measure(build: Build, start: float, lengths: Leg, angles: Leg) -> float:
    """The scale that lets a leg of these shares reach from `start` (its y when standing) to the ground."""
    down = sum(length * math.cos(math.radians(a)) for length, a in zip(lengths, angles, strict=True))
    return (-start - FOOT[build.foot] * build.bone) / down


def _fore(build: Build, base: float, pose: Stance, angles: Leg, shift: float) -> Limb:
    standing = place(build, -(build.leg + build.depth), 0, (0.62, 0.8))[1]
    scale = _measure(build, standing, FORE, _calm(build, STAND.fore))
    angles = _calm(build, angles)
    elbow = place(build, base, pose.tilt, (0.6 + shift, 0.8))
    swing = angles[0] + pose.tilt * -0.3
    shoulder = place(build, base, pose.tilt, (0.66 + shift + 0.1 * math.sin(math.radians(angles[0])), 0.5))
    knee = step(elbow, swing, FORE[0] * scale)
    fetlock = step(knee, angles[1], FORE[1] * scale)
    toe = step(fetlock, angles[2], FORE[2] * scale)
    cannon = ((knee[0] * 0.45 + fetlock[0] * 0.55), (knee[1] * 0.45 + fetlock[1] * 0.55))
    widths = tuple(w * build.bone for w in _FORE_WIDTHS)
    return Limb(
        (shoulder, elbow, knee, cannon, fetlock, toe),
        widths,
        _calm(build, STAND.fore)[2] - angles[2],
        build.bone,
        build.foot,
        False,
    )


def _hind(build: Build, base: float, pose: Stance, angles: Leg, shift: float) -> Limb:
    standing = place(build, -(build.leg + build.depth), 0, (-0.68, 0.42))[1]
    scale = _measure(build, standing, HIND, _calm(build, STAND.hind))
    angles = _calm(build, angles)
    hip = place(build, base, pose.tilt, (-0.68 + shift, 0.42 + abs(shift)))
    stifle = step(hip, angles[0] - pose.tilt * 0.2, HIND[0] * scale)
    hock = step(stifle, angles[1], HIND[1] * scale)
    fetlock = step(hock, angles[2], HIND[2] * scale)
    toe = step(fetlock, angles[3], HIND[3] * scale)
    cannon = ((hock[0] * 0.45 + fetlock[0] * 0.55), (hock[1] * 0.45 + fetlock[1] * 0.55))
    widths = tuple(w * build.bone for w in _HIND_WIDTHS)
    return Limb(
        (hip, stifle, hock, cannon, fetlock, toe),
        widths,
        _calm(build, STAND.hind)[3] - angles[3],
        build.bone,
        build.foot,
        True,
    )


def _folded(build: Build, base: float, far: float) -> tuple[Limb, ...]:
    """Legs of one that lies: the forelegs tucked forward, the hind legs along the belly."""
    half, b = build.length / 2, build.bone
    reach = min(build.leg * 0.46, half * 0.66)
    y, dx = -6.4 * b - far * 2, far * 12
    knee = half * 0.78 + reach * 0.6 + dx
    fore = ((half * 0.66 + dx, base * 0.5), (half * 0.5 + dx, -19 * b), (knee, y - 7 * b),
            (knee - reach * 0.3, y + b), (knee - reach * 0.62, y + 2 * b), (knee - reach * 0.74,
            y + 2 * b))  # fmt: skip
    hock = -half * 0.66 + dx
    hind = ((-half * 0.6 + dx, base * 0.46), (-half * 0.36 + dx, base * 0.38), (hock, y - 5 * b),
            (hock + reach * 0.5, y + b), (hock + reach, y + 2 * b), (hock + reach * 1.14, y + 2 * b))  # fmt: skip
    if build.foot in {"paw", "pad"}:  # paws rest in front
        fore = (
            *fore[:2],
            (half * 0.7 + dx, y - 4 * b),
            (knee - reach * 0.2, y),
            (knee + reach * 0.1, y),
            (knee + reach * 0.2, y),
        )
        return (_limb(build, hind, hind_leg=True, turn=0), _limb(build, fore, hind_leg=False, turn=0))
    return (_limb(build, hind, hind_leg=True, turn=-78), _limb(build, fore, hind_leg=False, turn=96))


def _limb(build: Build, joints: tuple[Point, ...], *, hind_leg: bool, turn: float) -> Limb:
    widths = tuple(w * build.bone for w in (_HIND_WIDTHS if hind_leg else _FORE_WIDTHS))
    return Limb(joints, widths, turn, build.bone, build.foot, hind_leg)
