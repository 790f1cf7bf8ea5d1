"""A dragon sitting upright with its wings raised; it breathes fire when asked."""

from __future__ import annotations

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.creature import INK, anchors, draw_cheek, draw_eye
from pinxit.engines.illustrator.rigs.trace import facet, organic, points, stroke
from pinxit.engines.illustrator.shapes import ellipse, polygon, tube, union

WING = ((0.0, 0.0), (-16.0, -70.0), (-64.0, -104.0), (-120.0, -96.0))
FIRE = {"breathe", "spit", "blow", "roar", "exhale", "burn"}
HORN: Rgb = (246, 226, 182)


@thing("dragon", "baby dragon", "wyvern", "fire dragon", cm=350, kind="animal", faces=1)
def draw(pen: Pen, look: Look) -> None:
    coat = look.colour((84, 160, 78))
    light = look.part("belly", look.colour(mix((250, 222, 140), lighten(coat, 0.6), 0.35), 1))
    web = look.part("wing", mix(darken(coat, 0.1), (226, 120, 56), 0.72))
    _wing(pen, (14, -104), darken(coat, 0.18), darken(web, 0.18), 20)
    _tail(pen, coat)
    pen.fill(organic("30 -34 44 -40 58 -26 56 -8 68 -4 66 0 40 0 34 -8"), darken(coat, 0.2), "soft")
    pen.anchor("back", -34, -84, 60)
    _wing(pen, (-14, -106), coat, web, -4)
    _body(pen, coat, light)
    _limbs(pen, coat)
    _head(pen, look, coat, light)
    if look.pose in FIRE or "fire" in look.adjectives or look.has("breathing", "fire-breathing", "fiery"):
        _flames(pen)


def _tail(pen: Pen, coat: Rgb) -> None:
    spine = [(-14, -22), (-60, -12), (-100, -18), (-122, -44), (-108, -70), (-96, -62)]
    for x, y, turn in ((-48, -24, -8), (-72, -22, -4), (-96, -30, 20), (-112, -42, 50)):
        with pen.at(x, y, turn=turn):
            pen.fill(facet("-9 6 0 -12 9 6", 2), HORN, "soft", line=0.7)
    pen.fill(facet("-92 -54 -82 -76 -110 -82 -128 -66", 6), mix(coat, (226, 110, 56), 0.55), "soft", line=0.8)
    pen.fill(tube(spine, [46, 32, 22, 16, 10, 5]), coat, "soft")


def _wing(pen: Pen, root: tuple[float, float], bone: Rgb, web: Rgb, turn: float) -> None:
    with pen.at(*root, turn=turn):
        text = "0 0 -16 -70 -64 -104 -120 -96 -112 -74 -128 -58 -104 -46 -104 -24 -76 -24 -60 -2 -36 -10 -16 14"
        skin = pen.fill(organic(text, 0.3), web, "soft")
        with pen.on(skin):
            for end in ("-128 -58", "-104 -24", "-60 -2"):
                pen.line(stroke(f"-62 -102 {end}"), darken(web, 0.28), 3)
            pen.decal(organic("-20 -70 -64 -100 -60 -40 -30 -10"), lighten(web, 0.3), alpha=0.3, blur=8)
        arm = union(tube(WING[:3], [16, 12, 9]), tube([WING[2], (-94, -104), WING[3]], [9, 6, 2]))
        pen.fill(arm, bone, "soft", line=0.8)
        pen.fill(facet("-66 -104 -60 -124 -56 -102", 2), HORN, "soft", line=0.6)


def _body(pen: Pen, coat: Rgb, light: Rgb) -> None:
    for x, y, turn in ((-42, -62, -76), (-34, -84, -62), (-20, -104, -50), (-4, -124, -52), (2, -144, -70)):
        with pen.at(x, y, turn=turn):
            pen.fill(facet("-9 6 0 -13 9 6", 2), HORN, "soft", line=0.7)
    trunk = organic(
        "-48 -30 -46 -64 -26 -98 -4 -122 2 -146 14 -166 46 -160 46 -138 42 -114 52 -84 50 -48 38 -14 0 -2 -34 -6"
    )
    body = pen.fill(trunk, coat, "soft")
    with pen.on(body):
        front = organic("50 -146 32 -130 26 -104 28 -70 22 -38 8 -10 50 0 70 -60 60 -110")
        pen.decal(front, light)
        with pen.on(front):
            for k in range(10):
                y = -138 + k * 13
                pen.line(stroke(f"16 {y - 4} 34 {y + 3} 62 {y}"), darken(light, 0.25), 2.2)
        for x, y in ((-22, -64), (-8, -84), (6, -98), (-30, -44), (-4, -60), (12, -120), (8, -76), (-14, -48)):
            pen.line(stroke(f"{x - 5} {y - 2} {x} {y + 4} {x + 5} {y - 2}"), darken(coat, 0.25), 2, alpha=0.55)


