"""Isometric plants and rocks."""

from __future__ import annotations

import math

import skia

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.isometry.forms import form
from pinxit.engines.illustrator.isometry.kit import Kit, left_tone, right_tone, top_tone
from pinxit.engines.illustrator.look import Look
from pinxit.engines.illustrator.shapes import curve, polygon, smooth

BARK: Rgb = (134, 94, 64)
LEAF: Rgb = (104, 168, 86)


def clump(kit: Kit, place: tuple[float, float, float], radius: float, rgb: Rgb) -> None:
    """A ball of foliage with a few leaves on its light side."""
    path = kit.ball(place, radius, rgb, 0.92)
    box = path.getBounds()
    with kit.pen.on(path):
        for i in range(7):
            a = 2.4 * i
            x = box.centerX() + math.cos(a) * box.width() * 0.1 * (1 + i * 0.45) - box.width() * 0.06
            y = box.centerY() + math.sin(a) * box.height() * 0.09 * (1 + i * 0.45) - box.height() * 0.1
            r = radius * 0.16
            kit.pen.decal(
                smooth([(x - r, y), (x, y - r * 0.6), (x + r, y), (x, y + r * 0.6)]),
                lighten(rgb, 0.22) if i % 3 else darken(rgb, 0.12),
                alpha=0.7,
            )


def round_shade(kit: Kit, radius: float, depth: float = 0.24) -> None:
    """The shadow of something round."""
    x, y = kit.to((radius * 0.5, -radius * 0.1, 0))
    path = skia.Path()
    path.addOval(skia.Rect.MakeLTRB(x - radius * 1.2, y - radius * 0.6, x + radius * 1.2, y + radius * 0.6))
    kit.pen.decal(path, (30, 26, 60), alpha=depth, blur=radius * 0.16)


@form("tree", "birch", "cherry blossom tree", "willow")
def tree(kit: Kit, look: Look) -> None:
    """A round crown on a trunk, in the colour of the season or the kind."""
    usual: Rgb = (242, 168, 190) if "cherry" in look.noun or "blossom" in look.noun else LEAF
    if look.has("autumn", "autumnal"):
        usual = (226, 138, 62)
    rgb = look.part("leaf", look.colour(usual))
    round_shade(kit, 58)
    kit.cylinder((0, 0, 0), 9, 90, (236, 232, 224) if "birch" in look.noun else BARK, 6)
    clump(kit, (-26, 22, 76), 40, darken(rgb, 0.06))
    clump(kit, (26, -8, 74), 38, darken(rgb, 0.12))
    clump(kit, (14, 26, 82), 40, rgb)
    clump(kit, (0, 0, 104), 50, lighten(rgb, 0.06))


@form("pine tree", "christmas tree")
def pine(kit: Kit, look: Look) -> None:
    """Three skirts of needles; a Christmas tree wears balls and a star."""
    rgb = look.colour((64, 132, 92))
    round_shade(kit, 50)
    kit.cylinder((0, 0, 0), 9, 30, BARK)
    for z, r, high in ((22, 54, 84), (68, 44, 76), (112, 32, 72)):
        kit.cylinder((0, 0, z), r, high, rgb, 0)
        x, y = kit.to((0, 0, z))
        fringe = [
            (x - r * 1.26 + r * 0.315 * i, y + r * 0.62 * math.sin(math.pi * i / 8) + (5 if i % 2 else -2))
            for i in range(9)
        ]
        kit.pen.line(polygon(fringe, closed=False), darken(rgb, 0.16), 3)
        if look.has("snowy", "winter"):
            cap = r * 0.62
            kit.cylinder((0, 0, z + high * 0.4), cap, high * 0.62, (244, 248, 252), 0)
    if "christmas" in look.noun:
        for i, (dx, z) in enumerate(
            ((-26, 40), (10, 34), (30, 52), (-12, 78), (18, 92), (-4, 124), (6, 58), (-30, 62))
        ):
            x, y = kit.to((dx * 0.5 + 14, -dx * 0.5 + 14, z))
            tone: Rgb = ((214, 60, 60), (250, 206, 90), (96, 150, 220))[i % 3]
            kit.pen.fill(smooth([(x - 6, y), (x, y - 6), (x + 6, y), (x, y + 6)]), tone, "flat", line=0.5)
        x, y = kit.to((0, 0, 184))
        points = [
            (
                x + (13 if i % 2 == 0 else 5.5) * math.sin(i * math.pi / 5),
                y - (13 if i % 2 == 0 else 5.5) * math.cos(i * math.pi / 5),
            )
            for i in range(10)
        ]
        kit.pen.fill(polygon(points), (255, 214, 90), "flat", line=0.5)


