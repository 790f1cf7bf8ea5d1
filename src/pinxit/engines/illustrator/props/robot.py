"""A friendly robot: a screen for a face, an antenna, jointed arms, a panel on its chest."""

from __future__ import annotations

from pinxit.engines.illustrator.colours import INK, Rgb, darken, lighten, luminance, mix
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.creature import airborne, anchors, asleep
from pinxit.engines.illustrator.rigs.trace import facet, organic, stroke
from pinxit.engines.illustrator.shapes import Point, arc, box, capsule, ellipse

GLOW: Rgb = (110, 236, 255)
SITTING = {"sit", "ride", "drive", "seat", "relax", "meditate"}
WORKING = {"paint", "work", "write", "read", "play", "cook", "draw", "serve", "hold", "carry", "give", "drink", "eat"}


@thing("robot", "android", "droid", "cyborg", "bot", "automaton", "humanoid robot", "toy robot", cm=150, kind="animal")
def draw(pen: Pen, look: Look) -> None:
    retro = look.has("vintage", "retro", "rusty", "old", "antique", "tin", "steampunk")
    shell = look.colour((188, 112, 70) if look.has("rusty") else (126, 170, 176) if retro else (232, 236, 242))
    accent = look.colour((222, 86, 62) if retro else (58, 148, 214), 1)
    joint = mix(darken(shell, 0.55), (70, 78, 92), 0.5)
    sits = look.pose in SITTING
    low = 34.0 if sits else 0.0
    with pen.at(0, low):
        if not sits:
            _legs(pen, shell, joint, stride=look.pose in {"walk", "run", "march", "stroll"} or airborne(look))
        _arm(pen, shell, joint, -1, _elbow(look, -1))
        if not look.holds and look.pose not in WORKING:
            _arm(pen, shell, joint, 1, _elbow(look, 1))
        pen.anchor("back", 0, -104, 70)
        _torso(pen, shell, accent, joint)
        _head(pen, look, shell, accent, joint)
        if look.holds or look.pose in WORKING:
            _arm(pen, shell, joint, 1, _elbow(look, 1))
        anchors(pen, body=(0, -84, 84), neck=(0, -118, 62), seat=(0, -186, 60))
    if sits:
        for side in (-1, 1):
            pen.fill(capsule(side * 20, -10, side * 50, -8, 20, 17), joint, "metal", line=0.8)
            pen.fill(box(side * 58 - 14, -26, 28, 26, 9), shell, "glossy")
    if look.has("rusty", "old", "weathered"):
        _wear(pen, shell)


def _elbow(look: Look, side: int) -> tuple[Point, Point]:
    """Where an arm bends and where its hand is."""
    if side > 0 and (look.holds or look.pose in WORKING):
        return (70, -78), (94, -104)
    if (side > 0 and look.pose in {"wave", "greet"}) or look.pose in {"cheer", "dance", "celebrate", "jump"}:
        return (76, -104), (88, -146)
    if look.pose in SITTING:
        return (62, -86), (54, -68)
    return (62, -84), (66, -50)


def _arm(pen: Pen, shell: Rgb, joint: Rgb, side: int, bend: tuple[Point, Point]) -> None:
    (ex, ey), (hx, hy) = bend
    with pen.at(0, 0, flip=side < 0):
        pen.fill(capsule(42, -106, ex, ey, 13, 12), joint, "metal", line=0.8)
        for k in (0.35, 0.5, 0.65):
            x, y = 42 + (ex - 42) * k, -106 + (ey + 106) * k
            pen.line(stroke(f"{x - 5} {y + 3} {x + 5} {y - 3}"), darken(joint, 0.35), 1.6)
        pen.fill(capsule(ex, ey, hx, hy, 20, 22), shell, "glossy", line=0.9)
        pen.decal(ellipse(ex, ey, 5), joint)
        pen.anchor("hand" if side > 0 else "hand2", hx + 2, hy - 2, 26)
        turn = 0 if hy > ey else 180
        with pen.at(hx, hy, turn=turn):
            pen.fill(ellipse(0, 12, 11, 10), joint, "metal", line=0.8)
            for x in (-8, 0, 8):
                pen.fill(capsule(x * 0.8, 15, x, 24, 7, 6), shell, "glossy", line=0.7)


