"""Small rides: unicycle, tricycle, stroller, carriage, rickshaw, drone, raft, buoy, container ship, gondola."""

import math

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.cuts import bar, cut, disc, mould, rod, score, tint
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import facet, organic
from pinxit.engines.illustrator.rigs.vehicle import cart_wheel, pane, wire_wheel
from pinxit.engines.illustrator.rigs.wire import wires
from pinxit.engines.illustrator.shapes import box, ellipse, tube

DARK: Rgb = (52, 54, 62)
STEEL: Rgb = (200, 206, 214)


@thing("unicycle", "monocycle", cm=120, kind="vehicle")
def draw_unicycle(pen: Pen, look: Look) -> None:
    rgb = look.colour((208, 54, 54))
    wire_wheel(pen, 0, -54, 54)
    score(pen, "-12,-54 -12,-112 0,-124|12,-54 12,-112 0,-124", darken(rgb, 0.35), 9)
    score(pen, "-12,-54 -12,-112 0,-124|12,-54 12,-112 0,-124", rgb, 6.4)
    rod(pen, "0,-118 0,-160", 7, STEEL, "metal")
    mould(pen, "-36,-172 -20,-164 0,-162 24,-168 40,-178 38,-166 14,-154 -20,-154 -38,-160", DARK, "soft")
    pen.anchor("seat", 0, -168, 40)
    rod(pen, "-12,-54 -26,-32", 5, STEEL, "metal", 0.8)
    rod(pen, "12,-54 26,-76", 5, STEEL, "metal", 0.8)
    bar(pen, "-42 -34 26 7 2", DARK, "round", 0.8)
    bar(pen, "18 -80 26 7 2", DARK, "round", 0.8)


@thing("tricycle", "trike", "three-wheeler", "kids tricycle", cm=65, kind="vehicle", faces=1)
def draw_tricycle(pen: Pen, look: Look) -> None:
    rgb = look.colour((214, 52, 54))
    wire_wheel(pen, -64, -26, 26, crossed=9)
    score(pen, "-70,-40 -20,-70 46,-104", darken(rgb, 0.4), 13)
    score(pen, "-70,-40 -20,-70 46,-104", rgb, 10)
    score(pen, "62,-46 46,-104 38,-136", darken(rgb, 0.4), 10)
    score(pen, "62,-46 46,-104 38,-136", rgb, 7)
    rod(pen, "38,-134 16,-142 8,-134", 7, STEEL, "metal", 0.9)
    rod(pen, "14,-140 4,-130", 11, (60, 130, 190), "soft", 0.9)
    for k, tone in enumerate(((250, 200, 70), (60, 130, 190), (246, 246, 240))):
        score(pen, f"4,-130 {-6 + k * 4},-116 {-12 + k * 7},-104", tone, 2.4)
    mould(pen, "-56,-84 -40,-78 -10,-80 4,-90 2,-76 -20,-66 -50,-70", DARK, "soft")
    pen.anchor("seat", -28, -82, 40)
    wire_wheel(pen, 62, -46, 46, crossed=12)
    rod(pen, "62,-46 76,-26", 5, STEEL, "metal", 0.8)
    bar(pen, "62 -28 26 7 2", DARK, "round", 0.8)
    wire_wheel(pen, -84, -28, 28, crossed=9)
    disc(pen, "-84 -28 6", rgb, "glossy", 0.7)


