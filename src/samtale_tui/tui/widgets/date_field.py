"""A date as people write it, and below it how it was read."""

from datetime import date

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Label, Static

from samtale_tui.basis.dates import DateError, read_date
from samtale_tui.basis.shown_dates import short_date, show_date
from samtale_tui.tui.sinks import plain_line
from samtale_tui.tui.widgets.entry import Entry


class DateField(Vertical):
    """Label, field, and the date in full with its weekday, or why it cannot be read."""

    DEFAULT_CSS = """
    DateField { height: auto; width: 1fr; }
    DateField .read { height: 1; color: $text-muted; text-wrap: nowrap; text-overflow: ellipsis; }
    DateField .read.-wrong {
        color: $text-warning; text-style: bold; height: auto; max-height: 2; text-wrap: wrap;
    }
    """

    def __init__(
        self, name: str, label: str, text: str, stored: date | None, today: date, placeholder: str
    ) -> None:
        """Make the field.

        Args:
            name: id of the input.
            label: what the date is for.
            text: what stands in the field.
            stored: the date as it is kept; its short form stands for itself.
            today: what "om 3 uger" is counted from.
            placeholder: how a date can be written.
        """
        super().__init__()
        self._input = Entry(text, id=name, placeholder=placeholder)
        self._label = label
        self._stored = stored
        self._today = today
        self._read = Static(id=f"{name}-read", classes="read", markup=False)

    def compose(self) -> ComposeResult:
        """Label, field, reading."""
        yield Label(plain_line(self._label))
        yield self._input
        yield self._read

    def on_mount(self) -> None:
        """Show how what stands there is read."""
        self.show_reading()

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self._input.value

    @property
    def wrong(self) -> bool:
        """Whether what stands there is no date."""
        return self._read.has_class("-wrong")

    def focus_input(self) -> None:
        """Ready to write."""
        self._input.focus()

    def date(self) -> date | None:
        """The date that is meant; none where nothing stands there.

        Raises:
            DateError: what stands there is no date.
        """
        text = self.text.strip()
        if not text:
            return None
        if self._stored and text == short_date(self._stored):
            return self._stored
        return read_date(text, self._today)

    def show_reading(self) -> None:
        """Say in full how what stands there is read."""
        wrong = False
        try:
            day = self.date()
        except DateError as error:
            words, wrong = error.message, True
        else:
            words = f"= {show_date(day)}" if day else ""
        self._read.update(plain_line(words))
        self._read.set_class(wrong, "-wrong")
        if self._input.has_focus:
            self.on_descendant_focus()

    def on_descendant_focus(self) -> None:
        """What is written and how it is read come into view together."""
        self.call_after_refresh(self.scroll_visible, animate=False)
