"""Parts of the body drawn alone: hand, pointing finger, foot, eye, ear, nose, mouth, arm."""

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.cuts import disc, mould, score, tint
from pinxit.engines.illustrator.rigs.trace import organic, points
from pinxit.engines.illustrator.shapes import ellipse, tube, union

SKIN: Rgb = (236, 190, 156)


def skin_of(look: Look) -> Rgb:
    return look.part("skin", look.colour(SKIN))


@thing("hand", "palm of a hand", "open hand", "human hand", "left hand", "right hand", cm=19)
def draw_hand(pen: Pen, look: Look) -> None:
    skin = skin_of(look)
    palm = organic("-30,0 -31,-30 -42,-60 -40,-92 -14,-102 16,-101 36,-92 40,-62 30,-28 29,0")
    fingers = [
        ("-32,-84 -42,-128 -47,-158", 21, 14),
        ("-11,-94 -15,-146 -17,-180", 23, 15),
        ("12,-94 14,-144 16,-174", 22, 15),
        ("32,-84 40,-118 46,-142", 19, 12),
        ("-30,-34 -54,-66 -76,-92", 30, 17),
    ]
    whole = union(palm, *(tube(points(way), [wide, (wide + end) / 1.9, end]) for way, wide, end in fingers))
    pen.fill(whole, skin, "soft")
    with pen.on(whole):
        for x, y, rx, ry, turn in ((-22, -40, 18, 28, 24), (26, -46, 13, 28, -8), (0, -90, 36, 9, 2)):
            pen.decal(ellipse(x, y, rx, ry, turn), mix(lighten(skin, 0.3), (255, 170, 150), 0.35), alpha=0.5, blur=6)
    crease = darken(skin, 0.32)
    score(pen, "-36,-62 -20,-58 -6,-40 -4,-16|-34,-72 -10,-66 18,-60 35,-66|-22,-88 4,-76 34,-82", crease, 1.8, 0.7)
    score(pen, "-43,-106 -32,-110|-46,-130 -36,-133|-23,-118 -7,-119|-24,-146 -9,-147", crease, 1.4, 0.6)
    score(pen, "6,-118 22,-118|8,-144 22,-145|33,-106 44,-110|38,-122 48,-126|-56,-54 -46,-64", crease, 1.4, 0.6)
    score(pen, "-28,-8 0,-4 28,-8", crease, 1.6, 0.5)


@thing("finger", "pointing finger", "pointing hand", "index finger", "fingertip", cm=19)
def draw_finger(pen: Pen, look: Look) -> None:
    skin = skin_of(look)
    fist = organic("-33,0 -34,-36 -44,-66 -38,-92 -10,-98 22,-96 42,-84 44,-56 33,-32 31,0")
    point = tube(points("-20,-84 -24,-130 -23,-172"), [26, 22, 17])
    whole = union(fist, point)
    pen.fill(whole, skin, "soft")
    nail = ellipse(-23, -168, 6.4, 9.5, 2)
    pen.fill(nail, mix(lighten(skin, 0.35), (255, 190, 190), 0.4), "glossy", line=0.4)
    crease = darken(skin, 0.32)
    for x, y in ((0, -88), (19, -84), (36, -76)):
        curl = organic(
            f"{x - 11},{y - 2} {x},{y - 13} {x + 11},{y - 2} {x + 10},{y + 30} {x},{y + 36} {x - 10},{y + 30}"
        )
        pen.fill(curl, skin, "soft", line=0.8)
        score(pen, f"{x - 6},{y + 8} {x},{y + 6} {x + 6},{y + 8}", crease, 1.3, 0.6)
    pen.fill(tube(points("-36,-44 -16,-58 14,-52 26,-50"), [28, 24, 20, 16]), skin, "soft", line=0.8)
    pen.fill(ellipse(22, -52, 7.5, 5.5, 6), mix(lighten(skin, 0.35), (255, 190, 190), 0.4), "glossy", line=0.4)
    score(pen, "-33,-122 -24,-125 -14,-122|-33,-128 -24,-131 -15,-128|-32,-148 -24,-150 -15,-148", crease, 1.3, 0.6)


