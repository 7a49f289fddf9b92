"""The development plan as a Word document that prints on A4: its outline, set in styles that can be changed.

The same conversation gives the same bytes, so that a plan which has not changed is known again: the clock is
in neither the file's properties nor its archive. Loads python-docx; only whoever writes imports this.
"""

import re
from collections.abc import Iterable
from datetime import UTC
from io import BytesIO
from itertools import pairwise
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Emu
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph

from samtale_tui.basis.language import _
from samtale_tui.basis.shown_dates import show_date
from samtale_tui.basis.text import shorten
from samtale_tui.conversation.model import Conversation
from samtale_tui.conversation.outcome import day_of
from samtale_tui.documents.content import outline_of
from samtale_tui.documents.outline import (
    Block,
    Facts,
    Heading,
    Item,
    Items,
    Outline,
    Signatures,
    Table,
    Words,
)
from samtale_tui.documents.word_styles import TEXT_WIDTH, Styles, dress

_NOT_IN_XML = re.compile("[^\n -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MOST_IN_HEADER = 80
_MOST_IN_PROPERTIES = 200
"""Letters of a title there; Word takes 255."""
_MOST_IN_NAME = 60
_ARCHIVE_TIME = (1980, 1, 1, 0, 0, 0)
_SIGNATURES = (40, 43, 17)
"""How wide the columns to sign in are, in parts of 100."""
_SIGNATURE_HEIGHT = Cm(1.0)


def plan_as_word(conversation: Conversation) -> bytes:
    """The whole document as the bytes of a ``.docx`` file."""
    outline = outline_of(conversation)
    document = Document()
    styles = dress(document)
    _describe(document, conversation, outline)
    _head_and_foot(document, outline, show_date(day_of(conversation)))
    _Setter(document, styles).set(outline)
    file = BytesIO()
    document.save(file)
    return _timeless(file.getvalue())


class _Setter:
    """Puts an outline into a document, block by block."""

    def __init__(self, document: WordDocument, styles: Styles) -> None:
        self._document = document
        self._styles = styles

    def set(self, outline: Outline) -> None:
        """All of it: the title, the team, and every block in its order."""
        self._paragraph("Title", outline.title)
        if outline.team:
            self._paragraph("Subtitle", outline.team)
        for block in outline.blocks:
            self._block(block)

    def _block(self, block: Block) -> None:
        match block:
            case Heading(text, within):
                self._paragraph("Heading 2" if within else "Heading 1", text)
            case Words(text, aside):
                for part in re.split(r"\n\s*\n", text):
                    self._paragraph(self._styles.aside if aside else "Normal", part)
            case Facts(pairs):
                for name, words in pairs:
                    self._led(self._styles.fact, f"{name}:", "\t", words)
            case Items(items):
                for item in items:
                    self._item(item)
            case Table(rows, shares):
                self._table(rows, shares)
            case Signatures():
                self._signatures(block)

    def _paragraph(self, style: str, text: str) -> Paragraph:
        return self._document.add_paragraph(_xml(text), style)

    def _led(self, style: str, lead: str, between: str, text: str) -> Paragraph:
        """A paragraph that begins with words that stand out."""
        paragraph = self._document.add_paragraph(style=style)
        paragraph.add_run(_xml(lead)).bold = True
        paragraph.add_run(between + _xml(text))
        return paragraph

    def _item(self, item: Item) -> None:
        where = f" ({item.where})" if item.where else ""
        if item.lead:
            colon = ":" if item.text else ""
            paragraph = self._led(
                "List Bullet", item.lead + colon, " " if item.text else "", item.text + where
            )
        else:
            paragraph = self._paragraph("List Bullet", item.text + where)
        paragraph.paragraph_format.keep_with_next = True if item.below else None
        for text in item.below:
            self._paragraph("List Bullet 2", text)

    def _table(self, rows: Iterable[tuple[str, ...]], shares: tuple[int, ...]) -> WordTable:
        """A table as wide as the text; its titles come again on every page, and no row is split."""
        everything = list(rows)
        table: WordTable = self._document.add_table(len(everything), len(shares), style=self._styles.table)
        table.alignment = WD_TABLE_ALIGNMENT.LEFT
        table.autofit = False
        widths = _widths(shares)
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        for number, (row, words) in enumerate(zip(table.rows, everything, strict=True)):
            _mark(row._tr.get_or_add_trPr(), "w:cantSplit")  # noqa: SLF001 - python-docx has no way to ask for it
            if number == 0:
                _mark(row._tr.get_or_add_trPr(), "w:tblHeader")  # noqa: SLF001
            for cell, width, text in zip(row.cells, widths, words, strict=True):
                cell.width = width
                paragraph = cell.paragraphs[0]
                paragraph.style = self._styles.cell_title if number == 0 else self._styles.cell
                paragraph.add_run(_xml(text))
        return table

    def _signatures(self, block: Signatures) -> None:
        """Who agrees to the plan, on one page."""
        self._paragraph("Heading 1", block.title)
        words = self._paragraph("Normal", block.words)
        words.paragraph_format.keep_with_next = True
        titles = (_("Navn"), _("Underskrift"), _("Dato"))
        rows = ((shorten(name, _MOST_IN_NAME), "", "") for name in block.names)
        table = self._table([titles, *rows], _SIGNATURES)
        for row in table.rows[1:]:
            row.height, row.height_rule = _SIGNATURE_HEIGHT, WD_ROW_HEIGHT_RULE.AT_LEAST
            for cell in row.cells:
                cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.BOTTOM
        for row in table.rows[:-1]:
            for cell in row.cells:
                cell.paragraphs[0].paragraph_format.keep_with_next = True


def _describe(document: WordDocument, conversation: Conversation, outline: Outline) -> None:
    """The file's properties: what it is and whose, when the conversation was made, and nobody's name."""
    about = document.core_properties
    when = conversation.created.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    about.title = shorten(_xml(outline.heading), _MOST_IN_PROPERTIES)
    about.author = about.last_modified_by = shorten(_xml(outline.team), _MOST_IN_PROPERTIES)
    about.comments = about.keywords = about.subject = about.category = ""
    about.created = about.modified = when
    about.revision = 1


def _head_and_foot(document: WordDocument, outline: Outline, day: str) -> None:
    """On every page its number and the day; on all but the first, what it is a page of."""
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.header.paragraphs[0].add_run(shorten(_xml(outline.heading), _MOST_IN_HEADER))
    for foot in (section.footer, section.first_page_footer):
        paragraph = foot.paragraphs[0]
        paragraph.style = "Footer"
        paragraph.add_run(f"{day}\t")
        for part in re.split(r"({page}|{pages})", _("Side {page} af {pages}")):
            match part:
                case "{page}":
                    _field(paragraph, "PAGE")
                case "{pages}":
                    _field(paragraph, "NUMPAGES")
                case _:
                    paragraph.add_run(part)


def _field(paragraph: Paragraph, code: str) -> None:
    """A number that Word itself counts."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run = paragraph.add_run("1")
    paragraph._p.append(field)  # noqa: SLF001 - python-docx has no fields
    field.append(run._r)  # noqa: SLF001


def _mark(properties: object, name: str) -> None:
    properties.append(OxmlElement(name))  # type: ignore[attr-defined] # an lxml element


def _widths(shares: tuple[int, ...]) -> list[Emu]:
    """The width of the text, shared out to the last bit."""
    ends = [TEXT_WIDTH * sum(shares[:number]) // sum(shares) for number in range(len(shares) + 1)]
    return [Emu(end - start) for start, end in pairwise(ends)]


def _xml(text: str) -> str:
    """Text that a Word document can hold."""
    return _NOT_IN_XML.sub("", text.replace("\t", " "))


def _timeless(data: bytes) -> bytes:
    """The same archive without the moment at which it was packed."""
    file = BytesIO()
    with ZipFile(BytesIO(data)) as packed, ZipFile(file, "w", ZIP_DEFLATED) as again:
        for name in packed.namelist():
            info = ZipInfo(name, _ARCHIVE_TIME)
            info.compress_type = ZIP_DEFLATED
            again.writestr(info, packed.read(name))
    return file.getvalue()
