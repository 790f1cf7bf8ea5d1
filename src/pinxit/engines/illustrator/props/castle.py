"""Stone buildings: castle, tower, bridge, gate, well, fountain, wall, gravestone."""

from __future__ import annotations

import random

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.building import BRICK, STONE, TIMBER, Area, boards, bricks, foot, tiles, window
from pinxit.engines.illustrator.rigs.masonry import stones
from pinxit.engines.illustrator.rigs.trace import bars, facet, organic, stroke
from pinxit.engines.illustrator.rigs.wire import wire, wires
from pinxit.engines.illustrator.shapes import box, ellipse, minus, polygon, union


def battlement(pen: Pen, left: float, right: float, y: float, stone: Rgb, size: float = 8) -> None:
    """A parapet with merlons, jutting out a little."""
    pen.fill(box(left - 3, y - size, right - left + 6, size + 2, 1), stone, "round", line=0.8)
    count = max(3, round((right - left) / size / 1.9))
    step = (right - left + 6 + size * 0.8) / count
    for i in range(count):
        pen.fill(box(left - 3 + i * step, y - size * 2, step - size * 0.8, size * 1.3, 0.8), stone, "round", line=0.7)


def turret(pen: Pen, area: Area, stone: Rgb, roof: Rgb | None, look: Look) -> None:
    """A round tower with courses, a slit, battlements or a pointed roof with a pennant."""
    x, y, wide, tall = area.x, area.y, area.wide, area.tall
    body = box(x, y, wide, tall)
    rng = look.random(f"turret{x}")
    pen.fill(body, stone, "round")
    bricks(pen, body, stone, (wide * 0.24, 7), rng, 0.5)
    with pen.on(body):
        pen.decal(box(x + wide * 0.68, y, wide * 0.34, tall), (40, 30, 60), alpha=0.2, blur=wide * 0.08)
    window(
        pen, Area(x + wide / 2 - wide * 0.13, y + 14, wide * 0.26, wide * 0.42), look, darken(stone, 0.35), arch=True
    )
    if roof is None:
        battlement(pen, x, x + wide, y, stone, wide * 0.2)
        return
    mid = x + wide / 2
    pen.fill(box(x - 3, y - 3, wide + 6, 7, 2), lighten(stone, 0.12), "round", line=0.8)
    tiles(pen, polygon([(mid, y - wide * 1.35), (x + wide + 6, y - 1), (x - 6, y - 1)]), roof, rng, 6.5)
    pen.line(bars(f"{mid},{y - wide * 1.32} {mid},{y - wide * 1.32 - 20}"), (70, 60, 60), 1.8)
    top = y - wide * 1.32 - 19
    pen.fill(
        organic(f"{mid},{top} {mid + 9},{top + 1} {mid + 19},{top + 4} {mid + 10},{top + 7} {mid},{top + 9}"),
        look.part("flag", (236, 190, 60)),
        "soft",
        line=0.6,
    )


@thing(
    "castle",
    "fortress",
    "fairy tale castle",
    "medieval castle",
    "kingdom",
    cm=3000,
    kind="building",
)
def draw(pen: Pen, look: Look) -> None:
    """Six towers, a curtain wall, a keep, a gate with a portcullis."""
    stone = look.colour((206, 198, 188))
    roof = look.part("roof", look.colour((72, 98, 158), 1))
    turret(pen, Area(-54, -160, 26, 120), darken(stone, 0.12), roof, look)
    turret(pen, Area(28, -166, 26, 120), darken(stone, 0.12), roof, look)
    keep = box(-34, -138, 68, 110)
    pen.fill(keep, stone, "round")
    bricks(pen, keep, stone, (12, 7), look.random("keep"), 0.5)
    battlement(pen, -34, 34, -138, stone, 9)
    for x in (-20, 8):
        window(pen, Area(x, -122, 13, 24), look, darken(stone, 0.35), arch=True)
    turret(pen, Area(-14, -188, 28, 46), stone, roof, look)
    wall = box(-96, -70, 192, 70)
    pen.fill(wall, stone, "round")
    bricks(pen, wall, stone, (14, 7.5), look.random("wall"), 0.5)
    battlement(pen, -96, 96, -70, stone, 9)
    _gate(pen, stone)
    for x in (-118, 80):
        turret(pen, Area(x, -108, 38, 108), lighten(stone, 0.06), roof, look)
    foot(pen, -120, -30, (106, 152, 84), look.random("a"))
    foot(pen, 30, 120, (106, 152, 84), look.random("b"))
    pen.anchor("top", 0, -86, 120)
    pen.anchor("inside", 0, -10, 40)


