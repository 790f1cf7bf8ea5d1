"""Creatures put together from others: griffin, centaur, cerberus; the skeleton; the pterodactyl."""

from __future__ import annotations

from dataclasses import replace

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.props.dogs import DOG
from pinxit.engines.illustrator.props.horse import HORSE, horse_coat
from pinxit.engines.illustrator.rigs.beaks import draw_beak
from pinxit.engines.illustrator.rigs.brute import Brute, draw_half
from pinxit.engines.illustrator.rigs.coats import Coat
from pinxit.engines.illustrator.rigs.creature import INK, anchors, asleep, draw_cheek, draw_eye
from pinxit.engines.illustrator.rigs.muzzles import draw_face
from pinxit.engines.illustrator.rigs.quadruped import draw_quadruped
from pinxit.engines.illustrator.rigs.quadruped_builds import LIONESS
from pinxit.engines.illustrator.rigs.quadruped_poses import stance
from pinxit.engines.illustrator.rigs.seated import draw_seated
from pinxit.engines.illustrator.rigs.trace import organic, stroke
from pinxit.engines.illustrator.rigs.wings import spread_wing
from pinxit.engines.illustrator.shapes import ellipse, tube, union

RIDER = Brute((226, 178, 140), (120, 76, 48), 0.94, 36, iris=(104, 64, 38), marks=("hair", "loincloth", "smile"))
HOUND = replace(
    DOG, fur=(70, 58, 62), light=(150, 104, 84), dark=(44, 36, 42), ears="pointed", tail="thin", marks=("plain", "brows"),
    eyes=(232, 76, 44), build=1.2,
)  # fmt: skip


@thing("griffin", "griffon", "gryphon", "hippogriff", cm=190, kind="animal", faces=1)
def draw_griffin(pen: Pen, look: Look) -> None:
    fur = look.colour((206, 154, 88))
    plume = look.part("head", (250, 246, 236))
    wing = look.part("wing", (150, 104, 64))
    pose = stance(look.pose)
    y = -58.0 if pose.lying else -104.0 - pose.lift * 40
    with pen.at(24, y, 1.0, turn=-58 + pose.tilt):
        spread_wing(pen, darken(wing, 0.14), darken(wing, 0.34))
    build = replace(LIONESS, neck=24, head=2, ears="tiny", neck_turn=48)
    draw_quadruped(pen, replace(look, colours=()), Coat(fur, lighten(fur, 0.4), darken(fur, 0.4)), build)
    neck = pen.drawing.anchors["neck"]
    x, y0 = neck.x, neck.y + 6
    path = union(
        tube([(x - 12, y0 + 26), (x + 8, y0 - 10), (x + 26, y0 - 42)], [66, 50, 42]), ellipse(x + 30, y0 - 48, 30, 28)
    )
    ruff = [(-34, 34), (-16, 52), (0, 40), (14, 54), (28, 34)]
    path = union(path, organic(" ".join(f"{x + a} {y0 + b}" for a, b in [(-36, 8), *ruff, (30, 0)]), 0.3))
    pen.fill(organic(f"{x + 2} {y0 - 66} {x - 14} {y0 - 92} {x - 12} {y0 - 98} {x + 20} {y0 - 76}", 0.3), plume, "soft")
    head = pen.fill(path, plume, "soft")
    with pen.on(head):
        for dx, dy in ((-18, 12), (0, 22), (16, 14), (-6, -2), (10, -8), (22, -18), (2, 8)):
            pen.line(stroke(f"{x + dx - 6} {y0 + dy - 3} {x + dx} {y0 + dy + 5} {x + dx + 6} {y0 + dy - 3}"),
                     darken(plume, 0.24), 2)  # fmt: skip
    with pen.at(x + 55, y0 - 46):
        draw_beak(pen, "hook", (246, 186, 60), 1.25)
    draw_eye(pen, look, x + 40, y0 - 54, 8, (240, 170, 40))
    if not asleep(look):
        pen.line(stroke(f"{x + 28} {y0 - 66} {x + 40} {y0 - 65} {x + 52} {y0 - 58}"), INK, 3)
    back = -42 if pose.lying else -92 - pose.lift * 40
    with pen.at(8, back, 1.2, turn=46 + pose.tilt, flip=True):
        spread_wing(pen, wing, darken(wing, 0.24))
    anchors(pen, head=(x + 28, y0 - 72, 50), eyes=(x + 40, y0 - 54, 36), face=(x + 38, y0 - 48, 50),
            mouth=(x + 76, y0 - 38, 24), neck=(x + 12, y0 - 16, 50), hand=(64, -10, 26), hand2=(46, -10, 26))  # fmt: skip


