"""What can be done to the spiral round under way (S36–S37). Time is read from the moment that is given."""

from collections.abc import Callable, Collection

from samtale_tui.conversation.commands import begin, free_numbers, use
from samtale_tui.conversation.model import Conversation, Pause, Round, RoundTime
from samtale_tui.method.clock import Moment, Stopwatch
from samtale_tui.method.spiral import Ending, Spiral, close


def start_round(conversation: Conversation, card_id: str, spiral: Spiral, now: Moment) -> Conversation:
    """A round on a card that is used with it, its clock running. The conversation begins, if it has not."""
    if conversation.round or conversation.card_by_id(card_id) is None:
        return conversation
    number = next(free_numbers((*conversation.times.rounds, *(each.id for each in conversation.rounds))))
    made = Round(id=f"r{number}", card=card_id, spiral=spiral)
    begun = begin(use(conversation, card_id), now.wall)
    time = RoundTime(card=card_id, watch=Stopwatch().start(now))
    times = begun.times.but(rounds=begun.times.rounds | {made.id: time}, pause=None)
    minutes = max(1, round(spiral.frame_seconds / 60))
    return begun.but(rounds=(*begun.rounds, made), times=times, frame_minutes=minutes)


def round_watch(conversation: Conversation) -> Stopwatch:
    """The stopwatch of the last round; one at zero when there was none."""
    if not conversation.rounds:
        return Stopwatch()
    last = conversation.rounds[-1]
    return conversation.times.rounds.get(last.id, RoundTime(card=last.card)).watch


def round_reads(conversation: Conversation, now: Moment) -> float:
    """Seconds on the frame's clock of the last round."""
    return round_watch(conversation).read(now)


def in_round(conversation: Conversation, now: Moment, change: Callable[[Spiral], Spiral]) -> Conversation:
    """The round under way, changed by a function of ``method.spiral``; its clock stops where that ends it."""
    under_way = conversation.round
    if under_way is None:
        return conversation
    spiral = change(under_way.spiral)
    if spiral == under_way.spiral:
        return conversation
    changed = conversation.but(rounds=(*conversation.rounds[:-1], under_way.but(spiral=spiral)))
    return changed if spiral.ending is None else stop_round_clock(changed, now, None)


def at_reading(
    conversation: Conversation, now: Moment, change: Callable[[Spiral, float], Spiral]
) -> Conversation:
    """As ``in_round``, for a function that also wants the reading of the frame's clock."""
    reading = round_reads(conversation, now)
    return in_round(conversation, now, lambda spiral: change(spiral, reading))


def close_round(conversation: Conversation, now: Moment, ending: Ending) -> Conversation:
    """The round ended by the facilitator, or because its frame was up."""
    return at_reading(conversation, now, lambda spiral, reading: close(spiral, reading, ending))


def start_round_clock(conversation: Conversation, now: Moment) -> Conversation:
    """The round's clocks run on."""
    if conversation.round is None or round_watch(conversation).running:
        return conversation
    return _with_watch(conversation, round_watch(conversation).start(now), None)


def stop_round_clock(conversation: Conversation, now: Moment, why: Pause | None) -> Conversation:
    """The round's clocks stand still, for the reason given."""
    if not conversation.rounds or not round_watch(conversation).running:
        return conversation
    return _with_watch(conversation, round_watch(conversation).stop(now), why)


def time_out(conversation: Conversation, now: Moment) -> Conversation:
    """The clocks of the round under way stand still because the team takes a time-out (S24)."""
    if conversation.round is None:
        return conversation
    return _with_watch(conversation, round_watch(conversation).stop(now), Pause.TIME_OUT)


def running_rounds(conversation: Conversation) -> list[str]:
    """Ids of the rounds whose clocks run."""
    return [name for name, time in conversation.times.rounds.items() if time.watch.running]


def with_watches(
    conversation: Conversation, names: Collection[str], change: Callable[[Stopwatch], Stopwatch]
) -> Conversation:
    """The stopwatches of these rounds changed; the reason why clocks stand still stays as it is."""
    if not names:
        return conversation
    rounds = conversation.times.rounds
    changed = {name: rounds[name].but(watch=change(rounds[name].watch)) for name in names}
    return conversation.but(times=conversation.times.but(rounds=rounds | changed))


def _with_watch(conversation: Conversation, watch: Stopwatch, why: Pause | None) -> Conversation:
    last = conversation.rounds[-1]
    rounds = conversation.times.rounds | {last.id: RoundTime(card=last.card, watch=watch)}
    return conversation.but(times=conversation.times.but(rounds=rounds, pause=why))
