"""What calling a model takes beyond what its pipeline's signature tells: a table, read without torch.

Found by reading the pipelines of diffusers 0.42.1. A class that is not listed is called by its signature alone,
for one picture after another: many pad a prompt to the longest of its batch, which changes the picture.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

Value = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Family:
    """How pipelines of one class are called.

    `image` and `mask` name the classes that paint over a picture and its masked part with the same weights; where an
    instructed model does so itself they are its own name or empty. `samplers` names what `Manner.scheduler` may say.
    """

    image: str = ""
    mask: str = ""
    together: bool = True
    """Does one call take several prompts, and give each the picture that it would have alone?"""
    instructs: bool = False
    """Does its call take pictures beside a prompt that says what to change?"""
    sourced: bool = False
    """Does it paint nothing without a picture to work from?"""
    references: int = 0
    """How many pictures the call takes then; 0 where it takes none."""
    blends: bool = False
    """May sources and masks be kept by mixing latents in after each step, where no class is named for them?"""
    flow: bool = False
    """Is it trained on straight paths from noise to picture (flow matching)?"""
    samplers: tuple[str, ...] = ()
    blank: str = ""
    """A negative prompt that says nothing, where guidance needs one."""
    call: Mapping[str, Value] = field(default_factory=dict)
    """Parameters that every call gets, where it knows them."""


_NOISE = ("euler", "euler-a", "dpm++2m", "dpm++2m-karras", "ddim", "unipc", "heun", "lcm")
_FLOW = ("euler", "unipc", "lcm")  # most pipelines hand over sigmas or a shift that DPM-Solver does not take

SCHEDULERS: Mapping[str, tuple[str, Mapping[str, Value]]] = MappingProxyType(
    {
        "euler": ("EulerDiscreteScheduler", {"use_karras_sigmas": False}),
        "euler-a": ("EulerAncestralDiscreteScheduler", {}),
        "dpm++2m": (
            "DPMSolverMultistepScheduler",
            {"algorithm_type": "dpmsolver++", "solver_order": 2, "use_karras_sigmas": False},
        ),
        "dpm++2m-karras": (
            "DPMSolverMultistepScheduler",
            {"algorithm_type": "dpmsolver++", "solver_order": 2, "use_karras_sigmas": True},
        ),
        "ddim": ("DDIMScheduler", {}),
        "unipc": ("UniPCMultistepScheduler", {"use_karras_sigmas": False}),
        "heun": ("HeunDiscreteScheduler", {"use_karras_sigmas": False}),
        "lcm": ("LCMScheduler", {}),
    }
)
"""By the names that users of other programs know: the class, and what its configuration gets besides the model's."""

FLOW_SCHEDULERS: Mapping[str, tuple[str, Mapping[str, Value]]] = MappingProxyType(
    {
        "euler": ("FlowMatchEulerDiscreteScheduler", {"stochastic_sampling": False}),
        "dpm++2m": (
            "DPMSolverMultistepScheduler",
            {
                "algorithm_type": "dpmsolver++",
                "solver_order": 2,
                "use_flow_sigmas": True,
                "prediction_type": "flow_prediction",
            },
        ),
        "unipc": ("UniPCMultistepScheduler", {"use_flow_sigmas": True, "prediction_type": "flow_prediction"}),
        "lcm": ("FlowMatchLCMScheduler", {}),
    }
)
"""The same for models of flow matching."""

# PixArt, Sana and their like round the size to one of their tables, paint that and scale: a model's card knows its
# sizes, so that here the size is the one that was asked for.
_AS_ASKED: Mapping[str, Value] = {"use_resolution_binning": False, "clean_caption": False}
_PLAIN = Family(together=False)

