"""To move with: crutches, roller skates, a robot arm. And a banjo."""

import math

from pinxit.engines.illustrator.colours import WHITE, Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.cuts import bar, cut, disc, mould, rod, score
from pinxit.engines.illustrator.rigs.material import Finish, coat, finish
from pinxit.engines.illustrator.rigs.trace import facet
from pinxit.engines.illustrator.rigs.wire import wires
from pinxit.engines.illustrator.shapes import capsule, ellipse

_STEEL: Rgb = (196, 204, 214)
_DARK: Rgb = (66, 68, 80)
_GOLD: Rgb = (226, 182, 84)


@thing("crutch", "crutches", cm=125, attach="hand", fit=26)
def draw_crutch(pen: Pen, look: Look) -> None:
    rgb = look.colour((204, 152, 92))
    for x, turn in ((-26.0, -9.0), (30.0, 8.0)) if look.noun == "crutches" else ((0.0, 7.0),):
        with pen.at(x, 118, turn=turn):  # the grip is at the origin
            rod(pen, "0,-6 0,-84", 8, rgb, "soft")
            wires(pen, "-3,-70 -12,-100 -16,-176|3,-70 12,-100 16,-176", rgb, 7, "soft", 0.9)
            rod(pen, "-14,-118 14,-118", 10, _DARK, "soft", 0.9)
            for y in (-78, -92):
                disc(pen, f"0 {y} 3", _STEEL, "metal", 0.6)
            mould(pen, "-26,-178 -20,-190 0,-184 20,-190 26,-178 20,-170 0,-168 -20,-170", _DARK, "soft")
            cut(pen, "-6,-14 6,-14 8,2 -8,2", _DARK, "soft", 2)


@thing("roller skates", "roller skate", "quad skates", cm=30, kind="clothes", faces=1)
def draw_roller_skates(pen: Pen, look: Look) -> None:
    rgb = look.colour((238, 108, 140))
    second = look.colour((250, 208, 84), 1)
    for x, y, tone in ((34.0, -12.0, darken(rgb, 0.14)), (-20.0, 0.0, rgb)):
        with pen.at(x, y):
            for wx in (-56, -26, 42, 72):
                disc(pen, f"{wx} -15 17", second, "glossy")
                disc(pen, f"{wx} -15 8", WHITE, "glossy", 0.6)
                disc(pen, f"{wx} -15 3", _DARK, "flat", 0)
            cut(pen, "-70,-40 84,-40 78,-28 -62,-28", _STEEL, "metal", 3, 0.9)
            mould(pen, "82,-40 104,-42 108,-26 94,-18 84,-28", (206, 62, 54), "soft", 0.9)
            text = "-72,-140 -24,-142 -16,-112 2,-90 40,-80 78,-72 96,-54 92,-40 -74,-40 -78,-60 -68,-100"
            boot = mould(pen, text, tone, "glossy")
            with pen.on(boot):
                cut(pen, "-90,-52 110,-52 110,-36 -90,-36", WHITE, "flat", 0, 0)
                cut(pen, "-90,-150 0,-150 0,-130 -90,-130", WHITE, "flat", 0, 0)
                score(pen, "-76,-96 -40,-92 -46,-54|44,-80 50,-64 94,-60", darken(tone, 0.3), 2.4, 0.8)
            mould(pen, "-26,-146 -10,-148 0,-118 12,-96 0,-92 -18,-108", lighten(tone, 0.5), "soft", 0.7)
            for lx, ly in ((-28, -128), (-22, -114), (-12, -101), (2, -91), (18, -85)):
                score(pen, f"{lx},{ly} {lx + 18},{ly - 8}", WHITE, 4.4)
                disc(pen, f"{lx} {ly} 2.8", _GOLD, "flat", 0.4)
            mould(pen, "-66,-74 -58,-86 -48,-78 -40,-84 -36,-70 -52,-58", second, "flat", 0.5)


