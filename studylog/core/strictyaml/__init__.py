"""The one YAML loader and writer: text, true/false and decimal numbers, each with its exact place."""

from studylog.core.strictyaml.loader import Loaded, load
from studylog.core.strictyaml.nodes import Mapping, Mark, Node, Scalar, Sequence, plain, typed
from studylog.core.strictyaml.writer import Written, composed, written

__all__ = [
    "Loaded",
    "Mapping",
    "Mark",
    "Node",
    "Scalar",
    "Sequence",
    "Written",
    "composed",
    "load",
    "plain",
    "typed",
    "written",
]
