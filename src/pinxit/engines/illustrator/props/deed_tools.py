"""Tools that deeds call for: a fishing rod, a comb, a spyglass, a small table, a mixing desk, skis under feet, ripples."""

from __future__ import annotations

from pinxit.engines.illustrator.colours import darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.props.deed_waters import FOAM, WATER
from pinxit.engines.illustrator.shapes import box, capsule, curve, ellipse, polygon, smooth, tube


@thing("fishing rod", "fishing pole", "angling rod", cm=190, attach="hand", fit=16)
def draw_rod(pen: Pen, look: Look) -> None:
    """Held low, its tip up to the right, the line down to a float."""
    wood = look.colour((150, 98, 54))
    pen.line(curve((118, -126), (122, -60), (120, 10), (121, 40)), (236, 240, 244), 1.1, alpha=0.95)
    pen.fill(ellipse(121, 44, 5, 6.5), (224, 58, 48), "glossy", line=0.5)
    pen.fill(ellipse(121, 47, 4.4, 3.6), (250, 250, 246), "flat", line=0)
    pen.fill(tube([(-14, 22), (0, 0), (62, -82), (118, -126)], [6, 5.4, 3, 1.3]), wood, "glossy", line=0.6)
    pen.fill(capsule(-15, 24, 5, -6, 8), (216, 176, 120), "soft", line=0.6)
    pen.fill(ellipse(12, -6, 6.5), (70, 76, 90), "metal", line=0.6)
    for x, y in ((36, -50), (64, -84), (92, -108)):
        pen.fill(ellipse(x, y, 2), (190, 196, 206), "metal", line=0.3)


@thing("comb", "hair comb", cm=16, attach="hand", fit=30)
def draw_comb(pen: Pen, look: Look) -> None:
    tone = look.colour((232, 196, 92))
    pen.fill(box(-10, -44, 12, 88, 5), tone, "glossy")
    for i in range(12):
        pen.fill(box(-30, -41 + i * 7, 22, 4, 1.6), tone, "glossy", line=0.4)


@thing("drawn-out spyglass", cm=26, faces=1)
def draw_spyglass(pen: Pen, look: Look) -> None:
    """Three tubes of brass, the small end at the left, a little raised."""
    brass = look.colour((206, 156, 66))
    with pen.at(0, 0, turn=-12):
        for x, width, radius, tone in ((-52, 34, 8, brass), (-20, 38, 10.5, darken(brass, 0.15)), (16, 42, 14, brass)):
            pen.fill(box(x, -radius, width, radius * 2, 3), tone, "metal", line=0.8)
            pen.fill(box(x + width - 6, -radius - 1.6, 7, radius * 2 + 3.2, 2), lighten(brass, 0.25), "metal", line=0.5)
        pen.fill(ellipse(59, 0, 4, 13), (166, 214, 240), "glass", line=0.5)


@thing("small work table", cm=72)
def draw_small_table(pen: Pen, look: Look) -> None:
    """A table whose top is at the origin, 100 wide and 60 high."""
    wood = look.colour((176, 122, 76))
    for x in (-42, 36):
        pen.fill(box(x, 4, 7, 56, 2), darken(wood, 0.18), "round")
    pen.fill(box(-46, 5, 92, 9, 2), darken(wood, 0.1), "round", line=0.5)
    pen.fill(box(-52, 0, 104, 7, 3), wood, "glossy")
    for y in (2.4, 4.6):
        pen.line(curve((-46, y), (0, y + 0.6), (46, y)), darken(wood, 0.2), 0.6, alpha=0.6)


