"""Ramme: what the conversation is framed by. A list to prepare from, and a page to welcome the room with."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Button, OptionList

from samtale_tui.basis.language import _
from samtale_tui.basis.shown_dates import day_and_time, show_date
from samtale_tui.conversation.agenda import slot_at
from samtale_tui.conversation.choosing import chosen_card, drop_chosen, move_chosen
from samtale_tui.conversation.commands import prepare_again
from samtale_tui.conversation.model import STEPS, Conversation
from samtale_tui.tui.commands import Command, bindings_in, reworded
from samtale_tui.tui.frame_parts import CARD, Part, part_lines
from samtale_tui.tui.screens.choice import ChoiceScreen
from samtale_tui.tui.screens.on_cards import dropped_words
from samtale_tui.tui.screens.on_time import TimeCommands
from samtale_tui.tui.sinks import plain_line, say
from samtale_tui.tui.widgets.frame_page import FramePage, PagePart
from samtale_tui.tui.widgets.header import StepHeader, step_title
from samtale_tui.tui.widgets.notice import Notice
from samtale_tui.tui.widgets.panes import Pane

ON_CARDS = ("drop", "up", "down")
"""Commands on a chosen card."""


class FrameScreen(TimeCommands):
    """The first step. One's own view is the list, the room's the page."""

    context = "frame"
    CSS_PATH = "frame.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_in("frame")]

    _on: int | None = None
    """The place of the point of the agenda that the page shows as on."""

    def compose(self) -> ComposeResult:
        """List and page, and the button that begins."""
        yield StepHeader()
        yield Notice()
        with Horizontal(id="frame-body"):
            yield Pane(id="frame-parts")
            yield FramePage(id="frame-page")
        with Horizontal(id="frame-foot"):
            yield Button(plain_line(_("Begynd samtalen (Mellemrum)")), id="frame-begin", variant="primary")
        yield self.key_bar()

    def ready(self) -> None:
        """What is shown has the keys."""
        self.query_one(FramePage).border_title = plain_line(_("Det ser rummet"))
        self._list.head(_("Forbered samtalen"), _("⏎ retter, alt gemmes undervejs"))
        self._list.highlighted = 0
        self._focus_what_is_shown()

    @property
    def _list(self) -> Pane:
        return self.query_one("#frame-parts", Pane)

    def bar(self) -> tuple[Command, ...]:
        """Before the conversation has begun, how to begin it; then the way to the next step."""
        begun = self.is_mounted and self.value.times.begun is not None
        hidden = {"begin"} if begun and not self.own_view else set()
        if not (self.is_mounted and self._card_at_hand):
            hidden.update(ON_CARDS)
        onward = step_title(STEPS[STEPS.index("frame") + 1]).lower()
        begin = {"begin": _("fortryd start")} if begun else {}
        bar = (each for each in super().bar() if each.id not in hidden)
        first = (
            ("next_step", "edit_part", "view", "begin")
            if begun
            else ("edit_part", "begin", *ON_CARDS, "next_step", "view")
        )
        shown = reworded(bar, next_step=onward, drop=_("tag ud"), **begin)
        return tuple(sorted(shown, key=lambda each: first.index(each.id) if each.id in first else len(first)))

    # Painting

    def paint(self, old: Conversation | None, new: Conversation) -> None:
        """The list or the page, or both where there is room."""
        own = self.own_view
        page = self.query_one(FramePage)
        self.set_class(own, "-own")
        self._list.display = own
        if own:
            self._list.fill(part_lines(new))
        self._show_page()
        page.let_open(allowed=not own)
        self.query_one("#frame-foot").display = new.times.begun is None
        if old is None and self.is_current:
            self._focus_what_is_shown()

    def tick(self) -> None:
        """Another point of the agenda may be on."""
        super().tick()
        if slot_at(self.value, self.live.now().wall) != self._on:
            self._show_page()

    def _show_page(self) -> None:
        self._on = slot_at(self.value, self.live.now().wall)
        self.query_one(FramePage).show(self.value, self._on)

    def _focus_what_is_shown(self) -> None:
        focused = self.focused
        if self.own_view and not isinstance(focused, OptionList | Button):
            self._list.focus()
        elif not self.own_view and not (isinstance(focused, PagePart | Button) and _is_seen(focused)):
            self.query_one(FramePage).focus()

    @on(OptionList.OptionHighlighted, "#frame-parts")
    def _follow_the_mark(self) -> None:
        keys = _("⏎ retter, alt gemmes undervejs")
        if self._card_at_hand:
            keys = _("⏎ retter, Ctrl+↑↓ flytter kortet")
        self._list.head(_("Forbered samtalen"), keys)
        self.refresh_bar()

    # What is at hand

    @property
    def _marked(self) -> str | None:
        """Id of the line or the part that is marked."""
        if self.own_view:
            return self._list.marked
        part = self.query_one(FramePage).marked
        return part.value if part else None

    @property
    def _card_at_hand(self) -> str | None:
        """The chosen card that is marked in the list."""
        marked = self._list.marked if self.own_view else None
        return marked.removeprefix(CARD) if marked and marked.startswith(CARD) else None

    # Commands

    @on(PagePart.Clicked)
    def _open_clicked(self, event: PagePart.Clicked) -> None:
        self._open(event.part)

    @on(OptionList.OptionSelected, "#frame-parts")
    def action_edit_part(self) -> None:
        """Open what is marked."""
        card = self._card_at_hand
        if card is not None:
            self._open_card(card)
        elif self._marked is not None:
            self._open(Part(self._marked))
        else:
            say(self.app, _("Markér først et afsnit med pilene."))

    def action_check_in(self) -> None:
        """What everyone says a word on first."""
        self._open(Part.CHECK_IN)

    def action_edit_rules(self) -> None:
        """The ground rules, to be made the team's own (S24)."""
        self._open(Part.RULES)

    def action_groups(self) -> None:
        """Smaller groups, or all together (S12)."""
        self._open(Part.GROUPS)

    def _open(self, part: Part) -> None:
        if part is Part.CARDS:
            say(self.app, _("Gå til hjulet med >, markér et kort, og tryk m."), seconds=8)
        elif part is Part.REMEMBER:
            from samtale_tui.tui.screens.frame_guides import RememberBox

            self.app.push_screen(RememberBox(self.value))
        elif part is Part.GROUPS and self.value.deck.conversation.is_individual:
            say(self.app, _("Her er I kun to."))
        elif part is Part.GROUPS and len(self.value.people) < 2:
            say(self.app, _("Skriv først, hvem der er med."))
        elif self.may_write():
            from samtale_tui.tui.screens.frame_boxes import box_of

            self.app.push_screen(box_of(part))

    def _open_card(self, card: str) -> None:
        if self.may_write():
            from samtale_tui.tui.screens.frame_texts import WhyBox

            self.app.push_screen(WhyBox(card))

    @on(Button.Pressed, "#frame-begin")
    def action_begin(self) -> None:
        """The time starts, and the frame stays on for the check-in; once it runs, the way back is offered."""
        begun, now = self.value.times.begun, self.live.now()
        day = self.value.framing.day
        if begun is None and day not in (None, now.day):
            text = _("Samtalen er sat til {day}. Begynder du nu, er det i dag, den bliver holdt.")
            self.ask_to_begin(text.format(day=show_date(day)))
        elif begun is None:
            self.begin()
        elif self.may_write():
            when = day_and_time(begun, now.wall)
            text = _("Den begyndte {when}. Det, I har skrevet, bliver stående.").format(when=when)
            answers = (("go_on", _("Fortsæt samtalen")), ("prepare", _("Tilbage til forberedelsen")))
            box = ChoiceScreen(_("Samtalen er i gang"), text, answers)
            self.app.push_screen(box, self._prepare_again)

    def _prepare_again(self, answer: str | None) -> None:
        if answer == "prepare" and self.apply(prepare_again, undoable=False):
            say(self.app, _("Tilbage i forberedelsen. v viser din egen liste."))

    def action_drop(self) -> None:
        """The marked card is chosen no longer."""
        card = self._card_at_hand
        chosen = chosen_card(self.value, card) if card else None
        if chosen is None:
            say(self.app, _("Markér et valgt kort (◆) i listen først."))
        elif self.apply(drop_chosen, chosen.card, label=_("kort taget ud")):
            say(self.app, dropped_words(chosen))

    def action_up(self) -> None:
        """The marked card a place up."""
        self._move(-1)

    def action_down(self) -> None:
        """The marked card a place down."""
        self._move(+1)

    def _move(self, by: int) -> None:
        card = self._card_at_hand
        if card is None:
            say(self.app, _("Markér et valgt kort (◆) i listen først."))
        elif self.apply(move_chosen, card, by, label=_("kort flyttet")):
            self._list.mark(CARD + card)

    def leave(self) -> None:
        """From a part of the page to the page; from there to Home."""
        if isinstance(self.focused, PagePart):
            self.query_one(FramePage).focus()
        else:
            self.leave_for_home()


def _is_seen(widget: Widget) -> bool:
    return all(each.display for each in (widget, *widget.ancestors) if isinstance(each, Widget))
