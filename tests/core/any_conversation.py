"""Conversations of every shape for hypothesis, and small pure commands to change one."""

import random
from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import strategies as st

from samtale_tui.basis.words import Horizon, IgloLevel
from samtale_tui.conversation.aside import Belongs, Evaluation, Parked
from samtale_tui.conversation.chosen import Chooser, ChosenCard
from samtale_tui.conversation.framing import AgendaItem, Break, Framing, Members, Reason, Role, Timing
from samtale_tui.conversation.model import (
    STEPS,
    Agreement,
    Blank,
    CardUse,
    Conversation,
    Person,
    Times,
)
from samtale_tui.conversation.rounds import Round, RoundTime
from samtale_tui.deck.model import Card, Deck, Field, Theme, Wheel
from samtale_tui.method import placemat, placemat_course
from samtale_tui.method.bridging import Asked, Bridge, Bridging, Skipped, Spoken
from samtale_tui.method.clock import Moment, Stopwatch
from samtale_tui.method.fishbowl import Fishbowl
from samtale_tui.method.fishbowl_begin import propose
from samtale_tui.method.fishbowl_notes import add_note
from samtale_tui.method.fishbowl_steps import new_topic, next_step
from samtale_tui.method.halves import Keep, Wish
from samtale_tui.method.iglo import Iglo
from samtale_tui.method.iglo_parts import Grounds, Idea, IgloNote, IgloStep, LevelText, Thought
from samtale_tui.method.placemat import Placemat
from samtale_tui.method.placemat_groups import write_field, write_middle
from samtale_tui.method.placemat_phases import Sharing
from samtale_tui.method.run import Ending
from samtale_tui.method.spiral import Direction, Spiral, Turn
from samtale_tui.plan.approval import Approval
from samtale_tui.plan.model import Action, Origin, Way

DECK = Deck(
    format=1,
    id="lille",
    title="Lille sæt",
    conversation="tus",
    wheel=Wheel(rim="Teamets udvikling"),
    themes=(Theme(id="faglighed", title="Faglighed", colour="blue"),),
    fields=(
        Field(id="opgaver", theme="faglighed", title="Opgaver"),
        Field(id="borgere", theme="faglighed", title="Borgere"),
    ),
    cards=(
        Card(field="opgaver", text="Hvad lykkes vi med?", probes=("Hvornår?",)),
        Card(field="borgere", text="Hvem?"),
    ),
)

START = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)


def conversation(**changes: object) -> Conversation:
    """Team Nord's conversation before anything has happened in it."""
    people = (Person(id="p1", name="Anna"), Person(id="p2", name="Bo"))
    made = Conversation(id="2026-11-21-team-nord", created=START, team="Team Nord", people=people, deck=DECK)
    return made.but(**changes)


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> Moment:
        return Moment(1000.0 + self.seconds, START + timedelta(seconds=self.seconds))


# Commands


def agree(value: Conversation, text: str) -> Conversation:
    number = 1 + max((int(each.id[1:]) for each in value.agreements), default=0)
    return value.but(agreements=(*value.agreements, Agreement(id=f"a{number}", text=text, field="opgaver")))


def reword(value: Conversation, place: int, text: str) -> Conversation:
    changed = tuple(each.but(text=text) if n == place else each for n, each in enumerate(value.agreements))
    return value.but(agreements=changed)


def drop_agreement(value: Conversation, place: int) -> Conversation:
    return value.but(agreements=tuple(each for n, each in enumerate(value.agreements) if n != place))


def note(value: Conversation, card: str, text: str) -> Conversation:
    return value.but(uses=value.uses | {card: value.use(card).but(notes=text)})


def draw(value: Conversation, card: str) -> Conversation:
    return value.but(uses=value.uses | {card: value.use(card).but(used=True)}, card=card)


def forget_card(value: Conversation, card: str) -> Conversation:
    return value.but(uses={name: use for name, use in value.uses.items() if name != card})


