"""What the user has chosen for good, in ``settings.toml``: read leniently, changed one value at a time.

People may write in the file by hand. What can be used of it is used, what cannot is told of with its line,
and their comments and unknown keys stay when the program changes a value.
"""

import stat
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Annotated, Literal, NamedTuple

import tomli
from pydantic import AfterValidator, ValidationError
from pydantic import Field as Bound

from samtale_tui.basis.chosen_folder import is_whole
from samtale_tui.basis.disk_errors import reason
from samtale_tui.basis.errors import Problem
from samtale_tui.basis.faults import At, Fault
from samtale_tui.basis.files import set_aside, write_atomically
from samtale_tui.basis.folders import data_folder
from samtale_tui.basis.language import _
from samtale_tui.basis.language_setting import SETTINGS_FILE
from samtale_tui.basis.limits import (
    LEAST_FRAME_MINUTES,
    LEAST_PLAN_MINUTES,
    LEAST_TURN_SECONDS,
    MOST_FRAME_MINUTES,
    MOST_PLAN_MINUTES,
    MOST_TURN_SECONDS,
)
from samtale_tui.basis.model import Frozen
from samtale_tui.basis.text import Line, line_and_column

MOST_BYTES = 100_000
"""The largest file that is read; all that can be set fills one."""


def _whole_path(folder: str) -> str:
    if folder and not is_whole(folder):
        raise ValueError("not a whole path")
    return folder


class Settings(Frozen):
    """What is chosen; what nobody has chosen is empty or none, and the program then decides."""

    language: Literal["", "da", "en"] = ""
    """The language of the screens; empty: the machine's."""
    theme: Literal["", "light", "dark"] = ""
    """The look."""
    bell: bool | None = None
    """Whether the end of a turn rings in new conversations."""
    turn_seconds: Annotated[int, Bound(ge=LEAST_TURN_SECONDS, le=MOST_TURN_SECONDS)] | None = None
    """How long a turn is in new conversations; none: what is left of the frame is shared out."""
    frame_minutes: Annotated[int, Bound(ge=LEAST_FRAME_MINUTES, le=MOST_FRAME_MINUTES)] | None = None
    """How long a round is in new conversations."""
    plan_minutes: Annotated[int, Bound(ge=LEAST_PLAN_MINUTES, le=MOST_PLAN_MINUTES)] | None = None
    """Minutes reserved for the plan in new conversations (S26); none: those of the deck."""
    documents: Annotated[Line, Bound(max_length=1000), AfterValidator(_whole_path)] = ""
    """The folder for documents, a whole path that may begin with ``~``; empty: the usual one."""
    hint_seen: bool = False
    """The hint for whoever starts the program for the first time has been shown."""


class Reading(NamedTuple):
    """What a file of settings comes to."""

    settings: Settings = Settings()
    """Everything in it that can be used."""
    problems: tuple[Problem, ...] = ()
    """Everything in it that cannot, each with its line."""


def settings_path() -> Path:
    """The file; it need not be there."""
    return data_folder() / SETTINGS_FILE


def read_settings(path: Path | None = None) -> Reading:
    """The settings as far as they can be understood, and what cannot.

    Args:
        path: the file; the user's own where none is named.
    """
    path = path or settings_path()
    try:
        data = _bytes_of(path)
    except FileNotFoundError:
        return Reading()
    except OSError as error:
        message = _("Indstillingerne kan ikke læses ({reason}).").format(reason=reason(error))
        return Reading(problems=(Problem(path, 0, 0, message),))
    try:
        text, values = _parsed(data, path)
    except _UnreadableError as error:
        return Reading(problems=(error.problem,))
    return _understood(text, values, path)


def change_settings(path: Path, changes: Mapping[str, object]) -> Reading:
    """Put some values into the file and leave all else in it as it is; a damaged file is copied first.

    Args:
        path: the file; made where it is missing.
        changes: new values under their keys; none for what is to be the program's own choice again.

    Returns:
        What the file comes to now.

    Raises:
        OSError: it cannot be read, copied or written; what stood there still stands.
    """
    try:
        data = _bytes_of(path)
    except FileNotFoundError:
        data = b""
    try:
        text, values = _parsed(data, path)
        changed = _with_comments(text, values, changes)
    except _UnreadableError:
        values, changed = {}, None
    if changed is None:
        import tomli_w

        set_aside(path, data)
        changed = tomli_w.dumps(_merged(values, changes))
    write_atomically(path, changed.encode(), private=True)
    return read_settings(path)


