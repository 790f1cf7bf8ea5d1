"""Horses and those that are built like one: pony, unicorn, zebra, donkey, mule."""

from dataclasses import replace

from pinxit.engines.illustrator.colours import Rgb, darken, luminance, mix
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.coats import Coat
from pinxit.engines.illustrator.rigs.quadruped import Build, draw_quadruped

HORSE = Build(mane="horse")


def horse_coat(look: Look, fur: tuple[int, int, int]) -> Coat:
    """A horse's coat: mane and tail dark on bays, pale on greys, as asked by "mane"."""
    asked = look.colour(fur)
    bright = luminance(asked)
    mane = mix(darken(asked, 0.52), (72, 40, 22), 0.3)
    if bright > 0.7:
        mane = (226, 220, 212) if bright > 0.86 else (248, 238, 216)  # greys and palominos
    elif bright < 0.36:
        mane = (44, 38, 44)
    snout = (222, 190, 184) if bright > 0.86 else darken(asked, 0.34)
    return Coat(asked, dark=look.part("mane", mane), eyes=(92, 56, 34), snout=look.part("nose", snout))


@thing("horse", "stallion", "mare", "mustang", "steed", "pony", cm=165, kind="animal", faces=1)
def draw(pen: Pen, look: Look) -> None:
    build = HORSE
    if look.noun == "pony":
        build = replace(build, leg=58, neck=70, neck_base=0.95)
    if look.age in {"baby", "child"}:
        build = replace(build, length=104, depth=48, leg=88, neck=66, head=46, bone=0.86, young=True)
    furs: tuple[Rgb, ...] = ((150, 92, 54), (96, 62, 46), (196, 138, 84), (228, 222, 216), (64, 54, 56))
    fur = look.random("coat").choice(furs) if look.copies > 1 else furs[0]
    draw_quadruped(pen, look, horse_coat(look, fur), build)


@thing("unicorn", cm=185, kind="animal", faces=1)
def draw_unicorn(pen: Pen, look: Look) -> None:
    fur = look.colour((252, 248, 250))
    mane = look.part("mane", (226, 170, 226))
    coat = Coat(fur, dark=mane, eyes=(96, 76, 170), snout=(246, 206, 214), marks=("rainbow",))
    draw_quadruped(pen, replace(look, colours=()), coat, replace(HORSE, horns="unicorn"))


@thing("zebra", cm=150, kind="animal", faces=1)
def draw_zebra(pen: Pen, look: Look) -> None:
    fur, stripe = look.colour((250, 248, 244)), look.colour((40, 36, 42), 1)
    build = replace(HORSE, mane="brush", tail="tuft", neck=74, leg=76, ears="tube")
    draw_quadruped(pen, replace(look, colours=()), Coat(fur, dark=stripe, snout=(70, 62, 66), marks=("zebra",)), build)


@thing("donkey", "mule", "burro", cm=140, kind="animal", faces=1)
def draw_donkey(pen: Pen, look: Look) -> None:
    fur = look.colour((142, 130, 124) if look.noun != "mule" else (112, 80, 60))
    build = replace(HORSE, mane="brush", tail="tuft", ears="long", leg=66, neck=70, neck_base=0.8, length=126, head=58)
    coat = Coat(fur, (232, 226, 216), darken(fur, 0.52), snout=(232, 226, 216), marks=("belly",))
    draw_quadruped(pen, look, coat, build)
