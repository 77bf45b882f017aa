"""The copies of the notebook's files that a site has, and the small pictures of slides: only what is new."""

from collections.abc import Callable
from functools import lru_cache, partial
from pathlib import Path

from studylog.core.decks import thumb_name
from studylog.store.index.reading.files import IndexFiles
from studylog.store.pictures.decks import Source, drawn_decks
from studylog.store.pictures.dressing import copy_of
from studylog.store.pictures.shelf import shelf_of
from studylog.store.site import Draft


def put_copies(files: IndexFiles, root: Path, draft: Draft) -> frozenset[str]:
    """Puts copies of files into a site as far as it has not got them; the names of all that belong there."""
    names: set[str] = set()
    shelf = shelf_of(root)
    for one in files.documents():
        names.add(one.name)
        draft.copy(one.file, one.name, one.sha256)
    for shown in files.pictures():
        picture = shown.picture
        names.add(picture.name)
        made = partial(copy_of, shown.source, picture, shelf)
        draft.bring(picture.name, picture.sha256, made, shown.source.file)

    @lru_cache(1)
    def pictures(source: Source) -> dict[str, bytes]:
        # From the shelf; what was lost there, or could not be kept, is drawn once more.
        found = dict(drawn_decks((source,), shelf)).get(source.sha256)
        sheets = [sheet.sha256 for sheet in found.deck.sheets if sheet.sha256] if found else []
        return dict(zip(sheets, found.pictures, strict=True)) if found else {}

    for _, source, deck in files.decks():
        for number, sheet in enumerate(deck.sheets, 1):
            if sheet.sha256:
                name = thumb_name(source.sha256, number)
                names.add(name)
                draft.bring(name, sheet.sha256, partial(_sheet, pictures, source, sheet.sha256), source.file)
    return frozenset(names)


def _sheet(pictures: Callable[[Source], dict[str, bytes]], source: Source, sha256: str) -> bytes | None:
    return pictures(source).get(sha256)
