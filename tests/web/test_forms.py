"""Multipart forms as strangers write them: broken off, in odd codecs, with fields that come twice."""

from __future__ import annotations

import asyncio
import io

import httpx
import pytest
from PIL import Image

from pinxit.core.access import make_key
from pinxit.testing import FakeEngine, make_desk
from pinxit.web.app import build_app

_SECRET, _KEY = make_key("test")
_MEDIA = "multipart/form-data; boundary=x"
_END = b"--x--\r\n"


def _draw_png() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (64, 64)).save(out, "PNG")
    return out.getvalue()


_PNG = _draw_png()


def _part(name: bytes, data: bytes, *, file: bool = False) -> bytes:
    more = b'; filename="f"' if file else b""
    return b'--x\r\nContent-Disposition: form-data; name="' + name + b'"' + more + b"\r\n\r\n" + data + b"\r\n"


_EDIT = _part(b"image", _PNG, file=True) + _part(b"prompt", b"a fox") + _part(b"size", b"64x64")


def _post(body: bytes, media: str = _MEDIA, path: str = "/v1/images/edits") -> httpx.Response:
    async def run() -> httpx.Response:
        engine = FakeEngine()
        app = build_app(make_desk(engine, _KEY))
        transport = httpx.ASGITransport(app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://pinxit") as client:
            return await client.post(path, content=body, headers={"authorization": _SECRET, "content-type": media})

    return asyncio.run(run())


def _complaint(answer: httpx.Response) -> tuple[int, str | None]:
    return answer.status_code, answer.json()["error"]["param"]


@pytest.mark.parametrize("charset", ["utf-8", '"UTF-8"', "us-ascii"])
def test_a_form_may_say_that_its_texts_are_in_utf_8(charset: str) -> None:
    assert _post(_EDIT + _END, f"{_MEDIA}; charset={charset}").status_code == 200


@pytest.mark.parametrize(
    "charset", ["unicode_escape", "punycode", "undefined", "utf-7", "utf-8\0", "idna", "utf-8; charset=punycode"]
)
@pytest.mark.parametrize("extra", [_part(b"\\ud800", b"v", file=True), _part(b"+2AA-", b"+2AA-"), b""])
def test_a_form_in_another_codec_is_refused_whatever_that_codec_makes_of_it(charset: str, extra: bytes) -> None:
    assert _post(_EDIT + extra + _END, f"{_MEDIA}; charset={charset}").status_code == 415


def test_a_form_without_its_last_boundary_is_refused_and_not_read_as_if_its_last_field_were_missing() -> None:
    answer = _post(_EDIT + _part(b"mask", _PNG, file=True))
    assert answer.status_code == 400
    assert answer.json()["error"]["code"] == "invalid_form"


def test_a_form_without_a_boundary_is_refused() -> None:
    answer = _post(_EDIT + _END, "multipart/form-data")
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "invalid_form")


@pytest.mark.parametrize(
    ("extra", "param"),
    [
        (_part(b"size", b"1:1"), "size"),
        (_part(b"svg[model]", b"a") * 2, "svg[model]"),
        (_part(b"mask", _PNG, file=True) * 2, "mask"),
    ],
)
def test_a_field_that_comes_twice_is_refused_by_name(extra: bytes, param: str) -> None:
    assert _complaint(_post(_EDIT + extra + _END)) == (400, param)


def test_a_variation_refuses_a_mask_instead_of_ignoring_it() -> None:
    body = _part(b"image", _PNG, file=True) + _part(b"mask", _PNG, file=True) + _END
    assert _complaint(_post(body, path="/v1/images/variations")) == (400, "mask")


def test_numbers_of_a_models_own_options_are_read_from_texts() -> None:
    answer = _post(_EDIT + _part(b"steps", b"20") + _END)
    assert answer.status_code == 200
    assert "x-pinxit-ignored" not in answer.headers


@pytest.mark.parametrize("text", [b"1000", b"20.5", b"many", b"", b"1e1", b"nan", "٢٠".encode()])
def test_texts_that_are_no_right_number_of_an_option_are_refused(text: bytes) -> None:
    assert _complaint(_post(_EDIT + _part(b"steps", text) + _END)) == (400, "steps")


def test_thousands_of_parts_are_refused_before_they_are_all_read() -> None:
    assert _post(_EDIT + _part(b"f", b"v") * 5000 + _END).status_code == 400
