"""What the operator says of open-weights models on this machine, as a value: the table [local] of the settings."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from pinxit.upstreams import Secret

HUB = "https://huggingface.co"

Precision = Literal["auto", "fp32", "bf16", "fp16"]
Quantisation = Literal["auto", "off", "int8", "fp8", "int4"]


@dataclass(frozen=True, slots=True)
class Local:
    """How models run on this machine. Each field is a key of [local] and the variable PINXIT_LOCAL_<NAME>.

    Sizes are bytes, times seconds. A default of 0 means that pinxit finds the value itself.
    """

    models: Path = Path("models")
    """Folder of the weights and of the register of models; in the settings: `models` in the data directory."""
    hub: str = HUB
    """Where models are pulled from: a server that speaks the Hugging Face Hub's API."""
    token: Secret = field(default_factory=lambda: Secret(""))
    """For models that their owners give to known users only; empty: what `hf auth login` left, HF_TOKEN included."""
    devices: tuple[str, ...] = ()
    """Where models run, one worker process each: "cuda:0", "cuda:1", "mps", "cpu". Empty: every GPU, else the CPU."""
    memory: int = 0
    """What models may take on one device; 0: nine tenths of what is free when a worker starts, half of it on a CPU."""
    host_memory: int = 0
    """What models that had to make room on a GPU may take in main memory; 0: a quarter of what is free."""
    preload: tuple[str, ...] = ()
    """Models that are loaded when the server starts."""
    batch: int = 8
    """Pictures that are made together at most; less where memory does not suffice."""
    window: float = 0.05
    """How long a picture may wait for others of its kind at most; without load none waits."""
    threads: int = 0
    """Threads of a worker on a CPU; 0: one for each core."""
    patience: float = 300.0
    """Without a sign of life for so long a worker is taken for stuck and is replaced."""
    precision: Precision = "auto"
    quantise: Quantisation = "off"
    """Whether weights are held in fewer bits; "auto": only where a model would not fit otherwise."""
    compile: Literal["on", "off"] = "off"
    """Whether the repeated blocks of models are compiled; what was compiled is kept below `models`."""
    openvino: Literal["on", "off"] = "on"
    """Whether OpenVINO, where it is installed, computes UNets on a CPU."""
    step_cache: Literal["on", "off"] = "off"
    """Whether steps that change little are taken from the one before."""
    loras: Path | None = None
    """Folder of the LoRA files (safetensors) that requests may name; None: `loras` below `models`."""
    safety: Literal["on", "off"] = "on"
    """Whether pictures are looked at before they are given out."""
    watermark: Literal["on", "off"] = "off"
    """Whether an invisible mark says that a model made the picture."""

    @property
    def lora_folder(self) -> Path:
        return self.loras if self.loras is not None else self.models / "loras"
