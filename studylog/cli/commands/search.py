"""`studylog search`: what has the words that somebody looks for, in notes and slides, the best first."""

from functools import partial
from typing import Annotated

from studylog.cli.context import Context
from studylog.cli.shown.hittable import hit_table
from studylog.cli.shown.output import Answer, answer
from studylog.cli.talk import tell, tell_hint
from studylog.cli.words.declare import Argument, Option
from studylog.core.i18n import Language, say
from studylog.core.records import hit_item
from studylog.features.search import Found, Shelf, search
from studylog.store.index.damage import once_more

EXAMPLES = (
    ("studylog search 셀프 어텐션", "with or without the blank, and whatever its particle"),
    ("studylog search ㅂㅊㄴㅁ", "by first consonants: 배치 노멀라이제이션"),
    ("studylog search batch_first --in questions", "only questions and their answers"),
    ("studylog search '\"not Explanation\" -BERT'", "a phrase, without a word"),
    ("studylog search 'since:2021-08 lecture:7'", "what is new in a lecture"),
)


@once_more
def command(
    context: Context,
    query: Annotated[
        tuple[str, ...],
        Argument(metavar="QUERY…", help='Words, "phrases", -words and filters such as kind:question.'),
    ],
    shelf: Annotated[
        Shelf | None, Option("--in", metavar="notes|questions|papers|slides", help="Only in these.")
    ] = None,
    limit: Annotated[int, Option("--limit", metavar="N", least=1, help="How many at most.")] = 20,
) -> None:
    """Find notes, questions, papers and slides, the best first. What has all the words comes before
    what has some. Filters, in Korean or English: kind: lecture: course: person: since: until:, each with `-`
    before it for the opposite."""
    from studylog.cli.reading import indexed
    from studylog.store.index.lists import IndexLists
    from studylog.store.index.search import StoredSource

    notebook = context.notebook()
    with indexed(context, notebook, search=True) as index:
        found = search(StoredSource(index.db), " ".join(query), shelf, limit)
        unread = IndexLists(index.db).unread_notes()
    items = [hit_item(result) for result in found.results]
    table = partial(hit_table, found.results, context.language)
    answer(context, Answer("search", notebook.name, items, table, unread=unread))
    _explain(found, context.language)


def _explain(found: Found, language: Language) -> None:
    if found.results and found.lost:
        words = ", ".join(f"“{word}”" for word in found.lost)
        tell(say("Found nowhere as written: {words}. This comes near.", words=words), language)
    if found.more:
        tell(say("There is more; `--limit` shows it."), language)
    elif not found.results:
        tell(say("Nothing was found."), language)
        if found.unfiltered:
            tell_hint(say("Without filters and `--in` there would be something."), language)
        else:
            tell_hint(say("Try fewer words, or only how they begin."), language)
