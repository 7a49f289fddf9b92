"""Who takes part can be written anew at any time; everyone who is still there is who they were."""

import pytest
from any_conversation import Clock, conversation, conversations, start_round
from hypothesis import given
from hypothesis import strategies as st

from samtale_tui.conversation.commands import seat
from samtale_tui.conversation.framing_commands import moved_to_group, set_groups
from samtale_tui.conversation.model import Conversation
from samtale_tui.conversation.people_commands import people_in_rounds, set_people
from samtale_tui.method.grouping import dealt


def team(*names: str) -> Conversation:
    return seat(conversation(people=()), names)


def seated(value: Conversation) -> dict[str, str]:
    return {person.id: person.name for person in value.people}


@pytest.mark.parametrize(
    ("names", "after"),
    [
        (("Anna", "Bo", "Carina"), {"p1": "Anna", "p2": "Bo", "p3": "Carina"}),
        (("Anna", "Bo", "Carina", "Dorthe"), {"p1": "Anna", "p2": "Bo", "p3": "Carina", "p4": "Dorthe"}),
        (("Dorthe", "Anna", "Bo", "Carina"), {"p4": "Dorthe", "p1": "Anna", "p2": "Bo", "p3": "Carina"}),
        (("Carina", "Anna", "Bo"), {"p3": "Carina", "p1": "Anna", "p2": "Bo"}),
        (("Anne", "Bo", "Carina"), {"p1": "Anne", "p2": "Bo", "p3": "Carina"}),
        (("Anna", "Bodil", "Karina"), {"p1": "Anna", "p2": "Bodil", "p3": "Karina"}),
        (("Anna", "Carina"), {"p1": "Anna", "p3": "Carina"}),
        (("Anna", "Dorthe"), {"p1": "Anna", "p4": "Dorthe"}),
        (("Anna", "Anna", "Bo", "Carina"), {"p1": "Anna", "p4": "Anna", "p2": "Bo", "p3": "Carina"}),
        ((), {}),
    ],
)
def test_names_that_stand_there_still_are_the_same_people(
    names: tuple[str, ...], after: dict[str, str]
) -> None:
    changed = set_people(team("Anna", "Bo", "Carina"), names)
    assert list(seated(changed).items()) == list(after.items())


def test_the_same_names_change_nothing_and_equal_names_stay_apart() -> None:
    value = team("Anna", "Anna", "Bo")
    assert set_people(value, ("Anna", " Anna ", "", "Bo")) is value
    assert list(seated(set_people(value, ("Anna", "Bo")))) == ["p1", "p3"]


def test_who_is_in_a_round_stays_in_their_seat_and_may_have_another_name() -> None:
    value = start_round(conversation(), Clock()())
    assert people_in_rounds(value) == {"p1", "p2"}
    assert list(seated(set_people(value, ("Dorthe", "Emil", "Fatima"))).items()) == [
        ("p1", "Anna"), ("p2", "Bo"), ("p3", "Dorthe"), ("p4", "Emil"), ("p5", "Fatima"),
    ]  # fmt: skip
    assert list(seated(set_people(value, ("Anna",)))) == ["p1", "p2"]
    assert seated(set_people(value, ("Anna", "Bodil"))) == {"p1": "Anna", "p2": "Bodil"}


def test_groups_follow_those_who_come_and_go() -> None:
    value = team("Anna", "Bo", "Carina", "Dorthe")
    value = set_groups(value, (("p1", "p2"), ("p3", "p4")))
    assert set_people(value, ("Anna", "Bo", "Carina")).groups == (("p1", "p2"), ("p3",))
    assert set_people(value, ("Anna", "Bo", "Carina", "Emil", "Fatima")).groups == (
        ("p1", "p2", "p6"),
        ("p3", "p5"),
    )
    assert set_people(value, ("Anna", "Bo")).groups == ()


@given(conversations(), st.lists(st.sampled_from(["Anna", "Bo", "Carina", "Dorthe", "x"]), max_size=8))
def test_any_list_can_be_set_on_any_conversation(value: Conversation, names: list[str]) -> None:
    changed = set_people(value, names)
    assert people_in_rounds(value) <= set(seated(changed))
    left = [person.name for person in changed.people]
    for name in set(names):
        assert left.count(name) >= names.count(name)
    assert {id_ for group in changed.groups for id_ in group} <= set(seated(changed))


@given(st.integers(2, 40), st.integers(1, 40), st.data())
def test_a_person_moved_from_group_to_group_is_in_one_of_them(
    people: int, count: int, data: st.DataObject
) -> None:
    ids = [f"p{n}" for n in range(people)]
    groups = dealt(ids, count)
    person = data.draw(st.sampled_from(ids))
    moved = moved_to_group(groups, person, data.draw(st.sampled_from([-1, 1])))
    assert sorted(id_ for group in moved for id_ in group) == sorted(ids)
    assert len(moved) == len(groups)
