"""Isometric furniture: what stands in rooms. Backs are towards -y (the left back wall), fronts face the lower left."""

from __future__ import annotations

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.isometry.forms import form
from pinxit.engines.illustrator.isometry.kit import ACROSS, Kit, left_tone, right_tone, top_tone
from pinxit.engines.illustrator.look import Look
from pinxit.engines.illustrator.shapes import polygon

WOOD: Rgb = (190, 136, 88)


def legs(kit: Kit, size: tuple[float, float], high: float, rgb: Rgb, thick: float = 7) -> None:
    """Four legs under a top of this size."""
    a, b = size
    for x, y in ((2, 2), (2, b - thick - 2), (a - thick - 2, 2), (a - thick - 2, b - thick - 2)):
        kit.box((x, y, 0), (thick, thick, high), darken(rgb, 0.12))


@form("table", "coffee table")
def table(kit: Kit, look: Look) -> None:
    """A table on four legs."""
    rgb = look.colour(WOOD)
    high = 44.0 if "coffee" in look.noun else 74.0
    a, b = 130.0, 86.0
    kit = kit.at(-a / 2, -b / 2)
    kit.shade(0, 0, (a, b), 0.2)
    legs(kit, (a, b), high - 7, rgb)
    kit.box((0, 0, high - 7), (a, b, 7), rgb)
    kit.pen.anchor("top", *kit.to((a / 2, b / 2, high)), a * ACROSS)


@form("desk")
def desk(kit: Kit, look: Look) -> None:
    """A desk with drawers on the right."""
    rgb = look.colour((206, 152, 102))
    a, b = 150.0, 72.0
    kit = kit.at(-a / 2, -b / 2)
    kit.shade(0, 0, (a, b), 0.2)
    legs(kit, (a, b), 68, rgb)
    kit.box((a - 46, 4, 0), (44, b - 8, 68), rgb)
    for i in range(3):
        kit.left((a - 42, b - 3.5, 6 + i * 21), 36, 17, left_tone(lighten(rgb, 0.18)))
        kit.left((a - 30, b - 3, 13 + i * 21), 12, 3, (120, 110, 104))
    kit.box((0, 0, 68), (a, b, 7), rgb)
    kit.pen.anchor("top", *kit.to((a * 0.46, b * 0.42, 75)), a * ACROSS)


@form("chair", "stool")
def chair(kit: Kit, look: Look) -> None:
    """A chair with a back, or a stool without."""
    rgb = look.colour((198, 140, 92))
    kit = kit.at(-23, -23)
    kit.shade(0, 0, (46, 46), 0.18)
    legs(kit, (46, 46), 42, rgb, 5)
    kit.box((0, 0, 42), (46, 46, 6), look.part("seat", rgb))
    if "stool" not in look.noun:
        kit.box((0, 0, 48), (5, 6, 46), rgb)
        kit.box((41, 0, 48), (5, 6, 46), rgb)
        kit.box((0, 0, 72), (46, 6, 20), rgb)
        kit.box((0, 0, 56), (46, 5, 8), rgb)
    kit.pen.anchor("seat", *kit.to((23, 24, 48)), 40)


@form("bed")
def bed(kit: Kit, look: Look) -> None:
    """The head is at the right back wall's side (towards -x)."""
    quilt = look.colour((104, 150, 196))
    a, b = 210.0, 150.0
    kit = kit.at(-a / 2, -b / 2)
    kit.shade(0, 0, (a, b), 0.22)
    kit.box((-8, -4, 0), (8, b + 8, 96), WOOD)
    kit.box((0, 0, 0), (a, b, 30), WOOD)
    kit.box((0, 2, 30), (a - 4, b - 4, 18), (248, 246, 240))
    for y in (14, 80):
        kit.box((10, y, 48), (38, 56, 12), (255, 253, 248))
    kit.box((64, 0, 47), (a - 62, b, 5), quilt)
    kit.face([(64, b, 52), (a + 2, b, 52), (a + 2, b, 20), (64, b, 20)], left_tone(quilt))
    kit.face([(a + 2, 0, 52), (a + 2, b, 52), (a + 2, b, 20), (a + 2, 0, 20)], right_tone(quilt))
    kit.flat(64, 0, 52.4, (26, b), lighten(quilt, 0.5))
    for i in range(1, 4):
        kit.pen.line(
            polygon(
                [kit.to((90 + i * 30, 0, 52.5)), kit.to((90 + i * 30, b, 52.5)), kit.to((90 + i * 30, b, 22))],
                closed=False,
            ),
            darken(quilt, 0.18),
            1.6,
            alpha=0.7,
        )
    kit.pen.anchor("top", *kit.to((a * 0.58, b * 0.5, 53)), 120)
    kit.pen.anchor("seat", *kit.to((a * 0.58, b * 0.5, 53)), 120)


