"""The figure under the clothes: proportions for each age and the joints of a pose, in centimetres. y is DOWN."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import skia

from pinxit.engines.illustrator.rigs.person_traits import Person
from pinxit.engines.illustrator.rigs.pose import Pose
from pinxit.engines.illustrator.shapes import Point, ellipse, smooth, tube, union


@dataclass(frozen=True, slots=True)
class Frame:
    """Lengths and half-widths of a body standing upright."""

    head: float = 25.5  # chin to crown
    neck: float = 4.2  # pit of the neck to chin
    trunk: float = 53.0  # pit of the neck to the hip joints
    upper: float = 28.5
    fore: float = 25.0
    thigh: float = 42.0
    shin: float = 40.0
    foot: float = 7.0
    shoulder: float = 20.0
    waist: float = 13.8
    hip: float = 15.2
    girth: float = 1.0  # thickness of limbs
    neck_w: float = 5.9


_FRAMES: dict[str, Frame] = {
    "male": Frame(),
    "female": Frame(25.0, 4.6, 50, 26.5, 23.5, 42, 40, 6.5, 17.2, 11.2, 15.6, 0.84, 4.4),
    "young male": Frame(25.2, 4.2, 51, 27.5, 24.2, 42, 40, 6.8, 18.6, 12.6, 14.4, 0.9, 5.4),
    "young female": Frame(24.6, 4.6, 48.5, 26, 23, 41.5, 39.5, 6.3, 16.6, 10.8, 14.8, 0.8, 4.2),
    "old male": Frame(25.5, 2.6, 52, 27.5, 24.5, 39, 37, 7, 18.6, 14.6, 15.4, 0.94, 5.5),
    "old female": Frame(25, 2.8, 49, 25.5, 23, 37, 35, 6.5, 16.2, 13.8, 16.2, 0.86, 4.8),
    "child": Frame(25, 1.6, 35, 18.5, 16, 26, 24, 5.5, 12.6, 9.8, 10.6, 0.68, 3.9),
    "baby": Frame(20.5, 0.2, 22, 10, 8.5, 11, 9, 3.6, 9.4, 10.2, 10.2, 0.66, 4.2),
}


def frame_of(person: Person) -> Frame:
    """Proportions for age and gender; cute figures have a large head on a small body."""
    if person.small:
        frame = _FRAMES[person.age]
    else:
        prefix = {"elderly": "old ", "young": "young "}.get(person.age, "")
        frame = _FRAMES[prefix + ("female" if person.female else "male")]
    frame = _built(frame, person)
    if person.cute:
        frame = replace(frame, head=frame.head * 1.75, thigh=frame.thigh * 0.62, shin=frame.shin * 0.6,
            trunk=frame.trunk * 0.8,
                        upper=frame.upper * 0.78, fore=frame.fore * 0.74, neck=frame.neck * 0.4)  # fmt: skip
    elif person.distant:
        frame = replace(frame, head=frame.head * (1.22 if person.small else 1.13), foot=frame.foot * 1.06)
    if person.age == "elderly":
        frame = replace(frame, neck=frame.neck * 0.4)
    return frame


_TALLER = {"tall": 1.09, "short": 0.88}
# Builds: shoulder, waist, hip, girth, neck, each times the usual.
_BUILT: dict[str, tuple[float, float, float, float, float]] = {
    "slim": (0.93, 0.86, 0.88, 0.84, 0.9),
    "heavy": (1.08, 1.86, 1.36, 1.26, 1.16),
    "muscular": (1.16, 1.02, 1.0, 1.26, 1.2),
}


def _built(frame: Frame, person: Person) -> Frame:
    """A frame made slim, heavy, muscular, tall or short."""
    if person.build in _TALLER:
        k = _TALLER[person.build]
        return replace(frame, thigh=frame.thigh * k, shin=frame.shin * k, trunk=frame.trunk * (1 + (k - 1) * 0.4))
    if person.build not in _BUILT:
        return frame
    shoulder, waist, hip, girth, neck = _BUILT[person.build]
    return replace(
        frame, shoulder=frame.shoulder * shoulder, waist=frame.waist * waist, hip=frame.hip * hip,
        girth=frame.girth * girth, neck_w=frame.neck_w * neck,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Limb:
    """Three joints of an arm or a leg."""

    a: Point
    b: Point
    c: Point

    def tube(self, *widths: float, reach: float = 1.0) -> skia.Path:
        """A sleeve or trouser leg along the limb: widths at the start, the middle joint and the end.

        `reach` 0.5 ends at the middle joint.
        """
        (ax, ay), (bx, by), (cx, cy) = self.a, self.b, self.c
        start, mid, end = widths
        points = [self.a, ((ax + bx) / 2, (ay + by) / 2)]
        sizes = [start, start * 0.55 + mid * 0.45]
        if reach > 0.5:
            part = (reach - 0.5) * 2
            ex, ey = bx + (cx - bx) * part, by + (cy - by) * part
            bulge = 0.06 * (mid + end)
            if (bx - ax) * (cx - bx) + (by - ay) * (cy - by) < 0:  # folded: one curve would make a corner of the elbow
                upper = tube([*points, self.b], [*sizes, mid])
                lower = tube(
                    [self.b, (bx + (ex - bx) * 0.4, by + (ey - by) * 0.4), (ex, ey)],
                    [mid, mid * 0.6 + end * 0.4 + bulge, end],
                )
                return union(upper, lower, ellipse(bx, by, mid * 0.52))
            points += [self.b, (bx + (ex - bx) * 0.4, by + (ey - by) * 0.4), (ex, ey)]
            sizes += [mid, mid * 0.6 + end * 0.4 + bulge, end]
        else:
            part = reach * 2
            points = [
                self.a,
                (ax + (bx - ax) * part * 0.5, ay + (by - ay) * part * 0.5),
                (ax + (bx - ax) * part, ay + (by - ay) * part),
            ]
            sizes = [start, (start + mid) / 2, mid]
        return tube(points, sizes)

    def forearm(self) -> Limb:
        """The arm from just above the elbow, for drawing it once more in front of the trunk."""
        (bx, by), (cx, cy) = self.b, self.c
        return Limb(self.along(0.46), (bx * 0.55 + cx * 0.45, by * 0.55 + cy * 0.45), self.c)

    def along(self, reach: float) -> Point:
        """The point at a share of the limb's length."""
        if reach <= 0.5:
            (x0, y0), (x1, y1), t = self.a, self.b, reach * 2
        else:
            (x0, y0), (x1, y1), t = self.b, self.c, reach * 2 - 1
        return (x0 + (x1 - x0) * t, y0 + (y1 - y0) * t)


