"""A penguin from the front: dark coat, white shirt, flippers a little off the body."""

from __future__ import annotations

from pinxit.engines.illustrator.colours import darken, lighten, luminance
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.creature import airborne, anchors, draw_cheek, draw_eye
from pinxit.engines.illustrator.rigs.trace import halved, organic, stroke
from pinxit.engines.illustrator.shapes import ellipse, mirrored

BODY = "0 -172 26 -167 42 -146 44 -124 43 -112 50 -96 58 -66 55 -32 40 -10 0 -4"
SHIRT = "0 -112 22 -104 38 -82 44 -54 40 -26 26 -12 0 -8"
FACE = "0 -138 11 -152 26 -150 35 -134 32 -114 16 -104 0 -102"


@thing("penguin", "emperor penguin", "baby penguin", cm=90, kind="bird")
def draw(pen: Pen, look: Look) -> None:
    coat = look.colour((44, 52, 72))
    light = look.colour((250, 248, 244), 1)
    orange = look.part("beak", (246, 160, 44))
    if look.pose in {"slide", "sled", "swim", "dive", "lie", "race"} and look.holds is None:
        _draw_prone(pen, look, coat, light)
        return
    raised = airborne(look) or look.pose in {"wave", "dance", "jump", "cheer"} or look.holds is not None
    _tail_and_feet(pen, coat, look.part("feet", orange))
    _flipper(pen, coat, -1, raised=raised and look.pose != "wave" and look.holds is None)
    if not look.holds:
        _flipper(pen, coat, 1, raised=raised)
    pen.anchor("back", 0, -96, 84)
    body = pen.fill(halved(BODY), coat, "soft")
    with pen.on(body):
        pen.decal(halved(SHIRT), light)
        with pen.on(halved(SHIRT)):
            pen.decal(ellipse(0, -106, 36, 13), (255, 206, 92), alpha=0.8, blur=6)
        pen.decal(halved(FACE), light)
        pen.decal(ellipse(30, -36, 18, 40, 12), darken(light, 0.25), alpha=0.35, blur=10)
        for x, y in ((-14, -62), (8, -52), (-4, -36), (18, -72), (-22, -42), (16, -30)):
            pen.line(stroke(f"{x - 4} {y} {x} {y + 3} {x + 4} {y}"), darken(light, 0.2), 1.3, alpha=0.5)
        pen.decal(ellipse(-18, -160, 14, 7, -30), lighten(coat, 0.4), alpha=0.35, blur=4)
    _face(pen, look, coat, orange)
    if look.holds:
        pen.anchor("hand", 76, -92, 26)
        _flipper(pen, coat, 1, raised=True)
    else:
        pen.anchor("hand", 68, -44, 24)
    anchors(pen, body=(0, -60, 104), seat=(0, -168, 60), neck=(0, -106, 90), hand2=(-68, -44, 24))


def _draw_prone(pen: Pen, look: Look, coat: tuple[int, int, int], light: tuple[int, int, int]) -> None:
    """On its belly, looking at us: sliding over the ice, or under water."""
    orange = look.part("beak", (246, 160, 44))
    for dy in (-4, -18):
        pen.fill(organic(f"-92 {-10 + dy} -112 {-18 + dy} -128 {-12 + dy} -122 {-4 + dy} -98 {2 + dy}"), orange, "soft")
    pen.fill(organic("-86 -40 -112 -50 -106 -34 -90 -22"), darken(coat, 0.2), "soft", line=0.7)
    pen.fill(organic("0 -66 -30 -92 -62 -104 -64 -92 -40 -70 -14 -48"), darken(coat, 0.22), "soft")
    pen.anchor("back", -20, -72, 84)
    body = pen.fill(organic("70 -40 40 -74 -10 -80 -64 -62 -98 -34 -92 -8 -40 0 30 2 70 -8"), coat, "soft")
    with pen.on(body):
        pen.decal(organic("80 -34 30 -26 -40 -22 -90 -18 -90 8 80 8"), light)
        pen.decal(ellipse(40, -26, 30, 20), (255, 206, 92), alpha=0.6, blur=8)
    wing = pen.fill(organic("14 -50 -4 -58 -40 -46 -78 -24 -80 -14 -50 -16 -8 -26"), darken(coat, 0.08), "soft")
    with pen.on(wing):
        pen.decal(ellipse(-20, -54, 40, 8, -16), lighten(coat, 0.4), alpha=0.35, blur=4)
    with pen.at(58, 84, turn=4):
        pen.anchor("neck", 0, -110, 84)
        head = pen.fill(ellipse(0, -136, 42, 38), coat, "soft")
        with pen.on(head):
            pen.decal(halved(FACE), light)
            pen.decal(ellipse(-18, -160, 14, 7, -30), lighten(coat, 0.4), alpha=0.35, blur=4)
        _face(pen, look, coat, orange)
    anchors(pen, body=(-20, -40, 110), seat=(-24, -76, 60), hand=(-70, -18, 24), hand2=(-60, -92, 22))


def _tail_and_feet(pen: Pen, coat: tuple[int, int, int], orange: tuple[int, int, int]) -> None:
    pen.fill(organic("-14 -18 0 -14 14 -18 8 -2 0 0 -8 -2"), darken(coat, 0.2), "soft", line=0.6)
    foot = organic("12 -14 30 -14 44 -7 46 -1 36 1 30 -2 24 2 17 -1 10 1 4 -3")
    for path in (foot, mirrored(foot)):
        pen.fill(path, orange, "soft", line=0.8)
    for side in (1, -1):
        for x in (20, 32):
            pen.line(stroke(f"{side * x} -2 {side * (x - 2)} -7"), darken(orange, 0.35), 1.4)


def _flipper(pen: Pen, coat: tuple[int, int, int], side: int, *, raised: bool) -> None:
    down = organic("40 -112 52 -104 64 -80 74 -52 74 -42 66 -44 52 -62 44 -84")
    lifted = organic("40 -104 58 -104 76 -108 92 -122 96 -118 90 -98 72 -78 48 -74")
    path = lifted if raised else down
    pen.fill(path if side > 0 else mirrored(path), darken(coat, 0.08), "soft")


def _face(pen: Pen, look: Look, coat: tuple[int, int, int], orange: tuple[int, int, int]) -> None:
    size = 7.4 if look.cute else 6.2
    for side in (-1, 1):
        draw_eye(pen, look, side * 17, -133, size)
        draw_cheek(pen, side * 25, -118, 7, 0.5 if luminance(coat) < 0.9 else 0.7)
    pen.fill(organic("-9 -120 0 -123 9 -120 4 -110 0 -107 -4 -110"), darken(orange, 0.2), "soft", line=0.5)
    pen.fill(organic("-12 -122 -6 -128 0 -129.5 6 -128 12 -122 6 -118 0 -116 -6 -118"), orange, "glossy", line=0.6)
    anchors(pen, eyes=(0, -133, 56), face=(0, -126, 62), mouth=(0, -118, 22), head=(0, -158, 74))
