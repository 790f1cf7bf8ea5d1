"""Grasshopper, praying mantis, mosquito and scorpion: long legs, claws and stings; and the worm that has none."""

from __future__ import annotations

from itertools import pairwise

from pinxit.engines.illustrator.colours import WHITE, Rgb, darken, lighten, mix
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.creature import anchors, draw_cheek, draw_eye, draw_smile
from pinxit.engines.illustrator.rigs.trace import organic, stroke
from pinxit.engines.illustrator.shapes import Point, ellipse, tube


def _leg(pen: Pen, spots: list[Point], widths: list[float], tone: Rgb) -> None:
    pen.fill(tube(spots, widths), tone, "soft", line=0.7)


@thing("grasshopper", "cricket", "locust", "katydid", cm=5, kind="animal", faces=1)
def draw_grasshopper(pen: Pen, look: Look) -> None:
    coat = look.colour((128, 186, 72))
    far, shade = darken(coat, 0.3), darken(coat, 0.14)
    for hip, knee, foot in (((36, -36), (46, -20), (58, -1)), ((18, -34), (14, -18), (20, -1))):
        _leg(pen, [(hip[0] + 8, hip[1]), (knee[0] + 8, knee[1]), (foot[0] + 8, -3)], [7, 5, 4], far)
    _leg(pen, [(0, -40), (-38, -100), (-66, -4)], [15, 9, 5], far)
    pen.anchor("back", -20, -66, 60)
    tail = pen.fill(organic("20 -60 -20 -62 -70 -48 -112 -38 -76 -26 -20 -20 20 -24"), lighten(coat, 0.2), "soft")
    with pen.on(tail):
        for x in range(-92, 10, 15):
            pen.line(stroke(f"{x} -70 {x - 6} -40 {x + 2} -10"), darken(coat, 0.2), 2, alpha=0.6)
    wing = pen.fill(organic("26 -66 -10 -74 -70 -62 -124 -42 -84 -40 -20 -42 24 -48"), shade, "soft")
    with pen.on(wing):
        for k in range(4):
            pen.line(
                stroke(f"24 {-62 + 4 * k} -40 {-66 + 7 * k} -116 {-50 + 5 * k}"), darken(coat, 0.36), 1.6, alpha=0.6
            )
    for hip, knee, foot in (((40, -34), (52, -18), (62, -2)), ((22, -32), (20, -16), (10, -2))):
        _leg(pen, [hip, knee, foot], [9, 6, 4.4], coat)
    pen.fill(organic("58 -70 40 -84 14 -76 8 -44 24 -28 50 -32"), coat, "soft")
    _leg(pen, [(2, -38), (-26, -76), (-44, -108)], [12, 21, 9], coat)
    _leg(pen, [(-44, -108), (-58, -54), (-74, -4), (-58, -2)], [8, 6, 5, 4], shade)
    for k in range(5):
        pen.line(stroke(f"{-52 - 5 * k} {-78 + 15 * k} {-62 - 5 * k} {-80 + 15 * k}"), shade, 2)
    pen.fill(organic("52 -82 66 -104 92 -102 98 -78 88 -54 70 -44 54 -52"), coat, "soft")
    for bend, tip in ((104, 124), (92, 100)):
        pen.line(stroke(f"80 -100 {bend} -136 {tip} -158"), darken(coat, 0.4), 3)
    pen.decal(ellipse(78, -82, 12.4, 14.4), (252, 250, 246))
    draw_eye(pen, look, 80, -82, 11 if look.cute else 9.6)
    draw_cheek(pen, 74, -62, 5)
    draw_smile(pen, 88, -62, 13, ink=darken(coat, 0.6))
    anchors(pen, eyes=(80, -84, 32), face=(78, -76, 44), mouth=(92, -60, 14), head=(74, -100, 40), neck=(52, -62, 44),
            body=(-20, -50, 90), seat=(-10, -70, 50), hand=(64, -6, 16), hand2=(12, -6, 14))  # fmt: skip


