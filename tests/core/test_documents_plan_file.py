"""``plan.toml`` reads back to the very same plan, and says where it is wrong when it is."""

import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from team_nord import HOSTILE, conversation

from samtale_tui.basis.text import clean_line
from samtale_tui.basis.words import ConversationKind, Horizon
from samtale_tui.conversation.outcome import plan_of
from samtale_tui.documents.plan_file import PlanFileError, dump_plan, read_plan
from samtale_tui.plan.model import Action, Origin, Plan, Way

words = st.one_of(
    st.text(max_size=30),
    st.text(st.sampled_from("a\"'\\\n\t# =[]{}\x00\x1bæ👩\u200d\u2028e\u0301"), max_size=30),
    st.sampled_from(HOSTILE[:-1]),
)
days = st.none() | st.dates()
identifiers = st.from_regex(r"h[0-9]{1,4}", fullmatch=True) | st.text(min_size=1, max_size=20).filter(
    clean_line
)
origins = st.builds(Origin, field=words, card=words, agreement=st.none() | words)
actions = st.builds(
    Action,
    id=identifiers,
    what=words,
    why=words,
    how=words,
    way=st.none() | st.sampled_from(Way),
    horizon=st.none() | st.sampled_from(Horizon),
    responsible=words,
    start=days,
    deadline=days,
    follow_how=words,
    follow_when=days,
    follow_who=words,
    origin=origins,
)
plans = st.builds(
    Plan,
    conversation=st.sampled_from(ConversationKind),
    team=words,
    made=days,
    people=st.lists(words, max_size=4),
    actions=st.lists(actions, max_size=2, unique_by=lambda action: action.id),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(plans)
def test_every_plan_reads_back_exactly(tmp_path: Path, plan: Plan) -> None:
    path = tmp_path / "plan.toml"
    path.write_bytes(dump_plan(plan))
    assert read_plan(path) == plan


def test_the_file_can_be_read_and_changed_by_people() -> None:
    plan = plan_of(conversation())
    assert dump_plan(plan.but(actions=plan.actions[:2])).decode() == WHOLE


def test_a_megabyte_of_letters_reads_back(tmp_path: Path) -> None:
    plan = Plan(actions=(Action(id="h1", what=HOSTILE[-1]),))
    path = tmp_path / "plan.toml"
    path.write_bytes(dump_plan(plan))
    assert read_plan(path) == plan


def test_a_file_saved_by_a_windows_editor_reads_the_same(tmp_path: Path) -> None:
    plan = plan_of(conversation(actions=(Action(id="h1", what="to\nlinjer"),)))
    path = tmp_path / "plan.toml"
    path.write_bytes(b"\xef\xbb\xbf" + dump_plan(plan).replace(b"\n", b"\r\n"))
    assert read_plan(path) == plan


def test_what_comes_in_from_a_file_is_cleaned(tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    path.write_text('format = 1\nteam = "\\u001b[31mNord\\u202e"\n', encoding="utf-8")
    assert read_plan(path).team == "Nord"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("format = 1\ntaem = 'x'", "2: Nøglen »taem« kendes ikke. Mente du »team«?"),
        ("format = 2", "1: Planens format kendes ikke. Skriv format = 1, eller hent den nyeste udgave."),
        ("team = 3", "1: »team« skal være tekst. Skriv den i anførselstegn."),
        ("people = 'Anna'", "1: »people« skal være en liste. Sæt kantede parenteser om, som [ … ]."),
        ("people = ['Anna',\n 4]", "2: nr. 2 i »people« skal være tekst. Skriv den i anførselstegn."),
        ("made = 'i går'", "1: »made« skal være en dato. Skriv den uden anførselstegn, som 2027-03-12."),
        ("conversation = 'tuz'", "1: »tuz« kan ikke bruges som »conversation«. Mente du »tus«?"),
        ("conversation = 4", "1: »conversation« skal være tekst. Skriv den i anførselstegn."),
        ("\n[[actions]]\nwhat = 'x'", "2: Her mangler »id«."),
        ("[[actions]]\nid = ''", "2: »id« kan ikke være sådan. Skriv et kort navn, som h1."),
        ("[[actions]]\nid = 'h1'\nwaay = 'x'", "3: Nøglen »waay« kendes ikke. Mente du »way«?"),
        (
            "[[actions]]\nid = 'h1'\norigin = 3",
            "3: »origin« skal være en tabel. Skriv den i kantede parenteser på en linje for sig.",
        ),
        (
            "[[actions]]\nid = 'h1'\n[actions.origin]\nfeild = 'x'",
            "4: Nøglen »feild« kendes ikke. Mente du »field«?",
        ),
        (
            "[[actions]]\nid = 'h1'\n[[actions]]\nid = 'h1'",
            "4: Der er allerede en handling med id »h1«. Giv hver handling sit eget id.",
        ),
    ],
)
def test_a_wrong_plan_is_told_of_with_file_line_and_what_to_do(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "plan.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(PlanFileError) as error:
        read_plan(path)
    assert error.value.message == f"{path}:{told}"


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"format = 1\nteam = ", 2),
        (b"format = 1\n\nteam = 'N\xf8rd'", 3),
        (b"team = 'a\x00b'", 1),
        (b"\nx = " + b"9" * 5000, 2),
        (b"\nx = " + b"[" * 5000, 2),
        (b"made = 2027-02-30", 1),
    ],
    ids=["syntax", "latin-1", "nul", "number", "nesting", "date"],
)
def test_a_plan_that_does_not_parse_is_told_of_with_its_line(tmp_path: Path, data: bytes, line: int) -> None:
    path = tmp_path / "plan.toml"
    path.write_bytes(data)
    with pytest.raises(PlanFileError) as error:
        read_plan(path)
    assert [(problem.path, problem.line) for problem in error.value.problems] == [(path, line)]
    assert error.value.problems[0].message


