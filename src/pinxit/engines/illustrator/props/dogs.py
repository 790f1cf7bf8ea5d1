"""Dogs: a friendly brown and white one, and breeds."""

from dataclasses import replace

from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.props.robot_pets import draw_dog as draw_robot_dog
from pinxit.engines.illustrator.rigs.animals import draw_animal
from pinxit.engines.illustrator.rigs.coats import Coat

DOG = Coat(
    fur=(190, 130, 78), light=(255, 248, 238), dark=(126, 78, 44), ears="floppy", tail="plume",
    marks=("blaze", "mitts"), cheek=0.98, jaw=0.62, muzzle=(0.45, 0.42), drop=0.5, eye=0.98, spread=0.42,
    nose_size=1.3,
)  # fmt: skip
GOLDEN = replace(DOG, fur=(228, 172, 96), light=(252, 226, 176), dark=(190, 128, 60), marks=("ruff",), ears="floppy")
LABRADOR = replace(DOG, fur=(240, 212, 160), light=(250, 232, 196), dark=(200, 160, 100), marks=("plain",), tail="thin")
HUSKY = replace(
    DOG, side="wolf", fur=(94, 102, 118), light=(252, 252, 252), dark=(52, 56, 68), ears="pointed", tail="bushy",
    marks=("husky", "mitts", "tailtip", "ruff"), eyes=(92, 176, 232), jaw=0.54, tufts=True, muzzle=(0.38, 0.38),
)  # fmt: skip
DACHSHUND = replace(
    DOG, side="low", fur=(150, 82, 44), light=(206, 134, 76), dark=(98, 50, 28), ears="drop", tail="thin",
    marks=("dachs",), crown=0.82, cheek=0.86, jaw=0.5, muzzle=(0.42, 0.5), spread=0.36, build=0.88,
)  # fmt: skip
CORGI = replace(
    DOG, side="low", fur=(232, 152, 74), light=(255, 250, 240), dark=(180, 106, 44), ears="wide", tail="short",
    marks=("blaze", "cheeks", "mitts", "ruff"), crown=0.96, cheek=1.1, jaw=0.56, muzzle=(0.38, 0.36), build=1.1,
)  # fmt: skip
SHIBA = replace(
    CORGI, side="dog", fur=(224, 142, 70), ears="pointed", tail="curl", marks=("cheeks", "halo", "mitts"), build=1.0
)
DALMATIAN = replace(
    DOG, fur=(252, 251, 248), light=(255, 255, 255), dark=(40, 38, 42), tail="thin", cheek=0.92, build=0.95,
    marks=("dalmatian", "spots", "darkears", "plain"), muzzle=(0.44, 0.46),
)  # fmt: skip
POODLE = replace(
    DOG, fur=(246, 236, 224), light=(255, 250, 242), dark=(214, 196, 178), ears="drop", tail="short",
    marks=("quiff", "plain"), cheek=0.84, crown=0.86, jaw=0.46, muzzle=(0.36, 0.46), build=0.9,
)  # fmt: skip
BULLDOG = replace(
    DOG, fur=(214, 166, 118), light=(255, 246, 232), dark=(150, 100, 62), ears="folded", tail="short",
    marks=("blaze", "folds", "jowls"), crown=1.0, cheek=1.14, jaw=0.84, muzzle=(0.66, 0.38), drop=0.52, spread=0.5,
    eye=0.9, build=1.28, nose_size=1.5,
)  # fmt: skip
PUG = replace(
    BULLDOG, fur=(230, 196, 148), light=(244, 218, 176), dark=(60, 48, 48), marks=("folds", "darkears", "plain"),
    snout=(74, 60, 60), muzzle=(0.5, 0.34), tail="curl", eye=1.2, build=1.12,
)  # fmt: skip
BEAGLE = replace(
    DOG, fur=(196, 120, 62), light=(255, 250, 242), dark=(60, 44, 42), ears="drop", tail="plume",
    marks=("blaze", "saddle", "mitts"),
)  # fmt: skip
SHEPHERD = replace(
    DOG, side="wolf", fur=(196, 140, 80), light=(230, 186, 128), dark=(52, 42, 40), ears="wide", tail="bushy",
    marks=("shepherd", "darkears", "ruff"), jaw=0.48, muzzle=(0.4, 0.46), snout=(62, 50, 48), tufts=True,
)  # fmt: skip
ANY = (DOG, GOLDEN, LABRADOR, BEAGLE, DALMATIAN, SHIBA, DOG)


def any_dog(look: Look) -> Coat:
    """A dog of no named breed: of several, each has a coat of its own."""
    several = look.copies > 1 and not look.colours and not look.adjectives
    return look.random("coat").choice(ANY) if several else DOG


_BREEDS: tuple[tuple[Coat, float, tuple[str, ...]], ...] = (
    (DOG, 55, ("dog", "doggy", "hound", "mutt", "canine", "retriever", "terrier", "collie")),
    (GOLDEN, 58, ("golden retriever", "spaniel", "cocker spaniel")),
    (LABRADOR, 57, ("labrador", "labrador retriever")),
    (HUSKY, 58, ("husky", "siberian husky", "malamute")),
    (DACHSHUND, 26, ("dachshund", "sausage dog", "wiener dog")),
    (CORGI, 32, ("corgi", "welsh corgi")),
    (SHIBA, 38, ("shiba inu", "shiba", "akita")),
    (DALMATIAN, 57, ("dalmatian",)),
    (POODLE, 45, ("poodle",)),
    (BULLDOG, 38, ("bulldog", "french bulldog", "boxer dog")),
    (PUG, 30, ("pug",)),
    (BEAGLE, 38, ("beagle", "basset hound")),
    (SHEPHERD, 62, ("german shepherd", "shepherd dog", "alsatian", "guard dog")),
)


def _register(coat: Coat, cm: float, names: tuple[str, ...]) -> None:
    @thing(*names, cm=cm, kind="animal", faces=1)
    def draw(pen: Pen, look: Look) -> None:
        if look.has("robot", "robotic", "mechanical", "cybernetic"):
            draw_robot_dog(pen, look)
        else:
            draw_animal(pen, look, any_dog(look) if coat is DOG else coat)


for _coat, _cm, _names in _BREEDS:
    _register(_coat, _cm, _names)
