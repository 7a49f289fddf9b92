"""The command line run inside the test, conversations to run it on, and screens that only note what they were given."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from answers import Answer, MakeConversation, Samtale, Screens

from samtale_tui.cli import main
from samtale_tui.conversation import commands as do
from samtale_tui.conversation.model import Conversation
from samtale_tui.conversation.plan_commands import promote, put_action
from samtale_tui.conversation.store import create
from samtale_tui.deck.shelf import open_deck


@pytest.fixture
def samtale(capsys: pytest.CaptureFixture[str]) -> Samtale:
    """Run ``samtale`` with some words after it."""

    def run(*words: str) -> Answer:
        capsys.readouterr()
        code = main(list(words))
        out, err = capsys.readouterr()
        return Answer(code, out, err)

    return run


@pytest.fixture
def conversation() -> MakeConversation:
    """Put a conversation with an agreement and a plan on the disk."""

    def make(
        name: str = "2027-03-12-team-nord", *, team: str = "Team Nord", begun: bool = True
    ) -> Conversation:
        created = datetime(2027, 3, 12, 9, tzinfo=UTC)
        made = do.new_conversation(name, open_deck("tus-randers"), team, ("Anna", "Bo"), 90, created)
        if begun:
            made = do.begin(made, created)
            made = do.agree(made, "Sparring hver tirsdag", "opgaver-1", "opgaver")
            made = do.agree(made, "Døren står åben", None, None)
            made = promote(made, "a1")
            made = put_action(made, made.actions[0].but(responsible="Anna", deadline=date(2027, 6, 1)))
            made = do.note(do.lay_open(made, "opgaver-1"), "opgaver-1", "HEMMELIG NOTE")
        create(made)
        return made

    return make


@pytest.fixture
def bad_deck(tmp_path: Path) -> Path:
    """A deck with two mistakes."""
    path = tmp_path / "skæv.toml"
    good = Path(__file__).parents[2] / "decks" / "tus-randers.toml"
    text = good.read_text(encoding="utf-8")
    text = text.replace('title = "TUS · Randers"', 'titel = "TUS · Randers"', 1)
    path.write_text(text.replace("plan_minutes = 15", 'plan_minutes = "snart"'), encoding="utf-8")
    return path


@pytest.fixture
def screens(monkeypatch: pytest.MonkeyPatch) -> Screens:
    """A terminal, and screens that only note what they were opened with."""
    noted = Screens()
    for name in ("home", "start", "conversation"):
        monkeypatch.setattr(f"samtale_tui.tui.run.{name}", getattr(noted, name))
    monkeypatch.setattr("samtale_tui.command_line.opening.is_interactive", lambda: True)
    return noted