@dataclass(frozen=True, slots=True)
class Body:
    """A posed figure: where all joints are. Left and right are sides of the picture; from the side left is far."""

    frame: Frame
    pose: Pose
    pit: Point
    pelvis: Point
    left_arm: Limb
    right_arm: Limb
    left_leg: Limb
    right_leg: Limb

    @property
    def squeeze(self) -> float:
        """How narrow the trunk looks from where we are."""
        return {"front": 1.0, "quarter": 0.9, "side": 0.66}[self.pose.view]

    @property
    def tilt(self) -> float:
        """How much the trunk leans, degrees clockwise."""
        return math.degrees(math.atan2(self.pit[0] - self.pelvis[0], self.pelvis[1] - self.pit[1]))

    def trunk(self, x: float, y: float) -> Point:
        """A point of the trunk: x in centimetres to the right of its axis, y down from the pit of the neck."""
        angle = math.radians(self.tilt)
        return (
            self.pit[0] + x * math.cos(angle) - y * math.sin(angle),
            self.pit[1] + x * math.sin(angle) + y * math.cos(angle),
        )


def _swing(start: Point, angle: float, length: float) -> Point:
    turn = math.radians(angle)
    return (start[0] + math.sin(turn) * length, start[1] + math.cos(turn) * length)


def _limb(start: Point, angles: tuple[float, float], lengths: tuple[float, float]) -> Limb:
    middle = _swing(start, angles[0], lengths[0])
    return Limb(start, middle, _swing(middle, angles[1], lengths[1]))


