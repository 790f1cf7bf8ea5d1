"""Tools: screw, screwdriver, pliers, power drill, toolbox, paint bucket."""

from pinxit.engines.illustrator.colours import WHITE, Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.cuts import bar, cut, disc, mould, rod, score
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import facet, organic
from pinxit.engines.illustrator.rigs.vessel import Turned
from pinxit.engines.illustrator.rigs.wire import wires
from pinxit.engines.illustrator.shapes import ellipse

_STEEL: Rgb = (188, 196, 206)
_DARK: Rgb = (58, 60, 70)


@thing("screw", "wood screw", "metal screw", "bolt screw", cm=5, attach="hand", fit=40)
def draw_screw(pen: Pen, look: Look) -> None:
    what = finish(look, _STEEL, "metal", "metal")
    with pen.at(-34, -10, turn=28):
        core = cut(pen, "-15,-132 15,-132 11,-36 0,6 -11,-36", what.tone(-0.12).rgb, "metal", 2)
        with pen.on(core):
            score(pen, "-6,-130 -5,-40", WHITE, 3, 0.6)
        for i in range(9):
            y, half = -118.0 + i * 12, 24.0 - max(0, i - 5) * 4.4
            ridge = f"{-half},{y + 8} {-half + 5},{y + 11} {half},{y + 1} {half - 4},{y - 4}"
            cut(pen, ridge, what.tone(0.1).rgb, "metal", 1.5, 0.7)
        coat(pen, facet("-44,-158 44,-158 15,-128 -15,-128", 3), what)
        disc(pen, "0 -160 45 15", what.tone(0.16).rgb, "metal")
        cut(pen, "-26,-162 -4,-162 -4,-170 5,-170 5,-162 26,-162 26,-157 5,-157 5,-149 -4,-149 -4,-157 -26,-157", what.tone(-0.6).rgb, "flat", 1, 0.4)  # fmt: skip


@thing("screwdriver", "screw driver", "phillips screwdriver", cm=22, attach="hand", fit=30)
def draw_screwdriver(pen: Pen, look: Look) -> None:
    rgb = look.colour((214, 62, 48))
    with pen.at(-46, -8, turn=32):
        rod(pen, "0,-90 0,-14", 9, _STEEL, "metal")
        cut(pen, "-5,-20 5,-20 8,-8 6,2 -6,2 -8,-8", _STEEL, "metal", 1, 0.8)
        grip = mould(pen, "-12,-90 -13,-104 -21,-116 -23,-150 -20,-182 0,-190 20,-182 23,-150 21,-116 13,-104 12,-90", rgb, "glossy")  # fmt: skip
        with pen.on(grip):
            for x in (-13, 0, 13):
                rod(pen, f"{x},-178 {x},-120", 6, darken(rgb, 0.3), "flat", 0)
        cut(pen, "-13,-97 13,-97 12,-86 -12,-86", look.colour(_DARK, 1), "glossy", 3, 0.8)
        disc(pen, "0 -184 14 5", look.colour(_DARK, 1), "glossy", 0.7)


@thing("pliers", "plier", "pincers", "wire cutters", cm=20, attach="hand", fit=40)
def draw_pliers(pen: Pen, look: Look) -> None:
    rgb = look.colour((214, 58, 46))
    with pen.at(0, 0, turn=10):
        for flip in (True, False):
            with pen.at(0, -104, flip=flip):
                jaw = organic("-20,-2 -15,-24 -4,-44 -3,-76 -12,-78 -24,-56 -30,-28 -26,0 -14,16 4,20 14,10", 0.3)
                pen.fill(jaw, _STEEL if flip else darken(_STEEL, 0.08), "metal")
                with pen.on(jaw):
                    for y in range(-74, -40, 6):
                        score(pen, f"-12,{y} -2,{y - 2}", darken(_STEEL, 0.45), 1.4)
                    pen.line(ellipse(-8, -30, 5, 9), darken(_STEEL, 0.5), 2)
                handle = organic("-6,6 8,12 26,30 38,62 36,96 26,106 18,98 22,66 14,42 -2,28 -12,16", 0.45)
                pen.fill(handle, rgb, "glossy")
                with pen.on(handle):
                    score(pen, "4,16 24,36 32,66 30,92", lighten(rgb, 0.5), 3, 0.7)
                    score(pen, "14,98 40,100", darken(rgb, 0.3), 3)
        disc(pen, "0 -104 13", lighten(_STEEL, 0.1), "metal")
        disc(pen, "0 -104 5", darken(_STEEL, 0.4), "metal", 0.6)


@thing("drill", "power drill", "electric drill", "cordless drill", "hand drill", cm=22, attach="hand", fit=44, faces=1)
def draw_drill(pen: Pen, look: Look) -> None:
    with pen.at(26, 62):  # the grip is at the origin
        _drill(pen, look)


