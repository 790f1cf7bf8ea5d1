"""Old things of the house: grandfather clock, cuckoo clock, oil lamp, coat rack, door mat."""

import math

import skia

from pinxit.engines.illustrator.colours import WHITE, Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.cuts import bar, cut, disc, mould, rod, score
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import facet, organic, points
from pinxit.engines.illustrator.rigs.wire import wires
from pinxit.engines.illustrator.shapes import box, ellipse, tube

_BRASS: Rgb = (226, 182, 84)
_CREAM: Rgb = (252, 246, 230)
_INK: Rgb = (54, 44, 42)


def _dial(pen: Pen, x: float, y: float, radius: float) -> None:
    """A clock's face with strokes for hours, at ten past ten."""
    disc(pen, f"{x} {y} {radius * 1.14}", _BRASS, "metal", 0.9)
    disc(pen, f"{x} {y} {radius}", _CREAM, "flat", 0.6)
    for i in range(12):
        a = math.tau * i / 12
        u, v = math.sin(a), -math.cos(a)
        inner = 0.74 if i % 3 else 0.66
        text = f"{x + u * radius * inner},{y + v * radius * inner} {x + u * radius * 0.9},{y + v * radius * 0.9}"
        score(pen, text, _INK, radius * (0.07 if i % 3 else 0.11))
    for turn, long, wide in ((-52.0, 0.52, 0.12), (60.0, 0.74, 0.08)):
        a = math.radians(turn)
        tip = f"{x + math.sin(a) * radius * long},{y - math.cos(a) * radius * long}"
        score(pen, f"{x},{y} {tip}", _INK, radius * wide)
    disc(pen, f"{x} {y} {radius * 0.1}", _BRASS, "metal", 0.3)


@thing("grandfather clock", "longcase clock", "pendulum clock", "grandfather's clock", cm=200, kind="furniture")
def draw_grandfather(pen: Pen, look: Look) -> None:
    what = finish(look, (172, 108, 66), "soft", "wood")
    coat(pen, box(-44, -14, 88, 14, 3), what.tone(-0.15))
    coat(pen, box(-38, -62, 76, 50, 2), what, upright=True)
    coat(pen, box(-26, -54, 52, 34, 2), what.tone(0.12), line=0.7)
    coat(pen, box(-42, -68, 84, 8, 2), what.tone(0.1))
    coat(pen, box(-32, -158, 64, 92, 2), what, upright=True)
    pen.fill(facet("-22,-74 -22,-146 -12,-152 12,-152 22,-146 22,-74"), (74, 50, 44), "flat", line=0.8)
    for x, low in ((-12, -112), (12, -100)):
        score(pen, f"{x},-150 {x},{low}", _BRASS, 1.8)
        bar(pen, f"{x - 4} {low} 8 20 3", _BRASS, "metal", 0.6)
    wires(pen, "0,-152 5,-96", _BRASS, 3, "metal", 0.5)
    disc(pen, "6 -90 10", _BRASS, "metal", 0.8)
    coat(pen, box(-43, -166, 86, 9, 2), what.tone(0.1))
    coat(pen, box(-39, -232, 78, 68, 3), what, upright=True)
    _dial(pen, 0, -198, 27)
    coat(pen, box(-44, -238, 88, 8, 2), what.tone(0.1))
    coat(pen, organic("-44,-238 -36,-256 -16,-254 0,-270 16,-254 36,-256 44,-238 0,-236", 0.4), what.tone(-0.05))
    disc(pen, "0 -250 6", _BRASS, "metal", 0.7)
    for x in (-40, 0, 40):
        disc(pen, f"{x} {-276 if x == 0 else -258} 5 7", _BRASS, "metal", 0.8)


