"""`pinxit look-for-mark`: was a picture made by a model here?"""

from __future__ import annotations

from pathlib import Path

import click

from pinxit.core.errors import InvalidRequest


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, dir_okay=False))
def look_for_mark(files: tuple[Path, ...]) -> None:
    """Look in pictures for the invisible mark and the label that say that a model made them.

    Open-weights models write both where `watermark` in [local] is on. Exit code 1 where a picture has neither. That is
    no proof that no model made it: marks can be removed, and other programs write others."""
    marked = [_look(file) for file in files]
    if not all(marked):
        raise SystemExit(1)


def _look(file: Path) -> bool:
    import numpy as np  # noqa: PLC0415
    from PIL import Image  # noqa: PLC0415

    from pinxit.engines.diffusers.labelling import find_label  # noqa: PLC0415
    from pinxit.engines.diffusers.watermark import read_mark  # noqa: PLC0415

    try:
        with Image.open(file) as image:
            pixels = np.asarray(image.convert("RGB"))
        term = find_label(file.read_bytes())
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise InvalidRequest(f"{file} is no picture that can be read: {error}") from error
    mark = read_mark(pixels)
    said = f"the invisible mark ({mark.score:.0f} standard deviations from chance)" if mark else "no invisible mark"
    click.echo(f"{file}: {said}, {f'labelled {term}' if term else 'no label'}")
    return bool(mark or term)
