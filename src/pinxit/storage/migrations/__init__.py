"""The database's schema, step by step: `versions/NNNN_what.py`, each with the step before it as `down_revision`.

A step stands by itself and never imports `pinxit.storage.tables`, which shows today's schema and not the one of its
time. A step that was released is never changed. There is no way down: a backup is.
"""
