"""The box of Ramme in which the agenda is written: what is to be reached, and how long each point takes."""

from textual.app import ComposeResult
from textual.widgets import Label, Static

from samtale_tui.basis.language import _, n_
from samtale_tui.basis.limits import MOST_AGENDA_ITEMS
from samtale_tui.conversation.agenda import agenda_as_typed, agenda_overrun, agenda_slots, read_agenda
from samtale_tui.tui.frame_parts import Part, part_title
from samtale_tui.tui.screens.frame_box import FrameBox
from samtale_tui.tui.sinks import plain
from samtale_tui.tui.widgets.writing import Writing


class AgendaBox(FrameBox):
    """The agenda, a point a line."""

    def title_words(self) -> str:
        """As in the list."""
        return part_title(Part.AGENDA, self.value.deck)

    def fields(self) -> ComposeResult:
        """The points, and what they come to."""
        yield Label(plain(_("Et emne på hver linje, gerne med minutter bagefter")))
        text = self.waiting("agenda", agenda_as_typed(self.value.framing.agenda))
        yield Writing(text, id="agenda", placeholder=_("Vores opgaver 20 min"))
        yield Static(id="agenda-words", classes="read", markup=False)

    def on_mount(self) -> None:
        """Room for all of it."""
        writing = self.query_one("#agenda", Writing)
        writing.add_class("tall")
        self._say(too_many=len(read_agenda(writing.text)) > MOST_AGENDA_ITEMS)

    def take(self, name: str, text: str) -> None:
        """As it is typed; what is too much waits."""
        agenda = read_agenda(text)
        too_many = len(agenda) > MOST_AGENDA_ITEMS
        self.let_wait("agenda", text if too_many else "")
        if not too_many:
            self.keep("agenda", agenda, label=_("dagsorden ændret"))
        self._say(too_many=too_many)

    def _say(self, *, too_many: bool) -> None:
        """What the points come to, and whether they fit before the plan (S26)."""
        overrun = agenda_overrun(self.value)
        if too_many:
            words = n_("Højst 1 punkt.", "Højst {n} punkter.", MOST_AGENDA_ITEMS)
        elif overrun:
            words = n_(
                "Det er 1 minut mere, end der er før planen.",
                "Det er {n} minutter mere, end der er før planen.",
                overrun,
            )
        else:
            words = self._sums()
        line = self.query_one("#agenda-words", Static)
        line.update(plain(words))
        line.set_class(too_many or overrun > 0, "-wrong")

    def _sums(self) -> str:
        """How many points there are, and what each that says no minutes gets."""
        slots = agenda_slots(self.value)
        points = n_("1 punkt", "{n} punkter", len(slots))
        said = sum(slot.item.minutes or 0 for slot in slots)
        parts = [points, n_("1 minut", "{n} minutter", said)] if said else [points]
        if any(slot.item.minutes is None for slot in slots):
            parts.append(_("de andre deler resten af tiden") if said else _("de deler tiden"))
        return " · ".join(parts) if slots else ""
