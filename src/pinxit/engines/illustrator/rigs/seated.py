"""The seated animal, seen from the front: head over a pear-shaped body, forelegs, haunches, a tail that curls round.

About 200 units high. `look.cute` gives it the proportions of a toy: half of it is head.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import skia

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.look import Look
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.coats import Coat
from pinxit.engines.illustrator.rigs.muzzles import draw_face
from pinxit.engines.illustrator.rigs.tails import draw_tail
from pinxit.engines.illustrator.shapes import Point, curve, ellipse, mirrored, smooth, tube


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the parts are: the head's centre and radii, the body's half widths, the shoulders' height."""

    head_y: float
    head_rx: float
    head_ry: float
    chest: float
    hips: float
    shoulder_y: float
    cute: bool

    @property
    def elbow(self) -> float:
        """The height of the elbows."""
        return self.shoulder_y * 0.5


CUTE = Frame(-128, 64, 55, 37, 47, -84, cute=True)
COMPACT = Frame(-138, 53, 47, 40, 50, -96, cute=True)
PLAIN = Frame(-160, 45, 42, 36, 45, -120, cute=False)


def draw_seated(pen: Pen, look: Look, species: Coat) -> None:
    """Draw the animal; anchors: head, eyes, face, mouth, neck, body, back, seat, hand."""
    coat = species.dressed(look)
    frame = CUTE if look.cute else COMPACT if coat.compact else PLAIN
    draw_tail(pen, coat, frame.hips * coat.build)
    if coat.has("spines"):
        _spiny_back(pen, coat, frame)
    body = body_outline(coat, frame)
    pen.fill(body, coat.fur, "soft")
    with pen.on(body):
        draw_front(pen, coat, frame, held=look.holds is not None)
    _haunches(pen, coat, frame)
    pen.anchor("back", 0, -40, frame.hips * 2 * coat.build)
    pen.anchor("seat", 0, frame.shoulder_y, frame.chest * 2)
    if look.holds is None:
        _forelegs(pen, coat, frame)
        pen.anchor("hand", -18, frame.shoulder_y + 42, 26)
    else:
        _resting(pen, coat, frame)
    pen.anchor("hand2", 18, frame.shoulder_y + 46, 26)
    if not look.cute and coat.has("ruff"):
        _ruff(pen, coat, frame)
    pen.anchor("body", 0, frame.shoulder_y + 26, frame.hips * 1.7 * coat.build)
    neck = frame.head_y + frame.head_ry * 0.94
    pen.decal(ellipse(0, neck + 2, frame.chest * 0.8, 9), darken(_bib(coat), 0.5), alpha=0.35, blur=5)
    pen.anchor("neck", 0, neck + 3, frame.chest * (1.9 if look.cute else 1.5) * coat.build)
    draw_face(pen, look, coat, (0, frame.head_y, frame.head_rx, frame.head_ry))
    if coat.has("mane"):  # a collar lies on the mane
        pen.anchor("neck", 0, neck + 8, frame.chest * 1.5)
    if look.holds is not None:
        _raised(pen, coat, frame)


def body_outline(coat: Coat, frame: Frame) -> skia.Path:
    """The pear of chest and hips."""
    chest, hips, top = frame.chest * coat.build, frame.hips * coat.build, frame.shoulder_y
    half: list[Point] = [(0, top - 16), (chest * 0.68, top - 8), (chest, top + 18), (chest * 1.04, top * 0.5)]
    half += [(hips, -22), (hips * 0.86, -4), (0, 2)]
    return smooth([*half, *[(-x, y) for x, y in reversed(half[1:-1])]])


def _limb(coat: Coat) -> Rgb:
    return lighten(coat.dark, 0.06) if coat.has("socks", "panda") else coat.fur


def _bib(coat: Coat) -> Rgb:
    return coat.dark if coat.has("belly") else coat.light


def draw_front(pen: Pen, coat: Coat, frame: Frame, *, held: bool) -> None:
    """The chest and belly, and what marks the flanks."""
    top, wide = frame.shoulder_y, frame.chest * coat.build
    if coat.has("panda"):
        pen.decal(ellipse(0, top + 2, wide * 1.4, 26), coat.dark)
    elif coat.has("belly", "pale"):
        shape = [(0, top - 14), (wide * 0.6, top + 6), (wide * 0.86, -50), (wide * 0.8, -12), (0, 4)]
        pen.decal(smooth([*shape, *[(-x, y) for x, y in reversed(shape[1:-1])]]), _bib(coat))
    elif held and not coat.has("plain"):
        shape = [(0, top - 16), (wide * 0.56, top + 4), (wide * 0.5, top + 34), (wide * 0.2, top + 52), (0, top + 62)]
        pen.decal(smooth([*shape, *[(-x, y) for x, y in reversed(shape[1:-1])]]), coat.light)
    for mark, paint in (("stripes", _stripes), ("spots", _spots), ("rosettes", _spots), ("patches", _spots)):
        if coat.has(mark):
            paint(pen, coat, frame)


