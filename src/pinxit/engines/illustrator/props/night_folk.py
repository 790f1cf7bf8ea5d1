"""Bat and platypus."""

from __future__ import annotations

from pinxit.engines.illustrator.colours import WHITE, Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.creature import anchors, draw_cheek, draw_eye, draw_smile
from pinxit.engines.illustrator.rigs.trace import halved, organic, stroke
from pinxit.engines.illustrator.shapes import ellipse, mirrored, tube, union

HANGING = {"hang", "sleep", "roost", "perch", "rest"}


@thing("bat", "vampire bat", "fruit bat", "flying fox", cm=30, kind="animal", flies=True)
def draw_bat(pen: Pen, look: Look) -> None:
    if look.pose in {"hang", "roost", "sleep"}:  # by its feet, head down
        with pen.at(0, -180, turn=180):
            _draw_bat(pen, look)
    else:
        _draw_bat(pen, look)


def _draw_bat(pen: Pen, look: Look) -> None:
    coat = look.colour((96, 76, 92))
    wing = look.part("wing", darken(coat, 0.2))
    folded = look.pose in HANGING
    lift = look.random("beat").choice((-8, 0, 12))
    text = "16 -92 34 -122 66 -146 84 -128 128 -122 118 -96 122 -70 100 -82 88 -58 70 -72 52 -48 38 -62 16 -50"
    if folded:
        text = "14 -100 34 -112 42 -88 40 -54 28 -30 16 -22 10 -52"
    for flip in (False, True):
        with pen.at(0, 0, flip=flip), pen.at(16, -80, turn=0 if folded else -lift), pen.at(-16, 80):
            path = pen.fill(organic(text, 0.3), wing, "soft")
            with pen.on(path):
                ends = ("40 -54", "28 -30") if folded else ("124 -120", "120 -72", "88 -58", "52 -48")
                root = "32 -110" if folded else "66 -142"
                for end in ends:
                    pen.line(stroke(f"{root} {end}"), lighten(wing, 0.2), 3)
            if not folded:
                pen.fill(tube([(16, -84), (38, -118), (66, -144), (70, -154)], [9, 7, 6, 2]), coat, "soft", line=0.6)
    pen.anchor("back", 0, -70, 40)
    body = pen.fill(halved("0 -104 18 -96 24 -70 18 -42 8 -28 0 -26"), coat, "soft")
    with pen.on(body):
        pen.decal(halved("0 -88 12 -80 14 -60 8 -42 0 -38"), lighten(coat, 0.3), alpha=0.8, blur=3)
    for side in (-1, 1):
        pen.fill(
            tube([(side * 8, -32), (side * 9, -16), (side * 10, -8)], [8, 6, 5]), darken(coat, 0.1), "soft", line=0.7
        )
        for dx in (-4, 0, 4):
            pen.line(stroke(f"{side * 10} -8 {side * 10 + dx} -2"), darken(coat, 0.4), 2.4)
    _bat_head(pen, look, coat)
    anchors(pen, eyes=(0, -122, 50), face=(0, -116, 56), mouth=(0, -98, 18), head=(0, -140, 56), neck=(0, -92, 40),
            body=(0, -66, 44), seat=(0, -90, 40), hand=(12, -8, 18), hand2=(-12, -8, 18))  # fmt: skip


