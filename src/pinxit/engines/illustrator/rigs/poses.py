"""Poses by name, the verbs that ask for them, and what is left of them in a portrait."""

from __future__ import annotations

from dataclasses import replace

from pinxit.engines.illustrator.look import Look
from pinxit.engines.illustrator.rigs.gestures import GESTURES
from pinxit.engines.illustrator.rigs.pose import Pose

_STAND = Pose(
    left_arm=(-10, -3),
    right_arm=(10, 5),
    left_leg=(-2.5, -1),
    right_leg=(6, 3.5),
    lean=-0.6,
    yaw=-9,
    roll=-2,
    over="none",
)
_CARRY = Pose(left_arm=(-20, 62), right_arm=(20, -62), hands=("grip", "grip"), yaw=-8, pitch=3, over="both")
_WORK = replace(_CARRY, left_arm=(-24, 48), right_arm=(24, -50), pitch=11, gaze=(0, 0.7), yaw=-10)

POSES: dict[str, Pose] = {
    "stand": _STAND,
    "pocket": Pose(left_arm=(-20, 10), right_arm=(20, -10), hands=("pocket", "pocket"), left_leg=(-5, -3),
    right_leg=(6, 4), yaw=-14, pitch=4, over="both"),
    "hold": _CARRY,
    "read": replace(_CARRY, pitch=14, gaze=(0, 0.9)),
    "work": _WORK,
    "present": Pose(left_arm=(-10, -3), right_arm=(22, 96), hands=("rest", "open"), yaw=10, over="both"),
    "tool": Pose(left_arm=(-16, 8), right_arm=(24, 120), hands=("rest", "grip"), yaw=-9, over="both", left_leg=(-5,
    -3), right_leg=(6, 4)),
    "wave": Pose(left_arm=(-11, -3), right_arm=(128, 172), hands=("rest", "open"), yaw=8, roll=4, over="left",
    right_leg=(6, 3)),
    "cheer": Pose(left_arm=(-138, -166), right_arm=(138, 166), hands=("open", "open"), over="none", left_leg=(-7, -4),
    right_leg=(7, 4)),
    "point": Pose(left_arm=(-12, 14), right_arm=(84, 88), hands=("rest", "point"), yaw=20, over="both"),
    "akimbo": Pose(left_arm=(-46, 42), right_arm=(46, -42), hands=("fist", "fist"), over="both", left_leg=(-8, -5),
    right_leg=(8, 5)),
    "cross": Pose(left_arm=(-16, 78), right_arm=(16, -80), hands=("rest", "rest"), over="both"),
    "walk": Pose("side", 2, (30, 42), (-28, -14), (-22, -32), (26, 12), ("rest", "rest"), 34, over="right"),
    "run": Pose("side", 14, (62, 150), (-58, 34), (-34, -84), (66, -12), ("fist", "fist"), 34, ground="air", lift=5,
    over="right"),
    "cook": Pose(left_arm=(-17, 30), right_arm=(30, -74), hands=("grip", "grip"), yaw=10, pitch=5, over="both"),
    "easel": Pose(left_arm=(-18, 52), right_arm=(48, 100), hands=("grip", "grip"), yaw=16, over="both",
    left_leg=(-5, -3), right_leg=(6, 4)),
    "jot": Pose(left_arm=(-16, 50), right_arm=(24, -72), hands=("grip", "grip"), yaw=-9, pitch=8, gaze=(0, 0.5),
    over="both"),
    "strike": Pose(left_arm=(-22, 26), right_arm=(52, 160), hands=("fist", "grip"), yaw=14, pitch=4, over="both",
    left_leg=(-9, -5), right_leg=(10, 6)),
    "shaft": Pose(lean=3, left_arm=(-8, 112), right_arm=(16, -6), hands=("fist", "grip"), yaw=14, pitch=6, over="both",
    left_leg=(-10, -6), right_leg=(12, 6)),
    "angle": Pose(left_arm=(-12, 6), right_arm=(28, 112), hands=("rest", "grip"), yaw=16, over="both",
    left_leg=(-5, -3), right_leg=(6, 4)),
    "peer": Pose(lean=2, left_arm=(-12, 8), right_arm=(25, 204), hands=("rest", "grip"), yaw=8, over="both"),
    "pour": Pose(left_arm=(-15, 62), right_arm=(38, -118), hands=("grip", "grip"), yaw=-9, pitch=6, over="both"),
    "knit": Pose(left_arm=(-17, 54), right_arm=(17, -54), hands=("grip", "grip"), yaw=-8, pitch=7, over="both"),
    "croon": Pose(lean=-2, left_arm=(-52, -98), right_arm=(27, 208), hands=("open", "grip"), yaw=8, roll=4,
    over="both", left_leg=(-6, -4), right_leg=(8, 5)),
    "conduct": Pose(left_arm=(-62, -128), right_arm=(62, 140), hands=("open", "grip"), yaw=-8, over="none"),
    "twirl": Pose(lean=3, left_arm=(-62, -104), right_arm=(104, 146), left_leg=(-14, -6), right_leg=(8, 2),
    hands=("open", "fist"), yaw=24, over="none"),
    "twirled": Pose(lean=-3, left_arm=(-106, -148), right_arm=(66, 112), left_leg=(-6, -2), right_leg=(22, -12),
    hands=("fist", "open"), yaw=-24, over="none"),
    "hand_right": replace(_STAND, right_arm=(17, 15), hands=("rest", "fist"), yaw=12),
    "hand_left": replace(_STAND, left_arm=(-17, -15), hands=("fist", "rest"), yaw=-12),
    "hand_both": replace(_STAND, left_arm=(-120, -150), hands=("fist", "rest"), over="right"),
    "romp": Pose(lean=4, left_arm=(-96, -128), right_arm=(64, 128), left_leg=(-30, 30), right_leg=(12, 6),
    hands=("open", "open"), yaw=10, roll=5, over="none"),
    "sit": Pose(left_leg=(-44, 3), right_leg=(46, -2), yaw=-10, roll=-2, wrists=((-13, 51), (14, 52)),
    ground="seat", foreshort=0.42, over="both"),
    "drive": Pose("quarter", -1, (4, 44), (16, 52), (66, 3), (76, -4), ("rest", "rest"), 14, ground="seat",
    foreshort=0.86, over="both"),
    "sit_side": Pose("side", 0, (24, 60), (18, 62), (84, 4), (88, -2), ("rest", "rest"), 30, ground="seat",
    over="right"),
    "ride": Pose("side", 24, (52, 66), (48, 64), (64, -4), (44, -22), ("grip", "grip"), 32, ground="seat",
    over="right"),
    "horse": Pose("side", 3, (28, 76), (24, 78), (48, -12), (50, -10), ("grip", "grip"), 32, ground="seat",
    over="right"),
    "jump": Pose(left_arm=(-142, -160), right_arm=(140, 158), left_leg=(-28, 34), right_leg=(34, -44), hands=("open",
    "open"), ground="air", lift=26, over="none", feet="point"),
    "dance": Pose(lean=-5, left_arm=(-100, -132), right_arm=(118, 168), left_leg=(-4, -3), right_leg=(40, -18),
    hands=("open", "open"), yaw=14, roll=6, over="none", feet="point"),
    "ballet": Pose(left_arm=(-128, -208), right_arm=(128, 208), left_leg=(-2, -1), right_leg=(62, -72), hands=("open",
    "open"), over="none", feet="point", yaw=-10, roll=-4),
    "kneel": Pose("side", 4, (22, 54), (16, 56), (6, -86), (80, 0), ("rest", "rest"), 28, 8, ground="knees",
    over="right"),
    "crouch": Pose("side", 22, (40, 60), (30, 56), (92, -44), (98, -40), ("rest", "rest"), 28, over="right"),
    "play": Pose(left_arm=(-30, 62), right_arm=(40, 96), hands=("grip", "grip"), yaw=14, pitch=7, roll=4, gaze=(0.4,
    0.6), over="both"),
    "sleep": Pose("side", 0, (-4, 26), (-14, 34), (10, -8), (20, -14), ("rest", "rest"), 24, ground="lying", turn=-90,
    over="right"),
    "swim": Pose("side", 0, (166, 176), (24, 52), (8, -2), (-8, -16), ("open", "open"), 30, ground="air", turn=74,
    over="right", feet="point", lift=0),
    "fly": Pose("side", 0, (172, 176), (20, 34), (4, -6), (-6, -18), ("fist", "fist"), 30, ground="air", turn=62,
    over="right", feet="point", lift=40),
    "lean": Pose("quarter", -7, (-10, 14), (12, -18), (-2, -3), (10, -6), ("rest", "pocket"), 16, 0, 4, over="both"),
    "surf": Pose("side", 12, (84, 92), (-74, -84), (-24, -66), (58, -8), ("open", "open"), 34, over="right"),
    "throw": Pose("side", -6, (70, 84), (-120, -176), (-22, -34), (34, 8), ("open", "fist"), 34, over="right"),
    "fight": Pose("quarter", 4, left_leg=(-18, -10), right_leg=(20, 10), hands=("fist", "fist"), yaw=16, over="both",
    wrists=((-4, 8), (21, 1))),
    "meditate": Pose(left_arm=(-30, -16), right_arm=(30, 16), left_leg=(-74, 76), right_leg=(74, -76), hands=("open",
    "open"), ground="seat", foreshort=0.8, over="both"),
    **GESTURES,
}  # fmt: skip

