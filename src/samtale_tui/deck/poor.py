"""What is allowed in a deck and poor: each thing with what to do about it."""

from collections.abc import Iterator

from samtale_tui.basis.faults import At, Fault, KeyPath
from samtale_tui.basis.language import _
from samtale_tui.basis.name_places import PLACE_WORDS, unknown_places
from samtale_tui.basis.suggest import did_you_mean, quoted
from samtale_tui.deck.model import TOPIC_KEYS, Card, CardKind, Deck
from samtale_tui.deck.rules import CHOICES

MOST_QUESTION_LETTERS = 200
"""A longer question is hard to take in from a screen in one reading."""
_LISTS = ("ground_rules", "evaluation", "prepare_leader", "prepare_employees", "reminders")
"""The rules that are texts, a list each."""


def warnings_of(deck: Deck) -> Iterator[Fault]:
    """All that is poor in a deck that is right, in the order of rules, methods, themes, fields and cards."""
    yield from _too_few_to_choose(deck)
    for number, text in enumerate(deck.methods.bridging):
        yield from _long_text(("methods", "bridging", number), text)
        yield from _no_place_for_a_name(number, text)
    yield from _empty_themes(deck)
    yield from _empty_fields(deck)
    for number, card in enumerate(deck.cards):
        yield from _long_text(("cards", number, "text"), card.text)
        yield from _half_topic(number, card)
    yield from _said_twice(deck)


def _too_few_to_choose(deck: Deck) -> Iterator[Fault]:
    """Rules that ask for more cards than there are (S54)."""
    shown = {field.id for field in deck.ordered_fields}
    cards = sum(card.field in shown and card.kind is not CardKind.BLANK for card in deck.cards)
    for key in CHOICES:
        choice = getattr(deck.rules, key)
        if choice is not None and choice.least > cards:
            message = _("Her skal vælges mindst {least} kort, men der er kun {n} at vælge mellem.")
            remedy = _("Skriv flere kort, eller sæt least ned.")
            yield Fault(("rules", key), message.format(least=choice.least, n=cards), remedy)


def _empty_themes(deck: Deck) -> Iterator[Fault]:
    used = {field.theme for field in deck.fields}
    for number, theme in enumerate(deck.themes):
        if theme.id not in used:
            message = _("Temaet {title} har ingen felter, og ingen ser det.").format(
                title=quoted(theme.title)
            )
            remedy = _("Giv det et felt, eller slet det.")
            yield Fault(("themes", number), message, remedy)


def _empty_fields(deck: Deck) -> Iterator[Fault]:
    filled = {card.field for card in deck.cards}
    for number, field in enumerate(deck.fields):
        if field.id not in filled and field.id not in deck.rules.excluded:
            message = _("Feltet {title} har ingen kort.").format(title=quoted(field.title))
            yield Fault(("fields", number), message, _("Skriv mindst ét [[cards]] til det, eller slet det."))


def _long_text(path: KeyPath, text: str) -> Iterator[Fault]:
    if len(text) > MOST_QUESTION_LETTERS:
        message = _("Teksten er på {n} tegn og svær at overskue for dem, der ser den på skærmen.")
        remedy = _("Hold den under {most}, og læg resten i probes eller hint.")
        if path[0] != "cards":
            remedy = _("Hold den under {most}.")
        yield Fault(path, message.format(n=len(text)), remedy.format(most=MOST_QUESTION_LETTERS))


def _no_place_for_a_name(number: int, text: str) -> Iterator[Fault]:
    """Braces in a bridging question that no name comes into; they are shown as they stand."""
    for word in unknown_places(text):
        message = _("Der er ingen plads til navne, der hedder {word}; den bliver vist, som den står.")
        remedy = did_you_mean(word, PLACE_WORDS)
        yield Fault(("methods", "bridging", number), message.format(word=quoted(word)), remedy)


def _half_topic(number: int, card: Card) -> Iterator[Fault]:
    """A topic that does not look all three ways (S60)."""
    missing = [key for key in TOPIC_KEYS if not getattr(card, key)]
    if card.kind is CardKind.TOPIC and missing:
        message = _("Samtalekortet mangler {keys}.")
        remedy = _("Et emne ses bedst tre veje: tilbage (back), nu (now) og frem (forward).")
        yield Fault(("cards", number), message.format(keys=", ".join(map(quoted, missing))), remedy)


def _said_twice(deck: Deck) -> Iterator[Fault]:
    """Texts that stand in two places, and fields that nobody can tell apart."""
    yield from _twice(
        _texts(deck), _("Den samme tekst står i linje {line}."), _("Skriv den om, eller slet den ene.")
    )
    titles = ((("fields", number, "title"), field.title) for number, field in enumerate(deck.fields))
    yield from _twice(
        titles, _("Feltet i linje {line} hedder det samme."), _("Giv hvert felt sit eget navn.")
    )


def _twice(texts: Iterator[tuple[KeyPath, str]], message: str, remedy: str) -> Iterator[Fault]:
    first: dict[str, KeyPath] = {}
    for path, text in texts:
        said = " ".join(text.casefold().split())
        if said and first.setdefault(said, path) != path:
            yield Fault(path, message, remedy, At.VALUE, first[said])


def _texts(deck: Deck) -> Iterator[tuple[KeyPath, str]]:
    """Every text that is shown on its own, with its place."""
    for key in _LISTS:
        for number, text in enumerate(getattr(deck.rules, key)):
            yield ("rules", key, number), text
    for number, text in enumerate(deck.methods.bridging):
        yield ("methods", "bridging", number), text
    for number, level in enumerate(deck.methods.levels):
        yield ("methods", "levels", number, "explain"), level.explain or ""
    for place, card in enumerate(deck.cards):
        for key in ("text", "probes", "hint", *TOPIC_KEYS):
            said = getattr(card, key)
            if isinstance(said, str):
                yield ("cards", place, key), said
            else:
                yield from ((("cards", place, key, number), text) for number, text in enumerate(said))
