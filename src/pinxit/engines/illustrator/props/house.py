"""Dwellings: house, cottage, cabin, barn."""

from __future__ import annotations

import random

from pinxit.engines.illustrator.colours import darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.building import (
    BRICK,
    CREAM,
    STONE,
    TILE,
    TIMBER,
    Area,
    boards,
    bricks,
    chimney,
    foot,
    panel_door,
    tiles,
    window,
)
from pinxit.engines.illustrator.rigs.trace import bars, facet, organic, stroke
from pinxit.engines.illustrator.shapes import box, ellipse


@thing("house", "home", "villa", "family house", "building", "farmhouse", "residence", cm=800, kind="building")
def draw(pen: Pen, look: Look) -> None:
    """Two storeys under a tiled roof, a gabled porch, a chimney, shutters."""
    wall = look.colour(CREAM)
    roof = look.part("roof", look.colour(TILE, 1))
    rng = look.random("house")
    chimney(pen, Area(44, -172, 20, 50), BRICK, rng)
    body = box(-84, -100, 168, 100)
    pen.fill(body, wall, "round")
    bricks(pen, body, wall, (12, 6), rng, 0.16)
    pen.decal(box(-84, -100, 168, 9), (40, 26, 40), alpha=0.32, blur=2)
    pen.fill(box(-86, -10, 172, 11, 1), STONE, "round", line=0.7)
    bricks(pen, box(-86, -10, 172, 11), STONE, (14, 5.5), rng)
    tiles(pen, facet("-98,-96 -66,-156 66,-156 98,-96", 2), roof, rng)
    pen.fill(box(-70, -160, 140, 6, 3), lighten(roof, 0.1), "round", line=0.7)
    pen.fill(box(-99, -98, 198, 5, 2), (250, 246, 238), "round", line=0.7)
    shutter = look.part("shutter", (74, 118, 120))
    for x in (-70, 38):
        for side in (x - 10, x + 34):
            leaf = box(side, -66, 9, 38, 1)
            pen.fill(leaf, shutter, "round", line=0.6)
            boards(pen, leaf, shutter, 4)
        window(pen, Area(x, -66, 33, 38), look)
        _window_box(pen, x, rng)
    panel_door(pen, Area(-14, -56, 28, 56), look.part("door", (150, 56, 50)), (250, 246, 238))
    pen.fill(box(-24, -3, 48, 5, 1), lighten(STONE, 0.2), "round", line=0.6)
    gable = facet("-30,-80 0,-106 30,-80 26,-74 0,-96 -26,-74", 1)
    pen.fill(facet("-22,-78 0,-97 22,-78"), wall, "flat", line=0)
    pen.fill(gable, roof, "round", line=0.8)
    window(pen, Area(-13, -142, 26, 30), look, cross=(2, 2), arch=True)
    pen.anchor("text", 0, -70, 40)
    foot(pen, -84, -28, (96, 150, 70), rng)
    foot(pen, 28, 84, (96, 150, 70), rng)


def _window_box(pen: Pen, x: float, rng: random.Random) -> None:
    pen.fill(box(x - 2, -28, 37, 8, 2), TIMBER, "round", line=0.6)
    for i in range(9):
        pen.decal(ellipse(x + 1 + i * 4, -29 + rng.uniform(-1, 2), 3), (92, 146, 66))
    for i in range(7):
        pen.decal(ellipse(x + 2 + i * 5, -31 + rng.uniform(-2, 2), 2.3), ((226, 70, 90), (250, 180, 70))[i % 2])


@thing("cottage", "country house", "thatched cottage", "fairy tale house", cm=550, kind="building")
def draw_cottage(pen: Pen, look: Look) -> None:  # limit: one drawing, layer upon layer
    """Stone walls under a deep thatch, roses by the door, smoke from the chimney."""
    wall = look.colour((232, 218, 190))
    straw = look.part("roof", look.colour((190, 146, 84), 1))
    rng = look.random("cottage")
    for x, y, size in ((66.0, -168.0, 7), (72, -184, 10), (66, -202, 13)):
        pen.decal(ellipse(x, y, size * 1.3, size), (240, 240, 244), alpha=0.5, blur=3)
    chimney(pen, Area(50, -154, 22, 50), STONE, rng)
    body = box(-92, -72, 184, 72)
    pen.fill(box(-40, -100, 80, 40), darken(wall, 0.12), "flat", line=0)
    pen.fill(body, wall, "round")
    bricks(pen, body, darken(wall, 0.1), (17, 9), rng, 0.35)
    window(pen, Area(-72, -54, 34, 30), look, TIMBER)
    window(pen, Area(38, -54, 34, 30), look, TIMBER)
    pen.decal(box(-92, -74, 184, 12), (40, 26, 30), alpha=0.35, blur=3)
    panel_door(pen, Area(-14, -54, 28, 54), look.part("door", (72, 124, 110)), TIMBER)
    thatch = organic(
        "-112,-62 -104,-84 -80,-122 -62,-140 0,-144 62,-140 82,-122 106,-84 114,-62 90,-60 "
        "40,-64 24,-70 0,-74 -24,-70 -40,-64 -90,-60"
    )
    pen.fill(thatch, straw, "soft")
    with pen.on(thatch):
        for i in range(150):
            x, y = rng.uniform(-108, 108), rng.uniform(-144, -62)
            lean = x * 0.1
            pen.line(
                bars(f"{x},{y} {x + lean},{y + 12}"),
                darken(straw, 0.35) if i % 2 else lighten(straw, 0.3),
                1,
                alpha=0.6,
            )
        pen.line(stroke("-100,-86 -50,-104 0,-112 50,-104 100,-86"), darken(straw, 0.4), 2, alpha=0.6)
    pen.fill(organic("-66,-142 0,-150 66,-142 64,-132 0,-138 -64,-132"), darken(straw, 0.14), "soft")
    window(pen, Area(-11, -124, 22, 22), look, TIMBER, arch=True)
    for i in range(46):
        x, y = 22 + rng.uniform(-5, 9), -rng.uniform(0, 66)
        pen.decal(ellipse(x, y, 4), (82, 138, 66))
        if i % 3 == 0:
            pen.decal(ellipse(x, y, 2.6), (232, 86, 112))
    foot(pen, -94, -18, (96, 150, 70), rng)
    foot(pen, 24, 94, (96, 150, 70), rng)