def add_action(value: Conversation, what: str, way: Way | None, deadline: date | None) -> Conversation:
    number = 1 + max((int(each.id[1:]) for each in value.actions), default=0)
    return value.but(actions=(*value.actions, Action(id=f"h{number}", what=what, way=way, deadline=deadline)))


def move_up(value: Conversation, place: int) -> Conversation:
    actions = list(value.actions)
    if 0 < place < len(actions):
        actions[place - 1 : place + 1] = reversed(actions[place - 1 : place + 1])
    return value.but(actions=tuple(actions))


def name_responsible(value: Conversation, place: int, who: str) -> Conversation:
    return value.but(
        actions=tuple(a.but(responsible=who) if n == place else a for n, a in enumerate(value.actions))
    )


def rename(value: Conversation, team: str) -> Conversation:
    return value.but(team=team)


def book(value: Conversation, minutes: int) -> Conversation:
    return value.but(booked_minutes=minutes)


def write_blank(value: Conversation, text: str) -> Conversation:
    card = Card(field="borgere", kind="blank", text=text)
    return value.but(blanks=(*value.blanks, Blank(id=f"b{len(value.blanks) + 1}", card=card)))


def start_round(value: Conversation, now: Moment) -> Conversation:
    name = f"r{len(value.times.rounds) + 1}"
    spiral = Spiral(people=("p1", "p2"), opener="p1", speaker="p1", frame_seconds=720, turn_seconds=90)
    times = value.times.but(
        rounds=value.times.rounds | {name: RoundTime(card="opgaver-1", watch=Stopwatch().start(now))}
    )
    return value.but(rounds=(*value.rounds, Round(id=name, card="opgaver-1", spiral=spiral)), times=times)


def next_turn(value: Conversation, seconds: float) -> Conversation:
    if not value.rounds or value.rounds[-1].spiral is None:
        return value
    *earlier, last = value.rounds
    if last.spiral is None:
        return value
    spiral = last.spiral.but(turns=(*last.spiral.turns, Turn(person=last.spiral.speaker, seconds=seconds)))
    spiral = spiral.but(speaker="p2" if spiral.speaker == "p1" else "p1", turn_began=seconds)
    return value.but(rounds=(*earlier, last.but(spiral=spiral)))


def choose_field(value: Conversation, field: str) -> Conversation:
    return value.but(field=field)


def go_to(value: Conversation, step: str) -> Conversation:
    return value.but(step=step)


def half_write(value: Conversation, key: str, text: str) -> Conversation:
    return value.but(drafts=value.drafts | {key: text})


# Conversations of every shape

TEXTS = st.text(max_size=6) | st.sampled_from(
    [
        "",
        "æøå 👩‍👩‍👧",
        "[/x] [Maria]",
        "a\nb\n\nc",
        'citat " og \\',
        '"""',
        "\x00\x1b[31m\r\n\x7f\u2028",
        "nan",
        "lang " * 40,
    ]
)
IDS = st.sampled_from(["a1", "a2", "h1", "r1", "opgaver-1", "borgere-12", "x" * 60])
FIELDS = st.sampled_from(["opgaver", "borgere"])
SECONDS = st.floats(min_value=0, max_value=1e9) | st.sampled_from([0.0, 0.1, 1e-7, 123456.789, 1e16])
ZONES = st.sampled_from([UTC, timezone(timedelta(hours=1)), timezone(-timedelta(hours=9, minutes=30))])
MOMENTS = st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=ZONES)  # noqa: DTZ001 - the strategy adds it
DAYS = st.none() | st.dates(date(1990, 1, 1), date(2100, 1, 1))
PLACES = st.integers(0, 3)


def _ids(letter: str) -> st.SearchStrategy:
    return st.integers(0, 12).map(lambda number: f"{letter}{number}") | st.just(f"{letter}999999999")


