"""What the scan remembers between blocks: section, lecture, open question, paper and person."""

from collections.abc import Iterator, Sequence

from studylog.core.grammar.parts.blocks import Block
from studylog.core.grammar.parts.bylines import who_says
from studylog.core.grammar.state.drafts import QuestionDraft
from studylog.core.grammar.state.locators import locate
from studylog.core.grammar.state.moments import Moment
from studylog.core.grammar.state.papers import PaperDraft
from studylog.core.grammar.state.pieces import Piece
from studylog.core.grammar.state.scope import Scope
from studylog.core.grammar.state.sections import OpenSection
from studylog.core.grammar.vocabulary.asides import asides_of
from studylog.core.grammar.vocabulary.titlewords import AGENDA, NUMBERING
from studylog.core.model import LectureMention, NotePaper, SectionKind
from studylog.core.people.speakers import signed_by, speaker
from studylog.core.values import dataclass, field


@dataclass(slots=True)
class Found:
    """What the scan has found so far; `agreed` are the sentences that say who presents what next."""

    questions: list[QuestionDraft] = field(default_factory=list)
    references: list[QuestionDraft] = field(default_factory=list)
    papers: list[NotePaper] = field(default_factory=list)
    agreed: set[str] = field(default_factory=set)
    lectures: list[LectureMention] = field(default_factory=list)
    section_kinds: dict[int, SectionKind] = field(default_factory=dict)
    speakers: dict[int, str] = field(default_factory=dict)


