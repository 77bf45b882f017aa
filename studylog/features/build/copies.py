"""The copies of the notebook's files that a site has, and the small pictures of slides: only what is new."""

from collections.abc import Iterator
from functools import lru_cache, partial
from pathlib import Path

from studylog.core.decks import thumb_name
from studylog.store.index.reading.files import IndexFiles
from studylog.store.pictures.decks import Source, drawn_decks
from studylog.store.pictures.dressing import copy_of
from studylog.store.pictures.shelf import PictureShelf, shelf_of
from studylog.store.site import Draft


def put_copies(files: IndexFiles, root: Path, draft: Draft) -> frozenset[str]:
    """Puts the copies into a site that it does not have yet; the names of all that belong there."""
    shelf = shelf_of(root)
    documents, pictures = _put_documents(files, draft), _put_pictures(files, shelf, draft)
    return frozenset((*documents, *pictures, *_put_sheets(files, shelf, draft)))


def _put_documents(files: IndexFiles, draft: Draft) -> Iterator[str]:
    for one in files.documents():
        draft.copy(one.file, one.name, one.sha256)
        yield one.name


def _put_pictures(files: IndexFiles, shelf: PictureShelf, draft: Draft) -> Iterator[str]:
    for shown in files.pictures():
        picture = shown.picture
        made = partial(copy_of, shown.source, picture, shelf)
        draft.bring(picture.name, picture.sha256, made, shown.source.file)
        yield picture.name


def _put_sheets(files: IndexFiles, shelf: PictureShelf, draft: Draft) -> Iterator[str]:
    @lru_cache(1)
    def pictures(source: Source) -> dict[str, bytes]:
        # From the shelf; what was lost there, or could not be kept, is drawn once more.
        found = dict(drawn_decks((source,), shelf)).get(source.sha256)
        sheets = [sheet.sha256 for sheet in found.deck.sheets if sheet.sha256] if found else []
        return dict(zip(sheets, found.pictures, strict=True)) if found else {}

    def picture(source: Source, sha256: str) -> bytes | None:
        return pictures(source).get(sha256)

    for _, source, deck in files.decks():
        for number, sheet in enumerate(deck.sheets, 1):
            if sheet.sha256:
                name = thumb_name(source.sha256, number)
                draft.bring(name, sheet.sha256, partial(picture, source, sheet.sha256), source.file)
                yield name
