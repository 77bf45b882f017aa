"""The pages of a public notebook that stand for what stays at home, and the ways to them."""

from collections.abc import Container, Iterable, Iterator

from studylog.core.i18n import Language
from studylog.core.markdown.destinationforms import Lead
from studylog.core.text import untaken
from studylog.core.values import dataclass
from studylog.core.withheld import NOT_PUBLIC, SLIDES_NOT_PUBLIC

_FOLDER = "notes/"
_NOT_PUBLIC = {
    "ko": "# 공개하지 않는 내용\n\n이 링크가 가리키는 내용은 공개하지 않습니다.\n",
    "en": "# Not public\n\nWhat this link leads to is not public.\n",
}
_SLIDES = {
    "ko": "# 공개하지 않는 발표 자료\n\n이 발표 자료는 팀 안에서만 봅니다.\n",
    "en": "# Slides that are not public\n\nOnly the team sees these slides.\n",
}


@dataclass(frozen=True, slots=True)
class Away:
    """The paths of the two pages in a notebook: for whatever is not public, and for slides."""

    anything: str
    slides: str

    def lead(self, note: str, *, slides: bool) -> Lead:
        """The way from a note to one of them."""
        name = (self.slides if slides else self.anything).removeprefix(_FOLDER)
        return Lead(path="../" * (note.count("/") - 1) + name, name=name.removesuffix(".md"))

    def pages(
        self, leads: Iterable[Lead], in_catalogue: bool, language: Language
    ) -> Iterator[tuple[str, str]]:
        """The pages that something leads to, with their texts; the list of papers leads to slides only."""
        names = {lead.name for lead in leads}
        for path, texts, wanted in (
            (self.anything, _NOT_PUBLIC, False),
            (self.slides, _SLIDES, in_catalogue),
        ):
            if wanted or path.removeprefix(_FOLDER).removesuffix(".md") in names:
                yield path, texts[language]


def away(taken: Container[str]) -> Away:
    """The pages, at paths that no note has."""
    return Away(*(untaken(name, taken, f"{_FOLDER}{{}}.md") for name in (NOT_PUBLIC, SLIDES_NOT_PUBLIC)))
