"""The face of a furry animal in profile: mane, ears, markings, eye, nose and mouth."""

from __future__ import annotations

import math

from pinxit.engines.illustrator.colours import WHITE, Rgb, darken, lighten, mix
from pinxit.engines.illustrator.look import Look
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.coats import ANGRY, HAPPY, SLEEPY, Coat
from pinxit.engines.illustrator.rigs.profiles import Profile
from pinxit.engines.illustrator.shapes import Point, arc, curve, ellipse, smooth

INK: Rgb = (38, 26, 28)


def draw_side_mane(pen: Pen, coat: Coat, poll: Point, head: float) -> None:
    """A lion's mane: it stands behind the face and in front of the shoulder."""
    cx, cy = poll[0] - head * 0.06, poll[1] + head * 0.5
    for share, tone in ((1.0, coat.dark), (0.78, lighten(coat.dark, 0.14))):
        points = []
        for i in range(36):
            angle = 2 * math.pi * i / 36
            reach = (1.0 if i % 2 else 0.87) * share * head
            points.append((cx + math.cos(angle) * 0.7 * reach, cy + math.sin(angle) * 0.92 * reach))
        pen.fill(smooth(points, tension=0.32), tone, "soft", line=1.0 if share == 1.0 else 0.0)


def draw_profile(pen: Pen, look: Look, coat: Coat, profile: Profile, gear: tuple[float, str]) -> None:
    """Everything on the head: the origin is the poll, x runs along the face. `gear`: head length, ears."""
    size, ears = gear
    outline = smooth([(a * size, b * size) for a, b in profile.outline])
    if coat.has("mane"):
        pen.fill(outline, coat.fur, "soft")
    with pen.on(outline):
        _face_marks(pen, coat, profile, size)
    _ear(pen, coat, profile, ears, size)
    _features(pen, look, coat, profile, size)


def _spread(points: tuple[Point, ...] | list[Point], size: float) -> list[Point]:
    return [(a * size, b * size) for a, b in points]


def _face_marks(pen: Pen, coat: Coat, profile: Profile, size: float) -> None:
    if profile.muzzle:
        tone = coat.light if coat.snout is None else coat.snout
        pen.decal(smooth(_spread(profile.muzzle, size), tension=0.4), tone, alpha=0.95)
    ex, ey = profile.eye
    if coat.has("blaze"):
        blaze = [(0.1, -0.2), (0.3, 0.0), (0.8, 0.1), (1.0, 0.0), (0.6, -0.2)]
        pen.decal(smooth(_spread(blaze, size)), coat.light)
    if coat.has("mask", "panda"):
        pen.decal(ellipse(ex * size, ey * size, size * 0.15, size * 0.12, 30), coat.dark)
    if coat.has("brows"):
        pen.decal(ellipse(ex * size * 0.9, (ey - 0.17) * size, size * 0.1, size * 0.06, 14), coat.light)
        cheek = [(0.1, 0.24), (0.34, 0.2), (0.44, 0.44), (0.3, 0.7), (0.0, 0.62)]
        pen.decal(smooth(_spread(cheek, size)), coat.light)
    if coat.has("tabby", "tiger"):
        for b in (0.22, 0.4):
            bar = [(-0.3, b - 0.03), (0.1, b), (0.34, b + 0.06), (0.08, b + 0.07), (-0.3, b + 0.06)]
            pen.decal(smooth(_spread(bar, size)), coat.dark)


def _features(pen: Pen, look: Look, coat: Coat, profile: Profile, size: float) -> None:
    tone = mix(darken(coat.fur, 0.6), INK, 0.4)
    nx, ny = profile.nostril
    nose = ellipse(nx * size, ny * size, profile.nose * size, profile.nose * size * 0.8, 30)
    pen.fill(nose, coat.nose, "glossy", line=0.5)
    mouth = _spread(profile.mouth, size)
    if look.expression in HAPPY or look.cute:
        mouth = [*mouth[:-1], (mouth[-1][0] - size * 0.02, mouth[-1][1] - size * 0.05)]
    pen.line(curve(*mouth), tone, size * 0.024)
    if not _open_jaw(pen, look, profile, size):
        _tongue(pen, look, coat, profile, size)
    ex, ey = profile.eye[0] * size, profile.eye[1] * size
    radius = profile.eye_size * size * (1.5 if look.cute else 1.1)
    if look.expression in SLEEPY or look.pose in {"sleep", "nap"}:
        pen.line(arc(ex, ey - radius * 0.3, radius * 1.2, radius * 0.8, 10, 160), INK, radius * 0.4)
        return
    if coat.has("panda", "mask", "plain") and sum(coat.fur) < 240:
        pen.decal(ellipse(ex, ey, radius * 1.25), lighten(coat.fur, 0.4))
    eye = ellipse(ex, ey, radius * 1.06, radius)
    pen.decal(eye, INK)
    with pen.on(eye):
        pen.decal(ellipse(ex + radius * 0.1, ey + radius * 0.3, radius * 0.74, radius * 0.66), coat.eyes)
        pen.decal(ellipse(ex + radius * 0.15, ey + radius * 0.1, radius * 0.46), (22, 16, 18))
    pen.decal(ellipse(ex - radius * 0.26, ey - radius * 0.36, radius * 0.32), WHITE)
    if look.expression in ANGRY:
        pen.line(
            curve((ex - radius * 1.2, ey - radius * 1.6), (ex + radius * 1.3, ey - radius * 0.7)), INK, radius * 0.4
        )
    if look.cute:
        pen.decal(
            ellipse(ex + size * 0.04, ey + size * 0.2, size * 0.07, size * 0.05),
            (255, 126, 126),
            alpha=0.5,
            blur=size * 0.02,
        )


