"""Helmets, crowns and masks, in head units."""

from __future__ import annotations

from pinxit.engines.illustrator.colours import WHITE, darken, lighten
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.face import Skull, stroke
from pinxit.engines.illustrator.rigs.hat_shapes import brow_shadow, crown_points
from pinxit.engines.illustrator.rigs.outfit import Item
from pinxit.engines.illustrator.shapes import Point, ellipse, minus, smooth, star, tube, union


def draw_helmet(pen: Pen, skull: Skull, item: Item) -> None:  # limit: one drawing, told from back to front
    """A helmet for bicycles, building sites, fires or war."""
    brow_shadow(pen, skull, -17)
    dome = smooth(crown_points(skull, -18, -68, 45, 36), tension=0.55)
    pen.fill(dome, item.colour, "soft" if item.kind == "army" else "glossy")
    with pen.on(dome):
        if item.kind == "helmet":
            for u in (-24, -8, 8, 24):
                vent = [skull.solid(u * 0.8, -58, 0), skull.solid(u * 1.1, -46, 8), skull.solid(u * 1.25, -32, 8)]
                pen.decal(stroke(vent, 6), darken(item.second, 0.35))
        elif item.kind in {"hardhat", "fireman"}:
            for u in (-14, 0, 14):
                pen.decal(
                    stroke(
                        [skull.solid(u * 0.7, -68, 0), skull.solid(u, -48, 8), skull.solid(u * 1.1, -22, 8)],
                        3.4,
                        0.7,
                        0.7,
                    ),
                    lighten(item.colour, 0.35),
                    alpha=0.8,
                )
    rim = tube(
        [
            skull.solid(-47, -17, 0),
            skull.at(-24, -15, 4),
            skull.at(0, -13, 8),
            skull.at(24, -15, 4),
            skull.solid(47, -17, 0),
        ],
        [4, 6, 8, 6, 4],
    )
    pen.fill(rim, darken(item.colour, 0.14), "soft")
    if item.kind == "fireman":
        pen.fill(star(*skull.at(0, -38), 11, 8, 6), item.second, "metal", line=0.5)
    if item.kind in {"helmet", "army"}:
        for side in (-1, 1):
            pen.decal(
                stroke(
                    [skull.solid(side * 38, -14, 4), skull.solid(side * 33, 20, 14), skull.solid(side * 12, 49, 30)],
                    2.0,
                    1,
                    1,
                ),
                (40, 38, 42),
            )


def draw_crown_gold(pen: Pen, skull: Skull, item: Item) -> None:
    """A crown of gold with stones."""
    points: list[Point] = []
    for k in range(11):
        u = -34 + 6.8 * k
        points.append(skull.solid(u, -68 if k % 2 else -50, 6))
    base = [
        skull.solid(36, -33, 0),
        skull.at(20, -30, 2),
        skull.at(0, -28.5, 2),
        skull.at(-20, -30, 2),
        skull.solid(-36, -33, 0),
    ]
    shape = smooth([*points, *base], tension=0.12)
    pen.fill(shape, item.colour, "metal")
    with pen.on(shape):
        pen.decal(
            stroke([skull.solid(-40, -37, 0), skull.solid(0, -32, 8), skull.solid(40, -37, 0)], 2, 1, 1),
            darken(item.colour, 0.35),
            alpha=0.7,
        )
    for k in (-2, -1, 0, 1, 2):
        pen.fill(
            ellipse(*skull.at(k * 13, -38 + abs(k), 2), 3.2),
            item.second if k % 2 == 0 else (64, 118, 190),
            "glossy",
            line=0.4,
        )
    for k in range(5):
        pen.fill(ellipse(*points[1 + 2 * k], 2.8), lighten(item.colour, 0.4), "glossy", line=0.4)


def draw_knight(pen: Pen, skull: Skull, item: Item) -> None:
    """A great helm with a plume; it hides the face."""
    shell = smooth(
        [
            skull.solid(u, v, z)
            for u, v, z in (
                (0, -64, 0),
                (30, -52, 0),
                (42, -20, 0),
                (41, 20, 6),
                (26, 48, 20),
                (0, 60, 30),
                (-26, 48, 20),
                (-41, 20, 6),
                (-42, -20, 0),
                (-30, -52, 0),
            )
        ]
    )
    pen.fill(shell, item.colour, "metal")
    dark = darken(item.colour, 0.65)
    with pen.on(shell):
        pen.decal(stroke([skull.at(-30, -4), skull.at(0, 0), skull.at(30, -4)], 6.5, 0.6, 0.6), (20, 18, 24))
        pen.decal(stroke([skull.at(0, -64), skull.at(0, 0, 6), skull.at(0, 56, 4)], 2.6, 1, 1), dark, alpha=0.8)
        pen.decal(
            stroke([skull.at(-40, -13), skull.at(0, -9), skull.at(40, -13)], 1.6, 1, 1), lighten(item.colour, 0.6)
        )
        for side in (-1, 1):
            for k in range(4):
                pen.decal(ellipse(*skull.at(side * (9 + k * 5), 20 + (k % 2) * 7), 1.8), (26, 24, 30))
    x, y = skull.solid(0, -62, 0)
    pen.fill(
        smooth([(x - 3, y), (x - 16, y - 18), (x - 44, y - 14), (x - 56, y + 14), (x - 34, y + 2), (x - 12, y + 2)]),
        (196, 44, 50),
        "soft",
    )


def draw_hood(pen: Pen, skull: Skull, item: Item) -> None:
    """A mask of cloth that leaves the eyes free."""
    shell = union(
        skull.outline(), smooth(crown_points(skull, -10, -58, 41, 32)), ellipse(*skull.solid(0, 24, 4), 38, 34)
    )
    window = skull.path([(-33, -9), (0, -12), (33, -9), (33, 6), (14, 9), (0, 10), (-14, 9), (-33, 6)])
    pen.fill(minus(shell, window), item.colour, "soft")
    for k in range(3):
        pen.decal(
            stroke(
                [skull.at(-26 + k * 3, 18 + k * 7), skull.at(0, 22 + k * 8, 6), skull.at(26 - k * 3, 18 + k * 7)], 1.2
            ),
            lighten(item.colour, 0.3),
            alpha=0.4,
        )


def draw_space(pen: Pen, skull: Skull, item: Item) -> None:
    """The ring and glass of a space helmet."""
    x, y = skull.solid(0, -4, 0)
    ring = minus(ellipse(x, y, 66, 67), ellipse(x + skull.yaw * 0.35, y + 1, 54, 53))
    pen.fill(ring, item.colour, "soft")
    glass = ellipse(x + skull.yaw * 0.35, y + 1, 54, 53)
    pen.decal(glass, item.second, alpha=0.13)
    with pen.on(glass):
        pen.decal(
            stroke([(x - 44, y + 8), (x - 38, y - 26), (x - 14, y - 46)], 9, 0.2, 0.2), WHITE, alpha=0.6, blur=1.2
        )
        pen.decal(stroke([(x + 40, y + 16), (x + 36, y + 32), (x + 20, y + 44)], 5), WHITE, alpha=0.35, blur=1.2)
    for side in (-1, 1):
        pen.fill(ellipse(x + side * 65, y, 7, 15), darken(item.colour, 0.16), "soft", line=0.6)
