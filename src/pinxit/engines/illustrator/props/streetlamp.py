"""Street furniture that stands on a pole: lamp, traffic light, signs, mailbox, flag, bench."""

from __future__ import annotations

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.props import led_billboard
from pinxit.engines.illustrator.rigs.building import boards
from pinxit.engines.illustrator.rigs.trace import bars, facet, organic, stroke
from pinxit.engines.illustrator.shapes import box, ellipse, lathe, polygon, rounded, star

IRON: Rgb = (52, 56, 62)


@thing(
    "streetlamp",
    "street lamp",
    "lamppost",
    "lamp post",
    "streetlight",
    "street light",
    "lantern post",
    "gas lamp",
    cm=380,
    kind="object",
)
def draw(pen: Pen, look: Look) -> None:  # limit: one drawing, layer upon layer
    """A cast-iron post with a four-sided lantern; lit at night, with a cone of light."""
    iron = look.colour(IRON)
    lit = look.night or look.has("lit", "glowing", "flickering", "shining", "bright")
    if lit:
        cone = Gradient((0, -192), (0, 0), ((0, (255, 226, 150)), (1, (255, 206, 120))), alphas=(0.6, 0.0))
        pen.glow(polygon([(-10, -190), (10, -190), (84, 4), (-84, 4)]), cone, blur=6)
        pen.glow(ellipse(0, 0, 76, 9), (255, 214, 130), alpha=0.5, blur=6)
    profile = [
        (4, -176),
        (3.4, -140),
        (4.4, -70),
        (4.8, -52),
        (8, -48),
        (6, -44),
        (7, -26),
        (12, -20),
        (10, -14),
        (13, -6),
        (17, -3),
        (17, 1),
    ]
    pen.fill(lathe(profile), iron, "round")
    for y, half in ((-132, 7), (-70, 7), (-47, 9), (-19, 13)):
        pen.fill(box(-half, y, half * 2, 4, 2), lighten(iron, 0.1), "round", line=0.5)
    pen.fill(box(-22, -150, 44, 3.4, 1.7), iron, "round", line=0.6)
    for side in (-1, 1):
        pen.fill(ellipse(side * 22, -148.4, 3), iron, "round", line=0.5)
        pen.line(stroke(f"{side * 4},-176 {side * 15},-178 {side * 16},-170 {side * 9},-168"), iron, 2.4)
    pen.line(bars("-1.4,-136 -1.8,-54"), lighten(iron, 0.45), 1.1, alpha=0.7)
    pen.fill(facet("-12,-176 12,-176 9,-182 -9,-182"), iron, "round", line=0.7)
    glass = facet("-11,-182 11,-182 19,-216 -19,-216")
    pen.fill(glass, (255, 238, 184) if lit else (206, 222, 226), "flat", line=0.8)
    if lit:
        pen.glow(glass, Gradient((0, -198), (18, -198), ((0, (255, 252, 226)), (1, (255, 208, 106))), radial=True))
        pen.glow(ellipse(0, -198, 58), (255, 210, 120), alpha=0.75, blur=20)
    else:
        pen.decal(facet("-14,-214 -6,-214 -4,-184 -9,-184"), (255, 255, 255), alpha=0.6)
        pen.fill(ellipse(0, -196, 3.4, 5), (248, 240, 214), "glossy", line=0.4)
    pen.line(bars("-11,-182 -19,-216|11,-182 19,-216|0,-182 0,-216"), iron, 2)
    pen.fill(facet("-24,-215 24,-215 14,-226 6,-232 -6,-232 -14,-226", 2), iron, "round")
    pen.fill(ellipse(0, -235, 4), iron, "round", line=0.6)
    pen.line(bars("0,-238 0,-246"), iron, 2)
    pen.anchor("hook", 22, -146, 30)


