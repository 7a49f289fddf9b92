"""Ramme: prepared alone in one's own view, shown to the room at the welcome, begun with one key."""

import random
from datetime import date, timedelta

import pytest
import scenes_frame
import sight
from scenes_frame import framed, many
from showcase import AT, BEGUN, CARD, OWN_CARD, Stage, playing, ready
from textual.widgets import Input, OptionList, TextArea
from ways import own_view

from samtale_tui.basis.limits import MOST_AGENDA_ITEMS
from samtale_tui.basis.shown_dates import clock_time
from samtale_tui.conversation.agenda import agenda_slots, slot_times
from samtale_tui.conversation.framing import AgendaItem, Break, Framing, Members, Reason, Role, Timing
from samtale_tui.conversation.model import Conversation, Person, Step, Times
from samtale_tui.tui import navigation as to
from samtale_tui.tui.widgets.header import header_line
from samtale_tui.tui.widgets.panes import Pane

pytestmark = pytest.mark.usefixtures("nothing_drawn")


def empty(**changes: object) -> Conversation:
    parts: dict[str, object] = {"framing": Framing(), "chosen": (), "uses": {}, "blanks": ()}
    return framed(ready(), **parts | changes)


async def open_part(stage: Stage, part: str) -> None:
    stage.screen.query_one("#frame-parts", Pane).mark(part)
    await stage.press("enter")
    assert stage.on != "FrameScreen", part


async def write(stage: Stage, field: str, text: str, *, anew: bool = False) -> None:
    stage.screen.query_one(field).focus()
    await stage.press(*(("ctrl+a", "delete") if anew else ("end",)))
    await (stage.paste if "\n" in text else stage.type)(text)


# Preparing


async def test_every_part_is_kept_as_it_is_typed_and_waits_when_the_program_is_opened_again() -> None:
    async with playing() as stage:
        await stage.open(empty())
        await open_part(stage, "occasion")
        await write(stage, "#day", "om 3 uger")
        await stage.press("escape")
        await open_part(stage, "purpose")
        await stage.press("space", "down", "space")
        await write(stage, "#purpose", "Vi skal videre")
        await stage.press("escape")
        await open_part(stage, "check_in")
        await write(stage, "#check_in", "Hvad glæder dig?")
        await write(stage, "#expectations", "Ro på")
        await stage.press("escape")
        await open_part(stage, "roles")
        await write(stage, "#facilitator", "Anna")
        await write(stage, "#note_taker", "Ca")
        await stage.press("tab")  # takes the name that is proposed
        await stage.press("escape")
        await open_part(stage, "time")
        await write(stage, "#booked", "120", anew=True)
        await write(stage, "#plan", "20", anew=True)
        await write(stage, "#breaks", "10 min efter 45")
        await stage.press("escape")
        await stage.reopen()
        value, kept = stage.value, stage.value.framing
        assert (stage.on, value.drafts) == ("FrameScreen", {})
        assert kept.day == date(2027, 4, 2)
        assert kept.purpose == "Vi skal videre"
        assert kept.reasons == (Reason.DIRECTION, Reason.OVERVIEW)
        assert (kept.check_in, kept.expectations) == ("Hvad glæder dig?", "Ro på")
        assert kept.roles == {Role.FACILITATOR: "Anna", Role.NOTE_TAKER: "Carina"}
        assert (value.booked_minutes, value.reserved_minutes) == (120, 20)
        assert kept.breaks == (Break(after=45, minutes=10),)


