"""A head: skull, ears and neck-side planes, turned and bowed as a solid would be. Units: chin to crown is 100.

The origin is the middle of the skull; the eyes of an adult are at y = 0. Features are given in front view and mapped
through `Skull.at`, which turns them as points on an ellipsoid, so a three-quarter face stays one construction.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import skia

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.person_traits import Person
from pinxit.engines.illustrator.shapes import Point, ellipse, smooth, tube, union


@dataclass(frozen=True, slots=True)
class Build:
    """Where the features sit, in front view."""

    eye: float = 0.0
    eye_x: float = 16.6
    eye_w: float = 15.5
    eye_h: float = 7.4
    brow: float = -10.5
    nose: float = 17.5
    nose_w: float = 7.6
    mouth: float = 30.0
    mouth_w: float = 11.5
    chin: float = 50.0
    jaw: float = 27.0
    cheek: float = 34.5
    ear: float = 11.0


_BUILDS: dict[str, Build] = {
    "male": Build(0.0, 16.4, 16.4, 8.6, -11.0, 18.0, 7.4, 31.0, 12.2, 50.4, 28.4, 34.5, 10.5),
    "female": Build(1.0, 16.4, 18.2, 10.6, -11.2, 17.6, 5.7, 30.2, 11.2, 48.2, 26.0, 34.2, 9.0),
    "old male": Build(1.0, 16.4, 15.8, 8.0, -9.5, 19.5, 8.6, 32.0, 12.4, 50.0, 30.0, 34.8, 12.6),
    "old female": Build(1.0, 16.4, 16.2, 8.2, -9.5, 18.5, 7.0, 30.8, 11.2, 48.5, 28.0, 34.6, 11.0),
    "young male": Build(1.0, 16.4, 17.2, 9.4, -10.6, 17.6, 6.4, 30.6, 11.6, 48.8, 27.5, 34.4, 9.8),
    "young female": Build(1.8, 16.5, 18.8, 11.4, -10.6, 17.8, 5.4, 30.2, 10.6, 47.4, 26.0, 34.8, 8.8),
    "child": Build(7.5, 17.0, 18.4, 13.0, -5.0, 20.8, 4.8, 32.0, 9.0, 46.0, 29.5, 37.6, 9.2),
    "baby": Build(9.0, 17.0, 17.0, 12.6, -3.5, 20.6, 5.0, 30.8, 7.6, 45.0, 34.0, 40.4, 8.4),
}


def build_of(person: Person) -> Build:
    """Proportions for the age and gender; cute faces have low, wide, large eyes."""
    if person.small:
        build = _BUILDS[person.age]
    else:
        gender = "female" if person.female else "male"
        prefix = {"elderly": "old ", "young": "young "}.get(person.age, "")
        build = _BUILDS[prefix + gender]
    if person.build == "heavy":
        build = replace(build, cheek=build.cheek + 2.4, jaw=build.jaw + 5.0)
    elif person.build == "slim":
        build = replace(build, cheek=build.cheek - 0.8, jaw=build.jaw - 1.8)
    elif person.build == "muscular":
        build = replace(build, jaw=build.jaw + 2.2)
    if person.cute:
        build = replace(
            build, eye=build.eye + 5, eye_w=19.0, eye_h=17.0, eye_x=18.5, brow=build.brow - 3, nose=22.0, nose_w=3.6,
            mouth=31.5, mouth_w=8.0, jaw=28.0, cheek=39.0, chin=46.0,
        )  # fmt: skip
    elif person.distant:
        tall = 1.1 if person.small else 1.14 if person.female else 1.34
        build = replace(
            build, eye=build.eye + 1.5, eye_w=build.eye_w * 1.14, eye_h=build.eye_h * tall,
            eye_x=build.eye_x + 0.8, brow=build.brow - 3.2, mouth_w=build.mouth_w * 1.12, cheek=build.cheek + 0.8,
            nose_w=build.nose_w * 0.9,
        )  # fmt: skip
    return build


@dataclass(frozen=True, slots=True)
class Skull:
    """A head's solid. `yaw` turns to the right and `pitch` bows, in degrees."""

    build: Build
    yaw: float = 0.0
    pitch: float = 0.0

    def at(self, u: float, v: float, lift: float = 0.0) -> Point:
        """Where a point of the face is on the picture; `lift` raises it off the ellipsoid (the nose)."""
        depth = 39 * math.sqrt(max(0.0, 1 - (u / 40) ** 2 * 0.92 - (v / 60) ** 2 * 0.45)) + lift
        return self.solid(u, v, depth)

    def solid(self, u: float, v: float, depth: float) -> Point:
        """Where a point of a known depth is."""
        yaw, pitch = math.radians(self.yaw), math.radians(self.pitch)
        return (
            u * math.cos(yaw) + depth * math.sin(yaw),
            v * math.cos(pitch) + depth * math.cos(yaw) * math.sin(pitch),
        )

    def path(self, points: Sequence[Point], closed: bool = True, lift: float = 0.0) -> skia.Path:
        """A soft curve through points of the face."""
        return smooth([self.at(u, v, lift) for u, v in points], closed)

    def outline(self) -> skia.Path:
        """The whole head without ears: the face's contour joined with the cranium behind it."""
        b = self.build
        jaw, cheek = b.jaw, b.cheek
        side = [
            (19.0, -48.0, 0.0), (32.0, -34.0, 0.0), (35.6, -15.0, 3.0), (cheek + 0.6, 1.0, 8.0),
            (cheek - 0.1, 12.0, 11.0), (cheek * 0.62 + jaw * 0.38 - 0.6, 22.5, 14.0), (jaw, b.chin - 14.5, 18.0),
            (jaw * 0.75, b.chin - 6.6, 26.0), (jaw * 0.38, b.chin - 1.0, 32.0),
        ]  # fmt: skip
        right = [self.solid(*p) for p in side]
        left = [self.solid(-u, v, z) for u, v, z in reversed(side)]
        face = smooth([self.solid(0, -52, 0), *right, self.solid(0, b.chin, 34.0), *left])
        x, y = self.solid(0, -15, -9)
        return union(face, ellipse(x, y, 36, 36.5))


