"""Animals of savanna, desert and outback: elephant, giraffe, camel, rhino, hippo, antelope, kangaroo."""

from dataclasses import replace

from pinxit.engines.illustrator.colours import darken
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.coats import Coat
from pinxit.engines.illustrator.rigs.quadruped import Build, draw_quadruped
from pinxit.engines.illustrator.rigs.quadruped_bones import LEVEL_BOTTOM, LEVEL_TOP
from pinxit.engines.illustrator.rigs.quadruped_kangaroo import draw_kangaroo

HEAVY_TOP = (0.2, 0.06, -0.02, -0.04, -0.02, 0.02, 0.08)
ELEPHANT = Build(
    length=146, depth=92, leg=64, neck=56, neck_turn=64, neck_base=0.95, neck_tip=0.84, head=66, head_turn=16, bone=1.3,
    top=HEAVY_TOP, bottom=(0.86, 0.98, 1.02, 1.0, 0.92, 0.72), skull="elephant", foot="pad", tail="tuft",
    horns="tusk", ears="fan",
    extras=("trunk",),
)  # fmt: skip
GIRAFFE = Build(
    length=104, depth=58, leg=112, neck=134, neck_turn=17, neck_base=0.86, neck_tip=0.6, head=40, head_turn=34,
    bone=0.78,
    slope=34, top=LEVEL_TOP, bottom=(0.8, 0.97, 0.98, 0.86, 0.76, 0.6), skull="giraffe", foot="cloven", tail="tuft",
    mane="brush", horns="ossicones", ears="side",
)  # fmt: skip
CAMEL = Build(
    length=128, depth=58, leg=92, neck=82, neck_turn=44, neck_base=0.66, neck_tip=0.56, head=46, head_turn=20,
    bone=0.86,
    top=LEVEL_TOP, bottom=(0.8, 0.97, 0.98, 0.84, 0.74, 0.6), skull="camel", foot="cloven", tail="tuft",
    ears="tiny", extras=("hump",),
)  # fmt: skip
RHINO = Build(
    length=160, depth=84, leg=46, neck=46, neck_turn=84, neck_base=0.9, neck_tip=0.74, head=66, head_turn=32, bone=1.12,
    top=(0.16, 0.04, 0.06, 0.08, 0.02, -0.06, 0.06), bottom=LEVEL_BOTTOM, skull="rhino", foot="pad", tail="tuft",
    horns="rhino",
    ears="tube",
)  # fmt: skip
HIPPO = Build(
    length=168, depth=88, leg=28, neck=40, neck_turn=80, neck_base=0.95, neck_tip=0.86, head=70, head_turn=16,
    bone=1.12,
    top=HEAVY_TOP, bottom=(0.9, 1.02, 1.08, 1.04, 0.98, 0.84), skull="hippo", foot="pad", tail="stub", ears="tiny",
)  # fmt: skip
ANTELOPE = Build(
    length=108, depth=46, leg=82, neck=62, neck_turn=32, neck_base=0.72, neck_tip=0.5, head=42, head_turn=40, bone=0.7,
    top=LEVEL_TOP, bottom=(0.8, 0.97, 0.98, 0.86, 0.76, 0.6), skull="deer", foot="cloven", tail="tuft",
    horns="antelope", ears="leaf",
)  # fmt: skip


@thing("elephant", "mammoth", cm=300, kind="animal", faces=1)
def draw_elephant(pen: Pen, look: Look) -> None:
    fur = look.colour((122, 84, 60) if look.noun == "mammoth" else (146, 144, 154))
    build = replace(ELEPHANT, horns="none") if look.age in {"baby", "child"} else ELEPHANT
    draw_quadruped(pen, look, Coat(fur, dark=darken(fur, 0.4), marks=("wrinkles",)), build)


@thing("giraffe", cm=480, kind="animal", faces=1)
def draw_giraffe(pen: Pen, look: Look) -> None:
    fur = look.colour((246, 214, 150))
    patch = look.colour((184, 110, 52), 1)
    draw_quadruped(
        pen, replace(look, colours=()), Coat(fur, dark=patch, snout=darken(fur, 0.12), marks=("net",)), GIRAFFE
    )


@thing("camel", "dromedary", "bactrian camel", cm=210, kind="animal", faces=1)
def draw_camel(pen: Pen, look: Look) -> None:
    fur = look.colour((206, 158, 98))
    build = replace(CAMEL, extras=("humps",)) if look.noun == "bactrian camel" else CAMEL
    draw_quadruped(pen, look, Coat(fur, dark=darken(fur, 0.45), snout=darken(fur, 0.1)), build)


@thing("rhino", "rhinoceros", cm=170, kind="animal", faces=1)
def draw_rhino(pen: Pen, look: Look) -> None:
    fur = look.colour((142, 138, 140))
    draw_quadruped(pen, look, Coat(fur, dark=darken(fur, 0.4), marks=("wrinkles",)), RHINO)


@thing("hippo", "hippopotamus", cm=150, kind="animal", faces=1)
def draw_hippo(pen: Pen, look: Look) -> None:
    fur = look.colour((146, 126, 142))
    draw_quadruped(pen, look, Coat(fur, (216, 170, 168), darken(fur, 0.4), marks=("belly",)), HIPPO)


@thing("antelope", "gazelle", "impala", "oryx", cm=150, kind="animal", faces=1)
def draw_antelope(pen: Pen, look: Look) -> None:
    fur = look.colour((202, 142, 82))
    draw_quadruped(
        pen, look, Coat(fur, (252, 240, 220), darken(fur, 0.55), marks=("belly",), snout=darken(fur, 0.3)), ANTELOPE
    )


@thing("kangaroo", "wallaby", cm=150, kind="animal", faces=1)
def draw_roo(pen: Pen, look: Look) -> None:
    draw_kangaroo(pen, look, Coat(look.colour((188, 128, 80)), (246, 226, 196), (96, 62, 44)))
