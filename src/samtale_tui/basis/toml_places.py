"""Where in a TOML text a key or value stands. Loaded only when something is wrong.

The parser that reads files forgets lines, so tree-sitter goes over the text once more. Its offsets are bytes;
what comes out here are lines and characters, both counted from 1.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

import tomli
import tree_sitter_toml
from tree_sitter import Language, Node, Parser

from samtale_tui.basis.faults import At, KeyPath
from samtale_tui.basis.older_toml import as_toml_1_0
from samtale_tui.basis.text import line_and_column

_KEYS = ("bare_key", "quoted_key", "dotted_key")


class Span(NamedTuple):
    """A stretch of one line."""

    line: int
    """Counted from 1."""
    column: int
    """Counted from 1 in characters."""
    length: int
    """Characters, at least 1; what goes on over several lines ends with the first of them."""


class _Stretch(NamedTuple):
    """From one offset in bytes to before another."""

    start: int
    end: int


@dataclass
class _Spot:
    """A key and what it holds."""

    key: _Stretch
    value: _Stretch
    unread: Node | None = None
    """The table or value whose inside nobody has asked for yet."""
    inside: "dict[str | int, _Spot]" = field(default_factory=dict)


class Places:
    """The places of everything in one TOML text, which must be well-formed."""

    def __init__(self, text: str) -> None:
        self._data = text.encode()
        root = _tree(self._data)
        self._root = _Spot(_Stretch(0, 0), _Stretch(0, 0))
        for node in root.named_children:
            if node.type == "pair":
                self._add_pair(self._root, node)
            elif node.type in {"table", "table_array_element"}:
                self._add_table(node)

    def of(self, path: KeyPath, at: At = At.VALUE) -> tuple[int, int]:
        """Line and column of a key or its value; of the nearest table around it where it is not there."""
        return self.span(path, at)[:2]

    def span(self, path: KeyPath, at: At = At.VALUE) -> Span:
        """As ``of``, with how far it goes.

        The value of a table is its header: ``[rules]``, ``[[cards]]``, ``{``, or the first key that makes it.
        """
        spot = self._root
        found = 0
        for step in path:
            self._read_inside(spot)
            if step not in spot.inside:
                break
            spot = spot.inside[step]
            found += 1
        is_key = at is At.KEY and found == len(path)
        return _span(self._data, spot.key if is_key else spot.value)

    def _add_table(self, node: Node) -> None:
        """Put a table with a header under its name, or as a new last one into its array."""
        names = self._names(_key_of(node))
        header = _header(node)
        spot = self._root
        for name, key in names[:-1]:
            spot = _last(spot.inside.setdefault(name, _Spot(key, header)))
        for name, key in names[-1:]:
            here = spot.inside.setdefault(name, _Spot(key, header))
            if node.type == "table":
                here.key, here.value, here.unread = key, header, node
            else:
                here.inside[len(here.inside)] = _Spot(header, header, node)

    def _add_pair(self, table: _Spot, pair: Node) -> None:
        names = self._names(_key_of(pair))
        value = next((child for child in _items(pair) if child.type not in _KEYS), None)
        if not names or value is None:
            return
        for name, key in names[:-1]:
            table = table.inside.setdefault(name, _Spot(key, key))
        name, key = names[-1]
        table.inside[name] = _Spot(key, _stretch(value), value)

    def _read_inside(self, spot: _Spot) -> None:
        """Find what a table, inline table or array holds, one level down, if that is still to be done."""
        node, spot.unread = spot.unread, None
        if node is None:
            return
        if node.type == "array":
            spot.inside.update(
                (number, _Spot(_stretch(item), _stretch(item), item))
                for number, item in enumerate(_items(node))
            )
        else:
            for pair in (child for child in node.named_children if child.type == "pair"):
                self._add_pair(spot, pair)

    def _names(self, key: Node | None) -> list[tuple[str, _Stretch]]:
        """The parts of a key, each with where it stands."""
        if key is None:
            return []
        parts = [key]
        while parts[0].type == "dotted_key":
            parts[:1] = [part for part in parts[0].named_children if part.type in _KEYS]
        return [(self._name(part), _stretch(part)) for part in parts]

    def _name(self, part: Node) -> str:
        text = self._data[part.start_byte : part.end_byte].decode()
        if part.type == "bare_key":
            return text
        try:
            return next(iter(tomli.loads(f"{text} = 0")))
        except tomli.TOMLDecodeError:
            return text


def key_at(text: str, offset: int) -> tuple[str, Span] | None:
    """The key of the value, or the header of the table, that an offset in characters is in or just after.

    For a text that is well-formed but for what it says twice.
    """
    data = text.encode()
    at = len(text[:offset].encode())
    found, nodes = None, [_tree(data)]
    while nodes:
        around = next((node for node in nodes if node.start_byte <= at <= node.end_byte), None)
        if around is None:
            break
        if around.type == "pair":
            found = _key_of(around)
        elif around.type in {"table", "table_array_element"} and at <= _header(around).end:
            return _named(data, _header(around))
        nodes = around.named_children
    return _named(data, _stretch(found)) if found else None


def _named(data: bytes, stretch: _Stretch) -> tuple[str, Span]:
    return data[stretch.start : stretch.end].decode(errors="replace"), _span(data, stretch)


def _tree(data: bytes) -> Node:
    parser = Parser(Language(tree_sitter_toml.language()))
    root = parser.parse(data).root_node
    return parser.parse(as_toml_1_0(data)).root_node if root.has_error else root


def _span(data: bytes, stretch: _Stretch) -> Span:
    start, end = stretch
    newline = data.find(b"\n", start, end)
    shown = data[start : end if newline < 0 else newline].decode(errors="replace").rstrip("\r")
    return Span(*line_and_column(data, start), max(1, len(shown)))


def _last(spot: _Spot) -> _Spot:
    """The last table of an array of tables; any other table itself."""
    return spot.inside.get(len(spot.inside) - 1, spot)


def _stretch(node: Node) -> _Stretch:
    return _Stretch(node.start_byte, node.end_byte)


def _header(table: Node) -> _Stretch:
    """A table's name with the brackets round it."""
    ends = (child.end_byte for child in table.children if child.type in {"]", "]]"})
    return _Stretch(table.start_byte, next(ends, table.start_byte))


def _key_of(node: Node) -> Node | None:
    return next((child for child in node.named_children if child.type in _KEYS), None)


def _items(node: Node) -> Iterator[Node]:
    return (child for child in node.named_children if child.type != "comment" and not child.is_error)
