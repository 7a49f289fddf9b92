"""Words that several methods say to the facilitator alone."""

from samtale_tui.basis.language import _


def bell_words(*, on: bool) -> str:
    """Whether the bell will ring."""
    return _("klokke til") if on else _("klokke fra")
