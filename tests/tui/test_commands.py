"""Every key is declared once, and what is made from the declarations agrees with them."""

from collections import Counter
from pathlib import Path

import pytest

from samtale_tui.tui.commands import COMMANDS, CONVERSATION, commands_in, key_name, key_table

CONTEXTS = ("home", "start", "settings", "decks", "deck_card", *CONVERSATION)


def test_the_readme_has_the_key_table_that_the_program_has() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    assert key_table() in readme


@pytest.mark.parametrize("context", CONTEXTS)
def test_a_key_means_one_thing_on_a_screen(context: str) -> None:
    keys = Counter(key for command in commands_in(context) if command.own_key for key in command.keys)
    assert [key for key, count in keys.items() if count > 1] == []


def test_no_key_is_bound_that_a_danish_keyboard_or_a_terminal_needs_for_something_else() -> None:
    taken = {"ctrl+c", "ctrl+j", "ctrl+m", "ctrl+i", "ctrl+h"}
    keys = {key for command in COMMANDS for key in command.keys}
    assert not keys & taken
    assert not [key for key in keys if key.startswith("ctrl+alt")]


def test_every_f_key_has_another_way() -> None:
    for command in COMMANDS:
        if all(key_name(key).startswith("F") and key[1:].isdigit() for key in command.keys):
            assert command.danish, f"{command.id} is only in the palette if it has a name"
            assert set(command.where) <= set(CONTEXTS)


def test_every_command_has_its_words_in_both_languages() -> None:
    for command in COMMANDS:
        assert command.danish and command.english and command.help, command.id
        assert command.danish[0].isupper() or not command.danish[0].isalpha(), command.id


def test_a_command_is_declared_once() -> None:
    ids = Counter(command.id for command in COMMANDS)
    assert [name for name, count in ids.items() if count > 1] == []
