"""What some species have besides: wool, humps, udders, trunks, beards, pouches' folds."""

from __future__ import annotations

import math

import skia

from pinxit.engines.illustrator.colours import darken, lighten
from pinxit.engines.illustrator.look import Look
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.coats import Coat
from pinxit.engines.illustrator.rigs.quadruped_bones import Bones
from pinxit.engines.illustrator.shapes import Point, arc, changed, curve, ellipse, smooth, tube, union

PINK = (240, 172, 168)


def grown(bones: Bones) -> list[skia.Path]:
    """Outlines that grow together with the body: humps, a trunk."""
    parts: list[skia.Path] = []
    extras = bones.build.extras
    if "hump" in extras:
        parts.append(_hump(bones, -0.08))
    if "humps" in extras:
        parts += [_hump(bones, -0.34), _hump(bones, 0.22)]
    if "trunk" in extras:
        matrix = skia.Matrix.Translate(*bones.poll)
        matrix.preRotate(bones.head_turn)
        matrix.preScale(bones.build.head / 100, bones.build.head / 100)
        parts.append(changed(trunk(bones), matrix))
    return parts


def _hump(bones: Bones, u: float) -> skia.Path:
    places = (
        (-0.46, 0.2),
        (-0.3, -0.06),
        (-0.19, -0.34),
        (0.0, -0.48),
        (0.17, -0.36),
        (0.28, -0.06),
        (0.42, 0.2),
        (0.0, 0.4),
    )
    return smooth([bones.spot(u + du, v) for du, v in places])


def trunk(bones: Bones) -> skia.Path:
    """An elephant's trunk from the brow, in head units; it hangs to the ground and curls at its tip."""
    up = bones.pose.flow > 0.4 or bones.pose.lying
    angle = math.radians(86 - bones.head_turn)
    points: list[Point] = [(62, 22)]
    widths = [48.0]
    drop = (-bones.poll[1]) / (bones.build.head / 100)
    each = max(14.0, min(30.0, (drop - 40) / 6.4))
    for i in range(8):
        angle -= math.radians((0, 4, 10, 20, 26, 30, 34, 30)[i] if up else (-4, -4, -3, 4, 12, 26, 36, 36)[i])
        points.append((points[-1][0] + math.cos(angle) * each, points[-1][1] + math.sin(angle) * each))
        widths.append(43 - 4.1 * i)
    return tube(points, widths)


def draw_trunk_rings(pen: Pen, coat: Coat, bones: Bones) -> None:
    """Creases across the trunk."""
    with pen.at(*bones.poll, bones.build.head / 100, turn=bones.head_turn):
        path = trunk(bones)
        shade = darken(coat.fur, 0.42)
        turn = math.radians(-bones.head_turn)
        with pen.on(path):
            for i in range(16):
                x, y = 62 + 16 * i * math.cos(turn + 1.5), 30 + 16 * i * math.sin(turn + 1.5)
                dx, dy = math.cos(turn) * 30, math.sin(turn) * 30
                line = curve((x - dx, y - dy), (x - dy * 0.2, y + dx * 0.2), (x + dx, y + dy))
                pen.line(line, shade, 2, alpha=0.42)


def wool(bones: Bones, rng_shift: float = 0.0) -> skia.Path:
    """A fleece: a cloud around the torso and the lower neck."""
    build = bones.build
    cx, cy = bones.spot(0, 0.46)
    rx, ry = build.length * 0.54, build.depth * 0.6
    path = ellipse(cx, cy, rx * 0.98, ry * 0.98, bones.tilt)
    for i in range(15):
        a = math.pi * 2 * (i + rng_shift) / 15
        x, y = math.cos(a) * rx * 0.94, math.sin(a) * ry * 0.92
        path = union(
            path,
            changed(
                ellipse(cx + x, cy + y, build.depth * (0.19 + 0.03 * (i % 3))),
                skia.Matrix.RotateDeg(bones.tilt, skia.Point(cx, cy)),
            ),
        )
    nx, ny = bones.along_neck(0.4)
    return union(path, ellipse(nx, ny, bones.neck_width(0.4) * 0.62))


