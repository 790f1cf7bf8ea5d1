"""What the facts of a model mean for those who ask for its pictures."""

from __future__ import annotations

from pinxit.core.engine import Choice, ModelCard, Option, Span, Text
from pinxit.core.images import MAX_PARTIALS, Format
from pinxit.core.sizes import Native
from pinxit.engines.diffusers.painting.families import list_schedulers
from pinxit.weights import Facts

STRENGTH = 0.6
"""How much of a source picture is made anew where nobody says: its layout stays, what it is made of changes."""
_FORMATS = (Format.PNG, Format.JPEG, Format.WEBP)
_GUIDANCE = 30.0


def make_card(facts: Facts) -> ModelCard:
    """The card of a model on this machine."""
    return ModelCard(
        name=facts.name,
        title=facts.title,
        owner=facts.hub.partition("/")[0] or "local",
        formats=_FORMATS,
        transparency=False,
        sources=facts.sources,
        masks=facts.masks,
        partials=MAX_PARTIALS,
        sizes=list_sizes(facts),
        options=list_options(facts),
        aliases=facts.aliases,
        heavy=True,
    )


def list_sizes(facts: Facts) -> Native:
    """Sizes that the model paints well: no side over its longest, and no more pixels than that side by its square's.

    A model of 1024 pixels with a longest side of 1536 paints 1536x1024; at 1536x1536 many would show a thing twice.
    """
    largest = max(facts.largest, facts.side)
    return Native(
        max_side=largest,
        max_pixels=largest * facts.side,
        multiple=facts.multiple,
        min_pixels=min(facts.smallest, facts.side) ** 2,
        max_ratio=max(1.0, largest / min(facts.smallest, largest)),
    )


def list_options(facts: Facts) -> dict[str, Option]:
    """The options of the model, by the names under which callers send them."""
    most = max(facts.most_steps, facts.steps)
    options: dict[str, Option] = {"steps": Span(1, most, facts.steps)}
    if facts.guidance:
        options["guidance_scale"] = Span(0.0, max(_GUIDANCE, facts.guidance), facts.guidance, fractions=True)
    if facts.negative:
        options["negative_prompt"] = Text()
    if names := list_schedulers(facts.pipeline):
        options["scheduler"] = Choice(names)
    if facts.sources and not facts.instructs:
        options["strength"] = Span(0.0, 1.0, STRENGTH, fractions=True)
    if facts.loras:
        options["lora"] = Text(1000)
    options["moderation"] = Choice(("auto", "low"), "auto")
    return options