@thing("foot", "human foot", "bare foot", "feet", "ankle", cm=26, faces=1)
def draw_foot(pen: Pen, look: Look) -> None:
    skin = skin_of(look)
    body = organic(
        "-44,-130 -42,-80 -52,-44 -66,-22 -62,-4 -40,-1 -4,-8 34,-4 82,0 100,-6 104,-16 92,-28 56,-44 18,-72 2,-100 -2,-130",
        0.45,
    )
    pen.fill(body, skin, "soft")
    for x, y, rx, ry in ((70, -11, 8, 8), (82, -11.5, 9, 9), (99, -14, 15, 13)):
        disc(pen, f"{x} {y} {rx} {ry}", skin, "soft", 0.8)
    disc(pen, "106 -21 6.5 5 24", mix(lighten(skin, 0.35), (255, 190, 190), 0.4), "glossy", 0.4)
    crease = darken(skin, 0.3)
    tint(pen, body, "-16,-18 10,-26 36,-16 14,-8 -10,-8", darken(skin, 0.3), 0.4, 5)
    tint(pen, body, "-46,-62 -30,-74 -14,-62 -30,-50", lighten(skin, 0.4), 0.6, 4)
    score(pen, "-44,-58 -36,-50 -22,-52|-34,-118 -34,-96|20,-58 46,-38|40,-48 66,-30", crease, 1.6, 0.45)


@thing("eye", "human eye", "eyeball", "eyes", "iris of an eye", cm=4)
def draw_eye(pen: Pen, look: Look) -> None:
    iris = look.part("eyes", look.colour((78, 140, 176)))
    lid = organic("-92,-44 -60,-78 -14,-96 34,-88 70,-64 94,-38 66,-18 22,-8 -30,-10 -66,-24", 0.42)
    pen.fill(
        organic("-104,-40 -62,-92 -12,-112 40,-102 82,-72 106,-34 70,-6 20,6 -36,2 -76,-16"), SKIN, "soft", line=0.6
    )
    pen.fill(lid, (250, 247, 244), "flat", line=0.6)
    with pen.on(lid):
        pen.decal(ellipse(0, -50, 43), darken(iris, 0.55))
        pen.decal(ellipse(0, -50, 40), iris)
        for i in range(40):
            with pen.at(0, -50, turn=i * 9):
                pen.line(
                    organic(f"-0.6,-17 0.6,-17 0.4,{-33 - i % 3 * 2} -0.4,-33"),
                    lighten(iris, 0.45 if i % 2 else 0.2),
                    1,
                    alpha=0.6,
                )
        pen.decal(ellipse(0, -50, 18), (22, 18, 24))
        pen.decal(ellipse(6, -34, 26, 10), lighten(iris, 0.6), alpha=0.35, blur=4)
        pen.decal(
            organic("-100,-40 -60,-70 -14,-82 34,-76 80,-50 100,-36 80,-110 -60,-120"), (60, 40, 60), alpha=0.35, blur=5
        )
        pen.decal(ellipse(-13, -68, 10, 8), (255, 255, 255))
        pen.decal(ellipse(16, -38, 4.5), (255, 255, 255), alpha=0.85)
        pen.decal(ellipse(84, -38, 11, 8), (236, 160, 152), alpha=0.9, blur=2)
    lash: Rgb = (44, 30, 34)
    pen.line(organic("-94,-43 -60,-78 -14,-96 34,-88 70,-64 94,-38 68,-68 34,-91 -14,-99 -60,-82"), lash, 4)
    score(
        pen,
        "-70,-70 -90,-88|-54,-82 -70,-106|-34,-91 -44,-118|-12,-96 -14,-126|12,-94 18,-124|34,-88 46,-114|54,-76 70,-98|70,-62 88,-80",
        lash,
        3.4,
    )
    score(pen, "-74,-88 -14,-114 44,-104 84,-76", darken(SKIN, 0.4), 3, 0.7)
    score(pen, "-50,-16 -56,-6|-26,-9 -28,2|0,-7 2,4|26,-8 32,2", lash, 1.6, 0.7)


@thing("ear", "human ear", "earlobe", cm=7)
def draw_ear(pen: Pen, look: Look) -> None:
    skin = skin_of(look)
    shell = mould(pen, "-36,-40 -44,-90 -34,-134 4,-150 42,-132 52,-92 38,-54 24,-34 14,-6 -8,-1 -26,-14", skin, "soft")
    tint(pen, shell, "-26,-60 -30,-104 -12,-128 18,-126 32,-98 22,-66 2,-40 -12,-36", darken(skin, 0.32), 0.5, 4)
    mould(pen, "-20,-52 -24,-78 -8,-100 14,-104 22,-86 8,-66 -2,-44", mix(skin, (255, 196, 176), 0.4), "soft", 0.4)
    mould(pen, "-30,-50 -30,-74 -16,-72 -10,-56 -16,-42", skin, "soft", 0.5)
    pen.decal(ellipse(-8, -66, 8, 12, 16), darken(skin, 0.55), alpha=0.85, blur=2)
    score(pen, "-34,-108 -24,-132 6,-140 32,-124 40,-94 28,-62 14,-44", darken(skin, 0.38), 2.4, 0.7)
    score(pen, "-14,-100 4,-116 24,-108 26,-86", darken(skin, 0.35), 2, 0.6)
    tint(pen, shell, "-14,-22 2,-26 8,-12 -6,-6", lighten(skin, 0.4), 0.6, 3)


