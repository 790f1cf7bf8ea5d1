"""An owl from the front: face discs, great eyes, ear tufts, folded wings, scalloped breast."""

from __future__ import annotations

import math

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.creature import airborne, anchors, draw_eye
from pinxit.engines.illustrator.rigs.trace import halved, organic, stroke
from pinxit.engines.illustrator.rigs.wings import spread_wing
from pinxit.engines.illustrator.shapes import arc, ellipse, mirrored

BODY = "0 -146 26 -144 44 -130 52 -106 50 -84 54 -58 46 -26 26 -8 0 -4"
WING = "36 -98 52 -92 61 -64 56 -34 42 -14 36 -20 34 -48 30 -76"


@thing("owl", "barn owl", "snowy owl", "owlet", "baby owl", cm=38, kind="bird")
def draw(pen: Pen, look: Look) -> None:
    plain = {"snowy owl": (244, 242, 240), "barn owl": (214, 164, 100)}.get(look.noun, (150, 104, 66))
    coat = look.colour((244, 242, 240) if look.has("snowy", "white") else plain)
    light = look.colour(mix(lighten(coat, 0.7), (255, 238, 208), 0.5), 1)
    spread = airborne(look)
    pen.fill(organic("-20 -24 20 -24 16 8 0 12 -16 8"), darken(coat, 0.3), "soft")
    if spread:
        for flip in (False, True):
            with pen.at(-40 if flip else 40, -92, 0.95, flip=flip):
                spread_wing(pen, coat, darken(coat, 0.25))
    pen.anchor("back", 0, -80, 80)
    body = pen.fill(halved(BODY), coat, "soft")
    with pen.on(body):
        pen.decal(halved("0 -98 24 -92 34 -66 32 -30 18 -10 0 -6"), light)
        _scales(pen, coat)
    tuft = organic("18 -142 30 -148 50 -168 53 -162 50 -138 42 -124", 0.4)
    for path in (tuft, mirrored(tuft)):
        pen.fill(path, darken(coat, 0.16), "soft")
    _face(pen, look, coat, light)
    if not spread:
        for flip in (False, True):
            with pen.at(0, 0, flip=flip):
                _folded(pen, darken(coat, 0.14))
    _feet(pen, look.part("feet", (240, 170, 60)))
    anchors(pen, body=(0, -54, 100), neck=(0, -88, 86), hand=(16, -2, 18), hand2=(-16, -2, 18), seat=(0, -140, 60))


def _scales(pen: Pen, coat: Rgb) -> None:
    tone = mix(coat, (90, 56, 30), 0.15)
    for row in range(6):
        y = -80 + row * 12.5
        for k in range(-3, 4):
            x = (k + 0.5 * (row % 2)) * 11
            pen.line(arc(x, y, 4.4, 5.4, 15, 150), tone, 2, alpha=0.75)


def _folded(pen: Pen, tone: Rgb) -> None:
    wing = pen.fill(organic(WING), tone, "soft")
    with pen.on(wing):
        for row, (y, shift) in enumerate(((-72, 0), (-56, 3), (-40, 0))):
            for k in range(4):
                pen.line(arc(34 + k * 8 + shift, y, 4, 6 + row, 10, 160), darken(tone, 0.35), 1.7, alpha=0.7)
        for x in (42, 49):
            pen.line(stroke(f"{x} -34 {x - 2} -14"), darken(tone, 0.35), 1.7, alpha=0.7)


def _face(pen: Pen, look: Look, coat: Rgb, light: Rgb) -> None:
    for side in (-1, 1):
        disc = pen.fill(ellipse(side * 21, -112, 26, 27), lighten(light, 0.2), "soft", line=0.5)
        with pen.on(disc):
            for k in range(14):
                a = math.tau * k / 14
                x, y = side * 21 + math.cos(a) * 21, -112 + math.sin(a) * 22
                pen.line(stroke(f"{x} {y} {x + math.cos(a) * 5} {y + math.sin(a) * 5}"), coat, 2, alpha=0.55)
            pen.decal(ellipse(side * 17, -112, 16, 17), mix(coat, light, 0.5), alpha=0.5, blur=5)
        draw_eye(pen, look, side * 18.5, -113, 14.5 if look.cute else 13.5, (248, 184, 40))
    brow = organic("0 -112 4 -126 16 -138 42 -149 34 -140 20 -133 9 -126 4 -116", 0.4)
    for path in (brow, mirrored(brow)):
        pen.fill(path, darken(coat, 0.12), "soft", line=0)
    pen.fill(organic("0 -112 7 -106 5 -96 0 -88 -5 -96 -7 -106"), look.part("beak", (240, 168, 56)), "glossy", line=0.6)
    anchors(pen, eyes=(0, -113, 80), face=(0, -108, 76), mouth=(0, -96, 20), head=(0, -138, 74))


def _feet(pen: Pen, orange: Rgb) -> None:
    for side in (-1, 1):
        for k in (-1, 0, 1):
            x = side * 17 + k * 7
            pen.fill(ellipse(x, -2, 4.4, 7, k * -12), orange, "soft", line=0.5)
            pen.decal(ellipse(x, 3, 1.8, 2.6), (70, 52, 44))
