"""The one YAML loader and writer: text, true/false and decimal numbers, each with its exact place."""

from studylog.core.strictyaml.loader import Loaded, load
from studylog.core.strictyaml.nodes import Mark, Node, Scalar, YamlList, YamlMap, plain, typed
from studylog.core.strictyaml.writer import Written, composed, written

__all__ = [
    "Loaded",
    "Mark",
    "Node",
    "Scalar",
    "Written",
    "YamlList",
    "YamlMap",
    "composed",
    "load",
    "plain",
    "typed",
    "written",
]