@thing("cuckoo clock", "black forest clock", cm=45)
def draw_cuckoo(pen: Pen, look: Look) -> None:
    what = finish(look, (148, 92, 54), "soft", "wood")
    green: Rgb = (92, 136, 74)
    for x, low in ((-24, -22), (24, -6)):
        wires(pen, f"{x},-70 {x},{low - 26}", _BRASS, 2.6, "metal", 0.5)
        mould(pen, f"{x},{low - 30} {x + 8},{low - 20} {x + 9},{low - 6} {x},{low} {x - 9},{low - 6} {x - 8},{low - 20}", (128, 88, 56), "soft", 0.8)  # fmt: skip
    wires(pen, "0,-70 6,-34", what.tone(-0.2).rgb, 3.4, "soft", 0.5)
    mould(pen, "7,-38 18,-28 14,-14 4,-12 -4,-22 -2,-34", green, "soft", 0.8)
    coat(pen, facet("-52,-72 52,-72 52,-150 0,-196 -52,-150", 2), what, upright=True)
    coat(pen, box(-60, -78, 120, 11, 3), what.tone(0.12))
    for s in (-1, 1):
        coat(pen, facet(f"0,-212 {s * 78},-146 {s * 68},-136 0,-194"), what.tone(-0.2))
        for x, y in ((20, -188), (42, -170), (62, -152)):
            leaf = f"{s * x},{y - 6} {s * (x + 14)},{y - 10} {s * (x + 22)},{y + 4} {s * (x + 8)},{y + 8}"
            mould(pen, leaf, green, "soft", 0.7)
            score(pen, f"{s * x},{y} {s * (x + 18)},{y}", darken(green, 0.35), 1.4)
    pen.fill(facet("-15,-146 -15,-164 0,-175 15,-164 15,-146"), (64, 40, 34), "flat", line=0.8)
    mould(pen, "-10,-146 -8,-160 0,-168 9,-164 10,-154 8,-146", (250, 206, 72), "soft", 0.8)
    cut(pen, "8,-163 19,-158 8,-155", (238, 118, 48), "flat", 1, 0.6)
    disc(pen, "3 -161 1.8", _INK, "flat", 0)
    bar(pen, "-20 -147 40 5 2", what.tone(0.2).rgb, "soft", 0.7)
    _dial(pen, 0, -110, 27)
    disc(pen, "0 -214 7", (206, 62, 54), "soft", 0.8)


@thing("oil lamp", "kerosene lamp", "hurricane lamp", "paraffin lamp", cm=38, attach="hand", fit=44)
def draw_oil_lamp(pen: Pen, look: Look) -> None:
    rgb = look.colour((196, 142, 62))
    wires(
        pen,
        "-40,-50 -58,-96 -62,-142 -34,-196 0,-206 34,-196 62,-142 58,-96 40,-50",
        (120, 112, 104),
        4.4,
        "metal",
        0.7,
    )
    mould(pen, "-52,-4 -44,-20 -20,-28 20,-28 44,-20 52,-4 40,2 -40,2", rgb, "metal")
    mould(pen, "-40,-24 -48,-44 -34,-60 0,-64 34,-60 48,-44 40,-24 0,-20", rgb, "metal")
    disc(pen, "34 -54 8 6", lighten(rgb, 0.2), "metal", 0.7)
    bar(pen, "-20 -76 40 14 4", darken(rgb, 0.2), "metal", 0.9)
    rod(pen, "18,-70 32,-70", 4, darken(rgb, 0.3), "metal", 0.7)
    pen.glow(ellipse(0, -112, 46, 52), (255, 196, 96), alpha=0.4, blur=16)
    glass = organic("-17,-76 -40,-104 -36,-132 -22,-156 -19,-168 19,-168 22,-156 36,-132 40,-104 17,-76 0,-74", 0.4)
    pen.fill(glass, (255, 240, 206), "glass")
    tongue = organic("0,-138 8,-116 13,-98 7,-82 0,-80 -7,-82 -13,-98 -8,-116")
    pen.fill(tongue, (255, 160, 44), "flat", line=0.7)
    pen.glow(tongue, (255, 168, 48))
    pen.glow(organic("0,-118 5,-102 6,-92 0,-82 -6,-92 -5,-102"), (255, 236, 160))
    pen.line(organic("0,-118 5,-102 6,-92 0,-82 -6,-92 -5,-102"), (206, 92, 24), 1, alpha=0.7)
    with pen.on(glass):
        score(pen, "-28,-100 -27,-126 -17,-150", WHITE, 5, 0.85)
    cut(pen, "-22,-170 22,-170 16,-186 -16,-186", rgb, "metal", 3)
    mould(pen, "-12,-186 12,-186 8,-198 -8,-198", darken(rgb, 0.15), "metal", 0.8)
    pen.line(ellipse(0, -212, 8), (120, 112, 104), 3.6)


