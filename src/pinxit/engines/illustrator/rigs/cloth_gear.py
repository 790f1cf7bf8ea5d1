"""What is seen on the chest of working clothes and costumes for animals: armour, space suits, overalls, straps."""

from __future__ import annotations

from collections.abc import Callable

from pinxit.engines.illustrator.colours import WHITE, Rgb, darken, lighten
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.cloth_trims import Sewing, ring_collar
from pinxit.engines.illustrator.shapes import arc, box, curve, ellipse, rounded, smooth, star, tube

STEEL: Rgb = (176, 184, 196)


def _overalls(pen: Pen, s: Sewing) -> None:
    trim_tone = lighten(s.rgb, 0.5)
    wide = s.fit.half(s.fit.down(0.42)) / max(min(s.fit.neck.size / 2, 31 * s.u), 1)
    for side in (1, -1):
        strap = [s.at(side * 0.62, 0.26), s.at(side * 0.95, -0.04), s.at(side * 1.1, -0.2)]
        pen.fill(tube(strap, 8 * s.u), s.rgb, "soft", line=0.7)
    low = min(wide, 1.5)
    bib = s.path(
        (-0.8, 0.16), (0.8, 0.16), (0.95, 0.4), (low, 0.5), (low, 0.62), (-low, 0.62), (-low, 0.5), (-0.95, 0.4)
    )
    pen.fill(bib, s.rgb, "soft", line=0.7)
    pen.line(s.path((-0.74, 0.185), (0.74, 0.185), (0.86, 0.4), (-0.86, 0.4)), trim_tone, 0.9 * s.u, alpha=0.5)
    pen.fill(
        s.path((-0.42, 0.27), (0.42, 0.27), (0.4, 0.43), (0, 0.46), (-0.4, 0.43)),
        lighten(s.rgb, 0.07),
        "soft",
        line=0.6,
    )
    for place in (-0.62, 0.62):
        s.button(pen, place, 0.21, (226, 184, 90), 3.2)


def _armour(pen: Pen, s: Sewing) -> None:
    gold = s.second((196, 160, 74))
    pen.line(curve(s.at(0, 0.04), s.at(0.02, 0.3), s.at(0, 0.56)), lighten(s.rgb, 0.5), 2.4 * s.u)
    pen.line(curve(s.at(0.08, 0.04), s.at(0.1, 0.3), s.at(0.08, 0.56)), darken(s.rgb, 0.3), 1.4 * s.u, alpha=0.7)
    for down in (0.42, 0.52):
        ridge = curve(s.at(-1.7, down - 0.04), s.at(0, down + 0.04), s.at(1.7, down - 0.04))
        pen.line(ridge, darken(s.rgb, 0.4), 1.8 * s.u, alpha=0.75)
    ring_collar(pen, s, gold, 7, "metal")
    x, y = s.at(0, 0.24)
    cross = [
        box(x - 2.4 * s.u, y - 10 * s.u, 4.8 * s.u, 20 * s.u, 1),
        box(x - 8 * s.u, y - 5 * s.u, 16 * s.u, 4.8 * s.u, 1),
    ]
    for bar in cross:
        pen.decal(bar, gold)
    y = s.fit.down(0.16)
    for side in (1, -1):
        x = s.fit.body.x + side * (s.fit.half(y) - 2 * s.u)
        for k, wide in ((1, 13.0), (0, 17.0)):
            plate = ellipse(x + side * 2 * k * s.u, y + 9 * k * s.u, wide * s.u, (wide - 4) * s.u, 28 * side)
            pen.fill(plate, lighten(s.rgb, 0.06 + 0.1 * (1 - k)), "metal", line=0.8)
        pen.line(arc(x, y, 12 * s.u, 9 * s.u, 200, 140), lighten(s.rgb, 0.6), 1.4 * s.u, alpha=0.7)
        for k in (-1, 0, 1):
            pen.decal(ellipse(x + 9 * k * s.u, y + (6 + 2 * k * side) * s.u, 1.5 * s.u), gold)


