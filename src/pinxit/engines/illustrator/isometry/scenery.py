"""The scenery of a tile: how large it is, what it is painted with, and what stands around the figures."""

from __future__ import annotations

import math
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import skia

from pinxit.engines.illustrator import library, look
from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.direction import Direction
from pinxit.engines.illustrator.fitting import Figure
from pinxit.engines.illustrator.isometry import forms, grounds, rooms
from pinxit.engines.illustrator.isometry.grounds import Ground
from pinxit.engines.illustrator.isometry.kit import ACROSS, DOWN, Kit, ground, spot
from pinxit.engines.illustrator.look import Look
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.shapes import box, ellipse, polygon
from pinxit.engines.illustrator.stage import HEIGHT, Stage

ROOMY = {"street": 2.1, "city": 2.8}  # how much larger than its largest figure half a tile's edge is at most
HILLY = {"hills", "cliff", "castle"}
EMPTY = {"street": 330.0, "city": 900.0, "room": 210.0, "land": 240.0}  # half edges of tiles without figures


@dataclass(slots=True)
class Body:
    """Something on the tile, in world centimetres: its foot is seen at (u, v) from the tile's middle."""

    figure: Figure
    scale: float
    subject: int | None = None
    u: float = 0.0
    v: float = 0.0
    up: float = 0.0  # how high above the ground it hovers
    solid: bool = True
    flip: bool = False
    hosted: bool = False  # stands on something, not on the ground
    front: float = 0.0  # is painted as if it stood this much nearer

    @property
    def wide(self) -> float:
        left, _, right, _ = self.figure.box
        return (right - left) * self.scale

    @property
    def high(self) -> float:
        _, top, _, bottom = self.figure.box
        return ((0.0 if self.solid else bottom) - top) * self.scale

    def matrix(self) -> skia.Matrix:
        """From the figure's own units to the tile's. A solid's origin is the middle of its footprint."""
        left, _, right, bottom = self.figure.box
        result = skia.Matrix.Translate(self.u, self.v - self.up)
        result.preScale(-self.scale if self.flip else self.scale, self.scale)
        if not self.solid:
            result.preTranslate(-(left + right) / 2, -bottom)
        return result


@dataclass(slots=True)
class Tile:
    """The ground under everything; `half` is half of its edge in world centimetres."""

    half: float
    name: str
    here: Ground
    room: rooms.Room | None
    night: bool
    sky: Rgb
    size: float  # how large what is 100 cm tall is drawn among these figures
    chance: random.Random
    raised: float = 0.0  # how high the mound is on which the figures stand
    adjectives: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()
    taken: list[tuple[float, float, float]] = field(default_factory=list)

    @classmethod
    def around(cls, direction: Direction, bodies: list[Body], chance: random.Random) -> Tile:
        """A tile on which these bodies have room."""
        name = direction.setting.name
        room = rooms.room_for(name)
        here = grounds.ground_for(name)
        if room is not None and any(b.solid and b.figure.kind in {"vehicle", "building"} for b in bodies):
            room, here = None, grounds.ground_for("street")
        if here.kind == "water" and any(b.figure.kind in {"person", "animal", "furniture"} for b in bodies):
            here = grounds.ground_for("beach")
        if direction.mood.weather == "snow" or direction.mood.season == "winter":
            here = grounds.ground_for("snow") if here.kind == "grass" else here
        kind = "room" if room else here.kind if here.kind in EMPTY else "land"
        sky = direction.mood.background or ((46, 48, 84) if direction.mood.night else here.sky)
        if room is not None and direction.mood.background is None and not direction.mood.night:
            sky = lighten(room.wall, 0.6)
        largest = max((max(b.wide, b.high) for b in bodies), default=0.0)
        usual = {"city": 500.0, "street": 260.0, "room": 130.0, "land": 170.0}[kind]
        size = (max(largest, 1.0) / usual) ** (0.5 if kind in {"street", "city"} else 0.68) if bodies else 1.0
        if kind == "room" and bodies and bodies[0].solid and bodies[0].figure.kind == "furniture":
            size = 1.0  # among furniture, furniture has its own size
        need = max((abs(b.u) / ACROSS + abs(b.v) / DOWN) / 2 + b.wide * 0.3 for b in bodies) / 0.8 if bodies else 0.0
        least = {"city": 760.0, "street": 300.0, "room": 190.0, "land": 120.0}[kind] * size
        half = (
            max(
                need,
                least
                if kind == "room"
                else min(least, largest * (1.1 if name == "tabletop" else ROOMY.get(kind, 1.5))),
            )
            if bodies
            else EMPTY[kind]
        )
        season = (direction.mood.season,) if direction.mood.season else ()
        words = (*season, *direction.mood.words, *(("snowy",) if here.kind == "snow" else ()))
        raised = half * 0.4 if bodies and name in HILLY else 0.0
        if raised:
            half *= 1.3
        return cls(half, name, here, room, direction.mood.night, sky, size, chance, raised, words, _names(direction))

    @property
    def thick(self) -> float:
        return self.half * (0.07 if self.room else 0.2)

    @property
    def walls(self) -> float:
        return self.half * rooms.HIGH if self.room else 0.0

    @property
    def rim(self) -> float:
        return self.half * 0.07 if self.room else 0.0

    def free(self, u: float, v: float, room: float) -> bool:
        """Is there room of this radius at the place, inside the tile and clear of what stands there?"""
        inside = abs(u) / (2 * self.half * ACROSS) + abs(v) / (2 * self.half * DOWN) < 1 - room / (2 * self.half)
        return inside and all(math.hypot(u - a, (v - b) * 2) > room + r for a, b, r in self.taken)


