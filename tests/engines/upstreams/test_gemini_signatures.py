"""What models signed is found again, and no memory is filled by it."""

from __future__ import annotations

from pinxit.core.images import ImageRequest, Source
from pinxit.engines.upstreams.signatures import Signatures

_PNG = b"\x89PNG\r\n\x1a\n"


def test_a_signature_is_of_one_model_and_one_picture() -> None:
    kept = Signatures()
    kept.keep("pro", b"picture", "sign")
    assert kept.find("pro", b"picture") == "sign"
    assert kept.find("flash", b"picture") is None
    assert kept.find("pro", b"another") is None


def test_the_least_used_are_forgotten() -> None:
    kept = Signatures(most=2)
    kept.keep("m", b"1", "one")
    kept.keep("m", b"2", "two")
    assert kept.find("m", b"1") == "one"
    kept.keep("m", b"3", "three")
    assert [kept.find("m", data) for data in (b"1", b"2", b"3")] == ["one", None, "three"]


def test_long_ones_are_forgotten_sooner() -> None:
    kept = Signatures(most_bytes=100)
    for number in range(10):
        kept.keep("m", bytes([number]), "x" * 40)
        kept.keep("m", bytes([number]), "x" * 40)
    assert [bool(kept.find("m", bytes([number]))) for number in range(10)] == [False] * 8 + [True] * 2
    kept.keep("m", b"huge", "x" * 101)
    assert kept.find("m", b"huge") is None


def test_what_the_caller_sends_along_wins() -> None:
    kept = Signatures()
    kept.keep("m", _PNG + b"1", "ours")
    sources = (Source(_PNG + b"1", signature="theirs"), Source(_PNG + b"1"), Source(_PNG + b"2"))
    recalled = kept.recall("m", ImageRequest(model="m", prompt="", sources=sources))
    assert [source.signature for source in recalled.sources] == ["theirs", "ours", None]
