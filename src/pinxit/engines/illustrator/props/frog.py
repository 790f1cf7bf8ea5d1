"""A frog sitting and looking at us, eyes on top of its head."""

from __future__ import annotations

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.creature import anchors, draw_cheek, draw_eye, draw_spots
from pinxit.engines.illustrator.rigs.trace import halved, organic, stroke
from pinxit.engines.illustrator.shapes import ellipse, smooth, tube, union


@thing("frog", "toad", "tree frog", "tadpole", "bullfrog", cm=12, kind="animal")
def draw(pen: Pen, look: Look) -> None:
    coat = look.colour((150, 124, 78) if look.noun == "toad" else (104, 178, 62))
    light = look.colour(mix(lighten(coat, 0.65), (252, 244, 190), 0.4), 1)
    if look.pose in {"jump", "leap", "hop", "swim", "run"} and look.holds is None:
        _draw_leaping(pen, look, coat, light)
        return
    raised = look.holds is not None or look.pose in {"wave", "cheer", "play", "read"}
    for flip in (False, True):
        with pen.at(0, 0, flip=flip):
            leg = organic("20 -44 52 -58 76 -40 74 -16 58 -8 70 -6 92 -4 94 0 50 0 26 -6")
            pen.fill(leg, darken(coat, 0.1), "soft")
            for x, y in ((86, -3), (92, -2), (78, -2)):
                pen.fill(ellipse(x, y, 6.6, 4.4), darken(coat, 0.04), "soft", line=0.6)
    pen.anchor("back", 0, -70, 70)
    body = pen.fill(halved("0 -104 30 -98 46 -70 48 -36 34 -8 0 -2"), coat, "soft")
    with pen.on(body):
        pen.decal(halved("0 -86 26 -76 34 -46 28 -14 0 -6"), light, blur=1)
    skull = union(
        halved("0 -124 22 -126 48 -120 62 -98 52 -76 28 -66 0 -64"), ellipse(32, -124, 20), ellipse(-32, -124, 20)
    )
    head = pen.fill(skull, coat, "soft")
    with pen.on(head):
        pen.decal(halved("0 -84 36 -86 62 -92 60 -60 0 -56"), light, alpha=0.9, blur=2)
    draw_spots(pen, head, "-8 -118 4 6 -112 3 -2 -108 2.4 46 -100 3.4 -47 -102 4 40 -106 2.4", darken(coat, 0.22), 0.7)
    for side in (-1, 1):
        pen.decal(ellipse(side * 32, -125, 14.6), (255, 252, 240), line=0.5)
        draw_eye(pen, look, side * 31, -124, 11.6 if look.cute else 10.6, (236, 178, 50))
        draw_cheek(pen, side * 45, -88, 7.5)
        pen.decal(ellipse(side * 5, -103, 1.6, 2), darken(coat, 0.5))
    smile = stroke("-40 -94 -24 -85 0 -82 24 -85 40 -94")
    if look.expression in {"happy", "laughing", "excited"}:
        mouth = pen.decal(smooth([(-32, -89), (0, -84), (32, -89), (18, -74), (0, -70), (-18, -74)]), (120, 40, 46))
        with pen.on(mouth):
            pen.decal(ellipse(0, -70, 14, 8), (238, 118, 116))
    pen.line(smile, darken(coat, 0.55), 2.8)
    anchors(pen, eyes=(0, -125, 88), face=(0, -96, 90), mouth=(0, -80, 44), head=(0, -140, 78), neck=(0, -66, 82),
            body=(0, -40, 94), seat=(0, -134, 60))  # fmt: skip
    _arms(pen, coat, raised=raised)


def _draw_leaping(pen: Pen, look: Look, coat: Rgb, light: Rgb) -> None:
    """From the side, stretched out in the air, hind legs behind."""
    far = darken(coat, 0.24)
    for dx, dy, tone in ((-4, -14, far), (0, 0, darken(coat, 0.06))):
        leg = [(-34 + dx, -62 + dy), (-66 + dx, -34 + dy), (-104 + dx, -42 + dy), (-134 + dx, -12 + dy)]
        pen.fill(tube(leg, [36, 25, 15, 11]), tone, "soft", line=0.9)
        for tx, ty in ((-156, -14), (-152, -2), (-142, 6)):
            pen.fill(tube([(-134 + dx, -12 + dy), (tx + dx, ty + dy)], [9, 7]), tone, "soft", line=0.6)
    pen.fill(tube([(40, -78), (66, -70), (92, -82)], [18, 14, 11]), far, "soft", line=0.8)
    pen.anchor("back", -10, -104, 70)
    body = pen.fill(organic("72 -96 58 -126 20 -124 -24 -98 -56 -68 -44 -44 0 -46 48 -62"), coat, "soft")
    with pen.on(body):
        pen.decal(organic("90 -92 40 -78 -10 -60 -50 -54 -30 -20 60 -40"), light, blur=2)
        for x, y, r in ((0, -106, 5), (-20, -90, 4), (14, -116, 3.6), (-36, -76, 4)):
            pen.decal(ellipse(x, y, r, r * 0.8), darken(coat, 0.22), alpha=0.7)
    skull = union(organic("34 -104 50 -132 78 -138 108 -118 114 -98 92 -82 52 -78"), ellipse(62, -134, 18))
    head = pen.fill(skull, coat, "soft")
    with pen.on(head):
        pen.decal(organic("120 -100 84 -98 50 -92 40 -70 120 -70"), light, alpha=0.9, blur=2)
    pen.line(stroke("112 -100 92 -92 66 -94"), darken(coat, 0.55), 2.8)
    pen.decal(ellipse(65, -136, 13), (255, 252, 240), line=0.5)
    draw_eye(pen, look, 67, -135, 10 if look.cute else 9, (236, 178, 50))
    draw_cheek(pen, 72, -102, 6)
    pen.decal(ellipse(106, -112, 2, 1.6), darken(coat, 0.5))
    pen.anchor("hand", 86, -52, 24)
    pen.anchor("hand2", 92, -82, 22)
    pen.fill(tube([(34, -66), (58, -46), (86, -52)], [20, 15, 12]), coat, "soft", line=0.9)
    for tx, ty in ((102, -62), (106, -52), (100, -44)):
        pen.fill(tube([(86, -52), (tx, ty)], [8, 6.4]), lighten(coat, 0.1), "soft", line=0.6)
    anchors(pen, eyes=(66, -135, 36), face=(80, -112, 60), mouth=(104, -94, 30), head=(66, -148, 52), neck=(40, -92, 60),
            body=(0, -80, 90), seat=(-10, -106, 56))  # fmt: skip


def _arms(pen: Pen, coat: Rgb, *, raised: bool) -> None:
    for side in (-1, 1):
        up = raised and side > 0
        spots = [(36, -58), (62, -60), (76, -84)] if up else [(34, -58), (40, -30), (28, -8)]
        ends = ((70, -92), (78, -94), (85, -88)) if up else ((18, -3), (28, -2), (38, -3))
        with pen.at(0, 0, flip=side < 0):
            pen.anchor("hand" if side > 0 else "hand2", *spots[2], 24)
            pen.fill(tube(spots, [19, 15, 13]), coat, "soft", line=0.9)
            for x, y in ends:
                pen.fill(ellipse(x, y, 5.6, 4.6), lighten(coat, 0.1), "soft", line=0.6)