@form("sofa", "armchair", "throne")
def sofa(kit: Kit, look: Look) -> None:
    """A sofa for two with a cushion, or an armchair."""
    rgb = look.colour((92, 142, 160))
    single = "chair" in look.noun or "throne" in look.noun
    a, b = (96.0 if single else 200.0), 90.0
    kit = kit.at(-a / 2, -b / 2)
    kit.shade(0, 0, (a, b), 0.22)
    for x, y in ((6, b - 14), (a - 14, b - 14), (a - 14, 6)):
        kit.box((x, y, 0), (8, 8, 10), (96, 66, 48))
    kit.box((0, 0, 10), (a, 24, 76), rgb)
    kit.box((0, 14, 10), (20, b - 14, 50), rgb)
    seats = 2 if a > 120 else 1
    wide = (a - 40) / seats
    kit.box((20, 22, 10), (a - 40, b - 24, 20), darken(rgb, 0.08))
    for i in range(seats):
        kit.box((20 + i * wide + 1, 24, 30), (wide - 2, b - 26, 14), lighten(rgb, 0.1))
    for i in range(seats):
        kit.face(
            [
                (24 + i * wide, 24, 44),
                (20 + (i + 1) * wide - 4, 24, 44),
                (20 + (i + 1) * wide - 4, 32, 80),
                (24 + i * wide, 32, 80),
            ],
            lighten(rgb, 0.16),
        )
    cushion = look.part("cushion", (240, 184, 92))
    kit.face([(30, 40, 44), (62, 44, 44), (60, 32, 74), (32, 30, 74)], cushion)
    kit.pen.anchor("seat", *kit.to((a * 0.54, b * 0.66, 44)), (a - 50) * ACROSS)
    kit.box((a - 20, 14, 10), (20, b - 14, 50), rgb)


@form("bookshelf", "shelf", "cabinet", "wardrobe")
def bookshelf(kit: Kit, look: Look) -> None:
    """Shelves full of books, or a closed cupboard."""
    rgb = look.colour((168, 116, 76))
    closed = "wardrobe" in look.noun or "cabinet" in look.noun
    a, b, high = 110.0, 40.0, 130.0 if "cabinet" in look.noun else 190.0
    kit = kit.at(-a / 2, -b / 2)
    kit.shade(0, 0, (a, b), 0.22)
    kit.box((0, 0, 0), (a, b, high), rgb)
    if closed:
        for x in (4, a / 2 + 1):
            kit.left((x, b + 0.5, 8), a / 2 - 5, high - 16, left_tone(lighten(rgb, 0.12)))
            kit.left((x + (a / 2 - 14 if x < 10 else 6), b + 1, high * 0.5), 3, 16, (226, 190, 110))
    else:
        _books(kit, (a, b, high), rgb, look)
    kit.pen.anchor("top", *kit.to((a / 2, b / 2, high)), a * 0.8)


def _books(kit: Kit, size: tuple[float, float, float], rgb: Rgb, look: Look) -> None:
    a, b, high = size
    rng = look.random("books")
    tones: tuple[Rgb, ...] = (
        (206, 84, 70),
        (226, 176, 84),
        (86, 140, 160),
        (112, 150, 96),
        (238, 226, 204),
        (120, 88, 136),
    )
    rows = 5
    step = (high - 10) / rows
    for row in range(rows):
        z = 8 + row * step
        kit.left((5, b + 0.4, z), a - 10, step - 7, darken(rgb, 0.45))
        x = 8.0
        while x < a - 14:
            wide, tall = rng.uniform(4, 8), (step - 9) * rng.uniform(0.62, 0.95)
            if rng.random() < 0.86:
                kit.face(
                    [(x, b + 0.6, z + tall), (x + wide, b + 0.6, z + tall), (x + wide, b + 0.6, z), (x, b + 0.6, z)],
                    left_tone(rng.choice(tones)),
                    fade=0.05,
                )
            x += wide + 0.8


