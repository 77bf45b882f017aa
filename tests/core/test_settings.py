"""The settings of a notebook: every row of the table, and an error at its place for what cannot be meant."""

import pickle
import re
import sys
from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studylog.core.errors import Exit, StudylogError
from studylog.core.grammar.vocabulary.markpatterns import Patterns
from studylog.core.i18n import translate
from studylog.core.people.roster import Person, Roster
from studylog.core.settings import (
    PATTERN_KINDS,
    Course,
    LectureSetting,
    NavLink,
    PublicSettings,
    Settings,
    SiteSettings,
    TypeSetting,
    read_settings,
)

WHOLE = """\
name: 우리 스터디
language: en
timezone: Asia/Seoul
start: 2021-08-02                # W1D1
author: 홍길동
roster:
  - 임꺽정
  - {name: 홍길동, aliases: [길동, hong], login: hong-gd, since: 2021-08-02}
  - name: 성춘향
    aliases: 춘향, chun
    until: 2021년 8월 31일
courses:
  - name: AI Math
    from: 2021-08-02
    to: 2021-08-08
    lectures: {6: {title: 확률론, video: "https://a.b/v?x=1"}, 5: 딥러닝}
  - {name: DL Basic, from: 2021-08-09}
types:
  project: {title: "{month}/{day:02}({weekday}) 프로젝트 회의", carry: false}
  회고:
  해커톤: {carry: false}
patterns: {answer: ["풀이)"], question: "궁금:"}
repositories: {team/papers: ../papers}
site:
  title: 우리 스터디의 기록
  url: https://study.example/log/
  accent: "#3b6"
  logo: pictures/logo.png
  language: ko
  nav: {과제: "https://example.org/a", 규칙: notes/rules.html}
  footer: 함께 배웁니다.
  public: {names: given}
"""


def test_every_setting_is_read() -> None:
    found, findings = read_settings(WHOLE, "studylog.yaml")
    assert found == Settings(
        name="우리 스터디",
        language="en",
        timezone="Asia/Seoul",
        start=date(2021, 8, 2),
        author="홍길동",
        roster=Roster(
            (
                Person("임꺽정"),
                Person("홍길동", ("길동", "hong"), "hong-gd", date(2021, 8, 2)),
                Person("성춘향", ("춘향", "chun"), None, None, date(2021, 8, 31)),
            )
        ),
        courses=(
            Course(
                "AI Math",
                date(2021, 8, 2),
                date(2021, 8, 8),
                (LectureSetting(5, "딥러닝"), LectureSetting(6, "확률론", "https://a.b/v?x=1")),
            ),
            Course("DL Basic", date(2021, 8, 9)),
        ),
        types={
            "project": TypeSetting("{month}/{day:02}({weekday}) 프로젝트 회의", carry=False),
            "retro": TypeSetting(),
            "해커톤": TypeSetting(carry=False),
        },
        patterns={"answer": ("풀이)",), "question": ("궁금:",)},
        repositories={"team/papers": "../papers"},
        site=SiteSettings(
            title="우리 스터디의 기록",
            url="https://study.example/log/",
            accent="#3b6",
            logo="pictures/logo.png",
            language="ko",
            nav=(NavLink("과제", "https://example.org/a"), NavLink("규칙", "notes/rules.html")),
            footer="함께 배웁니다.",
            public=PublicSettings("given"),
        ),
    )
    assert findings == ()


@pytest.mark.parametrize("text", ["", "\n", "# name: 우리 스터디\n", "name:\nsite:\nroster:\n", "\ufeff"])
def test_nothing_said_is_a_notebook_with_the_defaults(text: str) -> None:
    assert read_settings(text, "studylog.yaml") == (Settings(), ())


def test_settings_travel_to_other_processes() -> None:
    found, _ = read_settings(WHOLE, "studylog.yaml")
    assert pickle.loads(pickle.dumps(found)) == found


@pytest.mark.parametrize("written", ["멘토링, 회고", "[멘토링, 회고]", '"멘토링,회고"'])
def test_types_that_are_private_are_a_list_or_one_text_with_commas(written: str) -> None:
    found, findings = read_settings(f"site:\n  public:\n    private: {written}\n", "studylog.yaml")
    assert (("mentoring", "retro"), ()) == (found.site.public.private, findings)


def test_names_alone_are_a_roster() -> None:
    people = (Person("홍길동"), Person("성춘향"))
    for text in (
        "roster: 홍길동, 성춘향\n",
        "roster: [홍길동, 성춘향]\n",
        "roster:\n- 홍길동\n- name: 성춘향\n",
    ):
        assert read_settings(text, "studylog.yaml")[0].roster == Roster(people)


