"""The wheel: fields to move between, the cards of the chosen one, the agreements so far."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import OptionList

from samtale_tui.basis.language import _
from samtale_tui.basis.text import clean_line
from samtale_tui.conversation import commands as do
from samtale_tui.conversation.model import Conversation
from samtale_tui.tui import navigation as to
from samtale_tui.tui.commands import Command, bindings_in
from samtale_tui.tui.screens.on_cards import CardCommands
from samtale_tui.tui.screens.on_time import TimeCommands
from samtale_tui.tui.sinks import plain_line, say
from samtale_tui.tui.widgets.board import Board
from samtale_tui.tui.widgets.field_list import FieldList
from samtale_tui.tui.widgets.fields_board import FieldsBoard, WheelState
from samtale_tui.tui.widgets.header import StepHeader
from samtale_tui.tui.widgets.notice import Notice
from samtale_tui.tui.widgets.panes import AgreementList, CardList, Pane
from samtale_tui.tui.widgets.steady import SteadyText
from samtale_tui.tui.widgets.wheel_form import ROOMY, board_size

NARROW = 76
"""Below so many cells board and lists share the screen evenly."""
HIGH = 34
"""From so many lines on there is room for the themes' titles in the list of fields."""
LISTS_BELOW = 15
"""Lines that the header, the key bar and the lists below the list of fields have at the least."""
MOST_LIST_LINES = 10
"""Lines that the list of fields has at the most; a longer one stands in columns, or scrolls."""


def wheel_state(conversation: Conversation, selected: str, *, rim: bool = False) -> WheelState:
    """What the wheel, the grid and the list show of a conversation."""
    used = {field.id: conversation.cards_used(field.id) for field in conversation.deck.ordered_fields}
    return WheelState(selected=selected, used=used, rim_selected=rim)


