"""Gestures: poses told by where the hands go, and the ways of standing that keep a crowd from being a row of dolls."""

from __future__ import annotations

from dataclasses import replace

from pinxit.engines.illustrator.rigs.pose import Pose


def _steady(pose: Pose) -> Pose:
    """The pose on feet apart."""
    return replace(pose, left_leg=(-6, -3), right_leg=(7, 4))


# Wrists are given from the pit of the neck, in centimetres of a grown man.
GESTURES: dict[str, Pose] = {
    "embrace": Pose("side", 5, left_leg=(-10, -12), right_leg=(9, 2), hands=("rest", "rest"), yaw=30, roll=6,
                    over="right", wrists=((38, 12), (34, 22))),
    "climb": Pose("side", 6, left_leg=(-6, -18), right_leg=(84, -8), hands=("fist", "fist"), yaw=26, pitch=-12,
                  over="right", wrists=((20, -36), (31, -16))),
    "kick": Pose("side", -12, (-58, -36), (64, 104), (4, -8), (82, 66), ("fist", "fist"), 32, over="right"),
    "push": Pose("side", 24, left_leg=(-36, -44), right_leg=(36, -12), hands=("open", "open"), yaw=30, pitch=6,
                 over="right", wrists=((45, 6), (42, 12))),
    "pull": Pose("side", -22, left_leg=(-2, -26), right_leg=(46, 22), hands=("fist", "fist"), yaw=32, pitch=4,
                 over="right", wrists=((46, 22), (42, 25))),
    "lift": Pose(left_leg=(-14, -4), right_leg=(14, 4), hands=("grip", "grip"), pitch=-4, yaw=-6, over="none",
                 wrists=((-36, -36), (36, -36))),
    "pray": Pose("side", 3, left_leg=(10, -86), right_leg=(4, -84), hands=("rest", "rest"), yaw=26, pitch=12,
                 gaze=(0, 0.4), ground="knees", over="right", wrists=((17, 14), (16, 15))),
    "namaste": Pose(hands=("rest", "rest"), pitch=8, gaze=(0, 0.3), over="both", wrists=((-5.5, 22), (5.5, 22))),
    "snap": _steady(Pose(hands=("grip", "grip"), yaw=-4, over="both", wrists=((-12, -5), (12, -5)))),
    "call": _steady(Pose(left_arm=(-10, 4), hands=("rest", "grip"), yaw=-12, roll=7, over="both",
                 wrists=(None, (19, -12)))),
    "sip": Pose(left_arm=(-10, -3), hands=("rest", "grip"), yaw=9, over="both", wrists=(None, (12, 0))),
    "feed": Pose(hands=("grip", "grip"), yaw=8, pitch=4, over="both", wrists=((-9, 26), (13, 2))),
    "leaf": Pose(hands=("grip", "grip"), yaw=-7, pitch=12, gaze=(0, 0.9), over="both", wrists=((-14, 27), (14, 27))),
    "crate": _steady(Pose(hands=("grip", "grip"), lean=-3, yaw=-8, over="both", wrists=((-20, 36), (20, 36)))),
    "fiddle": Pose(lean=-2, hands=("grip", "grip"), yaw=15, roll=10, pitch=4, gaze=(0.3, 0.5), over="swap",
                   wrists=((1, 13), (35, -2)), left_leg=(-6, -4), right_leg=(9, 5)),
    "flute": _steady(Pose(hands=("grip", "grip"), yaw=-4, roll=-4, over="both", wrists=((16, -2), (30, -2)))),
    "brass": Pose("side", -4, left_leg=(-8, -10), right_leg=(8, 2), hands=("fist", "grip"), yaw=30, pitch=-4,
                  over="right", wrists=((26, -4), (32, -4))),
    "keys": Pose("side", 4, left_leg=(80, 6), right_leg=(86, -4), hands=("rest", "rest"), yaw=30, pitch=8,
                 ground="seat", over="right", wrists=((36, 34), (33, 37))),
    "beat": _steady(Pose(hands=("grip", "grip"), pitch=6, yaw=-6, over="both", wrists=((-17, 34), (19, 24)))),
    "think": Pose(lean=1, hands=("rest", "fist"), yaw=-14, pitch=6, gaze=(0.5, -0.5), over="both",
                  wrists=((12, 34), (7, 2)), left_leg=(-4, -2), right_leg=(9, 3)),
    "salute": Pose(left_arm=(-7, -2), hands=("rest", "rest"), over="both", wrists=(None, (20, -16)), yaw=-4),
    "clap": _steady(Pose(hands=("open", "open"), yaw=-8, over="both", wrists=((-6, 20), (7, 18)))),
    "crawl": Pose("side", 74, (2, -4), (-4, 4), (4, -88), (14, -82), ("open", "open"), 30, -16, ground="knees",
                  over="right"),
    "bow": Pose("side", 44, (6, 12), (2, 10), (-4, 0), (-2, 2), ("rest", "rest"), 24, 16, over="right"),
    "strum": Pose(hands=("fist", "fist"), yaw=12, pitch=8, roll=-3, gaze=(0.3, 0.6), over="both", left_leg=(-6, -3),
                  right_leg=(8, 4), wrists=((-9, 31), (40, 13))),
    "toddle": Pose(left_arm=(-26, 12), right_arm=(30, -24), left_leg=(-84, -76), right_leg=(84, 76),
                   hands=("open", "open"), yaw=-9, roll=4, ground="seat", over="both", foreshort=0.9),
    "shrug": _steady(Pose(left_arm=(-24, -128), right_arm=(24, 128), hands=("open", "open"), roll=6, over="both")),
}  # fmt: skip

STANCES: tuple[Pose, ...] = (
    Pose(lean=-0.8, left_arm=(-10, -3), right_arm=(12, 2), left_leg=(-2.5, -1), right_leg=(7, 2.5), yaw=-9, roll=-2,
         over="none"),
    Pose(lean=1.4, left_arm=(-13, 1), right_arm=(47, -44), left_leg=(-9, -1), right_leg=(2.5, 1.5),
         hands=("rest", "fist"), yaw=9, roll=3, over="right"),
    Pose(lean=-1.6, left_arm=(-9, -4), right_arm=(22, -10), left_leg=(-1.5, -1), right_leg=(11, 0),
         hands=("rest", "pocket"), yaw=-12, roll=-3, over="right"),
    Pose(lean=1.2, left_arm=(-12, -6), right_arm=(10, -2), left_leg=(-10, 1), right_leg=(2, 1), yaw=11, roll=3,
         over="none"),
    Pose(lean=0.6, hands=("rest", "rest"), left_leg=(-3, -2), right_leg=(6, 3), yaw=-8, roll=2, over="both",
         wrists=((-5, 47), (4, 48))),
)  # fmt: skip
"""Ways to stand when nothing else is asked; the first is the plainest."""
