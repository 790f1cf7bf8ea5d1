"""Isometric objects: crates, gifts, screens, street furniture."""

from __future__ import annotations

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.isometry.forms import form
from pinxit.engines.illustrator.isometry.kit import ACROSS, Kit, left_tone, right_tone, top_tone
from pinxit.engines.illustrator.look import Look
from pinxit.engines.illustrator.shapes import polygon


@form("cargo crate")
def crate(kit: Kit, look: Look) -> None:
    """Boards and battens."""
    rgb = look.colour((196, 146, 92))
    s, high = 64.0, 60.0
    kit = kit.at(-s / 2, -s / 2)
    kit.shade(0, 0, (s, s))
    kit.box((0, 0, 0), (s, s, high), rgb)
    dark = darken(rgb, 0.22)
    for z in (0, high - 9):
        kit.left((0, s + 0.5, z), s, 9, left_tone(dark))
        kit.right((s + 0.5, 0, z), s, 9, right_tone(dark))
    for at in (0, s - 9):
        kit.left((at, s + 0.6, 0), 9, high, left_tone(dark))
        kit.right((s + 0.6, at, 0), 9, high, right_tone(dark))
    kit.face(
        [(9, s + 0.7, 9), (18, s + 0.7, 9), (s - 9, s + 0.7, high - 9), (s - 18, s + 0.7, high - 9)], left_tone(dark)
    )
    kit.face(
        [(s + 0.7, s - 9, 9), (s + 0.7, s - 18, 9), (s + 0.7, 9, high - 9), (s + 0.7, 18, high - 9)], right_tone(dark)
    )
    for i in (1, 2, 3):
        a, b = kit.to((s * i / 4, 0, high)), kit.to((s * i / 4, s, high))
        kit.pen.line(polygon([a, b], closed=False), darken(rgb, 0.2), 1.5)
    kit.pen.anchor("top", *kit.to((s / 2, s / 2, high)), s * ACROSS)


@form("box", "suitcase", "toy blocks")
def carton(kit: Kit, look: Look) -> None:
    """A cardboard box with tape."""
    rgb = look.colour((206, 164, 116))
    s, high = 50.0, 42.0
    kit = kit.at(-s / 2, -s / 2)
    kit.shade(0, 0, (s, s))
    kit.box((0, 0, 0), (s, s, high), rgb)
    kit.flat(0, s / 2 - 5, high + 0.3, (s, 10), top_tone((232, 210, 170)))
    kit.right((s + 0.3, s / 2 - 5, high - 12), 10, 12, right_tone((232, 210, 170)))
    kit.pen.anchor("top", *kit.to((s / 2, s / 2, high)), s * ACROSS)


@form("gift")
def gift(kit: Kit, look: Look) -> None:
    """A box with a ribbon and a bow."""
    rgb, ribbon = look.colour((214, 66, 74)), look.part("ribbon", look.colour((252, 216, 120), 1))
    s, high = 44.0, 36.0
    kit = kit.at(-s / 2, -s / 2)
    kit.shade(0, 0, (s, s))
    kit.box((0, 0, 0), (s, s, high - 9), rgb)
    kit.box((-2, -2, high - 9), (s + 4, s + 4, 9), lighten(rgb, 0.08))
    m = s / 2 - 4
    kit.left((m, s + 2.4, 0), 8, high, left_tone(ribbon))
    kit.right((s + 2.4, m, 0), 8, high, right_tone(ribbon))
    kit.flat(m, -2, high + 0.3, (8, s + 4), top_tone(ribbon))
    kit.flat(-2, m, high + 0.3, (s + 4, 8), top_tone(ribbon))
    x, y = kit.to((s / 2, s / 2, high))
    for way in (-1, 1):
        loop = polygon([(x, y), (x + way * 8, y - 14), (x + way * 20, y - 12), (x + way * 18, y - 1)])
        kit.pen.fill(loop, darken(ribbon, 0.04 if way < 0 else 0.14), "flat", line=0.5)


