"""Edits and variations as forms and as JSON, to what they ask for."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest

from pinxit.core.engine import ModelCard
from pinxit.core.errors import InvalidRequest
from pinxit.core.images import Animation, Format, Size, Source
from pinxit.core.sources import FileId, Link
from pinxit.dialects.openai import Asked, Form, read_edit, read_edit_form, read_variation

_PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(250, 256)) * 3
_CARD = ModelCard(name="m", title="A model", sources=16, masks=True)


def _form(*files: tuple[str, bytes], **texts: str) -> Asked:
    told = {"prompt": "x", **texts}
    return read_edit_form(Form(tuple(told.items()), files))


def _json(**fields: Any) -> Asked:
    return read_edit(json.dumps({"prompt": "x", **fields}).encode())


def _url(data: bytes = _PNG) -> str:
    return "data:image/png;base64," + base64.b64encode(data).decode()


def test_one_file_and_several_keep_their_order() -> None:
    assert _form(("image", _PNG)).references == (Source(_PNG),)
    other = _PNG + b"2"
    asked = _form(("image[]", other), ("image[]", _PNG))
    assert [source.data for source in asked.references if isinstance(source, Source)] == [other, _PNG]


def test_a_mask_is_kept_apart() -> None:
    asked = _form(("image", _PNG), ("mask", _PNG + b"m"))
    assert asked.mask == Source(_PNG + b"m", "mask")
    assert asked.with_pictures(_CARD, [Source(_PNG)], Source(_PNG)).mask == Source(_PNG, "mask")


def test_texts_of_a_form_become_numbers_and_truths() -> None:
    asked = _form(
        ("image", _PNG), n="3", stream="true", partial_images="2", seed="9", output_format="webp", size="16:9"
    )
    request = asked.with_pictures(_CARD, [Source(_PNG)], None)
    assert (request.n, request.partials, request.seed, request.format) == (3, 2, 9, Format.WEBP)
    assert request.size == Size(1344, 768)
    assert asked.stream


@pytest.mark.parametrize(
    ("texts", "param"),
    [
        ({"n": "eleven"}, "n"),
        ({"n": "11"}, "n"),
        ({"stream": "perhaps"}, "stream"),
        ({"seed": "-1"}, "seed"),
        ({"quality": "ultra"}, "quality"),
        ({"prompt": ""}, "prompt"),
        ({"input_fidelity": "middling"}, "input_fidelity"),
        ({"svg[model]": "x"}, "svg"),
        ({"response_format": "url", "stream": "true"}, "response_format"),
        ({"output_format": "gif", "stream": "true"}, "stream"),
        ({"output_format": "svg", "n": "2"}, "n"),
        ({"partial_images": "1"}, "partial_images"),
    ],
)
def test_a_wrong_text_of_a_form_is_named(texts: dict[str, str], param: str) -> None:
    with pytest.raises(InvalidRequest) as refusal:
        _form(("image", _PNG), **texts)
    assert refusal.value.param == param


def test_objects_in_brackets_become_objects() -> None:
    asked = _form(("image", _PNG), **{"svg[model]": "x", "svg[reasoning][effort]": "low", "output_format": "svg"})
    assert dict(asked.wish["options"]) == {"svg.model": "x", "svg.reasoning.effort": "low"}


@pytest.mark.parametrize("name", ["a[", "a]b", "[]", "[x]", "svg[", "svg]", "", "n[]", "n[x][y]", "svg[model][x]"])
def test_odd_names_do_no_harm(name: str) -> None:
    try:
        asked = _form(("image", _PNG), **{name: "x"})
    except InvalidRequest:
        return
    assert asked.references


def test_a_file_in_an_unknown_field_is_refused_by_name() -> None:
    with pytest.raises(InvalidRequest) as refusal:
        _form(("image", _PNG), ("banner", _PNG))
    assert refusal.value.param == "banner"


def test_markup_is_told_to_the_model_which_may_refuse_it() -> None:
    assert ("markup", True) in _form(("image", _PNG), ("markup", _PNG)).wish["options"]
    assert ("markup", True) in _json(image=_url(), markup=_url()).wish["options"]


@pytest.mark.parametrize("ask", [_form, _json])
def test_an_edit_needs_a_picture(ask: Any) -> None:
    with pytest.raises(InvalidRequest) as refusal:
        ask()
    assert (refusal.value.param, refusal.value.code) == ("image", "missing_required_parameter")


def test_json_names_pictures_by_their_addresses() -> None:
    pictures = [{"image_url": "https://example.com/a.png"}, {"image_url": _url()}]
    asked = _json(images=pictures, mask={"image_url": _url()})
    assert asked.references == (
        Link("https://example.com/a.png", "images[0].image_url"),
        Source(_PNG, "images[1].image_url"),
    )
    assert asked.mask == Source(_PNG, "mask.image_url")
    assert asked.model == "auto"


@pytest.mark.parametrize(
    ("fields", "param"),
    [
        ({"images": []}, "images"),
        ({"images": [{"image_url": _url()}] * 17}, "images"),
        ({"images": [{}]}, "images[0].image_url"),
        ({"images": [{"file_id": "file-1", "image_url": _url()}]}, "images[0].file_id"),
        ({"images": [{"file_id": 1}]}, "images[0].file_id"),
        ({"images": [{"image_url": "gopher://x"}]}, "images[0].image_url"),
        ({"images": [{"image_url": 5}]}, "images[0].image_url"),
        ({"images": [5]}, "images[0]"),
        ({"images": [{"image_url": "data:image/png,plain"}]}, "images[0].image_url"),
        ({"images": [{"image_url": "data:image/png;base64,%%%"}]}, "images[0].image_url"),
        ({"images": [{"image_url": _url(b"<svg/>")}]}, "images[0].image_url"),
        ({"image": _url(), "mask": {"image_url": "ftp://x"}}, "mask.image_url"),
        ({"image": 5}, "image"),
    ],
)
def test_a_wrong_picture_in_json_is_named_with_its_place(fields: dict[str, Any], param: str) -> None:
    with pytest.raises(InvalidRequest) as refusal:
        _json(**fields)
    assert refusal.value.param == param


def test_a_picture_in_json_may_be_the_id_of_an_uploaded_file() -> None:
    asked = _json(images=[{"file_id": "file-1"}, {"image_url": _url()}], mask={"file_id": "file-2"})
    assert asked.references == (FileId("file-1", "images[0].file_id"), Source(_PNG, "images[1].image_url"))
    assert asked.mask == FileId("file-2", "mask.file_id")


def test_addresses_in_the_prompt_come_after_the_uploads() -> None:
    asked = _form(("image", _PNG), prompt="https://example.com/a.png. Put the second onto the first")
    assert [type(reference) for reference in asked.references] == [Source, Link]
    assert asked.wish["prompt"] == "Put the second onto the first"


def test_more_than_sixteen_pictures_are_refused() -> None:
    with pytest.raises(InvalidRequest, match="16"):
        _form(*[("image[]", _PNG)] * 17)


def test_frames_are_read_for_a_gif_and_their_time_is_rounded_to_tens() -> None:
    asked = _form(("image", _PNG), output_format="gif", frame_count="4", frame_duration_ms="127")
    assert asked.wish["animation"] == Animation(4, 130)


def test_a_gif_takes_no_mask() -> None:
    with pytest.raises(InvalidRequest) as refusal:
        _form(("image", _PNG), ("mask", _PNG), output_format="gif")
    assert refusal.value.param == "mask"


def test_a_variation_is_an_edit_without_a_prompt() -> None:
    asked = read_variation(Form((("n", "2"), ("size", "256x256"), ("user", "me")), (("image", _PNG),)))
    request = asked.with_pictures(_CARD, [Source(_PNG)], None)
    assert (request.prompt, request.n, request.size, request.user) == ("", 2, Size(256, 256), "me")


@pytest.mark.parametrize("files", [(), (("image", _PNG),) * 2])
def test_a_variation_is_of_one_picture(files: tuple[tuple[str, bytes], ...]) -> None:
    with pytest.raises(InvalidRequest) as refusal:
        read_variation(Form((), files))
    assert refusal.value.param == "image"


@pytest.mark.parametrize(("said", "known"), [(None, None), ("me", "me")])
def test_who_asks_is_repeated_under_either_name(said: str | None, known: str | None) -> None:
    assert _json(image=_url(), user=said).safety_identifier == known
    assert _json(image=_url(), user="old", safety_identifier=said).safety_identifier == (known or "old")
