"""A pose: the angles of every joint. 0 degrees hangs straight down, positive swings to the right of the picture."""

from __future__ import annotations

from dataclasses import dataclass

from pinxit.engines.illustrator.shapes import Point


@dataclass(frozen=True, slots=True)
class Pose:
    """Angles in degrees. `left` and `right` are sides of the picture; seen from the side, left is the far one.

    Arms and legs are (upper, lower). `ground` says what touches the floor: "feet", "seat" (the bottom, feet hang),
    "knees", "lying" or "air". `over` tells which arms are drawn in front of the trunk.
    """

    view: str = "front"  # front, quarter, side
    lean: float = 0.0
    left_arm: tuple[float, float] = (-9, -4)
    right_arm: tuple[float, float] = (9, 4)
    left_leg: tuple[float, float] = (-3, -2)
    right_leg: tuple[float, float] = (4, 3)
    hands: tuple[str, str] = ("rest", "rest")  # rest, fist, open, grip, point, pocket
    yaw: float = -8.0
    pitch: float = 0.0
    roll: float = 0.0
    gaze: tuple[float, float] = (0.0, 0.0)
    ground: str = "feet"
    over: str = "right"  # none, left, right, both, swap (both, the left one last)
    lift: float = 0.0
    turn: float = 0.0  # of the whole figure
    feet: str = "down"  # down (flat), point (toes pointed)
    foreshort: float = 1.0  # of the thighs that come towards us
    wrists: tuple[Point | None, Point | None] | None = None  # where hands go, instead of the angles
