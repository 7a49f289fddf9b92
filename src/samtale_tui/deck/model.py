"""A deck: themes, fields on the wheel, cards for each, and rules; what a TOML file of format 1 holds."""

from collections import Counter
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import Field as Bound
from pydantic import model_validator

from samtale_tui.basis.limits import (
    LEAST_FRAME_MINUTES,
    MOST_FRAME_MINUTES,
)
from samtale_tui.basis.model import Frozen
from samtale_tui.basis.text import Identifier, Line, Prose
from samtale_tui.basis.words import ConversationKind, MethodName
from samtale_tui.deck.checks import (
    MOST_HUB_FIELDS,
    MOST_RING_FIELDS,
    RULED,
    Outline,
    UnsoundDeckError,
    faults_of,
)
from samtale_tui.deck.method_texts import MethodTexts
from samtale_tui.deck.rules import Remark, Rules, Title

__all__ = [
    "MOST_CARDS",
    "MOST_HUB_FIELDS",
    "MOST_RING_FIELDS",
    "Card",
    "CardKind",
    "Colour",
    "Deck",
    "Field",
    "MethodTexts",
    "Place",
    "Question",
    "Remark",
    "Rules",
    "Theme",
    "Title",
    "Wheel",
]

Question = Annotated[Prose, Bound(max_length=1000)]

TOPIC_KEYS = ("back", "now", "forward")
"""The keys that only a topic card has (S60)."""
MOST_CARDS = 5000
"""Cards that a deck has room for."""


class CardKind(StrEnum):
    """What a card is (S21–S23, S55)."""

    DIALOGUE = "dialogue"
    EXERCISE = "exercise"
    BLANK = "blank"
    TOPIC = "topic"


class Colour(StrEnum):
    """The hues that a theme can have; told apart by the colour-blind too, with shades for both themes."""

    RUST = "rust"
    BLUE = "blue"
    GREEN = "green"
    PURPLE = "purple"
    TEAL = "teal"
    AMBER = "amber"
    ROSE = "rose"
    SLATE = "slate"


class Place(StrEnum):
    """Where on the wheel a theme's fields stand."""

    HUB = "hub"
    RING = "ring"


class Wheel(Frozen):
    """The wheel as a whole."""

    rim: Title
    """What the dashed rim's arrow leads to (S20)."""


class Theme(Frozen):
    """A group of fields in one colour (S16)."""

    id: Identifier
    """Short name that the fields refer to."""
    title: Title
    """Name on the wheel."""
    colour: Colour
    """Hue of its fields."""
    place: Place = Place.RING
    """In the hub or in the ring round it."""


class Field(Frozen):
    """One place on the wheel that holds cards."""

    id: Identifier
    """Short name that the cards refer to."""
    theme: Identifier
    """The theme that it belongs to."""
    title: Title
    """Name on the wheel."""
    wrap: Annotated[Line, Bound(max_length=90)] | None = None
    """The title with | where it may break, as ``Samarbejds|partnere``."""

    @model_validator(mode="after")
    def _wrap_spells_the_title(self) -> Self:
        if self.wrap and self.wrap.replace("|", "").replace(" ", "") != self.title.replace(" ", ""):
            raise ValueError("wrap_differs")
        return self


class Card(Frozen):
    """One card (S21–S23). Which keys it takes follows from its kind."""

    field: Identifier
    """The field on which it lies."""
    kind: CardKind = CardKind.DIALOGUE
    """Dialogue, exercise, blank or topic."""
    text: Question = ""
    """The question, or what to do; empty on a blank card."""
    probes: Annotated[tuple[Remark, ...], Bound(max_length=8)] = ()
    """Questions that go deeper."""
    hint: Annotated[Prose, Bound(max_length=1000)] = ""
    """For the facilitator alone."""
    minutes: Annotated[int, Bound(ge=LEAST_FRAME_MINUTES, le=MOST_FRAME_MINUTES, strict=True)] | None = None
    """How long the card usually takes."""
    method: MethodName | None = None
    """The method that an exercise card points to (S22), or one that suits the card."""
    back: Annotated[tuple[Remark, ...], Bound(max_length=12)] = ()
    """Topic cards: suggestions that look back (S60)."""
    now: Annotated[tuple[Remark, ...], Bound(max_length=12)] = ()
    """Topic cards: suggestions on how it is now."""
    forward: Annotated[tuple[Remark, ...], Bound(max_length=12)] = ()
    """Topic cards: suggestions that look ahead."""

    @model_validator(mode="after")
    def _keys_fit_the_kind(self) -> Self:
        if self.kind is not CardKind.BLANK and not self.text:
            raise ValueError("text_missing")
        if self.kind is CardKind.EXERCISE and self.method is None:
            raise ValueError("method_missing")
        if self.kind is not CardKind.TOPIC and any(getattr(self, key) for key in TOPIC_KEYS):
            raise ValueError("topic_keys")
        return self


