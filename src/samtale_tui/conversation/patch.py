"""What differs between two values of the model: small, exact, and good for both directions.

A patch holds what was changed and nothing else, so that it can be taken back although something else has
changed since. It is made of JSON, and every value that it puts back goes through the model again.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TypeAlias, TypeVar, cast

from pydantic import ValidationError

from samtale_tui.basis.model import Frozen

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"

AnyModel = TypeVar("AnyModel", bound=Frozen)

_SPLICED_FROM = 60
"""Letters from which a text is kept as the part that changed rather than as two whole texts."""


class Absent(Enum):
    """What a key holds that is not there."""

    ABSENT = "absent"


ABSENT = Absent.ABSENT


class MisfitError(Exception):
    """The patch is not about this value: something that it changes is not there."""


@dataclass(frozen=True, slots=True)
class Replaced:
    """One value instead of another; ``ABSENT`` where a key came or went."""

    before: "Json | Absent"
    after: "Json | Absent"


@dataclass(frozen=True, slots=True)
class Spliced:
    """A stretch of a list or of a text instead of another."""

    at: int
    before: list[Json] | str
    after: list[Json] | str


@dataclass(frozen=True, slots=True)
class Inside:
    """Changes to what a model, a table or a list holds, under its keys, ids or places."""

    changes: "Mapping[str, Patch]"


Patch: TypeAlias = Replaced | Spliced | Inside


def difference(old: object, new: object, leave_out: frozenset[str] = frozenset()) -> Patch | None:
    """What makes the new value of the old one; none when nothing does.

    Args:
        old: a model, or anything that a model's field holds.
        new: another of the same kind.
        leave_out: fields of the two models themselves that are not compared.
    """
    if old is new:
        return None
    if isinstance(old, Frozen) and type(old) is type(new):
        names = [name for name in type(old).model_fields if name not in leave_out]
        return _inside({name: difference(getattr(old, name), getattr(new, name)) for name in names})
    if isinstance(old, dict) and isinstance(new, dict):
        return _inside({key: _difference_at(old, new, key) for key in old | new})
    if isinstance(old, tuple) and isinstance(new, tuple):
        return _of_tuples(old, new)
    return None if old == new else _of_others(old, new)


def patched(value: object, patch: Patch) -> object:
    """The value with the change made. What the patch does not touch stays as it is, the very same objects.

    Raises:
        MisfitError: the patch is not about this value.
        pydantic.ValidationError: what comes out is nothing that the model allows.
    """
    match patch:
        case Replaced(after=after):
            if after is ABSENT:
                raise MisfitError
            return after
        case Spliced():
            return _spliced_text(value, patch) if isinstance(value, str) else _spliced_list(value, patch)
        case Inside(changes):
            return _changed_inside(value, changes)


def fitted(value: AnyModel, patch: Patch) -> AnyModel | None:
    """A model with the change made; none where the patch does not fit it."""
    if not isinstance(patch, Inside):
        return None
    try:
        return cast("AnyModel", patched(value, patch))
    except (MisfitError, ValidationError):
        return None


def inverse(patch: Patch) -> Patch:
    """The patch that takes this one back."""
    match patch:
        case Replaced(before, after):
            return Replaced(after, before)
        case Spliced(at, before, after):
            return Spliced(at, after, before)
        case Inside(changes):
            return Inside({key: inverse(change) for key, change in changes.items()})


def to_json(patch: Patch) -> Json:
    """The patch as JSON."""
    match patch:
        case Replaced(before, after):
            sides: dict[str, Json] = {}
            if before is not ABSENT:
                sides["from"] = before
            if after is not ABSENT:
                sides["to"] = after
            return sides
        case Spliced(at, before, after):
            return {"at": at, "from": before, "to": after}
        case Inside(changes):
            return {"in": {key: to_json(change) for key, change in changes.items()}}


def from_json(data: Json) -> Patch:
    """The patch that JSON stands for.

    Raises:
        MisfitError: the JSON is no patch.
    """
    match data:
        case {"in": dict(changes), **rest} if not rest:
            return Inside({key: from_json(change) for key, change in changes.items()})
        case {"at": int(at), "from": str(before), "to": str(after)} if at >= 0:
            return Spliced(at, before, after)
        case {"at": int(at), "from": list(before), "to": list(after)} if at >= 0:
            return Spliced(at, before, after)
        case dict() if data.keys() and data.keys() <= {"from", "to"}:
            return Replaced(data.get("from", ABSENT), data.get("to", ABSENT))
        case _:
            raise MisfitError


def _inside(changes: Mapping[str, Patch | None]) -> Patch | None:
    made = {key: change for key, change in changes.items() if change is not None}
    return Inside(made) if made else None


def _difference_at(old: Mapping[str, object], new: Mapping[str, object], key: str) -> Patch | None:
    if key not in new:
        return Replaced(_plain(old[key]), ABSENT)
    if key not in old:
        return Replaced(ABSENT, _plain(new[key]))
    return difference(old[key], new[key])


def _of_tuples(old: tuple[object, ...], new: tuple[object, ...]) -> Patch | None:
    most = min(len(old), len(new))
    start = 0
    while start < most and _same(old[start], new[start]):
        start += 1
    end = 0
    while end < most - start and _same(old[-1 - end], new[-1 - end]):
        end += 1
    left, right = old[start : len(old) - end], new[start : len(new) - end]
    if not left and not right:
        return None
    keys = _keys(old)
    if (
        len(old) == len(new)
        and keys == _keys(new)
        and all(isinstance(each, Frozen) for each in (*left, *right))
    ):
        changed = {key: difference(old[place], new[place]) for key, place in keys.items()}
        return _inside(changed)
    return Spliced(start, [_plain(each) for each in left], [_plain(each) for each in right])


def _of_others(old: object, new: object) -> Patch:
    if isinstance(old, str) and isinstance(new, str) and max(len(old), len(new)) >= _SPLICED_FROM:
        start = _common_start(old, new)
        end = _common_start(old[start:][::-1], new[start:][::-1])
        return Spliced(start, old[start : len(old) - end], new[start : len(new) - end])
    return Replaced(_plain(old), _plain(new))


def _same(one: object, other: object) -> bool:
    return one is other or one == other


def _keys(values: Sequence[object]) -> dict[str, int]:
    """What a patch calls the elements of a list: by their ids where each has its own, else by place."""
    ids = [getattr(each, "id", None) for each in values]
    if all(isinstance(each, str) for each in ids) and len(set(ids)) == len(ids):
        return {cast("str", each): place for place, each in enumerate(ids)}
    return {str(place): place for place in range(len(values))}


def _common_start(one: str, other: str) -> int:
    """How many letters two texts begin alike with; halving, as a loop over letters is slow for long notes."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _plain(value: object) -> Json:
    """The value as JSON; the model makes the same value of it again."""
    match value:
        case Frozen():
            return cast("Json", value.model_dump(mode="json", exclude_defaults=True))
        case tuple():
            return [_plain(each) for each in value]
        case dict():
            return {key: _plain(each) for key, each in value.items()}
        case date():
            return value.isoformat()
        case Enum():
            return cast("Json", value.value)
        case _:
            return cast("Json", value)