@dataclass(slots=True)
class Memory:
    """The state of the scan; every rule reads it and changes it, nothing else does.

    `asked_of_lecture` is the lecture that a heading names which is a question itself; `numbers` has
    the latest question of each number in the open section, `answering` those of the list whose answers
    stand in one of their own, at `answering_depth`; `divided_at` is the level at which headings divide it,
    and `nested` are the depths at which a list has questions with their answers below them; `person_level`
    is the level of the heading that names the person, where it is a heading that does; `moment` is the minute
    that a title names for what is asked below it.
    """

    scope: Scope
    blocks: Sequence[Block]
    carried: frozenset[int] = frozenset()
    section: OpenSection = field(default_factory=OpenSection)
    numbers: dict[str, QuestionDraft] = field(default_factory=dict)
    heading: str | None = None
    own_levels: set[int] = field(default_factory=set)
    stated_course: str | None = None
    course: str | None = None
    lecture: int | None = None
    lecture_level: int | None = None
    divided_at: int | None = None
    nested: set[int] = field(default_factory=set)
    agenda_level: int | None = None
    exercises: bool = False
    label_depth: int | None = None
    answering: dict[str, QuestionDraft] = field(default_factory=dict)
    answering_depth: int = 0
    question: QuestionDraft | None = None
    asked_of_lecture: int | None = None
    moment: Moment | None = None
    paper: PaperDraft | None = None
    paper_level: int | None = None
    slides_expected: bool = False
    presenters: tuple[str, ...] = ()
    person: str | None = None
    person_level: int | None = None
    person_depth: int | None = None
    speaking: str | None = None
    speaking_depth: int = 0
    verdicts: dict[tuple[object, int], bool] = field(default_factory=dict)
    found: Found = field(default_factory=Found)

    @property
    def asking(self) -> QuestionDraft | None:
        """The open question, unless the text has left it."""
        return None if self.question is None or self.question.left else self.question

    def before(self, block: Block) -> Block | None:
        """The block right before one; None at the beginning."""
        return self.blocks[block.index - 1] if block.index else None

    def after(self, block: Block) -> Block | None:
        """The block right behind one; None at the end."""
        behind = block.index + 1
        return self.blocks[behind] if behind < len(self.blocks) else None

    def preceding(self, block: Block, most: int) -> Sequence[Block]:
        """The blocks right before one, in reading order, and not more of them than that."""
        return self.blocks[max(0, block.index - most) : block.index]

    def following(self, block: Block, most: int) -> Sequence[Block]:
        """The blocks right behind one, and not more of them than that."""
        return self.blocks[block.index + 1 : block.index + 1 + most]

    def over(self, block: Block) -> str:
        """The text of the heading that a block stands under; empty where none does."""
        return next((one.text for one in self.upwards(block) if one.kind == "heading"), "")

    def upwards(self, block: Block) -> Iterator[Block]:
        """The blocks above one, from the nearest to the first of the note."""
        return map(self.blocks.__getitem__, range(block.index - 1, -1, -1))

    def pass_on(self, block: Block) -> None:
        """Marks what has ended where a block stands: an agenda, a list, what somebody says, a question."""
        if block.kind == "heading" and (self.agenda_level is None or block.level <= self.agenda_level):
            self.agenda_level = block.level if AGENDA.search(block.text) else None
        if self.moment is not None and self.moment.ends_at(block):
            self.moment = None
        ended = self._ends_list(block)
        if self.person_depth is not None and block.depth < self.person_depth + bool(block.item):
            self.person = self.person_depth = None
        turned = self._ends_turn(block)
        if block.depth < self.speaking_depth + bool(block.item):
            self.speaking = None
        question = self.question = self._above(block) if self.question else None
        if question is not None and self._is_over(question, block):
            question = self.question = None
        if question is not None and not question.left:
            question.left = turned or self._leaves(question, block, ended=ended)
        if self.nested:
            self.nested = {depth for depth in self.nested if depth <= block.depth}
        if question is not None and not question.left and question.is_replied_below(block):
            self.nested.add(question.pieces[0].block.depth)

    def _ends_turn(self, block: Block) -> bool:
        """Whether a heading ends what stands below that of somebody; a numbered one is a point of it."""
        level = self.person_level
        if block.kind != "heading" or (level is not None and block.level > level):
            return False
        self.person = self.person_level = self.person_depth = None
        return level is not None and not NUMBERING.match(block.text)

    def _ends_list(self, block: Block) -> bool:
        """Whether the list under a label ends here; exercises end with it, but where a section has them."""
        if self.label_depth is None or block.depth >= self.label_depth:
            return False
        self.label_depth = None
        self.exercises = self.exercises and self.section.kind == "further"
        return True

    def _leaves(self, question: QuestionDraft, block: Block, *, ended: bool) -> bool:
        """Whether the list, table or toggle of the open question ends here, or the list under a label.

        What stands beside an unmarked question in its list is no answer, but where questions are expected,
        unless one in the list was answered below before.
        """
        first = question.pieces[0].block
        if first.cell and not block.cell:
            return True
        if block.kind == "html":
            return first.kind == "html" and block.ends_toggle
        if block.kind == "rule" and not block.text:
            # A line across the page, behind a reply; the walls of a box have a text.
            return not (block.depth or block.quotes) and len(question.pieces) > 1
        if block.quoted and not question.marked and 0 < block.quotes <= first.quotes:
            return len(question.pieces) > 1  # a talk in a quote ends where another quote begins
        if block.item and first.item:
            if block.depth == first.depth and self._talks_on(question, block):
                return any(piece.block.depth > first.depth for piece in question.pieces)
            expected = self.section.expects_questions
            beside = question.takes_what_is_beside or (expected and first.depth not in self.nested)
            return block.depth < first.depth or (block.depth == first.depth and not beside)
        if block.item:
            # The question is a line of an item, and that item is over.
            return 0 < first.depth >= block.depth
        if block.kind != "text" or block.depth >= first.depth:
            return False
        nested = question.below or any(piece.block.depth > first.depth for piece in question.pieces)
        nested = nested or first.depth in self.nested or (question.answered_at_once and not question.answered)
        return ended or block.bold or (nested and not question.marked) or self._is_next_turn(block)

    def _is_over(self, question: QuestionDraft, block: Block) -> bool:
        """Whether a paragraph stands behind a line that asked where nobody expects it, and its answer."""
        first, last = question.pieces[0].block, question.pieces[-1].block
        if question.marked or self.section.kind != "other" or first.kind != "text" or first.depth:
            return False
        apart = block.kind == "text" and block.line > last.line + last.text.count("\n") + 1
        replied = question.answered and who_says(block, block.text, self.scope.roster) is None
        return apart and not block.depth and (last.depth > 0 or replied)

    def _talks_on(self, question: QuestionDraft, block: Block) -> bool:
        """Whether somebody else replies in the next item of a talk that is written down below a point."""
        if not question.asked_by or block.depth < 2:
            return False
        said = who_says(block, block.text, self.scope.roster)
        by = said.name if said and said.rest.strip() else signed_by(block.text, self.scope.roster)
        return by is not None and by != question.asked_by

    def _is_next_turn(self, block: Block) -> bool:
        """Whether a line only names somebody, where the question stands in the list below another name."""
        if self.person is None or self.person_level is not None:
            return False
        said = speaker(block.text, self.scope.roster)
        return said is not None and not said.rest.strip()

    def _above(self, block: Block) -> QuestionDraft | None:
        """The open question; with the item of one that stands below another, that other one is open again."""
        question = self.question
        while block.item and question and question.below and block.depth <= question.pieces[0].block.depth:
            question = question.parent
        return question

    def close_question(self) -> None:
        """What follows belongs to no question."""
        self.question = None
        self.asked_of_lecture = None

    def close_paper(self) -> None:
        """The paper is complete."""
        if self.paper is not None:
            self.found.papers.append(self.paper.finished(self.scope.path))
        self.paper = None
        self.slides_expected = False

    def open_paper(self, paper: PaperDraft) -> PaperDraft:
        """A paper begins, with the presenters that were named before it; what follows is about that."""
        self.close_question()
        self.close_paper()
        paper.presenters, self.presenters = paper.presenters or self.presenters, ()
        self.paper = paper
        return paper

    def drafted(
        self, block: Block, text: str, by: str | None = None, *, marked: bool = False
    ) -> QuestionDraft:
        """What a block asks, and who: a name in front of it is none of its words, and goes before `by`."""
        aside = asides_of(text)
        said = who_says(block, aside.text, self.scope.roster)
        aside = asides_of(said.rest, aside) if said else aside
        piece = Piece(block, aside.text)
        # The minute of a video may stand in front of the name; in a chat it is that of a day.
        minute = said is not None and self.lecture is not None and said.written.lstrip("[( ")[:1].isdigit()
        place = said.written if said and minute else ""
        draft = QuestionDraft([piece], marked, kind="asked", asked_by=said.name if said else by, place=place)
        draft.to, draft.unsettled = aside.to, aside.unsettled
        return draft

    def open_question(self, draft: QuestionDraft) -> None:
        """A question begins; what follows belongs to it."""
        draft.course = self.course
        if draft.pieces[0].block.kind == "heading":
            named = locate(draft.pieces[0].text)
            self.asked_of_lecture = named.lecture if named else None
            draft.lecture = self.lecture
        else:
            draft.lecture = self.lecture if self.asked_of_lecture is None else self.asked_of_lecture
        draft.section = self.heading
        if self.moment is not None and not draft.pieces[0].block.cell:
            self._arises_at(draft, self.moment)
        draft.papers = tuple(title.name for title in self.paper.titles) if self.paper else ()
        if self.section.kind == "mentoring":
            draft.to = draft.to or "mentor"
        self.question = draft
        self.found.questions.append(draft)
        if draft.number is not None:
            self.numbers[draft.number] = draft

    def _arises_at(self, draft: QuestionDraft, moment: Moment) -> None:
        """A question arose at the minute of the title above; where it names its own, that is over."""
        own = locate(draft.pieces[0].text)
        if own is not None and own.at:
            self.moment = None
        else:
            draft.place = draft.place or moment.place

    def open_section(self, section: OpenSection, line: int) -> None:
        """A section begins: question, paper, person and lecture end with the one before."""
        self.close_question()
        self.close_paper()
        self.section = section
        self.numbers.clear()
        self.heading = section.title
        self.own_levels.add(section.level)
        self.divided_at = None
        self.paper_level = None
        self.presenters = ()
        self.person = None
        self.exercises = False
        self.answering = {}
        self.stated_course = None
        self.course = self.scope.course
        self.lecture = self.scope.lecture if section.kind in ("questions", "further") else None
        self.found.section_kinds[line] = section.kind

    def numbered(self, number: str | None) -> QuestionDraft | None:
        """The latest question with this number, in the section that is open."""
        return self.numbers.get(number) if number is not None else None
