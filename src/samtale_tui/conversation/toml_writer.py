"""TOML written fast: a conversation is saved after every key, and the screen waits while Python is busy.

``tomli_w`` goes through every text letter by letter in Python. A text of TOML is escaped as one of JSON is,
but for DEL, and JSON's way is compiled.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from json import JSONEncoder
from typing import TypeAlias, TypeGuard

Value: TypeAlias = "str | bool | int | float | date | Sequence[Value] | Mapping[str, Value]"

_escaped = JSONEncoder(ensure_ascii=False).encode
_BARE = re.compile(r"[A-Za-z0-9_-]+")


def toml(table: "Mapping[str, Value]") -> str:
    """The table as TOML, its plain values before its tables; reads back as the same.

    Args:
        table: text, numbers, moments, days, lists and tables; a list holds tables only, or none.

    Raises:
        TypeError: it holds something that TOML has no word for.
    """
    return "".join(_lines(table, ""))


def _lines(table: "Mapping[str, Value]", name: str) -> Iterator[str]:
    inner: list[tuple[str, str, Mapping[str, Value]]] = []
    for key, value in table.items():
        word = _key(key)
        full = f"{name}.{word}" if name else word
        if isinstance(value, Mapping):
            inner.append((full, f"[{full}]", value))
        elif _is_tables(value):
            inner.extend((full, f"[[{full}]]", each) for each in value)
        else:
            yield f"{word} = {_literal(value)}\n"
    for full, header, value in inner:
        yield f"\n{header}\n"
        yield from _lines(value, full)


def _is_tables(value: Value) -> "TypeGuard[Sequence[Mapping[str, Value]]]":
    return isinstance(value, list | tuple) and bool(value) and isinstance(value[0], Mapping)


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else _text(key)


def _text(text: str) -> str:
    return _escaped(text).replace("\x7f", "\\u007f")


def _literal(value: Value) -> str:
    match value:
        case str():
            return _text(value)
        case bool():
            return "true" if value else "false"
        case int() | float() | date():
            return str(value)
        case list() | tuple():
            return "[\n" + "".join(f"    {_literal(each)},\n" for each in value) + "]" if value else "[]"
        case _:
            raise TypeError(type(value).__name__)
