"""The largest picture in each medium: seconds and peak memory of one process at 4096 x 4096. Run:

    python bench/large.py

Each picture is painted and encoded in a process of its own, so that the peak is its own.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time

from pinxit.core.images import Format, ImageRequest, Size
from pinxit.engines.encoding import encode
from pinxit.engines.illustrator.easel import paint

MEDIA = (
    "a picture", "a photo", "a flat illustration", "a black and white ink drawing", "a comic", "a watercolour",
    "an oil painting", "a pencil drawing", "a charcoal drawing", "a vintage poster", "an isometric view", "pixel art",
    "a paper cut", "a stained glass window", "low poly art", "a blueprint", "a chalk drawing",
)  # fmt: skip
SIDE = 4096


def measure(prompt: str) -> None:
    paint(ImageRequest("", "a fox", Size(256, 256)), 1, lambda _share, _what: None)  # what is imported is not timed
    began = time.perf_counter()
    pixels = paint(ImageRequest("", prompt, Size(SIDE, SIDE)), 1, lambda _share, _what: None).pixels
    painted = time.perf_counter()
    encode(pixels, Format.PNG, 100)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 if sys.platform == "darwin" else 1024)
    print(f"{painted - began:5.1f} + {time.perf_counter() - painted:.1f} s  {peak:5.0f} MB  {prompt}", flush=True)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        measure(sys.argv[1])
    else:
        for medium in MEDIA:
            subprocess.run([sys.executable, __file__, f"{medium} of a fox in a forest"], check=True)
