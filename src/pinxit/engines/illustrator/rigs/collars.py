"""Necklines, collars and lapels, and what hangs in them; drawn in trunk units with the pit of the neck at (0, 0)."""

from __future__ import annotations

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.body import Frame
from pinxit.engines.illustrator.rigs.face import stroke
from pinxit.engines.illustrator.rigs.outfit import Cut, Item
from pinxit.engines.illustrator.shapes import ellipse, polygon, smooth, tube

Under = tuple[Rgb, Item | None]


def draw_collar(
    pen: Pen, f: Frame, item: Item, cut: Cut, under: Under
) -> None:  # limit: one drawing, told from back to front
    """The neckline of a garment; `under` is the colour that shows in its opening, and a tie."""
    w = f.neck_w
    dark, colour = darken(item.colour, 0.28), item.colour
    below, tie = under
    if cut.collar == "none":
        return
    if cut.collar in {"lapel", "up"}:
        _lapels(pen, f, item, below, tie)
        return
    if cut.collar in {"wrap", "fur"}:
        _wrap(pen, f, item, below, fur=cut.collar == "fur")
        return
    if cut.collar == "ruff":
        for k in range(-5, 6):
            tone = (250, 248, 240) if k % 2 else item.second
            pen.decal(ellipse(k * w * 0.36, 3.4 - abs(k) * 0.8, w * 0.36, 4.4, k * 9), tone, line=0.4)
        return
    if cut.collar in {"vee", "scoop"}:
        deep = 13 if cut.collar == "vee" else 9
        neck = (
            polygon([(-w * 1.25, -4), (0, deep), (w * 1.25, -4)])
            if cut.collar == "vee"
            else ellipse(0, -2.5, w * 1.6, deep)
        )
        pen.decal(neck, below)
        pen.decal(ellipse(0, -3, w * 1.3, 5), darken(mix(below, (90, 40, 40), 0.3), 0.15), alpha=0.35, blur=1.6)
        return
    if cut.collar in {"crew", "ribbed", "ring", "band"}:
        thick = {"crew": 1.3, "ribbed": 3.0, "ring": 4.2, "band": 2.6}[cut.collar]
        band = [(-w * 1.15, -4.2), (-w * 0.8, 0.0), (0, 2.4), (w * 0.8, 0.0), (w * 1.15, -4.2)]
        pen.decal(ellipse(0, -3.4, w * 1.05, 5), below)
        tone = lighten(colour, 0.2) if cut.collar == "ring" else dark if cut.collar == "crew" else darken(colour, 0.1)
        pen.decal(stroke(band, thick, 1, 1), tone)
        if cut.collar == "ribbed":
            for k in range(9):
                x = (k - 4) * w * 0.26
                y = 1.9 - (x / w) ** 2 * 3.4
                pen.decal(stroke([(x, y - 1.4), (x, y), (x * 1.06, y + 1.5)], 0.35, 1, 1), dark, alpha=0.7)
        return
    if cut.collar == "hood":
        pen.decal(ellipse(0, -3.4, w * 1.05, 5), below)
        hood = tube([(-w * 1.5, -6), (-w * 1.3, 0.5), (0, 5.5), (w * 1.3, 0.5), (w * 1.5, -6)], [4, 4.6, 3.4, 4.6, 4])
        pen.decal(hood, darken(colour, 0.12))
        for side in (-1, 1):
            pen.decal(stroke([(side * 2.4, 6), (side * 2.9, 11), (side * 2.5, 16)], 0.7, 1, 1), lighten(colour, 0.6))
        return
    _shirt_collar(pen, f, colour, below, tie)


def _shirt_collar(pen: Pen, f: Frame, colour: Rgb, below: Rgb, tie: Item | None) -> None:
    w = f.neck_w
    deep = 7 if tie is None else 3.5
    pen.decal(polygon([(-w * 0.95, -5), (0, deep), (w * 0.95, -5)]), below if tie is None else darken(colour, 0.3))
    pen.decal(
        ellipse(0, -4, w, 5), darken(mix(below, (90, 40, 40), 0.3), 0.2), alpha=0.4 if tie is None else 0.0, blur=1.4
    )
    draw_tie(pen, f, tie)
    for side in (-1, 1):
        flap = smooth(
            [
                (side * w * 1.1, -5.5),
                (side * w * 0.2, deep - 2.6),
                (side * w * 0.62, deep + 1.6),
                (side * w * 1.55, -1.4),
            ],
            tension=0.08,
        )
        pen.decal(flap, lighten(colour, 0.18))
        pen.decal(
            stroke(
                [(side * w * 0.2, deep - 2.6), (side * w * 0.62, deep + 1.6), (side * w * 1.55, -1.4)], 0.5, 0.6, 0.6
            ),
            darken(colour, 0.4),
            alpha=0.75,
        )