async def test_the_agenda_is_written_a_point_a_line_and_stands_with_its_times_when_it_begins() -> None:
    async with playing() as stage:
        await stage.open(empty())
        await open_part(stage, "agenda")
        await write(stage, "#agenda", "Vores opgaver 20 min\nVagter")
        assert "2 punkter · 20 minutter · de andre deler resten af tiden" in sight.reading(stage.app)
        await stage.press("escape")
        assert stage.value.framing.agenda == (
            AgendaItem(topic="Vores opgaver", minutes=20),
            AgendaItem(topic="Vagter"),
        )
        assert "Vores opgaver (20 min) · Vagter" in sight.reading(stage.app)
        await stage.press("space")
        begun = stage.value.times.begun
        assert begun is not None
        first, second = (slot_times(stage.value, slot) for slot in agenda_slots(stage.value))
        assert first is not None and second is not None
        page = sight.reading(stage.app)
        assert f"{clock_time(begun)}–{clock_time(begun + timedelta(minutes=20))} Vores opgaver" in page
        assert f"{clock_time(second[0])}–{clock_time(second[1])} Vagter" in page
        assert "▸ " + clock_time(begun) in page
        await stage.pass_time(20 * 60)
        assert f"▸ {clock_time(second[0])}–" in sight.reading(stage.app)
        await stage.press("u")
        assert stage.value.framing.agenda == ()


async def test_an_agenda_that_is_too_long_says_so_and_too_many_points_wait() -> None:
    async with playing() as stage:
        await stage.open(empty())
        await open_part(stage, "agenda")
        await write(stage, "#agenda", "Det hele 10 timer")
        assert "mere, end der er før planen" in sight.reading(stage.app)
        await write(stage, "#agenda", "\nEmne" * MOST_AGENDA_ITEMS)
        assert f"Højst {MOST_AGENDA_ITEMS} punkter." in sight.reading(stage.app)
        assert len(stage.value.framing.agenda) == 1
        assert "frame/agenda" in stage.value.drafts
        await stage.press("escape", "enter")
        await write(stage, "#agenda", "Kun dette", anew=True)
        assert [item.topic for item in stage.value.framing.agenda] == ["Kun dette"]
        assert stage.value.drafts == {}


async def test_before_or_after_mus_and_employees_or_leaders_are_chosen_from_lists() -> None:
    async with playing() as stage:
        await stage.open(empty())
        await open_part(stage, "occasion")
        for field, times in (("#timing", 2), ("#members", 2)):
            stage.screen.query_one(field).focus()
            await stage.press("enter", *["down"] * times, "enter")
        await stage.press("escape")
        assert stage.value.framing.timing is Timing.FOLLOW_UP
        assert stage.value.framing.members is Members.LEADERS
        assert "Opfølgning på LUS · Ledere" in sight.reading(stage.app)


async def test_what_was_written_in_one_stay_is_one_step_of_undo() -> None:
    async with playing() as stage:
        await stage.open(empty())
        await open_part(stage, "check_in")
        await write(stage, "#check_in", "Hvad glæder dig?")
        await write(stage, "#expectations", "Ro på")
        await stage.press("escape", "u")
        assert (stage.value.framing.check_in, stage.value.framing.expectations) == ("Hvad glæder dig?", "")
        await stage.press("u")
        assert stage.value.framing == Framing()
        await stage.press("ctrl+y")
        assert stage.value.framing.check_in == "Hvad glæder dig?"


@pytest.mark.parametrize(
    ("text", "day", "said"),
    [
        ("12/3 2021", date(2021, 3, 12), "Den dag er gået."),
        ("i dag", date(2027, 3, 12), "= fredag den 12. marts 2027"),
        ("engang til foråret", None, "kan ikke læse »engang til foråret«"),
        ("12/3 9999", None, "»12/3 9999«"),
    ],
)
async def test_any_day_is_read_or_told_of_and_never_lost(text: str, day: date | None, said: str) -> None:
    async with playing() as stage:
        await stage.open(empty())
        await open_part(stage, "occasion")
        await write(stage, "#day", text)
        if said.startswith("»"):
            assert stage.screen.query_one("#day-read").has_class("-wrong")
        else:
            assert said in sight.reading(stage.app)
        await stage.press("escape")
        assert stage.value.framing.day == day
        if day is None:
            assert f"»{text}« venter" in sight.reading(stage.app)
            await open_part(stage, "occasion")
            assert stage.screen.query_one("#day", Input).value == text


