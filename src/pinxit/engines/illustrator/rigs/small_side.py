"""The small round animal on its four short legs: body from the side, head turned to us."""

from __future__ import annotations

from dataclasses import dataclass

import skia

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.coats import Coat
from pinxit.engines.illustrator.rigs.flanks import draw_flank
from pinxit.engines.illustrator.rigs.gaits import gait_of
from pinxit.engines.illustrator.rigs.lying import limb_tone
from pinxit.engines.illustrator.rigs.muzzles import draw_face
from pinxit.engines.illustrator.rigs.rumps import draw_side_tail
from pinxit.engines.illustrator.rigs.spines import draw_spines
from pinxit.engines.illustrator.shapes import Point, curve, ellipse, smooth, tube


@dataclass(frozen=True, slots=True)
class Stride:
    """Where the feet are (near hind, far hind, near fore, far fore), the body's turn and height above ground."""

    feet: tuple[Point, Point, Point, Point]
    turn: float = 0.0
    lift: float = 0.0


_STAND = Stride(((-34, 0), (-14, -3), (26, 0), (42, -3)))
_WALK = Stride(((-48, 0), (-8, -4), (16, -2), (56, -9)))
_LEAP = Stride(((-88, -2), (-74, -10), (74, -26), (88, -36)), -12, 44)


def draw_small(pen: Pen, look: Look, species: Coat) -> None:
    """Draw the animal; anchors: head, eyes, face, mouth, neck, body, back, seat, hand, hand2."""
    coat = species.dressed(look)
    gait = gait_of(look.pose)
    stride = _LEAP if gait.lift else _WALK if not gait.legs[2].planted else _STAND
    with pen.at(0, -stride.lift, turn=stride.turn):
        _draw(pen, look, coat, stride)


def _draw(pen: Pen, look: Look, coat: Coat, stride: Stride) -> None:
    wide = 0.92 + 0.2 * (coat.build - 0.94)
    with pen.at(-56, -34):
        draw_side_tail(pen, coat, coat.tail, 86, running=stride.lift > 0)
    tone = limb_tone(coat)
    far = lighten(tone, 0.14) if sum(tone) < 190 else darken(tone, 0.22)
    _leg(pen, (-26, -28), stride.feet[1], far, 24)
    _leg(pen, (38, -30), stride.feet[3], far, 19)
    if coat.has("spines"):
        draw_spines(pen, coat, (-8, -44, 60 * wide, 46 * wide))
    body = _body(wide)
    pen.fill(body, coat.fur, "soft")
    with pen.on(body):
        draw_flank(pen, coat, 84, (-44, 34), look)
        if coat.has("spines"):
            pen.decal(smooth([(-80, -20), (-40, -36), (20, -44), (60, -110), (-80, -110)]), coat.dark)
        elif not coat.has("plain", "panda"):
            pen.decal(ellipse(0, -8, 50, 15), coat.light, alpha=0.8, blur=5)
        if coat.has("shell"):
            _shell(pen, coat)
    _haunch(pen, coat, stride)
    pen.anchor("back", -14, -84 * wide, 80)
    pen.anchor("seat", -16, -84 * wide, 50)
    pen.anchor("body", -4, -48, 84)
    _leg(pen, (30, -30), stride.feet[2], tone, 21)
    fx, fy = stride.feet[2]
    pen.anchor("hand", fx + 4, fy - 8, 22)
    pen.anchor("hand2", stride.feet[3][0] + 4, stride.feet[3][1] - 8, 22)
    rx = 46 if look.cute else 38
    hx, hy = 46, -76 - (6 if look.cute else 0)
    with pen.on(body):
        pen.decal(ellipse(hx - 6, hy + rx * 0.86, rx * 0.8, 8), darken(coat.fur, 0.5), alpha=0.3, blur=5)
    pen.anchor("neck", hx - 6, hy + rx * 0.86, rx * 1.4)
    with pen.at(hx, hy, turn=-stride.turn * 0.7):
        draw_face(pen, look, coat, (0, 0, rx, rx * 0.9))


def _body(wide: float) -> skia.Path:
    points = [(-64, -32), (-58, -62), (-30, -84), (6, -88), (40, -78), (58, -54), (52, -24), (24, -9), (-20, -7)]
    return smooth([(x * (0.5 + wide * 0.5), y * wide) for x, y in [*points, (-52, -12)]])


def _leg(pen: Pen, root: Point, foot: Point, tone: Rgb, width: float) -> None:
    (rx, ry), (x, y) = root, foot
    knee = ((rx + x) / 2 - 2, (ry + y) / 2 - 4)
    pen.fill(tube([root, knee, (x, y - 7)], [width * 1.2, width, width * 0.8]), tone, "soft", line=0.8)
    paw = [(-9, 0), (-9, -9), (0, -13), (10, -10), (14, -3), (10, 1)]
    pen.fill(smooth([(x + a, y + b) for a, b in paw]), tone, "soft", line=0.8)
    mark = lighten(tone, 0.3) if sum(tone) < 240 else darken(tone, 0.45)
    for dx in (4, 8):
        pen.line(curve((x + dx, y), (x + dx + 1, y - 5)), mark, 1.4)


def _haunch(pen: Pen, coat: Coat, stride: Stride) -> None:
    """The folded thigh and the long hind foot; stretched out behind in a leap."""
    tone = coat.dark if coat.has("panda") else limb_tone(coat) if coat.has("socks") else coat.fur
    x, y = stride.feet[0]
    if stride.lift:
        leg = tube([(-36, -36), (-58, -18), (x, y)], [44, 26, 16])
        pen.fill(leg, coat.fur, "soft", line=0.75)
    else:
        pen.fill(ellipse(-34, -30, 27, 26, -14), coat.fur, "soft", line=0.75)
    foot = coat.light if coat.has("mitts") else tone
    with pen.at(x, y, turn=60 if stride.lift else 0):
        pen.fill(smooth([(-16, -1), (-14, -12), (4, -14), (22, -8), (23, 0), (4, 2)]), foot, "soft", line=0.8)
        mark = lighten(foot, 0.3) if sum(foot) < 240 else darken(foot, 0.45)
        for dx in (12, 17):
            pen.line(curve((dx, 0), (dx + 1, -5)), mark, 1.4)


def _shell(pen: Pen, coat: Coat) -> None:
    """An armadillo's bands."""
    pen.decal(smooth([(-80, -20), (-30, -26), (30, -30), (70, -40), (40, -120), (-80, -120)]), coat.dark)
    for i in range(9):
        x = -56 + 13 * i
        pen.line(curve((x - 4, -96), (x + 5, -60), (x, -24)), lighten(coat.dark, 0.3), 2.6, alpha=0.8)
        pen.line(curve((x - 2, -96), (x + 7, -60), (x + 2, -24)), darken(coat.dark, 0.3), 1.6, alpha=0.7)