@form("palm tree")
def palm(kit: Kit, look: Look) -> None:
    """A bent trunk, fronds all around."""
    rgb = look.part("leaf", (92, 168, 96))
    round_shade(kit, 50)
    for i in range(9):
        kit.cylinder(
            (i * i * 0.36, -i * i * 0.3, i * 18),
            9 - i * 0.4,
            19,
            (182, 140, 92) if i % 2 else (168, 126, 82),
            8 - i * 0.4,
        )
    x, y = kit.to((23, -19, 166))
    for i in range(9):
        a = i / 9 * 2 * math.pi + 0.2
        ex, ey = x + math.cos(a) * 76, y + math.sin(a) * 34 + 26
        mx, my = x + math.cos(a) * 44, y + math.sin(a) * 20 - 16
        width = 11
        frond = smooth([(x, y), (mx, my - width), (ex, ey), (mx, my + width * 0.8)])
        kit.pen.fill(frond, left_tone(rgb) if math.sin(a) > 0 else right_tone(rgb), "flat", line=0.5)
        kit.pen.line(curve((x, y), (mx, my), (ex, ey)), darken(rgb, 0.25), 1.4)


@form("bush", "fern", "grass")
def bush(kit: Kit, look: Look) -> None:
    """Three low clumps."""
    rgb = look.colour(LEAF)
    round_shade(kit, 34)
    clump(kit, (-14, 0, 0), 22, darken(rgb, 0.1))
    clump(kit, (12, -6, 0), 20, darken(rgb, 0.05))
    clump(kit, (4, 12, 0), 20, lighten(rgb, 0.05))


@form("cactus")
def cactus(kit: Kit, look: Look) -> None:
    """A column with two arms."""
    rgb = look.colour((92, 156, 100))
    round_shade(kit, 28)
    kit.cylinder((0, 0, 0), 15, 120, rgb)
    kit.ball((0, 0, 108), 13, lighten(rgb, 0.06), 0.9)
    for way, z in ((-1, 50), (1, 66)):
        a = kit.at(way * 16, -way * 16)
        a.box((-8, -8, z), (16, 16, 14), rgb)
        a.cylinder((way * 6, -way * 6, z), 9, 44, rgb)
        a.ball((way * 6, -way * 6, z + 36), 8, lighten(rgb, 0.06))


@form("rock")
def rock(kit: Kit, look: Look) -> None:
    """A faceted stone."""
    rgb = look.colour((158, 156, 162))
    round_shade(kit, 26)
    a, b, c, d = (-26, 10, 0), (4, 28, 0), (30, 4, 0), (-18, 0, 26)
    e, f, g = (6, 18, 30), (20, -4, 24), (-2, -10, 38)
    kit.face([a, b, e, d], left_tone(rgb))
    kit.face([b, c, f, e], right_tone(rgb))
    kit.face([d, e, g], top_tone(rgb))
    kit.face([e, f, g], lighten(rgb, 0.02))


@form("monstera", "orchid")
def potted(kit: Kit, look: Look) -> None:
    """Leaves in a pot."""
    rgb = look.colour((72, 146, 92))
    round_shade(kit, 16)
    kit.cylinder((0, 0, 0), 11, 24, look.part("pot", (214, 120, 84)), 14)
    x, y = kit.to((0, 0, 24))
    for i in range(7):
        a = -math.pi * (0.06 + i * 0.147)
        ex, ey = x + math.cos(a) * 34, y + math.sin(a) * 52
        px, py = -math.sin(a) * 12, math.cos(a) * 12
        mx, my = x + math.cos(a) * 22, y + math.sin(a) * 34
        leaf = smooth([(x, y), (mx + px, my + py), (ex, ey), (mx - px, my - py)])
        kit.pen.fill(leaf, lighten(rgb, 0.08) if i % 2 else darken(rgb, 0.08), "flat", line=0.5)
        kit.pen.line(curve((x, y), (ex, ey)), darken(rgb, 0.3), 1.2)


@form("peak")
def peak(kit: Kit, look: Look) -> None:
    """A mountain of two facets with snow on its top."""
    rgb = look.colour((128, 134, 156))
    kit.shade(-80, -80, (160, 160), 0.2)
    tip, left, front, right = (0, 0, 190), (-84, 70, 0), (78, 78, 0), (84, -70, 0)
    kit.face([left, front, tip], left_tone(rgb))
    kit.face([front, right, tip], right_tone(rgb))
    share = 0.58
    a, b, c = (
        tuple(t + (p - t) * (1 - share) for p, t in zip(place, tip, strict=True)) for place in (left, front, right)
    )
    snow: Rgb = (248, 250, 255)
    jag = [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2, a[2] - 16), ((b[0] + c[0]) / 2, (b[1] + c[1]) / 2, b[2] - 18)]
    kit.face([(a[0], a[1], a[2]), jag[0], (b[0], b[1], b[2] + 8), tip], left_tone(snow))
    kit.face([(b[0], b[1], b[2] + 8), jag[1], (c[0], c[1], c[2]), tip], right_tone(snow))
