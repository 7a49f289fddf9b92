"""Three hours of Mødet på midten with ticks that stall and lids that are closed: the clocks exact to a second."""

import random

import pytest
from any_conversation import conversation
from three_hours import CARD, THREE_HOURS, Afternoon, on_both_laptops

from samtale_tui.conversation.model import Person
from samtale_tui.conversation.round_commands import (
    at_reading,
    close_round,
    round_reads,
    start_round,
    start_round_clock,
    stop_round_clock,
)
from samtale_tui.conversation.rounds import Pause
from samtale_tui.method.clock import SILENCE_SECONDS
from samtale_tui.method.placemat import Placemat, propose
from samtale_tui.method.placemat_course import next_step, previous_step
from samtale_tui.method.placemat_groups import write_middle
from samtale_tui.method.placemat_phases import Phase
from samtale_tui.method.run import Ending


class Talk(Afternoon):
    """One placemat after another, each second of them noted by its phase."""

    def __init__(self, seed: int, *, counts_sleep: bool) -> None:
        people = tuple(Person(id=f"p{number + 1}", name=f"Navn {number}") for number in range(11))
        super().__init__(conversation(people=people), random.Random(seed), counts_sleep=counts_sleep)
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

    def go_on(self, seconds: float) -> None:
        """So long, with ticks that come when they come."""
        while seconds > 0:
            step = min(seconds, self.rng.choice((0.2, 1.0, 1.0, 1.0, 4.0, SILENCE_SECONDS - 1)))
            if self.running:
                self.pass_time(step)
                self.spent[self.name][self.state.phase] += step
            else:
                self.machine.go_on(step)
            self.tick()
            seconds -= step

    def come_back_after_an_hour(self) -> None:
        self.close_lid(3600)
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


@on_both_laptops
@pytest.mark.parametrize("seed", range(2))
def test_after_three_hours_every_clock_is_right_to_the_second(counts_sleep: bool, seed: int) -> None:
    talk = Talk(seed, counts_sleep=counts_sleep)
    while talk.awake < THREE_HOURS:
        talk.go_on(talk.rng.uniform(5, 200))
        talk.change()
        if talk.awake > (talk.lids + 1) * 40 * 60:
            talk.come_back_after_an_hour()
        if talk.state.phase is talk.state.phases[-1] and talk.rng.random() < 0.3:
            talk.end()
            talk.begin()
    talk.end()
    talk.assert_all_was_counted(talk.seconds_on_the_card(), rounds=2, a_lid=0.5)
    assert talk.lids == 4
