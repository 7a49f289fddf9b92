"""Digits five lines high, in solid blocks, for a clock that is read from the back row."""

from textual.widgets import Static

from samtale_tui.tui.sinks import plain

_FORMS = {
    "0": "###|# #|# #|# #|###",
    "1": " # |## | # | # |###",
    "2": "###|  #|###|#  |###",
    "3": "###|  #|###|  #|###",
    "4": "# #|# #|###|  #|  #",
    "5": "###|#  |###|  #|###",
    "6": "###|#  |###|# #|###",
    "7": "###|  #|  #| # | # ",
    "8": "###|# #|###|# #|###",
    "9": "###|# #|###|  #|###",
    ":": " |#| |#| ",
    "+": "   | # |###| # |   ",
}


def block_lines(text: str) -> str:
    """A time such as 1:30 or +0:12 in five lines; each dot is two cells wide, so that it is square."""
    forms = [_FORMS[sign].split("|") for sign in text]
    rows = ("  ".join(form[row].replace("#", "██").replace(" ", "  ") for form in forms) for row in range(5))
    return "\n".join(rows)


class BlockDigits(Static):
    """A time in blocks; ``show`` repaints only what is new."""

    DEFAULT_CSS = "BlockDigits { width: 100%; height: 5; }"

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, markup=False)
        self._shown = ""

    def show(self, text: str) -> None:
        """Show this time."""
        if text != self._shown:
            self._shown = text
            self.update(plain(block_lines(text)), layout=False)
