"""generateContent and countTokens, from bodies that clients really send to a wish."""

from __future__ import annotations

import base64
import io
import json
from typing import Any

import pytest
from PIL import Image

from pinxit.core.errors import InvalidRequest
from pinxit.core.images import Format, Size, Source, Tier
from pinxit.core.sources import Link
from pinxit.dialects.gemini.reading import read_counting, read_generation
from pinxit.dialects.gemini.wishes import Wish

_BASIC = "gemini-2.5-flash-image"
_SIZED = "gemini-3-pro-image"


def _paint(red: int) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (4, 4), (red, 250, 3)).save(out, "PNG")
    return out.getvalue()


_RED, _DARK = _paint(255), _paint(20)


def _blob(data: bytes, **more: Any) -> dict[str, Any]:
    return {"inlineData": {"mimeType": "image/png", "data": base64.b64encode(data).decode(), **more}}


def _read(model: str = _BASIC, **fields: Any) -> Wish:
    return read_generation(json.dumps({"contents": "a fox", **fields}).encode(), model)


def _config(model: str = _BASIC, **fields: Any) -> Wish:
    return _read(model, generationConfig=fields)


def _turns(*turns: tuple[str, list[Any]]) -> Wish:
    contents = [
        {"role": role, "parts": [{"text": part} if isinstance(part, str) else part for part in parts]}
        for role, parts in turns
    ]
    return _read(contents=contents)


def _refused(model: str = _BASIC, **fields: Any) -> InvalidRequest:
    with pytest.raises(InvalidRequest) as caught:
        _read(model, **fields)
    return caught.value


def _refused_config(**fields: Any) -> InvalidRequest:
    return _refused(generationConfig=fields)


def test_reads_a_body_captured_from_the_official_python_client() -> None:
    data = base64.urlsafe_b64encode(_RED).decode()
    wish = _read(
        contents=[
            {
                "parts": [
                    {"text": "a fox"},
                    {"inlineData": {"data": data, "mime_type": "image/png"}},
                    {"fileData": {"file_uri": "https://example.com/y.png", "mime_type": "image/png"}},
                ],
                "role": "user",
            }
        ],
        systemInstruction={"parts": [{"text": "Use watercolour."}], "role": "user"},
        safetySettings=[{"category": "HARM_CATEGORY_HARASSMENT", "threshold": "BLOCK_NONE"}],
        generationConfig={
            "temperature": 0.5,
            "candidateCount": 1,
            "seed": -5,
            "responseModalities": ["IMAGE"],
            "imageConfig": {"aspectRatio": "16:9", "imageSize": "2K"},
        },
    )
    assert wish.prompt == "Use watercolour.\na fox"
    assert wish.references == (
        Source(_RED, "contents[0].parts[1].inlineData.data"),
        Link("https://example.com/y.png", "contents[0].parts[2].fileData.fileUri"),
    )
    assert wish.size.size == Size(2752, 1536)
    assert wish.seed == 2**32 - 5
    assert not wish.words


def test_reads_a_body_in_snake_case() -> None:
    body = {
        "contents": [
            {"parts": [{"inline_data": {"mime_type": "image/png", "data": _blob(_RED)["inlineData"]["data"]}}]}
        ],
        "system_instruction": "In ink.",
        "generation_config": {
            "response_modalities": ["image"],
            "image_config": {"aspect_ratio": "1:4", "image_size": "512"},
        },
    }
    wish = read_generation(json.dumps(body).encode(), _BASIC)
    assert (wish.prompt, wish.size.size, wish.words) == ("In ink.", Size(256, 1024), False)
    assert len(wish.references) == 1


@pytest.mark.parametrize(
    "contents",
    [
        "a fox",
        ["a fox"],
        {"parts": [{"text": "a fox"}]},
        [{"parts": {"text": "a fox"}}],
        [{"role": "user", "parts": [{"text": "a fox"}]}],
    ],
)
def test_contents_may_be_a_text_one_turn_or_a_list(contents: Any) -> None:
    assert _read(contents=contents).prompt == "a fox"


@pytest.mark.parametrize("encode", [base64.b64encode, base64.urlsafe_b64encode])
@pytest.mark.parametrize("padding", ["", "="])
def test_base64_is_read_in_both_alphabets_with_and_without_padding(encode: Any, padding: str) -> None:
    text = encode(_RED).decode().rstrip("=") + padding * (-len(encode(_RED).rstrip(b"=")) % 4)
    wish = _read(contents=[{"parts": [{"text": "x"}, {"inlineData": {"data": text}}]}])
    assert [picture.data for picture in wish.references if isinstance(picture, Source)] == [_RED]