async def test_breaks_that_cannot_be_read_wait_and_those_after_the_end_are_told_of() -> None:
    async with playing() as stage:
        await stage.open(empty())
        await open_part(stage, "time")
        await write(stage, "#breaks", "10 min efter fro")
        assert "Jeg kan ikke læse »10 min efter fro«" in sight.reading(stage.app)
        await stage.press("escape")
        assert stage.value.framing.breaks == ()
        assert "»10 min efter fro« venter" in sight.reading(stage.app)
        await open_part(stage, "time")
        await write(stage, "#breaks", "10 min efter 2 timer", anew=True)
        assert "Det er, efter at samtalen er slut." in sight.reading(stage.app)
        assert stage.value.framing.breaks == (Break(after=120, minutes=10),)


async def test_a_length_that_cannot_be_waits_and_the_one_before_holds() -> None:
    async with playing() as stage:
        await stage.open(empty())
        await open_part(stage, "time")
        await write(stage, "#booked", "2", anew=True)
        await stage.press("escape")
        assert stage.value.booked_minutes == 90
        await open_part(stage, "time")
        assert stage.screen.query_one("#booked", Input).value == "2"
        await write(stage, "#booked", "0")
        assert (stage.value.booked_minutes, stage.value.drafts) == (20, {})


async def test_the_ground_rules_become_the_teams_own_and_the_box_with_them_shows_it() -> None:
    async with playing() as stage:
        await stage.open(empty())
        deck = stage.value.deck.rules.ground_rules
        await stage.press("r")
        await stage.press("ctrl+end")
        await stage.paste("\nVi holder pauser")
        assert stage.value.ground_rules == (*deck, "Vi holder pauser")
        await stage.press("escape", "s")
        assert "7 Vi holder pauser" in sight.reading(stage.app)
        await stage.press("escape", "r")
        await write(stage, "#rules", "", anew=True)
        assert stage.value.ground_rules == ()
        await stage.press("tab", "enter")
        assert stage.screen.query_one("#rules", TextArea).text.split("\n") == list(deck)
        assert stage.value.framing.ground_rules is None


async def test_too_many_rules_wait_and_are_told_of() -> None:
    async with playing() as stage:
        await stage.open(empty())
        await stage.press("r")
        before = stage.value.ground_rules
        await stage.paste("\n".join(f"Regel {n}" for n in range(41)))
        assert "Højst 40 regler" in sight.reading(stage.app)
        assert stage.value.ground_rules == before
        await stage.press("escape", "r")
        assert "Regel 40" in stage.screen.query_one("#rules", TextArea).text


# People and groups


async def test_people_come_and_go_and_get_other_names_also_during_a_round() -> None:
    async with playing() as stage:
        await stage.open(stage.material.round(stage.now).but(step="frame", card=None, leading=None))
        await own_view(stage)
        await open_part(stage, "people")
        await write(stage, "#people", "Anna\nBodil\nCarina\nGert", anew=True)
        assert "4 deltagere" in sight.reading(stage.app)
        assert len(stage.value.people) == 6, "half a list is nobody's"
        await stage.press("escape")
        assert "bliver stående" in stage.said
        names = ["Anna", "Bodil", "Carina", "Dorthe", "Emil", "Fatima", "Gert"]
        assert sorted(person.name for person in stage.value.people) == names
        assert {"p1", "p2", "p3", "p4", "p5", "p6"} <= {person.id for person in stage.value.people}
        await stage.press("u")
        assert tuple(stage.value.names().values()) == stage.material.names


async def test_a_list_of_people_half_written_waits_and_holds_when_the_box_is_closed() -> None:
    async with playing() as stage:
        await stage.open(empty())
        await open_part(stage, "people")
        await stage.press("ctrl+end")
        await stage.paste("\nGert")
        await stage.reopen()
        assert len(stage.value.people) == 6
        assert "venter" in sight.reading(stage.app)
        await open_part(stage, "people")
        await stage.press("escape")
        assert [person.name for person in stage.value.people][-1] == "Gert"
        assert stage.value.drafts == {}


