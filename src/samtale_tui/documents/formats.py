"""The formats that a conversation can be written in: one line each, and what makes its bytes.

A new format joins by a line in ``FORMATS``. One that needs a large library loads it only when it renders.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from samtale_tui.basis.language import _
from samtale_tui.conversation.model import Conversation
from samtale_tui.conversation.outcome import plan_of
from samtale_tui.documents.markdown import plan_as_markdown
from samtale_tui.documents.plan_file import dump_plan
from samtale_tui.plan.titles import is_for_one, plan_title


@dataclass(frozen=True)
class Format:
    """A kind of file that Finish can write."""

    name: str
    """What it is called on the command line; also the file's suffix."""
    stem: Callable[[Conversation], str]
    """The file's name without its suffix: small letters a–z, digits and hyphens."""
    title: Callable[[Conversation], str]
    """What the file is, for the preview."""
    render: Callable[[Conversation], bytes]
    """What the file holds."""


def _plan_stem(conversation: Conversation) -> str:
    one = is_for_one(conversation.deck.conversation)
    return _("kompetenceudviklingsplan") if one else _("teamudviklingsplan")


def _markdown_title(conversation: Conversation) -> str:
    return _("{plan} som tekst (Markdown)").format(plan=plan_title(conversation.deck.conversation))


def _markdown(conversation: Conversation) -> bytes:
    return plan_as_markdown(conversation).encode()


def _toml_title(_conversation: Conversation) -> str:
    return _("Planens data, som samtale kan læse igen (TOML)")


def _toml(conversation: Conversation) -> bytes:
    return dump_plan(plan_of(conversation))


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        each.name: each
        for each in (
            Format("md", _plan_stem, _markdown_title, _markdown),
            Format("toml", lambda _conversation: "plan", _toml_title, _toml),
        )
    }
)
"""Every format under its name, in the order in which they are offered."""
