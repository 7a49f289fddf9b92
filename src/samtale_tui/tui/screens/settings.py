"""Settings: what is chosen for good. Every change holds and is saved at once; there is nothing to confirm."""

from typing import ClassVar, Literal, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Button, Checkbox, Input, Select, Static

from samtale_tui.basis.language import _
from samtale_tui.basis.limits import (
    LEAST_FRAME_MINUTES,
    LEAST_PLAN_MINUTES,
    LEAST_TURN_SECONDS,
    MOST_FRAME_MINUTES,
    MOST_PLAN_MINUTES,
    MOST_TURN_SECONDS,
)
from samtale_tui.basis.settings import settings_path, whole_number
from samtale_tui.method.spiral import FRAME_MINUTES
from samtale_tui.tui.commands import Command, bindings_in, command
from samtale_tui.tui.language_choice import apply_language
from samtale_tui.tui.screens.following import ContextScreen
from samtale_tui.tui.screens.round_times import read_turn
from samtale_tui.tui.sinks import plain_line
from samtale_tui.tui.theme import LIGHT
from samtale_tui.tui.widgets.entry import Entry
from samtale_tui.tui.widgets.folder_field import FolderField
from samtale_tui.tui.widgets.round_clocks import clock_words
from samtale_tui.tui.widgets.setting import Setting
from samtale_tui.tui.widgets.tick import Tick


class SettingsScreen(ContextScreen):
    """A line each for what can be set, and beside it what is wrong with what was written there."""

    context = "settings"
    CSS_PATH = "settings.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_in("settings")]

    def compose(self) -> ComposeResult:
        """The program itself, what new conversations begin with, the folder."""
        chosen = self.samtale.settings.value
        languages = [(_("Som computeren"), ""), ("Dansk", "da"), ("English", "en")]
        themes = [(_("Mørkt"), "dark"), (_("Lyst"), "light")]
        with VerticalScroll(id="settings", can_focus=False):
            yield Static(plain_line(_("Indstillinger")), classes="settings-head")
            language = Select(
                languages, value=chosen.language, allow_blank=False, id="language", compact=True
            )
            yield Setting(_("Sprog"), language)
            theme = Select(themes, value=self._theme(), allow_blank=False, id="theme", compact=True)
            yield Setting(_("Tema"), theme)
            yield Static(plain_line(_("Nye samtaler begynder med")), classes="settings-head")
            bell = Tick(plain_line(_("når en taletur er gået")), chosen.bell is not False, id="bell")
            yield Setting(_("Klokke"), bell)
            yield Setting(
                _("En runde, i minutter"), _number("frame", chosen.frame_minutes, str(FRAME_MINUTES))
            )
            turn = clock_words(chosen.turn_seconds) if chosen.turn_seconds else ""
            yield Setting(
                _("En taletur, som 1:30"),
                Entry(turn, id="turn", most=5, restrict=r"[0-9:]*", placeholder=_("delt ligeligt")),
            )
            plan = _number("plan", chosen.plan_minutes, _("som kortsættet"))
            yield Setting(_("Til planen, i minutter"), plan)
            yield Static(plain_line(_("Dokumenter")), classes="settings-head")
            yield FolderField(chosen.documents)
            yield Static(id="settings-where", markup=False)
        yield self.key_bar()

    def bar(self) -> tuple[Command, ...]:
        """The way back too, as nothing here says done."""
        return (*super().bar()[:-1], command("back").worded(_("tilbage")), super().bar()[-1])

    def on_mount(self) -> None:
        """The first line has the keys; the theme may be changed by its own key as well."""
        self.is_ready = True
        self._held = self.samtale.settings.value
        where = _("Det hele gemmes med det samme i {path}").format(path=settings_path())
        self.query_one("#settings-where", Static).update(plain_line(where))
        self.query_one("#language").focus()
        self.watch(self.app, "theme", self._follow_theme, init=False)

    def _theme(self) -> str:
        return "light" if self.app.theme == LIGHT.name else "dark"

    def _follow_theme(self) -> None:
        self.query_one("#theme", Select).value = self._theme()

    @on(Select.Changed, "#language")
    def _choose_language(self, event: Select.Changed) -> None:
        code = str(event.value)
        if code != self.samtale.settings.value.language:
            self.samtale.settings.change(language=code)
            self.app.call_later(apply_language, self.samtale, code)

    @on(Select.Changed, "#theme")
    def _choose_theme(self, event: Select.Changed) -> None:
        if event.value != self._theme():
            self.samtale.choose_theme(cast("Literal['light', 'dark']", event.value))

    @on(Checkbox.Changed, "#bell")
    def _choose_bell(self, event: Checkbox.Changed) -> None:
        self.samtale.settings.change(bell=event.value)

    @on(Input.Changed, "#frame")
    def _choose_frame(self, event: Input.Changed) -> None:
        self._choose_number(event, "frame_minutes", LEAST_FRAME_MINUTES, MOST_FRAME_MINUTES)

    @on(Input.Changed, "#plan")
    def _choose_plan(self, event: Input.Changed) -> None:
        self._choose_number(event, "plan_minutes", LEAST_PLAN_MINUTES, MOST_PLAN_MINUTES)

    def on_descendant_focus(self) -> None:
        """What holds when a field is entered is what holds again where something unfit is written there."""
        self._held = self.samtale.settings.value

    def _choose_number(self, event: Input.Changed, key: str, least: int, most: int) -> None:
        text = event.value.strip()
        row = Setting.of(event.input)
        if text and not least <= int(text) <= most:
            row.complain(whole_number(least, most))
            self._keep(key)
            return
        self.samtale.settings.change(**{key: int(text) if text else None})
        row.tell("")

    def _keep(self, key: str) -> None:
        self.samtale.settings.change(**{key: getattr(self._held, key)})

    @on(Input.Changed, "#turn")
    def _choose_turn(self, event: Input.Changed) -> None:
        text = event.value.strip()
        row = Setting.of(event.input)
        seconds = read_turn(text)
        if text and (seconds is None or not LEAST_TURN_SECONDS <= seconds <= MOST_TURN_SECONDS):
            words = _("Skriv 1:30 eller 90, mindst {least} sekunder og højst {most} minutter.")
            row.complain(words.format(least=LEAST_TURN_SECONDS, most=MOST_TURN_SECONDS // 60))
            self._keep("turn_seconds")
            return
        self.samtale.settings.change(turn_seconds=None if seconds is None else int(seconds))
        row.tell(_("= {turn}").format(turn=clock_words(seconds)) if seconds else "")

    @on(FolderField.Chosen)
    def _choose_folder(self, event: FolderField.Chosen) -> None:
        self.samtale.settings.change(documents=event.folder)

    @on(Input.Submitted)
    @on(Button.Pressed)
    def _next(self) -> None:
        self.focus_next()


def _number(name: str, value: int | None, usual: str) -> Entry:
    text = "" if value is None else str(value)
    return Entry(text, id=name, most=3, restrict=r"[0-9]*", placeholder=usual)
