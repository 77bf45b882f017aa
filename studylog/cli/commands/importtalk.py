"""What an import says when it is done: what is missing, and the sums."""

from typing import TYPE_CHECKING

from studylog.cli.printable import one_line
from studylog.cli.talk import tell, tell_hint
from studylog.core.i18n import Language, Message, say
from studylog.core.incoming.coverage import Coverage

if TYPE_CHECKING:
    from studylog.features.imports import Imported, ImportReport

# What is missing beyond this is looked for in --json.
_MOST_PAGES = 10
_MOST_PIECES = 3
_LONGEST_PIECE = 200


def tell_missing(report: "ImportReport", language: Language) -> None:
    """Shows what can be read in the sources and not in the notes, as far as somebody will read it."""
    lacking = [item for item in report.items if item.coverage is not None and not item.coverage.whole]
    for item in lacking[:_MOST_PAGES]:
        _tell_page(item, language)
    more = len(lacking) - _MOST_PAGES
    if more > 0:
        tell(say("{n:more page lacks/more pages lack} something; `--json` has all of it.", n=more), language)


def _tell_page(item: "Imported", language: Language) -> None:
    covered = item.coverage or Coverage(0, 0)
    percent = _percent(covered)
    tell(
        say("{path} has {percent} % of {source}:", path=item.path, percent=percent, source=item.source),
        language,
    )
    for piece in covered.missing[:_MOST_PIECES]:
        cut = "…" if len(piece) > _LONGEST_PIECE else ""
        tell_hint(say("{text}", text=one_line(piece[:_LONGEST_PIECE]) + cut), language)
    more = len(covered.missing) - _MOST_PIECES
    if more > 0:
        tell_hint(say("and {n:more place/more places}", n=more), language)


def tell_sums(report: "ImportReport", language: Language, *, verify: bool, dry_run: bool) -> None:
    """Says how many pages ended how, and how much of them is there."""
    tell(_verified(report) if verify else _imported(report, dry_run), language)
    files = sum(item.attachments for item in report.items)
    mended = sum(item.links_mended for item in report.items)
    lost = sum(item.links_lost for item in report.items)
    if files or mended or lost:
        told = say(
            "{files:file/files} with them, {mended:link/links} mended, {lost} lost.",
            files=files,
            mended=mended,
            lost=lost,
        )
        tell(told, language)
    if report.coverage is not None:
        tell(say("{percent} % of the text is there.", percent=_percent(report.coverage)), language)


def _imported(report: "ImportReport", dry_run: bool) -> Message:
    sums = say(
        "{new} new, {updated} updated, {same} as they were, {differ} differ, {failed} failed.",
        new=report.count("written"),
        updated=report.count("updated"),
        same=report.count("unchanged"),
        differ=report.count("conflict"),
        failed=report.count("failed"),
    )
    return say("Would be: {sums}", sums=sums) if dry_run else sums


def _verified(report: "ImportReport") -> Message:
    return say(
        "{whole} whole, {incomplete} incomplete, {missing} missing, {failed} failed.",
        whole=report.count("whole"),
        incomplete=report.count("incomplete"),
        missing=report.count("missing"),
        failed=report.count("failed"),
    )


def _percent(covered: Coverage) -> str:
    return "100" if covered.whole else f"{covered.percent:.2f}"
