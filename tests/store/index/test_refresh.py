"""Whatever happens to the notes: the index that followed says what one made anew says."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studylog.core.text import fold, short_hash
from studylog.store.index.opening import opened
from studylog.store.notebook import find
from tests.indexes import fresh, notebook, told

SETTINGS = """\
start: 2021-08-02
roster:
  - {name: 홍길동, aliases: [길동]}
  - {name: 성춘향, since: 2021-08-04}
courses:
  - {name: AI Math, from: 2021-08-02, to: 2021-08-08, lectures: {6: {title: 확률론}}}
  - {name: DL Basic, from: 2021-08-09}
"""
HEADERS = (
    "---\ndate: 2021-08-{day:02}\n---\n",
    "---\ntitle: 8/{day} 회의록\ndate: 2021-08-{day:02}\ntype: daily\nattendees: [길동]\n---\n",
    "---\ndate: 2021-08-03\ntype: daily\n---\n",
    "---\ndate: 2021-08-{day:02}\nauthor: 춘향\nmoderator: 길동\nabsent: [춘향, 방자]\n---\n",
    "---\ntitle: 8/{day}\ndate: 2021-08-{day:02}\nauthor: 성춘향\n---\n",
    "---\ntitle: 용어집\n---\n",
    "---\ntitle: 셋\ntype: topic\n---\n",
    "---\ntitle: VGG 읽기\ntype: paper\naliases: [깊은 그물]\nslides: ../slides/a.pdf\n---\n",
    "---\ndate: 2021-08-{day:02}\ntype: paper\narxiv: 1610.02357\npresenters: [춘향]\n---\n",
    "# 제목 {day}\n",
    "",
)
# The promise of a piece below, in a note of the day that one of the headers has.
PROMISED = f"p-{short_hash('2021-08-03', fold('길동님이 내일 공유'))}"
PIECES = (
    "#### 6강 확률론\n\nQ1. 6강 21분: 왜 나누나요?\nA1. (길동) 값이 커서요.\n",
    "#### 7강\n\nQ. 왜 나누나요?\n",
    "#### 7강\n\nQ. 왜 나누나요?\nA. 추측입니다만 그래서요.\n",
    "#### 7강 Further Questions\n\n- `batch_first=True`는 어떻게 작동하나요?\n- 왜 더하나요?\n",
    "Q2. 둘로 나뉩니다.\n\nQ2-1. 첫째는?\nA. 이것.\n\nQ2-2. 둘째는?\n",
    "Q. 지워질 질문? ^q-k3f9a2bc\n",
    "Q. 다시 쓴 질문? ^q-k3f9a2bc\nA. 답.\n",
    "Q. 중복? ^q-00000001 duplicate q-k3f9a2bc\n",
    "### 2. 논문 리뷰\n\n#### (1) VGG-16\n\n발표자: 홍길동\n발표자료: [s](../slides/a.pdf)\n\nQ. 논문은?\n",
    "### 2. 논문 리뷰\n\n#### (1) VGG\n\n발표자료: https://a.b/c.pdf\n",
    "### 논문 리뷰\n\n1. XceptionNet (2017) → 리뷰 → 춘향님(8/10 화)\n2. Xception\n",
    "### 논문 리뷰\n\n#### VGG-2\n\n#### VGG 2\n",
    "### 논문 리뷰\n\n#### [Xception](https://arxiv.org/abs/1610.02357)\n\n코드: https://github.com/a/b\n",
    "읽을 것: https://arxiv.org/pdf/1610.02357v3 그리고 https://doi.org/10.1/x\n",
    "| 논문 | 발표 | 날짜 | 자료 |\n|--|--|--|--|\n| VGG-19 | 길동 | 8/20 | [s](../slides/a.pdf) |\n",
    "[[용어집]] [[없는 쪽]] [[a]] ![[그림.png]] ![점](그림.png) [다른](b.md) [밖](https://a.b/x) <https://c.d>\n",
    "- 길동 : 한 일\n- 춘향\n  - 할 일\n",
    "#### 7강\n\n(춘향) Q. 왜 나누나요?\nA. (방자님) 모릅니다.\n",
    "- [ ] 길동님이 내일 공유\n- [x] 끝난 일\n",
    "Q. 지워질 질문? ^q-k3f9a2bc\n내일 같이 얘기해보자\n",
    f"<!-- studylog:carry -->\n- 지워질 질문? · `q-k3f9a2bc`\n- [x] 내일 공유 · `{PROMISED}`\n"
    "<!-- /studylog:carry -->\n",
    "<!-- studylog:carry -->\n- 지워질 질문? · `q-k3f9a2bc`\n  A. (길동) 옮긴 곳의 답 $x$\n"
    "<!-- /studylog:carry -->\n",
    f"{PROMISED} 했습니다.\n",
    "한 문단 $x^2$ **굵게**\n",
    "#### 7강 $\\alpha$\n\nQ. 왜 $\\alpha$ 인가요? ^q-00000002\nA. 왜냐하면 $\\frac{1}{2}$\n",
    "#### 7강 $\\alpha$\n\nQ. 왜 \\alpha 인가요? ^q-00000002\nA. 왜냐하면 `\\frac{1}{2}`\n",
)
CATALOGUES = (
    "",
    "- VGG\n",
    "- title: VGG-16\n  date: 2021-08-09\n  presenters: 길동\n  slides: slides/a.pdf\n",
    "- title: VGG-16\n  not: VGG\n- title: Xception\n  aliases: [VGG 2]\n  arxiv: 1610.02357\n",
    "- arxiv: 1610.02357\n- doi: 10.1/x\n  yeer: 2014\n",
    "VGG: 1\n",
)
# What is written below a note, and words that take the place of others: mostly only its own page shows them.
MORE = (
    "한 문장이 더 있습니다.\n",
    "[[용어집]] [한 번 더](https://a.b/x)\n",
    "A. (길동) 또 다른 답 $y$\n",
    "### 5. 다음\n",
    "나중에 $\\alpha$\n",
    "<!-- 아무도 보지 않는 -->\n",
)
REWORDED = (
    "한 문단→두 문단",
    "커서요→작아서요",
    "지워질→고쳐 쓴",
    "답 $x$→답 $z$",
    "옮긴 곳→옮겨 온 곳",
    "할 일→한 일",
    "$\\alpha$→\\alpha",
    "`\\frac{1}{2}`→$\\frac{1}{2}$",
    "자료→발표",
)
PATHS = ("a.md", "b.md", "2021/8-3.md", "2021/c.md", "용어집.md")
NOTES = st.tuples(
    st.sampled_from(HEADERS), st.integers(1, 28), st.lists(st.sampled_from(PIECES), max_size=4)
).map(lambda one: one[0].format(day=one[1]) + "\n" + "\n".join(one[2]))
STEPS = st.one_of(
    st.tuples(st.just("write"), st.sampled_from(PATHS), NOTES),
    st.tuples(st.just("write"), st.sampled_from(PATHS), NOTES),
    st.tuples(st.just("more"), st.sampled_from(PATHS), st.sampled_from(MORE)),
    st.tuples(st.just("reword"), st.sampled_from(PATHS), st.sampled_from(REWORDED)),
    st.tuples(st.just("delete"), st.sampled_from(PATHS), st.just("")),
    st.tuples(st.just("move"), st.sampled_from(PATHS), st.sampled_from(PATHS)),
    st.tuples(st.just("touch"), st.sampled_from(PATHS), st.just("")),
    st.tuples(st.just("clock"), st.sampled_from(PATHS), NOTES),
    st.tuples(st.just("file"), st.just("papers.yaml"), st.sampled_from(CATALOGUES)),
    st.tuples(st.just("lose"), st.just("papers.yaml"), st.just("")),
    st.tuples(
        st.just("file"), st.sampled_from(("slides/a.pdf", "notes/그림.png")), st.sampled_from(("", "x", "yy"))
    ),
)


def take(root: Path, step: tuple[str, str, str]) -> None:
    kind, name, what = step
    file = root / name if kind == "file" else root / "notes" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    if kind in ("write", "file"):
        file.write_text(what, encoding="utf-8")
    elif kind == "lose":
        (root / name).unlink(missing_ok=True)
    elif kind == "delete":
        file.unlink(missing_ok=True)
    elif not file.exists():
        return
    elif kind == "move":
        target = root / "notes" / what
        target.parent.mkdir(parents=True, exist_ok=True)
        file.replace(target)
    elif kind == "more":
        file.write_text(f"{file.read_text('utf-8')}\n{what}", encoding="utf-8")
    elif kind == "reword":
        file.write_text(file.read_text("utf-8").replace(*what.split("→")), encoding="utf-8")
    elif kind == "touch":
        os.utime(file)
    elif kind == "clock":
        # As if the clock stood still: another text with the time of the old one.
        status = file.stat()
        file.write_text(what, encoding="utf-8")
        os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))


@settings(
    max_examples=int(os.environ.get("STUDYLOG_REFRESHES", "25")),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(st.lists(STEPS, min_size=1, max_size=3), min_size=1, max_size=6))
def test_refreshed_is_made_anew(
    tmp_path_factory: pytest.TempPathFactory, rounds: list[list[tuple[str, str, str]]]
) -> None:
    root = tmp_path_factory.mktemp("notebook")
    notebook(root, {}, SETTINGS)
    with opened(find(root)) as index:
        id_ = index.id
    for steps in rounds:
        for step in steps:
            take(root, step)
        with opened(find(root), files=True) as index, fresh(find(root)) as new:
            assert told(new) == told(index.db)
            assert id_ == index.id, "it was made anew instead of being changed"


@settings(
    max_examples=int(os.environ.get("STUDYLOG_REFRESHES", "25")),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(st.tuples(STEPS, st.booleans()), min_size=1, max_size=6))
def test_an_index_that_was_told_what_changed_says_the_same(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[tuple[str, str, str], bool]]
) -> None:
    root = tmp_path_factory.mktemp("notebook")
    notebook(root, {}, SETTINGS)
    for step, is_told in steps:
        take(root, step)
        _, name, _ = step
        look_at = (str(root / "notes" / name),) if is_told else ()
        with opened(find(root), hold=True, look_at=look_at):
            pass
    with opened(find(root), files=True) as index, fresh(find(root)) as new:
        assert told(new) == told(index.db)
