"""The URLs of webhooks."""

from __future__ import annotations

from pinxit.dialects import hooks
from pinxit.dialects.openapi.operations import Operation, Parameter

_TAG = "Webhooks"
_ID = Parameter("id", "path", "A webhook's id.", {"type": "string", "minLength": 1})
_LIMIT = Parameter("limit", "query", "How many; 20 unless told.", {"type": "integer", "minimum": 1, "maximum": 100})

WEBHOOKS = (
    Operation(
        "createWebhook",
        "POST",
        "/v1/webhooks",
        _TAG,
        "Name an address that is told when something ends.",
        hooks.WebhookAnswer,
        hooks.WebhookRequest,
    ),
    Operation("listWebhooks", "GET", "/v1/webhooks", _TAG, "The webhooks of this key.", hooks.WebhooksAnswer),
    Operation(
        "showWebhookSecret",
        "GET",
        "/v1/webhooks/secret",
        _TAG,
        "What signs messages to addresses that only a request named.",
        hooks.WebhookSecretAnswer,
    ),
    Operation("showWebhook", "GET", "/v1/webhooks/{id}", _TAG, "One webhook.", hooks.WebhookAnswer, parameters=(_ID,)),
    Operation(
        "deleteWebhook",
        "DELETE",
        "/v1/webhooks/{id}",
        _TAG,
        "Forget a webhook; messages on their way to it are given up.",
        hooks.DeletedWebhookAnswer,
        parameters=(_ID,),
    ),
    Operation(
        "testWebhook",
        "POST",
        "/v1/webhooks/{id}/test",
        _TAG,
        "Send it a message of the type webhook.test, once.",
        hooks.DeliveryAnswer,
        parameters=(_ID,),
    ),
    Operation(
        "listDeliveries",
        "GET",
        "/v1/webhooks/{id}/deliveries",
        _TAG,
        "What became of the last messages to it.",
        hooks.DeliveriesAnswer,
        parameters=(_ID, _LIMIT),
    ),
)
