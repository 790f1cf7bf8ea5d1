"""Whether lettering can be read: words in every role, drawn and read back by an eye that knows nothing of them. Run:

    python bench/lettering.py [--words 300] [--seed 1] [--role NAME] [--keep FOLDER]

A word counts as right when one piece of what is read is the word, letter for letter; capitals and small letters count
as the same. Each picture is 1024 x 1024; where the words are on a thing, that thing is cut out of it.
"""

from __future__ import annotations

import argparse
import random
import tomllib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image
from rapidocr import RapidOCR

from pinxit.core.images import ImageRequest, Quality, Size
from pinxit.engines.illustrator.easel import paint
from pinxit.engines.illustrator.painter import plan
from pinxit.scene import read

DATA = Path(__file__).parent.parent / "tests/engines/illustrator/lettering_roles.toml"
SIDE = 1024
VIEW = 640  # the longer side of a thing that is cut out: readers miss letters that are very small or very large
CASES = (str.upper, str.title, str.lower)

Pixels = npt.NDArray[np.uint8]


def samples(words: int, seed: int) -> Iterator[tuple[str, str]]:
    """(role, word) pairs, the words spread over the roles and over upper, title and lower case."""
    data = tomllib.loads(DATA.read_text("utf-8"))
    chance = random.Random(seed)
    roles = list(data["roles"])
    for i, word in enumerate(chance.sample(data["words"]["common"].split(), words)):
        yield roles[i % len(roles)], CASES[i // len(roles) % 3](word)


def draw(prompt: str) -> Pixels:
    """The picture, or the part of it that carries the words."""
    request = ImageRequest("", prompt, Size(SIDE, SIDE), quality=Quality.MEDIUM)
    pixels = paint(request, 1, lambda _share, _what: None).pixels[..., :3]
    box = bearer(prompt)
    if box is None:
        return np.ascontiguousarray(pixels)
    left, top, right, bottom = (round(min(max(at, 0), SIDE)) for at in box)
    part = Image.fromarray(pixels[top:bottom, left:right])
    scale = VIEW / max(part.size)
    return np.asarray(part.resize((round(part.width * scale), round(part.height * scale)), Image.Resampling.LANCZOS))


def bearer(prompt: str) -> tuple[float, float, float, float] | None:
    """The box of the thing that carries the words, in pixels with a margin; None where they stand free."""
    planned = plan(read(prompt), Size(SIDE, SIDE), 1)
    scene = planned.direction.scene
    words = scene.lettering[0]
    if words.host is None or words.role in {"balloon", "caption"} or planned.direction.medium.name == "logo":
        return None
    hosts = {words.host, *(r.a for r in scene.relations if r.b == words.host and r.kind == "wearing")}
    for actor in planned.actors:
        if hosts & set(actor.figure.boxes):
            left, top, right, bottom = actor.box
            margin, scale = 30.0, planned.frame.height / 1000
            x, y = planned.frame.left, planned.frame.top
            return (
                x + (left - margin) * scale, y + (top - margin) * scale,
                x + (right + margin) * scale, y + (bottom + margin) * scale,
            )  # fmt: skip
    return None


def letters(text: str) -> str:
    return "".join(ch for ch in text.lower() if ch.isalnum())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--words", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--role")
    parser.add_argument("--keep", type=Path, help="where pictures go whose words were misread")
    options = parser.parse_args()
    data = tomllib.loads(DATA.read_text("utf-8"))
    # Nothing is written upside down; told to look for that, it reads "spot" as "tods".
    eye = RapidOCR(params={"Global.log_level": "error", "Global.use_cls": False})
    right: dict[str, list[bool]] = {role: [] for role in data["roles"]}
    failures = []
    for role, word in samples(options.words, options.seed):
        if options.role and role != options.role:
            continue
        pixels = draw(data["roles"][role].format(word))
        seen = [str(text) for text in getattr(eye(np.ascontiguousarray(pixels[..., ::-1])), "txts", None) or ()]
        good = letters(word) in {letters(piece) for piece in seen}
        right[role].append(good)
        if not good:
            failures.append((role, word, seen))
            if options.keep:
                options.keep.mkdir(parents=True, exist_ok=True)
                Image.fromarray(pixels).save(options.keep / f"{role}-{word}.png".replace(" ", "-"))
    for role, results in right.items():
        if results:
            print(f"{role:18} {sum(results):3} / {len(results)}")
    total = [good for results in right.values() for good in results]
    print(f"{'all':18} {sum(total):3} / {len(total)}  {100 * sum(total) / max(len(total), 1):.1f} %")
    for role, word, seen in failures:
        print(f"  {role}: {word} was read as {seen}")


if __name__ == "__main__":
    main()
