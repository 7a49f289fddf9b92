"""What came out of a method: each line becomes an agreement with one key (S25)."""

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from samtale_tui.basis.language import _, n_
from samtale_tui.basis.text import clean_line
from samtale_tui.conversation.harvest_commands import agree_on, agreement_of, drop_caught, question_of
from samtale_tui.conversation.iglo_commands import action_of_note
from samtale_tui.conversation.model import Conversation
from samtale_tui.conversation.round_commands import lead, round_reads
from samtale_tui.conversation.rounds import Round
from samtale_tui.method.run import Harvest
from samtale_tui.tui import methods
from samtale_tui.tui.commands import Command, bindings_in, command
from samtale_tui.tui.iglo_writing import make_action
from samtale_tui.tui.leading import leading
from samtale_tui.tui.screens.on_round import OnRound
from samtale_tui.tui.sinks import say
from samtale_tui.tui.widgets.header import StepHeader
from samtale_tui.tui.widgets.notice import Notice
from samtale_tui.tui.widgets.steady import SteadyText

NUMBERED = 9
"""Lines that a digit makes an agreement of."""


class OutcomeScreen(OnRound):
    """Of a method that is over, or over one that still runs. Esc goes on."""

    context = "outcome"
    CSS_PATH = "method_outcome.tcss"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (24, "-middle"), (34, "-high")]
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_in("outcome")]

    def __init__(self, round_id: str) -> None:
        """Make the screen of a round."""
        super().__init__(round_id)
        self._was_over: bool | None = None

    def compose(self) -> ComposeResult:
        """The method, its question and its time; the lines; one's own words."""
        yield StepHeader()
        yield Notice()
        yield SteadyText(id="outcome-title")
        yield SteadyText(id="outcome-question")
        yield OptionList(id="outcome-lines", markup=False)
        yield Static(id="outcome-empty", markup=False)
        yield SteadyText(id="outcome-own")
        yield self.key_bar()

    def ready(self) -> None:
        """The lines have the keys, where there are any."""
        each = self.this
        if each and each.harvest():
            self.query_one("#outcome-lines").focus()

    def bar(self) -> tuple[Command, ...]:
        """What can be done with the lines; where there is none, only writing one."""
        each = self.this
        lines = [command("make_agreement")] if each and each.harvest() else []
        hidden = _FIRST if lines else _FIRST | _ON_LINES
        if each is None or each.iglo is None:
            hidden |= {"act_on_line"}
        on = _("videre") if each and each.over else _("tilbage til metoden")
        rest = (known for known in super().bar() if known.id not in hidden)
        return (*lines, command("catch"), command("back").worded(on), *rest)

    # Painting

    def paint(self, old: Conversation | None, new: Conversation) -> None:
        """The lines as they are; the method in this screen's place where an undo opened it again."""
        each = self.this
        reopened = each is not None and self._was_over and not each.over
        if each is None or reopened:
            self._gone(each)
            return
        self._was_over = each.over
        title = _("Det kom ud af: {method}").format(method=methods.title_of(each.method))
        self.query_one("#outcome-title", SteadyText).say(f"{title} · {self._minutes(each)}")
        self.query_one("#outcome-question", SteadyText).say(question_of(new, each))
        self._paint_lines(new, each)
        own = self.query_one("#outcome-own", SteadyText)
        words = self._own(each) if self.own_view else ""
        own.display = bool(words)
        own.say(words)

    def _gone(self, each: Round | None) -> None:
        if not self.is_current:
            return
        if each is None:
            self.dismiss()
        else:
            methods.show_method(self.samtale, each.id, instead=True)

    def _minutes(self, each: Round) -> str:
        minutes = max(1, round(round_reads(self.value, each.id, self.live.now()) / 60))
        return n_("{n} minut", "{n} minutter", minutes)

    def _paint_lines(self, new: Conversation, each: Round) -> None:
        lines, harvest = self.query_one("#outcome-lines", OptionList), each.harvest()
        marked = lines.highlighted or 0
        options = [_line(place, thing, _became(new, each, thing)) for place, thing in enumerate(harvest, 1)]
        lines.set_options(options)
        lines.display = bool(options)
        if options:
            lines.highlighted = min(marked, len(options) - 1)
            self.set_focus(lines)
        elif self.focused is lines:
            self.set_focus(None)
        empty = self.query_one("#outcome-empty", Static)
        empty.display = not options
        empty.update(Content(_("Hvad hørte I? c skriver det op, og ⏎ gør det til en aftale.")))

    def _own(self, each: Round) -> str:
        """What is for the facilitator alone: who spoke for how long."""
        words = leading(each.method).afterwards
        if words is None:
            return ""
        reading = round_reads(self.value, each.id, self.live.now())
        told = words(each.state, reading, self.value.names_in(each.state))
        return _("Kun for dig: {words}").format(words=told) if told else ""

    # Commands

    @property
    def _marked(self) -> Harvest | None:
        each, place = self.this, self.query_one("#outcome-lines", OptionList).highlighted
        harvest = each.harvest() if each else ()
        return harvest[place] if place is not None and place < len(harvest) else None

    @on(OptionList.OptionSelected)
    def _selected(self) -> None:
        self.action_make_agreement()

    def action_make_agreement(self) -> None:
        """The marked line."""
        self._agree_on(self._marked)

    def on_key(self, event: events.Key) -> None:
        """A digit makes an agreement of the line with that number."""
        each = self.this
        if each and event.character and event.character.isdecimal() and event.character != "0":
            event.stop()
            harvest, place = each.harvest(), int(event.character) - 1
            if place < len(harvest):
                self.query_one("#outcome-lines", OptionList).highlighted = place
                self._agree_on(harvest[place])

    def _agree_on(self, thing: Harvest | None) -> None:
        if thing is None or not self.may_write():
            return
        if self.apply(agree_on, self.round_id, thing.key, label=_("aftale skrevet")):
            say(self.app, _("Aftale {n} er gemt.").format(n=len(self.value.agreements)))
        elif thing.action:
            say(self.app, _("Den er allerede en handling."))
        else:
            say(self.app, _("Det er allerede en aftale."))

    def action_act_on_line(self) -> None:
        """The marked note of an IGLO becomes an action of the plan."""
        marked = self._marked
        if marked is None or not self.may_write():
            return
        if not make_action(self, self.round_id, marked.key):
            say(self.app, _("Kun en seddel fra IGLO bliver til en handling her. ⏎ gør linjen til en aftale."))

    def action_catch(self) -> None:
        """Write one more line."""
        if self.may_write():
            methods.write_down(self.samtale, self.round_id)

    def action_reword_caught(self) -> None:
        """The marked line in other words; what the method itself holds is written there."""
        marked = self._marked
        if marked and self._is_caught(marked) and self.may_write():
            methods.write_anew(self.samtale, self.round_id, marked.key)
        elif marked:
            say(self.app, _("Den linje hører til metoden selv; u eller Esc går derhen."))

    def action_drop_caught(self) -> None:
        """The marked line."""
        marked = self._marked
        if marked and self.apply(drop_caught, self.round_id, marked.key, label=_("det skrevne slettet")):
            say(self.app, _("Slettet. u fortryder."))
        elif marked:
            say(self.app, _("Den linje hører til metoden selv; u eller Esc går derhen."))

    def _is_caught(self, thing: Harvest) -> bool:
        each = self.this
        return each is not None and any(caught.id == thing.key for caught in each.caught)

    def leave(self) -> None:
        """Back to the card, or to the method that still runs."""
        each = self.this
        if each and each.over and not self.live.read_only:
            self.apply(lead, None, undoable=False)
        self.dismiss()


_FIRST = frozenset({"make_agreement", "catch"})
_ON_LINES = frozenset({"make_agreement", "act_on_line", "reword_caught", "drop_caught"})


def _became(conversation: Conversation, each: Round, thing: Harvest) -> str:
    """What a line has become; empty while it is nothing but a line."""
    action = action_of_note(conversation, each.id, thing.key)
    if action:
        return _("handling {n}").format(n=conversation.actions.index(action) + 1)
    agreement = agreement_of(conversation, each, thing)
    return _("aftale {n}").format(n=conversation.agreements.index(agreement) + 1) if agreement else ""


def _line(place: int, thing: Harvest, became: str) -> Option:
    number = str(place) if place <= NUMBERED else " "
    parts: list[str | tuple[str, str]] = [(f"{number} ", "bold $primary")]
    if thing.where:
        parts.append((f"{clean_line(thing.where)}: ", "$text-muted"))
    parts.append(clean_line(thing.text))
    if became:
        parts.append((f"  ✓ {became}", "bold $primary"))
    return Option(Content.assemble(*parts), id=f"line-{place}")
