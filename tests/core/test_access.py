from __future__ import annotations

import asyncio
from typing import Any

import pytest

from pinxit.core.access import ADMIN, Caller, admit, check_model, make_key
from pinxit.core.archive import Key
from pinxit.core.errors import Forbidden, InvalidRequest, Unauthenticated


class _Ring:
    """Finds the keys that it was made with."""

    def __init__(self, *keys: Key) -> None:
        self._keys = {key.digest: key for key in keys}

    async def find(self, digest: str, *, within: float = 0.0) -> Key | None:
        return self._keys.get(digest)


def _admit(secret: str | None, *keys: Key, route: str = "", now: float | None = None) -> Caller:
    ring: Any = _Ring(*keys)
    return asyncio.run(admit(ring, secret, route, now))


def test_the_holder_of_a_key_is_let_in_by_name() -> None:
    secret, key = make_key("laptop")
    caller = _admit(secret, make_key("other")[1], key)
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
        _admit(secret, make_key("laptop")[1])


def test_the_prefix_alone_opens_nothing() -> None:
    _, key = make_key("laptop")
    with pytest.raises(Unauthenticated):
        _admit(key.prefix, key)


def test_a_revoked_key_is_refused() -> None:
    secret, key = make_key("laptop", revoked=1.0)
    with pytest.raises(Unauthenticated):
        _admit(secret, key)


def test_a_key_is_good_until_the_moment_in_which_it_expires() -> None:
    secret, key = make_key("laptop", expires=1000.0)
    assert _admit(secret, key, now=999.0).prefix == key.prefix
    with pytest.raises(Unauthenticated, match="expired"):
        _admit(secret, key, now=1000.0)


def test_a_server_without_keys_is_open_to_nobody() -> None:
    with pytest.raises(Unauthenticated):
        _admit("sk-pinxit-anything")


def test_a_key_for_some_pages_opens_these_and_those_of_no_kind() -> None:
    secret, key = make_key("laptop", routes=("images",))
    assert _admit(secret, key, route="images")
    assert _admit(secret, key, route="")
    with pytest.raises(Forbidden, match="images, not chat"):
        _admit(secret, key, route="chat")


def test_only_an_administrators_key_opens_the_pages_of_administration() -> None:
    secret, key = make_key("laptop")
    with pytest.raises(Forbidden, match="administer"):
        _admit(secret, key, route=ADMIN)
    secret, key = make_key("boss", is_admin=True)
    assert _admit(secret, key, route=ADMIN)


def test_a_key_may_use_a_model_by_the_name_asked_for_or_by_the_one_that_serves() -> None:
    _, key = make_key("laptop", models=("gemini-*",))
    check_model(key, ("gemini-2.5-flash-image", "pinxit-illustrator"))
    check_model(key, ("auto", "gemini-3-pro-image"))
    with pytest.raises(Forbidden, match=r"gemini-\* only"):
        check_model(key, ("auto", "pinxit-illustrator"))


@pytest.mark.parametrize("name", ["", "  ", "x" * 61, "two\nlines"])
def test_a_name_that_would_spoil_the_listing_is_refused(name: str) -> None:
    with pytest.raises(InvalidRequest):
        make_key(name)
