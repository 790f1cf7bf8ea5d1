"""The house cat: a tabby unless another is asked for."""

from dataclasses import replace

from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.animals import draw_animal
from pinxit.engines.illustrator.rigs.coats import Coat

TABBY = Coat(
    side="cat",
    fur=(164, 142, 118), light=(250, 240, 226), dark=(92, 72, 58), ears="pointed", tail="thin",
    marks=("tabby", "stripes"), eyes=(126, 176, 74), nose=(226, 130, 132), cheek=1.06, jaw=0.66, muzzle=(0.34, 0.24),
    drop=0.5, slit=True, whiskers=True, eye=1.12, nose_size=0.72, build=0.94,
)  # fmt: skip
ORANGE = replace(TABBY, fur=(238, 150, 62), dark=(196, 98, 30), eyes=(116, 168, 70))
GREY = replace(TABBY, fur=(138, 146, 160), dark=(98, 106, 122), light=(232, 234, 240), marks=(), eyes=(224, 164, 50))
BLACK = replace(TABBY, fur=(50, 48, 58), light=(74, 72, 84), dark=(28, 26, 34), marks=("plain",), eyes=(236, 196, 60))
WHITE_CAT = replace(TABBY, fur=(250, 248, 246), light=(255, 255, 255), dark=(208, 204, 204), marks=("plain",))
SIAMESE = replace(
    TABBY, fur=(240, 226, 204), light=(252, 244, 230), dark=(88, 66, 58), marks=("points", "socks", "plain"),
    eyes=(82, 156, 222), nose=(70, 50, 48), jaw=0.52, ears="wide", snout=(112, 86, 74),
)  # fmt: skip
CALICO = replace(TABBY, fur=(252, 248, 240), dark=(226, 138, 58), marks=("patch", "patches", "plain"))
TUXEDO = replace(BLACK, light=(250, 248, 246), marks=("blaze", "mitts"))


def _asked(look: Look) -> Coat:
    """The coat for a colour: tabby marks stay on warm middle tones only."""
    if look.copies > 1 and not look.colours and not look.adjectives:  # of several, each has a coat of its own
        return look.random("coat").choice((TABBY, ORANGE, GREY, TUXEDO, WHITE_CAT, CALICO, TABBY))
    if look.has("striped", "tabby", "ginger") or not look.colours:
        return ORANGE if look.has("ginger") else TABBY
    r, g, b = look.colours[0]
    if r + g + b < 210:
        return TUXEDO if len(look.colours) > 1 else BLACK
    if r + g + b > 690:
        return WHITE_CAT
    return ORANGE if r > b + 50 else replace(GREY, marks=("plain",) if max(r, g, b) - min(r, g, b) > 40 else ())


@thing("cat", "house cat", "pet cat", "tabby cat", "tabby", "feline", cm=30, kind="animal", faces=1)
def draw_cat(pen: Pen, look: Look) -> None:
    draw_animal(pen, look, _asked(look))


@thing("orange cat", "ginger cat", "orange tabby", "orange tabby cat",
       cm=30, kind="animal", faces=1)  # fmt: skip
def draw_orange(pen: Pen, look: Look) -> None:
    draw_animal(pen, look, ORANGE)


@thing("black cat", cm=30, kind="animal", faces=1)
def draw_black(pen: Pen, look: Look) -> None:
    draw_animal(pen, look, BLACK)


@thing("white cat", cm=30, kind="animal", faces=1)
def draw_white(pen: Pen, look: Look) -> None:
    draw_animal(pen, look, WHITE_CAT)


@thing("siamese cat", "siamese", "siamese kitten", cm=30, kind="animal", faces=1)
def draw_siamese(pen: Pen, look: Look) -> None:
    draw_animal(pen, look, SIAMESE)


@thing("calico cat", "calico", "calico kitten", cm=30, kind="animal", faces=1)
def draw_calico(pen: Pen, look: Look) -> None:
    draw_animal(pen, look, CALICO)


@thing("tuxedo cat", "tuxedo kitten", cm=30, kind="animal", faces=1)
def draw_tuxedo(pen: Pen, look: Look) -> None:
    draw_animal(pen, look, TUXEDO)
