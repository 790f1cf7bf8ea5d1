"""The neck, what the head throws on it, and the raised collar of a trench coat."""

from __future__ import annotations

import math

import skia

from pinxit.engines.illustrator.colours import darken
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.body import Body, trunk_outline
from pinxit.engines.illustrator.rigs.face import stroke
from pinxit.engines.illustrator.rigs.outfit import Item
from pinxit.engines.illustrator.rigs.person_traits import Person
from pinxit.engines.illustrator.shapes import ellipse, smooth, tube, union


def draw_neck(pen: Pen, body: Body, person: Person, head: float) -> skia.Path:
    """The neck with its cords, under a head of `head` centimetres; returns its outline."""
    f = body.frame
    x, y = body.trunk(0, 3)
    hx, hy = body.trunk(0, -f.neck - head * 0.2)
    forward = math.sin(math.radians(body.pose.yaw)) * 2.4
    neck = tube(
        [(x, y), ((x + hx) / 2 + forward * 0.4, (y + hy) / 2), (hx + forward, hy)],
        [f.neck_w * 2.3, f.neck_w * 1.95, f.neck_w * 2.0],
    )
    filled = pen.fill(neck, darken(person.skin, 0.05), "soft")
    with pen.on(neck):
        jaw_x, jaw_y = body.trunk(forward * 0.8, -f.neck + 0.8)
        pen.decal(ellipse(jaw_x, jaw_y, f.neck_w * 1.5, f.neck * 0.62 + 1.2), person.shade, alpha=0.75, blur=1.1)
        for side in (-1, 1):
            cord = [
                (hx + side * f.neck_w * 0.8, y - f.neck * 1.4),
                (x + side * f.neck_w * 0.6, y - 4),
                (x + side * 1.2, y),
            ]
            pen.decal(stroke(cord, 0.8), person.shade, alpha=0.6 + 0.3 * person.old, blur=0.25)
        for k in range(2 if person.old > 0.5 else 0):
            line = [
                (x - f.neck_w * 0.7, y - 6.5 + k * 2.4),
                (x, y - 5.6 + k * 2.4),
                (x + f.neck_w * 0.7, y - 6.5 + k * 2.4),
            ]
            pen.decal(stroke(line, 0.45), person.deep, alpha=0.55)
    return filled


def draw_head_shadow(pen: Pen, body: Body, neck: skia.Path, head: float) -> None:
    """What the head throws on neck and chest."""
    f = body.frame
    forward = math.sin(math.radians(body.pose.yaw)) * 3
    x, y = body.trunk(forward, -f.neck + 1.2)
    ground = union(neck, trunk_outline(body, 1.0, 0.6))
    with pen.on(ground):
        pen.decal(ellipse(x, y, f.neck_w * 1.45, head * 0.17), (74, 30, 44), alpha=0.38, blur=1.3)


def draw_raised_collar(pen: Pen, body: Body, item: Item) -> None:
    """Both wings of a collar that stands up beside the jaw."""
    f = body.frame
    w = f.neck_w
    for side in (-1, 1):
        flap = [
            (side * w * 0.3, 8.5), (side * w * 0.85, 0.0), (side * w * 1.3, -7.2), (side * w * 2.05, -6.0),
            (side * w * 2.3, 0.4),
            (side * w * 2.55, 4.4), (side * w * 1.3, 5.8),
        ]  # fmt: skip
        path = smooth([body.trunk(x, y) for x, y in flap], tension=0.14)
        pen.fill(path, darken(item.colour, 0.04), "soft")
        edge = [body.trunk(x * 0.97, y) for x, y in flap[:3]]
        with pen.on(path):
            pen.decal(stroke(edge, 1.6, 0.8, 0.8), darken(item.colour, 0.35), alpha=0.6)
