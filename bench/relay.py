"""The relay that one writes in an afternoon: FastAPI and httpx between OpenAI's clients and two services.

    PICTURES=http://127.0.0.1:1234 uvicorn --app-dir bench relay:app

A picture from Gemini is put into OpenAI's shape; an answer that has it already is handed on as it is. With
KEEP=FOLDER it does the least that one needs to bill and to repeat an answer: each picture is on the disk, named by its
hash, and a line of it is in a database, before its caller has it.
"""

from __future__ import annotations

import asyncio
import base64
import hashlib
import json
import os
import sqlite3
import time
from pathlib import Path
from typing import Any

import httpx
from fastapi import FastAPI, Request, Response

_KEEP = Path(os.environ["KEEP"]) if "KEEP" in os.environ else None
_SERVICE, _KEY = os.environ.get("PICTURES", ""), os.environ.get("PICTURES_KEY", "x")

app = FastAPI()
client = httpx.AsyncClient(timeout=180, limits=httpx.Limits(max_connections=256, max_keepalive_connections=256))


def keep(folder: Path, model: str, pictures: list[str]) -> None:
    database = sqlite3.connect(folder / "ledger.db")
    try:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("CREATE TABLE IF NOT EXISTS ledger (at REAL, model TEXT, name TEXT)")
        for picture in pictures:
            data = base64.b64decode(picture)
            name = hashlib.sha256(data).hexdigest()
            with (folder / f"{name}.new").open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            (folder / f"{name}.new").rename(folder / name)
            database.execute("INSERT INTO ledger VALUES (?, ?, ?)", (time.time(), model, name))
        database.commit()
    finally:
        database.close()


@app.post("/v1/images/generations", response_model=None)
async def generate(request: Request) -> Response | dict[str, Any]:
    body = await request.json()
    if not body["model"].startswith("gemini"):
        answer = await client.post(
            f"{_SERVICE}/v1/images/generations", json=body, headers={"authorization": f"Bearer {_KEY}"}
        )
        if _KEEP is not None:
            found = [entry["b64_json"] for entry in json.loads(answer.content)["data"]]
            await asyncio.to_thread(keep, _KEEP, body["model"], found)
        return Response(answer.content, answer.status_code, media_type=answer.headers["content-type"])
    asked = {
        "contents": [{"role": "user", "parts": [{"text": body["prompt"]}]}],
        "generationConfig": {"responseModalities": ["IMAGE"], "imageConfig": {"aspectRatio": "1:1"}},
    }
    url = f"{_SERVICE}/v1beta/models/{body['model']}:generateContent"
    answer = await client.post(url, json=asked, headers={"x-goog-api-key": _KEY})
    answer.raise_for_status()
    content = answer.json()
    parts = content["candidates"][0]["content"]["parts"]
    pictures = [part["inlineData"]["data"] for part in parts if "inlineData" in part]
    if _KEEP is not None:
        await asyncio.to_thread(keep, _KEEP, body["model"], pictures)
    used = content["usageMetadata"]
    return {
        "created": int(time.time()),
        "data": [{"b64_json": picture} for picture in pictures],
        "usage": {
            "input_tokens": used["promptTokenCount"],
            "output_tokens": used["candidatesTokenCount"],
            "total_tokens": used["totalTokenCount"],
        },
    }
