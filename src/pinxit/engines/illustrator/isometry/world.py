"""The world: the figures of a scene on a tile of its ground, placed by depth, with what belongs around them."""

from __future__ import annotations

import math
import random
from dataclasses import dataclass, replace

import skia

from pinxit.engines.illustrator import layout, library
from pinxit.engines.illustrator.direction import Direction
from pinxit.engines.illustrator.fitting import Figure
from pinxit.engines.illustrator.isometry import forms, scenery
from pinxit.engines.illustrator.isometry.kit import ACROSS, DOWN
from pinxit.engines.illustrator.isometry.scenery import Body, Tile
from pinxit.engines.illustrator.layout import Actor
from pinxit.engines.illustrator.pen import Drawing, Fill, Pen
from pinxit.engines.illustrator.proportions import LANDFORMS, LYING, Cast, set_depths
from pinxit.engines.illustrator.shapes import ellipse
from pinxit.engines.illustrator.stage import HEIGHT, Stage
from pinxit.scene.model import Scene

CLOSER = 0.62  # sizes are drawn closer together than nature: to this power
SMALL = {"vehicle": 0.56, "person": 0.62, "animal": 0.62, "bird": 0.62, "object": 0.62, "furniture": 0.62, "food": 0.62}


@dataclass(slots=True)
class Group:
    """All copies of a subject, around their common middle."""

    cast: Cast
    bodies: list[Body]
    host: Group | None = None  # what it stands on

    @property
    def wide(self) -> float:
        return max(b.u + b.wide / 2 for b in self.bodies) - min(b.u - b.wide / 2 for b in self.bodies)

    def shift(self, u: float, v: float) -> None:
        """Move the middle of the group to (u, v)."""
        left = min(b.u - b.wide / 2 for b in self.bodies)
        right = max(b.u + b.wide / 2 for b in self.bodies)
        for body in self.bodies:
            body.u += u - (left + right) / 2
            body.v += v


def compose(direction: Direction, figures: dict[int, list[Figure]], stage: Stage, seed: int) -> list[Actor]:
    """Set the figures on a tile and paint the tile onto the stage. Returns the actors from back to front."""
    for name in ("far", "middle", "near", "front"):
        setattr(stage, name, Pen())
    stage.haze, stage.airless = None, False
    groups = _groups(direction, figures, stage)
    bodies = [body for group in groups for body in group.bodies]
    _centre([body for group in groups if group.host is None for body in group.bodies])
    tile = Tile.around(direction, bodies, random.Random(seed))
    scenery.settle(tile, groups_by_kind(groups))
    _set_down(groups)
    around = scenery.furnish(tile, bodies)
    return _on_stage(stage, tile, bodies, around)


def groups_by_kind(groups: list[Group]) -> list[tuple[str, list[Body]]]:
    """The bodies of each group with the kind of thing they are."""
    return [(group.cast.figures[0].kind, group.bodies) for group in groups if not group.cast.air and group.host is None]


# -- sizes and places ------------------------------------------------------------------------------------------------


def _groups(direction: Direction, figures: dict[int, list[Figure]], stage: Stage) -> list[Group]:
    scene = direction.scene
    casts = [Cast(scene.subjects[key], copies) for key, copies in figures.items() if copies]
    if not casts:
        return []
    lead = next((c for c in casts if not c.subject.backdrop), casts[0])
    set_depths(scene, casts, lead, stage)
    natural = {id(c): _natural(c, direction) for c in casts}
    reference = natural[id(lead)]
    groups: list[Group] = []
    for cast in casts:
        own = natural[id(cast)] / max(cast.figures[0].extent)
        scale = own * (natural[id(cast)] / reference) ** (CLOSER - 1)
        groups.append(Group(cast, _copies(cast, scale)))
    _lay_on_tables(scene, groups)
    _place(scene, [g for g in groups if g.host is None])
    return groups


