"""The tables of a deck's keys in ``decks/README.md``, made from the models.

``python -m samtale_tui.deck.key_table decks/README.md`` writes them anew; a test holds them against the file.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from samtale_tui.basis.language import _
from samtale_tui.deck.schema import Schema, deck_schema

BEGIN = "<!-- keys: made from src/samtale_tui/deck/ -->"
END = "<!-- end of keys -->"


def key_tables() -> str:
    """A heading and a table in Markdown for every table that a deck's file can have."""
    return "\n\n".join(_sections(_("Øverst i filen"), deck_schema(), ""))


def with_key_tables(text: str) -> str:
    """A text in Markdown with the tables as they are now, between the marks for them."""
    before, _begin, rest = text.partition(BEGIN)
    _old, _end, after = rest.partition(END)
    return f"{before}{BEGIN}\n{key_tables()}\n{END}{after}"


def _sections(heading: str, table: Schema, within: str) -> Iterator[str]:
    """The table of a table and of those in it.

    Args:
        heading: what stands over it.
        table: its schema.
        within: its name in the file with a dot after it; empty at the top.
    """
    properties = table["properties"]
    rows = [
        f"### {heading}",
        "",
        _row(_("Nøgle"), _("Værdi"), _("Uden den"), _("Betydning")),
        _row(*["---"] * 4),
    ]
    for key, value in properties.items():
        without = _("skal være der") if key in table["required"] else _without(value)
        rows.append(_row(f"`{key}`", _kind(value), without, str(value["description"])))
    yield "\n".join(rows)
    told: list[object] = []
    for key, value in properties.items():
        inner = _table_in(value)
        if inner is None or inner in told:
            continue
        told.append(inner)
        same = [f"`{each}`" for each, other in properties.items() if _table_in(other) == inner]
        name = f"{within}{key}"
        heading = f"`[[{name}]]`" if "items" in value else f"`[{name}]`" if not within else " · ".join(same)
        yield from _sections(heading, inner, f"{name}.")


def _table_in(value: Schema) -> Schema | None:
    """The table that a value is, or that it has several of."""
    inner = value.get("items", value)
    return {key: inner[key] for key in ("required", "properties")} if "properties" in inner else None


def _kind(value: Schema) -> str:
    """What a value may be, in a few words."""
    items = value.get("items", {})
    if "properties" in items:
        return _("tabeller, højst {most}").format(most=value["maxItems"])
    if items:
        of = _("id’er") if "pattern" in items else _("tekster")
        return _("liste af {of}, højst {most}").format(of=of, most=value["maxItems"])
    if "properties" in value:
        return _("tabel")
    return _simple_kind(value)


def _simple_kind(value: Schema) -> str:
    if "enum" in value:
        return " · ".join(f"`{choice}`" for choice in value["enum"])
    if "const" in value:
        return f"`{value['const']}`"
    if value["type"] == "integer":
        return _("helt tal, {least}–{most}").format(least=value["minimum"], most=value["maximum"])
    if "pattern" in value:
        return "id" if "default" not in value else _("to bogstaver")
    return _("tekst, højst {most} tegn").format(most=value["maxLength"])


def _without(value: Schema) -> str:
    return f"`{value['default']}`" if "default" in value else ""


def _row(*cells: str) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


if __name__ == "__main__":
    readme = Path(sys.argv[1])
    readme.write_text(with_key_tables(readme.read_text(encoding="utf-8")), encoding="utf-8")