@thing("coat rack", "coat stand", "hat stand", "coat tree", "hat rack", cm=175, kind="furniture")
def draw_coat_rack(pen: Pen, look: Look) -> None:
    what = finish(look, (134, 82, 50), "soft", "wood")
    for text in ("0,-34 -26,-14 -48,0", "0,-34 26,-14 48,0", "0,-34 6,-12 8,4"):
        coat(pen, _limb(text, 8), what.tone(-0.1))
    coat(pen, _limb("0,-26 0,-226", 9), what, upright=True)
    for s in (-1, 1):
        for y, reach in ((-206, 40), (-150, 30)):
            coat(pen, _limb(f"0,{y + 16} {s * reach * 0.6},{y + 12} {s * reach},{y - 10}", 6), what.tone(0.04))
            disc(pen, f"{s * reach} {y - 12} 5.4", what.tone(0.15).rgb, "glossy", 0.8)
    disc(pen, "0 -232 8 9", what.tone(0.12).rgb, "glossy", 0.9)
    coat_rgb = look.part("coat", (62, 104, 138))
    body = mould(pen, "30,-212 44,-210 56,-196 66,-140 70,-84 44,-78 20,-86 22,-140 20,-190", coat_rgb, "soft")
    with pen.on(body):
        score(
            pen,
            "40,-206 44,-150 44,-80|30,-190 32,-130 28,-86|56,-180 60,-130 60,-86",
            darken(coat_rgb, 0.4),
            2.4,
            0.75,
        )
        for y in (-160, -136, -112):
            disc(pen, f"49 {y} 2.8", _BRASS, "flat", 0.4)
    mould(pen, "26,-204 36,-216 48,-214 54,-202 44,-192 32,-194", darken(coat_rgb, 0.12), "soft", 0.8)
    hat = look.part("hat", (120, 84, 62))
    mould(pen, "-76,-210 -54,-214 -30,-212 -8,-214 -10,-204 -42,-198 -74,-202", hat, "soft", 0.9)
    mould(pen, "-62,-211 -58,-236 -44,-240 -38,-234 -28,-239 -20,-232 -20,-211 -42,-206", hat, "soft", 0.9)
    score(pen, "-62,-213 -42,-208 -20,-213", darken(hat, 0.5), 5)
    mould(pen, "-26,-168 -18,-166 -16,-110 -20,-84 -36,-84 -32,-120", (206, 72, 62), "soft", 0.9)
    score(pen, "-35,-98 -18,-98|-34,-106 -17,-106", _CREAM, 3)
    pen.anchor("hook", -30, -160, 40)


def _limb(text: str, width: float) -> skia.Path:
    return tube(points(text), width)


@thing("door mat", "doormat", "welcome mat", cm=20)
def draw_door_mat(pen: Pen, look: Look) -> None:
    rgb = look.colour((182, 128, 76))
    fringe = "|".join(f"{x},-4 {x + (1 if x % 2 else -1)},7" for x in range(-124, 125, 9))
    wires(pen, fringe, darken(rgb, 0.1), 3.4, "soft", 0.4)
    cut(pen, "-98,-74 98,-74 130,0 -130,0", darken(rgb, 0.3), "soft", 4)
    mat = cut(pen, "-98,-78 98,-78 130,-5 -130,-5", rgb, "soft", 4)
    with pen.on(mat):
        rng = look.random("coir")
        for _ in range(170):
            x, y = rng.uniform(-126, 126), rng.uniform(-78, -5)
            tone = lighten(rgb, 0.3) if rng.random() < 0.5 else darken(rgb, 0.3)
            score(pen, f"{x},{y} {x + rng.uniform(-2, 2)},{y - 4}", tone, 1.1, 0.7)
    pen.line(facet("-88,-70 88,-70 114,-13 -114,-13", 4), look.part("border", look.colour((74, 58, 52), 1)), 4.4)
    if not look.text:
        dark = look.colour((74, 58, 52), 1)
        mould(
            pen,
            "0,-26 -22,-42 -24,-56 -11,-60 0,-52 11,-60 24,-56 22,-42",
            look.part("heart", (196, 62, 54)),
            "flat",
            0.5,
        )
        for s in (-1, 1):
            score(pen, f"{s * 38},-42 {s * 60},-52 {s * 84},-40|{s * 38},-42 {s * 60},-32 {s * 84},-40", dark, 3.4)
    pen.anchor("text", 0, -40, 150)
