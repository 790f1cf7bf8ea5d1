"""Tiny pipelines: what `pinxit.testing.pipelines` builds is what diffusers loads, with nothing fetched."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from pinxit.testing import pipelines
from pinxit.weights import Installed

_NEEDED = pytest.mark.skipif(
    find_spec("diffusers") is None,
    reason="diffusers is not installed: pip install 'pinxit[diffusers]'",
)


# torch stays out of the tests' own processes: one other process builds, loads and paints all there is.
_SCRIPT = """
import hashlib, json, sys, tempfile
from pathlib import Path
import numpy, torch
from diffusers import DiffusionPipeline
from pinxit.testing import pipelines

torch.set_num_threads(1)
shelf, folder, found = Path(sys.argv[1]), Path(sys.argv[2]), {}
for kind in pipelines.kinds():
    facts, path = pipelines.facts(kind), shelf / kind
    if not path.exists():
        path = pipelines.build(kind, folder / kind)
    pipe = DiffusionPipeline.from_pretrained(path, local_files_only=True)
    pipe.set_progress_bar_config(disable=True)
    options = dict(facts.call)
    if facts.guidance:
        options[facts.guidance_name] = facts.guidance

    def paint(prompt, seed):
        random = torch.Generator().manual_seed(seed)
        done = pipe(prompt=prompt, num_inference_steps=2, height=64, width=64, generator=random, **options)
        return numpy.asarray(done.images[0]).astype(int)

    first = paint("a red boat", 1)
    found[kind] = {
        "class": type(pipe).__name__,
        "shape": first.shape,
        "spread": float(first.std()),
        "again": int(abs(first - paint("a red boat", 1)).max()),
        "prompt": float(abs(first - paint("a glass of water", 1)).mean()),
        "seed": float(abs(first - paint("a red boat", 2)).mean()),
    }

def digest(path):
    return [hashlib.sha256(file.read_bytes()).hexdigest() for file in sorted(path.rglob("*.safetensors"))]

orders = ("a", 3), ("b", 3), ("c", 4)
found["weights"] = [digest(pipelines.build("unet", folder / name, seed=seed)) for name, seed in orders]
print(json.dumps(found))
"""


@pytest.fixture(scope="module")
def built(tiny_models: dict[str, Installed], tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    """The folder of the kinds besides the four, and what each kind's pipeline did."""
    folder, home = tmp_path_factory.mktemp("built"), tmp_path_factory.mktemp("home")
    calm = {"OMP_NUM_THREADS": "1", "HF_HUB_OFFLINE": "1", "HF_HOME": str(home)}
    shelf = tiny_models["unet"].path.parent
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT, shelf, folder],
        env=os.environ | calm,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-4000:]
    return folder, json.loads(done.stdout.splitlines()[-1])


@_NEEDED
@pytest.mark.parametrize("kind", pipelines.kinds())
def test_each_kind_is_loaded_offline_as_the_class_that_its_facts_name_and_paints(
    built: tuple[Path, dict[str, Any]], kind: str
) -> None:
    told = built[1][kind]

    assert told["class"] == pipelines.facts(kind).pipeline
    assert told["shape"] == [64, 64, 3]
    assert told["spread"] > 10, "a picture of one colour shows nothing"


@_NEEDED
@pytest.mark.parametrize("kind", pipelines.kinds())
def test_the_picture_follows_the_prompt_and_the_seed_and_is_the_same_again(
    built: tuple[Path, dict[str, Any]], kind: str
) -> None:
    told = built[1][kind]

    assert told["again"] == 0
    assert told["prompt"] > 0.1
    assert told["seed"] > 1


@_NEEDED
@pytest.mark.parametrize("kind", pipelines.kinds())
def test_a_folder_is_small_and_holds_no_pickled_weights(
    built: tuple[Path, dict[str, Any]], tiny_models: dict[str, Installed], kind: str
) -> None:
    folder = tiny_models[kind].path if kind in tiny_models else built[0] / kind
    files = [file for file in folder.rglob("*") if file.is_file()]

    assert {file.suffix for file in files} <= {".json", ".safetensors", ".jinja", ".txt"}
    assert any(file.suffix == ".safetensors" for file in files)
    assert sum(file.stat().st_size for file in files) < 4e6


@_NEEDED
def test_the_same_seed_makes_the_same_weights(built: tuple[Path, dict[str, Any]]) -> None:
    first, again, other = built[1]["weights"]

    assert first == again
    assert not set(first) & set(other)


def test_what_knows_the_kinds_does_not_import_torch() -> None:
    script = "import sys, pinxit.testing.pipelines as p; p.facts('unet'); sys.exit('torch' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_the_command_does_not_write_into_a_folder_that_is_there(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "pinxit.testing.pipelines", "unet", str(tmp_path)]

    refused = subprocess.run(command, capture_output=True, text=True, check=False)

    assert refused.returncode == 1
    assert "exists already" in refused.stderr
    assert not list(tmp_path.iterdir())
