"""Chat completions to core values. No HTTP, no I/O.

What is drawn: the last message of the user, after what the system says. From which pictures: those of that message; if
it has none, those of the last answer before it, so that "make it night" works on what was just drawn.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pinxit.core.errors import InvalidRequest, Unsupported
from pinxit.core.images import MAX_PROMPT, Background, Format, Quality
from pinxit.core.sizes import SizeWish, read_size
from pinxit.core.sources import Reference, read_reference
from pinxit.dialects.chat.models import MAX_MESSAGES, ChatRequest, Message, Part
from pinxit.dialects.links import split_links
from pinxit.dialects.openai import Asked
from pinxit.dialects.redrawing import find_words
from pinxit.dialects.wire import read_object, refuse, validate

_MAX_PICTURES = 16
_SYSTEM = frozenset({"system", "developer"})
# What chat clients send when nobody wrote a system message: it is not about the picture.
_PHRASE = re.compile(r"\s*you(?:'re| are) an? (?:[\w-]+,? ){0,4}assistant[.!]?\s*", re.IGNORECASE)
_MARKDOWN = re.compile(r"!\[[^\[\]]{0,500}\]\(\s*(data:image/[^\s()]+|https?://[^\s()]+)(?:\s+\"[^\"]*\")?\s*\)")

_BEYOND = {
    "tools": "calls no tools",
    "functions": "calls no functions",
    "logprobs": "has no log probabilities",
    "top_logprobs": "has no log probabilities",
    "audio": "does not speak",
    "web_search_options": "does not search",
}


@dataclass(frozen=True, slots=True)
class Chat:
    """What a conversation asks for, and how it wants to hear it.

    `recalled` says that the pictures come from an earlier answer, so that a model that takes none may leave them;
    `anew` is what to draw from words alone where such pictures cannot be changed as wished.
    `apart` puts pictures into `message.images`, beside a text that says what was drawn if `words`; else they are
    markdown in the text.
    """

    asked: Asked
    recalled: bool = False
    anew: str = ""
    apart: bool = False
    words: bool = True
    stream: bool = False
    usage_in_stream: bool = False


def read_chat(body: bytes, model: str | None = None) -> Chat:
    """The JSON body of POST /v1/chat/completions. `model` is the one that the URL names, where it does.

    Raises InvalidRequest, with `param` where one field is to blame.
    """
    fields = read_object(body)
    if model is not None:
        fields["model"] = model
    if fields.get("messages") == []:
        raise _lack_of_words("`messages` is empty. Send a message of the role user that says what to draw.")
    sent = validate(ChatRequest, fields)
    if len(sent.messages) > MAX_MESSAGES:
        raise InvalidRequest(
            f"`messages` has {len(sent.messages):,} entries; the limit is {MAX_MESSAGES:,}. Leave the oldest out.",
            param="messages",
            code="invalid_value",
        )
    _refuse_words(sent)
    modalities = _read_modalities(sent)
    prompt, references, recalled = _read_messages(sent.messages)
    size = _read_size(sent)
    extras = {name: value for name, value in (sent.model_extra or {}).items() if value is not None}
    asked = Asked(
        wish=_read_wish(sent, prompt, size),
        references=references,
        size_said=size.said,
        stream=bool(sent.stream),
        safety_identifier=sent.safety_identifier,
        extras=extras,
    )
    return Chat(
        asked=asked,
        recalled=recalled,
        anew=_join_anew(sent.messages) if recalled else "",
        apart="image" in modalities,
        words="text" in modalities or not modalities,
        stream=bool(sent.stream),
        usage_in_stream=bool(sent.stream_options and sent.stream_options.include_usage),
    )


def _read_wish(sent: ChatRequest, prompt: str, size: SizeWish) -> Mapping[str, Any]:
    return {
        "model": sent.model,
        "prompt": prompt,
        "size": size.size,
        "tier": size.tier,
        "n": sent.n or 1,
        "quality": Quality.HIGH if sent.quality in (None, "auto") else Quality(sent.quality),
        "format": Format(sent.output_format or "png"),
        "format_said": sent.output_format is not None,
        "quality_said": sent.quality not in {None, "auto"},
        "pixels_said": size.pixels,
        "background": Background(sent.background or "auto"),
        "seed": sent.seed,
        "user": sent.safety_identifier or sent.user,
        "options": (),
    }


def _refuse_words(sent: ChatRequest) -> None:
    """What only an answer in words could follow."""
    for name, why in _BEYOND.items():
        # An empty list, false and 0 ask for nothing; an empty object asks for the defaults.
        if getattr(sent, name) or getattr(sent, name) == {}:
            raise Unsupported(f"An image model {why}: leave `{name}` out.", param=name, code="unsupported_value")
    shape = (sent.response_format or {}).get("type", "text")
    if shape != "text":
        raise Unsupported(
            "An image model answers with pictures, not with JSON: leave `response_format` out.",
            param="response_format",
            code="unsupported_value",
        )


def _read_modalities(sent: ChatRequest) -> frozenset[str]:
    modalities = frozenset(word.strip().lower() for word in sent.modalities or ())
    if modalities - {"image", "text"}:
        raise refuse("modalities", 'a list of "image" and "text"', min(modalities - {"image", "text"}))
    if modalities and "image" not in modalities:
        raise Unsupported(
            'An image model answers with pictures: put "image" into `modalities`, or leave it out.',
            param="modalities",
            code="unsupported_value",
        )
    return modalities


def _read_size(sent: ChatRequest) -> SizeWish:
    shape = sent.image_config
    try:
        return read_size(sent.size, shape.aspect_ratio if shape else None, shape.image_size if shape else None)
    except InvalidRequest as error:
        message, param = error.message, error.param
        for name, told in (("aspect_ratio", "image_config.aspect_ratio"), ("resolution", "image_config.image_size")):
            message = message.replace(f"`{name}`", f"`{told}`")
            param = told if param == name else param
        raise InvalidRequest(message, param=param, code=error.code) from None


def _read_messages(messages: Sequence[Message]) -> tuple[str, tuple[Reference, ...], bool]:
    """The prompt, its pictures, and whether those come from an earlier answer."""
    last = max((i for i, message in enumerate(messages) if message.role == "user"), default=None)
    if last is None:
        raise _lack_of_words("`messages` has none of the role user, which says what to draw.")
    wanted, references = _read_wish_of(messages[last], f"messages[{last}]")
    recalled = False
    if not references:
        answers = [i for i in range(last) if messages[i].role == "assistant"]
        if answers:
            references = _read_answer(messages[answers[-1]], f"messages[{answers[-1]}]")
            recalled = bool(references)
    prompt = "\n\n".join(filter(None, [*_list_rules(messages), wanted]))
    if not prompt and not references:
        raise _lack_of_words("The last message of the user is empty. Say in it what to draw.")
    if len(prompt) > MAX_PROMPT:
        raise InvalidRequest(
            f"The last message of the user and the system's have {len(prompt):,} characters together; the limit is "
            f"{MAX_PROMPT:,}.",
            param="messages",
            code="string_above_max_length",
        )
    if len(references) > _MAX_PICTURES:
        raise InvalidRequest(f"At most {_MAX_PICTURES} pictures, not {len(references)}.", param="messages")
    return prompt, references, recalled


def _join_anew(messages: Sequence[Message]) -> str:
    """The prompt to draw a conversation anew; empty where the user sent a picture, or words do not tell."""
    said = list[str]()
    for i, message in enumerate(messages):
        if message.role == "user":
            try:
                wanted, references = _read_wish_of(message, f"messages[{i}]")
            except InvalidRequest:  # an older message that was refused when it was the last
                return ""
            if references:
                return ""
            said.append(wanted)
    words = find_words(said)
    whole = "\n\n".join(filter(None, [*_list_rules(messages), words])) if words else ""
    return whole if len(whole) <= MAX_PROMPT else ""


def _list_rules(messages: Sequence[Message]) -> Iterator[str]:
    """What the system says, message by message."""
    for i, message in enumerate(messages):
        if message.role not in _SYSTEM:
            continue
        for j, part in enumerate(message.content or ()):
            if _is_picture(part):
                path = f"messages[{i}].content[{j}]"
                raise InvalidRequest(
                    f"`{path}`: pictures belong to a message of the role user.", param=path, code="unsupported_value"
                )
        text = "\n".join(part.text for part in message.content or () if part.text).strip()
        if not _PHRASE.fullmatch(text):
            yield text


def _read_wish_of(message: Message, path: str) -> tuple[str, tuple[Reference, ...]]:
    """The words of a message of the user, and its pictures in the order in which they stand in it."""
    texts: list[str] = []
    references: list[Reference] = []
    for i, part in enumerate(message.content or ()):
        if part.text and not _is_picture(part):
            shown, text = _split(part.text, f"{path}.content[{i}]")
            references += shown
            texts.append(text.strip())
        else:
            references += _read_picture(part, f"{path}.content[{i}].image_url")
    return "\n".join(filter(None, texts)), (*references, *_list_beside(message, path))


def _read_answer(message: Message, path: str) -> tuple[Reference, ...]:
    """The pictures of an earlier answer: what else it links to is none."""
    references: list[Reference] = []
    for i, part in enumerate(message.content or ()):
        shown = _MARKDOWN.finditer(part.text or "")
        references += [read_reference(match[1], f"{path}.content[{i}]") for match in shown]
        references += _read_picture(part, f"{path}.content[{i}].image_url")
    return (*references, *_list_beside(message, path))


def _read_picture(part: Part, path: str) -> list[Reference]:
    if not _is_picture(part):
        return []
    if part.image_url is None:
        raise InvalidRequest(
            f"`{path}` is missing. Give the address of the picture, or a data URL.",
            param=path,
            code="missing_required_parameter",
        )
    return [read_reference(part.image_url.url, path)]


def _is_picture(part: Part) -> bool:
    return part.image_url is not None or part.type in ("image_url", "input_image")


def _list_beside(message: Message, path: str) -> Iterator[Reference]:
    """Pictures that stand beside the words."""
    for i, image in enumerate(message.images or ()):
        yield read_reference(image.image_url.url, f"{path}.images[{i}].image_url")
    for i, attachment in enumerate(message.experimental_attachments or ()):
        yield read_reference(attachment.url, f"{path}.experimental_attachments[{i}].url")


def _split(text: str, path: str) -> tuple[list[Reference], str]:
    """The pictures that a text links to, named after its place, and the wish without them."""
    try:
        references, wish = split_links(text)
    except InvalidRequest as error:
        raise InvalidRequest(error.message.replace("`prompt`", f"`{path}`"), param=path, code=error.code) from None
    return [replace(reference, name=path) for reference in references], wish


def _lack_of_words(message: str) -> InvalidRequest:
    return InvalidRequest(message, param="messages", code="missing_required_parameter")
