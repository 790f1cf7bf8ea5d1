"""Pictures in a prompt: which links are sources, which are words, and what remains of the wish."""

from __future__ import annotations

import base64
import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pinxit.core.errors import InvalidRequest
from pinxit.core.images import Source
from pinxit.core.sources import Link
from pinxit.dialects.links import split_links

_A, _B = "https://a.example/x.png", "https://b.example/y.jpg"
_GIF = b"GIF89a" + bytes(20)
_DATA = "data:image/gif;base64," + base64.b64encode(_GIF).decode()


def _split(prompt: str) -> tuple[list[str], str]:
    references, rest = split_links(prompt)
    assert all(reference.name == "prompt" for reference in references)
    return [reference.url for reference in references if isinstance(reference, Link)], rest


@pytest.mark.parametrize(
    "between", [" , ", ",", ", ", " ", "\n", ",\n", ";", "; ", " and ", ", and ", ". ", " | ", " + ", "，", "\r\n\r\n"]
)
@pytest.mark.parametrize("after", [". ", " ", "\n", ".\n\n", ", ", ": ", ".", " . "])
def test_links_that_stand_first_are_sources_in_their_order(between: str, after: str) -> None:
    assert _split(f"{_A}{between}{_B}{after}Create a poster.") == ([_A, _B], "Create a poster.")


@pytest.mark.parametrize(
    "url",
    [
        "http://a.example/x",
        "https://a.example/x?size=2&name=a,b",
        "https://a.example/?id=7",
        "HTTPS://A.example:8443/X.PNG#part",
        "https://a.example/w_300,h_200/x.png",
        "https://a.example/x_(1).png",
        "https://a.example/v1.2/x",
        "https://bücher.example/bär.png",
        "https://a.example/fetch/https://b.example/y.png",
        "https://10.0.0.1/x.png",
    ],
)
def test_a_first_link_needs_no_ending(url: str) -> None:
    assert _split(f"{url}, {url}. Make it blue") == ([url, url], "Make it blue")
    assert _split(url) == ([url], "")
    assert _split(f"  <{url}> Make it blue") == ([url], "Make it blue")
    assert _split(f"![any (words)]({url}) Make it blue") == ([url], "Make it blue")


@pytest.mark.parametrize(
    "prompt", ["https://example.com", "https://example.com/ is a site", "https:// draw", "http://"]
)
def test_a_host_alone_is_no_picture(prompt: str) -> None:
    assert _split(prompt) == ([], prompt)


@pytest.mark.parametrize(
    ("prompt", "rest"),
    [
        ("Put URL on a mug", "Put the image on a mug"),
        ("Put the image URL on a mug", "Put the image on a mug"),
        ("Put this photo URL on a mug", "Put this photo on a mug"),
        ("Put it (URL) on a mug.", "Put it (the image) on a mug."),
        ("Make a mug of URL.", "Make a mug of the image."),
        ("Make a mug of URL, please", "Make a mug of the image, please"),
        ("Make a mug of URL; quick!", "Make a mug of the image; quick!"),
        ("Is it URL?!", "Is it the image?!"),
        ("Draw **URL** now", "Draw **the image** now"),
        ("Draw <URL> now", "Draw the image now"),
        ("Draw ![a mug](URL) now", "Draw the image now"),
        ('Draw ![a mug]( <URL> "my mug" ) now', "Draw the image now"),
        ("Draw [a mug](URL) now", "Draw the image now"),
        ("画URL，蓝色", "画the image，蓝色"),
        ("Don't draw URL", "Don't draw the image"),
        ('A 5" screen with URL', 'A 5" screen with the image'),
        ('A sign "SALE" on URL', 'A sign "SALE" on the image'),
        ("the kids' room: URL", "the kids' room: the image"),
    ],
)
@pytest.mark.parametrize("ending", ["png", "jpg", "jpeg", "webp", "gif", "PNG", "png?size=2", "jpg#x", "png?a=b.txt"])
def test_further_on_the_link_of_a_picture_becomes_the_image(prompt: str, rest: str, ending: str) -> None:
    url = f"https://a.example/x.{ending}"
    assert _split(prompt.replace("URL", url)) == ([url], rest)


def test_an_apostrophe_ends_the_name_of_a_file() -> None:
    assert _split(f"Use {_A}'s colours") == ([_A], "Use the image's colours")


