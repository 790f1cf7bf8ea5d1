"""Rays, swordfish, eel, pufferfish; narwhal, beluga and manatee."""

from __future__ import annotations

import math

from pinxit.engines.illustrator.colours import WHITE, Rgb, darken, lighten, mix
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.creature import anchors, draw_cheek, draw_eye, draw_smile
from pinxit.engines.illustrator.rigs.trace import halved, organic, stroke
from pinxit.engines.illustrator.shapes import Point, ellipse, smooth, tube


@thing("stingray", "manta ray", "ray fish", "manta", cm=180, kind="fish")
def draw_ray(pen: Pen, look: Look) -> None:
    manta = "manta" in look.noun
    coat = look.colour((62, 78, 104) if manta else (168, 146, 116))
    pen.line(stroke("0 -30 6 -6 -8 14 10 40"), darken(coat, 0.2), 6)
    wing = "0 -132 22 -130 40 -116 84 -104 128 -66 136 -50 110 -54 70 -34 30 -22 0 -16"
    pen.anchor("back", 0, -70, 90)
    body = pen.fill(halved(wing), coat, "soft")
    with pen.on(body):
        pen.decal(halved("0 -128 18 -122 26 -96 22 -50 0 -22"), darken(coat, 0.16), alpha=0.6, blur=6)
        for side in (-1, 1):
            pen.line(stroke(f"{side * 44} -108 {side * 84} -82 {side * 122} -58"), lighten(coat, 0.3), 3, alpha=0.5)
            for x, y, r in ((40, -80, 6), (62, -74, 4), (50, -58, 4.6), (80, -66, 3.4), (30, -48, 4)):
                pen.decal(ellipse(side * x, y, r, r * 0.8), lighten(coat, 0.45), alpha=0.8)
    if manta:
        for side in (-1, 1):
            pen.fill(organic(f"{side * 16} -126 {side * 30} -150 {side * 24} -152 {side * 12} -132"), coat, "soft")
    for side in (-1, 1):
        pen.decal(ellipse(side * 19, -112, 10.6), WHITE, line=0.4)
        draw_eye(pen, look, side * 19, -111, 8.6 if look.cute else 7.4)
        draw_cheek(pen, side * 24, -95, 6)
    draw_smile(pen, 0, -98, 20, ink=darken(coat, 0.6))
    anchors(pen, eyes=(0, -112, 58), face=(0, -106, 60), mouth=(0, -96, 22), head=(0, -126, 56), neck=(0, -86, 70),
            body=(0, -70, 110), seat=(0, -70, 60), hand=(110, -56, 20), hand2=(-110, -56, 20))  # fmt: skip


@thing("swordfish", "marlin", "sailfish", cm=300, kind="fish", faces=1)
def draw_swordfish(pen: Pen, look: Look) -> None:
    coat = look.colour((52, 92, 142))
    fin = darken(coat, 0.18)
    for text in ("-84 -46 -104 -76 -126 -92 -120 -64 -108 -42 -122 -18 -128 10 -104 -8 -84 -30",
                 "40 -74 24 -112 2 -116 -22 -96 -44 -66", "20 -18 6 6 -12 16 -8 -2 0 -22"):  # fmt: skip
        pen.fill(organic(text), fin, "soft")
    pen.anchor("back", -10, -74, 70)
    bill = "70 -52 100 -52 176 -46 178 -43 100 -40 70 -36"
    pen.fill(organic(bill, 0.3), mix(coat, (90, 96, 110), 0.4), "glossy", line=0.8)
    body = pen.fill(
        organic("98 -44 80 -64 40 -78 -10 -74 -60 -54 -92 -40 -60 -30 -10 -16 40 -18 80 -32"), coat, "glossy"
    )
    with pen.on(body):
        pen.decal(ellipse(10, -16, 96, 22), (232, 238, 244), alpha=0.95, blur=5)
        pen.line(stroke("96 -46 0 -50 -90 -42"), lighten(coat, 0.35), 2.4, alpha=0.7)
        for x in (56, 51, 46):
            pen.line(stroke(f"{x} -60 {x - 6} -44 {x} -28"), darken(coat, 0.3), 1.8, alpha=0.6)
    pen.fill(organic("38 -36 20 -30 -8 -6 -4 0 20 -12 38 -26"), fin, "soft", line=0.8)
    pen.decal(ellipse(76, -50, 9.4), WHITE)
    draw_eye(pen, look, 77, -50, 7.4)
    draw_smile(pen, 84, -34, 14, ink=darken(coat, 0.6))
    anchors(pen, eyes=(76, -50, 26), face=(78, -46, 40), mouth=(94, -38, 16), head=(66, -66, 44), neck=(48, -46, 60),
            body=(0, -46, 100), seat=(-6, -72, 44), hand=(10, -14, 20), hand2=(-8, -8, 18))  # fmt: skip


