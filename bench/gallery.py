"""Make the pictures of docs/gallery with the real server from the documented curl commands. Run:

    python bench/gallery.py

Each of the six requests of docs/gallery/examples.sh is sent with curl; the PNG that comes back is kept as a WebP of
less than 200 kB, and so are two sheets of `pinxit gallery`, the media and the comics. The pictures are the same on
every machine, so a difference in git is a change of the illustrator.
"""

from __future__ import annotations

import base64
import io
import json
import os
import subprocess
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from server import Server, open_server

from pinxit.engines.illustrator import gallery

FOLDER = Path(__file__).parents[1] / "docs" / "gallery"
NAMES = ("photorealistic", "sticker", "logo", "product", "minimalist", "comic")
SHEETS = ("media", "comics")
LIMIT = 200_000  # bytes


def ask(server: Server, name: str) -> Image.Image:
    """One picture of the examples, as curl got it."""
    env = {**os.environ, "PINXIT_URL": f"http://127.0.0.1:{server.port}", "PINXIT_KEY": server.key}
    answer = subprocess.run([str(FOLDER / "examples.sh"), name], env=env, capture_output=True, check=True).stdout
    return Image.open(io.BytesIO(base64.b64decode(json.loads(answer)["data"][0]["b64_json"])))


def keep(picture: Image.Image, path: Path) -> int:
    """Write the best WebP that fits; returns its size in bytes."""
    for quality in range(90, 30, -6):
        picture.save(path, "WEBP", quality=quality, method=6)
        if path.stat().st_size < LIMIT:
            break
    return path.stat().st_size


def main() -> None:
    with open_server() as server:
        for name in NAMES:
            began = time.perf_counter()
            picture = ask(server, name)
            seconds = time.perf_counter() - began
            size = keep(picture, FOLDER / f"{name}.webp")
            print(f"{name}: {picture.width}x{picture.height} in {seconds:.2f} s, {size / 1000:.0f} kB")
    with TemporaryDirectory() as folder:
        for sheet in gallery.write(Path(folder), SHEETS):
            picture = Image.open(sheet)
            size = keep(picture.resize((1440, 1440 * picture.height // picture.width)), FOLDER / f"{sheet.stem}.webp")
            print(f"{sheet.stem}: {size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