@thing("mixing desk", "dj deck", "dj booth", cm=110, kind="furniture")
def draw_mixing_desk(pen: Pen, look: Look) -> None:
    """Two decks with a mixer between them on a dark stand, lit from below; its top is 82 above the ground."""
    body = look.colour((44, 42, 58))
    pen.fill(box(-80, -76, 160, 76, 5), body, "round")
    for i, tone in enumerate(((236, 70, 150), (118, 90, 240), (60, 190, 230))):
        pen.glow(box(-72, -62 + i * 20, 144, 5, 2.5), tone)
        pen.glow(box(-72, -62 + i * 20, 144, 5, 2.5), tone, alpha=0.5, blur=5)
    pen.fill(polygon([(-76, -96), (76, -96), (88, -76), (-88, -76)]), darken(body, 0.25), "glossy")
    for x in (-48, 48):
        pen.fill(ellipse(x, -87, 27, 8.4), (24, 24, 30), "glossy", line=0.6)
        pen.decal(ellipse(x, -87, 18, 5.4), (70, 70, 82), alpha=0.5)
        pen.fill(ellipse(x, -87, 8, 2.6), (236, 92, 70) if x < 0 else (240, 190, 70), "flat", line=0.3)
        pen.line(curve((x + 22, -94), (x + 24, -86), (x + 12, -84)), (206, 210, 220), 1.6)
    for i in range(4):
        pen.fill(box(-11 + i * 6, -93 + (i % 2) * 4, 3.4, 5, 1), (226, 228, 236), "flat", line=0.3)
        pen.glow(ellipse(-9 + i * 6, -80, 1.3), ((90, 230, 130), (250, 210, 80))[i % 2])


@thing("skis underfoot", cm=20)
def draw_skis(pen: Pen, look: Look) -> None:
    """A pair of skis seen from the side, 100 long, their tips at the right."""
    tone = look.colour((224, 60, 66))
    for x, y, shade in ((6, -3.4, darken(tone, 0.25)), (0, 0, tone)):
        outline = [(-50 + x, y - 1.6), (34 + x, y - 1.8), (46 + x, y - 5), (53 + x, y - 11), (50 + x, y - 3),
                   (40 + x, y + 1.2), (-50 + x, y + 1.2)]  # fmt: skip
        pen.fill(smooth(outline, tension=0.3), shade, "glossy", line=0.6)


@thing("ring of ripples", cm=60)
def draw_ripples(pen: Pen, look: Look) -> None:
    """The water around somebody who stands or swims in it, 100 wide."""
    tone = look.colour(WATER)
    pen.fill(ellipse(0, 3, 50, 10), tone, "flat", line=0, alpha=0.75)
    pen.fill(ellipse(0, 2, 36, 6.6), lighten(tone, 0.3), "flat", line=0, alpha=0.8)
    for y, reach, width in ((9, 42, 1.4), (5, 54, 1.2), (13, 28, 1.1)):
        pen.line(curve((-reach, y - 5), (-reach * 0.5, y), (0, y + 1.4), (reach * 0.5, y), (reach, y - 5)), FOAM, width)


@thing("mound of earth", cm=14)
def draw_mound(pen: Pen, look: Look) -> None:
    """Earth that was dug up, 100 wide."""
    tone = look.colour((122, 86, 56))
    pen.fill(smooth([(-50, 0), (-34, -16), (-10, -26), (16, -23), (38, -12), (50, 0), (0, 6)]), tone, "soft", line=0.7)
    lot = look.random("mound")
    for _ in range(14):
        at = (lot.uniform(-36, 36), lot.uniform(-15, 1))
        pen.decal(ellipse(*at, lot.uniform(2, 4), 2), darken(tone, 0.3) if lot.random() < 0.6 else lighten(tone, 0.2))


@thing("fire hose nozzle", cm=30)
def draw_nozzle(pen: Pen, look: Look) -> None:
    """A nozzle that points to the right, with the hose that hangs from it to the ground."""
    hose = look.colour((206, 178, 96))
    pen.fill(tube([(-12, 0), (-40, 14), (-46, 60), (-60, 108), (-104, 116)], 12), hose, "soft")
    pen.fill(polygon([(-14, -8), (16, -6), (34, -4), (34, 4), (16, 6), (-14, 8)]), (176, 44, 46), "glossy")
    pen.fill(box(28, -7, 9, 14, 2), (214, 176, 82), "metal", line=0.6)
