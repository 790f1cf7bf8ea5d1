"""OpenAI's own client for Python sends pictures along: edits in every form it knows, JSON edits, variations."""

from __future__ import annotations

import asyncio
import io
from pathlib import Path
from typing import Any

import openai
import pytest
from openai.types import ImagesResponse

from acceptance.pictures import draw_jpeg, draw_noise, draw_png, look_at, write_data_url
from pinxit.testing import RunningServer

_ASK: dict[str, Any] = {"model": "auto", "prompt": "give it a hat", "size": "64x64"}


def _check(answer: ImagesResponse, *, sources: int = 1, size: tuple[int, int] = (64, 64)) -> None:
    assert answer.data
    assert look_at(answer.data[0].b64_json).size == size
    assert answer.usage
    assert answer.usage.input_tokens_details.image_tokens == 258 * sources


def test_one_picture_as_bytes(client: openai.OpenAI) -> None:
    _check(client.images.edit(image=draw_png(), **_ASK))


def test_one_picture_as_an_open_file(client: openai.OpenAI, tmp_path: Path) -> None:
    (tmp_path / "otter.png").write_bytes(draw_png())
    with (tmp_path / "otter.png").open("rb") as file:
        _check(client.images.edit(image=file, **_ASK))


def test_one_picture_as_a_path(client: openai.OpenAI, tmp_path: Path) -> None:
    path = tmp_path / "otter.jpg"
    path.write_bytes(draw_jpeg())
    _check(client.images.edit(image=path, **_ASK))


def test_one_picture_as_a_buffer(client: openai.OpenAI) -> None:
    _check(client.images.edit(image=io.BytesIO(draw_png()), **_ASK))


@pytest.mark.parametrize("mime", ["image/png", "image/jpeg", "application/octet-stream", "text/plain"])
def test_a_tuple_may_claim_any_type_for_the_bytes_tell_it(client: openai.OpenAI, mime: str) -> None:
    _check(client.images.edit(image=("otter.bin", draw_jpeg(), mime), **_ASK))


def test_a_list_of_one_picture(client: openai.OpenAI) -> None:
    _check(client.images.edit(image=[draw_png()], **_ASK))


def test_several_pictures_of_several_kinds(client: openai.OpenAI, tmp_path: Path) -> None:
    path = tmp_path / "third.png"
    path.write_bytes(draw_png(colour="red"))
    files: list[Any] = [draw_png(), ("second.jpg", draw_jpeg(), "image/jpeg"), path]
    _check(client.images.edit(image=files, **_ASK), sources=3)


def test_a_picture_of_several_tiles_costs_several_tokens(client: openai.OpenAI) -> None:
    _check(client.images.edit(image=draw_png(1000, 700), **_ASK), sources=2)


def test_a_mask_in_the_size_of_the_picture(client: openai.OpenAI) -> None:
    _check(client.images.edit(image=draw_png(), mask=draw_png(alpha=0), **_ASK))


def test_without_a_size_an_edit_has_that_of_its_first_picture(client: openai.OpenAI) -> None:
    _check(client.images.edit(model="auto", prompt="a hat", image=draw_png(160, 112)), size=(160, 112))


def test_every_parameter_of_an_edit_at_once(client: openai.OpenAI) -> None:
    answer = client.images.edit(
        image=[draw_png(), draw_png()],
        prompt="a hat",
        model="gpt-image-2",
        n=2,
        size="96x64",
        quality="low",
        background="opaque",
        output_format="webp",
        output_compression=70,
        input_fidelity="high",
        response_format="b64_json",
        safety_identifier="reader-7",
        user="me",
        stream=False,
        extra_body={"seed": 5},
    )
    assert len(answer.data or []) == 2
    assert (answer.output_format, answer.quality, answer.background) == ("webp", "low", "opaque")
    assert answer.safety_identifier == "reader-7"


def test_an_edit_with_a_seed_repeats_its_picture(client: openai.OpenAI) -> None:
    more: dict[str, Any] = {"image": draw_png(), "extra_body": {"seed": 5}, **_ASK}
    first, second = (client.images.edit(**more).data for _ in range(2))
    assert first
    assert second
    assert first[0].b64_json == second[0].b64_json


def test_the_asynchronous_client_edits(roomy: RunningServer) -> None:
    async def run() -> ImagesResponse:
        async with openai.AsyncOpenAI(base_url=f"{roomy.url}/v1", api_key=roomy.key, max_retries=0) as client:
            answer = await client.images.edit(image=[draw_png(), draw_jpeg()], mask=draw_png(alpha=0), **_ASK)
            assert isinstance(answer, ImagesResponse)
            return answer

    _check(asyncio.run(run()), sources=2)


def test_a_raw_edit_names_who_served(client: openai.OpenAI) -> None:
    raw = client.images.with_raw_response.edit(image=draw_png(), **_ASK)
    assert raw.headers["x-pinxit-model"] == "pinxit-fake"
    _check(raw.parse())


def _edit_as_json(client: openai.OpenAI, **fields: Any) -> ImagesResponse:
    body: dict[str, object] = {**_ASK, **fields}
    return client.post("/images/edits", cast_to=ImagesResponse, body=body)


