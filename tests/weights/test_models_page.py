"""docs/models.md says what is so: its table is that of known.toml, its commands are run and answer as shown."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from model_folders import make_folder, make_preview
from pinxit.cli import main
from pinxit.testing.hub import FakeHub, run_hub
from pinxit.weights.describe import describe
from pinxit.weights.known import list_known
from pinxit.weights.pull import write_size

_PAGE = (Path(__file__).parents[2] / "docs" / "models.md").read_text(encoding="utf-8")
_HEADS = ("name", "model", "licence", "commercial use", "log in", "steps", "guidance", "side", "memory")


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeHub]:
    pytest.importorskip("huggingface_hub", reason="huggingface_hub is not installed: pip install 'pinxit[diffusers]'")
    for name in ("tiny", "gated"):
        folder = make_folder(tmp_path / "hub" / "acme" / name)
        (folder / "README.md").write_text("---\nlicense: mit\n---\n")
    make_preview(tmp_path / "hub" / "madebyollin" / "taesdxl")
    make_folder(tmp_path / "mine")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PINXIT_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("PINXIT_ENGINES", "pinxit.testing:FakeEngine")
    with run_hub(tmp_path / "hub") as running:
        running.gated.add("acme/gated")
        monkeypatch.setenv("PINXIT_LOCAL_HUB", running.url)
        yield running


def _write_table() -> str:
    rows = [_HEADS, ("---",) * len(_HEADS)]
    for facts in list_known():
        rows.append(
            (
                f"`{facts.name}`",
                f"[{facts.title}](https://huggingface.co/{facts.hub})",
                facts.licence,
                "yes" if facts.commercial else "no, or limited",
                "yes" if facts.gated else "no",
                str(facts.steps),
                f"{facts.guidance:g}" if facts.guidance else "none",
                str(facts.side),
                write_size(facts.memory) if facts.memory else "",
            )
        )
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def test_every_model_with_a_short_name_stands_in_the_table() -> None:
    def strip(text: str) -> list[str]:
        return [re.sub(r"\s*\|\s*", "|", line.strip()) for line in text.splitlines()]

    assert "\n".join(strip(_write_table())) in "\n".join(strip(_PAGE))


def test_the_commands_on_the_page_answer_as_it_shows(hub: FakeHub, tmp_path: Path) -> None:
    places = {"HUB": hub.url, "MODELS": str(tmp_path / "data" / "models"), "MINE": str(tmp_path / "mine")}
    commands = re.findall(r"^\$ pinxit (models .+)\n((?:(?!\$ |```).*\n)*)", _PAGE, re.MULTILINE)
    assert len(commands) == 5
    for command, shown in commands:
        said = CliRunner().invoke(main, shlex.split(command)).output
        for word, place in places.items():
            said = said.replace(place, word)
        expected = re.escape(shown).replace(re.escape("...\n"), r"(?:.*\n)*")
        assert re.fullmatch(expected, said), f"{command}:\n{said}"


def test_the_card_on_the_page_is_one(tmp_path: Path) -> None:
    folder = make_folder(tmp_path)
    found = re.search(r"```json\n(.+?)```", _PAGE, re.DOTALL)
    assert found
    (folder / "pinxit.json").write_text(found[1])
    facts, _ = describe(folder, "mine", {})
    assert (facts.title, facts.steps, facts.side, facts.commercial) == ("My model", 8, 768, True)