def _lay_on_tables(scene: Scene, groups: list[Group]) -> None:
    """A small thing that is named with a desk or a table, and is nowhere else, stands on it."""
    busy = {i for r in scene.relations for i in (r.a, r.b)}
    tables = [g for g in groups if g.bodies[0].solid and "top" in g.cast.figures[0].drawing.anchors]
    tables = [g for g in tables if g.cast.figures[0].kind == "furniture"]
    for group in groups:
        figure = group.cast.figures[0]
        light = figure.kind in {"object", "food", "vessel"} and max(figure.extent) < 140
        if tables and light and group.cast.subject.id not in busy:
            group.host = tables[0]


def _set_down(groups: list[Group]) -> None:
    """What stands on a table goes where the table went."""
    hosted = [g for g in groups if g.host is not None]
    for i, group in enumerate(hosted):
        host = group.host
        if host is None:
            continue
        table = host.bodies[0]
        anchor = table.figure.drawing.anchors["top"]
        aside = (i - (len(hosted) - 1) / 2) * anchor.size * 0.4 * table.scale
        shrink = min(1.0, anchor.size * 0.5 * table.scale / max(group.wide, 1e-6)) * 0.96
        for body in group.bodies:
            body.scale *= shrink
        group.shift(table.u + anchor.x * table.scale + aside, 0.0)
        for body in group.bodies:
            body.v = table.v
            body.up = table.up - anchor.y * table.scale
            body.front = table.front + 1.0
            body.hosted = True


def _natural(cast: Cast, direction: Direction) -> float:
    """The larger extent of one copy in centimetres of the small world."""
    factor = 1.0 if direction.indoors else SMALL.get(cast.figures[0].kind, 1.0)
    return max(cast.figures[0].extent) * (factor if _solid(cast) or direction.indoors else min(factor, 0.8))


def _solid(cast: Cast) -> bool:
    thing = library.thing_of(cast.subject)
    return thing is not None and forms.has_form(thing.name)


def _copies(cast: Cast, scale: float) -> list[Body]:
    """Several copies stand in rows that are staggered, the rows behind each other."""
    solid = _solid(cast)
    bodies = [Body(figure, scale, cast.subject.id, solid=solid) for figure in cast.figures]
    count = len(bodies)
    columns = count if count <= 3 else math.ceil(math.sqrt(count * 1.5))
    step = max(b.wide for b in bodies) * 1.1
    deep = max(step * 0.5, max(b.high for b in bodies) * 0.3)
    rows = math.ceil(count / columns)
    for i, body in enumerate(bodies):
        row, column = divmod(i, columns)
        in_row = min(columns, count - row * columns)
        body.u = (column - (in_row - 1) / 2) * step
        body.v = (row - (rows - 1) / 2) * deep
    return bodies


def _place(scene: Scene, groups: list[Group]) -> None:
    """The front row side by side; the others behind, above or under what the words say."""
    front = [g for g in groups if g.cast.behind == 0 and not g.cast.air]
    by_cast = {id(g.cast): g for g in groups}
    row = [by_cast[id(c)] for c in layout._order(scene, [g.cast for g in front])]
    gap = 0.1 * max((g.wide for g in row), default=0.0)
    left = -(sum(g.wide for g in row) + gap * (len(row) - 1)) / 2
    for group in row:
        group.shift(left + group.wide / 2, 0.0)
        left += group.wide + gap
    middles = {g.cast.subject.id: g for g in row}
    side = 1
    for group in sorted(
        (g for g in groups if g not in row), key=lambda g: (g.cast.over is not None, g.cast.air, g.cast.behind)
    ):
        cast, other = group.cast, middles.get(group.cast.at if group.cast.at is not None else -1)
        if cast.air:
            _hover(group, middles, groups)
        elif cast.subject.head in LYING:
            group.shift(0.0, group.wide * 0.1)
        else:
            base = other or (row[0] if row else group)
            u = sum(b.u for b in base.bodies) / len(base.bodies)
            spread = max(0.0, (base.wide + group.wide) * (0.36 if group.wide < base.wide * 1.5 else 0.2))
            aside = 0.0 if cast.subject.head in LANDFORMS else spread * side
            depth = (base.wide + group.wide) * 0.26 * (1 + cast.behind)
            group.shift(u + aside, base.bodies[0].v - depth)
            side = -side
        middles[cast.subject.id] = group


