"""Animal heads from the front: fur, eyes, muzzle and the expression they wear."""

from __future__ import annotations

import math

import skia

from pinxit.engines.illustrator.colours import WHITE, Rgb, darken, lighten, mix
from pinxit.engines.illustrator.look import Look
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.coats import ANGRY, HAPPY, SAD, SLEEPY, SURPRISED, Coat
from pinxit.engines.illustrator.rigs.ears import Skull, draw_ears, draw_hanging, on_skull
from pinxit.engines.illustrator.rigs.markings import draw_markings
from pinxit.engines.illustrator.shapes import Point, arc, curve, ellipse, smooth

INK: Rgb = (40, 26, 28)


def draw_face(pen: Pen, look: Look, coat: Coat, skull: Skull) -> None:
    """The whole head; sets the anchors head, eyes, face and mouth."""
    x, y, rx, ry = skull
    if coat.has("mane"):
        _mane(pen, coat, skull)
    if coat.has("spines"):
        _spines(pen, coat, skull)
    draw_ears(pen, coat, skull)
    head = head_outline(coat, skull)
    pen.fill(head, coat.fur, "soft")
    with pen.on(head):
        draw_markings(pen, coat, skull)
    if coat.has("quiff"):
        _quiff(pen, coat, skull)
    draw_hanging(pen, coat, skull)
    _muzzle(pen, look, coat, skull)
    _eyes(pen, look, coat, skull)
    if look.cute or look.expression in HAPPY:
        strength = 0.6 if look.cute else 0.3
        for side in (1, -1):
            spot = ellipse(x + side * rx * 0.7, y + ry * 0.44, rx * 0.14, ry * 0.1)
            pen.decal(spot, (255, 126, 126), alpha=strength, blur=rx * 0.03)
    pen.anchor("eyes", x, y + ry * _eye_height(look), rx * (coat.spread * 2 + 0.5))
    pen.anchor("face", x, y + ry * 0.2, rx * 1.2)
    pen.anchor("mouth", x, y + ry * (coat.drop + 0.18), rx * 0.6)
    pen.anchor("head", x, y - ry * 0.8, rx * 1.5)


def head_outline(coat: Coat, skull: Skull) -> skia.Path:
    """The head's outline: a round crown, cheeks that may be tufted, a chin."""
    c, k, j = coat.crown, coat.cheek, coat.jaw
    half: list[Point] = [(0, -1.02), (0.5 * c, -0.9), (0.86 * c, -0.54), (1.0 * c, -0.1)]
    if coat.tufts:
        half += [(k * 1.02, 0.1), (k * 1.17, 0.26), (k * 1.05, 0.34), (k * 1.12, 0.5), (k * 0.95, 0.54)]
        half += [(k * 0.94, 0.68), (j + 0.1, 0.82), (j * 0.52, 0.97), (0, 1.02)]
    else:
        half += [(k, 0.22), (k * 0.92, 0.56), (j, 0.86), (j * 0.5, 0.98), (0, 1.0)]
    return on_skull(skull, [*half, *[(-a, b) for a, b in reversed(half[1:-1])]])


def _mane(pen: Pen, coat: Coat, skull: Skull) -> None:
    x, y, rx, ry = skull
    for count, outer, inner, tone in ((24, 1.66, 1.42, coat.dark), (20, 1.4, 1.2, lighten(coat.dark, 0.14))):
        points = []
        for i in range(count * 2):
            angle = math.pi * i / count
            reach = inner if i % 2 else outer
            points.append((x + math.sin(angle) * rx * reach, y + ry * 0.1 - math.cos(angle) * ry * reach))
        pen.fill(smooth(points, tension=0.3), tone, "soft", line=1.0 if outer > 1.5 else 0.0)


