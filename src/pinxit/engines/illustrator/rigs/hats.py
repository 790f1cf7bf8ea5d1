"""Headgear, eyewear and headphones, in head units (chin to crown 100, origin in the middle of the skull)."""

from __future__ import annotations

from collections.abc import Callable

import skia

from pinxit.engines.illustrator.colours import WHITE, darken, lighten
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.eyewear import draw_eyewear
from pinxit.engines.illustrator.rigs.face import Skull, stroke
from pinxit.engines.illustrator.rigs.hat_shapes import brim_points, brow_shadow, crown_points
from pinxit.engines.illustrator.rigs.headdress import (
    draw_cone,
    draw_hijab,
    draw_kabuto,
    draw_mortar,
    draw_turban,
    draw_veil,
    draw_veil_behind,
    draw_viking,
)
from pinxit.engines.illustrator.rigs.helmets import draw_crown_gold, draw_helmet, draw_hood, draw_knight, draw_space
from pinxit.engines.illustrator.rigs.outfit import Item, Outfit
from pinxit.engines.illustrator.shapes import ellipse, minus, smooth, star, tube, union

CLOSED = frozenset({"knight"})
"""Headgear that hides the face."""
_Hat = Callable[[Pen, Skull, Item], None]


def _fedora(pen: Pen, skull: Skull, item: Item) -> None:
    brow_shadow(pen, skull, -12)
    crown = smooth(crown_points(skull, -22, -74, 39, 27, 7), tension=0.45)
    pen.fill(crown, item.colour, "soft")
    dark = darken(item.colour, 0.4)
    with pen.on(crown):
        band = [skull.solid(-42, -27, 0), skull.solid(0, -21, 6), skull.solid(42, -27, 0)]
        pen.decal(stroke(band, 11, 1, 1), item.second)
        for side in (-1, 1):
            pinch = [skull.solid(side * 20, -72, 0), skull.solid(side * 14, -56, 4), skull.solid(side * 19, -42, 0)]
            pen.decal(stroke(pinch, 4), dark, alpha=0.5, blur=1.2)
        pen.decal(
            stroke([skull.solid(-16, -70, 0), skull.solid(0, -60, 0), skull.solid(16, -70, 0)], 4),
            dark,
            alpha=0.5,
            blur=1,
        )
    brim = smooth(brim_points(skull, -19, 62, 9, 5))
    front = minus(brim, _lifted(skull))
    pen.fill(front, darken(item.colour, 0.06), "soft")
    with pen.on(brim):
        edge = brim_points(skull, -19, 62, 9, 5)
        pen.decal(
            stroke([edge[4], edge[5], edge[6], edge[7], edge[0]], 1.6, 0.6, 0.6), lighten(item.colour, 0.3), alpha=0.7
        )


def _lifted(skull: Skull) -> skia.Path:
    x, y = skull.solid(0, -26, 0)
    return ellipse(x, y - 14, 37.5, 16)


def _brimmed(
    base: float,
    top: float,
    wide: float,
    narrow: float,
    brim: tuple[float, float, float],
    dent: float = 0.0,
    band: float = 8.0,
) -> _Hat:  # limit: one drawing, told from back to front
    def draw(pen: Pen, skull: Skull, item: Item) -> None:
        brow_shadow(pen, skull, base + 9)
        crown = smooth(crown_points(skull, base, top, wide, narrow, dent), tension=0.45)
        pen.fill(crown, item.colour, "soft")
        with pen.on(crown):
            if band:
                line = [
                    skull.solid(-wide - 3, base - 5, 0),
                    skull.solid(0, base + 0.5, 6),
                    skull.solid(wide + 3, base - 5, 0),
                ]
                pen.decal(stroke(line, band, 1, 1), item.second)
            if item.kind == "straw":
                for k in range(9):
                    y = base - 6 * k - 4
                    pen.decal(
                        stroke(
                            [skull.solid(-40, y - 3, 0), skull.solid(0, y + 1, 4), skull.solid(40, y - 3, 0)], 0.9, 1, 1
                        ),
                        darken(item.colour, 0.35),
                        alpha=0.5,
                    )
            if item.kind == "witch":
                pen.decal(star(*skull.solid(0, base - 4, 0), 6, 3), (236, 196, 84))
        x, y = skull.solid(0, base - 18, 0)
        ring = minus(smooth(brim_points(skull, base + 3, *brim)), ellipse(x, y, wide - 1.5, 20))
        pen.fill(ring, darken(item.colour, 0.05), "soft")
        if item.kind == "straw":
            with pen.on(ring):
                for k in range(4):
                    pen.decal(
                        smooth(
                            brim_points(
                                skull, base + 3, brim[0] * (0.9 - 0.1 * k), brim[1] * (0.86 - 0.1 * k), brim[2]
                            ),
                            closed=True,
                        ),
                        darken(item.colour, 0.3),
                        alpha=0.12,
                    )

    return draw


