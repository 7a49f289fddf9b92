"""What the Word document looks like: a page of A4, and styles that whoever gets the file can change.

Word's own styles are used wherever there is one (Title, Subtitle, Heading 1 and 2, List Bullet, Header,
Footer); the few more are based on Normal. The colours are dark enough, and the shading light enough, for any
printer.
"""

from dataclasses import dataclass
from typing import cast

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Length, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from samtale_tui.basis.language import _, language

_PAGE = (Cm(21.0), Cm(29.7))
_SIDE = Cm(2.2)
TEXT_WIDTH = _PAGE[0] - 2 * _SIDE
"""Of a line, in English Metric Units."""
_FACT_NAME = Cm(3.9)
"""Room for the name of a fact; the words stand beside it."""

_FONT = "Calibri"
_INK = RGBColor(0x1F, 0x3B, 0x4D)
_MUTED = RGBColor(0x55, 0x5F, 0x66)
_TAGS = {"da": "da-DK", "en": "en-GB"}
"""What Word calls the languages whose spelling it checks."""

_TABLE = """<w:style {namespace} w:type="table" w:customStyle="1" w:styleId="Plan">
  <w:name w:val="{name}"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:qFormat/>
  <w:tblPr>
    <w:tblBorders>
      <w:top w:val="single" w:sz="8" w:space="0" w:color="1F3B4D"/>
      <w:bottom w:val="single" w:sz="8" w:space="0" w:color="1F3B4D"/>
      <w:insideH w:val="single" w:sz="4" w:space="0" w:color="A9B6BE"/>
    </w:tblBorders>
    <w:tblCellMar>
      <w:top w:w="40" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>
      <w:bottom w:w="40" w:type="dxa"/><w:right w:w="85" w:type="dxa"/>
    </w:tblCellMar>
  </w:tblPr>
  <w:tblStylePr w:type="firstRow">
    <w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="E4ECF0"/></w:tcPr>
  </w:tblStylePr>
</w:style>"""


@dataclass(frozen=True)
class Styles:
    """Names of the styles that Word does not have itself."""

    fact: str
    """A name, a tab, and what it is."""
    aside: str
    """A remark."""
    cell: str
    """In a table."""
    cell_title: str
    """In a table's first row."""
    table: str
    """A table."""


def dress(document: WordDocument) -> Styles:
    """Give an empty document its page, its language and its styles."""
    _lay_out(document)
    _clear_out(document)
    _speak(document)
    _own_styles_of_word(document)
    return _further_styles(document)


def _lay_out(document: WordDocument) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = _PAGE
    section.left_margin = section.right_margin = _SIDE
    section.top_margin, section.bottom_margin = Cm(2.3), Cm(2.2)
    section.header_distance = section.footer_distance = Cm(1.1)


def _clear_out(document: WordDocument) -> None:
    """Without the template's picture of a page, its many tables' styles, and its being an older Word's."""
    package = document.part.package
    for rels, kind in ((package.rels, "/thumbnail"), (document.part.rels, "/stylesWithEffects")):
        for key in [key for key, rel in rels.items() if rel.reltype.endswith(kind)]:
            del rels[key]
    for style in list(document.styles):
        if style.type == WD_STYLE_TYPE.TABLE and style.name not in ("Normal Table", "Table Grid"):
            style.delete()
    settings = document.settings.element
    for old in (*settings.iter(qn("w:useFELayout")), *settings.iter(qn("w:savePreviewPicture"))):
        old.getparent().remove(old)
    for mode in settings.iter(qn("w:compatSetting")):
        if mode.get(qn("w:name")) == "compatibilityMode":
            mode.set(qn("w:val"), "15")
    for zoom in settings.iter(qn("w:zoom")):
        zoom.attrib.clear()
        zoom.set(qn("w:percent"), "100")


def _speak(document: WordDocument) -> None:
    """The spelling is checked in the language that the document is in, in one font throughout."""
    tag = _TAGS[language()]
    for element in document.styles.element.iter(qn("w:lang")):
        element.set(qn("w:val"), tag)
    for element in document.settings.element.iter(qn("w:themeFontLang")):
        element.set(qn("w:val"), tag)
    for fonts in document.styles.element.iter(qn("w:rFonts")):
        fonts.attrib.clear()
        for script in ("ascii", "hAnsi", "cs"):
            fonts.set(qn(f"w:{script}"), _FONT)
    document.core_properties.language = tag


def _own_styles_of_word(document: WordDocument) -> None:
    _style(document, "Normal", size=11, after=6, spacing=1.12)
    title = _style(document, "Title", size=26, after=0, colour=_INK, bold=True)
    border = title.element.pPr.find(qn("w:pBdr"))
    title.element.pPr.remove(border)
    _style(document, "Subtitle", size=15, after=14, colour=_MUTED, italic=False)
    _style(document, "Heading 1", size=15, before=20, after=6, colour=_INK)
    _style(document, "Heading 2", size=12, before=12, after=3, colour=_INK)
    for name in ("List Bullet", "List Bullet 2"):
        _style(document, name, after=3).element.pPr.remove(
            document.styles[name].element.pPr.find(qn("w:contextualSpacing"))
        )
    for name in ("Header", "Footer"):
        style = _style(document, name, size=9, colour=_MUTED)
        tabs = style.paragraph_format.tab_stops
        tabs.clear_all()
        tabs.add_tab_stop(Length(TEXT_WIDTH), WD_TAB_ALIGNMENT.RIGHT)


def _further_styles(document: WordDocument) -> Styles:
    styles = Styles(_("Faktalinje"), _("Bemærkning"), _("Tabeltekst"), _("Tabeltitel"), _("Plantabel"))
    for name in (styles.fact, styles.aside, styles.cell, styles.cell_title):
        new = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        new.base_style = document.styles["Normal"]
        new.quick_style = True
    fact = _style(document, styles.fact, after=3)
    fact.paragraph_format.left_indent = _FACT_NAME
    fact.paragraph_format.first_line_indent = Length(-_FACT_NAME)
    fact.paragraph_format.tab_stops.add_tab_stop(_FACT_NAME)
    _style(document, styles.aside, italic=True, colour=_MUTED)
    _style(document, styles.cell, size=10, before=1, after=1, spacing=1.0)
    _style(document, styles.cell_title, size=10, before=1, after=1, spacing=1.0, bold=True, colour=_INK)
    document.styles.element.append(parse_xml(_TABLE.format(namespace=nsdecls("w"), name=styles.table)))
    return styles


def _style(
    document: WordDocument,
    name: str,
    *,
    size: float | None = None,
    before: float | None = None,
    after: float | None = None,
    spacing: float | None = None,
    colour: RGBColor | None = None,
    bold: bool | None = None,
    italic: bool | None = None,
) -> ParagraphStyle:
    """A style of a paragraph, with what is named set: sizes in points, the space of lines as a factor."""
    style = cast("ParagraphStyle", document.styles[name])
    lines = style.paragraph_format
    if size is not None:
        style.font.size = Pt(size)
    if before is not None:
        lines.space_before = Pt(before)
    if after is not None:
        lines.space_after = Pt(after)
    if spacing is not None:
        lines.line_spacing = spacing
    if colour is not None:
        style.font.color.rgb = colour
    if bold is not None:
        style.font.bold = bold
    if italic is not None:
        style.font.italic = italic
    return style
