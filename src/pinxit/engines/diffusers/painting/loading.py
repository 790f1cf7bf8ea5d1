"""From files to a pipeline on its device: folders of diffusers, pipelines made of blocks, and single files."""

from __future__ import annotations

import inspect as signatures
import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import diffusers
import torch
import transformers
from diffusers.hooks import apply_group_offloading
from diffusers.utils import logging as diffusers_logging

from pinxit.core.errors import PinxitError
from pinxit.engines.diffusers.painting import memory, precision, quantising
from pinxit.engines.diffusers.painting.fitting import Fit
from pinxit.engines.diffusers.painting.inspection import CHECKPOINT, Make, broken
from pinxit.engines.diffusers.painting.ready import Ready
from pinxit.local import Local
from pinxit.weights import Installed

Report = Callable[..., None]
_LOG = logging.getLogger("pinxit.diffusers")
_LONGEST_REASON = 240
_WRITER = "prompt_upsampler"
_SHARE = 0.9  # of the bar for reading; the rest is the way to the device
_UNWANTED = {"safety_checker": None, "requires_safety_checker": False, "add_watermarker": False}
"""Pictures are looked at and marked by pinxit itself, for every model alike."""


def load(model: Installed, make: Make, fit: Fit, local: Local, device: str, report: Report) -> Ready:
    """The model, ready to paint on its device. Raises ModelBroken where its files do not load, and Cancelled.

    What means that memory did not suffice is passed on as torch raises it.
    """
    dtype = precision.choose_dtype(local.precision, device)
    report(0.0, "loading")
    try:
        with _watching(make, report):
            pipe = _read(model, make, fit, dtype, report)
        preview = _read_preview(model, dtype, device)
    except PinxitError:
        raise
    except Exception as error:
        if memory.means_out_of_memory(error):
            raise
        _LOG.warning("the model %s does not load", model.name, exc_info=True)
        raise broken(model, _explain(model, error)) from error
    pipe.set_progress_bar_config(disable=True)
    return Ready(model, local, pipe, device, dtype, fit.size or memory.count_bytes(pipe), preview=preview)


def place(ready: Ready, fit: Fit) -> None:
    """Put a model that was read where it works."""
    if fit.offload == "parts" and getattr(ready.pipe, "model_cpu_offload_seq", None):
        ready.pipe.enable_model_cpu_offload(device=ready.device)
    elif fit.offload:
        for part in ready.pipe.components.values():
            if isinstance(part, torch.nn.Module):
                # The next layer comes over while one works.
                apply_group_offloading(
                    part,
                    onload_device=torch.device(ready.device),
                    offload_device=torch.device("cpu"),
                    offload_type="leaf_level",
                    use_stream=ready.device == "cuda",
                )
    else:
        ready.pipe.to(ready.device)
        _settle(ready.pipe, ready.device)
    if fit.offload:
        _LOG.warning("the model %s does not fit the device as a whole: it paints, and more slowly", ready.model.name)


def _settle(pipe: Any, device: str) -> None:
    """Tell a pipeline that stays there its device: diffusers looks through all modules for it, for each picture."""
    kind: Any = type(pipe)
    if isinstance(getattr(kind, "_execution_device", None), property):
        pipe.__class__ = _make_settled(kind, device)


@cache
def _make_settled(kind: type, device: str) -> type:
    """The class under its own name, with what it would look for known."""
    return type(kind.__name__, (kind,), {"_execution_device": torch.device(device), "__module__": kind.__module__})


def _read(model: Installed, make: Make, fit: Fit, dtype: Any, report: Report) -> Any:
    if make.modular:
        pipe = _read_blocks(model, dtype, report)
    elif model.path.is_file():
        pipe = _read_file(model, make, dtype)
    else:
        return _read_folder(model, make, fit, dtype)
    if fit.reduction != "off":
        for name, part in pipe.components.items():
            if isinstance(part, torch.nn.Module) and name in {"transformer", "unet"}:
                quantising.reduce_part(part, fit.reduction)
    return pipe


def _read_folder(model: Installed, make: Make, fit: Fit, dtype: Any) -> Any:
    kind = _find_class(model, make.pipeline)
    options = _refuse_extras(kind)
    if any(part.variant for part in make.parts):
        options["variant"] = model.facts.variant
    if (reductions := quantising.configure(make, fit.reduction)) is not None:
        options["quantization_config"] = reductions
    return diffusers.DiffusionPipeline.from_pretrained(
        str(model.path),
        dtype=dtype,
        use_safetensors=True,
        local_files_only=True,
        trust_remote_code=False,
        **options,
    )


def _read_file(model: Installed, make: Make, dtype: Any) -> Any:
    """A pipeline whose denoiser, and perhaps more, is in one file; what is not lies beside its configurations."""
    kind = _find_class(model, make.pipeline)
    config = model.config or model.path
    exact = {"dtype": dtype, "local_files_only": True}
    beside = {
        part.name: _find_class(model, part.kind, part.library).from_pretrained(
            str(config / part.name), use_safetensors=True, **exact
        )
        for part in make.parts
        if part.numbers and part.name != CHECKPOINT
    }
    options = {**_refuse_extras(kind), **beside, **exact}
    if hasattr(kind, "from_single_file"):
        return kind.from_single_file(str(model.path), config=str(config), **options)
    part = next((part for part in make.parts if part.name in {"transformer", "unet"}), None)
    denoiser: Any = _find_class(model, part.kind, part.library) if part else None
    if part is None or not hasattr(denoiser, "from_single_file"):
        raise broken(model, f"diffusers reads no {make.pipeline} from one file; register its folder instead")
    options[part.name] = denoiser.from_single_file(str(model.path), config=str(config), subfolder=part.name, **exact)
    return kind.from_pretrained(str(config), use_safetensors=True, **options)