def _cap(pen: Pen, skull: Skull, item: Item) -> None:
    brow_shadow(pen, skull, -16)
    dome = smooth(crown_points(skull, -21, -60, 41, 33), tension=0.5)
    pen.fill(dome, item.colour, "soft")
    dark = darken(item.colour, 0.35)
    with pen.on(dome):
        for u in (-22, 0, 22):
            pen.decal(
                stroke(
                    [skull.solid(u * 0.2, -60, 0), skull.solid(u, -44, 12), skull.solid(u * 1.35, -18, 12)],
                    0.9,
                    0.6,
                    0.6,
                ),
                dark,
                alpha=0.6,
            )
        if item.kind == "police":
            pen.decal(
                stroke([skull.solid(-44, -25, 0), skull.solid(0, -20, 8), skull.solid(44, -25, 0)], 9, 1, 1),
                darken(item.colour, 0.3),
            )
            pen.decal(star(*skull.at(0, -36), 7, 4, 6), item.second)
    s = skull.yaw * 0.5
    bill = smooth(
        [
            skull.at(-31, -22, 2),
            skull.at(0, -25, 4),
            skull.at(31, -22, 2),
            (skull.at(28 + s * 0.4, -13, 8)),
            skull.at(s, -9, 17),
            skull.at(-28 + s * 0.4, -13, 8),
        ]
    )
    pen.fill(bill, dark if item.kind != "police" else (24, 24, 30), "soft" if item.kind != "police" else "glossy")
    if item.kind == "cap":
        pen.decal(ellipse(*skull.solid(0, -61, 0), 2.6, 1.8), dark)


def _beanie(pen: Pen, skull: Skull, item: Item) -> None:
    dome = smooth(crown_points(skull, -24, -66, 41, 30), tension=0.5)
    if item.kind == "santa":
        tip = tube([skull.solid(0, -52, 0), skull.solid(26, -74, 0), skull.solid(50, -48, 0)], [52, 28, 8])
        dome = union(dome, tip)
    pen.fill(dome, item.colour, "soft")
    with pen.on(dome):
        for k in range(-5, 6):
            if item.kind == "beanie":
                pen.decal(
                    stroke(
                        [skull.solid(k * 3, -66, 0), skull.solid(k * 7.4, -48, 0), skull.solid(k * 8, -24, 0)],
                        1.2,
                        0.8,
                        0.8,
                    ),
                    darken(item.colour, 0.35),
                    alpha=0.5,
                )
    cuff = tube(
        [
            skull.solid(-40, -24, 0),
            skull.at(-22, -22, 1),
            skull.at(0, -21, 2),
            skull.at(22, -22, 1),
            skull.solid(40, -24, 0),
        ],
        14,
    )
    second = item.second if item.kind == "santa" else darken(item.colour, 0.12)
    pen.fill(cuff, second, "soft")
    ball = skull.solid(50, -46, 0) if item.kind == "santa" else skull.solid(0, -70, 0)
    pen.fill(ellipse(*ball, 10), lighten(second, 0.35) if item.kind != "santa" else WHITE, "soft")


