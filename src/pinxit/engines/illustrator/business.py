"""Business: what the actors of a laid-out scene do with each other and with things, drawn after the layout.

Everything is in stage units. A spot is taken from an anchor of a placed figure, so a leash ends at the dog's neck
wherever the dog stands and in whatever pose.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import skia

from pinxit.engines.illustrator import look, shapes
from pinxit.engines.illustrator.company import mirrored
from pinxit.engines.illustrator.deeds import Deeds, Done, Effect, Link, Spot
from pinxit.engines.illustrator.fitting import Figure
from pinxit.engines.illustrator.layout import Actor
from pinxit.engines.illustrator.look import Look
from pinxit.engines.illustrator.pen import Drawing, Item, Pen
from pinxit.engines.illustrator.stage import HEIGHT, Stage
from pinxit.engines.illustrator.strings import draw_link

EDGE = 0.025 * HEIGHT
SHARED = {"between", "above all", "under all"}  # spots of everybody together
DIE_CUT = {"sticker"}  # media that cut a white edge around every actor
NOBODY = -1  # the subject of what is nobody's
NEAR = 0.3  # the depth up to which somebody makes room


@dataclass(slots=True)
class Business:
    """The stage while deeds are played out on it."""

    actors: list[Actor]
    stage: Stage
    medium: str
    seed: int
    cast: dict[str, list[int]]  # who does or suffers each deed

    def play(self, act: Done, things: Sequence[Figure]) -> None:
        """Show one deed: make room, set its target in place, add its effects and lines."""
        if act.deed.aboard:
            self._board(act, things)
        doers = self.of(act.doer)
        if not doers:
            return
        self._make_room(act)
        if act.deed.pair:
            self._pair(self._all(act.doer, act.target))
        if act.deed.gap is not None:
            self._close_up(self._all(act.doer, act.target), act.deed.gap)
        self._move(act)
        doers = self.of(act.doer)
        if act.deed.place is not None and act.target is not None:
            self._place(act, things)
        for link in act.deed.links:
            self._link(act, link)
        for effect in act.deed.effects:
            once = effect.spot.at in SHARED and act.doer != self.cast[act.deed.name][0]
            if not once and (not effect.media or self.medium in effect.media):
                self._add(act, effect)

    def of(self, subject: int | None) -> list[Actor]:
        """The actors that show a subject, in the order of the row; else those that have it on them."""
        own = [a for a in self.actors if a.figure.subject == subject and not isinstance(a, _Extra)]
        own = own or [a for a in self.actors if subject in a.figure.boxes]
        return sorted(own, key=lambda a: a.box[0])

    # -- who stands where --------------------------------------------------------------------------------------------

    def _make_room(self, act: Done) -> None:
        deed = act.deed
        if deed.room == 1.0 and not deed.shift:
            return
        near = [a for a in self.actors if a.depth < NEAR]
        front = [a for a in near if not isinstance(a, _Extra)]
        if not front:  # all of it is far away
            return
        low = max((a.ground for a in front if a.ground is not None), default=self.stage.ground)
        middle = sum((a.box[0] + a.box[2]) / 2 for a in front) / len(front)
        left = middle + (min(a.box[0] for a in front) - middle) * deed.room
        right = middle + (max(a.box[2] for a in front) - middle) * deed.room
        aside = min(max(deed.shift * self.stage.width, EDGE - left), max(self.stage.width - EDGE - right, 0.0))
        matrix = skia.Matrix.Translate(middle + aside, low)
        matrix.preScale(deed.room, deed.room)
        matrix.preTranslate(-middle, -low)
        for actor in near:
            actor.figure = actor.figure.moved(matrix)
            if actor.ground is not None:
                actor.ground = low + (actor.ground - low) * deed.room

    def _move(self, act: Done) -> None:
        """Lift, turn or sink who does it."""
        deed = act.deed
        if not (deed.lift or deed.turn or deed.sink):
            return
        for actor in self.of(act.doer):
            left, top, right, bottom = actor.box
            unit = extent(actor)
            if deed.sink:
                self._sink(actor, bottom - deed.sink * (bottom - top))
                continue
            up = min(deed.lift * unit, max(top - EDGE, 0.0))
            matrix = skia.Matrix.Translate(0, -up)
            matrix.preRotate(deed.turn * side(actor), (left + right) / 2, (top + bottom) / 2)
            actor.figure = actor.figure.moved(matrix)
            actor.ground = actor.ground if not deed.lift else None

    def _sink(self, actor: Actor, line: float) -> None:
        """Put somebody into the water: nothing is seen below the line, and the line is where the water is."""
        shore = self.stage.horizon + 0.5 * (self.stage.ground - self.stage.horizon)
        above = shapes.box(-1e4, line - 1e4, 2e4, 1e4)
        for i, item in enumerate(actor.figure.drawing.items):
            actor.figure.drawing.items[i] = replace(item, clips=(*item.clips, above))
        actor.figure = actor.figure.moved(skia.Matrix.Translate(0, shore - line))
        actor.ground = None

    def _all(self, doer: int, target: int | None) -> list[Actor]:
        """Those who do it to each other, from left to right."""
        doers = self.of(doer)
        both = doers if len(doers) > 1 or target is None else [*doers, *self.of(target)]
        return sorted(both, key=lambda a: a.box[0])

    def _pair(self, every: list[Actor]) -> None:
        """Half of those who fight or dance look left."""
        for actor in every[(len(every) + 1) // 2 :]:
            if actor.figure.faces >= 0:
                actor.figure = mirrored(actor.figure)
                actor.figure.faces = -1

    def _close_up(self, every: list[Actor], gap: float) -> None:
        """Leave `gap` between the left half and the right half, in sizes of the first."""
        half = (len(every) + 1) // 2
        if half >= len(every):
            return
        left, right = every[half - 1], every[half]
        edge = right.box[0] if right.figure.kind != "plant" else (right.box[0] + right.box[2]) / 2
        wide = edge - left.box[2] - gap * extent(every[0])
        for i, actor in enumerate(every):
            actor.figure = actor.figure.moved(skia.Matrix.Translate(wide / 2 if i < half else -wide / 2, 0))

    def _place(self, act: Done, things: Sequence[Figure]) -> None:
        """Set the copies of the target where the deed wants them: one for each doer, or all at the first."""
        deed, doers = act.deed, self.of(act.doer)
        if deed.place is None or not things:
            return
        shared = len(doers) == 1 or len(things) == 1
        for i, figure in enumerate(things):
            doer = doers[0] if shared else doers[min(i, len(doers) - 1)]
            x, y = point(doer, deed.place)
            if deed.pair and len(things) < len(doers):
                x, y = self._between(act, Spot("between"))
            large = deed.size * extent(doer)
            dx, dy, turn = formed(deed.form, i, len(things)) if shared else (0.0, 0.0, 0.0)
            left, top, right, bottom = figure.box
            size = large / max(things[0].extent)
            matrix = skia.Matrix.Translate(x + dx * large, y + dy * large)
            matrix.preRotate(turn + deed.tilt * side(doer))
            matrix.preScale(size, size)
            matrix.preTranslate(-(left + right) / 2, -bottom if deed.stands else -(top + bottom) / 2)
            placed = Actor(self._kept_inside(figure.moved(matrix)), doer.depth, y if deed.stands else None)
            at = self.actors.index(doer)
            self.actors.insert(at if deed.behind else at + 1, placed)

    def _kept_inside(self, figure: Figure) -> Figure:
        left, top, right, bottom = figure.box
        dx = max(0.0, EDGE - left) - max(0.0, right - (self.stage.width - EDGE))
        dy = max(0.0, EDGE - top) - max(0.0, bottom - (HEIGHT - EDGE))
        return figure.moved(skia.Matrix.Translate(dx, dy))

    def _board(self, act: Done, people: Sequence[Figure]) -> None:
        """Seat somebody inside a vehicle: head and shoulders are seen over the edge of its window."""
        vehicles = self.of(act.target)
        anchor = vehicles[0].figure.drawing.anchors.get("inside") if vehicles else None
        if vehicles:
            vehicles[0].figure.boxes[act.doer] = [vehicles[0].box] * len(people)
        if anchor is None or not people or "head" not in people[0].drawing.anchors:
            return
        vehicle, person = vehicles[0], people[0]
        head, window = person.drawing.anchors["head"], anchor.size * 0.62
        scale = window * 0.54 / head.size
        matrix = skia.Matrix.Translate(anchor.x, anchor.y - window * 0.3)
        matrix.preScale(scale * side(vehicle), scale)
        matrix.preTranslate(-head.x, -head.y)
        sill = shapes.box(anchor.x - 1e4, anchor.y - 1e4, 2e4, 1e4 + window * 0.12)
        items = [replace(item, clips=(*item.clips, sill)) for item in person.moved(matrix).drawing.items]
        vehicle.figure.drawing.items[anchor.index : anchor.index] = items

    # -- what is added -----------------------------------------------------------------------------------------------

    def spot(self, act: Done, spot: Spot) -> list[tuple[float, float]]:
        """Where a spot is on the stage: once, or for each copy of the doer."""
        theirs = spot.of in {"target", "targets"}
        actors = (theirs and self.of(act.target)) or self.of(act.doer)
        if spot.at in SHARED:
            return [self._between(act, spot)]
        if spot.of == "last":
            actors = actors[-1:]
        elif spot.of not in {"each", "targets"}:
            actors = actors[:1]
        return [point(actor, spot) for actor in actors]

    def _between(self, act: Done, spot: Spot) -> tuple[float, float]:
        """The place between all who have to do with a deed, at the head of the smallest; or above all of them."""
        every = sorted((a for key in self.cast[act.deed.name] for a in self.of(key)), key=lambda a: a.box[0])
        half = (len(every) + 1) // 2
        if spot.at == "under all":
            wide = max(a.box[2] for a in every) + min(a.box[0] for a in every)
            return wide / 2 + spot.dx * extent(every[0]), max(a.box[3] for a in every) + spot.dy * extent(every[0])
        edges = (every[half - 1].box[2], every[half].box[0]) if half < len(every) else every[0].box[::2]
        low = min(every, key=extent)
        unit = max(extent(a) for a in every) if spot.at == "above all" else extent(low)
        top = min(a.box[1] for a in every) if spot.at == "above all" else low.box[3] - 0.64 * unit
        return sum(edges) / 2 + spot.dx * unit, top + spot.dy * unit

    def _link(self, act: Done, link: Link) -> None:
        starts, ends = self.spot(act, link.start), self.spot(act, link.end)
        if not starts or not ends:
            return
        pen = Pen()
        paired = link.start.of == "each"
        for i, end in enumerate(ends):
            draw_link(pen, link.style, (starts[min(i, len(starts) - 1)] if paired else starts[0], end), link.sag)
        both = [*self.of(act.doer), *self.of(act.target)]
        self._draw(pen, max(both, key=self.actors.index), behind=False)

    def _add(self, act: Done, effect: Effect) -> None:
        owners = self.of(act.target if effect.spot.of == "target" else act.doer)
        every = sorted((a for key in self.cast[act.deed.name] for a in self.of(key)), key=self.actors.index)
        entry, colours = look.load()[effect.thing], (effect.colour,) if effect.colour else ()
        copies = len(self.of(act.doer)[0].figure.boxes.get(act.doer, ())) or 1
        for i, (x, y) in enumerate(self.spot(act, effect.spot)):
            owner = beside = owners[min(i, len(owners) - 1)]
            if effect.spot.at in SHARED or act.deed.gap is not None:
                beside = every[0] if effect.behind else every[-1]
            drawing = entry.sketch(Look(noun=effect.thing, colours=colours, copies=copies, seed=self.seed + i))
            pen = Pen()
            scale = effect.size * self._unit(effect, owner, every) / _width(drawing, effect)
            pen.copy(drawing, x, y, scale, turn=effect.turn * side(owner), flip=side(owner) < 0)
            self._draw(pen, beside, behind=effect.behind, ground=y if effect.low else None)

    def _unit(self, effect: Effect, owner: Actor, every: Sequence[Actor]) -> float:
        """What the size of an effect is a share of: its owner, the width of the whole group, or the anchor's room."""
        anchor = owner.figure.drawing.anchors.get(effect.spot.at)
        if effect.spot.at == "under all":
            return max(a.box[2] for a in every) - min(a.box[0] for a in every)
        return anchor.size if effect.fit and anchor is not None else extent(owner)

    def _draw(self, pen: Pen, owner: Actor, *, behind: bool, ground: float | None = None) -> None:
        figure = Figure(pen.drawing, kind="effect", flies=True, subject=NOBODY)
        at = self.actors.index(owner)
        self.actors.insert(at if behind else at + 1, _Extra(figure, owner.depth, ground))


