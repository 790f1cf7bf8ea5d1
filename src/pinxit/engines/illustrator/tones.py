"""Tones: the grey that a colour becomes when all there is are black ink and white paper."""

from __future__ import annotations

from typing import Literal

from pinxit.engines.illustrator.colours import Rgb, oklab
from pinxit.engines.illustrator.light import Light

Plane = Literal["back", "subject", "front"]

# From which lightness (OKLab) to which a colour goes from solid black to bare paper.
_DAY: dict[Plane, tuple[float, float]] = {"back": (0.2, 0.6), "subject": (0.3, 0.68), "front": (0.42, 0.95)}
_NIGHT: dict[Plane, tuple[float, float]] = {"back": (0.5, 1.05), "subject": (0.4, 0.76), "front": (0.6, 1.2)}


def dark(light: Light) -> bool:
    """Is this a light in which black is the ground and light the exception?"""
    return light.name == "noir" or light.ambient < 0.75


def ink_level(rgb: Rgb, plane: Plane, night: bool) -> float:
    """0 is solid ink, 1 is paper; what lies between becomes hatching or dots, near the ends one or the other."""
    black, white = (_NIGHT if night else _DAY)[plane]
    light, a, b = oklab(rgb)
    level = min(1.0, max(0.0, (light - black) / (white - black)))
    level = level * level * (3 - 2 * level)
    if plane == "subject" and light > 0.33 and 0.012 < a < 0.058 and 0.025 < b < 0.115:
        # The hues of skin: a face must stay open, or its features drown; a dark one is a light wash of lines.
        level = max(level, (0.86 if night else 0.76) + 0.4 * (light - 0.33))
    return 0.0 if level < 0.14 else 1.0 if level > 0.84 else level


def grey(level: float) -> Rgb:
    """The level as a colour."""
    value = round(255 * min(1.0, max(0.0, level)))
    return (value, value, value)