@thing("robot arm", "robotic arm", "industrial robot", "mechanical arm", cm=160)
def draw_robot_arm(pen: Pen, look: Look) -> None:
    rgb = look.colour((244, 140, 46))
    cut(pen, "-70,-16 40,-16 52,0 -82,0", _DARK, "metal", 3)
    cut(pen, "-52,-44 22,-44 34,-14 -64,-14", lighten(_DARK, 0.2), "metal", 4)
    for x in (-64, 34):
        disc(pen, f"{x} -7 3.4", _STEEL, "metal", 0.5)
    wires(pen, "-42,-44 -66,-90 -50,-130 -26,-160|-20,-182 20,-206 64,-186 84,-150", _DARK, 6, "soft", 0.7)
    lower = pen.fill(capsule(-15, -58, -34, -160, 42, 32), rgb, "glossy")
    with pen.on(lower):
        score(pen, "-8,-76 -24,-142", darken(rgb, 0.3), 4, 0.7)
        for i in range(4):
            cut(
                pen, f"{-60 + i * 14},-96 {-52 + i * 14},-96 {-60 + i * 14},-82 {-68 + i * 14},-82", _DARK, "flat", 0, 0
            )
    upper = pen.fill(capsule(-34, -166, 66, -150, 34, 24), lighten(rgb, 0.06), "glossy")
    with pen.on(upper):
        score(pen, "-16,-172 54,-160", lighten(rgb, 0.6), 4, 0.7)
    pen.fill(capsule(70, -148, 78, -104, 22, 18), darken(rgb, 0.06), "glossy")
    for x, y, r in ((-15, -56, 25), (-34, -164, 22), (70, -150, 16)):
        disc(pen, f"{x} {y} {r}", _DARK, "metal")
        disc(pen, f"{x} {y} {r * 0.6}", _STEEL, "metal", 0.7)
        for k in range(6):
            a = math.tau * k / 6
            disc(pen, f"{x + r * 0.8 * math.cos(a)} {y + r * 0.8 * math.sin(a)} 1.8", _STEEL, "flat", 0)
    bar(pen, "62 -104 34 14 4", _DARK, "metal")
    for s in (-1, 1):
        cut(pen, f"{79 + s * 8},-92 {79 + s * 24},-86 {79 + s * 24},-62 {79 + s * 10},-46 {79 + s * 12},-70 {79 + s * 5},-84", _STEEL, "metal", 3)  # fmt: skip
        disc(pen, f"{79 + s * 15} -84 3.6", _DARK, "flat", 0.4)
    pen.anchor("hand", 79, -56, 30)


@thing("banjo", "ukulele banjo", cm=95, attach="hand", fit=36)
def draw_banjo(pen: Pen, look: Look) -> None:
    what = finish(look, (168, 100, 54), "glossy", "wood")
    with pen.at(-22, -56, turn=26):
        coat(pen, facet("-8,-58 8,-58 6,-170 -6,-170", 1), what.tone(-0.1), upright=True)
        cut(pen, "-7,-56 7,-56 5.5,-168 -5.5,-168", (70, 50, 46), "glossy", 0, 0.6)
        for y in range(-160, -62, 12):
            score(pen, f"-6,{y} 6,{y}", (226, 218, 200), 1.4)
        cut(pen, "-6,-168 -14,-182 -12,-208 0,-214 12,-208 14,-182 6,-168", what.tone(-0.2).rgb, "glossy", 4)
        for s in (-1, 1):
            for y in (-200, -186):
                rod(pen, f"{s * 12},{y} {s * 21},{y}", 5, (250, 244, 230), "glossy", 0.7)
        rod(pen, "-8,-118 -17,-120", 5, (250, 244, 230), "glossy", 0.7)
        coat(pen, ellipse(0, 0, 63), Finish(what.rgb, "glossy"))
        disc(pen, "0 0 56", _STEEL, "metal", 0.8)
        disc(pen, "0 0 49", (252, 246, 232), "soft", 0.7)
        for k in range(18):
            a = math.tau * k / 18
            with pen.at(57 * math.cos(a), 57 * math.sin(a), turn=math.degrees(a)):
                bar(pen, "-7 -2.4 14 4.8 2", lighten(_STEEL, 0.3), "metal", 0.5)
        bar(pen, "-18 20 36 6 2", (176, 120, 70), "soft", 0.7)
        cut(pen, "-8,42 8,42 6,62 -6,62", _STEEL, "metal", 2, 0.7)
        for x in (-5.0, -1.8, 1.8, 5.0):
            score(pen, f"{x * 0.8},-190 {x * 1.3},22 {x},46", (120, 112, 104), 1.1)
