"""`/v1/webhooks` in typed models: what a request may hold and what an answer holds. Times are in Unix seconds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import Field

from pinxit.core.hooks import EVENTS, Report, Webhook
from pinxit.dialects.wire import Wire, clean, read_object, validate

_Events = Annotated[list[str], Field(max_length=len(EVENTS), examples=[["image.job.completed"]])]


class WebhookRequest(Wire):
    """`POST /v1/webhooks`."""

    url: Annotated[
        str,
        Field(
            min_length=1,
            max_length=2048,
            description="The https address that is told.",
            examples=["https://example.com/hooks/pinxit"],
        ),
    ]
    events: _Events | None = Field(None, description=f"Which events; all of them unless told: {', '.join(EVENTS)}.")


class WebhookAnswer(Wire):
    """A webhook. `secret` is told once, when it is made."""

    id: str
    object: Literal["webhook_endpoint"] = "webhook_endpoint"
    url: str
    events: list[str]
    created_at: int
    status: Literal["enabled", "disabled"]
    secret: str | None = None


class WebhooksAnswer(Wire):
    """The webhooks of a key, oldest first."""

    object: Literal["list"] = "list"
    data: list[WebhookAnswer]
    has_more: bool = False


class DeletedWebhookAnswer(Wire):
    """A webhook that is no more."""

    id: str
    object: Literal["webhook_endpoint.deleted"] = "webhook_endpoint.deleted"
    deleted: bool = True


class DeliveryAnswer(Wire):
    """A message on its way, or what became of it. `id` is its header webhook-id."""

    id: str
    object: Literal["webhook.delivery"] = "webhook.delivery"
    event: str
    job: str | None
    state: Literal["pending", "delivered", "failed"]
    tries: int
    last_status: int | None
    last_error: str | None
    created_at: int
    next_try_at: int | None
    ended_at: int | None


class DeliveriesAnswer(Wire):
    """The last messages to a webhook, newest first."""

    object: Literal["list"] = "list"
    data: list[DeliveryAnswer]
    has_more: bool


class WebhookSecretAnswer(Wire):
    """What signs messages to addresses that only a request named."""

    object: Literal["webhook_secret"] = "webhook_secret"
    secret: str


def read_webhook(body: bytes) -> WebhookRequest:
    """A webhook to be made. Raises InvalidRequest."""
    return validate(WebhookRequest, read_object(body))


def write_webhook(webhook: Webhook, *, secret: bool = False) -> bytes:
    """A webhook, with its secret only where that is wanted."""
    return _write(_describe(webhook, webhook.secret if secret else None))


def write_webhooks(webhooks: Sequence[Webhook]) -> bytes:
    return _write(WebhooksAnswer(data=[_describe(webhook) for webhook in webhooks]))


def write_deleted(webhook_id: str) -> bytes:
    return _write(DeletedWebhookAnswer(id=webhook_id))


def write_delivery(report: Report) -> bytes:
    return _write(_tell(report))


def write_deliveries(reports: Sequence[Report], *, more: bool) -> bytes:
    """A page of messages, newest first."""
    return _write(DeliveriesAnswer(data=[_tell(report) for report in reports], has_more=more))


def write_secret(secret: str) -> bytes:
    return _write(WebhookSecretAnswer(secret=secret))


def _describe(webhook: Webhook, secret: str | None = None) -> WebhookAnswer:
    return WebhookAnswer(
        id=webhook.id,
        url=clean(webhook.url),
        events=list(webhook.events or EVENTS),
        created_at=int(webhook.created),
        status="enabled" if webhook.disabled is None else "disabled",
        secret=secret,
    )


def _tell(report: Report) -> DeliveryAnswer:
    state = report.state
    return DeliveryAnswer(
        id=report.id,
        event=report.event,
        job=report.job,
        state="pending" if state == "pending" else "delivered" if state == "delivered" else "failed",
        tries=report.tries,
        last_status=report.status,
        last_error=None if report.status is not None else report.answer,
        created_at=int(report.created),
        next_try_at=None if report.due is None else int(report.due),
        ended_at=None if report.done is None else int(report.done),
    )


def _write(answer: Wire) -> bytes:
    """JSON without a secret that is not told."""
    left_out = {"secret"} if getattr(answer, "secret", "") is None else set[str]()
    if isinstance(answer, WebhooksAnswer):
        return answer.model_dump_json(exclude={"data": {"__all__": {"secret"}}}).encode()
    return answer.model_dump_json(exclude=left_out).encode()
