"""The four-legged animal from the side, facing right.

A species is a `Build` (bones, in units: a horse is about 200 high) and a `Coat` (colours and marks). Torso, neck, head
and the near legs grow into one outline; the far legs stand behind it in a darker tone.
"""

from __future__ import annotations

from dataclasses import replace

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs import quadruped_extras as extras
from pinxit.engines.illustrator.rigs.coats import SLEEPY, Coat
from pinxit.engines.illustrator.rigs.quadruped_bones import Bones, Build, Limb, pose_bones
from pinxit.engines.illustrator.rigs.quadruped_feet import draw_foot, limb_path, shaded
from pinxit.engines.illustrator.rigs.quadruped_hair import draw_mane, draw_rear_mane, draw_tail
from pinxit.engines.illustrator.rigs.quadruped_head import draw_face, draw_far_ear, head_path
from pinxit.engines.illustrator.rigs.quadruped_marks import draw_leg_marks, draw_marks
from pinxit.engines.illustrator.rigs.quadruped_poses import SLEEP, stance
from pinxit.engines.illustrator.rigs.swimming import SWIMMING, draw_ripples
from pinxit.engines.illustrator.shapes import box, curve, ellipse, smooth, tube, union

__all__ = ["Build", "draw_quadruped"]


def draw_quadruped(pen: Pen, look: Look, species: Coat, build: Build) -> None:
    """Draw the animal; anchors: head, eyes, face, mouth, neck, body, back, seat."""
    coat = species.dressed(look)
    pose = stance(look.pose)
    if look.expression in SLEEPY and pose.lying:
        pose = SLEEP
    if look.cute or look.age in {"baby", "child"}:
        build = childlike(build)
    if look.age in {"baby", "child"}:
        extra = tuple(name for name in build.extras if name not in {"udder", "dewlap", "beard", "great beard"})
        build = replace(build, horns="unicorn" if build.horns == "unicorn" else "none", extras=extra)
    if look.cute:
        build = toylike(build)
    bones = pose_bones(build, pose)
    if look.pose not in SWIMMING:
        _draw(pen, look, coat, bones)
        return
    with (
        pen.on(box(-600, -900, 1200, 900)),
        pen.at(0, build.leg + build.depth * (0.24 if build.skull in {"elephant", "hippo"} else 0.42)),
    ):
        _draw(pen, look, coat, bones)
    draw_ripples(pen, build.length * 0.62)
    for name, x in (("hand", 0.4), ("hand2", 0.5)):
        pen.anchor(name, build.length * x, -4, 20)


def _draw(pen: Pen, look: Look, coat: Coat, bones: Bones) -> None:
    far = shaded(coat.fur)
    draw_tail(pen, coat, bones)
    draw_far_ear(pen, coat, bones)
    for limb in bones.far:
        path = pen.fill(limb_path(limb), far, "soft")
        with pen.on(path):
            draw_leg_marks(pen, coat, bones, limb, far=True)
        draw_foot(pen, coat, limb, far=True)
    _draw_body(pen, look, coat, bones)


def childlike(build: Build) -> Build:
    """The same species as a young or a cuddly one: larger head, shorter neck and muzzle, rounder body."""
    return replace(
        build,
        head=build.head * 1.22,
        neck=build.neck * 0.86,
        length=build.length * 0.86,
        depth=build.depth * 0.92,
        young=True,
    )


def toylike(build: Build) -> Build:
    """A plush toy's proportions: a third of it is head, and the legs are short."""
    long = build.neck > 110  # a giraffe stays one
    return replace(
        build,
        head=build.head * (1.3 if build.head < 60 else 1.14),
        neck=build.neck * (0.7 if long else 0.88),
        length=build.length * 0.84,
        leg=build.leg * (0.6 if build.leg > 60 else 0.8),
        bone=build.bone * 1.06,
    )


