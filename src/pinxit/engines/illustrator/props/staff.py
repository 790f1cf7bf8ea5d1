"""A wizard's staff: gnarled wood that holds a shining crystal; a ruler's scepter by name."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.cuts import cut, disc, mould, rod, score
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import facet, points
from pinxit.engines.illustrator.shapes import ellipse, star, tube

_GOLD: Rgb = (226, 178, 70)


def _crystal(pen: Pen, rgb: Rgb) -> None:
    """A cut stone about (2, -214)."""
    cut(pen, "2,-244 17,-226 17,-206 2,-186 -13,-206 -13,-226", rgb, "glossy", 1)
    pen.decal(facet("2,-244 17,-226 6,-222 -4,-222 -13,-226"), lighten(rgb, 0.65), alpha=0.85)
    pen.decal(facet("-13,-226 -4,-222 -4,-208 -13,-206"), lighten(rgb, 0.4), alpha=0.7)
    pen.decal(facet("17,-226 6,-222 6,-208 17,-206"), darken(rgb, 0.3), alpha=0.55)
    pen.decal(facet("2,-186 17,-206 6,-208"), darken(rgb, 0.45), alpha=0.6)


@thing("staff", "wizard staff", "wizard's staff", "magic staff", "scepter", "sceptre", cm=165, attach="hand", fit=56)
def draw(pen: Pen, look: Look) -> None:
    with pen.at(0, 104):  # the grip is at the origin
        (_scepter if "scept" in look.noun else _staff)(pen, look)


def _staff(pen: Pen, look: Look) -> None:
    what = finish(look, (122, 82, 52), "soft", "wood")
    stone = look.part("crystal", look.colour((74, 178, 232), 1))
    pen.glow(ellipse(2, -212, 46), lighten(stone, 0.3), alpha=0.55, blur=18)
    coat(pen, tube(points("8,-178 24,-192 28,-214 20,-236 4,-250"), [15, 14, 12, 9, 5]), what.tone(-0.14))
    _crystal(pen, stone)
    shaft = tube(points("2,0 -4,-40 3,-84 -3,-128 2,-162 -2,-182"), [11, 14, 15, 17, 20, 19])
    coat(pen, shaft, what, upright=True)
    coat(pen, tube(points("0,-172 -18,-186 -24,-208 -18,-230 -6,-240"), [17, 14, 12, 9, 5]), what)
    coat(pen, tube(points("2,-176 10,-190 9,-204"), [10, 8, 4]), what.tone(0.08), line=0.8)
    coat(pen, tube(points("2,-120 14,-132 18,-142"), [8, 6, 3]), what.tone(-0.06), line=0.8)
    for x, y in ((-1, -58), (0, -108)):
        disc(pen, f"{x} {y} 3 4.4", darken(what.rgb, 0.45), "flat", 0)
        pen.line(ellipse(x, y, 5, 7), darken(what.rgb, 0.35), 1)
    for y in (-156, -150, -144):
        rod(pen, f"-11,{y} 11,{y - 4}", 5, look.part("binding", (196, 58, 52)), "soft", 0.6)
    rod(pen, "7,-146 14,-130 12,-112", 3, look.part("binding", (196, 58, 52)), "soft", 0.6)
    mould(pen, "9,-114 16,-114 18,-98 12,-90 8,-98", (250, 244, 226), "soft", 0.6)
    score(pen, "12,-112 12,-94", (150, 130, 100), 1)
    rod(pen, "2,-2 1,-14", 16, _GOLD, "metal", 0.9)
    for x, y, r in ((-34, -226, 5), (40, -232, 6), (34, -190, 4), (-30, -194, 3.4)):
        pen.glow(star(x, y, r, r * 0.28, 4), lighten(stone, 0.55))


def _scepter(pen: Pen, look: Look) -> None:
    what = finish(look, _GOLD, "metal", "metal")
    coat(pen, tube(points("0,-8 0,-176"), [10, 12]), what)
    for y, r in ((-10, 13), (-70, 10), (-120, 10), (-174, 16)):
        disc(pen, f"0 {y} {r} {r * 0.6}", lighten(what.rgb, 0.15), "metal", 0.8)
    mould(pen, "-14,-178 -30,-200 -22,-224 0,-232 22,-224 30,-200 14,-178", look.part("gem", (186, 40, 70)), "glossy")
    for x in (-14, 0, 14):
        score(pen, f"0,-180 {x * 2.2},-206 0,-232", what.rgb, 4)
    rod(pen, "0,-232 0,-254", 6, what.rgb, "metal", 0.8)
    rod(pen, "-9,-246 9,-246", 6, what.rgb, "metal", 0.8)
