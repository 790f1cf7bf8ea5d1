"""What people write first: a FastAPI route around one pipeline of diffusers and a lock. Started by open_weights.py.

    python bench/locked.py FOLDER [--device cpu] [--dtype float32] [--threads 1] [--call '{"max_sequence_length": 128}']

Prints its port, then serves until killed. POST / takes {"prompt", "seed", "steps", "guidance", "side"} and answers as
OpenAI's Images API does: a PNG in base64. POST /batch takes lists of prompts and seeds, and makes their pictures in one
call of the pipeline: what it can do at best, where somebody has gathered the requests.
"""

from __future__ import annotations

import argparse
import base64
import io
import json
import os
import socket
import threading
import time
from typing import Any

import torch
import uvicorn
from diffusers import DiffusionPipeline
from fastapi import FastAPI
from pydantic import BaseModel


class Wish(BaseModel):
    prompt: str | list[str]
    seed: int | list[int]
    steps: int
    guidance: float
    side: int


def make_app(pipe: Any, device: str, call: dict[str, Any], guidance_name: str) -> FastAPI:
    app, lock = FastAPI(), threading.Lock()

    def paint(wish: Wish) -> list[Any]:
        options = {**call, guidance_name: wish.guidance}
        seeds = wish.seed if isinstance(wish.seed, list) else [wish.seed]
        with lock:
            done = pipe(
                prompt=wish.prompt,
                num_inference_steps=wish.steps,
                height=wish.side,
                width=wish.side,
                generator=[torch.Generator("cpu").manual_seed(seed) for seed in seeds],
                **options,
            )
        return list(done.images)

    def write(pictures: list[Any]) -> dict[str, Any]:
        data = []
        for picture in pictures:
            file = io.BytesIO()
            picture.save(file, "PNG")
            data.append({"b64_json": base64.b64encode(file.getvalue()).decode()})
        return {"created": int(time.time()), "data": data}

    @app.post("/")
    @app.post("/batch")
    def create(wish: Wish) -> dict[str, Any]:
        return write(paint(wish))

    @app.get("/device")
    def show_device() -> dict[str, Any]:
        cuda = device.startswith("cuda")
        return {
            "name": torch.cuda.get_device_name() if cuda else "cpu",
            "peak": torch.cuda.max_memory_allocated() if cuda else 0,
        }

    return app


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--dtype", default="float32")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--call", default="{}", help="JSON of further parameters of each call")
    parser.add_argument("--guidance-name", default="guidance_scale")
    parser.add_argument("--nice", type=int, default=0, help="how far it steps back for others, as pinxit's workers do")
    options = parser.parse_args()
    os.nice(options.nice)
    torch.set_num_threads(options.threads)
    pipe = DiffusionPipeline.from_pretrained(
        options.folder, torch_dtype=getattr(torch, options.dtype), local_files_only=True
    ).to(options.device)
    pipe.set_progress_bar_config(disable=True)
    app = make_app(pipe, options.device, json.loads(options.call), options.guidance_name)
    config = uvicorn.Config(app, log_level="warning", access_log=False)
    # Named as TCP: for another socket asyncio leaves out TCP_NODELAY, and answers wait for 40 ms.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.bind(("127.0.0.1", 0))
    listener.listen()
    print(listener.getsockname()[1], flush=True)
    uvicorn.Server(config).run(sockets=[listener])


if __name__ == "__main__":
    main()
