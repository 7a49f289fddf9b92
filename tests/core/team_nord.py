"""A conversation of Team Nord to make plans and documents from, and text that is out to do harm."""

from datetime import UTC, date, datetime

from samtale_tui.basis.words import Horizon
from samtale_tui.conversation.model import Agreement, CardUse, Conversation, Person, Times
from samtale_tui.deck.model import Card, Deck, Field, Theme, Wheel
from samtale_tui.plan.model import Action, Origin, Way

HOSTILE = (
    "[/x]",
    "[Maria]",
    "[@click=app.quit]x[/]",
    "[her](javascript:alert(1))",
    "[x]: https://example.com",
    "![x](y)",
    "\x1b[31mrød\x1b[0m",
    "\x1b]0;ny titel\x07tekst",
    "a\u202eb\u2066c",
    "nul\x00tegn",
    "| a |",
    "a | b\n--|--\n1 | 2",
    "|---|---|",
    "<script>alert(1)</script>",
    "<!-- væk -->",
    "Anna <anna@example.com>",
    "&lt;b&gt; &copy; &#60;",
    "1. x",
    "12) x",
    "- x",
    "+ x",
    "* x",
    "# x",
    "#x",
    "x #",
    "> x",
    "---",
    "a\n---",
    "a\n===",
    "***",
    "___",
    "```\nkode\n```",
    "~~~",
    "~~væk~~ og ~væk~",
    "*fed* **federe** _skrå_ __ _a_b_",
    "`kode`",
    "$x$ {y} {{z}}",
    ": x",
    "\\",
    "C:\\mappe\\*",
    "    indrykket",
    "\tindrykket",
    "a\n\n\n    b",
    "linje  \nbrud",
    '"""',
    "'''",
    'slutter på "',
    "slutter på \\",
    "👩‍👩‍👧 å æ ø e\u0301",
    "x" * 1_000_000,
)
"""Text as it might be typed, pasted or read from a file."""


def deck() -> Deck:
    """A small deck whose cards have hints."""
    return Deck(
        format=1,
        id="lille",
        title="Lille kortsæt",
        conversation="tus",
        wheel=Wheel(rim="Teamets udvikling"),
        themes=(Theme(id="faglighed", title="Faglighed", colour="blue"),),
        fields=(
            Field(id="opgaver", theme="faglighed", title="Opgaver"),
            Field(id="maal", theme="faglighed", title="Mål og værdier"),
            Field(id="borgere", theme="faglighed", title="Borgere"),
        ),
        cards=(
            Card(field="opgaver", text="Hvad lykkes vi med?", hint="HEMMELIGT HINT"),
            Card(field="opgaver", text="Hvad vil vi slippe?"),
            Card(field="maal", text="Hvad er vi her for?"),
        ),
    )


def actions() -> tuple[Action, ...]:
    """One action with everything, one with little, one with nothing."""
    return (
        Action(
            id="h1",
            what="Sparring hver tirsdag",
            why="Så vi lærer af hinanden",
            how="To og to, en halv time ad gangen",
            way=Way.SPARRING,
            horizon=Horizon.SHORT,
            responsible="Anna (2)",
            start=date(2027, 4, 1),
            deadline=date(2027, 6, 1),
            follow_how="Kort status på teammødet",
            follow_when=date(2027, 6, 8),
            follow_who="Bo",
            origin=Origin(field="Opgaver", card="Hvad lykkes vi med?", agreement="a1"),
        ),
        Action(id="h2", what="Fælles velkomst til nye", follow_when=date(2027, 5, 3)),
        Action(id="h3"),
    )


def conversation(**changes: object) -> Conversation:
    """Team Nord's conversation at its end."""
    whole = Conversation(
        id="2027-03-12-team-nord",
        created=datetime(2027, 3, 1, 8, tzinfo=UTC),
        team="Team Nord",
        people=(Person(id="p1", name="Anna"), Person(id="p2", name="Bo"), Person(id="p3", name="Anna")),
        times=Times(begun=datetime(2027, 3, 12, 12, tzinfo=UTC)),
        uses={
            "opgaver-1": CardUse(used=True, notes="HEMMELIG NOTE"),
            "opgaver-2": CardUse(notes="HEMMELIG NOTE"),
        },
        agreements=(
            Agreement(id="a1", text="Sparring hver tirsdag", field="opgaver", card="opgaver-1"),
            Agreement(id="a2", text="Døren står åben", field="maal"),
        ),
        actions=actions(),
        drafts={"action/why": "HALVSKREVET"},
        deck=deck(),
    )
    return whole.but(**changes)