class _Extra(Actor):
    """Something a deed added: it goes with somebody, and is nobody."""


def enliven(
    deeds: Deeds, actors: list[Actor], played: dict[int, list[Figure]], stage: Stage, medium: str, seed: int
) -> list[Actor]:  # limit: a stage, who is on it, and how it is shown
    """The actors from back to front, with everything that the deeds bring along."""
    cast: dict[str, list[int]] = {}
    for act in deeds.done:
        cast.setdefault(act.deed.name, []).extend(i for i in (act.doer, act.target) if i is not None)
    business = Business(list(actors), stage, medium, seed, cast)
    for act in deeds.done:
        key = act.doer if act.deed.aboard else act.target
        business.play(act, played.get(key, []) if key is not None else [])
    return _folded(business.actors) if medium in DIE_CUT else business.actors


def _folded(actors: Sequence[Actor]) -> list[Actor]:
    """The actors with what was added as parts of them, so that one edge is cut around both."""
    folded: list[Actor] = []
    waiting: list[Item] = []
    for actor in actors:
        items = actor.figure.drawing.items
        if not isinstance(actor, _Extra):
            actor.figure.drawing = Drawing([*waiting, *items], actor.figure.drawing.anchors)
            folded.append(actor)
            waiting = []
        elif folded:
            folded[-1].figure.drawing.items.extend(items)
        else:
            waiting += items
    return folded


