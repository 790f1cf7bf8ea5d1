"""What is worn on the eyes, in head units."""

from __future__ import annotations

from pinxit.engines.illustrator.colours import WHITE
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.face import Skull, stroke
from pinxit.engines.illustrator.rigs.outfit import Item
from pinxit.engines.illustrator.shapes import ellipse, minus, smooth


def draw_eyewear(pen: Pen, skull: Skull, item: Item) -> None:  # limit: one drawing, told from back to front
    """Glasses, goggles, a patch, a mask or a monocle."""
    b = skull.build
    if item.kind == "patch":
        pen.decal(stroke([skull.solid(-38, -8, 0), skull.at(0, -20), skull.solid(38, -34, 0)], 2, 1, 1), item.colour)
        pen.decal(
            skull.path([(7, b.eye - 8), (26, b.eye - 9), (26, b.eye + 5), (16, b.eye + 10), (8, b.eye + 5)]),
            item.colour,
        )
        return
    if item.kind == "mask":
        holes = [ellipse(*skull.at(s * b.eye_x, b.eye), b.eye_w * 0.58, b.eye_h * 0.85) for s in (-1, 1)]
        shape = skull.path(
            [
                (-35, -9),
                (-18, -14),
                (0, -8),
                (18, -14),
                (35, -9),
                (34, 4),
                (20, 11),
                (6, 6),
                (0, 8),
                (-6, 6),
                (-20, 11),
                (-34, 4),
            ]
        )
        pen.decal(minus(minus(shape, holes[0]), holes[1]), item.colour)
        return
    r = max(11.5, b.eye_w * 0.7)
    for side in (-1, 1):
        if item.kind == "monocle" and side == -1:
            continue
        x, y = skull.at(side * b.eye_x, b.eye + 1, 3)
        lens = ellipse(x, y, r, r * 0.9)
        tint, alpha = {"sunglasses": ((26, 24, 34), 0.93), "goggles": (item.second, 0.55)}.get(item.kind, (WHITE, 0.14))
        pen.decal(lens, tint, alpha=alpha)
        with pen.on(lens):
            pen.decal(
                stroke([(x - r * 0.7, y + 2), (x - r * 0.3, y - r * 0.5), (x + r * 0.2, y - r * 0.8)], 2.4),
                WHITE,
                alpha=0.55,
            )
        pen.line(lens, item.colour, 1.9 if item.kind != "goggles" else 4)
        hinge, ear = (x + side * r, y - 2), skull.solid(side * (b.cheek + 2), 1, -2)
        pen.line(smooth([hinge, ((hinge[0] + ear[0]) / 2, hinge[1] - 0.5), ear], closed=False), item.colour, 1.7)
    if item.kind != "monocle":
        x, y = skull.at(0, b.eye - 1, 6)
        inner = [skull.at(-b.eye_x + r * 0.98, b.eye - 1, 3), (x, y - 2.2), skull.at(b.eye_x - r * 0.98, b.eye - 1, 3)]
        pen.line(smooth(inner, closed=False), item.colour, 1.8)
