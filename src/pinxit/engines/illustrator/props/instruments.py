"""Instruments: harp, bagpipes, maracas, tambourine, harmonica, gramophone, gong, drum kit."""

import math

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.cuts import bar, cut, disc, mould, rod, score, tint
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import facet, organic, points
from pinxit.engines.illustrator.rigs.vehicle import spot
from pinxit.engines.illustrator.shapes import box, ellipse, tube

STEEL: Rgb = (204, 210, 218)
GOLD: Rgb = (226, 178, 70)
DARK: Rgb = (48, 44, 50)


@thing("harp", "golden harp", "lyre", "celtic harp", cm=170)
def draw_harp(pen: Pen, look: Look) -> None:
    what = finish(look, GOLD, "metal", "metal")
    for i in range(13):
        x = -46 + i * 8.6
        score(
            pen,
            f"{x},{-172 + abs(i - 4) ** 1.4 * 2} {x},{-22 - i * 9.4}",
            (196, 164, 104) if i % 4 else (214, 60, 60),
            1.5,
        )
    coat(pen, tube(points("-58,-6 -60,-90 -58,-176"), [15, 12, 15]), what, upright=True)
    coat(pen, organic("-50,-10 -30,-26 20,-76 74,-146 88,-140 80,-120 40,-56 0,-10 -34,0"), what.tone(-0.1))
    coat(pen, tube(points("-60,-176 -36,-192 -8,-176 24,-156 56,-156 82,-146"), [14, 16, 14, 13, 14, 16]), what)
    mould(pen, "-74,-184 -60,-202 -44,-196 -50,-178 -60,-170", what.rgb, what.form)
    disc(pen, "-58 -186 6", lighten(what.rgb, 0.4), "metal", 0.5)
    cut(pen, "-76,-10 -8,-10 2,0 -84,0", what.tone(-0.15).rgb, what.form, 4)
    for y in (-150, -40):
        bar(pen, f"-68 {y} 18 7 3", lighten(what.rgb, 0.3), "metal", 0.6)


@thing("mandolin", "lute", "sitar", "balalaika", cm=95)
def draw_mandolin(pen: Pen, look: Look) -> None:
    what = finish(look, (190, 116, 58), "glossy", "wood")
    with pen.at(-20, -6, turn=26):
        coat(pen, facet("-9,-180 9,-180 8,-84 -8,-84", 1), what.tone(-0.4), upright=True)
        cut(pen, "-14,-212 14,-212 9,-178 -9,-178", darken(what.rgb, 0.35), "glossy", 4)
        for side in (-1, 1):
            for y in (-204, -194, -184):
                rod(pen, f"{side * 13},{y} {side * 21},{y}", 5, (246, 240, 226), "glossy", 0.6)
        body = coat(pen, organic("-9,-104 9,-104 36,-76 50,-42 40,-10 0,2 -40,-10 -50,-42 -36,-76"), what)
        with pen.on(body):
            pen.decal(ellipse(-22, -50, 12, 30, 14), lighten(what.rgb, 0.5), alpha=0.35, blur=6)
        disc(pen, "0 -56 14", darken(what.rgb, 0.7), "flat", 0.5)
        pen.line(ellipse(0, -56, 17), (246, 226, 180), 2)
        bar(pen, "-17 -24 34 6 2", DARK, "round", 0.6)
        for y in range(-172, -96, 12):
            score(pen, f"-8,{y} 8,{y}", (220, 206, 170), 1.2)
        for x in (-5, -1.6, 1.6, 5):
            score(pen, f"{x},-200 {x * 1.5},-22", (250, 246, 236), 1)


@thing("bagpipes", "bagpipe", "scottish bagpipes", cm=90)
def draw_bagpipes(pen: Pen, look: Look) -> None:
    rgb = look.colour((176, 40, 46))
    for x, top in ((-36, -190), (-8, -204), (24, -186)):
        rod(pen, f"{x * 0.4},-84 {x},{top}", 9, DARK, "glossy")
        for share in (0.3, 0.62, 0.96):
            px, py = x * 0.4 + (x - x * 0.4) * share, -84 + (top + 84) * share
            disc(pen, f"{px} {py} 8 5", (246, 240, 226), "glossy", 0.7)
    rod(pen, "52,-80 84,-118 96,-132", 8, DARK, "glossy")
    bag = mould(pen, "-84,-52 -60,-88 -10,-98 40,-92 72,-74 66,-44 30,-26 -20,-20 -64,-30", rgb, "soft")
    with pen.on(bag):
        for i in range(-5, 6):
            score(pen, f"{i * 20 - 30},-110 {i * 20 + 20},-10", (30, 84, 66), 5, 0.75)
            score(pen, f"{i * 20 + 30},-110 {i * 20 - 20},-10", (246, 206, 90), 1.6, 0.8)
    for i in range(8):
        score(
            pen, f"{-76 + i * 18},{-36 + abs(i - 4) * -1.5 + 8} {-78 + i * 18},{-14 - abs(i - 4)}", (246, 206, 90), 2.6
        )
    rod(pen, "-60,-40 -88,-10 -96,6", 10, DARK, "glossy", end=7)
    disc(pen, "-98 8 9 6", (246, 240, 226), "glossy", 0.7)


