"""A folder to choose by its path. Whether it is there is asked in a thread, as a share may be slow."""

from dataclasses import dataclass

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Button, Input, Label, Static

from samtale_tui.basis.chosen_folder import is_whole, make_chosen, what_is_at
from samtale_tui.basis.folders import usual_documents_folder
from samtale_tui.basis.language import _
from samtale_tui.basis.text import clean_line
from samtale_tui.tui.sinks import plain, plain_line
from samtale_tui.tui.widgets.entry import Entry

MOST_LETTERS = 1000


class FolderField(Vertical):
    """Name, path, what is known of the folder, and a button that makes it where it is not there."""

    DEFAULT_CSS = """
    FolderField { height: auto; }
    FolderField Horizontal { height: auto; }
    FolderField Label { width: 24; color: $text-muted; }
    FolderField Entry { width: 1fr; }
    FolderField #folder-told { height: auto; padding-left: 24; color: $text-muted; }
    FolderField Button { margin-left: 24; }
    FolderField #folder-told.-wrong { color: $text-warning; text-style: bold; }
    """

    @dataclass
    class Chosen(Message):
        """Another folder, or the usual one where it is empty."""

        folder: str
        """A whole path, perhaps with ``~``; clean."""

    @dataclass
    class Learned(Message):
        """What a thread has found out about a folder; dropped where the field is gone."""

        folder: str
        """The path that it is about."""
        words: str
        """What there is to say."""
        wrong: bool = False
        """Whether another folder must be chosen."""
        offer: bool = False
        """Whether the folder can be made."""

    def __init__(self, folder: str) -> None:
        """Make the field.

        Args:
            folder: the folder that was chosen before; empty for the usual one.
        """
        super().__init__()
        self._folder = self._typed = folder

    def compose(self) -> ComposeResult:
        """The line with the path; below it what is known, and the button."""
        with Horizontal():
            yield Label(plain_line(_("Mappe")))
            yield Entry(self._folder, id="documents", most=MOST_LETTERS, placeholder=_("den sædvanlige"))
        yield Static(id="folder-told", markup=False)
        yield Button(plain_line(_("Lav mappen nu")), id="make-folder")

    def on_mount(self) -> None:
        """See whether it is there."""
        self._look()

    @on(Input.Changed)
    def _choose(self, event: Input.Changed) -> None:
        event.stop()
        folder = clean_line(event.value)
        if folder == self._typed:
            return
        self._typed = folder
        if folder and not is_whole(folder):
            self._tell(_("Skriv den fulde sti, som ~/Dokumenter/Samtaler."), wrong=True)
            return
        if folder != self._folder:
            self._folder = folder
            self.post_message(self.Chosen(folder))
        self._look()

    def _look(self) -> None:
        if self._folder:
            self._tell("")
            self._look_for(self._folder)
        else:
            self._tell(_("Den sædvanlige er {path}").format(path=usual_documents_folder()))

    @work(thread=True, exclusive=True, group="folder")
    def _look_for(self, folder: str) -> None:
        known = what_is_at(folder)
        if known == "other":
            words = _("Her ligger en fil og ikke en mappe. Vælg en anden.")
            self.post_message(self.Learned(folder, words, wrong=True))
        elif known == "none":
            words = _("Mappen er her ikke endnu; den bliver lavet, når planen skrives.")
            self.post_message(self.Learned(folder, words, offer=True))

    @on(Button.Pressed)
    def _make(self, event: Button.Pressed) -> None:
        event.stop()
        self.query_one("#documents").focus()
        self._make_folder(self._folder)

    @work(thread=True, exclusive=True, group="folder")
    def _make_folder(self, folder: str) -> None:
        why = make_chosen(folder)
        words = _("Mappen kan ikke laves ({reason}).").format(reason=why) if why else _("Mappen er lavet.")
        self.post_message(self.Learned(folder, words, wrong=bool(why)))

    @on(Learned)
    def _hear(self, event: Learned) -> None:
        """The only way back from a thread; by then another path may stand here, or the field be gone."""
        event.stop()
        if event.folder == self._typed and self.is_attached:
            self._tell(event.words, wrong=event.wrong, offer=event.offer)

    def _tell(self, words: str, *, wrong: bool = False, offer: bool = False) -> None:
        told = self.query_one("#folder-told", Static)
        told.update(plain(words))
        told.set_class(wrong, "-wrong")
        told.display = bool(words)
        self.query_one("#make-folder").display = offer
