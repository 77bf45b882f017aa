"""Which versions of libraries are installed, told without importing any."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

PICTURE_LIBRARIES = {"pypdfium2": "pypdfium2", "PIL": "pillow"}
"""What draws pictures of slides, by the name that is imported: how it is called where it is installed."""


def installed(libraries: Mapping[str, str]) -> tuple[str, ...]:
    """The libraries with their versions, by the folders that installers leave; importing them takes long."""
    return tuple(sorted(set(_installed(libraries))))


def draws_pictures() -> bool:
    """Whether everything is installed that draws pictures."""
    return all(map(find_spec, PICTURE_LIBRARIES))


def _installed(libraries: Mapping[str, str]) -> Iterator[str]:
    specs = filter(None, map(find_spec, libraries))
    starts = tuple(f"{name}_" for name in libraries.values())
    for folder in {Path(spec.origin).parents[1] for spec in specs if spec.origin}:
        with suppress(OSError):
            names = [path.name.lower().replace("-", "_") for path in folder.iterdir()]
            yield from (name for name in names if name.startswith(starts) and name.endswith("_info"))
