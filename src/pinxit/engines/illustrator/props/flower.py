"""Single flowers on their stems: rose, tulip, sunflower, daisy, lily, lavender, poppy, orchid, "
"cherry blossom branch."""

from __future__ import annotations

import math

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.trace import organic, points, stroke
from pinxit.engines.illustrator.rigs.tree import trunk
from pinxit.engines.illustrator.shapes import Point, curve, ellipse, smooth, tube

GREEN: Rgb = (88, 144, 70)


def stem(pen: Pen, text: str, wide: float, look: Look) -> None:
    """A stalk from its foot to the flower."""
    green = look.part("stem", GREEN)
    pen.fill(tube(points(text), wide), green, "round", line=0.8)


def blade(pen: Pen, start: Point, tip: Point, wide: float, look: Look) -> None:
    """A leaf from the stalk to its tip, with a midrib."""
    green = look.part("leaf", lighten(GREEN, 0.04))
    dx, dy = tip[0] - start[0], tip[1] - start[1]
    length = math.hypot(dx, dy)
    nx, ny = -dy / length * wide, dx / length * wide
    mid = (start[0] + dx * 0.45, start[1] + dy * 0.45)
    leaf = smooth([start, (mid[0] + nx, mid[1] + ny), tip, (mid[0] - nx, mid[1] - ny)])
    pen.fill(leaf, green, "soft", line=0.8)
    bend = (mid[0] + nx * 0.15, mid[1] + ny * 0.15)
    pen.line(curve(start, bend, (start[0] + dx * 0.92, start[1] + dy * 0.92)), lighten(green, 0.35), 1.2, alpha=0.9)
    for t in (0.3, 0.5, 0.68):
        x, y = start[0] + dx * t, start[1] + dy * t
        for side in (-0.55, 0.55):
            pen.line(
                curve((x, y), (x + dx * 0.12 + nx * side, y + dy * 0.12 + ny * side)),
                lighten(green, 0.3),
                0.8,
                alpha=0.6,
            )


def ring(pen: Pen, centre: Point, size: tuple[float, float], count: int, tone: Rgb, turn: float = 0) -> None:
    """A ring of petals, `size` (length, half width), each with a crease and a darker foot."""
    for i in range(count):
        with pen.at(*centre, turn=turn + 360 * i / count):
            long, half = size
            petal = smooth(
                [
                    (0, 0),
                    (half * 0.8, -long * 0.4),
                    (half, -long * 0.72),
                    (half * 0.4, -long * 0.98),
                    (0, -long),
                    (-half * 0.4, -long * 0.98),
                    (-half, -long * 0.72),
                    (-half * 0.8, -long * 0.4),
                ]
            )
            shade = Gradient((0, -long), (0, 0), ((0, lighten(tone, 0.2)), (0.6, tone), (1, darken(tone, 0.3))))
            pen.fill(petal, shade, "soft", line=0.7)
            pen.line(curve((0, -long * 0.25), (0.4, -long * 0.82)), darken(tone, 0.28), 0.9, alpha=0.6)


@thing("rose", "red rose", "single rose", cm=45, kind="plant", attach="hand", fit=26)
def draw_rose(pen: Pen, look: Look) -> None:
    """Petals wrapped around a spiral heart, sepals, thorns, two leaves."""
    red = look.colour((200, 28, 48))
    stem(pen, "0,40 -3,0 4,-60 0,-118", 5, look)
    for x, y, side in ((0, -84, 1), (2, -40, -1), (1, -64, -1)):
        pen.fill(
            organic(f"{x},{y} {x + side * 4},{y - 1} {x + side * 9},{y - 6} {x + side * 4},{y + 4} {x},{y + 5}"),
            GREEN,
            "round",
            line=0.5,
        )
    blade(pen, (2, -52), (44, -78), 12, look)
    blade(pen, (1, -36), (-40, -64), 12, look)
    for tip in ((-26, -108), (26, -108), (-12, -104), (13, -104)):
        blade(pen, (0, -120), tip, 4, look)
    pen.fill(
        organic("-40,-150 -36,-172 -12,-182 12,-182 36,-172 40,-150 30,-126 0,-114 -30,-126"), darken(red, 0.25), "soft"
    )
    outer = (
        "-42,-152 -40,-166 -24,-160 -4,-142 4,-116 -20,-118 -36,-130",
        "42,-152 40,-166 24,-160 4,-142 -4,-116 20,-118 36,-130",
        "-30,-168 -18,-186 4,-188 22,-182 30,-168 16,-150 0,-146 -18,-150",
        "-28,-156 -12,-146 10,-144 28,-158 30,-138 16,-122 0,-116 -18,-122 -30,-138",
    )
    for i in (2, 0, 1, 3):
        petal = organic(outer[i])
        pen.fill(petal, mix(red, lighten(red, 0.25), i / 5), "soft")
    pen.fill(organic("-20,-166 -10,-178 8,-180 20,-168 18,-152 0,-144 -18,-152"), red, "soft", line=0.8)
    for text in (
        "-14,-162 -4,-152 12,-156 16,-168 6,-176 -6,-172 -8,-162 2,-158 8,-164",
        "-20,-160 -12,-148 6,-146 18,-154",
    ):
        pen.line(stroke(text), darken(red, 0.45), 2.2, alpha=0.85)
    pen.line(stroke("-26,-152 -10,-142 10,-141 26,-153"), lighten(red, 0.4), 2, alpha=0.75)