def _changed_inside(value: object, changes: Mapping[str, Patch]) -> object:
    match value:
        case Frozen():
            if not changes.keys() <= type(value).model_fields.keys():
                raise MisfitError
            return value.but(
                **{name: patched(getattr(value, name), change) for name, change in changes.items()}
            )
        case dict():
            return _changed_table(value, changes)
        case tuple():
            keys, elements = _keys(value), list(value)
            if not changes.keys() <= keys.keys():
                raise MisfitError
            for key, change in changes.items():
                elements[keys[key]] = patched(elements[keys[key]], change)
            return tuple(elements)
        case _:
            raise MisfitError


def _changed_table(value: Mapping[str, object], changes: Mapping[str, Patch]) -> dict[str, object]:
    table = dict(value)
    for key, change in changes.items():
        if isinstance(change, Replaced) and change.after is ABSENT:
            table.pop(key, None)
        elif isinstance(change, Replaced):
            table[key] = change.after
        elif key in table:
            table[key] = patched(table[key], change)
        else:
            raise MisfitError
    return table


def _spliced_text(value: str, patch: Spliced) -> str:
    before, after = patch.before, patch.after
    if not (isinstance(before, str) and isinstance(after, str) and value.startswith(before, patch.at)):
        raise MisfitError
    return value[: patch.at] + after + value[patch.at + len(before) :]


def _spliced_list(value: object, patch: Spliced) -> tuple[object, ...]:
    """The stretch replaced where it stood; where the list has changed since, found again by its ids."""
    if not isinstance(value, tuple) or isinstance(patch.before, str) or isinstance(patch.after, str):
        raise MisfitError
    end = patch.at + len(patch.before)
    if [_plain(each) for each in value[patch.at : end]] == patch.before:
        return (*value[: patch.at], *patch.after, *value[end:])
    wanted = {each.get("id") for each in patch.before if isinstance(each, dict)} - {None}
    places = [place for place, each in enumerate(value) if getattr(each, "id", None) in wanted]
    if not places or len(places) != len(patch.before):
        raise MisfitError
    kept = [each for place, each in enumerate(value) if place not in places]
    return (*kept[: places[0]], *patch.after, *kept[places[0] :])
