"""A dog of metal, and a round robot that hovers on rotors."""

from __future__ import annotations

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.creature import anchors, asleep
from pinxit.engines.illustrator.rigs.trace import facet, organic, stroke
from pinxit.engines.illustrator.shapes import Point, arc, box, capsule, ellipse, tube

GLOW: Rgb = (110, 236, 255)
STRIDES: dict[str, tuple[float, float, float, float]] = {
    "walk": (-12, 12, 14, -10), "run": (-30, -18, 26, 34), "stand": (0, 4, 0, 4), "jump": (-34, -24, 30, 20),
}  # fmt: skip


@thing("robot dog", "robotic dog", "robodog", "mechanical dog", "cyber dog", cm=55, kind="animal", faces=1)
def draw_dog(pen: Pen, look: Look) -> None:
    shell = look.colour((226, 232, 240))
    accent = look.colour((66, 152, 222), 1)
    joint = mix(darken(shell, 0.55), (70, 78, 92), 0.5)
    sits = look.pose in {"sit", "rest"}
    lies = look.pose in {"lie", "sleep"}
    steps = STRIDES.get(look.pose or "stand", STRIDES["stand"])
    with pen.at(0, 44 if lies else 26 if sits else 0, turn=-20 if sits else 0):
        drop = 10 if sits else 0
        pen.line(stroke(f"-58 {-92 + drop} -84 {-112 + drop} -88 {-134 + drop}"), joint, 6)
        pen.fill(ellipse(-88, -138 + drop, 8), accent, "glossy", line=0.8)
        if not lies and not sits:
            for x, step in ((-34, steps[1]), (44, steps[3])):
                _leg(pen, (x, step), darken(shell, 0.24), darken(joint, 0.2))
        pen.anchor("back", -10, -108, 80)
        body = pen.fill(box(-64, -108, 124, 50, 22), shell, "glossy")
        with pen.on(body):
            pen.decal(box(-70, -70, 140, 20), accent)
            pen.line(stroke("-64 -70 60 -70"), darken(shell, 0.3), 1.6)
            for x in (-36, -26, -16):
                pen.line(stroke(f"{x} -98 {x} -82"), darken(shell, 0.35), 3)
        pen.glow(ellipse(6, -90, 4), (104, 214, 130))
        pen.glow(ellipse(20, -90, 4), (250, 196, 70))
        for x, step in ((-46, steps[0]), (34, steps[2])):
            if lies:
                pen.fill(capsule(x, -56, x + 26, -52, 20, 17), shell, "glossy", line=0.9)
            elif not sits:
                _leg(pen, (x, step), shell, joint)
        pen.fill(capsule(52, -94, 70, -116, 20, 18), joint, "metal", line=0.8)
        anchors(
            pen, body=(0, -84, 110), seat=(-8, -108, 60), neck=(62, -106, 34), hand=(48, -12, 22), hand2=(62, -12, 20)
        )
        _head(pen, look, shell, accent, joint)
    if sits:
        for x, dark in ((16, 0.2), (2, 0.0)):
            with pen.at(x, 0, 0.78):
                _leg(pen, (6, 6), darken(shell, dark), joint)
        pen.fill(capsule(-58, -26, -30, -12, 34, 22), shell, "glossy", line=0.9)
        pen.fill(box(-40, -14, 34, 14, 6), darken(shell, 0.08), "glossy", line=0.8)


def _leg(pen: Pen, place: Point, shell: Rgb, joint: Rgb) -> None:
    x, step = place
    knee, foot = (x - 8 + step * 0.4, -40), (x + step, -8 - abs(step) * 0.3)
    pen.fill(capsule(x, -68, *knee, 17, 13), shell, "glossy", line=0.9)
    pen.fill(capsule(*knee, *foot, 10, 9), joint, "metal", line=0.8)
    pen.fill(ellipse(*knee, 7), joint, "metal", line=0.7)
    pen.fill(box(foot[0] - 10, foot[1] - 3, 25, 12, 5), shell, "glossy", line=0.8)


