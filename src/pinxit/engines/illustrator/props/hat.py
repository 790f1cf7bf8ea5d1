"""A brimmed hat with a band: fedora, straw, cowboy or sun hat by its name."""

import skia

from pinxit.engines.illustrator.colours import (
    Rgb,
    darken,
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import organic, stroke
from pinxit.engines.illustrator.shapes import (
    curve,
    ellipse,
    minus,
    moved,
)

USUAL: dict[str, Rgb] = {"cowboy hat": (150, 98, 58), "stetson": (150, 98, 58), "bowler hat": (40, 38, 42)}


def outlines(noun: str, straw: bool) -> tuple[skia.Path, skia.Path]:
    """Brim and crown of the kind of hat."""
    if noun in {"cowboy hat", "stetson"}:
        brim = organic("-98 -26 -70 -8 -30 6 0 10 30 6 70 -8 98 -26 86 4 44 24 0 28 -44 24 -86 4", 0.45)
        return brim, organic("-52 4 -50 -40 -42 -74 -20 -82 0 -70 20 -82 42 -74 50 -40 52 4 0 16", 0.4)
    brim = ellipse(0, 4, 104 if straw else 64 if noun == "bowler hat" else 86, 20)
    if straw or noun == "bowler hat":
        return brim, organic("-53 0 -52 -36 -36 -62 0 -70 36 -62 52 -36 53 0 0 14", 0.45)
    return brim, organic("-53 0 -52 -34 -46 -62 -26 -74 0 -68 26 -74 46 -62 52 -34 53 0 0 14", 0.4)


@thing(
    "hat",
    "fedora",
    "straw hat",
    "cowboy hat",
    "sun hat",
    "sunhat",
    "brimmed hat",
    "bowler hat",
    "panama hat",
    "wide-brimmed hat",
    "stetson",
    cm=14,
    kind="clothes",
    attach="head",
    fit=100,
)
def draw(pen: Pen, look: Look) -> None:
    cowboy = look.noun in {"cowboy hat", "stetson"}
    straw = look.noun in {"straw hat", "sun hat", "sunhat", "panama hat"} or look.has("straw")
    usual = (232, 200, 130) if straw else USUAL.get(look.noun, (112, 84, 66))
    what = finish(look, usual, "soft")
    ribbon = look.colour(darken(what.rgb, 0.45) if not straw else (176, 52, 52), 1)
    brim, crown = outlines(look.noun, straw)
    pen.fill(moved(brim, 0, 3), darken(what.rgb, 0.35), "soft")
    coat(pen, brim, what)
    with pen.on(brim):
        pen.decal(ellipse(6, 8, 62, 12), darken(what.rgb, 0.5), alpha=0.45, blur=5)
    coat(pen, crown, what.tone(0.06))
    with pen.on(crown):
        if straw:
            weave(pen, crown, what.rgb)
        elif not cowboy and look.noun != "bowler hat":
            pen.line(stroke("-26 -70 -12 -50 0 -46 12 -50 26 -70"), darken(what.rgb, 0.3), 4, alpha=0.35, blur=3)
        band = organic("-60 -20 0 -6 60 -20 60 2 0 17 -60 2", 0.5)
        pen.decal(band, ribbon)
        pen.line(stroke("-56 -18 0 -5 56 -18"), lighten(ribbon, 0.3), 1, alpha=0.6)
    if straw:
        with pen.on(minus(brim, crown)):
            weave(pen, brim, what.rgb)
    elif not cowboy:
        pen.fill(organic("34 -14 44 -20 52 -14 50 0 42 4 36 2"), ribbon, "soft", line=0.5)
    pen.anchor("top", 0, -68, 50)


def weave(pen: Pen, path: skia.Path, rgb: Rgb) -> None:
    """Plaited straw."""
    b = path.getBounds()
    for i in range(9):
        y = b.top() + b.height() * (i + 0.5) / 9
        pen.line(curve((b.left(), y - 5), (0, y + 5), (b.right(), y - 5)), darken(rgb, 0.22), 0.9, alpha=0.6)
    for x in range(int(b.left()), int(b.right()), 6):
        pen.line(curve((x, b.top()), (x + 5, b.bottom())), darken(rgb, 0.2), 0.6, alpha=0.45)
