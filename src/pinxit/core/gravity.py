"""How grave the errors of engines are, for whoever has several and can raise one."""

from __future__ import annotations

from collections.abc import Sequence

from pinxit.core.errors import BudgetSpent, EngineFailed, Overloaded, PinxitError, UpstreamDenied, UpstreamFailed
from pinxit.core.images import Missed

FINAL, DOUBTFUL, HARMLESS = range(3)


def grade(error: Exception) -> int:
    """FINAL ends a request, DOUBTFUL may have cost something at a service, HARMLESS surely did nothing there."""
    if isinstance(error, Overloaded | BudgetSpent):
        return HARMLESS
    if isinstance(error, UpstreamFailed):
        return HARMLESS if error.undone and not isinstance(error, UpstreamDenied) else DOUBTFUL
    return FINAL if isinstance(error, PinxitError) and not isinstance(error, EngineFailed) else DOUBTFUL


def find_gravest(missed: Sequence[Missed]) -> Exception:
    """What to raise where all pictures were missed, at least one: the gravest error, of the first picture that has it.

    A declined wish is graver than a failure, since it must not be sent to another provider; and a failure that may have
    been billed is graver than one that was not, since it must not be asked for again.
    """
    return min(missed, key=lambda miss: (grade(miss.error), miss.index)).error