_VERBS = {
    "stand": "stand wait pose model smile laugh cry frown wink",
    "hold": "hold bring offer serve sell give bear balance cradle",
    "read": "inspect look examine study admire type observe text", "leaf": "read",
    "work": "work bake craft build make mix stir knead repair fix garden plant wash clean chop prepare "
    "decorate iron sew",
    "wave": "wave greet", "cheer": "cheer celebrate shout", "point": "point show teach lecture explain gesture",
    "walk": "walk stroll march hike wander step explore cross",
    "run": "run jog sprint chase race flee rush escape",
    "sit": "sit rest relax", "drive": "drive row", "ride": "ride cycle bike pedal", "horse": "horse",
    "jump": "jump leap hop skip bounce",
    "dance": "dance spin perform", "ballet": "ballet", "kneel": "kneel propose", "pray": "pray",
    "crouch": "crouch squat hide pick gather",
    "play": "play strum", "sleep": "sleep lie nap dream doze lay", "swim": "swim dive snorkel float",
    "fly": "fly soar hover glide",
    "lean": "lean", "surf": "surf skate skateboard ski snowboard", "throw": "throw hit swing bowl toss catch",
    "fight": "fight box punch battle", "meditate": "meditate", "pocket": "brood smoke", "akimbo": "boast",
    "tool": "wield guard", "embrace": "hug embrace cuddle kiss", "climb": "climb scale", "kick": "kick",
    "push": "push shove", "pull": "pull drag tow tug", "lift": "lift weightlift", "call": "call phone telephone",
    "sip": "drink sip", "feed": "eat dine", "think": "think ponder wonder contemplate", "salute": "salute",
    "clap": "clap applaud", "crawl": "crawl", "bow": "bow bend", "shrug": "shrug", "snap": "photograph film",
}  # fmt: skip
_POSE_OF = {verb: name for name, verbs in _VERBS.items() for verb in verbs.split()}