def _bat_head(pen: Pen, look: Look, coat: Rgb) -> None:
    ear = organic("8 -136 16 -164 34 -178 38 -150 32 -124", 0.35)
    inner = organic("15 -138 20 -158 31 -168 33 -148 29 -130", 0.35)
    for outer, hollow in ((ear, inner), (mirrored(ear), mirrored(inner))):
        pen.fill(outer, coat, "soft")
        pen.decal(hollow, (226, 154, 160))
    head = pen.fill(halved("0 -148 22 -144 36 -126 34 -106 18 -94 0 -91"), coat, "soft")
    with pen.on(head):
        pen.decal(ellipse(0, -98, 20, 12), lighten(coat, 0.34), blur=2)
    for side in (-1, 1):
        pen.decal(ellipse(side * 15, -122, 9.6, 10.4), (252, 248, 240))
        draw_eye(pen, look, side * 15, -122, 8.6 if look.cute else 7.4)
        draw_cheek(pen, side * 25, -108, 5)
    pen.fill(organic("-6 -111 0 -113 6 -111 3 -106 0 -104 -3 -106"), darken(coat, 0.55), "soft", line=0)
    draw_smile(pen, 0, -101, 16, ink=darken(coat, 0.65))
    for side in (-1, 1):
        pen.decal(organic(f"{side * 5 - 2} -101 {side * 5 + 2} -101 {side * 5} -95", 0.2), WHITE)


@thing("platypus", "duck-billed platypus", cm=30, kind="animal", faces=1)
def draw_platypus(pen: Pen, look: Look) -> None:
    coat = look.colour((130, 92, 66))
    bill = look.part("beak", (86, 84, 96))
    web = (214, 150, 84)
    tail = pen.fill(organic("-60 -34 -92 -44 -126 -34 -136 -16 -118 -2 -86 -6 -56 -14"), darken(coat, 0.14), "soft")
    with pen.on(tail):
        for k in range(5):
            pen.line(stroke(f"{-76 - 11 * k} -50 {-82 - 11 * k} 4"), darken(coat, 0.35), 1.8, alpha=0.7)
            pen.line(stroke(f"-64 {-38 + 8 * k} -136 {-36 + 8 * k}"), darken(coat, 0.35), 1.8, alpha=0.7)
    for x in (-38, 52):
        pen.fill(
            organic(f"{x} -18 {x + 14} -14 {x + 26} -2 {x + 14} 1 {x - 4} -2"), darken(web, 0.25), "soft", line=0.8
        )
    pen.anchor("back", -10, -70, 80)
    trunk = organic("-74 -30 -58 -58 -14 -70 32 -72 64 -60 74 -34 50 -8 0 -4 -50 -8")
    body = pen.fill(union(trunk, ellipse(68, -62, 35, 31)), coat, "soft")
    with pen.on(body):
        pen.decal(organic("90 -34 40 -20 -30 -16 -70 -18 -40 10 60 10"), lighten(coat, 0.45), alpha=0.85, blur=4)
        for x, y in ((-30, -50), (-8, -56), (14, -48), (-44, -36), (-16, -36), (30, -58)):
            pen.line(stroke(f"{x} {y} {x - 8} {y + 5}"), darken(coat, 0.25), 2, alpha=0.6)
    for x in (-54, 30):
        pen.fill(
            organic(f"{x - 6} -24 {x + 12} -22 {x + 30} -2 {x + 24} 2 {x + 15} -1 {x + 8} 3 {x} -1 {x - 10} 1"),
            web,
            "soft",
        )
    low = pen.fill(organic("84 -56 110 -50 136 -48 132 -38 106 -36 84 -42"), darken(bill, 0.25), "soft", line=0.8)
    pen.line(low, darken(bill, 0.5), 0.1)
    pen.fill(organic("82 -72 96 -66 116 -62 138 -58 144 -50 134 -45 108 -46 84 -50"), bill, "glossy")
    for y in (-57, -53):
        pen.decal(ellipse(126, y, 2.4, 1.6), darken(bill, 0.5))
    for x in (62, 82):
        draw_eye(pen, look, x, -72, 7.6 if look.cute else 6.4)
    draw_cheek(pen, 66, -54, 6)
    anchors(pen, eyes=(72, -72, 44), face=(80, -64, 50), mouth=(134, -48, 20), head=(64, -88, 52), neck=(48, -42, 56),
            body=(0, -42, 100), seat=(-8, -70, 54), hand=(48, -6, 18), hand2=(68, -6, 16))  # fmt: skip
