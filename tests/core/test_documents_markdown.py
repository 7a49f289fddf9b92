"""The development plan as people read it, in the file as it is and in any program that shows Markdown."""

import re
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from team_nord import HOSTILE, conversation, deck

from samtale_tui.basis.text import clean, clean_line
from samtale_tui.conversation.model import Agreement, Blank, CardUse, Conversation, Person
from samtale_tui.deck.model import Card, Field
from samtale_tui.documents.markdown import plan_as_markdown
from samtale_tui.documents.markdown_text import cell, heading, inline, prose, table
from samtale_tui.plan.model import Action, Origin

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
MARKS = "ab1. \n\t|*_#[]<>`~-+=!&;:\\(){}$^\"'/æ\xa0\u2028\u202e\x1b\x00"
texts = st.one_of(
    st.text(st.sampled_from(MARKS), max_size=60), st.text(max_size=40), st.sampled_from(HOSTILE[:-1])
).map(clean)


def shown(tokens: list[Token] | None) -> str:
    """What a reader sees; fails where Markdown acted."""
    said = {"softbreak": "\n", "hardbreak": "\n"}
    for token in tokens or ():
        assert token.type == "text" or token.type in said, token
    return "".join(token.content if token.type == "text" else said[token.type] for token in tokens or ())


def paragraphs(text: str) -> list[str]:
    """The text's paragraphs, each line trimmed."""
    blocks = re.split(r"\n\s*\n", text.strip())
    return ["\n".join(map(clean_line, block.split("\n"))) for block in blocks if block]


def inlines(markdown: str) -> list[Token]:
    return [token for token in READER.parse(markdown) if token.type == "inline"]


@given(texts)
@example("a\n---")
@example("a | b\n-|-")
@example("* * *")
def test_prose_shows_exactly_the_words(text: str) -> None:
    tokens = READER.parse(prose(text))
    assert {token.type for token in tokens} <= {"paragraph_open", "inline", "paragraph_close"}
    assert [shown(token.children) for token in tokens if token.type == "inline"] == paragraphs(text)


@given(texts)
@example("[ ] x")
@example("- - x")
@example("    x")
def test_prose_stays_within_its_list_item(text: str) -> None:
    tokens = READER.parse(f"- {prose(text, '  ')}\n- næste")
    kinds = [token.type for token in tokens if not token.type.startswith(("paragraph", "inline"))]
    assert kinds == [
        "bullet_list_open",
        *["list_item_open", "list_item_close"] * 2,
        "bullet_list_close",
    ]
    assert [shown(t.children) for t in tokens if t.type == "inline"] == [*paragraphs(text), "næste"]


@given(texts)
def test_prose_after_words_of_our_own_shows_exactly_the_words(text: str) -> None:
    got = [shown(token.children) for token in inlines("- Hvorfor: " + prose(text, "  ", begun=True))]
    first, *others = paragraphs(text) or [""]
    assert got == [f"Hvorfor: {first}".strip(), *others]


@given(texts, texts)
def test_a_cell_shows_exactly_the_words_and_breaks_no_table(one: str, other: str) -> None:
    tokens = READER.parse(table([["A", "B", "C"], [cell(one), cell(other), "x"]]))
    assert [token.type for token in tokens if token.type in ("table_open", "tr_open")] == [
        "table_open",
        "tr_open",
        "tr_open",
    ]
    got = [shown(token.children) for token in tokens if token.type == "inline"]
    assert got == ["A", "B", "C", clean_line(one), clean_line(other), "x"]


@given(texts)
@example("#")
@example("Lær C #")
def test_a_heading_shows_exactly_the_words(text: str) -> None:
    tokens = READER.parse(f"### 1. {heading(text)}\n\nx")
    assert [token.type for token in tokens][:3] == ["heading_open", "inline", "heading_close"]
    assert shown(tokens[1].children) == f"1. {clean_line(text)}".strip()


@pytest.mark.parametrize(
    "text",
    [
        "snake_case og 2 * 3 = 6",
        "5 < 6 > 4 & så videre",
        "Vi mødes kl. 9.30 – 12.3.2027 (måske)!",
        "-5 grader, +45 12 34 56 78",
        "https://example.dk/a_b?c=1&d=2",
        "Q&A: 50 % #hverdag",
        "a ~ b",
        "»Citat« og »citat«",
    ],
)
def test_ordinary_text_is_not_touched(text: str) -> None:
    assert prose(text) == text


def test_the_whole_document_reads_like_this() -> None:
    assert plan_as_markdown(conversation()) == WHOLE


def test_one_persons_plan_has_its_own_title() -> None:
    own = conversation(team="Maria", deck=deck().but(conversation="mus"))
    assert plan_as_markdown(own).startswith(
        "# Kompetenceudviklingsplan · Maria\n\n- **Samtale:** Medarbejderudviklingssamtale (MUS)\n"
    )


def test_nothing_of_the_facilitators_own_is_in_it() -> None:
    text = plan_as_markdown(conversation())
    assert "HEMMELIG" not in text
    assert "HALVSKREVET" not in text
    assert "Hvad vil vi slippe?" not in text


def test_there_are_no_empty_headings() -> None:
    bare = conversation(people=(), actions=(), agreements=(), uses={}, team="")
    assert plan_as_markdown(bare) == (
        "# Teamudviklingsplan\n\n- **Samtale:** Teamudviklingssamtale (TUS)\n"
        "- **Dato:** fredag den 12. marts 2027\n\nDer er ingen handlinger i planen endnu.\n"
    )


