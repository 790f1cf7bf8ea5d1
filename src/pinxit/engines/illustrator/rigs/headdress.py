"""Headdress from many places: cloths that cover the hair, veils, horned helmets, cones and mortarboards; head units."""

from __future__ import annotations

from pinxit.engines.illustrator.colours import WHITE, darken, lighten
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.face import Skull, stroke
from pinxit.engines.illustrator.rigs.hat_shapes import brow_shadow, crown_points
from pinxit.engines.illustrator.rigs.outfit import Item
from pinxit.engines.illustrator.shapes import Point, ellipse, minus, polygon, smooth, tube

COVERING = frozenset({"hijab", "coif", "scarf", "hood", "knight", "turban"})
"""Headgear under which no hair shows."""


def draw_hijab(pen: Pen, skull: Skull, item: Item) -> None:
    """A cloth around face, neck and shoulders; a coif has a white band at the brow."""
    half: list[Point] = [(20, -59), (37, -44), (43, -14), (41, 18), (39, 40), (45, 58), (40, 74), (18, 84)]
    right = [skull.solid(u, v, 2) for u, v in half]
    left = [skull.solid(-u, v, 2) for u, v in reversed(half)]
    cloth = smooth([skull.solid(0, -63, 0), *right, skull.solid(0, 88, 2), *left])
    x, y = skull.at(0, skull.build.eye + 5)
    inner = ellipse(x - skull.yaw * 0.12, y, 30.5, skull.build.chin - 9)
    if item.kind == "coif":
        rim = ellipse(x - skull.yaw * 0.1, y - 1, 35.5, skull.build.chin - 4)
        pen.fill(minus(rim, inner), item.second, "soft")
        bib = smooth([skull.solid(u, v, 6) for u, v in ((-22, 42), (22, 42), (30, 66), (0, 78), (-30, 66))])
        pen.fill(minus(bib, inner), item.second, "soft")
        half = [(22, -60), (40, -44), (46, -10), (47, 30), (52, 70), (46, 86)]
        outer = smooth([skull.solid(0, -64, 0), *[skull.solid(u, v, 0) for u, v in half],
                        *[skull.solid(-u, v, 0) for u, v in reversed(half)]])  # fmt: skip
        pen.fill(minus(minus(outer, rim), bib), item.colour, "soft")
        return
    with pen.on(inner):
        pen.decal(minus(ellipse(x, y - 2, 40, 52), ellipse(x + 1, y + 4, 29, skull.build.chin - 10)), (60, 28, 40),
                  alpha=0.35, blur=2.4)  # fmt: skip
    shape = minus(cloth, inner)
    pen.fill(shape, item.colour, "soft")
    with pen.on(shape):
        for k in range(4):
            fold = [skull.solid(-40 + k * 2, 14 + k * 8, 4), skull.solid(-16, 48 + k * 8, 14),
                    skull.solid(26, 40 + k * 10, 10), skull.solid(42, 24 + k * 10, 4)]  # fmt: skip
            pen.decal(stroke(fold, 2.4, 0.1, 0.1), darken(item.colour, 0.34), alpha=0.6)
            pen.decal(stroke([(px, py - 2.6) for px, py in fold], 2, 0.1, 0.1), lighten(item.colour, 0.3), alpha=0.35,
                      blur=0.8)  # fmt: skip
        for k in range(3):
            fold = [
                skull.solid(-34 + k * 6, -18 - k * 6, 6),
                skull.solid(-4, -50 - k * 3, 8),
                skull.solid(32 - k * 3, -30 - k * 6, 6),
            ]
            pen.decal(stroke(fold, 1.6, 0.1, 0.1), darken(item.colour, 0.3), alpha=0.45)