def _read_blocks(model: Installed, dtype: Any, report: Report) -> Any:
    """A pipeline that diffusers has as blocks only. Its own loader goes on without parts that fail; this does not."""
    pipe = diffusers.ModularPipeline.from_pretrained(str(model.path), local_files_only=True, trust_remote_code=False)
    _drop_writer(pipe, str(model.path))
    wanted = [spec for spec in pipe._component_specs.values() if spec.default_creation_method == "from_pretrained"]
    parts: dict[str, Any] = {}
    for number, spec in enumerate(wanted):
        report(_SHARE * number / len(wanted), "loading")
        if spec.pretrained_model_name_or_path is None:
            continue  # an optional part that this model does without
        if spec.pretrained_model_name_or_path != str(model.path):
            raise broken(model, f"its part {spec.name} is not in its folder")
        options = {"dtype": dtype, "use_safetensors": True} if _has_weights(spec) else {}
        parts[spec.name] = spec.load(local_files_only=True, **options)
    pipe.register_components(**parts)
    return pipe


def _drop_writer(pipe: Any, folder: str) -> None:
    """FLUX.3 first lets a language model of 9 billion numbers, from a repository of its own, write the prompt anew.

    Without its files the prompt is taken as it is, which its makers foresee.
    """
    specs = pipe._component_specs
    parts = [name for name in specs if name.startswith(_WRITER)]
    if any(specs[name].pretrained_model_name_or_path != folder for name in parts):
        pipe._blocks.sub_blocks.pop(_WRITER, None)
        for name in parts:
            del specs[name]


def _refuse_extras(kind: Any) -> dict[str, Any]:
    known = signatures.signature(kind).parameters
    return {name: value for name, value in _UNWANTED.items() if name in known}


def _has_weights(spec: Any) -> bool:
    return spec.type_hint is None or issubclass(spec.type_hint, torch.nn.Module)


def _find_class(model: Installed, name: str, library: str = "diffusers") -> Any:
    home = transformers if library == "transformers" else diffusers
    kind = getattr(home, name, None)
    if not isinstance(kind, type) or not hasattr(kind, "from_pretrained"):
        raise broken(
            model,
            f"{home.__name__} {home.__version__} has no {name[:80]}: a newer one may (pip install -U {home.__name__})",
        )
    return kind


def _read_preview(model: Installed, dtype: Any, device: str) -> Any:
    if model.preview is None or not (model.preview / "config.json").is_file():
        return None
    tiny = diffusers.AutoencoderTiny.from_pretrained(
        str(model.preview), dtype=dtype, use_safetensors=True, local_files_only=True
    )
    return tiny.to(device).eval()


class _Watched:
    """Stands for a progress bar of diffusers or transformers, and lets every round be seen instead of shown."""

    def __init__(self, entries: Iterable[Any], see: Callable[[Any], None]) -> None:
        self._entries = entries
        self._see = see

    def __iter__(self) -> Iterator[Any]:
        for entry in self._entries:
            self._see(None)
            yield entry
            self._see(entry)

    def __enter__(self) -> _Watched:
        return self

    def __exit__(self, *_error: object) -> None:
        """Nothing was shown."""

    def __getattr__(self, _name: str) -> Callable[..., None]:
        return lambda *_arguments, **_options: None


@contextmanager
def _watching(make: Make, report: Report) -> Iterator[None]:
    """Report how far the reading is, by the bytes of the parts: both libraries go through them with progress bars."""
    sizes = {part.name: part.weigh(2) for part in make.parts}
    whole = max(1, sum(sizes.values()))
    done = 0

    def see(entry: Any) -> None:  # a part of the model and its class, a file of a part, or a tensor of a file
        nonlocal done
        if isinstance(entry, tuple) and isinstance(entry[0], str):
            done += sizes.get(entry[0], 0)
        report(_SHARE * min(1.0, done / whole), "loading")

    def watch(entries: Iterable[Any] = (), **_options: Any) -> _Watched:
        return _Watched(entries, see)

    bar = diffusers_logging.tqdm
    diffusers_logging.tqdm = watch
    hook = transformers.utils.logging.set_tqdm_hook(lambda _bar, given, options: watch(*given, **options))
    try:
        yield
    finally:
        diffusers_logging.tqdm = bar
        transformers.utils.logging.set_tqdm_hook(hook)


def _explain(model: Installed, error: Exception) -> str:
    """The reason in one line, without this machine's paths."""
    if isinstance(error, ImportError):
        missing = getattr(error, "name", None) or str(error).strip().splitlines()[0]
        return f"it needs the Python package {missing}"[:_LONGEST_REASON]
    lines = str(error).strip().splitlines() or [""]
    reason = lines[0].replace(str(model.path), "its folder").strip().rstrip(".")
    return f"{type(error).__name__}: {reason}"[:_LONGEST_REASON]