def test_agreements_without_a_plan_are_the_agreements() -> None:
    text = plan_as_markdown(conversation(actions=()))
    assert "## Aftaler\n\n- Sparring hver tirsdag (Opgaver)\n- Døren står åben (Mål og værdier)\n" in text


def test_follow_ups_come_in_the_order_of_their_dates_and_then_of_the_plan() -> None:
    days = [date(2027, 6, 8), date(2027, 5, 3), date(2027, 6, 8)]
    due = tuple(Action(id=f"h{n}", what=f"Nr. {n}", follow_when=day) for n, day in enumerate(days, 1))
    section = plan_as_markdown(conversation(actions=due)).split("## Opfølgning\n\n")[1].split("\n\n")[0]
    assert [line.split("**")[2].strip() for line in section.split("\n")] == [
        "2. Nr. 2",
        "1. Nr. 1",
        "3. Nr. 3",
    ]


def test_a_long_action_is_short_in_the_overview_and_whole_in_its_section() -> None:
    long = "Vi taler " + "meget " * 40 + "sammen"
    text = plan_as_markdown(conversation(actions=(Action(id="h1", what=long + "\nog lytter"),)))
    overview, section = text.split("## Handlinger")
    assert "Vi taler meget" in overview
    assert max(map(len, overview.split("\n"))) < 140
    assert f"{long}  \nog lytter\n" in section


@pytest.mark.parametrize("text", HOSTILE[:-1])
def test_hostile_text_everywhere_leaves_the_document_as_it_was(text: str) -> None:
    tame, wild = (plan_as_markdown(_everywhere(words)) for words in ("ord", text))
    assert _skeleton(tame) == _skeleton(wild)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", wild)


def test_a_megabyte_of_letters_is_whole_in_its_section_and_short_elsewhere() -> None:
    letters = HOSTILE[-1]
    text = plan_as_markdown(conversation(actions=(Action(id="h1", what=letters, responsible="Anna"),)))
    long = [line for line in text.split("\n") if len(line) > 200]
    assert long == [letters]


def _everywhere(text: str) -> Conversation:
    """A conversation with the words in every place where people write."""
    words = clean_line(text[:80]) or "x"
    action = Action(
        id="h1",
        what=text,
        why=text,
        how=text,
        responsible=text,
        follow_how=text,
        follow_when=date(2027, 5, 3),
        follow_who=text,
        origin=Origin(field=text, card=text, agreement="a1"),
    )
    small = deck()
    fields = (Field(id="opgaver", theme="faglighed", title=words), *small.fields[1:])
    cards = (Card(field="opgaver", text=text[:1000].strip() or "x"), *small.cards[1:])
    return conversation(
        team=text,
        people=(Person(id="p1", name=text), Person(id="p2", name=text)),
        agreements=(Agreement(id="a2", text=text, field="opgaver"),),
        actions=(action, action.but(id="h2")),
        blanks=(Blank(id="b1", card=Card(field="opgaver", kind="blank", text=text[:1000])),),
        uses={"opgaver-1": CardUse(used=True), "b1": CardUse(used=True)},
        deck=small.but(fields=fields, cards=cards),
    )


def _skeleton(markdown: str) -> list[str]:
    """What the document is made of, whatever the words: neither paragraphs nor breaks of lines."""
    found = []
    for token in READER.parse(markdown):
        if token.type.startswith("paragraph"):
            continue
        found.append(token.type)
        found.extend(
            child.type
            for child in token.children or ()
            if child.type not in ("text", "softbreak", "hardbreak")
        )
    return [kind for kind in found if kind != "inline"]


def test_an_empty_text_is_empty_everywhere() -> None:
    assert (inline(""), cell(" "), heading("\n"), prose("\n\n")) == ("", "", "", "")


WHOLE = """\
# Teamudviklingsplan · Team Nord

- **Samtale:** Teamudviklingssamtale (TUS)
- **Dato:** fredag den 12. marts 2027
- **Deltagere:** Anna, Bo, Anna (2)

## Overblik

| Nr. | Handling                | Ansvarlig | Frist        | Opfølgning   |
| --- | ----------------------- | --------- | ------------ | ------------ |
| 1   | Sparring hver tirsdag   | Anna (2)  | 1. jun. 2027 | 8. jun. 2027 |
| 2   | Fælles velkomst til nye | mangler   | mangler      | 3. maj 2027  |
| 3   | Endnu ikke beskrevet    | mangler   | mangler      | mangler      |

## Handlinger

### 1. Sparring hver tirsdag

- **Hvorfor:** Så vi lærer af hinanden
- **Hvordan:** To og to, en halv time ad gangen
- **Vej til læring:** Sparring og videndeling
- **Sigt:** Kort sigt
- **Ansvarlig:** Anna (2)
- **Start:** torsdag den 1. april 2027
- **Frist:** tirsdag den 1. juni 2027
- **Opfølgning:** tirsdag den 8. juni 2027
- **Sådan følger vi op:** Kort status på teammødet
- **Følger op:** Bo
- **Kommer fra:** Opgaver: »Hvad lykkes vi med?«

### 2. Fælles velkomst til nye

- **Opfølgning:** mandag den 3. maj 2027

*Mangler ansvarlig og frist.*

### 3. Endnu ikke beskrevet

*Mangler ansvarlig, frist og opfølgning.*

## Opfølgning

- **mandag den 3. maj 2027:** 2. Fælles velkomst til nye
- **tirsdag den 8. juni 2027:** 1. Sparring hver tirsdag · Bo · Kort status på teammødet

## Aftaler, der ikke er blevet til handlinger

- Døren står åben (Mål og værdier)

## Det talte vi om

- **Opgaver**
  - Hvad lykkes vi med?
- **Mål og værdier**
"""
