"""What is worn round the head: flower crown, headband, earmuffs, a jester's hat."""

import math

from pinxit.engines.illustrator.colours import darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import organic, stroke
from pinxit.engines.illustrator.shapes import Point, arc, ellipse, smooth, tube

ROWS = ((-48, 0, 13), (-26, 7, 16), (0, 10, 19), (26, 7, 16), (48, 0, 13))


@thing("flower crown", "floral crown", "flower wreath", "daisy crown", "wreath of flowers", cm=9, kind="clothes",
       attach="head", fit=100)  # fmt: skip
def draw_flowers(pen: Pen, look: Look) -> None:
    pen.line(stroke("-58 -6 -26 4 0 7 26 4 58 -6"), (74, 118, 60), 5)
    for x, y, r in ROWS:
        for turn in (-150, -40, 30, 200):
            angle = math.radians(turn)
            tip = (x + 1.5 * r * math.cos(angle), y + 1.25 * r * math.sin(angle))
            leaf = smooth(
                [
                    (x, y),
                    ((x + tip[0]) / 2 + 4, (y + tip[1]) / 2 - 3),
                    tip,
                    ((x + tip[0]) / 2 - 4, (y + tip[1]) / 2 + 4),
                ]
            )
            pen.fill(leaf, (92, 148, 74), "soft", line=0.4)
    tones = ((246, 150, 178), (250, 214, 110), (236, 92, 122), (250, 246, 238), (176, 142, 216))
    for (x, y, r), tone in zip(ROWS, tones, strict=True):
        rgb = look.colour(tone)
        for k in range(6):
            angle = math.radians(60 * k + 12)
            petal = ellipse(
                x + 0.56 * r * math.cos(angle), y + 0.56 * r * math.sin(angle), 0.52 * r, 0.4 * r, 60 * k + 12
            )
            pen.fill(petal, rgb, "soft", line=0.45)
        pen.fill(ellipse(x, y, 0.34 * r), (240, 180, 60), "soft", line=0.4)


@thing(
    "headband",
    "sweatband",
    "karate headband",
    "ninja headband",
    "bandanna headband",
    cm=8,
    kind="clothes",
    attach="head",
    fit=100,
)
def draw_band(pen: Pen, look: Look) -> None:
    what = finish(look, (204, 48, 54), "soft", "cloth")
    for path in ("54 8 82 10 100 30 92 40 74 26 52 18", "54 10 78 26 86 54 74 56 64 34 50 20"):
        coat(pen, organic(path, 0.4), what.tone(-0.1))
    band = organic("-62 -4 -30 6 0 9 30 6 62 -4 62 16 30 27 0 30 -30 27 -62 16", 0.4)
    coat(pen, band, what)
    with pen.on(band):
        pen.line(stroke("-62 12 0 25 62 12"), lighten(what.rgb, 0.35), 2, alpha=0.6)
    pen.fill(ellipse(58, 12, 9, 10), darken(what.rgb, 0.15), "soft", line=0.7)


@thing("earmuffs", "earmuff", "ear muffs", "ear warmers", cm=22, kind="clothes", attach="head", fit=104)
def draw_muffs(pen: Pen, look: Look) -> None:
    what = finish(look, (236, 120, 150), "soft", "cloth")
    pen.line(arc(0, 34, 64, 62, 180, 180), (92, 96, 108), 8)
    pen.line(arc(0, 34, 65, 63, 195, 60), (190, 196, 206), 2.4)
    for side in (1, -1):
        points = []
        for k in range(36):
            angle, reach = math.radians(10 * k), 1.0 if k % 2 else 1.14
            points.append((side * 66 + 22 * reach * math.cos(angle), 38 + 27 * reach * math.sin(angle)))
        pen.fill(smooth(points, tension=0.3), what.rgb, "soft")
        pen.decal(ellipse(side * 66 - 5, 28, 8, 9), lighten(what.rgb, 0.5), alpha=0.5, blur=3)


@thing("jester hat", "jester's hat", "fool's cap", "harlequin hat", cm=28, kind="clothes", attach="head", fit=100)
def draw_jester(pen: Pen, look: Look) -> None:
    one, two = look.colour((206, 50, 62)), look.colour((70, 84, 176), 1)
    for side, tone in ((-1, one), (1, two)):
        horn = [(side * 26, -22), (side * 54, -66), (side * 92, -62), (side * 104, -20)]
        pen.fill(tube(horn, [58, 44, 24, 6]), tone, "soft")
        pen.fill(ellipse(side * 104, -14, 10), (240, 196, 80), "metal", line=0.7)
        pen.decal(ellipse(side * 104, -9, 3, 2), (90, 60, 30))
    pen.fill(tube([(0, -14), (2, -70), (-4, -104)], [60, 34, 6]), darken(mix_of(one, two), 0.05), "soft")
    pen.fill(ellipse(-4, -108, 10), (240, 196, 80), "metal", line=0.7)
    pen.decal(ellipse(-4, -103, 3, 2), (90, 60, 30))
    points: list[Point] = [(-56, -10)]
    for k in range(8):
        points += [
            (-56 + 14 * k, -4 + 8 * math.sin(math.pi * k / 8)),
            (-49 + 14 * k, 16 + 8 * math.sin(math.pi * k / 8)),
        ]
    coat(pen, smooth([*points, (56, -10), (0, -6)], tension=0.12), finish(Look(), (244, 206, 92), "soft"))


def mix_of(one: tuple[int, int, int], two: tuple[int, int, int]) -> tuple[int, int, int]:
    """The colour of the middle horn."""
    return (232, 180, 76) if one != two else darken(two, 0.2)
