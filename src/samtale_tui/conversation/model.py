"""The whole saved state of a conversation. One value; every change makes a new one (``commands``)."""

from datetime import UTC, date, datetime
from typing import Annotated, Literal, Self

from pydantic import AwareDatetime, BeforeValidator, model_validator
from pydantic import Field as Bound

from samtale_tui.basis.language import _
from samtale_tui.basis.limits import (
    LEAST_FRAME_MINUTES,
    LEAST_PLAN_MINUTES,
    MOST_FRAME_MINUTES,
    MOST_PLAN_MINUTES,
    MOST_TURN_SECONDS,
)
from samtale_tui.basis.model import Frozen
from samtale_tui.basis.text import Identifier, Line, Prose, clean
from samtale_tui.conversation.aside import Evaluation, Parked
from samtale_tui.conversation.chosen import ChosenCard
from samtale_tui.conversation.coherence import IncoherentError, Outline, faults_of
from samtale_tui.conversation.framing import Framing
from samtale_tui.conversation.ids import AgreementId, BlankId, PersonId, RoundId
from samtale_tui.conversation.rounds import Pause, Round, RoundTime, named_people
from samtale_tui.deck.model import Card, Deck
from samtale_tui.method.run import Run
from samtale_tui.method.seats import is_seat, seat_number
from samtale_tui.plan.approval import Approval
from samtale_tui.plan.model import Action

Step = Literal["frame", "wheel", "plan", "evaluation", "finish"]
STEPS: tuple[Step, ...] = ("frame", "wheel", "plan", "evaluation", "finish")

LEAST_MINUTES = 5
MOST_MINUTES = 24 * 60
DEFAULT_MINUTES = 90
"""How long a conversation may last where nothing is said."""
MOST_HEADS = 99
"""Seats that a method can be led with where nobody is named."""
MOST_VOTES = 999
"""Votes that one agreement can have."""


def _cleaned(value: object) -> object:
    return clean(value) if isinstance(value, str) else value


HalfWritten = Annotated[str, BeforeValidator(_cleaned)]
"""Cleaned text with the blanks round it, as more may be written there."""
WallTime = Annotated[
    AwareDatetime,
    Bound(ge=datetime(1970, 1, 1, tzinfo=UTC), lt=datetime(3000, 1, 1, tzinfo=UTC)),
]
"""A moment with its zone, far enough from the calendar's ends that hours can be added to it everywhere."""


class Person(Frozen):
    """Someone who takes part. Two may have the same name; the id tells them apart."""

    id: PersonId
    """``p1``, ``p2`` … in seating order."""
    name: Line
    """As written; two of the same name get a number when shown."""


class CardUse(Frozen):
    """What has happened to one card in this conversation."""

    used: bool = False
    """Drawn or picked, and not put back."""
    notes: Prose = ""
    """The facilitator's own notes. In no document."""


class Blank(Frozen):
    """A card written on the spot (S23)."""

    id: BlankId
    """Its id among all cards of the conversation."""
    card: Card
    """What was written, on the field where it was written."""


class Agreement(Frozen):
    """Something captured while the talk ran, that may become an action (S25)."""

    id: AgreementId
    """Its id; no other one has it while it is there."""
    text: Prose
    """What was agreed."""
    field: Identifier | None = None
    """The field that was talked about."""
    card: str | None = None
    """The card that was on the table."""
    votes: Annotated[int, Bound(ge=0, le=MOST_VOTES)] = 0
    """Hands that went up for it."""
    harvest: Line = ""
    """What of a method it was made of, as ``r1/c2``: the round, and the key within it."""


class Times(Frozen):
    """All that time has done. No undo goes back on it."""

    begun: WallTime | None = None
    """When the conversation began; none while it is being prepared."""
    rounds: dict[RoundId, RoundTime] = Bound(default_factory=dict)
    """The time of every round, also of one that was undone."""
    pause: Pause | None = None
    """Why the round's clocks stand still, where someone or something stopped them."""


