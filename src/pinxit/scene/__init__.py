"""Reads what a prompt asks for."""

from pinxit.scene.describe import describe
from pinxit.scene.model import (
    Camera,
    Colour,
    Composition,
    Lettering,
    LetteringRole,
    Light,
    MediumName,
    Place,
    Relation,
    RelationKind,
    Scene,
    Subject,
)
from pinxit.scene.reader import read

__all__ = [
    "Camera",
    "Colour",
    "Composition",
    "Lettering",
    "LetteringRole",
    "Light",
    "MediumName",
    "Place",
    "Relation",
    "RelationKind",
    "Scene",
    "Subject",
    "describe",
    "read",
]
