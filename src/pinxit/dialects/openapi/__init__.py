"""The OpenAPI 3.1 document of the whole server, made from the models that validate requests."""

from pinxit.dialects.openapi.document import OPERATIONS, write_document
from pinxit.dialects.openapi.operations import Operation

__all__ = ["OPERATIONS", "Operation", "write_document"]