def _gate(pen: Pen, stone: Rgb) -> None:
    arch = union(ellipse(0, -34, 21), box(-21, -34, 42, 34))
    pen.fill(union(ellipse(0, -34, 27), box(-27, -34, 54, 34)), darken(stone, 0.16), "round")
    pen.fill(arch, (66, 46, 40), "flat", line=0.6)
    with pen.on(arch):
        pen.line(
            bars(
                "|".join(f"{x},-60 {x},0" for x in range(-18, 22, 7))
                + "|"
                + "|".join(f"-24,{y} 24,{y}" for y in (-46, -34, -22, -10))
            ),
            (128, 112, 100),
            1.8,
        )


@thing(
    "tower",
    "stone tower",
    "watchtower",
    "wizard tower",
    "clock tower",
    "bell tower",
    "turret",
    "tall tower",
    cm=2500,
    kind="building",
)
def draw_tower(pen: Pen, look: Look) -> None:
    """A round stone tower with a pointed roof; a dial on a clock tower."""
    stone = look.colour(STONE)
    body = facet("-32,2 -26,-120 26,-120 32,2")
    pen.fill(body, stone, "round")
    stones(pen, body, stone, (12, 7.5), look.random("tower"), 0.5)
    pen.fill(facet("-26,-118 -36,-132 36,-132 26,-118", 1), darken(stone, 0.12), "round")
    turret(pen, Area(-33, -162, 66, 34), lighten(stone, 0.08), look.part("roof", look.colour((150, 66, 58), 1)), look)
    if look.noun == "clock tower":
        pen.fill(ellipse(0, -92, 19), darken(stone, 0.4), "round")
        pen.fill(ellipse(0, -92, 16), (250, 244, 228), "flat", line=0.5)
        pen.line(bars("0,-92 0,-104|0,-92 8,-88"), (50, 44, 48), 2)
    else:
        window(pen, Area(-7, -96, 14, 22), look, darken(stone, 0.35), arch=True)
    window(pen, Area(-7, -60, 14, 20), look, darken(stone, 0.35), arch=True)
    door = union(ellipse(0, -22, 11), box(-11, -22, 22, 24))
    pen.fill(door, look.part("door", (112, 72, 46)), "round")
    with pen.on(door):
        boards(pen, box(-11, -34, 22, 36), (112, 72, 46), 4.5, upright=True)
    foot(pen, -36, 36, (106, 152, 84), look.random("foot"))
    pen.anchor("top", 0, -250, 20)


@thing("bridge", "stone bridge", "arched bridge", "footbridge", "arch bridge", cm=600, kind="building")
def draw_bridge(pen: Pen, look: Look) -> None:
    """Three arches of stone over water; wood or red when asked."""
    stone = look.colour((186, 172, 154))
    deck = organic("-170,-46 -120,-58 -60,-74 0,-80 60,-74 120,-58 170,-46 170,6 120,6 0,6 -120,6 -170,6")
    body = deck
    for x, rx, top in ((-98, 30, 42), (0, 42, 58), (98, 30, 42)):
        body = minus(body, union(ellipse(x, 8, rx, top), box(x - rx, 8, rx * 2, 30)))
    pen.decal(ellipse(0, 4, 176, 10), (104, 166, 196), alpha=0.8)
    pen.fill(body, stone, "round")
    bricks(pen, body, stone, (15, 8), look.random("bridge"), 0.6)
    for x, rx, top in ((-98, 30, 42), (0, 42, 58), (98, 30, 42)):
        ring = minus(ellipse(x, 8, rx + 7, top + 7), union(ellipse(x, 8, rx, top), box(x - 80, 6, 160, 90)))
        pen.fill(ring, lighten(stone, 0.18), "round", line=0.7)
    rail = "-170,-48 -120,-60 -60,-76 0,-82 60,-76 120,-60 170,-48"
    pen.line(stroke(rail), darken(stone, 0.35), 8)
    pen.line(stroke(rail), lighten(stone, 0.2), 5.6)
    for i in range(5):
        x = -140 + i * 70
        y = -82 + (x / 170) ** 2 * 34
        pen.fill(box(x - 5, y - 14, 10, 20, 1), lighten(stone, 0.1), "round", line=0.8)
    for i in range(7):
        x = -150 + i * 48
        pen.line(stroke(f"{x},6 {x + 14},3 {x + 28},6"), (240, 250, 252), 1.5, alpha=0.8)
    pen.anchor("top", 0, -84, 120)