@thing("praying mantis", "mantis", "stick insect", cm=8, kind="animal", faces=1)
def draw_mantis(pen: Pen, look: Look) -> None:
    coat = look.colour((142, 190, 82))
    far, shade = darken(coat, 0.28), darken(coat, 0.12)
    for hip, knee, foot in (((-30, -52), (-66, -66), (-84, -2)), ((-10, -52), (14, -58), (28, -2))):
        _leg(pen, [(hip[0] + 8, hip[1]), (knee[0] + 10, knee[1]), (foot[0] + 12, -4)], [6, 5, 3.4], far)
    pen.anchor("back", -40, -70, 60)
    body = organic("6 -66 -30 -78 -80 -66 -124 -40 -96 -34 -40 -40 0 -48")
    with pen.on(pen.fill(body, shade, "soft")):
        for k in range(5):
            pen.line(
                stroke(f"0 {-64 + 4 * k} -60 {-68 + 6 * k} -120 {-46 + 3 * k}"), darken(coat, 0.32), 1.5, alpha=0.6
            )
    for hip, knee, foot in (((-24, -48), (-54, -60), (-70, -2)), ((-4, -48), (22, -50), (42, -2))):
        _leg(pen, [hip, knee, foot], [7, 5.4, 4], coat)
    pen.fill(tube([(-4, -58), (22, -84), (44, -128), (50, -140)], [26, 19, 15, 14]), coat, "soft")
    for dx, tone in ((10, far), (0, coat)):
        _leg(pen, [(40 + dx, -118), (72 + dx, -84), (80 + dx, -80)], [13, 11, 9], tone)
        _leg(pen, [(80 + dx, -80), (96 + dx, -112), (104 + dx, -132)], [9, 10, 5], tone)
        _leg(pen, [(104 + dx, -132), (96 + dx, -116), (100 + dx, -104)], [5, 4, 2], tone)
        for k in range(4):
            x, y = 84 + dx + 4 * k, -88 - 8 * k
            pen.line(stroke(f"{x} {y} {x - 7} {y - 3}"), darken(tone, 0.2), 2)
    pen.anchor("hand", 100, -116, 20)
    for bend, tip in ((66, 92), (54, 70)):
        pen.line(stroke(f"56 -164 {bend} -188 {tip} -204"), darken(coat, 0.4), 2.4)
    pen.fill(organic("28 -166 50 -170 74 -166 78 -154 66 -140 56 -128 48 -130 36 -142 26 -154"), coat, "soft")
    for x in (34, 70):
        pen.fill(ellipse(x, -160, 11, 12), lighten(coat, 0.45), "glossy", line=0.7)
        draw_eye(pen, look, x, -160, 7.6 if look.cute else 6.4)
    draw_smile(pen, 54, -142, 10, ink=darken(coat, 0.6))
    anchors(pen, eyes=(52, -160, 56), face=(52, -152, 48), mouth=(56, -140, 12), head=(52, -170, 40), neck=(48, -130, 18),
            body=(-30, -58, 80), seat=(-40, -74, 50), hand2=(110, -116, 18))  # fmt: skip


@thing("mosquito", "gnat", "midge", cm=2, kind="animal", faces=1, flies=True)
def draw_mosquito(pen: Pen, look: Look) -> None:
    coat = look.colour((112, 92, 96))
    for root, knee, foot in (((0, -66), (-40, -84), (-66, -10)), ((12, -62), (-4, -34), (-22, -2)),
                             ((22, -62), (44, -36), (36, 0))):  # fmt: skip
        pen.line(stroke(f"{root[0]} {root[1]} {knee[0]} {knee[1]} {foot[0]} {foot[1]}"), darken(coat, 0.35), 3.4)
    pen.anchor("back", -10, -90, 40)
    for text in ("6 -84 -16 -128 -52 -148 -62 -134 -38 -102", "10 -86 14 -136 -8 -166 -24 -158 -14 -116"):
        wing = pen.fill(organic(text), (206, 224, 236), "soft", line=0.8, alpha=0.8)
        with pen.on(wing):
            pen.line(stroke("8 -84 -20 -120 -50 -142"), (140, 160, 180), 1.6)
    tail = pen.fill(tube([(6, -70), (-34, -62), (-84, -34)], [24, 19, 8]), mix(coat, (190, 90, 84), 0.3), "soft")
    with pen.on(tail):
        for x, y in ((-14, -66), (-32, -62), (-50, -52), (-66, -44)):
            pen.decal(ellipse(x, y, 4, 14, 24), lighten(coat, 0.45))
    pen.fill(ellipse(16, -74, 22, 19), coat, "soft")
    pen.fill(tube([(56, -66), (84, -44), (104, -24)], [7, 4, 1.6]), darken(coat, 0.3), "soft", line=0.6)
    for bend, tip in ((66, 86), (58, 70)):
        pen.line(stroke(f"52 -88 {bend} -106 {tip} -112"), darken(coat, 0.35), 2.2)
    pen.fill(ellipse(46, -72, 20, 19), coat, "soft")
    for x in (40, 54):
        pen.decal(ellipse(x, -78, 9.6, 10.4), (252, 250, 246), line=0.5)
        draw_eye(pen, look, x + 1, -77, 6)
    anchors(pen, eyes=(48, -78, 38), face=(46, -72, 40), mouth=(62, -60, 10), head=(46, -88, 34), neck=(32, -70, 24),
            body=(0, -66, 40), seat=(-10, -84, 30), hand=(36, -6, 12), hand2=(-22, -6, 12))  # fmt: skip


