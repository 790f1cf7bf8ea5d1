"""classes.toml says of each pipeline what its source in the installed diffusers says; read, not imported."""

from __future__ import annotations

import ast
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest

from pinxit.weights.classes import load_classes, make_facts

if find_spec("diffusers") is None:
    pytest.skip("diffusers is not installed: pip install 'pinxit[diffusers]'", allow_module_level=True)


@cache
def _find_classes() -> dict[str, tuple[set[str], set[str]]]:
    """The bases of each pipeline, and the parameters of its call."""
    spec = find_spec("diffusers")
    assert spec is not None
    assert spec.origin is not None
    found = {}
    for path in sorted(Path(spec.origin).parent.joinpath("pipelines").rglob("pipeline_*.py")):
        text = path.read_text(encoding="utf-8")
        if not any(f"class {name}(" in text for name in load_classes()):
            continue
        for node in ast.parse(text).body:
            if not isinstance(node, ast.ClassDef):
                continue
            for part in node.body:
                if isinstance(part, ast.FunctionDef) and part.name == "__call__":
                    names = {argument.arg for argument in (*part.args.args, *part.args.kwonlyargs)}
                    found[node.name] = ({ast.unparse(base) for base in node.bases}, names)
    return found


@pytest.mark.parametrize("name", [name for name in load_classes() if "Modular" not in name])
def test_a_class_takes_what_is_said_of_it(name: str) -> None:
    bases, parameters = _find_classes()[name]
    facts = make_facts("x", name, {})
    # These take one for a second kind of guidance that they are not called with.
    other = {"FluxPipeline", "FluxKontextPipeline", "QwenImage21Pipeline"}
    assert facts.negative == ("negative_prompt" in parameters and name not in other)
    assert facts.loras == any(base.endswith(("LoraLoaderMixin", "LoRAMixin")) for base in bases)
    assert not facts.guidance or facts.guidance_name in parameters
    assert {"prompt", "num_inference_steps"} <= parameters