class Conversation(Frozen):
    """Everything about one conversation, its deck with it, so that it always opens."""

    format: Literal[1] = 1
    """Version of this format."""
    id: Identifier
    """Name of its folder, as ``2027-03-12-team-nord``."""
    created: WallTime
    """When it was made, with its zone."""
    team: Line
    """Whose conversation it is."""
    people: tuple[Person, ...] = ()
    """Those who take part, clockwise in their seats."""
    booked_minutes: Annotated[int, Bound(ge=LEAST_MINUTES, le=MOST_MINUTES)] = DEFAULT_MINUTES
    """How long it may last from when it begins; moving the end time changes this."""
    times: Times = Times()
    """All that time has done."""
    plan_minutes: Annotated[int, Bound(ge=LEAST_PLAN_MINUTES, le=MOST_PLAN_MINUTES)] | None = None
    """Minutes reserved for the plan (S26); none: those of the deck."""
    framing: Framing = Framing()
    """What it is framed by."""
    groups: tuple[tuple[PersonId, ...], ...] = ()
    """Smaller groups that the people talk in (S12); none where all talk together."""
    chosen: tuple[ChosenCard, ...] = ()
    """Cards chosen beforehand, in order."""
    step: Step = "wheel"
    """Which part of the conversation is on."""
    field: Identifier | None = None
    """The field that is chosen on the wheel."""
    card: str | None = None
    """The card that lies open."""
    uses: dict[str, CardUse] = Bound(default_factory=dict)
    """What has happened to the cards, under their ids."""
    blanks: tuple[Blank, ...] = ()
    """Cards written on the spot."""
    agreements: tuple[Agreement, ...] = ()
    """What was captured, in order."""
    parked: tuple[Parked, ...] = ()
    """What was set aside, in order."""
    rounds: tuple[Round, ...] = ()
    """The methods led so far, in the order in which they began; some may be under way, or wait."""
    leading: RoundId | None = None
    """The one that is on the screen."""
    head_count: Annotated[int, Bound(ge=1, le=MOST_HEADS)] | None = None
    """How many there were last time, where nobody is named."""
    frame_minutes: Annotated[int, Bound(ge=LEAST_FRAME_MINUTES, le=MOST_FRAME_MINUTES)] | None = None
    """The frame chosen last; the next round proposes it."""
    turn_seconds: Annotated[int, Bound(ge=10, le=MOST_TURN_SECONDS)] | None = None
    """How long a turn usually is; none: what is left of the frame is shared out."""
    bell: bool = True
    """Whether the end of a turn rings."""
    actions: tuple[Action, ...] = ()
    """The plan's actions, in order."""
    evaluation: Evaluation = Evaluation()
    """The look back at the end."""
    approvals: tuple[Approval, ...] = ()
    """Who has approved the plan, by the person's id or ``leader``, in the order in which they did (S65)."""
    delete_on: date | None = None
    """When the plan is to be deleted; known once all have approved it (S66)."""
    drafts: dict[str, HalfWritten] = Bound(default_factory=dict)
    """What stands half-written, under the name of its form and field; a form that is done leaves nothing."""
    documents: str = ""
    """The folder that Finish writes to, once another than the usual one is chosen."""
    written: tuple[str, ...] = ()
    """Paths that Finish has written."""
    written_of: str = ""
    """What marks that which was written last (``documents.written.mark_of``); empty where it is not known."""
    deck: Deck
    """The deck as it was when the conversation was made."""

    @model_validator(mode="after")
    def _hangs_together(self) -> Self:
        outline = Outline(
            fields=self.deck.fields_by_id,
            ids={
                "people": [person.id for person in self.people],
                "blanks": [blank.id for blank in self.blanks],
                "agreements": [agreement.id for agreement in self.agreements],
                "rounds": [each.id for each in self.rounds],
                "actions": [action.id for action in self.actions],
                "parked": [parked.id for parked in self.parked],
            },
            field=self.field,
            blanks=[blank.card.field for blank in self.blanks],
            groups=self.groups,
            chosen=[each.card for each in self.chosen],
            rounds=[(each.method.value, named_people(each)) for each in self.rounds],
        )
        faults = tuple(faults_of(outline))
        if faults:
            raise IncoherentError(faults)
        return self

    @property
    def ground_rules(self) -> tuple[str, ...]:
        """The ground rules that hold: the team's own, else the deck's (S24)."""
        own = self.framing.ground_rules
        return self.deck.rules.ground_rules if own is None else own

    @property
    def reserved_minutes(self) -> int:
        """Minutes at the end that are reserved for the plan (S26)."""
        return self.deck.rules.plan_minutes if self.plan_minutes is None else self.plan_minutes

    @property
    def round(self) -> Round | None:
        """The round that began last of those under way, if any."""
        return next((each for each in reversed(self.rounds) if not each.over), None)

    def round_by_id(self, round_id: str | None) -> Round | None:
        """A round; none when there is no such one, as after an undo."""
        return next((each for each in self.rounds if each.id == round_id), None)

    def card_by_id(self, card_id: str) -> Card | None:
        """A card of the deck or one written on the spot; none when there is no such card."""
        if card_id in self.deck.cards_by_id:
            return self.deck.cards_by_id[card_id]
        return next((blank.card for blank in self.blanks if blank.id == card_id), None)

    def cards_on(self, field_id: str) -> tuple[str, ...]:
        """Ids of a field's cards: the deck's (its blank one left out), then those written on the spot."""
        own = self.deck.cards_by_field.get(field_id, ())
        return (*own, *(blank.id for blank in self.blanks if blank.card.field == field_id))

    def cards_used(self, field_id: str) -> tuple[int, int]:
        """How many of a field's cards are used, and how many there are."""
        ids = self.cards_on(field_id)
        return sum(self.use(card_id).used for card_id in ids), len(ids)

    def use(self, card_id: str) -> CardUse:
        """What has happened to a card."""
        return self.uses.get(card_id, CardUse())

    def names(self) -> dict[str, str]:
        """Everyone's name under their id, the second of two equal names as "Anna (2)"."""
        seen: dict[str, int] = {}
        shown: dict[str, str] = {}
        for person in self.people:
            seen[person.name] = seen.get(person.name, 0) + 1
            shown[person.id] = (
                person.name if seen[person.name] == 1 else f"{person.name} ({seen[person.name]})"
            )
        return shown

    def names_in(self, run: Run) -> dict[str, str]:
        """The name of everyone whom a run names; one who is not named is "Plads 1" or another seat."""
        seats = sorted((each for each in run.named() if is_seat(each)), key=seat_number)
        return self.names() | {each: _("Plads {n}").format(n=seat_number(each)) for each in seats}