@thing("tulip", "tulips", cm=45, kind="plant", attach="hand", fit=26)
def draw_tulip(pen: Pen, look: Look) -> None:
    """A cup of six petals between long leaves."""
    tone = look.colour((226, 62, 84))
    stem(pen, "0,30 2,-30 -2,-80 0,-116", 5.4, look)
    blade(pen, (0, 10), (-34, -98), 10, look)
    blade(pen, (0, 14), (38, -84), 10, look)
    for text in ("-30,-170 -16,-186 0,-160 0,-120 -20,-120", "30,-170 16,-186 0,-160 0,-120 20,-120"):
        pen.fill(organic(text), darken(tone, 0.22), "soft")
    for side in (-1, 1):
        pen.fill(
            organic(
                " ".join(f"{side * x},{y}" for x, y in points("36,-178 38,-150 28,-122 8,-112 -2,-118 8,-150 22,-168"))
            ),
            tone,
            "soft",
        )
    middle = organic("0,-184 14,-164 20,-140 14,-120 0,-112 -14,-120 -20,-140 -14,-164")
    pen.fill(middle, lighten(tone, 0.12), "soft")
    for x in (-7, 0, 7):
        pen.line(stroke(f"{x * 0.5},-120 {x * 1.4},-142 {x * 0.8},-164"), lighten(tone, 0.45), 1.3, alpha=0.6)


@thing("sunflower", "sunflowers", cm=160, kind="plant", attach="hand", fit=26)
def draw_sunflower(pen: Pen, look: Look) -> None:
    """Two rings of petals around a disc of seeds set in spirals."""
    gold = look.colour((250, 192, 40))
    stem(pen, "0,30 -4,-30 3,-80 0,-120", 6.4, look)
    blade(pen, (-2, -30), (-56, -58), 19, look)
    blade(pen, (0, -54), (52, -84), 18, look)
    ring(pen, (0, -146), (60, 9), 18, darken(gold, 0.16), 10)
    ring(pen, (0, -146), (57, 9), 18, gold)
    brown: Rgb = look.part("centre", (98, 60, 34))
    pen.fill(ellipse(0, -146, 30), brown, "round")
    for i in range(150):
        radius, angle = 28.5 * math.sqrt(i / 150), i * 2.39996
        spot = (radius * math.cos(angle), -146 + radius * math.sin(angle))
        pen.decal(ellipse(*spot, 1.5), mix((62, 36, 26), (226, 160, 70), radius / 32), alpha=0.9)


@thing(
    "daisy",
    "daisies",
    "flower",
    "wildflower",
    "chamomile",
    "blossom",
    "gerbera",
    cm=40,
    kind="plant",
    attach="hand",
    fit=26,
)
def draw_daisy(pen: Pen, look: Look) -> None:
    """White petals around a yellow button; coloured when asked."""
    tone = look.colour((244, 130, 160) if look.noun in {"flower", "blossom", "gerbera"} else (252, 252, 250))
    stem(pen, "0,30 4,-30 -2,-80 0,-130", 5, look)
    blade(pen, (2, -28), (44, -64), 11, look)
    blade(pen, (1, -10), (-40, -48), 11, look)
    ring(pen, (0, -142), (46, 9.5), 12, darken(tone, 0.1), 15)
    ring(pen, (0, -142), (46, 10), 12, tone)
    pen.fill(ellipse(0, -142, 15), look.part("centre", (246, 190, 52)), "round")
    for i in range(46):
        radius, angle = 13 * math.sqrt(i / 46), i * 2.39996
        pen.decal(ellipse(radius * math.cos(angle), -142 + radius * math.sin(angle), 1.1), (196, 120, 30), alpha=0.75)


