"""The URLs of files and batches."""

from __future__ import annotations

from pinxit.dialects.openai import batches, files
from pinxit.dialects.openapi.operations import REFUSALS, Operation, Parameter

_FILES, _BATCHES = "Files", "Batches"
_STATUSES = {status: words for status, words in REFUSALS.items() if status not in {404, 501}}
_ONE = {**_STATUSES, 404: "This key has none with such an id."}
_FILE = Parameter("id", "path", "A file's id.", {"type": "string", "minLength": 1}, "file-0123456789abcdef")
_BATCH = Parameter("id", "path", "A batch's id.", {"type": "string", "minLength": 1}, "batch_0123456789abcdef")
_AFTER = Parameter("after", "query", "The last id that was listed before.")
_PAGE = (
    _AFTER,
    Parameter("limit", "query", "How many to list.", {"type": "integer", "minimum": 1, "maximum": 10_000}),
    Parameter("order", "query", "By time.", {"type": "string", "enum": ["asc", "desc"], "default": "desc"}),
    Parameter("purpose", "query", "Only files with this purpose."),
)
_BATCH_PAGE = (
    _AFTER,
    Parameter("limit", "query", "How many to list.", {"type": "integer", "minimum": 1, "maximum": 100}),
)

FILING = (
    Operation(
        "createFile",
        "POST",
        "/v1/files",
        _FILES,
        "Upload a picture, or the lines of a batch.",
        files.FileAnswer,
        form=files.FileUpload,
        files=("file",),
        statuses=_STATUSES,
    ),
    Operation(
        "listFiles",
        "GET",
        "/v1/files",
        _FILES,
        "The files of this key, the newest first.",
        files.FileList,
        parameters=_PAGE,
        statuses=_STATUSES,
    ),
    Operation(
        "showFile", "GET", "/v1/files/{id}", _FILES, "One file.", files.FileAnswer, parameters=(_FILE,), statuses=_ONE
    ),
    Operation(
        "deleteFile",
        "DELETE",
        "/v1/files/{id}",
        _FILES,
        "Forget a file.",
        files.FileDeleted,
        parameters=(_FILE,),
        statuses=_ONE,
    ),
    Operation(
        "showFileContent",
        "GET",
        "/v1/files/{id}/content",
        _FILES,
        "The bytes of a file.",
        files.FileAnswer,
        parameters=(_FILE,),
        statuses=_ONE,
        is_raw=True,
    ),
    Operation(
        "createBatch",
        "POST",
        "/v1/batches",
        _BATCHES,
        "Begin to work through a file of requests.",
        batches.BatchAnswer,
        batches.BatchRequest,
        statuses=_STATUSES,
    ),
    Operation(
        "listBatches",
        "GET",
        "/v1/batches",
        _BATCHES,
        "The batches of this key, the newest first.",
        batches.BatchList,
        parameters=_BATCH_PAGE,
        statuses=_STATUSES,
    ),
    Operation(
        "showBatch",
        "GET",
        "/v1/batches/{id}",
        _BATCHES,
        "How far a batch is.",
        batches.BatchAnswer,
        parameters=(_BATCH,),
        statuses=_ONE,
    ),
    Operation(
        "cancelBatch",
        "POST",
        "/v1/batches/{id}/cancel",
        _BATCHES,
        "Begin nothing more of a batch.",
        batches.BatchAnswer,
        parameters=(_BATCH,),
        statuses=_ONE,
    ),
)