# -- places on a figure ----------------------------------------------------------------------------------------------


def _width(drawing: Drawing, effect: Effect) -> float:
    """The units of a drawing that its size is the width of: effects are drawn on a hundred, things as they come."""
    left, _, right, _ = drawing.bounds()
    return max(right - left, 1.0) if effect.low else 100.0


def side(actor: Actor) -> int:
    """Where it looks: 1 to the right, -1 to the left."""
    return -1 if actor.figure.faces < 0 else 1


def extent(actor: Actor) -> float:
    """The size of a figure, for what is measured by it."""
    width, height = actor.figure.extent
    return max(height, width * 0.7)


def point(actor: Actor, spot: Spot) -> tuple[float, float]:
    """A spot on a placed figure."""
    x, y = _base(actor, spot.at)
    unit = extent(actor)
    return x + spot.dx * unit * side(actor), y + spot.dy * unit


def _base(actor: Actor, at: str) -> tuple[float, float]:
    left, top, right, bottom = actor.box
    ground = actor.ground if actor.ground is not None else bottom
    middle, ahead = (left + right) / 2, right if side(actor) > 0 else left
    anchors = actor.figure.drawing.anchors
    hands = [anchors[name] for name in ("hand", "hand2") if name in anchors]
    if at in anchors:
        return anchors[at].x, anchors[at].y
    if at == "hands" and hands:
        return sum(a.x for a in hands) / len(hands), sum(a.y for a in hands) / len(hands)
    if at == "high hand" and hands:
        best = min(hands, key=lambda a: a.y)
        return best.x, best.y
    if at == "fore hand" and hands:
        best = max(hands, key=lambda a: a.x * side(actor))
        return best.x, best.y
    over = min(hands, key=lambda a: a.y).x if hands else middle
    edges = {
        "feet": (middle, bottom),
        "waterline": (middle, bottom),
        "top": (middle, top),
        "centre": (middle, (top + bottom) / 2),
        "ground": (middle, ground),
        "front": (ahead, (top + bottom) / 2),
        "rear": (left + right - ahead, (top + bottom) / 2),
        "fore foot": (ahead, bottom),
        "hind foot": (left + right - ahead, bottom),
        "over hand": (over, -0.02 * HEIGHT),
        "mouth": (ahead, top + (bottom - top) * 0.3),
    }
    return edges.get(at, (middle + (ahead - middle) * 0.5, top + (bottom - top) * 0.45))


def formed(form: str, i: int, count: int) -> tuple[float, float, float]:
    """The place of one of several targets, in sizes of one, and its turn in degrees."""
    if form == "arc":
        angle = math.radians(-168 + 156 * i / max(count - 1, 1))
        return math.cos(angle) * 2.5, math.sin(angle) * 2.7, 17.0 * i
    if form == "float":
        return 0.5 + (i * 0.74) % 2.2, -0.4 - (i * 0.53) % 1.7, 0.0
    return (i - (count - 1) / 2) * 1.05, 0.0, 0.0