@pytest.mark.parametrize(
    ("text", "place", "name", "hint"),
    [
        ("nmae: a\n", "1:1", "nmae", "Did you mean “name”?"),
        ("Language: ko\n", "1:1", "Language", "Did you mean “language”?"),
        ("site:\n  acent: x\n", "2:3", "site.acent", "Did you mean “accent”?"),
        ("site: {public: {name: full}}\n", "1:17", "site.public.name", "Did you mean “names”?"),
        ("roster:\n- {name: 홍길동, alias: 길동}\n", "2:15", "roster.alias", "Did you mean “aliases”?"),
        ("courses: [{name: a, since: 2021-08-02}]\n", "1:21", "courses.since", None),
        ("courses: [{name: a, lectures: {1: {vidio: x}}}]\n", "1:36", "courses.lectures.1.vidio", None),
        ("types: {project: {carri: true}}\n", "1:19", "types.project.carri", "Did you mean “carry”?"),
        ("patterns: {answr: [a]}\n", "1:12", "patterns.answr", "Did you mean “answer”?"),
        ("zzzz: 1\n", "1:1", "zzzz", None),
    ],
)
def test_an_unknown_setting_is_a_finding_with_the_nearest(
    text: str, place: str, name: str, hint: str | None
) -> None:
    _, findings = read_settings(text, "studylog.yaml")
    (finding,) = findings
    assert (str(finding.place), finding.severity) == (f"studylog.yaml:{place}", "warning")
    assert translate(finding.message, "en") == f"There is no setting “{name}”."
    assert finding.hint is not None
    assert hint is None or translate(finding.hint, "en") == hint


@pytest.mark.parametrize(
    ("text", "place", "sentence"),
    [
        ("language: kr\n", "1:11", "“language” must be one of ko, en."),
        ("name: [a]\n", "1:7", "“name” must be a text on one line."),
        ('name: "a\\nb"\n', "1:7", "“name” must be a text on one line."),
        ("timezone: Asia/Soul\n", "1:11", "“timezone” must be a time zone, such as Asia/Seoul."),
        ("timezone: ../../etc\n", "1:11", "“timezone” must be a time zone, such as Asia/Seoul."),
        ("\n\nstart: 8/2\n", "3:8", "“start” must be a day with its year, such as 2021-08-02."),
        ("start: 2021-02-30\n", "1:8", "“start” must be a day with its year, such as 2021-08-02."),
        ("start: 2021-08-02(화)\n", "1:8", "“start” must be a day with the weekday that it has."),
        ("roster: {홍길동: a}\n", "1:9", "“roster” must be a list of names."),
        ("roster:\n- [a]\n", "2:3", "“roster” must be lines of “key: value”."),
        ("roster:\n- {login: a}\n", "2:3", "“roster” must be a map with the key “name”."),
        (
            "roster: ['홍길동, 성춘향']\n",
            "1:10",
            "“roster” must be a name without brackets, commas and other signs.",
        ),
        (
            "roster:\n- {name: '<b>'}\n",
            "2:10",
            "“roster.name” must be a name without brackets, commas and other signs.",
        ),
        (
            "roster:\n- {name: a, since: 2021-08-03, until: 2021-08-02}\n",
            "2:3",
            "“roster” must be a span of days that ends after it begins.",
        ),
        (
            "courses:\n- {name: a, from: 2021-08-03, to: 2021-08-02}\n",
            "2:3",
            "“courses” must be a span of days that ends after it begins.",
        ),
        (
            "courses: [{name: a, lectures: {x: b}}]\n",
            "1:32",
            "“courses.lectures.x” must be the number of a lecture.",
        ),
        (
            "courses: [{name: a, lectures: {1: {video: 'javascript:x'}}}]\n",
            "1:43",
            "“courses.lectures.1.video” must be an address that begins with https://.",
        ),
        ("types: {project: {carry: 1}}\n", "1:26", "“types.project.carry” must be true or false."),
        ("types: {../x: {}}\n", "1:9", "“types.../x” must be a word without signs."),
        (
            "types: {a: {title: '{month.real}'}}\n",
            "1:20",
            "“types.a.title” must be a title with nothing but year, month, day, weekday in braces.",
        ),
        (
            "types: {a: {title: '{month:999999}'}}\n",
            "1:20",
            "“types.a.title” must be a title with nothing but year, month, day, weekday in braces.",
        ),
        (
            "types: {a: {title: '{'}}\n",
            "1:20",
            "“types.a.title” must be a title with nothing but year, month, day, weekday in braces.",
        ),
        ("patterns: {answer: [[a]]}\n", "1:21", "“patterns.answer” must be a text on one line."),
        ("site: a\n", "1:7", "“site” must be lines of “key: value”."),
        (
            "site: {accent: 'red;}'}\n",
            "1:16",
            '“site.accent” must be a colour in quotes, such as "#3b6ea5".',
        ),
        ("site: {url: study.example}\n", "1:13", "“site.url” must be an address that begins with https://."),
        ("site: {logo: ../../x.png}\n", "1:14", "“site.logo” must be the path of a file in the notebook."),
        ("site: {logo: /etc/x.png}\n", "1:14", "“site.logo” must be the path of a file in the notebook."),
        ("site: {logo: 'c:x.png'}\n", "1:14", "“site.logo” must be the path of a file in the notebook."),
        (
            "site: {nav: {a: 'javascript:x'}}\n",
            "1:17",
            "“site.nav.a” must be a web address, or a path in the site.",
        ),
        ("site: {nav: {a: //x.y}}\n", "1:17", "“site.nav.a” must be a web address, or a path in the site."),
        ("- a\n", "1:1", "The settings do not consist of “key: value” lines."),
        ("name: a: b\n", "1:8", "The settings cannot be read: A second “:” stands in this value."),
    ],
)
def test_a_wrong_value_is_an_error_at_its_place(text: str, place: str, sentence: str) -> None:
    with pytest.raises(StudylogError) as error:
        read_settings(text, "studylog.yaml")
    assert str(error.value.place) == f"studylog.yaml:{place}"
    assert (str(error.value), error.value.exit_code) == (sentence, Exit.NO_NOTEBOOK)