def draw_tie(pen: Pen, f: Frame, tie: Item | None) -> None:
    """A tie or bow tie below the throat."""
    if tie is None or tie.kind not in {"tie", "bowtie"}:
        return
    s = f.neck_w / 5.5
    if tie.kind == "bowtie":
        for side in (-1, 1):
            pen.decal(smooth([(0, 2.6 * s), (side * 5 * s, 0), (side * 5.2 * s, 5.4 * s)], tension=0.2), tie.colour)
        pen.decal(ellipse(0, 2.7 * s, 1.4 * s, 1.6 * s), darken(tie.colour, 0.3))
        return
    pen.decal(
        polygon([(-2.2 * s, 1 * s), (2.2 * s, 1 * s), (1.4 * s, 5 * s), (-1.4 * s, 5 * s)]), darken(tie.colour, 0.2)
    )
    blade = polygon(
        [
            (-1.4 * s, 5 * s),
            (1.4 * s, 5 * s),
            (3.2 * s, f.trunk * 0.66),
            (0, f.trunk * 0.72),
            (-3.2 * s, f.trunk * 0.66),
        ]
    )
    pen.decal(blade, tie.colour)
    with pen.on(blade):
        for k in range(6):
            y = 9 * s + k * 6
            pen.decal(stroke([(-4, y + 2), (0, y), (4, y - 2)], 0.8, 1, 1), lighten(tie.colour, 0.4), alpha=0.6)


def _lapels(pen: Pen, f: Frame, item: Item, below: Rgb, tie: Item | None) -> None:
    w, deep = f.neck_w, f.trunk * 0.44
    colour = item.colour
    opening = polygon([(-w * 1.15, -5), (0, deep), (w * 1.15, -5)])
    pen.decal(opening, below)
    with pen.on(opening):
        _shirt_collar(pen, f, below, darken(below, 0.25), tie)
        for k in range(3):
            pen.decal(ellipse(0, 9 + k * 5.5, 0.55), darken(below, 0.4), alpha=0.0 if tie else 0.8)
    for side in (-1, 1):
        lapel = smooth([(side * w * 1.0, -5), (side * 0.2, deep), (side * w * 1.35, deep * 0.52), (side * w * 1.9,
            deep * 0.24), (side * w * 1.5, deep * 0.19),
                        (side * w * 2.0, deep * 0.1), (side * w * 1.5, -3)], tension=0.08)  # fmt: skip
        pen.decal(lapel, lighten(colour, 0.12))
        edge = [(side * 0.2, deep), (side * w * 1.35, deep * 0.52), (side * w * 1.9, deep * 0.24)]
        pen.decal(stroke(edge, 0.8, 0.5, 0.5), darken(colour, 0.45), alpha=0.8)
        pen.decal(
            stroke(
                [(side * w * 1.9, deep * 0.24), (side * w * 1.5, deep * 0.19), (side * w * 2.0, deep * 0.1)],
                0.6,
                0.8,
                0.8,
            ),
            darken(colour, 0.5),
            alpha=0.8,
        )
        pen.decal(
            stroke([(side * w * 1.0, -5), (side * w * 0.62, deep * 0.4), (side * 0.2, deep)], 0.7, 0.4, 0.4),
            darken(colour, 0.5),
            alpha=0.7,
        )
    pen.decal(
        stroke([(0.2, deep), (0.6, f.trunk * 0.8), (0.6, f.trunk * 1.3)], 0.8, 1, 1), darken(colour, 0.5), alpha=0.8
    )


def _wrap(pen: Pen, f: Frame, item: Item, below: Rgb, *, fur: bool) -> None:
    w, deep = f.neck_w, f.trunk * (0.36 if not fur else 0.1)
    pen.decal(polygon([(-w * 1.2, -5), (0.5, deep), (w * 1.2, -5)]), below)
    pen.decal(ellipse(0, -2, w * 1.0, 5), darken(mix(below, (90, 40, 40), 0.3), 0.2), alpha=0.35, blur=1.6)
    band = item.second if item.kind in {"robe", "santa"} else lighten(item.colour, 0.16)
    lines = (
        [(w * 1.3, -5.5), (w * 0.8, deep * 0.4), (-w * 0.7, deep * 1.35), (-w * 1.5, f.trunk * 0.7)],
        [(-w * 1.3, -5.5), (-w * 0.8, deep * 0.4), (w * 0.7, deep * 1.35), (w * 1.5, f.trunk * 0.7)],
    )
    for line in lines if not fur else ():
        pen.decal(
            stroke([(x + 0.5, y + 1.1) for x, y in line], 4.6, 1, 1), darken(item.colour, 0.4), alpha=0.5, blur=0.5
        )
        pen.decal(stroke(line, 4.2, 1, 1), band)
        pen.decal(stroke([(x - 0.0, y) for x, y in line], 0.4, 1, 1), darken(band, 0.3), alpha=0.5)
    if fur:
        pen.decal(tube([(-w * 1.4, -5), (0, 3), (w * 1.4, -5)], [6, 6, 6]), item.second)
