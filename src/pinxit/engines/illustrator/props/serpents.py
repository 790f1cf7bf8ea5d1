"""The long dragon of the east, and the hydra with its many heads."""

from __future__ import annotations

import math
from dataclasses import replace

from pinxit.engines.illustrator.colours import Rgb, darken, mix
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.props.dragon import draw as draw_dragon
from pinxit.engines.illustrator.rigs.creature import anchors
from pinxit.engines.illustrator.rigs.dragon import HORN, draw_head
from pinxit.engines.illustrator.rigs.trace import organic, stroke
from pinxit.engines.illustrator.shapes import Point, tube

_SPINE: tuple[Point, ...] = (
    (-190, -96), (-176, -58), (-138, -40), (-100, -64), (-74, -104), (-38, -112), (-14, -76), (0, -40), (30, -34),
    (46, -66), (36, -112), (24, -150),
)  # fmt: skip


def _along(share: float) -> tuple[float, float, float]:
    """Place and direction (radians) at a share of the spine."""
    step = min(share, 0.9999) * (len(_SPINE) - 1)
    i = int(step)
    (ax, ay), (bx, by) = _SPINE[i], _SPINE[i + 1]
    return (ax + (bx - ax) * (step - i), ay + (by - ay) * (step - i), math.atan2(by - ay, bx - ax))


@thing("chinese dragon", "eastern dragon", "asian dragon", "japanese dragon", "lung dragon", "quetzalcoatl", cm=400,
       kind="animal", faces=1)  # fmt: skip
def draw_long(pen: Pen, look: Look) -> None:
    coat = look.colour((204, 52, 46))
    gold = look.colour((250, 200, 84), 1)
    flame = mix(gold, (250, 140, 40), 0.4)
    _crest(pen, flame)
    tuft = "-186 -92 -200 -112 -226 -120 -214 -132 -196 -128 -190 -148 -180 -126 -172 -104"
    pen.fill(organic(tuft, 0.3), flame, "soft", line=0.8)
    widths = [8, 18, 26, 32, 36, 40, 42, 43, 43, 42, 42, 42]
    for share, dx in ((0.3, -6), (0.66, 8)):
        x, y, _ = _along(share)
        _claw(pen, darken(coat, 0.22), x + dx + 12, y)
    pen.anchor("back", -40, -124, 60)
    body = pen.fill(tube(list(_SPINE), widths), coat, "soft")
    with pen.on(body):
        for k in range(60):
            x, y, a = _along(k / 60)
            nx, ny = -math.sin(a), math.cos(a)
            pen.line(stroke(f"{x + nx * 6} {y + ny * 6} {x + nx * 15} {y + ny * 15}"), gold, 7)
            for off in (-9, -1):
                px, py = x + nx * off, y + ny * off
                pen.line(
                    stroke(f"{px - 3} {py - 2} {px} {py + 3} {px + 3} {py - 2}"), darken(coat, 0.3), 1.6, alpha=0.6
                )
    for share, dx in ((0.3, -6), (0.66, 8)):
        x, y, _ = _along(share)
        _claw(pen, coat, x + dx, y + 8)
    mane = "30 -196 4 -200 -18 -188 -6 -182 -26 -168 -8 -164 -22 -146 0 -148 -6 -128 18 -138 24 -120 44 -140"
    pen.fill(organic(mane, 0.3), flame, "soft")
    draw_head(pen, look, coat, gold)
    for text in ("98 -152 124 -166 138 -148 158 -158", "92 -146 116 -134 126 -112 146 -112"):
        pen.line(stroke(text), flame, 3.4)
    pen.fill(organic("66 -136 76 -136 80 -116 72 -104 66 -118", 0.3), flame, "soft", line=0.6)
    anchors(
        pen, body=(-40, -96, 70), neck=(32, -128, 44), seat=(-50, -122, 44), hand=(36, -8, 24), hand2=(-92, -30, 24)
    )


def _crest(pen: Pen, flame: Rgb) -> None:
    """The fins along the back."""
    for k in range(34):
        x, y, a = _along(0.03 + k / 36)
        nx, ny = math.sin(a) * 1.0, -math.cos(a) * 1.0
        reach = 20 + 10 * math.sin(math.pi * k / 34)
        tip = (x + nx * (reach + 8) - math.cos(a) * 9, y + ny * (reach + 8) - math.sin(a) * 9)
        text = (
            f"{x + math.cos(a) * 9} {y + math.sin(a) * 9} {tip[0]} {tip[1]} {x - math.cos(a) * 8} {y - math.sin(a) * 8}"
        )
        pen.fill(organic(text, 0.2), flame, "soft", line=0.5)


def _claw(pen: Pen, coat: Rgb, x: float, y: float) -> None:
    pen.fill(tube([(x, y), (x - 10, y + 22), (x + 8, y + 34)], [22, 16, 11]), coat, "soft", line=0.9)
    for dx, dy in ((16, 30), (18, 38), (12, 44)):
        pen.fill(tube([(x + 7, y + 34), (x + dx, y + dy)], [7, 2]), HORN, "soft", line=0.6)


@thing("hydra", "many-headed dragon", "three-headed dragon", cm=400, kind="animal", faces=1)
def draw_hydra(pen: Pen, look: Look) -> None:
    coat = look.colour((74, 140, 132))
    light = look.part("belly", mix((250, 222, 140), coat, 0.3))
    for x, y, size, tone in ((48, -58, 0.82, 0.26), (44, 26, 0.8, 0.14)):
        dark = darken(coat, tone)
        end = (x + 24 * size, y - 146 * size)
        neck = [(6, -96), ((6 + end[0]) / 2 - 16, (end[1] - 96) / 2 - 10), (end[0] + 4, end[1] + 10)]
        pen.fill(tube(neck, [46, 36, 34]), dark, "soft")
        with pen.at(x, y, size):
            draw_head(pen, look, dark, darken(light, tone * 0.6))
    draw_dragon(pen, look if look.colours else replace(look, colours=(coat,)))