@form("refrigerator", "oven")
def fridge(kit: Kit, look: Look) -> None:
    """A refrigerator with magnets, or a stove."""
    oven = "oven" in look.noun or "stove" in look.noun
    rgb = look.colour((236, 240, 242))
    a, b, high = 70.0, 66.0, 88.0 if oven else 176.0
    kit = kit.at(-a / 2, -b / 2)
    kit.shade(0, 0, (a, b), 0.22)
    kit.box((0, 0, 0), (a, b, high), rgb)
    if oven:
        kit.left((8, b + 0.5, 14), a - 16, 44, (60, 64, 74))
        kit.left((14, b + 0.8, 22), a - 28, 28, (255, 190, 100) if look.night else (110, 120, 136))
        kit.left((8, b + 0.8, 64), a - 16, 4, (150, 154, 160))
        for i in range(4):
            kit.left((10 + i * 14, b + 0.8, 74), 7, 7, (70, 74, 84))
        kit.flat(3, 3, high + 0.4, (a - 6, b - 6), (58, 60, 70))
        for x, y in ((20, 20), (50, 20), (20, 46), (50, 46)):
            kit.cylinder((x, y, high + 0.6), 7, 1.5, (92, 94, 104))
    else:
        kit.left((0, b + 0.5, 112), a, 2.5, left_tone(darken(rgb, 0.3)))
        for z, tall in ((66, 38), (120, 30)):
            kit.left((8, b + 1, z), 4, tall, (150, 156, 164))
        for x, z, tone in ((40, 140, (240, 130, 110)), (52, 150, (250, 206, 100)), (44, 84, (120, 180, 150))):
            kit.left((x, b + 1, z), 9, 9, tone)
    kit.pen.anchor("top", *kit.to((a / 2, b / 2, high)), a * 0.8)


@form("nightstand")
def nightstand(kit: Kit, look: Look) -> None:
    """Two drawers."""
    rgb = look.colour(WOOD)
    kit = kit.at(-24, -22)
    kit.shade(0, 0, (48, 44), 0.18)
    kit.box((0, 0, 0), (48, 44, 54), rgb)
    for z in (6, 30):
        kit.left((4, 44.5, z), 40, 20, left_tone(lighten(rgb, 0.16)))
        kit.left((20, 45, z + 8), 8, 4, (120, 100, 84))
    kit.pen.anchor("top", *kit.to((24, 22, 54)), 46)


@form("floor lamp", "lamp")
def lamp(kit: Kit, look: Look) -> None:
    """A shade on a foot."""
    small = "floor" not in look.noun
    high = 26.0 if small else 120.0
    rgb = look.colour((250, 214, 140))
    kit.shade(-12, -12, (24, 24), 0.16)
    kit.cylinder((0, 0, 0), 10 if small else 15, 3, (96, 84, 80))
    kit.cylinder((0, 0, 3), 2, high, (120, 104, 96))
    kit.cylinder((0, 0, high), 15 if small else 24, 20 if small else 32, rgb, 9 if small else 15)
    x, y = kit.to((0, 0, high + 10))
    disc = polygon([(x - 46, y), (x, y - 46), (x + 46, y), (x, y + 46)])
    kit.pen.glow(disc, (255, 220, 140), alpha=0.5 if look.night else 0.16, blur=18)


@form("sink", "bathtub")
def tub(kit: Kit, look: Look) -> None:
    """A bathtub or a sink with water in it."""
    rgb = look.colour((250, 250, 250))
    a, b, high = (170.0, 76.0, 56.0) if "tub" in look.noun else (70.0, 56.0, 86.0)
    kit = kit.at(-a / 2, -b / 2)
    kit.shade(0, 0, (a, b), 0.2)
    kit.box((0, 0, 0), (a, b, high), rgb)
    kit.flat(7, 7, high + 0.3, (a - 14, b - 14), right_tone(rgb))
    kit.flat(9, 12, high + 0.4, (a - 18, b - 22), (158, 212, 230))
    kit.box((a / 2 - 3, 4, high), (5, 5, 18), (176, 182, 190))
    kit.box((a / 2 - 3, 4, high + 16), (5, 16, 4), (176, 182, 190))
    kit.pen.anchor("inside", *kit.to((a / 2, b / 2, high)), a * 0.6)


