"""Buildings of other kinds: windmill, pagoda, torii, pyramid, igloo, tent."""

from __future__ import annotations

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.building import STONE, TIMBER, Area, boards, bricks, foot, panel_door, window
from pinxit.engines.illustrator.rigs.masonry import stones
from pinxit.engines.illustrator.rigs.trace import bars, facet, organic, stroke
from pinxit.engines.illustrator.rigs.wire import struts, wires
from pinxit.engines.illustrator.shapes import box, ellipse, minus


@thing("windmill", "dutch windmill", "mill", cm=1500, kind="building")
def draw(pen: Pen, look: Look) -> None:
    """A tapered tower with a cap, a gallery and four latticed sails."""
    wall = look.colour((236, 226, 208))
    roof = look.part("roof", look.colour((132, 82, 56), 1))
    tower = facet("-44,2 -28,-128 28,-128 44,2")
    pen.fill(tower, wall, "round")
    bricks(pen, tower, wall, (12, 6.5), look.random("mill"), 0.25)
    pen.fill(box(-54, -46, 108, 6, 1), TIMBER, "round")
    pen.line(bars("-52,-46 -52,-60|-30,-46 -30,-60|30,-46 30,-60|52,-46 52,-60|-54,-60 54,-60"), TIMBER, 2.4)
    window(pen, Area(-8, -88, 16, 20), look)
    panel_door(pen, Area(-12, -38, 24, 40), look.part("door", (74, 118, 112)), (250, 246, 238))
    cap = organic("-36,-124 -34,-142 -18,-160 0,-165 18,-160 34,-142 36,-124 0,-121")
    pen.fill(cap, roof, "soft")
    with pen.on(cap):
        for y in (-154, -146, -138, -130):
            pen.line(stroke(f"-36,{y + 3} 0,{y} 36,{y + 3}"), darken(roof, 0.35), 1.2, alpha=0.7)
    for turn in (20, 110, 200, 290):
        with pen.at(0, -138, turn=turn):
            pen.fill(box(4, -92, 19, 74, 1), (250, 244, 230), "soft", line=0.7, alpha=0.94)
            rungs = "|".join(f"0,{y} 23,{y}" for y in range(-92, -14, 9))
            pen.line(bars(f"{rungs}|12,-92 12,-18|23,-92 23,-18"), (128, 90, 60), 1.3)
            pen.fill(box(-2, -98, 4.4, 98, 1), (110, 74, 50), "round", line=0.6)
    pen.fill(ellipse(0, -138, 8), (90, 62, 46), "round")
    foot(pen, -48, 48, (106, 152, 84), look.random("foot"))


@thing("pagoda", "temple", "japanese temple", "shrine", "buddhist temple", "asian temple", cm=2500, kind="building")
def draw_pagoda(pen: Pen, look: Look) -> None:  # limit: one drawing, layer upon layer
    """Five storeys with upturned eaves."""
    wall = look.colour((186, 52, 44))
    roof = look.part("roof", look.colour((62, 76, 84), 1))
    gold: Rgb = (226, 178, 76)
    pen.fill(box(-72, -10, 144, 12, 2), STONE, "round")
    pen.fill(box(-84, -2, 168, 5, 1), lighten(STONE, 0.15), "round")
    struts(pen, "0,-206 0,-250", gold, 3.2, "metal", 0.6)
    for up in range(-246, -210, 7):
        pen.fill(ellipse(0, up, 6 - (up + 246) * -0.05, 2), gold, "metal", line=0.5)
    y = -10.0
    for i in range(5):
        wide, tall = 92 - i * 13, 26 - i
        body = box(-wide / 2, y - tall, wide, tall)
        pen.fill(body, (246, 236, 214), "round")
        for k in range(5):
            pen.fill(box(-wide / 2 + k * (wide - 5) / 4, y - tall, 5, tall), wall, "round", line=0.5)
        for k in (0, 1, 2, 3):
            window(
                pen,
                Area(-wide / 2 + 7 + k * (wide - 5) / 4, y - tall + 5, (wide - 5) / 4 - 9, tall - 10),
                look,
                darken(wall, 0.2),
                (3, 1),
            )
        pen.line(
            bars(f"{-wide / 2 - 6},{y} {wide / 2 + 6},{y}|{-wide / 2 - 6},{y - 6} {wide / 2 + 6},{y - 6}"),
            darken(wall, 0.1),
            2,
        )
        top, eave = y - tall - 15, y - tall + 2
        span = wide / 2 + 28 - i * 2
        eaves = organic(
            f"{-span},{eave - 7} {-span * 0.6},{eave - 3} {-wide * 0.34},{top + 2} "
            f"{-wide * 0.3},{top} 0,{top} {wide * 0.3},{top} {wide * 0.34},{top + 2} "
            f"{span * 0.6},{eave - 3} {span},{eave - 7} {span * 0.8},{eave + 3} "
            f"0,{eave + 2} {-span * 0.8},{eave + 3}"
        )
        pen.fill(eaves, roof, "round")
        with pen.on(eaves):
            for k in range(-12, 13):
                pen.line(
                    bars(f"{k * wide * 0.026},{top} {k * span / 12},{eave + 2}"), lighten(roof, 0.25), 1, alpha=0.5
                )
        pen.line(
            stroke(
                f"{-span},{eave - 6} {-span * 0.7},{eave + 2} 0,{eave + 2} {span * 0.7},{eave + 2} {span},{eave - 6}"
            ),
            gold,
            1.8,
        )
        y = top + 3
    pen.anchor("inside", 0, -14, 30)