def _space(pen: Pen, s: Sewing) -> None:
    accent = s.second((226, 104, 52))
    for side in (1, -1):
        pen.line(
            curve(s.at(side * 0.9, 0.02), s.at(side * 1.06, 0.3), s.at(side * 0.9, 0.62)), darken(s.rgb, 0.2), 1.4 * s.u
        )
        patch = s.at(side * 1.24, 0.2)
        pen.decal(ellipse(*patch, 4.8 * s.u), accent if side > 0 else (52, 96, 176))
        pen.decal(star(*patch, 3.2 * s.u, 1.5 * s.u), WHITE)
    x, y = s.at(0, 0.2)
    u = s.u
    panel = pen.fill(box(x - 12 * u, y - 2 * u, 24 * u, 17 * u, 3 * u), (120, 130, 146), "soft", line=0.7)
    with pen.on(panel):
        pen.decal(box(x - 9 * u, y + 1 * u, 9 * u, 6 * u, 1.5 * u), (56, 196, 214))
        for k, tone in enumerate(((240, 84, 74), (250, 200, 70), (96, 206, 120))):
            pen.glow(ellipse(x + (3 + 3.4 * k) * u, y + 4 * u, 1.5 * u), tone)
        pen.line(curve((x - 8 * u, y + 11 * u), (x + 8 * u, y + 11 * u)), (70, 78, 92), 1.6 * u)
    hose = [s.at(0.3, 0.36), s.at(0.7, 0.52), s.at(1.3, 0.46), s.at(1.7, 0.3)]
    pen.fill(tube(hose, 4.2 * u), accent, "soft", line=0.5)
    ring_collar(pen, s, STEEL, 9, "metal")


def _life_jacket(pen: Pen, s: Sewing) -> None:
    pen.line(curve(s.at(0, 0), s.at(0, 0.8)), darken(s.rgb, 0.45), 2.2 * s.u)
    for down in (0.22, 0.44):
        strap = tube([s.at(-1.9, down - 0.03), s.at(0, down + 0.02), s.at(1.9, down - 0.03)], 5 * s.u)
        pen.fill(strap, (58, 62, 72), "soft", line=0.5)
        x, y = s.at(0, down + 0.02)
        pen.fill(box(x - 5 * s.u, y - 4 * s.u, 10 * s.u, 8 * s.u, 2), (226, 228, 232), "glossy", line=0.5)
    for side in (1, -1):
        pen.decal(
            s.path((side * 0.7, 0.02), (side * 1.1, -0.04), (side * 1.1, 0.1), (side * 0.7, 0.13)),
            s.second((250, 236, 120)),
        )
    ring_collar(pen, s, darken(s.rgb, 0.1), 8)


def _hero(pen: Pen, s: Sewing) -> None:
    accent = s.second((214, 48, 52))
    yellow = (250, 206, 66)
    shield = s.path((-0.8, 0.12), (0.8, 0.12), (0.84, 0.24), (0, 0.48), (-0.84, 0.24))
    pen.fill(shield, yellow, "glossy", line=0.8)
    x, y = s.at(0, 0.24)
    pen.decal(star(x, y, 10 * s.u, 4.4 * s.u), accent)
    wide = s.fit.half(s.fit.down(0.6)) + 5 * s.u
    bx, by = s.at(0, 0.6)
    pen.fill(
        tube([(bx - wide, by - 2 * s.u), (bx, by + 2 * s.u), (bx + wide, by - 2 * s.u)], 8 * s.u),
        yellow,
        "glossy",
        line=0.7,
    )
    pen.fill(ellipse(bx, by + 1.5 * s.u, 6 * s.u), lighten(accent, 0.1), "glossy", line=0.6)
    ring_collar(pen, s, accent, 6)


def _fire(pen: Pen, s: Sewing) -> None:
    bright = s.second((244, 214, 70))
    for down in (0.3, 0.56):
        for width, tone in ((8.5, bright), (3.4, (228, 232, 236))):
            pen.fill(
                tube([s.at(-2.2, down - 0.03), s.at(0, down + 0.02), s.at(2.2, down - 0.03)], width * s.u),
                tone,
                "flat",
                line=0,
            )
    pen.line(curve(s.at(0, 0.06), s.at(0, 0.9)), darken(s.rgb, 0.4), 1.8 * s.u)
    for k in range(3):
        x, y = s.at(0, 0.16 + 0.13 * k)
        pen.fill(box(x - 5 * s.u, y - 2.2 * s.u, 10 * s.u, 4.4 * s.u, 1.4), STEEL, "metal", line=0.4)
    s.both(pen, [(0.05, 0.1), (0.1, -0.2), (1.2, -0.18), (1.05, 0.04)], lighten(s.rgb, 0.1))


def _sailor(pen: Pen, s: Sewing) -> None:
    navy = s.second((46, 84, 150))
    s.both(pen, [(0.0, 0.26), (0.3, -0.18), (1.5, -0.18), (1.6, 0.12), (0.9, 0.16)], navy, "soft", 0.7)
    for side in (1, -1):
        pen.line(curve(s.at(side * 0.06, 0.2), s.at(side * 0.84, 0.11), s.at(side * 1.48, 0.07)), WHITE, 1.4 * s.u)
    s.both(pen, [(0.0, 0.25), (0.5, 0.2), (0.44, 0.46), (0.16, 0.42)], (206, 54, 62))
    pen.fill(ellipse(*s.at(0, 0.25), 3.6 * s.u, 4 * s.u), (176, 38, 48), "soft", line=0.5)


