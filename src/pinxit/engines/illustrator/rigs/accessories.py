"""What hangs on a body: capes, packs and wings behind, scarves and pendants in front; a mermaid's tail."""

from __future__ import annotations

import skia

from pinxit.engines.illustrator.colours import WHITE, darken, lighten
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.body import Body
from pinxit.engines.illustrator.rigs.face import stroke
from pinxit.engines.illustrator.rigs.outfit import Item, Outfit
from pinxit.engines.illustrator.rigs.person_traits import Trade
from pinxit.engines.illustrator.shapes import common, ellipse, smooth, tube


def _cropped(path: skia.Path, crop: skia.Path | None) -> skia.Path:
    return path if crop is None else common(path, crop)


def draw_behind(
    pen: Pen, body: Body, outfit: Outfit, trade: Trade, crop: skia.Path | None
) -> None:  # limit: one drawing, told from back to front
    """What is on the back."""
    back = outfit.get("back")
    pen.anchor("back", *body.trunk(0, body.frame.trunk * 0.3), body.frame.shoulder * 2)
    if outfit.kind("top") == "spacesuit":
        f = body.frame
        pack = smooth(
            [
                body.trunk(x, y)
                for x, y in (
                    (-f.shoulder * 0.98, 0),
                    (f.shoulder * 0.98, 0),
                    (f.shoulder, f.trunk * 0.66),
                    (-f.shoulder, f.trunk * 0.66),
                )
            ],
            tension=0.2,
        )
        pen.fill(_cropped(pack, crop), (196, 202, 212), "soft")
    if "wings" in trade.extra or (back and back.kind == "wings"):
        _wings(pen, body, crop)
    if back is None:
        return
    if back.kind == "cape":
        _cape(pen, body, back, crop)
    elif back.kind == "backpack":
        f = body.frame
        w = f.shoulder * (0.92 if body.pose.view != "side" else 0.7)
        dx = -f.shoulder * 0.85 if body.pose.view == "side" else 0
        pack = smooth(
            [
                body.trunk(x + dx, y)
                for x, y in (
                    (-w, 2),
                    (0, -1),
                    (w, 2),
                    (w * 1.08, f.trunk * 0.7),
                    (0, f.trunk * 0.76),
                    (-w * 1.08, f.trunk * 0.7),
                )
            ],
            tension=0.3,
        )
        pen.fill(_cropped(pack, crop), back.colour, "soft")


def _cape(pen: Pen, body: Body, item: Item, crop: skia.Path | None) -> None:
    f = body.frame
    low = max(body.left_leg.along(0.72)[1], body.right_leg.along(0.72)[1], body.pelvis[1] + 10)
    drift = -18.0 if body.pose.view == "side" else 7.0
    w = f.shoulder
    x0 = body.pelvis[0]
    spots = [body.trunk(-w * 0.8, 1), body.trunk(w * 0.8, 1), body.trunk(w * 1.05, 14), (x0 + w * 1.6 + drift * 0.6,
        low * 0.5 + body.pelvis[1] * 0.5),
             (x0 + w * 1.75 + drift, low), (x0 + w * 0.7 + drift, low + 3), (x0 + drift, low - 2),
             (x0 - w * 0.8 + drift, low + 3),
             (x0 - w * 1.65 + drift, low - 1), (x0 - w * 1.4 + drift * 0.5, low * 0.5 + body.pelvis[1] * 0.5),
             body.trunk(-w * 1.05, 14)]  # fmt: skip
    cape = _cropped(smooth(spots, tension=0.4), crop)
    pen.fill(cape, item.colour, "soft")
    top, dark = body.trunk(0, 4), darken(item.colour, 0.42)
    with pen.on(cape):
        for k in range(7):
            t = (k - 3) / 3
            line = [
                (top[0] + t * w * 0.8, top[1]),
                (x0 + t * w * 1.2 + drift * 0.4, (top[1] + low) / 2),
                (x0 + t * w * 1.7 + drift, low + 4),
            ]
            pen.decal(stroke(line, 2.6, 0.1, 1), dark, alpha=0.45)
            pen.decal(stroke([(x + 3, y) for x, y in line], 1.6, 0.1, 1), lighten(item.colour, 0.35), alpha=0.3)


def _wings(pen: Pen, body: Body, crop: skia.Path | None) -> None:
    f = body.frame
    s = f.trunk / 50
    for side in (-1, 1):
        upper = [(0, 12), (14, -22), (44, -42), (60, -26), (48, 2), (18, 18)]
        lower = [(2, 16), (30, 16), (44, 34), (32, 52), (12, 40)]
        for points, rgb in ((lower, (214, 196, 240)), (upper, (190, 226, 244))):
            wing = smooth([body.trunk(side * x * s, y * s) for x, y in points])
            pen.fill(_cropped(wing, crop), rgb, "soft", alpha=0.82)
            with pen.on(wing):
                for x, y in points[1:5]:
                    ends = [
                        body.trunk(side * 3 * s, 14 * s),
                        body.trunk(side * x * 0.55 * s, (y * 0.5 + 4) * s),
                        body.trunk(side * x * 0.92 * s, y * 0.92 * s),
                    ]
                    pen.decal(stroke(ends, 1.0, 0.9, 0.1), WHITE, alpha=0.8)