def test_a_json_edit_takes_data_urls(client: openai.OpenAI) -> None:
    urls = [write_data_url(draw_png()), write_data_url(draw_jpeg(), "image/jpeg")]
    _check(_edit_as_json(client, images=[{"image_url": url} for url in urls]), sources=2)


def test_a_json_edit_takes_a_mask(client: openai.OpenAI) -> None:
    mask = {"image_url": write_data_url(draw_png(alpha=0))}
    _check(_edit_as_json(client, images=[{"image_url": write_data_url(draw_png())}], mask=mask))


def test_a_json_edit_takes_the_other_base64_alphabet_without_padding(client: openai.OpenAI) -> None:
    url = write_data_url(draw_noise()).translate(str.maketrans("+/", "-_")).rstrip("=")
    assert "-" in url
    _check(_edit_as_json(client, images=[{"image_url": url}]))


def test_a_json_edit_fetches_from_where_it_may(client: openai.OpenAI, gallery: str) -> None:
    urls = [f"{gallery}/otter.png", f"{gallery}/hat.jpg"]
    _check(_edit_as_json(client, images=[{"image_url": url} for url in urls]), sources=2)


def test_a_prompt_may_begin_with_the_addresses_of_its_pictures(client: openai.OpenAI, gallery: str) -> None:
    prompt = f"{gallery}/otter.png , {gallery}/hat.jpg. Put the hat on the otter."
    _check(client.images.generate(**{**_ASK, "prompt": prompt}), sources=2)


def test_a_json_edit_never_fetches_from_the_servers_own_network(client: openai.OpenAI) -> None:
    for url in ("http://127.0.0.1:1/a.png", "http://169.254.169.254/latest", "http://[::1]/a.png"):
        with pytest.raises(openai.BadRequestError) as refusal:
            _edit_as_json(client, images=[{"image_url": url}])
        assert refusal.value.code
        assert refusal.value.param
        assert "image" in refusal.value.param


def test_a_json_edit_takes_uploaded_pictures_and_masks_by_their_ids(client: openai.OpenAI) -> None:
    picture = client.files.create(file=("otter.png", draw_png()), purpose="vision").id
    mask = client.files.create(file=("mask.png", draw_png(alpha=0)), purpose="user_data").id
    _check(_edit_as_json(client, images=[{"file_id": picture}], mask={"file_id": mask}))


def test_a_json_edit_refuses_ids_of_what_is_no_picture_by_their_place(client: openai.OpenAI) -> None:
    words = client.files.create(file=("words.txt", b"no picture"), purpose="user_data").id
    lines = client.files.create(file=("lines.jsonl", b"{}"), purpose="batch").id
    for name in (words, lines, "file-1", "", "x" * 5000, "file-\x00"):
        with pytest.raises(openai.BadRequestError) as refusal:
            _edit_as_json(client, images=[{"file_id": name}])
        assert refusal.value.param == "images[0].file_id"


def test_a_variation_is_an_edit_without_a_prompt(client: openai.OpenAI) -> None:
    with pytest.warns(DeprecationWarning, match="deprecated"):
        answer = client.images.create_variation(image=draw_png(), n=2, size="256x256", user="me")
    assert [look_at(picture.b64_json).size for picture in answer.data or []] == [(256, 256)] * 2


def test_the_asynchronous_client_asks_for_a_variation(roomy: RunningServer) -> None:
    async def run() -> ImagesResponse:
        async with openai.AsyncOpenAI(base_url=f"{roomy.url}/v1", api_key=roomy.key, max_retries=0) as client:
            with pytest.warns(DeprecationWarning, match="deprecated"):
                return await client.images.create_variation(
                    image=draw_png(), model="auto", size="256x256", response_format="b64_json"
                )

    _check(asyncio.run(run()), size=(256, 256))


@pytest.mark.parametrize(
    ("wish", "param"),
    [
        ({"image": b"this is no picture"}, "image"),
        ({"image": draw_png(), "mask": b"this is no mask"}, "mask"),
        ({"image": draw_png(), "mask": draw_png(20, 20, alpha=0)}, "mask"),
        ({"image": draw_png(), "n": 11}, "n"),
        ({"image": draw_png(), "size": "16;9"}, "size"),
        ({"image": [draw_png()] * 17}, "image"),
    ],
    ids=["no picture", "no mask", "a small mask", "eleven", "a wrong size", "seventeen"],
)
def test_a_bad_edit_names_its_field(client: openai.OpenAI, wish: dict[str, Any], param: str) -> None:
    with pytest.raises(openai.BadRequestError) as refusal:
        client.images.edit(**{**_ASK, **wish})
    assert refusal.value.param
    assert refusal.value.param.startswith(param)
    assert refusal.value.code
    assert refusal.value.type == "invalid_request_error"
    assert refusal.value.request_id


def test_an_edit_without_a_key_is_refused_before_its_pictures_are_read(client: openai.OpenAI) -> None:
    with pytest.raises(openai.AuthenticationError):
        client.with_options(api_key="sk-wrong").images.edit(image=b"nothing", **_ASK)


def test_an_edit_can_be_declined(client: openai.OpenAI) -> None:
    with pytest.raises(openai.BadRequestError) as refusal:
        client.images.edit(image=draw_png(), model="auto", prompt="[block]")
    assert (refusal.value.code, refusal.value.type) == ("moderation_blocked", "image_generation_user_error")
