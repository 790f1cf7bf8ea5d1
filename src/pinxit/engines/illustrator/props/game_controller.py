"""A game pad: grips, sticks, cross and buttons."""

from pinxit.engines.illustrator.colours import WHITE, Rgb, darken, lighten, luminance
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.cuts import bar, disc, mould, score
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import halved, organic
from pinxit.engines.illustrator.shapes import box, ellipse, union

_BUTTONS: tuple[Rgb, ...] = ((250, 200, 66), (84, 186, 112), (72, 150, 228), (228, 72, 72))


@thing("game controller", "gamepad", "controller", cm=12, attach="hand", fit=76)
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (236, 238, 244), "glossy")
    dark: Rgb = (62, 64, 78) if luminance(what.rgb) > 0.45 else lighten(what.rgb, 0.25)
    for s in (-1, 1):
        mould(pen, f"{s * 34},-104 {s * 40},-120 {s * 62},-124 {s * 80},-114 {s * 84},-98", dark, "glossy")
    outline = "0 -106 30 -108 62 -112 88 -100 104 -66 114 -26 106 0 90 4 74 -10 56 -36 30 -44 0 -44"
    coat(pen, halved(outline, 0, 0.42), what)
    for flip in (False, True):
        with pen.at(0, 0, flip=flip):
            pen.fill(organic("100,-66 114,-26 106,0 90,4 78,-6 92,-34", 0.42), dark, "soft", line=0.7)
            disc(pen, "34 -56 20", what.tone(-0.12).rgb, "soft", 0.7)
            disc(pen, "34 -57 15", dark, "glossy")
            disc(pen, "34 -59 9.5", lighten(dark, 0.22), "soft", 0.5)
    pad = union(box(-72, -102, 13, 39, 3), box(-85, -89, 39, 13, 3))
    pen.fill(pad, dark, "round", line=0.8)
    score(pen, "-65.5,-99 -65.5,-96|-65.5,-69 -65.5,-66|-82,-82.5 -79,-82.5|-52,-82.5 -49,-82.5", WHITE, 2.4)
    for (x, y), rgb in zip(((66, -100), (66, -66), (49, -83), (83, -83)), _BUTTONS, strict=True):
        disc(pen, f"{x} {y} 8.6", rgb, "glossy", 0.8)
        pen.line(ellipse(x, y, 4), darken(rgb, 0.3), 1.4)
    bar(pen, "-22 -104 44 22 5", dark, "glossy", 0.8)
    bar(pen, "-15 -99 30 4 2", look.colour((88, 200, 250), 1), "flat", 0)
    for x in (-32, 26):
        bar(pen, f"{x} -96 6 10 3", dark, "soft", 0.5)
    disc(pen, "0 -68 6", dark, "glossy", 0.6)
