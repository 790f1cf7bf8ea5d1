"""Young animals, each on a card of its own: half the size of the grown one, with a larger head and eyes."""

from collections.abc import Callable
from dataclasses import replace

from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.props import bears, big_cats, cats, dogs, hoofed, horse, savanna, small_mammals
from pinxit.engines.illustrator.props import wild_canines as canines
from pinxit.engines.illustrator.props.red_panda import draw as draw_red_panda
from pinxit.engines.illustrator.rigs.animals import draw_animal
from pinxit.engines.illustrator.rigs.coats import Coat

Drawer = Callable[[Pen, Look], None]


def _coated(coat: Coat) -> Drawer:
    def draw(pen: Pen, look: Look) -> None:
        draw_animal(pen, look, coat)

    return draw


def _draw_puppy(pen: Pen, look: Look) -> None:
    draw_animal(pen, look, dogs.any_dog(look))


_YOUNG: tuple[tuple[Drawer, float, tuple[str, ...]], ...] = (
    (_draw_puppy, 30, ("puppy", "pup", "baby dog")),
    (_coated(dogs.GOLDEN), 30, ("golden retriever puppy", "golden puppy")),
    (_coated(dogs.LABRADOR), 30, ("labrador puppy",)),
    (_coated(dogs.HUSKY), 30, ("husky puppy",)),
    (_coated(dogs.CORGI), 20, ("corgi puppy",)),
    (_coated(dogs.DALMATIAN), 30, ("dalmatian puppy",)),
    (cats.draw_cat, 18, ("kitten", "kitty", "baby cat", "tabby kitten")),
    (cats.draw_orange, 18, ("ginger kitten", "orange kitten")),
    (cats.draw_black, 18, ("black kitten",)),
    (cats.draw_white, 18, ("white kitten",)),
    (big_cats.draw_lioness, 50, ("lion cub", "baby lion")),
    (big_cats.draw_tiger, 50, ("tiger cub", "baby tiger")),
    (bears.draw_bear, 60, ("bear cub", "baby bear", "cub", "cub bear")),
    (canines.draw_fox, 26, ("fox cub", "fox kit", "baby fox")),
    (canines.draw_wolf, 40, ("wolf pup", "wolf cub", "baby wolf")),
    (_coated(small_mammals.RABBIT), 18, ("baby bunny", "baby rabbit")),
    (_coated(small_mammals.MONKEY), 34, ("baby monkey",)),
    (draw_red_panda, 24, ("red panda cub", "baby red panda")),
    (horse.draw, 105, ("foal", "colt", "filly", "baby horse")),
    (hoofed.draw_cow, 90, ("calf", "baby cow")),
    (hoofed.draw_sheep, 45, ("lamb", "baby sheep")),
    (hoofed.draw_goat, 45, ("kid goat", "baby goat")),
    (hoofed.draw_pig, 38, ("piglet", "baby pig")),
    (hoofed.draw_deer, 95, ("fawn", "baby deer")),
    (savanna.draw_elephant, 130, ("baby elephant", "elephant calf")),
    (savanna.draw_giraffe, 230, ("baby giraffe",)),
    (savanna.draw_roo, 60, ("joey", "baby kangaroo")),
)


def _register(draw_grown: Drawer, cm: float, names: tuple[str, ...]) -> None:
    @thing(*names, cm=cm, kind="animal", faces=1)
    def draw(pen: Pen, look: Look) -> None:
        draw_grown(pen, replace(look, age="baby"))


for _draw, _cm, _names in _YOUNG:
    _register(_draw, _cm, _names)
