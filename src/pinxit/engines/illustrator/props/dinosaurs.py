"""Dinosaurs: a hunter on two legs, and three that graze."""

from __future__ import annotations

import skia

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.creature import INK, anchors, draw_cheek, draw_eye, draw_smile, draw_spots
from pinxit.engines.illustrator.rigs.trace import organic, points, stroke
from pinxit.engines.illustrator.shapes import ellipse, polygon, tube, union

BONE: Rgb = (248, 236, 206)


def _leg(pen: Pen, coat: Rgb, x: float, hip: float, width: float) -> None:
    w = width / 2
    path = organic(
        f"{x - w} {hip} {x + w} {hip} {x + w} -14 {x + w + 7} -4 {x + w + 4} 0 {x - w} 0 {x - w - 1} -14", 0.35
    )
    pen.fill(path, coat, "soft")
    for k in range(3):
        pen.decal(ellipse(x - w * 0.2 + k * w * 0.55, -3, w * 0.2, 3.4), BONE)


def _belly(pen: Pen, body: skia.Path, text: str, coat: Rgb) -> None:
    with pen.on(body):
        pen.decal(organic(text), mix(lighten(coat, 0.6), (252, 238, 190), 0.4), alpha=0.9, blur=3)


def _eyes(pen: Pen, look: Look, x: float, y: float, size: float) -> None:
    pen.decal(ellipse(x, y, size * 1.25), (255, 252, 242))
    draw_eye(pen, look, x + size * 0.12, y, size, (232, 168, 44))


def _hunter_arms(pen: Pen, coat: Rgb) -> None:
    for dx, tone in ((10, 0.2), (0, 0.02)):
        pen.fill(
            tube([(44 + dx, -98), (60 + dx, -84), (72 + dx, -90)], [16, 12, 9]), darken(coat, tone), "soft", line=0.9
        )
        for dy in (-5, 2):
            pen.fill(
                organic(f"{72 + dx} {-94 + dy} {82 + dx} {-91 + dy} {72 + dx} {-88 + dy}", 0.3), BONE, "soft", line=0.5
            )
        if dx:
            pen.anchor("hand", 78, -90, 24)


@thing("dinosaur", "t-rex", "tyrannosaurus", "t rex", "trex", "tyrannosaurus rex", "raptor", "velociraptor", "godzilla",
       cm=400, kind="animal", faces=1)  # fmt: skip
def draw(pen: Pen, look: Look) -> None:
    hunter = look.noun in {"raptor", "velociraptor"}
    coat = look.colour((196, 146, 92) if hunter else (104, 164, 84))
    stripe = look.colour(darken(coat, 0.42 if hunter else 0.3), 1)
    runs = look.pose in {"run", "chase", "charge", "race", "hunt", "jump"}
    walks = runs or look.pose in {"walk", "stomp", "march", "stroll"}
    with pen.at(0, -8 if runs else 0, turn=5 if runs else 0):
        _draw_hunter(pen, look, (coat, stripe), walks=walks, crest=hunter)


def _hunter_face(pen: Pen, look: Look, coat: Rgb) -> None:
    for x in (64, 76, 88, 100, 111):
        pen.fill(polygon(points(f"{x - 5} -132.5 {x + 5} -134 {x} -123")), (255, 255, 248), "flat", line=0.4)
    pen.decal(ellipse(113, -153, 3.6, 2.6, 30), darken(coat, 0.6))
    _eyes(pen, look, 62, -163, 9 if look.cute else 7.6)
    if look.cute:
        draw_cheek(pen, 62, -145, 7)
    else:
        pen.line(stroke("50 -176 62 -176 74 -169"), INK, 3.4)