def _legs(pen: Pen, shell: Rgb, joint: Rgb, *, stride: bool) -> None:
    for side in (-1, 1):
        foot = side * 20 + (8 if stride else 0) * (1 if side > 0 else -1)
        lift = -9 if stride and side > 0 else 0
        pen.fill(capsule(side * 17, -60, foot, -18 + lift, 17, 14), joint, "metal", line=0.8)
        for k in (-46, -40, -34):
            x = side * 17 + (foot - side * 17) * (k + 60) / 42
            pen.line(stroke(f"{x - 7} {k} {x + 7} {k}"), darken(joint, 0.35), 1.6)
        boot = organic(f"{foot - 18} -3 {foot - 16} -20 {foot - 8} -29 {foot + 8} -29 {foot + 16} -20 {foot + 18} -3 "
                       f"{foot + 8} 0 {foot - 8} 0", 0.4)  # fmt: skip
        with pen.at(0, lift):
            pen.fill(boot, shell, "glossy")
            pen.line(stroke(f"{foot - 17} -7 {foot} -5 {foot + 17} -7"), joint, 2.6)


def _torso(pen: Pen, shell: Rgb, accent: Rgb, joint: Rgb) -> None:
    pen.fill(box(-14, -128, 28, 22, 6), joint, "metal", line=0.8)
    for y in (-122, -117):
        pen.line(stroke(f"-13 {y} 13 {y}"), darken(joint, 0.35), 1.6)
    for side in (-1, 1):
        pen.fill(ellipse(side * 43, -104, 13), accent, "glossy")
    body = pen.fill(facet("-36 -118 36 -118 42 -100 34 -58 22 -50 -22 -50 -34 -58 -42 -100", 16), shell, "glossy")
    with pen.on(body):
        pen.decal(box(-50, -64, 100, 20), accent)
        pen.line(stroke("-50 -64 50 -64"), darken(shell, 0.3), 1.6)
        for x in (-29, 29):
            pen.decal(ellipse(x, -111, 2), joint)
    panel = pen.fill(box(-22, -107, 44, 34, 7), darken(joint, 0.35), "flat", line=0.6)
    with pen.on(panel):
        pen.line(stroke("-20 -84 -14 -84 -10 -92 -4 -78 2 -88 6 -84 20 -84"), GLOW, 2, glow=True)
    for k, tone in enumerate(((244, 92, 84), (250, 196, 70), (104, 214, 130))):
        pen.glow(ellipse(-13 + 13 * k, -99, 3.6), tone)
    pen.anchor("text", 0, -68, 54)


def _head(pen: Pen, look: Look, shell: Rgb, accent: Rgb, joint: Rgb) -> None:
    pen.line(stroke("0 -186 0 -206"), joint, 4)
    pen.fill(ellipse(0, -210, 7.5), accent, "glossy", line=0.8)
    for side in (-1, 1):
        pen.fill(box(side * 52 - 8, -165, 16, 28, 7), accent, "glossy", line=0.8)
    skull = pen.fill(box(-50, -190, 100, 72, 27), shell, "glossy")
    with pen.on(skull):
        pen.decal(ellipse(-22, -184, 22, 5), lighten(shell, 0.7), alpha=0.6, blur=3)
    screen = pen.fill(box(-40, -179, 80, 51, 19), (30, 36, 54) if luminance(shell) > 0.3 else INK, "flat", line=0.7)
    light = look.part("eye", GLOW)
    with pen.on(screen):
        pen.decal(organic("-44 -184 4 -184 -22 -124 -44 -124", 0.1), (96, 116, 150), alpha=0.22)
    for side in (-1, 1):
        x = side * 18
        if asleep(look):
            pen.line(arc(x, -160, 9, 7, 20, 140), light, 3.4, glow=True)
        elif look.expression in {"happy", "laughing", "joyful"}:
            pen.line(arc(x, -154, 8.5, 9, 200, 140), light, 4, glow=True)
        else:
            pen.glow(ellipse(x, -158, 12, 14), light, alpha=0.35, blur=4)
            pen.glow(ellipse(x, -158, 8.4 if look.cute else 7.6, 10.4), light)
            pen.glow(ellipse(x - 2.4, -161.5, 2.6, 3.2), (255, 255, 255))
    sad = look.expression in {"sad", "angry"}
    pen.line(arc(0, -133 if sad else -147, 9, 7, 200 if sad else 20, 140), light, 3, glow=True)
    anchors(pen, eyes=(0, -157, 72), face=(0, -152, 84), mouth=(0, -140, 26), head=(0, -182, 92))


def _wear(pen: Pen, shell: Rgb) -> None:
    spread = 1.3 - 0.4 * luminance(shell)
    for x, y, r in ((-26, -76, 8), (30, -92, 6), (-38, -134, 6), (36, -183, 5), (-21, -13, 6), (18, -20, 5)):
        pen.decal(ellipse(x, y, r * spread, r * 0.7), (126, 62, 34), alpha=0.55, blur=2)
        pen.decal(ellipse(x + 3, y + 4, r * 0.4, r * 0.9), (104, 50, 30), alpha=0.45, blur=1)