@thing("lily", "lilies", "lotus", "water lily", "magnolia", cm=60, kind="plant", attach="hand", fit=26)
def draw_lily(pen: Pen, look: Look) -> None:
    """Six pointed petals, freckled, with long stamens; a lotus floats on its pad."""
    lotus = look.noun in {"lotus", "water lily"}
    tone = look.colour((246, 176, 204) if lotus else (250, 198, 206))
    y = -46.0 if lotus else -136.0
    if lotus:
        pen.fill(ellipse(0, 0, 84, 18), (80, 148, 92), "soft")
        pen.line(stroke("-80,0 0,2 80,0"), (120, 180, 120), 1.6)
        spread, tall = (-78, -50, -26, 26, 50, 78), 56
    else:
        stem(pen, "0,30 3,-40 -2,-90 0,-130", 5, look)
        for start, tip in (((1, -20), (40, -70)), ((1, -44), (-40, -88)), ((1, 6), (-34, -34))):
            blade(pen, start, tip, 7, look)
        spread, tall = (-95, -58, -24, 24, 58, 95), 66
    for turn in (spread[0], spread[5], 0, spread[1], spread[4], spread[2], spread[3]):
        with pen.at(0, y + (34 if lotus else 0), turn=turn):
            petal = smooth(points(f"0,0 12,-18 17,-38 9,-56 0,{-tall - 8} -9,-56 -17,-38 -12,-18"))
            pen.fill(
                petal,
                Gradient((0, -tall), (0, 0), ((0, tone), (0.7, lighten(tone, 0.5)), (1, (206, 222, 150)))),
                "soft",
                line=0.8,
            )
            with pen.on(petal):
                pen.line(stroke("0,-4 1,-30 0,-58"), mix(tone, (226, 120, 150), 0.5), 2, alpha=0.6)
                if not lotus:
                    for i in range(7):
                        pen.decal(ellipse((i * 37 % 11) - 5, -10 - i * 4, 1.1), (196, 84, 104), alpha=0.7)
    for turn in (-34, -18, 0, 18, 34):
        with pen.at(0, y + (10 if lotus else 0), turn=turn):
            pen.line(stroke("0,0 1,-18 0,-34"), (206, 214, 140), 1.6)
            pen.fill(ellipse(0, -35, 3.6, 1.8), (204, 116, 44), "round", line=0.4)


@thing("lavender", "lavender sprig", "hyacinth", "lilac", cm=50, kind="plant", attach="hand", fit=26)
def draw_lavender(pen: Pen, look: Look) -> None:
    """Five sprigs of small violet florets."""
    tone = look.colour((140, 106, 198))
    rng = look.random("lavender")
    for x, top in ((-34, -118), (34, -122), (-17, -140), (19, -146), (0, -160)):
        stem(pen, f"{x * 0.1},30 {x * 0.5},{top * 0.4} {x},{top + 50}", 2.6, look)
        if x:
            blade(pen, (x * 0.2, 0), (x * 1.3, -50), 3.4, look)
        for i in range(9):
            y = top + i * 7.4
            wide = 3 + 5.5 * math.sin(math.pi * (i + 1) / 10)
            for side in (-1, 0, 1):
                shade = mix(darken(tone, 0.2), lighten(tone, 0.3), rng.random())
                pen.fill(ellipse(x + side * wide, y + abs(side) * 2, 4.4, 5, side * 28), shade, "soft", line=0.5)


