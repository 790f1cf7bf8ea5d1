"""Carnation, peony, iris, hibiscus, cattail: flowers with a build of their own."""

from __future__ import annotations

import math

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.cuts import disc, mould, rod, score, tint
from pinxit.engines.illustrator.rigs.food import leaf
from pinxit.engines.illustrator.rigs.wire import wires
from pinxit.engines.illustrator.shapes import Point, polygon, smooth

GREEN: Rgb = (96, 146, 84)


def _frill(pen: Pen, size: Point, tone: Rgb, teeth: int) -> None:
    """One petal that grows up from (0, 0): a fan with a frayed edge."""
    long, half = size
    edge: list[Point] = [(-half * 0.25, 0), (-half, -long * 0.7)]
    for i in range(teeth * 2 + 1):
        t = i / (teeth * 2)
        x = -half + 2 * half * t
        edge.append((x, -long * (0.86 + 0.12 * math.sin(math.pi * t)) + (0 if i % 2 else long * 0.09)))
    edge += [(half, -long * 0.7), (half * 0.25, 0)]
    path = pen.fill(polygon(edge), tone, "soft", line=0.7)
    with pen.on(path):
        for t in (-0.5, 0.0, 0.5):
            score(pen, f"0,0 {half * t},{-long * 0.8}", darken(tone, 0.22), 1.2, 0.6)


def _stalk(pen: Pen, text: str, look: Look, wide: float = 6) -> None:
    rod(pen, text, wide, look.part("stem", GREEN), "soft", 0.8)


@thing("carnation", "carnations", "dianthus", cm=45, kind="plant", attach="hand", fit=30)
def draw_carnation(pen: Pen, look: Look) -> None:
    """A head of frayed petals in a green cup, with thin leaves in pairs."""
    tone = look.colour((232, 88, 120))
    _stalk(pen, "0,30 3,-40 0,-104", look)
    for y, side in ((-20, 1), (-20, -1), (-62, 1), (-62, -1)):
        mould(
            pen,
            f"1,{y} {side * 18},{y - 20} {side * 40},{y - 22} {side * 52},{y - 10} {side * 36},{y - 14} {side * 18},{y - 11}",
            GREEN,
            "soft",
            0.7,
        )
    for turn in (-72, 72, -52, 52, -30, 30, -10, 12):
        with pen.at(0, -116, turn=turn):
            _frill(pen, (62, 26), darken(tone, 0.14), 4)
    for turn in (-56, 56, -34, 34, -12, 10):
        with pen.at(0, -118, turn=turn):
            _frill(pen, (50, 22), tone, 4)
    for turn in (-34, 34, 0):
        with pen.at(0, -122, turn=turn):
            _frill(pen, (36, 18), lighten(tone, 0.2), 3)
    mould(pen, "-9,-100 -13,-122 -7,-128 0,-122 7,-128 13,-122 9,-100 0,-94", GREEN, "soft")


@thing("peony", "peonies", "ranunculus", "camellia", cm=45, kind="plant", attach="hand", fit=30)
def draw_peony(pen: Pen, look: Look) -> None:
    """A full globe of cupped petals on a leafy stalk."""
    tone = look.colour((246, 150, 178))
    _stalk(pen, "2,30 -3,-40 0,-90", look, 7)
    for y, turn in ((-10, -24), (-24, 206), (-50, -34), (-56, 214)):
        leaf(pen, 0, y, 62, turn, GREEN)
    for ring, (count, far, size) in enumerate(((9, 40.0, 30.0), (8, 27.0, 26.0), (6, 14.0, 22.0))):
        for i in range(count):
            a = i * 2 * math.pi / count + ring * 0.4
            with pen.at(far * math.cos(a), -128 + far * 0.92 * math.sin(a), turn=math.degrees(a) + 90):
                shade = mix(darken(tone, 0.16), lighten(tone, 0.25), ring / 2)
                petal = smooth(
                    [
                        (-size * 0.5, size * 0.6), (-size, -size * 0.1), (-size * 0.6, -size * 0.75),
                        (-size * 0.12, -size * 0.6), (size * 0.2, -size * 0.8), (size * 0.9, -size * 0.5),
                        (size * 0.9, size * 0.1), (size * 0.4, size * 0.6),
                    ]
                )  # fmt: skip
                pen.fill(petal, shade, "soft", line=0.7)
                with pen.on(petal):
                    score(
                        pen,
                        f"0,{size * 0.5} {-size * 0.4},{-size * 0.5}|0,{size * 0.5} {size * 0.4},{-size * 0.5}",
                        darken(shade, 0.16),
                        1.2,
                        0.5,
                    )
    for text in (
        "-16,-126 -18,-142 -4,-150 8,-142 4,-126",
        "16,-124 20,-140 6,-148 -4,-138 0,-124",
        "-12,-116 -14,-130 0,-136 14,-130 12,-116 0,-112",
    ):
        mould(pen, text, lighten(tone, 0.34), "soft", 0.7)


