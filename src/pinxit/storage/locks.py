"""A lock that every process on this machine respects and that dies with its holder."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pinxit.core.errors import ConfigurationError


@contextmanager
def hold_lock(path: Path) -> Iterator[None]:
    """Wait for the lock file at `path`, hold it for the block. The file stays; only the lock goes.

    Raises ConfigurationError where the file cannot be opened.
    """
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise ConfigurationError(f"{path.parent} cannot be written: {error.strerror}.") from error
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415

            msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)
        else:
            import fcntl  # noqa: PLC0415

            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        # Closing the last descriptor of this open gives the lock back on both systems.
        os.close(descriptor)


def try_lock(path: Path, *, make: bool = False) -> int | None:
    """Take the lock of a file at once: the descriptor that holds it until it is closed; None where another has it.

    Raises FileNotFoundError where there is no such file and none is to be made, and other kinds of OSError.
    """
    descriptor = os.open(path, os.O_RDWR | (os.O_CREAT if make else 0), 0o600)
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):  # what the two systems say of a lock that is held
        os.close(descriptor)
        return None
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor
