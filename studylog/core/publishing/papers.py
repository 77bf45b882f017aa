"""The list of papers of a public notebook: slides that stay at home unnamed, people by their public names."""

from collections.abc import Mapping

from studylog.core.papers.catalogue import key_of
from studylog.core.publishing.masks import Mask
from studylog.core.strictyaml import Node, Scalar, YamlList, YamlMap, load
from studylog.core.strictyaml.splices import Splice, apply, replacement


def public_papers(text: str, mask: Mask, hidden: Mapping[str, str]) -> str:
    """The text of `papers.yaml` for the public; `hidden` has what takes the place of paths, or nothing."""
    root = load(text, "").root
    splices: list[Splice] = []
    for item in root.items if isinstance(root, YamlList) else ():
        if isinstance(item, YamlMap):
            for key, value in item.pairs:
                if key_of(key) == "slides":
                    splices += _without(text, item, key, value, hidden)
    return mask.text(apply(text, splices))


def _without(
    text: str, item: YamlMap, key: Scalar, value: Node, hidden: Mapping[str, str]
) -> tuple[Splice, ...]:
    told = value.items if isinstance(value, YamlList) else (value,)
    paths = [one.text for one in told if isinstance(one, Scalar)]
    kept = tuple(dict.fromkeys(filter(None, (hidden.get(path, path) for path in paths))))
    if hidden.keys().isdisjoint(paths):
        return ()
    return tuple(replacement(text, key, value, kept, in_list=item.flow, newline="\n"))