@thing("traffic light", "stoplight", "traffic lights", "traffic signal", cm=350, kind="object")
def draw_traffic(pen: Pen, look: Look) -> None:
    """Three lamps on a pole; the one that was named is lit, else green."""
    shell = look.part("housing", (58, 62, 66))
    pen.fill(box(-5, -96, 10, 97, 2), (112, 118, 124), "metal")
    pen.fill(box(-14, -6, 28, 7, 2), (84, 88, 94), "round")
    pen.fill(box(-25, -204, 50, 116, 9), shell, "round")
    pen.line(box(-22, -201, 44, 110, 7), lighten(shell, 0.25), 1.4, alpha=0.6)
    asked = look.colour((60, 210, 100))
    lamps: tuple[Rgb, ...] = ((226, 48, 44), (250, 186, 40), (56, 200, 96))
    on = max(range(3), key=lambda i: -sum(abs(a - b) for a, b in zip(lamps[i], asked, strict=True)))
    for i, tone in enumerate(lamps):
        y = -184 + i * 38
        pen.fill(ellipse(0, y, 15), darken(shell, 0.5), "flat", line=0.5)
        if i == on:
            pen.fill(ellipse(0, y, 12.5), tone, "glossy", line=0.4)
            pen.glow(ellipse(0, y, 11), lighten(tone, 0.35), alpha=0.7, blur=3)
            pen.glow(ellipse(0, y, 26), tone, alpha=0.6, blur=10)
        else:
            pen.fill(ellipse(0, y, 12.5), darken(tone, 0.5), "glossy", line=0.4)
        pen.fill(
            facet(f"-17,{y - 4} -15,{y - 16} 0,{y - 21} 15,{y - 16} 17,{y - 4} 13,{y - 12} 0,{y - 16} -13,{y - 12}", 3),
            darken(shell, 0.25),
            "round",
            line=0.5,
        )


@thing("bench", "park bench", "wooden bench", "garden bench", cm=85, kind="furniture")
def draw_bench(pen: Pen, look: Look) -> None:
    """Slats on curled iron legs."""
    wood = look.colour((164, 106, 60))
    iron = (58, 60, 66)
    with pen.at(0, -22):
        for x in (-84, 84):
            pen.line(stroke(f"{x},-96 {x},-52 {x},-4"), iron, 5)
        for i in range(4):
            pen.fill(box(-98, -102 + i * 13, 196, 10, 3), lighten(wood, 0.05 * (i % 2)), "round")
            _grain(pen, -96, -97 + i * 13, wood)
        for i in range(3):
            pen.fill(box(-102 - i * 3, -47 + i * 7, 204 + i * 6, 6.4, 2.4), lighten(wood, 0.1 - 0.04 * i), "round")
        pen.anchor("seat", 0, -46, 180)
        pen.anchor("top", 0, -46, 180)
        for x in (-88, 88):
            way = 1 if x < 0 else -1
            pen.fill(box(x - 5, -30, 10, 52, 2), iron, "round", line=0.7)
            pen.line(stroke(f"{x},-24 {x + way * 18},-10 {x + way * 16},6 {x + way * 6},2"), iron, 3)
            pen.line(stroke(f"{x - way * 14},21 {x},16 {x + way * 12},21"), iron, 5)
            pen.line(stroke(f"{x},-44 {x - way * 10},-60 {x - way * 6},-70 {x + way * 8},-68"), iron, 5)


def _grain(pen: Pen, x: float, y: float, wood: Rgb) -> None:
    for start, long in ((10, 40), (70, 30), (120, 56)):
        pen.line(bars(f"{x + start},{y} {x + start + long},{y + 0.6}"), darken(wood, 0.3), 0.9, alpha=0.6)
    for end in (6, 186):
        pen.decal(ellipse(x + end, y, 1.3), (70, 62, 60))