async def test_nine_people_are_offered_groups_that_can_be_changed_and_kept() -> None:
    async with playing() as stage:
        await stage.open(empty(people=many(stage.material, 9)))
        assert "Del jer i 2" in sight.reading(stage.app)
        await stage.press("g")
        await stage.press("plus")
        assert "Her er 3 grupper" in sight.reading(stage.app)
        await stage.press("right", "enter")
        assert stage.value.groups == (("p2", "p3"), ("p4", "p5", "p6", "p1"), ("p7", "p8", "p9"))
        assert "3 grupper: 2 + 4 + 3" in sight.reading(stage.app)
        await stage.press("v")
        assert "1 Bo, Carina" in sight.reading(stage.app)
        assert "2 Dorthe, Emil, Fatima, Anna" in sight.reading(stage.app)
        await stage.press("g", "x")
        assert stage.value.groups == ()
        await stage.press("u")
        assert len(stage.value.groups) == 3


async def test_groups_are_shuffled_and_put_back_as_people_sit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(random, "shuffle", lambda people: people.reverse())
    async with playing() as stage:
        await stage.open(empty(people=many(stage.material, 8)))
        await stage.press("g", "b", "enter")
        assert stage.value.groups == (("p8", "p7", "p6", "p5"), ("p4", "p3", "p2", "p1"))
        await stage.press("g", "p", "enter")
        assert stage.value.groups == (("p1", "p2", "p3", "p4"), ("p5", "p6", "p7", "p8"))


@pytest.mark.parametrize("count", [0, 1, 2, 7, 9, 40])
async def test_groups_and_the_page_work_for_any_number_and_for_equal_names(count: int) -> None:
    people = tuple(Person(id=f"p{n}", name="Anna") for n in range(1, count + 1))
    async with playing() as stage:
        await stage.open(empty(people=people))
        assert (": små grupper taler bedre" in sight.reading(stage.app)) is (count > 6)
        await stage.press("g")
        if count < 2:
            assert "hvem der er med" in stage.said
            return
        for _ in range(count):
            await stage.press("plus")
        await stage.press("minus", "right", "right", "left", "enter")
        assert sorted(id_ for group in stage.value.groups for id_ in group) == sorted(p.id for p in people)
        await stage.press("v")
        assert stage.on == "FrameScreen"
        if count > 2:
            assert "Anna (2)" in sight.reading(stage.app)


# The room


async def test_space_begins_says_so_shows_the_room_and_stays_on_the_frame() -> None:
    async with playing() as stage:
        await stage.open(framed(stage.material))
        assert stage.app.own_view
        await stage.press("space")
        assert stage.value.times.begun == AT
        assert "God samtale" in stage.said
        assert (stage.on, stage.app.own_view, stage.value.step) == ("FrameScreen", False, "frame")
        assert "Velkommen, Team Nord" in sight.reading(stage.app)
        assert sight.key_words(stage.app)[0] == "> hjulet"
        await stage.press("plus")
        assert stage.value.booked_minutes == 95
        await stage.press("greater_than_sign")
        assert stage.on == "WheelScreen"
        await stage.press("less_than_sign")
        assert stage.on == "FrameScreen"


async def test_the_button_begins_as_well() -> None:
    async with playing() as stage:
        await stage.open(framed(stage.material))
        await stage.pilot.click("#frame-begin")
        await stage.settle()
        assert stage.value.times.begun == AT
        assert not stage.screen.query_one("#frame-foot").display


async def test_what_is_empty_is_left_out_of_the_rooms_page() -> None:
    async with playing() as stage:
        await stage.open(empty(framing=Framing(ground_rules=())))
        await stage.press("v")
        shown = sight.reading(stage.app)
        assert "Velkommen, Team Nord" in shown
        assert "90 minutter, heraf 15 til planen" in shown
        for title in (
            "Derfor er vi her",
            "Det vil vi tale om",
            "Check-in",
            "Spilleregler",
            "Roller",
            "Grupper",
        ):
            assert f" {title} " not in shown.replace("c check-in", "")


