"""Isometric buildings: house, shop, tower, castle, church and more. The origin is the middle of the footprint."""

from __future__ import annotations

import skia

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.isometry.forms import form
from pinxit.engines.illustrator.isometry.kit import Kit, left_tone, right_tone, top_tone, window_rows
from pinxit.engines.illustrator.look import Look
from pinxit.engines.illustrator.shapes import polygon

GLASS: Rgb = (150, 204, 232)
STONE: Rgb = (190, 186, 184)


def lights(look: Look, salt: str, share: float = 0.55) -> list[bool]:
    """Which windows are lit: some at night, none by day."""
    rng = look.random(salt)
    return [look.night and rng.random() < share for _ in range(17)]


def glowing(kit: Kit, pane: skia.Path, look: Look, rgb: Rgb) -> None:
    """At night a window gives light."""
    if look.night:
        kit.pen.glow(pane, rgb)


def framed(kit: Kit, face: str, place: tuple[float, float, float], size: tuple[float, float], look: Look) -> None:
    """One window with a white frame and a cross."""
    x, y, z = place
    wide, high = size
    white: Rgb = (250, 246, 238)
    pane: Rgb = (255, 214, 128) if look.night else GLASS
    if face == "left":
        kit.left((x - 3, y, z - 3), wide + 6, high + 6, left_tone(white))
        glowing(kit, kit.left((x, y, z), wide, high, pane), look, pane)
        kit.left((x + wide / 2 - 1.5, y, z), 3, high, left_tone(white))
        kit.left((x, y, z + high / 2 - 1.5), wide, 3, left_tone(white))
    else:
        kit.right((x, y - 3, z - 3), wide + 6, high + 6, right_tone(white))
        glowing(kit, kit.right((x, y, z), wide, high, darken(pane, 0.1)), look, darken(pane, 0.06))
        kit.right((x, y + wide / 2 - 1.5, z), 3, high, right_tone(white))
        kit.right((x, y, z + high / 2 - 1.5), wide, 3, right_tone(white))


@form("house", "cottage", "cabin", "barn")
def house(kit: Kit, look: Look) -> None:
    """A house with a gable to the right, its door in the left wall."""
    barn = "barn" in look.noun
    wooden = "cabin" in look.noun
    wall = look.colour((186, 62, 52) if barn else (164, 112, 70) if wooden else (246, 228, 198))
    roof = look.part("roof", (96, 84, 88) if barn else (188, 84, 62))
    kit = kit.at(-150, -120)
    kit.shade(0, 0, (300, 240))
    kit.box((-6, -6, 0), (312, 252, 10), (150, 146, 144))
    kit.box((0, 0, 10), (300, 240, 170), wall)
    if wooden or barn:
        for z in range(28, 180, 18):
            kit.pen.line(
                polygon([kit.to((0, 240, z)), kit.to((300, 240, z)), kit.to((300, 0, z))], closed=False),
                darken(wall, 0.25),
                1.6,
                alpha=0.6,
            )
    kit.left((122, 240, 10), 56, 106, darken(look.part("door", (116, 70, 46)), 0.02))
    kit.left((130, 240, 70), 40, 36, (236, 206, 150) if look.night else (190, 214, 226))
    kit.box((114, 240, 0), (72, 26, 8), (176, 170, 164))
    for x in (36, 212):
        framed(kit, "left", (x, 240, 64), (52, 60), look)
    framed(kit, "right", (300, 38, 64), (52, 60), look)
    framed(kit, "right", (300, 148, 64), (52, 60), look)
    kit.box((70, 52, 190), (34, 34, 136), (168, 90, 76))
    kit.gable((0, 0, 180), (300, 240, 130), roof, wall)
    framed(kit, "right", (300, 100, 200), (40, 46), look)


