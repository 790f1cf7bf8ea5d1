"""A seal lying with its head up; with tusks it is a walrus."""

from __future__ import annotations

from pinxit.engines.illustrator.colours import WHITE, Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.creature import INK, anchors, draw_cheek, draw_eye, draw_spots
from pinxit.engines.illustrator.rigs.trace import organic, stroke
from pinxit.engines.illustrator.shapes import arc, ellipse, union


def _face(pen: Pen, look: Look, coat: Rgb, light: Rgb, *, tusks: bool) -> None:
    for side, x in ((-1, 38), (1, 68)):
        draw_eye(pen, look, x, -112, 7.8 if look.cute else 6.8)
        draw_cheek(pen, x + side * 5, -97, 5)
    if tusks:
        for x in (47, 61):
            pen.fill(
                organic(f"{x - 4} -88 {x + 4} -88 {x + 2} -64 {x - 1} -58 {x - 3} -66"),
                (250, 244, 226),
                "glossy",
                line=0.7,
            )
    for x in (47, 61):
        pad = pen.fill(ellipse(x, -94, 10.4, 8.4), light, "soft", line=0.5)
        with pen.on(pad):
            for dx, dy in ((-3, -1), (2, -2), (0, 3)):
                pen.decal(ellipse(x + dx, -94 + dy, 1), darken(coat, 0.4))
    for y in (-96, -92, -88):
        pen.line(stroke(f"66 {y} 82 {y + (y + 92) * 0.8} 96 {y + (y + 92) * 1.6 + 3}"), WHITE, 1.2, alpha=0.9)
        pen.line(stroke(f"42 {y} 28 {y + (y + 92) * 0.8} 16 {y + (y + 92) * 1.6 + 3}"), WHITE, 1.2, alpha=0.9)
    pen.fill(organic("47 -103 54 -106 61 -103 57 -97 54 -96 51 -97"), INK, "glossy", line=0)
    if not tusks:
        pen.line(arc(54, -90, 5, 6, 20, 140), darken(coat, 0.6), 2)


def _draw_swimming(pen: Pen, look: Look, coat: Rgb, *, tusks: bool) -> None:
    """Stretched out in the water, the flippers swept back."""
    light = look.colour(lighten(coat, 0.5), 1)
    for text in ("-96 -58 -124 -84 -146 -88 -140 -70 -104 -46", "-96 -48 -128 -40 -150 -24 -132 -20 -98 -36"):
        pen.fill(organic(text), darken(coat, 0.12), "soft")
    pen.fill(organic("20 -70 -4 -92 -34 -104 -38 -94 -10 -64"), darken(coat, 0.22), "soft")
    pen.anchor("back", -20, -78, 80)
    path = union(
        organic("-104 -54 -70 -74 -10 -86 40 -84 60 -60 40 -32 -10 -22 -64 -34 -100 -46"), ellipse(66, -66, 37, 34)
    )
    body = pen.fill(path, coat, "soft")
    with pen.on(body):
        pen.decal(organic("90 -50 60 -44 0 -36 -80 -42 -60 -10 60 -10"), light, alpha=0.85, blur=4)
    draw_spots(pen, body, "-40 -64 4 -14 -72 3 -64 -56 3 12 -76 3 44 -90 2.4 -26 -56 2.6", darken(coat, 0.2), 0.6)
    pen.fill(organic("24 -44 4 -34 -26 -10 -24 -2 2 -8 34 -28"), darken(coat, 0.1), "soft")
    with pen.at(14, 44):
        _face(pen, look, coat, light, tusks=tusks)
    anchors(pen, eyes=(67, -68, 52), face=(67, -60, 60), mouth=(68, -44, 24), head=(60, -86, 60), neck=(38, -56, 60),
            body=(-10, -56, 100), seat=(-20, -80, 50), hand=(-14, -10, 22), hand2=(-30, -96, 22))  # fmt: skip


def _draw(pen: Pen, look: Look, coat: Rgb, *, tusks: bool) -> None:
    if look.pose in {"swim", "dive", "float"}:
        _draw_swimming(pen, look, coat, tusks=tusks)
        return
    light = look.colour(lighten(coat, 0.5), 1)
    pen.fill(organic("-84 -18 -104 -40 -124 -42 -116 -28 -126 -14 -106 -8 -88 -6"), darken(coat, 0.12), "soft")
    pen.anchor("back", -30, -56, 70)
    trunk = organic("-96 -12 -70 -36 -30 -58 6 -84 30 -108 66 -96 72 -60 66 -24 44 -2 0 0 -60 -2")
    body = pen.fill(union(trunk, ellipse(46, -106, 37, 34)), coat, "soft")
    with pen.on(body):
        pen.decal(organic("76 -80 50 -70 34 -36 -10 -14 -60 -6 0 14 80 0"), light, alpha=0.85, blur=4)
    draw_spots(
        pen, body, "-40 -44 4 -20 -56 3 -56 -30 3.4 -4 -66 3 -30 -30 2.4 16 -84 3 26 -128 2.4", darken(coat, 0.2), 0.6
    )
    pen.fill(organic("26 -30 10 -14 -14 -4 -18 2 10 2 34 -8 44 -24"), darken(coat, 0.1), "soft")
    pen.fill(organic("60 -24 62 -8 78 0 86 0 80 -14 70 -30"), darken(coat, 0.16), "soft", line=0.8)
    _face(pen, look, coat, light, tusks=tusks)
    anchors(pen, eyes=(53, -112, 52), face=(53, -104, 60), mouth=(54, -88, 24), head=(46, -130, 60), neck=(44, -72, 62),
            body=(10, -40, 84), seat=(-30, -58, 50), hand=(80, -4, 22), hand2=(-8, -2, 22))  # fmt: skip


@thing("seal", "sea lion", "baby seal", "harp seal", cm=120, kind="animal", faces=1)
def draw(pen: Pen, look: Look) -> None:
    _draw(pen, look, look.colour((132, 142, 156)), tusks=False)


@thing("walrus", cm=250, kind="animal", faces=1)
def draw_walrus(pen: Pen, look: Look) -> None:
    _draw(pen, look, look.colour((156, 112, 92)), tusks=True)
