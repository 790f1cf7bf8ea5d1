"""The table of families, and what the cards of models say of the same classes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from pinxit.core.errors import Unsupported
from pinxit.engines.diffusers.cards import list_options
from pinxit.engines.diffusers.painting.editing import choose_tool
from pinxit.engines.diffusers.painting.families import (
    FAMILIES,
    FLOW_SCHEDULERS,
    SCHEDULERS,
    find_family,
    list_schedulers,
)
from pinxit.engines.diffusers.painting.ready import Ready
from pinxit.engines.diffusers.work import Manner
from pinxit.local import Local
from pinxit.weights import Installed
from pinxit.weights.classes import load_classes, make_facts

_CLASSES = sorted({*load_classes(), *FAMILIES})


@pytest.mark.parametrize("name", _CLASSES)
def test_the_card_of_a_class_promises_what_its_family_can_do(name: str) -> None:
    facts, family = make_facts("model", name, {}), find_family(name)
    paints_over = bool(family.image or family.mask or family.blends)
    assert facts.sources == (family.references or int(paints_over))
    assert facts.masks == bool(family.mask or family.blends)
    assert facts.instructs == family.instructs


@pytest.mark.parametrize("name", sorted(FAMILIES))
def test_every_scheduler_that_is_offered_is_known(name: str) -> None:
    known = FLOW_SCHEDULERS if find_family(name).flow else SCHEDULERS
    assert set(list_schedulers(name)) <= set(known)


def test_a_class_that_nobody_looked_at_is_painted_one_picture_after_another() -> None:
    assert not find_family("PipelineOfTomorrow").together
    assert list_schedulers("PipelineOfTomorrow") == ()


@pytest.mark.parametrize(
    ("pipeline", "edit", "field", "hint"),
    [
        ("QwenImageEditPlusPipeline", "", "image", "send one in `image`"),
        ("FluxFillPipeline", "image", "mask", "Send a `mask` too"),
        ("Lumina2Pipeline", "image", "image", "leave `image` out"),
        ("SanaSprintPipeline", "mask", "mask", "leave `mask` out"),
        ("PipelineOfTomorrow", "outpaint", "mask", "leave `mask` out"),
    ],
)
def test_what_a_family_cannot_do_is_refused_with_what_to_do(pipeline: str, edit: str, field: str, hint: str) -> None:
    model = Installed(make_facts("model", pipeline, {}), Path("model"))
    manner = Manner(64, 64, 4, 0.0, edit=edit)
    with pytest.raises(Unsupported, match=hint) as refusal:
        choose_tool(Ready(model, Local(), None, "cpu", None), manner, find_family(pipeline))
    assert (refusal.value.param, refusal.value.code) == (field, "unsupported_edit")


def test_the_page_names_every_scheduler_and_every_option() -> None:
    page = (Path(__file__).parents[3] / "docs" / "models.md").read_text(encoding="utf-8").partition("## Editing and")[2]
    assert [name for name in (*SCHEDULERS, *FLOW_SCHEDULERS) if f"`{name}`" not in page] == []
    options = {name for kind in _CLASSES for name in list_options(make_facts("model", kind, {}))}
    assert [name for name in sorted(options) if f"| `{name}` |" not in page] == []


def test_the_table_is_read_without_torch() -> None:
    script = "import sys, pinxit.engines.diffusers.painting.families; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False, timeout=60).returncode == 0
