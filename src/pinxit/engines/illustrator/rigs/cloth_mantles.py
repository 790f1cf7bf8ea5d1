"""What goes round the whole of an animal: a cape behind it, a glass bowl over its head."""

from __future__ import annotations

from collections.abc import Sequence

from pinxit.engines.illustrator.colours import WHITE, Rgb, darken, lighten
from pinxit.engines.illustrator.pen import Anchor, Item, Pen
from pinxit.engines.illustrator.rigs.material import Finish
from pinxit.engines.illustrator.rigs.tailoring import Fit, Layers
from pinxit.engines.illustrator.shapes import Point, arc, box, curve, ellipse, minus, scaled, smooth, tube


def cape(fit: Fit, what: Finish, fur: Rgb | None) -> Layers:
    """A cape that falls behind the body to the ground, its collar and clasp before the throat; a king's has fur."""
    u, x, top = fit.unit, fit.body.x, fit.top
    a = fit.half(fit.down(0.12))
    b = fit.half(fit.down(0.75)) + 17 * u
    low = -2.0 if fit.foot < -22 * u else fit.foot - 2 * u
    half: list[Point] = [(a * 0.7, top - 4 * u), (a + 6 * u, fit.down(0.16)), (b * 0.94, fit.down(0.55))]
    half += [(b + 5 * u, low - 10 * u), (b * 0.84, low + 1 * u), (b * 0.5, low - 5 * u), (0, low)]
    outline = smooth([*[(x + p, q) for p, q in half], *[(x - p, q) for p, q in reversed(half[:-1])]], tension=0.4)
    behind, front = Pen(), Pen()
    behind.fill(outline, darken(what.rgb, 0.12), what.form)
    with behind.on(outline):
        for side in (1, -1):
            for k in range(3):
                fold = [
                    (x + side * a, fit.down(0.1)),
                    (x + side * (b - 14 * k * u), low),
                    (x + side * (b + 5 * u - 14 * k * u), low),
                ]
                behind.decal(smooth(fold, tension=0.2), darken(what.rgb, 0.45), alpha=0.45, blur=u)
        if fur is not None:
            behind.line(outline, fur, 13 * u)
            for px, py in [(x + side * p, q) for p, q in half[2:5] for side in (1, -1)]:
                behind.decal(ellipse(px - (5 * u if px > x else -5 * u), py - 3 * u, 1.3 * u, 2.8 * u), (44, 38, 42))
    _collar(front, fit, what, fur)
    return [(0, behind.drawing.items), (fit.front, front.drawing.items)]


def _collar(pen: Pen, fit: Fit, what: Finish, fur: Rgb | None) -> None:
    u, x, top = fit.unit, fit.body.x, fit.top
    w = min(fit.neck.size / 2, 36 * u)
    band = [
        (x - w * 1.3, top - 7 * u),
        (x - w * 0.8, top + 3 * u),
        (x, top + 9 * u),
        (x + w * 0.8, top + 3 * u),
        (x + w * 1.3, top - 7 * u),
    ]
    if fur is not None:
        ruff = pen.fill(tube(band, [13 * u, 19 * u, 22 * u, 19 * u, 13 * u]), fur, "soft", line=0.7)
        with pen.on(ruff):
            for k in range(-4, 5):
                pen.decal(
                    ellipse(x + k * w * 0.27, top + (11 - 1.1 * k * k + (4 if k % 2 else -3)) * u, 1.3 * u, 2.9 * u),
                    (44, 38, 42),
                )
    else:
        pen.fill(tube(band, [10 * u, 12 * u, 10 * u, 12 * u, 10 * u]), lighten(what.rgb, 0.06), "soft", line=0.7)
    pen.fill(ellipse(x, top + 11 * u, 5.4 * u), (238, 190, 72), "metal", line=0.6)
    pen.decal(ellipse(x, top + 11 * u, 2.8 * u), (206, 46, 62) if fur is not None else (250, 226, 130))


def flying_cape(fit: Fit, what: Finish, fur: Rgb | None) -> Layers:
    """Seen from the side: a cape that streams from the neck over the back."""
    pen, n, b = Pen(), fit.neck, fit.body
    side, u = (1.0 if n.x > b.x else -1.0), b.size / 100

    def at(along: float, up: float) -> Point:
        return b.x + side * along * u, b.y - up * u

    reach = abs(n.x - b.x) / u
    lift = (b.y - n.y) / u
    top = [(reach * 0.9, lift + 16), (20, 62), (-40, 66), (-92, 84), (-128, 74)]
    low = [(-134, 40), (-112, 48), (-108, 18), (-84, 26), (-70, 2), (-30, 20), (20, 20), (reach * 0.86, lift - 10)]
    outline = smooth([at(*p) for p in (*top, *low)], tension=0.42)
    pen.fill(outline, what.rgb, what.form)
    with pen.on(outline):
        if fur is not None:
            pen.line(outline, fur, 12 * u)
        for k in (1, 2, 3):
            fold = curve(at(reach * 0.8, lift + 10 - 6 * k), at(-30, 58 - 11 * k), at(-120, 72 - 13 * k))
            pen.line(fold, darken(what.rgb, 0.32), 3 * u, alpha=0.5, blur=u)
    band = [at(reach * 0.92, lift + 18), at(reach * 0.95 + 6, lift - 4), at(reach * 0.8, lift - 24)]
    pen.fill(tube(band, 10 * u), fur or darken(what.rgb, 0.1), "soft", line=0.7)
    pen.fill(ellipse(*band[-1], 6 * u), (238, 190, 72), "metal", line=0.6)
    return [(max(fit.front, fit.under), pen.drawing.items)]


