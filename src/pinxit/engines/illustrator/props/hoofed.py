"""Animals of farm and forest: cattle, sheep, goats, pigs, deer, llamas, bison."""

from dataclasses import replace

from pinxit.engines.illustrator.colours import Rgb, darken, luminance
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.coats import Coat
from pinxit.engines.illustrator.rigs.quadruped import Build, draw_quadruped
from pinxit.engines.illustrator.rigs.quadruped_bones import LEVEL_BOTTOM, LEVEL_TOP

COW = Build(
    length=158, depth=74, leg=56, neck=56, neck_turn=58, neck_base=0.8, neck_tip=0.6, head=56, head_turn=46, bone=0.98,
    top=LEVEL_TOP, bottom=LEVEL_BOTTOM, skull="cow", foot="cloven", tail="tuft", horns="bovine", ears="side",
    extras=("udder",),
)  # fmt: skip
SHEEP = Build(
    length=104, depth=56, leg=40, neck=44, neck_turn=48, neck_base=0.7, neck_tip=0.6, head=42, head_turn=38, bone=0.72,
    top=LEVEL_TOP, bottom=LEVEL_BOTTOM, skull="sheep", foot="cloven", tail="stub", ears="side", extras=("wool",),
)  # fmt: skip
GOAT = Build(
    length=112, depth=54, leg=58, neck=58, neck_turn=38, neck_base=0.74, neck_tip=0.52, head=44, head_turn=42,
    bone=0.74,
    top=LEVEL_TOP, bottom=LEVEL_BOTTOM, skull="sheep", foot="cloven", tail="scut", horns="goat", ears="side",
    extras=("beard",),
)  # fmt: skip
PIG = Build(
    length=138, depth=72, leg=30, neck=36, neck_turn=74, neck_base=1.1, neck_tip=0.9, head=58, head_turn=22, bone=0.92,
    top=(0.2, 0.06, -0.02, -0.04, -0.02, 0.02, 0.12), bottom=(0.86, 1.0, 1.06, 1.04, 0.98, 0.82), skull="pig",
    foot="cloven",
    tail="curl", ears="flap",
)  # fmt: skip
DEER = Build(
    length=112, depth=48, leg=84, neck=66, neck_turn=30, neck_base=0.74, neck_tip=0.5, head=44, head_turn=40, bone=0.72,
    top=LEVEL_TOP, bottom=(0.8, 0.97, 0.98, 0.86, 0.76, 0.6), skull="deer", foot="cloven", tail="scut", ears="leaf",
)  # fmt: skip
LLAMA = Build(
    length=108, depth=54, leg=66, neck=92, neck_turn=14, neck_base=0.72, neck_tip=0.6, head=40, head_turn=24, bone=0.9,
    top=LEVEL_TOP, bottom=LEVEL_BOTTOM, skull="sheep", foot="cloven", tail="stub", ears="tall", extras=("fleece",),
)  # fmt: skip
BISON = Build(
    length=160, depth=84, leg=52, neck=44, neck_turn=86, neck_base=0.9, neck_tip=0.8, head=66, head_turn=58, bone=1.0,
    top=(0.22, 0.12, 0.06, -0.1, -0.26, -0.3, -0.08), bottom=(0.92, 1.06, 1.0, 0.86, 0.78, 0.6), skull="cow",
    foot="cloven",
    tail="tuft", horns="bovine", ears="side", extras=("great beard",),
)  # fmt: skip
BLACK: Rgb = (46, 42, 48)
ROSE: Rgb = (236, 186, 178)


@thing("cow", "cattle", "dairy cow", "heifer", cm=140, kind="animal", faces=1)
def draw_cow(pen: Pen, look: Look) -> None:
    build = COW
    if look.age in {"baby", "child"}:
        build = replace(
            build, length=104, depth=52, leg=56, neck=44, head=48, bone=0.82, horns="none", extras=(), young=True
        )
    draw_quadruped(pen, look, _holstein(look), build)


def _holstein(look: Look) -> Coat:
    """White with black patches, or plain in a colour that was asked for."""
    if look.colours and len(look.colours) == 1 and luminance(look.colours[0]) < 0.9:
        fur = look.colours[0]
        return Coat(fur, dark=darken(fur, 0.4), snout=ROSE)
    fur, patch = look.colour((248, 244, 238)), look.colour(BLACK, 1)
    if luminance(fur) < luminance(patch):
        fur, patch = patch, fur
    return Coat(fur, dark=patch, snout=ROSE, marks=("holstein",))