def draw_cone(pen: Pen, skull: Skull, item: Item) -> None:
    """A wide woven cone with its chin string."""
    brow_shadow(pen, skull, -14)
    x, y = skull.solid(0, -20, 0)
    cone = smooth([(x, y - 50), (x + 34, y - 24), (x + 74, y + 4), (x + 40, y + 12), (x, y + 14), (x - 40, y + 12),
                   (x - 74, y + 4), (x - 34, y - 24)], tension=0.2)  # fmt: skip
    pen.fill(cone, item.colour, "soft")
    dark = darken(item.colour, 0.35)
    with pen.on(cone):
        for k in range(1, 6):
            t = k / 6
            ring = [(x - 74 * t, y - 50 + 54 * t), (x, y - 48 + 62 * t), (x + 74 * t, y - 50 + 54 * t)]
            pen.decal(stroke(ring, 1.1, 1, 1), dark, alpha=0.55)
        for k in range(-6, 7):
            pen.decal(stroke([(x, y - 50), (x + k * 6, y - 20), (x + k * 12, y + 16)], 0.7, 0.2, 1), dark, alpha=0.45)
    for side in (-1, 1):
        strap = [skull.solid(side * 35, -12, 6), skull.solid(side * 32, 24, 10), skull.solid(side * 8, 50, 20)]
        pen.decal(stroke(strap, 1.4, 1, 1), item.second)


def draw_viking(pen: Pen, skull: Skull, item: Item) -> None:
    """An iron cap with a brow band, a nose guard and two horns."""
    for side in (-1, 1):
        horn = tube([skull.solid(side * 36, -34, 0), skull.solid(side * 58, -44, 0), skull.solid(side * 66, -66, 0),
                     skull.solid(side * 60, -88, 0)], [17, 14, 10, 0.8])  # fmt: skip
        pen.fill(horn, item.second, "soft")
        with pen.on(horn):
            for k in range(4):
                cx, cy = skull.solid(side * (44 + k * 7), -38 - k * 9, 0)
                ring = [(cx - 9, cy - 4 + k * 3), (cx, cy + 2), (cx + 8, cy + 7 - k * 4)]
                pen.decal(stroke(ring, 1.2, 0.6, 0.6), darken(item.second, 0.4), alpha=0.6)
    dome = smooth(crown_points(skull, -22, -66, 40, 30), tension=0.5)
    pen.fill(dome, item.colour, "metal")
    with pen.on(dome):
        pen.decal(stroke([skull.solid(0, -70, 10), skull.solid(0, -48, 14), skull.solid(0, -20, 20)], 5, 1, 1),
                  darken(item.colour, 0.3), alpha=0.8)  # fmt: skip
    band = [skull.solid(-41, -22, 0), skull.solid(-20, -17, 8), skull.solid(0, -16, 10), skull.solid(20, -17, 8),
            skull.solid(41, -22, 0)]  # fmt: skip
    pen.fill(tube(band, 9), darken(item.colour, 0.22), "metal")
    for k in (-30, -15, 15, 30):
        pen.decal(ellipse(*skull.solid(k, -18.6, 8), 1.7), lighten(item.colour, 0.5))
    guard = polygon([skull.at(-3.6, -18, 4), skull.at(3.6, -18, 4), skull.at(2.8, 8, 9), skull.at(0, 11, 10),
                     skull.at(-2.8, 8, 9)])  # fmt: skip
    pen.fill(guard, darken(item.colour, 0.1), "metal", line=0.6)


def draw_mortar(pen: Pen, skull: Skull, item: Item) -> None:
    """A graduate's flat board with its tassel."""
    pen.fill(smooth(crown_points(skull, -24, -50, 38, 33), tension=0.4), darken(item.colour, 0.1), "soft")
    x, y = skull.solid(0, -54, 0)
    pen.fill(polygon([(x, y - 16), (x + 62, y - 2), (x + 4, y + 12), (x - 58, y)]), item.colour, "round")
    pen.decal(stroke([(x, y - 2), (x + 24, y - 1), (x + 44, y + 4), (x + 45, y + 20)], 1.8, 1, 1), item.second)
    tassel = polygon([(x + 42, y + 18), (x + 48, y + 18), (x + 50, y + 38), (x + 40, y + 38)])
    pen.fill(tassel, item.second, "soft", line=0.5)
    pen.fill(ellipse(x + 2, y - 2, 3.2, 1.8), item.second, "soft", line=0.4)


