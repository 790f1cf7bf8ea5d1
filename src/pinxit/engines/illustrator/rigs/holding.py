"""How a thing is held: in one raised hand, hanging from one, or in both; and what that does to a pose."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pinxit.engines.illustrator import library
from pinxit.engines.illustrator.look import Look
from pinxit.engines.illustrator.rigs.pose import Pose
from pinxit.engines.illustrator.rigs.poses import POSES

_LOOSE = 9.0  # the span of a hand, for what has no grip of its own
_AMPLE = 42.0  # lets whatever has a grip keep its natural size

_WORDS: dict[str, str] = {
    "aloft": "umbrella parasol balloon flag banner lantern torch sword wand sign signpost staff spear trident trophy "
    "sparkler lightsaber axe kite string scepter sceptre",
    "lean": "cane stick crook crutch",
    "near": "cup mug glass cone cream gelato phone smartphone cellphone flower rose tulip daisy lily sunflower apple "
    "orange pear peach lemon banana carrot donut doughnut cookie biscuit croissant candy lollipop popsicle glass "
    "cocktail martini wine beer coffee tea bottle can hammer wrench saw scissors pencil pen paintbrush brush dagger "
    "knife candle toothbrush coin watch bulb remote butterfly bird key egg mushroom sandwich burger hamburger "
    "hotdog dog-treat taco corn drink soda milkshake smoothie juice camera ball cupcake perfume feather star",
    "beside": "bouquet",
    "mic": "microphone mic megaphone",
    "hang": "suitcase briefcase handbag bag bucket pail purse can-of-water luggage basket lantern-low",
    "rod": "rod",
    "strum": "guitar ukulele banjo lute bass",
}
_WAYS = {word: way for way, words in _WORDS.items() for word in words.split()}
_WHOLE = {
    "magnifying glass": "near", "shopping bag": "hang", "watering can": "hang", "hot dog": "near", "teddy bear": "both",
    "beach ball": "both", "glass bowl": "both", "tea bowl": "both", "coffee pot": "near", "tea pot": "near",
}  # fmt: skip

# The arm on the right: seen from the front (and sitting), then seen from the side.
_ARMS: dict[str, tuple[tuple[float, float], tuple[float, float]]] = {
    "aloft": ((34, 156), (20, 136)),
    "near": ((25, 204), (6, 118)),
    "beside": ((27, 140), (14, 112)),
    "mic": ((27, 208), (16, 150)),
    "hang": ((13, 5), (4, 8)),
    "lean": ((15, 26), (22, 34)),
    "rod": ((28, 112), (30, 82)),
}
_TURNS = {"mic": -34.0, "rod": 22.0, "beside": 8.0}
_BUSY = {"hold", "read", "work", "stand", "pocket", "cross", "cheer", "akimbo", "present", "tool", "play", "wave"}


BALLS = frozenset({"football", "soccer", "ball"})
SNAPSHOTS = frozenset({"photo", "photograph", "picture", "selfie", "snapshot"})


def names_one(noun: str | None, words: frozenset[str]) -> bool:
    """Is the last word of a noun one of these?"""
    return bool(noun) and (noun or "").lower().split()[-1] in words


@dataclass(frozen=True, slots=True)
class Hold:
    """What a person has in hand. Lengths in centimetres; `width` and `height` of the thing as it will be seen."""

    way: str = "none"  # none, both, strum, or one of the arms
    grip: bool = True  # it has a grip of its own, at its origin
    width: float = 20.0
    height: float = 10.0
    known: bool = True  # there is a drawing of it

    @property
    def single(self) -> bool:
        """Is it in one hand?"""
        return self.way in _ARMS

    @property
    def size(self) -> float:
        """The size of the anchor that keeps the thing natural, before the person's own scale."""
        return _AMPLE if self.grip else _LOOSE

    @property
    def turn(self) -> float:
        """How the thing leans in the hand, degrees."""
        return _TURNS.get(self.way, 0.0)


def hold_of(look: Look) -> Hold:
    """How the thing a look has in hand is held; bare hands give the way `none`."""
    noun = look.holds
    if not noun:
        return Hold()
    words = noun.lower().split()
    way = _WHOLE.get(" ".join(words)) or _WAYS.get(words[-1]) or _WAYS.get(words[-1].rstrip("s")) or "both"
    entry = library.find(noun, words[-1]).thing
    if entry is None or entry.kind == "person":
        return Hold(way, known=entry is not None)
    left, top, right, bottom = entry.sketch(Look(noun=entry.name)).bounds()
    scale = entry.cm / max(bottom - top, 1e-6)
    if way == "near" and entry.cm > 23:
        way = "beside"  # a tall thing would hide the face
    return Hold(way, entry.attach == "hand", (right - left) * scale, entry.cm)


def one_handed(pose: Pose, hold: Hold) -> Pose:
    """The pose with the right arm given to what it holds and the other at rest."""
    front, side = _ARMS[hold.way]
    if pose in {POSES[name] for name in _BUSY}:
        pose = replace(POSES["stand"], over="both")
    left = pose.left_arm if pose.hands[0] != "grip" else (-10.0, -3.0)
    yaw = 7.0 if hold.way in {"aloft", "rod"} and pose.view == "front" else pose.yaw
    return replace(
        pose,
        left_arm=left,
        right_arm=side if pose.view == "side" else front,
        hands=("rest" if pose.hands[0] == "grip" else pose.hands[0], "grip"),
        over="both" if pose.over in {"left", "both"} else "right",
        yaw=yaw,
        wrists=None,
    )
