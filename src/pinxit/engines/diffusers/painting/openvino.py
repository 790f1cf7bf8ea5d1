"""UNets on a CPU by OpenVINO, which computes a step in half the time of torch or less (docs/models.md has the figures).

Only the denoiser is taken over, and only where it is used plainly: with a LoRA on, or asked for something that was not
foreseen, torch does it as before. The model is converted once and kept on disk; sizes and batches may vary.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import importlib.util
import json
import logging
import shutil
import sys
import tempfile
import threading
import time
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import diffusers
import torch

from pinxit.engines.diffusers.painting.ready import Ready

Report = Callable[..., None]
FOLDER = "openvino"
"""Name of the folder below `Local.models` that keeps what was converted: NAME-DIGEST/unet.xml and unet.bin."""
_LOG = logging.getLogger("pinxit.diffusers")
_HINTS = {torch.float32: "f32", torch.bfloat16: "bf16"}
_ABANDONED = 3600.0  # seconds after which nobody still writes
_BEAT = 10.0  # seconds
_NEARLY = 0.92  # of the bar for loading
_FORM = 1  # of what is kept; counted up when the conversion changes


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a UNet is called with beside latents, time and words, by name, with the width of each; and its scale."""

    extras: tuple[tuple[str, int], ...]
    channels: int
    words: int
    factor: int
    """Both sides of the latents have to be multiples of it."""


def hasten(ready: Ready, room: int, report: Report) -> int:
    """Let OpenVINO compute the UNet of a model on a CPU, where it is installed and the UNet is one that it can.

    `room` is how many bytes it may take. Returns how many it takes; 0: torch goes on as before. Raises nothing else
    than what `report` raises.
    """
    unet: Any = getattr(ready.pipe, "unet", None)
    local = ready.local
    if ready.device != "cpu" or local.openvino == "off" or local.compile == "on" or not _is_plain(unet, ready.dtype):
        return 0
    if importlib.util.find_spec("openvino") is None:
        return 0
    inputs = read_inputs(unet.config)
    if inputs is None:
        return 0
    size: int = sum(weights.numel() * weights.element_size() for weights in unet.parameters())
    if size > room:
        _LOG.warning("%s is painted by torch: OpenVINO would need %.1f GB more", ready.model.name, size / 1e9)
        return 0
    try:
        with _telling(report):
            compiled = _compile(_open(ready, unet, inputs), ready.dtype)
    except Exception as error:
        reason = (str(error).strip().splitlines() or [""])[-1][:200]
        _LOG.warning("%s is painted by torch: OpenVINO: %s: %s", ready.model.name, type(error).__name__, reason)
        return 0
    unet.forward = Denoiser(unet, compiled, inputs)
    return size


@contextmanager
def _telling(report: Report) -> Iterator[None]:
    """Report every now and then: a large model is converted for minutes, and a worker that is silent is replaced."""
    done = threading.Event()

    def tell() -> None:
        while not done.wait(_BEAT):
            with suppress(BaseException):  # who asked may have gone; the next report of the load itself says so
                report(_NEARLY, "preparing")

    report(_NEARLY, "preparing")
    teller = threading.Thread(target=tell, daemon=True)
    teller.start()
    try:
        yield
    finally:
        done.set()
        teller.join()


def read_inputs(config: Mapping[str, Any]) -> Inputs | None:
    """What a UNet of that configuration wants; None where it wants more than words (pictures, classes)."""
    kind = config.get("addition_embed_type")
    if kind not in {None, "text_time"}:
        return None
    if any(config.get(name) is not None for name in ("class_embed_type", "num_class_embeds", "encoder_hid_dim_type")):
        return None
    words = config.get("cross_attention_dim")
    if not isinstance(words, int):
        return None
    extras: list[tuple[str, int]] = []
    if kind == "text_time":
        times = 6  # original size, corner and target size: Podell et al., SDXL, 2023, section 2.2
        pooled = int(config["projection_class_embeddings_input_dim"]) - times * int(config["addition_time_embed_dim"])
        extras += [("text_embeds", pooled), ("time_ids", times)]
    if config.get("time_cond_proj_dim") is not None:
        extras.append(("timestep_cond", int(config["time_cond_proj_dim"])))
    return Inputs(tuple(extras), int(config["in_channels"]), words, 2 ** (len(config["block_out_channels"]) - 1))


class Denoiser:
    """Takes the place of a UNet's `forward`."""

    def __init__(self, unet: Any, compiled: Any, inputs: Inputs) -> None:
        self._unet = unet
        self._forward = unet.forward
        self._request = compiled.create_infer_request()
        self._inputs = inputs
        self.calls = 0
        """How many calls OpenVINO has computed."""

    def __call__(self, sample: Any, timestep: Any, encoder_hidden_states: Any, *arguments: Any, **options: Any) -> Any:
        given = None if arguments else self._gather(sample, timestep, encoder_hidden_states, options)
        if given is None or wears_lora(self._unet):
            return self._forward(sample, timestep, encoder_hidden_states, *arguments, **options)
        answer = self._request.infer([each.numpy() for each in given], share_inputs=True)
        self.calls += 1
        result = torch.from_numpy(next(iter(answer.values()))).to(sample.dtype)
        if options.get("return_dict", True):
            return diffusers.models.unets.unet_2d_condition.UNet2DConditionOutput(sample=result)
        return (result,)

    def _gather(self, sample: Any, timestep: Any, words: Any, options: dict[str, Any]) -> list[Any] | None:
        """The inputs in their order; None where this call is not one that the converted model knows."""
        more = {name: value for name, value in options.items() if value is not None and name != "return_dict"}
        if not more.pop("cross_attention_kwargs", None):
            more.update(more.pop("added_cond_kwargs", None) or {})
        if set(more) != {name for name, _ in self._inputs.extras}:
            return None
        if any(side % self._inputs.factor for side in sample.shape[-2:]):
            return None
        moment = torch.as_tensor(timestep, dtype=torch.float32).reshape(-1).expand(sample.shape[0])
        each = [sample, moment, words, *(more[name] for name, _ in self._inputs.extras)]
        if any(value.shape[0] != sample.shape[0] for value in each):
            return None
        return [value.detach().to("cpu", torch.float32).contiguous() for value in each]


