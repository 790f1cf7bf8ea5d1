"""Source pictures: what the illustrator can make of a picture that comes with the request."""

from pinxit.engines.illustrator.sources.workbench import work

__all__ = ["work"]