def _draw_body(pen: Pen, look: Look, coat: Coat, bones: Bones) -> None:
    build_extras = bones.build.extras
    if "udder" in build_extras and not bones.pose.lying:
        extras.draw_udder(pen, bones)
    for mark, size in (("beard", 0.8), ("great beard", 1.7)):
        if mark in build_extras and not bones.pose.asleep and not bones.pose.grazing:
            extras.draw_beard(pen, coat, bones, size)
    if "dewlap" in build_extras:
        extras.draw_dewlap(pen, look, coat, bones)
    draw_rear_mane(pen, look, coat, bones)
    parts = [bones.neck_path, head_path(bones), *extras.grown(bones)]
    if not bones.pose.lying:
        parts += [limb_path(limb) for limb in bones.near]
    outline = union(bones.torso, *parts)
    pen.fill(outline, coat.fur, "soft")
    with pen.on(outline):
        draw_marks(pen, look, coat, bones)
        _model(pen, coat, bones)
    _extras(pen, coat, bones)
    for limb in bones.near:
        if bones.pose.lying:
            _folded_leg(pen, coat, limb)
        draw_foot(pen, coat, limb, far=False)
    length, depth = bones.build.length, bones.build.depth
    x, y = bones.spot(0.12, 0.06)
    pen.anchor("seat", x, y + depth * 0.1, depth * 0.62, bones.tilt)
    pen.anchor("back", *bones.spot(-0.1, 0.1), length * 0.5, bones.tilt)
    pen.anchor("body", *bones.spot(0, 0.4), length * 0.6, bones.tilt)
    for name, limb in (("hand", bones.near[1]), ("hand2", bones.far[1])):
        pen.anchor(name, *limb.joints[-1], 22 * limb.bone)
    draw_mane(pen, look, coat, bones)
    nx, ny = bones.along_neck(0.62)
    pen.anchor("neck", nx, ny, bones.neck_width(0.62), bones.neck_turn)
    draw_face(pen, look, coat, bones)
    if "wool" in build_extras:
        extras.draw_topknot(pen, coat, bones)


def _folded_leg(pen: Pen, coat: Coat, limb: Limb) -> None:
    """A leg that is folded in front of the body."""
    start = 2 if limb.hind else 1
    leg = tube(list(limb.joints[start:]), [w * 1.12 for w in limb.widths[start:]])
    pen.fill(leg, coat.dark if coat.has("socks") else coat.fur, "soft", line=0.7)


def _extras(pen: Pen, coat: Coat, bones: Bones) -> None:
    """What lies over the body."""
    names = bones.build.extras
    if "wool" in names:
        extras.draw_wool(pen, coat, bones)
    if "fleece" in names:
        extras.draw_tuft_lines(pen, coat, bones)
    if "trunk" in names:
        extras.draw_trunk_rings(pen, coat, bones)


def _model(pen: Pen, coat: Coat, bones: Bones) -> None:
    """Folds and hollows: the shoulder, the haunch, the belly's underside, the throat."""
    shade: Rgb = darken(coat.fur, 0.5)
    depth, length = bones.build.depth, bones.build.length
    belly = smooth(
        [
            bones.spot(-0.55, 0.86),
            bones.spot(0, 0.94),
            bones.spot(0.6, 0.9),
            bones.spot(0.5, 1.2),
            bones.spot(-0.5, 1.2),
        ]
    )
    pen.decal(belly, shade, alpha=0.4, blur=depth * 0.09)
    haunch = [bones.spot(-0.52, 0.12), bones.spot(-0.36, 0.4), bones.spot(-0.4, 0.72), bones.spot(-0.52, 0.92)]
    pen.line(curve(*haunch), shade, depth * 0.07, alpha=0.32, blur=depth * 0.04)
    pen.decal(tube(haunch[1:], [depth * 0.006, depth * 0.034, depth * 0.004]), shade, alpha=0.5)
    shoulder = [bones.spot(0.36, 0.16), bones.spot(0.42, 0.46), bones.spot(0.46, 0.7), bones.spot(0.4, 0.92)]
    pen.line(curve(*shoulder), shade, depth * 0.07, alpha=0.28, blur=depth * 0.04)
    pen.decal(tube(shoulder[1:], [depth * 0.006, depth * 0.034, depth * 0.004]), shade, alpha=0.5)
    chest = [bones.spot(0.92, 0.3), bones.spot(0.8, 0.55), bones.spot(0.72, 0.82)]
    pen.decal(tube(chest, [depth * 0.006, depth * 0.03, depth * 0.004]), shade, alpha=0.36)
    light = lighten(coat.fur, 0.4)
    pen.decal(ellipse(*bones.spot(-0.7, 0.3), length * 0.11, depth * 0.18, -20), light, alpha=0.3, blur=depth * 0.1)
    pen.decal(ellipse(*bones.spot(0.62, 0.38), length * 0.07, depth * 0.2, 10), light, alpha=0.26, blur=depth * 0.1)