def _clown(pen: Pen, s: Sewing) -> None:
    tone = s.second((220, 60, 80))
    for k in range(-4, 5):
        x, y = s.at(k * 0.34, 0.02 - 0.012 * k * k)
        pen.fill(ellipse(x, y, 8.4 * s.u, 9 * s.u), WHITE if k % 2 else tone, "soft", line=0.6)
    for k in range(2):
        x, y = s.at(0, 0.26 + 0.2 * k)
        pen.fill(ellipse(x, y, 5.6 * s.u), tone, "soft", line=0.6)


def _santa(pen: Pen, s: Sewing) -> None:
    fur = s.second(WHITE)
    front = [s.at(0, 0.04), s.at(0, 0.3), s.at(0, 0.8)]
    pen.fill(tube(front, 10 * s.u), fur, "soft", line=0.5)
    ring_collar(pen, s, fur, 13)
    wide = s.fit.half(s.fit.down(0.56)) + 5 * s.u
    x, y = s.at(0, 0.56)
    pen.fill(
        tube([(x - wide, y - 2 * s.u), (x, y + 2 * s.u), (x + wide, y - 2 * s.u)], 9 * s.u),
        (44, 38, 40),
        "glossy",
        line=0.6,
    )
    pen.line(rounded(box(x - 7 * s.u, y - 5 * s.u, 14 * s.u, 13 * s.u), 2), (236, 192, 80), 2.8 * s.u)


def _straps(pen: Pen, s: Sewing) -> None:
    for side in (1, -1):
        strap = [s.at(side * 0.8, -0.18), s.at(side * 1.15, 0.1), s.at(side * 1.2, 0.34), s.at(side * 1.75, 0.56)]
        pen.fill(tube(strap, 8.5 * s.u), s.rgb, "soft", line=0.7)
        x, y = s.at(side * 1.18, 0.26)
        pen.fill(box(x - 5.5 * s.u, y - 3 * s.u, 11 * s.u, 6 * s.u, 1.5), (222, 190, 110), "metal", line=0.5)
    pen.fill(tube([s.at(-1.18, 0.34), s.at(1.18, 0.34)], 4 * s.u), darken(s.rgb, 0.2), "soft", line=0.5)


def _tutu(pen: Pen, s: Sewing) -> None:
    """Three layers of tulle round the waist."""
    ring_collar(pen, s, lighten(s.rgb, 0.4), 3.4)
    x, y = s.at(0, 0.5)
    wide = s.fit.half(s.fit.down(0.5)) * 1.34 + 8 * s.u
    for k, tone in enumerate((darken(s.rgb, 0.1), s.rgb, lighten(s.rgb, 0.3))):
        w, top, deep = wide - 5 * k * s.u, y - 5 * s.u, (22 - 5 * k) * s.u
        frill = [(x - w * 0.5, top), (x + w * 0.5, top)]
        for i in range(15):
            share = 1 - 2 * i / 14
            frill.append((x + w * share, top + deep * (0.8 if i % 2 else 1.05) - 5 * s.u * share * share))
        pen.fill(smooth(frill, tension=0.42), tone, "soft", line=0.6, alpha=0.96)
    sash = s.second(lighten(s.rgb, 0.55))
    half = s.fit.half(s.fit.down(0.46)) * 0.66
    pen.fill(
        tube([(x - half, y - 6 * s.u), (x, y - 4 * s.u), (x + half, y - 6 * s.u)], 5.5 * s.u), sash, "soft", line=0.5
    )


def _stethoscope(pen: Pen, s: Sewing) -> None:
    for side in (1, -1):
        pen.line(curve(s.at(side * 1.12, -0.12), s.at(side * 0.86, 0.1), s.at(0, 0.26)), s.rgb, 4.2 * s.u)
    pen.line(curve(s.at(0, 0.26), s.at(0.06, 0.36), s.at(0.3, 0.42)), s.rgb, 4.2 * s.u)
    x, y = s.at(0.42, 0.45)
    pen.fill(ellipse(x, y, 8 * s.u), STEEL, "metal", line=0.7)
    pen.fill(ellipse(x, y, 4.6 * s.u), lighten(STEEL, 0.5), "metal", line=0.4)


GEAR: dict[str, Callable[[Pen, Sewing], None]] = {
    "overalls": _overalls, "armour": _armour, "space": _space, "life jacket": _life_jacket, "hero": _hero,
    "fire": _fire, "sailor": _sailor, "clown": _clown, "santa": _santa, "straps": _straps, "tutu": _tutu,
    "stethoscope": _stethoscope,
}  # fmt: skip
UNBOUND = {"straps", "tutu", "armour", "stethoscope"}  # reach beyond the cloth
