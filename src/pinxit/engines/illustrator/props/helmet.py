"""A helmet: full-face for riders, vented for cyclists, barred for football, brimmed for builders, barred for knights."""

from pinxit.engines.illustrator.colours import INK, WHITE, Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.cuts import bar, cut, disc, mould, score
from pinxit.engines.illustrator.rigs.material import Finish, coat, finish
from pinxit.engines.illustrator.rigs.trace import organic
from pinxit.engines.illustrator.rigs.wire import wires
from pinxit.engines.illustrator.shapes import ellipse

_DARK: Rgb = (48, 54, 70)


@thing(
    "helmet",
    "knight helmet",
    "motorcycle helmet",
    "bike helmet",
    "hard hat",
    "football helmet",
    cm=28,
    kind="clothes",
    attach="head",
    fit=92,
)
def draw(pen: Pen, look: Look) -> None:
    if look.noun == "hard hat":
        _hard(pen, finish(look, (246, 190, 50), "glossy"))
    elif "knight" in look.noun:
        _knight(pen, finish(look, (178, 184, 194), "metal"), look.colour((190, 40, 50), 1))
    elif "bike" in look.noun or look.noun == "helmet":  # a helmet that leaves the face free, where none is named
        _vented(pen, finish(look, (58, 140, 208), "glossy"))
    elif "football" in look.noun:
        _barred(pen, finish(look, (44, 84, 160), "glossy"), look.colour(WHITE, 1))
    else:
        _full(pen, finish(look, (206, 50, 48), "glossy"), look.colour(WHITE, 1))


def _full(pen: Pen, what: Finish, stripe: Rgb) -> None:
    """A rider's helmet, turned a little to the right."""
    shell = organic("-62,44 -74,4 -70,-40 -44,-76 0,-88 44,-78 70,-44 76,-2 72,36 60,62 20,70 -30,64", 0.45)
    coat(pen, shell, what)
    with pen.on(shell):
        cut(pen, "-2,-96 22,-96 40,-40 22,-40", stripe, "flat", 0, 0)
        cut(pen, "26,-96 31,-96 50,-40 45,-40", stripe, "flat", 0, 0)
        cut(pen, "-80,34 -20,46 -20,56 -80,46", stripe, "flat", 0, 0)
    opening = organic("-26,-34 10,-42 50,-38 72,-26 76,0 70,20 40,28 4,26 -24,14 -32,-10", 0.4)
    pen.fill(opening, darken(_DARK, 0.3), "glossy", line=1)
    visor = organic("-24,-32 10,-40 50,-36 72,-24 75,-4 69,12 40,18 4,16 -22,6 -29,-10", 0.4)
    pen.fill(visor, (70, 92, 130), "glossy", line=0.8)
    with pen.on(visor):
        cut(pen, "-14,-44 6,-44 -10,24 -28,24", WHITE, "flat", 0, 0)
        cut(pen, "14,-44 20,-44 4,24 -2,24", WHITE, "flat", 0, 0)
    disc(pen, "-34 -8 12", what.tone(-0.3).rgb, "metal", 0.9)
    disc(pen, "-34 -8 5", (206, 210, 218), "metal", 0.5)
    mould(pen, "-24,34 30,42 68,30 66,52 58,62 20,68 -18,60", what.tone(-0.16).rgb, "glossy", 0.9)
    for x in (14, 28, 42):
        bar(pen, f"{x} 46 8 12 2", _DARK, "flat", 0.4)


def _hard(pen: Pen, what: Finish) -> None:
    dome = organic("-56,6 -58,-26 -40,-60 0,-74 40,-60 58,-26 56,6 0,14", 0.45)
    coat(pen, dome, what)
    for x, turn in ((-27, -14), (27, 14)):
        coat(pen, ellipse(x, -32, 7, 32, turn), what.tone(0.06), line=0.6)
    coat(pen, organic("-10,6 -11,-60 0,-80 11,-60 10,6", 0.3), what.tone(0.14), line=0.8)
    coat(pen, organic("-72,8 -40,-4 0,-8 40,-4 72,8 64,20 0,26 -64,20", 0.45), what.tone(0.06))
    score(pen, "-58,12 0,18 58,12", what.tone(-0.3).rgb, 2, 0.7)
    disc(pen, "0 -20 11", WHITE, "flat", 0.7)
    disc(pen, "0 -20 5", (206, 62, 52), "flat", 0)


def _knight(pen: Pen, what: Finish, plume: Rgb) -> None:
    feather = mould(pen, "0,-70 -18,-104 -50,-112 -80,-92 -92,-56 -84,-20 -72,-44 -58,-62 -34,-70", plume, "soft")
    with pen.on(feather):
        score(pen, "-6,-76 -50,-92 -86,-40|-40,-108 -52,-66|-70,-98 -70,-54", darken(plume, 0.35), 2.4, 0.7)
    coat(pen, organic("-56,8 -58,-28 -40,-62 0,-76 40,-62 58,-28 56,8 0,18", 0.45), what)
    face = organic("-58,0 -52,-18 0,-8 52,-18 58,0 46,48 0,66 -46,48", 0.4)
    coat(pen, face, what.tone(-0.1))
    for s in (-1, 1):
        cut(pen, f"{s * 6},2 {s * 42},-4 {s * 42},4 {s * 6},10", INK, "flat", 2, 0.4)
        for x, y in ((14, 28), (24, 26), (34, 23), (14, 39), (24, 37)):
            pen.decal(ellipse(s * x, y, 2.8), INK)
        disc(pen, f"{s * 53} -6 6", what.tone(0.2).rgb, "metal", 0.8)
    bar(pen, "-4 -76 8 138 3", what.tone(0.25).rgb, "metal", 0.7)


def _vented(pen: Pen, what: Finish) -> None:
    wires(pen, "-44,8 -22,44 0,54 22,44 44,8", _DARK, 4.4, "soft", 0.6)
    coat(pen, organic("-66,8 -68,-24 -48,-58 0,-74 48,-58 68,-24 66,8 40,0 0,6 -40,0", 0.45), what)
    for x, y, high, turn in (
        (0, -36, 27, 0),
        (-25, -33, 25, 12),
        (25, -33, 25, -12),
        (-47, -24, 19, 22),
        (47, -24, 19, -22),
    ):
        pen.fill(ellipse(x, y, 6.4, high, turn), _DARK, "flat", line=0.7)
    coat(pen, organic("-58,4 0,-4 58,4 44,16 0,22 -44,16", 0.45), what.tone(-0.3), line=0.8)
    bar(pen, "-7 48 14 10 3", _DARK, "round", 0.7)


def _barred(pen: Pen, what: Finish, stripe: Rgb) -> None:
    shell = organic("-62,36 -74,0 -68,-44 -40,-76 2,-86 44,-74 68,-40 70,-14 30,-10 10,6 12,34 -4,52 -40,50", 0.42)
    coat(pen, shell, what)
    with pen.on(shell):
        pen.line(organic("-80,-20 -40,-70 20,-80 80,-40 90,-60 20,-120 -60,-100"), stripe, 11)
    disc(pen, "-26 4 13", darken(what.rgb, 0.45), "flat", 0.6)
    disc(pen, "-44 -34 15 15", stripe, "flat", 0.5)
    bars = "12,2 50,6 76,10|10,26 44,34 72,34|70,-12 80,8 76,34 62,50 20,46|48,8 46,34 44,48"
    wires(pen, bars, lighten(stripe, 0.1) if stripe != WHITE else (226, 230, 236), 7, "metal", 0.8)
