"""What runs inside a worker of open-weights models. Only modules below here import torch and diffusers.

atelier.py   the worker's function: a Load or a Paint comes in, a Loaded or a Painted goes out
residents.py which models are in memory, and how they make room; fitting.py: how each is held so that it fits
loading.py   from files to a pipeline; inspection.py: what the files say beforehand; quantising.py: in fewer bits
ready.py     a model that is ready to paint
precision.py types and layouts by device; compiling.py: denoisers as machine code; openvino.py: UNets on a CPU
readings.py  prompts that were read before; caching.py: foretold steps; memory.py: what there is, tiles and slices
signatures.py    what diffusers asks for at each step, told once
loras.py     LoRAs that a request names, put on for one batch
surroundings.py  what the worker's environment says before torch is imported
calls.py     a batch becomes a call of a pipeline, and what that gives becomes pixels
families.py  what a call of each class takes: a table, read without torch
steps.py     each step may be the last; telling.py: which are told; sampling.py: the scheduler that takes them
previews.py  what a picture looks like between steps; latents.py: how its latents are read
editing.py   pictures from pictures; canvases.py: sources and masks; blending.py: masks where no pipeline knows them
"""