@thing("mailbox", "letterbox", "post box", "letter box", "postbox", cm=120, kind="object")
def draw_mailbox(pen: Pen, look: Look) -> None:
    """A round-topped box on a post, its flag up, a letter in the slot."""
    paint = look.colour((196, 48, 48))
    pen.fill(box(-7, -64, 14, 65, 1), (146, 100, 64), "round")
    boards(pen, box(-7, -64, 14, 65), (146, 100, 64), 4.6, upright=True)
    pen.fill(facet("-36,-62 -36,-104 -28,-120 -8,-128 22,-128 40,-116 46,-100 46,-62", 5), paint, "round")
    front = facet("-46,-62 -46,-102 -38,-120 -22,-128 -6,-120 2,-102 2,-62", 7)
    pen.fill(front, lighten(paint, 0.1), "round")
    pen.fill(box(-36, -104, 28, 5, 2), darken(paint, 0.6), "flat", line=0.5)
    pen.fill(facet("-32,-118 -14,-120 -12,-102 -32,-102"), (252, 248, 238), "flat", line=0.5)
    pen.fill(ellipse(-22, -82, 3.4), (226, 188, 90), "glossy", line=0.4)
    pen.fill(box(22, -130, 4, 36, 1), (240, 200, 70), "flat", line=0.5)
    pen.fill(box(22, -138, 20, 13, 2), (240, 200, 70), "round", line=0.6)
    pen.anchor("text", 22, -80, 34)


@thing(
    "signpost",
    "sign",
    "wooden sign",
    "sign board",
    "signboard",
    "road sign",
    "street sign",
    "metal sign",
    "notice board",
    "direction sign",
    cm=180,
    kind="object",
)
def draw_sign(pen: Pen, look: Look) -> None:
    """A board on a post: wood, or metal for a road sign."""
    metal = look.noun in {"road sign", "street sign", "metal sign"} or look.has("metal", "metallic")
    if metal:
        paint = look.colour((38, 112, 84))
        pen.fill(box(-5, -160, 10, 161, 2), (150, 156, 162), "metal")
        pen.fill(box(-88, -164, 176, 74, 8), paint, "round")
        pen.line(box(-83, -159, 166, 64, 6), (246, 248, 248), 2.6)
        for x in (-76.0, 76):
            pen.fill(ellipse(x, -127, 2.6), (206, 210, 216), "metal", line=0.4)
        pen.anchor("text", 0, -127, 140)
        return
    wood = look.colour((178, 126, 76))
    pen.fill(facet("-8,2 -8,-170 0,-176 8,-170 8,2", 1), darken(wood, 0.22), "round")
    boards(pen, box(-8, -170, 16, 170), darken(wood, 0.22), 5, upright=True)
    board = facet("-92,-160 88,-164 92,-126 90,-94 -90,-90 -94,-124", 3)
    pen.fill(board, wood, "round")
    with pen.on(board):
        pen.line(bars("-96,-126 96,-128"), darken(wood, 0.5), 2, alpha=0.8)
        for i, y in enumerate((-152.0, -143, -136, -118, -110, -101)):
            x = -84 + i * 9
            pen.line(stroke(f"{x},{y} {x + 40},{y - 3} {x + 90 + i * 6},{y + 1}"), darken(wood, 0.3), 1.1, alpha=0.45)
        pen.line(ellipse(66, -108, 6, 3), darken(wood, 0.35), 1.1, alpha=0.6)
    for x in (-82, 80):
        for y in (-150, -102):
            pen.fill(ellipse(x, y, 2.4), (96, 90, 90), "round", line=0.4)
    rng = look.random("tuft")
    for i in range(12):
        x = -18 + i * 3.2
        pen.fill(
            facet(f"{x},2 {x + rng.uniform(-4, 4)},{-rng.uniform(8, 16)} {x + 3},2"), (96, 150, 76), "flat", line=0.3
        )
    pen.anchor("text", 0, -127, 150)


@thing("stop sign", cm=220, kind="object")
def draw_stop(pen: Pen, look: Look) -> None:
    """A red octagon with a white rim on a steel post."""
    red = look.colour((200, 32, 40))
    pen.fill(box(-4, -130, 8, 131, 1), (150, 156, 162), "metal")
    for radius, tone in ((52, (248, 248, 248)), (47, red)):
        pen.fill(rounded(star(0, -150, radius, radius, 4, 22.5), 3), tone, "round", line=1 if radius == 52 else 0)
    pen.decal(facet("-44,-168 -18,-194 0,-194 -44,-148"), (255, 255, 255), alpha=0.16)
    for y in (-190, -110):
        pen.fill(ellipse(0, y, 2.4), (206, 210, 216), "metal", line=0.4)
    pen.anchor("text", 0, -150, 76)


