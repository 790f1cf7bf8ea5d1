"""Messages that their receiver can believe: checked by OpenAI's client, and by hand after the specification."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import time

import openai
import pytest

from pinxit.core.hooks import Delivery, make_secret, sign, write_headers

_BODY = json.dumps(
    {
        "id": "evt_1",
        "object": "event",
        "type": "batch.completed",
        "created_at": 1_700_000_000,
        "data": {"id": "batch_1"},
    }
)


def _delivery(secret: str, body: str = _BODY) -> Delivery:
    return Delivery(
        "wh_1", "sk-pinxit-abc", None, "https://a.example/x", "a.example", "batch.completed", body, 1, secret
    )


def _client() -> openai.OpenAI:
    return openai.OpenAI(api_key="none", base_url="http://127.0.0.1:9/v1")


def test_the_signature_is_the_one_of_the_specification() -> None:
    # The example of https://github.com/standard-webhooks/standard-webhooks, spec/standard-webhooks.md.
    secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    body = b'{"test": 2432232314}'
    said = sign(secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, body)
    assert said == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_the_official_client_believes_our_messages() -> None:
    secret = make_secret()
    event = _client().webhooks.unwrap(_BODY, write_headers(_delivery(secret), time.time()), secret=secret)
    assert event.type == "batch.completed"
    assert event.data.id == "batch_1"


@pytest.mark.parametrize("part", ["body", "secret", "webhook-id", "webhook-timestamp", "webhook-signature"])
def test_the_official_client_refuses_what_was_changed(part: str) -> None:
    secret = make_secret()
    headers = write_headers(_delivery(secret), time.time())
    body = _BODY.replace("batch_1", "batch_2") if part == "body" else _BODY
    if part == "webhook-timestamp":
        headers[part] = str(int(headers[part]) - 1)
    elif part in headers:
        headers[part] += "0"
    with pytest.raises(openai.InvalidWebhookSignatureError):
        _client().webhooks.unwrap(body, headers, secret=make_secret() if part == "secret" else secret)


def test_the_official_client_refuses_a_message_that_is_repeated_later() -> None:
    secret = make_secret()
    headers = write_headers(_delivery(secret), time.time() - 400)
    with pytest.raises(openai.InvalidWebhookSignatureError, match="too old"):
        _client().webhooks.unwrap(_BODY, headers, secret=secret)


def test_letters_of_all_kinds_are_signed_as_they_are_sent() -> None:
    secret = make_secret()
    body = '{"type": "x", "data": "\u00fc\u4e2d\U0001f98a"}'
    headers = write_headers(_delivery(secret, body), 1_700_000_000.9)
    key = base64.b64decode(secret.removeprefix("whsec_"))
    said = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.{body}".encode()
    right = base64.b64encode(hmac.new(key, said, hashlib.sha256).digest()).decode()
    assert headers["webhook-signature"] == f"v1,{right}"
    assert headers["webhook-timestamp"] == "1700000000"


def test_a_secret_has_as_many_bytes_as_the_specification_wants() -> None:
    made = make_secret()
    assert made.startswith("whsec_")
    assert 24 <= len(base64.b64decode(made.removeprefix("whsec_"))) <= 64
    assert made != make_secret()


@pytest.mark.parametrize("secret", ["", "whsec_", "whsec_!!!!", "whsec_" + "A" * 20, "A" * 44, "whsec_" + "A" * 400])
def test_what_is_no_secret_signs_nothing(secret: str) -> None:
    with pytest.raises(ValueError, match="24 to 64 bytes"):
        sign(secret, "wh_1", 1, b"")


def test_a_secret_is_not_shown_where_a_delivery_is() -> None:
    secret = make_secret()
    assert secret not in repr(_delivery(secret))
    assert "batch_1" not in repr(_delivery(secret))


def test_the_specifications_own_library_believes_our_messages() -> None:
    library = pytest.importorskip("standardwebhooks", reason="`pip install 'pinxit[test]'` brings it")
    secret = make_secret()
    headers = write_headers(_delivery(secret), time.time())
    assert library.Webhook(secret).verify(_BODY, headers)["type"] == "batch.completed"
    with pytest.raises(library.WebhookVerificationError):
        library.Webhook(secret).verify(_BODY.replace("batch_1", "batch_2"), headers)
