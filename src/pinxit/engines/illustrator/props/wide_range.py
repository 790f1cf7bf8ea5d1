"""Hoofed and clawed animals of far places: tapir, anteater, wild boar, water buffalo; and the winged horse."""

from dataclasses import replace

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.props.hoofed import COW, PIG
from pinxit.engines.illustrator.props.horse import HORSE, horse_coat
from pinxit.engines.illustrator.rigs.coats import Coat
from pinxit.engines.illustrator.rigs.quadruped import draw_quadruped
from pinxit.engines.illustrator.rigs.quadruped_bones import LEVEL_BOTTOM, LEVEL_TOP, Build
from pinxit.engines.illustrator.rigs.quadruped_poses import stance
from pinxit.engines.illustrator.rigs.wings import spread_wing
from pinxit.engines.illustrator.shapes import ellipse, smooth

TAPIR = replace(PIG, leg=44, neck=42, neck_turn=64, head=56, head_turn=28, skull="tapir", tail="stub", ears="round")
ANTEATER = Build(
    length=136, depth=56, leg=40, neck=34, neck_turn=78, neck_base=0.86, neck_tip=0.8, head=56, head_turn=26, bone=1.0,
    top=LEVEL_TOP, bottom=LEVEL_BOTTOM, skull="anteater", foot="paw", tail="bushy", ears="tiny",
)  # fmt: skip
BUFFALO = replace(COW, extras=(), bone=1.14, depth=80, neck_base=0.98, neck_tip=0.74)


@thing("tapir", cm=100, kind="animal", faces=1)
def draw_tapir(pen: Pen, look: Look) -> None:
    fur = look.colour((74, 70, 78))
    draw_quadruped(pen, look, Coat(fur, (240, 236, 230), darken(fur, 0.4), snout=lighten(fur, 0.1)), TAPIR)


@thing("anteater", "aardvark", cm=110, kind="animal", faces=1)
def draw_anteater(pen: Pen, look: Look) -> None:
    fur = look.colour((122, 104, 92))
    draw_quadruped(pen, look, Coat(fur, (238, 226, 206), (52, 44, 44), marks=("saddle", "belly")), ANTEATER)


@thing("boar", "wild boar", "warthog", "razorback", "javelina", "peccary", cm=90, kind="animal", faces=1)
def draw_boar(pen: Pen, look: Look) -> None:
    fur = look.colour((98, 76, 64))
    build = replace(PIG, mane="brush", tail="tuft", ears="leaf", leg=40, top=(0.2, 0.06, 0.0, -0.06, -0.1, -0.1, 0.1))
    draw_quadruped(pen, look, Coat(fur, dark=darken(fur, 0.45), eyes=(70, 46, 40), snout=darken(fur, 0.2)), build)
    if look.age in {"baby", "child"}:
        return
    mouth = pen.drawing.anchors["mouth"]
    size = mouth.size / 24
    for dx in (-4.0, 4.0):
        points = [(-3, 4), (3, 4), (6, -6), (5, -17), (0, -8)]
        tusk = [(mouth.x - 11 * size + (dx + a) * size, mouth.y + (b - 1) * size) for a, b in points]
        pen.fill(smooth(tusk), (250, 244, 226), "glossy", line=0.6)


@thing("buffalo", "water buffalo", "cape buffalo", "bull", "ox", "longhorn", cm=155, kind="animal", faces=1)
def draw_buffalo(pen: Pen, look: Look) -> None:
    fur = look.colour((110, 66, 44) if look.noun in {"bull", "ox", "longhorn"} else (74, 68, 72))
    build = replace(BUFFALO, top=(0.08, 0.02, 0.02, 0.0, -0.06, -0.12, 0.0))
    coat = Coat(fur, dark=darken(fur, 0.4), snout=darken(fur, 0.3), marks=("stockings",))
    draw_quadruped(pen, look, coat, build)
    if look.noun != "bull":
        return
    mouth = pen.drawing.anchors["mouth"]
    pen.line(ellipse(mouth.x + 2, mouth.y + 4, 5, 6), (226, 178, 60), 2.4)


@thing("pegasus", "winged horse", "flying horse", "alicorn", "winged unicorn", cm=185, kind="animal", faces=1)
def draw_pegasus(pen: Pen, look: Look) -> None:
    fur: Rgb = look.colour((250, 248, 252))
    build = replace(HORSE, horns="unicorn") if look.noun in {"alicorn", "winged unicorn"} else HORSE
    coat = replace(horse_coat(look, fur), marks=("rainbow",) if build.horns == "unicorn" else ())
    pose = stance(look.pose)
    young = look.cute or look.age in {"baby", "child"}
    y = (-60.0 if pose.lying else -128.0) * (0.8 if young else 1.0) - pose.lift * 34
    wing, tips = look.part("wing", lighten(fur, 0.3)), darken(look.part("wing", fur), 0.1)
    up = 0 if pose.lying else 18
    with pen.at(34, y, 1.0, turn=-66 + pose.tilt):
        spread_wing(pen, darken(wing, 0.08), darken(tips, 0.1), lift=up * 0.4)
    draw_quadruped(pen, look, coat, build)
    with pen.at(18, y + 10, 1.16, turn=34 + up + pose.tilt, flip=True):
        spread_wing(pen, wing, tips)
