"""Gemini's native API, the part of it that makes pictures: JSON to core values and back. No HTTP, no I/O.

The parts:

- `models`: every message, typed; `interaction_models`: those of the interactions
- `messages`: what reading any of them shares; `wishes`: what each of them comes to
- `reading`: generateContent and countTokens; `conversations`: which of many turns counts
- `predictions`, `interactions`: the two other ways of asking for a picture
- `writing`: answers, chunks of a stream, listings of models; `framing`: how chunks become a stream
- `errors`: Google's envelope of errors; `reasons`: why there is no picture, for both directions
- `asking`, `hearing`: the other way round, for a service that speaks this dialect
"""