@pytest.mark.parametrize(
    "prompt",
    [
        f'A sign that says "{_A}"',
        f'A sign that says "look at {_A} today"',
        f"A sign that says “{_A}”",
        f"A sign that says '{_A}'",
        f"A sign that says ‘{_A}’",
        f"A sign that says «{_A}»",
        f"A sign that says »{_A}«",
        f"A sign that says „{_A}“",
        f"A sign that says 「{_A}」",
        f"A sign that says `{_A}`",
        f'A sign that says "{_A}',
        f'A sign that says "![x]({_A})"',
        f'"{_A}" in neon letters',
        f"'{_A}', '{_B}'. In neon letters",
        f'"{_A}, {_B}. Create" in neon letters',
        f'"one" and "{_A}" and "two"',
        "See https://example.com/page, then draw",
        "See https://example.com/x.pdf or https://example.com/x.png.html",
        "See https://example.com/page?x=a.png",
        "See https://x.png then draw",
        "See [the manual](https://example.com/page) and ftp://a.example/x.png",
        "[The manual](https://example.com/page) says: draw",
        "file:///etc/passwd.png",
        "xhttps://a.example/x.png",
        "data: a chart of 5, 6, 7",
        "data:text/csv,abc in a chart",
        "![x](y) and [x] and https",
        "a fox",
        "",
        "  a fox  ",
    ],
)
def test_lettering_and_other_links_stay_words(prompt: str) -> None:
    assert split_links(prompt) == ((), prompt)


def test_data_urls_are_sources_wherever_they_stand() -> None:
    for prompt in (f"{_DATA}, {_DATA}. Make it blue", f"{_DATA} ![x]({_DATA}) Make it blue"):
        assert split_links(prompt) == ((Source(_GIF, "prompt"), Source(_GIF, "prompt")), "Make it blue")
    assert split_links(f"Make {_DATA} blue") == ((Source(_GIF, "prompt"),), "Make the image blue")
    assert split_links(f"{_A}, {_DATA}\nMake") == ((Link(_A, "prompt"), Source(_GIF, "prompt")), "Make")


@pytest.mark.parametrize("url", ["data:image/png;base64,AAAA", "data:image/svg+xml,abc", "data:image/png;base64,A"])
def test_a_data_url_without_a_picture_is_refused(url: str) -> None:
    with pytest.raises(InvalidRequest) as refusal:
        split_links(f"{url}. Make it blue")
    assert (refusal.value.param, refusal.value.code) == ("prompt", "invalid_image")


def test_sixteen_links_are_taken_and_seventeen_refused() -> None:
    for form in ("{}", "draw {}"):
        assert len(split_links(form.format(", ".join([_A] * 16)))[0]) == 16
        with pytest.raises(InvalidRequest, match="16 pictures") as refusal:
            split_links(form.format(", ".join([_A] * 17)))
        assert refusal.value.param == "prompt"


_LINKS = "https:// http://x/ data: data:image/png;base64, .png .PNG? ![ ]( [ ] ( ) < >".split()
_WORDS = "and fox 画 , . ; ` « » “ ” „ ' \"".split()
_PIECES = st.sampled_from([_A, _B, _DATA, " ", "\n", "the image ", *_LINKS, *_WORDS])


@settings(max_examples=500, deadline=None)
@given(st.lists(_PIECES | st.text(max_size=5), max_size=40).map("".join))
def test_any_prompt_is_split_or_refused_for_its_links(prompt: str) -> None:
    try:
        references, rest = split_links(prompt)
    except InvalidRequest as refusal:
        assert refusal.param == "prompt"  # noqa: PT017  (most prompts are not refused)
        return
    assert len(references) <= 16
    assert len(rest) <= len(prompt) + 10 * len(references)
    assert references or rest == prompt


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.characters(exclude_characters='"'), max_size=30))
def test_what_is_quoted_is_never_fetched(words: str) -> None:
    assert split_links(f'A sign: "{words} {_A} {words}"')[0] == split_links(f'A sign: "{words}  {words}"')[0] == ()


@pytest.mark.parametrize(
    "piece",
    [
        *("https://a),", "https://a,", "http://a/x.png ", "http://a(", "http://a/.png,http://b", "'a http://a "),
        *(
            "<http://a",
            "[a](http://a) ",
            "![x](http://a",
            "![",
            "](",
            ")",
            "[",
            "https://",
            "x.png.",
            "and ",
            ", ",
            " ",
        ),
        *("“", '"', "'a", "„", "«a", "data:", "data:a/b;c=d", "data:a/b,"),
    ],
)
def test_a_long_prompt_takes_no_more_than_its_length(piece: str) -> None:
    for start in ("", "draw ", f"{_A} "):
        prompt = start + piece * (32_000 // len(piece))
        before = time.process_time()
        with suppress(InvalidRequest):
            split_links(prompt)
        # Some hundredths of a second; what grows with the square of the length would take minutes.
        assert time.process_time() - before < 5


@pytest.mark.parametrize("piece", ["https://a,", "data:,", "data:", "DATA:image/png;base64, ", '"', "x", "http://a(x"])
def test_megabytes_of_words_are_left_to_whoever_refuses_them(piece: str) -> None:
    prompt = "draw " + piece * (20_000_000 // len(piece))
    before = time.process_time()
    assert split_links(prompt) == ((), prompt)
    assert time.process_time() - before < 0.3


def test_a_picture_in_a_prompt_may_be_larger_than_any_prompt() -> None:
    large = "data:image/gif;base64," + base64.b64encode(_GIF + bytes(1_000_000)).decode()
    references, rest = split_links(f"Make {large} and {large} blue")
    assert [type(reference) for reference in references] == [Source, Source]
    assert rest == "Make the image and the image blue"
