"""The grounds: what a tile is made of at every place, what is painted on it and what grows or stands around."""

from __future__ import annotations

import math
import random
from dataclasses import dataclass

import skia

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.isometry.kit import Kit, left_tone, right_tone, top_tone
from pinxit.engines.illustrator.shapes import Point, smooth

GRASS: Rgb = (150, 196, 104)
EARTH: Rgb = (150, 108, 78)
ROAD: Rgb = (98, 102, 114)
PAVING: Rgb = (206, 202, 196)


@dataclass(frozen=True, slots=True)
class Ground:
    """`rgb` of the surface, `side` of the slab below; `kind` says what is painted on it; `decor` what stands on it,
    each with how many; `sky` is the plain colour around the tile."""

    rgb: Rgb
    side: Rgb = EARTH
    kind: str = "plain"
    decor: tuple[tuple[str, int], ...] = ()
    sky: Rgb = (232, 240, 244)


_GREEN = Ground(GRASS, EARTH, "grass", (("tree", 3), ("bush", 3), ("rock", 2)), (226, 240, 236))
_WOOD = Ground(GRASS, EARTH, "grass", (("pine tree", 6), ("tree", 4), ("rock", 2), ("bush", 3)), (222, 236, 230))
_SAND = Ground((240, 216, 160), (214, 178, 124), "sand", (("palm tree", 3), ("rock", 2)), (214, 238, 244))
_STREET = Ground(PAVING, (150, 146, 150), "street", (), (234, 232, 242))
_CITY = Ground(PAVING, (150, 146, 150), "city", (), (228, 230, 244))
_WATER = Ground((92, 178, 206), (58, 132, 172), "water", (("rock", 2),), (218, 238, 246))
_SNOW = Ground((244, 248, 252), (190, 208, 226), "snow", (("pine tree", 5), ("rock", 2)), (214, 228, 242))
_STONE = Ground((190, 186, 190), (142, 138, 148), "rock", (("rock", 5),), (234, 230, 236))
_PLAIN = Ground((226, 222, 214), (188, 182, 176), "plain", (), (240, 236, 230))

_PEAKS = Ground(
    (196, 214, 178), (150, 140, 134), "grass", (("peak", 4), ("pine tree", 7), ("rock", 3)), (214, 228, 242)
)
_POOL = Ground((232, 224, 210), (186, 176, 166), "pool", (), (214, 238, 246))
GROUNDS: dict[str, Ground] = {
    **dict.fromkeys(("forest", "jungle", "bamboo forest"), _WOOD),
    **dict.fromkeys(
        (
            "meadow",
            "park",
            "garden",
            "hills",
            "field",
            "farm",
            "village",
            "playground",
            "japanese garden",
            "graveyard",
            "castle",
            "lake",
            "river",
            "cliff",
            "waterfall",
            "fairground",
            "stadium",
        ),
        _GREEN,
    ),
    **dict.fromkeys(("beach", "island"), _SAND),
    "desert": Ground((236, 196, 130), (206, 150, 92), "sand", (("cactus", 4), ("rock", 4)), (248, 234, 212)),
    "canyon": Ground((222, 150, 100), (184, 104, 70), "sand", (("cactus", 2), ("rock", 5)), (250, 228, 206)),
    "savanna": Ground(
        (216, 190, 106), (176, 128, 80), "grass", (("tree", 2), ("bush", 3), ("rock", 3)), (248, 236, 206)
    ),
    **dict.fromkeys(("street", "road", "alley", "market", "bridge"), _STREET),
    **dict.fromkeys(("city", "rooftop"), _CITY),
    **dict.fromkeys(("ocean", "harbour", "underwater"), _WATER),
    **dict.fromkeys(("snow",), _SNOW),
    "moon": Ground((186, 188, 200), (126, 128, 144), "rock", (("rock", 5),), (52, 54, 92)),
    "space": Ground((186, 188, 200), (126, 128, 144), "rock", (("rock", 5),), (52, 54, 92)),
    "mars": Ground((210, 120, 84), (162, 80, 58), "rock", (("rock", 6),), (250, 222, 202)),
    **dict.fromkeys(("cave",), _STONE),
    "sky": Ground((244, 248, 252), (206, 220, 238), "snow", (), (196, 226, 248)),
    "mountains": _PEAKS,
    "pool": _POOL,
    "tabletop": Ground((204, 152, 102), (160, 108, 70), "boards", (), (244, 236, 224)),
}


def ground_for(name: str) -> Ground:
    """The ground of a place; a plain plinth where there is none."""
    return GROUNDS.get(name, _PLAIN)