def _limbs(pen: Pen, coat: Rgb) -> None:
    thigh = organic("-50 -22 -38 -54 -8 -58 14 -36 10 -14 30 -12 38 -4 34 0 -30 0 -46 -6")
    pen.fill(thigh, darken(coat, 0.05), "soft")
    for x in (16, 25, 34):
        pen.fill(organic(f"{x - 4} -8 {x + 3} -8 {x + 8} 0 {x - 2} 0", 0.3), HORN, "soft", line=0.6)
    pen.anchor("hand", 62, -78, 28)
    pen.fill(tube([(24, -96), (34, -72), (56, -76)], [22, 16, 13]), coat, "soft")
    for dy in (-7, 0, 7):
        pen.fill(organic(f"58 {-78 + dy - 3} 70 {-77 + dy} 58 {-78 + dy + 4}", 0.3), HORN, "soft", line=0.6)
    anchors(pen, body=(8, -70, 84), neck=(24, -128, 42), seat=(-30, -92, 50), hand2=(30, -6, 26))


def _head(pen: Pen, look: Look, coat: Rgb, light: Rgb) -> None:
    fire = look.pose in FIRE
    for x, y, turn in ((10, -184, -34), (26, -190, -22)):
        with pen.at(x, y, turn=turn):
            pen.fill(organic("-8 4 -8 -16 -2 -36 2 -38 6 -18 8 4"), HORN, "soft", line=0.8)
            for k in (-8, -18):
                pen.line(stroke(f"-8 {k} 0 {k + 3} 7 {k}"), darken(HORN, 0.25), 1.6)
    pen.fill(
        organic("6 -170 -14 -184 -26 -178 -18 -170 -26 -160 -14 -156 6 -152", 0.4),
        mix(coat, (226, 110, 56), 0.55),
        "soft",
        line=0.8,
    )
    jaw = organic("30 -152 60 -148 86 -144 96 -134 84 -126 54 -130 30 -138") if fire else organic(
        "30 -152 60 -146 92 -148 100 -142 88 -134 56 -132 30 -140")  # fmt: skip
    pen.fill(jaw, light, "soft")
    if fire:
        pen.fill(organic("40 -156 96 -160 92 -140 60 -136 40 -146"), (130, 34, 40), "flat", line=0.5)
    skull = pen.fill(
        organic("4 -168 14 -188 36 -194 58 -184 72 -172 94 -172 106 -160 102 -148 76 -146 44 -146 16 -148"),
        coat,
        "soft",
    )
    with pen.on(skull):
        pen.decal(ellipse(30, -186, 16, 5, -8), lighten(coat, 0.4), alpha=0.5, blur=3)
        for x, y in ((14, -164), (22, -172), (20, -156)):
            pen.line(stroke(f"{x - 4} {y - 2} {x} {y + 3} {x + 4} {y - 2}"), darken(coat, 0.25), 1.8, alpha=0.6)
    pen.decal(ellipse(98, -162, 3.4, 2.4, 30), darken(coat, 0.6))
    for x in (70, 84, 95):
        pen.fill(polygon(points(f"{x - 3.6} -147.5 {x + 3.6} -147.5 {x} -139")), (255, 255, 250), "flat", line=0.4)
    pen.decal(ellipse(44, -169, 12.6, 12), (255, 252, 240), line=0.5)
    draw_eye(pen, look, 46, -168.5, 10.5 if look.cute else 9.4, (240, 170, 40))
    if look.cute:
        draw_cheek(pen, 44, -152, 7)
    else:
        pen.line(stroke("30 -184 44 -183 58 -176"), INK, 3.4)
    anchors(pen, eyes=(46, -168, 48), face=(58, -164, 70), mouth=(100, -142, 30), head=(28, -184, 60))


def _flames(pen: Pen) -> None:
    tongues = (
        (
            "92 -146 130 -172 170 -168 214 -192 204 -160 240 -146 200 -132 214 -104 168 -116 126 -118",
            (240, 84, 30),
            (250, 150, 40),
        ),
        (
            "94 -146 130 -162 166 -158 196 -168 188 -148 206 -140 180 -132 160 -124 124 -128",
            (252, 150, 36),
            (255, 204, 70),
        ),
        ("96 -145 128 -152 154 -150 172 -150 160 -142 172 -136 146 -134 122 -136", (255, 226, 110), (255, 250, 210)),
    )
    glow = Gradient(
        (160, -145), (240, -145), ((0.0, (255, 170, 60)), (1.0, (255, 120, 30))), radial=True, alphas=(0.55, 0.0)
    )
    pen.glow(ellipse(160, -145, 80, 60), glow, blur=8)
    pen.fill(organic(tongues[0][0], 0.45), tongues[0][1], "flat", line=0.6)
    for text, tip, root in tongues:
        pen.glow(organic(text, 0.45), Gradient((96, -145), (220, -145), ((0.0, root), (1.0, tip))))
    for x, y, r in ((236, -178, 4), (250, -150, 5), (228, -112, 3.4), (262, -168, 2.6)):
        pen.glow(ellipse(x, y, r), (252, 170, 50))
