"""What was answered in IDOART comes into the frame, and nothing that stands there goes."""

import pytest
from any_conversation import START, conversation, conversations
from hypothesis import given
from hypothesis import strategies as st

from samtale_tui.basis.language import use_language
from samtale_tui.basis.limits import MOST_AGENDA_ITEMS, MOST_GROUND_RULES
from samtale_tui.conversation import commands as do
from samtale_tui.conversation.framing import AgendaItem, Role
from samtale_tui.conversation.framing_commands import frame
from samtale_tui.conversation.idoart_commands import Carried, carry, carry_into_frame, idoart_of
from samtale_tui.conversation.idoart_words import carried_words
from samtale_tui.conversation.model import Conversation, Person
from samtale_tui.conversation.role_reading import participant, read_role
from samtale_tui.conversation.rounds import new_round
from samtale_tui.method.idoart import Idoart, mark_wish, propose, write
from samtale_tui.method.idoart_questions import Part, Question
from samtale_tui.method.run import Ending

NAMES = ("Anna Holm", "Bo", "Carina Lund", "Anna Berg")


def answered(*answers: tuple[Question, str]) -> Idoart:
    value = propose(("p1", "p2"), 1800)
    for question, text in answers:
        value = write(value, question, text)
    return value


def led(value: Conversation, idoart: Idoart) -> Conversation:
    """The conversation with that as its last round, ``r77``."""
    others = tuple(each for each in value.rounds if each.id != "r77")
    return value.but(rounds=(*others, new_round("r77", idoart, None)))


def carried(value: Conversation, *answers: tuple[Question, str]) -> Carried:
    return carry(value, answered(*answers))


# Where each part goes


def test_the_intention_becomes_lines_of_the_purpose() -> None:
    value = frame(conversation(), "purpose", "Vi skal videre.")
    after = carried(value, (Question.WHY, "Fælles retning"), (Question.PURPOSE, "Ét team"), (Question.WHY, "vi skal  VIDERE."))  # fmt: skip
    assert after.conversation.framing.purpose == "Vi skal videre.\nFælles retning\nÉt team"
    assert carried_words(after) == ("Formålet fik 2 linjer.", "1 svar stod der allerede.")


def test_the_outcome_becomes_expectations_the_wishes_first() -> None:
    idoart = answered((Question.GAIN, "En plan"), (Question.HOPES, "Ro på"), (Question.GOALS, "Færre fejl"))
    after = carry(conversation(), mark_wish(idoart, "s2", wish=True))
    assert after.conversation.framing.expectations == "Ro på\nEn plan\nFærre fejl"
    assert carried_words(after) == ("Forventningerne fik 3 linjer.",)


def test_topics_and_what_says_its_minutes_become_points_and_how_is_the_leaders_to_plan() -> None:
    after = carried(
        frame(conversation(), "agenda", (AgendaItem(topic="vagter"),)),
        (Question.TOPICS, "Opgaver 20 min\nVagter 10 min\nMål"),
        (Question.FORM, "Check-in 5 min\nFørst to og to"),
    )
    framing = after.conversation.framing
    assert framing.agenda == (
        AgendaItem(topic="vagter"),
        AgendaItem(topic="Opgaver", minutes=20),
        AgendaItem(topic="Mål"),
        AgendaItem(topic="Check-in", minutes=5),
    )
    assert framing.preparation == "Først to og to"
    assert carried_words(after) == (
        "Lederens forberedelse fik 1 linje.",
        "Dagsordenen fik 3 punkter.",
        "1 svar stod der allerede.",
    )


def test_rules_come_behind_those_that_hold_and_roles_get_their_names() -> None:
    deck = conversation().deck
    value = conversation(deck=deck.but(rules=deck.rules.but(ground_rules=("Vi lytter",))))
    after = carried(
        value,
        (Question.RULES, "Vi slutter til tiden\nvi lytter\nBo er tidtager"),
        (Question.WHO, "Referent Anna\nFacilitator: Lederen Mette\nDe skifter hver gang"),
    )
    framing = after.conversation.framing
    assert framing.ground_rules == ("Vi lytter", "Vi slutter til tiden")
    assert framing.roles == {
        Role.TIME_KEEPER: "Bo", Role.NOTE_TAKER: "Anna", Role.FACILITATOR: "Lederen Mette"
    }  # fmt: skip
    assert carried_words(after) == (
        "Spillereglerne fik 1 regel.",
        "Tidsholder: Bo.",
        "Referent: Anna.",
        "Facilitator: Lederen Mette.",
        "1 svar stod der allerede.",
        "Bliver stående i IDOART: »De skifter hver gang«.",
    )


