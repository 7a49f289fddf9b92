"""A matter to set aside, and where it belongs (S8). What stands half-written is kept."""

from typing import ClassVar, NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Static, TextArea

from samtale_tui.basis.language import _
from samtale_tui.basis.text import clean_prose
from samtale_tui.conversation.aside import CONFIDENTIAL, Belongs
from samtale_tui.conversation.aside_words import belongs_explained, belongs_title
from samtale_tui.conversation.commands import drop_drafts
from samtale_tui.conversation.half_parked import half_parked, keep_half_parked
from samtale_tui.tui.screens.writing_box import WritingBox
from samtale_tui.tui.sinks import plain_line
from samtale_tui.tui.widgets.steady import SteadyText
from samtale_tui.tui.widgets.writing import Writing

PLACES = tuple(Belongs)


class Matter(NamedTuple):
    """What was written to be set aside."""

    text: str
    """What it is about."""
    belongs: Belongs
    """Where it is taken up."""


class Place(Static):
    """One of the places that a matter can belong to; a click chooses it."""

    def __init__(self, belongs: Belongs) -> None:
        super().__init__(id=f"place-{belongs.value}", markup=False)
        self.belongs = belongs

    def show(self, *, chosen: bool) -> None:
        """Whether it is the one."""
        self.update(plain_line(f"{'●' if chosen else '○'} {belongs_title(self.belongs)}"))
        self.set_class(chosen, "-chosen")


class ParkScreen(WritingBox[Matter | None]):
    """Gives what was written and its place; nothing when it is left with Esc, and then the text waits."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", show=False),
        Binding("tab", "place(1)", show=False),
        Binding("shift+tab", "place(-1)", show=False),
    ]

    def __init__(self, where: str) -> None:
        """Make the box.

        Args:
            where: the field that is talked about, shown in the head.
        """
        super().__init__()
        self._where = where

    def compose(self) -> ComposeResult:
        """What, where, what becomes of it, and how to leave the box."""
        title = _("Parkér")
        with Vertical(classes="dialog dialog-words dialog-park") as box:
            box.border_title = plain_line(f"{title} · {self._where}" if self._where else title)
            yield Writing(placeholder=_("Hvad skal vi ikke glemme? Et stikord er nok."), enter_submits=True)
            with Horizontal(id="park-places"):
                for belongs in PLACES:
                    yield Place(belongs)
            yield SteadyText(id="park-becomes")
            yield Static(
                plain_line(_("⏎ gem · Tab skifter sted · Esc luk, teksten venter")), classes="dialog-hint"
            )

    def on_mount(self) -> None:
        """Ready to write at the end of what waits."""
        live = self.samtale.live
        if live:
            self._half = half_parked(live.value, own_view=self.samtale.own_view)
        self.query_one(Writing).text = self._half.text
        self.begin_writing()
        self._show_place()

    def _show_place(self) -> None:
        chosen = self._half.belongs
        for place in self.query(Place).results(Place):
            place.show(chosen=place.belongs is chosen)
        seen = chosen in CONFIDENTIAL and not self.samtale.own_view
        said = (
            _("Fortroligt. Rummet ser, hvad du skriver nu: et stikord er nok. Ikke i dokumenterne.")
            if seen
            else belongs_explained(chosen)
        )
        becomes = self.query_one("#park-becomes", SteadyText)
        becomes.say(said)
        becomes.set_class(seen, "-seen")

    def _choose(self, belongs: Belongs) -> None:
        self._half = self._half._replace(belongs=belongs)
        self._keep()
        self._show_place()

    def action_place(self, by: int) -> None:
        """The next place, or the one before; the text keeps the keys."""
        self._choose(PLACES[(PLACES.index(self._half.belongs) + by) % len(PLACES)])

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Keep what stands half-written."""
        self._half = self._half._replace(text=event.text_area.text)
        self._keep()

    def _keep(self) -> None:
        live = self.samtale.live
        if live and not live.read_only:
            live.apply(keep_half_parked, self._half, undoable=False)

    def on_writing_submitted(self, event: Writing.Submitted) -> None:
        """Done: hand it over."""
        text = clean_prose(event.text)
        live = self.samtale.live
        if live and not live.read_only:
            live.apply(drop_drafts, self._half.form, undoable=False)
        self.dismiss(Matter(text, self._half.belongs) if text else None)

    def on_click(self, event: events.Click) -> None:
        """A click chooses a place; one beside the box leaves it as Esc does."""
        if isinstance(event.widget, Place):
            self._choose(event.widget.belongs)
        elif event.widget is self:
            self.dismiss(None)
