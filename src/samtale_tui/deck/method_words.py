"""What a deck gives to the methods in words, each thing on its own line."""

from collections.abc import Iterator

from samtale_tui.basis.language import _
from samtale_tui.basis.text import clean_line
from samtale_tui.basis.words import IgloLevel
from samtale_tui.deck.method_texts import LevelText, MethodTexts
from samtale_tui.deck.rule_words import listed


def methods_in_words(texts: MethodTexts) -> Iterator[list[str]]:
    """The bridging questions and the levels of IGLO, in paragraphs of lines; nothing where there are none."""
    yield listed(_("Brobyggende spørgsmål"), texts.bridging)
    yield listed(_("Niveauer i IGLO"), [_level(each) for each in texts.levels])


def level_title(level: IgloLevel) -> str:
    """What a level is usually called (S31)."""
    titles = {
        IgloLevel.INDIVIDUAL: _("Individ"),
        IgloLevel.GROUP: _("Gruppe"),
        IgloLevel.LEADERSHIP: _("Ledelse"),
        IgloLevel.ORGANISATION: _("Organisation"),
    }
    return titles[level]


def _level(text: LevelText) -> str:
    title = text.title or level_title(text.level)
    return f"{title}: {clean_line(text.explain)}" if text.explain else title
