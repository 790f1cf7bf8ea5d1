"""What was made of a model for this processor goes with it."""

from __future__ import annotations

from pathlib import Path

from pinxit.local import Local
from pinxit.weights import Facts, Installed, Shelf


def test_removing_a_model_deletes_what_was_converted_of_it_and_of_no_other(tmp_path: Path) -> None:
    shelf = Shelf(Local(models=tmp_path / "models"))
    for name in ("one", "one-b"):
        (tmp_path / name).mkdir()
        shelf.add(Installed(Facts(name, name, "StableDiffusionPipeline"), tmp_path / name), pulled=False)
    converted = tmp_path / "models" / "openvino"
    for folder in ("one-0123456789abcdef", "one-b-0123456789abcdef", "one-not-a-digest"):
        (converted / folder).mkdir(parents=True)
        (converted / folder / "unet.bin").write_bytes(b"x" * 500)
    assert shelf.remove("one").freed == 500
    assert sorted(path.name for path in converted.iterdir()) == ["one-b-0123456789abcdef", "one-not-a-digest"]
    assert (tmp_path / "one").is_dir()