@thing("gate", "iron gate", "garden gate", "gateway", cm=260, kind="building")
def draw_gate(pen: Pen, look: Look) -> None:
    """Two wrought-iron wings between stone pillars."""
    iron = look.colour((48, 52, 58))
    for i in range(13):
        x = -66 + i * 11
        top = -96 - 26 * (1 - abs(x) / 66)
        pen.line(bars(f"{x},-4 {x},{top}"), iron, 2.6)
        pen.fill(facet(f"{x - 3},{top} {x},{top - 10} {x + 3},{top}"), iron, "flat", line=0.5)
    pen.line(bars("-72,-10 72,-10|-72,-44 72,-44"), iron, 4)
    pen.line(stroke("-72,-86 -36,-94 -2,-112"), iron, 4)
    pen.line(stroke("72,-86 36,-94 2,-112"), iron, 4)
    for x in (-36, 36):
        pen.line(ellipse(x, -66, 15), iron, 3)
        pen.line(stroke(f"{x - 10},-66 {x - 4},-76 {x + 4},-70 {x - 2},-62 {x + 4},-56 {x + 10},-66"), iron, 2.2)
    for x in (-98, 72):
        pillar = box(x, -118, 26, 119)
        pen.fill(pillar, STONE, "round")
        bricks(pen, pillar, STONE, (13, 8), look.random(str(x)))
        pen.fill(box(x - 4, -126, 34, 10, 2), lighten(STONE, 0.2), "round")
        pen.fill(ellipse(x + 13, -138, 12), lighten(STONE, 0.12), "round")
    foot(pen, -104, -68, (106, 152, 84), random.Random(2))
    foot(pen, 68, 104, (106, 152, 84), random.Random(3))


@thing("well", "wishing well", "water well", cm=260, kind="building")
def draw_well(pen: Pen, look: Look) -> None:
    """A stone ring, a winch with a bucket, a tiled roof."""
    for x in (-44, 36):
        pen.fill(box(x, -130, 9, 100, 1), TIMBER, "round")
        wires(pen, f"{x + 3},-116 {x + 3.6},-90|{x + 5.6},-88 {x + 5},-56", darken(TIMBER, 0.3), 0.8, "flat", 0.2)
    pen.fill(box(-52, -98, 104, 9, 4), lighten(TIMBER, 0.12), "round")
    pen.fill(box(-14, -102, 28, 17, 5), (196, 170, 120), "round", line=0.7)
    wires(pen, "0,-86 0,-68", (170, 140, 96), 2.4)
    for x in (-10, -4, 2, 8):
        wires(pen, f"{x},-101 {x + 3},-86", (150, 120, 78), 1.2, "flat", 0.3)
    wires(pen, "52,-94 62,-94 62,-78 72,-78", (92, 92, 98), 4)
    pen.fill(facet("-12,-68 12,-68 9,-46 -9,-46", 2), lighten(TIMBER, 0.1), "round")
    tiles(
        pen,
        facet("-72,-120 -40,-164 40,-164 72,-120", 2),
        look.part("roof", look.colour((176, 84, 60))),
        look.random("roof"),
    )
    pen.fill(ellipse(0, -50, 60, 10), (44, 40, 52), "flat")
    ring = facet("-62,-52 -58,2 58,2 62,-52 40,-44 0,-41 -40,-44", 2)
    pen.fill(ring, STONE, "round")
    stones(pen, ring, STONE, (19, 10.5), look.random("stone"), 0.85)
    foot(pen, -64, 64, (106, 152, 84), look.random("foot"))
    pen.anchor("inside", 0, -48, 60)