def _draw_hunter(pen: Pen, look: Look, tones: tuple[Rgb, Rgb], *, walks: bool, crest: bool) -> None:
    coat, stripe = tones
    far = organic(
        "18 -70 40 -70 58 -52 58 -34 76 -22 94 -20 96 -12 84 -6 60 -10 40 -28 20 -44" if walks else
        "18 -70 40 -66 44 -44 36 -26 40 -12 56 -6 56 0 24 0 20 -14 24 -30 12 -44"
    )  # fmt: skip
    pen.fill(far, darken(coat, 0.22), "soft")
    pen.anchor("back", -20, -98, 60)
    tail = tube([(10, -74), (-40, -72), (-88, -52), (-128, -60), (-146, -76)], [70, 52, 30, 14, 4])
    trunk = organic("-26 -92 0 -112 22 -126 28 -150 40 -160 62 -130 64 -96 52 -60 24 -36 -14 -40 -34 -62")
    skull = organic("26 -150 30 -172 52 -184 76 -178 90 -166 114 -162 124 -150 120 -136 96 -132 66 -130 40 -126")
    if crest:
        for x, y, turn in ((24, -160, -64), (32, -174, -46), (44, -183, -28)):
            with pen.at(x, y, turn=turn):
                pen.fill(organic("-6 6 -8 -14 0 -36 8 -14 6 6", 0.3), mix(stripe, (206, 70, 50), 0.6), "soft", line=0.7)
    jaw = pen.fill(organic("44 -140 72 -136 104 -130 108 -120 92 -114 62 -118 44 -124"), darken(coat, 0.12), "soft")
    with pen.on(jaw):
        pen.decal(ellipse(84, -130, 24, 7), (220, 96, 96))
    body = pen.fill(union(tail, trunk, skull), coat, "soft")
    _belly(pen, body, "66 -126 48 -110 44 -80 24 -54 -20 -44 -60 -48 -30 -10 60 -20 80 -90", coat)
    with pen.on(body):
        for x, y in ((-100, -62), (-74, -72), (-48, -84), (-22, -98), (2, -112), (20, -132)):
            mark = organic(f"{x - 8} {y - 16} {x + 8} {y - 16} {x + 1} {y + 16}")
            pen.decal(mark, stripe, alpha=0.75)
    _hunter_face(pen, look, coat)
    _hunter_arms(pen, coat)
    near = organic(
        "-30 -76 -8 -92 20 -82 22 -56 -4 -40 -30 -26 -42 -10 -30 -2 -34 2 -64 0 -66 -10 -50 -34 -34 -50" if walks else
        "-30 -76 -8 -92 20 -82 26 -54 10 -34 8 -18 26 -10 32 -3 28 0 -14 0 -18 -8 -10 -30 -26 -50"
    )  # fmt: skip
    pen.fill(near, coat, "soft")
    for x in (-52, -43, -34) if walks else (10, 19, 28):
        pen.fill(organic(f"{x - 4} -7 {x + 3} -7 {x + 7} 0 {x - 3} 0", 0.3), BONE, "soft", line=0.5)
    anchors(pen, eyes=(62, -163, 36), face=(72, -156, 60), mouth=(118, -134, 30), head=(48, -184, 58),
            neck=(38, -128, 56),
            body=(10, -76, 90), seat=(-16, -100, 50), hand2=(72, -88, 24))  # fmt: skip


@thing("triceratops", "rhinoceratops", cm=300, kind="animal", faces=1)
def draw_triceratops(pen: Pen, look: Look) -> None:
    coat = look.colour((116, 146, 160))
    frill = look.colour(mix(coat, (232, 132, 80), 0.6), 1)
    for x in (-34, 36):
        _leg(pen, darken(coat, 0.22), x, -50, 26)
    pen.anchor("back", -20, -104, 70)
    trunk = organic("-76 -62 -56 -96 -10 -110 40 -98 62 -70 54 -40 10 -26 -50 -30")
    body = pen.fill(union(tube([(-54, -66), (-92, -50), (-124, -26)], [52, 28, 5]), trunk), coat, "soft")
    _belly(pen, body, "70 -46 10 -40 -60 -44 -60 -10 60 -10", coat)
    draw_spots(pen, body, "-40 -88 8 -16 -98 6 -60 -68 6 6 -92 7 -30 -70 5 -84 -54 4", darken(coat, 0.22), 0.6)
    for x in (-50, 18):
        _leg(pen, coat, x, -56, 28)
    shield = pen.fill(
        organic("38 -48 22 -84 30 -120 46 -128 58 -140 74 -134 90 -138 98 -110 92 -70 70 -40"), frill, "soft"
    )
    with pen.on(shield):
        for x, y in ((36, -100), (48, -118), (66, -126), (84, -122), (34, -78)):
            pen.decal(ellipse(x, y, 7), lighten(frill, 0.4), alpha=0.8)
    pen.fill(organic("76 -104 88 -140 106 -158 106 -146 98 -120 92 -100"), darken(BONE, 0.1), "soft", line=0.8)
    pen.fill(organic("52 -60 56 -92 78 -104 104 -92 126 -64 138 -44 130 -32 108 -36 76 -40"), coat, "soft")
    pen.fill(organic("122 -66 140 -50 140 -34 130 -28 122 -40"), BONE, "soft", line=0.7)
    pen.fill(organic("64 -98 78 -130 98 -146 96 -134 88 -112 82 -94"), BONE, "soft", line=0.8)
    pen.fill(organic("112 -80 122 -98 128 -96 126 -72"), BONE, "soft", line=0.8)
    _eyes(pen, look, 90, -76, 8.4 if look.cute else 7)
    draw_cheek(pen, 88, -56, 6)
    draw_smile(pen, 110, -44, 22, ink=darken(coat, 0.6))
    anchors(pen, eyes=(90, -76, 34), face=(96, -70, 56), mouth=(134, -38, 20), head=(66, -120, 60), neck=(46, -68, 70),
            body=(-10, -68, 110), seat=(-16, -108, 60), hand=(40, -8, 26), hand2=(18, -8, 26))  # fmt: skip