@thing("eel", "moray eel", "electric eel", "moray", "lamprey", cm=120, kind="fish", faces=1)
def draw_eel(pen: Pen, look: Look) -> None:
    coat = look.colour((98, 130, 84))
    spots: list[Point] = [(-138, -60), (-104, -26), (-62, -22), (-28, -58), (8, -70), (42, -44), (76, -40), (104, -62)]
    widths = [6.0, 20.0, 30.0, 35.0, 38.0, 40.0, 42.0, 40.0]
    pen.fill(tube([(x, y - 6) for x, y in spots], [w + 13 for w in widths]), lighten(coat, 0.18), "soft")
    pen.anchor("back", -20, -70, 60)
    body = pen.fill(tube(spots, widths), coat, "glossy")
    with pen.on(body):
        for k in range(26):
            t = k / 26 * (len(spots) - 1)
            i = int(t)
            (ax, ay), (bx, by) = spots[i], spots[i + 1]
            x, y = ax + (bx - ax) * (t - i), ay + (by - ay) * (t - i)
            pen.decal(ellipse(x, y + (5 if k % 2 else -7), 4.2, 3.4), (232, 214, 120), alpha=0.8)
    head = pen.fill(organic("84 -66 98 -88 122 -92 146 -78 152 -64 140 -54 118 -44 92 -40"), coat, "glossy")
    with pen.on(head):
        pen.decal(ellipse(124, -46, 34, 12), lighten(coat, 0.5), alpha=0.6, blur=5)
    pen.line(stroke("150 -62 134 -58 118 -62"), darken(coat, 0.6), 3)
    for x in (126, 136, 145):
        pen.decal(organic(f"{x - 3} -60 {x + 3} -61 {x} -54", 0.2), WHITE)
    pen.decal(ellipse(122, -76, 9.4), WHITE)
    draw_eye(pen, look, 123, -76, 7.4, (232, 180, 50))
    if "electric" in look.noun:
        for x, y in ((-80, -62), (-8, -108), (60, -88)):
            pen.glow(organic(f"{x} {y} {x + 10} {y - 18} {x + 8} {y - 6} {x + 18} {y - 8} {x + 4} {y + 14} {x + 7} {y}", 0.05),
                     (255, 236, 90))  # fmt: skip
    anchors(pen, eyes=(122, -76, 26), face=(124, -68, 40), mouth=(146, -60, 16), head=(112, -88, 44), neck=(92, -54, 44),
            body=(0, -56, 70), seat=(-4, -76, 40), hand=(60, -26, 18), hand2=(-60, -8, 18))  # fmt: skip


@thing("pufferfish", "puffer fish", "blowfish", "porcupinefish", cm=30, kind="fish", faces=1)
def draw_puffer(pen: Pen, look: Look) -> None:
    coat = look.colour((240, 200, 92))
    fin = darken(coat, 0.14)
    pen.fill(organic("-50 -66 -84 -92 -98 -84 -90 -64 -98 -46 -84 -38"), fin, "soft")
    pen.fill(organic("-14 -120 -24 -144 -44 -138 -42 -114"), fin, "soft")
    points = []
    for k in range(52):
        a, reach = math.tau * k / 52, 1.0 if k % 2 else 1.16
        points.append((math.cos(a) * 62 * reach, -66 + math.sin(a) * 60 * reach))
    pen.anchor("back", 0, -122, 60)
    body = pen.fill(smooth(points, tension=0.16), coat, "soft")
    with pen.on(body):
        pen.decal(ellipse(8, -14, 66, 44), (255, 246, 226), blur=6)
        for x, y, r in ((-24, -106, 9), (4, -114, 7), (-44, -84, 8), (26, -108, 6), (-14, -84, 6), (-50, -62, 5)):
            pen.decal(ellipse(x, y, r, r * 0.8), darken(coat, 0.4), alpha=0.8)
        for x, y in ((-20, -50), (0, -34), (-34, -34), (20, -28), (-12, -20), (-46, -46), (38, -36)):
            pen.line(stroke(f"{x - 3} {y + 3} {x} {y - 4} {x + 3} {y + 3}"), darken(coat, 0.3), 1.8)
    pen.fill(organic("-10 -66 -34 -82 -44 -70 -40 -54 -14 -54"), fin, "soft", line=0.8)
    for x in (26, 54):
        pen.decal(ellipse(x, -84, 13, 14), WHITE, line=0.5)
        draw_eye(pen, look, x + 1, -83, 10.6)
    draw_cheek(pen, 20, -64, 7)
    pen.fill(ellipse(46, -58, 11, 9), mix(coat, (238, 130, 110), 0.6), "soft", line=0.7)
    pen.decal(ellipse(47, -58, 5, 3.6), (110, 44, 50))
    anchors(pen, eyes=(40, -84, 60), face=(40, -74, 60), mouth=(50, -56, 20), head=(26, -116, 70), neck=(0, -60, 110),
            body=(0, -60, 100), seat=(-6, -122, 50), hand=(-24, -62, 20), hand2=(-30, -56, 18))  # fmt: skip