@thing("iris", "irises", "blue iris", "flag iris", cm=60, kind="plant", attach="hand", fit=30)
def draw_iris(pen: Pen, look: Look) -> None:
    """Three petals up, three hanging with a yellow beard, sword-shaped leaves."""
    tone = look.colour((108, 88, 190))
    for text in (
        "-6,30 -30,-30 -44,-92 -34,-98 -18,-40 4,30",
        "-2,30 22,-30 38,-80 46,-74 34,-20 10,30",
        "-10,30 -20,-20 -22,-60 -14,-62 -6,-20 2,30",
    ):
        blade = mould(pen, text, GREEN, "soft", 0.8)
        with pen.on(blade):
            score(pen, " ".join(text.split()[:3]), lighten(GREEN, 0.4), 1.4, 0.6)
    _stalk(pen, "0,30 2,-50 0,-104", look)
    mould(pen, "-7,-92 -10,-112 0,-124 10,-112 7,-92", (140, 160, 96), "soft", 0.8)
    for turn in (-32, 32, 0):
        with pen.at(0, -124, turn=turn):
            up = mould(pen, "-4,0 -24,-30 -26,-56 -12,-76 0,-70 12,-76 26,-56 24,-30 4,0", lighten(tone, 0.16), "soft")
            with pen.on(up):
                score(pen, "0,0 -10,-60|0,0 0,-64|0,0 10,-60", darken(tone, 0.3), 1.3, 0.6)
    for turn in (-112, 112, 180):
        with pen.at(0, -122, turn=turn):
            fall = mould(
                pen, "-5,0 -12,-22 -28,-46 -26,-68 -10,-80 0,-76 10,-80 26,-68 28,-46 12,-22 5,0", tone, "soft"
            )
            with pen.on(fall):
                score(pen, "0,-10 -18,-62|0,-10 -8,-70|0,-10 8,-70|0,-10 18,-62", darken(tone, 0.4), 1.3, 0.7)
            tint(pen, fall, "-5,-6 -7,-34 0,-46 7,-34 5,-6", (255, 246, 226), 0.9, 1)
            mould(pen, "-3,-4 -4,-28 0,-36 4,-28 3,-4", (250, 196, 50), "soft", 0.4)


@thing("hibiscus", "hibiscus flower", "mallow", "tropical flower", cm=30, kind="plant", attach="hand", fit=40)
def draw_hibiscus(pen: Pen, look: Look) -> None:
    """Five broad crinkled petals around a dark eye, a long column of stamens."""
    tone = look.colour((232, 52, 84))
    for turn, long in ((24, 66), (156, 66), (84, 56)):
        leaf(pen, 0, -70, long + 30, turn, GREEN)
    for i in range(5):
        with pen.at(0, -84, turn=i * 72 + 8):
            petal = mould(
                pen,
                "0,4 -16,-22 -38,-46 -40,-66 -24,-76 -12,-72 0,-80 14,-73 28,-76 40,-60 34,-40 14,-20",
                tone,
                "soft",
            )
            tint(pen, petal, "0,10 -16,-18 0,-34 16,-18", darken(tone, 0.5), 0.85, 4)
            with pen.on(petal):
                score(pen, "0,0 -26,-60|0,0 -12,-66|0,0 4,-70|0,0 20,-64|0,0 30,-52", darken(tone, 0.25), 1.4, 0.6)
    rod(pen, "0,-84 16,-104 40,-124", 6, (255, 226, 150), "soft", 0.7, 4)
    for i in range(14):
        t = 0.45 + i * 0.04
        x, y = 40 * t, -84 - 40 * t
        disc(pen, f"{x + (6 if i % 2 else -5)} {y + (4 if i % 2 else -5)} 2.8", (255, 206, 60), "soft", 0.4)
    for dx, dy in ((3, -9), (9, -4), (-3, -6), (8, 3)):
        disc(pen, f"{41 + dx} {-125 + dy} 3", (214, 40, 50), "soft", 0.4)


@thing("cattail", "cattails", "bulrush", "bulrushes", "reed mace", "reed", "reeds", cm=160, kind="plant")
def draw_cattail(pen: Pen, look: Look) -> None:
    """Brown velvet spikes on tall stalks among long blades."""
    brown = look.colour((124, 78, 48))
    blades = (
        "-20,0 -44,-80 -70,-130 -40,-84 -10,0", "16,0 40,-90 74,-140 48,-84 28,0", "-6,0 -20,-100 -34,-168 -8,-100 6,0",
        "6,0 18,-110 50,-176 30,-104 18,0", "-30,0 -60,-40 -92,-60 -60,-50 -20,0", "30,0 62,-46 96,-62 66,-56 40,0",
    )  # fmt: skip
    for i, text in enumerate(blades):
        tone = GREEN if i % 2 else darken(GREEN, 0.16)
        blade = mould(pen, text, tone, "soft", 0.7)
        with pen.on(blade):
            score(pen, " ".join(text.split()[:3]), lighten(tone, 0.4), 1.3, 0.5)
    for x, top, lean in ((-24.0, -170.0, -10), (4.0, -206.0, 4), (32.0, -156.0, 16)):
        wires(pen, f"{x * 0.3},0 {x * 0.7},{top * 0.5} {x + lean},{top - 22}", (140, 158, 90), 4)
        spike = rod(pen, f"{x + lean * 0.66},{top + 46} {x + lean},{top}", 17, brown, "soft")
        tint(
            pen,
            spike,
            f"{x + lean - 6},{top - 4} {x + lean - 2},{top - 4} {x + lean - 6},{top + 44}",
            lighten(brown, 0.5),
            0.5,
            2,
        )
