"""Every setting: read once, from one file and the environment, frozen. Command-line options replace single ones."""

from pinxit.settings.document import Document
from pinxit.settings.faults import SettingError
from pinxit.settings.gateway import Gateway, ModelRoute, SpendCap, Target
from pinxit.settings.places import default_data, default_file, open_document
from pinxit.settings.server import ProfileName, Settings

__all__ = [
    "Document",
    "Gateway",
    "ModelRoute",
    "ProfileName",
    "SettingError",
    "Settings",
    "SpendCap",
    "Target",
    "default_data",
    "default_file",
    "open_document",
]