@form("shop", "bar")
def shop(kit: Kit, look: Look) -> None:
    """A corner shop: display windows under a striped awning, a flat roof with a parapet."""
    wall = look.colour((238, 214, 180))
    stripe = look.part("awning", (212, 74, 66))
    kit = kit.at(-140, -120)
    kit.shade(0, 0, (280, 240))
    kit.box((0, 0, 0), (280, 240, 250), wall)
    kit.box((-6, -6, 250), (292, 252, 14), darken(wall, 0.16))
    kit.flat(10, 10, 264.5, (260, 220), darken(wall, 0.3))
    kit.box((40, 40, 264), (60, 50, 34), (150, 154, 160))
    glass: Rgb = (255, 224, 150) if look.night else GLASS
    glowing(kit, kit.left((20, 240, 22), 150, 96, glass), look, glass)
    for i in range(4):
        x = 32 + i * 34
        kit.left(
            (x, 240, 24), 22, 16 + 8 * (i % 2), ((206, 128, 72), (226, 180, 96), (178, 92, 70), (240, 210, 150))[i]
        )
    kit.left((20, 240, 68), 150, 4, (250, 246, 238))
    kit.left((196, 240, 0), 58, 118, (96, 66, 54))
    kit.left((204, 240, 34), 42, 76, glass)
    glowing(kit, kit.right((280, 30, 22), 180, 96, darken(glass, 0.12)), look, darken(glass, 0.08))
    for y in (88, 148):
        kit.right((280, y, 22), 4, 96, right_tone((250, 246, 238)))
    for i in range(3):
        framed(kit, "left", (26 + i * 84, 240, 176), (52, 54), look)
    for i in range(2):
        framed(kit, "right", (280, 46 + i * 96, 176), (52, 54), look)
    _awning(kit, stripe)
    kit.left((40, 243, 134 + 6), 200, 26, left_tone(darken(stripe, 0.25)))
    kit.pen.anchor("text", *kit.to((140, 243, 153)), 150)


def _awning(kit: Kit, stripe: Rgb) -> None:
    count = 10
    for i in range(count):
        a, b = 8 + 264 * i / count, 8 + 264 * (i + 1) / count
        tone = stripe if i % 2 == 0 else (250, 246, 238)
        kit.face([(a, 240, 140), (b, 240, 140), (b, 290, 112), (a, 290, 112)], top_tone(tone), fade=0.04)
        kit.face([(a, 290, 112), (b, 290, 112), (b, 290, 98), (a, 290, 98)], left_tone(darken(tone, 0.08)), fade=0.0)
    kit.face([(272, 240, 140), (272, 290, 112), (272, 290, 98), (272, 240, 112)], right_tone(stripe))


@form("skyscraper", "factory")
def skyscraper(kit: Kit, look: Look) -> None:
    """A tower block in steps, with rows of windows and a mast."""
    rng = look.random("tower")
    wall = look.colour(rng.choice(((116, 146, 184), (206, 150, 120), (172, 178, 190), (128, 164, 160))))
    high = rng.choice((520, 600, 680))
    kit = kit.at(-110, -110)
    kit.shade(0, 0, (220, 220), 0.3)
    kit.box((-6, -6, 0), (232, 232, 16), (150, 150, 156))
    kit.box((0, 0, 16), (220, 220, high), wall)
    rows = high // 52
    window_rows(kit, "left", (10, 220, 56), (200, high - 70), (5, rows), GLASS, lights(look, "a"))
    window_rows(kit, "right", (220, 10, 56), (200, high - 70), (5, rows), GLASS, lights(look, "b"))
    kit.left((84, 220, 16), 54, 46, (70, 84, 104))
    kit.box((30, 30, high + 16), (160, 160, 110), lighten(wall, 0.06))
    window_rows(kit, "left", (36, 190, high + 30), (148, 86), (4, 2), GLASS, lights(look, "c"))
    window_rows(kit, "right", (190, 36, high + 30), (148, 86), (4, 2), GLASS, lights(look, "d"))
    kit.box((70, 70, high + 126), (80, 80, 36), darken(wall, 0.2))
    kit.cylinder((110, 110, high + 162), 4, 110, (200, 204, 210))


@form("tower", "lighthouse")
def tower(kit: Kit, look: Look) -> None:
    """A round tower: of stone with battlements, or a striped lighthouse."""
    if "lighthouse" in look.noun:
        wall, band = look.colour((250, 246, 240)), look.colour((206, 66, 58), 1)
        kit.shade(-70, -70, (140, 140))
        kit.cylinder((0, 0, 0), 66, 24, (150, 146, 146))
        for i in range(5):
            r0, r1 = 54 - i * 4, 50 - i * 4
            kit.cylinder((0, 0, 24 + i * 70), r0, 70, band if i % 2 else wall, r1)
        kit.cylinder((0, 0, 374), 46, 12, (88, 92, 104))
        kit.cylinder((0, 0, 386), 26, 48, (255, 232, 150) if look.night else (212, 232, 240))
        kit.cylinder((0, 0, 434), 38, 46, darken(band, 0.1), 0)
        return
    stone = look.colour(STONE)
    kit.shade(-80, -80, (160, 160))
    round_tower(kit, 66, 330, stone, look.part("roof", (86, 92, 140)), look)


