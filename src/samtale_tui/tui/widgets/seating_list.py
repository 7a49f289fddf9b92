"""Who sits in which circle, as a list: one line a person, one head a circle."""

from collections.abc import Mapping, Sequence

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from samtale_tui.basis.text import clean_line
from samtale_tui.tui.widgets.marked import marked_id

SWAPS = "▸"
"""Before one who is to change places with another."""


class SeatingList(OptionList):
    """The mark follows the person who moves."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)

    @property
    def person(self) -> str | None:
        """Id of the one who is marked."""
        return marked_id(self)

    def show(
        self,
        circles: Sequence[Sequence[str]],
        heads: Sequence[str],
        names: Mapping[str, str],
        swapping: str | None,
    ) -> None:
        """Show these circles.

        Args:
            circles: ids of people.
            heads: what each circle is called.
            names: everyone's name.
            swapping: one who is to change places with another.
        """
        was = self.person
        options: list[Option] = []
        for head, circle in zip(heads, circles, strict=True):
            words = f"{clean_line(head)} · {len(circle)}"
            options.append(Option(Content.styled(words, "bold $primary"), disabled=True))
            for person in circle:
                mark = SWAPS if person == swapping else " "
                options.append(Option(Content(f" {mark} {clean_line(names.get(person, person))}"), id=person))
        self.set_options(options)
        people = [option.id for option in options if option.id]
        if people:
            self.highlighted = self.get_option_index(was if was in people else people[0])