def pose_for(verb: str | None, default: str, *, holds: bool) -> Pose:
    """The pose of a verb; without one the trade's; whoever holds something has hands in front."""
    name = _POSE_OF.get(verb or "", verb if verb in POSES else None) or default
    if holds and name == "leaf":
        name = "read"
    if holds and name in {
        "stand",
        "pocket",
        "akimbo",
        "wave" if verb != "wave" else "stand",
        "lean",
        "cross",
        "cheer",
        "feed",
        "sip",
        "leaf",
        "think",
        "embrace",
    }:
        name = "hold"
    if holds and name == "sit":
        return replace(POSES[name], left_arm=(-20, 62), right_arm=(20, -62), hands=("grip", "grip"), wrists=None)
    return POSES[name]


def seated(pose: Pose) -> Pose:
    """The pose on a seat: its arms and head, the legs of one who sits."""
    sit = POSES["sit"]
    if pose.view != "front":
        return sit
    return replace(
        pose, left_leg=sit.left_leg, right_leg=sit.right_leg, ground="seat", foreshort=sit.foreshort, lean=0.0, lift=0.0
    )


def portrait(pose: Pose, look: Look, *, holds: bool) -> Pose:
    """What is left of a pose in a bust: arms and bearing; the trunk upright and seen from the front."""
    lean = max(-5.0, min(5.0, pose.lean))
    if pose.view == "side" or pose.wrists is not None:
        pose = replace(POSES["stand"], gaze=pose.gaze, pitch=pose.pitch)
    if holds and pose.hands != ("grip", "grip"):
        pose = replace(pose, left_arm=(-20, 62), right_arm=(20, -62), hands=("grip", "grip"), over="both")
    if not holds:
        left = _near(pose.left_arm, pose.hands[0], -1)
        right = _near(pose.right_arm, pose.hands[1], 1)
        pose = replace(pose, left_arm=left, right_arm=right)
    lot = look.random("bearing")
    side = -1 if lot.random() < 0.6 else 1
    return replace(
        pose, view="front", lean=lean, turn=0, ground="feet", lift=0, yaw=side * lot.uniform(8, 15),
        roll=side * lot.uniform(2.0, 5.0), pitch=min(pose.pitch, 14), foreshort=1.0,
    )  # fmt: skip


def _near(arm: tuple[float, float], hand: str, side: int) -> tuple[float, float]:
    """An arm that stays in a portrait: a raised one waves beside the face, a spread or busy one hangs."""
    if abs(arm[0]) <= 50 and hand != "grip":
        return arm
    return (side * 36.0, side * 160.0) if abs(arm[1]) > 140 else (side * 14.0, side * 6.0)