class Deck(Frozen):
    """A whole deck. Its cards are numbered field by field: ``kompetencer-2`` is the second card there."""

    format: Literal[1]
    """Version of this format."""
    id: Identifier
    """Short name, as ``tus-randers``; the name on the command line."""
    title: Title
    """Name in the lists."""
    conversation: ConversationKind
    """Which conversation the deck is for."""
    language: Annotated[str, Bound(pattern=r"^[a-z]{2}$")] = "da"
    """Language of the cards, as two letters."""
    source: Question = ""
    """Where the content comes from and who worded it."""
    summary: Question = ""
    """A sentence or two for the lists."""
    rules: Rules = Bound(default_factory=Rules)
    """What differs from one workplace to the next."""
    methods: MethodTexts = Bound(default_factory=MethodTexts)
    """What it gives to the methods."""
    wheel: Wheel
    """The wheel as a whole."""
    themes: Annotated[tuple[Theme, ...], Bound(min_length=1, max_length=18)]
    """The groups of fields, in the order in which they stand."""
    fields: Annotated[tuple[Field, ...], Bound(min_length=1, max_length=18)]
    """The places on the wheel: clockwise from the bottom within the ring."""
    cards: Annotated[tuple[Card, ...], Bound(max_length=MOST_CARDS)] = ()
    """All cards."""

    @model_validator(mode="after")
    def _hangs_together(self) -> Self:
        outline = Outline(
            themes=[(theme.id, theme.place) for theme in self.themes],
            fields=[(field.id, field.theme) for field in self.fields],
            cards=[card.field for card in self.cards],
            ruled={key: getattr(self.rules, key) for key in RULED},
            levels=[each.level for each in self.methods.levels],
        )
        faults = tuple(faults_of(outline))
        if faults:
            raise UnsoundDeckError(faults)
        return self

    @cached_property
    def cards_by_id(self) -> dict[str, Card]:
        """Every card under its number, in the deck's order."""
        count: Counter[str] = Counter()
        found: dict[str, Card] = {}
        for card in self.cards:
            count[card.field] += 1
            found[f"{card.field}-{count[card.field]}"] = card
        return found

    @cached_property
    def cards_by_field(self) -> dict[str, tuple[str, ...]]:
        """Under every field's id the ids of its cards, the blank one left out, in the deck's order."""
        found: dict[str, list[str]] = {field.id: [] for field in self.fields}
        for card_id, card in self.cards_by_id.items():
            if card.kind is not CardKind.BLANK:
                found[card.field].append(card_id)
        return {field: tuple(ids) for field, ids in found.items()}

    @cached_property
    def fields_by_id(self) -> dict[str, Field]:
        """Every field under its id."""
        return {field.id: field for field in self.fields}

    @cached_property
    def themes_by_id(self) -> dict[str, Theme]:
        """Every theme under its id."""
        return {theme.id: theme for theme in self.themes}

    def theme_of(self, field: Field) -> Theme:
        """The theme that the field belongs to."""
        return self.themes_by_id[field.theme]

    def fields_at(self, place: Place) -> tuple[Field, ...]:
        """The fields on the wheel's hub or ring, in the order in which they stand (S53)."""
        return tuple(
            field
            for field in self.fields
            if self.theme_of(field).place is place and field.id not in self.rules.excluded
        )

    @property
    def ordered_fields(self) -> tuple[Field, ...]:
        """The wheel's fields as they are numbered on the screen: the hub's, then the ring's clockwise."""
        return self.fields_at(Place.HUB) + self.fields_at(Place.RING)

    @property
    def listed_fields(self) -> tuple[Field, ...]:
        """Every field as it is listed: those on the wheel as they are numbered, then those left out (S53)."""
        on_wheel = self.ordered_fields
        return (*on_wheel, *(field for field in self.fields if field not in on_wheel))
