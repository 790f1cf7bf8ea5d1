"""The error tree. No HTTP status lives here: each dialect holds one table from class to status and words.

PinxitError
├── InvalidRequest          the caller can mend it; `param` names the field
│   ├── UnknownModel        no such model; the message lists what there is
│   ├── Unsupported         the model, not the request, is to blame: another model may do it
│   ├── SourceUnavailable   a picture that a request points to cannot be had: refused address, error, too slow
│   ├── Blocked             the engine declines the wish; `reason` says why, `stage` whether before or after drawing
│   │   └── NoPicture       the engine answered without a picture
│   ├── RequestTooLarge     the body is over the limit
│   ├── RequestTooSlow      the body stopped coming
│   └── KeyReused           an Idempotency-Key came again with another body
├── Unauthenticated         no key, or a wrong, revoked, expired or malformed one
├── Forbidden               the key is good, but not for this
├── BudgetSpent             the key's budget is used up; to ask again does not help
│   └── UpstreamCapped      what may be spent at an upstream is spent
├── NotFound                no such page or resource
├── MethodNotAllowed        the page exists, not for this verb
├── UnsupportedMedia        the body is not of a type that we read
├── Cancelled               the job was cancelled before it was done
├── Overloaded              the queue is full; `retry_after` says when to come back, in seconds
│   ├── RateLimited         this key asked too often or for too much at once
│   ├── UpstreamBusy        an upstream takes no more requests for now
│   │   └── UpstreamAway        it failed again and again, and is not asked for a while
│   └── Stopping            the server is being stopped; another one, or the next, will answer
├── EngineFailed            the engine broke; nothing was charged
│   ├── EngineMissing       an engine's extra is not installed; the message says what to install
│   ├── MemoryShort         this machine's memory does not suffice for what is wished, whoever asks again
│   └── UpstreamFailed      the service behind an engine failed; `undone` says whether it surely did nothing
│       ├── UpstreamTimeout     it did not answer in time
│       └── UpstreamDenied      it does not take our key: the operator's to mend
├── StorageFailed           what should be kept could not be
│   └── StorageAway         the database or the store cannot be reached for now
└── ConfigurationError      a setting is wrong; the message says which and what would be right
"""

from __future__ import annotations


class PinxitError(Exception):
    """Whatever pinxit refuses or fails at. The message is for the caller and says what to do next."""

    def __init__(self, message: str, *, param: str | None = None, code: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.param = param
        self.code = code


class InvalidRequest(PinxitError):
    """The caller can mend it; `param` names the field."""


class UnknownModel(InvalidRequest):
    """No such model; the message lists what there is."""


class Unsupported(InvalidRequest):
    """The model cannot do what the field asks for; another one may."""


class SourceUnavailable(InvalidRequest):
    """A picture that the request points to cannot be had: a refused address, an error there, or too slow."""


class Blocked(InvalidRequest):
    """The engine declines the wish. `reason` is a word in lower case ("safety"), `stage` is "input" or "output"."""

    def __init__(self, message: str, *, reason: str = "safety", stage: str = "input", param: str = "prompt") -> None:
        super().__init__(message, param=param)
        self.reason = reason
        self.stage = stage


class NoPicture(Blocked):
    """The engine answered without a picture, for instance with words only."""


class RequestTooLarge(InvalidRequest):
    """The body is over the limit."""


class RequestTooSlow(InvalidRequest):
    """The body stopped coming."""


class KeyReused(InvalidRequest):
    """An Idempotency-Key came again with another body."""


class Unauthenticated(PinxitError):
    """No key, or a wrong, revoked, expired or malformed one."""


class Forbidden(PinxitError):
    """The key is good, but not for this model, this page or this verb."""


class BudgetSpent(PinxitError):
    """The key's budget is used up: to ask again does not help before `resets`, in Unix seconds (None: never)."""

    def __init__(self, message: str, *, resets: float | None = None) -> None:
        super().__init__(message)
        self.resets = resets


class UpstreamCapped(BudgetSpent):
    """What the operator lets be spent at an upstream is spent until `resets`."""


class NotFound(PinxitError):
    """No such page or resource."""


class MethodNotAllowed(PinxitError):
    """The page exists, but not for this verb."""


class UnsupportedMedia(PinxitError):
    """The body is not of a type that we read."""


class Overloaded(PinxitError):
    """The queue is full; come back after `retry_after` seconds."""

    def __init__(self, message: str, *, retry_after: float) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class RateLimited(Overloaded):
    """This key asked too often, or has too many requests under way at once."""


class UpstreamBusy(Overloaded):
    """The service behind an engine takes no more requests for now, and did nothing for this one."""


class UpstreamAway(UpstreamBusy):
    """The service behind an engine failed again and again: it is left alone for a while."""


class Stopping(Overloaded):
    """The server is being stopped; another one, or the next, will answer."""


class Cancelled(PinxitError):
    """The job was cancelled before it was done; nothing was charged."""


class EngineFailed(PinxitError):
    """The engine broke; nothing was charged."""


class EngineMissing(EngineFailed):
    """An engine's extra is not installed; the message says what to install."""


class MemoryShort(EngineFailed):
    """This machine's memory does not suffice for what is wished, even alone; the message says what would fit."""


class UpstreamFailed(EngineFailed):
    """The service behind an engine failed, answered nonsense, or cannot be reached.

    `undone` says that it surely did no work for this request, so that the same request may be sent there again.
    """

    def __init__(
        self, message: str, *, undone: bool = False, param: str | None = None, code: str | None = None
    ) -> None:
        super().__init__(message, param=param, code=code)
        self.undone = undone


class UpstreamTimeout(UpstreamFailed):
    """The service behind an engine did not answer in time."""


class UpstreamDenied(UpstreamFailed):
    """The service behind an engine does not take our key or has closed our account: the operator's to mend."""


class StorageFailed(PinxitError):
    """What should be kept could not be: a full or broken disk."""


class StorageAway(StorageFailed):
    """The database or the store of pictures cannot be reached for now; the same request may succeed later."""


class ConfigurationError(PinxitError):
    """A setting is wrong; the message says which and what would be right."""