@thing("maracas", "maraca", "rattle", "baby rattle", "shakers", cm=25, attach="hand", fit=44)
def draw_maracas(pen: Pen, look: Look) -> None:
    for x, turn, i in ((32, 24, 1), (-24, -22, 0)):
        rgb = look.colour(((208, 56, 50), (48, 140, 110))[i], i if len(look.colours) > 1 else 0)
        with pen.at(x * 0.6, 0, turn=turn):
            rod(pen, "0,-6 0,-84", 13, (196, 138, 80), "soft", end=10)
            head = mould(pen, "-10,-78 -32,-98 -38,-132 -22,-160 0,-168 22,-160 38,-132 32,-98 10,-78", rgb, "glossy")
            with pen.on(head):
                score(pen, "-44,-128 0,-120 44,-128", (250, 206, 70), 7)
                score(pen, "-44,-112 -30,-106 -16,-112 0,-104 16,-112 30,-106 44,-112", (250, 246, 236), 3.4)
                for k in range(5):
                    pen.decal(ellipse(-28 + k * 14, -142 + abs(k - 2) * -1, 3), (250, 246, 236))
            bar(pen, "-10 -86 20 9 3", (250, 206, 70), "glossy", 0.7)


@thing("tambourine", "tambourines", "gong", cm=26, attach="hand", fit=44)
def draw_tambourine(pen: Pen, look: Look) -> None:
    if look.noun == "gong":
        pen.line(tube(points("-84,0 -84,-176 84,-176 84,0"), 3), (120, 62, 44), 12)
        disc(pen, "0 -92 66", look.colour((206, 152, 68)), "metal")
        pen.line(ellipse(0, -92, 52), darken(GOLD, 0.4), 2.4)
        disc(pen, "0 -92 20", lighten(GOLD, 0.2), "metal", 0.6)
        return
    rgb = look.colour((206, 62, 56))
    disc(pen, "0 -82 84 82", darken(rgb, 0.2), "round")
    disc(pen, "0 -82 70 68", (250, 240, 218), "soft", 0.7)
    pen.line(ellipse(0, -82, 77, 75), lighten(rgb, 0.15), 11)
    for i in range(8):
        x, y = spot(0, -82, 77, i * 45 + 22)
        with pen.at(x, y, turn=i * 45 + 112):
            disc(pen, "0 0 13 4.6", GOLD, "metal", 0.8)
            disc(pen, "0 -4 13 4.6", lighten(GOLD, 0.2), "metal", 0.8)
    pen.decal(ellipse(-20, -108, 30, 14, -30), (255, 255, 255), alpha=0.5, blur=8)
    pen.fill(tube(points("70,-30 92,-14 96,20"), [7, 6, 2]), (60, 130, 190), "soft")
    pen.fill(tube(points("68,-28 78,-4 70,26"), [7, 6, 2]), (246, 196, 70), "soft")


@thing("harmonica", "mouth organ", "mouth harp", cm=10)
def draw_harmonica(pen: Pen, look: Look) -> None:
    rgb = look.colour(STEEL)
    with pen.at(0, -40, turn=-10):
        bar(pen, "-112 -12 224 30 5", look.part("comb", (156, 60, 48)), "soft")
        for i in range(12):
            bar(pen, f"{-98 + i * 16.6} -4 11 14 1", (40, 26, 26), "flat", 0.4)
        cover = cut(pen, "-112,-12 -98,-34 98,-34 112,-12", rgb, "metal", 6)
        cut(pen, "-112,16 112,16 98,30 -98,30", darken(rgb, 0.15), "metal", 5)
        tint(pen, cover, "-80,-30 60,-30 40,-24 -70,-24", (255, 255, 255), 0.7, 2)
        for x in (-104, 104):
            disc(pen, f"{x} -14 3.6", darken(rgb, 0.4), "metal", 0.4)
        pen.anchor("text", 0, -22, 120)


