"""Any deck that the models allow, and any damage to the file of one."""

from collections.abc import Callable

import tomli
import tomli_w
from hypothesis import strategies as st

from samtale_tui.basis.text import clean_line, clean_prose
from samtale_tui.basis.words import ConversationKind, IgloLevel, MethodName
from samtale_tui.deck.method_texts import LevelText, MethodTexts
from samtale_tui.deck.model import Card, CardKind, Colour, Deck, Field, Place, Theme, Wheel
from samtale_tui.deck.rules import CardChoice, Rules

_SIGNS = st.sampled_from("abc æøåÅ.,?\"'\\#[]{}=|\n\t日😀é–…") | st.characters(exclude_categories=["Cs"])
_IDS = st.from_regex(r"[a-z0-9][a-z0-9-]{0,8}", fullmatch=True)


def _texts(most: int, clean: Callable[[str], str], least: int = 1) -> st.SearchStrategy[str]:
    return st.text(_SIGNS, max_size=most).map(clean).filter(lambda text: least <= len(text) <= most)


LINES = _texts(30, clean_line)
PROSE = _texts(40, clean_prose)
_LISTS = st.lists(PROSE, max_size=3).map(tuple)
_CHOICES = st.none() | st.builds(
    lambda least, more: CardChoice(least=least, most=least + more), st.integers(0, 9), st.integers(0, 9)
)


@st.composite
def _wraps(draw: st.DrawFn, title: str) -> str | None:
    """A title's wrap, with marks anywhere in it."""
    if draw(st.booleans()):
        return None
    at = draw(st.integers(0, len(title)))
    wrap = clean_line(f"{title[:at]}|{title[at:]}")
    return wrap if wrap.replace("|", "").replace(" ", "") == title.replace(" ", "") else None


@st.composite
def _cards(draw: st.DrawFn, field: str) -> Card:
    kind = draw(st.sampled_from(CardKind))
    topic = {key: draw(_LISTS) for key in ("back", "now", "forward")} if kind is CardKind.TOPIC else {}
    needs_method = kind is CardKind.EXERCISE
    return Card(
        field=field,
        kind=kind,
        text=draw(PROSE if kind is not CardKind.BLANK else st.just("") | PROSE),
        probes=draw(_LISTS),
        hint=draw(st.just("") | PROSE),
        minutes=draw(st.none() | st.integers(1, 240)),
        method=draw(st.sampled_from(MethodName) if needs_method else st.none() | st.sampled_from(MethodName)),
        **topic,
    )


