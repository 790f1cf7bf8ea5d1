"""What diffusers asks for at each call of an attention layer is put together once."""

from __future__ import annotations

import inspect
from types import SimpleNamespace
from typing import Any

import pytest

from engines.open_weights.tiny_painter import Easel, most, paint
from pinxit.engines.diffusers.work import Item

pytest.importorskip("diffusers", reason="diffusers is not installed: pip install 'pinxit[diffusers]'")


def test_a_processors_signature_is_kept_and_stays_what_it_was() -> None:
    import torch

    from pinxit.engines.diffusers.painting.signatures import remember_signatures

    class Processor:
        def __call__(self, attn: Any, hidden_states: Any, *, mask: Any = None) -> Any: ...

    class Attention(torch.nn.Module):  # type: ignore[misc]  # torch is not looked into here
        def __init__(self) -> None:
            super().__init__()
            self.processor = Processor()

    layer = torch.nn.Sequential(Attention(), torch.nn.ReLU())
    before = inspect.signature(Processor().__call__)
    remember_signatures(SimpleNamespace(components={"unet": layer, "scheduler": object(), "safety_checker": None}))
    assert Processor.__call__.__signature__ is inspect.signature(Processor.__call__)  # type: ignore[attr-defined]
    assert inspect.signature(Processor().__call__) == before


@pytest.mark.parametrize("kind", ["unet", "mmdit"])
def test_pictures_are_the_same_with_kept_signatures(easel: Easel, kind: str) -> None:
    from pinxit.engines.diffusers.painting.signatures import remember_signatures

    ready = easel.load(kind)
    before = paint(ready, Item("a red fox", 7))
    remember_signatures(ready.pipe)
    assert most(before[0], paint(ready, Item("a red fox", 7))[0]) == 0