@thing(
    "cabin",
    "log cabin",
    "wooden cabin",
    "wooden house",
    "lodge",
    "chalet",
    "shed",
    cm=500,
    kind="building",
)
def draw_cabin(pen: Pen, look: Look) -> None:
    """Logs with round ends under a shingled gable, a porch lantern."""
    wood = look.colour((156, 104, 62))
    roof = look.part("roof", look.colour((92, 80, 76), 1))
    rng = look.random("cabin")
    chimney(pen, Area(40, -150, 22, 60), STONE, rng)
    gable = facet("-78,-66 0,-146 78,-66")
    pen.fill(gable, darken(wood, 0.1), "round")
    boards(pen, gable, wood, 8, upright=True)
    for i in range(8):
        y = -i * 9 - 9
        pen.fill(box(-82, y, 164, 9.4, 4), lighten(wood, 0.05 if i % 2 else 0), "round", line=0.7)
        for side in (-84, 84):
            pen.fill(ellipse(side, y + 4.6, 5), lighten(wood, 0.35), "flat", line=0.6)
            pen.line(ellipse(side, y + 4.6, 2.4), darken(wood, 0.2), 0.8)
        pen.line(bars(f"{-60 + i * 9},{y + 4} {-30 + i * 7},{y + 4.4}"), darken(wood, 0.4), 0.8, alpha=0.5)
    window(pen, Area(-64, -54, 32, 30), look, lighten(wood, 0.4))
    window(pen, Area(34, -54, 32, 30), look, lighten(wood, 0.4))
    door = box(-15, -58, 30, 58, 1)
    pen.fill(door, look.part("door", darken(wood, 0.32)), "round")
    boards(pen, door, darken(wood, 0.3), 6, upright=True)
    pen.fill(ellipse(10, -28, 2), (226, 178, 70), "glossy", line=0.3)
    window(pen, Area(-14, -112, 28, 26), look, lighten(wood, 0.4))
    for side in (-1, 1):
        slope = facet(f"{0},{-160} {side * 104},{-60} {side * 96},{-50} {0},{-142}", 1)
        pen.fill(slope, roof, "round")
        boards(pen, slope, roof, 7)
    if look.has("snowy", "snow-covered", "snow"):
        pen.fill(
            organic("0,-170 60,-114 108,-66 104,-60 60,-100 0,-156 -60,-100 -104,-60 -108,-66 -60,-114"),
            (248, 250, 255),
            "flat",
        )
    foot(pen, -90, -20, (88, 132, 70), rng)
    foot(pen, 20, 90, (88, 132, 70), rng)


@thing("barn", "farm", cm=900, kind="building")
def draw_barn(pen: Pen, look: Look) -> None:
    """A red barn with a gambrel roof and white crossed doors."""
    wall = look.colour((176, 52, 44))
    white = (246, 242, 234)
    roof = look.part("roof", look.colour((98, 92, 94), 1))
    front = facet("-84,0 -84,-82 -62,-122 0,-152 62,-122 84,-82 84,0")
    pen.fill(front, wall, "round")
    boards(pen, front, wall, 7, upright=True)
    edge = "-96,-76 -68,-128 0,-162 68,-128 96,-76 86,-72 60,-120 0,-150 -60,-120 -86,-72"
    pen.fill(facet(edge, 2), roof, "round")
    pen.line(bars("-85,-74 -61,-119 0,-148 61,-119 85,-74"), white, 3)
    for x in (-40, 0):
        door = box(x, -66, 40, 66)
        pen.fill(door, darken(wall, 0.14), "round")
        pen.line(
            bars(f"{x + 2},-64 {x + 38},-64 {x + 38},-2 {x + 2},-2 {x + 2},-64 {x + 38},-2|{x + 38},-64 {x + 2},-2"),
            white,
            3,
        )
    loft = box(-18, -116, 36, 30)
    pen.fill(loft, (62, 34, 34), "flat")
    pen.decal(organic("-18,-86 -10,-98 4,-94 14,-99 18,-86"), (222, 184, 92))
    pen.line(bars("-18,-116 18,-116 18,-86 -18,-86 -18,-116"), white, 3)
    for x in (-70, 52):
        window(pen, Area(x, -62, 18, 24), look, white)
    foot(pen, -86, 86, (110, 152, 70), look.random("foot"))
