"""Where in a TOML text a key or value stands. Loaded only when something is wrong.

The parser that reads files forgets lines, so tree-sitter goes over the text once more. Its offsets are bytes;
what comes out here are lines and characters, both counted from 1.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

import tomli
import tree_sitter_toml
from tree_sitter import Language, Node, Parser

from samtale_tui.basis.faults import At, KeyPath
from samtale_tui.basis.older_toml import as_toml_1_0
from samtale_tui.basis.text import line_and_column

_KEYS = ("bare_key", "quoted_key", "dotted_key")


@dataclass
class _Spot:
    """A key and what it holds, with their offsets in bytes."""

    key: int
    value: int
    unread: Node | None = None
    """The table or value whose inside nobody has asked for yet."""
    inside: "dict[str | int, _Spot]" = field(default_factory=dict)


class Places:
    """The places of everything in one TOML text, which must be well-formed."""

    def __init__(self, text: str) -> None:
        self._data = text.encode()
        parser = Parser(Language(tree_sitter_toml.language()))
        root = parser.parse(self._data).root_node
        if root.has_error:
            root = parser.parse(as_toml_1_0(self._data)).root_node
        self._root = _Spot(0, 0)
        for node in root.named_children:
            if node.type == "pair":
                self._add_pair(self._root, node)
            elif node.type in {"table", "table_array_element"}:
                self._add_table(node)

    def of(self, path: KeyPath, at: At = At.VALUE) -> tuple[int, int]:
        """Line and column of a key or its value; of the nearest table around it where there is no such key.

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
        return line_and_column(self._data, spot.key if is_key else spot.value)

    def _add_table(self, node: Node) -> None:
        """Put a table with a header under its name, or as a new last one into its array."""
        names = self._names(_key_of(node))
        start = node.start_byte
        spot = self._root
        for name, offset in names[:-1]:
            spot = _last(spot.inside.setdefault(name, _Spot(offset, start)))
        for name, offset in names[-1:]:
            here = spot.inside.setdefault(name, _Spot(offset, start))
            if node.type == "table":
                here.key, here.value, here.unread = offset, start, node
            else:
                here.inside[len(here.inside)] = _Spot(start, start, node)

    def _add_pair(self, table: _Spot, pair: Node) -> None:
        names = self._names(_key_of(pair))
        value = next((child for child in _items(pair) if child.type not in _KEYS), None)
        if not names or value is None:
            return
        for name, offset in names[:-1]:
            table = table.inside.setdefault(name, _Spot(offset, offset))
        name, offset = names[-1]
        table.inside[name] = _Spot(offset, value.start_byte, value)

    def _read_inside(self, spot: _Spot) -> None:
        """Find what a table, inline table or array holds, one level down, if that is still to be done."""
        node, spot.unread = spot.unread, None
        if node is None:
            return
        if node.type == "array":
            spot.inside.update(
                (number, _Spot(item.start_byte, item.start_byte, item))
                for number, item in enumerate(_items(node))
            )
        else:
            for pair in (child for child in node.named_children if child.type == "pair"):
                self._add_pair(spot, pair)

    def _names(self, key: Node | None) -> list[tuple[str, int]]:
        """The parts of a key, each with its offset."""
        if key is None:
            return []
        parts = [key]
        while parts[0].type == "dotted_key":
            parts[:1] = [part for part in parts[0].named_children if part.type in _KEYS]
        return [(self._name(part), part.start_byte) for part in parts]

    def _name(self, part: Node) -> str:
        text = self._data[part.start_byte : part.end_byte].decode()
        if part.type == "bare_key":
            return text
        try:
            return next(iter(tomli.loads(f"{text} = 0")))
        except tomli.TOMLDecodeError:
            return text


def _last(spot: _Spot) -> _Spot:
    """The last table of an array of tables; any other table itself."""
    return spot.inside.get(len(spot.inside) - 1, spot)


def _key_of(node: Node) -> Node | None:
    return next((child for child in node.named_children if child.type in _KEYS), None)


def _items(node: Node) -> Iterator[Node]:
    return (child for child in node.named_children if child.type != "comment" and not child.is_error)
