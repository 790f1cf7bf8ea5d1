"""Snail, caterpillar and worm."""

from __future__ import annotations

import math

from pinxit.engines.illustrator.colours import darken, lighten, mix
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.creature import anchors, draw_cheek, draw_eye, draw_smile
from pinxit.engines.illustrator.rigs.trace import organic, stroke
from pinxit.engines.illustrator.shapes import curve, ellipse, tube


@thing("snail", "slug", cm=6, kind="animal", faces=1)
def draw(pen: Pen, look: Look) -> None:
    skin = look.part("body", (226, 196, 142))
    shell = look.part("shell", look.colour((192, 108, 62)))
    for x, tip in ((56, 52), (70, 78)):
        pen.fill(tube([(x, -66), (x, -86), (tip, -102)], [8, 6, 5]), skin, "soft", line=0.8)
    foot = "-84 -2 -60 -12 -20 -22 24 -24 40 -40 46 -66 62 -78 78 -68 80 -48 70 -24 62 -6 48 0 0 0 -50 0"
    body = pen.fill(organic(foot), skin, "soft")
    with pen.on(body):
        pen.decal(organic("-90 2 -60 -4 0 -6 50 -6 70 4 0 12"), darken(skin, 0.2), alpha=0.6, blur=2)
        for x in range(-60, 44, 13):
            pen.line(stroke(f"{x} -8 {x + 3} -4 {x + 1} 0"), darken(skin, 0.25), 1.6, alpha=0.6)
    pen.anchor("back", -12, -90, 50)
    if look.noun != "slug":
        dome = pen.fill(ellipse(-12, -56, 46, 44), shell, "glossy")
        turns = [(t * 0.18, 3.2 + t * 1.05) for t in range(36)]
        spiral = [(-10 + math.cos(a * 2 + 0.4) * r, -54 + math.sin(a * 2 + 0.4) * r) for a, r in turns]
        with pen.on(dome):
            pen.line(curve(*spiral), darken(shell, 0.4), 4.4)
            pen.line(curve(*[(x - 2, y - 3) for x, y in spiral]), lighten(shell, 0.35), 1.8, alpha=0.7)
    for x in (52, 78):
        pen.fill(ellipse(x, -105, 10), (252, 250, 246), "round", line=0.7)
        draw_eye(pen, look, x + 1, -104.5, 7.4)
    draw_cheek(pen, 58, -52, 5.4)
    draw_smile(pen, 68, -56, 15, ink=darken(skin, 0.6))
    anchors(pen, eyes=(65, -105, 50), face=(66, -64, 36), mouth=(74, -54, 14), head=(64, -76, 40), neck=(52, -38, 42),
            body=(-10, -50, 90), seat=(-12, -98, 50), hand=(64, -30, 14), hand2=(44, -20, 14))  # fmt: skip


@thing("caterpillar", "inchworm", "centipede", "larva", cm=6, kind="animal", faces=1)
def draw_caterpillar(pen: Pen, look: Look) -> None:
    coat = look.colour((134, 194, 70))
    second = look.colour(mix(coat, (250, 220, 80), 0.5), 1)
    pen.anchor("back", -30, -70, 50)
    for k in range(6):
        x = -92 + k * 24
        y = -26 - (14 if k in {2, 3} else 8 if k in {1, 4} else 0)
        for dx in (-6, 6):
            pen.fill(ellipse(x + dx, y + 22, 5, 8), (236, 130, 66), "soft", line=0.6)
        part = pen.fill(ellipse(x, y, 22, 23), second if k % 2 else coat, "soft", line=0.9)
        with pen.on(part):
            pen.decal(ellipse(x, y - 6, 5), (246, 150, 70) if k % 2 else darken(coat, 0.2), alpha=0.9)
    for x, tip in ((36, 30), (56, 66)):
        pen.line(stroke(f"{x} -72 {x} -88 {tip} -98"), darken(coat, 0.45), 3)
        pen.fill(ellipse(tip, -99, 5), (236, 110, 66), "round", line=0.5)
    pen.fill(ellipse(46, -46, 35, 33), coat, "soft")
    for x in (36, 62):
        draw_eye(pen, look, x, -50, 8.4)
        draw_cheek(pen, x + (-8 if x < 50 else 6), -35, 5)
    draw_smile(pen, 50, -36, 18, ink=darken(coat, 0.6))
    anchors(pen, eyes=(49, -50, 50), face=(48, -44, 56), mouth=(50, -32, 16), head=(46, -70, 60), neck=(22, -34, 44),
            body=(-20, -34, 50), seat=(-32, -62, 50), hand=(30, -10, 14), hand2=(0, -10, 14))  # fmt: skip
