from __future__ import annotations

import pytest

from pinxit.core.access import admit, make_key
from pinxit.core.errors import InvalidRequest, Unauthenticated
from pinxit.testing import MemoryKeyRing


def test_the_holder_of_a_key_is_let_in_by_name() -> None:
    secret, key = make_key("laptop")
    caller = admit(MemoryKeyRing(make_key("other")[1], key), secret)
    assert (caller.name, caller.prefix) == ("laptop", secret[:18])


def test_a_key_is_random_and_only_its_hash_and_prefix_are_kept() -> None:
    secret, key = make_key("laptop")
    assert secret.startswith("sk-pinxit-")
    assert len(secret) == 53
    assert secret[18:] not in repr(key)
    assert make_key("laptop")[0] != secret


@pytest.mark.parametrize("secret", [None, "", "sk-pinxit-wrong", "schlüssel", "\udc80"])
def test_a_wrong_or_missing_key_is_refused(secret: str | None) -> None:
    with pytest.raises(Unauthenticated):
        admit(MemoryKeyRing(make_key("laptop")[1]), secret)


def test_the_prefix_alone_opens_nothing() -> None:
    _, key = make_key("laptop")
    with pytest.raises(Unauthenticated):
        admit(MemoryKeyRing(key), key.prefix)


def test_a_revoked_key_is_refused() -> None:
    secret, key = make_key("laptop")
    ring = MemoryKeyRing(key)
    ring.revoke(key.prefix, 1.0)
    with pytest.raises(Unauthenticated):
        admit(ring, secret)


def test_a_server_without_keys_is_open_to_nobody() -> None:
    with pytest.raises(Unauthenticated):
        admit(MemoryKeyRing(), "sk-pinxit-anything")


@pytest.mark.parametrize("name", ["", "  ", "x" * 61, "two\nlines"])
def test_a_name_that_would_spoil_the_listing_is_refused(name: str) -> None:
    with pytest.raises(InvalidRequest):
        make_key(name)