def stroke(points: Sequence[Point], width: float, start: float = 0.0, end: float = 0.0) -> skia.Path:
    """A brush stroke through points: `width` in the middle, `start` and `end` times that at its ends."""
    count = len(points)
    widths = []
    for i in range(count):
        t = i / (count - 1)
        ends = start if t < 0.5 else end
        widths.append(width * (ends + (1 - ends) * math.sin(math.pi * t) ** 0.8))
    return tube(points, widths, closed_ends=False)


def joined(paths: Iterable[skia.Path]) -> skia.Path:
    """Many outlines as one path: what has one colour is painted in one go."""
    result = skia.Path()
    for path in paths:
        result.addPath(path)
    return result


def draw_ears(pen: Pen, person: Person, skull: Skull, *, near_only: bool = False) -> None:
    """Both ears; the far one goes behind the head by itself as the head turns. `near_only`: over short hair."""
    b = skull.build
    for side in (-1, 1):
        away = side * skull.yaw
        if away > (8 if near_only else 24):  # the far ear is hidden
            continue
        x, y = skull.solid(side * (b.cheek + 1.0), 7.5 + b.eye * 0.7, -3)
        wide = 5.4 * max(0.5, 1 - away / 60)
        with pen.at(x, y, 1, turn=side * 8):
            ear = smooth(
                [(-side * wide * 0.5, -b.ear), (side * wide * 0.6, -b.ear * 1.05), (side * wide, -b.ear * 0.4),
                 (side * wide * 0.6, b.ear * 0.35), (side * wide * 0.35, b.ear), (-side * wide * 0.5, b.ear * 0.8)]
            )  # fmt: skip
            pen.fill(ear, mix(person.skin, person.blush, 0.25), "soft")
            with pen.on(ear):
                rim = [(-side * wide * 0.2, -b.ear * 0.6), (side * wide * 0.5, -b.ear * 0.62), (side * wide * 0.5, 0.0),
                       (side * wide * 0.05, b.ear * 0.5)]  # fmt: skip
                pen.decal(stroke(rim, 1.7), person.shade, alpha=0.8)
                pen.decal(ellipse(-side * wide * 0.1, 0, wide * 0.4, b.ear * 0.4), person.deep, alpha=0.45, blur=1.2)


def draw_planes(pen: Pen, person: Person, skull: Skull) -> None:
    """What makes a face a solid: sockets, cheekbones, temples, the plane below the lips and the blood in the cheeks."""
    b, shade = skull.build, person.shade
    light = lighten(person.skin, 0.35)
    thin = 1.0 if not (person.small or person.cute) else 0.45
    for side in (-1, 1):
        cheek = skull.at(side * 21, b.nose + 1)
        pen.decal(
            ellipse(*cheek, 11, 7.5),
            person.blush,
            alpha=0.42 + 0.12 * person.mood.smile + 0.4 * person.mood.blush,
            blur=4.5,
        )
        socket = skull.at(side * b.eye_x, b.eye - 1.5)
        pen.decal(ellipse(*socket, b.eye_w * 0.66, 7.2), shade, alpha=0.3 * thin, blur=3.2)
        inner = skull.at(side * 8.2, b.eye - 2.5)
        pen.decal(ellipse(*inner, 3.2, 5.5), shade, alpha=0.42 * thin, blur=2.2)
        hollow = [(side * 34, 12), (side * 26, 22), (side * 20, 33), (side * 27, 36), (side * 38, 24)]
        pen.decal(
            skull.path(hollow), shade, alpha=(0.1 + 0.22 * person.old + 0.05 * (not person.female)) * thin, blur=4.5
        )
        warm = skull.at(side * (b.jaw - 4), b.mouth + 1)
        pen.decal(ellipse(*warm, 11, 12), (226, 104, 74), alpha=0.13, blur=6)
        temple = [(side * 30, -26), (side * 31, -6), (side * 40, -4), (side * 40, -28)]
        pen.decal(skull.path(temple), shade, alpha=0.24 * thin, blur=5)
        bone = [(side * 14, b.eye + 8.5), (side * 24, b.eye + 7.5), (side * 30, b.eye + 5), (side * 25, b.eye + 11)]
        pen.decal(skull.path(bone), light, alpha=0.32, blur=2.6)
    pen.decal(ellipse(*skull.at(-4, -26), 17, 8), light, alpha=0.3, blur=6)
    pen.decal(ellipse(*skull.at(0, b.chin - 5), 7.5, 4), light, alpha=0.25, blur=3)


def draw_head(pen: Pen, person: Person, skull: Skull) -> skia.Path:
    """Ears, skull and its planes; returns the outline of the head, for what must stay on it."""
    draw_ears(pen, person, skull)
    outline = skull.outline()
    pen.fill(outline, person.skin, "soft")
    with pen.on(outline):
        draw_planes(pen, person, skull)
    return outline


def crease_colour(person: Person, depth: float) -> Rgb:
    """The colour of a wrinkle."""
    return mix(person.shade, darken(person.deep, 0.1), depth)
