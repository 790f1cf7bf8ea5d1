"""Sparing: how much of a setting is shown, from all of it down to the large forms that carry the picture."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from pinxit.engines.illustrator.pen import Fill, Item
from pinxit.engines.illustrator.stage import HEIGHT, Stage

if TYPE_CHECKING:
    from pinxit.engines.illustrator.direction import Complexity

_BROAD = 0.75  # of the stage's width: the ground, the hills, a wall, the sky
_SMALL = 0.065 * HEIGHT  # flowers, stones, jars


def thin_out(stage: Stage, complexity: Complexity) -> None:
    """Leave away what is small or stands in front ("medium"), or all but the large forms ("low"); "high" shows all."""
    if complexity == "high":
        return
    stage.front.drawing.items.clear()

    def broad(item: Item) -> bool:
        bounds = item.path.getBounds()
        across = bounds.width() >= stage.width * _BROAD and bounds.height() >= HEIGHT * 0.02
        return isinstance(item, Fill) and bool(across)

    keeps: Callable[[Item], bool] = broad if complexity == "low" else _large
    for layer in (stage.far, stage.middle, stage.near):
        layer.drawing.items[:] = filter(keeps, layer.drawing.items)


def _large(item: Item) -> bool:
    bounds = item.path.getBounds()
    return bool(max(bounds.width(), bounds.height()) >= _SMALL)
