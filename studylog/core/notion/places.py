"""Where pages of Notion come to lie as notes: in the folders of their titles, without ids."""

from collections.abc import Iterable, Sequence

from studylog.core.filenames import numbered, portable
from studylog.core.notion.ids import UNTITLED, id_of, title_of_file


class Places:
    """Gives out places, each only once, also for systems that do not tell capitals apart."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def take(self, folders: Sequence[str], title: str) -> str:
        """The place of a page with this title in these folders; the second of one name gets `-2`."""
        folder = "".join(f"{_name(part)}/" for part in folders)
        name = portable(f"{title.strip(' .') or UNTITLED}.md")
        number, place = 1, folder + name
        while place.casefold() in self._taken:
            number += 1
            place = folder + numbered(name, number)
        self._taken.add(place.casefold())
        return place


def folder_titles(parts: Iterable[str]) -> tuple[str, ...]:
    """The titles of the pages that folders belong to."""
    return tuple(UNTITLED if id_of(part) == part else title_of_file(part) for part in parts)


def _name(title: str) -> str:
    return portable(title) if title.strip(" .") else UNTITLED
