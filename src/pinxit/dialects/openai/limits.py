"""What is left to a key, in OpenAI's headers."""

from __future__ import annotations

import math

from pinxit.core.archive import Allowance


def write_allowance(allowance: Allowance) -> dict[str, str]:
    """`x-ratelimit-{limit,remaining,reset}-{requests,tokens,images}` for the limits that there are.

    A limit that is never whole again by itself, a budget for ever, has no `reset`.
    """
    gauges = {"requests": allowance.requests, "tokens": allowance.tokens, "images": allowance.pictures}
    headers: dict[str, str] = {}
    for name, gauge in gauges.items():
        if gauge is None:
            continue
        headers[f"x-ratelimit-limit-{name}"] = str(gauge.limit)
        headers[f"x-ratelimit-remaining-{name}"] = str(max(0, gauge.remaining))
        if gauge.reset is not None:
            headers[f"x-ratelimit-reset-{name}"] = write_span(gauge.reset)
    return headers


def write_span(seconds: float) -> str:
    """Seconds as OpenAI writes them: `250ms`, `1s`, `6m0s`, `26h0m12s`. Rounded up, so that nobody comes too early."""
    if seconds <= 0:
        return "0s"
    if (milliseconds := math.ceil(1000 * seconds)) < 1000:
        return f"{milliseconds}ms"
    minutes, rest = divmod(math.ceil(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours}h{minutes}m{rest}s"
    return f"{minutes}m{rest}s" if minutes else f"{rest}s"
