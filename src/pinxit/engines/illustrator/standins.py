"""Lets Skia's wheel load on a machine without graphics libraries.

The wheel is linked to libGL, libEGL and libexpat, which servers and containers lack, though drawing into memory with
fonts from files calls nothing in them. For each that is missing, a library of the same name is made in memory, whose
functions all return 0, and loaded first: the dynamic linker then takes it for the real one. Linux only; elsewhere the
wheel needs nothing.
"""

from __future__ import annotations

import os
import platform
import struct
import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from pathlib import Path
from types import ModuleType

_WANTED = {"libGL.so.1": "gl", "libEGL.so.1": "egl", "libexpat.so.1": "XML_"}  # and the prefix of its functions
# Machine number in ELF, and "return 0" in its code.
_MACHINES = {
    "x86_64": (62, bytes.fromhex("31c0c3")),
    "aarch64": (183, bytes.fromhex("00008052c0035fd6")),
}
_PAGE = 0x10000  # the largest page of these machines
_HASH, _STRTAB, _SYMTAB, _STRSZ, _SYMENT, _SONAME = 4, 5, 6, 10, 11, 14  # tags of the dynamic section


class SkiaFinder(MetaPathFinder):
    """Puts stand-ins in place when somebody first imports skia, then lets Python find it as ever."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname == "skia":
            sys.meta_path.remove(self)
            place_standins()
        return None

    @classmethod
    def install(cls) -> None:
        """Watch for the import of skia; does nothing where it needs no help."""
        if sys.platform == "linux" and platform.machine() in _MACHINES and "skia" not in sys.modules:
            sys.meta_path.insert(0, cls())


def place_standins(force: bool = False) -> tuple[str, ...]:
    """Load a stand-in for each library that Skia wants and the machine lacks, or with `force` for all; their names."""
    import ctypes  # noqa: PLC0415  # the server, which never draws, does without

    def is_loadable(library: str) -> bool:
        try:
            ctypes.CDLL(library)
        except OSError:
            return False
        return True

    missing = tuple(name for name in _WANTED if force or not is_loadable(name))
    spec = PathFinder.find_spec("skia") if missing else None
    if spec is None or spec.origin is None:
        return ()
    origin = Path(spec.origin)
    names = {name for file in (origin, *origin.parent.glob("skia_python.libs/*.so*")) for name in read_wishes(file)}
    handles = []
    for library in missing:
        handles.append(os.memfd_create(library))
        image = build_library(library, sorted(name for name in names if name.startswith(_WANTED[library])))
        os.write(handles[-1], image)
        ctypes.CDLL(f"/proc/self/fd/{handles[-1]}")
    for handle in handles:  # not sooner: the linker takes the same path for the same library
        os.close(handle)
    return missing


def read_wishes(file: Path) -> set[str]:
    """The symbols that a 64-bit little-endian ELF file wants from others."""
    data = file.read_bytes()
    (start,) = struct.unpack_from("<Q", data, 40)
    size, count = struct.unpack_from("<HH", data, 58)
    sections = [struct.unpack_from("<IIQQQQIIQQ", data, start + size * index) for index in range(count)]
    wishes = set()
    for section in sections:
        if section[1] != 11:  # the dynamic symbols
            continue
        texts = sections[section[6]][4]
        for at in range(section[4], section[4] + section[5], 24):
            name, _, _, home = struct.unpack_from("<IBBH", data, at)
            if name and not home:
                begin = texts + name
                wishes.add(data[begin : data.index(b"\0", begin)].decode())
    return wishes


def build_library(name: str, functions: Sequence[str]) -> bytes:
    """A shared library (ELF, System V ABI) called `name`, for this machine, whose functions all return 0."""
    machine, code = _MACHINES[platform.machine()]
    code_at = 64 + 3 * 56  # after the file's header and those of three segments
    strings, symbols = bytearray(b"\0"), bytearray(24)
    for function in functions:
        symbols += struct.pack("<IBBHQQ", len(strings), 0x12, 0, 1, code_at, len(code))  # a global function
        strings += function.encode() + b"\0"
    soname = len(strings)
    strings += name.encode() + b"\0"
    table = _chain_symbols(len(functions) + 1)
    hash_at = _align(code_at + len(code), 8)
    symbols_at = _align(hash_at + len(table), 8)
    strings_at = symbols_at + len(symbols)
    end = strings_at + len(strings)
    dynamic_at = _align(end, _PAGE)  # the linker writes into this one, so it has pages of its own
    tags = [(_SONAME, soname), (_HASH, hash_at), (_STRTAB, strings_at), (_SYMTAB, symbols_at)]
    tags += [(_STRSZ, len(strings)), (_SYMENT, 24), (0, 0)]
    dynamic = b"".join(struct.pack("<QQ", *tag) for tag in tags)
    header = struct.pack("<16sHHIQQQIHHHHHH", b"\x7fELF\2\1\1", 3, machine, 1, 0, 64, 0, 0, 64, 56, 3, 64, 0, 0)
    segments = [(1, 5, 0, end, _PAGE), (1, 6, dynamic_at, len(dynamic), _PAGE), (2, 6, dynamic_at, len(dynamic), 8)]
    for kind, flags, at, length, alignment in segments:
        header += struct.pack("<IIQQQQQQ", kind, flags, at, at, at, length, length, alignment)
    image = bytearray(dynamic_at)
    for at, part in ((0, header), (code_at, code), (hash_at, table), (symbols_at, symbols), (strings_at, strings)):
        image[at : at + len(part)] = part
    return bytes(image) + dynamic


def _chain_symbols(count: int) -> bytes:
    """The hash table of `count` symbols in one bucket: 1, 2, and so on to the last, then 0. The first is nobody's."""
    chain = [0, *range(2, count), 0][:count]
    return struct.pack(f"<{3 + count}I", 1, count, 1 if count > 1 else 0, *chain)


def _align(at: int, step: int) -> int:
    return -(-at // step) * step