def _spines(pen: Pen, coat: Coat, skull: Skull) -> None:
    x, y, rx, ry = skull
    for outer, inner, tone in ((1.52, 1.24, coat.dark), (1.3, 1.08, lighten(coat.dark, 0.2))):
        points = []
        for i in range(45):
            angle = math.radians(-132 + 6 * i)
            reach = inner if i % 2 == 0 else outer
            points.append((x + math.sin(angle) * rx * reach, y - math.cos(angle) * ry * reach))
        pen.fill(smooth([*points, (x, y + ry * 0.9)], tension=0.16), tone, "soft", line=1.0 if outer > 1.4 else 0.0)


def _quiff(pen: Pen, coat: Coat, skull: Skull) -> None:
    x, y, rx, ry = skull
    points = []
    for i in range(16):
        angle = 2 * math.pi * i / 16
        reach = 1.0 if i % 2 else 0.84
        points.append((x + math.sin(angle) * rx * 0.62 * reach, y - ry * 0.98 - math.cos(angle) * ry * 0.42 * reach))
    pen.fill(smooth(points), lighten(coat.fur, 0.08), "soft")


def _muzzle(pen: Pen, look: Look, coat: Coat, skull: Skull) -> None:
    x, y, rx, ry = skull
    wide, tall = rx * coat.muzzle[0], ry * coat.muzzle[1]
    cy = y + ry * coat.drop
    half = [(0, -1.0), (0.55, -0.78), (0.94, -0.02), (0.9, 0.56), (0.46, 0.94), (0, 0.96)]
    pad = on_skull((x, cy, wide, tall), [*half, *[(-a, b) for a, b in reversed(half[1:-1])]])
    tone = coat.light if coat.snout is None else coat.snout
    pen.fill(pad, tone, "soft", line=0.5 if coat.has("jowls") else 0.0)
    top = cy - tall * 0.56
    size = rx * 0.155 * coat.nose_size
    if coat.has("koala"):
        nose = ellipse(x, cy - tall * 0.1, rx * 0.19, ry * 0.34)
        top = cy + tall * 0.1
    else:
        shape = [(-1, -0.28), (-0.5, -0.6), (0.5, -0.6), (1, -0.28), (0.5, 0.42), (0, 0.72), (-0.5, 0.42)]
        nose = on_skull((x, top, size, size), shape)
    _mouth(pen, look, coat, (x, top + size * 0.66, rx * 0.155))
    pen.fill(nose, coat.nose, "glossy", line=0.45)
    if coat.has("teeth"):
        pen.fill(
            on_skull((x, cy + tall * 0.72, rx * 0.07, ry * 0.1), [(-1, -1), (1, -1), (1, 1), (-1, 1)], 0.2),
            WHITE,
            "flat",
            line=0.3,
        )
    if coat.whiskers:
        _whiskers(pen, coat, (x, cy, rx, ry))


def _whiskers(pen: Pen, coat: Coat, spot: Skull) -> None:
    x, cy, rx, ry = spot
    tone = mix(WHITE, coat.dark, 0.3) if sum(coat.fur) < 480 else mix(coat.dark, coat.fur, 0.35)
    for side in (1, -1):
        for dy in (-0.1, 0.02, 0.14):
            root, middle = (x + side * rx * 0.46, cy + ry * dy), (x + side * rx * 0.84, cy + ry * dy * 1.5)
            pen.line(curve(root, middle, (x + side * rx * 1.22, cy + ry * (dy * 2.2 + 0.06))), tone, rx * 0.02)


