"""How often counts, colours and places come out exactly as asked: `python bench/exactness.py [N] [--sheet FILE]`.

N prompts (300 unless told) of the patterns that text-to-image models are measured by: "a photo of three red apples",
"a photo of a dog left of a bench", "a photo of a blue car and a green vase". Object names are those of the COCO list.
A picture is right when every noun is drawn as itself, in the number, on the side and in the colour that was asked for.
The colour is measured on the pixels of each copy, painted alone: an eighth of it must have it.
"""

from __future__ import annotations

import argparse
import math
import random
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import skia
from PIL import Image, ImageDraw

from pinxit.core.images import RATIOS, Size
from pinxit.engines.illustrator import library, painter
from pinxit.engines.illustrator.brush import Brush, Manner
from pinxit.engines.illustrator.colours import oklab
from pinxit.engines.illustrator.light import LIGHTS
from pinxit.scene import read

NAMES = [
    name.replace("_", " ")
    for name in """
    person bicycle car motorcycle airplane bus train truck boat traffic_light fire_hydrant stop_sign parking_meter
    bench bird cat dog horse sheep cow elephant bear zebra giraffe backpack umbrella handbag tie suitcase frisbee skis
    snowboard sports_ball kite baseball_bat baseball_glove skateboard surfboard tennis_racket bottle wine_glass cup
    fork knife spoon bowl banana apple sandwich orange broccoli carrot hot_dog pizza donut cake chair couch
    potted_plant bed dining_table toilet tv laptop computer_mouse tv_remote computer_keyboard cell_phone microwave oven
    toaster sink refrigerator book clock vase scissors teddy_bear hair_drier toothbrush
    """.split()
]
COLOURS = {
    "red": (200, 36, 40), "orange": (240, 136, 40), "yellow": (244, 208, 50), "green": (56, 150, 64),
    "blue": (44, 96, 200), "purple": (124, 60, 160), "pink": (240, 130, 170), "brown": (122, 80, 50),
    "black": (36, 36, 40), "white": (246, 246, 244),
}  # fmt: skip
NUMBERS = {2: "two", 3: "three", 4: "four"}
SIDES = {"left of": (0, -1), "right of": (0, 1), "above": (1, -1), "below": (1, 1)}
UNCOLOURED = {"person", "zebra", "giraffe"}
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Wish:
    """A prompt and what must be seen: nouns with number and colour, and a side of the first to the second."""

    prompt: str
    nouns: tuple[tuple[str, int, str | None], ...]
    side: str | None = None


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("count", nargs="?", type=int, default=300)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--sheet", type=Path, help="also write a contact sheet of the first thirty")
    options = asked.parse_args()
    chance = random.Random(options.seed)
    wishes = [make(chance, i % 4) for i in range(options.count)]
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    cells: list[tuple[str, npt.NDArray[np.uint8]]] = []
    for i, wish in enumerate(wishes):
        kind = ("count and colour", "side", "two colours", "count")[i % 4]
        problem, pixels = judge(wish)
        total[kind] += 1
        right[kind] += problem is None
        if problem:
            print(f"  {wish.prompt}: {problem}")
        if len(cells) < 30:
            cells.append((wish.prompt, pixels))
    for kind in total:
        print(f"{kind:18} {right[kind]:4} of {total[kind]:4}")
    good, count = right.total(), total.total()
    print(f"{'all':18} {good:4} of {count:4} = {good / count:.3f}")
    if options.sheet:
        write_sheet(options.sheet, cells)


def make(chance: random.Random, pattern: int) -> Wish:
    one, other = chance.sample(NAMES, 2)
    first, second = chance.sample(list(COLOURS), 2)
    number = chance.choice(list(NUMBERS))
    if pattern in {0, 3}:
        colour = first if pattern == 0 and one not in UNCOLOURED else None
        words = " ".join(filter(None, (NUMBERS[number], colour, plural(one))))
        return Wish(f"a photo of {words}", ((one, number, colour),))
    if pattern == 1:
        side = chance.choice(list(SIDES))
        return Wish(f"a photo of {article(one)} {side} {article(other)}", ((one, 1, None), (other, 1, None)), side)
    pair = tuple((noun, 1, None if noun in UNCOLOURED else c) for noun, c in ((one, first), (other, second)))
    words = " and ".join(article(" ".join(filter(None, (c, noun)))) for noun, _, c in pair)
    return Wish(f"a photo of {words}", pair)