def _names(direction: Direction) -> tuple[str, ...]:
    """The things that words named, and that the scenery must not repeat."""
    found = [library.thing_of(subject) for subject in direction.scene.subjects]
    return tuple(thing.name for thing in found if thing is not None)


def settle(tile: Tile, groups: Iterable[tuple[str, list[Body]]]) -> None:
    """On a street, houses stand behind the road, vehicles on it, people on the pavement; left and right stay."""
    for kind, bodies in groups:
        for body in bodies:
            if tile.room is None and tile.here.kind == "street" and len(bodies) < 4:
                lane = {"building": -0.5, "vehicle": 0.3, "plant": -0.36}.get(kind, 0.78) * tile.half
                if kind == "vehicle" and body.solid:
                    lane -= tile.half * 0.02
                x = min(max(body.u / ACROSS + lane, -0.72 * tile.half), 0.72 * tile.half)
                body.u, body.v = spot(x, lane)
            elif tile.room is None and tile.here.kind == "city" and kind == "vehicle" and body.solid:
                lane = grounds.road_lines(tile.half, tile.here)[-1]
                body.u, body.v = spot(min(max(body.u / ACROSS + lane, -0.8 * tile.half), 0.8 * tile.half), lane)
            tile.taken.append((body.u, body.v, body.wide * (0.62 if tile.raised else 0.5)))
            body.v -= tile.raised
            body.front += tile.raised


# -- what stands around ----------------------------------------------------------------------------------------------


def furnish(tile: Tile, bodies: list[Body]) -> list[Body]:
    """Everything on the tile that no words named."""
    if tile.room is not None:
        return list(_furniture(tile, bodies))
    if tile.here.kind == "street":
        return list(_street(tile))
    if tile.here.kind == "city":
        return list(_city(tile))
    return list(_growth(tile))


def _make(tile: Tile, name: str, scale: float, seed: int) -> Body:
    """A solid of the scenery."""
    pen = Pen()
    known = look.load().get(name)
    chosen = Look(noun=name, night=tile.night, seed=seed, adjectives=tile.adjectives)
    forms.load()[known.name if known is not None and known.name in forms.load() else name](Kit(pen), chosen)
    return Body(Figure(pen.drawing, {}, "decor", subject=-1), scale)


def _stand(
    tile: Tile, name: str, x: float, y: float, scale: float, seed: int, *, flip: bool = False
) -> Body:  # limit: a place and a thing
    body = _make(tile, name, scale, seed)
    body.u, body.v = spot(x, y)
    body.flip = flip
    return body


def _growth(tile: Tile) -> Iterator[Body]:
    """Trees, bushes and rocks where there is room, the tall ones at the back."""
    for name, count in tile.here.decor:
        tall = name not in {"rock", "bush"}
        scale = tile.size * 0.56
        for i in range(count):
            for _ in range(40):
                u, v = tile.chance.uniform(-1.7, 1.7) * tile.half, tile.chance.uniform(-0.85, 0.85) * tile.half
                room = 52 * scale if tall else 24 * scale
                near = any(v > b - r * 0.3 and abs(u - a) < r + room * 1.2 for a, b, r in tile.taken)
                if tile.free(u, v, room) and not (tall and near):
                    grow = tile.chance.uniform(0.8, 1.15) * (1.5 if name == "peak" and not tile.shown else 1.0)
                    body = _make(tile, name, scale * grow, i)
                    body.u, body.v = u, v
                    tile.taken.append((u, v, room * 0.8))
                    yield body
                    break


