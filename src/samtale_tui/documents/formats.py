"""The formats that a conversation can be written in: one line each, and what makes its bytes.

A new format joins by a line in ``FORMATS``. One that needs a large library loads it only when it renders.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from samtale_tui.basis.language import _, n_
from samtale_tui.conversation.model import Conversation
from samtale_tui.conversation.outcome import plan_of
from samtale_tui.documents.events import events_of
from samtale_tui.documents.markdown import plan_as_markdown
from samtale_tui.documents.plan_file import dump_plan
from samtale_tui.plan.titles import is_for_one, plan_title


def _nothing_lacking(_conversation: Conversation) -> str:
    return ""


@dataclass(frozen=True)
class Format:
    """A kind of file that Finish can write."""

    name: str
    """What it is called on the command line; also the file's suffix."""
    stem: Callable[[Conversation], str]
    """The file's name without its suffix: small letters a–z, digits and hyphens."""
    title: Callable[[Conversation], str]
    """What the file is, for the preview."""
    holds: Callable[[Conversation], str]
    """What is in it, in a sentence or two."""
    render: Callable[[Conversation], bytes]
    """What the file holds."""
    lacks: Callable[[Conversation], str] = _nothing_lacking
    """Why there is nothing to write, as a sentence; empty where there is."""

    def file_name(self, conversation: Conversation) -> str:
        """The file's name, where that is free."""
        return f"{self.stem(conversation)}.{self.name}"


def _plan_stem(conversation: Conversation) -> str:
    one = is_for_one(conversation.deck.conversation)
    return _("kompetenceudviklingsplan") if one else _("teamudviklingsplan")


def _markdown_title(conversation: Conversation) -> str:
    return _("{plan} som tekst (Markdown)").format(plan=plan_title(conversation.deck.conversation))


def _markdown_holds(_conversation: Conversation) -> str:
    return _("Planen, aftalerne, det I talte om, og evalueringen. Kan læses i alle programmer.")


def _markdown(conversation: Conversation) -> bytes:
    return plan_as_markdown(conversation).encode()


def _word_title(conversation: Conversation) -> str:
    return _("{plan} i Word").format(plan=plan_title(conversation.deck.conversation))


def _word_holds(_conversation: Conversation) -> str:
    return _("Det samme som teksten, sat op til A4, med plads til underskrifter.")


def _word(conversation: Conversation) -> bytes:
    from samtale_tui.documents.word import plan_as_word

    return plan_as_word(conversation)


def _calendar_title(_conversation: Conversation) -> str:
    return _("Frister og opfølgninger til kalenderen")


def _calendar_holds(conversation: Conversation) -> str:
    number = len(events_of(conversation.actions))
    count = n_("1 begivenhed med påmindelse.", "{n} begivenheder med påmindelse.", number)
    return " ".join((count, _("Åbn den i Outlook, eller send den til de andre.")))


def _calendar_lacks(conversation: Conversation) -> str:
    some = events_of(conversation.actions)
    return "" if some else _("Der er ingen kalender at skrive, for planen har ingen datoer.")


def _calendar(conversation: Conversation) -> bytes:
    from samtale_tui.documents.calendar import plan_as_calendar

    return plan_as_calendar(conversation)


def _toml_title(_conversation: Conversation) -> str:
    return _("Planens data, som samtale kan læse igen (TOML)")


def _toml_holds(_conversation: Conversation) -> str:
    return _("Handlingerne alene, uden aftaler og evaluering.")


def _toml(conversation: Conversation) -> bytes:
    return dump_plan(plan_of(conversation))


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        each.name: each
        for each in (
            Format("md", _plan_stem, _markdown_title, _markdown_holds, _markdown),
            Format("docx", _plan_stem, _word_title, _word_holds, _word),
            Format("ics", _plan_stem, _calendar_title, _calendar_holds, _calendar, _calendar_lacks),
            Format("toml", lambda _conversation: "plan", _toml_title, _toml_holds, _toml),
        )
    }
)
"""Every format under its name, in the order in which they are offered."""