def round_tower(kit: Kit, radius: float, high: float, stone: Rgb, roof: Rgb, look: Look) -> None:
    """A tower with a jutting crown and a pointed roof."""
    kit.cylinder((0, 0, 0), radius, high, stone)
    kit.cylinder((0, 0, high), radius * 1.16, high * 0.09, darken(stone, 0.08))
    kit.cylinder((0, 0, high * 1.09), radius * 1.25, radius * 2.1, roof, 0)
    x, y = kit.to((0, 0, high * 1.09 + radius * 2.1))
    kit.pen.line(polygon([(x, y + 4), (x, y - radius * 0.6)], closed=False), (90, 80, 80), 3)
    kit.pen.fill(
        polygon([(x, y - radius * 0.6), (x + radius * 0.55, y - radius * 0.45), (x, y - radius * 0.26)]),
        look.part("flag", (226, 176, 62)),
        "flat",
        line=0.5,
    )
    for dx, share in ((-0.45, 0.62), (0.3, 0.36)):
        slit = polygon(
            [
                kit.to((radius * dx + radius * 0.62 + a, radius * 0.62 - radius * dx, high * share + b))
                for a, b in ((-7, 0), (7, 0), (7, 30), (0, 40), (-7, 30))
            ]
        )
        kit.pen.fill(slit, (255, 214, 128) if look.night else (70, 66, 82), "flat", line=0)


def battlements(kit: Kit, place: tuple[float, float, float], length: float, along: str, rgb: Rgb) -> None:
    """Merlons on a wall along x or y."""
    x, y, z = place
    count = max(3, round(length / 36))
    step = length / count
    for i in range(count):
        dx, dy = (step * 0.56, 16) if along == "x" else (16, step * 0.56)
        kit.box((x + (i * step if along == "x" else 0), y + (i * step if along == "y" else 0), z), (dx, dy, 24), rgb)


@form("castle")
def castle(kit: Kit, look: Look) -> None:
    """Walls around a court, towers at the corners, a keep in the middle, a gate in the left wall."""
    stone, roof = look.colour(STONE), look.part("roof", (84, 98, 158))
    side = 400.0
    kit = kit.at(-side / 2, -side / 2)
    kit.shade(0, 0, (side, side), 0.28)
    kit.box((0, 0, 0), (side, 30, 150), stone)
    kit.box((0, 0, 0), (30, side, 150), stone)
    for along in ("x", "y"):
        battlements(kit, (0, 0, 150), side, along, stone)
    round_tower(kit.at(14, 14), 46, 220, stone, roof, look)
    kit.flat(30, 30, 2, (side - 60, side - 60), (176, 166, 140))
    keep = kit.at(110, 110)
    keep.box((0, 0, 0), (180, 180, 250), lighten(stone, 0.05))
    window_rows(keep, "left", (20, 180, 110), (140, 120), (3, 2), (92, 88, 108), lights(look, "k", 0.8))
    window_rows(keep, "right", (180, 20, 110), (140, 120), (3, 2), (92, 88, 108), lights(look, "l", 0.8))
    battlements(keep, (0, 0, 250), 180, "x", stone)
    battlements(keep, (0, 0, 250), 180, "y", stone)
    round_tower(keep.at(90, 90, 250), 44, 110, stone, roof, look)
    battlements(keep, (0, 164, 250), 180, "x", stone)
    battlements(keep, (164, 0, 250), 180, "y", stone)
    round_tower(kit.at(side - 14, 14), 46, 210, stone, roof, look)
    round_tower(kit.at(14, side - 14), 46, 210, stone, roof, look)
    _front_walls(kit, side, stone)
    round_tower(kit.at(side - 14, side - 14), 48, 190, stone, roof, look)