def wears_lora(unet: Any) -> bool:
    """Does the UNet compute with a LoRA now? Those that are loaded and switched off change nothing."""
    if not getattr(unet, "_hf_peft_config_loaded", False):
        return False
    from peft.tuners.tuners_utils import BaseTunerLayer  # noqa: PLC0415

    return any(isinstance(part, BaseTunerLayer) and not part.disable_adapters for part in unet.modules())


def _import() -> Any:
    """OpenVINO without its telemetry, which would tell its makers of every conversion and asks nobody beforehand."""
    sys.modules.setdefault("openvino_telemetry", None)  # type: ignore[arg-type]  # so that importing it fails
    import openvino  # noqa: PLC0415

    return openvino


def _is_plain(unet: Any, dtype: Any) -> bool:
    if not isinstance(unet, diffusers.UNet2DConditionModel) or dtype not in _HINTS:
        return False
    return all(weights.dtype == dtype and type(weights.data) is torch.Tensor for weights in unet.parameters())


def _open(ready: Ready, unet: Any, inputs: Inputs) -> Any:
    """The converted model, from the disk where it is there."""
    shelf = ready.local.models / FOLDER
    folder = shelf / f"{ready.model.name}-{_fingerprint(ready, unet)}"
    if not (folder / "unet.xml").is_file():
        model = _convert(unet, inputs)
        try:
            _keep(model, folder)
        except OSError as error:
            _LOG.warning("what OpenVINO made of %s cannot be kept: %s", ready.model.name, error.strerror)
            return model
    return _import().Core().read_model(folder / "unet.xml")


def _convert(unet: Any, inputs: Inputs) -> Any:
    names = [name for name, _ in inputs.extras]

    class Plain(torch.nn.Module):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            self.unet = unet

        def forward(self, sample: Any, moment: Any, words: Any, *extras: Any) -> Any:
            kind = self.unet.dtype
            more = {name: value.to(kind) for name, value in zip(names, extras, strict=True)}
            condition = more.pop("timestep_cond", None)
            answer = self.unet(
                sample.to(kind),
                moment,
                words.to(kind),
                timestep_cond=condition,
                added_cond_kwargs=more or None,
                return_dict=False,
            )
            return answer[0].float()

    side = 2 * inputs.factor
    example = (
        torch.randn(2, inputs.channels, side, side + inputs.factor),
        torch.full((2,), 500.0),
        torch.randn(2, 77, inputs.words),
        *(torch.randn(2, width) for _, width in inputs.extras),
    )
    with torch.no_grad(), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # tracing tells of each branch that it takes for settled
        return _import().convert_model(Plain().eval(), example_input=example)


def _keep(model: Any, folder: Path) -> None:
    """Save a converted model whole or not at all, and drop what was made of an earlier state of the same model."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    for left in folder.parent.glob(".new-*"):  # by a worker that was killed at it
        if time.time() - left.stat().st_mtime > _ABANDONED:
            shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".new-") as fresh:
        made = Path(fresh) / "made"
        made.mkdir()
        # In its own numbers: half as many bits would spare disk, and change the picture.
        _import().save_model(model, made / "unet.xml", compress_to_fp16=False)
        for stale in folder.parent.glob(f"{folder.name.rpartition('-')[0]}-*"):
            if len(stale.name) == len(folder.name):
                shutil.rmtree(stale, ignore_errors=True)
        made.replace(folder)


def _compile(model: Any, dtype: Any) -> Any:
    settings = {
        "INFERENCE_PRECISION_HINT": _HINTS[dtype],  # else it takes bf16 on processors that have it
        "INFERENCE_NUM_THREADS": torch.get_num_threads(),
        "NUM_STREAMS": 1,
        "ENABLE_CPU_PINNING": False,  # other processes would be pinned to the same cores
    }
    return _import().Core().compile_model(model, "CPU", settings)


def _fingerprint(ready: Ready, unet: Any) -> str:
    """What the converted model hangs on: weights, configuration, numbers, and the versions of those who made it."""
    path = ready.model.path
    files: Any = sorted(ready.model.files)
    if not files:
        found = [path] if path.is_file() else sorted((path / "unet").glob("*.safetensors"))
        files = [(each.name, each.stat().st_size, each.stat().st_mtime_ns) for each in found]
    config = {name: str(value) for name, value in unet.config.items() if not name.startswith("_")}
    versions = [importlib.metadata.version(name) for name in ("openvino", "diffusers", "torch")]
    told = json.dumps([_FORM, str(path), files, config, str(ready.dtype), versions], sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()[:16]
