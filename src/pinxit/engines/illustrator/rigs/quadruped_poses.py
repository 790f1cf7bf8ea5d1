"""How a four-legged animal holds itself: the angles of its legs, neck and head.

Leg angles are degrees from straight down, positive to the front (the right). A foreleg has forearm, cannon and
pastern; a hind leg has thigh, gaskin, cannon and pastern.
"""

from __future__ import annotations

from dataclasses import dataclass

Leg = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Stance:
    """One pose. `lift` raises the body (share of the leg), `tilt` turns it clockwise in degrees; `neck` and `head` are
    added to the angles of the build; `flow` 0 to 1 is how far mane and tail fly; `lying` folds the legs.
    """

    fore: Leg = (3, -2, 20)
    fore_far: Leg = (-9, -7, 16)
    hind: Leg = (18, -30, 3, 20)
    hind_far: Leg = (36, -16, 10, 24)
    lift: float = 0.0
    tilt: float = 0.0
    neck: float = 0.0
    head: float = 0.0
    flow: float = 0.0
    lying: bool = False
    grazing: bool = False
    asleep: bool = False


STAND = Stance()
WALK = Stance((24, 14, 32), (-14, -44, -60), (2, -44, -16, 4), (42, -6, 16, 30), neck=4, flow=0.12)
GALLOP = Stance(
    (80, 62, 48),
    (60, 26, -14),
    (-26, -68, -50, -66),
    (-4, -56, -74, -92),
    lift=0.34,
    tilt=-3,
    neck=22,
    head=-16,
    flow=1.0,
)
LEAP = Stance(
    (84, -30, -60),
    (70, -44, -74),
    (-24, -62, -46, -54),
    (-8, -52, -60, -70),
    lift=0.6,
    tilt=-14,
    neck=6,
    head=8,
    flow=0.8,
)
REAR = Stance((96, -10, -50), (66, -50, -80), (40, -24, 14, 20), (50, -12, 20, 24), tilt=-40, neck=8, head=18, flow=0.5)
LIE = Stance(lying=True)
SLEEP = Stance(lying=True, neck=52, head=2, asleep=True)
GRAZE = Stance((14, 10, 26), (-14, -12, 12), grazing=True)

_POSES: dict[str, Stance] = {}
for _stance, _verbs in (
    (WALK, "walk stroll march wander roam follow pull carry stalk"),
    (GALLOP, "run gallop race charge chase hunt rush trot sprint canter flee dash play"),
    (LEAP, "jump leap hop bounce fly dance prance"),
    (REAR, "rear buck"),
    (LIE, "lie sit rest relax lay lounge kneel"),
    (SLEEP, "sleep nap doze snooze dream"),
    (GRAZE, "graze eat drink feed munch nibble sniff browse"),
):
    for _verb in _verbs.split():
        _POSES[_verb] = _stance


def stance(pose: str | None) -> Stance:
    """The stance of a verb; an unknown one stands."""
    return _POSES.get(pose or "stand", STAND)
