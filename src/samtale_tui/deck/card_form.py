"""A card as it is written in a form, where every value is a text, and what the model says to that."""

from collections.abc import Iterator, Mapping

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from samtale_tui.basis.language import _
from samtale_tui.basis.limits import LEAST_FRAME_MINUTES, MOST_FRAME_MINUTES
from samtale_tui.basis.model import Frozen
from samtale_tui.basis.text import clean
from samtale_tui.deck.model import TOPIC_KEYS, Card, CardKind

LISTS = ("probes", *TOPIC_KEYS)
"""Fields of the form with an item a line; a line that begins with a blank goes on with the item above."""


class TypedCard(Frozen):
    """What stands in the form."""

    field: str = ""
    kind: str = CardKind.DIALOGUE.value
    text: str = ""
    probes: str = ""
    hint: str = ""
    minutes: str = ""
    method: str = ""
    back: str = ""
    now: str = ""
    forward: str = ""


class UnfitCardError(Exception):
    """What is written is no card yet.

    Attributes:
        words: a sentence under the name of each field that something is wrong in.
    """

    def __init__(self, words: Mapping[str, str]) -> None:
        super().__init__(" ".join(words.values()))
        self.words = dict(words)


def typed_from(card: Card) -> TypedCard:
    """A card as the form writes it."""
    lists = {key: "\n".join(map(_item_lines, getattr(card, key))) for key in LISTS}
    return TypedCard(
        field=card.field,
        kind=card.kind.value,
        text=card.text,
        hint=card.hint,
        minutes="" if card.minutes is None else str(card.minutes),
        method=card.method.value if card.method else "",
        **lists,
    )


def card_from(typed: TypedCard, was: Card | None = None) -> Card:
    """The card that the form makes.

    Args:
        typed: what stands in the form.
        was: how the card was; a field that nobody has touched keeps its value.

    Raises:
        UnfitCardError: it cannot be a card yet.
    """
    before = typed_from(was) if was else TypedCard()
    values = {
        key: getattr(was, key) if was and getattr(typed, key) == getattr(before, key) else value
        for key, value in _values(typed).items()
    }
    try:
        return Card.model_validate(values)
    except ValidationError as error:
        words: dict[str, str] = {}
        for detail in error.errors(include_url=False):
            words.setdefault(*_slip(detail))
    raise UnfitCardError(words)


def _values(typed: TypedCard) -> dict[str, object]:
    minutes = typed.minutes.strip()
    return {
        **{key: tuple(_items(getattr(typed, key))) for key in LISTS},
        "field": typed.field,
        "kind": typed.kind,
        "text": typed.text,
        "hint": typed.hint,
        "minutes": int(minutes) if minutes.isdecimal() else minutes or None,
        "method": typed.method or None,
    }


def _item_lines(item: str) -> str:
    return "\n  ".join(line for line in item.split("\n") if line.strip())


def _items(text: str) -> Iterator[str]:
    """The items of a list; blank lines part them, too, and are no items themselves."""
    item = ""
    for line in clean(text).split("\n"):
        if item and line[:1].isspace() and line.strip():
            item = f"{item}\n{line.strip()}"
            continue
        if item:
            yield item
        item = line.strip()
    if item:
        yield item


def _slip(detail: ErrorDetails) -> tuple[str, str]:
    """The field of the form that an error of the model is about, and what is said there."""
    kind, context, value = detail["type"], detail.get("ctx", {}), detail["input"]
    if kind == "value_error":
        return {
            "text_missing": ("text", _("Skriv kortets tekst. Kun et blankt kort er uden.")),
            "method_missing": ("method", _("Vælg den metode, som øvelsen peger på.")),
            "topic_keys": (
                next((key for key in TOPIC_KEYS if value[key]), TOPIC_KEYS[0]),
                _("Forslag hører kun til på et emne. Slet dem, eller vælg Emne som slags."),
            ),
        }.get(str(context.get("error")), ("text", _("Det kan ikke være et kort.")))
    key = str(detail["loc"][0]) if detail["loc"] else "text"
    most = context.get("max_length")
    if key == "minutes":
        words = _("Skriv et helt tal fra {least} til {most}, eller lad feltet stå tomt.")
        return key, words.format(least=LEAST_FRAME_MINUTES, most=MOST_FRAME_MINUTES)
    text = detail["input"]
    if kind.endswith("too_long") and isinstance(text, str) and len(detail["loc"]) > 1:
        words = _("Linje {n} er på {letters} tegn, og der er plads til {most}.")
        return key, words.format(n=int(detail["loc"][1]) + 1, letters=len(text), most=most)
    if kind.endswith("too_long") and isinstance(text, str):
        words = _("Teksten er på {n} tegn, og der er plads til {most}.")
        return key, words.format(n=len(text), most=most)
    if kind == "too_long":
        words = _("Der er plads til {most} linjer, og her er {n}.")
        return key, words.format(most=most, n=context.get("actual_length"))
    return key, _("Det kan ikke bruges her.")
