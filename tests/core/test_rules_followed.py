"""A deck's rules are followed by the conversation, told of in words, and never stand in its way."""

from datetime import date

import pytest
from any_conversation import START, conversation

from samtale_tui.conversation import approving
from samtale_tui.conversation import choosing as cards
from samtale_tui.conversation import commands as do
from samtale_tui.conversation.approving_words import approval_words, deletion_words, due_words
from samtale_tui.conversation.aside_words import evaluation_questions
from samtale_tui.conversation.chosen import Chooser
from samtale_tui.conversation.departures import departures
from samtale_tui.conversation.framing import AgendaItem, Role
from samtale_tui.conversation.framing_commands import frame
from samtale_tui.conversation.framing_words import chosen_words
from samtale_tui.conversation.model import Conversation, Person
from samtale_tui.conversation.people_commands import set_people
from samtale_tui.deck.model import Card, Deck, Field, Theme, Wheel
from samtale_tui.deck.rule_words import ground_rules_title
from samtale_tui.deck.rules import CardChoice, Rules
from samtale_tui.documents.markdown import plan_as_markdown
from samtale_tui.documents.written import mark_of
from samtale_tui.plan.model import Action

OLD = do.use(
    do.agree(do.evaluate(conversation(), "outcome", "Godt"), "Sparring", None, "opgaver"), "opgaver-1"
)
"""A conversation as the program without rules could have it."""
FIELDS = ("siden-sidst", "faglighed", "trivsel", "emne")
RULES = Rules(
    ground_rules_title="Dialogregler",
    mandatory=("siden-sidst", "faglighed"),
    council=("emne",),
    leader_cards=CardChoice(least=1, most=2),
    employee_cards=CardChoice(least=2, most=3),
    plan="required",
    plan_minutes=20,
    approval="all",
    delete_after_days=30,
    evaluation=("Hvad var vigtigst?", "Hvad hjalp?"),
)


def deck(rules: Rules = RULES) -> Deck:
    return Deck(
        format=1,
        id="kommune",
        title="Kommunens sæt",
        conversation="grus",
        rules=rules,
        wheel=Wheel(rim="Planen"),
        themes=(Theme(id="t", title="Temaer", colour="blue"),),
        fields=tuple(Field(id=each, theme="t", title=each.capitalize()) for each in FIELDS),
        cards=tuple(
            Card(field=each, text=f"{each} {number}")
            for each in FIELDS
            for number in range(1, 5 - (each == "emne"))
        ),
    )


def begun(rules: Rules = RULES) -> Conversation:
    made = do.new_conversation("prove", deck(rules), "Team Nord", ("Anna", "Bo"), 90, START)
    return do.begin(made, START)


def chosen(value: Conversation) -> list[tuple[str, Chooser]]:
    return [(each.card, each.by) for each in value.chosen]


# Choosing beforehand


def test_mandatory_topics_and_the_councils_are_in_from_the_start() -> None:
    assert chosen(begun()) == [
        ("siden-sidst-1", Chooser.RULES),
        ("faglighed-1", Chooser.RULES),
        ("emne-1", Chooser.COUNCIL),
    ]
    assert begun(Rules()).chosen == ()


def test_a_field_that_is_both_mandatory_and_the_councils_is_in_once() -> None:
    both = Rules(mandatory=("emne",), council=("emne", "trivsel"))
    assert chosen(begun(both)) == [("emne-1", Chooser.RULES), ("trivsel-1", Chooser.COUNCIL)]


def test_cards_are_chosen_moved_explained_and_dropped() -> None:
    value = cards.choose_card(cards.choose_card(conversation(), "opgaver-1"), "borgere-1", Chooser.EMPLOYEES)
    assert cards.choose_card(value, "opgaver-1") is value
    assert cards.choose_card(value, "nej-1") is value
    value = cards.say_why(cards.move_chosen(value, "borgere-1", -5), "borgere-1", " Vi har travlt ")
    assert [(each.card, each.why, each.by) for each in value.chosen] == [
        ("borgere-1", "Vi har travlt", Chooser.EMPLOYEES),
        ("opgaver-1", "", Chooser.LEADER),
    ]
    assert cards.say_why(value, "nej-1", "Hvorfor") is value
    again = cards.choose_card(value, "borgere-1", Chooser.COUNCIL)
    assert again.chosen[0].why == "Vi har travlt" and again.chosen[0].by is Chooser.COUNCIL
    assert cards.is_chosen(value, "borgere-1")
    left = cards.drop_chosen(value, "borgere-1")
    assert [each.card for each in left.chosen] == ["opgaver-1"]
    assert cards.drop_chosen(left, "borgere-1") is left


def test_who_chose_is_told_where_the_rules_ask_for_it() -> None:
    value = begun()
    told = [chosen_words(value.deck, each) for each in value.chosen]
    assert told == ["hører altid med"] * 2 + ["besluttet af LMU"]
    mine = cards.say_why(cards.choose_card(value, "trivsel-1"), "trivsel-1", "Vi har travlt")
    assert chosen_words(mine.deck, mine.chosen[-1]) == "valgt af lederen: Vi har travlt"
    free = cards.say_why(cards.choose_card(begun(Rules()), "trivsel-1"), "trivsel-1", "Vi har travlt")
    assert chosen_words(free.deck, free.chosen[-1]) == "Vi har travlt"