def _front_walls(kit: Kit, side: float, stone: Rgb) -> None:
    kit.box((side - 30, 40, 0), (30, side - 40, 130), stone)
    battlements(kit, (side - 16, 40, 130), side - 90, "y", stone)
    kit.box((40, side - 30, 0), (side - 40, 30, 130), stone)
    for i in range(5):
        for j in range(9):
            x, z = 60 + j * 36 + 18 * (i % 2), 12 + i * 24
            kit.left((x, side, z), 22, 9, left_tone(darken(stone, 0.1)))
            kit.right((side, x, z), 22, 9, right_tone(darken(stone, 0.1)))
    battlements(kit, (40, side - 16, 130), side - 90, "x", stone)
    gate = kit.at(side / 2 - 50, 0)
    gate.box((0, side - 40, 0), (100, 50, 170), lighten(stone, 0.04))
    battlements(gate, (0, side - 6, 170), 100, "x", stone)
    arch = [(24, 0), (24, 70), (32, 92), (50, 104), (68, 92), (76, 70), (76, 0)]
    gate.face([(x, side + 10, z) for x, z in arch], (84, 58, 44))
    for x in (37, 50, 63):
        gate.left((x - 1.5, side + 10, 0), 3, 96, (48, 36, 34))


@form("church")
def church(kit: Kit, look: Look) -> None:
    """A nave with a gable roof and a square tower with a spire."""
    wall, roof = look.colour((240, 234, 222)), look.part("roof", (112, 96, 104))
    kit = kit.at(-150, -90)
    kit.shade(-70, 0, (370, 180))
    kit.box((-80, 40, 0), (100, 100, 300), wall)
    kit.pyramid((-86, 34, 300), (112, 112, 190), roof)
    x, y = kit.to((-30, 90, 488))
    for a, b in (((0, 6), (0, -34)), ((-10, -20), (10, -20))):
        kit.pen.line(polygon([(x + a[0], y + a[1]), (x + b[0], y + b[1])], closed=False), (222, 180, 84), 4)
    kit.left((-50, 140, 200), 40, 60, (84, 78, 92))
    kit.box((10, 0, 0), (300, 180, 150), wall)
    for i in range(4):
        arch = [(0, 40), (0, 96), (17, 116), (34, 96), (34, 40)]
        kit.face([(36 + i * 68 + a, 180, z) for a, z in arch], (255, 214, 128) if look.night else (112, 146, 190))
    kit.gable((10, 0, 150), (300, 180, 120), roof, wall)
    kit.face([(310, 66 + a, z) for a, z in ((0, 0), (0, 70), (24, 96), (48, 70), (48, 0))], (110, 70, 48))


@form("windmill")
def windmill(kit: Kit, look: Look) -> None:
    """A round mill with four sails to the left."""
    wall = look.colour((244, 238, 226))
    kit.shade(-80, -80, (160, 160))
    kit.cylinder((0, 0, 0), 80, 240, wall, 54)
    kit.cylinder((0, 0, 240), 60, 80, look.part("roof", (150, 86, 66)), 0)
    kit.face([(-8, 82, 0), (44, 70, 0), (44, 66, 80), (-8, 78, 80)], (116, 76, 52))
    hub = (10.0, 66.0, 250.0)
    for dx, dz in ((0.7, 0.7), (-0.7, 0.7), (-0.7, -0.7), (0.7, -0.7)):
        tip = (hub[0] + dx * 170, hub[1], hub[2] + dz * 170)
        px, pz = -dz * 34, dx * 34
        near = (hub[0] + dx * 30, hub[1], hub[2] + dz * 30)
        kit.face([near, tip, (tip[0] + px, hub[1], tip[2] + pz), (near[0] + px, hub[1], near[2] + pz)], (250, 246, 236))
        kit.pen.line(polygon([kit.to(hub), kit.to(tip)], closed=False), (116, 80, 58), 6)


@form("fence")
def fence(kit: Kit, look: Look) -> None:
    """Pickets along x."""
    rgb = look.colour((244, 240, 232))
    for i in range(9):
        kit.box((-120 + i * 28, -4, 0), (14, 8, 70), rgb)
    for z in (20, 48):
        kit.box((-122, 4, z), (244, 4, 8), rgb)