@thing("sheep", "ewe", "ram", cm=80, kind="animal", faces=1)
def draw_sheep(pen: Pen, look: Look) -> None:
    fleece = look.colour((246, 240, 228))
    dark = look.has("black-faced") or luminance(fleece) < 0.5
    skin = look.part("face", (70, 62, 66) if dark else (226, 196, 176))
    build = SHEEP
    if look.age in {"baby", "child"}:
        build = replace(build, length=78, depth=44, leg=40, head=40, young=True)
    elif look.noun == "ram":
        build = replace(build, horns="ram")
    draw_quadruped(pen, replace(look, colours=()), Coat(skin, light=fleece, dark=darken(skin, 0.3)), build)


@thing("goat", "billy goat", "mountain goat", "ibex", cm=80, kind="animal", faces=1)
def draw_goat(pen: Pen, look: Look) -> None:
    fur = look.colour((236, 226, 210))
    draw_quadruped(pen, look, Coat(fur, dark=darken(fur, 0.4), eyes=(210, 160, 60), snout=darken(fur, 0.16)), GOAT)


@thing("pig", "sow", "hog", cm=85, kind="animal", faces=1)
def draw_pig(pen: Pen, look: Look) -> None:
    fur = look.colour((244, 178, 172))
    build = PIG
    if look.age in {"baby", "child"}:
        build = replace(build, length=104, depth=58, leg=28, head=54, young=True)
    draw_quadruped(pen, look, Coat(fur, dark=darken(fur, 0.4), eyes=(70, 46, 40)), build)


@thing("deer", "stag", "buck", "doe", "reindeer", "elk", "caribou", cm=190, kind="animal", faces=1)
def draw_deer(pen: Pen, look: Look) -> None:
    northern = look.noun in {"reindeer", "caribou"}
    fur = look.colour((136, 106, 82) if northern else (176, 112, 66))
    marks: tuple[str, ...] = ("belly",)
    build = replace(DEER, horns="none" if look.noun == "doe" or look.age in {"baby", "child"} else "antlers")
    if northern:
        build = replace(build, leg=70, depth=54, neck_base=0.95, neck_tip=0.66, neck_turn=44, bone=0.82)
    if look.age in {"baby", "child"}:
        build = replace(build, length=88, depth=40, leg=72, neck=48, head=42, young=True)
        marks = ("belly", "fawn")
    snout = darken(fur, 0.32)
    nose: Rgb = (214, 40, 44) if look.has("red-nosed") else (40, 32, 34)
    draw_quadruped(pen, look, Coat(fur, (250, 236, 212), darken(fur, 0.5), marks=marks, snout=snout, nose=nose), build)


@thing("moose", cm=230, kind="animal", faces=1)
def draw_moose(pen: Pen, look: Look) -> None:
    fur = look.colour((96, 68, 52))
    build = replace(
        DEER, length=128, depth=62, leg=86, neck=52, neck_turn=52, neck_base=0.95, neck_tip=0.6, head=62, head_turn=42,
        bone=0.86, top=(0.14, 0.06, 0.04, 0.0, -0.08, -0.14, 0.0), skull="cow", horns="moose", extras=("dewlap",),
        tail="stub",
    )  # fmt: skip
    draw_quadruped(
        pen, look, Coat(fur, (150, 124, 104), darken(fur, 0.4), marks=("pale legs",), snout=darken(fur, 0.2)), build
    )


@thing("llama", "alpaca", cm=165, kind="animal", faces=1)
def draw_llama(pen: Pen, look: Look) -> None:
    fur = look.colour((206, 160, 112) if look.noun == "alpaca" else (240, 226, 204))
    draw_quadruped(pen, look, Coat(fur, darken(fur, 0.05), darken(fur, 0.35), snout=darken(fur, 0.16)), LLAMA)


@thing("bison", "yak", cm=180, kind="animal", faces=1)
def draw_bison(pen: Pen, look: Look) -> None:
    fur = look.colour((136, 92, 60))
    draw_quadruped(pen, look, Coat(fur, dark=darken(fur, 0.42), snout=darken(fur, 0.6), marks=("shaggy",)), BISON)
