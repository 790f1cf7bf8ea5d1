"""Legs and feet of four-legged animals in side view: hooves, cloven hooves, paws, pads."""

from __future__ import annotations

import skia

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix, multiply, saturate
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.coats import Coat
from pinxit.engines.illustrator.rigs.quadruped_bones import Limb
from pinxit.engines.illustrator.shapes import Point, curve, ellipse, polygon, rounded, smooth, tube

HORN: Rgb = (74, 62, 60)


def shaded(fur: Rgb) -> Rgb:
    """The tone of what is on the far side; warm coats stay warm."""
    return saturate(mix(darken(fur, 0.2), multiply(fur, (202, 190, 196)), 0.5), 0.92)


def limb_path(limb: Limb) -> skia.Path:
    """The outline of a leg down to the foot."""
    joints: list[Point] = list(limb.joints)
    widths = list(limb.widths)
    if limb.foot == "pad":
        widths = [*widths[:2], *(limb.bone * w for w in (25, 24, 25, 26))]
    elif limb.foot == "paw":
        widths = [*widths[:2], *(limb.bone * w for w in (18, 14, 14, 14))]
    return tube(*_eased(joints, widths))


def _eased(joints: list[Point], widths: list[float]) -> tuple[list[Point], list[float]]:
    """More points along the same limb, so that its width swells and shrinks without corners."""
    points, sizes = [joints[0]], [widths[0]]
    last = len(joints) - 1
    for i in range(last):
        ends = (joints[max(i - 1, 0)], joints[i], joints[i + 1], joints[min(i + 2, last)])
        for t in (0.25, 0.5, 0.75, 1.0):
            k = (
                -0.5 * t**3 + t**2 - 0.5 * t,
                1.5 * t**3 - 2.5 * t**2 + 1,
                -1.5 * t**3 + 2 * t**2 + 0.5 * t,
                0.5 * (t**3 - t**2),
            )
            points.append(
                (
                    sum(w * e[0] for w, e in zip(k, ends, strict=True)),
                    sum(w * e[1] for w, e in zip(k, ends, strict=True)),
                )
            )
            sizes.append(widths[i] + (widths[i + 1] - widths[i]) * t * t * (3 - 2 * t))
    return points, sizes


def draw_foot(pen: Pen, coat: Coat, limb: Limb, *, far: bool) -> None:
    """The foot at the end of a leg."""
    x, y = limb.joints[-1]
    fur = shaded(coat.fur) if far else coat.fur
    with pen.at(x, y, limb.bone, turn=limb.turn):
        if limb.foot in {"hoof", "cloven"}:
            _hoof(pen, darken(HORN, 0.25) if far else HORN, cloven=limb.foot == "cloven")
        elif limb.foot == "paw":
            tone = coat.dark if coat.has("socks") else coat.light if coat.has("mitts") else fur
            _paw(pen, darken(tone, 0.2) if far else tone)
        else:
            _pad(pen, fur)


def _hoof(pen: Pen, horn: Rgb, *, cloven: bool) -> None:
    hoof = rounded(polygon([(-5.6, -3.5), (5, -4.5), (9.8, 11), (-6.8, 11)]), 2.4)
    pen.fill(hoof, horn, "round", line=0.8)
    pen.line(curve((-5, 0.5), (0, 1.2), (6, 0.2)), lighten(horn, 0.35), 1.2, alpha=0.7)
    if cloven:
        pen.line(curve((2.6, 0), (3.2, 5), (2.8, 10.6)), darken(horn, 0.5), 1.3)


def _paw(pen: Pen, tone: Rgb) -> None:
    paw = smooth([(-8, -4), (0, -9), (9, -6), (17, 0), (18, 6), (12, 8.6), (-6, 8.4), (-10, 4)])
    pen.fill(paw, tone, "soft", line=0.8)
    mark = lighten(tone, 0.3) if sum(tone) < 240 else darken(tone, 0.45)
    for dx in (7, 12):
        pen.line(curve((dx + 1, 8), (dx + 1.6, 4), (dx, 1)), mark, 1.4)


def _pad(pen: Pen, tone: Rgb) -> None:
    pad = smooth([(-12.6, -8), (12.6, -8), (14, 3), (13.4, 8), (0, 9), (-12.6, 8), (-13.4, 3)])
    pen.fill(pad, tone, "soft", line=0.8)
    nail = mix(lighten(tone, 0.6), (240, 226, 206), 0.4)
    with pen.on(pad):
        for dx, r in ((13, 4), (6, 4), (-1, 3.6)):
            pen.decal(ellipse(dx, 7, r, 4.6), nail)
