"""Papers as notes write them: titles in headings, slides, presenters, links to the paper and its code."""

import re
from collections.abc import Sequence
from urllib.parse import unquote

from studylog.core.findings import Place
from studylog.core.grammar.state.scope import Scope
from studylog.core.late import late
from studylog.core.model import NotePaper, SlidesLink
from studylog.core.papers.names import arxiv_id, doi_of
from studylog.core.people.listing import is_nobody
from studylog.core.people.names import is_likely_full_name
from studylog.core.people.roster import Roster, bare_name
from studylog.core.people.speakers import is_speaker_name
from studylog.core.text import nfc, without_emoji
from studylog.core.values import dataclass, field
from studylog.core.withheld import are_withheld

_NUMBERING = late(
    r"^\s*(?:\(\d{1,2}\)|\d{1,2}[.)]|[①-⑳]|[-*•]|(?:오늘|이번\s?주|[Tt]oday|[Tt]his\sweek)\s?[:：])\s*"
)
# Of `(CVPR 2017)` the bracket stays.
_YEAR = late(r"(?:(?P<open>[\[(])|,)?\s?\b(?P<year>(?:19|20)\d\d)\b(?(open)\s?[\])])")
_ALIAS = late(r"\s?[\[(](?P<alias>[^\[\]()]*[A-Za-z가-힣][^\[\]()]*)[\])]")
_QUOTED = late(r"\s*[\"“](?P<name>[^\"”\n]{2,160})[\"”]\s*")
# What stands in brackets without being a name: where a paper appeared, and what is done with it.
_NO_NAME = late(
    r"(?:CVPR|ICCV|ECCV|NeurIPS|NIPS|ICML|ICLR|ACL|EMNLP|NAACL|AAAI|IJCAI|KDD|SIGIR|WWW|WACV|BMVC|MICCAI"
    r"|SIGGRAPH|INTERSPEECH|ICASSP|T?PAMI|TMLR|JMLR|arXiv|Nature|Science"
    r"|oral|spotlight|poster|best paper|review|paper|part"
    r"|[\w .,&'-]*\bet\sal"
    r"|논문|리뷰|발표|요약|정리|계속|이어서|[0-9]*부|[가-힣]{1,4}님)[\s\W_0-9]*",
    re.IGNORECASE,
)
# `Inception-v4, Inception-ResNet-v1,v2` are two titles: a comma with a blank divides, `v1,v2` is one name.
# Behind an `and` stands a name in brief; `Pruning and Quantizing Small Models for Phones` is one title.
# No paper is called by a plain word alone, such as that in front of the sign in `Wide & Deep`.
_PLAIN_WORDS = ("Wide", "Deep", "Plug", "Cut", "Show", "Divide", "Search")
_NO_PLAIN_WORD = "".join(rf"(?<!\b{word})" for word in _PLAIN_WORDS)
_BETWEEN_TITLES = late(
    rf",\s+(?=[A-Z가-힣\"“])|(?<!\s){_NO_PLAIN_WORD}\s+(?:(?:/|&|\+|및|와|과|·)\s+|and\s+(?=[A-Z가-힣\"“]\S*(?:\s\S+){{0,2}}\s*(?:,|$)))"
)
# … and of `LoRA Learns Less and Forgets Less` both halves are plain words.
_ONE_SENTENCE = late(r"\W*\w\S*(?:\s[A-Z][a-z]+){2,}\sand(?:\s[A-Z][a-z]+){2,}\W*")
# `(Kwon et al., SOSP 2023)`: of who wrote it and where it appeared, only the year is told.
_CITED = late(
    r"\s?[(（](?=[^()（）\n]*(?:\bet\sal\b|,[^()（）\n]*(?:19|20)\d\d\s*[)）]))[^()（）\n]*?(?P<year>(?:19|20)\d\d)?\s*[)）]",
)
# `EfficientNetV2: Smaller Models and Faster Training` is one title, whatever stands behind the colon.
_ONE_TITLE = late(r"^[^:：]{2,40}[:：]\s+\S+(?:\s+\S+){2,}$")
_BETWEEN_NAMES = late(r"(?<!\s)\s*(?:,|·|&|/|\+|、|\band\b|(?<=님)\s*(?:와|과|이랑|랑)|(?<=님)\s+)\s*")
_BRACKETED = late(r"[(（\[][^()（）\[\]]*[)）\]]")
# `(발표자 몽룡)`, `(몽룡님 발표)`: what needs no sign where somebody known stands beside it.
_PRESENTS = late(r"(?:발표자?|리뷰어?)\s(?P<behind>\S{2,12})|(?P<before>\S{2,12})\s(?:발표|리뷰)")
_INSIDE = late(r"\s*[(（\[](?P<said>[^()（）\[\]\n]{3,60})[)）\]]\s*$")
# An address, with the brackets around it and the blanks before.
_ADDRESS = late(
    r"(?:(?<!\s)\s+)?[(<（]?(?:https?://|\b(?:www\.)?(?:arxiv|openreview|aclanthology|doi)\.(?:org|net)/)[^\s)>）]+[)>）]?",
    re.IGNORECASE,
)
_SLIDES_FILE = late(r"\.(?:pdf|pptx?|key|ipynb|odp)(?:[?#].*)?$", re.IGNORECASE)
_NOTE = late(r"(?![A-Za-z][\w+.-]*:|//)[^?#]*\.(?:md|markdown)(?:[?#].*)?$", re.IGNORECASE)
_PAPER_HOST = late(
    r"^https?://(?:www\.)?(?:(?:export\.)?arxiv\.org|openreview\.net|aclanthology\.org|(?:dx\.)?doi\.org"
    r"|openaccess\.thecvf\.com|papers\.nips\.cc|proceedings\.\w+|dl\.acm\.org|ieeexplore\.ieee\.org)/",
    re.IGNORECASE,
)
_CODE_HOST = late(
    r"^https?://(?:www\.)?(?:github\.com|gitlab\.com|bitbucket\.org|huggingface\.co|colab\.research\.google\.com"
    r"|paperswithcode\.com|kaggle\.com)/[^/]",
    re.IGNORECASE,
)
_UNSIGNED = late(r"\s*발표자?\s+(?=(?P<name>[가-힣]{2,4}?)(?:님)?\s*(?:[/|,·(（\n]|$))")