class _UnreadableError(Exception):
    """The file is not TOML at all."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def _bytes_of(path: Path) -> bytes:
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError(0, _("det er ikke en fil"))
    with path.open("rb") as file:
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise OSError(0, _("den er alt for stor"))
    return data


def _parsed(data: bytes, path: Path) -> tuple[str, dict[str, object]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = line_and_column(data, error.start)
        message, remedy = _("Filen er ikke i UTF-8."), _("Gem filen som UTF-8 i dit redigeringsprogram.")
        raise _UnreadableError(Problem(path, *place, message, remedy)) from error
    try:
        return text, tomli.loads(text)
    except (ValueError, RecursionError) as error:
        from samtale_tui.basis.toml_syntax import syntax_problem

        raise _UnreadableError(syntax_problem(error, text, path)) from error


def _understood(text: str, values: Mapping[str, object], path: Path) -> Reading:
    """Each value by itself, so that one that is wrong does not cost the others."""
    good: dict[str, object] = {}
    faults: list[Fault] = []
    for key, value in values.items():
        if key not in Settings.model_fields:
            faults.append(_unknown(key))
            continue
        try:
            good[key] = getattr(Settings.model_validate({key: value}, strict=True), key)
        except ValidationError:
            faults.append(_unfit(key, value))
    return Reading(Settings.model_validate(good), tuple(_placed(faults, text, path)))


def _placed(faults: list[Fault], text: str, path: Path) -> Iterator[Problem]:
    if not faults:
        return
    from samtale_tui.basis.toml_places import Places

    places = Places(text)
    for fault in faults:
        yield Problem(path, *places.of(fault.path, fault.at), fault.message, fault.remedy)


def _unknown(key: str) -> Fault:
    from samtale_tui.basis.suggest import did_you_mean, quoted

    message = _("Indstillingen {key} kendes ikke.").format(key=quoted(key))
    return Fault((key,), message, did_you_mean(key, list(Settings.model_fields)), At.KEY)


def _unfit(key: str, value: object) -> Fault:
    from samtale_tui.basis.suggest import quoted

    if isinstance(value, str):
        message = _("{value} kan ikke bruges som {key}.").format(value=quoted(value), key=quoted(key))
    else:
        message = _("{key} har en værdi, som ikke kan bruges her.").format(key=quoted(key))
    return Fault((key,), message, _remedies()[key]())


def _remedies() -> dict[str, Callable[[], str]]:
    """What can be written under each key."""
    return {
        "language": lambda: _('Skriv "da" eller "en".'),
        "theme": lambda: _('Skriv "light" eller "dark".'),
        "bell": lambda: _("Skriv true eller false."),
        "turn_seconds": lambda: whole_number(LEAST_TURN_SECONDS, MOST_TURN_SECONDS),
        "frame_minutes": lambda: whole_number(LEAST_FRAME_MINUTES, MOST_FRAME_MINUTES),
        "plan_minutes": lambda: whole_number(LEAST_PLAN_MINUTES, MOST_PLAN_MINUTES),
        "documents": lambda: _('Skriv mappens fulde sti, som "~/Dokumenter/Samtaler".'),
        "hint_seen": lambda: _("Skriv true eller false."),
    }


def whole_number(least: int, most: int) -> str:
    """A sentence on which numbers there can be."""
    return _("Skriv et helt tal fra {least} til {most}.").format(least=least, most=most)


def _merged(values: Mapping[str, object], changes: Mapping[str, object]) -> dict[str, object]:
    return {key: value for key, value in {**values, **changes}.items() if value is not None}


def _with_comments(text: str, values: Mapping[str, object], changes: Mapping[str, object]) -> str | None:
    """The text with the changes in it and its comments kept; none where that does not come out right."""
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    try:
        document = tomlkit.parse(text)
        for key, value in changes.items():
            if value is None:
                document.pop(key, None)
            else:
                document[key] = value
        changed = tomlkit.dumps(document)
        same = tomli.loads(changed) == _merged(values, changes)
    except (TOMLKitError, ValueError, RecursionError):
        return None
    return changed if same else None
