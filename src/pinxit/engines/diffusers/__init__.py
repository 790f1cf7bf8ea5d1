"""Open-weights models on this machine, by Hugging Face diffusers: one worker process for each device.

engine.py        the Engine: a request becomes one wish for each picture
cards.py         what a model's facts mean for its callers: sizes, options
manners.py       what a request means for its model: size, steps, what is done with sources
wishes.py        pictures that are wished for, and the line in which they wait; keys take turns
scheduler.py     wishes that go together become batches; what failed is tried again; what was cancelled is dropped
batches.py       what one device makes together, and what was learnt of that
pace.py          how long batches take, and whether it is worth waiting a moment for more
device.py        one worker process: started, watched, restarted with growing pauses
accelerators.py  which devices there are
finishing.py     pixels are looked at, marked, encoded and labelled
work.py          what is said between both sides, as plain values
painting/        what runs inside a worker: the only place that imports torch and diffusers
"""