def test_a_role_that_somebody_has_stays_with_them_and_that_is_told() -> None:
    value = frame(conversation(), "roles", {Role.NOTE_TAKER: "Anna"})
    after = carried(value, (Question.WHO, "Referent: Bo"))
    assert after.conversation is value
    assert carried_words(after) == ("Referent er stadig Anna.",)
    assert carried_words(carried(value, (Question.WHO, "Anna skriver"))) == ("Det hele står der allerede.",)


@pytest.mark.parametrize(
    ("answer", "minutes", "keeper", "unread"),
    [
        ("2 timer", 120, None, ()),
        ("I alt 90 min.", 90, None, ()),
        ("1 time og 20 min i alt", 80, None, ()),
        ("Bo", 90, "Bo", ()),
        ("Bo holder øje med tiden, 2 timer i alt", 120, "Bo", ()),
        ("Vi har halvanden time; tidtager: Anna", 90, "Anna", ()),
        ("We have 2 hours", 120, None, ()),
        ("Pause efter 45 min", 90, None, ("Pause efter 45 min",)),
        ("Vi slutter kl. 15.00", 90, None, ("Vi slutter kl. 15.00",)),
        ("2 min", 90, None, ("2 min",)),
        ("99 timer", 90, None, ("99 timer",)),
        ("2 timer, 3 timer", 120, None, ("3 timer",)),
        ("Eva", 90, None, ("Eva",)),
    ],
)
def test_the_time_is_booked_and_its_keeper_named(
    answer: str, minutes: int, keeper: str | None, unread: tuple[str, ...]
) -> None:
    after = carried(conversation(booked_minutes=90), (Question.KEEPING, answer))
    assert after.conversation.booked_minutes == minutes
    assert after.conversation.framing.roles.get(Role.TIME_KEEPER) == keeper
    assert after.unread == unread
    assert (after.minutes is not None) is (minutes != 90)


def test_another_time_is_told_of_in_minutes() -> None:
    after = carried(conversation(booked_minutes=90), (Question.KEEPING, "2 timer"))
    assert carried_words(after) == ("Samtalen varer nu 120 minutter.",)


# All of it, once


def test_one_part_alone_can_be_carried() -> None:
    value = led(conversation(), answered((Question.WHY, "Retning"), (Question.TOPICS, "Opgaver")))
    after = carry_into_frame(value, "r77", (Part.AGENDA,))
    assert (after.framing.purpose, len(after.framing.agenda)) == ("", 1)
    whole = carry_into_frame(after, "r77")
    assert (whole.framing.purpose, whole.framing.agenda) == ("Retning", after.framing.agenda)


def test_a_run_that_is_over_is_carried_as_well() -> None:
    idoart = answered((Question.WHY, "Retning")).closed(60.0, Ending.CLOSED)
    assert carry_into_frame(led(conversation(), idoart), "r77").framing.purpose == "Retning"


def test_nothing_answered_changes_nothing_and_says_so() -> None:
    after = carried(conversation())
    assert carried_words(after) == ("Der er ikke svaret på noget endnu.",)
    value = led(conversation(), answered())
    assert carry_into_frame(value, "r77") is value


def test_a_round_that_is_gone_or_another_method_carries_nothing() -> None:
    value = led(conversation(), answered((Question.WHY, "Retning")))
    assert carry_into_frame(value, "r1") is value
    assert idoart_of(value, "r1") is None
    assert idoart_of(value, "r77") is value.rounds[-1].idoart


def test_what_there_is_no_room_for_is_told_of() -> None:
    agenda = tuple(AgendaItem(topic=f"Emne {n}") for n in range(MOST_AGENDA_ITEMS - 1))
    rules = tuple(f"Regel {n}" for n in range(MOST_GROUND_RULES - 1))
    value = frame(frame(conversation(), "agenda", agenda), "ground_rules", rules)
    after = carried(
        value, (Question.TOPICS, "Opgaver\nVagter"), (Question.RULES, f"{'lang ' * 300}\nKort\nEt til")
    )
    assert len(after.conversation.framing.agenda) == MOST_AGENDA_ITEMS
    assert after.conversation.ground_rules == (*rules, "Kort")
    assert carried_words(after) == (
        "Dagsordenen fik 1 punkt.",
        "Spillereglerne fik 1 regel.",
        "Der var ikke plads til 3 svar.",
    )


def test_many_answers_without_a_place_are_named_a_few_at_a_time() -> None:
    after = carried(conversation(), (Question.WHO, "a\nb\nc\nd\n" + "lang " * 30))
    assert carried_words(after) == ("Bliver stående i IDOART: »a«, »b«, »c« og 2 til.",)


@st.composite
def answers_of_any_kind(draw: st.DrawFn) -> Idoart:
    lines = st.text(max_size=12) | st.sampled_from(
        ["Bo", "2 timer", "Referent: Bo", "Anna er tidtager", "Opgaver 20 min", "[/x]", "Vi lytter", "Retning"]
    )  # fmt: skip
    said = draw(st.lists(st.tuples(st.sampled_from(Question), lines), max_size=12))
    value = answered(*said)
    for answer in value.answers:
        value = mark_wish(value, answer.id, wish=draw(st.booleans()))
    return value


