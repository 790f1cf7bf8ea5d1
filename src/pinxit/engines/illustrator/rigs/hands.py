"""Hands and feet. A hand's origin is the wrist; it points along +y and is 18 units long; thumbs are on the +x side."""

from __future__ import annotations

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.face import stroke
from pinxit.engines.illustrator.rigs.person_traits import Person
from pinxit.engines.illustrator.shapes import Point, ellipse, smooth, tube, union


def draw_hand(pen: Pen, skin: Rgb, crease: Rgb, kind: str) -> None:
    """A hand as it hangs, waves, points or makes a fist."""
    if kind == "fist":
        fist = smooth([(-3.4, -1), (3.0, -1), (4.6, 4), (4.4, 9), (0, 11), (-4.4, 9.2), (-5, 4)])
        pen.fill(fist, skin, "soft")
        with pen.on(fist):
            for k in range(3):
                x = -2.4 + k * 2.3
                pen.decal(stroke([(x, 10.5), (x + 0.2, 8), (x - 0.2, 5.6)], 0.6), crease, alpha=0.7)
            pen.decal(stroke([(4.6, 3), (1.5, 5.6), (-2.5, 5.4)], 0.8), crease, alpha=0.7)
        return
    spread = 1.0 if kind == "open" else 0.16
    fingers: list[tuple[float, float]] = [(-3.1, 6.4), (-1.1, 8.0), (1.0, 7.8), (3.0, 6.4)]
    palm = smooth([(-3.0, -1.2), (3.0, -1.2), (4.3, 4.5), (4.0, 9.2), (0, 10.2), (-4.0, 9.2), (-4.0, 4.5)])
    parts = [palm]
    for i, (x, long) in enumerate(fingers):
        if kind == "point" and i != 3:
            long *= 0.3  # noqa: PLW2901
        elif kind == "point":
            long *= 1.25  # noqa: PLW2901
        out = (i - 1.5) * 2.2 * spread
        curl = 0.0 if kind == "open" else -1.1
        parts.append(
            tube(
                [(x, 7.6), (x + out * 0.6 + curl * 0.2, 9 + long * 0.55), (x + out + curl, 9 + long)], [2.7, 2.35, 1.7]
            )
        )
    thumb_out = 5.2 if kind == "open" else 1.0
    parts.append(tube([(2.2, 2.2), (4.4 + thumb_out * 0.4, 5.6), (4.4 + thumb_out, 9.0)], [3.4, 2.8, 2.0]))
    shape = union(*parts)
    pen.fill(shape, skin, "soft")
    with pen.on(shape):
        for i in range(3):
            x = (fingers[i][0] + fingers[i + 1][0]) / 2
            out = (i - 1) * 1.2 * spread
            pen.decal(stroke([(x, 8.6), (x + out * 0.5, 11), (x + out, 14)], 0.55), crease, alpha=0.6)
        pen.decal(stroke([(2.2, 4.6), (3.8, 7), (4.2, 9.2)], 0.6), crease, alpha=0.5)


def draw_clasp(pen: Pen, skin: Rgb, crease: Rgb, *, flat: bool = False) -> None:
    """A hand closed round an upright handle through the origin, or (`flat`) one that hangs from a level handle."""
    turn = 90.0 if flat else 0.0
    with pen.at(0, 0, 1, turn=turn):
        back = smooth([(-4.8, -5.2), (1.5, -6.2), (5.2, -4.6), (5.6, 3.6), (2.0, 6.4), (-4.4, 5.4), (-5.6, 0)])
        pen.fill(back, skin, "soft")
        for i, reach in enumerate((4.6, 5.2, 5.2, 4.4)):
            y = 4.3 - i * 2.75
            finger = tube([(4.4, y + 0.3), (0, y - 0.3), (-reach, y + 0.2)], [3.3, 3.3, 2.9])
            pen.fill(finger, skin, "soft", line=0.5)
            with pen.on(finger):
                pen.decal(stroke([(4.2, y + 1.5), (0, y + 1.2), (-reach, y + 1.5)], 0.8), crease, alpha=0.5, blur=0.2)
        pen.fill(tube([(4.6, -2.6), (1.6, -5.8), (-2.6, -6.4)], [3.6, 3.3, 2.5]), skin, "soft", line=0.5)


