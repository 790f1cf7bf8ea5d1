"""Woodwinds: flute and piccolo, recorder, clarinet and oboe, pan flute."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.cuts import bar, cut, disc, mould, rod, score
from pinxit.engines.illustrator.rigs.wire import wires

_STEEL: Rgb = (200, 206, 216)
_GOLD: Rgb = (230, 190, 96)


@thing("flute", "transverse flute", "recorder", "piccolo", cm=50, attach="hand", fit=30)
def draw_flute(pen: Pen, look: Look) -> None:
    if look.noun == "recorder":
        _recorder(pen, look.colour((206, 160, 104)))
        return
    rgb = look.colour(_STEEL)
    trim = look.part("key", look.colour(_GOLD, 1))
    with pen.at(0, -70, turn=-32):
        rod(pen, "-130,0 126,0", 21, rgb, "metal")
        for x in (-132.0, -74.0, 74.0, 124.0):
            bar(pen, f"{x} -12.5 10 25 4", trim, "metal", 0.8)
        bar(pen, "-114 -19 36 15 7", lighten(rgb, 0.2), "metal", 0.9)
        disc(pen, "-96 -12 9 4", (50, 50, 62), "flat", 0.5)
        wires(pen, "-58,-13 66,-13|82,-12 116,-12", darken(rgb, 0.18), 4, "metal", 0.6)
        for x in (-50.0, -32.0, -14.0, 8.0, 26.0, 44.0, 62.0, 92.0, 108.0):
            disc(pen, f"{x} -4 8.2", trim, "metal", 0.8)
            disc(pen, f"{x} -4 4.2", lighten(trim, 0.4), "metal", 0.4)
        wires(pen, "-24,8 -8,15 6,12|34,8 50,15 60,11", trim, 4.4, "metal", 0.6)


def _recorder(pen: Pen, rgb: Rgb) -> None:
    with pen.at(0, -92, turn=32):
        cut(pen, "-13,-62 13,-62 10,74 -10,74", rgb, "soft", 3)
        mould(pen, "-11,66 11,66 15,84 13,104 -13,104 -15,84", rgb, "soft")
        cut(pen, "-15,-66 15,-66 15,-52 -15,-52", (250, 244, 230), "glossy", 3, 0.8)
        mould(pen, "-14,-66 14,-66 16,-90 8,-116 -4,-120 -10,-100 -16,-84", darken(rgb, 0.08), "soft")
        cut(pen, "-6,-92 6,-92 5,-78 -5,-78", darken(rgb, 0.65), "flat", 1, 0.5)
        for y in (-38, -20, -2, 16, 34, 52, 88):
            disc(pen, f"0 {y} 4.2", darken(rgb, 0.65), "flat", 0.4)
        bar(pen, "-15 62 30 8 3", (250, 244, 230), "glossy", 0.8)


@thing("clarinet", "oboe", "bass clarinet", cm=66, attach="hand", fit=30)
def draw_clarinet(pen: Pen, look: Look) -> None:
    rgb = look.colour((64, 62, 74))
    with pen.at(0, -96, turn=28):
        cut(pen, "-4,-126 5,-130 9,-96 -9,-96", darken(rgb, 0.25), "glossy", 2)
        bar(pen, "-10 -108 20 9 2", _STEEL, "metal", 0.7)
        mould(pen, "-10,-96 10,-96 13,-84 10,-72 -10,-72 -13,-84", rgb, "glossy")
        cut(pen, "-10,-72 10,-72 12,66 -12,66", rgb, "glossy", 2)
        mould(pen, "-12,62 12,62 15,78 32,98 30,104 0,108 -30,104 -32,98 -15,78", rgb, "glossy")
        for y in (-74.0, -4.0, 60.0):
            bar(pen, f"-13.5 {y} 27 7 2", _STEEL, "metal", 0.8)
        score(pen, "-29,100 0,104 29,100", _STEEL, 4)
        wires(pen, "9,-62 15,-40 12,-12|-10,12 -16,30 -12,52|10,10 16,28 14,56", _STEEL, 4.4, "metal", 0.6)
        for y in (-58.0, -42.0, -26.0, 14.0, 30.0, 46.0):
            disc(pen, f"0 {y} 7", _STEEL, "metal", 0.8)
            disc(pen, f"0 {y} 3.4", darken(rgb, 0.3), "flat", 0.3)
        for x, y in ((17, -50), (-17, 22), (18, 40), (18, 56), (-17, 48)):
            disc(pen, f"{x} {y} 5.6 7.4", _STEEL, "metal", 0.7)


@thing("pan flute", "panpipe", "pan pipes", "panpipes", cm=26, attach="hand", fit=40)
def draw_pan(pen: Pen, look: Look) -> None:
    rgb = look.colour((214, 172, 98))
    for i in range(9):
        x, low = -76.0 + i * 19, -12.0 - i * 10
        rod(pen, f"{x},-150 {x},{low}", 17, rgb if i % 2 else lighten(rgb, 0.12), "soft", 0.9)
        disc(pen, f"{x} -153 8.5 4.5", lighten(rgb, 0.4), "flat", 0.7)
        disc(pen, f"{x} -153 5.4 2.8", darken(rgb, 0.7), "flat", 0)
        if low > -78:
            score(pen, f"{x - 8},{low - 14} {x + 8},{low - 14}", darken(rgb, 0.35), 1.6, 0.7)
    for y, wide in ((-128, 16), (-96, 10)):
        bar(pen, f"-90 {y} 180 {wide} 4", look.part("band", (170, 60, 52)), "soft", 0.9)
        text = "|".join(f"{x},{y + 2} {x + 8},{y + wide - 2}" for x in range(-84, 80, 12))
        score(pen, text, (250, 214, 120), 2)
