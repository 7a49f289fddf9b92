"""One action as a form: what, why, how, way of learning, who, when, how it is followed up (S41–S44, S63)."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Button, Static

from samtale_tui.basis.language import _
from samtale_tui.basis.text import clean_line
from samtale_tui.basis.words import Horizon, horizon_title
from samtale_tui.conversation.model import Conversation, Step
from samtale_tui.conversation.plan_commands import put_action
from samtale_tui.plan.actions import incomplete_words, next_action_id, remarks, way_title
from samtale_tui.plan.model import Action, Way
from samtale_tui.tui.screens.dated_fields import (
    choice,
    line,
    prose,
    when_and_follow_up,
    words_of_what_is_done,
)
from samtale_tui.tui.screens.dated_form import DatedForm, FieldWords
from samtale_tui.tui.sinks import plain_line
from samtale_tui.tui.widgets.header import StepHeader
from samtale_tui.tui.widgets.notice import Notice

NEW = "new"


class ActionScreen(DatedForm[Action]):
    """The form of an action."""

    TEXTS: ClassVar[tuple[str, ...]] = ("what", "why", "how")
    LINES: ClassVar[tuple[str, ...]] = ("responsible", "follow_how", "follow_who")
    DATES: ClassVar[tuple[str, ...]] = ("start", "deadline", "follow_when")
    CHOICES: ClassVar[tuple[str, ...]] = ("way", "horizon")

    def __init__(self, action_id: str | None) -> None:
        """Make the form.

        Args:
            action_id: the action; none for a new one.
        """
        super().__init__()
        self._action_id = action_id

    def again(self) -> "ActionScreen":
        """The same action; what stands half-written waits in the drafts."""
        return ActionScreen(self._action_id)

    @property
    def form(self) -> str:
        """By the action's id."""
        return f"action/{self._action_id or NEW}"

    @property
    def is_new(self) -> bool:
        """Whether it came of no agreement and was not there before."""
        return self._action_id is None

    def kept(self, conversation: Conversation) -> Action | None:
        """The plan's action."""
        return next((a for a in conversation.actions if a.id == self._action_id), None)

    def blank(self) -> Action:
        """One more action."""
        return Action(id=self._action_id or next_action_id(self.value.actions))

    @property
    def step(self) -> Step:
        """The form belongs to the plan."""
        return "plan"

    def words(self) -> dict[str, FieldWords]:
        """What is asked of an action."""
        return {
            **words_of_what_is_done(),
            "why": FieldWords(_("Hvorfor? Hvad er det godt for?")),
            "way": FieldWords(_("Måde at lære på")),
            "responsible": FieldWords(_("Ansvarlig"), _("Ét navn")),
        }

    def compose(self) -> ComposeResult:
        """Label and field, one after the other; dates side by side with what they were read as."""
        yield StepHeader()
        yield Notice()
        yield Static(id="action-lacks", markup=False)
        with VerticalScroll(id="action-form", can_focus=False, disabled=self.live.read_only):
            yield Static(id="action-origin", markup=False)
            yield from prose(self, "what")
            with Horizontal(classes="pair", id="action-why-how"):
                for name in ("why", "how"):
                    with Vertical():
                        yield from prose(self, name)
            with Horizontal(classes="pair"):
                yield from choice(self, "way", [(plain_line(way_title(way)), way.value) for way in Way])
                yield from choice(self, "horizon", [(plain_line(horizon_title(h)), h.value) for h in Horizon])
            yield from line(self, "responsible", self.people)
            yield from when_and_follow_up(self)
            yield Button(plain_line(_("Gem")), id="save", variant="primary")
        yield self.key_bar()

    def ready(self) -> None:
        """Ready to write what will be done, or the first thing that is missing."""
        action = self.thing
        lacking = ["responsible"] * (not action.responsible) + ["deadline"] * (not action.deadline)
        lacking += ["follow_when"] * (not action.follow_when)
        first = "what" if not action.what or not lacking else lacking[0]
        field = self.query_one(f"#{first}")
        field.focus()
        self.show_lacks()
        self.call_after_refresh(field.scroll_visible, animate=False)

    def paint(self, old: Conversation | None, new: Conversation) -> None:
        """Where the action came from."""
        super().paint(old, new)
        origin = self.thing.origin
        words = " · ".join(part for part in (origin.field, clean_line(origin.card)) if part)
        came_from = self.query_one("#action-origin", Static)
        came_from.display = bool(words)
        came_from.update(plain_line(_("Kommer fra: {origin}").format(origin=words)))

    def lacking(self, thing: Action) -> str:
        """What it lacks of owner, date and follow-up, and what looks odd about its dates."""
        words = [incomplete_words(thing), *remarks(thing, self.live.now().day)]
        return " · ".join(word for word in words if word)

    def keep(self, thing: Action) -> str:
        """Into the plan; one that says nothing at all is none."""
        if not self.is_new or thing != Action(id=thing.id):
            label = _("ny handling") if self.is_new else _("handling ændret")
            self.apply(put_action, thing, label=label)
        return f"action/{thing.id}"