stopwatches = st.builds(Stopwatch, elapsed=SECONDS) | st.builds(
    Stopwatch, elapsed=SECONDS, since=SECONDS, since_wall=MOMENTS
)
spirals = st.builds(
    Spiral,
    people=st.just(("p1", "p2", "p3")),
    opener=st.sampled_from(["p1", "p2"]),
    speaker=st.sampled_from(["p1", "p3"]),
    direction=st.sampled_from(Direction),
    frame_seconds=st.floats(1, 1e5),
    turn_seconds=st.floats(30, 1e4),
    turn_began=SECONDS,
    turn_extra=st.floats(-300, 300),
    turns=st.lists(
        st.builds(Turn, person=st.just("p1"), seconds=SECONDS, passed=st.booleans()), max_size=3
    ).map(tuple),
    ending=st.none() | st.sampled_from(Ending),
)
_BRIDGES = {
    "question": st.none() | st.integers(0, 9),
    "names": st.lists(st.sampled_from(["p1", "p2", "p3"]), max_size=3, unique=True).map(tuple),
    "text": TEXTS,
}
dialogues = st.builds(
    Bridging,
    people=st.just(("p1", "p2", "p3")),
    frame_seconds=st.floats(1, 1e5),
    questions=st.lists(TEXTS, max_size=3).map(tuple),
    opener=st.none() | st.just("p2"),
    spoken=st.lists(st.builds(Spoken, person=st.sampled_from(["p1", "p3"]), at=SECONDS), max_size=3).map(
        tuple
    ),
    asked=st.lists(st.builds(Asked, at=SECONDS, **_BRIDGES), max_size=2).map(tuple),
    skipped=st.lists(st.builds(Skipped, after=st.integers(0, 3), **_BRIDGES), max_size=2).map(tuple),
    turned_to=st.none() | st.just("p1"),
    worded=st.none() | st.builds(Bridge, **_BRIDGES),
    ending=st.none() | st.sampled_from(Ending),
)
squares = st.builds(
    IgloNote,
    id=st.integers(0, 12).map(lambda number: f"s{number}"),
    idea=st.sampled_from(["i1", "i2"]),
    level=st.sampled_from(IgloLevel),
    horizon=st.sampled_from(Horizon),
    what=TEXTS,
    how=TEXTS,
    who=TEXTS,
    start=DAYS,
    follow_when=DAYS,
    action=st.sampled_from(["", "h1", "h9"]),
)
iglos = st.builds(
    Iglo,
    people=st.just(("p1", "p2", "p3")),
    frame_seconds=st.floats(1, 1e5),
    levels=st.sampled_from([(), (LevelText(level=IgloLevel.GROUP, title="Os"),)]),
    step=st.sampled_from(IgloStep),
    ideas=st.tuples(
        st.builds(Idea, id=st.just("i1"), text=TEXTS.map(lambda text: f"Idé {text}"), agreement=IDS),
        st.builds(
            Idea,
            id=st.just("i2"),
            text=TEXTS.map(lambda text: f"Idé {text}"),
            chosen=st.none() | st.sampled_from(Grounds),
            talked=st.sampled_from([(), (Thought.WHY, Thought.DRIVER)]),
        ),
    ),
    idea=st.just("i2"),
    notes=st.lists(squares, max_size=3, unique_by=lambda each: each.id).map(tuple),
    ending=st.none() | st.sampled_from(Ending),
    ended_at=SECONDS,
)


@st.composite
def fishbowls(draw_from: st.DrawFn) -> Fishbowl:
    """One under way or over, some of it written down."""
    wish = Wish(keep=draw_from(st.sampled_from(Keep)), one="p1", other="p2")
    state = propose(
        ("p1", "p2", "p3"),
        draw_from(st.floats(1, 1e5)),
        random.Random(draw_from(st.integers(0, 9))),
        wishes=draw_from(st.sampled_from([(), (wish,)])),
    )
    at = 0.0
    for text in draw_from(st.lists(TEXTS, max_size=4)):
        at += draw_from(st.floats(0, 1e4))
        state = add_note(new_topic(next_step(state, at), text), draw_from(st.integers(0, 2)), text, "p3")
    if draw_from(st.booleans()):
        state = state.left("p2", at)
    return state.closed(at, Ending.CLOSED) if draw_from(st.booleans()) else state


