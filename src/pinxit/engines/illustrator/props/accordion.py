"""Instruments of keys and bars: an accordion, a xylophone."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import facet, organic, stroke
from pinxit.engines.illustrator.shapes import box, capsule, ellipse, polygon

_RAINBOW: tuple[Rgb, ...] = (
    (222, 56, 60), (240, 128, 44), (248, 194, 58), (120, 184, 70),
    (60, 168, 150), (64, 132, 208), (104, 92, 196), (182, 88, 176),
)  # fmt: skip


@thing("accordion", "squeezebox", "concertina", "bandoneon", cm=42, attach="hand", fit=60)
def draw(pen: Pen, look: Look) -> None:  # limit: one picture, from back to front
    """Bellows drawn open, the keyboard on the left, the bass buttons on the right."""
    what = finish(look, (188, 34, 46), "glossy", "plastic")
    fold, brass = look.part("bellows", look.colour((236, 226, 206), 1)), (214, 178, 92)
    count = 10
    for i in range(count):
        x0, x1 = -48 + i * 9.8, -48 + (i + 1) * 9.8
        mid, bow = (x0 + x1) / 2, 7 * (1 - ((i - 4.5) / 4.5) ** 2)
        top, low = -124 - bow, -4 - bow * 0.4
        pen.fill(
            facet(f"{x0},{top + 5} {mid},{top} {x1},{top + 5} {x1},{low - 5} {mid},{low} {x0},{low - 5}"),
            fold,
            "round",
            line=0.6,
        )
        pen.decal(facet(f"{mid},{top} {x1},{top + 5} {x1},{low - 5} {mid},{low}"), darken(fold, 0.34), alpha=0.75)
        pen.fill(
            facet(f"{mid - 3.2},{top - 1.5} {mid + 3.2},{top - 1.5} {mid + 3.2},{top + 6} {mid - 3.2},{top + 6}", 1),
            brass,
            "flat",
            line=0.3,
        )
        pen.fill(
            facet(f"{mid - 3.2},{low - 6} {mid + 3.2},{low - 6} {mid + 3.2},{low + 1.5} {mid - 3.2},{low + 1.5}", 1),
            brass,
            "flat",
            line=0.3,
        )
    right = facet("50,-130 86,-124 90,-8 52,0", 8)
    coat(pen, right, what)
    pen.line(facet("55,-122 82,-118 85,-14 56,-7", 6), brass, 1.6)
    for row in range(9):
        for column in range(2):
            pen.fill(ellipse(64 + column * 11, -112 + row * 12 + column * 3, 3.4), (250, 248, 240), "glossy", line=0.4)
    left = facet("-50,-132 -92,-128 -96,-6 -50,0", 9)
    coat(pen, left, what)
    pen.line(facet("-55,-124 -88,-121 -91,-13 -55,-8", 6), brass, 1.6)
    pen.fill(box(-104, -128, 28, 124, 4), darken(what.rgb, 0.4), "round")
    for i in range(12):
        y = -124 + i * 9.8
        pen.fill(box(-106, y, 29, 9, 1.6), (250, 248, 242), "glossy", line=0.4)
    for i in (0, 1, 3, 4, 5, 7, 8, 10):
        pen.fill(box(-92, -117.6 + i * 9.8, 16, 5.4, 1), (36, 32, 40), "glossy", line=0.3)
    for y in (-104, -78, -52, -26):
        pen.decal(box(-70, y - 6, 14, 12, 3), darken(what.rgb, 0.5))
        for dy in (-3, 0, 3):
            pen.line(stroke(f"-68,{y + dy} -58,{y + dy}"), brass, 1.2)


@thing("xylophone", "glockenspiel", "marimba", cm=24)
def draw_xylophone(pen: Pen, look: Look) -> None:
    """Eight bars from long to short on two rails, two mallets on top."""
    tones = look.colours or _RAINBOW
    what = finish(Look(material=look.material), (196, 140, 84), "soft", "wood")
    coat(pen, facet("-112,-66 112,-54 112,-44 -112,-54", 3), what)
    coat(pen, facet("-118,-24 118,-30 118,-18 -118,-8", 3), what)
    for x, y in ((-110.0, -8), (110.0, -18)):
        pen.fill(ellipse(x, y + 6, 8, 6), darken(what.rgb, 0.4), "round")
    for i in range(8):
        x, half = -98 + i * 28.0, 41 - i * 3.0
        rgb, cy = tones[i % len(tones)], -39.0
        bar = polygon([(x - 10, cy - half), (x + 10, cy - half), (x + 12, cy + half), (x - 12, cy + half)])
        pen.decal(ellipse(x + 3, cy + half + 3, 12, 4), (40, 24, 20), alpha=0.3, blur=2)
        pen.fill(
            polygon([(x - 12, cy + half), (x + 12, cy + half), (x + 12, cy + half + 5), (x - 12, cy + half + 5)]),
            darken(rgb, 0.3),
            "flat",
            line=0.7,
        )
        pen.fill(bar, rgb, "glossy")
        pen.decal(
            polygon([(x - 7, cy - half + 3), (x - 3, cy - half + 3), (x - 4, cy + half - 3), (x - 9, cy + half - 3)]),
            lighten(rgb, 0.6),
            alpha=0.5,
        )
        for share in (-0.6, 0.66):
            pen.fill(ellipse(x, cy + half * share, 2.8, 2.4), (224, 224, 228), "metal", line=0.4)
    for x0, y0, x1, y1 in ((-96, -96, 12, -34), (96, -104, -8, -60)):
        pen.fill(capsule(x0, y0, x1, y1, 4), (226, 188, 128), "soft", line=0.7)
        pen.fill(ellipse(x1, y1, 9, 8.4), look.part("mallet", (214, 60, 66)), "glossy", line=0.8)
    pen.decal(organic("8,-40 14,-40 10,-36"), (255, 255, 255), alpha=0.6)