def _band(pen: Pen, skull: Skull, item: Item) -> None:
    line = [
        skull.solid(-41, -29, -2),
        skull.at(-27, -33, 1),
        skull.at(0, -35, 1.5),
        skull.at(27, -33, 1),
        skull.solid(41, -29, -2),
    ]
    shape = tube(line, [9, 11, 12, 11, 9], closed_ends=False)
    side = 1 if skull.yaw <= 0 else -1
    knot = skull.solid(side * 42, -28, -4)
    for dx, dy in ((14, 4), (11, 15)):
        pen.fill(
            tube(
                [knot, (knot[0] + side * dx * 0.6, knot[1] + dy * 0.3), (knot[0] + side * dx, knot[1] + dy)],
                [4, 6, 5],
                closed_ends=False,
            ),
            darken(item.colour, 0.1),
            "soft",
            line=0.6,
        )
    pen.fill(shape, item.colour, "soft", line=0.7)
    with pen.on(shape):
        for k in range(-5, 6):
            x, y = skull.at(k * 6.8, -34.5 + abs(k) * 0.3 + (1.8 if k % 2 else -1.8), 1)
            pen.decal(ellipse(x, y, 1.3), item.second, alpha=0.9)
        pen.decal(stroke([(x, y + 3.4) for x, y in line], 0.9), darken(item.colour, 0.4), alpha=0.5)
    pen.fill(ellipse(*knot, 4), item.colour, "soft", line=0.6)


def _toque(pen: Pen, skull: Skull, item: Item) -> None:
    puffs = [
        ellipse(*skull.solid(u, v, 0), r)
        for u, v, r in ((-28, -72, 21), (28, -72, 21), (-10, -86, 22), (14, -86, 22), (0, -66, 30))
    ]
    pen.fill(union(*puffs), item.colour, "soft")
    for u in (-20, 0, 20):
        pen.decal(
            stroke(
                [skull.solid(u * 0.9, -46, 0), skull.solid(u * 1.1, -60, 0), skull.solid(u * 1.4, -76, 0)], 1.6, 1, 0
            ),
            darken(item.colour, 0.25),
            alpha=0.6,
        )
    band = smooth(
        [
            skull.solid(-39, -24, 0),
            skull.at(-20, -21, 1),
            skull.at(0, -20, 1),
            skull.at(20, -21, 1),
            skull.solid(39, -24, 0),
            skull.solid(38, -48, 0),
            skull.solid(0, -44, 4),
            skull.solid(-38, -48, 0),
        ],
        tension=0.3,
    )
    pen.fill(band, item.colour, "soft")


def _beret(pen: Pen, skull: Skull, item: Item) -> None:
    x, y = skull.solid(9, -47, 0)
    pen.fill(ellipse(x, y, 46, 17, -9), item.colour, "soft")
    band = tube([skull.solid(-38, -27, 0), skull.at(0, -33, 1), skull.solid(38, -29, 0)], 6)
    pen.fill(band, darken(item.colour, 0.2), "soft", line=0.6)
    pen.decal(stroke([(x, y - 15), (x + 1, y - 19), (x + 3, y - 22)], 2.4, 1, 0.8), darken(item.colour, 0.2))


def _pirate(pen: Pen, skull: Skull, item: Item) -> None:
    brow_shadow(pen, skull, -14)
    shape = smooth(
        [
            skull.solid(-62, -40, 0),
            skull.solid(-34, -20, 4),
            skull.at(0, -17, 4),
            skull.solid(34, -20, 4),
            skull.solid(62, -40, 0),
            skull.solid(36, -60, 0),
            skull.solid(0, -82, 0),
            skull.solid(-36, -60, 0),
        ],
        tension=0.42,
    )
    pen.fill(shape, item.colour, "soft")
    with pen.on(shape):
        pen.decal(
            stroke([skull.solid(-62, -42, 0), skull.solid(-34, -62, 0), skull.solid(0, -81, 0)], 2.4, 1, 1),
            (214, 174, 80),
        )
        pen.decal(
            stroke([skull.solid(0, -81, 0), skull.solid(34, -62, 0), skull.solid(62, -42, 0)], 2.4, 1, 1),
            (214, 174, 80),
        )
    x, y = skull.at(0, -46)
    pen.decal(ellipse(x, y, 8, 7.4), item.second)
    pen.decal(ellipse(x, y + 6.4, 4.4, 3.6), item.second)
    for side in (-1, 1):
        pen.decal(ellipse(x + side * 3, y, 2.1, 2.4), item.colour)


def _tophat(pen: Pen, skull: Skull, item: Item) -> None:
    _brimmed(-24, -94, 35, 37, (50, 8, 4), 2, 9)(pen, skull, item)