@st.composite
def placemats(draw_from: st.DrawFn) -> Placemat:
    """Somewhere in its phases, with something written."""
    state = placemat.propose(
        ("p1", "p2", "p3"), draw_from(st.floats(1, 1e5)), sharing=draw_from(st.sampled_from(Sharing))
    )
    for at in sorted(draw_from(st.lists(st.floats(0, 1e5), max_size=8))):
        state = placemat_course.next_step(state, at)
    state = write_field(write_middle(state, 1, draw_from(TEXTS)), 1, "p2", draw_from(TEXTS))
    ending = draw_from(st.none() | st.sampled_from(Ending))
    return state if ending is None else state.closed(1e5, ending)


actions = st.builds(
    Action,
    id=IDS,
    what=TEXTS,
    why=TEXTS,
    how=TEXTS,
    way=st.none() | st.sampled_from(Way),
    horizon=st.none() | st.sampled_from(Horizon),
    responsible=TEXTS,
    start=DAYS,
    deadline=DAYS,
    origin=st.builds(Origin, field=TEXTS, card=TEXTS, agreement=st.none() | IDS),
)
agreements = st.builds(
    Agreement,
    id=_ids("a"),
    text=TEXTS,
    field=st.none() | IDS,
    card=st.none() | IDS,
    votes=st.integers(0, 999),
)
parked = st.builds(
    Parked,
    id=_ids("k"),
    text=TEXTS,
    belongs=st.sampled_from(Belongs),
    in_documents=st.none() | st.booleans(),
    done=st.booleans(),
    field=st.none() | IDS,
    card=st.none() | IDS,
)
framings = st.builds(
    Framing,
    day=DAYS,
    timing=st.none() | st.sampled_from(Timing),
    members=st.none() | st.sampled_from(Members),
    reasons=st.lists(st.sampled_from(Reason), unique=True, max_size=7).map(tuple),
    purpose=TEXTS,
    check_in=TEXTS,
    expectations=TEXTS,
    ground_rules=st.none() | st.lists(TEXTS.map(lambda text: f"Regel {text}"), max_size=3).map(tuple),
    roles=st.dictionaries(st.sampled_from(Role), TEXTS),
    agenda=st.lists(
        st.builds(
            AgendaItem,
            topic=TEXTS.map(lambda text: f"Emne {text}"),
            minutes=st.none() | st.integers(1, 1440),
        ),
        max_size=3,
    ).map(tuple),
    breaks=st.lists(
        st.builds(Break, after=st.integers(1, 1440), minutes=st.integers(1, 240)), max_size=3
    ).map(tuple),
)
blanks = st.builds(
    Blank,
    id=_ids("b"),
    card=st.builds(Card, field=FIELDS, kind=st.just("dialogue"), text=TEXTS.map(lambda text: f"Kort {text}")),
)


def _some(of: st.SearchStrategy, least: int = 0) -> st.SearchStrategy:
    """A few, those with ids each with its own."""
    return st.lists(of, min_size=least, max_size=3 + least, unique_by=_identity).map(tuple)


def _identity(each: object) -> object:
    return getattr(each, "id", None) or object()


PEOPLE = tuple(Person(id=f"p{n}", name=name) for n, name in enumerate(("Anna", "Bo", "Carina"), 1))
"""Those who may be in a round; others come and go."""


def _with_those_in_rounds(others: tuple[Person, ...]) -> tuple[Person, ...]:
    return (*PEOPLE, *(each for each in others if each.id not in {"p1", "p2", "p3"}))


