"""ComfyUI's prompt API: a workflow is queued, its history looked at, its pictures fetched. It asks for no key."""

from __future__ import annotations

import re
import time
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import pybase64

from pinxit.testing.upstream.asking import Asked, Upload
from pinxit.testing.upstream.misbehaviour import Misbehaviour
from pinxit.testing.upstream.pictures import Kind, make_picture
from pinxit.testing.upstream.replies import Refused, Reply, Ways, write_json
from pinxit.testing.upstream.rules import Rules

_OUTPUTS = {"SaveImage", "PreviewImage"}
_MODELS = ("dreamshaper_8.safetensors", "sd_xl_base_1.0.safetensors")
_HISTORY = re.compile(r"/history/([\w-]+)$")
_KEPT = 200  # jobs


@dataclass(slots=True)
class _Job:
    number: int
    workflow: dict[str, Any]
    ends: float
    outputs: dict[str, list[str]]
    kind: Kind
    ways: Ways
    extra: dict[str, Any] = field(default_factory=dict)
    interrupted: bool = False

    @property
    def done(self) -> bool:
        return self.interrupted or time.monotonic() >= self.ends

    def describe(self, name: str) -> list[Any]:
        return [self.number, name, self.workflow, self.extra, list(self.outputs)]


class ComfyUI:
    """Answers as the server of ComfyUI does, its websocket excepted. `/api` before a path means the same."""

    name = "comfyui"

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._jobs: dict[str, _Job] = {}
        self._files: dict[str, bytes] = {}
        self._count = 0

    def find(self, asked: Asked) -> Callable[[Asked, Ways], Reply] | None:
        path = asked.path.removeprefix("/api")
        pages: dict[tuple[str, str], Callable[[Asked, Ways], Reply]] = {
            ("POST", "/prompt"): self._queue_up,
            ("GET", "/prompt"): lambda asked, ways: write_json({"exec_info": {"queue_remaining": self._remaining()}}),
            ("GET", "/queue"): self._show_queue,
            ("POST", "/queue"): self._shorten_queue,
            ("POST", "/interrupt"): self._interrupt,
            ("GET", "/history"): lambda asked, ways: write_json(dict(self._tell_all())),
            ("GET", "/view"): self._show_picture,
            ("POST", "/upload/image"): self._take_picture,
            ("GET", "/system_stats"): lambda asked, ways: write_json(_STATS),
            ("GET", "/models/checkpoints"): lambda asked, ways: write_json(list(_MODELS)),
            ("GET", "/object_info/CheckpointLoaderSimple"): lambda asked, ways: write_json(_LOADER),
        }
        if match := _HISTORY.match(path):
            return lambda asked, ways: write_json({name: told for name, told in self._tell_all() if name == match[1]})
        page = pages.get((asked.method, path))
        return self._guard(page) if page else None

    @staticmethod
    def draws(path: str) -> bool:
        return path in {"/prompt", "/api/prompt"}

    def read_prompt(self, asked: Asked) -> str:
        return "\n".join(_list_texts(asked.json.get("prompt")))

    def refuse(self, way: Misbehaviour) -> Reply:
        if way.refusal:
            return Reply(way.refusal, {"content-type": "text/plain; charset=utf-8"}, [f"{way.refusal}: error".encode()])
        if way.name == "invalid":
            return _write_wrong("invalid_prompt", way.argument or "Invalid prompt")
        return Reply({"denied": 403}.get(way.name, 429), {"content-type": "text/plain; charset=utf-8"}, [b"refused"])

    @staticmethod
    def _guard(page: Callable[[Asked, Ways], Reply]) -> Callable[[Asked, Ways], Reply]:
        def answer(asked: Asked, ways: Ways) -> Reply:
            try:
                return page(asked, ways)
            except Refused as refused:
                return refused.reply
            except (ValueError, TypeError, AttributeError):
                # It does not look at what it is given either, so this is what it says.
                return Reply(500, {"content-type": "text/plain; charset=utf-8"}, [b"500 Internal Server Error"])

        return answer

    def _queue_up(self, asked: Asked, ways: Ways) -> Reply:
        body = asked.json
        workflow = body.get("prompt") if isinstance(body, dict) else None
        if not isinstance(workflow, dict):
            return _write_wrong("no_prompt", "No prompt provided", "No prompt provided")
        outputs = self._check(workflow)
        if ways.refusal:
            return self.refuse(ways.refusal)
        kind, batch = self._measure(workflow)
        batch = 0 if "empty" in ways else batch + ("twice" in ways)
        self._count += 1
        name = str(body.get("prompt_id") or uuid.uuid4())
        work = ways.find("work")
        job = _Job(self._count, workflow, time.monotonic() + (work.seconds if work else 0.0), {}, kind, ways)
        job.extra = {"client_id": body["client_id"]} if "client_id" in body else {}
        for node in outputs:
            job.outputs[node] = [f"ComfyUI_{self._count:05}_{place:02}_.png" for place in range(batch)]
        self._jobs[name] = job
        if len(self._jobs) > _KEPT:
            self._jobs.pop(next(iter(self._jobs)))
        reply = write_json({"prompt_id": name, "number": job.number, "node_errors": {}})
        return replace(reply, drawn=batch * len(outputs))

    def _check(self, workflow: dict[str, Any]) -> list[str]:
        """The nodes that give pictures. Raises Refused."""
        for name, node in workflow.items():
            if not isinstance(node, dict) or "class_type" not in node:
                message = "Cannot execute because a node is missing the class_type property."
                raise Refused(_write_wrong("invalid_prompt", message, f"Node ID '#{name}'"))
        outputs = [name for name, node in workflow.items() if node["class_type"] in _OUTPUTS]
        if not outputs:
            raise Refused(_write_wrong("prompt_no_outputs", "Prompt has no outputs"))
        faults = {name: _describe_fault(node, outputs, fault) for name, node, fault in self._find_faults(workflow)}
        if faults:
            raise Refused(
                _write_wrong("prompt_outputs_failed_validation", "Prompt outputs failed validation", faults=faults)
            )
        return outputs

    def _find_faults(self, workflow: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any], tuple[str, str, str]]]:
        for name, node in workflow.items():
            inputs = node.get("inputs") or {}
            for key, value in inputs.items():
                if isinstance(value, list) and len(value) == 2 and str(value[0]) not in workflow:
                    yield name, node, ("exception_during_validation", "Exception when validating node", f"'{value[0]}'")
                if key == "ckpt_name" and isinstance(value, str) and value not in _MODELS:
                    words = f"ckpt_name: '{value}' not in {list(_MODELS)}"
                    yield name, node, ("value_not_in_list", "Value not in list", words)
                if node["class_type"] == "LoadImage" and key == "image" and value not in self._files:
                    words = f"image - Invalid image file: {value}"
                    yield name, node, ("custom_validation_failed", "Custom validation failed for node", words)

    def _measure(self, workflow: dict[str, Any]) -> tuple[Kind, int]:
        for node in workflow.values():
            inputs = node.get("inputs") or {}
            width, height = inputs.get("width"), inputs.get("height")
            if isinstance(width, int) and isinstance(height, int) and "Latent" in node["class_type"]:
                batch = inputs.get("batch_size", 1)
                return Kind(width // 8 * 8, height // 8 * 8, "png", self._rules.picture_bytes), int(batch)
        return Kind(512, 512, "png", self._rules.picture_bytes), 1

    def _remaining(self) -> int:
        return sum(not job.done for job in self._jobs.values())

    def _show_queue(self, asked: Asked, ways: Ways) -> Reply:
        waiting = [job.describe(name) for name, job in self._jobs.items() if not job.done]
        return write_json({"queue_running": waiting[:1], "queue_pending": waiting[1:]})

    def _shorten_queue(self, asked: Asked, ways: Ways) -> Reply:
        wishes = asked.json
        waiting = [name for name, job in self._jobs.items() if not job.done][1:]
        for name in waiting if wishes.get("clear") else wishes.get("delete") or ():
            if name in waiting:
                del self._jobs[name]
        return Reply(200, {}, [])

    def _interrupt(self, asked: Asked, ways: Ways) -> Reply:
        told = asked.json.get("prompt_id") if asked.body else None
        running = [name for name, job in self._jobs.items() if not job.done][:1]
        for name in running:
            if told in {None, name}:
                self._jobs[name].interrupted = True
        return Reply(200, {}, [])

    def _tell_all(self) -> Iterator[tuple[str, dict[str, Any]]]:
        for name, job in self._jobs.items():
            if job.done:
                yield name, self._tell(name, job)

    def _tell(self, name: str, job: _Job) -> dict[str, Any]:
        sound = not job.interrupted and "late" not in job.ways
        outputs = {
            node: {"images": [{"filename": file, "subfolder": "", "type": "output"} for file in files]}
            for node, files in job.outputs.items()
            if files and sound
        }
        messages: list[Any] = [["execution_start", {"prompt_id": name, "timestamp": 0}]]
        about = {"prompt_id": name, "node_id": "3", "node_type": "KSampler", "executed": []}
        if job.interrupted:
            messages.append(["execution_interrupted", about])
        elif not sound:
            wrong = {
                "exception_message": "Allocation on device",
                "exception_type": "torch.OutOfMemoryError",
                "traceback": [],
            }
            messages.append(["execution_error", about | wrong])
        else:
            messages.append(["execution_success", {"prompt_id": name, "timestamp": 0}])
        status = {"status_str": "success" if sound else "error", "completed": sound, "messages": messages}
        return {"prompt": job.describe(name), "outputs": outputs, "status": status, "meta": {}}

    def _show_picture(self, asked: Asked, ways: Ways) -> Reply:
        wanted = asked.query.get("filename", "")
        for job in self._jobs.values():
            if job.done and any(wanted in files for files in job.outputs.values()):
                kind = replace(job.kind, format="jpeg") if "mistyped" in job.ways else job.kind
                data = pybase64.b64decode(make_picture(kind))
                data = data[: len(data) // 2] if "broken picture" in job.ways else data
                headers = {"content-type": "image/png", "content-disposition": f'filename="{wanted}"'}
                return Reply(200, headers, [b"?" * 64 if "garbage" in job.ways else data], 1, drawn=0)
        return Reply(404, {"content-type": "text/plain; charset=utf-8"}, [b"404: Not Found"])

    def _take_picture(self, asked: Asked, ways: Ways) -> Reply:
        uploads = [value for name, value in asked.form if name == "image" and isinstance(value, Upload)]
        if not uploads:
            return Reply(400, {}, [])
        self._files[uploads[0].filename] = uploads[0].data
        if len(self._files) > _KEPT:
            self._files.pop(next(iter(self._files)))
        return write_json({"name": uploads[0].filename, "subfolder": "", "type": "input"})


_STATS = {
    "system": {"os": "posix", "comfyui_version": "0.3.75", "python_version": "3.12", "argv": ["main.py"]},
    "devices": [{"name": "cpu", "type": "cpu", "index": None, "vram_total": 0, "vram_free": 0}],
}
_LOADER = {"CheckpointLoaderSimple": {"input": {"required": {"ckpt_name": [list(_MODELS), {}]}}, "output_node": False}}


def _list_texts(workflow: Any) -> Iterator[str]:
    """What the nodes are given in words, negative prompts among them."""
    for node in workflow.values() if isinstance(workflow, dict) else ():
        inputs = node.get("inputs") if isinstance(node, dict) else None
        for name, value in (inputs or {}).items():
            if name in {"text", "prompt", "positive"} and isinstance(value, str):
                yield value


def _describe_fault(node: dict[str, Any], outputs: list[str], fault: tuple[str, str, str]) -> dict[str, Any]:
    kind, message, details = fault
    error = {"type": kind, "message": message, "details": details, "extra_info": {}}
    return {"errors": [error], "dependent_outputs": outputs, "class_type": node["class_type"]}


def _write_wrong(kind: str, message: str, details: str = "", *, faults: dict[str, Any] | None = None) -> Reply:
    error = {"type": kind, "message": message, "details": details, "extra_info": {}}
    return write_json({"error": error, "node_errors": faults or {}}, status=400)
