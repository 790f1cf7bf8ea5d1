"""Feet and boots on the legs of a posed body."""

from __future__ import annotations

import math

from pinxit.engines.illustrator.colours import Rgb, darken
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.body import Body, Limb
from pinxit.engines.illustrator.rigs.hands import draw_foot
from pinxit.engines.illustrator.rigs.outfit import Outfit
from pinxit.engines.illustrator.shapes import tube


def draw_boot(pen: Pen, body: Body, outfit: Outfit, limb: Limb, *, far: bool) -> None:
    """The shaft of a boot around the shin."""
    colour = darken(outfit.items["feet"].colour, 0.16 if far else 0)
    g = body.frame.girth
    (kx, ky), (ax, ay) = limb.b, limb.c
    top = (kx + (ax - kx) * 0.34, ky + (ay - ky) * 0.34)
    extra = 5.0 if outfit.kind("legs") == "trousers" else 2.4
    shaft = tube(
        [top, ((top[0] + ax) / 2, (top[1] + ay) / 2), (ax, ay)],
        [11.4 * g + extra, 10.4 * g + extra * 0.9, 8 * g + extra * 0.6],
    )
    pen.fill(shaft, colour, "round")
    cuff = tube([(top[0] - (5.0 * g + extra * 0.4), top[1] + 1), (top[0] + 5.0 * g + extra * 0.4, top[1] + 1)], 1.4)
    pen.decal(cuff, darken(colour, 0.35), alpha=0.6)


def place_foot(
    pen: Pen, body: Body, outfit: Outfit, side: int, *, skin: Rgb, far: bool
) -> None:  # limit: a foot needs its leg, its shoe and where it stands
    """A shoe or bare foot at the end of the leg on that side of the picture."""
    item = outfit.items["feet"]
    limb = body.left_leg if side < 0 else body.right_leg
    bare = item.kind == "bare"
    colour = darken(skin if bare else item.colour, 0.16 if far else 0.0)
    view, pose = body.pose.view, body.pose
    facing = 1.0 if view == "side" or (view == "quarter" and pose.ground == "seat") else 0.16 * side
    x, y = limb.c
    angle = math.degrees(math.atan2(limb.c[0] - limb.b[0], limb.c[1] - limb.b[1]))
    turn = 0.0
    if view == "side":
        turn = -angle * 0.9 if pose.feet == "down" and pose.ground in {"air", "seat", "knees", "lying"} else 0.0
        if pose.ground == "feet" and y < -body.frame.foot - 2:
            turn = -angle * 0.8
        turn += 62 if pose.feet == "point" else 0
    elif pose.feet == "point" and (side == 1 or pose.ground == "air"):
        turn = -angle
    with pen.at(x, y, 1, turn=turn):
        draw_foot(pen, colour, item.kind, body.frame.foot / 0.28, facing)
