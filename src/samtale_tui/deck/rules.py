"""What differs from one workplace to the next, as data that the program follows and never enforces."""

from typing import Annotated, Literal, Self

from pydantic import Field as Bound
from pydantic import model_validator

from samtale_tui.basis.limits import (
    LEAST_PLAN_MINUTES,
    MOST_GROUND_RULES,
    MOST_PLAN_MINUTES,
    MOST_REMARK_LETTERS,
    MOST_TITLE_LETTERS,
)
from samtale_tui.basis.model import Frozen
from samtale_tui.basis.text import Identifier, Line, Prose

Title = Annotated[Line, Bound(min_length=1, max_length=MOST_TITLE_LETTERS)]
Remark = Annotated[Prose, Bound(min_length=1, max_length=MOST_REMARK_LETTERS)]

MOST_RULED_FIELDS = 18
"""Fields that one rule can name; a deck has no more."""
MOST_QUESTIONS = 8
"""Questions of the look back at the end."""
MOST_PROMPTS = 30
"""Prompts or reminders in one list."""
MOST_CHOSEN = 50
"""The most cards that a rule can let someone choose."""
MOST_DAYS = 3650
"""The longest that a rule can keep a plan, in days."""

CHOICES = ("leader_cards", "employee_cards")
"""The rules that say how many cards someone chooses."""
Approval = Literal["none", "both", "all"]
"""Who approves the plan: nobody, the two of a one-to-one conversation, or everyone who takes part."""
RuledFields = Annotated[tuple[Identifier, ...], Bound(max_length=MOST_RULED_FIELDS)]
Prompts = Annotated[tuple[Remark, ...], Bound(max_length=MOST_PROMPTS)]
CardCount = Annotated[int, Bound(ge=0, le=MOST_CHOSEN, strict=True)]


class CardChoice(Frozen):
    """How many cards someone chooses beforehand (S54). To choose none is no breach."""

    least: CardCount = 1
    """The fewest, once any are chosen."""
    most: CardCount = 3
    """The most."""

    @model_validator(mode="after")
    def _least_comes_first(self) -> Self:
        if self.least > self.most:
            raise ValueError("least_over_most")
        return self


class Rules(Frozen):
    """What differs from one workplace to the next. A conversation that departs from it is told so."""

    ground_rules_title: Title | None = None
    """What the ground rules are called, where that is not "Spilleregler" (S61)."""
    ground_rules: Annotated[tuple[Remark, ...], Bound(max_length=MOST_GROUND_RULES)] = ()
    """Rules that the room agrees on, a sentence each (S24, S61)."""
    mandatory: RuledFields = ()
    """Ids of fields that every conversation comes by (S51)."""
    excluded: RuledFields = ()
    """Ids of fields in this file that are not on the wheel (S53)."""
    council: RuledFields = ()
    """Ids of fields whose topic the local works council decides (S49, S52)."""
    leader_cards: CardChoice | None = None
    """How many cards the leader chooses (S54); none: as many as you like."""
    employee_cards: CardChoice | None = None
    """How many cards the employees choose (S54); none: as many as they like."""
    plan_minutes: Annotated[int, Bound(ge=LEAST_PLAN_MINUTES, le=MOST_PLAN_MINUTES, strict=True)] = 15
    """Minutes reserved at the end for the summing-up and the plan (S26)."""
    plan: Literal["optional", "required"] = "optional"
    """Whether a written plan is asked for (S42, S63)."""
    approval: Approval = "none"
    """Who approves the plan: none, both (one to one) or all; the leader does so last (S64, S65)."""
    delete_after_days: Annotated[int, Bound(ge=1, le=MOST_DAYS, strict=True)] | None = None
    """Days from approval until the plan is deleted (S66); none: no such rule."""
    evaluation: Annotated[tuple[Remark, ...], Bound(max_length=MOST_QUESTIONS)] = ()
    """Questions of the joint look back at the end (S62); none: the program's own three."""
    prepare_leader: Prompts = ()
    """What the leader considers beforehand (S11, S57, S58), a sentence each."""
    prepare_employees: Prompts = ()
    """What everyone else considers beforehand (S10, S56), a sentence each."""
    reminders: Prompts = ()
    """Rights, season and what else is to be remembered (S46–S48, S70), a sentence each."""