@thing("nose", "human nose", "nostril", cm=6)
def draw_nose(pen: Pen, look: Look) -> None:
    skin = skin_of(look)
    body = mould(
        pen,
        "-16,-146 16,-146 20,-100 30,-62 54,-38 52,-14 30,-8 14,-10 0,-2 -14,-10 -30,-8 -52,-14 -54,-38 -30,-62 -20,-100",
        skin,
        "soft",
    )
    tint(pen, body, "-6,-136 6,-136 9,-80 16,-40 0,-24 -14,-40 -8,-80", lighten(skin, 0.4), 0.5, 5)
    for side in (-1, 1):
        pen.decal(ellipse(side * 24, -14, 12, 6, -side * 16), darken(skin, 0.62), alpha=0.9, blur=1)
        score(pen, f"{side * 26},-54 {side * 36},-38 {side * 34},-22", darken(skin, 0.34), 2.2, 0.7)
    pen.decal(ellipse(-6, -46, 10, 7, -20), (255, 255, 255), alpha=0.55, blur=2)
    pen.decal(ellipse(0, -28, 26, 12), (240, 130, 110), alpha=0.2, blur=8)


@thing("mouth", "lips", "human mouth", "smiling mouth", "lip", cm=5)
def draw_mouth(pen: Pen, look: Look) -> None:
    red = look.colour((206, 62, 76))
    inner = organic("-78,-50 -40,-56 0,-52 40,-56 78,-50 50,-20 0,-8 -50,-20")
    whole = mould(
        pen, "-98,-54 -62,-74 -24,-92 0,-84 24,-92 62,-74 98,-54 66,-18 28,0 0,3 -28,0 -66,-18", red, "glossy"
    )
    pen.fill(inner, (92, 20, 34), "flat", line=0.6)
    with pen.on(inner):
        pen.decal(ellipse(0, -6, 40, 20), (232, 116, 122))
        pen.decal(organic("-70,-60 70,-60 58,-42 0,-36 -58,-42"), (252, 250, 246))
        score(
            pen,
            "-30,-58 -30,-40|-10,-58 -10,-37|10,-58 10,-37|30,-58 30,-40|-48,-58 -47,-43|48,-58 47,-43",
            (206, 196, 192),
            1.4,
        )
    tint(pen, whole, "-30,-6 0,-12 32,-8 10,-1 -14,0", (255, 240, 240), 0.7, 2)
    tint(pen, whole, "-40,-76 -22,-84 -10,-76 -26,-70", (255, 220, 224), 0.6, 2)
    score(
        pen,
        "-60,-66 -52,-60|-34,-78 -30,-66|34,-78 30,-66|60,-66 52,-60|-40,-12 -36,-4|40,-12 36,-4|0,-78 0,-62",
        darken(red, 0.35),
        1.4,
        0.6,
    )


@thing("arm", "muscular arm", "flexed arm", "biceps", "bicep", "elbow", cm=40)
def draw_arm(pen: Pen, look: Look) -> None:
    skin = skin_of(look)
    whole = mould(
        pen,
        "-96,-6 -98,-44 -70,-60 -40,-74 -8,-78 18,-62 30,-84 34,-118 32,-132 50,-146 72,-140 80,-118 74,-96 78,-60 74,-22 56,-4 20,-2 -30,-10 -62,-4",
        skin,
        "soft",
    )
    crease = darken(skin, 0.34)
    tint(pen, whole, "-60,-50 -30,-66 0,-66 8,-52 -20,-46", lighten(skin, 0.4), 0.6, 5)
    tint(pen, whole, "24,-60 34,-76 40,-50 30,-34 10,-30", crease, 0.4, 5)
    for i in range(4):
        disc(pen, f"{36 - i * 1.5} {-138 + i * 9.5} 10 6.4 -8", skin, "soft", 0.7)
    mould(pen, "34,-104 48,-112 62,-108 60,-98 44,-96", skin, "soft", 0.7)
    score(pen, "18,-62 26,-50 24,-40|-92,-46 -70,-34 -50,-32|58,-8 50,-18 36,-18|56,-92 62,-70", crease, 2, 0.6)
