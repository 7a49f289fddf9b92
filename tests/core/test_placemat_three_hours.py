"""Three hours of Mødet på midten with ticks that stall and lids that are closed: the clocks exact to a second."""

import random
from datetime import UTC, datetime, timedelta

import pytest
from any_conversation import conversation

from samtale_tui.conversation.model import Conversation, Person
from samtale_tui.conversation.round_commands import (
    at_reading,
    close_round,
    pause_all,
    round_reads,
    start_round,
    start_round_clock,
    stop_round_clock,
)
from samtale_tui.conversation.rounds import Pause
from samtale_tui.method.clock import SILENCE_SECONDS, AwakeClock, Moment, lid_was_closed
from samtale_tui.method.placemat import Placemat, propose
from samtale_tui.method.placemat_course import next_step, previous_step
from samtale_tui.method.placemat_groups import write_middle
from samtale_tui.method.placemat_phases import Phase
from samtale_tui.method.run import Ending

THREE_HOURS = 3 * 60 * 60
CARD = "opgaver-1"


class Machine:
    """A laptop: its clocks, and how long a person with a good watch says that the talk has been on."""

    def __init__(self, *, counts_sleep: bool) -> None:
        self.counts_sleep = counts_sleep
        self.mono = 77.0
        self.wall = datetime(2027, 3, 12, 8, 0, tzinfo=UTC)
        self.talked = 0.0

    def __call__(self) -> Moment:
        return Moment(self.mono, self.wall)

    def pass_time(self, seconds: float, *, running: bool) -> None:
        self.mono += seconds
        self.wall += timedelta(seconds=seconds)
        if running:
            self.talked += seconds

    def sleep(self, seconds: float) -> None:
        """Nobody talks into a closed laptop; on some systems its clock runs on all the same."""
        self.wall += timedelta(seconds=seconds)
        if self.counts_sleep:
            self.mono += seconds


class Talk:
    """One placemat after another on a machine, ticked as the program does."""

    def __init__(self, machine: Machine, seed: int) -> None:
        self.machine = machine
        self.now = AwakeClock(machine)
        self.last = self.now()
        self.rng = random.Random(seed)
        people = tuple(Person(id=f"p{number + 1}", name=f"Navn {number}") for number in range(11))
        self.value: Conversation = conversation(people=people)
        self.runs = 0
        self.lids = 0
        self.spent: dict[str, dict[Phase, float]] = {}
        self.begin()

    def begin(self) -> None:
        last = self.value.rounds[-1].placemat if self.value.rounds else None
        run = propose(tuple(self.value.names()), 35 * 60, last=last)
        self.value = start_round(self.value, CARD, run, self.tick())
        self.name = self.value.rounds[-1].id
        self.spent[self.name] = dict.fromkeys(Phase, 0.0)

    @property
    def state(self) -> Placemat:
        state = self.value.rounds[-1].placemat
        assert state
        return state

    @property
    def running(self) -> bool:
        return self.value.times.rounds[self.name].watch.running

    def tick(self) -> Moment:
        now = self.now()
        if lid_was_closed(self.last, now):
            self.value = pause_all(self.value, now, Pause.LID)
            self.lids += 1
        self.last = now
        return now

    def go_on(self, seconds: float) -> None:
        """So long, with ticks that come when they come."""
        while seconds > 0:
            step = min(seconds, self.rng.choice((0.2, 1.0, 1.0, 1.0, 4.0, SILENCE_SECONDS - 1)))
            running = self.running
            self.machine.pass_time(step, running=running)
            if running:
                self.spent[self.name][self.state.phase] += step
            self.tick()
            seconds -= step

    def close_lid(self) -> None:
        self.machine.sleep(3600)
        self.tick()
        assert not self.running
        self.value = start_round_clock(self.value, self.name, self.tick())

    def change(self) -> None:
        """Something that the facilitator does."""
        what = self.rng.randrange(8)
        now = self.tick()
        if what == 0:
            self.value = stop_round_clock(self.value, self.name, now, Pause.PAUSE)
            self.go_on(self.rng.uniform(1, 60))
            self.value = start_round_clock(self.value, self.name, self.tick())
        elif what == 1:
            self.value = at_reading(self.value, self.name, now, previous_step)
        elif what == 2:
            self.value = at_reading(self.value, self.name, now, lambda run, _at: write_middle(run, 1, "Vi"))
        elif what == 3 and len(self.state.people) > 3:
            person = self.rng.choice(self.state.people)
            self.value = at_reading(self.value, self.name, now, lambda run, at: run.left(person, at))
        else:
            self.value = at_reading(self.value, self.name, now, next_step)

    def end(self) -> None:
        now = self.tick()
        reading = round_reads(self.value, self.name, now)
        told = {phase: self.state.spent_on(phase, reading) for phase in Phase}
        assert told == pytest.approx(self.spent[self.name], abs=1.0 + self.lids * 0.5)
        assert sum(told.values()) == pytest.approx(reading, abs=0.01)
        self.value = close_round(self.value, self.name, now, Ending.CLOSED)
        assert sum(span.spent for span in self.state.spans) == pytest.approx(reading, abs=0.01)


@pytest.mark.parametrize("counts_sleep", [False, True])
@pytest.mark.parametrize("seed", range(2))
def test_after_three_hours_every_clock_is_right_to_the_second(counts_sleep: bool, seed: int) -> None:
    machine = Machine(counts_sleep=counts_sleep)
    talk = Talk(machine, seed)
    lids = 0
    while machine.talked < THREE_HOURS:
        talk.go_on(talk.rng.uniform(5, 200))
        talk.change()
        if machine.talked > (lids + 1) * 40 * 60:
            talk.close_lid()
            lids += 1
        if talk.state.phase is talk.state.phases[-1] and talk.rng.random() < 0.3:
            talk.end()
            talk.begin()
    talk.end()
    counted = sum(time.watch.read(talk.tick()) for time in talk.value.times.rounds.values())
    assert talk.lids == lids == 4
    allowed = 1.0 if not counts_sleep else 1.0 + 0.5 * lids
    assert counted == pytest.approx(machine.talked, abs=allowed)
