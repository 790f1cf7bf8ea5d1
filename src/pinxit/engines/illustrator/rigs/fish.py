"""Fish in profile, looking to the right: body, fins with rays, scales, markings."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import skia

from pinxit.engines.illustrator.colours import INK, Rgb, darken, lighten, luminance, mix
from pinxit.engines.illustrator.look import Look, Thing, add
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.creature import anchors, draw_cheek, draw_eye, draw_smile
from pinxit.engines.illustrator.rigs.trace import organic, stroke
from pinxit.engines.illustrator.shapes import arc, ellipse

# Body; top fin; tail; lower fin: each in units, the belly's lowest point about y 0.
_SHAPES: dict[str, tuple[str, str, str, str]] = {
    "oval": ("70 -46 58 -68 26 -84 -10 -80 -44 -58 -58 -46 -44 -34 -10 -14 26 -10 58 -24",
             "34 -78 16 -100 -10 -104 -34 -92 -40 -72 -30 -60 20 -74",
             "-48 -46 -66 -70 -94 -86 -100 -78 -90 -60 -84 -46 -92 -30 -100 -12 -94 -6 -66 -24",
             "10 -16 4 2 -14 8 -24 4 -22 -14 -10 -24"),
    "round": ("64 -50 56 -76 28 -92 -6 -90 -36 -68 -50 -50 -36 -30 -6 -8 28 -6 56 -26",
              "30 -86 14 -112 -16 -114 -36 -98 -36 -76 -10 -80",
              "-40 -50 -60 -82 -96 -104 -112 -96 -98 -72 -106 -50 -98 -28 -114 -4 -96 4 -60 -20",
              "10 -12 0 10 -18 14 -26 6 -24 -14 -10 -24"),
    "long": ("92 -36 78 -54 40 -66 -10 -62 -60 -44 -76 -36 -60 -28 -10 -12 40 -8 78 -20",
             "30 -62 14 -80 -8 -82 -24 -72 -16 -56 10 -58",
             "-66 -36 -88 -62 -112 -72 -108 -52 -100 -36 -108 -20 -112 -2 -88 -10",
             "16 -14 6 2 -10 6 -16 0 -10 -14 4 -20"),
    "tall": ("60 -64 46 -92 12 -116 -20 -110 -42 -80 -50 -64 -42 -48 -20 -18 12 -12 46 -36",
             "14 -108 -4 -150 -34 -176 -40 -168 -28 -136 -36 -98 -20 -88",
             "-42 -64 -58 -88 -86 -96 -82 -78 -76 -64 -82 -50 -86 -32 -58 -40",
             "14 -20 -4 16 -34 44 -40 36 -28 6 -36 -30 -20 -38"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fish:
    """A species; `marks` name its pattern: scales, bands (clownfish), stripes, patches (koi), back, spines."""

    name: str
    cm: float
    coat: Rgb
    light: Rgb
    fin: Rgb
    aliases: tuple[str, ...] = ()
    shape: str = "oval"
    marks: tuple[str, ...] = ("scales",)
    second: Rgb = (250, 248, 244)


def enlist(*species: Fish) -> None:
    """Register each species under its names."""
    for kind in species:
        add(Thing(kind.name, partial(draw_fish, kind=kind), kind.cm, kind.aliases, "fish", faces=1))


def draw_fish(pen: Pen, look: Look, kind: Fish) -> None:
    """The whole fish with its anchors."""
    coat = look.colour(kind.coat)
    fin = look.part("fin", darken(coat, 0.12) if look.colours else kind.fin)
    light = mix(lighten(coat, 0.55), kind.light, 0.0 if look.colours else 1.0)
    body_text, top, tail, low = _SHAPES[kind.shape]
    for text, centre in ((tail, -50.0), (top, 0.0), (low, 0.0)):
        _fin(pen, text, fin, centre, kind)
    pen.anchor("back", -10, -80, 60)
    body = pen.fill(organic(body_text), coat, "glossy")
    edge = body.getBounds()
    with pen.on(body):
        pen.decal(ellipse(10, edge.bottom() - 2, 70, edge.height() * 0.34), light, alpha=0.9, blur=6)
        _mark(pen, look, kind, body, coat)
    _side_fin(pen, fin, edge.centerY())
    _face(pen, look, kind, coat, edge)
    mid = edge.centerY()
    anchors(pen, body=(0, mid, 80), seat=(-6, edge.top() + 6, 40), neck=(24, mid, edge.height()),
            hand=(4, mid + 18, 20),
            hand2=(-10, mid + 18, 20))  # fmt: skip


def _fin(pen: Pen, text: str, fin: Rgb, root: float, kind: Fish) -> None:
    path = pen.fill(organic(text), fin, "soft")
    box = path.getBounds()
    with pen.on(path):
        for k in range(-3, 4):
            if root < 0:
                y = box.centerY() + k * box.height() * 0.15
                pen.line(
                    stroke(f"{box.right()} {box.centerY() + k * 2} {box.left()} {y}"), darken(fin, 0.3), 1.6, alpha=0.6
                )
            else:
                x = box.centerX() + k * box.width() * 0.14
                pen.line(
                    stroke(f"{x + 8} {box.top() - 2} {x - 2} {box.bottom() + 2}"), darken(fin, 0.3), 1.6, alpha=0.6
                )
        if "bands" in kind.marks:
            pen.line(path, INK, 6)


def _side_fin(pen: Pen, fin: Rgb, mid: float) -> None:
    path = pen.fill(organic(f"18 {mid + 2} 4 {mid + 6} -16 {mid + 20} -14 {mid + 28} 2 {mid + 26} 18 "
                            f"{mid + 14}"), fin, "soft",
                    line=0.8)  # fmt: skip
    with pen.on(path):
        for k in (8, 14, 20):
            pen.line(stroke(f"16 {mid + 8} -16 {mid + k + 8}"), darken(fin, 0.3), 1.4, alpha=0.6)


def _mark(pen: Pen, look: Look, kind: Fish, body: skia.Path, coat: Rgb) -> None:
    box = body.getBounds()
    second = look.colour(kind.second, 1)
    marks = set(kind.marks) | ({"stripes"} if look.pattern == "striped" else set())
    if "scales" in marks:
        tone = darken(coat, 0.2)
        for row in range(int(box.height() // 10)):
            for k in range(9):
                x, y = -52 + k * 11 + 5.5 * (row % 2), box.top() + 8 + row * 10
                if x < 26:
                    pen.line(arc(x, y, 6, 6, -75, 150), tone, 1.5, alpha=0.4)
    if "back" in marks:
        pen.decal(organic(f"90 {box.centerY() - 10} 0 {box.centerY() - 4} -80 {box.centerY()} -80 -120 90 "
                          f"-120"), second, alpha=0.8,
                  blur=3)  # fmt: skip
    if "patches" in marks:
        for x, y, w, h, t in (
            (26, box.top() + 8, 22, 20, 20),
            (-22, box.top() + 16, 24, 14, -10),
            (-50, box.centerY() + 4, 12, 14, 0),
        ):
            pen.decal(ellipse(x, y, w, h, t), second)
    for wide, text in _bands(marks):
        if wide:
            pen.decal(organic(text), second)
            pen.line(organic(text), INK, 3)
        else:
            pen.decal(organic(text), second)


def _bands(marks: set[str]) -> list[tuple[bool, str]]:
    found: list[tuple[bool, str]] = []
    if "bands" in marks:
        found += [(True, "30 -100 22 -64 30 -44 24 0 10 0 14 -44 8 -64 14 -100"),
                  (True, "-14 -100 -18 -46 -14 0 -30 0 -34 -46 -30 -100"),
                  (True, "-44 -80 -46 -20 -54 -20 -54 -80")]  # fmt: skip
    if "stripes" in marks:
        for x in (24, -4, -30):
            found.append((False, f"{x} -130 {x - 5} -64 {x} 0 {x - 9} 0 {x - 15} -64 {x - 9} -130"))
    return found


def _face(pen: Pen, look: Look, kind: Fish, coat: Rgb, box: skia.Rect) -> None:
    front, mid = box.right(), box.centerY()
    size = box.height() * (0.13 if look.cute else 0.115)
    ex, ey = front - box.height() * 0.36, mid - box.height() * 0.1
    pen.line(arc(ex - size * 1.6, mid, size * 1.1, box.height() * 0.3, -60, 120), darken(coat, 0.3), 2, alpha=0.6)
    pen.decal(ellipse(ex, ey, size * 1.28), (252, 250, 244))
    draw_eye(pen, look, ex + size * 0.1, ey, size * 0.95)
    ink = darken(coat, 0.55) if luminance(coat) > 0.35 else lighten(coat, 0.5)
    draw_smile(pen, front - size * 1.5, mid + size * 1.35, size * 1.4, ink=ink)
    if look.cute or "cheek" in kind.marks:
        draw_cheek(pen, ex - size * 0.2, ey + size * 2.0, size * 0.8)
    anchors(pen, eyes=(ex, ey, size * 3), face=(ex, mid, size * 4),
            head=(ex - 2, box.top() + box.height() * 0.2, size * 4.6),
            mouth=(front - 2, mid + size, size * 2))  # fmt: skip