def draw_kabuto(pen: Pen, skull: Skull, item: Item) -> None:
    """A samurai's helmet: ribbed bowl, flared neck guard, a golden crest."""
    for side in (-1, 1):
        guard = [skull.solid(side * 34, -30, 0), skull.solid(side * 58, -10, -4), skull.solid(side * 54, 16, -4),
                 skull.solid(side * 38, 8, 0)]  # fmt: skip
        pen.fill(smooth(guard, tension=0.2), darken(item.colour, 0.1), "metal")
    dome = smooth(crown_points(skull, -22, -68, 41, 30), tension=0.5)
    pen.fill(dome, item.colour, "metal")
    with pen.on(dome):
        for k in range(-4, 5):
            rib = [skull.solid(k * 2, -70, 4), skull.solid(k * 8, -44, 12), skull.solid(k * 10, -18, 10)]
            pen.decal(stroke(rib, 1.0, 0.6, 0.6), lighten(item.colour, 0.35), alpha=0.6)
    peak = [
        skull.solid(u, v, z)
        for u, v, z in ((-40, -22, 0), (0, -12, 16), (40, -22, 0), (30, -28, 4), (0, -22, 12), (-30, -28, 4))
    ]
    pen.fill(smooth(peak, tension=0.3), darken(item.colour, 0.25), "metal")
    for side in (-1, 1):
        crest = tube([skull.solid(side * 2, -26, 14), skull.solid(side * 22, -54, 10), skull.solid(side * 26, -92, 6)],
                     [7, 6, 0.8])  # fmt: skip
        pen.fill(crest, item.second, "metal", line=0.7)
    pen.fill(ellipse(*skull.solid(0, -30, 15), 6.5), item.second, "metal", line=0.6)


def draw_veil(pen: Pen, skull: Skull, item: Item) -> None:
    """The comb of flowers that holds a veil; the veil itself hangs behind."""
    for k in range(-4, 5):
        x, y = skull.solid(k * 7.6, -50 + k * k * 1.1, 8)
        pen.fill(ellipse(x, y, 4.6), item.colour if k % 2 else (250, 226, 230), "soft", line=0.5)
        pen.decal(ellipse(x, y, 1.5), (238, 206, 150))


def draw_veil_behind(pen: Pen, skull: Skull, item: Item) -> None:
    """The sheer cloth behind the head and shoulders."""
    half: list[Point] = [(30, -50), (50, -16), (58, 40), (68, 120)]
    shape = smooth([skull.solid(0, -58, -10), *[skull.solid(u, v, -10) for u, v in half],
                    *[skull.solid(-u, v, -10) for u, v in reversed(half)]], tension=0.4)  # fmt: skip
    pen.fill(shape, item.colour, "soft", alpha=0.66, line=0.4)
    with pen.on(shape):
        for k in range(-4, 5):
            fold = [skull.solid(k * 5, -50, -8), skull.solid(k * 10, 20, -8), skull.solid(k * 15, 124, -8)]
            pen.decal(stroke(fold, 2.2, 0.2, 1.0), WHITE, alpha=0.6, blur=0.8)


def draw_turban(pen: Pen, skull: Skull, item: Item) -> None:
    """A long cloth wound in crossing bands, with a point at the brow."""
    brow_shadow(pen, skull, -18)
    half: list[Point] = [(39, -10), (46, -26), (45, -48), (32, -66), (14, -74)]
    right = [skull.solid(u, v, 0) for u, v in half]
    left = [skull.solid(-u, v, 0) for u, v in reversed(half)]
    low = [skull.solid(-20, -23, 12), skull.solid(0, -31, 14), skull.solid(20, -23, 12)]
    shape = smooth([*right, skull.solid(2, -76, 0), *left, *low], tension=0.42)
    pen.fill(shape, item.colour, "soft")
    dark, light = darken(item.colour, 0.36), lighten(item.colour, 0.28)
    with pen.on(shape):
        for side in (-1, 1):
            for k in range(6):
                fold = [skull.solid(side * 48, -8 - k * 9, 0), skull.solid(side * 26, -28 - k * 8, 10),
                        skull.solid(-side * (2 + k * 2), -34 - k * 8, 14)]  # fmt: skip
                pen.decal(stroke(fold, 1.9, 0.4, 0.1), dark, alpha=0.5)
                pen.decal(stroke([(x, y - 3) for x, y in fold], 2.4, 0.3, 0.1), light, alpha=0.4, blur=0.8)
    knot = [skull.solid(0, -33, 15), skull.solid(8, -48, 14), skull.solid(2, -64, 8), skull.solid(-7, -48, 14)]
    pen.fill(smooth(knot, tension=0.3), lighten(item.colour, 0.08), "soft", line=0.6)