@dataclass(frozen=True, slots=True)
class Title:
    """One paper's name as written, without its numbering: other names in brackets, the year if it is told."""

    name: str
    aliases: tuple[str, ...] = ()
    year: int | None = None


def leads_to_note(url: str) -> bool:
    """Whether an address means another note of the notebook."""
    return _NOTE.match(url) is not None and not are_withheld(url)


@dataclass(slots=True)
class PaperDraft:
    """A paper while its lines are being read."""

    titles: tuple[Title, ...]
    line: int
    anchor: str = ""
    url: str | None = None
    code: list[str] = field(default_factory=list)
    presenters: tuple[str, ...] = ()
    slides: list[SlidesLink] = field(default_factory=list)

    def add_slides(self, links: Sequence[tuple[str, str]], line: int) -> None:
        """Remembers slides, each link once; a link to another note is one, and no slides."""
        known = {link.url for link in self.slides}
        found = ((text, url) for text, url in links if url not in known and not leads_to_note(url))
        self.slides += [SlidesLink(text, url, line) for text, url in found]

    def leads_to(self, url: str) -> bool:
        """Takes in an address of the paper itself or of its code; False for any other."""
        if is_paper(url):
            self.url = self.url or url
        elif is_code(url):
            self.code += [url] if url not in self.code else []
        else:
            return False
        return True

    def finished(self, path: str) -> NotePaper:
        """The paper as a value."""
        return NotePaper(
            titles=tuple(title.name for title in self.titles),
            place=Place(path, self.line),
            aliases=tuple(alias for title in self.titles for alias in title.aliases),
            year=next((title.year for title in self.titles if title.year), None),
            url=self.url,
            # Of several papers under one heading nobody knows which one the link leads to.
            arxiv=arxiv_id(self.url) if self.url and len(self.titles) == 1 else None,
            doi=doi_of(self.url) if self.url and len(self.titles) == 1 else None,
            code=tuple(self.code),
            presenters=self.presenters,
            slides=tuple(self.slides),
            anchor=self.anchor,
        )


def titles_in(text: str) -> tuple[Title, ...]:
    """The papers that a heading or a topic line names."""
    bare = _NUMBERING.sub("", without_emoji(text)).strip(" :：-–—")
    bare = _CITED.sub(_only_its_year, bare) if "(" in bare or "（" in bare else bare
    whole = _ONE_TITLE.match(bare) or _ONE_SENTENCE.fullmatch(bare)
    parts = [bare] if whole else _BETWEEN_TITLES.split(bare)
    return tuple(title for part in parts if (title := title_in(part)).name)


