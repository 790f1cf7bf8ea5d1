"""What ARCHITECTURE promises about the code itself: who imports whom, how long things are, what they are called.

An exception says why: `# limit: <reason>` on the line of a function's `def`, or in a module's first lines.
"""

from __future__ import annotations

import ast
import importlib.metadata
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import pinxit

_ROOT = Path(__file__).parent.parent
_MODULES = sorted((_ROOT / "src" / "pinxit").rglob("*.py"))
_MAX_MODULE, _MAX_FUNCTION, _MAX_PARAMETERS = 400, 40, 6
_EMPTY_NAMES = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "manager",
    "managers",
    "service",
    "services",
    "base",
    "misc",
}
_UNFINISHED = ("TODO", "FIXME", "XXX")

_Function = ast.FunctionDef | ast.AsyncFunctionDef


def _name(path: Path) -> str:
    return str(path.relative_to(_ROOT))


def _functions(path: Path) -> Iterator[tuple[_Function, str]]:
    source = path.read_text(encoding="utf-8")
    lines = source.splitlines()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, _Function):
            # A formatter may move the comment to the end of a signature that it breaks over lines.
            yield node, "\n".join(lines[node.lineno - 1 : node.body[0].lineno])


def test_rooms_import_only_as_the_contracts_allow() -> None:
    # In a process of its own: it switches off the loggers of all modules that were imported before.
    command = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    ran = subprocess.run([sys.executable, "-c", command], cwd=_ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.mark.parametrize("path", _MODULES, ids=_name)
def test_a_module_keeps_its_limits(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    if not any("# limit: " in line for line in lines[:5]):
        assert len(lines) <= _MAX_MODULE, f"{_name(path)} has {len(lines)} lines"
    for function, head in _functions(path):
        if "# limit: " in head:
            continue
        length = (function.end_lineno or function.lineno) - function.lineno + 1
        assert length <= _MAX_FUNCTION, f"{_name(path)}: {function.name} has {length} lines"
        given = function.args
        names = [parameter.arg for parameter in (*given.posonlyargs, *given.args, *given.kwonlyargs)]
        count = len([name for name in names if name not in {"self", "cls"}])
        assert count <= _MAX_PARAMETERS, f"{_name(path)}: {function.name} has {count} parameters"


@pytest.mark.parametrize("path", _MODULES, ids=_name)
def test_a_module_has_a_telling_name_and_is_finished(path: Path) -> None:
    assert path.stem not in _EMPTY_NAMES
    text = path.read_text(encoding="utf-8")
    assert not [word for word in _UNFINISHED if word in text]


def test_the_command_line_alone_prints() -> None:
    talkers = []
    for path in _MODULES:
        if "cli" in path.parts:
            continue
        calls = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
        talkers += [_name(path) for call in calls if isinstance(call.func, ast.Name) and call.func.id == "print"]
    assert not talkers


def test_the_environment_is_read_in_one_place_only() -> None:
    # cli/context.py hands it to settings.py; painting/surroundings.py speaks to torch by it, in a worker; the
    # others hand it on to processes that they start.
    readers = [_name(path) for path in _MODULES if "os.environ" in path.read_text(encoding="utf-8")]
    names = {Path(name).name for name in readers}
    assert names <= {"backup.py", "context.py", "process.py", "surroundings.py", "testing.py"}


def test_the_package_tells_the_version_that_it_is_installed_as() -> None:
    assert pinxit.__version__ == importlib.metadata.version("pinxit")
