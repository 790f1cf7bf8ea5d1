"""A comet: a bright head and a fan of plumes behind it."""

from pinxit.engines.illustrator.colours import darken, lighten, mix
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.trace import organic
from pinxit.engines.illustrator.rigs.wire import wires
from pinxit.engines.illustrator.shapes import arc, ellipse, star

_PLUMES = (
    ("36,2 -20,-22 -84,-66 -130,-84 -96,-84 -134,-118 -88,-108 -112,-146 -62,-116 -12,-84 58,-54", -0.26),
    ("38,-4 -12,-28 -72,-66 -108,-78 -76,-78 -104,-108 -64,-96 -6,-72 56,-48", 0.0),
    ("42,-12 -4,-36 -52,-62 -84,-76 -42,-72 8,-62 52,-44", 0.42),
)


@thing("comet", "shooting star", "falling star", cm=90, kind="sky", flies=True)
def draw_comet(pen: Pen, look: Look) -> None:
    """The plumes lie one in the other, the outer ones darker; sparks go with them."""
    tone = look.colour((112, 190, 255))
    pen.glow(organic(_PLUMES[0][0], 0.32), tone, alpha=0.6, blur=16)
    pen.glow(ellipse(46, -26, 56), lighten(tone, 0.3), alpha=0.6, blur=20)
    for text, amount in _PLUMES:
        rgb = lighten(tone, amount) if amount > 0 else darken(tone, -amount)
        plume = pen.fill(organic(text, 0.32), rgb, "flat", line=0.8)
        pen.glow(plume, rgb, alpha=0.4)
    wires(pen, "-96,-98 -56,-84 -14,-62|-74,-64 -36,-48 2,-26", darken(tone, 0.5), 1.6, "flat", 0.2)
    wires(pen, "-44,-60 -12,-50 20,-38|-18,-48 6,-38 26,-26", (255, 255, 255), 2.6, "flat", 0)
    pen.fill(ellipse(48, -26, 31), lighten(tone, 0.55), "flat", line=0.9)
    pen.fill(ellipse(51, -25, 22), mix(tone, (255, 255, 255), 0.86), "round", line=0.6)
    pen.line(arc(51, -25, 15, 15, 20, 90), darken(tone, 0.35), 2, alpha=0.8)
    pen.glow(ellipse(48, -27, 22), lighten(tone, 0.6), alpha=0.5, blur=9)
    pen.glow(ellipse(46, -31, 9), (255, 255, 255), blur=2)
    for x, y, r in ((-122, -40, 9), (-64, -24, 6), (-30, -132, 8), (34, -92, 7), (-146, -110, 5), (92, -70, 5)):
        pen.fill(star(x, y, r, r * 0.32, 4), (255, 220, 120), "flat", line=0.5)
        pen.glow(star(x, y, r * 0.84, r * 0.26, 4), (255, 226, 140))