def _street(tile: Tile) -> Iterator[Body]:
    """A row of houses behind the pavement, trees and lamps, a car where none was named."""
    h = tile.half
    scale = h / 330 * 0.62
    taken = [(*ground(u, v), r) for u, v, r in tile.taken]
    x = -h * 0.74
    for i in range(4):
        name = ("shop", "house", "shop", "house")[i]
        if all(abs(x - a) > r * 0.75 + 95 * scale or b > -h * 0.1 for a, b, r in taken):
            yield _stand(tile, name, x, -h * 0.62, scale, i)
        x += h * 0.5
    for i, at in enumerate((-0.86, -0.34, 0.2, 0.86)):
        name = "streetlamp" if i % 2 else "tree"
        for y in (-0.1, 0.86):
            if all(math.hypot(at * h - a, y * h - b) > r * 0.7 + 20 for a, b, r in taken) and not (
                y > 0.5 and name == "tree" and i
            ):
                yield _stand(tile, name, at * h, y * h, scale * (0.8 if name == "tree" else 0.9), i)
    for i, (name, at, y) in enumerate(
        (("bench", -0.5, 0.74), ("mailbox", 0.34, 0.76), ("bush", -0.72, 0.8), ("bush", 0.6, 0.84))
    ):
        if all(math.hypot(at * h - a, y * h - b) > r * 0.8 + 20 for a, b, r in taken):
            yield _stand(tile, name, at * h, y * h, scale * 0.75, i)
    if not any(abs(b - 0.28 * h) < h * 0.2 for _, b, _ in taken):
        yield _stand(tile, "car", -h * 0.3, h * 0.3, scale * 0.62, 3)


def _city(tile: Tile) -> Iterator[Body]:
    """Nine blocks, the tall houses at the back, a green one in front; cars in the streets between."""
    h = tile.half
    block = h * 0.66
    scale = block / 330
    rows = (
        ("skyscraper", "skyscraper", "shop"),
        ("skyscraper", "house", "shop"),
        ("church", "house", "green"),
    )
    for row in range(3):
        for column in range(3):
            x, y = (column - 1) * block, (row - 1) * block
            u, v = spot(x, y)
            if any(math.hypot(u - a, (v - b) * 1.6) < r * 0.8 + block * 0.42 for a, b, r in tile.taken):
                continue
            name = rows[row][column] if row + column < 3 or not tile.taken else "green"
            if (row, column) == (2, 2) and tile.taken:
                continue
            if name == "green":
                yield from _green(tile, x, y, block)
                continue
            shrink = 1.0 if name == "skyscraper" else 0.84
            yield _stand(tile, name, x, y, scale * shrink, row * 3 + column)
            for i, (dx, dy) in enumerate(((0.36, 0.38), (-0.1, 0.4), (0.4, -0.1))):
                if name != "skyscraper" or i == 0:
                    yield _stand(tile, "tree" if i != 1 else "bush", x + dx * block, y + dy * block, scale * 0.5, i)
    for i, (x, y) in enumerate(((-0.72, -0.3), (-0.06, 0.3), (0.62, -0.38), (-0.72, 0.38), (0.7, 0.38))):
        if tile.free(*spot(x * h, y * h), block * 0.1):
            yield _stand(tile, ("car", "taxi", "bus", "van", "car")[i], x * h, y * h, scale * 0.34, i)


def _green(tile: Tile, x: float, y: float, block: float) -> Iterator[Body]:
    for i, (dx, dy) in enumerate(((-0.2, -0.2), (0.2, -0.18), (-0.16, 0.2), (0.2, 0.2))):
        yield _stand(tile, "tree" if i % 2 else "bush", x + dx * block, y + dy * block, block / 330, i)