@thing("stroller", "pram", "baby carriage", "baby stroller", "buggy", "pushchair", cm=105, kind="vehicle", faces=1)
def draw_stroller(pen: Pen, look: Look) -> None:
    rgb = look.colour((104, 156, 186))
    wires(pen, "-40,-26 50,-74|52,-26 -44,-80|-66,-94 -104,-146 -122,-148", STEEL, 5.4, "metal", 0.8)
    rod(pen, "-102,-146 -124,-148", 10, DARK, "soft", 0.9)
    cut(pen, "-72,-108 88,-108 72,-72 40,-56 -34,-56 -62,-74", rgb, "soft", 16)
    score(pen, "-62,-84 78,-84", lighten(rgb, 0.5), 3, 0.7)
    mould(pen, "-60,-104 -40,-118 0,-112 40,-112 84,-106 60,-98 -40,-98", (250, 246, 238), "soft", 0.8)
    pen.anchor("inside", 0, -108, 100)
    hood = organic("88,-106 92,-140 70,-170 30,-180 4,-168 2,-112 40,-104", 0.35)
    pen.fill(hood, darken(rgb, 0.06), "soft")
    with pen.on(hood):
        score(pen, "10,-108 30,-150 26,-184|20,-106 56,-146 66,-176|30,-104 72,-132 96,-144", darken(rgb, 0.35), 2, 0.7)
        pen.decal(ellipse(40, -166, 30, 9, 10), (255, 255, 255), alpha=0.35, blur=5)
    wire_wheel(pen, -46, -27, 27, crossed=9)
    wire_wheel(pen, 56, -27, 27, crossed=9)


@thing(
    "horse carriage",
    "carriage",
    "royal carriage",
    "stagecoach",
    "horse-drawn carriage",
    "cinderella carriage",
    cm=220,
    kind="vehicle",
    faces=1,
)
def draw_carriage(pen: Pen, look: Look) -> None:
    rgb = look.colour((136, 40, 58))
    gold: Rgb = (226, 178, 74)
    wires(pen, "-86,-44 -60,-62 40,-62 86,-40 130,-44", gold, 7, "metal", 0.9)
    cut(pen, "62,-66 104,-66 110,-104 98,-106 92,-82 62,-80", rgb, "soft", 6)
    pen.anchor("seat", 80, -84, 36)
    body = mould(pen, "-72,-140 -40,-146 0,-148 40,-146 70,-140 66,-96 50,-66 0,-60 -52,-66 -68,-96", rgb, "glossy")
    pen.line(organic("-66,-136 0,-143 64,-136 60,-96 46,-70 0,-65 -47,-70 -62,-96"), gold, 2.6)
    cut(pen, "-80,-142 -60,-158 0,-168 60,-158 80,-142", darken(rgb, 0.2), "glossy", 6)
    disc(pen, "0 -174 8 7", gold, "metal", 0.8)
    for x in (-70, 70):
        disc(pen, f"{x} -152 5.5", gold, "metal", 0.7)
    for text in ("-56,-106 -56,-134 -28,-136 -28,-106", "28,-106 28,-136 56,-134 56,-106"):
        pane(pen, facet(text, 4), look)
        pen.line(facet(text, 4), gold, 2.4)
    bar(pen, "-22 -138 44 70 4", lighten(rgb, 0.1), "glossy", 0.8)
    pane(pen, facet("-16,-108 -16,-132 16,-132 16,-108", 3), look)
    pen.anchor("inside", 0, -106, 40)
    pen.line(facet("-17,-100 17,-100 17,-74 -17,-74", 3), gold, 2.4)
    disc(pen, "16 -94 3", gold, "metal", 0.4)
    tint(pen, body, "-60,-90 60,-90 46,-66 -46,-66", darken(rgb, 0.5), 0.35, 4)
    cart_wheel(pen, -80, -46, 46, gold, 12)
    cart_wheel(pen, 86, -34, 34, gold, 10)


