"""The neck, what the head throws on it, and the raised collar of a trench coat."""

from __future__ import annotations

import math

import skia

from pinxit.engines.illustrator.colours import darken
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.body import Body, trunk_outline
from pinxit.engines.illustrator.rigs.face import stroke
from pinxit.engines.illustrator.rigs.outfit import CUTS, Item, Outfit
from pinxit.engines.illustrator.rigs.person_traits import Person
from pinxit.engines.illustrator.shapes import ellipse, smooth, tube, union


def draw_neck(pen: Pen, body: Body, person: Person, head: float) -> skia.Path:
    """The neck with its cords, under a head of `head` centimetres; returns its outline."""
    f = body.frame
    x, y = body.trunk(0, 3)
    hx, hy = body.trunk(0, -f.neck - head * 0.2)
    forward = math.sin(math.radians(body.pose.yaw)) * 2.4
    w = f.neck_w
    mid, lean = (y + hy) / 2, forward * 0.4
    sides = [(w * 1.0, hy, forward), (w * 0.93, mid, lean), (w * 1.04, y - 4.5, 0.0), (w * 1.5, y - 1.2, 0.0),
             (w * 2.4, y + 2.5, 0.0)]  # fmt: skip
    axis = {hy: hx, mid: (x + hx) / 2}
    right = [(axis.get(v, x) + u + shift, v) for u, v, shift in sides]
    left = [(axis.get(v, x) - u + shift, v) for u, v, shift in reversed(sides)]
    neck = smooth([*right, (x, y + 4), *left], tension=0.36)
    if body.pose.view == "side":
        neck = tube([(x, y), ((x + hx) / 2 + lean, mid), (hx + forward, hy)], [w * 2.2, w * 1.9, w * 2.0])
    filled = pen.fill(neck, darken(person.skin, 0.04), "soft")
    with pen.on(neck):
        jaw_x, jaw_y = body.trunk(forward * 0.8, -f.neck + 0.8)
        pen.decal(ellipse(jaw_x, jaw_y, w * 1.3, f.neck * 0.5 + 1.6), person.shade, alpha=0.45, blur=1.8)
        for side in (-1, 1):
            cord = [
                (hx + side * f.neck_w * 0.8, y - f.neck * 1.4),
                (x + side * f.neck_w * 0.6, y - 4),
                (x + side * 1.2, y),
            ]
            pen.decal(stroke(cord, 0.8), person.shade, alpha=0.4 + 0.4 * person.old, blur=0.4)
        for k in range(2 if person.old > 0.5 else 0):
            line = [
                (x - f.neck_w * 0.7, y - 6.5 + k * 2.4),
                (x, y - 5.6 + k * 2.4),
                (x + f.neck_w * 0.7, y - 6.5 + k * 2.4),
            ]
            pen.decal(stroke(line, 0.45), person.deep, alpha=0.55)
    return filled


_NAPED = {"shirt", "lapel", "up", "crew", "ribbed", "band", "hood", "wrap"}


def draw_nape(pen: Pen, body: Body, outfit: Outfit) -> None:
    """The inside of a collar behind the neck."""
    item = outfit.get("over") or outfit.get("top")
    if item is None or CUTS[item.kind].collar not in _NAPED or body.pose.view == "side" or body.frame.neck < 0.5:
        return
    w = body.frame.neck_w
    high = 4.6 if CUTS[item.kind].collar in {"shirt", "lapel", "up", "band"} else 3.2
    rows = [(-w * 1.42, 0.5), (-w * 1.16, -high * 0.8), (0, -high * 1.15), (w * 1.16, -high * 0.8), (w * 1.42, 0.5),
            (0, 4.0)]  # fmt: skip
    shape = smooth([body.trunk(*row) for row in rows], tension=0.36)
    pen.fill(shape, darken(item.colour, 0.32), "flat", line=0.5)


def draw_head_shadow(pen: Pen, body: Body, neck: skia.Path, head: float) -> None:
    """What the head throws on neck and chest."""
    f = body.frame
    forward = math.sin(math.radians(body.pose.yaw)) * 3
    x, y = body.trunk(forward, -f.neck + 1.2)
    ground = union(neck, trunk_outline(body, 1.0, 0.6))
    with pen.on(ground):
        pen.decal(ellipse(x, y, f.neck_w * 1.5, head * 0.18), (84, 34, 44), alpha=0.4, blur=2.0)


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
