"""``plan.toml``: the plan itself, for this program to read again and for people to look into."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import tomli
import tomli_w
from pydantic import ValidationError

from samtale_tui.basis.errors import FileError, Problem
from samtale_tui.basis.faults import used_before
from samtale_tui.basis.language import _
from samtale_tui.basis.text import clean_line, line_and_column
from samtale_tui.plan.model import Plan

_MOST_BYTES = 32 * 1024 * 1024
"""A larger file is no plan, and is not read."""


class PlanFileError(FileError):
    """A plan's file."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        super().__init__(_("Planen kan ikke læses"), problems)


def dump_plan(plan: Plan) -> bytes:
    """The plan as TOML, what is empty left out; ``read_plan`` gives back the very same plan."""
    head = (
        _("# En plan fra samtale. Programmet kan læse den igen, og du kan rette i den her."),
        _("# Datoer skrives som 2027-03-12. Det, der ikke er udfyldt, er udeladt."),
    )
    values = plan.model_dump(exclude_defaults=True, exclude={"actions"})
    parts = ["\n".join(head), _toml({"format": plan.format, "conversation": plan.conversation} | values)]
    for action in plan.actions:
        parts.append("[[actions]]\n" + _toml(action.model_dump(exclude_defaults=True, exclude={"origin"})))
        if origin := _toml(action.origin.model_dump(exclude_defaults=True)):
            parts.append("[actions.origin]\n" + origin)
    return ("\n\n".join(part.strip("\n") for part in parts) + "\n").encode()


def read_plan(path: Path) -> Plan:
    """Read a plan file.

    Raises:
        PlanFileError: it cannot be read, or what it holds is not a plan; names the file and every wrong line.
    """
    text = _text(path)
    data = _data(path, text)
    try:
        plan = Plan.model_validate(data)
    except ValidationError as error:
        from samtale_tui.documents.plan_faults import problems_of

        raise PlanFileError(problems_of(error, path, text)) from error
    if twice := tuple(used_before(action.id for action in plan.actions)):
        from samtale_tui.documents.plan_faults import problems_of_ids

        raise PlanFileError(problems_of_ids(twice, path, text))
    return plan


def _toml(values: Mapping[str, object]) -> str:
    """A table whose values are no tables."""
    return tomli_w.dumps(values, multiline_strings=True)


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise _unreadable(path, _("Filen findes ikke.")) from error
    except IsADirectoryError as error:
        raise _unreadable(path, _("Det er en mappe og ikke en fil.")) from error
    except PermissionError as error:
        raise _unreadable(path, _("Du har ikke lov til at læse filen.")) from error
    except (OSError, ValueError) as error:
        reason = clean_line(getattr(error, "strerror", None) or str(error))
        raise _unreadable(path, _("Filen kan ikke læses: {reason}.").format(reason=reason)) from error
    if len(data) > _MOST_BYTES:
        raise _unreadable(path, _("Filen er alt for stor til at være en plan."))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line, _column = line_and_column(data, error.start)
        problem = Problem(path, line, 0, _("Her er et tegn, der ikke er UTF-8."), _("Gem filen som UTF-8."))
        raise PlanFileError([problem]) from error


def _data(path: Path, text: str) -> dict[str, object]:
    try:
        return tomli.loads(text)
    except (ValueError, RecursionError) as error:  # endless numbers and nesting among them
        from samtale_tui.basis.toml_syntax import syntax_problem

        raise PlanFileError([syntax_problem(error, text, path)]) from error


def _unreadable(path: Path, message: str) -> PlanFileError:
    return PlanFileError([Problem(path, 0, 0, message)])
