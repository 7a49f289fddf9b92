"""What can be done to a conversation's frame: its parts, and smaller groups (S12)."""

import math
from collections.abc import Sequence

from samtale_tui.conversation.approving import settled
from samtale_tui.conversation.model import Conversation

TALKS_BEST = 6
"""More people than this talk better in smaller groups: 4–6 is what good practice finds."""
_GROUP = 5
"""People in a group, about."""


def frame(conversation: Conversation, part: str, value: object) -> Conversation:
    """One part of the frame as it is now, under its name in ``Framing``.

    Raises:
        pydantic.ValidationError: the part cannot be that.
    """
    framing = conversation.framing.but(**{part: value})
    return conversation if framing == conversation.framing else settled(conversation.but(framing=framing))


def reserve(conversation: Conversation, minutes: int | None) -> Conversation:
    """Minutes reserved for the plan (S26); none for those of the deck."""
    return conversation if conversation.plan_minutes == minutes else conversation.but(plan_minutes=minutes)


def set_groups(conversation: Conversation, groups: Sequence[Sequence[str]]) -> Conversation:
    """The smaller groups that people talk in (S12); none: all together."""
    made = tuple(tuple(group) for group in groups if group)
    return conversation if made == conversation.groups else conversation.but(groups=made)


def moved_to_group(groups: Sequence[Sequence[str]], person: str, by: int) -> tuple[tuple[str, ...], ...]:
    """The groups with one person some groups further on (back, where negative), last there."""
    here = next((number for number, group in enumerate(groups) if person in group), None)
    if here is None or not 0 <= here + by < len(groups):
        return tuple(map(tuple, groups))
    without = [tuple(each for each in group if each != person) for group in groups]
    without[here + by] += (person,)
    return tuple(without)


def proposed_groups(people: int) -> int:
    """How many groups so many people make, 4–6 in each where the number allows (S12)."""
    return 1 if people <= TALKS_BEST else max(2, math.ceil(people / TALKS_BEST), round(people / _GROUP))