def _only_its_year(cited: re.Match[str]) -> str:
    return f" ({cited['year']})" if cited["year"] else ""


def title_in(text: str) -> Title:
    """The one paper that a text names, with its other names and its year."""
    quoted = _QUOTED.fullmatch(text)
    if quoted:
        return Title(quoted["name"].strip())  # whole as it is, brackets and all
    year = _YEAR.search(text)
    rest = _YEAR.sub(" ", text, count=1) if year else text
    written = (match["alias"].strip(" ,'’") for match in _ALIAS.finditer(rest))
    aliases = tuple(alias for alias in written if not _NO_NAME.fullmatch(alias))
    name = " ".join(_ALIAS.sub(" ", rest).split()).strip(' ,:：-–—"“”')
    if not name and aliases:
        name, aliases = aliases[0], aliases[1:]
    return Title(name, aliases, int(year["year"]) if year else None)


def names_in(text: str, roster: Roster) -> tuple[str, ...]:
    """The people of a presenter line, as the roster calls them: `몽룡님, 춘향님` are two."""
    # `류지안 (서우님 대신)` names one presenter.
    outside = _BRACKETED.sub(" ", without_emoji(text)).strip() or text
    parts = (bare_name(part) for part in _BETWEEN_NAMES.split(outside))
    return tuple(roster.canonical(part) for part in parts if re.search(r"\w", part) and not is_nobody(part))


def presented_inside(text: str, scope: Scope) -> tuple[str, tuple[str, ...]]:
    """A title without the presenters in brackets behind it: `X (발표자: 몽룡)`, `X (몽룡님 발표)`.

    Without the sign of a label it takes somebody known: `(작년 발표)` names nobody.
    """
    match = _INSIDE.search(text)
    if match is None:
        return text, ()
    said = match["said"].strip()
    label, unlabelled = scope.patterns.presenter.match(said), _PRESENTS.fullmatch(said)
    if label:
        names = said[label.end() :]
    elif unlabelled and is_speaker_name(unlabelled["before"] or unlabelled["behind"], scope.roster):
        names = unlabelled["before"] or unlabelled["behind"]
    else:
        return text, ()
    return text[: match.start()], names_in(names, scope.roster)


def presenter_label(text: str, scope: Scope) -> re.Match[str] | None:
    """The label of who presents: `발표자: 이몽룡`, and before a name also without its sign: `발표 몽룡`."""
    label = scope.patterns.presenter.match(text)
    if label is not None or not text.lstrip().startswith("발표"):
        return label
    # `발표자 선정` and `발표 준비` name nobody.
    bare = _UNSIGNED.match(text)
    known = bare is not None and is_speaker_name(bare["name"], scope.roster)
    return bare if known or (bare is not None and is_likely_full_name(bare["name"])) else None


def without_addresses(text: str) -> str:
    """What a line says beside the addresses in it."""
    return _ADDRESS.sub("", text).strip()


def is_any_material(label: re.Match[str]) -> bool:
    """Whether a label of slides is only `자료:` or a paper clip, which stand before other material, too."""
    return label[0].lstrip().startswith(("자료", "📎"))


def is_slides(url: str) -> bool:
    """Whether a link under a paper leads to slides, or would: a file of that kind, and no paper."""
    return (bool(_SLIDES_FILE.search(url)) and not is_paper(url)) or are_withheld(url)


def is_code(url: str) -> bool:
    """Whether a link leads to the code of a paper: to a repository or a notebook, and not to slides."""
    return bool(_CODE_HOST.search(url)) and not is_slides(url)


def is_paper(url: str) -> bool:
    """Whether a link leads to a paper itself."""
    return bool(_PAPER_HOST.search(url))


_DONE_WITH_FILES = frozenset({"edit", "view", "preview", "pub", "present", "open", "viewer"})


def name_of_file(url: str) -> str:
    """What the file is called that an address or a path leads to."""
    return nfc(unquote(re.split(r"[?#]", url)[0])).rstrip("/").rsplit("/", 1)[-1]


def title_of_file(url: str) -> str:
    """A title guessed from a file name that no heading names: `Xception` of `Xception_이몽룡.pdf`.

    What an address on the web only does with its file, as `…/edit`, is no name.
    """
    stem = re.sub(r"\.\w+$", "", name_of_file(url))
    if "://" in url and stem.casefold() in _DONE_WITH_FILES:
        return ""
    return re.split(r"_(?=[가-힣])", stem)[0].replace("_", " ").strip()
