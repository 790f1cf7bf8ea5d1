"""The animal that lies awake: a long back, folded haunch, forepaws stretched out, the head up and turned to us."""

from __future__ import annotations

import skia

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.coats import Coat
from pinxit.engines.illustrator.rigs.flanks import draw_flank
from pinxit.engines.illustrator.rigs.muzzles import draw_face
from pinxit.engines.illustrator.rigs.spines import draw_spines
from pinxit.engines.illustrator.shapes import curve, ellipse, smooth, tube


def draw_lying(pen: Pen, look: Look, species: Coat) -> None:
    """Draw the animal; anchors: head, eyes, face, mouth, neck, body, back, seat, hand, hand2."""
    coat = species.dressed(look)
    stout = 0.9 + 0.14 * (coat.build - 0.8) / 0.3
    _tail(pen, coat)
    if coat.has("spines"):
        draw_spines(pen, coat, (-14, -34 * stout, 86, 60 * stout))
    pen.fill(_foreleg(14, -6), darken(limb_tone(coat), 0.16), "soft", line=0.8)
    body = _trunk(stout)
    pen.fill(body, coat.fur, "soft")
    with pen.on(body):
        draw_flank(pen, coat, 84 * stout, (-62, 42), look)
        if coat.has("panda"):
            pen.decal(ellipse(50, -52, 40, 70, 10), coat.dark)
        elif not coat.has("plain"):
            pen.decal(ellipse(68, -34, 26, 34), coat.light, alpha=0.85, blur=5)
        pen.decal(ellipse(-10, 2, 90, 12), darken(coat.fur, 0.4), alpha=0.4, blur=5)
    _haunch(pen, coat)
    pen.anchor("back", -14, -70 * stout, 110)
    pen.anchor("seat", -16, -72 * stout, 64)
    pen.anchor("body", -6, -40, 110)
    near = pen.fill(_foreleg(0, 0), limb_tone(coat), "soft", line=0.9)
    with pen.on(near):
        if coat.has("stripes"):
            for x in (54, 70, 86):
                pen.decal(ellipse(x, -16, 3.4, 9, 20), coat.dark)
    _paw(pen, coat, 112, 0)
    pen.anchor("hand", 112, -10, 26)
    pen.anchor("hand2", 126, -14, 24)
    _head(pen, look, coat, (60, -92 * stout))


def limb_tone(coat: Coat) -> Rgb:
    """The colour of the legs."""
    return lighten(coat.dark, 0.06) if coat.has("socks", "panda") else coat.fur


def _head(pen: Pen, look: Look, coat: Coat, place: tuple[float, float]) -> None:
    x, y = place
    rx = (54 if look.cute else 47 if coat.compact else 41) * (0.9 if coat.has("mane") else 1.0)
    pen.anchor("neck", x - 2, y + rx * 0.92, rx * 1.4)
    with pen.at(x, y, turn=2):
        draw_face(pen, look, coat, (0, 0, rx, rx * 0.9))
    if coat.has("mane"):  # a collar lies on the mane
        pen.anchor("neck", x - 2, y + rx * 1.05, rx * 1.3)


def _trunk(stout: float) -> skia.Path:
    points = [(-98, -18), (-96, -46), (-70, -66), (-30, -70), (14, -74), (52, -92), (82, -80), (92, -44), (84, -6)]
    high = [(x, y * stout) for x, y in points]
    return smooth([*high, (40, 2), (-40, 2), (-88, 0)])


def _foreleg(dx: float, dy: float) -> skia.Path:
    return tube([(62 + dx, -34 + dy), (66 + dx, -14 + dy), (94 + dx, -9 + dy), (112 + dx, -9 + dy)], [34, 24, 20, 19])


def _haunch(pen: Pen, coat: Coat) -> None:
    tone = coat.dark if coat.has("panda") else coat.fur
    thigh = smooth([(-92, -14), (-90, -42), (-66, -56), (-38, -44), (-28, -16), (-40, 0), (-80, 1)])
    pen.fill(thigh, tone, "soft", line=0.75)
    with pen.on(thigh):
        if coat.has("stripes"):
            for y in (-46, -32, -18):
                pen.decal(smooth([(-100, y - 6), (-70, y - 1), (-52, y + 4), (-70, y + 4), (-100, y + 2)]), coat.dark)
        elif coat.has("spots", "rosettes", "patches"):
            for x, y in ((-74, -40), (-58, -32), (-80, -22), (-46, -24), (-62, -14)):
                pen.decal(ellipse(x, y, 4.4, 3.6), coat.dark)
    foot = coat.light if coat.has("mitts") else limb_tone(coat)
    pen.fill(tube([(-62, -8), (-40, -8), (-16, -8)], [17, 18, 17]), foot, "soft", line=0.9)
    _toes(pen, foot, -14)


def _paw(pen: Pen, coat: Coat, x: float, y: float) -> None:
    tone = coat.light if coat.has("mitts") else limb_tone(coat)
    points = [(-14, 0), (-14, -14), (-2, -20), (12, -17), (17, -7), (13, 2)]
    pen.fill(smooth([(x + a, y + b) for a, b in points]), tone, "soft", line=0.9)
    _toes(pen, tone, x + 8)


def _toes(pen: Pen, tone: Rgb, x: float) -> None:
    mark = lighten(tone, 0.3) if sum(tone) < 240 else darken(tone, 0.45)
    for dx in (-5, 1):
        pen.line(curve((x + dx, 0), (x + dx + 2, -4), (x + dx + 1, -8)), mark, 1.7)


_TAILS = {"bushy": 36.0, "ringed": 32.0, "banded": 30.0, "plume": 24.0, "thin": 14.0, "tassel": 10.0, "bare": 8.0}


def _tail(pen: Pen, coat: Coat) -> None:
    """The tail lies behind on the ground; a squirrel's stands over its back."""
    if coat.tail == "squirrel":
        plume = [(-80, -10), (-112, -20), (-132, -66), (-126, -112), (-104, -128), (-90, -112), (-98, -92)]
        pen.fill(smooth([*plume, (-92, -60), (-78, -40)]), coat.fur, "soft")
        pen.decal(tube([(-100, -26), (-116, -66), (-112, -108)], [5, 14, 8]), coat.light, alpha=0.5, blur=3)
        return
    width = _TAILS.get(coat.tail)
    if width is None:
        if coat.tail == "short":
            pen.fill(ellipse(-96, -26, 14, 13), coat.light if coat.has("cotton") else coat.fur, "soft")
        return
    half = width / 2
    line = [(-80, -half - 8), (-110, -half), (-142, -half - 2), (-160, -half - 20)]
    tone = (232, 160, 158) if coat.tail == "bare" else coat.dark if coat.has("points") else coat.fur
    path = pen.fill(tube(line, [width * 0.7, width, width, width * 0.5]), tone, "soft")
    with pen.on(path):
        if coat.has("tailtip") or coat.tail == "plume":
            pen.decal(ellipse(-162, -half - 22, 22, width * 0.6, -40), coat.light)
        if coat.tail in {"ringed", "banded"} or coat.has("stripes"):
            ring = coat.light if coat.tail == "ringed" else coat.dark
            for x in (-104, -122, -140):
                pen.decal(ellipse(x, -half, 4.4, width * 0.8, -8), ring)
        if coat.tail == "tassel":
            pen.decal(ellipse(-160, -half - 20, 16, width), coat.dark)
