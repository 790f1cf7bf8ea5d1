"""The Sphinx and a moai."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.building import foot
from pinxit.engines.illustrator.rigs.cuts import cut, disc, mould, rod, score, tint
from pinxit.engines.illustrator.rigs.trace import organic
from pinxit.engines.illustrator.shapes import ellipse

SAND: Rgb = (226, 196, 142)
GRASS: Rgb = (112, 156, 76)


@thing("sphinx", "great sphinx", "egyptian sphinx", cm=2000, kind="building", faces=1)
def draw_sphinx(pen: Pen, look: Look) -> None:
    """A lion at rest with a king's head in its striped cloth."""
    rgb = look.colour(SAND)
    mould(pen, "-160,2 -110,-10 0,-14 120,-10 168,2 90,8 -80,8", lighten(rgb, 0.25), "soft", 0.5)
    cut(pen, "44,-30 136,-34 150,-22 150,-8 40,-6", darken(rgb, 0.16), "soft", 9)
    body = mould(
        pen, "-140,-2 -150,-30 -140,-62 -112,-80 -60,-78 0,-82 36,-104 74,-100 86,-70 80,-30 70,-2", rgb, "soft"
    )
    with pen.on(body):
        for i in range(6):
            y = -14 - i * 12
            score(
                pen,
                f"-156,{y + 3} -110,{y - 4} -50,{y + 2} 20,{y - 5} 90,{y + 2}",
                darken(rgb, 0.22),
                1.8,
                0.45,
            )
    tint(pen, body, "-20,-60 30,-86 40,-40 10,-10 -24,-20", darken(rgb, 0.35), 0.3, 8)
    haunch = mould(pen, "-146,-4 -152,-36 -130,-66 -98,-66 -74,-40 -76,-14 -92,-2", lighten(rgb, 0.05), "soft", 0.8)
    tint(pen, haunch, "-140,-40 -126,-60 -104,-60 -110,-44", lighten(rgb, 0.4), 0.4, 5)
    rod(pen, "-112,-8 -80,-8 -48,-8", 16, lighten(rgb, 0.05), "soft", 0.8, 18)
    score(pen, "-52,-14 -42,-12|-52,-7 -41,-6", darken(rgb, 0.4), 1.6, 0.8)
    rod(pen, "-146,-20 -158,-8 -140,2 -104,2", 9, rgb, "soft", 0.7, 6)
    cut(pen, "28,-32 130,-30 144,-22 146,0 20,0 20,-26", lighten(rgb, 0.08), "soft", 9)
    score(pen, "126,-20 128,-2|136,-18 138,-2|30,-15 116,-14", darken(rgb, 0.35), 1.8, 0.7)
    _head(pen, rgb)


def _head(pen: Pen, rgb: Rgb) -> None:
    cloth = mould(
        pen,
        "18,-72 4,-100 14,-142 34,-168 58,-174 82,-168 102,-142 112,-100 98,-72 84,-62 80,-92 36,-92 32,-62",
        darken(rgb, 0.04),
        "soft",
    )
    with pen.on(cloth):
        for i in range(13):
            y = -168 + i * 9
            score(pen, f"0,{y + 8} 30,{y} 58,{y - 3} 86,{y} 116,{y + 8}", darken(rgb, 0.36), 2.6, 0.55)
    face = mould(
        pen, "32,-134 34,-108 42,-88 58,-80 74,-88 82,-108 84,-134 72,-150 58,-153 44,-150", lighten(rgb, 0.16), "soft"
    )
    with pen.on(face):
        tint(pen, face, "70,-150 90,-140 90,-90 66,-82 74,-110", darken(rgb, 0.4), 0.35, 4)
    dark = darken(rgb, 0.62)
    for x in (47.0, 69.0):
        score(pen, f"{x - 9},-129 {x},-134 {x + 9},-129", dark, 2.4)
        mould(pen, f"{x - 8},-121 {x},-125.5 {x + 8},-121 {x},-117.5", lighten(rgb, 0.45), "flat", 0.4)
        disc(pen, f"{x} -121 3.2", dark, "flat", 0)
    score(pen, "55,-120 53,-106 58,-103 63,-106 61,-112", darken(rgb, 0.5), 2.2)
    mould(pen, "48,-95 55,-97.5 58,-96.5 61,-97.5 68,-95 58,-90", darken(rgb, 0.3), "soft", 0.4)
    score(pen, "48,-95 58,-94.4 68,-95", dark, 1.4)
    mould(pen, "53,-150 51,-166 58,-176 65,-166 63,-150", darken(rgb, 0.14), "soft", 0.7)
    rod(pen, "58,-80 58,-60", 10, darken(rgb, 0.12), "soft", 0.7, 8)