def _furniture(tile: Tile, bodies: list[Body]) -> Iterator[Body]:
    """Along both walls from the corner on, then what stands free; nothing that was named itself stands twice."""
    room, h = tile.room or rooms.ROOMS["museum"], tile.half
    scale = min(h / 190, tile.size * 1.15)
    corner = 0.0
    for names, left in ((room.right, False), (room.left, True)):
        at = -h * 0.97 + corner
        for i, name in enumerate(n for n in names if n not in tile.shown):
            body = _make(tile, name, scale, i + 7 * left)
            long, deep = _footprint(body, name)
            if left and name == "bed":
                long, deep = deep, long
            if at + long > h * 0.98:
                continue
            x, y = at + long / 2, -h + deep / 2 + h * 0.02
            if left:
                body.flip = name != "bed"
                x, y = y, x
            elif not corner:
                corner = deep + h * 0.08
            body.u, body.v = spot(x, y)
            if not any(math.hypot(body.u - a, (body.v - b) * 2) < (r + long) * 0.5 for a, b, r in tile.taken):
                yield body
                if name in EXTRAS:
                    yield _on_top(tile, body, EXTRAS[name])
            at += long + h * 0.04
    if not bodies:
        for i, (name, (x, y)) in enumerate(zip(room.middle, MIDDLE, strict=False)):
            body = _stand(tile, name, h * x, h * y, scale, i)
            yield body
            if name in EXTRAS:
                yield _on_top(tile, body, EXTRAS[name])


MIDDLE = ((0.06, 0.16), (0.4, 0.36), (0.46, 0.62))
EXTRAS = {"desk": "desktop computer", "nightstand": "lamp", "table": "tea set", "coffee table": "tea set"}


def _on_top(tile: Tile, table: Body, name: str) -> Body:
    """A thing on a piece of furniture."""
    anchor = table.figure.drawing.anchors["top"]
    body = _make(tile, name, table.scale, 1)
    body.u = table.u + (-anchor.x if table.flip else anchor.x) * table.scale
    body.v, body.up, body.hosted = table.v, -anchor.y * table.scale, True
    body.front = table.front + 0.5
    return body


FOOTPRINTS: dict[str, tuple[float, float]] = {
    "bed": (210, 150),
    "sofa": (200, 90),
    "desk": (150, 72),
    "table": (130, 86),
    "coffee table": (130, 86),
    "bookshelf": (110, 40),
    "cabinet": (110, 40),
    "wardrobe": (110, 40),
    "refrigerator": (70, 66),
    "oven": (70, 66),
    "counter": (98, 64),
    "sink": (70, 56),
    "bathtub": (170, 76),
    "toilet": (44, 64),
    "nightstand": (48, 44),
    "floor lamp": (40, 40),
    "monstera": (40, 40),
    "cargo crate": (64, 64),
}


def _footprint(body: Body, name: str) -> tuple[float, float]:
    a, b = FOOTPRINTS.get(name, (60.0, 60.0))
    return a * body.scale, b * body.scale


# -- paint -----------------------------------------------------------------------------------------------------------


def _mound(kit: Kit, tile: Tile) -> None:
    """A hill in two rounded steps."""
    rgb = tile.here.rgb
    for share, low, high in ((0.86, 0.0, 0.5), (0.7, 0.5, 1.0)):
        r = tile.half * share * 0.76
        kit.cylinder((0, 0, tile.raised * low), r, tile.raised * (high - low), darken(rgb, 0.1 - 0.06 * low), r * 0.93)


def backdrop(stage: Stage, tile: Tile) -> None:
    """A plain soft ground all around."""
    area = box(-50, -50, stage.width + 100, HEIGHT + 100)
    stops = ((0.0, lighten(tile.sky, 0.28)), (1.0, darken(tile.sky, 0.06)))
    stage.far.glow(area, Gradient((stage.width / 2, 0), (stage.width / 2, HEIGHT), stops))


def paint(pen: Pen, tile: Tile) -> None:
    """The shadow of the tile, the tile itself and what is painted on it."""
    h, drop = tile.half, tile.thick
    corners = [spot(-h, -h), spot(h, -h), spot(h, h), spot(-h, h)]
    path = polygon([(x * 1.03 + h * 0.05, y * 1.03 + drop * 1.25) for x, y in corners])
    pen.decal(path, darken(tile.sky, 0.5), alpha=0.34, blur=h * 0.07)
    kit = Kit(pen)
    if tile.room is not None:
        rooms.shell(kit, h, tile.room, tile.night)
        return
    grounds.slab(kit, h, tile.here, drop)
    top = polygon(corners)
    with pen.on(top):
        grounds.surface(kit, h, tile.here, random.Random(7))
        if tile.raised:
            _mound(kit, tile)
        pen.decal(ellipse(-h * 0.5, -h * 0.3, h * 1.5, h * 0.8), (255, 252, 226), alpha=0.14, blur=h * 0.2)
