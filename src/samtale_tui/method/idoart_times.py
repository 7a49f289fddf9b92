"""How the frame may be shared out between the five parts of IDOART. A suggestion: nothing stops by itself."""

from samtale_tui.method.idoart import Idoart
from samtale_tui.method.idoart_questions import QUESTIONS, Part

_QUESTIONS_IN_ALL = sum(map(len, QUESTIONS.values()))


def suggested_minutes(frame_seconds: float) -> dict[Part, int]:
    """Whole minutes for each part, as many a question; together the whole minutes of the frame.

    In a frame of less than ten minutes some parts may get none.
    """
    ends = _ends(frame_seconds)
    begins = (0, *ends[:-1])
    return {part: end - begin for part, begin, end in zip(Part, begins, ends, strict=True)}


def part_meant(s: Idoart, at: float) -> Part:
    """The part that would be on now, were the suggested minutes kept; the last one once they are used.

    Args:
        s: the run.
        at: reading of the frame's stopwatch, in seconds.
    """
    reading = s.reading(at)
    ends = zip(Part, _ends(s.frame_seconds), strict=True)
    return next((part for part, end in ends if reading < 60 * end), Part.TIME)


def _ends(frame_seconds: float) -> tuple[int, ...]:
    """When each part is meant to be over, in minutes."""
    minutes = int(frame_seconds // 60)
    ends, asked = [], 0
    for part in Part:
        asked += len(QUESTIONS[part])
        ends.append(minutes * asked // _QUESTIONS_IN_ALL)
    return tuple(ends)