@form("desktop computer", "vintage tv", "television")
def screen(kit: Kit, look: Look) -> None:
    """A screen on a foot that faces the lower left, with a keyboard before it for a computer."""
    rgb = look.colour((62, 66, 80))
    computer = "tv" not in look.noun and "television" not in look.noun
    a = 62.0 if computer else 110.0
    high = a * 0.6
    kit = kit.at(-a / 2, -8)
    kit.shade(a * 0.3, -4, (a * 0.4, 20), 0.16)
    kit.box((a / 2 - 12, -6, 0), (24, 16, 2), darken(rgb, 0.1))
    kit.box((a / 2 - 4, 0, 2), (8, 4, 12), darken(rgb, 0.1))
    kit.box((0, 0, 12), (a, 5, high), rgb)
    glass = kit.left((3, 5.4, 16), a - 6, high - 8, (110, 190, 226))
    box = glass.getBounds()
    with kit.pen.on(glass):
        for i in range(5):
            y = box.top() + box.height() * (0.24 + i * 0.12)
            kit.pen.line(
                polygon(
                    [(box.left() + 5, y), (box.left() + box.width() * (0.4 + 0.12 * (i % 3)), y + box.width() * 0.16)],
                    closed=False,
                ),
                (236, 248, 255),
                2,
                alpha=0.8,
            )
    if computer:
        kit.box((6, 22, 0), (a - 14, 16, 2.5), (232, 234, 238))
        for i in range(3):
            kit.flat(9, 24 + i * 4.6, 2.8, (a - 20, 3), (188, 192, 200))
        kit.box((a - 3, 26, 0), (7, 10, 3), (232, 234, 238))


@form("laptop")
def laptop(kit: Kit, look: Look) -> None:
    """Open, its screen towards the lower left."""
    rgb = look.colour((188, 194, 204))
    kit = kit.at(-20, -14)
    kit.box((0, 0, 0), (40, 28, 2), rgb)
    kit.flat(3, 10, 2.3, (34, 12), (90, 94, 106))
    kit.face([(0, 0, 2), (40, 0, 2), (40, -8, 28), (0, -8, 28)], left_tone(rgb))
    kit.face([(2, 0.2, 4), (38, 0.2, 4), (38, -7, 26), (2, -7, 26)], (120, 196, 230))


@form("streetlamp")
def streetlamp(kit: Kit, look: Look) -> None:
    """A post with an arm and a lantern."""
    kit.shade(-6, -6, (12, 12), 0.2)
    kit.cylinder((0, 0, 0), 8, 10, (70, 76, 90))
    kit.cylinder((0, 0, 10), 3.5, 170, (70, 76, 90))
    kit.box((-2, -2, 176), (40, 4, 4), (70, 76, 90))
    kit.box((24, -6, 170), (22, 12, 6), (255, 232, 160) if look.night else (250, 246, 220))
    if look.night:
        x, y = kit.to((35, 0, 168))
        kit.pen.glow(polygon([(x - 60, y), (x, y - 60), (x + 60, y), (x, y + 60)]), (255, 220, 140), alpha=0.5, blur=24)


@form("mailbox", "fire hydrant", "barrel", "bucket")
def drum(kit: Kit, look: Look) -> None:
    """What is a cylinder by nature: barrel, hydrant, pillar box, bucket."""
    red = "hydrant" in look.noun or "mail" in look.noun
    rgb: Rgb = look.colour((210, 58, 52) if red else (178, 126, 78))
    kit.shade(-16, -16, (32, 32))
    kit.cylinder((0, 0, 0), 18, 52, rgb)
    for z in (8, 42):
        kit.cylinder((0, 0, z), 18.6, 5, darken(rgb, 0.3))
    kit.cylinder((0, 0, 52), 17, 2, lighten(rgb, 0.1))
    if red:
        kit.ball((0, 0, 46), 13, rgb, 0.7)
    kit.pen.anchor("top", *kit.to((0, 0, 54)), 30)


@form("traffic cone")
def cone(kit: Kit, look: Look) -> None:
    """Orange with a white band."""
    rgb = look.colour((244, 124, 44))
    kit.box((-17, -17, 0), (34, 34, 4), darken(rgb, 0.1))
    kit.cylinder((0, 0, 4), 13, 22, rgb, 9)
    kit.cylinder((0, 0, 26), 9, 12, (250, 248, 244), 6.5)
    kit.cylinder((0, 0, 38), 6.5, 18, rgb, 2)


@form("tea set")
def tea_set(kit: Kit, look: Look) -> None:
    """A pot, two cups and a plate of fruit."""
    rgb = look.colour((236, 120, 96))
    kit.cylinder((-22, 8, 0), 11, 1.5, (250, 248, 242))
    for x, y, tone in ((-26, 8, (232, 90, 70)), (-18, 4, (250, 190, 80)), (-20, 12, (150, 190, 90))):
        kit.ball((x, y, 1.5), 4.6, tone)
    kit.cylinder((12, -14, 0), 9, 15, rgb, 7)
    kit.ball((12, -14, 13), 2.4, lighten(rgb, 0.3))
    for x, y in ((4, 14), (30, -2)):
        kit.cylinder((x, y, 0), 7.5, 1, (250, 248, 242))
        kit.cylinder((x, y, 1), 4, 6, (250, 248, 242), 5)
