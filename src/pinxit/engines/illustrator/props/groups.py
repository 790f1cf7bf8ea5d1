"""People together: a couple, a family, a crowd. One drawing shows all of them unless the prompt counts them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.person import draw_person
from pinxit.engines.illustrator.rigs.person_traits import Trade

_ORIGINS = ("nordic", "italian", "japanese", "nigerian", "mexican", "indian")


@dataclass(frozen=True, slots=True)
class Member:
    """One of a group: who, how, and where; `y` below 0 is further back."""

    gender: str | None = None
    age: str = "adult"
    pose: str | None = None
    x: float = 0.0
    y: float = 0.0
    scale: float = 1.0
    flip: bool = False


def _draw(pen: Pen, look: Look, members: Sequence[Member], origin: str | None) -> None:
    for number, one in enumerate(members):
        noun = "child" if one.age == "child" else {"male": "man", "female": "woman"}.get(one.gender or "", "person")
        part = replace(
            look, noun=noun, age=one.age, gender=one.gender, origin=look.origin or origin, pose=one.pose,
            holds=look.holds if number == 0 and not one.pose else None, framing="full", seed=look.seed * 7 + number,
        )  # fmt: skip
        with pen.at(one.x, one.y, one.scale, flip=one.flip):
            draw_person(pen, part, Trade())


def _kin(look: Look) -> str:
    return look.random("kin").choice(_ORIGINS)


@thing("couple", "lovers", "newlyweds", "married couple", "old couple", cm=176, kind="person")
def draw_couple(pen: Pen, look: Look) -> None:
    """Two who hold hands, or dance, or sit or walk together."""
    age = look.age or "adult"
    poses = {
        "dance": ("twirl", "twirled"),
        "walk": ("walk", "walk"),
        "sit": ("sit", "sit"),
        "run": ("run", "run"),
        "hug": ("embrace", "embrace"),
        "kiss": ("embrace", "embrace"),
        "embrace": ("embrace", "embrace"),
    }
    left, right = poses.get(look.pose or "", ("hand_right", "hand_left"))
    gap = {"twirl": 58.0, "walk": 40.0, "sit": 30.0, "run": 50.0, "embrace": 17.0}.get(left, 35.0)
    pair = (Member("male", age, left, -gap), Member("female", age, right, gap, 0, 0.96, flip=right == "embrace"))
    _draw(pen, look, pair, _kin(look))


_FAMILY = (
    Member("male", "adult", "hand_right", -62, -6),
    Member("female", "adult", "hand_left", 56, -6, 0.96),
    Member("female", "child", "hand_both", -18, 0, 0.94),
    Member("male", "child", "wave", 20, 2, 1.02),
)


@thing("family", "parents with children", cm=178, kind="person")
def draw_family(pen: Pen, look: Look) -> None:
    """Father, mother, a girl and a boy."""
    if getattr(look, "copies", 1) > 1:  # "a family of four": each copy is one of them
        one = _FAMILY[look.seed % len(_FAMILY)]
        _draw(pen, look, [replace(one, x=0.0, y=0.0, pose=look.pose)], _ORIGINS[look.seed // 16 % len(_ORIGINS)])
        return
    seated = look.pose in {"sit", "eat", "rest"}
    members = [replace(one, pose="sit") if seated else one for one in _FAMILY]
    _draw(pen, look, members, _kin(look))


@thing("crowd", "audience", "group of people", "mob", "gathering", cm=190, kind="person")
def draw_crowd(pen: Pen, look: Look) -> None:
    """Three rows of all sorts of people."""
    lot = look.random("crowd")
    members = []
    for row, (count, y, scale) in enumerate(((5, -26.0, 0.86), (4, -12.0, 0.93), (4, 0.0, 1.0))):
        for k in range(count):
            age = lot.choices(("adult", "young", "elderly", "child"), (6, 3, 1, 1 if row == 2 else 0))[0]
            pose = look.pose or lot.choice(("stand", "stand", "cheer" if row < 2 else "wave", "stand"))
            x = (k - (count - 1) / 2) * 54 + lot.uniform(-7, 7)
            members.append(Member(lot.choice(("male", "female")), age, pose, x, y, scale))
    _draw(pen, look, members, None)
