"""The section that the scan is in."""

from studylog.core.model import SectionKind
from studylog.core.values import dataclass


@dataclass(slots=True)
class OpenSection:
    """The section the scan is in; `asks` when the items of its lists are questions.

    Its title may say whose questions they are: the `asker` says none of the answers there.
    """

    kind: SectionKind = "other"
    title: str | None = None
    level: int = 7
    numbered: bool = False
    asks: bool = False
    asker: str | None = None

    @property
    def expects_questions(self) -> bool:
        """Whether its title says that somebody asks here."""
        return self.kind in ("questions", "further", "mentoring")