# Departures


def test_more_or_fewer_cards_than_the_rules_say_are_told_of_and_none_is_no_breach() -> None:
    value = begun()
    assert departures(value) == ()
    for number in (1, 2, 3, 4):
        value = cards.choose_card(value, f"trivsel-{number}")
    assert departures(value) == ("Lederen har valgt 4 kort. Reglerne her siger 1–2.",)
    value = cards.choose_card(value, "trivsel-4", Chooser.EMPLOYEES)
    assert departures(value) == (
        "Lederen har valgt 3 kort. Reglerne her siger 1–2.",
        "Medarbejderne har valgt 1 kort. Reglerne her siger 2–3.",
    )
    assert len(value.chosen) == 7


def test_a_mandatory_card_may_be_taken_out_and_that_is_told() -> None:
    value = cards.drop_chosen(begun(), "faglighed-1")
    assert departures(value) == ("»Faglighed« hører altid med, men er taget ud af kortene.",)
    assert departures(cards.choose_card(value, "faglighed-3")) == ()


def test_what_the_talk_has_not_come_by_is_told_at_its_end_only() -> None:
    value = begun()
    assert departures(do.go_to(value, "wheel")) == ()
    at_end = do.go_to(value, "plan")
    assert departures(at_end) == (
        "I mangler »Siden-sidst« og »Faglighed«, som altid hører med.",
        "I mangler »Emne«, som jeres LMU har valgt.",
    )
    at_end = do.agree(do.use(at_end, "siden-sidst-2"), "En aftale", None, "emne")
    assert departures(at_end) == ("I mangler »Faglighed«, som altid hører med.",)
    assert departures(do.use(at_end, "faglighed-1")) == ()


def test_before_it_begins_nothing_is_missing_at_the_end() -> None:
    made = do.new_conversation("prove", deck(), "Team Nord", ("Anna",), 90, START)
    assert departures(do.go_to(made, "finish")) == ()


def test_less_time_for_the_plan_than_the_rules_say_is_told() -> None:
    value = begun().but(plan_minutes=5)
    assert departures(value) == ("Der er sat 5 minutter af til planen. Reglerne her siger 20.",)
    assert departures(begun().but(plan_minutes=25)) == ()


# An excluded field


def test_an_excluded_field_is_not_on_the_wheel() -> None:
    without = deck(Rules(excluded=("trivsel",)))
    assert [field.id for field in without.ordered_fields] == ["siden-sidst", "faglighed", "emne"]
    assert "trivsel" in without.fields_by_id


# The look back


def test_the_decks_own_questions_are_asked_answered_and_written() -> None:
    value = do.evaluate(begun(), "q2", "Vi lyttede")
    assert list(evaluation_questions(value.deck)) == ["q1", "q2"]
    assert [value.evaluation.answer(name) for name in ("q1", "q2", "outcome")] == ["", "Vi lyttede", ""]
    assert do.evaluate(value, "q2", "Vi lyttede") is value
    assert "- **Hvad hjalp?**\n  - Vi lyttede" in plan_as_markdown(value)
    assert "Hvad var vigtigst" not in plan_as_markdown(value)
    assert do.evaluate(value, "q2", "").evaluation.others == {}


def test_a_deck_without_questions_has_the_programs_three() -> None:
    assert list(evaluation_questions(deck(Rules()))) == ["outcome", "constructive", "better"]


def test_the_ground_rules_have_the_decks_name() -> None:
    assert ground_rules_title(deck()) == "Dialogregler"
    assert ground_rules_title(deck(Rules())) == "Spilleregler"


# Approval and deletion


def test_everyone_approves_the_leader_last_and_then_the_day_of_deletion_is_known() -> None:
    value = begun()
    assert [each.who for each in approving.approvers(value)] == ["p1", "p2", "leader"]
    value = approving.approve(value, "p1", date(2026, 12, 1))
    assert approval_words(value) == "Godkendt af 1 af 3."
    assert deletion_words(value) == "Samtalen skal slettes 30 dage efter."
    early = approving.approve(value, "leader", date(2026, 12, 2))
    assert approval_words(early) == "Godkendt af 2 af 3. Lederen plejer at godkende til sidst."
    done = approving.approve(early, "p2", date(2026, 12, 5))
    assert approving.approved_on(done) == date(2026, 12, 5)
    assert done.delete_on == date(2027, 1, 4)
    assert approval_words(done) == "Planen er godkendt 5. december 2026."
    assert deletion_words(done) == "Samtalen skal slettes 4. januar 2027."
    back = approving.take_approval_back(done, "p2")
    assert back.delete_on is None and [each.who for each in approving.awaited(back)] == ["p2"]


