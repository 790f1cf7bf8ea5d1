"""Alien, ghost and a furry monster: strange, but good company."""

from __future__ import annotations

import math

from pinxit.engines.illustrator.colours import WHITE, Rgb, darken, lighten, mix
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.creature import BLUSH, INK, anchors, asleep, draw_cheek, draw_eye, draw_smile
from pinxit.engines.illustrator.rigs.trace import halved, organic, points, stroke
from pinxit.engines.illustrator.shapes import capsule, ellipse, polygon, smooth, tube

CHEERS = {"wave", "cheer", "dance", "celebrate", "greet", "jump"}


def _alien_limbs(pen: Pen, look: Look, coat: Rgb, suit: Rgb) -> None:
    for side in (-1, 1):
        pen.fill(tube([(side * 12, -46), (side * 14, -22), (side * 15, -8)], [19, 16, 15]), suit, "soft", line=0.9)
        pen.fill(ellipse(side * 19, -6, 15, 7.4), darken(suit, 0.3), "soft", line=0.8)
        raised = look.holds or look.pose in CHEERS
        arm = [(22, -84), (44, -78), (60, -98)] if raised and side > 0 else [(22, -84), (38, -64), (40, -42)]
        with pen.at(0, 0, flip=side < 0):
            hx, hy = arm[2]
            pen.fill(tube(arm, [16, 12, 11]), coat, "soft", line=0.9)
            pen.anchor("hand" if side > 0 else "hand2", hx, hy, 22)
            lift = -1 if raised and side > 0 else 1
            for dx in (-6, 0, 6):
                pen.fill(capsule(hx, hy, hx + dx, hy + lift * 13, 5, 6), coat, "soft", line=0.7)


@thing("alien", "martian", "extraterrestrial", "creature", cm=130, kind="animal")
def draw_alien(pen: Pen, look: Look) -> None:
    coat = look.colour((136, 204, 92))
    suit = look.colour((92, 104, 172), 1)
    _alien_limbs(pen, look, coat, suit)
    pen.anchor("back", 0, -76, 50)
    body = pen.fill(halved("0 -96 18 -94 28 -80 27 -56 24 -38 0 -34"), suit, "soft")
    with pen.on(body):
        pen.decal(organic("-40 -50 40 -50 40 -42 -40 -42"), darken(suit, 0.35))
        pen.decal(ellipse(0, -46, 6), (250, 206, 80))
        pen.line(stroke("0 -92 0 -50"), darken(suit, 0.25), 2)
    for side in (-1, 1):
        pen.line(stroke(f"{side * 20} -196 {side * 26} -214 {side * 40} -222"), darken(coat, 0.15), 4.4)
        pen.fill(ellipse(side * 41, -223, 7.4), (250, 206, 80), "glossy", line=0.8)
    head = pen.fill(halved("0 -206 34 -200 60 -174 62 -146 44 -116 20 -98 0 -94"), coat, "soft")
    with pen.on(head):
        pen.decal(ellipse(-26, -186, 18, 9, -30), lighten(coat, 0.5), alpha=0.5, blur=4)
        for x, y, r in ((38, -184, 5), (28, -194, 3), (48, -170, 3)):
            pen.decal(ellipse(x, y, r), darken(coat, 0.2), alpha=0.7)
    for side in (-1, 1):
        if asleep(look):
            draw_eye(pen, look, side * 27, -146, 16)
        else:
            eye = pen.decal(ellipse(side * 27, -148, 17, 24, side * 24), INK)
            with pen.on(eye):
                pen.decal(ellipse(side * 25, -132, 14, 9), mix(INK, coat, 0.5), alpha=0.8, blur=3)
            pen.decal(ellipse(side * 27 - 5, -157, 5.6, 6.6), WHITE)
            pen.decal(ellipse(side * 27 + 5, -139, 2.6), WHITE, alpha=0.85)
        draw_cheek(pen, side * 38, -120, 6)
    draw_smile(pen, 0, -114, 20, ink=darken(coat, 0.6))
    anchors(pen, eyes=(0, -148, 92), face=(0, -136, 100), mouth=(0, -112, 24), head=(0, -184, 96), neck=(0, -96, 40),
            body=(0, -66, 58), seat=(0, -200, 50))  # fmt: skip