def draw_wool(pen: Pen, coat: Coat, bones: Bones) -> None:
    """The fleece over the body, with curls."""
    fleece = coat.light
    path = pen.fill(wool(bones), fleece, "soft")
    shade, depth = darken(fleece, 0.2), bones.build.depth
    with pen.on(path):
        for row in range(4):
            for i in range(7):
                x, y = bones.spot(-0.88 + i * 0.29 + (0.14 if row % 2 else 0), 0.1 + row * 0.27)
                pen.line(arc(x, y, depth * 0.1, depth * 0.09, 20 + 40 * (i % 3), 200), shade, depth * 0.028, alpha=0.7)


def draw_topknot(pen: Pen, coat: Coat, bones: Bones) -> None:
    """Wool on the brow."""
    with pen.at(*bones.poll, bones.build.head / 100, turn=bones.head_turn):
        path = ellipse(6, -10, 15)
        for x, y, r in ((-8, 0, 14), (-10, 14, 13), (20, -10, 11), (6, 0, 15)):
            path = union(path, ellipse(x, y, r))
        pen.fill(path, coat.light, "soft", line=0.8)
        pen.line(arc(4, -8, 7, 6, 30, 220), darken(coat.light, 0.2), 2.2, alpha=0.7)


def draw_udder(pen: Pen, bones: Bones) -> None:
    """A cow's udder between the hind legs."""
    x, y = bones.spot(-0.36, 0.96)
    d = bones.build.depth
    pen.fill(
        smooth(
            [
                (x - d * 0.2, y - d * 0.1),
                (x + d * 0.24, y - d * 0.08),
                (x + d * 0.2, y + d * 0.13),
                (x - d * 0.14, y + d * 0.15),
            ]
        ),
        PINK,
        "soft",
        line=0.7,
    )
    for dx in (-0.06, 0.1):
        pen.fill(
            tube([(x + d * dx, y + d * 0.12), (x + d * (dx + 0.01), y + d * 0.23)], [d * 0.07, d * 0.05]),
            darken(PINK, 0.08),
            "soft",
            line=0.6,
        )


def draw_beard(pen: Pen, coat: Coat, bones: Bones, size: float) -> None:
    """A goat's or a bison's beard, hanging straight from the chin."""
    with pen.at(*bones.poll, bones.build.head / 100, turn=bones.head_turn), pen.at(76, 34, size, turn=-bones.head_turn):
        beard = smooth([(-12, -6), (8, -6), (7, 12), (2, 34), (-5, 24), (-11, 20), (-12, 8)], tension=0.4)
        tone = coat.dark if "shaggy" in coat.marks else coat.light
        pen.fill(beard, tone, "soft", line=0.7)
        for dx in (-5, 1):
            pen.line(curve((dx, -2), (dx + 1, 10), (dx, 22)), darken(tone, 0.25), 1.6, alpha=0.6)


def draw_dewlap(pen: Pen, look: Look, coat: Coat, bones: Bones) -> None:
    """The hair under a moose's throat."""
    with pen.at(*bones.poll, bones.build.head / 100, turn=bones.head_turn), pen.at(36, 44, turn=-bones.head_turn):
        pen.fill(smooth([(-9, -6), (9, -6), (6, 16), (1, 34), (-6, 18)]), darken(coat.fur, 0.16), "soft", line=0.6)


def draw_tuft_lines(pen: Pen, coat: Coat, bones: Bones) -> None:
    """Shaggy strokes over neck and chest of woolly necks (alpaca, llama)."""
    tone = lighten(coat.fur, 0.3) if sum(coat.fur) < 400 else darken(coat.fur, 0.16)
    for i in range(9):
        x, y = bones.along_neck(0.08 + i * 0.1)
        dx = bones.neck_width(0.5) * (0.24 if i % 2 else -0.2)
        pen.line(arc(x + dx, y, 5, 4, 20, 170), tone, 1.6, alpha=0.6)
    for i in range(14):
        x, y = bones.spot(-0.8 + (i % 7) * 0.24, 0.25 + 0.3 * (i // 7))
        pen.line(arc(x, y, 6, 5, 20, 170), tone, 1.6, alpha=0.6)
