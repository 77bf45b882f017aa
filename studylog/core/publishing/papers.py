"""The list of papers of a public notebook: slides that stay at home unnamed, people by their public names."""

from collections.abc import Mapping as Pairs

from studylog.core.papers.catalogue import key_of
from studylog.core.publishing.masks import Mask
from studylog.core.strictyaml import Mapping, Node, Scalar, Sequence, load
from studylog.core.strictyaml.splices import Splice, apply, replacement


def public_papers(text: str, mask: Mask, hidden: Pairs[str, str]) -> str:
    """The text of `papers.yaml` for the public; `hidden` has what takes the place of paths, or nothing."""
    root = load(text, "").root
    splices: list[Splice] = []
    for item in root.items if isinstance(root, Sequence) else ():
        if isinstance(item, Mapping):
            for key, value in item.pairs:
                if key_of(key) == "slides":
                    splices += _without(text, item, key, value, hidden)
    return mask.text(apply(text, splices))


def _without(
    text: str, item: Mapping, key: Scalar, value: Node, hidden: Pairs[str, str]
) -> tuple[Splice, ...]:
    told = value.items if isinstance(value, Sequence) else (value,)
    paths = [one.text for one in told if isinstance(one, Scalar)]
    kept = tuple(dict.fromkeys(filter(None, (hidden.get(path, path) for path in paths))))
    if hidden.keys().isdisjoint(paths):
        return ()
    return tuple(replacement(text, key, value, kept, in_list=item.flow, newline="\n"))
