"""Files of an export that no page leads to: they come along beside the page in whose folder they lie."""

from collections import defaultdict
from collections.abc import Iterator
from filecmp import cmp
from pathlib import Path, PurePosixPath

from studylog.core.findings import Finding, Place
from studylog.core.i18n import say
from studylog.core.incoming.drafts import Attachment, Draft, Refused
from studylog.core.notion.ids import id_of, title_of_file
from studylog.core.notion.paths import folder_of
from studylog.core.values import replace
from studylog.features.imports.notion.catalogue import Catalogue, Page, Spot

_Folder = tuple[int, str]


class Leftovers:
    """The files that no draft used, by the page whose folder they lie in."""

    def __init__(self, catalogue: Catalogue) -> None:
        owners = _owners(catalogue)
        self._used: set[Path] = set()
        self._homeless: list[Spot] = []
        self._owned: dict[Page, list[Spot]] = defaultdict(list)
        for spot in catalogue.loose_files():
            owner = _owner(spot, owners)
            if owner is not None:
                self._owned[owner].append(spot)
            elif catalogue.exports[spot.export].wanted is None:
                self._homeless.append(spot)

    def use(self, draft: Draft) -> None:
        """Notes which files a draft brings along."""
        self._used.update(Path(attachment.file) for attachment in draft.attachments)

    def may_belong_to(self, page: Page) -> bool:
        """Whether files lie in the folder of a page that nothing has used so far."""
        return any(spot.file not in self._used for spot in self._owned.get(page, ()))

    def completed(self, page: Page, draft: Draft) -> Draft:
        """The draft with the files that only lie beside it, and a finding for each."""
        own = [Path(attachment.file) for attachment in draft.attachments]
        left = [
            spot
            for spot in self._owned.get(page, ())
            # The other form of an export has the same files once more.
            if spot.file not in self._used and not any(cmp(spot.file, file, shallow=False) for file in own)
        ]
        return replace(
            draft,
            # There is no reference to them, so none has to be mended.
            attachments=(*draft.attachments, *(Attachment("", str(spot.file)) for spot in left)),
            findings=(*draft.findings, *(_beside(draft.source, spot) for spot in left)),
        )

    def refused(self) -> Iterator[Refused]:
        """The files that lie in the folder of no page."""
        for spot in self._homeless:
            if spot.file not in self._used:
                message = say("{file} belongs to no page, and was left out.", file=spot.path)
                hint = say("Copy it into the notebook by hand if it is needed.")
                yield Refused(spot.path, Finding(Place(spot.path), "note", "attachment", message, hint))


def _owners(catalogue: Catalogue) -> dict[_Folder, Page | None]:
    owners: dict[_Folder, Page | None] = {}
    for page in catalogue.pages:
        for spot in (*page.spots, *page.others):
            owners[spot.export, folder_of(spot.path)] = page
    for page in catalogue.pages:
        for spot in page.spots:
            above, slash, name = folder_of(spot.path).rpartition("/")
            folder = (spot.export, f"{above}{slash}{title_of_file(name)}")
            # A folder without an id may be that of two pages with one title.
            owners[folder] = page if owners.get(folder, page) is page else None
    return owners


def _owner(spot: Spot, owners: dict[_Folder, Page | None]) -> Page | None:
    """The page in whose folder a file lies, however deep; not that of a page that was not asked for."""
    for folder in PurePosixPath(spot.path).parents:
        owner = owners.get((spot.export, str(folder)))
        if owner is not None or id_of(folder.name):
            return owner
    return None


def _beside(source: str, spot: Spot) -> Finding:
    name = spot.path.rpartition("/")[2]
    return Finding(
        Place(source), "note", "attachment", say("Nothing links to {file}; it was copied along.", file=name)
    )