@st.composite
def decks(draw: st.DrawFn) -> Deck:
    """A deck with a ring, perhaps a hub, and any rules that hang together."""
    theme_ids = draw(st.lists(_IDS, min_size=1, max_size=3, unique=True))
    places = [Place.RING, *(draw(st.sampled_from(Place)) for _ in theme_ids[1:])]
    themes = [
        Theme(id=id_, title=draw(LINES), colour=draw(st.sampled_from(Colour)), place=place)
        for id_, place in zip(theme_ids, places, strict=True)
    ]
    fields = []
    for number, id_ in enumerate(draw(st.lists(_IDS, min_size=1, max_size=4, unique=True))):
        title = draw(LINES)
        theme = theme_ids[0] if number == 0 else draw(st.sampled_from(theme_ids))
        fields.append(Field(id=id_, theme=theme, title=title, wrap=draw(_wraps(title))))
    ids = [field.id for field in fields]
    named = st.lists(st.sampled_from(ids[:-1] or ids), max_size=3).map(tuple)
    rules = Rules(
        ground_rules_title=draw(st.none() | LINES),
        ground_rules=draw(_LISTS),
        mandatory=draw(named),
        excluded=draw(st.just(()) | st.just((ids[-1],))) if len(ids) > 1 else (),
        council=draw(named),
        leader_cards=draw(_CHOICES),
        employee_cards=draw(_CHOICES),
        plan_minutes=draw(st.integers(0, 120)),
        plan=draw(st.sampled_from(["optional", "required"])),
        approval=draw(st.sampled_from(["none", "both", "all"])),
        delete_after_days=draw(st.none() | st.integers(1, 3650)),
        evaluation=draw(_LISTS),
        prepare_leader=draw(_LISTS),
        prepare_employees=draw(_LISTS),
        reminders=draw(_LISTS),
    )
    levels = draw(st.lists(st.sampled_from(IgloLevel), max_size=4, unique=True))
    methods = MethodTexts(
        bridging=draw(_LISTS),
        levels=tuple(
            LevelText(level=each, title=draw(st.none() | LINES), explain=draw(st.none() | PROSE))
            for each in levels
        ),
    )
    cards = draw(st.lists(st.sampled_from(ids).flatmap(_cards), max_size=4))
    return Deck(
        format=1,
        id=draw(_IDS),
        title=draw(LINES),
        conversation=draw(st.sampled_from(ConversationKind)),
        language=draw(st.sampled_from(["da", "en"])),
        source=draw(st.just("") | PROSE),
        summary=draw(st.just("") | PROSE),
        rules=draw(st.just(Rules()) | st.just(rules)),
        methods=draw(st.just(MethodTexts()) | st.just(methods)),
        wheel=Wheel(rim=draw(LINES)),
        themes=tuple(themes),
        fields=tuple(fields),
        cards=tuple(cards),
    )


_TOKENS = (
    "\n", '"', "'", '"""', "'''", "[", "]", "{", "}", ",", "=", ".", "#", "0", "-1", "1e9", "nan", "true",
    "[[cards]]\n", "[a]\n", "[rules]\n", "12:30", "\\e", "\\x1b", "\\u202e", "2027-03-12", "id = 1\n",
    "\ufeff", "\0", "\x1b[31m", "\r", "\r\n", "\t", "æ", "😀", "é", "\u202e", "\xad", "{line}", "日本",
)  # fmt: skip
_VALUES = st.sampled_from(
    ["", " ", "x", "Æ Ø", "x" * 2000, "\x1b[31m", 0, 1, -1, 10**30, True, 0.5, [], {}, ["x", 1], {"id": "x"}]
)


@st.composite
def damaged(draw: st.DrawFn, text: str) -> bytes:
    """A deck's file with some things in it that should not be there, or not where they are."""
    disordered = draw(st.booleans())
    if disordered:
        text = tomli_w.dumps(_disordered(draw, tomli.loads(text)))
    data = text.encode()
    for _ in range(0 if disordered and draw(st.booleans()) else draw(st.integers(1, 4))):
        at, length = draw(st.integers(0, len(data))), draw(st.integers(0, 40))
        put = draw(st.binary(max_size=4) | st.sampled_from(_TOKENS).map(str.encode))
        data = data[:at] + put + data[at + length :]
    return data


def _disordered(draw: st.DrawFn, values: dict[str, object]) -> dict[str, object]:
    """A deck's values with keys gone, misspelt, given other values, or moved into another table."""
    for _ in range(draw(st.integers(1, 4))):
        at = values
        while True:
            inner = [value for value in at.values() if isinstance(value, dict) and value]
            rows = [row for value in at.values() if isinstance(value, list) for row in value[:40]]
            inner += [row for row in rows if isinstance(row, dict) and row]
            if not inner or draw(st.booleans()):
                break
            at = draw(st.sampled_from(inner))
        if not at:
            continue
        key = draw(st.sampled_from(list(at)))
        match draw(st.integers(0, 3)):
            case 0:
                del at[key]
            case 1:
                at[f"{key[:-1]}{draw(st.sampled_from(['', 'x', 'é', '😀']))}"] = at.pop(key)
            case 2:
                at[key] = draw(_VALUES)
            case _:
                values[key] = at[key]
    return values
