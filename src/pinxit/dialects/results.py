"""The answer that a job's request would have had at once, written from its record. No HTTP, no I/O."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pinxit.core.jobs import Job
from pinxit.core.studio import ImageResult
from pinxit.dialects import openai
from pinxit.dialects.chat import Chat, write_chat
from pinxit.dialects.gemini import interaction_resources, predictions, writing
from pinxit.dialects.openai import Answer, Asked
from pinxit.dialects.openai.jobs import find_digits
from pinxit.dialects.predictions import show_job, write_prediction


def write_result(job: Job, result: ImageResult, root: str, urls: Sequence[str] = ()) -> Answer:
    """The body of the answer to a job's request, in the dialect and the manner in which it was asked.

    `root` is the server's own address, with a slash at its end; `urls` are those of the pictures, where the request
    wanted addresses (`want_urls`).
    """
    write = _WRITERS.get(str(job.manner.get("dialect")), _write_images)
    return write(job, result, root, urls)


def want_urls(job: Job) -> bool:
    """Did the request want addresses of its pictures?"""
    return bool(job.manner.get("as_urls"))


def _write_images(job: Job, result: ImageResult, root: str, urls: Sequence[str]) -> Answer:
    return openai.write_images(result, openai.unpack_manner(job.manner), job.created, urls)


def _write_chat(job: Job, result: ImageResult, root: str, urls: Sequence[str]) -> Answer:
    chat = Chat(Asked({"model": job.model}), apart=job.manner["apart"], words=job.manner["words"])
    return write_chat(result, chat, f"chatcmpl-{find_digits(job.id)}", job.created)


def _write_content(job: Job, result: ImageResult, root: str, urls: Sequence[str]) -> Answer:
    return writing.Reply(find_digits(job.id), result.model, job.manner["words"]).write_whole(result)


def _write_imagen(job: Job, result: ImageResult, root: str, urls: Sequence[str]) -> Answer:
    return predictions.write_predictions(result)


def _write_interaction(job: Job, result: ImageResult, root: str, urls: Sequence[str]) -> Answer:
    return interaction_resources.show_job(job).write_whole(result, job.ended or job.created)


def _write_prediction(job: Job, result: ImageResult, root: str, urls: Sequence[str]) -> Answer:
    return write_prediction(show_job(job, result.pictures), root, urls)


_WRITERS: dict[str, Callable[[Job, ImageResult, str, Sequence[str]], Answer]] = {
    "openai": _write_images,
    "chat": _write_chat,
    "gemini": _write_content,
    "imagen": _write_imagen,
    "interactions": _write_interaction,
    "predictions": _write_prediction,
}
