"""The parts of a dragon: head with horns, wings of skin between fingers, flames; and the whole of it in flight."""

from __future__ import annotations

from collections.abc import Sequence

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.look import Look
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.creature import INK, anchors, draw_cheek, draw_eye
from pinxit.engines.illustrator.rigs.trace import facet, organic, points, stroke
from pinxit.engines.illustrator.shapes import Point, ellipse, polygon, tube, union

WING = ((0.0, 0.0), (-16.0, -70.0), (-64.0, -104.0), (-120.0, -96.0))
FIRE = {"breathe", "spit", "blow", "roar", "exhale", "burn"}
HORN: Rgb = (246, 226, 182)


def draw_spines(pen: Pen, places: Sequence[tuple[float, float, float]], tall: int) -> None:
    """A row of spines `tall` units high: x, y and turn in degrees of each."""
    for x, y, turn in places:
        with pen.at(x, y, turn=turn):
            pen.fill(facet(f"-9 6 0 -{tall} 9 6", 2), HORN, "soft", line=0.7)


def draw_scales(pen: Pen, places: Sequence[Point], coat: Rgb) -> None:
    """Here and there a scale shows on the hide."""
    for x, y in places:
        pen.line(stroke(f"{x - 5} {y - 2} {x} {y + 4} {x + 5} {y - 2}"), darken(coat, 0.25), 2, alpha=0.55)


def draw_wing(pen: Pen, root: tuple[float, float], bone: Rgb, web: Rgb, turn: float, scale: float = 1.0) -> None:
    """A wing with its shoulder at `root`: spread to the upper left, turned clockwise by degrees."""
    with pen.at(*root, scale, turn=turn):
        text = "0 0 -16 -70 -64 -104 -120 -96 -112 -74 -128 -58 -104 -46 -104 -24 -76 -24 -60 -2 -36 -10 -16 14"
        skin = pen.fill(organic(text, 0.3), web, "soft")
        with pen.on(skin):
            for end in ("-128 -58", "-104 -24", "-60 -2"):
                pen.line(stroke(f"-62 -102 {end}"), darken(web, 0.28), 3)
            pen.decal(organic("-20 -70 -64 -100 -60 -40 -30 -10"), lighten(web, 0.3), alpha=0.3, blur=8)
        arm = union(tube(WING[:3], [16, 12, 9]), tube([WING[2], (-94, -104), WING[3]], [9, 6, 2]))
        pen.fill(arm, bone, "soft", line=0.8)
        pen.fill(facet("-66 -104 -60 -124 -56 -102", 2), HORN, "soft", line=0.6)


def draw_head(pen: Pen, look: Look, coat: Rgb, light: Rgb) -> None:
    """The head, looking to the right; its neck ends at about (24, -150)."""
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


def draw_flames(pen: Pen) -> None:
    """Fire out of the mouth of `draw_head`."""
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


def draw_flying(pen: Pen, coat: Rgb, light: Rgb, web: Rgb) -> None:
    """Tail, body, legs and wings of a dragon in flight, for the head of `draw_head`."""
    draw_wing(pen, (-26, -98), darken(coat, 0.18), darken(web, 0.2), 42, 1.3)
    spine = [(-96, -58), (-140, -44), (-184, -52), (-214, -82), (-246, -86)]
    pen.fill(facet("-236 -76 -262 -104 -286 -86 -262 -70", 5), mix(coat, (226, 110, 56), 0.55), "soft", line=0.8)
    draw_spines(pen, ((-122, -60, -14), (-152, -54, 0), (-182, -64, 22), (-208, -86, 40)), 12)
    pen.fill(tube(spine, [50, 32, 20, 12, 6]), coat, "soft")
    _tucked(pen, darken(coat, 0.2), (10, -4))
    draw_spines(pen, ((-84, -92, -14), (-58, -104, -10), (-32, -108, -4), (-8, -116, -30), (4, -136, -56)), 13)
    trunk = organic(
        "-118 -62 -96 -88 -52 -102 -16 -110 2 -134 12 -162 44 -160 46 -136 38 -108 26 -78 -4 -54 -52 -42 -96 -44"
    )
    body = pen.fill(trunk, coat, "soft")
    with pen.on(body):
        front = organic("56 -150 36 -132 26 -104 6 -78 -30 -60 -90 -52 -120 -30 0 -20 60 -80")
        pen.decal(front, light)
        with pen.on(front):
            for k in range(11):
                across, down = 40 - k * 13, -136 + k * 9.5
                text = f"{across - 14} {down - 10} {across + 4} {down + 4} {across + 20} {down + 22}"
                pen.line(stroke(text), darken(light, 0.25), 2.2)
        draw_scales(pen, ((-70, -80), (-52, -90), (-34, -84), (-14, -98), (4, -106), (14, -128), (-92, -70)), coat)
    pen.anchor("back", -34, -102, 60)
    pen.anchor("seat", -34, -100, 50)
    _tucked(pen, coat, (0, 0))
    draw_wing(pen, (-34, -92), coat, web, 14, 1.45)
    anchors(pen, body=(-30, -78, 84), neck=(26, -132, 40), hand=(38, -44, 26), hand2=(48, -48, 24))


def _tucked(pen: Pen, coat: Rgb, by: tuple[float, float]) -> None:
    """One hind leg drawn back and one forearm held under the chest."""
    with pen.at(*by):
        pen.fill(tube([(-78, -62), (-92, -34), (-124, -30)], [40, 24, 13]), coat, "soft")
        for dy in (-6, 0, 6):
            pen.fill(organic(f"-122 {-30 + dy - 3} -138 {-29 + dy} -122 {-30 + dy + 4}", 0.3), HORN, "soft", line=0.6)
        pen.fill(tube([(14, -80), (10, -54), (34, -46)], [24, 16, 12]), coat, "soft")
        for dy in (-5, 0, 5):
            pen.fill(organic(f"34 {-46 + dy - 3} 47 {-44 + dy} 34 {-46 + dy + 4}", 0.3), HORN, "soft", line=0.6)