@form("toilet")
def toilet(kit: Kit, look: Look) -> None:
    """A bowl and a cistern."""
    rgb = look.colour((252, 252, 252))
    kit.shade(-20, -28, (40, 60), 0.18)
    kit.box((-20, -30, 34), (40, 16, 40), rgb)
    kit.cylinder((0, 4, 0), 15, 34, rgb, 20)
    kit.cylinder((0, 4, 34), 22, 5, lighten(rgb, 0.3))


@form("fireplace")
def fireplace(kit: Kit, look: Look) -> None:
    """Bricks, a mantel, a fire."""
    rgb = look.colour((176, 98, 76))
    kit = kit.at(-65, -20)
    kit.box((0, 0, 0), (130, 40, 110), rgb)
    for i in range(7):
        for j in range(6):
            kit.left((4 + j * 21 + 8 * (i % 2), 40.4, 4 + i * 15), 17, 11, left_tone(darken(rgb, 0.1)))
    kit.left((30, 41, 0), 70, 62, (40, 30, 30))
    for x, high, tone in (
        (46, 34, (240, 110, 40)),
        (64, 46, (250, 160, 50)),
        (80, 30, (240, 110, 40)),
        (64, 24, (255, 230, 120)),
    ):
        kit.face([(x - 11, 42, 4), (x, 42, high + 4), (x + 11, 42, 4)], tone)
    kit.box((-8, -4, 110), (146, 52, 10), lighten(rgb, 0.4))


@form("bench")
def bench(kit: Kit, look: Look) -> None:
    """A park bench."""
    rgb = look.colour((166, 110, 68))
    kit = kit.at(-75, -22)
    kit.shade(0, 0, (150, 44), 0.2)
    for x in (8, 134):
        kit.box((x, 2, 0), (8, 40, 40), (70, 72, 80))
    kit.box((0, 0, 52), (150, 5, 12), rgb)
    kit.box((0, 0, 70), (150, 5, 12), rgb)
    for y in (6, 20, 34):
        kit.box((0, y, 40), (150, 10, 5), rgb)
    kit.pen.anchor("seat", *kit.to((75, 24, 46)), 110)


@form("rug")
def rug(kit: Kit, look: Look) -> None:
    """A rug on the floor."""
    rgb = look.colour((210, 120, 100))
    carpet(kit, (150, 100), rgb)


def carpet(kit: Kit, size: tuple[float, float], rgb: Rgb) -> None:
    """A rug with borders, centred."""
    a, b = size
    for inset, tone, z in (
        (0, darken(rgb, 0.12), 0.5),
        (6, lighten(rgb, 0.42), 0.7),
        (11, rgb, 0.9),
        (24, lighten(rgb, 0.16), 1.0),
    ):
        kit.flat(-a / 2 + inset, -b / 2 + inset, z, (a - 2 * inset, b - 2 * inset), top_tone(tone))
    kit.face([(0, -b * 0.2, 1.1), (a * 0.2, 0, 1.1), (0, b * 0.2, 1.1), (-a * 0.2, 0, 1.1)], lighten(rgb, 0.5), fade=0)


@form("counter")
def counter(kit: Kit, look: Look) -> None:
    """A kitchen counter with two doors and a few things on it."""
    rgb = look.colour((236, 238, 234))
    a, b, high = 96.0, 62.0, 84.0
    kit = kit.at(-a / 2, -b / 2)
    kit.shade(0, 0, (a, b), 0.2)
    kit.box((0, 0, 0), (a, b, high), rgb)
    for x in (4, a / 2 + 1):
        kit.left((x, b + 0.5, 8), a / 2 - 5, high - 14, left_tone(lighten(rgb, 0.3)))
        kit.left((x + (a / 2 - 14 if x < 10 else 6), b + 1, high * 0.6), 3, 12, (196, 160, 96))
    kit.box((-1, -1, high), (a + 2, b + 3, 6), look.part("top", (178, 128, 84)))
    kit.cylinder((18, 22, high + 6), 8, 16, (214, 110, 84))
    kit.cylinder((38, 18, high + 6), 6, 22, (120, 168, 150))
    kit.box((62, 14, high + 6), (24, 18, 18), (90, 96, 110))
