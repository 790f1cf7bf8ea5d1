"""What a pipeline makes of one prompt is kept whole, as long as it hangs on nothing but words and switches."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from engines.open_weights.tiny_painter import Easel, paint
from pinxit.engines.diffusers.work import Item

pytest.importorskip("diffusers", reason="diffusers is not installed: pip install 'pinxit[diffusers]'")
pytestmark = pytest.mark.usefixtures("one_thread")


class _Pipe:
    """Reads prompts as pipelines do: tensors in whatever it is told to wrap them."""

    def __init__(self, wrap: Callable[[Any], Any] = lambda read: (read, None)) -> None:
        import torch

        self.read: list[Any] = []
        self._wrap = wrap
        self.components = {"text_encoder": torch.nn.Identity()}

    def encode_prompt(self, prompt: Any, device: Any = None, guided: bool = True, image: Any = None) -> Any:
        import torch

        self.read.append(prompt)
        return self._wrap(torch.full((1, 3), float(len(self.read)), device=device))


def _remember(pipe: Any, **options: Any) -> Any:
    from pinxit.engines.diffusers.painting import readings

    return readings.remember_prompts(pipe, **options)


@pytest.mark.parametrize("kind", ["unet", "mmdit", "flow", "edit", "sdxl", "flux", "pixart", "sana", "qwen"])
def test_the_words_of_one_prompt_are_taken_apart_once_and_the_picture_stays_the_same(easel: Easel, kind: str) -> None:
    plain = paint(easel.get(kind), Item("an owl at night", 3))[0]
    ready = easel.load(kind)
    _remember(ready.pipe)
    first = paint(ready, Item("an owl at night", 3))[0]
    ready.pipe.tokenizer = None  # who asks it fails
    assert (paint(ready, Item("an owl at night", 3))[0] == first).all()
    assert (plain == first).all()


def test_whoever_writes_into_what_was_read_spoils_it_for_nobody() -> None:
    pipe = _Pipe(lambda read: ([read], {"pooled": read.clone()}))
    _remember(pipe)
    for _ in range(3):
        rows, more = pipe.encode_prompt(["a fox"])
        assert (rows[0].tolist(), more["pooled"].tolist()) == ([[1.0] * 3], [[1.0] * 3])
        rows[0].zero_()
        more["pooled"].zero_()
        rows.append("more")
    assert pipe.read == [["a fox"]]


def test_each_way_of_asking_has_a_reading_of_its_own_however_it_is_written() -> None:
    pipe = _Pipe()
    shelf = _remember(pipe)
    pipe.encode_prompt("a fox", "cpu")
    pipe.encode_prompt(prompt="a fox", device="cpu")
    assert len(pipe.read) == 1
    pipe.encode_prompt("a fox", "cpu", False)
    pipe.encode_prompt(["a fox"], "cpu")
    pipe.encode_prompt("a fox ", "cpu")
    shelf.wearing = (("chalk", 1.0),)
    pipe.encode_prompt("a fox", "cpu")
    assert len(pipe.read) == 5


@pytest.mark.parametrize(
    "call",
    [{"prompt": ["a fox", "an owl"]}, {"prompt": None}, {"prompt": "a fox", "image": SimpleNamespace()}],
    ids=["several", "none", "with a picture"],
)
def test_several_prompts_and_those_with_pictures_are_read_each_time(call: dict[str, Any]) -> None:
    pipe = _Pipe()
    shelf = _remember(pipe)
    for _ in range(2):
        pipe.encode_prompt(**call)
    assert len(pipe.read) == 2
    assert len(shelf) == 0


@pytest.mark.parametrize("wrap", [lambda read: (read, object()), lambda _: (None, None)], ids=["a thing", "nothing"])
def test_what_holds_more_than_numbers_is_not_kept(wrap: Callable[[Any], Any]) -> None:
    pipe = _Pipe(wrap)
    shelf = _remember(pipe)
    for _ in range(2):
        pipe.encode_prompt("a fox")
    assert len(pipe.read) == 2
    assert len(shelf) == 0


def test_what_is_kept_counts_in_the_bound() -> None:
    pipe = _Pipe()
    shelf = _remember(pipe, limit=30)
    for word in "abcde":
        pipe.encode_prompt(word)
        assert shelf.size <= 30
    assert len(shelf) == 2


def test_a_pipeline_without_such_a_method_is_left_alone() -> None:
    import torch

    pipe = SimpleNamespace(components={"text_encoder": torch.nn.Identity()})
    _remember(pipe)
    assert not hasattr(pipe, "encode_prompt")