def test_links_at_the_start_of_the_text_are_pictures_to_work_from() -> None:
    wish = _read(contents="https://example.com/a.png. Make it night")
    assert [picture.url for picture in wish.references if isinstance(picture, Link)] == ["https://example.com/a.png"]
    assert wish.prompt == "Make it night"


def test_a_data_url_is_a_picture_and_needs_no_fetching() -> None:
    uri = "data:image/png;base64," + base64.b64encode(_RED).decode()
    wish = _read(contents=[{"parts": [{"text": "x"}, {"fileData": {"fileUri": uri}}]}])
    assert [picture.data for picture in wish.references if isinstance(picture, Source)] == [_RED]


@pytest.mark.parametrize("uri", ["gs://bucket/a.png", "files/abc", "file:///etc/passwd", "ftp://example.com/a.png"])
def test_addresses_that_only_google_can_open_are_refused(uri: str) -> None:
    refused = _refused(contents=[{"parts": [{"text": "x"}, {"fileData": {"fileUri": uri}}]}])
    assert refused.param == "contents[0].parts[1].fileData.fileUri"
    assert uri in refused.message


def test_what_says_of_itself_that_it_is_no_picture_is_refused() -> None:
    refused = _refused(contents=[{"parts": [_blob(b"%PDF", mimeType="application/pdf")]}])
    assert refused.message.startswith("Unsupported MIME type: application/pdf.")


def test_thoughts_and_their_signatures_are_not_read() -> None:
    wish = _turns(
        ("user", ["a fox"]),
        ("model", [{"thought": True, **_blob(_DARK)}, {"thoughtSignature": "abc", **_blob(_RED)}]),
        ("user", ["make it night"]),
    )
    assert [picture.data for picture in wish.references if isinstance(picture, Source)] == [_RED]


def test_the_last_picture_of_the_model_is_edited_where_the_user_sends_none() -> None:
    wish = _turns(("user", ["a fox", _blob(_DARK)]), ("model", ["Here.", _blob(_RED)]), ("user", ["make it night"]))
    assert wish.prompt == "make it night"
    assert [picture.data for picture in wish.references if isinstance(picture, Source)] == [_RED]


def test_pictures_of_the_last_turn_count_before_older_ones() -> None:
    wish = _turns(("user", ["a fox"]), ("model", [_blob(_RED)]), ("user", ["rather this", _blob(_DARK)]))
    assert [picture.data for picture in wish.references if isinstance(picture, Source)] == [_DARK]


def test_without_any_picture_earlier_words_belong_to_the_wish() -> None:
    assert _turns(("user", ["a fox"]), ("model", ["Which?"]), ("user", ["a red one"])).prompt == "a fox\na red one"


def test_the_oldest_words_of_a_long_conversation_are_forgotten() -> None:
    turns = [("user" if number % 2 == 0 else "model", ["x" * 20_000 + str(number)]) for number in range(5)]
    assert _turns(*turns).prompt == "x" * 20_000 + "4"


def test_words_in_a_system_instruction_about_manners_are_not_drawn() -> None:
    system = {"parts": [{"text": "You are a friendly painter. Use oil paint. Answer briefly."}]}
    assert _read(systemInstruction=system).prompt == "Use oil paint.\na fox"


def test_a_conversation_without_a_turn_of_the_user_is_refused() -> None:
    assert _refused(contents=[{"role": "model", "parts": [{"text": "x"}]}]).param == "contents"
    assert _refused(contents=[]).param == "contents"
    assert _refused(contents=[{"role": "user", "parts": []}]).param == "contents"


@pytest.mark.parametrize(
    ("model", "ratio", "pixels"),
    [
        (_BASIC, "16:9", Size(1344, 768)),
        (_SIZED, "16:9", Size(1376, 768)),
        ("google/gemini-3.1-flash-image", "2:3", Size(848, 1264)),
        ("gemini-nano-banana-2.1", "4:5", Size(928, 1152)),
        ("nano-banana-pro-preview", "1:1", Size(1024, 1024)),
        ("auto", "21:9", Size(1536, 672)),
    ],
)
def test_the_models_name_decides_which_table_a_ratio_is_of(model: str, ratio: str, pixels: Size) -> None:
    assert _config(model, imageConfig={"aspectRatio": ratio}).size.size == pixels


def test_without_a_ratio_the_resolution_still_counts() -> None:
    assert _config(_SIZED).size.tier is Tier.ONE
    assert _config(_SIZED, imageConfig={"imageSize": "4K"}).size.tier is Tier.FOUR
    assert _config(_BASIC).size.tier is None


