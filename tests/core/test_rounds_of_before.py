"""A round as it was written before there were other methods than the spiral still opens, and means the same."""

import tomli
from test_conversation import DECK

from samtale_tui.conversation.model import Conversation
from samtale_tui.method.run import Ending, frame_left
from samtale_tui.method.spiral import seconds_by_person

BEFORE = """
id = "prove"
created = 2026-11-20T09:00:00Z
team = "Team Nord"
card = "opgaver-2"
people = [{ id = "p1", name = "Anna" }, { id = "p2", name = "Bo" }]
agreements = [{ id = "a1", text = "Sparring", field = "opgaver", card = "opgaver-1" }]

[[rounds]]
id = "r1"
card = "opgaver-1"

[rounds.spiral]
people = ["p1", "p2"]
opener = "p1"
speaker = "p2"
frame_seconds = 720.0
turn_seconds = 90.0
turn_began = 50.0
turns = [{ person = "p1", seconds = 30.0 }, { person = "p2", seconds = 20.0, passed = true }]
ending = "closed"

[[rounds]]
id = "r2"
card = "opgaver-2"

[rounds.spiral]
people = ["p1", "p2"]
opener = "p2"
direction = "anticlockwise"
speaker = "p2"
frame_seconds = 720.0
turn_seconds = 90.0

[times.rounds.r1]
card = "opgaver-1"
watch = { elapsed = 50.0 }
"""


def test_a_file_of_before_opens_with_its_rounds_and_their_times() -> None:
    value = Conversation.model_validate({**tomli.loads(BEFORE), "deck": DECK})
    over, under_way = value.rounds
    assert (over.over, over.state.ending, over.method.value) == (True, Ending.CLOSED, "spiral")
    assert frame_left(over.state, 9999) == 670, "the clock stands where it ended"
    assert over.spiral and seconds_by_person(over.spiral, 9999) == {"p1": 30, "p2": 20}
    assert value.round is under_way
    assert value.leading is None and value.agreements[0].harvest == ""