def posed(frame: Frame, pose: Pose) -> Body:
    """Set the joints of a pose; what touches the ground is at y = 0, or the seat for who sits."""
    side = pose.view == "side"
    spread = {"front": 1.0, "quarter": 0.9, "side": 0.0}[pose.view]
    lean = pose.lean
    pit = (math.sin(math.radians(lean)) * frame.trunk, -math.cos(math.radians(lean)) * frame.trunk)
    shell = Body(frame, pose, pit, (0, 0), *([Limb((0, 0), (0, 0), (0, 0))] * 4))
    shoulder = frame.shoulder * (0.83 if pose.over == "none" else 0.79) * spread
    drop = 9.4 * frame.girth
    left = shell.trunk(-shoulder + (1.5 if side else 0), drop)
    right = shell.trunk(shoulder + (-1.0 if side else 0), drop)
    hip = frame.hip * 0.52 * spread
    thigh = (frame.thigh * pose.foreshort, frame.shin)
    body = replace(
        shell,
        left_arm=_limb(left, pose.left_arm, (frame.upper, frame.fore)),
        right_arm=_limb(right, pose.right_arm, (frame.upper, frame.fore)),
        left_leg=_limb((-hip + (1.2 if side else 0), 0), pose.left_leg, thigh),
        right_leg=_limb((hip - (0.6 if side else 0), 0), pose.right_leg, thigh),
    )
    return _shifted(_aimed(body), 0, _rise(body))


def _aimed(body: Body) -> Body:
    """The arms bent so that the wrists come where the pose wants them; elbows hang."""
    if body.pose.wrists is None:
        return body
    f = body.frame
    k, wide = f.fore / 25, f.shoulder / 20
    across = k if body.pose.view == "side" else k * 0.5 + wide * 0.5
    arms = []
    for limb, spot in zip((body.left_arm, body.right_arm), body.pose.wrists, strict=True):
        if spot is None:
            arms.append(limb)
            continue
        goal = (body.pit[0] + spot[0] * across, body.pit[1] + spot[1] * k)
        outward = -1.0 if limb is body.left_arm else 1.0
        arms.append(_reaching(limb.a, goal, (f.upper, f.fore), 0.0 if body.pose.view == "side" else outward))
    return replace(body, left_arm=arms[0], right_arm=arms[1])


def _reaching(start: Point, goal: Point, lengths: tuple[float, float], outward: float) -> Limb:
    """A limb from `start` with its end at `goal`, or as near as it reaches; the joint goes down and `outward`."""
    upper, fore = lengths
    dx, dy = goal[0] - start[0], goal[1] - start[1]
    far = math.hypot(dx, dy) or 1e-6
    reach = min(max(far, abs(upper - fore) + 0.5), (upper + fore) * 0.995)
    if reach < far:
        goal = (start[0] + dx / far * reach, start[1] + dy / far * reach)
    base = math.atan2(dy, dx)
    bend = math.acos(max(-1.0, min(1.0, (upper * upper + reach * reach - fore * fore) / (2 * upper * reach))))
    joints = [
        (start[0] + upper * math.cos(base + side * bend), start[1] + upper * math.sin(base + side * bend))
        for side in (-1, 1)
    ]
    joint = max(joints, key=lambda p: p[1] + outward * p[0] * 0.5)
    wide = abs(joint[0] - start[0]) > 0.5 * upper or joint[1] < start[1] + 0.3 * upper
    if outward and wide and goal[1] > start[1] - 0.7 * fore:
        # Close to the body the elbow comes towards us and hangs: seen from the front, both parts are shorter.
        x = start[0] + outward * 0.34 * upper
        low = goal[1] + math.sqrt(max(0.0, fore * fore - (goal[0] - x) ** 2)) * 0.98
        joint = (x, max(min(start[1] + 0.88 * upper, low), start[1] + 0.2 * upper))
    return Limb(start, joint, goal)


