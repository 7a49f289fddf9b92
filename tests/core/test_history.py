"""Undo and redo: what a step takes back, what it leaves, and what its file survives."""

import json

import pytest
from any_conversation import (
    DECK,
    START,
    agree,
    changed,
    choose_field,
    conversation,
    conversations,
    drop_agreement,
    note,
    rename,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from samtale_tui.conversation import history as history_module
from samtale_tui.conversation.history import NOT_UNDONE, History, Marks, lines_of, read_history
from samtale_tui.conversation.model import Conversation, Times
from samtale_tui.conversation.patch import MisfitError, difference, fitted, from_json, inverse, to_json

HALF = settings(max_examples=settings().max_examples // 2)
"""What takes long is tried half as often as the profile says."""


@HALF
@given(st.data())
def test_a_step_is_taken_back_and_done_again_exactly(data: st.DataObject) -> None:
    before = data.draw(conversations())
    after = data.draw(changed(before))
    patch = difference(before, after, NOT_UNDONE)
    if patch is None:
        assert before.but(times=after.times) == after
        return
    kept = from_json(json.loads(json.dumps(to_json(patch))))
    assert fitted(before, kept) == after.but(times=before.times)
    assert fitted(after, inverse(kept)) == before.but(times=after.times)


@HALF
@given(st.data())
def test_undo_leaves_what_has_changed_since_in_other_places(data: st.DataObject) -> None:
    before = data.draw(conversations())
    after = agree(before.but(agreements=()), "Sparring hver tirsdag")
    since = data.draw(changed(after)).but(agreements=after.agreements)
    patch = difference(before.but(agreements=()), after, NOT_UNDONE)
    assert patch is not None
    assert fitted(since, inverse(patch)) == since.but(agreements=())


def test_undo_finds_an_agreement_that_has_moved_since() -> None:
    before = agree(conversation(), "Første")
    after = agree(before, "Anden")
    since = after.but(agreements=(after.agreements[1].but(text="Anden, rettet"), after.agreements[0]))
    patch = difference(before, after)
    assert patch is not None
    undone = fitted(since, inverse(patch))
    assert undone is not None
    assert [each.text for each in undone.agreements] == ["Første"]


def test_undo_of_a_step_whose_thing_is_gone_changes_nothing() -> None:
    before = conversation()
    after = agree(before, "Aftale")
    patch = difference(before, after)
    assert patch is not None
    assert fitted(before, inverse(patch)) is None


def test_a_small_change_of_a_long_note_is_a_small_step() -> None:
    text = "En lang note. " * 1000
    before = note(conversation(), "opgaver-1", text)
    after = note(before, "opgaver-1", text[:7000] + "indsat" + text[7000:])
    step = History().recorded(before, after, "note", None).done[0]
    assert len(step.line) < 200


def test_a_step_says_what_was_done() -> None:
    history = History()
    one, two = agree(conversation(), "A"), agree(agree(conversation(), "A"), "B")
    history = history.recorded(conversation(), one, "aftale skrevet", None)
    history = history.recorded(one, two, "\x1b[31mto\nlinjer", None)
    assert history.undo_label == "to linjer"
    value, history, label = history.undo(two)
    assert (label, history.undo_label, history.redo_label) == ("to linjer", "aftale skrevet", "to linjer")
    assert value == one


def test_a_change_of_time_alone_is_no_step() -> None:
    begun = conversation().but(times=Times(begun=START))
    assert History().recorded(conversation(), begun, "begyndt", None) == History()


def test_what_is_written_in_one_stay_is_one_step() -> None:
    history, value = History(), conversation()
    for text in ("S", "Sp", "Spa", "Spar"):
        after = note(value, "opgaver-1", text)
        history, value = history.recorded(value, after, "note skrevet", "note/opgaver-1"), after
    assert len(history.done) == 1
    assert history.undo(value).value == conversation()
    history = history.without_stay()
    after = note(value, "opgaver-1", "Spare")
    assert len(history.recorded(value, after, "note skrevet", "note/opgaver-1").done) == 2


def test_another_field_begins_another_step() -> None:
    one = note(conversation(), "opgaver-1", "a")
    two = note(one, "borgere-1", "b")
    three = note(two, "opgaver-1", "ab")
    history = History().recorded(conversation(), one, "note", "1").recorded(one, two, "note", "2")
    assert len(history.recorded(two, three, "note", "1").done) == 3


def test_what_is_written_and_wiped_out_in_one_stay_is_no_step() -> None:
    start = agree(conversation(), "Aftale")
    history = History().recorded(conversation(), start, "aftale", None)
    one = note(start, "opgaver-1", "a")
    none = start.but(uses=start.uses)
    history = history.recorded(start, one, "note", "n").recorded(one, none, "note", "n")
    assert history.undo_label == "aftale"
    again = history.recorded(none, one, "note", "n")
    assert [step.content().label for step in again.done if step.content()] == ["aftale", "note"]


def test_a_stay_leaves_alone_what_else_changes_meanwhile() -> None:
    one = note(conversation(), "opgaver-1", "a")
    moved = choose_field(one, "borgere")
    two = note(moved, "opgaver-1", "ab")
    history = (
        History()
        .recorded(conversation(), one, "note", "n")
        .passed(one, moved)
        .recorded(moved, two, "note", "n")
    )
    assert len(history.done) == 1
    assert history.undo(two).value == conversation(field="borgere")


def test_a_new_step_leaves_nothing_to_do_again() -> None:
    one, other = agree(conversation(), "A"), agree(conversation(), "B")
    history = History().recorded(conversation(), one, "a", None).undo(one).history
    assert history.recorded(conversation(), other, "b", None).redo_label is None


# The file


def _story() -> tuple[History, Conversation, Conversation]:
    """Five steps, the last two of them undone, with the first value and the value now."""
    history, value = History(), conversation()
    for number in range(5):
        after = agree(value, f"Aftale {number}")
        history, value = history.recorded(value, after, f"aftale {number}", None), after
    for _ in range(2):
        value, history, _label = history.undo(value)
    return history, conversation(), value


def _all_undone(history: History, value: Conversation) -> Conversation:
    while history.done:
        value, history, _label = history.undo(value)
    return value


def test_steps_read_back_undo_and_redo_as_before() -> None:
    history, first, value = _story()
    read = read_history(lines_of(history.steps()), history.marks)
    assert (read.done, read.undone, read.last_number) == (history.done, history.undone, 5)
    assert _all_undone(read, value) == first
    assert read.redo(value).label == "aftale 3"


def test_lines_that_count_no_more_are_passed_over() -> None:
    history, first, value = _story()
    before = lines_of(history.steps())
    later = rename(value, "Team Syd")
    history = history.recorded(value, later, "nyt navn", None)
    read = read_history(before + lines_of(history.done[-1:]), history.marks)
    assert (read.done, read.undone) == (history.done, ())
    assert _all_undone(read, later) == first


def test_a_torn_last_line_is_passed_over() -> None:
    history, first, value = _story()
    torn = lines_of(history.steps()) + b'{"step":6,"after":3,"did":"aft'
    read = read_history(torn, history.marks)
    assert _all_undone(read, value) == first
    assert len(read.undone) == 2
    assert read.last_number == 6


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xfe\x00", b"[]\n{}\n\n", b'{"step":3,"after":3,"did":"x","patch":{}}\n'], ids=repr
)
def test_a_missing_or_foreign_file_costs_only_undo(data: bytes) -> None:
    value = conversation()
    read = read_history(data, Marks(3, 0))
    moved = read.undo(value)
    assert (moved.value, moved.label, moved.history.done) == (value, None, ())
    assert read.recorded(value, agree(value, "A"), "a", None).undo(agree(value, "A")).value == value


def test_a_short_file_still_undoes_as_far_as_it_goes() -> None:
    history, _first, value = _story()
    lines = lines_of(history.steps()).splitlines(keepends=True)
    read = read_history(b"".join(lines[1:]), history.marks)
    assert [step.number for step in read.done] == [2, 3]
    assert len(_all_undone(read, value).agreements) == 1


def test_a_redo_that_is_missing_in_the_file_costs_only_redo() -> None:
    history, first, value = _story()
    lines = lines_of(history.steps()).splitlines(keepends=True)
    read = read_history(b"".join(lines[:3] + lines[4:]), history.marks)
    assert read.undone == ()
    assert _all_undone(read, value) == first


@pytest.mark.parametrize(
    "patch", [b'{"in":{"nonsense":{"to":1}}}', b"[]", b'{"in":{"team":{"to":[1]}}}', b"\x00"]
)
def test_a_damaged_step_costs_only_undo(patch: bytes) -> None:
    value = conversation()
    line = b'{"step":1,"after":0,"did":"x","patch":' + patch + b"}\n"
    moved = read_history(line, Marks(1, 0)).undo(value)
    assert (moved.value, moved.label, moved.history.done) == (value, None, ())


def test_a_long_history_is_not_parsed_until_it_is_undone(monkeypatch: pytest.MonkeyPatch) -> None:
    history, value = History(), conversation()
    for number in range(1000):
        after = agree(value, f"Aftale {number}") if number % 2 == 0 else drop_agreement(value, 0)
        history, value = history.recorded(value, after, f"trin {number}", None), after
    data = lines_of(history.steps())
    parsed: list[bytes] = []
    loads = json.loads
    monkeypatch.setattr(history_module.json, "loads", lambda line: parsed.append(line) or loads(line))
    history_module._content.cache_clear()
    read = read_history(data, history.marks)
    assert (len(read.done), parsed) == (1000, [])
    assert read.undo(value).label == "trin 999"
    assert len(parsed) == 1


@HALF
@given(
    st.recursive(
        st.none() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(["in", "at", "from", "to", "team"]), inner, max_size=3)
        ),
        max_leaves=8,
    )
)
def test_no_json_at_all_can_make_undo_fail_or_give_a_wrong_value(json_value: object) -> None:
    try:
        patch = from_json(json_value)
    except MisfitError:
        return
    value = fitted(conversation(), patch)
    assert value is None or Conversation.model_validate(value.model_dump()) == value
    assert conversation().deck == DECK
