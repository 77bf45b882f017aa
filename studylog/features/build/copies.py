"""The files of the notebook that pages lead to or show: each is copied into the site under its content."""

from studylog.core.markdown import PictureLink
from studylog.core.pictures import size_of
from studylog.store import files
from studylog.store.attachments import DOCUMENTS, PICTURES, Attachment, Attachments
from studylog.store.notebook import Notebook


class Copies:
    """Looks files up for pages, and remembers in `wanted` what has to be copied, by its name in the site."""

    def __init__(self, notebook: Notebook) -> None:
        self.wanted: dict[str, Attachment] = {}
        self._attachments = Attachments(notebook)

    def document(self, note_path: str, reference: str) -> str | None:
        """Where in the site the copy of a file lies that a page may lead to."""
        found = self._attachments.find(note_path, reference)
        if found is None or found.ending not in DOCUMENTS:
            return None
        self.wanted[found.name] = found
        return found.name

    def picture(self, note_path: str, reference: str) -> PictureLink | None:
        """Where in the site the copy of a picture lies, and its size."""
        found = self._attachments.find(note_path, reference)
        if found is None or found.ending not in PICTURES:
            return None
        self.wanted[found.name] = found
        size = size_of(files.read(found.file))
        return PictureLink(found.name, *(size or (None, None)))