@thing("gramophone", "phonograph horn", "victrola", cm=70)
def draw_gramophone(pen: Pen, look: Look) -> None:
    what = finish(look, (136, 78, 46), "glossy", "wood")
    coat(pen, facet("-84,-12 -74,-58 74,-58 84,-12", 3), what)
    coat(pen, box(-92, -14, 184, 14, 4), what.tone(-0.15))
    cut(pen, "-80,-58 -64,-74 64,-74 80,-58", what.tone(0.15).rgb, "soft", 2, 0.8)
    disc(pen, "-10 -70 56 12", (32, 30, 36), "glossy", 0.8)
    pen.line(ellipse(-10, -70, 40, 8.4), (90, 88, 96), 0.9, alpha=0.8)
    disc(pen, "-10 -70 18 4", (206, 60, 52), "flat", 0.4)
    horn = look.part("horn", GOLD)
    pen.fill(tube(points("30,-72 64,-84 72,-112 40,-130 14,-140"), [7, 8, 11, 17, 26]), horn, "metal")
    mould(pen, "26,-122 -4,-114 -56,-96 -84,-112 -96,-150 -80,-186 -40,-200 -6,-190 18,-164", horn, "metal")
    bell = mould(
        pen, "-66,-98 -88,-114 -98,-150 -82,-186 -44,-202 -22,-190 -16,-160 -34,-124", darken(horn, 0.1), "metal", 0.8
    )
    pen.decal(
        organic("-60,-112 -80,-128 -86,-152 -74,-178 -46,-188 -32,-176 -30,-154 -42,-126"),
        darken(horn, 0.5),
        alpha=0.75,
        blur=2,
    )
    for text in (
        "-36,-150 -96,-150",
        "-36,-152 -80,-184",
        "-34,-156 -42,-200",
        "-38,-146 -86,-116",
        "-40,-142 -64,-100",
    ):
        with pen.on(bell):
            score(pen, text, darken(horn, 0.4), 1.6, 0.7)
    score(pen, "30,-72 14,-70", STEEL, 3)
    score(pen, "86,-36 104,-36 104,-20", STEEL, 5)
    pen.line(box(-62, -48, 124, 26, 3), lighten(what.rgb, 0.35), 2)


@thing("drum kit", "drum set", "drums", "drumset", cm=120)
def draw_kit(pen: Pen, look: Look) -> None:
    rgb = look.colour((188, 40, 48))
    for x, y, turn in ((-104, -142, -10), (104, -150, 12), (-62, -168, -6)):
        rod(pen, f"{x * 0.86},-2 {x * 0.9},{y}", 3.4, STEEL, "metal", 0.7)
        with pen.at(x * 0.9, y, turn=turn):
            disc(pen, "0 0 42 8", GOLD, "metal")
            pen.line(ellipse(0, 0, 26, 5), darken(GOLD, 0.3), 1.2, alpha=0.7)
            disc(pen, "0 -3 8 4", lighten(GOLD, 0.2), "metal", 0.5)

    def tom(x: float, y: float, wide: float, tall: float) -> None:
        pen.fill(facet(f"{x - wide},{y} {x + wide},{y} {x + wide},{y + tall} {x - wide},{y + tall}", 5), rgb, "glossy")
        disc(pen, f"{x} {y} {wide} {wide * 0.26}", (250, 248, 240), "soft", 0.9)
        pen.line(ellipse(x, y, wide, wide * 0.26), STEEL, 3)
        for dx in (-0.7, 0.0, 0.7):
            bar(pen, f"{x + dx * wide - 2} {y + 10} 4 {tall - 14} 1", STEEL, "metal", 0.4)

    tom(-30, -132, 26, 30)
    tom(30, -132, 26, 30)
    disc(pen, "0 -50 56", darken(rgb, 0.25), "glossy")
    disc(pen, "0 -50 49", (250, 248, 242), "soft", 0.7)
    pen.line(ellipse(0, -50, 52), STEEL, 4)
    for i in range(8):
        a = math.radians(i * 45)
        disc(pen, f"{53 * math.cos(a)} {-50 + 53 * math.sin(a)} 4", STEEL, "metal", 0.4)
    pen.anchor("text", 0, -50, 70)
    tom(-84, -72, 30, 28)
    tom(86, -64, 34, 58)
    for x in (-104, -64, 62, 110):
        rod(pen, f"{x},-44 {x},0" if x < 0 else f"{x},-10 {x},0", 4, STEEL, "metal", 0.6)
