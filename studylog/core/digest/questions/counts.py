"""How questions stand together: how many are in each state."""

from collections import Counter
from collections.abc import Iterable

from studylog.core.i18n import Message
from studylog.core.library import States
from studylog.core.model import State
from studylog.core.questions import UNSETTLED
from studylog.core.values import dataclass
from studylog.core.words import STATES


@dataclass(frozen=True, slots=True)
class StateCount:
    """How many questions are in a state, and where its stretch of a bar lies, in percent."""

    state: State
    word: Message
    count: int
    offset: float
    share: float


def state_counts(states: States) -> tuple[StateCount, ...]:
    """How questions stand, as the stretches of one bar; states without a question are left out."""
    total = sum(states.values())
    stretches, before = [], 0
    for state, word in STATES.items():
        if count := states.get(state, 0):
            offset, share = round(100 * before / total, 2), round(100 * count / total, 2)
            stretches.append(StateCount(state, word, count, offset, share))
            before += count
    return tuple(stretches)


def unsettled(states: States) -> int:
    """How many of the questions somebody still has to settle."""
    return sum(states.get(state, 0) for state in UNSETTLED)


def together(counts: Iterable[States]) -> States:
    """How several groups of questions stand, taken as one."""
    total: Counter[State] = Counter()
    for states in counts:
        total.update(states)
    return total