@thing(
    "moai",
    "easter island statue",
    "easter island head",
    "moai statue",
    "tiki",
    "totem pole",
    "tiki statue",
    cm=400,
    kind="building",
)
def draw_moai(pen: Pen, look: Look) -> None:
    """A long stone head with a heavy brow on narrow shoulders."""
    rgb = look.colour((146, 140, 130))
    trunk = cut(pen, "-62,0 -68,-44 -54,-70 54,-70 68,-44 62,0", darken(rgb, 0.1), "round", 14)
    score(pen, "-46,-54 -50,-20 -34,-4|46,-54 50,-20 34,-4|-14,-60 0,-54 14,-60", darken(rgb, 0.5), 2.4, 0.6)
    for side in (-1, 1):
        cut(
            pen,
            f"{side * 40},-172 {side * 56},-166 {side * 57},-108 {side * 50},-92 {side * 38},-98",
            darken(rgb, 0.14),
            "round",
            6,
            0.9,
        )
        score(pen, f"{side * 50},-156 {side * 50},-112", darken(rgb, 0.5), 2.4, 0.6)
    head = cut(
        pen, "-38,-214 38,-214 46,-188 46,-120 40,-72 26,-50 -26,-50 -40,-72 -46,-120 -46,-188", rgb, "round", 15
    )
    with pen.on(head):
        for side in (-1, 1):
            pen.decal(
                organic(f"{side * 40},-168 {side * 14},-170 {side * 13},-150 {side * 26},-142 {side * 40},-152"),
                darken(rgb, 0.5),
                alpha=0.85,
                blur=2.5,
            )
            pen.decal(
                organic(f"{side * 46},-130 {side * 30},-100 {side * 44},-60"), darken(rgb, 0.4), alpha=0.4, blur=5
            )
        pen.decal(organic("-30,-76 0,-72 30,-76 24,-66 0,-62 -24,-66"), darken(rgb, 0.5), alpha=0.5, blur=3)
        for x, y, r in ((-26, -196, 6), (20, -202, 5), (34, -112, 4), (-36, -104, 5), (-10, -58, 5), (28, -186, 4)):
            pen.decal(ellipse(x, y, r, r * 0.55, 20), darken(rgb, 0.3), alpha=0.5)
            pen.line(ellipse(x + 1, y + 1, r, r * 0.55, 20), lighten(rgb, 0.3), 0.8, alpha=0.5)
    cut(pen, "-48,-182 -14,-190 14,-190 48,-182 46,-166 12,-166 -12,-166 -46,-166", lighten(rgb, 0.1), "round", 7, 0.9)
    cut(pen, "-9,-178 9,-178 14,-124 24,-108 18,-98 -18,-98 -24,-108 -14,-124", lighten(rgb, 0.08), "round", 6, 0.9)
    score(pen, "-12,-102 -9,-104|12,-102 9,-104", darken(rgb, 0.6), 3)
    mould(pen, "-28,-84 -12,-90 0,-87 12,-90 28,-84 14,-81 -14,-81", lighten(rgb, 0.05), "round", 0.7)
    mould(pen, "-26,-81 0,-81 26,-81 14,-73 -14,-73", lighten(rgb, 0.1), "round", 0.7)
    tint(pen, trunk, "-66,-6 -30,-18 0,-8 40,-16 66,-4 60,8 -60,8", (108, 140, 80), 0.6, 3)
    foot(pen, -64, 64, GRASS, look.random("grass"))
