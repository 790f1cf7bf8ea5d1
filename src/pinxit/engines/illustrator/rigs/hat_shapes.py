"""Outlines that hats share, in head units."""

from __future__ import annotations

from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.face import Skull
from pinxit.engines.illustrator.shapes import Point


def crown_points(skull: Skull, base: float, top: float, wide: float, narrow: float, dent: float = 0.0) -> list[Point]:
    """The outline of a hat's crown standing on the head at height `base`."""
    lift = skull.pitch * 0.15
    half = [
        (wide, base + 2 - lift),
        (wide * 0.98, base - 8),
        ((wide + narrow) / 2, (base + top) / 2 - 6),
        (narrow, top + 5),
        (narrow * 0.5, top),
    ]
    points = [skull.solid(u, v, 0) for u, v in half]
    points.append(skull.solid(0, top + dent, 0))
    points += [skull.solid(-u, v, 0) for u, v in reversed(half)]
    x, y = skull.solid(0, base + 7, 0)
    return [*points, (x, y + skull.pitch * 0.2)]


def brim_points(skull: Skull, v: float, wide: float, deep: float, bend: float = 0.0) -> list[Point]:
    """The outline of a brim around the head at height v: `wide` and `deep` are its radii, `bend` lifts its sides."""
    x, y = skull.solid(0, v, 0)
    y += skull.pitch * 0.35
    return [(x - wide, y - bend), (x - wide * 0.6, y - deep * 0.75), (x, y - deep), (x + wide * 0.6, y - deep * 0.75),
        (x + wide, y - bend),
            (x + wide * 0.62, y + deep * 0.8), (x, y + deep * 1.15), (x - wide * 0.62, y + deep * 0.8)]  # fmt: skip


def brow_shadow(pen: Pen, skull: Skull, v: float) -> None:
    """What a brim throws on the brow."""
    with pen.on(skull.outline()):
        shape = skull.path([(-40, v - 6), (40, v - 6), (38, v + 7), (0, v + 12), (-38, v + 7)])
        pen.decal(shape, (52, 26, 42), alpha=0.38, blur=3)