def _rise(body: Body) -> float:
    pose, frame = body.pose, body.frame
    if pose.ground == "seat":
        return -frame.hip * 0.62
    if pose.ground == "knees":
        return -max(body.left_leg.b[1], body.right_leg.c[1]) - frame.foot * 0.8
    low = max(body.left_leg.c[1], body.right_leg.c[1])
    if pose.ground == "lying":
        return 0.0
    return -(low + frame.foot) - pose.lift


def _shifted(body: Body, dx: float, dy: float) -> Body:
    def move(p: Point) -> Point:
        return (p[0] + dx, p[1] + dy)

    def limb(part: Limb) -> Limb:
        return Limb(move(part.a), move(part.b), move(part.c))

    return replace(
        body, pit=move(body.pit), pelvis=move(body.pelvis), left_arm=limb(body.left_arm),
            right_arm=limb(body.right_arm),
        left_leg=limb(body.left_leg), right_leg=limb(body.right_leg),
    )  # fmt: skip


def trunk_outline(body: Body, ease: float = 0.0, length: float = 1.08) -> skia.Path:
    """The trunk from the neck to `length` times its own length, `ease` wider than the skin."""
    f = body.frame
    k = body.squeeze
    long = f.trunk * length
    bust = f.shoulder * 0.84
    waist = f.waist + (f.hip - f.waist) * max(0.0, min(1.0, (length - 0.62) / 0.4)) * 0.0
    drape = min(1.0, ease / 4)  # loose clothes hide the waist
    waist = waist + (max(bust, f.hip) - waist) * drape * 0.7
    rows = [
        (f.neck_w * 0.98, -2.2), (f.shoulder * 0.6, 0.6), (f.shoulder * 0.95 + ease * 0.3, 4.2 * f.girth),
        (f.shoulder * 1.0 + ease * 0.4, 9 * f.girth),
        (bust + ease, f.trunk * 0.32), (waist + ease, f.trunk * 0.66), (f.hip + ease, f.trunk * 0.96),
    ]  # fmt: skip
    if length > 1.0:
        rows.append((f.hip + ease * 1.2, long))
    else:
        rows = [row for row in rows if row[1] < long - 3] + [(waist + ease + 0.5, long)]
    if body.pose.view == "side":
        rows = [(w * k if y > 0 else w, y) for w, y in rows]
        rows[2], rows[3] = (f.shoulder * 0.46, 3.2), (f.shoulder * 0.6 + ease * 0.5, 8)
    elif k != 1:
        rows = [(w * k if y > 0 else w, y) for w, y in rows]
    right = [body.trunk(w, y) for w, y in rows]
    left = [body.trunk(-w, y) for w, y in reversed(rows)]
    if body.pose.view != "side":
        right.insert(0, body.trunk(0, 1.6))  # the neckline dips: the neck shows above it
    return smooth([*right, *left], tension=0.4)


def reached(body: Body, span: float, *, bust: bool, height: float = 10.0) -> Body:
    """Bend both arms so that the wrists come to the sides of what is held, `height` high, clear of the face."""
    f = body.frame
    k = f.fore / 25
    low = f.trunk * 0.39 if bust else min(max(f.trunk * 0.6, height + f.trunk * 0.1), f.trunk * 0.86)
    y = body.trunk(0, low)[1]
    x0 = body.trunk(0, f.trunk * 0.5)[0]
    arms = []
    for side, limb in ((-1, body.left_arm), (1, body.right_arm)):
        rise = (6.4 if side < 0 else -0.6) * k if bust else 0.0  # one thumb over the rim, the other hand cups
        wrist = (x0 + side * (span / 2 + 8.2 * k), y + 1.0 - rise)
        if bust:
            elbow = (x0 + side * f.shoulder * 1.2, limb.a[1] + f.upper * 0.9)
        else:
            out = max(abs(wrist[0] - limb.a[0]) * 0.3, f.upper * 0.17)
            elbow = (limb.a[0] + side * out, limb.a[1] + f.upper * 0.95)
        arms.append(Limb(limb.a, elbow, wrist))
    return replace(body, left_arm=arms[0], right_arm=arms[1])
