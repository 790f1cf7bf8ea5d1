"""Fire, snow and water on the ground: campfire, flame, snowman, wave, pond."""

from __future__ import annotations

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.trace import bars, facet, organic, points, stroke
from pinxit.engines.illustrator.shapes import ellipse, smooth, tube

_FLAME = (
    "0,-2 -34,-8 -46,-36 -34,-62 -36,-84 -20,-72 -16,-100 2,-140 10,-108 26,-92 28,-70 40,-78 48,-44 36,-10",
    "0,-2 -24,-8 -32,-32 -22,-54 -12,-50 -6,-80 4,-104 12,-76 22,-58 32,-40 26,-10",
    "0,-4 -14,-10 -18,-28 -8,-42 0,-64 8,-44 18,-28 14,-10",
)


def flames(pen: Pen, y: float, colour: Rgb) -> None:
    """Three tongues one inside the other, sparks above, a halo."""
    pen.glow(ellipse(0, y - 56, 92), (255, 150, 50), alpha=0.34, blur=26)
    with pen.at(0, y):
        for text, tone in zip(_FLAME, (colour, (255, 178, 50), (255, 244, 186)), strict=True):
            shape = organic(text)
            pen.fill(shape, tone, "flat", line=0.7 if tone == colour else 0)
            pen.glow(shape, tone)  # over itself: a flame stays bright at night
        for text in _FLAME[1:]:
            pen.line(organic(text), darken(colour, 0.28), 1.4, alpha=0.65)
        for x, dy, r in ((-24, -116, 2.4), (22, -124, 2), (-8, -150, 1.8), (34, -98, 1.6), (14, -160, 1.4)):
            pen.glow(ellipse(x, dy, r), (255, 214, 110))


@thing("campfire", "bonfire", "fireplace fire", "camp fire", cm=90, kind="object")
def draw(pen: Pen, look: Look) -> None:
    """Flames over crossed logs in a ring of stones."""
    wood: Rgb = (120, 80, 54)
    pen.glow(ellipse(0, 2, 120, 14), (255, 170, 80), alpha=0.6, blur=8)
    for x, r in ((-62, 13), (-34, 11), (34, 11), (62, 13)):
        pen.fill(ellipse(x, -16, r, r * 0.8), (128, 124, 128), "round")
    flames(pen, -14, look.colour((244, 96, 36)))
    for text in ("-56,-2 -8,-22 40,-34", "56,-2 8,-22 -40,-34", "-18,2 0,-16 10,-30"):
        line = points(text)
        pen.fill(tube(line, 14), wood, "round")
        pen.line(stroke(text), darken(wood, 0.4), 1.6, alpha=0.7)
        pen.fill(ellipse(*line[0], 6.4), (226, 186, 130), "flat", line=0.6)
        pen.line(ellipse(*line[0], 3.2), (168, 126, 84), 1)
        pen.glow(ellipse(*line[-1], 8), (255, 130, 50), alpha=0.6, blur=4)
    for x, r in ((-86, 14), (-50, 15), (-14, 14), (20, 15), (54, 14), (86, 13)):
        pen.fill(ellipse(x, -2, r, r * 0.74), (146, 142, 146) if int(x) % 4 else (130, 126, 132), "round")


@thing("fire", "flame", "flames", "blaze", cm=60, kind="object")
def draw_fire(pen: Pen, look: Look) -> None:
    """A flame of three tongues."""
    flames(pen, 0, look.colour((240, 84, 34)))


@thing("snowman", "snow man", cm=160, kind="object")
def draw_snowman(pen: Pen, look: Look) -> None:  # limit: one drawing, layer upon layer
    """Three balls, coal, carrot, twig arms, a scarf and a hat."""
    snow = look.colour((246, 250, 254))
    scarf = look.part("scarf", (210, 52, 56))
    worn = {w.noun: w for w in look.worn}
    for side in (-1, 1):
        pen.line(stroke(" ".join(f"{side * x},{y}" for x, y in points("36,-92 62,-104 88,-124"))), (98, 68, 50), 4)
        pen.line(
            bars(
                " ".join(f"{side * x},{y}" for x, y in points("70,-110 90,-108"))
                + "|"
                + " ".join(f"{side * x},{y}" for x, y in points("72,-112 76,-130"))
            ),
            (98, 68, 50),
            3,
        )
    pen.anchor("hand", 88, -124, 18)
    for y, r in ((-44.0, 52), (-106, 38)):
        pen.fill(ellipse(0, y, r, r * 0.94), snow, "round")
        pen.decal(ellipse(r * 0.2, y + r * 0.4, r * 0.7, r * 0.4), (150, 180, 222), alpha=0.22, blur=8)
    for y in (-118, -102, -64, -44):
        pen.fill(ellipse(0, y, 4), (46, 44, 50), "glossy", line=0.4)
    pen.anchor("body", 0, -96, 70)
    pen.fill(ellipse(0, -156, 29, 27), snow, "round")
    for x in (-10.0, 10):
        pen.fill(ellipse(x, -162, 3.6, 4.2), (40, 38, 44), "glossy", line=0.3)
        pen.decal(ellipse(x - 1.2, -163.6, 1.1), (255, 255, 255))
        pen.decal(ellipse(x * 1.7, -152, 4.4, 3), (244, 150, 150), alpha=0.5, blur=1)
    pen.fill(facet("-3,-157 26,-151 -3,-149", 2), (240, 130, 44), "round", line=0.6)
    for x, y in points("-13,-145 -7,-141 0,-139.6 7,-141 13,-145"):
        pen.decal(ellipse(x, y, 1.7), (40, 38, 44))
    pen.anchor("eyes", 0, -162, 34)
    pen.anchor("mouth", 0, -141, 20)
    pen.anchor("neck", 0, -132, 46)
    if "scarf" not in worn:
        pen.fill(organic("10,-130 24,-128 26,-96 22,-88 10,-90 14,-108"), darken(scarf, 0.12), "soft")
        pen.fill(organic("-29,-140 0,-133 29,-140 30,-130 0,-121 -30,-130"), scarf, "soft")
    pen.anchor("head", 0, -174, 48)
    if not any("hat" in noun or noun in {"cap", "beanie", "crown"} for noun in worn):
        hat: Rgb = look.part("hat", (46, 46, 56))
        pen.fill(facet("-19,-178 -21,-212 21,-212 19,-178", 3), hat, "round")
        pen.fill(facet("-19.4,-186 -20,-192 20,-192 19.4,-186"), scarf, "flat", line=0.5)
        pen.fill(organic("-36,-178 0,-182 36,-178 32,-173 0,-171 -32,-173"), hat, "round")