def _stripes(pen: Pen, coat: Coat, frame: Frame) -> None:
    wide = frame.chest * coat.build
    for i in range(4):
        y = -30 - 20 * i
        if y < frame.shoulder_y + 8:
            break
        stripe = smooth(
            [(wide * 1.5, y - 11), (wide * 0.9, y - 6), (wide * 0.52, y + 1), (wide * 0.9, y), (wide * 1.5, y - 2)]
        )
        pen.decal(stripe, coat.dark)
        pen.decal(mirrored(stripe), coat.dark)


def _spots(pen: Pen, coat: Coat, frame: Frame) -> None:
    wide = frame.chest * coat.build
    for a, b, r in ((0.9, 0.5, 4.6), (-0.84, 0.62, 5), (1.0, 0.24, 4.2), (-1.06, 0.3, 4.8), (0.74, 0.84, 4.4),
                    (-0.7, 0.88, 3.6), (0.6, 0.34, 3.6), (-0.62, 0.42, 3.4), (0.56, 0.64, 3.6)):  # fmt: skip
        spot = ellipse(wide * a, frame.shoulder_y * b, r, r * 0.8, 20)
        pen.decal(spot, coat.dark)
        if coat.has("rosettes"):
            pen.decal(ellipse(wide * a, frame.shoulder_y * b, r * 0.44), mix(coat.fur, coat.dark, 0.3))


def _foot(pen: Pen, place: tuple[float, float, float], tone: Rgb, *, tall: float = 1.0) -> None:
    """A paw on the ground, `width` units across, with its toes."""
    x, y, width = place
    h = width / 2
    half = [
        (-h, y - 3),
        (-h * 0.86, y - 11 * tall),
        (0, y - 16 * tall),
        (h * 0.86, y - 11 * tall),
        (h, y - 3),
        (0, y + 3),
    ]
    pen.fill(smooth([(x + a, b) for a, b in half]), tone, "soft", line=0.9)
    draw_toes(pen, tone, (x, y), h * 0.34, 7 * tall)


def draw_toes(pen: Pen, tone: Rgb, place: Point, apart: float = 6, tall: float = 7) -> None:
    """The lines between the toes of a paw whose middle stands there."""
    x, y = place
    mark = lighten(tone, 0.3) if sum(tone) < 240 else darken(tone, 0.45)
    for dx in (-apart, apart):
        pen.line(curve((x + dx, y), (x + dx * 0.94, y - tall)), mark, 1.7)


def _haunches(pen: Pen, coat: Coat, frame: Frame) -> None:
    hips = frame.hips * coat.build
    fur = _limb(coat) if coat.has("panda") else coat.fur
    foot = coat.light if coat.has("mitts") else _limb(coat)
    for side in (1, -1):
        thigh = ellipse(side * hips * 0.78, -27, hips * 0.42, 27, -12 * side)
        pen.fill(thigh, fur, "soft", line=0.75)
        with pen.on(thigh):
            if coat.has("stripes"):
                for y in (-44, -30, -16):
                    bar = [(hips * 1.3, y - 6), (hips * 0.9, y - 3), (hips * 0.66, y + 2), (hips * 0.92, y + 3)]
                    path = smooth([*bar, (hips * 1.3, y + 2)])
                    pen.decal(path if side > 0 else mirrored(path), coat.dark)
            elif coat.has("spots", "rosettes", "patches"):
                for dx, y in ((0.9, -40), (0.74, -28), (1.0, -22), (0.84, -14)):
                    pen.decal(ellipse(side * hips * dx, y, 4.2, 3.4), coat.dark)
        _foot(pen, (side * hips * 0.84, -1, 35 if frame.cute else 32), foot)