FAMILIES: Mapping[str, Family] = MappingProxyType(
    {
        "StableDiffusionPipeline": Family(
            image="StableDiffusionImg2ImgPipeline", mask="StableDiffusionInpaintPipeline", samplers=_NOISE
        ),
        "StableDiffusionXLPipeline": Family(
            image="StableDiffusionXLImg2ImgPipeline", mask="StableDiffusionXLInpaintPipeline", samplers=_NOISE
        ),
        "StableDiffusionInpaintPipeline": Family(mask="StableDiffusionInpaintPipeline", sourced=True, samplers=_NOISE),
        "StableDiffusionXLInpaintPipeline": Family(
            mask="StableDiffusionXLInpaintPipeline", sourced=True, samplers=_NOISE
        ),
        "LatentConsistencyModelPipeline": Family(image="LatentConsistencyModelImg2ImgPipeline"),
        "KolorsPipeline": Family(image="KolorsImg2ImgPipeline", samplers=_NOISE),
        "StableDiffusion3Pipeline": Family(
            image="StableDiffusion3Img2ImgPipeline",
            mask="StableDiffusion3InpaintPipeline",
            flow=True,
            samplers=(*_FLOW, "dpm++2m"),
        ),
        "FluxPipeline": Family(image="FluxImg2ImgPipeline", mask="FluxInpaintPipeline", flow=True, samplers=_FLOW),
        "FluxFillPipeline": Family(mask="FluxFillPipeline", sourced=True, flow=True),
        "FluxKontextPipeline": Family(
            instructs=True,
            references=1,
            blends=True,
            flow=True,
            call={"_auto_resize": False},
        ),
        "Flux2KleinPipeline": Family(instructs=True, references=4, blends=True, flow=True, samplers=_FLOW),
        "Flux2Pipeline": Family(instructs=True, references=6, blends=True, flow=True, samplers=_FLOW),
        # Its pipeline for masks asks its transformer for a setting that it has not.
        "ChromaPipeline": Family(image="ChromaImg2ImgPipeline", blends=True, flow=True),
        "ZImagePipeline": Family(
            image="ZImageImg2ImgPipeline", mask="ZImageInpaintPipeline", flow=True, samplers=_FLOW
        ),
        "QwenImagePipeline": Family(
            image="QwenImageImg2ImgPipeline",
            mask="QwenImageInpaintPipeline",
            flow=True,
            samplers=_FLOW,
            blank=" ",
        ),
        "QwenImageEditPipeline": Family(
            instructs=True,
            sourced=True,
            blends=True,
            references=1,
            together=False,
            flow=True,
            samplers=_FLOW,
            blank=" ",
        ),
        "QwenImageEditPlusPipeline": Family(
            instructs=True,
            references=3,
            sourced=True,
            blends=True,
            together=False,
            flow=True,
            samplers=_FLOW,
            blank=" ",
        ),
        "SanaPipeline": Family(flow=True, blends=True, call=_AS_ASKED),
        "SanaSprintPipeline": Family(image="SanaSprintImg2ImgPipeline", call=_AS_ASKED),
        "PixArtSigmaPipeline": Family(blends=True, samplers=_NOISE, call=_AS_ASKED),
        "PixArtAlphaPipeline": Family(blends=True, samplers=_NOISE, call=_AS_ASKED),
        "HunyuanDiTPipeline": Family(call=_AS_ASKED),
        "AuraFlowPipeline": Family(flow=True),
        "Lumina2Pipeline": Family(flow=True),
        "CogView3PlusPipeline": Family(),
        "PRXPipeline": Family(flow=True, together=False, call=_AS_ASKED),
        # With a negative prompt its prior wants twice as many dice as there are pictures; masks need other weights.
        "KandinskyV22CombinedPipeline": Family(image="KandinskyV22Img2ImgCombinedPipeline", together=False),
        "Kandinsky3Pipeline": Family(image="Kandinsky3Img2ImgPipeline", together=False),
        # A language model with its own dice rewrites the prompt unless told not to: the same seed, another picture.
        "LongCatImagePipeline": Family(flow=True, together=False, call={"enable_prompt_rewrite": False}),
        "ErnieImagePipeline": Family(flow=True, together=False, call={"use_pe": False}),
        "Flux3ModularPipeline": Family(instructs=True, references=10, blends=True, flow=True, together=False),
        "Flux3DistilledModularPipeline": Family(instructs=True, references=10, blends=True, flow=True, together=False),
    }
)


def find_family(pipeline: str) -> Family:
    """What is known of a class of diffusers by its name; plain facts for one that is not listed."""
    return FAMILIES.get(pipeline, _PLAIN)


def list_schedulers(pipeline: str) -> tuple[str, ...]:
    """The names that `Manner.scheduler` may have for a model of this class; none where only its own fits."""
    return find_family(pipeline).samplers