def slab(kit: Kit, half: float, here: Ground, thick: float) -> None:
    """The tile: a thick slab, its sides in layers, and the surface."""
    h = half
    layers = [(thick, here.side)]
    if here.kind in {"grass", "sand", "snow", "street", "city"}:
        layers = [(thick * 0.26, darken(here.rgb, 0.08)), (thick * 0.74, here.side)]
    z = 0.0
    for deep, rgb in layers:
        kit.left((-h, h, z - deep), 2 * h, deep, left_tone(rgb))
        kit.right((h, -h, z - deep), 2 * h, deep, right_tone(rgb))
        z -= deep
    if here.kind in {"grass", "sand", "rock", "snow"}:
        _strata(kit, half, here, thick)
    kit.flat(-h, -h, 0, (2 * h, 2 * h), top_tone(here.rgb))


def _strata(kit: Kit, half: float, here: Ground, thick: float) -> None:
    """Stones in the cut earth."""
    rng = random.Random(5)
    for _ in range(14):
        at, z, r = rng.uniform(-0.9, 0.9) * half, -thick * rng.uniform(0.42, 0.9), thick * rng.uniform(0.04, 0.1)
        kit.left((at, half + 0.2, z), r * 2.4, r, left_tone(darken(here.side, 0.14)))
        at = rng.uniform(-0.9, 0.9) * half
        kit.right((half + 0.2, at, z), r * 2.4, r, right_tone(lighten(here.side, 0.1)))


def surface(kit: Kit, half: float, here: Ground, rng: random.Random) -> None:
    """What is painted on the ground: tufts, ripples, boards, a road."""
    if here.kind in {"street", "city"}:
        _roads(kit, half, here)
    elif here.kind == "pool":
        _basin(kit, half, here, rng)
    elif here.kind == "boards":
        boards(kit, half, here.rgb)
    elif here.kind == "water":
        _ripples(kit, half, rng)
    elif here.kind in {"grass", "sand", "snow", "rock"}:
        _patches(kit, half, here, rng)


def _ripples(kit: Kit, half: float, rng: random.Random) -> None:
    """Short light waves on water."""
    for _ in range(26):
        x, y = rng.uniform(-0.86, 0.86) * half, rng.uniform(-0.86, 0.86) * half
        long = half * rng.uniform(0.06, 0.16)
        points = [kit.to((x + long * i / 4, y - long * i / 4 + (2 if i % 2 else -2), 0)) for i in range(5)]
        kit.pen.line(smooth(points, closed=False), (226, 246, 250), max(1.4, half * 0.008), alpha=0.7)


def _basin(kit: Kit, half: float, here: Ground, rng: random.Random) -> None:
    """A tiled edge around blue water with lanes."""
    tiles(kit, half, lighten(here.rgb, 0.3), here.rgb, 12)
    inner = half * 0.66
    kit.flat(-inner * 1.05, -inner * 1.05, 0.3, (inner * 2.1, inner * 2.1), (250, 250, 248))
    kit.flat(-inner, -inner, 0.4, (2 * inner, 2 * inner), (96, 192, 222))
    kit.flat(-inner, -inner, 0.5, (2 * inner, inner * 0.08), (52, 132, 172))
    kit.flat(-inner, -inner, 0.5, (inner * 0.08, 2 * inner), (66, 150, 188))
    for share in (-0.33, 0.33):
        for i in range(12):
            tone: Rgb = (238, 90, 80) if i % 2 else (250, 248, 244)
            kit.flat(-inner + i * inner / 6, share * inner, 0.6, (inner / 6, inner * 0.03), tone)
    _ripples(kit, inner * 0.9, rng)


def _patches(kit: Kit, half: float, here: Ground, rng: random.Random) -> None:
    """Soft patches of another tone, and tufts, flowers or pebbles."""
    for _ in range(9):
        x, y, r = rng.uniform(-0.7, 0.7) * half, rng.uniform(-0.7, 0.7) * half, half * rng.uniform(0.1, 0.26)
        points = [
            kit.to((x + r * math.cos(a) * s, y + r * math.sin(a) * s, 0))
            for a, s in ((i * 0.785, rng.uniform(0.75, 1.05)) for i in range(8))
        ]
        tone = darken(here.rgb, 0.06) if rng.random() < 0.6 else lighten(here.rgb, 0.3)
        kit.pen.decal(smooth(points), tone, alpha=0.5)
    for _ in range(46):
        x, y = rng.uniform(-0.93, 0.93) * half, rng.uniform(-0.93, 0.93) * half
        spot = kit.to((x, y, 0))
        size = half * rng.uniform(0.014, 0.026)
        if here.kind == "grass":
            _tuft(kit, spot, size, darken(here.rgb, 0.2), rng.random())
        elif here.kind == "rock":
            kit.pen.decal(_dot(spot, size * 1.8), darken(here.rgb, 0.14), alpha=0.7)
        else:
            kit.pen.decal(_dot(spot, size * 0.8), darken(here.rgb, 0.1), alpha=0.7)