def test_a_misspelt_value_gets_the_nearest_as_a_hint() -> None:
    with pytest.raises(StudylogError) as error:
        read_settings("timezone: Asia/Soul\n", "studylog.yaml")
    assert error.value.hint is not None
    assert translate(error.value.hint, "en") == "Did you mean “Asia/Seoul”?"


def test_a_colour_without_quotes_is_pointed_out() -> None:
    found, findings = read_settings("site:\n  accent: #ff0000\n", "studylog.yaml")
    assert found.site.accent == SiteSettings().accent
    assert [(finding.place.line, finding.code) for finding in findings] == [(2, "yaml-comment")]


def test_a_repeated_setting_is_found_and_the_first_counts() -> None:
    found, findings = read_settings("name: a\nname: b\n", "studylog.yaml")
    assert (found.name, [finding.code for finding in findings]) == ("a", ["yaml-repeated-key"])


def test_every_row_of_the_grammar_can_be_extended() -> None:
    assert set(PATTERN_KINDS) == {field.name for field in fields(Patterns)} - {"sections"}


@pytest.mark.parametrize(
    ("day", "course"),
    [
        (date(2021, 8, 1), None),
        (date(2021, 8, 2), "AI Math"),
        (date(2021, 8, 8), "AI Math"),
        (date(2021, 8, 9), "DL Basic"),
        (date(2021, 9, 5), "DL Basic"),
        (date(2021, 9, 6), "CV"),
    ],
)
def test_the_course_of_a_day_is_the_one_that_began_last(day: date, course: str | None) -> None:
    courses = (
        Course("AI Math", date(2021, 8, 2), date(2021, 8, 8)),
        Course("DL Basic", date(2021, 8, 9)),
        Course("CV", date(2021, 9, 6)),
    )
    assert Settings(courses=courses).course_on(day) == course


def test_courses_side_by_side_leave_the_course_open() -> None:
    assert Settings(courses=(Course("A"), Course("B"))).course_on(date(2021, 8, 2)) is None
    assert Settings(courses=(Course("A"),)).course_on(date(2021, 8, 2)) == "A"


def test_no_time_zone_costs_no_import(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "zoneinfo", raising=False)
    read_settings("name: a\n", "studylog.yaml")
    assert "zoneinfo" not in sys.modules


@given(st.text(st.sampled_from("name: sitercoul[]{}\n -,'\"#0123")))
@settings(max_examples=500)
def test_any_text_gives_settings_or_an_error_with_its_place(text: str) -> None:
    try:
        found, _ = read_settings(text, "studylog.yaml")
    except StudylogError as error:
        assert (error.exit_code, error.place is None) == (Exit.NO_NOTEBOOK, False)
        return
    assert isinstance(found, Settings)


def test_who_has_a_turn_and_is_nobody_of_the_roster_is_told_where_the_name_stands() -> None:
    text = (
        "roster: [홍길동, 성춘향]\nrota:\n  moderator:\n    order: [길동, 성춘양]\n    skip:\n      - 몽룡\n"
    )
    _, findings = read_settings(text, "studylog.yaml")

    assert [
        (4, 17, "“성춘양” in `rota` is not one person of the roster.", "Did you mean 성춘향?"),
        (
            6,
            9,
            "“몽룡” in `rota` is not one person of the roster.",
            "Add the name to `roster` in studylog.yaml.",
        ),
    ] == [
        (one.place.line, one.place.column, translate(one.message, "en"), translate(one.hint, "en"))
        for one in findings
        if one.hint
    ]


def test_the_settings_that_the_documentation_shows_are_in_order() -> None:
    written = (Path(__file__).parents[2] / "docs" / "writing.md").read_text(encoding="utf-8")
    shown = re.findall(r"^```yaml\n(.*?)^```$", written, re.MULTILINE | re.DOTALL)
    (settings,) = [text for text in shown if text.startswith("name:")]

    assert () == read_settings(settings, "studylog.yaml")[1]
