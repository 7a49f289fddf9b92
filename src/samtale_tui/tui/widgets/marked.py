"""What is marked in a list of options."""

from textual.widgets import OptionList


def marked_id(options: OptionList) -> str | None:
    """Id of the option that is marked; none where none is, or where its line is gone."""
    place = options.highlighted
    return None if place is None or place >= options.option_count else options.get_option_at_index(place).id
