"""The URLs for whoever administers keys, and for keys that look after themselves."""

from __future__ import annotations

from pinxit.core.usage import Grouping
from pinxit.dialects import admin
from pinxit.dialects.openapi.operations import REFUSALS, Operation, Parameter
from pinxit.dialects.upstreams import UpstreamList

_TAG = "Administration"
_OWN = {status: words for status, words in REFUSALS.items() if status not in {404, 429, 501}}
_STATUSES = {**_OWN, 403: "The key may not administer."}
_ONE = {**_STATUSES, 404: "No such key."}
_PREFIX = Parameter(
    "prefix", "path", "The key's whole prefix.", {"type": "string", "minLength": 1}, "sk-pinxit-AbCdEfGh"
)
_DAYS = (
    Parameter("since", "query", "The first day (UTC).", {"type": "string", "format": "date"}),
    Parameter("until", "query", "The last day.", {"type": "string", "format": "date"}),
)
_KEY = Parameter("prefix", "query", "Only of the key with this whole prefix.")
_SHAPE = (
    Parameter("by", "query", "What to add up.", {"type": "string", "enum": list(map(str, Grouping)), "default": "day"}),
    Parameter("format", "query", "JSON, or a sheet (RFC 4180).", {"type": "string", "enum": ["json", "csv"]}),
)

ADMIN = (
    Operation(
        "createKey",
        "POST",
        "/v1/admin/keys",
        _TAG,
        "Make a key; its secret is in this answer alone.",
        admin.NewKey,
        admin.KeyRequest,
        statuses=_STATUSES,
    ),
    Operation(
        "listKeys", "GET", "/v1/admin/keys", _TAG, "All keys, the oldest first.", admin.KeyList, statuses=_STATUSES
    ),
    Operation(
        "showKey",
        "GET",
        "/v1/admin/keys/{prefix}",
        _TAG,
        "A key and what it has left.",
        admin.KeyStanding,
        parameters=(_PREFIX,),
        statuses=_ONE,
    ),
    Operation(
        "changeKey",
        "POST",
        "/v1/admin/keys/{prefix}",
        _TAG,
        "Change what a key may do.",
        admin.KeyAnswer,
        admin.KeyChange,
        parameters=(_PREFIX,),
        statuses=_ONE,
    ),
    Operation(
        "revokeKey",
        "DELETE",
        "/v1/admin/keys/{prefix}",
        _TAG,
        "Revoke a key; it stops working at once.",
        admin.KeyAnswer,
        parameters=(_PREFIX,),
        statuses=_ONE,
    ),
    Operation(
        "showUsage",
        "GET",
        "/v1/admin/usage",
        _TAG,
        "What was made, refused and paid for.",
        admin.UsageAnswer,
        parameters=(*_SHAPE, *_DAYS, _KEY),
        statuses=_STATUSES,
        sheet=True,
    ),
    Operation(
        "listUpstreams",
        "GET",
        "/v1/upstreams",
        _TAG,
        "How the services behind the endpoint are, and what was spent there.",
        UpstreamList,
        statuses=_STATUSES,
    ),
    Operation(
        "showLedger",
        "GET",
        "/v1/admin/ledger",
        _TAG,
        "Every picture and refusal, in the order in which they were written.",
        admin.LedgerPage,
        parameters=(
            Parameter(
                "after", "query", "Where the last page ended: its last_number.", {"type": "integer", "minimum": 0}
            ),
            Parameter(
                "limit", "query", "How many.", {"type": "integer", "minimum": 1, "maximum": 1000, "default": 100}
            ),
            *_DAYS,
            _KEY,
        ),
        statuses=_STATUSES,
    ),
    Operation(
        "showOwnUsage",
        "GET",
        "/v1/usage",
        "Usage",
        "What the asking key used, and what it has left.",
        admin.OwnUsage,
        parameters=(*_SHAPE, *_DAYS),
        statuses=_OWN,
        sheet=True,
    ),
)
