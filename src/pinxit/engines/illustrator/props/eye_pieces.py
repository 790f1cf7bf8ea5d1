"""What is worn before the eyes: eye patch, monocle, ski goggles, a hero's mask."""

from pinxit.engines.illustrator.colours import WHITE, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import organic, stroke
from pinxit.engines.illustrator.shapes import ellipse, minus, scaled, union


@thing("eye patch", "eyepatch", "pirate eye patch", "pirate patch", cm=6, kind="clothes", attach="eyes", fit=96)
def draw_patch(pen: Pen, look: Look) -> None:
    rgb = look.colour((40, 36, 42))
    pen.line(stroke("-66 -38 0 -22 44 -12 72 10"), darken(rgb, 0.1), 5)
    patch = organic("10 -18 34 -24 56 -14 58 8 44 24 26 25 12 8", 0.5)
    pen.fill(patch, rgb, "soft")
    with pen.on(patch):
        pen.line(scaled(patch, 0.84, 0.84, 34, 0), lighten(rgb, 0.35), 1.4, alpha=0.7)


@thing("monocle", "eyeglass", "single eyeglass", cm=9, kind="clothes", attach="eyes", fit=96)
def draw_monocle(pen: Pen, look: Look) -> None:
    gold = look.colour((226, 178, 74))
    ring = ellipse(33, 0, 28)
    pen.line(stroke("58 10 70 40 62 74 74 104"), gold, 2.6)
    for x, y in ((66, 28), (66, 52), (65, 78), (71, 96)):
        pen.fill(ellipse(x, y, 2.8), gold, "metal", line=0.3)
    pen.decal(ring, (214, 234, 244), alpha=0.28)
    pen.fill(minus(ring, ellipse(33, 0, 22.5)), gold, "metal", line=0.7)
    pen.decal(organic("20 -12 30 -19 36 -18 22 2 17 0", 0.4), WHITE, alpha=0.7, blur=0.6)


@thing("ski goggles", "ski goggle", "snow goggles", "snowboard goggles", cm=12, kind="clothes", attach="eyes", fit=96)
def draw_goggles(pen: Pen, look: Look) -> None:
    what = finish(look, (240, 242, 246), "soft")
    pen.fill(
        organic("-92 -16 -60 -20 60 -20 92 -16 92 12 60 16 -60 16 -92 12", 0.3), look.colour((46, 62, 104), 1), "soft"
    )
    frame = organic("-66 -18 -44 -32 0 -34 44 -32 66 -18 66 12 50 30 20 30 0 20 -20 30 -50 30 -66 12", 0.5)
    coat(pen, frame, what)
    lens = pen.fill(scaled(frame, 0.86, 0.8, 0, -1), (232, 124, 60), "glossy", line=0.6)
    with pen.on(lens):
        pen.decal(organic("-60 -30 60 -30 60 -10 0 -4 -60 -12", 0.4), (110, 84, 176), alpha=0.55, blur=5)
        pen.decal(organic("-44 -24 -22 -26 -36 14 -52 8", 0.2), WHITE, alpha=0.5, blur=1)
        pen.decal(organic("-14 -27 -6 -27 -20 14 -26 14", 0.2), WHITE, alpha=0.35, blur=1)


@thing("hero mask", "superhero mask", "domino mask", "eye mask", "bandit mask", "ninja mask", "zorro mask", cm=9,
       kind="clothes", attach="eyes", fit=92)  # fmt: skip
def draw_mask(pen: Pen, look: Look) -> None:
    rgb = look.colour((204, 42, 52))
    outline = organic(
        "0 -13 28 -26 62 -25 78 -12 66 12 46 25 22 22 7 8 0 5 -7 8 -22 22 -46 25 -66 12 -78 -12 -62 -25 -28 -26", 0.5
    )
    holes = union(*(ellipse(side * 36, -1, 21, 17) for side in (1, -1)))
    pen.fill(minus(outline, holes), rgb, "soft")
    pen.line(holes, darken(rgb, 0.4), 2, alpha=0.8)
