"""Home, with the keyboard alone: a new conversation, another one, and back to the first."""

from collections.abc import Callable

from window import Window, saved


def test_conversations_are_made_continued_and_listed_newest_first(open_window: Callable[..., Window]) -> None:
    window = open_window()
    window.wait_for("en god samtale om teamets udvikling", "TUS · Randers")
    _make(window, "Team Nord", "Anna, Bo")
    window.agree("Vi ses til kaffe")
    window.press("esc")
    window.wait_for("Fortsæt", "Team Nord", "1 aftale")
    _make(window, "Team Syd", "Carina\rDavid\rEva")
    window.press("esc")
    window.wait_for("Fortsæt", "Team Nord", "Team Syd")
    assert _order(window) == ["Team Syd", "Team Nord"]
    assert [person.name for person in saved().people] == ["Carina", "David", "Eva"]

    window.press("down", "enter")
    window.wait_for("HJULET", "Team Nord · TUS", "Aftaler · 1")
    window.agree("Og til en gåtur")
    window.press("esc")
    window.wait_for("Fortsæt", "2 aftaler")
    assert _order(window) == ["Team Nord", "Team Syd"]
    window.press("enter")
    window.wait_for("HJULET", "Team Nord · TUS", "Aftaler · 2")
    window.end()


def _make(window: Window, team: str, people: str) -> None:
    """Through the form to the wheel."""
    window.press("n")
    window.wait_for_field("fx Team Nord")
    window.type(team)
    window.wait_for(team, "Deltagere")
    window.press("tab")
    window.wait_for_field("Anna, Bo, Carina")
    window.type(people)
    window.wait_gone("Ingen deltagere endnu")
    window.press("ctrl+s")
    window.wait_for("RAMME", f"{team} · TUS")
    window.go_on("HJULET")


def _order(window: Window) -> list[str]:
    lines = window.text().splitlines()
    return sorted(
        ("Team Nord", "Team Syd"), key=lambda team: next(n for n, x in enumerate(lines) if team in x)
    )