def test_an_approval_is_given_once_by_those_whom_the_rules_ask() -> None:
    value = approving.approve(begun(), "p1", date(2026, 12, 1))
    assert approving.approve(value, "p1", date(2026, 12, 9)) is value
    assert approving.approve(value, "p9", date(2026, 12, 9)) is value
    assert approving.approvers(begun(Rules())) == ()
    nobody = begun(Rules())
    assert approving.approve(nobody, "p1", date(2026, 12, 9)) is nobody
    assert approval_words(nobody) == deletion_words(nobody) == ""


@pytest.mark.parametrize(
    ("names", "facilitator", "expected"),
    [
        (("Anna",), "", ["p1", "leader"]),
        (("Anna", "Lone"), "", ["p1", "p2"]),
        (("Lone", "Anna"), "Lone", ["p2", "p1"]),
        ((), "Lone", ["leader"]),
    ],
)
def test_one_to_one_it_is_the_two_of_them(
    names: tuple[str, ...], facilitator: str, expected: list[str]
) -> None:
    value = begun(Rules(approval="both"))
    people = tuple(Person(id=f"p{n}", name=name) for n, name in enumerate(names, 1))
    roles = {Role.FACILITATOR: facilitator} if facilitator else {}
    value = value.but(people=people, framing=value.framing.but(roles=roles))
    found = approving.approvers(value)
    assert [each.who for each in found] == expected
    assert [each.leads for each in found] == [False] * (len(expected) - 1) + [True]


def everyone_approved() -> Conversation:
    value = begun()
    for approver in approving.approvers(value):
        value = approving.approve(value, approver.who, date(2026, 12, 1))
    assert value.delete_on == date(2026, 12, 31)
    return value


def test_an_approval_passes_to_nobody_else() -> None:
    left = set_people(set_people(everyone_approved(), ("Anna",)), ("Anna", "Eva"))
    assert [each.name for each in approving.awaited(left)] == ["Eva"]
    assert left.delete_on is None
    renamed = set_people(everyone_approved(), ("Anna", "Eva"))
    assert [each.name for each in approving.awaited(renamed)] == ["Eva"]
    again = approving.approve(renamed, renamed.people[1].id, date(2026, 12, 9))
    assert again.delete_on == date(2027, 1, 8)


def test_who_joins_later_approves_too_before_there_is_a_day_of_deletion() -> None:
    more = set_people(everyone_approved(), ("Anna", "Bo", "Carina"))
    assert approval_words(more) == "Godkendt af 3 af 4. Lederen plejer at godkende til sidst."
    assert more.delete_on is None
    led = frame(everyone_approved(), "roles", {Role.FACILITATOR: "Anna"})
    assert [each.who for each in approving.approvers(led)] == ["p2", "p1"]
    assert led.delete_on == date(2026, 12, 31)


def test_a_plan_that_is_changed_after_approval_says_so() -> None:
    changed = everyone_approved().but(actions=(Action(id="h1", what="Sparring"),))
    assert approval_words(changed) == "Planen er godkendt 1. december 2026. Den er ændret siden."
    assert approval_words(changed.but(actions=())) == "Planen er godkendt 1. december 2026."


def test_a_plan_that_is_asked_for_and_not_there_is_told_of_late() -> None:
    value = do.use(do.use(do.use(begun(), "siden-sidst-1"), "faglighed-1"), "emne-1")
    assert departures(do.go_to(value, "plan")) == ()
    assert departures(do.go_to(value, "evaluation")) == ("Her hører en skriftlig plan til.",)
    made = value.but(actions=(Action(id="h1", what="Sparring"),))
    assert departures(do.go_to(made, "finish")) == ()


def test_files_written_before_there_were_rules_are_not_out_of_date() -> None:
    assert mark_of(OLD) == "3dee5721aad0162fd86ebf3cdc338817"
    assert mark_of(OLD.but(framing=OLD.framing.but(preparation="Noter"))) == mark_of(OLD)
    assert mark_of(frame(OLD, "agenda", (AgendaItem(topic="Opgaver"),))) != mark_of(OLD)
    assert mark_of(do.evaluate(OLD, "q1", "Svar")) != mark_of(OLD)
    assert mark_of(everyone_approved()) != mark_of(everyone_approved().but(approvals=()))


def test_a_comment_goes_with_an_approval_and_into_the_document() -> None:
    value = approving.approve(begun(), "p1", date(2026, 12, 1))
    assert approving.comment(value, "p2", "Nej") is value
    value = approving.comment(value, "p1", " Jeg vil gerne have et kursus ")
    text = plan_as_markdown(value)
    assert "- **Anna:** godkendt 1. december 2026\n  - Jeg vil gerne have et kursus" in text
    assert "- **Bo:** afventer" in text and "- **Lederen:** afventer" in text
    assert "Godkendelse" not in plan_as_markdown(begun(Rules()))


def test_a_list_says_when_a_conversation_is_to_be_deleted() -> None:
    day = date(2026, 12, 24)
    assert due_words(None, day) == ""
    assert due_words(day, date(2026, 12, 23)) == "slettes 24. dec. 2026"
    assert due_words(day, day) == due_words(day, date(2027, 3, 1)) == "skal slettes nu"
