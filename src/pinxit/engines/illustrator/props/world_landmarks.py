"""Works that everybody knows: Big Ben, Taj Mahal, Colosseum, Stonehenge, the Statue of Liberty, Sydney's opera house."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.building import bricks, foot
from pinxit.engines.illustrator.rigs.cuts import arch, bar, cut, disc, mould, rod, score, tint
from pinxit.engines.illustrator.rigs.trace import facet, organic
from pinxit.engines.illustrator.shapes import box, ellipse

SAND: Rgb = (226, 200, 152)
GRASS: Rgb = (112, 156, 76)


@thing("big ben", "elizabeth tower", "clocktower", cm=9600, kind="building")
def draw_big_ben(pen: Pen, look: Look) -> None:
    rgb = look.colour((214, 178, 120))
    roof = look.part("roof", look.colour((86, 96, 96), 1))
    shaft = cut(pen, "-27,0 -25,-118 25,-118 27,0", rgb, "round", 1)
    with pen.on(shaft):
        for x in (-18.0, -9.0, 0.0, 9.0, 18.0):
            score(pen, f"{x},-116 {x},0", darken(rgb, 0.5), 1.4, 0.7)
        for y in (-100, -80, -60, -40, -20):
            score(pen, f"-30,{y} 30,{y}", darken(rgb, 0.55), 1.8, 0.8)
            for x in (-13.5, -4.5, 4.5, 13.5):
                pen.decal(box(x - 1.8, y + 4, 3.6, 10, 1.6), (255, 222, 140) if look.night else darken(rgb, 0.8))
    bar(pen, "-31 -124 62 8 1", lighten(rgb, 0.15), "round", 0.8)
    bar(pen, "-29 -176 58 54 1", rgb, "round")
    disc(pen, "0 -149 22", (226, 180, 84), "metal", 0.8)
    disc(pen, "0 -149 19", (252, 249, 238), "glow" if look.night else "flat", 0.4)
    for i in range(12):
        with pen.at(0, -149, turn=i * 30):
            score(pen, "0,-18 0,-15", (60, 54, 60), 1.6)
    score(pen, "0,-149 0,-163|0,-149 9,-144", (44, 40, 48), 2.2)
    bar(pen, "-34 -182 68 8 1", lighten(rgb, 0.15), "round", 0.8)
    cut(pen, "-28,-182 28,-182 20,-204 -20,-204", roof, "round", 1)
    bar(pen, "-17 -218 34 15 1", rgb, "round", 0.8)
    for x in (-11, -4, 3, 10):
        pen.decal(box(x - 1, -216, 4, 11, 2), (255, 222, 140) if look.night else darken(rgb, 0.8))
    cut(pen, "-20,-217 20,-217 0,-268", roof, "round", 1)
    rod(pen, "0,-264 0,-280", 2.4, (226, 180, 84), "metal", 0.6)
    disc(pen, "0 -270 3.4", (226, 180, 84), "metal", 0.5)
    for x in (-31, 31):
        cut(pen, f"{x - 4},-182 {x + 4},-182 {x},-204", rgb, "round", 0, 0.8)
    foot(pen, -44, 44, GRASS, look.random("grass"))


@thing("taj mahal", "mausoleum", "mughal palace", cm=7300, kind="building")
def draw_taj(pen: Pen, look: Look) -> None:
    rgb = look.colour((246, 240, 230))
    shade = darken(rgb, 0.42)
    for x in (-128, 128):
        cut(pen, f"{x - 5},-14 {x - 4},-130 {x + 4},-130 {x + 5},-14", rgb, "round", 0)
        for y in (-52, -90, -126):
            bar(pen, f"{x - 8} {y} 16 4 1", darken(rgb, 0.08), "round", 0.7)
        mould(pen, f"{x - 7},-130 {x - 8},-140 {x},-152 {x + 8},-140 {x + 7},-130", rgb, "round", 0.8)
    for x in (-50, 50):
        bar(pen, f"{x - 15} -104 30 18 1", rgb, "round", 0.8)
        mould(
            pen,
            f"{x - 16},-102 {x - 19},-116 {x - 8},-130 {x},-140 {x + 8},-130 {x + 19},-116 {x + 16},-102",
            rgb,
            "round",
        )
    bar(pen, "-36 -122 72 24 1", rgb, "round")
    dome = mould(pen, "-34,-120 -50,-140 -44,-168 -20,-188 0,-206 20,-188 44,-168 50,-140 34,-120", rgb, "round")
    tint(pen, dome, "-36,-156 -22,-176 -10,-182 -20,-150", (255, 255, 255), 0.9, 5)
    rod(pen, "0,-200 0,-222", 3, (226, 180, 84), "metal", 0.7)
    cut(pen, "-92,-16 -92,-92 -80,-104 80,-104 92,-92 92,-16", rgb, "round", 1)
    for x in (-66, 66):
        for y in (-58, -20):
            cut(pen, arch(x, y, 22, 32), shade, "flat", 0, 0.7)
    bar(pen, "-36 -114 72 98 1", lighten(rgb, 0.3), "round")
    pen.line(box(-32, -110, 64, 94), darken(rgb, 0.22), 1.4)
    cut(pen, arch(0, -16, 44, 82), shade, "flat", 0, 0.8)
    cut(pen, arch(0, -16, 24, 44), darken(rgb, 0.62), "flat", 0, 0.5)
    for x in (-36, 36):
        rod(pen, f"{x},-16 {x},-122", 4, rgb, "round", 0.7)
    bar(pen, "-140 -17 280 17 1", darken(rgb, 0.06), "round")
    for i in range(17):
        cut(pen, arch(-128 + i * 16, -2, 9, 12), darken(rgb, 0.26), "flat", 0, 0)


@thing("statue of liberty", "lady liberty", "liberty statue", cm=9300, kind="building")
def draw_liberty(pen: Pen, look: Look) -> None:
    rgb = look.colour((126, 178, 158))
    stone: Rgb = (208, 192, 164)
    cut(pen, "-58,0 -50,-22 50,-22 58,0", darken(stone, 0.1), "round", 1)
    base = cut(pen, "-36,-20 -29,-78 29,-78 36,-20", stone, "round", 1)
    bricks(pen, base, stone, (12, 7), look.random("stone"), 0.5)
    for x in (-14, 0, 14):
        bar(pen, f"{x - 4} -68 8 22 1", darken(stone, 0.45), "flat", 0.5)
    bar(pen, "-34 -86 68 9 1", lighten(stone, 0.2), "round", 0.8)
    rod(pen, "16,-170 34,-196 36,-222", 13, rgb, "soft", end=9)
    robe = mould(pen, "-25,-86 -22,-120 -24,-150 -16,-172 0,-178 18,-172 24,-148 20,-120 27,-86 0,-82", rgb, "soft")
    with pen.on(robe):
        score(
            pen,
            "-14,-168 -8,-130 -16,-86|-4,-170 4,-130 -4,-84|8,-168 12,-128 8,-84|-22,-150 0,-136 22,-154|-20,-140 4,-122 22,-136|18,-120 20,-86",
            darken(rgb, 0.4),
            2,
            0.6,
        )
    cut(pen, "-34,-152 -18,-158 -12,-126 -28,-120", lighten(rgb, 0.1), "soft", 2)
    rod(pen, "-16,-166 -26,-148 -16,-138", 10, rgb, "soft", 0.9)
    rod(pen, "0,-176 0,-184", 10, rgb, "soft", 0.7)
    mould(pen, "-10,-188 -10,-202 0,-209 10,-202 10,-188 0,-180", rgb, "soft")
    score(pen, "-5,-194 -2,-194|2,-194 5,-194|0,-193 0,-189|-3,-185 3,-185", darken(rgb, 0.5), 1.2, 0.8)
    for i in range(7):
        with pen.at(0, -202, turn=-66 + i * 22):
            cut(pen, "-2,-8 2,-8 0,-24", lighten(rgb, 0.1), "soft", 0, 0.7)
    bar(pen, "-11 -206 22 5 2", darken(rgb, 0.15), "soft", 0.7)
    cut(pen, "28,-224 45,-224 41,-212 32,-212", darken(rgb, 0.1), "round", 1)
    pen.glow(ellipse(36, -236, 20), (255, 214, 110), alpha=0.5, blur=9)
    mould(pen, "30,-224 29,-234 34,-240 36,-252 41,-238 44,-232 42,-224", (250, 190, 60), "glow")


def _shell(pen: Pen, foot: tuple[float, float], apex: tuple[float, float], rgb: Rgb, lit: Rgb) -> None:
    """A tiled sail that stands on `foot` (left, right) and hangs over to `apex`, with glass in its mouth."""
    (left, right), (x, y) = foot, apex
    wide = right - left
    mouth = pen.fill(
        organic(
            f"{left + wide * 0.04},-34 {left - wide * 0.04},{y * 0.55} {x},{y} {left + wide * 0.26},{y * 0.62} "
            f"{left + wide * 0.34},-34",
            0.4,
        ),
        lit,
        "flat",
        line=0.7,
    )
    with pen.on(mouth):
        for i in range(1, 6):
            score(pen, f"{left - wide * 0.1},{y * i / 6} {left + wide * 0.5},{y * i / 6 + 6}", lighten(lit, 0.4), 1.3)
        score(pen, f"{x},{y} {left + wide * 0.14},{y * 0.5} {left + wide * 0.18},-30", lighten(lit, 0.4), 1.3)
    sail = pen.fill(
        organic(
            f"{right},-34 {left + wide * 0.92},{y * 0.4} {left + wide * 0.62},{y * 0.72} {left + wide * 0.26},{y * 0.92} "
            f"{x},{y} {left + wide * 0.12},{y * 0.76} {left + wide * 0.26},{y * 0.46} {left + wide * 0.3},-34",
            0.42,
        ),
        rgb,
        "glossy",
    )
    with pen.on(sail):
        for i in range(1, 7):
            at = left + wide * (0.3 + i * 0.11)
            score(
                pen,
                f"{at},-34 {left + wide * (0.2 + i * 0.085)},{y * (0.7 - i * 0.05)} {x},{y}",
                darken(rgb, 0.2),
                1.3,
                0.6,
            )


@thing("sydney opera house", "opera house", "concert hall", cm=6500, kind="building")
def draw_opera(pen: Pen, look: Look) -> None:
    rgb = look.colour((248, 246, 240))
    lit = (250, 206, 120) if look.night else (74, 92, 112)
    for left, right, tip, high, flip in (
        (46.0, 122.0, 40.0, -96.0, True),
        (14.0, 108.0, 2.0, -132.0, False),
        (-54.0, 62.0, -70.0, -176.0, False),
        (-112.0, 0.0, -132.0, -132.0, False),
    ):
        with pen.at(168 if flip else 0, 0, flip=flip):
            _shell(pen, (left, right), (tip, high), rgb, lit)
    bar(pen, "-136 -36 268 20 2", (206, 176, 148), "round")
    for i in range(24):
        pen.decal(box(-128 + i * 11, -30, 6, 10), (255, 222, 140) if look.night else (120, 92, 84), alpha=0.8)
    cut(pen, "-146,-18 140,-18 150,0 -156,0", darken((206, 176, 148), 0.16), "round", 2)


@thing("leaning tower of pisa", "leaning tower", "tower of pisa", cm=5600, kind="building")
def draw_pisa(pen: Pen, look: Look) -> None:
    rgb = look.colour((244, 234, 214))
    with pen.at(-14, 0, turn=5.5):
        for i in range(8):
            y, half = -i * 25.0, 35 - i * 0.9
            if i == 7:
                half = 25
            drum = cut(pen, f"{-half},{y} {-half},{y - 26} {half},{y - 26} {half},{y}", rgb, "round", 1)
            with pen.on(drum):
                for k in range(9):
                    x = half * (-0.92 + k * 0.23)
                    pen.decal(facet(arch(x, y - 1, 5.6, 19)), darken(rgb, 0.5), alpha=0.85)
            bar(pen, f"{-half - 3} {y - 28} {half * 2 + 6} 4.6 1", lighten(rgb, 0.4), "round", 0.7)
        bar(pen, "-38 -4 76 8 1", darken(rgb, 0.12), "round", 0.8)
        rod(pen, "0,-202 0,-220", 2, (90, 90, 96), "metal", 0.5)
        cut(pen, "0,-220 16,-215 0,-210", (206, 56, 50), "flat", 0, 0.6)
    foot(pen, -66, 66, GRASS, look.random("grass"))


@thing(
    "golden gate bridge",
    "suspension bridge",
    "brooklyn bridge",
    "cable bridge",
    "tower bridge",
    cm=22000,
    kind="building",
)
def draw_golden_gate(pen: Pen, look: Look) -> None:
    rgb = look.colour((200, 68, 44))
    score(pen, "-180,-70 -120,-122 -84,-176|84,-176 120,-122 180,-70", darken(rgb, 0.2), 3.4)
    score(pen, "-84,-176 -50,-112 0,-84 50,-112 84,-176", darken(rgb, 0.2), 3.4)
    for i in range(-11, 12):
        x = i * 7.0
        score(pen, f"{x},{-84 - 92 * (abs(x) / 84) ** 1.9} {x},-58", darken(rgb, 0.1), 1.1)
    for i in range(9):
        for side in (-1, 1):
            x = side * (94 + i * 9.4)
            score(pen, f"{x},{-174 + (abs(x) - 84) * 1.14} {x},-58", darken(rgb, 0.1), 1.1)
    for x in (-84, 84):
        for dx in (-11, 5):
            cut(pen, f"{x + dx},0 {x + dx + 1},-182 {x + dx + 6},-182 {x + dx + 7},0", rgb, "round", 0)
        for y in (-178, -146, -112, -78, -36):
            bar(pen, f"{x - 10} {y} 20 7 1", darken(rgb, 0.08), "round", 0.7)
        bar(pen, f"{x - 20} -12 40 14 3", (170, 166, 158), "round")
    bar(pen, "-186 -60 372 9 1", darken(rgb, 0.1), "round")
    zig = " ".join(f"{-182 + i * 7},{-51 if i % 2 else -42}" for i in range(53))
    pen.line(facet(zig + " " + "182,-51"), darken(rgb, 0.3), 1)
    score(pen, "-186,-42 186,-42", darken(rgb, 0.3), 2.4)
