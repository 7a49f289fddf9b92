"""The boxes of Ramme with choices and short fields: occasion, purpose, roles, time and breaks."""

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Checkbox, Label, Select, Static

from samtale_tui.basis.dates import DateError
from samtale_tui.basis.language import _
from samtale_tui.basis.limits import MOST_PLAN_MINUTES
from samtale_tui.basis.shown_dates import short_date
from samtale_tui.basis.text import clean_line
from samtale_tui.conversation.breaks import BreakError, as_typed, read_breaks, show_break
from samtale_tui.conversation.commands import move_end
from samtale_tui.conversation.framing import Members, Reason, Role, Timing
from samtale_tui.conversation.framing_commands import reserve
from samtale_tui.conversation.framing_words import members_title, reason_title, role_title, timing_title
from samtale_tui.conversation.model import LEAST_MINUTES, MOST_MINUTES
from samtale_tui.tui.frame_parts import Part, part_title
from samtale_tui.tui.screens.frame_agenda import AgendaBox
from samtale_tui.tui.screens.frame_box import FrameBox
from samtale_tui.tui.screens.frame_guides import PrepareBox
from samtale_tui.tui.screens.frame_texts import CheckInBox, PeopleBox, RulesBox
from samtale_tui.tui.screens.groups import GroupsBox
from samtale_tui.tui.sinks import plain, plain_line
from samtale_tui.tui.widgets.choice_field import optional_choice
from samtale_tui.tui.widgets.date_field import DateField
from samtale_tui.tui.widgets.entry import Entry, OneOf
from samtale_tui.tui.widgets.tick import Tick
from samtale_tui.tui.widgets.writing import Writing


class OccasionBox(FrameBox):
    """The day, before or after the individual conversations (S2), employees or leaders (S3)."""

    def title_words(self) -> str:
        """As in the list."""
        return part_title(Part.OCCASION, self.value.deck)

    def fields(self) -> ComposeResult:
        """A date and two choices."""
        framing = self.value.framing
        stored = short_date(framing.day) if framing.day else ""
        yield DateField(
            "day",
            _("Hvornår?"),
            self.waiting("day", stored),
            framing.day,
            self.live.now().day,
            _("fx 12/3, på torsdag, om 2 uger"),
        )
        yield Static(id="day-remark", classes="read apart", markup=False)
        if self.value.deck.conversation.is_individual:
            return
        timings = [(plain_line(timing_title(timing, None)), timing.value) for timing in Timing]
        yield from _choice("timing", _("Anledning"), timings, framing.timing)
        members = [(plain_line(members_title(each)), each.value) for each in Members]
        yield from _choice("members", _("Teamet består af"), members, framing.members)

    def on_mount(self) -> None:
        """Say what is odd about the day from the first."""
        self._remark()

    def take(self, name: str, text: str) -> None:
        """The day as soon as it can be read; till then the one before holds."""
        field = self.query_one(DateField)
        field.show_reading()
        try:
            day = field.date()
        except DateError:
            self.let_wait("day", text)
        else:
            self.let_wait("day", "")
            self.keep("day", day, label=_("dag valgt"))
        self._remark()

    def _remark(self) -> None:
        day = self.value.framing.day
        gone = day is not None and day < self.live.now().day and not self.query_one(DateField).wrong
        remark = self.query_one("#day-remark", Static)
        remark.update(plain_line(_("Den dag er gået. Det er i orden.")))
        remark.display = gone

    @on(Select.Changed)
    def _chosen(self, event: Select.Changed) -> None:
        value = None if event.value is Select.NULL else str(event.value)
        self.keep(event.select.id or "", value, label=_("anledning valgt"))


class PurposeBox(FrameBox):
    """The purpose: the seven reasons to tick, and own words (S5)."""

    def title_words(self) -> str:
        """A question is easier to answer than a heading."""
        return _("Hvorfor holder I samtalen?")

    def fields(self) -> ComposeResult:
        """Seven boxes to tick and a text."""
        framing = self.value.framing
        for reason in Reason:
            yield Tick(
                plain_line(reason_title(reason)), reason in framing.reasons, id=f"reason-{reason.value}"
            )
        yield Label(plain_line(_("Med jeres egne ord")))
        yield Writing(framing.purpose, id="purpose", placeholder=_("Når vi går herfra, skal vi …"))

    async def on_key(self, event: events.Key) -> None:
        """A letter that is typed on a box to tick is meant for the own words."""
        own = self.query_one(Writing)
        on_a_tick = isinstance(self.focused, Tick) and event.key != "space"
        if event.character and event.is_printable and (on_a_tick or self.focused is own):
            event.prevent_default()
            self.set_focus(own)
            own.insert(event.character, own.document.end)

    def take(self, name: str, text: str) -> None:
        """As it is typed."""
        self.keep("purpose", text, label=_("formål ændret"))

    @on(Checkbox.Changed)
    def _ticked(self) -> None:
        ticked = {tick.id for tick in self.query(Tick).results(Tick) if tick.value}
        reasons = tuple(reason for reason in Reason if f"reason-{reason.value}" in ticked)
        self.keep("reasons", reasons, label=_("formål ændret"))


