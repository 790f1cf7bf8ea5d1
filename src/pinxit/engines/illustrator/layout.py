"""The layout: where the figures stand in the frame.

Units are the stage's: 1000 high, y down. Figures come in centimetres; here they get their size in the picture, their
place along the ground line, their depth, and the order in which they are painted. Positions that were asked for (left,
right, behind, in front, above, a corner of the frame) are exact; the rest follows the habits of composition.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import skia

from pinxit.engines.illustrator.company import flanked, leaning, order_between, ring_spots, rings, spacing, turned
from pinxit.engines.illustrator.fitting import Box, Figure
from pinxit.engines.illustrator.proportions import (
    LYING,
    Cast,
    beneath,
    set_depths,
    set_sizes,
    shelters,
)
from pinxit.engines.illustrator.stage import HEIGHT, Stage
from pinxit.scene.model import Scene

MARGIN = 0.05
PILED = {"pile", "heap", "stack"}
ANCHOR_X = {"left": 0.27, "centre": 0.5, "right": 0.73}


@dataclass(slots=True)
class Actor:
    """A figure in stage units. `depth` is 0 in the front row, 1 at the horizon; its shadow falls on `ground`."""

    figure: Figure
    depth: float = 0.0
    ground: float | None = None

    @property
    def box(self) -> Box:
        return self.figure.box


def arrange(scene: Scene, figures: dict[int, list[Figure]], stage: Stage, framing: str, seed: int) -> list[Actor]:
    """Set all root figures on the stage. Returns the actors from back to front."""
    casts = [Cast(scene.subjects[key], copies) for key, copies in figures.items() if copies]
    if not casts:
        return []
    chance = random.Random(seed)
    lead = next((c for c in casts if not c.subject.backdrop), casts[0])
    set_depths(scene, casts, lead, stage)
    casts = [leaning(scene, c) for c in flanked(scene, casts)]
    lead = next(c for c in casts if c.subject is lead.subject)
    set_sizes(scene, casts, lead, stage, framing)
    actors: list[Actor] = []
    ringed = rings(scene, casts)
    front = [c for c in casts if c.behind == 0 and not c.air and c.subject.id not in ringed]
    xs = _front_row(scene, front, stage, framing, actors)
    for cast in casts:
        if cast.subject.id in ringed and cast not in front:
            _place_ring(cast, ringed[cast.subject.id], xs, stage, actors)
    placed = {id(c) for c in casts if c in front or c.subject.id in ringed}
    for cast in sorted((c for c in casts if id(c) not in placed), key=lambda c: (c.over is not None, c.air, c.behind)):
        _place_other(scene, cast, xs, stage, actors, chance)
    for actor, figure in zip(actors, turned(scene, [a.figure for a in actors]), strict=True):
        actor.figure = figure
    actors.sort(key=lambda a: (-a.depth, a.ground if a.ground is not None else 0.0))
    return [_inside(actor, stage) for actor in actors]


def _order(scene: Scene, casts: Sequence[Cast]) -> list[Cast]:
    """The front row from left to right: as named, except where the words say left or right."""
    row = list(casts)
    pairs = []
    for relation in scene.relations:
        if relation.kind == "left of":
            pairs.append((relation.a, relation.b))
        elif relation.kind in {"right of", "chasing"}:
            pairs.append((relation.b, relation.a) if relation.kind == "right of" else (relation.a, relation.b))
    for _ in range(len(row) + 1):
        for left, right in pairs:
            ids = [c.subject.id for c in row]
            if left in ids and right in ids and ids.index(left) > ids.index(right):
                moving = row.pop(ids.index(left))
                row.insert(ids.index(right), moving)
    return order_between(scene, row)


def _front_row(
    scene: Scene, casts: list[Cast], stage: Stage, framing: str, actors: list[Actor]
) -> dict[int, tuple[float, float]]:
    """Place the front row; returns for each subject the x of its centre and its width."""
    row = _order(scene, casts)
    if not row:
        return {}
    bust = framing in {"bust", "medium"} and row[0].figures[0].kind == "person"
    gaps = spacing(scene, row, 0.045 * stage.width)
    total = sum(c.width for c in row) + sum(gaps)
    available = stage.width * (1 - 2 * MARGIN) * (1.08 if bust else 1.0)
    tallest = max(c.height for c in row)
    shrink = min(1.0, available / total, (stage.ground - stage.ceiling - 0.02 * HEIGHT) / tallest if not bust else 9.0)
    total *= shrink
    aside = any(s.backdrop for s in scene.subjects)
    left = _start(scene, stage, total, bust, aside)
    places: dict[int, tuple[float, float]] = {}
    for i, cast in enumerate(row):
        centre = left + cast.width * shrink / 2
        places[cast.subject.id] = (centre, cast.width * shrink)
        ground = _ground(scene, stage, bust, cast)
        if stage.airless and not stage.ground_bound(cast.figures[0].kind) and not bust:
            drift = 0.0 if len(row) == 1 else 0.13 * (-1) ** i
            ground = min(HEIGHT * (0.5 + drift) + cast.height * shrink / 2, HEIGHT * 0.97)
        _put(cast, centre, ground, shrink, actors, depth=0.0)
        left += (cast.width + (gaps[i] if i < len(gaps) else 0.0)) * shrink
    return places


def _start(scene: Scene, stage: Stage, total: float, bust: bool, aside: bool) -> float:
    """Where the front row begins; `aside` leaves the middle to what stands in the background."""
    anchor = scene.composition.anchor or ""
    usual = 0.34 if aside and stage.width > 900 and total < stage.width * 0.42 else 0.5
    spot = next((x for word, x in ANCHOR_X.items() if word in anchor), usual)
    centre = stage.width * spot
    low, high = stage.width * MARGIN, stage.width * (1 - MARGIN) - total
    if bust:
        return centre - total / 2
    if "left" in anchor and scene.composition.negative_space:
        return low + stage.width * 0.03
    if "right" in anchor and scene.composition.negative_space:
        return high - stage.width * 0.03
    return min(max(centre - total / 2, min(low, high)), max(low, high))


def _ground(scene: Scene, stage: Stage, bust: bool, cast: Cast) -> float:
    anchor = scene.composition.anchor or ""
    if bust:
        return HEIGHT * 1.02
    if "top" in anchor:
        return max(cast.height + HEIGHT * 0.08, HEIGHT * 0.4)
    if "bottom" in anchor:
        return HEIGHT * 0.93
    if anchor == "centre" and scene.composition.negative_space:
        return HEIGHT / 2 + cast.height / 2
    if not stage.near.drawing.items and not stage.middle.drawing.items and cast.height < HEIGHT:
        return HEIGHT / 2 + cast.height / 2  # on a plain ground, in the middle
    return stage.ground


def _put(
    cast: Cast, centre: float, ground: float, shrink: float, actors: list[Actor], *, depth: float
) -> None:  # limit: a place has that many parts
    for (x, y, scale), figure in zip(cast.rows, cast.figures, strict=True):
        box = figure.box
        matrix = skia.Matrix.Translate(centre + x * shrink, ground + y * shrink)
        matrix.preScale(scale * shrink, scale * shrink)
        matrix.preTranslate(-(box[0] + box[2]) / 2, -box[3] if cast.air else min(0.0, -box[3]))
        piled = cast.subject.arrangement in PILED  # the upper ones lie on the lower ones, not behind them
        feet = None if cast.air or (piled and y < 0) else ground + y * shrink
        actors.append(Actor(figure.moved(matrix), depth + y / HEIGHT * (0.02 if piled else -0.3), feet))


def _place_ring(cast: Cast, host: int, xs: dict[int, tuple[float, float]], stage: Stage, actors: list[Actor]) -> None:
    """Set the copies around what they surround."""
    hosts = [a for a in actors if a.figure.subject == host]
    box = hosts[0].box if hosts else (stage.width * 0.35, stage.ground - 300, stage.width * 0.65, stage.ground)
    spots = ring_spots(cast, box, stage.ground if not hosts or hosts[0].ground is None else hosts[0].ground, stage)
    for (x, y, scale, depth), figure in zip(spots, cast.figures, strict=True):
        box = figure.box
        matrix = skia.Matrix.Translate(x, y)
        matrix.preScale(scale, scale)
        matrix.preTranslate(-(box[0] + box[2]) / 2, -box[3])
        actors.append(Actor(figure.moved(matrix), depth, y))
    xs[cast.subject.id] = ((box[0] + box[2]) / 2, stage.width * 0.9)


def _place_other(
    scene: Scene,
    cast: Cast,
    xs: dict[int, tuple[float, float]],
    stage: Stage,
    actors: list[Actor],
    chance: random.Random,
) -> None:  # limit: it looks at the whole frame
    shrink = min(1.0, stage.width * 0.9 / max(cast.width, 1.0))
    width = cast.width * shrink
    if cast.air:
        _place_air(scene, cast, xs, stage, actors, shrink)
        xs.setdefault(cast.subject.id, (stage.width / 2, width))
        return
    if cast.subject.head in LYING:
        centre = stage.width * (0.68 if next((x for x, _ in xs.values()), 0.0) < stage.width * 0.55 else 0.32)
        _put(cast, centre, min(stage.ground + 75, 985.0), shrink * 1.8, actors, depth=0.01)
        for actor in actors[-len(cast.figures) :]:
            actor.figure.lies, actor.ground = True, None
        return
    ground = stage.ground - (stage.ground - stage.horizon) * min(cast.behind, 0.9)
    shrink = min(shrink, (ground - 0.03 * HEIGHT) / max(cast.height, 1.0))
    if xs and not _same_place(scene, cast):
        share = 0.98 if cast.figures[0].kind in {"building", "plant", "sky"} else 0.62
        shrink = min(shrink, stage.width * share / max(cast.width, 1.0))
    width = cast.width * shrink
    if cast.at in xs:
        centre, wide = xs[cast.at]
        if shelters(scene, cast):
            centre -= wide * 0.34
        elif _looks_over(cast, shrink, actors):
            centre += wide * (0.2 if centre <= stage.width / 2 else -0.2)
        elif not _same_place(scene, cast):
            # Behind something of its own size, it steps aside so that both are seen.
            side = 1 if centre <= stage.width / 2 else -1
            reach = (wide * 0.5 + width * 0.18) if width < wide * 1.6 else width * 0.22
            centre += side * reach
    else:
        taken = [x for x, _ in xs.values()]
        spots = _side(scene, cast, xs, stage) or (0.8, 0.2, 0.9, 0.1, 0.65, 0.35)
        centre = stage.width * max(spots, key=lambda s: min((abs(s * stage.width - t) for t in taken), default=1.0))
    half = width / 2
    keep = half * (1.03 if cast.figures[0].kind == "building" else 0.9)
    centre = min(max(centre, keep), stage.width - keep) if width < stage.width else stage.width / 2
    xs[cast.subject.id] = (centre, width)
    _put(cast, centre, ground, shrink, actors, depth=cast.behind)


def _height_of(subject: int | None, actors: Sequence[Actor]) -> float:
    boxes = [a.box for a in actors if a.figure.subject == subject]
    return max((b[3] - b[1] for b in boxes), default=HEIGHT)


def _looks_over(cast: Cast, shrink: float, actors: Sequence[Actor]) -> bool:
    """Is it tall enough to be seen over what it stands behind?"""
    low = any(a.figure.kind == "furniture" for a in actors if a.figure.subject == cast.at)
    return cast.height * shrink > (1.05 if low else 1.3) * _height_of(cast.at, actors)


def _side(scene: Scene, cast: Cast, xs: dict[int, tuple[float, float]], stage: Stage) -> tuple[float, ...]:
    """The places left for what the words put left or right of something; none where they say nothing."""
    for relation in scene.relations:
        if relation.kind not in {"left of", "right of"} or cast.subject.id not in (relation.a, relation.b):
            continue
        mine = relation.a == cast.subject.id
        other = relation.b if mine else relation.a
        if other in xs:
            leftward = (relation.kind == "left of") == mine
            x, wide = xs[other]
            edge = (x - wide / 2 if leftward else x + wide / 2) / stage.width
            return (edge - 0.12, edge - 0.3) if leftward else (edge + 0.12, edge + 0.3)
    return ()


def _same_place(scene: Scene, cast: Cast) -> bool:
    return beneath(scene, cast) or any(r.kind == "against" and r.b == cast.subject.id for r in scene.relations)


def _place_air(
    scene: Scene, cast: Cast, xs: dict[int, tuple[float, float]], stage: Stage, actors: list[Actor], shrink: float
) -> None:  # limit: as its sister above
    if cast.over in xs:
        centre = xs[cast.over][0]
        top = min((a.box[1] for a in actors if a.figure.subject == cast.over), default=stage.horizon)
        room = max(top - HEIGHT * 0.06, HEIGHT * 0.12)
        shrink = min(shrink, room / cast.height)
        base = max(top - HEIGHT * 0.025, cast.height * shrink + HEIGHT * 0.03)
    elif not actors:
        middle = HEIGHT * (0.5 if stage.airless or stage.horizon > 900 else 0.4)
        shrink = min(shrink, 0.92 * HEIGHT / cast.height)
        centre, base = stage.width * 0.5, middle + cast.height * shrink * 0.5
    else:
        taken = [x for x, _ in xs.values()] or [stage.width / 2]
        spots = (0.75, 0.25, 0.5) if cast.width < stage.width * 0.5 else (0.5,)
        asked = _side(scene, cast, xs, stage)
        if asked:  # what flies left or right of something is shrunk until it fits beside it
            centre = stage.width * min(max(asked[0], 0.1), 0.9)
            room = 2 * min(centre, stage.width - centre) * 0.94
            shrink = min(shrink, room / max(cast.width, 1.0))
        else:
            centre = stage.width * max(spots, key=lambda s: min(abs(s * stage.width - t) for t in taken))
        top = min(a.box[1] for a in actors)
        base = max(cast.height * shrink + HEIGHT * 0.05, min(HEIGHT * 0.4, max(top, HEIGHT * 0.3)))
    _put(cast, centre, base, shrink, actors, depth=max(cast.behind, 0.05))
    xs[cast.subject.id] = (centre, cast.width * shrink)


def _inside(actor: Actor, stage: Stage) -> Actor:
    """Nothing of a front figure may leave the frame at the sides or at the top."""
    left, top, right, bottom = actor.box
    if actor.depth > 0.5 or (actor.figure.kind == "person" and bottom > HEIGHT):
        return actor
    edge = HEIGHT * 0.02
    dx = max(0.0, edge - left) - max(0.0, right - (stage.width - edge))
    dy = max(0.0, edge - top)
    if not dx and not dy:
        return actor
    return Actor(actor.figure.moved(skia.Matrix.Translate(dx, dy)), actor.depth, actor.ground)
