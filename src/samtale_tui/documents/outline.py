"""What the development plan's document is made of, before it is any file: headings, facts, a table, lists.

Markdown, Word and the preview on the screen are three ways to set the same outline. The words in it are
people's own, clean and never markup; each way of setting them sees to it that they stay words.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Heading:
    """The beginning of a section, or of a part of one."""

    text: str
    """One line."""
    within: bool = False
    """Whether it stands within a section and does not begin one."""


@dataclass(frozen=True)
class Words:
    """A paragraph or more."""

    text: str
    """Several lines; a blank line parts paragraphs."""
    aside: bool = False
    """A remark on what stands above."""


@dataclass(frozen=True)
class Facts:
    """Names and what each of them is."""

    pairs: tuple[tuple[str, str], ...]
    """Our own name and people's words, which may have several lines."""


@dataclass(frozen=True)
class Item:
    """A line of a list."""

    text: str = ""
    """Several lines."""
    lead: str = ""
    """What stands before the text and stands out."""
    where: str = ""
    """Where it comes from; stands after the text."""
    below: tuple[str, ...] = ()
    """Items of a list within this one."""


@dataclass(frozen=True)
class Items:
    """A list."""

    items: tuple[Item, ...]
    """Its lines."""


@dataclass(frozen=True)
class Table:
    """Short words in rows and columns."""

    rows: tuple[tuple[str, ...], ...]
    """One line each cell; the titles first."""
    shares: tuple[int, ...]
    """How wide the columns are, as parts of the sum."""


@dataclass(frozen=True)
class Signatures:
    """Places to sign (S65); only on paper."""

    title: str
    """What stands above; one line."""
    words: str
    """What one signs that one agrees to."""
    names: tuple[str, ...]
    """Who signs, in order; an empty name is a line to write one on."""


Block = Heading | Words | Facts | Items | Table | Signatures


@dataclass(frozen=True)
class Outline:
    """A whole document."""

    title: str
    """What it is called."""
    team: str
    """Whose it is; may be empty."""
    blocks: tuple[Block, ...]
    """All of it, in order."""

    @property
    def heading(self) -> str:
        """Title and team on one line."""
        return f"{self.title} · {self.team}" if self.team else self.title