@thing("torii gate", "torii", "japanese gate", "shinto gate", cm=600, kind="building")
def draw_torii(pen: Pen, look: Look) -> None:
    """Two leaning pillars, a tie beam, a curved lintel with a black top."""
    red = look.colour((214, 66, 42))
    dark: Rgb = (52, 46, 50)
    pen.fill(box(-88, -122, 176, 13, 1), red, "round")
    pen.fill(box(-11, -146, 22, 34, 1), (46, 42, 48), "round")
    pen.line(box(-9, -143, 18, 28, 1), (226, 182, 88), 1.6)
    pen.anchor("text", 0, -129, 16)
    for side in (-1, 1):
        pillar = facet(" ".join(f"{side * x},{y}" for x, y in ((72, 2), (56, 2), (50, -146), (64, -146))))
        pen.fill(pillar, red, "round")
        pen.fill(facet(" ".join(f"{side * x},{y}" for x, y in ((75, 2), (53, 2), (53, -16), (74, -16)))), dark, "round")
        pen.fill(box(side * 64 - 15, 0, 30, 5, 1), STONE, "round", line=0.8)
        pen.fill(
            facet(" ".join(f"{side * x},{y}" for x, y in ((44, -124), (36, -122), (36, -109), (44, -107)))),
            darken(red, 0.2),
            "round",
            line=0.7,
        )
    pen.fill(
        facet("-106,-164 -60,-156 0,-154 60,-156 106,-164 102,-148 60,-142 0,-140 -60,-142 -102,-148", 1), red, "round"
    )
    pen.fill(
        facet("-120,-182 -70,-171 0,-168 70,-171 120,-182 114,-163 60,-156 0,-153 -60,-156 -114,-163", 2), dark, "round"
    )
    pen.line(stroke("-116,-178 -70,-168 0,-165 70,-168 116,-178"), lighten(dark, 0.35), 1.6, alpha=0.7)


@thing("pyramid", "egyptian pyramid", "pyramids", cm=14000, kind="building")
def draw_pyramid(pen: Pen, look: Look) -> None:
    """A great one and a smaller one of worn blocks."""
    sand = look.colour((226, 188, 122))
    for x, size in ((92, 0.5), (0, 1.0)):
        with pen.at(x, 0, size):
            face = facet("-130,0 0,-148 44,0")
            pen.fill(facet("0,-148 130,0 44,0"), darken(sand, 0.44), "flat")
            pen.fill(face, sand, "flat")
            stones(pen, face, sand, (20, 10), look.random("p"), 0.42)
            shady = facet("0,-148 130,0 44,0")
            stones(pen, shady, darken(sand, 0.44), (17, 10), look.random("q"), 0.5)
            with pen.on(face):
                for i in range(1, 14):
                    wires(pen, f"-140,{-i * 10.6} 60,{-i * 10.6}", darken(sand, 0.22), 0.7, "flat", 0.12)
            pen.line(bars("0,-148 44,0"), darken(sand, 0.6), 1.6)
    pen.fill(organic("-160,2 -100,-8 -40,-2 30,-7 90,-2 160,3 0,7"), lighten(sand, 0.25), "soft", line=0.6)