async def test_in_the_room_arrows_mark_a_part_enter_opens_it_and_what_is_written_is_seen_at_once() -> None:
    async with playing(size=(120, 40)) as stage:
        await scenes_frame.frame_begun(stage)
        for _ in range(4):
            await stage.press("down")
        await stage.press("e")
        assert stage.on == "CheckInBox"
        await write(stage, "#check_in", "Hvordan er vejret?", anew=True)
        await stage.press("escape")
        assert "Hvordan er vejret?" in sight.reading(stage.app)
        await stage.press("escape")
        assert stage.on == "FrameScreen"
        await stage.press("escape")
        assert "Esc igen" in stage.said
        await stage.press("escape")
        await stage.until(lambda: stage.on == "HomeScreen")
        await stage.settle()


async def test_a_page_taller_than_the_screen_is_seen_to_its_end_by_the_arrows() -> None:
    async with playing(size=(60, 20)) as stage:
        await scenes_frame.frame_begun(stage)
        seen = sight.reading(stage.app)
        for _ in range(20):
            await stage.press("down")
            seen += sight.reading(stage.app)
        for words in ("Derfor er vi her", "6 Det, der bliver sagt her", "Tidsholder: Bo", "14:00–14:10"):
            assert words in seen, words
        for _ in range(20):
            await stage.press("up")
        assert "Velkommen" in sight.reading(stage.app)


async def test_in_a_window_that_may_only_look_nothing_opens_and_nothing_is_lost() -> None:
    async with playing() as stage:
        await scenes_frame.frame_to_look_at(stage)
        before = stage.value
        for key in ("enter", "c", "r", "g", "delete", "ctrl+up", "space", "plus"):
            await stage.press(key)
            assert stage.on == "FrameScreen", key
        assert stage.value == before
        await stage.press("v", "greater_than_sign")
        assert stage.on == "WheelScreen"


# Cards chosen beforehand


async def test_a_card_is_chosen_on_the_wheel_and_its_why_is_seen_on_the_card_in_ones_own_view() -> None:
    async with playing(size=(120, 40)) as stage:
        await stage.open(empty(step="wheel"))
        cards = stage.screen.query_one("#cards", OptionList)
        cards.focus()
        cards.highlighted = cards.get_option_index(CARD)
        await stage.settle()
        assert "m vælg til samtalen" in sight.lines(stage.app)[-1]
        await stage.press("m")
        assert [each.card for each in stage.value.chosen] == [CARD]
        assert "◆" in sight.reading(stage.app)
        assert "m tag ud" in sight.lines(stage.app)[-1]
        await stage.press("less_than_sign")
        await open_part(stage, f"card/{CARD}")
        await stage.type("Fordi vi skal vælge")
        await stage.press("enter")
        assert stage.value.chosen[0].why == "Fordi vi skal vælge"
        assert "Fordi vi skal vælge" in sight.reading(stage.app)
        await stage.press("greater_than_sign")
        to.show_card(stage.app, CARD)
        await stage.settle()
        assert "◆ Valgt til samtalen: Fordi vi skal vælge" in sight.reading(stage.app)
        await stage.press("v")
        assert "Fordi vi skal vælge" not in sight.reading(stage.app)
        await stage.press("m")
        assert stage.value.chosen == ()


async def test_chosen_cards_are_moved_and_taken_out_with_the_mark_on_them() -> None:
    async with playing() as stage:
        await stage.open(framed(stage.material))
        pane = stage.screen.query_one("#frame-parts", Pane)
        pane.mark(f"card/{CARD}")
        await stage.press("ctrl+down")
        assert ([each.card for each in stage.value.chosen], pane.marked) == ([OWN_CARD, CARD], f"card/{CARD}")
        await stage.press("delete")
        assert [each.card for each in stage.value.chosen] == [OWN_CARD]
        await stage.press("u", "u")
        assert [each.card for each in stage.value.chosen] == [CARD, OWN_CARD]


