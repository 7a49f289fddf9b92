"""What a round's clocks show when ticks stall, lids close, the clock is set, and the program is killed."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from laptop import Laptop
from samtale_tui.method.clock import (
    SILENCE_SECONDS,
    AwakeClock,
    Moment,
    Stopwatch,
    lid_was_closed,
    system_now,
)

NINE = datetime(2027, 3, 12, 9, 0, tzinfo=UTC)


@pytest.fixture(params=[False, True], ids=["linux-and-macos", "windows"])
def laptop(request: pytest.FixtureRequest) -> Laptop:
    return Laptop(NINE, counts_sleep=request.param)


# The stopwatch


def test_a_stopwatch_adds_up_only_the_time_while_it_runs(laptop):
    watch = Stopwatch()
    for _ in range(3):
        watch = watch.start(laptop())
        laptop.go_on(10)
        watch = watch.stop(laptop())
        laptop.go_on(100)
    assert watch.read(laptop()) == 30
    assert not watch.running


def test_starting_a_running_one_or_stopping_one_that_stands_still_changes_nothing(laptop):
    running = Stopwatch().start(laptop())
    laptop.go_on(10)
    assert running.start(laptop()) is running
    still = running.stop(laptop())
    assert still.stop(laptop()) is still


def test_no_reading_takes_time_back_even_if_the_clock_under_it_did():
    watch = Stopwatch(elapsed=20.0).start(Moment(100.0, NINE))
    assert watch.read(Moment(90.0, NINE)) == 20
    assert watch.stop(Moment(90.0, NINE)).elapsed == 20


def test_setting_the_time_of_day_moves_no_stopwatch(laptop):
    watch = Stopwatch().start(laptop())
    laptop.set_clock(-7200)
    laptop.go_on(60)
    assert watch.read(laptop()) == 60


@given(st.lists(st.tuples(st.sampled_from(["start", "stop", "look"]), st.floats(0, 100, width=32))))
def test_readings_never_decrease_and_count_every_second_that_it_ran(steps):
    laptop, watch, ran, shown = Laptop(NINE), Stopwatch(), 0.0, 0.0
    for step, seconds in steps:
        if step != "look":
            watch = watch.start(laptop()) if step == "start" else watch.stop(laptop())
        laptop.go_on(seconds)
        ran += seconds if watch.running else 0.0
        assert watch.read(laptop()) >= shown
        shown = watch.read(laptop())
        assert shown == pytest.approx(ran, abs=1e-6)


# After a crash


def test_after_a_crash_it_stands_still_with_what_had_passed_at_the_last_sign_of_life(laptop):
    watch = Stopwatch(elapsed=100.0).start(laptop())
    laptop.go_on(42)
    sign_of_life = laptop().wall
    laptop.go_on(3600)
    watch = watch.recovered(sign_of_life)
    assert (watch.elapsed, watch.running) == (142, False)


@pytest.mark.parametrize("sign_of_life", [None, NINE - timedelta(hours=1)], ids=["none", "clock-set-back"])
def test_after_a_crash_without_a_usable_sign_of_life_nothing_that_was_saved_is_lost(sign_of_life):
    watch = Stopwatch(elapsed=100.0).start(Moment(7.0, NINE))
    assert watch.recovered(sign_of_life) == Stopwatch(elapsed=100.0)


def test_one_that_stood_still_is_recovered_as_it_was():
    watch = Stopwatch(elapsed=100.0)
    assert watch.recovered(NINE) is watch


def test_a_saved_stopwatch_reads_back_the_same():
    watch = Stopwatch(elapsed=12.5).start(Moment(7.25, NINE))
    assert Stopwatch.model_validate(watch.model_dump(mode="json")) == watch


@pytest.mark.parametrize(
    "damage",
    [
        {"elapsed": -1.0},
        {"elapsed": float("nan")},
        {"since": float("inf")},
        {"since_wall": datetime(2027, 3, 12, 9, 0)},  # noqa: DTZ001 - a time without its zone is the damage
    ],
)
def test_a_stopwatch_damaged_by_hand_is_refused(damage):
    with pytest.raises(ValidationError):
        Stopwatch.model_validate(damage)


# The lid


def test_a_closed_lid_is_seen_at_the_next_tick(laptop):
    for clock in (laptop, AwakeClock(laptop)):
        before = clock()
        laptop.go_on(0.4)
        laptop.sleep(600)
        laptop.go_on(0.3)
        assert lid_was_closed(before, clock())


def test_a_short_nap_is_seen_where_the_system_stops_its_clock():
    laptop = Laptop(NINE)
    before = laptop()
    laptop.sleep(5)
    assert lid_was_closed(before, laptop())


def test_a_screen_that_was_busy_for_long_is_no_closed_lid_and_its_time_counts(laptop):
    clock = AwakeClock(laptop)
    before = clock()
    watch = Stopwatch().start(before)
    laptop.go_on(SILENCE_SECONDS - 1)
    assert not lid_was_closed(before, clock())
    assert watch.read(clock()) == SILENCE_SECONDS - 1


def test_a_clock_that_is_set_back_is_no_closed_lid(laptop):
    before = laptop()
    laptop.go_on(1)
    laptop.set_clock(-3600)
    assert not lid_was_closed(before, laptop())


def test_a_clock_that_is_nudged_to_the_right_time_is_no_closed_lid(laptop):
    before = laptop()
    laptop.go_on(1)
    laptop.set_clock(1.5)
    assert not lid_was_closed(before, laptop())


def test_a_key_pressed_before_the_first_tick_after_sleep_counts_no_sleep(laptop):
    clock = AwakeClock(laptop)
    last_tick = clock()
    watch = Stopwatch().start(last_tick)
    laptop.go_on(0.5)
    laptop.sleep(3600)
    at_the_key = watch.read(clock())
    laptop.go_on(0.5)
    tick = clock()
    assert at_the_key == 0.5
    assert watch.read(tick) == 1.0
    assert lid_was_closed(last_tick, tick)


def test_the_awake_clock_changes_nothing_while_it_is_asked_every_second(laptop):
    clock = AwakeClock(laptop)
    for _ in range(100):
        laptop.go_on(1.01)
        assert clock() == laptop()


def test_the_machines_own_clocks_are_read_with_their_zone():
    first, second = system_now(), system_now()
    assert first.wall.tzinfo is not None
    assert second.mono >= first.mono
    assert not lid_was_closed(first, second)


# A whole conversation


def three_hours(laptop: Laptop, clock: Callable[[], Moment], random: Random) -> tuple[float, float, int]:
    """Rounds, pauses, stalled ticks, a clock that is set, and two closed lids, in three hours of wakefulness.

    The round pauses itself at the tick that finds the lid closed, and the facilitator starts it again.

    Returns:
        seconds on the stopwatch, seconds that passed in the room while it ran, and lids found.
    """
    lids = sorted(random.uniform(600, 3 * 3600 - 600) for _ in range(2))
    watch, ran, awake, found = Stopwatch().start(clock()), 0.0, 0.0, 0
    last_tick = clock()
    while awake < 3 * 3600:
        gap = random.choice((1.0, 1.0, 1.0, 1.003, 1.25, random.uniform(0, 1), random.uniform(2, 25)))
        if lids and awake > lids[0]:
            lids.pop(0)
            gap = random.uniform(0, 1)
            laptop.go_on(gap / 3)
            laptop.sleep(random.uniform(SILENCE_SECONDS, 3600))
            laptop.go_on(gap * 2 / 3)
        else:
            laptop.go_on(gap)
        awake += gap
        ran += gap if watch.running else 0.0
        before, last_tick = last_tick, clock()
        if lid_was_closed(before, last_tick):
            found += 1
            watch = watch.stop(last_tick)
        elif random.random() < 0.01:
            watch = watch.stop(last_tick)
        elif random.random() < 0.2:
            watch = watch.start(last_tick)
        if random.random() < 0.002:
            laptop.set_clock(random.uniform(-600, 1))
    return watch.read(clock()), ran, found


@pytest.mark.parametrize("seed", range(8))
def test_a_conversation_of_three_hours_is_timed_to_the_second(laptop, seed):
    read, ran, lids = three_hours(laptop, AwakeClock(laptop), Random(seed))
    assert ran > 2 * 3600
    assert lids == 2
    assert read == pytest.approx(ran, abs=1.0 if laptop.counts_sleep else 1e-3)