_RATIOS = ["1:1", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9", "21:9", "1:4", "4:1", "1:8", "8:1"]


@pytest.mark.parametrize("ratio", _RATIOS)
@pytest.mark.parametrize("size", ["512", "1K", "2K", "4K"])
def test_every_ratio_has_every_resolution_in_both_places(ratio: str, size: str) -> None:
    older = _config(imageConfig={"aspectRatio": ratio, "imageSize": size}).size.size
    newer = _config(responseFormat={"image": {"aspectRatio": ratio, "imageSize": size}}).size.size
    assert older is not None
    assert older == newer
    wide, high = map(int, ratio.split(":"))
    assert older.width / older.height == pytest.approx(wide / high, rel=0.03)


def test_the_names_of_googles_enumerations_are_read() -> None:
    image = {"aspectRatio": "ASPECT_RATIO_TWENTY_ONE_BY_NINE", "imageSize": "IMAGE_SIZE_TWO_K"}
    assert _config(responseFormat=[{"image": image}]).size.size == Size(3168, 1344)
    image = {"aspectRatio": "ASPECT_RATIO_UNSPECIFIED", "imageSize": "IMAGE_SIZE_UNSPECIFIED"}
    assert _config(responseFormat=[{"image": image}]).size.size is None


def test_two_places_that_contradict_each_other_are_refused() -> None:
    refused = _refused_config(imageConfig={"aspectRatio": "1:1"}, responseFormat={"image": {"aspectRatio": "16:9"}})
    assert refused.param == "generationConfig.imageConfig.aspectRatio"


@pytest.mark.parametrize(
    ("field", "value", "param"),
    [
        ("aspectRatio", "5:7", "generationConfig.imageConfig.aspectRatio"),
        ("imageSize", "8K", "generationConfig.imageConfig.imageSize"),
        ("outputMimeType", "image/tiff", "generationConfig.imageConfig.outputMimeType"),
        ("outputCompressionQuality", 101, "generationConfig.imageConfig.outputCompressionQuality"),
        ("outputCompressionQuality", 50, "generationConfig.imageConfig.outputCompressionQuality"),
    ],
)
def test_a_wrong_picture_setting_is_refused_by_its_path(field: str, value: Any, param: str) -> None:
    refused = _refused_config(imageConfig={field: value})
    assert refused.param == param
    assert param in refused.message


@pytest.mark.parametrize(
    "config",
    [
        {"imageConfig": {"outputMimeType": "image/jpeg", "outputCompressionQuality": 60}},
        {"imageConfig": {"imageOutputOptions": {"mimeType": "image/jpeg", "compressionQuality": 60}}},
    ],
)
def test_format_and_compression_are_read_where_vertex_has_them(config: dict[str, Any]) -> None:
    wish = _config(**config)
    assert (wish.format, wish.compression) == (Format.JPEG, 60)


def test_the_format_may_also_be_said_as_the_type_of_the_answer() -> None:
    assert _config(responseMimeType="image/webp").format is Format.WEBP
    assert _config(responseMimeType="text/plain").format is None
    assert _config(responseFormat={"image": {"mimeType": "image/jpeg"}}).format is Format.JPEG


@pytest.mark.parametrize(
    ("modalities", "words"),
    [(None, True), ([], True), (["TEXT", "IMAGE"], True), (["Text", "image"], True), (["IMAGE"], False)],
)
def test_modalities_are_read_in_any_case(modalities: Any, words: bool) -> None:
    assert _config(responseModalities=modalities).words is words


@pytest.mark.parametrize("modalities", [["TEXT"], ["AUDIO"], ["IMAGE", "VIDEO"]])
def test_modalities_without_a_picture_or_with_a_sound_are_refused(modalities: list[str]) -> None:
    assert _refused_config(responseModalities=modalities).param == "generationConfig.responseModalities"


def test_several_candidates_are_refused_in_googles_words() -> None:
    refused = _refused_config(candidateCount=2)
    assert refused.message.startswith("Multiple candidates is not enabled for this model")
    assert _config(candidateCount=1).prompt == "a fox"


@pytest.mark.parametrize(
    "config",
    [
        {"temperature": 1, "topP": 0.9, "topK": 40, "maxOutputTokens": 8192, "stopSequences": ["x"]},
        {"thinkingConfig": {"includeThoughts": True}, "mediaResolution": "MEDIA_RESOLUTION_LOW"},
        {"presencePenalty": 0.1, "frequencyPenalty": 0.1, "imageConfig": {"personGeneration": "ALLOW_ALL"}},
    ],
)
def test_settings_that_a_picture_does_not_depend_on_are_accepted(config: dict[str, Any]) -> None:
    assert _config(**config).prompt == "a fox"


@pytest.mark.parametrize(
    ("fields", "param"),
    [
        ({"cachedContent": "cachedContents/1"}, "cachedContent"),
        ({"continuationToken": "x"}, "continuationToken"),
        ({"tools": [{"googleSearch": {}}]}, "tools"),
        ({"generationConfig": {"responseSchema": {"type": "OBJECT"}}}, "generationConfig.responseSchema"),
        ({"generationConfig": {"responseJsonSchema": {}}}, "generationConfig.responseJsonSchema"),
        ({"generationConfig": {"responseMimeType": "application/json"}}, "generationConfig.responseMimeType"),
        ({"generationConfig": {"speechConfig": {}}}, "generationConfig.speechConfig"),
        ({"generationConfig": {"responseLogprobs": True}}, "generationConfig.responseLogprobs"),
        ({"generationConfig": {"responseFormat": {"audio": {}}}}, "generationConfig.responseFormat"),
        (
            {"generationConfig": {"responseFormat": {"image": {"delivery": "URI"}}}},
            "generationConfig.responseFormat.image.delivery",
        ),
        ({"contents": [{"parts": [{"functionCall": {"name": "f"}}]}]}, "contents[0].parts[0].functionCall"),
    ],
)
def test_what_cannot_be_done_and_would_change_the_answer_is_refused_by_name(fields: dict[str, Any], param: str) -> None:
    refused = _refused(**fields)
    assert refused.param == param
    assert param in refused.message


def test_a_search_tool_is_named_in_the_refusal_and_empty_tools_are_none() -> None:
    assert "googleSearch" in _refused(tools=[{"googleSearch": {}}]).message
    assert _read(tools=[]).prompt == "a fox"
    assert _read(tools=[{}]).prompt == "a fox"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"colour": 1}, 'Unknown name "colour": Cannot find field.'),
        ({"generationConfig": {"ratio": 1}}, "Unknown name \"ratio\" at 'generation_config': Cannot find field."),
        (
            {"generationConfig": {"imageConfig": {"size": 1}}},
            "Unknown name \"size\" at 'generation_config.image_config': Cannot find field.",
        ),
        (
            {"contents": [{"parts": [{"image": 1}]}]},
            "Unknown name \"image\" at 'contents[0].parts[0]': Cannot find field.",
        ),
        ({"contents": [{"text": "a fox"}]}, "Unknown name \"text\" at 'contents[0]': Cannot find field."),
    ],
)
def test_unknown_names_are_refused_in_googles_words(fields: dict[str, Any], said: str) -> None:
    assert _refused(**fields).message == f"Invalid JSON payload received. {said}"