# The header


async def test_a_break_is_in_the_header_and_is_said_softly_when_it_begins() -> None:
    async with playing() as stage:
        await scenes_frame.wheel_with_chosen_cards(stage)
        assert "pause om 8 min" in sight.lines(stage.app)[0]
        await stage.pass_time(7.5 * 60)
        assert stage.said == ""
        await stage.pass_time(60)
        assert "Nu er der pause til 14:00." in stage.said
        assert "pause til 14:00" in sight.lines(stage.app)[0]
        await stage.pass_time(10 * 60)
        assert "pause" not in sight.lines(stage.app)[0]


@pytest.mark.parametrize("step", ["frame", "wheel", "plan", "finish"])
@pytest.mark.parametrize("near", [False, True])
def test_the_header_fits_every_width_and_names_the_step(step: Step, near: bool) -> None:
    framing = Framing(breaks=(Break(after=35, minutes=10),)) if near else Framing()
    value = framed(ready(), team="Team Nordvest og omegn", times=Times(begun=BEGUN), framing=framing)
    for width in range(60, 200):
        line = header_line(value, AT, step=step, own_view=True, width=width).plain
        assert len(line) == width
        assert {"frame": "RAMME", "wheel": "HJULET", "plan": "PLAN", "finish": "AFSLUT"}[step] in line
        assert "plan om 48 min" in line
        assert "pause om 8 min" in line or not near or width < 80


async def test_begun_by_mistake_is_begun_no_longer_when_one_asks_for_it_on_the_frame() -> None:
    async with playing() as stage:
        await stage.open(empty(times=Times()))
        await stage.press("space")
        agreements = stage.value.agreements
        await stage.press("space")
        assert "Den begyndte i dag" in sight.reading(stage.app)
        await stage.press("enter")
        assert stage.value.times.begun is not None
        await stage.press("space", "right", "enter")
        assert stage.value.times.begun is None
        assert stage.value.agreements == agreements
        assert not stage.app.own_view, "the room is shown what is one's own"
        assert "90 min afsat" in sight.reading(stage.app)
        await stage.reopen()
        assert stage.value.times.begun is None


async def test_a_conversation_that_is_set_for_another_day_is_begun_only_when_that_is_meant() -> None:
    async with playing() as stage:
        await stage.open(empty(times=Times(), framing=Framing(day=AT.date() + timedelta(days=5))))
        await stage.press("space")
        assert "Samtalen er sat til" in sight.reading(stage.app)
        await stage.press("enter")
        assert stage.value.times.begun is None
        await stage.press("space", "right", "enter")
        assert stage.value.times.begun is not None


async def test_letters_typed_on_the_reasons_are_own_words() -> None:
    async with playing() as stage:
        await stage.open(empty())
        await open_part(stage, "purpose")
        await stage.type("Ro")
        await stage.press("space")
        await stage.type("på")
        assert stage.value.framing.purpose == "Ro på"
        assert stage.value.framing.reasons == ()


async def test_enter_in_the_last_field_of_a_box_stays_there() -> None:
    async with playing() as stage:
        await stage.open(empty())
        await open_part(stage, "time")
        await write(stage, "#breaks", "når vi gider")
        await stage.press("enter")
        await stage.type("!")
        assert stage.screen.query_one("#breaks", Input).value == "når vi gider!"
        assert stage.screen.query_one("#booked", Input).value == "90"


async def test_enter_takes_the_name_that_is_proposed_where_it_can_be_one_only() -> None:
    async with playing() as stage:
        people = tuple(Person(id=f"p{n}", name=name) for n, name in enumerate(("Mette", "Bodil", "Bo"), 1))
        await stage.open(empty(people=people, groups=()))
        await open_part(stage, "roles")
        for name in ("me", "Bo", "Ukendt"):
            await stage.type(name)
            await stage.pilot.pause(0.1)
            await stage.press("enter")
        assert list(stage.value.framing.roles.values()) == ["Mette", "Bo", "Ukendt"]
