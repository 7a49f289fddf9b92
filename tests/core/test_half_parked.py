"""What stands half-written of a matter to park waits, and what is confidential waits out of the room's sight."""

from any_conversation import conversation

from samtale_tui.conversation import parking_commands as parking
from samtale_tui.conversation.aside import CONFIDENTIAL, Belongs
from samtale_tui.conversation.half_parked import (
    HIDDEN,
    IN_SIGHT,
    HalfParked,
    half_parked,
    hide_confidential,
    keep_half_parked,
)
from samtale_tui.conversation.model import Conversation


def half_written(text: str, belongs: Belongs, form: str = IN_SIGHT) -> Conversation:
    return keep_half_parked(conversation(), HalfParked(form, text, belongs))


def test_what_is_half_written_waits_with_its_place_in_both_views() -> None:
    value = half_written("Ferie", Belongs.MEETING)
    for own_view in (True, False):
        assert half_parked(value, own_view=own_view) == (IN_SIGHT, "Ferie", Belongs.MEETING)
    assert keep_half_parked(value, HalfParked(IN_SIGHT, "", Belongs.MUS)).drafts == {}
    assert hide_confidential(value) is value


def test_what_is_confidential_comes_up_again_in_ones_own_view_only() -> None:
    for belongs in CONFIDENTIAL:
        hidden = hide_confidential(half_written("Løn", belongs))
        assert half_parked(hidden, own_view=False) == (IN_SIGHT, "", Belongs.LATER)
        assert half_parked(hidden, own_view=True) == (HIDDEN[belongs], "Løn", belongs)


def test_hiding_loses_nothing_that_was_hidden_before() -> None:
    value = keep_half_parked(
        half_written("Løn", Belongs.MUS, HIDDEN[Belongs.MUS]), HalfParked(IN_SIGHT, "Stress", Belongs.MUS)
    )
    together = (HIDDEN[Belongs.MUS], "Løn\nStress", Belongs.MUS)
    assert half_parked(hide_confidential(value), own_view=True) == together


def test_what_waits_for_one_confidential_talk_never_gets_into_another() -> None:
    value = keep_half_parked(
        half_written("Løn", Belongs.MUS, HIDDEN[Belongs.MUS]), HalfParked(IN_SIGHT, "Stress", Belongs.LUS)
    )
    hidden = hide_confidential(value)
    assert hidden.drafts[f"{HIDDEN[Belongs.MUS]}/text"] == "Løn"
    assert hidden.drafts[f"{HIDDEN[Belongs.LUS]}/text"] == "Stress"


def test_a_place_that_nobody_knows_is_later() -> None:
    value = conversation(drafts={"park/text": "x", "park/belongs": "månen"})
    assert half_parked(value, own_view=False).belongs is Belongs.LATER


def test_what_becomes_confidential_leaves_the_documents_even_where_it_was_chosen_for_them() -> None:
    value = parking.park(conversation(), "Løn", Belongs.LATER, None, None)
    value = parking.change_parked(value, "k1", in_documents=True)
    moved = parking.take_elsewhere(value, "k1", Belongs.MUS)
    assert parking.parked_for_documents(moved) == ()
    assert parking.take_elsewhere(moved, "k1", Belongs.MUS) is moved
    chosen = parking.change_parked(moved, "k1", in_documents=True)
    assert parking.parked_for_documents(parking.take_elsewhere(chosen, "k1", Belongs.LUS)) == ()
    assert parking.take_elsewhere(value, "k9", Belongs.MUS) is value


def test_a_matter_is_put_in_other_words_and_never_in_none() -> None:
    value = parking.park(conversation(), "Løn", Belongs.LATER, None, None)
    assert parking.reword_parked(value, "k1", " Lønnen ").parked[0].text == "Lønnen"
    assert parking.reword_parked(value, "k1", " ") is value
