"""Which view of a furry animal is drawn: from the front, seated; curled up asleep; or from the side in motion."""

from __future__ import annotations

from dataclasses import replace

from pinxit.engines.illustrator.look import Look
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs import profiles
from pinxit.engines.illustrator.rigs.coats import Coat
from pinxit.engines.illustrator.rigs.curled import draw_curled
from pinxit.engines.illustrator.rigs.gaits import gait_of, moving
from pinxit.engines.illustrator.rigs.lying import draw_lying
from pinxit.engines.illustrator.rigs.seated import draw_seated
from pinxit.engines.illustrator.rigs.side_view import Build, draw_quadruped
from pinxit.engines.illustrator.rigs.small_side import draw_small
from pinxit.engines.illustrator.rigs.swimming import SWIMMING, draw_swimming
from pinxit.engines.illustrator.rigs.upright import UPRIGHT, draw_upright

ASLEEP = {"sleep", "nap", "curl", "snooze", "doze", "dream"}
LYING = {"lie", "rest", "lay", "lounge", "relax", "recline", "sprawl", "sunbathe"}
PROFILES = {"dog", "wolf", "fox", "big cat", "bear", "low"}  # what looks ahead when it runs
_DOG = Build(
    length=92, chest=0.5, loin=0.41, leg=0.9, neck=(50, 0.34, 0.4, 0.31), head=(0.5, 14),
    profile=profiles.DOG, bend=0.9, front=0.36,
)  # fmt: skip
_BUILDS = {
    "dog": _DOG,
    "wolf": replace(_DOG, leg=0.82, neck=(40, 0.38, 0.44, 0.34), head=(0.44, 16), profile=profiles.FOX),
    "fox": replace(
        _DOG, height=96, length=92, leg=0.76, neck=(40, 0.36, 0.4, 0.32), head=(0.52, 16),
        profile=profiles.FOX,
    ),
    "low": replace(
        _DOG, height=82, length=104, chest=0.62, loin=0.54, neck=(50, 0.4, 0.5, 0.38), head=(0.62, 12), bend=0.7,
    ),
    "cat": replace(
        _DOG, height=94, length=92, chest=0.48, loin=0.42, leg=0.8, neck=(40, 0.28, 0.36, 0.32), head=(0.46, 6),
        profile=profiles.CAT,
    ),
    "big cat": replace(
        _DOG, height=108, length=118, chest=0.5, loin=0.42, leg=1.0, neck=(32, 0.32, 0.44, 0.36), head=(0.44, 10),
        profile=profiles.BIG_CAT,
    ),
    "bear": replace(
        _DOG, height=112, length=112, chest=0.62, loin=0.58, leg=1.4, bend=0.6, neck=(20, 0.32, 0.54, 0.44),
        head=(0.46, 12), profile=profiles.BEAR, rump=0.96,
    ),
    "long": replace(
        _DOG, height=70, length=100, chest=0.66, loin=0.62, leg=1.1, neck=(50, 0.5, 0.5, 0.44), head=(0.6, 6),
        profile=profiles.CAT, bend=0.7, front=0.48,
    ),
    "ape": replace(
        _DOG, height=112, length=76, chest=0.54, loin=0.44, leg=1.14, neck=(40, 0.22, 0.44, 0.4), head=(0.5, 6),
        profile=profiles.CAT, bend=0.7, rump=0.8, front=0.4,
    ),
}  # fmt: skip
_EARS = {"tufted": "round", "big": "round", "huge": "round", "tiny": "round", "side": "round"}


def draw_animal(pen: Pen, look: Look, coat: Coat) -> None:
    """Draw it in the pose that was asked for; it sits and looks at us unless it moves, stands, lies or sleeps."""
    if look.age in {"baby", "child"}:
        look, coat = replace(look, cute=True), replace(coat, marks=tuple(m for m in coat.marks if m != "mane"))
    if look.copies > 1 and look.pose is None and look.holds is None and not look.worn:  # a group is no row of stamps
        look = replace(look, pose=look.random("pose").choice((None, None, "stand", "lie")))
    if look.pose in ASLEEP:
        with pen.at(0, 0, 1.12):
            draw_curled(pen, look, coat)
    elif look.pose in LYING and look.holds is None:
        with pen.at(0, 0, 1.12):
            draw_lying(pen, look, coat)
    elif look.pose in UPRIGHT and look.holds is None:
        draw_upright(pen, look, coat)
    elif look.pose in SWIMMING:
        with pen.at(0, 0, 1.12):
            draw_swimming(pen, look, coat)
    elif (moving(look.pose) or look.pose == "stand" or coat.has("shell")) and look.holds is None:
        with pen.at(0, 0, 1.3 if coat.side == "small" else 1.2):  # the head about as large as a seated one's
            _draw_afoot(pen, look, coat)
    else:
        draw_seated(pen, look, coat)


def _draw_afoot(pen: Pen, look: Look, coat: Coat) -> None:
    gait = gait_of(look.pose)
    if coat.side == "small":
        if gait.grazing:
            draw_seated(pen, look, coat)
        else:
            draw_small(pen, look, coat)
        return
    base = _BUILDS.get(coat.side, _DOG)
    ahead = coat.side in PROFILES and (gait.nod < 0 or (not gait.legs[0].planted and not look.cute))
    build = replace(base, ears=_EARS.get(coat.ears, coat.ears), tail=coat.tail)
    if ahead:
        build = replace(build, head=(base.head[0] * 1.2, base.head[1]), front=0.0)
    draw_quadruped(pen, look, coat, build)
