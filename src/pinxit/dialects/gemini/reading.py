"""generateContent and countTokens, from bytes to a wish."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel

from pinxit.core.errors import InvalidRequest
from pinxit.core.images import Source
from pinxit.core.sources import Reference, read_base64
from pinxit.dialects.gemini.conversations import Turn, read_text, settle
from pinxit.dialects.gemini.messages import check_media, list_unread, read_address, read_message, refuse_unable
from pinxit.dialects.gemini.models import (
    Blob,
    Content,
    CountTokensRequest,
    FileData,
    GenerateContentRequest,
    GenerationConfig,
    ImageConfig,
    ImageResponseFormat,
    Part,
)
from pinxit.dialects.gemini.wishes import (
    Shape,
    Wish,
    read_compression,
    read_format,
    read_modalities,
    read_seed,
    read_shape,
)

# Fields that would change what comes back and that nothing here can do, with what to do instead.
_REFUSED_FIELDS = {
    "response_schema": "a picture follows no schema",
    "response_json_schema": "a picture follows no schema",
    "speech_config": "this model makes pictures, not speech",
    "audio_transcription_config": "this model makes pictures and hears nothing",
    "translation_config": "this model makes pictures and translates nothing",
    "logprobs": "a picture has no log probabilities",
    "cached_content": "this server caches no content; send it in `contents`",
    "continuation_token": "answers come whole, there is nothing to continue",
}
# Fields that are accepted though no picture depends on them.
_UNREAD = ("safety_settings", "tool_config", "service_tier", "labels")
_UNREAD_CONFIG = (
    "temperature",
    "top_p",
    "top_k",
    "max_output_tokens",
    "stop_sequences",
    "presence_penalty",
    "frequency_penalty",
    "thinking_config",
    "media_resolution",
    "routing_config",
    "model_selection_config",
    "model_config_",
    "audio_timestamp",
    "enable_affective_dialog",
    "enable_enhanced_civic_answers",
)
_THOUGHTS = ("includeThoughts", "include_thoughts")
_UNREAD_IMAGE = ("person_generation", "prominent_people")
_REFUSED_PARTS = (
    "function_call",
    "function_response",
    "executable_code",
    "code_execution_result",
    "tool_call",
    "tool_response",
    "audio_transcription",
    "audio_metadata",
    "speech_metadata",
    "spreadsheet_metadata",
)


def read_generation(body: bytes, model: str) -> Wish:
    """The body of `:generateContent` and `:streamGenerateContent`. `model` is the name in the URL.

    Raises InvalidRequest, with the path of the field that is to blame as its param.
    """
    return _read_wish(read_message(GenerateContentRequest, body), model, "")


def read_counting(body: bytes, model: str) -> Wish:
    """The body of `:countTokens`, in either of its forms. Raises what `read_generation` raises."""
    message = read_message(CountTokensRequest, body)
    if message.generate_content_request is not None:
        if message.contents is not None:
            raise InvalidRequest(
                "Send `contents` or `generateContentRequest`, not both.", param="contents", code="invalid_value"
            )
        return _read_wish(message.generate_content_request, model, "generateContentRequest.")
    inner = GenerateContentRequest(
        contents=message.contents or [],
        system_instruction=message.system_instruction,
        generation_config=message.generation_config,
        tools=message.tools,
    )
    return _read_wish(inner, model, "")


def _read_wish(message: GenerateContentRequest, model: str, where: str) -> Wish:
    _refuse_fields(message, where)
    if any(message.tools or ()):
        name = next((key for tool in message.tools or () for key in tool), "tools")
        raise refuse_unable(f"{where}tools", f"this model uses no tools, so it has no {name[:40]!r}")
    config = message.generation_config or GenerationConfig()
    inside = f"{where}generationConfig"
    _check_config(config, inside)
    system = message.system_instruction.parts if message.system_instruction else []
    settled = settle(
        [_read_turn(turn, f"{where}contents[{number}]") for number, turn in enumerate(message.contents)],
        "\n".join(part.text or "" for part in system),
        f"{where}contents",
    )
    image = config.image_config or ImageConfig()
    newer = next((one.image for one in config.response_format or () if one.image), ImageResponseFormat())
    chosen = read_format(*_choose_mime(config, image, newer, inside))
    options = image.image_output_options
    quality = image.output_compression_quality
    if quality is None and options is not None:
        quality = options.compression_quality
    return Wish(
        prompt=settled.prompt,
        references=settled.pictures,
        anew=settled.anew,
        size=read_shape(_choose_shape(image, newer, inside), model),
        seed=read_seed(config.seed),
        format=chosen,
        compression=read_compression(quality, chosen, f"{inside}.imageConfig.outputCompressionQuality"),
        words=read_modalities(config.response_modalities, f"{inside}.responseModalities"),
        thoughts=any((config.thinking_config or {}).get(name) is True for name in _THOUGHTS),
        ignored=(
            *list_unread(message, (*_UNREAD, "store") if message.store else _UNREAD),
            *list_unread(config, _UNREAD_CONFIG),
            *list_unread(image, _UNREAD_IMAGE),
        ),
    )


def _read_turn(turn: Content, where: str) -> Turn:
    pieces: list[str | Reference] = []
    for number, part in enumerate(turn.parts):
        path = f"{where}.parts[{number}]"
        for field in _REFUSED_PARTS:
            if getattr(part, field) is not None:
                name = Part.model_fields[field].alias
                raise refuse_unable(f"{path}.{name}", "this model takes texts and pictures only")
        if not part.thought:
            pieces += _read_part(part, path, user=turn.role != "model")
    return Turn(turn.role != "model", tuple(pieces))


def _read_part(part: Part, path: str, *, user: bool) -> Sequence[str | Reference]:
    pieces: list[str | Reference] = []
    if part.text:
        pieces += read_text(part.text) if user else (part.text,)
    if part.inline_data is not None:
        # A model's own picture: what it signed it with goes back to it.
        signature = None if user else part.thought_signature
        pieces.append(_read_blob(part.inline_data, f"{path}.inlineData", signature))
    if part.file_data is not None:
        pieces.append(_read_file(part.file_data, f"{path}.fileData"))
    return pieces


def _read_blob(blob: Blob, path: str, signature: str | None) -> Source:
    check_media(blob.mime_type, f"{path}.mimeType")
    return Source(read_base64(blob.data, f"{path}.data"), f"{path}.data", signature)


def _read_file(file: FileData, path: str) -> Reference:
    check_media(file.mime_type, f"{path}.mimeType")
    return read_address(file.file_uri, f"{path}.fileUri")


def _refuse_fields(message: BaseModel, where: str) -> None:
    for field, why in _REFUSED_FIELDS.items():
        value: Any = getattr(message, field, None)
        if value is not None and value != "":
            name = type(message).model_fields[field].alias or field
            raise refuse_unable(f"{where}{name}", why)


def _check_config(config: GenerationConfig, where: str) -> None:
    _refuse_fields(config, f"{where}.")
    if (config.candidate_count or 1) > 1:
        raise InvalidRequest(
            "Multiple candidates is not enabled for this model. Send one request for each picture.",
            param=f"{where}.candidateCount",
            code="invalid_value",
        )
    if config.response_logprobs:
        raise refuse_unable(f"{where}.responseLogprobs", "a picture has no log probabilities")
    if sum(one.image is not None for one in config.response_format or ()) > 1:
        raise refuse_unable(f"{where}.responseFormat", "one picture is made at a time")
    for one in config.response_format or ():
        if one.audio is not None or one.video is not None or (one.text or {}).get("schema") is not None:
            raise refuse_unable(f"{where}.responseFormat", "this model makes pictures; ask for `image`")
        if one.image is not None and (one.image.delivery or "").upper() == "URI":
            raise refuse_unable(f"{where}.responseFormat.image.delivery", "pictures come inline")


def _choose_shape(older: ImageConfig, newer: ImageResponseFormat, where: str) -> Shape:
    """Shape and size of either place. Raises InvalidRequest where the two contradict each other."""
    used = Shape(older.aspect_ratio, older.image_size, f"{where}.imageConfig")
    return used.merge(Shape(newer.aspect_ratio, newer.image_size, f"{where}.responseFormat.image"))


def _choose_mime(
    config: GenerationConfig, image: ImageConfig, newer: ImageResponseFormat, where: str
) -> tuple[str | None, str]:
    """The MIME type that the picture is wanted in, and the path where it was said."""
    text = config.response_mime_type
    if text is not None and text.strip().lower() in {"", "text/plain"}:
        text = None  # the default: it says nothing about the picture
    options = image.image_output_options
    places = (
        (image.output_mime_type, "imageConfig.outputMimeType"),
        (options.mime_type if options else None, "imageConfig.imageOutputOptions.mimeType"),
        (newer.mime_type, "responseFormat.image.mimeType"),
        (text, "responseMimeType"),
    )
    mime, path = next(((mime, path) for mime, path in places if mime), (None, "responseMimeType"))
    return mime, f"{where}.{path}"
