"""A lime with its half, and plums."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.food import gloss, leaf, scatter
from pinxit.engines.illustrator.rigs.trace import organic
from pinxit.engines.illustrator.rigs.wire import wires
from pinxit.engines.illustrator.shapes import ellipse, smooth, turned


def _half(pen: Pen, x: float, y: float, rgb: Rgb) -> None:
    """The cut face of a citrus: rind, pith, segments with their beads."""
    flesh = mix(rgb, (230, 246, 150), 0.55)
    pen.fill(ellipse(x, y, 40), rgb, "glossy")
    pen.fill(ellipse(x, y, 36), mix(rgb, (250, 252, 230), 0.88), "flat", line=0.4)
    for i in range(9):
        wedge = smooth(
            [(x, y - 5), (x + 8.6, y - 22), (x + 9.4, y - 31), (x, y - 33), (x - 9.4, y - 31), (x - 8.6, y - 22)]
        )
        path = turned(wedge, i * 40 + 8, x, y)
        pen.fill(path, flesh, "flat", line=0.5)
        bead = smooth([(x, y - 12), (x + 2.6, y - 22), (x, y - 28), (x - 2.6, y - 22)])
        pen.decal(turned(bead, i * 40 + 8, x, y), lighten(flesh, 0.5), alpha=0.8)
    pen.decal(ellipse(x, y, 3.4), (250, 252, 236))


@thing("lime", "limes", "key lime", cm=6, kind="food", attach="hand", fit=60)
def draw_lime(pen: Pen, look: Look) -> None:
    """A whole one with its nipple and pores, a half before it."""
    rgb: Rgb = look.colour((112, 178, 50))
    with pen.at(-24, -44, turn=-14):
        body = organic(
            "-60,2 -52,-6 -40,-30 -10,-44 24,-40 48,-20 56,-6 64,0 56,8 46,24 20,42 -12,44 -40,32 -52,10", 0.45
        )
        pen.fill(body, rgb, "glossy")
        with pen.on(body):
            for x, y in scatter(body, 60, look.random("pores")):
                pen.decal(ellipse(x, y, 1.1), darken(rgb, 0.4), alpha=0.66)
            pen.decal(ellipse(58, 0, 8, 8), darken(rgb, 0.3), alpha=0.6, blur=2)
    _half(pen, 46, -40, rgb)
    leaf(pen, -74, -30, 44, -150, (74, 140, 56))


@thing("plum", "plums", "damson", "prune", cm=6, kind="food", attach="hand", fit=60)
def draw_plum(pen: Pen, look: Look) -> None:
    """Two with their seam and bloom, one stalk and a leaf; a pale bloom dulls the skin."""
    skin: Rgb = look.colour((104, 42, 110))
    for x, y, size, tone in ((-30, -46, 0.86, darken(skin, 0.1)), (22, -44, 1.0, skin)):
        with pen.at(x, y, size):
            body = organic("2,-46 20,-48 38,-34 44,-6 36,24 16,42 0,45 -20,40 -38,22 -44,-6 -36,-34 -16,-48")
            pen.fill(body, tone, "glossy")
            with pen.on(body):
                pen.decal(ellipse(-16, -12, 20, 28, 20), mix(tone, (176, 176, 224), 0.6), alpha=0.5, blur=9)
                wires(pen, "2,-46 14,-24 17,2 12,26 2,44", darken(tone, 0.45), 2, "flat", 0.2)
                pen.decal(ellipse(2, -46, 13, 6), darken(tone, 0.6), alpha=0.8, blur=2)
            gloss(pen, -20, -24, 5, 9, 24)
    wires(pen, "24,-88 28,-104 38,-114", (110, 84, 50), 4.4)
    leaf(pen, 30, -102, 62, -8)
    leaf(pen, 26, -100, 44, -166, (78, 138, 58))