def pack(fit: Fit, what: Finish) -> Layers:
    """The backpack behind the shoulders; its straps are trimmings of the chest."""
    pen, u, x = Pen(), fit.unit, fit.body.x
    wide, top, low = fit.half(fit.down(0.3)) + 11 * u, fit.top - 6 * u, fit.down(0.62)
    pen.fill(box(x - wide, top, 2 * wide, low - top, 15 * u), darken(what.rgb, 0.08), what.form)
    for side in (1, -1):
        pocket = box(x + side * (wide + 1 * u) - 9 * u, fit.down(0.36), 18 * u, (low - fit.down(0.36)) * 0.94, 6 * u)
        pen.fill(pocket, lighten(what.rgb, 0.08), what.form, line=0.7)
    return [(0, pen.drawing.items)]


def side_frill(fit: Fit, rgb: Rgb) -> Layers:
    """Seen from the side: a ballet skirt round the middle of the body."""
    pen, b = Pen(), fit.body
    u, side = b.size / 100, (1.0 if fit.neck.x >= b.x else -1.0)
    with pen.at(b.x - side * 10 * u, b.y + 6 * u, turn=-14 * side):
        for k, tone in enumerate((darken(rgb, 0.08), lighten(rgb, 0.25), lighten(rgb, 0.6))):
            wide, deep = (92 - 12 * k) * u, (34 - 7 * k) * u
            frill: list[Point] = [(-wide * 0.55, -8 * u), (wide * 0.55, -8 * u)]
            for i in range(17):
                share = 1 - i / 8
                frill.append((wide * share, deep * (0.8 if i % 2 else 1.08) - 10 * u * share * share))
            pen.fill(smooth(frill, tension=0.42), tone, "soft", line=0.6)
    return [(max(fit.front, fit.under), pen.drawing.items)]


def bowl(fit: Fit, head: Anchor, shell: Rgb) -> Sequence[Item]:
    """A bowl of clear glass round the head, on a ring of metal at the neck."""
    pen = Pen()
    tall = max(fit.neck.y - head.y, head.size * 0.75)
    x, ry = (head.x + fit.neck.x) / 2, tall * 0.74
    y = fit.neck.y - tall * 0.53
    rx = max(ry * 1.04, head.size * 0.88)
    glass = ellipse(x, y, rx, ry)
    pen.decal(glass, (176, 218, 240), alpha=0.16)
    rim = minus(glass, scaled(glass, 0.94, 0.94, x, y))
    pen.decal(rim, (232, 246, 255), alpha=0.4)
    pen.line(glass, (226, 242, 252), rx * 0.028, alpha=0.95)
    with pen.on(glass):
        shine = smooth(
            [
                (x - rx * 0.82, y + ry * 0.1),
                (x - rx * 0.72, y - ry * 0.42),
                (x - rx * 0.34, y - ry * 0.8),
                (x - rx * 0.22, y - ry * 0.72),
                (x - rx * 0.54, y - ry * 0.36),
                (x - rx * 0.66, y + ry * 0.1),
            ]
        )
        pen.decal(shine, WHITE, alpha=0.55, blur=rx * 0.012)
        pen.decal(ellipse(x + rx * 0.6, y + ry * 0.5, rx * 0.07, ry * 0.13, 38), WHITE, alpha=0.5)
        pen.line(arc(x, y, rx * 0.9, ry * 0.9, 10, 60), WHITE, rx * 0.03, alpha=0.35)
    base = y + ry * 0.93
    ring = [(x - rx * 0.62, base - ry * 0.1), (x, base + ry * 0.05), (x + rx * 0.62, base - ry * 0.1)]
    pen.fill(tube(ring, rx * 0.17), shell, "metal", line=0.8)
    pen.line(curve(*ring), darken(shell, 0.25), rx * 0.025, alpha=0.8)
    for side in (-1, 0, 1):
        px, py = ring[side + 1]
        pen.fill(ellipse(px * 0.94 + x * 0.06, py, rx * 0.035), (226, 104, 52), "glossy", line=0.3)
    return pen.drawing.items