@thing("igloo", "snow house", cm=200, kind="building")
def draw_igloo(pen: Pen, look: Look) -> None:
    """A dome of snow blocks with an entrance."""
    snow = look.colour((236, 244, 252))
    dome = minus(ellipse(-10, 0, 110, 112), box(-140, 0, 280, 130))
    pen.fill(dome, snow, "round")
    with pen.on(dome):
        for i in range(1, 6):
            y = -i * 21
            wires(pen, f"-130,{y + 3} -10,{y - 5} 110,{y + 3}", (150, 182, 214), 1.8, "flat", 0.3)
            for k in range(7):
                x = -116 + k * 34 + (i % 2) * 17
                wires(pen, f"{x},{y + 21} {x + (x + 10) * -0.08},{y}", (150, 182, 214), 1.8, "flat", 0.3)
    porch = minus(ellipse(58, 0, 48, 64), box(0, 0, 140, 80))
    pen.fill(porch, lighten(snow, 0.3), "round")
    for turn in range(-150, 0, 30):
        with pen.at(58, 0, turn=turn):
            wires(pen, "32,0 49,0", (150, 182, 214), 1.8, "flat", 0.3)
    mouth = minus(ellipse(58, 0, 31, 44), box(0, 0, 140, 60))
    pen.fill(mouth, (60, 84, 124), "flat")
    if look.night:
        pen.glow(mouth, (255, 196, 110))
    pen.anchor("inside", 58, -4, 40)
    pen.fill(organic("-136,2 -100,-8 0,-3 60,-7 130,1 0,7"), (250, 252, 255), "soft", line=0.6)


@thing("tent", "camping tent", "marquee", "circus tent", cm=180, kind="building")
def draw_tent(pen: Pen, look: Look) -> None:
    """A ridge tent with an open flap, guy ropes and pegs; lit from inside at night."""
    cloth = look.colour((232, 136, 58))
    second = look.colour(darken(cloth, 0.05), 1)
    pen.line(bars("-4,-128 -134,0|60,-116 142,-2|-66,-60 -124,0"), (190, 170, 140), 1.6)
    for x in (-134, 142, -124):
        pen.line(bars(f"{x - 3},-6 {x + 2},3"), (110, 106, 106), 3)
    pen.fill(facet("-4,-130 64,-118 122,0 92,0", 2), darken(second, 0.24), "soft")
    front = facet("-4,-130 -100,0 92,0", 2)
    pen.fill(front, cloth, "soft")
    pen.line(bars("-4,-130 -52,0|-4,-130 56,0"), darken(cloth, 0.3), 1.4, alpha=0.7)
    mouth = facet("-4,-104 -36,0 30,0")
    pen.fill(mouth, (72, 48, 52), "flat", line=0.6)
    if look.night:
        pen.glow(mouth, Gradient((-4, -20), (-4, -110), ((0, (255, 236, 160)), (1, (250, 160, 70))), radial=True))
        pen.glow(ellipse(-4, -44, 80), (255, 190, 90), alpha=0.5, blur=22)
    pen.anchor("inside", -4, -4, 40)
    for side in (-1, 1):
        flap = organic(
            " ".join(
                f"{-4 + side * x},{y}"
                for x, y in ((0, -106), (14, -70), (22, -40), (34, -4), (50, 0), (40, -40), (24, -76))
            )
        )
        pen.fill(flap, lighten(cloth, 0.2), "soft", line=0.8)
        pen.line(bars(f"{-4 + side * 28},-46 {-4 + side * 36},-50"), (120, 70, 40), 2.4)
    pen.line(bars("-4,-138 -4,-128"), TIMBER, 4)
    foot(pen, -98, -40, (98, 146, 80), look.random("l"))
    foot(pen, 40, 118, (98, 146, 80), look.random("r"))


@thing("fence", "picket fence", "wooden fence", "garden fence", cm=100, kind="building")
def draw_fence(pen: Pen, look: Look) -> None:
    """Pickets on two rails."""
    paint = look.colour((250, 248, 242))
    for y in (-72, -30):
        pen.fill(box(-140, y, 280, 9, 1), darken(paint, 0.1), "round")
    for i in range(12):
        x = -138 + i * 23.4
        picket = facet(f"{x},2 {x},-88 {x + 8},-100 {x + 16},-88 {x + 16},2", 1)
        pen.fill(picket, paint, "round")
        boards(pen, picket, darken(paint, 0.06), 6, upright=True)
        for y in (-68, -26):
            pen.decal(ellipse(x + 8, y, 1.4), (110, 106, 106))
    foot(pen, -140, 142, (106, 156, 84), look.random("foot"))
    pen.anchor("top", 0, -98, 240)
