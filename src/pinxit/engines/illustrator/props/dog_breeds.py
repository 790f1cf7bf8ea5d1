"""More breeds of dogs, each a coat of its own."""

from dataclasses import replace

from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.props.dogs import BULLDOG, CORGI, DACHSHUND, DOG, HUSKY, POODLE, SHEPHERD
from pinxit.engines.illustrator.rigs.animals import draw_animal
from pinxit.engines.illustrator.rigs.coats import Coat

CHIHUAHUA = replace(
    DOG, fur=(214, 166, 112), light=(250, 230, 200), ears="wide", tail="thin", marks=("cheeks", "plain"), crown=1.0,
    cheek=0.92, jaw=0.42, muzzle=(0.32, 0.3), eye=1.3, spread=0.48, build=0.8, compact=True, nose_size=0.9,
)  # fmt: skip
ROTTWEILER = replace(
    DOG, fur=(52, 46, 48), light=(186, 112, 58), dark=(34, 30, 34), tail="short", marks=("dachs", "mitts"),
    muzzle=(0.5, 0.42), build=1.16, jaw=0.7,
)  # fmt: skip
DOBERMAN = replace(
    ROTTWEILER, ears="pointed", cheek=0.86, jaw=0.5, muzzle=(0.4, 0.5), build=0.96, marks=("dachs",), crown=0.84
)
GREYHOUND = replace(
    DOG, fur=(158, 158, 168), light=(232, 232, 236), ears="folded", tail="thin", marks=("plain", "blaze"), cheek=0.8,
    crown=0.8, jaw=0.42, muzzle=(0.36, 0.52), build=0.84,
)  # fmt: skip
BORDER_COLLIE = replace(
    DOG, side="wolf", fur=(44, 42, 48), light=(252, 250, 248), dark=(30, 28, 34), ears="folded", tail="bushy",
    marks=("blaze", "mitts", "ruff", "tailtip", "cheeks"), tufts=True,
)  # fmt: skip
ROUGH_COLLIE = replace(BORDER_COLLIE, fur=(200, 136, 74), dark=(120, 76, 44), muzzle=(0.38, 0.5), jaw=0.46)
SAINT_BERNARD = replace(
    DOG, fur=(176, 100, 54), light=(255, 250, 244), dark=(70, 46, 38), ears="drop", tail="bushy",
    marks=("blaze", "mitts", "jowls", "pale"), muzzle=(0.6, 0.44), cheek=1.1, jaw=0.8, build=1.28, nose_size=1.5,
)  # fmt: skip
BERNESE = replace(
    SAINT_BERNARD, fur=(48, 44, 50), light=(254, 250, 246), dark=(36, 32, 36), marks=("blaze", "mitts", "ruff"),
    muzzle=(0.5, 0.42),
)  # fmt: skip
POMERANIAN = replace(
    CORGI, side="small", fur=(234, 156, 82), ears="tiny", tail="curl", marks=("cheeks", "ruff", "halo"), tufts=True,
    cheek=1.2, jaw=0.7, compact=True, muzzle=(0.32, 0.28), build=1.14,
)  # fmt: skip
SAMOYED = replace(
    HUSKY, fur=(250, 248, 244), light=(255, 255, 255), dark=(214, 210, 204), marks=("ruff", "cheeks"), eyes=(70, 46, 38),
    build=1.1,
)  # fmt: skip
MALTESE = replace(
    POODLE, fur=(252, 250, 246), marks=("plain", "cheeks"), cheek=1.06, jaw=0.74, tufts=True, compact=True,
    ears="drop", eye=1.14, tail="plume",
)  # fmt: skip
SHIH_TZU = replace(MALTESE, fur=(220, 190, 150), light=(255, 252, 246), dark=(150, 112, 76), marks=("blaze", "quiff"))
YORKIE = replace(
    MALTESE, fur=(196, 136, 78), light=(230, 180, 120), dark=(84, 84, 100), ears="pointed", marks=("saddle", "quiff")
)
SCOTTIE = replace(
    DOG, side="low", fur=(50, 48, 54), light=(84, 80, 88), dark=(32, 30, 36), ears="pointed", tail="thin",
    marks=("plain", "jowls"), muzzle=(0.56, 0.5), jaw=0.76, build=1.04,
)  # fmt: skip
WESTIE = replace(SCOTTIE, fur=(250, 248, 242), light=(255, 255, 252), dark=(206, 202, 194), eye=1.06)
JACK_RUSSELL = replace(
    DOG, fur=(252, 250, 246), light=(255, 255, 255), dark=(176, 108, 60), ears="folded", tail="short",
    marks=("patch", "darkears", "plain"), build=0.92, compact=True,
)  # fmt: skip
SCHNAUZER = replace(
    SCOTTIE, side="dog", fur=(128, 130, 138), light=(236, 236, 238), dark=(84, 86, 94), ears="folded",
    marks=("brows", "jowls", "mitts"), muzzle=(0.58, 0.5),
)  # fmt: skip
GREAT_DANE = replace(
    DOG, fur=(200, 160, 112), light=(224, 190, 146), dark=(70, 54, 50), ears="folded", tail="thin",
    marks=("plain", "jowls"), snout=(84, 64, 58), muzzle=(0.5, 0.54), cheek=0.86, build=1.0,
)  # fmt: skip
PITBULL = replace(
    BULLDOG, fur=(146, 150, 162), light=(248, 248, 248), marks=("blaze", "mitts"), muzzle=(0.54, 0.38), build=1.16
)
BLOODHOUND = replace(
    DACHSHUND, side="dog", fur=(172, 104, 56), marks=("saddle", "folds", "jowls"), muzzle=(0.54, 0.54), build=1.06
)
MALINOIS = replace(SHEPHERD, fur=(206, 150, 92), marks=("shepherd", "darkears"))
_BREEDS: tuple[tuple[Coat, float, tuple[str, ...]], ...] = (
    (CHIHUAHUA, 24, ("chihuahua",)),
    (ROTTWEILER, 66, ("rottweiler", "mastiff", "cane corso")),
    (DOBERMAN, 72, ("doberman", "doberman pinscher")),
    (GREYHOUND, 74, ("greyhound", "whippet", "saluki")),
    (BORDER_COLLIE, 55, ("border collie", "sheepdog", "australian shepherd")),
    (ROUGH_COLLIE, 60, ("rough collie", "lassie")),
    (SAINT_BERNARD, 76, ("saint bernard", "st bernard")),
    (BERNESE, 70, ("bernese mountain dog", "newfoundland dog")),
    (POMERANIAN, 24, ("pomeranian",)),
    (SAMOYED, 58, ("samoyed", "great pyrenees", "white dog breed")),
    (MALTESE, 26, ("maltese", "bichon frise", "havanese", "lapdog")),
    (SHIH_TZU, 28, ("shih tzu", "lhasa apso", "pekingese")),
    (YORKIE, 24, ("yorkshire terrier", "yorkie")),
    (SCOTTIE, 30, ("scottish terrier", "scottie")),
    (WESTIE, 30, ("west highland terrier", "westie")),
    (JACK_RUSSELL, 34, ("jack russell", "jack russell terrier", "fox terrier")),
    (SCHNAUZER, 42, ("schnauzer", "airedale")),
    (GREAT_DANE, 90, ("great dane",)),
    (PITBULL, 48, ("pitbull", "bull terrier", "boston terrier")),
    (BLOODHOUND, 64, ("bloodhound", "coonhound", "foxhound")),
    (MALINOIS, 62, ("belgian malinois", "police dog")),
)


def _register(coat: Coat, cm: float, names: tuple[str, ...]) -> None:
    @thing(*names, cm=cm, kind="animal", faces=1)
    def draw(pen: Pen, look: Look) -> None:
        draw_animal(pen, look, coat)


for _coat, _cm, _names in _BREEDS:
    _register(_coat, _cm, _names)