def test_several_unknown_names_are_told_at_once() -> None:
    assert _refused(one=1, two=2).message.count("Unknown name") == 2


@pytest.mark.parametrize("seed", [-(2**31), 0, 2**31 - 1, 2**40])
def test_every_signed_seed_becomes_one_that_the_engine_takes(seed: int) -> None:
    read = _config(seed=seed).seed
    assert read is not None
    assert read % 2**32 == seed % 2**32
    assert read >= 0


@pytest.mark.parametrize("seed", ["5", 1.5, True, -(2**31) - 1, 2**63])
def test_other_seeds_are_refused(seed: Any) -> None:
    assert _refused_config(seed=seed).param == "generationConfig.seed"


def test_counting_takes_the_turns_alone_or_a_whole_request() -> None:
    alone = read_counting(b'{"contents": [{"parts": [{"text": "a fox"}]}]}', _BASIC)
    whole = read_counting(
        b'{"generateContentRequest": {"model": "models/x", "contents": "a fox", "systemInstruction": "In ink."}}',
        _BASIC,
    )
    assert alone.prompt == "a fox"
    assert whole.prompt == "In ink.\na fox"


def test_counting_refuses_both_forms_at_once_and_neither() -> None:
    with pytest.raises(InvalidRequest):
        read_counting(b'{"contents": "a", "generateContentRequest": {"contents": "a"}}', _BASIC)
    with pytest.raises(InvalidRequest):
        read_counting(b"{}", _BASIC)


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"nothing", b'{"contents": 5}', b'{"contents": [{"role": "tool"}]}', b"{}"]
)
def test_bodies_that_are_no_request_are_refused(body: bytes) -> None:
    with pytest.raises(InvalidRequest):
        read_generation(body, _BASIC)