@thing("centaur", "centauress", cm=230, kind="animal", faces=1)
def draw_centaur(pen: Pen, look: Look) -> None:
    fur = look.colour((138, 88, 54))
    coat = horse_coat(look, fur)
    build = replace(HORSE, neck=10, head=0.4, mane="none", ears="tiny", length=126)
    skin: Rgb = look.part("skin", (226, 178, 140))
    draw_quadruped(pen, replace(look, colours=(), holds=None), coat, build)
    neck = pen.drawing.anchors["neck"]
    waist = pen.fill(ellipse(neck.x - 4, neck.y + 18, 32, 34), fur, "soft", line=0)
    with pen.on(waist):
        pen.decal(ellipse(neck.x + 8, neck.y + 40, 26, 14), lighten(fur, 0.2), alpha=0.4, blur=5)
    kind = replace(RIDER, skin=skin, marks=("hair", "loincloth", "smile"))
    with pen.at(neck.x + 2, neck.y + 54, 0.92):
        draw_half(pen, replace(look, colours=()), kind)


@thing("cerberus", "hellhound", "three-headed dog", cm=160, kind="animal")
def draw_cerberus(pen: Pen, look: Look) -> None:
    coat = HOUND.dressed(look)
    fierce = look if look.expression else replace(look, expression="angry")
    for side in (-1, 1):
        neck = tube([(side * 12, -96), (side * 40, -122), (side * 60, -140)], [52, 42, 38])
        pen.fill(neck, darken(coat.fur, 0.12), "soft")
        with pen.at(side * 66, -154, turn=side * 12):
            draw_face(pen, fierce, coat, (0, 0, 36, 34))
    draw_seated(pen, fierce, coat)
    neck = pen.drawing.anchors["neck"]
    for k in range(-3, 4):
        x, y = neck.x + 9 * k, neck.y + 6 - abs(k) * 1.8
        pen.fill(organic(f"{x - 4} {y} {x} {y + 12} {x + 4} {y}", 0.1), (206, 208, 214), "metal", line=0.6)


@thing("skeleton", "human skeleton", "living skeleton", "skeleton warrior", cm=170, kind="animal")
def draw_skeleton(pen: Pen, look: Look) -> None:
    bone = look.colour((246, 240, 222))
    shade = darken(bone, 0.3)
    walks = look.pose in {"walk", "run", "march", "dance"}
    for side in (-1, 1):
        knee = (side * 18, -42 - (8 if walks and side > 0 else 0))
        foot = (side * (26 if walks and side > 0 else 18), -6 - (8 if walks and side > 0 else 0))
        _bone(pen, bone, ((side * 12, -78), knee))
        _bone(pen, bone, (knee, foot))
        pen.fill(organic(f"{foot[0] - 7} {foot[1] - 5} {foot[0] + 8} {foot[1] - 5} {foot[0] + side * 14 + 4} {foot[1] + 6} "
                         f"{foot[0] - 8} {foot[1] + 6}"), bone, "soft", line=0.8)  # fmt: skip
    pen.anchor("back", 0, -108, 50)
    pen.fill(tube([(0, -146), (0, -80)], [9, 10]), shade, "soft", line=0.8)
    for y in range(-140, -82, 9):
        pen.line(stroke(f"-5 {y} 0 {y + 2} 5 {y}"), darken(shade, 0.3), 1.6)
    hips = "0 -90 16 -96 30 -88 26 -74 14 -70 8 -78 0 -72"
    pen.fill(organic(_twin(hips)), bone, "soft")
    for k, wide in enumerate((26, 30, 30, 26, 20)):
        y = -140 + 10 * k
        for side in (-1, 1):
            rib = tube(
                [(0, y), (side * wide * 0.7, y - 2), (side * wide, y + 7), (side * wide * 0.5, y + 11)], [6, 6, 5, 4]
            )
            pen.fill(rib, bone, "soft", line=0.7)
    pen.fill(tube([(0, -144), (0, -98)], [9, 7]), bone, "soft", line=0.7)
    pen.fill(tube([(-32, -148), (0, -144), (32, -148)], [8, 8, 8]), bone, "soft", line=0.8)
    anchors(pen, body=(0, -116, 62), seat=(0, -140, 50), neck=(0, -150, 26))
    for side in (-1, 1):
        up = (side > 0 and look.holds) or (look.pose in {"wave", "cheer", "dance", "attack"} and (
            side > 0 or look.pose != "wave"))  # fmt: skip
        elbow, hand = ((side * 58, -140), (side * 64, -176)) if up else ((side * 46, -116), (side * 48, -84))
        _bone(pen, bone, ((side * 34, -146), elbow))
        _bone(pen, bone, (elbow, hand))
        pen.anchor("hand" if side > 0 else "hand2", hand[0], hand[1], 24)
        for dx in (-6, -2, 2, 6):
            pen.fill(tube([hand, (hand[0] + dx, hand[1] + (-13 if up else 13))], [5, 3.4]), bone, "soft", line=0.6)
    _skull(pen, look, bone)


def _twin(text: str) -> str:
    values = [float(word) for word in text.split()]
    spots = list(zip(values[::2], values[1::2], strict=True))
    return " ".join(f"{x} {y}" for x, y in [*spots, *[(-x, y) for x, y in reversed(spots[1:-1])]])