def _flower(pen: Pen, skull: Skull, item: Item) -> None:
    for k in range(-5, 6):
        x, y = skull.at(k * 6.6, -31 + abs(k) * 0.9, 2)
        pen.fill(ellipse(x + 3, y + 3, 5, 2.4, k * 20), (96, 146, 84), "soft", line=0.4)
        rgb = item.colour if k % 2 else (248, 214, 220)
        petals = union(
            *(ellipse(x + dx, y + dy, 3.3) for dx, dy in ((0, -3.2), (3, -1), (1.9, 2.6), (-1.9, 2.6), (-3, -1)))
        )
        pen.fill(petals, rgb, "soft", line=0.4)
        pen.decal(ellipse(x, y, 1.9), item.second)


_HATS: dict[str, _Hat] = {
    "fedora": _fedora, "cap": _cap, "flatcap": _cap, "police": _cap, "beanie": _beanie, "santa": _beanie,
    "helmet": draw_helmet, "army": draw_helmet,
    "hardhat": draw_helmet, "fireman": draw_helmet, "crown": draw_crown_gold, "band": _band, "scarf": draw_hijab,
    "turban": draw_turban, "toque": _toque,
    "beret": _beret, "pirate": _pirate, "tophat": _tophat, "knight": draw_knight, "hood": draw_hood,
    "flower": _flower, "space": draw_space, "hijab": draw_hijab, "coif": draw_hijab, "cone": draw_cone,
    "viking": draw_viking, "mortar": draw_mortar, "veil": draw_veil, "kabuto": draw_kabuto,
    "straw": _brimmed(-22, -62, 38, 30, (74, 13, 2), 0, 9), "witch": _brimmed(-22, -128, 38, 3, (72, 12, 4), 0, 11),
    "cowboy": _brimmed(-22, -74, 38, 27, (72, 9, 20), 8, 7), "nurse": _beret,
}  # fmt: skip


def draw_hat_behind(pen: Pen, skull: Skull, item: Item | None) -> None:
    """The part of headgear behind the head."""
    if item is None:
        return
    if item.kind == "space":
        pen.fill(ellipse(*skull.solid(0, -4, 0), 66, 67), darken(item.colour, 0.45), "soft")
    elif item.kind in {"fedora", "straw", "witch", "cowboy"}:
        wide = {"fedora": 58, "straw": 70, "witch": 68, "cowboy": 50}[item.kind]
        pen.fill(ellipse(*skull.solid(0, -22, 0), wide, 8), darken(item.colour, 0.4), "soft", line=0.5)
    elif item.kind == "veil":
        draw_veil_behind(pen, skull, item)
    elif item.kind in {"scarf", "hijab", "coif"}:
        pen.fill(ellipse(*skull.solid(0, 14, -6), 44, 52), darken(item.colour, 0.2), "soft")


def draw_hat(pen: Pen, skull: Skull, outfit: Outfit) -> None:
    """Glasses first, then what is on the head, then what is on the ears."""
    eyes, head = outfit.get("eyes"), outfit.get("head")
    if eyes:
        draw_eyewear(pen, skull, eyes)
    if head and head.kind in _HATS:
        _HATS[head.kind](pen, skull, head)
    ears = outfit.get("ears")
    if ears and ears.kind == "rings":
        _earrings(pen, skull, ears)
    elif ears:
        x, y = skull.solid(0, 2, 0)
        band = [(x - 41, y), (x - 34, y - 38), (x, y - 62), (x + 34, y - 38), (x + 41, y)]
        pen.fill(stroke(band, 6, 1, 1), ears.colour, "round", line=0.7)
        for side in (-1, 1):
            pen.fill(ellipse(*skull.solid(side * 39, 6, 0), 8, 13), ears.colour, "soft")


def _earrings(pen: Pen, skull: Skull, item: Item) -> None:
    """A drop below each lobe that shows."""
    for side in (-1, 1):
        if side * skull.yaw > 14:
            continue
        x, y = skull.solid(side * (skull.build.cheek + 1.6), 19 + skull.build.eye * 0.6, 0)
        pen.line(ellipse(x, y + 1.5, 2.0, 2.6), item.colour, 0.9)
        drop = smooth([(x, y + 3.5), (x + 3.0, y + 9.5), (x, y + 13), (x - 3.0, y + 9.5)])
        pen.fill(drop, item.colour, "glossy", line=0.5)
        pen.decal(ellipse(x - 0.9, y + 8.6, 0.8, 1.3), WHITE, alpha=0.8)