@thing("wave", "ocean wave", "sea wave", "great wave", "tsunami", cm=300, kind="sky")
def draw_wave(pen: Pen, look: Look) -> None:
    """A curling breaker with foam fingers and striped flanks."""
    sea = look.colour((36, 98, 158))
    body = organic(
        "-160,4 -130,-22 -100,-60 -60,-110 0,-142 54,-138 88,-106 92,-72 76,-52 80,-78 64,-100 "
        "36,-100 14,-74 14,-42 40,-20 100,-12 160,4 0,12"
    )
    pen.fill(body, sea, "round")
    with pen.on(body):
        for i in range(6):
            shift = i * 15
            pen.line(
                stroke(
                    f"{-128 + shift},6 {-92 + shift},{-48 + i * 2} "
                    f"{-52 + shift * 0.8},{-96 + i * 5} {6 + shift * 0.3},{-126 + i * 6} "
                    f"{50},{-124 + i * 5}"
                ),
                lighten(sea, 0.25 + 0.1 * (i % 2)),
                5,
                alpha=0.65,
            )
        pen.decal(organic("14,-74 14,-42 40,-20 100,-12 60,0 0,-4 -6,-40"), darken(sea, 0.35), alpha=0.4, blur=5)
    foam: Rgb = (248, 252, 254)
    crest = (
        "-84,-94 -60,-122 0,-154 58,-150 98,-114 104,-76 96,-60 94,-74 86,-58 84,-78 74,-66 74,-88 "
        "62,-84 60,-102 44,-98 36,-110 20,-104 8,-122 -10,-116 -28,-122 -44,-106 -62,-108"
    )
    pen.fill(organic(crest), foam, "soft")
    for x, y, r in (
        (108, -50, 4),
        (92, -42, 3),
        (80, -38, 2.4),
        (116, -66, 2.6),
        (66, -66, 2.4),
        (100, -30, 2),
        (112, -96, 2),
    ):
        pen.fill(ellipse(x, y, r), foam, "soft", line=0.4)
    pen.fill(organic("-150,4 -110,-8 -70,2 -20,-8 40,0 90,-10 150,2 90,12 0,14 -90,12"), foam, "soft", line=0.7)


@thing("pond", "lake", "pool of water", "oasis", cm=100, kind="object")
def draw_pond(pen: Pen, look: Look) -> None:
    """Water in a stony bank with reeds and lily pads."""
    tone = look.colour((84, 156, 190))
    bank = organic("-150,-8 -110,-32 -30,-40 50,-42 120,-30 154,-6 120,20 30,28 -60,28 -130,16")
    pen.fill(bank, (126, 166, 90), "soft")
    pool = organic("-132,-8 -96,-26 -26,-32 46,-34 104,-24 134,-4 104,12 26,18 -54,18 -114,10")
    pen.fill(pool, Gradient((0, -34), (0, 20), ((0, lighten(tone, 0.4)), (1, darken(tone, 0.15)))), "flat", line=0.8)
    with pen.on(pool):
        for x, y, r in ((-40.0, -10.0, 40), (-40, -10, 26), (60, 0, 30)):
            pen.line(ellipse(x, y, r, r * 0.26), (255, 255, 255), 1.3, alpha=0.6)
    for x, y in points("20,-14 46,-6 -78,2 80,-14"):
        pen.fill(ellipse(x, y, 14, 4.6), (86, 150, 86), "soft", line=0.7)
    pen.fill(smooth(points("20,-16 10,-24 16,-28 20,-36 24,-28 30,-24")), (246, 170, 196), "soft", line=0.7)
    for i in range(9):
        x = -124 + i * 5
        top = -86 + (i * 23 % 40)
        pen.line(stroke(f"{x},-12 {x - 2},{top / 2 - 12} {x + i - 4},{top}"), (92, 134, 70), 3)
        if i % 3 == 0:
            pen.fill(ellipse(x + i - 4, top - 4, 3.4, 10), (122, 80, 50), "soft", line=0.6)
    for x, r in ((-146, 12), (128, 14), (148, 10), (-20, 9), (0, 11)):
        pen.fill(ellipse(x, 12 if abs(x) > 50 else 22, r, r * 0.66), (150, 146, 146), "round")
    pen.anchor("inside", 0, -6, 160)