def draw_palm(pen: Pen, person: Person, skin: Rgb, side: int) -> None:
    """The part of a cupping hand behind what it holds. Origin: where the fingers' roots touch it; `side` -1 is left."""
    s = float(side)
    palm = smooth(
        [
            (s * 10.5, 5),
            (s * 10.0, -3.5),
            (s * 5.5, -6.5),
            (s * 1.0, -4.5),
            (-s * 1.5, 1.5),
            (s * 0.5, 7.2),
            (s * 6.5, 8.2),
        ]
    )
    pen.fill(palm, skin, "soft")
    with pen.on(palm):
        pen.decal(stroke([(s * 9, 4), (s * 4, 4.8), (s * 0.5, 3)], 0.8), person.deep, alpha=0.3, blur=0.3)


def draw_fingers(
    pen: Pen, person: Person, skin: Rgb, side: int, *, nails: bool = True
) -> None:  # limit: one drawing, told from back to front
    """Four fingers round the front of what is held, the thumb over its edge; origin as `draw_palm`."""
    s = float(side)
    lengths = (8.0, 10.0, 9.9, 8.2)
    for i in (3, 2, 1, 0):
        y, reach = -2.7 + i * 2.8, lengths[i]
        close = (1.5 - i) * 0.5  # fingers draw together towards their tips
        line: list[Point] = [
            (s * 5.6, y + 0.9), (s * 2.2, y - 0.35), (-s * reach * 0.16, y - 0.1 + close * 0.3),
            (-s * reach * 0.52, y + 0.2 + close * 0.7), (-s * reach * 0.84, y + 1.0 + close),
        ]  # fmt: skip
        finger = tube(line, [3.5, 3.35, 2.95, 2.85, 1.95])
        pen.fill(finger, skin, "soft", line=0.55)
        with pen.on(finger):
            under = [(x, py + 1.35) for x, py in line]
            pen.decal(stroke(under, 1.5, 0.8, 0.8), person.shade, alpha=0.5, blur=0.5)
            for x, py in (line[1], line[3]):
                pen.decal(ellipse(x, py - 0.5, 1.15, 0.75), lighten(skin, 0.4), alpha=0.4, blur=0.4)
                for k in (-0.4, 0.0, 0.4):
                    fold = [(x + k, py - 0.9), (x + k - s * 0.25, py), (x + k, py + 0.9)]
                    pen.decal(stroke(fold, 0.26), person.deep, alpha=0.14 + 0.26 * person.old)
        if nails:
            x, py = line[4]
            nail = ellipse(x - s * 0.25, py - 0.25, 0.95, 0.7, s * -16)
            pen.decal(nail, lighten(mix(skin, person.blush, 0.5), 0.34), alpha=0.8)
            pen.decal(ellipse(x - s * 0.1, py - 0.45, 0.4, 0.24), (255, 250, 244), alpha=0.5)
    for i in range(4):  # the knuckles, and on old hands the sinews behind them
        y = -2.7 + i * 2.8
        pen.decal(ellipse(s * 5.4, y + 0.5, 1.2, 0.95), lighten(skin, 0.35), alpha=0.35, blur=0.6)
        if person.old > 0.5 and i < 3:
            sinew = [(s * 6.2, y + 1.6), (s * 7.8, y + 1.7), (s * 9.4, y + 1.3)]
            pen.decal(stroke(sinew, 0.55), person.shade, alpha=0.6, blur=0.2)
    thumb = tube(
        [(s * 8.0, -2.2), (s * 4.6, -5.9), (s * 1.6, -7.4), (-s * 0.8, -7.5), (-s * 2.8, -6.7)],
        [4.2, 3.7, 3.0, 3.1, 2.0],
    )
    pen.fill(thumb, skin, "soft", line=0.55)
    with pen.on(thumb):
        pen.decal(stroke([(s * 1.8, -8.6), (s * 1.3, -7.4), (s * 1.6, -6.2)], 0.35), person.deep, alpha=0.5)
    if nails:
        pen.decal(ellipse(-s * 2.1, -7.5, 1.25, 0.9, s * -12), lighten(mix(skin, person.blush, 0.5), 0.3), alpha=0.75)