def _head(pen: Pen, look: Look, shell: Rgb, accent: Rgb, joint: Rgb) -> None:
    pen.fill(facet("56 -156 62 -186 78 -160", 4), accent, "glossy", line=0.8)
    pen.fill(box(96, -136, 44, 28, 10), shell, "glossy")
    pen.fill(box(132, -134, 12, 12, 4), joint, "metal", line=0.7)
    pen.line(stroke("102 -114 138 -114"), darken(shell, 0.4), 2)
    skull = pen.fill(box(50, -162, 66, 56, 20), shell, "glossy")
    with pen.on(skull):
        pen.decal(ellipse(70, -158, 22, 5), lighten(shell, 0.7), alpha=0.6, blur=3)
    pen.fill(facet("62 -158 52 -188 76 -162", 4), accent, "glossy", line=0.8)
    screen = pen.fill(box(70, -152, 44, 28, 12), (30, 36, 54), "flat", line=0.7)
    light = look.part("eye", GLOW)
    with pen.on(screen):
        for x in (83, 102):
            if asleep(look):
                pen.line(arc(x, -140, 6, 5, 20, 140), light, 3, glow=True)
            else:
                pen.glow(ellipse(x, -138, 9, 10), light, alpha=0.35, blur=3)
                pen.glow(ellipse(x, -138, 5.6, 7), light)
    anchors(pen, eyes=(92, -138, 44), face=(92, -132, 60), mouth=(134, -114, 22), head=(82, -158, 60))


@thing("drone robot", "flying robot", "hover robot", "hovering robot", cm=50, kind="animal", flies=True)
def draw_drone(pen: Pen, look: Look) -> None:
    shell = look.colour((236, 240, 246))
    accent = look.colour((250, 158, 56), 1)
    joint = mix(darken(shell, 0.55), (70, 78, 92), 0.5)
    for side in (-1, 1):
        pen.fill(tube([(side * 40, -84), (side * 66, -104), (side * 84, -108)], [11, 9, 8]), joint, "metal", line=0.8)
        pen.fill(capsule(side * 84, -124, side * 84, -104, 10, 14), accent, "glossy", line=0.8)
        pen.fill(ellipse(side * 84, -127, 42, 6), (196, 214, 226), "flat", line=0.5, alpha=0.7)
        pen.line(stroke(f"{side * 84 - 40} -128 {side * 84 + 40} -126"), joint, 3)
        pen.fill(tube([(side * 26, -34), (side * 34, -14), (side * 22, -2)], [8, 7, 6]), joint, "metal", line=0.8)
        pen.anchor("hand" if side > 0 else "hand2", side * 22, -4, 22)
        claw = f"{side * 22 - 8} -4 {side * 22} 6 {side * 22 + 8} -4 {side * 22} -1"
        pen.fill(organic(claw, 0.2), joint, "metal", line=0.7)
    pen.anchor("back", 0, -74, 80)
    ball = pen.fill(ellipse(0, -74, 52, 50), shell, "glossy")
    with pen.on(ball):
        pen.decal(box(-60, -44, 120, 12), accent)
        pen.line(stroke("-60 -44 60 -44"), darken(shell, 0.3), 1.6)
        pen.decal(ellipse(-20, -112, 20, 7, -24), (255, 255, 255), alpha=0.7, blur=3)
    screen = pen.fill(ellipse(0, -80, 38, 28), (30, 36, 54), "flat", line=0.7)
    light = look.part("eye", GLOW)
    with pen.on(screen):
        for x in (-15, 15):
            if asleep(look):
                pen.line(arc(x, -84, 8, 6, 20, 140), light, 3, glow=True)
            else:
                pen.glow(ellipse(x, -82, 11, 13), light, alpha=0.35, blur=4)
                pen.glow(ellipse(x, -82, 7, 9), light)
        pen.line(arc(0, -70, 8, 6, 20, 140), light, 3, glow=True)
    pen.line(stroke("0 -122 0 -138"), joint, 4)
    pen.fill(ellipse(0, -142, 7), accent, "glossy", line=0.8)
    anchors(pen, eyes=(0, -82, 64), face=(0, -78, 70), mouth=(0, -66, 22), head=(0, -116, 80), neck=(0, -36, 70),
            body=(0, -60, 100), seat=(0, -122, 50))  # fmt: skip
