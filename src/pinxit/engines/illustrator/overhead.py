"""A flat lay: what is laid out on a surface that is seen from above, spread over the frame instead of in a row."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence

import skia

from pinxit.engines.illustrator import library
from pinxit.engines.illustrator.layout import Actor
from pinxit.engines.illustrator.stage import HEIGHT, Stage
from pinxit.scene.model import Scene

NAME = "flat lay"  # of the setting
SMALL_CM = 60  # what is larger is not laid out on a table
# What such things lie on, and so is no figure of its own.
LAID_ON = {
    "table", "desk", "counter", "surface", "tabletop", "board", "floor", "cloth", "background", "slate",
    "marble", "linen", "wood", "concrete", "velvet", "napkin", "tablecloth",
}  # fmt: skip
MANY = 14  # more than that stay as the layout has set them


def overhead(scene: Scene) -> bool:
    """Whether small things are shown from straight above."""
    words = scene.prompt.lower()
    if scene.camera.angle != "top" and "flat lay" not in words and "flatlay" not in words and "knolling" not in words:
        return False
    things = [library.thing_of(s) for s in scene.subjects if not s.backdrop and s.head not in LAID_ON]
    small = [
        t is None or t.kind == "food" or (t.cm < SMALL_CM and t.kind not in {"person", "animal", "bird"})
        for t in things
    ]
    return bool(small) and all(small) and scene.place.name is None


def grounds(scene: Scene) -> frozenset[int]:
    """The ids of what the things lie on."""
    return frozenset(s.id for s in scene.subjects if s.head in LAID_ON and s.id > 0)


def spread(scene: Scene, actors: Sequence[Actor], stage: Stage, seed: int) -> list[Actor]:
    """The actors in a loose grid, the first in the middle; as they were when some of them hold or carry others."""
    tied = any(r.kind in {"holding", "wearing", "riding", "under"} for r in scene.relations)
    if not 2 <= len(actors) <= MANY or tied:
        return [*actors]
    chance = random.Random(seed)
    columns = max(1, round(math.sqrt(len(actors) * stage.width / HEIGHT)))
    rows = math.ceil(len(actors) / columns)
    wide, tall = stage.width * 0.86 / columns, HEIGHT * 0.86 / rows
    largest = max(max(a.box[2] - a.box[0], a.box[3] - a.box[1]) for a in actors)
    laid = []
    for i, actor in enumerate(actors):
        row, column = divmod(i, columns)
        in_row = min(columns, len(actors) - row * columns)
        left, top, right, bottom = actor.box
        own = (max(right - left, bottom - top) / largest) ** 0.4  # a strawberry stays smaller than a plate
        scale = own * min(wide * 0.94 / (right - left), tall * 0.94 / (bottom - top))
        x = stage.width / 2 + (column - (in_row - 1) / 2) * wide + chance.uniform(-0.05, 0.05) * wide
        y = HEIGHT / 2 + (row - (rows - 1) / 2) * tall + chance.uniform(-0.04, 0.04) * tall
        matrix = skia.Matrix.Translate(x, y)
        matrix.preScale(scale, scale)
        matrix.preTranslate(-(left + right) / 2, -(top + bottom) / 2)
        laid.append(Actor(actor.figure.moved(matrix), actor.depth, y + (bottom - top) * scale / 2))
    return laid