class WheelScreen(CardCommands, TimeCommands):
    """Where the talk starts from, and comes back to."""

    context = "wheel"
    CSS_PATH = "wheel.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (NARROW, "-normal"), (ROOMY, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (24, "-middle"), (HIGH, "-high")]
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_in("wheel"),
        *(Binding(str(digit), f"digit('{digit}')", show=False) for digit in range(10)),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._rim = False
        self._looked_at: str | None = None

    def compose(self) -> ComposeResult:
        """Board at the left; fields, cards and agreements at the right."""
        deck = self.value.deck
        yield StepHeader()
        yield Notice()
        with Horizontal(id="wheel-body"):
            yield Board(deck, id="wheel-board")
            with Vertical(id="wheel-side"):
                yield FieldList(deck)
                yield CardList(id="cards")
                yield SteadyText(id="card-whole")
                yield SteadyText(id="card-notes")
                yield AgreementList(id="agreements")
        yield self.key_bar()

    def ready(self) -> None:
        """The board has the keys."""
        self.query_one("#card-notes").border_title = plain_line(_("Noter · kun for dig"))
        for fields in self.query(FieldsBoard).results(FieldsBoard):
            fields.moved = self._move
        self._board.shown.focus()

    @property
    def _board(self) -> Board:
        return self.query_one(Board)

    def resized(self) -> None:
        """Wheel or grid, as there is room, and the list as long as it needs to be."""
        width, height = self.app.size
        deck = self.value.deck
        headings = len(deck.themes) if height >= HIGH else 0
        self.query_one(FieldList).styles.height = (
            min(MOST_LIST_LINES, height - LISTS_BELOW, len(deck.ordered_fields)) + headings
        )
        self._board.fit(*board_size(width, height))
        self.set_class(self._board.is_grid, "-grid")
        self._paint_marked()
        self.query_one(AgreementList).show_all(self.value, wide=width >= ROOMY)

    def bar(self) -> tuple[Command, ...]:
        """Before the conversation has begun, how to begin it; in the lists, how to get back to the wheel."""
        begun = self.value.times.begun is not None
        hidden = {"move" if isinstance(self.focused, Pane) else "to_main"} | ({"begin"} if begun else set())
        if not (isinstance(self.focused, CardList) and self.value.use(self.card_at_hand or "").used):
            hidden.add("put_back")
        bar = [each for each in super().bar() if each.id not in hidden]
        if not begun:
            first = ("move", "to_main", "open_field", "begin")
            on_a_card = ("choose_card",) if isinstance(self.focused, CardList) else ()
            bar.sort(key=lambda each: each.id not in (*first, *on_a_card))
        return tuple(bar)

    # Painting

    def paint(self, old: Conversation | None, new: Conversation) -> None:
        """Only what changed."""
        state = wheel_state(new, self.field_at_hand, rim=self._rim)
        self._board.show(state)
        self.query_one(FieldList).show(state)
        self.query_one(CardList).show(new, self.field_at_hand)
        self.query_one(AgreementList).show_all(new, wide=self.app.size.width >= ROOMY)

    @property
    def field_at_hand(self) -> str:
        """The chosen field; where one may only look, the one that is looked at."""
        return self._looked_at or self.value.field or self.value.deck.ordered_fields[0].id

    @property
    def card_at_hand(self) -> str | None:
        """The card that is marked in the list."""
        return self.query_one(CardList).marked

    @on(OptionList.OptionHighlighted, "#cards")
    def _follow_the_mark(self) -> None:
        self.refresh_bar()

    def _paint_marked(self) -> None:
        """The marked card's words whole, where the list cuts them, and one's notes on it."""
        card = self.value.card_by_id(self.card_at_hand or "")
        whole = self.query_one("#card-whole", SteadyText)
        cut = self.query_one(CardList).has_focus and self.app.size.height < HIGH
        whole.display = cut and card is not None
        self.set_class(whole.display, "-reading")
        whole.say(clean_line(card.text) if card else "")
        notes = self.query_one("#card-notes", SteadyText)
        text = self.value.use(self.card_at_hand or "").notes
        notes.display = self.own_view and bool(text)
        notes.say(text)

    def refresh_bar(self) -> None:
        """The keys, and what the list shows of the marked card, follow the focus."""
        super().refresh_bar()
        if self.query("#card-whole"):
            self._paint_marked()

    # The board's messages

    def _move(self, field_id: str) -> None:
        was_on_rim, self._rim = self._rim, False
        before = self.value
        if self.live.read_only:
            self._looked_at = field_id
            self.repaint(None)
            return
        self.apply(do.choose_field, field_id, undoable=False)
        if was_on_rim and self.value is before:
            self.repaint(before)

    @on(FieldsBoard.RimReached)
    def _reach_rim(self) -> None:
        self._rim = True
        self.repaint(self.value)

    @on(FieldsBoard.Opened)
    def _open_field(self, event: FieldsBoard.Opened) -> None:
        cards = self.query_one(CardList)
        if cards.option_count:
            cards.focus()
        else:
            say(self.app, _("Feltet har ingen kort. b skriver et."))

    @on(FieldsBoard.RimOpened)
    def _open_rim(self) -> None:
        self.go_to("plan")

    @on(OptionList.OptionSelected, "#cards")
    def _pick(self, event: OptionList.OptionSelected) -> None:
        if event.option_id:
            self.pick_card(event.option_id)

    @on(OptionList.OptionSelected, "#agreements")
    def _reword(self, event: OptionList.OptionSelected) -> None:
        if event.option_id and self.may_write():
            to.reword_agreement(self.samtale, event.option_id)

    # Commands

    def action_begin(self) -> None:
        """Begin from here only when that is meant: it is done on Ramme, in front of the room."""
        if self.value.times.begun is not None or self.live.read_only:
            super().action_begin()
            return
        self.ask_to_begin(_("Så går tiden, og rummet ser skærmen. Det plejer man at gøre på Ramme."))

    def undone(self) -> None:
        """A card that lies open again is shown."""
        if self.value.card and self.is_current:
            to.show_card(self.samtale, self.value.card)

    def agreement_origin(self) -> tuple[str | None, str | None]:
        """No card is on; the field is the chosen one."""
        return None, self.field_at_hand

    def action_grid(self) -> None:
        """The round wheel, or panes."""
        if self._board.toggle():
            self.set_class(self._board.is_grid, "-grid")
        else:
            say(self.app, _("Her er der ikke plads eller farver nok til det runde hjul."))

    def action_to_main(self) -> None:
        """From the lists to the board."""
        self._board.shown.focus()

    def action_digit(self, digit: str) -> None:
        """A field's number, pressed while a list has the focus."""
        self._board.shown.focus()
        self._board.shown.action_digit(digit)

    def action_back(self) -> None:
        """From the lists to the board; from there to Home, in front of the room only when pressed twice."""
        if isinstance(self.focused, Pane):
            self.action_to_main()
        else:
            self.leave_for_home()
