"""The logo of a site: the picture of the notebook that the settings name, shown without being drawn anew."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from studylog.core.findings import Finding, Place
from studylog.store.attachments import PICTURES, ending_of, lost_picture
from studylog.store.notebook import MARKER, Notebook
from studylog.store.references import file_of

if TYPE_CHECKING:
    from studylog.store.pictures.decks import Source
    from studylog.store.pictures.dressing import Dressed


def logo_file(notebook: Notebook) -> Path | None:
    """The file that the settings name as the logo; None where they name none that is in the notebook."""
    logo = notebook.settings.site.logo
    return file_of(notebook.root, "", f"/{logo}") if logo else None


def logo_of(notebook: Notebook) -> "tuple[Source, Dressed] | None":
    """The logo as a site has it, and the file that it is made from; None where there is nothing to show."""
    file = logo_file(notebook)
    picture = _picture(file) if file else None
    if file is None or picture is None or not picture.name:
        return None
    from studylog.store.pictures.decks import Source

    return Source("", file), picture


def logo_doubts(notebook: Notebook) -> Iterator[Finding]:
    """Why the logo that the settings name is not shown, if it is not."""
    logo, file = notebook.settings.site.logo, logo_file(notebook)
    if logo and file is None:
        yield lost_picture(Place(MARKER), logo)
    elif logo and file:
        picture = _picture(file)
        if picture is None or not picture.name:
            from studylog.store.pictures.doubts import unshown_picture

            yield unshown_picture(Place(MARKER), logo, picture.trouble if picture else "unknown")


def _picture(file: Path) -> "Dressed | None":
    """The picture that a file holds; None for a file of another kind."""
    # Late, because most notebooks have no logo, and what looks at pictures takes long to import.
    from studylog.store.pictures.dressing import plain_picture

    return plain_picture(file) if ending_of(file.name) in PICTURES else None