@thing("brontosaurus", "brachiosaurus", "diplodocus", "long-necked dinosaur", "sauropod", "loch ness monster",
       "plesiosaur",
       cm=600, kind="animal", faces=1)  # fmt: skip
def draw_brontosaurus(pen: Pen, look: Look) -> None:
    coat = look.colour((94, 158, 160))
    for x in (-34, 34):
        _leg(pen, darken(coat, 0.22), x, -44, 25)
    pen.anchor("back", -10, -96, 70)
    tail = tube([(-30, -66), (-84, -50), (-124, -28), (-156, -34)], [56, 30, 14, 4])
    neck = tube([(36, -66), (66, -100), (72, -146), (86, -176)], [58, 34, 26, 24])
    body = pen.fill(union(tail, organic("-66 -52 -46 -86 0 -98 44 -84 58 -54 40 -28 -10 -22 -54 -28"), neck,
                          organic("68 -178 78 -196 102 -198 124 -184 128 -174 112 -164 84 -162")),
                    coat, "soft")  # fmt: skip
    _belly(pen, body, "130 -170 90 -160 84 -120 66 -76 40 -40 -60 -34 -50 0 80 -10 110 -100", coat)
    draw_spots(
        pen,
        body,
        "-30 -80 8 -6 -90 6 -50 -62 6 18 -80 7 -16 -68 5 -78 -50 4 60 -116 5 64 -140 4 50 -92 5",
        darken(coat, 0.2),
        0.6,
    )
    for x in (-48, 16):
        _leg(pen, coat, x, -48, 27)
    pen.decal(ellipse(120, -181, 2.4, 2), darken(coat, 0.6))
    _eyes(pen, look, 96, -183, 7.4 if look.cute else 6.2)
    draw_cheek(pen, 96, -170, 5)
    draw_smile(pen, 114, -172, 14, ink=darken(coat, 0.6))
    anchors(pen, eyes=(96, -183, 28), face=(102, -180, 40), mouth=(126, -172, 16), head=(88, -194, 40),
            neck=(72, -140, 32),
            body=(-4, -60, 110), seat=(-8, -98, 60), hand=(38, -8, 26), hand2=(16, -8, 26))  # fmt: skip


@thing("stegosaurus", "ankylosaurus", cm=350, kind="animal", faces=1)
def draw_stegosaurus(pen: Pen, look: Look) -> None:
    coat = look.colour((150, 176, 84))
    plate = look.colour((226, 122, 66), 1)
    for x in (-36, 34):
        _leg(pen, darken(coat, 0.22), x, -44, 25)
    for x, y, size, turn in ((-96, -50, 0.5, -50), (-72, -72, 0.7, -38), (-44, -92, 0.95, -20), (-10, -102, 1.1, -4),
                             (24, -96, 0.95, 14), (52, -80, 0.7, 30), (74, -66, 0.5, 40)):  # fmt: skip
        with pen.at(x, y, size, turn=turn):
            leaf = pen.fill(organic("-20 10 -22 -12 0 -40 22 -12 20 10"), plate, "soft", line=0.9)
            with pen.on(leaf):
                for k in (-12, 0, 12):
                    pen.line(stroke(f"{k * 0.6} 10 {k} -28"), darken(plate, 0.25), 2, alpha=0.7)
    for x in (-128, -116):
        pen.fill(organic(f"{x} -28 {x - 14} -50 {x + 10} -32", 0.3), BONE, "soft", line=0.7)
    pen.anchor("back", -10, -100, 60)
    tail = tube([(-50, -58), (-92, -40), (-136, -26)], [50, 28, 8])
    trunk = organic("-70 -50 -54 -82 -10 -102 36 -88 66 -64 96 -64 112 -50 108 -38 84 -34 50 -34 10 -22 -50 -26")
    body = pen.fill(union(tail, trunk), coat, "soft")
    _belly(pen, body, "110 -36 60 -42 10 -36 -60 -38 -50 0 60 -10", coat)
    draw_spots(pen, body, "-36 -74 7 -10 -84 8 18 -78 6 -56 -56 6 -20 -62 5 10 -60 5 44 -62 5", darken(coat, 0.2), 0.6)
    for x in (-50, 18):
        _leg(pen, coat, x, -48, 27)
    _eyes(pen, look, 90, -54, 6.6 if look.cute else 5.6)
    draw_cheek(pen, 86, -43, 5)
    draw_smile(pen, 102, -43, 14, ink=darken(coat, 0.6))
    anchors(pen, eyes=(90, -54, 26), face=(94, -50, 36), mouth=(110, -42, 14), head=(82, -64, 38), neck=(62, -52, 40),
            body=(-6, -60, 110), seat=(-10, -100, 60), hand=(38, -8, 26), hand2=(18, -8, 26))  # fmt: skip