@thing("billboard", "advertising board", "hoarding", cm=700, kind="object")
def draw_billboard(pen: Pen, look: Look) -> None:
    """A framed panel on two posts, with lamps above; one of diodes where it is called so."""
    if look.has("led", "digital", "electronic"):
        led_billboard.draw(pen, look)
        return
    paper = look.colour((250, 246, 236))
    for x in (-70, 70):
        pen.fill(box(x - 5, -70, 10, 71), (104, 108, 116), "metal")
    pen.fill(box(-118, -76, 236, 7, 2), (84, 88, 96), "round", line=0.7)
    pen.fill(box(-120, -166, 240, 92, 4), (74, 78, 86), "round")
    pen.fill(box(-113, -159, 226, 78, 1), paper, "flat", line=0.5)
    for x in (-76, 0, 76):
        pen.line(stroke(f"{x},-166 {x},-180 {x + 8},-182"), (74, 78, 86), 2.6)
        pen.fill(facet(f"{x + 2},-186 {x + 16},-186 {x + 20},-176 {x},-176", 2), (74, 78, 86), "round", line=0.6)
        if look.night:
            pen.glow(
                facet(f"{x + 2},-176 {x + 18},-176 {x + 44},-96 {x - 26},-96"), (255, 238, 190), alpha=0.35, blur=6
            )
    pen.anchor("text", 0, -120, 196)


@thing("neon sign", "neon light", "neon lights", "neon", cm=60, kind="object")
def draw_neon(pen: Pen, look: Look) -> None:
    """A dark board with glowing tubes around the lettering."""
    tube = look.colour((255, 64, 150))
    other = look.colour((64, 220, 255), 1)
    pen.fill(box(-120, -110, 240, 108, 14), (34, 30, 46), "round")
    pen.line(box(-117, -107, 234, 102, 12), (70, 64, 92), 1.6)
    for x in (-90, 90):
        pen.line(bars(f"{x},-110 {x},-128"), (90, 90, 100), 2)
    pen.fill(box(-99, -89, 198, 66, 10), (24, 20, 36), "flat", line=0)
    for shape, tone, wide in ((box(-108, -98, 216, 84, 16), tube, 4.6), (box(-99, -89, 198, 66, 10), other, 2.6)):
        pen.line(shape, tone, wide * 3.4, alpha=0.35, glow=True, blur=6)
        pen.line(shape, tone, wide, glow=True)
        pen.line(shape, lighten(tone, 0.75), wide * 0.42, glow=True)
    pen.anchor("text", 0, -56, 176)


@thing("flag", "pennant", cm=250, kind="object")
def draw_flag(pen: Pen, look: Look) -> None:
    """Cloth that waves from a pole, in one to three bands."""
    tones = look.colours or ((206, 44, 50),)
    cloth = organic(
        "-56,-186 -54,-187 -20,-196 24,-182 64,-188 86,-194 87,-190 84,-150 86,-112 85,-108 "
        "60,-104 24,-98 -20,-112 -54,-103 -56,-104 -56,-140"
    )
    pen.fill(cloth, tones[0], "soft")
    with pen.on(cloth):
        for i, tone in enumerate(tones[1:3], 1):
            y = -194 + 88 * i / len(tones[:3])
            pen.decal(organic(f"-70,{y} -20,{y - 8} 24,{y + 6} 64,{y} 100,{y - 6} 100,-70 -70,-70"), tone)
        for x in (-30, 44):
            pen.decal(ellipse(x, -146, 13, 62), (20, 10, 30), alpha=0.26, blur=8)
            pen.decal(ellipse(x + 30, -146, 12, 62), (255, 255, 255), alpha=0.24, blur=8)
    pen.fill(box(-62, -200, 6, 201, 3), (206, 210, 216), "metal")
    pen.fill(ellipse(-59, -204, 6), (236, 190, 74), "glossy")
    pen.anchor("text", 14, -146, 100)
