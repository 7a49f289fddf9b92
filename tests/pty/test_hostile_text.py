"""Names and words that a terminal or Textual could take for orders are shown as what they are."""

from collections.abc import Callable

from window import Window, is_there, saved

CLICK = "[@click=app.quit] x[/]"
PEOPLE = ("[/x]", "[Maria]", "\x1b[31mRød", "\x1b]0;titel\x07Ole", "\u202eanA", CLICK)
SHOWN = ("[/x]", "[Maria]", "Rød", "Ole", "anA", CLICK)


def test_hostile_names_and_words_are_shown_as_text_on_every_screen(
    open_window: Callable[..., Window],
) -> None:
    people = ", ".join(PEOPLE)
    window = open_window(
        "start", "tus-randers", "--team", f"{CLICK}[/x]", "--people", people, columns=80, rows=24
    )
    window.wait_for("RAMME", "[@click=")
    window.go_on("HJULET")
    window.wait_until(is_there, "the conversation was not saved")
    assert tuple(person.name for person in saved().people) == SHOWN
    window.agree(f"{CLICK} [/x] [Maria]")
    window.wait_for("Aftaler · 1")
    window.press("b")
    window.wait_for_field("Skriv det spørgsmål")
    window.paste(f"{CLICK} [/x]\u202e\xad [bold")
    window.wait_for("[/x] [bold")
    window.press("enter")
    window.wait_for("i note", f"{CLICK} [/x] [bold")
    window.press("i")
    window.wait_for_field("Noter til dig")
    window.type("[/x] [Maria]")
    window.wait_for("[/x] [Maria]")
    window.leave_field("Noter ·")

    window.press("r")
    window.wait_for("Led en metode")
    window.press("enter")
    window.wait_for("[/x] begynder", "[bold")
    window.press("enter")
    window.wait_for("Runden", "RUMMET", "▶ [/x]", "› [Maria]", "Rød", "anA")
    window.press("v")
    window.wait_for("Kun for dig: [/x] 0:0")
    window.press("c")
    window.wait_for_field("Hvad blev sagt?")
    window.paste(f"{CLICK} [/x]\u202e\xad [bold")
    window.wait_for("[/x] [bold")
    window.press("enter")
    window.wait_gone("Esc luk")
    window.press("x")
    window.wait_for("Det kom ud af: Spiralsamtale", f"{CLICK} [/x] [bold")
    window.press("esc")
    window.wait_for("i note")
    window.press("esc")
    window.wait_for("HJULET", "Aftaler · 1")
    window.go_on("Aftaler, der venter · 1")
    window.wait_for(f"{CLICK} [/x]")
    window.press("enter")
    window.wait_for("Planen · 1")
    window.press("enter")
    window.wait_for("Hvad gør I?", f"{CLICK} [/x] [Maria]")
    window.press("ctrl+s")
    window.wait_for("Planen · 1")
    window.go_on_to_finish()
    window.press("enter")
    window.wait_for("3 filer er skrevet")
    window.press("<")
    window.wait_for_field("Skriv med jeres egne ord")
    window.leave_field("Skriv med jeres egne ord")
    window.press("<")
    window.wait_for("Planen · 1")
    window.press("<")
    window.wait_for("HJULET")
    window.press("esc")
    window.wait_for("Fortsæt", "[@click=")
    window.press("enter")
    window.wait_for("HJULET")
    window.end()
    assert b"\x1b]0;" not in window.output
    assert "\u202e" not in bytes(window.output).decode(errors="replace")
