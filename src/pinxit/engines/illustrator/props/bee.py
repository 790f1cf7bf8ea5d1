"""Bee, wasp, fly and firefly in profile, on the wing."""

from __future__ import annotations

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.creature import INK, anchors, draw_cheek, draw_eye, draw_smile
from pinxit.engines.illustrator.rigs.trace import organic, stroke
from pinxit.engines.illustrator.shapes import ellipse

RUMP = "-6 -76 -34 -82 -62 -72 -78 -50 -84 -44 -76 -36 -58 -22 -28 -16 0 -24"


def _wings(pen: Pen) -> None:
    glass: Rgb = (222, 238, 248)
    for text, vein in (("-14 -74 -46 -104 -58 -132 -44 -140 -22 -118 -6 -82", "-10 -78 -34 -110 -48 -132"),
                       ("-4 -76 -14 -116 0 -146 18 -146 20 -116 8 -80", "2 -78 2 -112 10 -140")):  # fmt: skip
        wing = pen.fill(organic(text), glass, "soft", line=0.8, alpha=0.86)
        with pen.on(wing):
            pen.line(stroke(vein), darken(glass, 0.3), 1.6)
            pen.decal(ellipse(4, -130, 8, 14), (255, 255, 255), alpha=0.6, blur=3)


def _head(pen: Pen, look: Look, tone: Rgb, ink: Rgb) -> None:
    for x, tip in ((44, 62), (34, 42)):
        pen.line(stroke(f"{x} -78 {x + 4} -96 {tip} -104"), INK, 2.6)
        pen.fill(ellipse(tip, -104, 4), INK, "round", line=0)
    pen.fill(ellipse(40, -54, 27, 26), tone, "soft")
    draw_eye(pen, look, 49, -58, 8 if look.cute else 7)
    draw_cheek(pen, 44, -43, 5.4)
    draw_smile(pen, 57, -44, 13, ink=ink)


def _legs(pen: Pen) -> None:
    for x in (-26, -8, 10):
        pen.line(stroke(f"{x} -24 {x + 3} -12 {x - 2} -3"), INK, 3)


def _spots(pen: Pen) -> None:
    anchors(pen, eyes=(49, -58, 34), face=(44, -52, 44), mouth=(60, -44, 14), head=(38, -72, 48), neck=(18, -50, 44),
            body=(-30, -48, 60), seat=(-20, -78, 40), hand=(12, -6, 16), hand2=(-10, -6, 16))  # fmt: skip


@thing(
    "bee",
    "bumblebee",
    "honeybee",
    "wasp",
    "hornet",
    "honey bee",
    "bumble bee",
    cm=6,
    kind="animal",
    flies=True,
    faces=1,
)
def draw(pen: Pen, look: Look) -> None:
    coat = look.colour((252, 200, 52))
    dark = look.colour((58, 42, 40), 1)
    _legs(pen)
    pen.fill(organic("-78 -48 -98 -42 -78 -38", 0.2), dark, "round", line=0.7)
    pen.anchor("back", -14, -78, 40)
    rump = pen.fill(organic(RUMP), coat, "soft")
    with pen.on(rump):
        for x in (-24, -48, -71):
            pen.decal(organic(f"{x} -94 {x - 6} -50 {x} -4 {x - 12} -4 {x - 18} -50 {x - 12} -94"), dark)
        pen.decal(ellipse(-36, -74, 26, 5, -6), (255, 255, 255), alpha=0.3, blur=3)
    fuzz = "28 -74 14 -82 2 -80 -8 -84 -12 -74 -18 -62 -14 -50 -18 -36 -8 -26 2 -20 14 -22 26 -30"
    pen.fill(organic(fuzz), lighten(coat, 0.45), "soft", line=0.8)
    _wings(pen)
    _head(pen, look, coat, INK)
    _spots(pen)


@thing("firefly", "lightning bug", "glowworm", cm=4, kind="animal", flies=True, faces=1)
def draw_firefly(pen: Pen, look: Look) -> None:
    light = look.colour((226, 250, 110))
    shell: Rgb = (92, 64, 60)
    stops = ((0.0, light), (1.0, light))
    pen.glow(ellipse(-50, -48, 80), Gradient((-50, -48), (30, -48), stops, radial=True, alphas=(0.75, 0.0)), blur=6)
    _legs(pen)
    pen.anchor("back", -14, -78, 40)
    pen.glow(organic(RUMP), light)
    for x in (-40, -60):
        pen.line(stroke(f"{x} -78 {x - 5} -48 {x} -20"), darken(light, 0.25), 2)
    pen.fill(organic("26 -74 0 -82 -34 -84 -54 -76 -30 -62 10 -54 28 -56"), shell, "glossy", line=0.8)
    pen.fill(organic("28 -72 8 -80 -6 -70 -8 -40 4 -22 24 -32"), (222, 92, 70), "soft", line=0.8)
    _wings(pen)
    _head(pen, look, shell, (250, 226, 200))
    _spots(pen)


@thing("fly insect", "housefly", cm=3, kind="animal", flies=True, faces=1)
def draw_fly(pen: Pen, look: Look) -> None:
    coat = look.colour((84, 96, 110))
    _legs(pen)
    pen.anchor("back", -14, -78, 40)
    rump = pen.fill(organic(RUMP), coat, "glossy")
    with pen.on(rump):
        for x in (-30, -52):
            pen.line(stroke(f"{x} -90 {x - 5} -48 {x} -6"), darken(coat, 0.3), 2.4)
    pen.fill(organic("30 -72 8 -82 -10 -72 -14 -44 0 -22 24 -30"), darken(coat, 0.16), "soft", line=0.8)
    _wings(pen)
    _head(pen, look, (170, 60, 62), INK)
    _spots(pen)