def _forelegs(pen: Pen, coat: Coat, frame: Frame) -> None:
    tone = _limb(coat)
    top = frame.shoulder_y
    for side in (1, -1):
        x = side * (19 if frame.cute else 16)
        wide = 24 if frame.cute else 23
        points = [(side * frame.chest * 0.62 * coat.build, top + 24), (x * 1.1, top * 0.5), (x, -10)]
        leg = tube(points, [wide * 1.1, wide * 0.92, wide * 0.86])
        pen.fill(leg, tone, "soft", line=0.75)
        with pen.on(leg):
            if coat.has("stripes"):
                for y in (top * 0.68, top * 0.5, top * 0.32):
                    bar = [(x + side * 14, y - 4), (x - side * 2, y + 2), (x + side * 14, y + 3)]
                    pen.decal(smooth(bar), coat.dark)
            elif coat.has("spots", "rosettes", "patches"):
                for dx, y in ((5, top * 0.66), (-2, top * 0.48), (4, top * 0.34)):
                    pen.decal(ellipse(x + side * dx, y, 3.4), coat.dark)
        _foot(pen, (x, 1, 29 if frame.cute else 27), coat.light if coat.has("mitts") else tone)
    if not coat.has("belly", "panda", "plain"):
        _tuft(pen, coat, frame)


def _tuft(pen: Pen, coat: Coat, frame: Frame) -> None:
    """Chest fur that falls over the tops of the forelegs."""
    top, wide = frame.shoulder_y, frame.chest * coat.build
    half = [
        (0, top - 14),
        (wide * 0.62, top - 2),
        (wide * 0.68, top + 22),
        (wide * 0.5, top + 22),
        (wide * 0.44, top + 38),
    ]
    half += [(wide * 0.24, top + 34), (0, top + 54)]
    pen.fill(smooth([*half, *[(-x, y) for x, y in reversed(half[1:-1])]], tension=0.32), coat.light, "flat", line=0.0)


def _ruff(pen: Pen, coat: Coat, frame: Frame) -> None:
    top, wide = frame.shoulder_y, frame.chest * coat.build * 1.16
    half: list[Point] = [(0, top - 24), (wide * 0.7, top - 18), (wide, top + 8), (wide * 0.8, top + 12)]
    half += [
        (wide * 0.76, top + 30),
        (wide * 0.5, top + 30),
        (wide * 0.36, top + 48),
        (wide * 0.16, top + 42),
        (0, top + 60),
    ]
    tone = coat.dark if coat.has("mane") else coat.light
    pen.fill(smooth([*half, *[(-x, y) for x, y in reversed(half[1:-1])]], tension=0.32), tone, "soft", line=0.7)


def _spiny_back(pen: Pen, coat: Coat, frame: Frame) -> None:
    points = []
    for i in range(61):
        angle = math.radians(-150 + 5 * i)
        reach = 1.0 if i % 2 == 0 else 1.24
        points.append((math.sin(angle) * frame.hips * 1.22 * reach, -50 - math.cos(angle) * 54 * reach))
    pen.fill(smooth(points, tension=0.16), coat.dark, "soft")


def _resting(pen: Pen, coat: Coat, frame: Frame) -> None:
    """The other forepaw, at rest on the belly."""
    tone, top = _limb(coat), frame.shoulder_y
    arm = tube([(frame.chest * 0.92, top + 20), (frame.chest * 0.98, top + 40), (17, top + 50)], [25, 25, 23])
    pen.fill(arm, tone, "soft", line=0.9)
    mark = lighten(tone, 0.3) if sum(tone) < 240 else darken(tone, 0.45)
    for k in (0, 1):
        pen.line(curve((8, top + 46 + 7 * k), (14, top + 47 + 6 * k)), mark, 1.7)


def _raised(pen: Pen, coat: Coat, frame: Frame) -> None:
    """A forepaw raised to the side of the chin; what is held passes behind it."""
    tone, top = _limb(coat), frame.shoulder_y
    x, y = -frame.chest * 0.98, frame.head_y + frame.head_ry * 0.94
    arm = tube([(-frame.chest * 0.8, top + 24), (-frame.chest * 1.14, top + 28), (x - 3, y + 8)], [25, 26, 23])
    pen.fill(arm, tone, "soft")
    pen.anchor("hand", x - 3, y + 2, 30, turn=-22)
    paw = smooth([(x - 17, y + 3), (x - 8, y - 10), (x + 6, y - 10), (x + 15, y + 1), (x + 9, y + 14), (x - 9, y + 15)])
    pen.fill(paw, coat.light if coat.has("mitts") else tone, "soft")
    mark = lighten(tone, 0.3) if sum(tone) < 240 else darken(tone, 0.45)
    for k in (-4, 4):
        pen.line(curve((x + k, y - 8), (x + k - 1, y)), mark, 1.7)