@thing("scorpion", cm=10, kind="animal", faces=1)
def draw_scorpion(pen: Pen, look: Look) -> None:
    coat = look.colour((196, 122, 62))
    far = darken(coat, 0.28)
    tail = [(-44, -34), (-86, -40), (-112, -72), (-108, -114), (-78, -138), (-44, -132)]
    path = pen.fill(tube(tail, [40, 36, 31, 28, 26, 24]), coat, "glossy")
    with pen.on(path):
        for (ax, ay), (bx, by) in pairwise(tail):
            for t in (0.0, 0.5):
                x, y, dx, dy = ax + (bx - ax) * t, ay + (by - ay) * t, (bx - ax) * 0.5, (by - ay) * 0.5
                pen.line(
                    stroke(f"{x - dy} {y + dx} {x + dx * 0.2} {y + dy * 0.2} {x + dy} {y - dx}"), darken(coat, 0.4), 2.4
                )
    pen.fill(organic("-52 -140 -36 -146 -20 -132 -10 -106 -26 -120 -44 -122"), darken(coat, 0.35), "glossy", line=0.7)
    for k in range(4):
        x = -34 + 19 * k
        _leg(pen, [(x + 6, -34), (x - 6 + 9 * k, -48), (x - 10 + 14 * k, -4)], [7, 6, 3.4], far)
    pen.anchor("back", -10, -58, 60)
    body = pen.fill(organic("44 -30 34 -50 0 -60 -40 -54 -62 -36 -48 -20 0 -12 36 -16"), coat, "glossy")
    with pen.on(body):
        for x in (-42, -24, -6, 12):
            pen.line(stroke(f"{x} -70 {x + 6} -36 {x} -4"), darken(coat, 0.3), 2.2)
    for k in range(4):
        x = -30 + 19 * k
        _leg(pen, [(x, -26), (x - 8 + 8 * k, -36), (x - 12 + 12 * k, -2)], [8, 6.4, 4], darken(coat, 0.1))
    for dx, dy, tone in ((8, -14, far), (0, 0, coat)):
        _leg(pen, [(36 + dx, -30 + dy), (66 + dx, -46 + dy), (84 + dx, -34 + dy)], [12, 11, 12], tone)
        low = f"{80 + dx} {-38 + dy} {104 + dx} {-42 + dy} {128 + dx} {-26 + dy} {112 + dx} {-18 + dy} {88 + dx} {-20 + dy}"
        pen.fill(organic(low), tone, "glossy", line=0.8)
        high = f"{84 + dx} {-42 + dy} {98 + dx} {-58 + dy} {124 + dx} {-52 + dy} {130 + dx} {-38 + dy} {104 + dx} {-40 + dy}"
        pen.fill(organic(high), lighten(tone, 0.08), "glossy", line=0.8)
    pen.anchor("hand", 108, -36, 20)
    pen.fill(ellipse(38, -38, 23, 20), coat, "glossy")
    for x in (36, 52):
        pen.decal(ellipse(x, -46, 8.4, 9), (252, 250, 246))
        draw_eye(pen, look, x + 1, -45, 6)
    draw_smile(pen, 46, -30, 12, ink=darken(coat, 0.6))
    anchors(pen, eyes=(45, -46, 34), face=(42, -40, 40), mouth=(50, -28, 12), head=(40, -56, 36), neck=(22, -36, 34),
            body=(-10, -36, 80), seat=(-12, -58, 50), hand2=(118, -50, 18))  # fmt: skip


@thing("worm", "earthworm", "maggot", "leech", cm=10, kind="animal", faces=1)
def draw_worm(pen: Pen, look: Look) -> None:
    coat = look.colour((232, 142, 138))
    spots: list[Point] = [(-110, -10), (-84, -16), (-54, -52), (-22, -58), (0, -22), (22, -18), (42, -52), (52, -92)]
    pen.anchor("back", -40, -60, 50)
    body = pen.fill(tube(spots, [14, 26, 31, 32, 33, 34, 36, 40]), coat, "glossy")
    with pen.on(body):
        pen.decal(tube([(-8, -36), (10, -16), (30, -24)], [40, 42, 40]), lighten(coat, 0.3), alpha=0.8)
        for k in range(24):
            t = k / 24 * (len(spots) - 1)
            i = int(t)
            (ax, ay), (bx, by) = spots[i], spots[i + 1]
            x, y = ax + (bx - ax) * (t - i), ay + (by - ay) * (t - i)
            n = max(((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5, 1)
            dx, dy = -(by - ay) / n * 20, (bx - ax) / n * 20
            pen.line(stroke(f"{x - dx} {y - dy} {x + 3} {y + 3} {x + dx} {y + dy}"), darken(coat, 0.2), 2, alpha=0.5)
    for x in (46, 64):
        pen.decal(ellipse(x, -98, 8.6, 9.6), WHITE)
        draw_eye(pen, look, x + 1, -97, 7 if look.cute else 6)
    draw_cheek(pen, 42, -84, 5)
    draw_smile(pen, 57, -84, 14, ink=darken(coat, 0.6))
    anchors(pen, eyes=(55, -98, 36), face=(54, -92, 38), mouth=(58, -82, 14), head=(53, -110, 36), neck=(44, -66, 36),
            body=(0, -30, 60), seat=(-36, -66, 40), hand=(70, -70, 14), hand2=(36, -70, 14))  # fmt: skip
