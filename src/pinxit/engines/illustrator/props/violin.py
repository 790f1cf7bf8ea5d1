"""A violin and a cello, each with its bow."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.cuts import bar, cut, disc, mould, rod, score
from pinxit.engines.illustrator.rigs.material import Finish, coat, finish
from pinxit.engines.illustrator.rigs.trace import facet, halved, organic
from pinxit.engines.illustrator.rigs.wire import wires
from pinxit.engines.illustrator.shapes import scaled

_BODY = "0 -62 16 -64 33 -58 42 -42 40 -26 31 -16 26 -6 26 6 32 14 44 24 52 42 50 64 36 80 16 87 0 88"
_EBONY: Rgb = (56, 40, 38)


def _belly(pen: Pen, what: Finish) -> None:
    """The body with its edging, its f-holes and its highlight."""
    body = halved(_BODY, 0, 0.42)
    coat(pen, scaled(body, 1.05, 1.03, 0, 12), what.tone(-0.25))
    coat(pen, body, Finish(what.rgb, what.form))
    with pen.on(body):
        for x in (-38, -26, -14, 14, 26, 38):
            score(pen, f"{x},-70 {x * 0.92},0 {x},90", lighten(what.rgb, 0.25), 1.4, 0.25)
        score(pen, "-34,-48 -37,-34 -30,-20|-44,36 -47,54 -38,72", lighten(what.rgb, 0.7), 4, 0.5)
    pen.line(scaled(body, 0.91, 0.935, 0, 12), darken(what.rgb, 0.5), 1.3)
    for s in (-1, 1):
        score(
            pen,
            f"{s * 13},-12 {s * 17},-16 {s * 20},-8 {s * 18},10 {s * 21},26 {s * 26},28 {s * 27},22",
            (40, 22, 20),
            3,
        )
        disc(pen, f"{s * 14} -10 3", (40, 22, 20), "flat", 0)
        disc(pen, f"{s * 26} 23 3.4", (40, 22, 20), "flat", 0)


def _neck(pen: Pen, what: Finish) -> None:
    """Scroll, pegs, finger board, bridge, tailpiece and strings."""
    for y, s in ((-154, -1), (-147, 1), (-140, -1), (-133, 1)):
        rod(pen, f"{s * 4},{y} {s * 15},{y - 1}", 4.6, _EBONY, "glossy", 0.7)
        disc(pen, f"{s * 18} {y - 1} 5 3.6", _EBONY, "glossy", 0.7)
    coat(pen, organic("-6,-128 -8,-152 -7,-166 0,-170 7,-166 8,-152 6,-128"), what.tone(-0.1))
    mould(pen, "0,-184 9,-180 12,-171 7,-162 -2,-162 -9,-168 -9,-178", what.tone(0.06).rgb, "glossy", 0.9)
    score(pen, "7,-167 9,-173 5,-179 -2,-179 -5,-173 -1,-168 3,-172", darken(what.rgb, 0.5), 1.6)
    coat(pen, facet("-6,-132 6,-132 8,-58 -8,-58", 1), what.tone(-0.05), line=0.8)
    cut(pen, "-5,-134 5,-134 10,2 -10,2", _EBONY, "glossy", 2, 0.8)
    cut(pen, "-18,26 -14,17 14,17 18,26 10,26 7,22 -7,22 -10,26", (236, 196, 136), "soft", 1, 0.6)
    cut(pen, "-11,40 11,40 7,78 -7,78", _EBONY, "glossy", 3, 0.8)
    for x in (-1.0, -0.34, 0.34, 1.0):
        score(pen, f"{x * 4},-136 {x * 9},17 {x * 8},44", (244, 240, 228), 0.9)


def _bow(pen: Pen, wood: Rgb) -> None:
    """A bow from its tip above to its frog below, 180 long."""
    wires(pen, "6,-92 7,0 8,84", (248, 244, 232), 3.2, "flat", 0.5)
    wires(pen, "-1,-100 -5,-40 -5,30 -2,96", wood, 5, "glossy", 0.7)
    cut(pen, "-4,-104 3,-104 9,-90 3,-88", wood, "glossy", 2, 0.7)
    bar(pen, "-5 70 15 18 3", _EBONY, "glossy", 0.8)
    disc(pen, "3 79 3", (240, 236, 226), "glossy", 0.4)
    rod(pen, "-2,92 -2,100", 6, (206, 210, 216), "metal", 0.6)


@thing("violin", "fiddle", "viola", cm=60, attach="hand", fit=44)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (188, 92, 42), "glossy", "wood")
    with pen.at(-14, -92, turn=-16):
        _belly(pen, what)
        _neck(pen, what)
        mould(pen, "-36,68 -14,64 -9,76 -14,90 -34,84", _EBONY, "glossy", 0.9)
        score(pen, "-31,72 -18,69", lighten(_EBONY, 0.4), 1.6)
    with pen.at(52, -92, 0.92, turn=14):
        _bow(pen, (122, 68, 40))


@thing("cello", "violoncello", "double bass", "contrabass", "upright bass", cm=125, attach="hand", fit=44)
def draw_cello(pen: Pen, look: Look) -> None:
    what = finish(look, (158, 74, 38), "glossy", "wood")
    rod(pen, "-6,-60 -6,2", 5, (206, 210, 218), "metal", 0.8, end=2.6)
    with pen.at(-6, -132):
        with pen.at(0, 8, 1.0):
            _belly(pen, what)
        _neck(pen, what)
        disc(pen, "0 98 7 5", _EBONY, "glossy", 0.8)
    with pen.at(70, -104, 1.02, turn=8):
        _bow(pen, (110, 60, 38))
