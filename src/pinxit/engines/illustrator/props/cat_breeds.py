"""More breeds of cats, each a coat of its own."""

from dataclasses import replace

from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.props.cats import GREY, SIAMESE, TABBY, WHITE_CAT
from pinxit.engines.illustrator.rigs.animals import draw_animal
from pinxit.engines.illustrator.rigs.coats import Coat

PERSIAN = replace(
    WHITE_CAT, fur=(244, 232, 214), light=(255, 250, 240), dark=(206, 186, 160), ears="small", tail="bushy",
    marks=("plain", "cheeks", "ruff"), tufts=True, cheek=1.16, jaw=0.8, eyes=(236, 156, 50), eye=1.2, drop=0.42,
    muzzle=(0.4, 0.24), build=1.12,
)  # fmt: skip
MAINE_COON = replace(
    TABBY, fur=(150, 118, 88), dark=(78, 56, 44), ears="wide", tail="bushy", marks=("tabby", "stripes", "ruff", "eartips"),
    tufts=True, cheek=1.14, eyes=(214, 176, 60), build=1.14,
)  # fmt: skip
RAGDOLL = replace(
    SIAMESE, fur=(240, 232, 222), dark=(132, 112, 108), tail="bushy", tufts=True, ears="pointed", build=1.06,
    marks=("points", "ruff", "mitts", "plain"), snout=None,
)  # fmt: skip
SPHYNX = replace(
    TABBY, fur=(234, 190, 172), light=(246, 212, 196), dark=(196, 144, 130), ears="wide", marks=("folds", "plain"),
    whiskers=False, cheek=0.9, jaw=0.48, eyes=(108, 190, 196), eye=1.26, build=0.84,
)  # fmt: skip
BRITISH = replace(GREY, fur=(126, 138, 158), marks=("plain",), cheek=1.2, jaw=0.86, ears="small", build=1.14, eye=1.16)
FOLD = replace(BRITISH, fur=(158, 158, 164), ears="folded", marks=("tabby",), eyes=(226, 182, 70), build=1.04)
RUSSIAN = replace(GREY, fur=(120, 134, 156), marks=("plain",), eyes=(96, 190, 120), ears="wide", cheek=0.98, jaw=0.54)
BENGAL = replace(TABBY, fur=(224, 164, 92), dark=(92, 54, 34), marks=("tabby", "rosettes"), eyes=(150, 190, 80))
WILDCAT = replace(TABBY, fur=(176, 146, 104), tail="banded", marks=("tabby", "stripes", "ruff"), build=1.06)
_BREEDS: tuple[tuple[Coat, float, tuple[str, ...]], ...] = (
    (PERSIAN, 30, ("persian cat", "persian", "himalayan cat", "exotic shorthair")),
    (MAINE_COON, 38, ("maine coon", "norwegian forest cat", "siberian cat")),
    (RAGDOLL, 34, ("ragdoll", "birman", "ragdoll cat")),
    (SPHYNX, 30, ("sphynx", "sphynx cat", "hairless cat")),
    (BRITISH, 32, ("british shorthair",)),
    (FOLD, 30, ("scottish fold",)),
    (RUSSIAN, 30, ("russian blue",)),
    (BENGAL, 32, ("bengal cat", "egyptian mau", "savannah cat")),
    (WILDCAT, 36, ("wildcat", "serval", "margay")),
)


def _register(coat: Coat, cm: float, names: tuple[str, ...]) -> None:
    @thing(*names, cm=cm, kind="animal", faces=1)
    def draw(pen: Pen, look: Look) -> None:
        draw_animal(pen, look, coat)


for _coat, _cm, _names in _BREEDS:
    _register(_coat, _cm, _names)
