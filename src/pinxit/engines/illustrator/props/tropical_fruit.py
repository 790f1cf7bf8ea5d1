"""Fruit that shows its inside: kiwi, coconut; mango; blueberries."""

import math

from pinxit.engines.illustrator.colours import darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import organic, stroke
from pinxit.engines.illustrator.shapes import curve, ellipse, star


@thing("kiwi", "kiwi fruit", "kiwifruit", "kiwis", cm=6, kind="food")
def draw(pen: Pen, look: Look) -> None:
    """A whole one behind a half."""
    flesh = look.colour((134, 186, 54))
    skin = look.part("skin", (136, 98, 56))
    whole = ellipse(34, -44, 52, 43, -12)
    pen.fill(whole, skin, "soft")
    rng = look.random("fuzz")
    with pen.on(whole):
        for _ in range(80):
            x, y = rng.uniform(-18, 86), rng.uniform(-88, 0)
            pen.line(stroke(f"{x},{y} {x + 1.5},{y - 2} {x + 2},{y - 4}"), darken(skin, 0.3), 0.9, alpha=0.5)
    pen.fill(ellipse(84, -52, 5, 7, -12), darken(skin, 0.4), "round", line=0.5)
    with pen.at(-30, -40):
        pen.fill(ellipse(2, 1, 48, 40), skin, "soft")
        pen.fill(ellipse(-2, 0, 44, 37.5), flesh, "glossy", line=0.5)
        cut = ellipse(-2, 0, 44, 37.5)
        with pen.on(cut):
            pen.decal(ellipse(-2, 0, 31, 26), lighten(flesh, 0.2), alpha=0.8, blur=3)
            for i in range(30):
                c, s = math.cos(math.radians(i * 12)), math.sin(math.radians(i * 12))
                pen.line(
                    curve((-2 + 12 * c, 9 * s), (-2 + 26 * c, 22 * s), (-2 + 41 * c, 34 * s)),
                    lighten(flesh, 0.5),
                    1.2,
                    alpha=0.5,
                )
            for i in range(22):
                a = math.radians(i * 360 / 22)
                r = 1.0 if i % 2 else 0.84
                pen.decal(
                    ellipse(-2 + 22 * r * math.cos(a), 18.4 * r * math.sin(a), 3.6, 1.8, math.degrees(a)), (38, 30, 26)
                )
        pen.decal(ellipse(-2, 0, 12, 9.6), (246, 244, 214))


@thing("coconut", "coconuts", "half coconut", cm=13, kind="food")
def draw_coconut(pen: Pen, look: Look) -> None:
    """A hairy nut behind a half with its white flesh."""
    husk = look.colour((122, 78, 46))
    rng = look.random("hair")
    nut = ellipse(34, -52, 52)
    pen.fill(nut, husk, "soft")
    with pen.on(nut):
        for _ in range(90):
            x, y = rng.uniform(-18, 86), rng.uniform(-104, 0)
            tone = lighten(husk, 0.3) if rng.random() < 0.5 else darken(husk, 0.35)
            pen.line(stroke(f"{x},{y} {x + 4},{y + 5} {x + 5},{y + 12}"), tone, 1.1, alpha=0.6)
    for x, y in ((50, -84), (64, -76), (62, -92)):
        pen.decal(ellipse(x, y, 4.4), darken(husk, 0.6))
    pen.fill(organic("-92,-50 -60,-46 -30,-46 6,-50 2,-24 -18,-4 -44,0 -70,-6 -88,-26"), husk, "soft")
    for _ in range(34):
        x, y = rng.uniform(-80, -6), rng.uniform(-36, -6)
        if ((x + 43) / 42) ** 2 + ((y + 46) / 42) ** 2 < 1:
            pen.line(stroke(f"{x},{y} {x + 3},{y + 3} {x + 5},{y + 4}"), lighten(husk, 0.3), 1.1, alpha=0.6)
    pen.fill(ellipse(-43, -50, 49, 20), darken(husk, 0.2), "round")
    pen.fill(ellipse(-43, -50, 45.6, 17.8), (252, 250, 244), "glossy", line=0.5)
    pen.fill(ellipse(-43, -47, 33, 11.6), (226, 230, 226), "round", line=0.4)
    pen.decal(ellipse(-46, -44, 24, 6), (246, 250, 250), alpha=0.8, blur=2)


@thing("mango", "mangos", "mangoes", cm=9, kind="food")
def draw_mango(pen: Pen, look: Look) -> None:
    what = finish(look, (246, 176, 50), "glossy")
    blush = look.colour((222, 74, 56), 1) if len(look.colours) != 1 else darken(what.rgb, 0.2)
    body = organic("16,-100 44,-90 60,-62 54,-30 28,-6 -6,0 -40,-8 -58,-30 -52,-58 -32,-82 -8,-97")
    coat(pen, body, what)
    with pen.on(body):
        pen.decal(ellipse(36, -84, 46, 36, 30), blush, alpha=0.75, blur=14)
        pen.decal(ellipse(-40, -14, 34, 20, 30), (150, 170, 60), alpha=0.4 if not look.colours else 0, blur=10)
        rng = look.random("specks")
        for _ in range(26):
            pen.decal(ellipse(rng.uniform(-50, 52), rng.uniform(-92, -8), 0.9), lighten(what.rgb, 0.5), alpha=0.7)
    pen.line(stroke("16,-98 18,-107 24,-113"), (108, 76, 44), 5)
    pen.fill(organic("22,-108 36,-124 62,-130 84,-120 62,-108 40,-104"), look.part("leaf", (84, 148, 66)), "glossy")
    pen.line(stroke("24,-109 50,-117 78,-120"), (50, 100, 44), 1.6, alpha=0.8)


@thing("blueberry", "blueberries", "bilberry", "bilberries", cm=4, kind="food")
def draw_blueberry(pen: Pen, look: Look) -> None:
    """Three berries with their crowns and two leaves."""
    rgb = look.colour((66, 88, 168))
    for text, vein in (
        ("-8,-70 -40,-88 -66,-84 -84,-70 -60,-60 -30,-58", "-12,-68 -46,-74 -76,-70"),
        ("6,-76 20,-104 46,-112 66,-108 54,-88 28,-72", "10,-76 34,-94 60,-105"),
    ):
        pen.fill(organic(text), look.part("leaf", (92, 152, 72)), "soft")
        pen.line(stroke(vein), (58, 108, 48), 1.8, alpha=0.8)
    for x, y, r, turn in ((6, -62, 34, 0), (-36, -32, 32, -20), (36, -33, 33, 20)):
        with pen.at(x, y, turn=turn):
            berry = ellipse(0, 0, r)
            pen.fill(berry, rgb, "round")
            with pen.on(berry):
                pen.decal(ellipse(-r * 0.3, -r * 0.3, r * 0.6, r * 0.5, -30), lighten(rgb, 0.55), alpha=0.4, blur=6)
            pen.fill(star(2, -r * 0.32, r * 0.4, r * 0.2, 6), darken(rgb, 0.35), "flat", line=0.5)
            pen.decal(star(2, -r * 0.3, r * 0.26, r * 0.12, 6), darken(rgb, 0.65))