class RolesBox(FrameBox):
    """Who leads, who keeps the time, who takes notes (S13)."""

    def title_words(self) -> str:
        """As in the list."""
        return _("Hvem gør hvad?")

    def fields(self) -> ComposeResult:
        """A name for each; the names of those who are there are proposed."""
        names = tuple(dict.fromkeys(self.value.names().values()))
        for role in Role:
            yield Label(plain_line(role_title(role)))
            text = self.value.framing.roles.get(role, "")
            yield Entry(text, id=role.value, placeholder=_("Et navn"), suggester=OneOf(names))

    def take(self, name: str, text: str) -> None:
        """As it is typed."""
        roles = {**self.value.framing.roles, Role(name): clean_line(text)}
        self.keep("roles", {role: who for role, who in roles.items() if who}, label=_("rolle ændret"))


class TimeBox(FrameBox):
    """How long it may last, what of it is the plan's (S26), and when there are breaks."""

    def title_words(self) -> str:
        """As in the list."""
        return part_title(Part.TIME, self.value.deck)

    def fields(self) -> ComposeResult:
        """Two numbers, and breaks as one writes them, with how they are read."""
        value = self.value
        with Horizontal(classes="pair"):
            with Vertical():
                yield Label(plain_line(_("Minutter i alt")))
                yield Entry(
                    self.waiting("booked", str(value.booked_minutes)),
                    id="booked",
                    most=4,
                    restrict=r"[0-9]*",
                )
            with Vertical():
                yield Label(plain_line(_("Heraf til planen")))
                yield Entry(
                    self.waiting("plan", str(value.reserved_minutes)), id="plan", most=3, restrict=r"[0-9]*"
                )
        yield Static(id="time-words", classes="read apart", markup=False)
        yield Label(plain_line(_("Pauser")))
        typed = self.waiting("breaks", as_typed(value.framing.breaks))
        yield Entry(typed, id="breaks", placeholder=_("fx 10 min efter 45"))
        yield Static(id="breaks-words", classes="read", markup=False)

    def on_mount(self) -> None:
        """Say how it is read from the first."""
        for name in ("booked", "breaks"):
            self.take(name, self.query_one(f"#{name}", Entry).value)

    def take(self, name: str, text: str) -> None:
        """What can be read holds at once."""
        {"booked": self._book, "plan": self._reserve, "breaks": self._plan_breaks}[name](text.strip())

    def _book(self, text: str) -> None:
        fits = text.isdecimal() and LEAST_MINUTES <= int(text) <= MOST_MINUTES
        if fits and not self.live.read_only:
            more = int(text) - self.value.booked_minutes
            self.live.apply(move_end, more, label=_("tid ændret"), stay="frame/booked")
        self.let_wait("booked", "" if fits else text or " ")
        self._say_times()

    def _reserve(self, text: str) -> None:
        fits = not text or (text.isdecimal() and int(text) <= MOST_PLAN_MINUTES)
        usual = self.value.deck.rules.plan_minutes
        if fits and not self.live.read_only:
            minutes = None if not text or int(text) == usual else int(text)
            self.live.apply(reserve, minutes, label=_("tid ændret"), stay="frame/plan")
        self.let_wait("plan", "" if fits else text)
        self._say_times()

    def _say_times(self) -> None:
        value = self.value
        breaks = sum(each.minutes for each in value.framing.breaks)
        words = _("{n} minutter til at tale sammen, {plan} til planen").format(
            n=max(0, value.booked_minutes - value.reserved_minutes - breaks), plan=value.reserved_minutes
        )
        wrong = "frame/booked" in value.drafts or "frame/plan" in value.drafts
        if wrong:
            words = _("Skriv hele minutter: {least} til {most} i alt, højst {plan} til planen.").format(
                least=LEAST_MINUTES, most=MOST_MINUTES, plan=MOST_PLAN_MINUTES
            )
        self._say("time-words", words, wrong=wrong)

    def _plan_breaks(self, text: str) -> None:
        try:
            breaks = read_breaks(text)
        except BreakError as error:
            self.let_wait("breaks", text)
            self._say("breaks-words", str(error), wrong=True)
            return
        self.let_wait("breaks", "")
        self.keep("breaks", breaks, label=_("pauser ændret"))
        words = [show_break(each) for each in breaks]
        if any(each.after >= self.value.booked_minutes for each in breaks):
            words.append(_("Det er, efter at samtalen er slut."))
        self._say("breaks-words", "\n".join(words), wrong=False)

    def _say(self, line: str, words: str, *, wrong: bool) -> None:
        found = self.query_one(f"#{line}", Static)
        found.update(plain(words))
        found.set_class(wrong, "-wrong")


def _choice(name: str, label: str, options: list[tuple[Content, str]], chosen: str | None) -> ComposeResult:
    yield Label(plain_line(label))
    yield optional_choice(name, options, chosen)


_BOXES: dict[Part, type[FrameBox]] = {
    Part.PREPARE: PrepareBox,
    Part.OCCASION: OccasionBox,
    Part.PURPOSE: PurposeBox,
    Part.PEOPLE: PeopleBox,
    Part.GROUPS: GroupsBox,
    Part.CHECK_IN: CheckInBox,
    Part.AGENDA: AgendaBox,
    Part.RULES: RulesBox,
    Part.ROLES: RolesBox,
    Part.TIME: TimeBox,
}


def box_of(part: Part) -> FrameBox:
    """A new box for a part."""
    return _BOXES[part]()