@given(conversations(), answers_of_any_kind())
def test_nothing_that_stands_there_goes_and_carrying_again_adds_nothing(
    value: Conversation, idoart: Idoart
) -> None:
    value = led(value, idoart)
    after = carry_into_frame(value, "r77")
    old, new = value.framing, after.framing
    assert new.purpose.startswith(old.purpose)
    assert new.expectations.startswith(old.expectations)
    assert new.preparation.startswith(old.preparation)
    assert new.agenda[: len(old.agenda)] == old.agenda
    assert after.ground_rules[: len(value.ground_rules)] == value.ground_rules
    assert old.roles.items() <= new.roles.items()
    assert (new.day, new.check_in, new.breaks, after.people) == (
        old.day,
        old.check_in,
        old.breaks,
        value.people,
    )
    assert carry_into_frame(after, "r77") == after
    assert carried_words(carry(value, idoart))
    by_part = value
    for part in Part:
        by_part = carry_into_frame(by_part, "r77", (part,))
    assert by_part == after


def test_the_time_moves_also_while_it_runs() -> None:
    begun = do.begin(conversation(booked_minutes=90), START)
    assert carried(begun, (Question.KEEPING, "1 time")).conversation.booked_minutes == 60


# Roles as they are said


@pytest.mark.parametrize(
    ("said", "role", "name"),
    [
        ("Tidtager: Bo", Role.TIME_KEEPER, "Bo"),
        ("tidsholder – bo", Role.TIME_KEEPER, "Bo"),
        ("Referent Carina", Role.NOTE_TAKER, "Carina Lund"),
        ("Referenten er Anna Berg.", Role.NOTE_TAKER, "Anna Berg"),
        ("Bo er tidtager", Role.TIME_KEEPER, "Bo"),
        ("Bo bliver ordstyrer", Role.FACILITATOR, "Bo"),
        ("Bo: referent", Role.NOTE_TAKER, "Bo"),
        ("Carina (mødeleder)", Role.FACILITATOR, "Carina Lund"),
        ("Bo, referent", Role.NOTE_TAKER, "Bo"),
        ("Carina holder øje med tiden", Role.TIME_KEEPER, "Carina Lund"),
        ("Bo skriver referat", Role.NOTE_TAKER, "Bo"),
        ("Facilitator: Vores konsulent", Role.FACILITATOR, "Vores konsulent"),
        ("Referent: på skift", Role.NOTE_TAKER, "på skift"),
        ("Time keeper: Bo", Role.TIME_KEEPER, "Bo"),
        ("Bo is the note taker", Role.NOTE_TAKER, "Bo"),
        ("Bo takes notes", Role.NOTE_TAKER, "Bo"),
        ("Tid: Bo", Role.TIME_KEEPER, "Bo"),
    ],
)  # fmt: skip
def test_a_role_is_read_in_many_forms(said: str, role: Role, name: str) -> None:
    assert read_role(said, NAMES) == (role, name)


@pytest.mark.parametrize(
    "said",
    [
        "Vi lytter",
        "Rollerne skifter",
        "Referent Eva",
        "Eva er referent",
        "Anna er referent",
        "Tid: vi slutter kl. 15",
        "Tid til alle",
        "Noter: på tavlen",
        "Referent:",
        "Referent",
        "",
    ],
)
def test_what_names_nobody_who_is_there_is_no_role(said: str) -> None:
    assert read_role(said, NAMES) is None


@given(st.text(max_size=60) | st.lists(st.sampled_from(["Bo", "er", "referent", ":", "tid", "(", ")", "holder", "Anna"]), max_size=6).map(" ".join))  # fmt: skip
def test_any_line_is_a_role_or_is_not(said: str) -> None:
    read = read_role(said, NAMES)
    assert read is None or (read[1] and read[1] == read[1].strip())


def test_a_first_name_is_enough_where_one_alone_has_it() -> None:
    assert participant("carina", NAMES) == "Carina Lund"
    assert participant("Anna", NAMES) is None
    assert participant("Anna", ("Anna", "Anna (2)")) == "Anna"
    assert participant("", ("", "Bo")) is None


def test_the_second_of_two_with_one_name_can_have_a_role() -> None:
    people = (Person(id="p1", name="Anna"), Person(id="p2", name="Anna"))
    after = carried(conversation(people=people), (Question.WHO, "Anna (2) er referent"))
    assert after.conversation.framing.roles == {Role.NOTE_TAKER: "Anna (2)"}


def test_titles_are_read_in_both_languages_whichever_is_spoken() -> None:
    use_language("en")
    assert read_role("Referent: Bo", NAMES) == read_role("Note taker: Bo", NAMES)