def _whale(pen: Pen, look: Look, coat: Rgb, *, tusk: bool) -> None:
    pen.fill(organic("-92 -36 -118 -66 -140 -70 -132 -50 -138 -34 -116 -30 -96 -24"), darken(coat, 0.08), "soft")
    pen.anchor("back", -20, -84, 80)
    if tusk:
        horn = pen.fill(tube([(96, -62), (140, -86), (196, -116)], [9, 6.4, 1.6]), (244, 232, 204), "glossy", line=0.8)
        with pen.on(horn):
            for k in range(12):
                x, y = 104 + 7.6 * k, -67 - 4.2 * k
                pen.line(stroke(f"{x - 3} {y - 6} {x + 3} {y + 6}"), (196, 172, 130), 1.5)
    body = pen.fill(
        organic("108 -56 104 -80 80 -98 48 -90 20 -86 -30 -80 -72 -54 -100 -34 -90 -22 -50 -12 10 -2 64 -6 98 -30"),
        coat, "glossy",
    )  # fmt: skip
    with pen.on(body):
        pen.decal(ellipse(20, 0, 92, 24), lighten(coat, 0.6), alpha=0.9, blur=6)
        if tusk:
            for x, y, r in ((-40, -64, 4), (-20, -70, 5), (4, -74, 4), (-60, -48, 3.6), (-6, -58, 3.4), (30, -76, 4.4),
                            (-30, -48, 3), (54, -84, 3.4), (16, -60, 3)):  # fmt: skip
                pen.decal(ellipse(x, y, r * 1.2, r), darken(coat, 0.4), alpha=0.7)
    pen.fill(organic("36 -30 20 -24 0 2 10 8 30 0 48 -18"), darken(coat, 0.1), "soft", line=0.9)
    draw_eye(pen, look, 78, -56, 8.6 if look.cute else 7)
    draw_cheek(pen, 72, -42, 7)
    pen.line(stroke("107 -52 96 -42 80 -44"), darken(coat, 0.5), 3)
    anchors(pen, eyes=(80, -58, 32), face=(82, -54, 50), mouth=(102, -48, 18), head=(72, -90, 60), neck=(44, -50, 80),
            body=(0, -44, 110), seat=(-14, -82, 56), hand=(16, 0, 22), hand2=(4, 2, 20))  # fmt: skip


@thing("narwhal", cm=420, kind="fish", faces=1)
def draw_narwhal(pen: Pen, look: Look) -> None:
    _whale(pen, look, look.colour((126, 156, 182)), tusk=True)


@thing("beluga", "beluga whale", cm=420, kind="fish", faces=1)
def draw_beluga(pen: Pen, look: Look) -> None:
    _whale(pen, look, look.colour((238, 242, 246)), tusk=False)


@thing("manatee", "dugong", "sea cow", cm=280, kind="fish", faces=1)
def draw_manatee(pen: Pen, look: Look) -> None:
    coat = look.colour((142, 140, 142))
    pen.fill(organic("-88 -40 -116 -60 -140 -50 -146 -32 -134 -18 -110 -16 -90 -24"), darken(coat, 0.12), "soft")
    pen.anchor("back", -20, -88, 80)
    body = pen.fill(
        organic("86 -76 66 -92 30 -92 -30 -88 -74 -64 -98 -38 -90 -24 -50 -8 10 -2 60 -8 86 -28 112 -30 116 -50 104 -66"),
        coat, "soft",
    )  # fmt: skip
    with pen.on(body):
        pen.decal(ellipse(10, -2, 90, 22), lighten(coat, 0.35), alpha=0.8, blur=6)
        for x in (-64, -40, 44, 52):
            pen.line(stroke(f"{x} -90 {x + 7} -60 {x + 2} -34"), darken(coat, 0.3), 2.4, alpha=0.4)
    muzzle = pen.fill(organic("88 -56 106 -62 122 -50 120 -30 104 -22 88 -28"), lighten(coat, 0.16), "soft", line=0.6)
    with pen.on(muzzle):
        for x, y in ((100, -38), (108, -42), (104, -32), (112, -34), (96, -34)):
            pen.decal(ellipse(x, y, 1.4), darken(coat, 0.45))
    for x in (108, 116):
        pen.decal(ellipse(x, -52, 2.6, 1.8, 30), darken(coat, 0.55))
    pen.line(stroke("119 -32 106 -26 92 -32"), darken(coat, 0.55), 2.6)
    pen.fill(organic("34 -34 18 -26 6 4 16 10 34 -2 48 -20"), darken(coat, 0.1), "soft", line=0.9)
    draw_eye(pen, look, 80, -64, 7.4 if look.cute else 6)
    draw_cheek(pen, 78, -48, 7)
    anchors(pen, eyes=(82, -64, 30), face=(88, -54, 50), mouth=(112, -28, 24), head=(70, -88, 56), neck=(48, -50, 80),
            body=(0, -44, 110), seat=(-14, -86, 56), hand=(22, 2, 22), hand2=(10, 2, 20))  # fmt: skip
