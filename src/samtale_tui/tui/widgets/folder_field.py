"""A folder to choose by its path. Whether it is there is asked in a thread, as a share may be slow."""

import os
from dataclasses import dataclass
from pathlib import Path

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Button, Input, Label, Static

from samtale_tui.basis.disk_errors import reason
from samtale_tui.basis.files import make_folder
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

    def __init__(self, folder: str) -> None:
        """Make the field.

        Args:
            folder: the folder that was chosen before; empty for the usual one.
        """
        super().__init__()
        self._folder = folder

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
        if folder == self._folder:
            return
        if folder and not os.path.isabs(_expanded(folder)):  # noqa: PTH117 - an unknown ~user is no error
            self._tell(_("Skriv hele stien, som ~/Dokumenter/Samtaler."), wrong=True)
            return
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
        path = Path(_expanded(folder))
        try:
            known = "folder" if path.is_dir() else "other" if path.exists() else "none"
        except (OSError, ValueError):
            known = "none"
        self.app.call_from_thread(self._looked, folder, known)

    def _looked(self, folder: str, known: str) -> None:
        if folder != self._folder or not self.is_attached:
            return
        if known == "other":
            self._tell(_("Her ligger en fil og ikke en mappe. Vælg en anden."), wrong=True)
        elif known == "none":
            words = _("Mappen er her ikke endnu; den bliver lavet, når planen skrives.")
            self._tell(words, offer=True)

    @on(Button.Pressed)
    def _make(self, event: Button.Pressed) -> None:
        event.stop()
        self.query_one("#documents").focus()
        self._make_folder(self._folder)

    @work(thread=True, exclusive=True, group="folder")
    def _make_folder(self, folder: str) -> None:
        try:
            make_folder(Path(_expanded(folder)))
        except (OSError, ValueError) as error:
            why = reason(error) if isinstance(error, OSError) else str(error)
            words, wrong = _("Mappen kan ikke laves ({reason}).").format(reason=why), True
        else:
            words, wrong = _("Mappen er lavet."), False
        self.app.call_from_thread(self._tell, words, wrong=wrong)

    def _tell(self, words: str, *, wrong: bool = False, offer: bool = False) -> None:
        told = self.query_one("#folder-told", Static)
        told.update(plain(words))
        told.set_class(wrong, "-wrong")
        told.display = bool(words)
        self.query_one("#make-folder").display = offer


def _expanded(folder: str) -> str:
    return os.path.expanduser(folder)  # noqa: PTH111 - an unknown ~user is no error