@thing("drone", "quadcopter", "quadrocopter", "camera drone", "delivery drone", cm=35, flies=True)
def draw_drone(pen: Pen, look: Look) -> None:
    rgb = look.colour((236, 238, 240))
    for side in (-1, 1):
        rod(pen, f"{side * 24},-70 {side * 84},-84", 11, darken(rgb, 0.15), "glossy", end=8)
        rod(pen, f"{side * 24},-58 {side * 108},-52", 12, rgb, "glossy", end=9)
        for x, y in ((84, -84), (108, -52)):
            bar(pen, f"{side * x - 7} {y - 16} 14 22 4", DARK, "round", 0.9)
            disc(pen, f"{side * x} {y - 18} 40 6", (170, 180, 190), "glass", 0.5)
            score(pen, f"{side * x - 38},{y - 16} {side * x},{y - 19} {side * x + 38},{y - 21}", DARK, 3)
        rod(pen, f"{side * 26},-48 {side * 44},-22 {side * 44},-2", 5, darken(rgb, 0.2), "round", 0.9)
        disc(pen, f"{side * 108} -42 4", (226, 60, 50) if side < 0 else (70, 200, 110), "glossy", 0.4)
    body = mould(pen, "-48,-64 -34,-80 0,-88 34,-80 48,-64 36,-46 0,-40 -36,-46", rgb, "glossy")
    tint(pen, body, "-30,-72 0,-82 24,-76 -4,-68", (255, 255, 255), 0.8, 2)
    bar(pen, "-16 -46 32 26 8", DARK, "round")
    disc(pen, "0 -32 10", (40, 60, 90), "glossy", 0.6)
    disc(pen, "-3 -35 3", (210, 230, 246), "flat", 0)
    pen.anchor("hook", 0, -16, 40)


@thing("raft", "inflatable raft", "life raft", "inflatable boat", "log raft", cm=120, kind="vehicle")
def draw_raft(pen: Pen, look: Look) -> None:
    if look.noun in {"raft", "log raft"}:
        what = finish(look, (164, 112, 66), "soft", "wood")
        wires(pen, "0,-40 0,-180", darken(what.rgb, 0.3), 7, "soft", 0.9)
        canvas = cut(pen, "6,-174 40,-160 66,-132 78,-96 80,-78 6,-72", (246, 238, 218), "soft", 5)
        with pen.on(canvas):
            score(pen, "0,-150 60,-146|0,-124 76,-116|0,-98 84,-92", darken((246, 238, 218), 0.3), 1.6, 0.8)
        wires(pen, "4,-72 84,-78", darken(what.rgb, 0.3), 4.6, "soft", 0.8)
        for i in range(7):
            x = -96 + i * 32
            coat(
                pen,
                facet(f"{x * 0.86 - 14},-44 {x * 0.86 + 14},-44 {x + 16},-10 {x - 16},-10", 4),
                what.tone(0.06 * (i % 2)),
                upright=True,
            )
            disc(pen, f"{x} -11 15.5 12", lighten(what.rgb, 0.3), "soft", 0.9)
            pen.line(ellipse(x, -11, 8, 6), darken(what.rgb, 0.3), 1.4)
        for y, half in ((-38, 98), (-22, 106)):
            score(pen, f"{-half},{y} {half},{y}", (222, 196, 140), 5)
        pen.anchor("inside", -30, -40, 90)
        pen.anchor("seat", -30, -36, 60)
        return
    rgb = look.colour((240, 128, 44))
    mould(pen, "-112,-40 -90,-62 0,-70 90,-62 112,-40 90,-26 0,-22 -90,-26", rgb, "glossy")
    disc(pen, "0 -46 84 15", darken(rgb, 0.5), "flat", 0.6)
    pen.anchor("inside", 0, -46, 130)
    pen.anchor("seat", 0, -44, 60)
    front = mould(pen, "-118,-40 -100,-32 0,-22 100,-32 118,-40 114,-16 86,0 0,6 -86,0 -114,-16", rgb, "glossy")
    tint(pen, front, "-90,-24 0,-16 90,-24 70,-12 -70,-12", (255, 255, 255), 0.5, 3)
    score(pen, "-100,-8 -80,-16 -60,-6 -40,-14 -20,-4 0,-12 20,-4 40,-14 60,-6 80,-16 100,-8", (250, 246, 238), 2.4)