def draw_in_front(
    pen: Pen, body: Body, outfit: Outfit, crop: skia.Path | None
) -> None:  # limit: one drawing, told from back to front
    """What hangs round the neck, straps on the shoulders and a cape's clasp."""
    f = body.frame
    w = f.neck_w
    back, neck = outfit.get("back"), outfit.get("neck")
    if back and back.kind == "cape":
        for side in (-1, 1):
            fold = [
                body.trunk(side * w * 0.5, 3),
                body.trunk(side * w * 1.4, -1),
                body.trunk(side * f.shoulder * 0.96, 3.5),
                body.trunk(side * f.shoulder * 0.94, 8),
                body.trunk(side * w * 1.2, 6),
            ]
            pen.fill(smooth(fold), back.colour, "soft", line=0.6)
        pen.fill(ellipse(*body.trunk(0, 4), 2.2), (228, 184, 80), "metal", line=0.5)
    if back and back.kind == "backpack":
        for side in (-1, 1):
            strap = [
                body.trunk(side * f.shoulder * 0.6, 0),
                body.trunk(side * f.shoulder * 0.66, f.trunk * 0.2),
                body.trunk(side * f.shoulder * 0.82, f.trunk * 0.46),
            ]
            pen.fill(_cropped(tube(strap, [4.0, 4.4, 3.4]), crop), darken(back.colour, 0.12), "soft", line=0.6)
    if neck is None:
        return
    if neck.kind == "scarf":
        _scarf(pen, body, neck, crop)
    elif neck.kind in {"beads", "gold"}:
        for k in range(15):
            t = (k - 7) / 7
            x, y = body.trunk(t * w * 1.2, (1 - t * t) * 9 - 2)
            pen.fill(ellipse(x, y, 0.85), neck.colour, "glossy", line=0.3)
        if neck.kind == "gold":
            pen.fill(ellipse(*body.trunk(0, 10.5), 3.2), neck.colour, "metal", line=0.5)
    elif neck.kind == "stethoscope":
        for side in (-1, 1):
            hose = [
                body.trunk(side * w * 1.05, -3),
                body.trunk(side * w * 1.2, 5),
                body.trunk(side * w * 0.8, f.trunk * 0.3 + side * 2),
            ]
            pen.decal(stroke(hose, 1.5, 1, 1), neck.colour)
        pen.fill(ellipse(*body.trunk(w * 0.8, f.trunk * 0.34), 2.4), (206, 212, 220), "metal", line=0.4)


def _scarf(
    pen: Pen, body: Body, item: Item, crop: skia.Path | None
) -> None:  # limit: one drawing, told from back to front
    f = body.frame
    w = f.neck_w
    dark = darken(item.colour, 0.35)
    end = tube(
        [body.trunk(w * 0.6, 2), body.trunk(w * 1.0, f.trunk * 0.25), body.trunk(w * 0.8, f.trunk * 0.5)],
        [6.5, 7.5, 8.0],
        closed_ends=False,
    )
    pen.fill(_cropped(end, crop), darken(item.colour, 0.06), "soft")
    wrap = tube(
        [
            body.trunk(-w * 1.25, -3.2),
            body.trunk(-w * 0.8, 1.2),
            body.trunk(0, 2.8),
            body.trunk(w * 0.8, 1.2),
            body.trunk(w * 1.25, -3.2),
        ],
        [5.4, 6.6, 7.2, 6.6, 5.4],
    )
    pen.fill(wrap, item.colour, "soft")
    with pen.on(wrap):
        for k in range(3):
            pen.decal(
                stroke(
                    [
                        body.trunk(-w * 1.3, -4 + k * 2.2),
                        body.trunk(0, 0.8 + k * 2.2),
                        body.trunk(w * 1.3, -4 + k * 2.2),
                    ],
                    0.7,
                ),
                dark,
                alpha=0.5,
            )
    with pen.on(end):
        for k in range(3):
            a, b = body.trunk(-w, f.trunk * (0.38 + 0.045 * k)), body.trunk(w * 2.4, f.trunk * (0.38 + 0.045 * k))
            pen.decal(
                stroke([a, ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2), b], 1.1, 1, 1), lighten(item.colour, 0.5), alpha=0.8
            )


def draw_tail(pen: Pen, body: Body, outfit: Outfit) -> None:
    """A mermaid's tail instead of legs."""
    f = body.frame
    x, y = body.pelvis
    colour = (58, 158, 150)
    long = -y - 6
    fin = smooth(
        [
            (x + 6, y + long - 10),
            (x + 30, y + long - 4),
            (x + 40, y + long + 8),
            (x + 14, y + long + 3),
            (x - 8, y + long + 9),
            (x - 22, y + long - 2),
            (x - 4, y + long - 10),
        ]
    )
    pen.fill(fin, lighten(colour, 0.15), "soft")
    tail = tube(
        [(x, y - 12), (x - 3, y + long * 0.3), (x + 4, y + long * 0.65), (x + 2, y + long - 6)],
        [f.hip * 2.1, f.hip * 1.85, f.hip * 1.05, 7],
    )
    pen.fill(tail, colour, "glossy")
    with pen.on(tail):
        for row in range(18):
            for col in range(-4, 5):
                sx, sy = x + col * 5 + (row % 2) * 2.5, y - 6 + row * 4.6
                pen.decal(
                    stroke([(sx - 2.4, sy - 1), (sx, sy + 1.6), (sx + 2.4, sy - 1)], 0.6, 0.5, 0.5),
                    darken(colour, 0.35),
                    alpha=0.6,
                )