def _mouth(pen: Pen, look: Look, coat: Coat, spot: tuple[float, float, float]) -> None:
    x, y, size = spot
    dark = mix(darken(coat.fur, 0.75), INK, 0.6)
    width = size * 0.22
    pen.line(curve((x, y), (x, y + size * 0.5)), dark, width)
    if look.expression in SAD | ANGRY:
        pen.line(arc(x, y + size * 1.2, size * 1.0, size * 0.68, 205, 130), dark, width)
        return
    if look.expression in SURPRISED:
        pen.fill(ellipse(x, y + size * 1.15, size * 0.42, size * 0.56), (120, 40, 48), "flat", line=0.4)
        return
    if (look.cute or look.expression in HAPPY) and look.holds is None and not _dozes(look):
        half: list[Point] = [(0, 0.5), (0.34, 0.88), (0.7, 0.97), (0.98, 0.9), (0.86, 1.4), (0.5, 1.84), (0, 2.0)]
        opened = on_skull((x, y, size, size), [*half, *[(-a, b) for a, b in reversed(half[1:-1])]])
        pen.fill(opened, (128, 40, 50), "flat", line=0.4)
        with pen.on(opened):
            pen.decal(ellipse(x, y + size * 2.0, size * 0.64, size * 0.56), (246, 128, 132))
    for side in (1, -1):
        pen.line(arc(x + side * size * 0.7, y + size * 0.46, size * 0.7, size * 0.5, 15, 150), dark, width)


def _dozes(look: Look) -> bool:
    return look.expression in SLEEPY or look.pose in {"sleep", "nap", "snooze", "doze", "dream"}


def _eye_height(look: Look) -> float:
    return 0.12 if look.cute else 0.02


def _eyes(pen: Pen, look: Look, coat: Coat, skull: Skull) -> None:
    x, y, rx, ry = skull
    ey = y + ry * _eye_height(look)
    size = rx * (0.19 if look.cute else 0.145) * coat.eye
    ink = mix(lighten(coat.dark, 0.7), WHITE, 0.6) if coat.has("panda", "mask") or sum(coat.fur) < 190 else INK
    for side in (1, -1):
        ex = x + side * rx * coat.spread
        if _dozes(look):
            pen.line(arc(ex, ey, size * 1.05, size * 0.62, 12, 156), ink, size * 0.34)
        elif look.expression in HAPPY and not look.parts:
            pen.line(arc(ex, ey + size * 0.42, size * 1.05, size * 1.0, 196, 148), ink, size * 0.42)
        else:
            _open_eye(pen, look, coat, (ex, ey, size, side))


def _open_eye(pen: Pen, look: Look, coat: Coat, place: tuple[float, float, float, int]) -> None:
    ex, ey, size, side = place
    size *= 1.2 if look.expression in SURPRISED else 1.0
    tall = 1.12 if look.cute else 1.0
    eye = ellipse(ex, ey, size, size * tall)
    if coat.has("panda", "mask") or sum(coat.fur) < 190:
        pen.decal(ellipse(ex, ey, size * 1.16, size * tall * 1.16), mix(coat.light, coat.dark, 0.35), alpha=0.9)
    pen.fill(eye, INK, "flat", line=0.0)
    with pen.on(eye):
        pen.decal(ellipse(ex, ey + size * 0.14, size * 0.84, size * tall * 0.86), coat.eyes)
        pen.decal(ellipse(ex, ey + size * 0.8, size * 0.66, size * 0.5), lighten(coat.eyes, 0.45), alpha=0.8)
        pupil = 0.24 if coat.slit and not look.cute else 0.5
        pen.decal(ellipse(ex, ey + size * 0.06, size * pupil, size * 0.62 * tall), (24, 16, 20))
        if look.expression in ANGRY:
            pen.decal(ellipse(ex - side * size * 0.5, ey - size * 1.1, size * 1.5, size * 0.7, side * 28), INK)
        elif not look.cute:
            pen.decal(ellipse(ex, ey - size * 1.1, size * 1.3, size * 0.5, side * 8), INK)
    pen.decal(ellipse(ex - size * 0.3, ey - size * 0.4, size * 0.32), WHITE)
    pen.decal(ellipse(ex + size * 0.36, ey + size * 0.36, size * 0.15), WHITE, alpha=0.9)
    if look.expression in ANGRY | SAD:
        lift = 0.45 if look.expression in SAD else -0.3
        brow = curve((ex - side * size * 0.9, ey - size * (1.5 + lift)), (ex + side * size, ey - size * (1.5 - lift)))
        pen.line(brow, INK, size * 0.32)
