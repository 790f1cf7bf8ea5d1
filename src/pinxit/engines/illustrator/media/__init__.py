"""The media: one file each. A medium says how items are drawn, what they stand on, and what happens to the pixels."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from pinxit.engines.illustrator.brush import Brush, Manner
from pinxit.engines.illustrator.colours import Rgb
from pinxit.engines.illustrator.effects import Bytes

if TYPE_CHECKING:
    from pinxit.engines.illustrator.direction import Direction
    from pinxit.engines.illustrator.fitting import Figure
    from pinxit.engines.illustrator.layout import Actor
    from pinxit.engines.illustrator.light import Light
    from pinxit.engines.illustrator.look import Thing
    from pinxit.engines.illustrator.stage import Stage
    from pinxit.scene.model import Scene

    Compose = Callable[[Direction, dict[int, list[Figure]], Stage, int], list[Actor]]

__all__ = ["Finish", "Medium", "load", "unchanged"]


@dataclass(frozen=True, slots=True)
class Finish:
    """What a medium's last step knows: `unit` is the shorter side in pixels, `keep` colours that must survive."""

    light: Light
    unit: int
    seed: int
    keep: tuple[Rgb, ...] = ()
    paper: Rgb = (255, 255, 255)
    quality: str = "high"


@dataclass(frozen=True, slots=True)
class Medium:
    """How a picture is made. `scenic` media draw the place, others set the subject on a plain ground.

    `develop` turns the drawn RGB pixels (height x width x 3, uint8) into the finished ones. `light` is the light that
    suits the medium when the words name none; `depth` is how much distant layers blur (0 to 1).
    """

    name: str
    manner: Manner
    develop: Callable[[Bytes, Finish], Bytes]
    scenic: bool = True
    light: str | None = None
    depth: float = 0.0
    die_cut: bool = False
    shadows: float = 1.0
    margin: float = 0.0  # border of paper around the picture, as a share of the shorter side
    words: tuple[str, ...] = field(default=())
    brush: type[Brush] = Brush  # what the items are drawn with
    suit: Callable[[Scene], Medium] | None = None  # the medium as a scene's words want it, where they have a say
    recast: Callable[[Thing], Thing] | None = None  # the form that a thing takes, where it is not the usual drawing
    compose: Compose | None = None  # sets the figures in place instead of the layout
    lens: bool = True  # may what is far away be out of focus?
    printed: bool = True  # titles are printed on the developed picture; False: they are developed with it
    vector: Callable[[Rgb], Rgb] | None = None  # `develop` for one colour, where it does no more than that
    cut: Callable[[Bytes, Finish], Bytes] | None = None  # the last step without a ground: RGBA, straight alpha


def unchanged(rgb: Rgb) -> Rgb:
    """For `vector`: the last step does nothing."""
    return rgb


@cache
def load() -> dict[str, Medium]:
    """Every medium by its name."""
    found: dict[str, Medium] = {}
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda m: m.name):
        medium: Medium = importlib.import_module(f"{__name__}.{module.name}").MEDIUM
        found[medium.name] = medium
    return found