def test_all_that_is_wrong_is_told_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    path.write_text("team = 3\nx = 1\n[[actions]]\nid = 'h1'\ndeadline = 'snart'\n", encoding="utf-8")
    with pytest.raises(PlanFileError) as error:
        read_plan(path)
    assert [problem.line for problem in error.value.problems] == [1, 2, 5]


def test_a_hostile_key_is_repeated_as_harmless_text(tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    path.write_text('"\\u001b[31m{value}[/x]" = 1', encoding="utf-8")
    with pytest.raises(PlanFileError, match=r"Nøglen »\{value\}\[/x\]« kendes ikke"):
        read_plan(path)


def test_a_file_that_cannot_be_read_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(PlanFileError, match=r"vaek\.toml: Filen findes ikke\."):
        read_plan(tmp_path / "vaek.toml")
    with pytest.raises(PlanFileError, match="Det er en mappe"):
        read_plan(tmp_path)
    with pytest.raises(PlanFileError, match="kan ikke læses"):
        read_plan(tmp_path / "nul\0.toml")
    monkeypatch.setattr("samtale_tui.documents.plan_file._MOST_BYTES", 10)
    (tmp_path / "stor.toml").write_bytes(b"#" * 11)
    with pytest.raises(PlanFileError, match="alt for stor"):
        read_plan(tmp_path / "stor.toml")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="everything is open to root")
def test_a_file_one_may_not_read_says_so(tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    path.touch(mode=0o000)
    with pytest.raises(PlanFileError, match="Du har ikke lov"):
        read_plan(path)


def test_what_is_not_filled_in_is_not_in_the_file() -> None:
    text = dump_plan(Plan(made=date(2027, 3, 12), actions=(Action(id="h1"),))).decode()
    assert (
        text.split("\n\n", 1)[1]
        == 'format = 1\nconversation = "tus"\nmade = 2027-03-12\n\n[[actions]]\nid = "h1"\n'
    )


WHOLE = """\
# En plan fra samtale. Programmet kan læse den igen, og du kan rette i den her.
# Datoer skrives som 2027-03-12. Det, der ikke er udfyldt, er udeladt.

format = 1
conversation = "tus"
team = "Team Nord"
made = 2027-03-12
people = [
    "Anna",
    "Bo",
    "Anna (2)",
]

[[actions]]
id = "h1"
what = "Sparring hver tirsdag"
why = "Så vi lærer af hinanden"
how = "To og to, en halv time ad gangen"
way = "sparring"
horizon = "short"
responsible = "Anna (2)"
start = 2027-04-01
deadline = 2027-06-01
follow_how = "Kort status på teammødet"
follow_when = 2027-06-08
follow_who = "Bo"

[actions.origin]
field = "Opgaver"
card = "Hvad lykkes vi med?"
agreement = "a1"

[[actions]]
id = "h2"
what = "Fælles velkomst til nye"
follow_when = 2027-05-03
"""