def _dot(spot: Point, r: float) -> skia.Path:
    x, y = spot
    return smooth([(x - r, y), (x, y - r * 0.5), (x + r, y), (x, y + r * 0.5)])


def _tuft(kit: Kit, spot: Point, size: float, rgb: Rgb, chance: float) -> None:
    x, y = spot
    for lean in (-0.6, 0.0, 0.6):
        kit.pen.line(
            smooth([(x + lean * size * 0.4, y), (x + lean * size, y - size * 1.5)], closed=False), rgb, size * 0.26
        )
    if chance < 0.2:
        bloom: Rgb = ((250, 246, 240), (250, 214, 96), (240, 150, 160))[int(chance * 15)]
        kit.pen.fill(_dot((x, y - size * 1.7), size * 0.62), bloom, "flat", line=0)


def boards(kit: Kit, half: float, rgb: Rgb) -> None:
    """Floor boards along x."""
    count = 9
    step = 2 * half / count
    for i in range(count):
        tone = (top_tone(rgb), darken(top_tone(rgb), 0.05), lighten(top_tone(rgb), 0.12))[i % 3]
        kit.flat(-half, -half + i * step, 0.1, (2 * half, step), tone)
        joint = -half + (0.5 + 0.37 * i) % 1.8 * half
        kit.flat(joint, -half + i * step, 0.2, (half * 0.008, step), darken(rgb, 0.25))
        kit.flat(-half, -half + i * step, 0.2, (2 * half, half * 0.006), darken(rgb, 0.22))


def tiles(kit: Kit, half: float, a: Rgb, b: Rgb, count: int = 10) -> None:
    """A chequered floor."""
    step = 2 * half / count
    for i in range(count):
        for j in range(count):
            kit.flat(-half + i * step, -half + j * step, 0.1, (step, step), a if (i + j) % 2 else b)


def road_lines(half: float, here: Ground) -> list[float]:
    """The middles of the roads that run along x (and, in a city, along y)."""
    return [half * 0.3] if here.kind == "street" else [-half * 0.34, half * 0.34]


def road_width(half: float, here: Ground) -> float:
    """From kerb to kerb."""
    return half * (0.56 if here.kind == "street" else 0.24)


def _roads(kit: Kit, half: float, here: Ground) -> None:
    wide = road_width(half, here)
    lines = road_lines(half, here)
    grid = half / 9
    for i in range(-8, 9):
        kit.flat(-half, i * grid, 0.1, (2 * half, grid * 0.05), darken(here.rgb, 0.1))
        kit.flat(i * grid, -half, 0.1, (grid * 0.05, 2 * half), darken(here.rgb, 0.1))
    for at in lines:
        kit.flat(-half, at - wide / 2 - wide * 0.05, 0.2, (2 * half, wide * 1.1), lighten(here.rgb, 0.4))
        if here.kind == "city":
            kit.flat(at - wide / 2 - wide * 0.05, -half, 0.2, (wide * 1.1, 2 * half), lighten(here.rgb, 0.4))
    for at in lines:
        kit.flat(-half, at - wide / 2, 0.3, (2 * half, wide), ROAD)
        if here.kind == "city":
            kit.flat(at - wide / 2, -half, 0.3, (wide, 2 * half), ROAD)
    for at in lines:
        dashes = 9 if here.kind == "street" else 15
        for i in range(dashes):
            x = -half + (i + 0.3) * 2 * half / dashes
            if here.kind == "street" or all(abs(x - other) > wide * 0.75 for other in lines):
                kit.flat(x, at - wide * 0.018, 0.5, (half * 0.8 / dashes, wide * 0.036), (250, 246, 236))
                if here.kind == "city":
                    kit.flat(at - wide * 0.018, x, 0.5, (wide * 0.036, half * 0.8 / dashes), (250, 246, 236))
    if here.kind == "street":
        for i in range(7):  # a zebra crossing
            kit.flat(
                half * 0.62, lines[0] - wide / 2 + (i + 0.25) * wide / 7, 0.5, (half * 0.2, wide / 14), (250, 248, 242)
            )