def _hover(group: Group, middles: dict[int, Group], groups: list[Group]) -> None:
    """Over what it belongs to, else over the middle, at a height that leaves air under it."""
    below = middles.get(group.cast.over if group.cast.over is not None else -1)
    standing = [b for g in groups if not g.cast.air for b in g.bodies]
    tall = max((b.high for b in (below.bodies if below else standing)), default=0.0)
    u = sum(b.u for b in below.bodies) / len(below.bodies) if below else 0.0
    alone = not standing
    aside = 0.0 if below or alone else max(b.wide for b in standing) * 0.45
    group.shift(u + aside, below.bodies[0].v + 0.1 if below else 0.0)
    for body in group.bodies:
        body.up = tall * 1.12 + body.high * 0.12 if not alone else body.high * 0.3


def _centre(bodies: list[Body]) -> None:
    """The middle of all places is the middle of the tile."""
    if bodies:
        u = (min(b.u - b.wide * 0.3 for b in bodies) + max(b.u + b.wide * 0.3 for b in bodies)) / 2
        v = (min(b.v for b in bodies) + max(b.v for b in bodies)) / 2
        for body in bodies:
            body.u, body.v = body.u - u, body.v - v


# -- onto the stage --------------------------------------------------------------------------------------------------


def _on_stage(stage: Stage, tile: Tile, bodies: list[Body], around: list[Body]) -> list[Actor]:
    everything = [*bodies, *around]
    low = 2 * tile.half * DOWN + tile.thick
    high = min([-2 * tile.half * DOWN - tile.walls, *(b.v - b.up - b.high for b in everything)])
    wide = max([2 * tile.half * ACROSS + tile.rim, *(abs(b.u) + b.wide * 0.5 for b in everything)])
    room = HEIGHT * 0.9 - max(0.0, stage.ceiling - 40.0)
    zoom = min(stage.width * 0.465 / wide, room / (low - high))
    middle = (stage.width / 2, HEIGHT / 2 + max(0.0, stage.ceiling - 40.0) / 2 - (low + high) / 2 * zoom)
    matrix = skia.Matrix.Translate(*middle)
    matrix.preScale(zoom, zoom)
    scenery.backdrop(stage, tile)
    pen = Pen()
    scenery.paint(pen, tile)
    for body in everything:
        if (not body.solid or body.up) and not body.hosted:
            _shade(pen, body)
    # The tile is an actor without extent: it is there on a transparent ground too, and words may stand over it.
    flat = [replace(i, decal=True) if isinstance(i, Fill) else i for i in pen.drawing.transformed(matrix).items]
    actors = [Actor(Figure(Drawing(flat), {}, "ground", subject=-1))]
    for body in sorted(everything, key=lambda b: (b.v + b.front, b.u)):
        place = skia.Matrix.Concat(matrix, body.matrix())
        figure = body.figure.moved(place)
        ground = middle[1] + body.v * zoom
        actors.append(Actor(figure, 0.0, None if body.up else ground))
    stage.horizon, stage.ground = HEIGHT * 0.3, middle[1] + low * zoom * 0.3
    return actors


def _shade(pen: Pen, body: Body) -> None:
    """The soft shadow under what is upright or in the air."""
    r = body.wide * (0.42 if not body.up else 0.36)
    pen.decal(
        ellipse(body.u + r * 0.16, body.v, r, r * 0.42), (30, 26, 60), alpha=0.3 if not body.up else 0.2, blur=r * 0.14
    )
