"""Company: who flanks whom, who rings whom, who looks at whom. What relations ask of several figures at once."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import skia

from pinxit.engines.illustrator.fitting import Box, Figure
from pinxit.engines.illustrator.proportions import Cast
from pinxit.engines.illustrator.stage import HEIGHT, Stage
from pinxit.scene.model import Scene

TOWARDS = {"facing", "hugging"}
LEAN = 13.0  # degrees that something leans against what is behind it


def flanked(scene: Scene, casts: list[Cast]) -> list[Cast]:
    """With "a dog between two cats", the cats become two parties, one for each side."""
    for middle, others in _between(scene).items():
        if len(others) != 1 or middle not in {c.subject.id for c in casts}:
            continue
        cast = next((c for c in casts if c.subject.id == others[0]), None)
        if cast is None or len(cast.figures) < 2:
            continue
        half = len(cast.figures) // 2
        at = casts.index(cast)
        first, second = replace(cast, figures=cast.figures[:half]), replace(cast, figures=cast.figures[half:])
        casts = [*casts[:at], first, second, *casts[at + 1 :]]
    return casts


def order_between(scene: Scene, row: list[Cast]) -> list[Cast]:
    """Whoever is between two others stands between them."""
    for middle, others in _between(scene).items():
        centre = next((c for c in row if c.subject.id == middle), None)
        sides = [c for c in row if c.subject.id in others]
        if centre is None or len(sides) < 2:
            continue
        row = [c for c in row if c is not centre and c not in sides]
        half = len(sides) // 2
        row = [*row, *sides[:half], centre, *sides[half:]]
    return row


def spacing(scene: Scene, row: Sequence[Cast], usual: float) -> list[float]:
    """The gaps between neighbours of a row; who hugs or kisses leaves none."""
    close = {frozenset((r.a, r.b)) for r in scene.relations if r.kind == "hugging"}
    return [
        -0.2 * min(one.width, other.width) if frozenset((one.subject.id, other.subject.id)) in close else usual
        for one, other in pairwise(row)
    ]


def _between(scene: Scene) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for relation in scene.relations:
        if relation.kind == "between" and relation.b not in found.setdefault(relation.a, []):
            found[relation.a].append(relation.b)
    return found


def rings(scene: Scene, casts: Sequence[Cast]) -> dict[int, int]:
    """{who surrounds: who is surrounded}, for parties of at least three that stand on the ground."""
    by_id = {c.subject.id: c for c in casts}
    return {
        r.b: r.a
        for r in scene.relations
        if r.kind == "surrounded by" and r.a in by_id and r.b in by_id and len(by_id[r.b].figures) > 2
        and not by_id[r.b].air
    }  # fmt: skip


def ring_spots(cast: Cast, box: Box, ground: float, stage: Stage) -> list[tuple[float, float, float, float]]:
    """x, ground, scale and depth of each copy on an ellipse around what fills `box` and stands on `ground`."""
    centre, wide, high = (box[0] + box[2]) / 2, box[2] - box[0], box[3] - box[1]
    count, (_, _, scale) = len(cast.figures), cast.rows[0]
    width = cast.figures[0].extent[0] * scale
    tall = cast.figures[0].extent[1] * scale > 0.72 * high
    room = min(centre, stage.width - centre) - width * 0.55
    across = max(min(wide * 0.5 + width * (0.7 if count < 6 else 0.9), room), width)
    deep = min(across * 0.3, 0.16 * HEIGHT, max(HEIGHT * 0.975 - ground, 20.0) * 1.6)
    spots = []
    for i in range(count):
        angle = 2 * math.pi * (i + 0.5) / count + (math.pi / 2 if count % 2 else 0.0)
        if tall:  # nothing that is as tall as the middle stands before it
            angle = -math.pi * (i / (count - 1))
        front = math.sin(angle)
        own = scale * (1 + 0.1 * front)
        y = ground + deep * front * (0.62 if front > 0 else 1.0)
        spots.append((centre + math.cos(angle) * across, y, own, -front * 0.08))
    return spots


# -- looking ---------------------------------------------------------------------------------------------------------


def turned(scene: Scene, figures: Sequence[Figure]) -> list[Figure]:
    """The figures, mirrored where they would turn their back on whom they face, chase or hug."""
    wanted = _looks(scene, figures)
    lettered = {words.host for words in scene.lettering}
    return [
        mirrored(f) if f.faces and wanted.get(f.subject, f.faces) != f.faces and not lettered & set(f.boxes) else f
        for f in figures
    ]


def _looks(scene: Scene, figures: Sequence[Figure]) -> dict[int, int]:
    """Which way each subject has to look: 1 to the right, -1 to the left."""
    places: dict[int, float] = {}
    for figure in figures:
        for key, boxes in figure.boxes.items():
            places.setdefault(key, (boxes[0][0] + boxes[0][2]) / 2)
    sides: dict[int, int] = {}
    for relation in scene.relations:
        a, b = relation.a, relation.b
        if a not in places or b not in places or a == b:
            continue
        ahead = 1 if places[b] >= places[a] else -1
        if relation.kind in TOWARDS:
            sides.setdefault(a, ahead)
            sides.setdefault(b, -ahead)
        elif relation.kind == "chasing":
            sides[a] = sides[b] = ahead
    return sides


def mirrored(figure: Figure) -> Figure:
    """The figure seen in a mirror, on the same spot."""
    left, _, right, _ = figure.box
    matrix = skia.Matrix.Scale(-1, 1)
    matrix.postTranslate(left + right, 0)
    copy = figure.moved(matrix)
    copy.faces = -figure.faces
    return copy


def leaning(scene: Scene, cast: Cast) -> Cast:
    """What leans against something stands at a slant, if it is a long thing; however it is drawn by itself."""
    leans = any(r.kind == "against" and r.a == cast.subject.id for r in scene.relations)
    if not leans or cast.figures[0].kind not in {"object", "clothes"}:
        return cast
    slant = _slant(cast.figures[0])
    if slant is None:
        return cast
    figures = [f.moved(skia.Matrix.RotateDeg(LEAN - slant)) for f in cast.figures]
    for figure in figures:  # the box of a turned box would be too large
        figure.boxes[figure.subject] = [figure.drawing.bounds()]
    return replace(cast, figures=figures)


def _slant(figure: Figure) -> float | None:
    """How far its long axis is turned from upright, in degrees clockwise, -90 to 90; None for what is not long."""
    path = figure.drawing.silhouette()
    points = [(p.x(), p.y()) for p in (path.getPoint(i) for i in range(path.countPoints()))]
    if len(points) < 3:
        return None
    cx, cy = sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)
    xx = sum((x - cx) ** 2 for x, _ in points)
    yy = sum((y - cy) ** 2 for _, y in points)
    xy = sum((x - cx) * (y - cy) for x, y in points)
    spread = math.hypot(xx - yy, 2 * xy)
    if spread < 0.5 * (xx + yy):
        return None
    return math.degrees(0.5 * math.atan2(-2 * xy, yy - xx))
