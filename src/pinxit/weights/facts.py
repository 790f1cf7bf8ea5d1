"""What is known of a model before it is loaded, as values that cross processes."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Facts:
    """A model by its short name: where it comes from, what it needs, and how it wants to be called.

    `pipeline` is the class of diffusers that runs it ("ZImagePipeline"). `disk` and `memory` are bytes: of all files
    that are pulled, and of the weights on a device in 16 bits (0: not known). Sizes are pixels.
    """

    name: str
    title: str
    pipeline: str
    hub: str = ""
    """Repository of the hub, "owner/name"; empty for what was never pulled."""
    revision: str = ""
    """Hash of the commit that is pulled; empty: the newest, which the first pull pins."""
    variant: str = ""
    """Of several sets of weights in one repository: "fp16"."""
    licence: str = ""
    """By its SPDX name, or the name that its owner gives it."""
    commercial: bool = False
    """Does the licence let pictures and weights be used commercially without asking?"""
    gated: bool = False
    """Does its owner want to know who takes it?"""
    disk: int = 0
    memory: int = 0
    side: int = 1024
    """Side of the square that it was trained on."""
    multiple: int = 16
    """Both sides are multiples of it."""
    smallest: int = 256
    """Shortest side that comes out well."""
    largest: int = 1536
    """Longest side that comes out well."""
    steps: int = 28
    most_steps: int = 100
    guidance: float = 0.0
    """The usual value of `guidance_name`; 0: it has none, or one is built in."""
    guidance_name: str = "guidance_scale"
    """The parameter of the call that guidance goes into ("true_cfg_scale" of Qwen-Image)."""
    negative: bool = False
    """Does it heed a negative prompt?"""
    sources: int = 0
    """Pictures that it can work from."""
    masks: bool = False
    instructs: bool = False
    """Does a prompt beside a picture say what to change in it? Else the picture is painted over with `strength`."""
    preview: str = ""
    """Repository of a tiny autoencoder for previews; it is pulled with the model."""
    loras: bool = True
    aliases: tuple[str, ...] = ()
    call: tuple[tuple[str, str | int | float | bool], ...] = ()
    """Parameters that every call gets besides: ("max_sequence_length", 256)."""


@dataclass(frozen=True, slots=True)
class Installed:
    """A model that is on this machine: what the parent and the worker of an engine both know of it."""

    facts: Facts
    path: Path
    """A folder with model_index.json, or one .safetensors file of a whole model."""
    preview: Path | None = None
    """Folder of the tiny autoencoder."""
    config: Path | None = None
    """Of a single file: a folder with the configurations of its parts, where they were pulled beside it."""
    files: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    """Names of its files below `path` and their SHA-256 in hexadecimal, where a pull has checked them."""

    @property
    def name(self) -> str:
        return self.facts.name