def _open_jaw(pen: Pen, look: Look, profile: Profile, size: float) -> bool:
    """One that howls or roars opens its mouth."""
    if look.pose not in {"howl", "bay", "roar"}:
        return False
    (ax, ay), (bx, by) = profile.mouth[0], profile.mouth[2]
    gap = [(bx, by), (ax - 0.16, ay - 0.02), (ax + 0.0, ay - 0.03), (ax - 0.04, ay + 0.1), (ax - 0.2, ay + 0.13)]
    hole = pen.fill(smooth(_spread(gap, size), tension=0.3), (122, 40, 48), "flat", line=0.6)
    with pen.on(hole):
        pen.decal(ellipse((ax - 0.12) * size, (ay + 0.11) * size, size * 0.1, size * 0.05), (240, 124, 134))
    return True


def _tongue(pen: Pen, look: Look, coat: Coat, profile: Profile, size: float) -> None:
    """A dog that runs or is happy pants."""
    panting = look.pose in {"run", "play", "chase", "race"} or look.expression in HAPPY
    if panting and coat.side in {"dog", "wolf", "low"}:
        root = (profile.mouth[1][0] * size, profile.mouth[1][1] * size)
        jaw = [(-0.1, -0.02), (0.16, -0.03), (0.1, 0.08), (-0.04, 0.1)]
        pen.decal(smooth([(root[0] + a * size, root[1] + b * size) for a, b in jaw]), (122, 40, 48))
        tongue = [(-0.06, 0.02), (0.08, 0.01), (0.1, 0.13), (0.02, 0.2), (-0.06, 0.12)]
        pen.fill(
            smooth([(root[0] + a * size, root[1] + b * size) for a, b in tongue]), (240, 124, 134), "soft", line=0.5
        )


_EARS: dict[str, tuple[list[Point], list[Point]]] = {
    "long": (
        [(-0.06, 0.04), (-0.16, -0.24), (-0.12, -0.54), (0.02, -0.28), (0.09, 0.03)],
        [(-0.02, -0.04), (-0.1, -0.26), (-0.1, -0.44), (-0.01, -0.24), (0.04, -0.02)],
    ),
    "pointed": (
        [(-0.16, 0.06), (-0.14, -0.2), (-0.04, -0.4), (0.1, -0.26), (0.16, -0.06)],
        [(-0.07, 0.0), (-0.07, -0.18), (-0.02, -0.3), (0.06, -0.2), (0.09, -0.06)],
    ),
    "wide": (
        [(-0.16, 0.08), (-0.18, -0.24), (-0.06, -0.5), (0.1, -0.3), (0.16, -0.06)],
        [(-0.07, 0.0), (-0.1, -0.22), (-0.04, -0.38), (0.05, -0.22), (0.09, -0.06)],
    ),
    "round": (
        [(-0.13, 0.08), (-0.15, -0.08), (-0.02, -0.18), (0.12, -0.08), (0.11, 0.06)],
        [(-0.06, 0.06), (-0.08, -0.05), (-0.01, -0.11), (0.06, -0.05), (0.05, 0.05)],
    ),
    "floppy": ([(-0.06, -0.08), (0.14, -0.06), (0.16, 0.2), (0.06, 0.44), (-0.1, 0.42), (-0.18, 0.14)], []),
    "drop": ([(-0.06, -0.08), (0.12, -0.06), (0.16, 0.3), (0.04, 0.64), (-0.12, 0.58), (-0.18, 0.16)], []),
    "folded": ([(-0.1, 0.0), (0.0, -0.14), (0.16, -0.06), (0.24, 0.1), (0.14, 0.12), (0.0, 0.08)], []),
}


def _ear(pen: Pen, coat: Coat, profile: Profile, kind: str, size: float) -> None:
    if kind not in _EARS:
        return
    outer, inner = _EARS[kind]
    ax, ay = profile.ear
    hanging = kind in {"floppy", "drop", "folded"}
    dark = coat.has("panda", "points", "darkears", "saddle", "tricolour")
    tone = coat.dark if dark else darken(coat.fur, 0.14) if hanging else coat.fur
    with pen.at(ax * size, ay * size):
        path = smooth(_spread(outer, size), tension=0.42)
        pen.fill(path, tone, "soft", line=0.9)
        if inner:
            pen.decal(smooth(_spread(inner, size), tension=0.42), mix((226, 158, 150), coat.fur, 0.35))
        if coat.has("eartips"):
            with pen.on(path):
                pen.decal(ellipse(-size * 0.05, -size * 0.42, size * 0.2, size * 0.16), coat.dark)