def plural(noun: str) -> str:
    irregular = {"person": "people", "sheep": "sheep", "knife": "knives", "skis": "skis", "scissors": "scissors",
                 "computer mouse": "computer mice", "broccoli": "broccolis"}  # fmt: skip
    if noun in irregular:
        return irregular[noun]
    return noun + ("es" if noun.endswith(("s", "sh", "ch", "x")) else "s")


def article(words: str) -> str:
    return f"{'an' if words[0] in 'aeiou' else 'a'} {words}"


def judge(wish: Wish) -> tuple[str | None, npt.NDArray[np.uint8]]:
    """What is wrong with the picture, if anything, and the picture."""
    size = Size(*RATIOS["1:1"])
    scene = read(wish.prompt)
    plan = painter.plan(scene, size, 1)
    half = Size(512, 512)
    pixels = painter.paint(scene, painter.Order(half, 1)).pixels
    places: list[list[Box]] = []
    for noun, number, colour in wish.nouns:
        subject = next((s for s in plan.direction.scene.subjects if same(noun, s.noun, s.head)), None)
        if subject is None:
            return f"the {noun} was not read", pixels
        if library.find(subject.noun, subject.head).how != "itself":
            return f"the {noun} is not drawn as itself", pixels
        boxes = [box for actor in plan.actors for box in actor.figure.boxes.get(subject.id, ())]
        if len(boxes) != number:
            return f"{len(boxes)} of {number} {noun}", pixels
        if colour and not shows(plan, subject.id, colour):
            return f"the {noun} is not {colour}", pixels
        places.append(boxes)
    if wish.side:
        axis, sign = SIDES[wish.side]
        a, b = ((p[0][axis] + p[0][axis + 2]) / 2 for p in places)
        if (a - b) * sign <= 0:
            return f"not {wish.side}", pixels
    return None, pixels


def same(noun: str, name: str, head: str) -> bool:
    found, wanted = library.find(name, head).thing, library.find(noun, noun.rsplit(maxsplit=1)[-1]).thing
    return noun in {name, head} or (found is not None and found is wanted)


def shows(plan: painter.Plan, subject: int, colour: str) -> bool:
    """Is an eighth of what is seen of every copy of that colour? Each is painted alone, on nothing."""
    wanted, neutral = np.array(oklab(COLOURS[colour])), colour in {"black", "white"}
    for actor in plan.actors:
        if actor.figure.subject != subject:
            continue
        left, top, right, bottom = actor.box
        scale = 160 / max(right - left, bottom - top)
        surface = skia.Surface(math.ceil((right - left) * scale), math.ceil((bottom - top) * scale))
        with surface as canvas:
            canvas.scale(scale, scale)
            canvas.translate(-left, -top)
            Brush(canvas, Manner(), LIGHTS["day"], 1000).draw(actor.figure.drawing.items)
        rgba = surface.toarray(colorType=skia.kRGBA_8888_ColorType).reshape(-1, 4)
        palette, counts = np.unique(rgba[rgba[:, 3] > 250, :3] // 8 * 8 + 4, axis=0, return_counts=True)
        tones = np.array([oklab((int(r), int(g), int(b))) for r, g, b in palette])
        away = (tones - wanted) * ((0.6, 1.0, 1.0) if neutral else (0.3, 1.0, 1.0))
        near = np.sqrt((away**2).sum(axis=1)) < (0.15 if neutral else 0.11)
        if counts[near].sum() < counts.sum() / 8:
            return False
    return True


def write_sheet(path: Path, cells: list[tuple[str, npt.NDArray[np.uint8]]]) -> None:
    sheet = Image.new("RGB", (6 * 260, 5 * 284), "white")
    pen = ImageDraw.Draw(sheet)
    for i, (prompt, pixels) in enumerate(cells):
        x, y = i % 6 * 260, i // 6 * 284
        sheet.paste(Image.fromarray(np.ascontiguousarray(pixels[..., :3])).resize((256, 256)), (x, y))
        pen.text((x + 2, y + 260), prompt[11:60], fill="black")
    sheet.save(path)


if __name__ == "__main__":
    main()