_PARTS: dict[str, st.SearchStrategy] = {
    "id": IDS,
    "created": MOMENTS,
    "team": TEXTS,
    "people": _some(st.builds(Person, id=_ids("p"), name=TEXTS)).map(_with_those_in_rounds),
    "booked_minutes": st.integers(5, 24 * 60),
    "times": st.builds(
        Times,
        begun=st.none() | MOMENTS,
        rounds=st.dictionaries(_ids("r"), st.builds(RoundTime, card=IDS, watch=stopwatches), max_size=3),
    ),
    "step": st.sampled_from(STEPS),
    "field": st.none() | FIELDS,
    "card": st.none() | TEXTS,
    "uses": st.dictionaries(TEXTS, st.builds(CardUse, used=st.booleans(), notes=TEXTS), max_size=3),
    "blanks": _some(blanks),
    "agreements": _some(agreements),
    "rounds": _some(
        st.builds(Round, id=_ids("r"), card=IDS, spiral=spirals)
        | st.builds(Round, id=_ids("r"), card=IDS, bridging=dialogues)
        | st.builds(Round, id=_ids("r"), card=IDS, iglo=iglos)
        | st.builds(Round, id=_ids("r"), card=IDS, fishbowl=fishbowls())
        | st.builds(Round, id=_ids("r"), card=IDS, placemat=placemats())
    ),
    "plan_minutes": st.none() | st.integers(0, 120),
    "framing": framings,
    "groups": st.sampled_from([(), (("p1", "p2"), ("p3",)), (("p3",), ("p1",))]),
    "chosen": st.lists(
        st.builds(ChosenCard, card=IDS, why=TEXTS, by=st.sampled_from(Chooser)),
        max_size=3,
        unique_by=lambda each: each.card,
    ).map(tuple),
    "parked": _some(parked),
    "evaluation": st.builds(
        Evaluation,
        outcome=TEXTS,
        constructive=TEXTS,
        better=TEXTS,
        others=st.dictionaries(st.sampled_from(["q1", "q2", "q10"]), TEXTS, max_size=2),
    ),
    "approvals": _some(
        st.builds(
            Approval,
            who=st.sampled_from(["p1", "p2", "leader"]),
            day=st.dates(date(1990, 1, 1), date(2100, 1, 1)),
            comment=TEXTS,
        )
    ),
    "delete_on": DAYS,
    "turn_seconds": st.none() | st.integers(10, 3600),
    "frame_minutes": st.none() | st.integers(1, 240),
    "bell": st.booleans(),
    "actions": _some(actions),
    "drafts": st.dictionaries(TEXTS, TEXTS, max_size=3),
    "documents": TEXTS,
    "written": _some(TEXTS),
    "written_of": TEXTS,
}


@st.composite
def conversations(draw_from: st.DrawFn) -> Conversation:
    """A conversation with some of its parts made up."""
    names = draw_from(st.lists(st.sampled_from(sorted(_PARTS)), max_size=6, unique=True))
    return conversation(**{"people": PEOPLE} | {name: draw_from(_PARTS[name]) for name in names})


@st.composite
def changed(draw_from: st.DrawFn, value: Conversation) -> Conversation:
    """The conversation with some of its parts from another one, and some of its lists altered a little."""
    other = draw_from(conversations())
    names = draw_from(st.lists(st.sampled_from(sorted(_PARTS)), max_size=4, unique=True))
    value = value.but(**{name: getattr(other, name) for name in names})
    name = draw_from(st.sampled_from(["people", "agreements", "rounds", "actions", "blanks", "parked"]))
    elements = list(draw_from(st.permutations(getattr(value, name))))
    if elements:
        elements[draw_from(PLACES) :] = draw_from(_some(st.sampled_from([*elements, *getattr(other, name)])))
        elements = list({each.id: each for each in elements}.values())
        kept = _with_those_in_rounds(tuple(elements)) if name == "people" else tuple(elements)
        value = value.but(**{name: kept})
    if value.actions:
        first, *rest = value.actions
        value = value.but(
            actions=(first.but(why=draw_from(TEXTS), way=draw_from(st.none() | st.sampled_from(Way))), *rest)
        )
    if value.rounds:
        value = next_turn(value, draw_from(SECONDS))
    return value