@thing("fountain", "water fountain", "stone fountain", cm=300, kind="building")
def draw_fountain(pen: Pen, look: Look) -> None:
    """Two bowls on a stem in a basin, water falling from each."""
    stone = look.colour((214, 208, 198))
    water: Rgb = (130, 198, 226)
    pen.fill(ellipse(0, -30, 96, 14), water, "flat", line=0.8)
    for i in range(5):
        wire(pen, ellipse(0, -30, 80 - i * 15, 11 - i * 2), (240, 250, 253), 1, "flat", 0.14)
    pen.fill(facet("-13,-28 -8,-90 -6,-150 6,-150 8,-90 13,-28", 3), stone, "round")
    for x in (-44, -30, -15, 15, 30, 44):
        wires(pen, f"{x * 0.9},-92 {x * 1.25},-80 {x * 1.4},-32", (206, 234, 246), 3.4, "flat", 0.3)
    pen.fill(organic("-54,-98 0,-94 54,-98 40,-80 12,-72 -12,-72 -40,-80"), stone, "round")
    pen.fill(ellipse(0, -98, 54, 7), water, "flat", line=0.7)
    for x in (-24, -12, 12, 24):
        wires(pen, f"{x},-148 {x * 1.4},-138 {x * 1.5},-98", (206, 234, 246), 3, "flat", 0.3)
    pen.fill(organic("-30,-152 0,-149 30,-152 22,-140 6,-134 -6,-134 -22,-140"), stone, "round")
    pen.fill(ellipse(0, -152, 30, 4.4), water, "flat", line=0.7)
    for x in (-16, -7, 0, 7, 16):
        spray = f"0,-154 {x * 0.5},{-190 + abs(x)} {x},{-170 + abs(x)} {x * 1.2},-152"
        wires(pen, spray, (206, 234, 246), 3, "flat", 0.3)
    basin = facet("-102,-30 -94,0 94,0 102,-30 60,-18 0,-15 -60,-18", 3)
    pen.fill(basin, stone, "round")
    with pen.on(basin):
        joints = "-70,-22 -66,0|-34,-18 -32,0|0,-16 0,0|34,-18 32,0|70,-22 66,0|-100,-9 -50,-6 0,-5 50,-6 100,-9"
        wires(pen, joints, darken(stone, 0.2), 0.9, "flat", 0.2)
    for at, half in ((-84, 40), (-142, 20)):
        wires(pen, f"{-half},{at} 0,{at + 5} {half},{at}", darken(stone, 0.24), 1, "flat", 0.2)
    wires(pen, "-7,-66 0,-64 7,-66|-8,-44 0,-42 8,-44|-5,-128 0,-126 5,-128", darken(stone, 0.24), 1, "flat", 0.2)
    pen.line(stroke("-102,-29 -60,-17 0,-14 60,-17 102,-29"), lighten(stone, 0.5), 4)
    pen.fill(box(-106, -4, 212, 7, 2), darken(stone, 0.08), "round")
    pen.anchor("inside", 0, -26, 120)


@thing("wall", "brick wall", "stone wall", cm=220, kind="building")
def draw_wall(pen: Pen, look: Look) -> None:
    """A free-standing wall of bricks with a coping."""
    colour = look.colour(STONE if look.has("stone") or look.noun == "stone wall" else BRICK)
    body = box(-130, -120, 260, 121)
    pen.fill(body, lighten(colour, 0.28), "flat")
    stones(pen, body, colour, (26, 11), look.random("wall"), 0.8)
    pen.fill(box(-134, -130, 268, 13, 2), lighten(colour, 0.25), "round")
    foot(pen, -130, 130, (106, 152, 84), look.random("foot"))
    pen.anchor("top", 0, -130, 230)
    pen.anchor("text", 0, -66, 200)


@thing("gravestone", "tombstone", "grave", "headstone", cm=100, kind="object")
def draw_grave(pen: Pen, look: Look) -> None:
    """A round-headed stone with cracks and moss."""
    stone = look.colour((152, 154, 158))
    head = union(ellipse(0, -88, 42), box(-42, -88, 84, 90))
    pen.fill(box(-54, -12, 108, 14, 2), darken(stone, 0.12), "round")
    pen.fill(head, stone, "round")
    pen.line(union(ellipse(0, -88, 35), box(-35, -88, 70, 72)), darken(stone, 0.3), 1.6, alpha=0.7)
    pen.line(bars("0,-118 0,-92|-10,-110 10,-110"), darken(stone, 0.45), 4)
    pen.line(bars("42,-70 26,-62 30,-50 18,-42|-42,-30 -30,-26 -24,-14"), darken(stone, 0.5), 1.4)
    with pen.on(head):
        pen.decal(organic("-44,-40 -34,-26 -20,-22 -26,-6 -44,2"), (108, 140, 84), alpha=0.7)
    foot(pen, -58, 58, (92, 138, 78), look.random("foot"))
    pen.anchor("text", 0, -62, 60)
