"""The rooms: two walls cut away in front, a floor, and the furniture that belongs along the walls."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.isometry.furniture import carpet
from pinxit.engines.illustrator.isometry.grounds import boards, tiles
from pinxit.engines.illustrator.isometry.kit import Kit, left_tone, right_tone, top_tone
from pinxit.engines.illustrator.shapes import polygon

HIGH = 1.02  # of the walls, in half edges of the floor


@dataclass(frozen=True, slots=True)
class Room:
    """`wall` and `floor` colours; furniture along the right-hand wall and along the left-hand wall, from the corner on,
    and what stands free on the floor. Each name is that of a thing with a form."""

    wall: Rgb
    floor: Rgb
    right: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    middle: tuple[str, ...] = ()
    rug: Rgb | None = None
    tiled: Rgb | None = None


ROOMS: dict[str, Room] = {
    "bedroom": Room(
        (132, 178, 226), (222, 172, 120), ("wardrobe", "desk", "monstera"), ("nightstand", "bed"), (), (230, 150, 130)
    ),
    "kitchen": Room(
        (250, 214, 150),
        (236, 230, 220),
        ("refrigerator", "counter", "oven", "sink", "monstera"),
        ("counter", "counter"),
        ("table", "chair"),
        None,
        (164, 196, 190),
    ),
    "living room": Room(
        (150, 206, 176),
        (216, 160, 106),
        ("bookshelf", "sofa", "floor lamp"),
        ("nightstand", "monstera", "armchair"),
        ("coffee table",),
        (222, 136, 104),
    ),
    "bathroom": Room(
        (160, 218, 230),
        (240, 244, 246),
        ("bathtub", "sink", "monstera"),
        ("toilet", "nightstand"),
        (),
        (244, 180, 160),
        (150, 196, 206),
    ),
    "office": Room(
        (190, 206, 236),
        (190, 156, 126),
        ("bookshelf", "desk", "monstera"),
        ("nightstand", "armchair"),
        ("chair",),
        (112, 146, 190),
    ),
    "library": Room(
        (178, 140, 108),
        (160, 108, 74),
        ("bookshelf", "bookshelf", "bookshelf"),
        ("bookshelf", "bookshelf"),
        ("table", "chair"),
        (150, 66, 66),
    ),
    "classroom": Room((234, 226, 196), (196, 156, 110), ("bookshelf", "cabinet"), ("cabinet",), ("desk", "desk"), None),
    "cafe": Room(
        (226, 190, 160),
        (150, 104, 74),
        ("counter", "counter", "refrigerator"),
        ("bookshelf", "monstera"),
        ("table", "chair", "table"),
        None,
    ),
    "laboratory": Room(
        (220, 232, 238),
        (206, 212, 220),
        ("counter", "counter", "bookshelf"),
        ("cabinet", "refrigerator"),
        ("table",),
        None,
        (190, 204, 214),
    ),
    "workshop": Room(
        (206, 188, 162), (170, 150, 130), ("counter", "bookshelf"), ("cabinet", "cargo crate"), ("table",), None
    ),
    "hospital": Room((212, 232, 230), (226, 232, 236), ("bed", "nightstand"), ("cabinet",), (), None, (196, 214, 218)),
    "spaceship": Room(
        (96, 116, 172), (150, 160, 186), ("desk", "desk"), ("cabinet", "desk"), ("armchair",), None, (112, 124, 156)
    ),
    "museum": Room((240, 234, 226), (186, 148, 108), (), (), ("bench",), None),
}
_SAME = {
    "restaurant": "cafe",
    "bar": "cafe",
    "shop": "cafe",
    "garage": "workshop",
    "gym": "museum",
    "theatre": "museum",
    "subway": "museum",
    "airport": "museum",
    "observatory": "spaceship",
}


def room_for(name: str) -> Room | None:
    """The room of a setting, or None where one is out of doors."""
    return ROOMS.get(_SAME.get(name, name))


def shell(kit: Kit, half: float, room: Room, night: bool) -> None:
    """Floor, slab and the two walls, with a window in each, a skirting and the thickness of the walls."""
    h, high, thick = half, half * HIGH, half * 0.07
    base = darken(room.wall, 0.3)
    kit.left((-h - thick, h, -thick), 2 * h + thick, thick, left_tone(base))
    kit.right((h, -h - thick, -thick), 2 * h + thick, thick, right_tone(base))
    kit.flat(-h, -h, 0, (2 * h, 2 * h), top_tone(room.floor))
    if room.tiled is not None:
        tiles(kit, h, lighten(room.floor, 0.2), room.tiled)
    else:
        boards(kit, h, room.floor)
    right_wall, left_wall = lighten(room.wall, 0.22), darken(room.wall, 0.05)
    kit.left((-h, -h, 0), 2 * h, high, right_wall)
    kit.right((-h, -h, 0), 2 * h, high, left_wall)
    rim = lighten(room.wall, 0.55)
    kit.face(
        [
            (-h, -h, high),
            (h, -h, high),
            (h, -h - thick, high),
            (-h - thick, -h - thick, high),
            (-h - thick, h, high),
            (-h, h, high),
        ],
        rim,
        fade=0.0,
    )
    kit.face([(h, -h, high), (h, -h - thick, high), (h, -h - thick, -thick), (h, -h, -thick)], darken(room.wall, 0.22))
    kit.face([(-h, h, high), (-h - thick, h, high), (-h - thick, h, -thick), (-h, h, -thick)], darken(room.wall, 0.12))
    for z, rgb, tall in ((0.0, (250, 246, 240), half * 0.05), (half * 0.05, darken(room.wall, 0.1), half * 0.008)):
        kit.left((-h, -h + 0.3, z), 2 * h, tall, left_tone(rgb))
        kit.right((-h + 0.3, -h, z), 2 * h, tall, right_tone(rgb))
    dark = night or room is ROOMS["spaceship"]  # stars before the window
    _window(kit, half, dark)
    _light_on_floor(kit, half, dark)
    _pictures(kit, half, room)
    if room is ROOMS["kitchen"]:
        _cupboards(kit, half)
    if room.rug is not None:
        carpet(kit.at(half * 0.12, half * 0.16), (half * 1.05, half * 0.86), room.rug)


def _window(kit: Kit, half: float, night: bool) -> None:
    """A window in the left-hand wall, with curtains."""
    h = half
    y, wide, z, high = -h * 0.02, h * 0.62, h * 0.4, h * 0.44
    frame: Rgb = (252, 250, 244)
    kit.right((-h + 0.5, y - 0.04 * h, z - 0.04 * h), wide + 0.08 * h, high + 0.08 * h, right_tone(frame))
    sky: Rgb = (58, 70, 130) if night else (170, 220, 246)
    pane = kit.right((-h + 0.8, y, z), wide, high, sky)
    box = pane.getBounds()
    with kit.pen.on(pane):
        if night:
            for i in range(8):
                x0, y0 = (
                    box.left() + box.width() * ((i * 0.37) % 1),
                    box.top() + box.height() * ((i * 0.23 + 0.1) % 0.8),
                )
                kit.pen.decal(polygon([(x0 - 1, y0), (x0, y0 - 1), (x0 + 1, y0), (x0, y0 + 1)]), (255, 250, 220))
        else:
            for dx, dy, r in ((0.3, 0.35, 0.14), (0.48, 0.3, 0.18), (0.66, 0.38, 0.12)):
                cx, cy, rr = box.left() + box.width() * dx, box.top() + box.height() * dy, box.width() * r
                kit.pen.decal(
                    polygon(
                        [(cx - rr, cy), (cx - rr * 0.5, cy - rr * 0.6), (cx + rr * 0.5, cy - rr * 0.6), (cx + rr, cy)]
                    ),
                    (255, 255, 255),
                    alpha=0.8,
                )
    kit.right((-h + 1, y + wide / 2 - 0.012 * h, z), 0.024 * h, high, right_tone(frame))
    kit.right((-h + 1, y, z + high / 2 - 0.012 * h), wide, 0.024 * h, right_tone(frame))
    kit.box((-h, y - 0.06 * h, z - 0.07 * h), (0.08 * h, wide + 0.12 * h, 0.03 * h), frame)
    curtain: Rgb = (255, 214, 190)
    for at in (y - 0.16 * h, y + wide - 0.02 * h):
        for i in range(3):
            kit.right(
                (-h + 1.4, at + i * 0.06 * h, z - 0.16 * h),
                0.06 * h,
                high + 0.26 * h,
                right_tone(darken(curtain, 0.06 * (i % 2))),
            )
    kit.right((-h + 1.6, y - 0.2 * h, z + high + 0.09 * h), wide + 0.4 * h, 0.022 * h, (120, 90, 70))


def _light_on_floor(kit: Kit, half: float, night: bool) -> None:
    """The window's light on the floor."""
    h = half
    if not night:
        path = polygon(
            [
                kit.to(p)
                for p in (
                    (-h * 0.55, 0, 0.4),
                    (h * 0.25, h * 0.12, 0.4),
                    (h * 0.25, h * 0.74, 0.4),
                    (-h * 0.55, h * 0.6, 0.4),
                )
            ]
        )
        kit.pen.decal(path, (255, 246, 210), alpha=0.34, blur=3)


