"""One note of an IGLO as a form: where it hangs, what, how, who, when, and the follow-up (S34)."""

from typing import ClassVar, cast

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Label, Select, Static

from samtale_tui.basis.language import _
from samtale_tui.basis.text import clean_line
from samtale_tui.basis.words import Horizon, IgloLevel, horizon_title
from samtale_tui.conversation.model import Conversation
from samtale_tui.conversation.round_commands import in_round
from samtale_tui.method.iglo import Iglo, idea_of
from samtale_tui.method.iglo_board import next_note_id, note_of, put_note
from samtale_tui.method.iglo_parts import IgloNote
from samtale_tui.method.iglo_words import level_texts
from samtale_tui.plan.actions import remarks
from samtale_tui.plan.model import Action
from samtale_tui.tui.screens.dated_fields import line, prose, when_and_follow_up, words_of_what_is_done
from samtale_tui.tui.screens.dated_form import DatedForm, FieldWords
from samtale_tui.tui.screens.iglo_words import lacks_words
from samtale_tui.tui.sinks import plain_line
from samtale_tui.tui.widgets.header import StepHeader
from samtale_tui.tui.widgets.notice import Notice


def form_of(round_id: str, idea: str, level: IgloLevel, horizon: Horizon) -> str:
    """The name under which a new note for a square waits half-written."""
    return f"iglo/{round_id}/{idea}/{level.value}/{horizon.value}"


class IgloNoteScreen(DatedForm[IgloNote]):
    """The form of a note; a new one is hung up where it was begun."""

    TEXTS: ClassVar[tuple[str, ...]] = ("what", "how")
    LINES: ClassVar[tuple[str, ...]] = ("who", "follow_how", "follow_who")
    DATES: ClassVar[tuple[str, ...]] = ("start", "deadline", "follow_when")
    CHOICES: ClassVar[tuple[str, ...]] = ("level", "horizon")

    def __init__(self, round_id: str, note: IgloNote, *, is_new: bool) -> None:
        """Make the form.

        Args:
            round_id: the round whose board it is.
            note: the note, or the blank one that is to be written.
            is_new: whether it does not hang there yet.
        """
        super().__init__()
        self._round_id = round_id
        self._note = note
        self._is_new = is_new

    def again(self) -> "IgloNoteScreen":
        """The same note; what stands half-written waits in the drafts."""
        return IgloNoteScreen(self._round_id, self._note, is_new=self._is_new)

    def _state(self, conversation: Conversation) -> Iglo | None:
        each = conversation.round_by_id(self._round_id)
        return each.iglo if each else None

    @property
    def form(self) -> str:
        """By the note's id; a new one's by its square."""
        note = self._note
        if self._is_new:
            return form_of(self._round_id, note.idea, note.level, note.horizon)
        return f"iglo/{self._round_id}/{note.id}"

    @property
    def is_new(self) -> bool:
        """Whether it does not hang there yet."""
        return self._is_new

    def kept(self, conversation: Conversation) -> IgloNote | None:
        """The note on the board."""
        state = self._state(conversation)
        return None if self._is_new or state is None else note_of(state, self._note.id)

    def blank(self) -> IgloNote:
        """One more note in that square."""
        return self._note

    def words(self) -> dict[str, FieldWords]:
        """What is asked of a note."""
        return {
            **words_of_what_is_done(),
            "level": FieldWords(_("Niveau")),
            "who": FieldWords(_("Hvem gør det?"), _("Ét navn")),
        }

    def compose(self) -> ComposeResult:
        """The idea, then label and field; dates side by side with what they were read as."""
        yield StepHeader()
        yield Notice()
        yield Static(id="action-lacks", markup=False)
        with VerticalScroll(id="action-form", can_focus=False, disabled=self.live.read_only):
            yield Static(id="action-origin", markup=False)
            yield from prose(self, "what")
            yield from prose(self, "how")
            yield from line(self, "who", self.people)
            yield from when_and_follow_up(self)
            with Horizontal(classes="pair"):
                yield from self._must_choose("level", self._levels())
                yield from self._must_choose(
                    "horizon", [(plain_line(horizon_title(each)), each.value) for each in Horizon]
                )
            yield Button(plain_line(_("Gem")), id="save", variant="primary")
        yield self.key_bar()

    def _levels(self) -> list[tuple[Content, str]]:
        state = self._state(self.value)
        texts = level_texts(state.levels if state else ())
        return [(plain_line(text.title), text.level.value) for text in texts]

    def _must_choose(self, name: str, options: list[tuple[Content, str]]) -> ComposeResult:
        known = {value for _words, value in options}
        waiting = self.text_of(name)
        chosen = waiting if waiting in known else str(getattr(self.thing, name).value)
        with Vertical():
            yield Label(plain_line(self.words()[name].label))
            yield Select(options, value=chosen, allow_blank=False, id=name, compact=True)

    def ready(self) -> None:
        """Ready to write the first thing that is missing."""
        note = self.thing
        lacking = [name for name in ("what", "how", "who", "start", "deadline") if not getattr(note, name)]
        lacking += [name for name in ("follow_when", "follow_who") if not getattr(note, name)]
        self.query_one(f"#{lacking[0] if lacking else 'what'}").focus()
        self.show_lacks()

    def paint(self, old: Conversation | None, new: Conversation) -> None:
        """The idea that it is about."""
        super().paint(old, new)
        state = self._state(new)
        idea = idea_of(state, self._note.idea) if state else None
        words = _("Idé: {idea}").format(idea=clean_line(idea.text)) if idea else ""
        self.query_one("#action-origin", Static).update(plain_line(words))

    def lacking(self, thing: IgloNote) -> str:
        """How many of the five it answers, which it lacks, and what looks odd about its dates."""
        dates = Action(id="h1", start=thing.start, deadline=thing.deadline, follow_when=thing.follow_when)
        return " · ".join((lacks_words(thing), *remarks(dates, self.live.now().day)))

    def keep(self, thing: IgloNote) -> str | None:
        """Onto the board; a new one with nothing on it is not hung up, and none whose idea is gone."""
        state = self._state(self.value)
        if state is None or idea_of(state, self._note.idea) is None:
            return None
        made = thing.but(id=next_note_id(state)) if self._is_new else thing
        label = _("ny seddel") if self._is_new else _("seddel ændret")
        now = self.live.now()
        changed = self.apply(
            in_round,
            self._round_id,
            now,
            lambda run: put_note(cast("Iglo", run), made),
            label=label,
        )
        return f"iglo/{self._round_id}/{made.id}" if changed or not self._is_new else self.form
