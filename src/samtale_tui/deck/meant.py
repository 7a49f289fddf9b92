"""What a writer probably meant by a word that no deck knows: one spelt nearly so, or Danish for it."""

from collections.abc import Collection

from samtale_tui.basis.language import _
from samtale_tui.basis.suggest import choose, nearest, quoted

_DANISH = {
    "alle": "all", "begge": "both", "blå": "blue", "emne": "topic", "farve": "colour", "felt": "field",
    "felter": "fields", "forklaring": "explain", "frem": "forward", "frivillig": "optional", "grå": "slate",
    "grøn": "green", "gruppe": "group", "gul": "amber", "hjul": "wheel", "individ": "individual",
    "ingen": "none", "kilde": "source", "kort": "cards", "ledelse": "leadership", "lilla": "purple",
    "lyserød": "rose", "metoder": "methods", "midte": "hub", "midten": "hub", "niveau": "level",
    "niveauer": "levels", "nu": "now", "obligatorisk": "mandatory", "orange": "amber",
    "regler": "rules", "rød": "rust", "samtale": "conversation", "samtalekort": "topic",
    "sprog": "language", "spørgsmål": "text", "sted": "place", "tema": "theme", "temaer": "themes",
    "tilbage": "back", "turkis": "teal", "type": "kind", "udeladt": "excluded", "øvelse": "exercise",
}  # fmt: skip
"""What somebody who thinks in Danish writes, and the deck's own word."""


def word_meant(word: str, known: Collection[str]) -> str | None:
    """The known word that was probably meant; none where nothing is near."""
    other = _DANISH.get(word.strip().casefold())
    return other if other in known else nearest(word, known)


def did_you_mean(word: str, known: Collection[str]) -> str:
    """A sentence that names the word meant, or all of them where they are few; else nothing."""
    meant = word_meant(word, known)
    return _("Mente du {word}?").format(word=quoted(meant)) if meant is not None else choose(known)
