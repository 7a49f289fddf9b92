"""What can be done to a method that is led (S27–S40). Time is read from the moment that is given."""

from collections.abc import Callable, Collection

from samtale_tui.basis.limits import LEAST_FRAME_MINUTES, MOST_FRAME_MINUTES
from samtale_tui.basis.numbering import free_numbers
from samtale_tui.basis.words import MethodName
from samtale_tui.conversation.commands import begin, drop_drafts, use
from samtale_tui.conversation.model import Conversation
from samtale_tui.conversation.rounds import Pause, Round, RoundTime, new_round
from samtale_tui.method.clock import Moment, Stopwatch
from samtale_tui.method.run import Ending, Run

Change = Callable[[Run], Run]
ChangeAt = Callable[[Run, float], Run]


def start_round(
    conversation: Conversation, card_id: str | None, run: Run, now: Moment, topic: str = ""
) -> Conversation:
    """A method, its clock running, on a card that is used with it. The conversation begins, if it has not.

    A method led before the conversation, without a card, does not begin it. Other clocks stop. The topic that
    stood half-written for it is used up.
    """
    if card_id is not None and conversation.card_by_id(card_id) is None:
        return conversation
    number = next(free_numbers((*conversation.times.rounds, *(each.id for each in conversation.rounds))))
    made = new_round(f"r{number}", run, card_id, topic)
    begun = drop_drafts(stop_clocks(conversation, now), f"topic/{run.method.value}")
    if card_id is not None:
        begun = begin(use(begun, card_id), now.wall)
    time = RoundTime(card=card_id, watch=Stopwatch().start(now))
    times = begun.times.but(rounds=begun.times.rounds | {made.id: time}, pause=None)
    begun = begun.but(rounds=(*begun.rounds, made), times=times, leading=made.id)
    if run.method is not MethodName.SPIRAL:
        return begun
    minutes = round(run.frame_seconds / 60)
    return begun.but(frame_minutes=min(MOST_FRAME_MINUTES, max(LEAST_FRAME_MINUTES, minutes)))


def lead(conversation: Conversation, round_id: str | None) -> Conversation:
    """The round that is on the screen; none when there is none."""
    return conversation if conversation.leading == round_id else conversation.but(leading=round_id)


def round_watch(conversation: Conversation, round_id: str) -> Stopwatch:
    """A round's stopwatch; one at zero where it has none."""
    return conversation.times.rounds.get(round_id, RoundTime()).watch


def round_reads(conversation: Conversation, round_id: str, now: Moment) -> float:
    """Seconds on the frame's clock of a round."""
    return round_watch(conversation, round_id).read(now)


def in_round(conversation: Conversation, round_id: str, now: Moment, change: Change) -> Conversation:
    """A round under way, changed by a function of its method; its clock stops where that ends it."""
    each = conversation.round_by_id(round_id)
    if each is None or each.over:
        return conversation
    state = change(each.state)
    if state == each.state:
        return conversation
    changed = with_round(conversation, each.with_state(state))
    return changed if state.ending is None else stop_round_clock(changed, round_id, now, None)


def at_reading(conversation: Conversation, round_id: str, now: Moment, change: ChangeAt) -> Conversation:
    """As ``in_round``, for a function that also wants the reading of the frame's clock."""
    reading = round_reads(conversation, round_id, now)
    return in_round(conversation, round_id, now, lambda state: change(state, reading))


def close_round(conversation: Conversation, round_id: str, now: Moment, ending: Ending) -> Conversation:
    """A round ended by the facilitator, or because its frame was up."""
    return at_reading(conversation, round_id, now, lambda state, reading: state.closed(reading, ending))


def start_round_clock(conversation: Conversation, round_id: str, now: Moment) -> Conversation:
    """A round's clocks run on, and no other ones."""
    each = conversation.round_by_id(round_id)
    if each is None or each.over or round_watch(conversation, round_id).running:
        return conversation
    alone = stop_clocks(conversation, now)
    return _with_watch(alone, each, round_watch(alone, round_id).start(now), None)


def stop_round_clock(
    conversation: Conversation, round_id: str, now: Moment, why: Pause | None
) -> Conversation:
    """A round's clocks stand still, for the reason given."""
    each = conversation.round_by_id(round_id)
    if each is None or not round_watch(conversation, round_id).running:
        return conversation
    return _with_watch(conversation, each, round_watch(conversation, round_id).stop(now), why)


def pause_all(conversation: Conversation, now: Moment, why: Pause) -> Conversation:
    """Every clock that runs stands still, for the reason given."""
    if not running_rounds(conversation):
        return conversation
    stopped = stop_clocks(conversation, now)
    return stopped.but(times=stopped.times.but(pause=why))


def time_out(conversation: Conversation, now: Moment) -> Conversation:
    """The clocks stand still because the team takes a time-out (S24), also those that stood still before."""
    if conversation.round is None:
        return conversation
    stopped = stop_clocks(conversation, now)
    return stopped.but(times=stopped.times.but(pause=Pause.TIME_OUT))


def stop_clocks(conversation: Conversation, now: Moment) -> Conversation:
    """Every clock stands still; why is not said."""
    return with_watches(conversation, running_rounds(conversation), lambda watch: watch.stop(now))


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


def with_round(conversation: Conversation, changed: Round) -> Conversation:
    """The round of that id as it is now."""
    rounds = tuple(changed if each.id == changed.id else each for each in conversation.rounds)
    return conversation.but(rounds=rounds)


def _with_watch(conversation: Conversation, each: Round, watch: Stopwatch, why: Pause | None) -> Conversation:
    rounds = conversation.times.rounds | {each.id: RoundTime(card=each.card, watch=watch)}
    return conversation.but(times=conversation.times.but(rounds=rounds, pause=why))
