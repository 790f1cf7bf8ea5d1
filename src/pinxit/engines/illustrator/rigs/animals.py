"""Which view of a furry animal is drawn: from the front, seated; curled up asleep; or from the side in motion."""

from __future__ import annotations

from dataclasses import replace

from pinxit.engines.illustrator.look import Look
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs import profiles
from pinxit.engines.illustrator.rigs.coats import Coat
from pinxit.engines.illustrator.rigs.curled import draw_curled
from pinxit.engines.illustrator.rigs.gaits import moving
from pinxit.engines.illustrator.rigs.seated import draw_seated
from pinxit.engines.illustrator.rigs.side_view import Build, draw_quadruped

ASLEEP = {"sleep", "nap", "rest", "curl", "lie", "snooze", "doze"}
_DOG = Build(
    length=92, chest=0.5, loin=0.41, leg=0.9, neck=(50, 0.34, 0.4, 0.31), head=(0.5, 14),
    profile=profiles.DOG, bend=0.9,
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
    "small": replace(
        _DOG, height=82, length=86, chest=0.62, loin=0.6, leg=0.84, neck=(36, 0.28, 0.5, 0.44), head=(0.6, 6),
        profile=profiles.CAT, bend=0.8,
    ),
}  # fmt: skip
_EARS = {"tufted": "round", "big": "round", "huge": "round", "tiny": "round", "side": "round"}


def draw_animal(pen: Pen, look: Look, coat: Coat) -> None:
    """Draw it in the pose that was asked for; it sits and looks at us unless it moves, stands or sleeps."""
    if look.pose in ASLEEP:
        draw_curled(pen, look, coat)
    elif (moving(look.pose) or look.pose == "stand") and look.holds is None:
        base = _BUILDS.get(coat.side, _DOG)
        ears = _EARS.get(coat.ears, coat.ears)
        draw_quadruped(pen, look, coat, replace(base, ears=ears, tail=coat.tail))
    else:
        draw_seated(pen, look, coat)
