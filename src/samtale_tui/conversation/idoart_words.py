"""What carrying IDOART into the frame did and what it left, in words for the room."""

from collections.abc import Iterator, Sequence

from samtale_tui.basis.language import _, n_
from samtale_tui.basis.text import clean_line, shorten
from samtale_tui.conversation.framing_words import role_title
from samtale_tui.conversation.idoart_commands import Carried, Place

_MOST_QUOTED = 3
_QUOTED_LETTERS = 40


def carried_words(carried: Carried) -> tuple[str, ...]:
    """Sentences: first what is in the frame now, then what is not, and why."""
    did, left = tuple(_did(carried)), tuple(_left(carried))
    if did and carried.stood:
        did += (n_("1 svar stod der allerede.", "{n} svar stod der allerede.", carried.stood),)
    if did or left:
        return (*did, *left)
    return (_("Det hele står der allerede.") if carried.stood else _("Der er ikke svaret på noget endnu."),)


def _did(carried: Carried) -> Iterator[str]:
    framing = carried.conversation.framing
    for place, count in carried.added:
        yield _added_words(place, count)
    for role in carried.roles:
        yield _("{role}: {name}.").format(role=role_title(role), name=framing.roles[role])
    if carried.minutes is not None:
        yield n_("Samtalen varer nu 1 minut.", "Samtalen varer nu {n} minutter.", carried.minutes)


def _left(carried: Carried) -> Iterator[str]:
    framing = carried.conversation.framing
    for role in dict.fromkeys(carried.taken):
        yield _("{role} er stadig {name}.").format(role=role_title(role), name=framing.roles[role])
    if carried.no_room:
        yield n_("Der var ikke plads til 1 svar.", "Der var ikke plads til {n} svar.", carried.no_room)
    if carried.unread:
        yield _("Bliver stående i IDOART: {answers}.").format(answers=_quoted(carried.unread))


def _added_words(place: Place, count: int) -> str:
    return {
        Place.PURPOSE: n_("Formålet fik 1 linje.", "Formålet fik {n} linjer.", count),
        Place.EXPECTATIONS: n_("Forventningerne fik 1 linje.", "Forventningerne fik {n} linjer.", count),
        Place.AGENDA: n_("Dagsordenen fik 1 punkt.", "Dagsordenen fik {n} punkter.", count),
        Place.RULES: n_("Spillereglerne fik 1 regel.", "Spillereglerne fik {n} regler.", count),
        Place.PREPARATION: n_(
            "Lederens forberedelse fik 1 linje.", "Lederens forberedelse fik {n} linjer.", count
        ),
    }[place]


def _quoted(texts: Sequence[str]) -> str:
    shown = ", ".join(f"»{shorten(clean_line(text), _QUOTED_LETTERS)}«" for text in texts[:_MOST_QUOTED])
    more = len(texts) - _MOST_QUOTED
    return n_("{answers} og 1 til", "{answers} og {n} til", more).format(answers=shown) if more > 0 else shown