def draw_foot(
    pen: Pen, colour: Rgb, kind: str, long: float, facing: float
) -> None:  # limit: one drawing, told from back to front
    """A shoe or bare foot; origin: ankle, sole `long` * 0.28 below it. `facing` 0 is towards us, 1 to the right."""
    low = long * 0.28
    dark = darken(colour, 0.4)
    if abs(facing) < 0.5:
        _front_foot(pen, colour, kind, long, facing)
        return
    s = 1.0 if facing > 0 else -1.0
    shape = smooth([(-s * long * 0.2, -low * 1.0), (s * long * 0.16, -low * 1.0), (s * long * 0.34, -low * 0.05),
        (s * long * 0.68, low * 0.4),
                    (s * long * 0.74, low * 0.96), (s * long * 0.3, low), (-s * long * 0.22, low), (-s * long * 0.29,
                    low * 0.2)], tension=0.42)  # fmt: skip
    pen.fill(shape, colour, "round")
    with pen.on(shape):
        if kind == "sneaker":
            pen.decal(tube([(-s * long * 0.35, low * 0.88), (s * long * 0.8, low * 0.88)], low * 0.42), (240, 238, 232))
        elif kind != "bare":
            pen.decal(tube([(-s * long * 0.35, low * 1.0), (s * long * 0.8, low * 1.0)], low * 0.34), dark)
        if kind in {"sneaker", "shoe", "boot"}:
            for k in range(3):
                x = s * long * (0.2 + 0.08 * k)
                pen.decal(
                    stroke(
                        [
                            (x - s * 1.4, -low * (0.45 - 0.22 * k)),
                            (x, -low * (0.3 - 0.2 * k)),
                            (x + s * 1.2, low * 0.2 * k * 0.5),
                        ],
                        0.6,
                    ),
                    lighten(colour, 0.6),
                    alpha=0.8,
                )


def _front_foot(pen: Pen, colour: Rgb, kind: str, long: float, facing: float) -> None:
    """A foot that comes towards us, toes a little outwards: ankle, instep, a broad toe cap, the sole's edge."""
    low, w, out = long * 0.28, long * 0.24, facing * long * 0.72
    dark, pale = darken(colour, 0.45), lighten(colour, 0.3)
    shape = smooth(
        [(-w * 0.66, -low * 0.9), (w * 0.66, -low * 0.9), (w * 0.78 + out * 0.35, low * 0.1),
         (w * 1.14 + out, low * 0.78), (w * 0.92 + out, low * 1.2), (out, low * 1.3), (-w * 0.92 + out, low * 1.2),
         (-w * 1.14 + out, low * 0.78), (-w * 0.78 + out * 0.35, low * 0.1)], tension=0.42,
    )  # fmt: skip
    pen.fill(shape, colour, "round")
    with pen.on(shape):
        if kind == "bare":
            for k in range(4):
                x = out - w * 0.6 + w * 0.4 * k
                pen.decal(stroke([(x, low * 0.82), (x, low * 1.0), (x, low * 1.3)], 0.5), dark, alpha=0.5)
            return
        pen.decal(ellipse(out, low * 0.86, w * 0.86, low * 0.3), pale, alpha=0.55, blur=0.5)
        pen.decal(stroke([(out - w, low * 0.72), (out, low * 0.48), (out + w, low * 0.72)], 0.6), dark, alpha=0.7)
        edge = [(out - w * 1.2, low * 1.12), (out, low * 1.26), (out + w * 1.2, low * 1.12)]
        pen.decal(stroke(edge, low * 0.3, 1, 1), (240, 238, 232) if kind == "sneaker" else dark)
        for k in range(3 if kind in {"sneaker", "shoe"} else 0):
            y, x = low * (0.38 - 0.24 * k), out * (0.62 - 0.16 * k)
            lace = [(x - w * 0.36, y - 0.2), (x, y + 0.3), (x + w * 0.36, y - 0.2)]
            pen.decal(stroke(lace, 0.6, 0.6, 0.6), lighten(colour, 0.65), alpha=0.85)