def _drill(pen: Pen, look: Look) -> None:
    rgb = look.colour((246, 182, 44))
    rod(pen, "70,-122 128,-122", 6, _STEEL, "metal", 0.9, end=3)
    for x in (84, 96, 108):
        score(pen, f"{x},-125 {x + 5},-119", darken(_STEEL, 0.5), 1.6)
    cut(pen, "44,-140 62,-136 78,-128 78,-116 62,-108 44,-104", _DARK, "metal", 2)
    score(pen, "52,-136 52,-108|60,-134 60,-110|67,-131 67,-113", lighten(_DARK, 0.35), 1.6)
    handle = mould(pen, "-44,-102 -2,-104 2,-78 -6,-52 -8,-28 -44,-28 -50,-60", _DARK, "soft")
    with pen.on(handle):
        for y in (-78, -68, -58, -48):
            score(pen, f"-44,{y} -14,{y + 2}", lighten(_DARK, 0.3), 2.4)
    cut(pen, "-2,-98 12,-96 14,-78 2,-72 -2,-80", (206, 60, 50), "glossy", 4, 0.9)
    body = cut(pen, "-74,-152 -60,-160 30,-160 48,-144 48,-100 30,-94 -60,-94 -74,-104", rgb, "glossy", 9)
    with pen.on(body):
        pen.decal(facet("-80,-170 -48,-170 -48,-80 -80,-80"), _DARK)
        for y in (-144, -134, -124, -114):
            score(pen, f"-68,{y} -54,{y}", lighten(_DARK, 0.4), 2.4)
        pen.decal(facet("26,-170 34,-170 34,-80 26,-80"), darken(rgb, 0.3))
    bar(pen, "-30 -138 44 22 4", lighten(rgb, 0.55), "flat", 0.6)
    score(pen, "-22,-131 6,-131|-22,-123 -4,-123", _DARK, 2.4)
    cut(pen, "-66,-32 8,-32 16,-22 16,-2 -68,-2 -72,-12", rgb, "glossy", 6)
    cut(pen, "-70,-14 16,-14 16,0 -68,0", _DARK, "soft", 4)


@thing("toolbox", "tool box", "tool chest", "toolkit", cm=30)
def draw_toolbox(pen: Pen, look: Look) -> None:
    what = finish(look, (206, 56, 46), "glossy")
    rod(pen, "-70,-96 -62,-134", 9, (172, 120, 70), "soft", 0.9)
    bar(pen, "-74 -152 24 22 3", _STEEL, "metal")
    rod(pen, "-24,-96 -22,-138", 7, _STEEL, "metal", 0.9)
    mould(pen, "-30,-136 -36,-150 -26,-160 -26,-148 -18,-148 -16,-160 -8,-150 -14,-136", _STEEL, "metal", 0.9)
    rod(pen, "74,-96 70,-132", 13, (250, 190, 52), "glossy", 0.9)
    wires(pen, "-56,-98 -52,-134 0,-140 52,-134 56,-98", _DARK, 9, "soft", 0.9)
    body = coat(pen, facet("-110,-66 110,-66 104,0 -104,0", 5), what)
    coat(pen, facet("-112,-98 112,-98 112,-62 -112,-62", 6), what.tone(0.08))
    with pen.on(body):
        score(pen, "-92,-52 -86,-8|92,-52 86,-8|-90,-8 90,-8", what.tone(-0.35).rgb, 2.4, 0.8)
    for x in (-66, 66):
        bar(pen, f"{x - 11} -76 22 30 3", _STEEL, "metal", 0.9)
        bar(pen, f"{x - 6} -60 12 9 2", darken(_STEEL, 0.3), "metal", 0.6)
    bar(pen, "-34 -44 68 28 3", lighten(what.rgb, 0.8), "flat", 0.6)
    score(pen, "-24,-35 24,-35|-24,-26 8,-26", _DARK, 2.4)
    pen.anchor("text", 0, -30, 60)


@thing(
    "paint bucket",
    "paint can",
    "bucket of paint",
    "can of paint",
    "paint pot",
    "paint tin",
    cm=22,
    attach="hand",
    fit=50,
)
def draw_paint(pen: Pen, look: Look) -> None:
    with pen.at(0, 88):  # it hangs from the hand by its bail
        _paint(pen, look)


def _paint(pen: Pen, look: Look) -> None:
    rgb = look.colour((52, 132, 206))
    wires(pen, "-58,-112 -66,-150 -30,-178 30,-178 66,-150 58,-112", _STEEL, 4, "metal", 0.7)
    tin = Turned("60 -118 60 -60 60 0", 0.26)
    pen.fill(tin.outline(), _STEEL, "metal")
    with pen.on(tin.outline()):
        pen.fill(tin.band(-88, -22), lighten(rgb, 0.82), "round", line=0.6)
        for y in (-10, -104):
            pen.line(tin.band(y, y + 1), darken(_STEEL, 0.35), 1.6)
    disc(pen, "-14 -40 17 14", rgb, "glossy", 0.7)
    disc(pen, "12 -46 13 11", lighten(rgb, 0.3), "glossy", 0.7)
    pen.fill(tin.cap(-118), lighten(_STEEL, 0.2), "metal")
    disc(pen, "0 -118 52 13", rgb, "glossy", 0.8)
    pen.decal(ellipse(-18, -121, 20, 4), WHITE, alpha=0.6, blur=2)
    mould(pen, "8,-108 30,-112 56,-116 60,-100 57,-76 51,-72 47,-84 44,-92 40,-60 34,-44 28,-56 27,-90 20,-94 17,-82 10,-82", rgb, "glossy", 0.8)  # fmt: skip
    score(pen, "52,-104 52,-84|34,-98 34,-64", lighten(rgb, 0.7), 2.4, 0.8)
    for s in (-1, 1):
        disc(pen, f"{s * 59} -108 5", darken(_STEEL, 0.2), "metal", 0.7)