@thing("ghost", "phantom", "spectre", "spook", cm=120, kind="animal", flies=True)
def draw_ghost(pen: Pen, look: Look) -> None:
    coat = look.colour((240, 242, 252))
    shade = mix(coat, (130, 140, 206), 0.35)
    for side in (-1, 1):
        up = side > 0 and (look.holds or look.pose in CHEERS)
        arm = [(42, -92), (64, -98), (76, -122)] if up else [(42, -92), (62, -84), (74, -94)]
        with pen.at(0, 0, flip=side < 0):
            pen.anchor("hand" if side > 0 else "hand2", *arm[2], 24)
            pen.fill(tube(arm, [28, 24, 17]), coat, "soft")
    pen.anchor("back", 0, -100, 70)
    text = (
        "-4 -176 30 -170 52 -140 56 -96 60 -50 70 -10 58 0 44 -12 30 0 14 2 0 -12 -16 2 -32 0 -46 -14 -60 -4 "
        "-64 -40 -58 -96 -52 -140 -34 -170"
    )
    body = pen.fill(organic(text), coat, "soft")
    with pen.on(body):
        pen.decal(ellipse(6, 4, 80, 44), shade, alpha=0.6, blur=14)
        for x in (-34, -4, 28):
            pen.line(stroke(f"{x} -14 {x - 3} -40 {x + 1} -64"), shade, 3, alpha=0.6)
        pen.decal(ellipse(-22, -154, 16, 9, -30), WHITE, alpha=0.8, blur=4)
    for side in (-1, 1):
        draw_eye(pen, look, side * 20, -124, 11 if look.cute else 10)
        pen.decal(ellipse(side * 34, -104, 8, 5.4), BLUSH, alpha=0.5, blur=2)
    draw_smile(pen, 0, -108, 22, open_=True)
    anchors(pen, eyes=(0, -124, 72), face=(0, -116, 76), mouth=(0, -102, 24), head=(0, -160, 84), neck=(0, -90, 96),
            body=(0, -64, 110), seat=(0, -174, 50))  # fmt: skip


def _monster_limbs(pen: Pen, look: Look, coat: Rgb) -> None:
    horn = (250, 222, 150)
    for side in (-1, 1):
        up = side > 0 and (look.holds or look.pose in CHEERS)
        with pen.at(0, 0, flip=side < 0):
            pen.fill(organic("14 -18 38 -18 46 -4 42 0 12 0"), darken(coat, 0.2), "soft")
            for x in (20, 30, 40):
                pen.decal(ellipse(x, -2.4, 3, 3), WHITE)
            horned = pen.fill(organic("20 -148 24 -168 40 -184 46 -182 44 -160 40 -140"), horn, "soft", line=0.9)
            with pen.on(horned):
                for y in (-154, -164, -173):
                    pen.line(stroke(f"16 {y} 34 {y + 4} 50 {y}"), darken(horn, 0.25), 2)
            arm = [(50, -84), (76, -88), (88, -116)] if up else [(50, -84), (70, -64), (72, -40)]
            pen.anchor("hand" if side > 0 else "hand2", *arm[2], 28)
            pen.fill(tube(arm, [28, 24, 25]), darken(coat, 0.08), "soft")


@thing("monster", "furry monster", cm=150, kind="animal")
def draw_monster(pen: Pen, look: Look) -> None:
    coat = look.colour((124, 104, 206))
    light = look.colour(lighten(coat, 0.5), 1)
    _monster_limbs(pen, look, coat)
    pen.anchor("back", 0, -90, 80)
    edge = []
    for k in range(44):
        angle, reach = math.tau * k / 44, 1.05 if k % 2 else 0.96
        edge.append((math.sin(angle) * (60 + 7 * (math.cos(angle) < 0)) * reach, -82 - math.cos(angle) * 78 * reach))
    body = pen.fill(smooth(edge), coat, "soft")
    with pen.on(body):
        pen.decal(ellipse(0, -40, 38, 34), light, blur=2)
        tufts = points("-44 -110 44 -104 -50 -76 50 -70 -24 -148 22 -150 0 -154 -14 -34 12 -44 0 -24")
        for x, y in tufts:
            pen.line(stroke(f"{x - 5} {y - 4} {x - 1} {y + 4} {x + 5} {y - 4}"), darken(coat, 0.22), 2.4, alpha=0.55)
    for side in (-1, 1):
        pen.decal(ellipse(side * 22, -116, 18.5), (255, 254, 250), line=0.6)
        draw_eye(pen, look, side * 20.5, -115, 14, (92, 190, 150))
        draw_cheek(pen, side * 42, -92, 8)
    mouth = pen.decal(
        smooth([(-28, -88), (0, -84), (28, -88), (18, -66), (0, -60), (-18, -66)]), (110, 34, 52), line=0.5
    )
    with pen.on(mouth):
        pen.decal(ellipse(0, -60, 14, 9), (240, 116, 122))
    for x in (-14, 14):
        pen.decal(polygon([(x - 5, -86.6), (x + 5, -86), (x, -76)]), WHITE)
    anchors(pen, eyes=(0, -116, 86), face=(0, -104, 96), mouth=(0, -76, 40), head=(0, -142, 92), neck=(0, -62, 116),
            body=(0, -44, 124), seat=(0, -158, 60))  # fmt: skip