def _bone(pen: Pen, bone: Rgb, ends: tuple[tuple[float, float], tuple[float, float]]) -> None:
    (ax, ay), (bx, by) = ends
    path = tube([(ax, ay), ((ax + bx) / 2, (ay + by) / 2), (bx, by)], [9, 6, 9])
    pen.fill(union(path, ellipse(ax, ay, 6.4), ellipse(bx, by, 6.4)), bone, "soft", line=0.8)


def _skull(pen: Pen, look: Look, bone: Rgb) -> None:
    skull = organic(_twin("0 -216 24 -210 36 -190 32 -172 22 -164 20 -152 0 -150"))
    with pen.on(pen.fill(skull, bone, "soft")):
        pen.decal(ellipse(-14, -206, 14, 6, -20), (255, 255, 255), alpha=0.6, blur=3)
    glow = look.part("eye", (120, 220, 255))
    for side in (-1, 1):
        pen.decal(ellipse(side * 14, -184, 9.6, 10.4, side * 10), INK)
        if not asleep(look):
            pen.glow(ellipse(side * 14, -183, 3.4), glow)
    pen.decal(organic("0 -176 5 -166 0 -168 -5 -166", 0.2), INK)
    for x in (-12, -6, 0, 6, 12):
        pen.line(stroke(f"{x} -160 {x} -151"), darken(bone, 0.5), 1.6)
    pen.line(stroke("-18 -156 0 -154 18 -156"), darken(bone, 0.5), 1.8)
    anchors(pen, eyes=(0, -184, 54), face=(0, -178, 56), mouth=(0, -156, 24), head=(0, -202, 60))


@thing("pterodactyl", "pteranodon", "pterosaur", "flying dinosaur", cm=200, kind="animal", faces=1, flies=True)
def draw_pterodactyl(pen: Pen, look: Look) -> None:
    coat = look.colour((176, 122, 82))
    web = look.part("wing", lighten(coat, 0.22))
    beat = look.random("beat").choice((-14, 0, 16))
    for x, y, turn, tone, flip in ((24, -66, -6 - beat, 0.22, True), (-2, -60, 14 + beat, 0.0, False)):
        if not flip:
            pen.anchor("back", -10, -66, 60)
            body = pen.fill(organic("-70 -44 -30 -66 20 -74 52 -66 48 -44 10 -30 -40 -32"), coat, "soft")
            with pen.on(body):
                pen.decal(ellipse(0, -32, 54, 12), lighten(coat, 0.5), alpha=0.8, blur=5)
            for dy in (0, 8):
                pen.fill(
                    tube([(-52, -44 + dy), (-84, -34 + dy), (-104, -38 + dy)], [13, 8, 4]), darken(coat, 0.1), "soft"
                )
        with pen.at(x, y, 1.06, turn=turn, flip=flip):
            skin = "8 6 -20 -34 -64 -70 -128 -84 -176 -66 -128 -48 -96 -22 -60 -6 -30 20"
            path = pen.fill(organic(skin, 0.4), darken(web, tone), "soft")
            with pen.on(path):
                for end in ("-128 -48", "-96 -22", "-60 -6"):
                    pen.line(stroke(f"-64 -66 {end}"), darken(web, 0.3), 2.4, alpha=0.6)
            arm = tube([(6, 2), (-20, -34), (-64, -70), (-128, -84), (-174, -67)], [17, 12, 9, 6, 2])
            pen.fill(arm, darken(coat, tone), "soft", line=0.8)
            for dx in (-4, 2):
                pen.line(stroke(f"{-64 + dx} -72 {-66 + dx * 2} -86"), darken(coat, 0.4), 3.4)
    pen.fill(tube([(40, -58), (62, -80), (72, -94)], [30, 23, 20]), coat, "soft", line=0)
    pen.fill(organic("66 -102 44 -126 18 -140 30 -120 54 -92", 0.4), (222, 92, 60), "soft")
    low = pen.fill(organic("76 -88 108 -82 146 -70 104 -74 76 -78"), darken(coat, 0.2), "soft", line=0.8)
    pen.decal(low, INK, alpha=0.0)
    pen.fill(organic("56 -94 64 -110 84 -112 100 -102 156 -78 106 -84 80 -80 62 -82"), coat, "soft")
    pen.decal(ellipse(80, -98, 9.4), (255, 252, 240))
    draw_eye(pen, look, 81, -98, 7.4, (236, 168, 44))
    draw_cheek(pen, 76, -86, 4)
    anchors(pen, eyes=(80, -98, 30), face=(82, -94, 44), mouth=(140, -76, 20), head=(72, -108, 40), neck=(56, -74, 28),
            body=(0, -50, 90), seat=(-10, -68, 50), hand=(-100, -36, 18), hand2=(-92, -28, 18))  # fmt: skip