@thing("poppy", "poppies", "anemone", cm=45, kind="plant", attach="hand", fit=26)
def draw_poppy(pen: Pen, look: Look) -> None:
    """Four crumpled petals around a dark heart, a nodding bud."""
    red = look.colour((222, 50, 42))
    stem(pen, "0,30 -6,-30 4,-80 0,-128", 3.6, look)
    stem(pen, "-2,10 20,-30 36,-70 32,-92 24,-88", 2.8, look)
    pen.fill(organic("24,-92 30,-84 28,-70 22,-64 16,-72 18,-86"), GREEN, "soft", line=0.8)
    blade(pen, (-2, 0), (-40, -36), 8, look)
    for text, tone in (
        ("0,-136 -34,-150 -38,-182 -6,-194 32,-186 36,-152", darken(red, 0.12)),
        ("-4,-138 -24,-170 -54,-162 -58,-134 -38,-116 -14,-118", red),
        ("4,-138 24,-170 54,-162 58,-134 38,-116 14,-118", red),
        ("0,-146 -32,-142 -38,-120 -18,-104 14,-104 36,-118 32,-142", lighten(red, 0.12)),
    ):
        petal = organic(text)
        pen.fill(petal, tone, "soft")
        edge = petal.getBounds()
        with pen.on(petal):
            for i in range(7):
                end = (edge.left() + edge.width() * i / 6, edge.top() if edge.centerY() < -142 else edge.bottom())
                pen.line(
                    curve((0, -140), ((end[0]) * 0.6, -140 + (end[1] + 140) * 0.5), end),
                    darken(tone, 0.3),
                    1,
                    alpha=0.35,
                )
    pen.decal(ellipse(0, -142, 17, 15), (40, 22, 34), alpha=0.85, blur=2)
    pen.fill(ellipse(0, -142, 8), (120, 140, 84), "round", line=0.7)
    for i in range(16):
        angle = i * math.pi / 8
        pen.decal(ellipse(14 * math.cos(angle), -142 + 13 * math.sin(angle), 1.8), (30, 18, 30))


@thing("orchid", "orchids", "violet", "pansy", cm=50, kind="plant")
def draw_orchid(pen: Pen, look: Look) -> None:
    """An arching spray of blossoms from a pot."""
    tone = look.colour((206, 110, 190))
    for start, tip in (((0, -30), (-56, -50)), ((0, -30), (54, -40)), ((0, -30), (-30, -66))):
        blade(pen, start, tip, 11, look)
    stem(pen, "0,-30 -10,-90 0,-140 30,-172 66,-174", 3, look)
    for x, y, size in ((62, -162, 0.62), (34, -156, 0.85), (4, -136, 1), (-14, -104, 1.05)):
        with pen.at(x, y, size):
            for turn in (0, 128, 232):
                ring(pen, (0, 0), (24, 8), 1, lighten(tone, 0.2), turn)
            for turn in (74, -74):
                ring(pen, (0, 0), (26, 14), 1, tone, turn)
            pen.fill(organic("0,-4 8,2 6,12 0,16 -6,12 -8,2"), mix(tone, (160, 20, 90), 0.6), "soft", line=0.7)
            pen.fill(ellipse(0, -1, 4), (250, 214, 110), "round", line=0.4)
    pen.fill(
        organic("-30,-36 -28,-26 -22,-2 -18,2 18,2 22,-2 28,-26 30,-36 0,-33"),
        look.part("pot", (236, 232, 226)),
        "glossy",
    )


@thing(
    "cherry blossom branch",
    "blossom branch",
    "branch",
    "cherry branch",
    "twig",
    "olive branch",
    "tree branch",
    cm=50,
    kind="plant",
)
def draw_branch(pen: Pen, look: Look) -> None:
    """A knotty bough with open blossoms and buds."""
    bare = look.noun in {"branch", "twig", "olive branch", "tree branch"}
    pink = look.colour((246, 180, 204))
    rng = look.random("bough")
    bark: Rgb = (96, 68, 60)
    trunk(pen, points("20,-62 44,-92 76,-118"), [6, 4.4, 2], bark, rng)
    trunk(pen, points("-34,-36 -30,-66 -14,-96"), [5, 4, 2], bark, rng)
    trunk(pen, points("-120,-10 -70,-32 -20,-38 20,-62 70,-66 124,-88"), [11, 9, 8, 6.4, 4.4, 2], bark, rng)
    spots = points("-78,-40 -50,-24 -14,-100 -30,-66 6,-44 36,-76 76,-120 60,-104 92,-74 124,-92 52,-54 -8,-66")
    for i, (x, y) in enumerate(spots):
        if bare:
            blade(pen, (x, y), (x + rng.uniform(10, 34), y - rng.uniform(8, 26)), 7, look)
            continue
        if i % 4 == 3:
            pen.fill(ellipse(x, y - 4, 5, 6), darken(pink, 0.16), "soft", line=0.6)
            continue
        ring(pen, (x, y), (17, 9), 5, pink if i % 2 else lighten(pink, 0.35), rng.uniform(0, 72))
        pen.decal(ellipse(x, y, 4), (214, 86, 128), alpha=0.6, blur=1)
        for k in range(7):
            pen.decal(ellipse(x + 6.4 * math.cos(k * 0.9), y + 6.4 * math.sin(k * 0.9), 1.1), (250, 208, 90))
    pen.anchor("branch", 20, -66, 60)
    pen.anchor("top", 10, -62, 60)
