"""Cloth by the piece: a folded blanket or quilt, a folded towel, and a beach towel or picnic blanket on the ground."""

import random

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish, patterned
from pinxit.engines.illustrator.rigs.trace import bars, facet, organic, stroke
from pinxit.engines.illustrator.shapes import Point, ellipse, polygon


def _fold(pen: Pen, y: float, wide: float, high: float, rgb: Rgb) -> None:
    """One layer of a folded cloth seen from its rounded front edge."""
    w = wide / 2
    edge = organic(
        f"{-w},{y - high * 0.5} {-w + 5},{y - high + 1} "
        f"{-w * 0.5},{y - high} {w * 0.5},{y - high} {w - 5},{y - high + 1} "
        f"{w},{y - high * 0.5} {w - 5},{y - 1} {w * 0.5},{y} {-w * 0.5},{y} {-w + 5},{y - 1}"
    )
    pen.fill(edge, rgb, "soft")
    pen.line(
        stroke(f"{-w + 6},{y - high * 0.4} 0,{y - high * 0.34} {w - 6},{y - high * 0.42}"),
        darken(rgb, 0.3),
        1.3,
        alpha=0.4,
    )


def _cell(x: float, y: float) -> Point:
    """From the unit square to the folded cloth's top."""
    return ((x - 0.5) * (148 + 28 * y), -92 + 42 * y)


def _patches(pen: Pen, look: Look, rgb: Rgb) -> None:
    tones = (
        look.colours
        if len(look.colours) > 1
        else (rgb, lighten(rgb, 0.5), (236, 206, 150), mix(rgb, (90, 140, 150), 0.7))
    )
    rng = random.Random("patches")
    for row in range(3):
        for column in range(7):
            a, b, c, d = column / 7, (column + 1) / 7, row / 3, (row + 1) / 3
            square = polygon([_cell(a, c), _cell(b, c), _cell(b, d), _cell(a, d)])
            tone = tones[(row * 2 + column + rng.randrange(2)) % len(tones)]
            pen.decal(square, tone)
            pen.line(square, lighten(tone, 0.5), 1.0, alpha=0.7)


@thing("blanket", "throw blanket", "folded blanket", "wool blanket", "quilt", "duvet", "comforter", "bedspread", cm=30)
def draw(pen: Pen, look: Look) -> None:
    """Folded thrice; the last fold hangs over the front with its fringe."""
    what = finish(look, (186, 84, 72), "soft", "cloth")
    rgb, second = what.rgb, look.colour(lighten(what.rgb, 0.62), 1)
    quilt = look.noun == "quilt"
    for i in range(3):
        _fold(pen, -i * 18, 176 - i * 2, 20, darken(rgb, 0.1 - i * 0.04))
    top = organic("-76,-91 0,-94 76,-91 83,-70 87,-54 80,-48 0,-46 -80,-48 -87,-54 -83,-70")
    coat(pen, top, what)
    with pen.on(top):
        if quilt:
            _patches(pen, look, rgb)
        elif not look.pattern:
            pen.line(bars("-96,-86 96,-86|-96,-82 96,-82"), second, 1.8)
    patterned(pen, top, look, rgb)
    flap = organic("-40,-92 0,-93 40,-92 46,-70 50,-46 51,-24 50,-12 0,-10 -50,-12 -51,-24 -50,-46 -46,-70")
    for x in range(-46, 47, 6):
        pen.line(stroke(f"{x},-12 {x + 0.8},-6 {x - 0.6},0"), second if not quilt else rgb, 2.6)
    coat(pen, flap, what.tone(0.06))
    patterned(pen, flap, look, what.rgb)
    with pen.on(flap):
        if quilt:
            for dy in (0, 42):
                with pen.at(0, dy):
                    _patches(pen, look, what.rgb)
        elif not look.pattern:
            for y, thick in ((-40, 3.4), (-33, 8), (-26, 3.4)):
                pen.line(stroke(f"-60,{y - 1} 0,{y + 1.5} 60,{y - 1}"), second, thick)
            pen.line(stroke("-60,-33 0,-31 60,-33"), rgb, 2.2)
        pen.line(stroke("-60,-49 0,-47 60,-49"), lighten(rgb, 0.5), 5, alpha=0.35, blur=3)
        for x in (-30, 8, 34):
            pen.line(stroke(f"{x},-44 {x + 3},-30 {x + 1},-10"), darken(rgb, 0.35), 2.4, alpha=0.35, blur=1.2)
    pen.anchor("top", 0, -72, 130)