@thing("buoy", "life buoy", "lifebuoy", "life ring", "life preserver", "lifesaver", cm=70)
def draw_buoy(pen: Pen, look: Look) -> None:
    rgb = look.colour((222, 62, 44))
    if look.noun == "buoy":
        for side in (-1, 1):
            score(pen, f"{side * 34},-54 {side * 12},-140", DARK, 6)
        bar(pen, "-18 -164 36 26 6", (252, 220, 110), "glow" if look.night else "glossy")
        body = mould(pen, "-62,-40 -40,-62 0,-66 40,-62 62,-40 54,-8 0,2 -54,-8", rgb, "glossy")
        with pen.on(body):
            pen.decal(box(-80, -42, 160, 14), (250, 248, 242))
        score(pen, "-24,-90 24,-90|-18,-116 18,-116", DARK, 4)
        return
    for k, tone in enumerate((rgb, (250, 248, 242))):
        for i in range(4):
            a = i * 90 + k * 45 - 22
            pen.fill(
                tube([(0 + 62 * c, -88 + 62 * s) for c, s in _turns(a, a + 45)], 48, closed_ends=False),
                tone,
                "round",
                line=0.6,
            )
    pen.line(ellipse(0, -88, 88), (240, 226, 190), 3)
    for i in range(4):
        with pen.at(0, -88, turn=i * 90 + 45):
            bar(pen, "-6 -92 12 12 3", (240, 226, 190), "soft", 0.6)
    pen.decal(ellipse(-34, -136, 22, 7, -36), (255, 255, 255), alpha=0.7, blur=3)


def _turns(start: float, end: float) -> list[tuple[float, float]]:
    steps = [math.radians(start + (end - start) * i / 6) for i in range(7)]
    return [(math.cos(a), math.sin(a)) for a in steps]


@thing("container ship", "freighter", "oil tanker", cm=2500, kind="vehicle", faces=1)
def draw_container_ship(pen: Pen, look: Look) -> None:
    rgb = look.colour((44, 72, 112))
    tones: tuple[Rgb, ...] = (
        (206, 66, 54),
        (240, 178, 62),
        (64, 132, 160),
        (92, 146, 92),
        (214, 120, 60),
        (220, 222, 222),
    )
    bar(pen, "-120 -128 44 74 3", (248, 246, 240), "round")
    bar(pen, "-126 -134 56 12 3", (240, 238, 232), "round", 0.9)
    for y in (-128, -112, -98, -84):
        for x in (-114, -104, -94, -84):
            pen.decal(box(x, y + 4, 6, 6, 1), (255, 222, 140) if look.night else (80, 120, 150))
    bar(pen, "-108 -158 16 26 2", (206, 66, 54), "round", 0.9)
    rng = look.random("load")
    for i in range(9):
        for k in range(rng.choice((3, 4, 5)) if i < 8 else 2):
            x, y = -68 + i * 20, -54 - k * 13
            crate = bar(pen, f"{x} {y - 13} 19.4 12.6 1", rng.choice(tones), "round", 0.7)
            with pen.on(crate):
                score(
                    pen,
                    f"{x + 5},{y - 12} {x + 5},{y}|{x + 10},{y - 12} {x + 10},{y}|{x + 15},{y - 12} {x + 15},{y}",
                    (40, 40, 46),
                    0.8,
                    0.4,
                )
    hull = cut(pen, "-140,-56 116,-56 124,-66 152,-68 132,-14 120,0 -124,0 -136,-14", rgb, "round", 5)
    with pen.on(hull):
        pen.decal(box(-160, -16, 330, 20), (178, 54, 48))
        pen.decal(box(-160, -18, 330, 3), (250, 248, 242))
    disc(pen, "124 -44 4", DARK, "flat", 0.4)
    pen.anchor("text", -10, -36, 150)
    pen.anchor("top", 0, -56, 150)
