"""The media: one file each. A medium says how items are drawn, what they stand on, and what happens to the pixels."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from pinxit.engines.illustrator.brush import Manner
from pinxit.engines.illustrator.colours import Rgb
from pinxit.engines.illustrator.effects import Bytes

if TYPE_CHECKING:
    from pinxit.engines.illustrator.light import Light

__all__ = ["Finish", "Medium", "load"]


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


@cache
def load() -> dict[str, Medium]:
    """Every medium by its name."""
    found: dict[str, Medium] = {}
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda m: m.name):
        medium: Medium = importlib.import_module(f"{__name__}.{module.name}").MEDIUM
        found[medium.name] = medium
    return found