@thing("towel", "folded towel", "bath towel", "hand towel", "towels", cm=26)
def draw_towel(pen: Pen, look: Look) -> None:
    """Two thick folded towels, terry loops and a woven band."""
    what = finish(look, (112, 176, 196), "soft", "cloth")
    rng = look.random("loops")
    for i, (x, rgb) in enumerate(((0, look.colour(lighten(what.rgb, 0.55), 1)), (-2, what.rgb))):
        y = -i * 47
        with pen.at(x, y):
            back = facet("-70,-62 70,-62 80,-36 -80,-36", 9)
            pen.fill(back, lighten(rgb, 0.16), "soft")
            _fold(pen, 0, 164, 24, darken(rgb, 0.06))
            _fold(pen, -22, 166, 26, rgb)
            face = organic("-83,-34 -78,-47 0,-49 78,-47 83,-34 78,-23 0,-21 -78,-23")
            with pen.on(face):
                for cx in (-30, -22):
                    pen.line(stroke(f"{cx + 4},-64 {cx},-34 {cx},-20"), lighten(rgb, 0.6), 3.2, alpha=0.9)
                for _ in range(70):
                    spot = (rng.uniform(-78, 78), rng.uniform(-48, -22))
                    tone = lighten(rgb, 0.45) if rng.random() < 0.5 else darken(rgb, 0.2)
                    pen.decal(ellipse(*spot, 1.5, 1), tone, alpha=0.5)
    pen.anchor("top", 0, -108, 120)


@thing("picnic blanket", "picnic mat", "picnic cloth", "beach towel", "beach mat", "yoga mat", cm=52)
def draw_spread(pen: Pen, look: Look) -> None:
    """Lying on the ground: checks for a picnic, stripes for the beach, one colour for yoga."""
    plain, beach = look.noun == "yoga mat", look.noun.startswith("beach")
    rgb = look.colour((126, 104, 176) if plain else (66, 160, 190) if beach else (206, 54, 58))
    second = look.colour((252, 246, 236), 1)
    sheet = organic("-92,-70 -40,-72 0,-70 50,-72 92,-70 104,-46 116,-22 128,0 60,3 0,0 -64,3 -128,0 -116,-24 -104,-48")
    pen.fill(sheet, second if not plain else rgb, "soft")
    with pen.on(sheet):
        if beach:
            for i in range(0, 9, 2):
                a, b = (i - 4.5) / 4.5, (i - 3.5) / 4.5
                pen.decal(polygon([(a * 92, -76), (b * 92, -76), (b * 132, 6), (a * 132, 6)]), rgb)
        elif not plain:
            for i in range(0, 12, 2):
                a, b = (i - 6) / 6, (i - 5) / 6
                pen.decal(polygon([(a * 92, -76), (b * 92, -76), (b * 132, 6), (a * 132, 6)]), rgb, alpha=0.62)
            for top, low in ((-70, -62), (-53, -43), (-32, -20), (-8, 8)):
                pen.decal(facet(f"-140,{top} 140,{top} 140,{low} -140,{low}"), rgb, alpha=0.62)
        for text in ("-70,-66 -40,-50 -30,-30", "30,-10 58,-24 64,-44", "-100,-20 -74,-12 -60,0"):
            pen.line(stroke(text), darken(rgb, 0.4), 4, alpha=0.22, blur=3)
            pen.line(stroke(text), (255, 255, 255), 1.6, alpha=0.3, blur=1)
    pen.anchor("top", 0, -36, 170)
    pen.anchor("seat", 0, -34, 150)