def _pictures(kit: Kit, half: float, room: Room) -> None:
    """Two framed pictures on the right-hand wall."""
    h = half
    spots: Sequence[tuple[float, float, float, float, Rgb]] = (
        (0.3, 0.66, 0.3, 0.24, (240, 170, 120)),
        (0.68, 0.7, 0.18, 0.2, (120, 170, 190)),
    )
    if room is ROOMS["museum"]:
        spots = (
            (-0.86, 0.34, 0.5, 0.44, (226, 120, 96)),
            (-0.22, 0.4, 0.34, 0.4, (96, 140, 190)),
            (0.3, 0.34, 0.56, 0.46, (236, 180, 90)),
        )
    for x, z, wide, high, rgb in spots[1 if room is ROOMS["kitchen"] else 0 :]:
        kit.left((x * h, -h + 0.6, z * h), wide * h, high * h, left_tone((120, 84, 60)))
        kit.left((x * h + 0.02 * h, -h + 0.8, z * h + 0.02 * h), (wide - 0.04) * h, (high - 0.04) * h, (250, 244, 232))
        kit.face(
            [
                (x * h + 0.03 * h, -h + 1, z * h + 0.03 * h),
                (x * h + wide * 0.4 * h, -h + 1, (z + high * 0.62) * h),
                (x * h + (wide - 0.03) * h, -h + 1, z * h + 0.03 * h),
            ],
            rgb,
        )


def _cupboards(kit: Kit, half: float) -> None:
    """Cupboards on the wall over the counter."""
    h = half
    rgb: Rgb = (236, 238, 234)
    for x, wide in ((-0.5, 0.52), (0.04, 0.3)):
        kit.box((x * h, -h, 0.66 * h), (wide * h, 0.18 * h, 0.3 * h), rgb)
        for i in range(2):
            door = (wide / 2 - 0.02) * h
            kit.left(
                (x * h + 0.013 * h + i * (door + 0.014 * h), -h * 0.82 + 0.5, 0.675 * h),
                door,
                0.27 * h,
                left_tone(lighten(rgb, 0.3)),
            )
