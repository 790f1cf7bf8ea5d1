"""How a quadruped's legs stand in a pose: angles of the leg's bones, and the chains of joints they make."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from pinxit.engines.illustrator.shapes import Point

Bones = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Step:
    """One leg: degrees of its bones from straight down (forward is positive), and whether it stands on the ground."""

    bones: Bones
    planted: bool = True


@dataclass(frozen=True, slots=True)
class Gait:
    """Four legs (near hind, far hind, near fore, far fore), the pitch of the body, its lift in body heights."""

    legs: tuple[Step, Step, Step, Step]
    pitch: float = 0.0
    lift: float = 0.0
    neck: float = 0.0
    grazing: bool = False
    nod: float = 0.0  # degrees that the head is turned down (up when negative)


STAND = Gait((Step((16, -32, 6, 16)), Step((32, -26, 6, 18)), Step((-16, 6, 0, 14)), Step((-2, 12, 4, 18))))
WALK = Gait(
    (
        Step((-2, -46, -14, 10)),
        Step((44, -16, 6, 22)),
        Step((10, 34, -34, -30), planted=False),
        Step((-32, -12, -14, 6)),
    )
)
RUN = Gait(
    (
        Step((-34, -66, -40, -30), planted=False),
        Step((-12, -60, -48, -40), planted=False),
        Step((36, 62, 46, 40), planted=False),
        Step((30, 70, -42, -60), planted=False),
    ),
    pitch=-3,
    lift=0.06,
    neck=-12,
)
JUMP = Gait(
    (
        Step((-28, -58, -34, -24), planted=False),
        Step((-14, -50, -30, -20), planted=False),
        Step((40, 78, -40, -60), planted=False),
        Step((34, 66, -30, -50), planted=False),
    ),
    pitch=-17,
    lift=0.44,
)
EAT = replace(STAND, neck=-74, grazing=True)
HOWL = replace(STAND, neck=26, nod=-74)
_GAITS = {
    "howl": HOWL, "bay": HOWL, "roar": replace(STAND, neck=12, nod=-24),
    "eat": EAT, "drink": EAT, "sniff": EAT, "graze": EAT, "feed": EAT, "munch": EAT, "nibble": EAT,
    "walk": WALK, "march": WALK, "stroll": WALK, "wander": WALK, "roam": WALK, "hike": WALK, "explore": WALK,
    "run": RUN, "gallop": RUN, "race": RUN, "chase": RUN, "sprint": RUN, "dash": RUN, "trot": WALK, "play": RUN,
    "hunt": WALK, "jump": JUMP, "leap": JUMP, "hop": JUMP, "pounce": JUMP, "fly": RUN, "ride": STAND, "pull": WALK,
}  # fmt: skip
HIND = (0.31, 0.33, 0.26, 0.1)
FORE = (0.26, 0.36, 0.25, 0.11)


def gait_of(pose: str | None) -> Gait:
    """The gait for a verb; standing when it is none that moves the legs."""
    return _GAITS.get(pose or "stand", STAND)


def moving(pose: str | None) -> bool:
    """Does the verb move the legs?"""
    return pose in _GAITS and pose != "ride"


def chain(root: Point, step: Step, *, hind: bool, bend: float) -> list[Point]:
    """The joints of a leg from its root to its foot; a planted one ends on the ground.

    `bend` below 1 straightens the leg (an elephant's).
    """
    lengths = HIND if hind else FORE
    straight = bend if step.planted else (1 + bend) / 2
    angles = [math.radians(a * straight) for a in step.bones]
    reach = sum(n * math.cos(a) for n, a in zip(lengths, angles, strict=True))
    scale = -root[1] / reach if step.planted else -root[1] * 0.98
    points = [root]
    for length, angle in zip(lengths, angles, strict=True):
        x, y = points[-1]
        points.append((x + math.sin(angle) * length * scale, y + math.cos(angle) * length * scale))
    return points
