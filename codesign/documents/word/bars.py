"""The bars of a chart in Word: cells of a fine grid, shaded. A document of many rules has thousands of them, so they are
written as one piece of XML and not cell by cell."""

from collections.abc import Iterator
from html import escape

from docx.shared import Length

from codesign.documents.charts import Chart
from codesign.documents.summary.asks import shortened
from codesign.documents.word.looks import ACCENT, TABLE_TEXT, WORD, style_id

_SLICES = 40
"""Of the place for a bar: finer is not seen."""
REST = "B39678"
"""Of a bar that does not lead. In grey it is as much lighter than the accent as it is in colour."""
_GAP = 'w:val="single" w:sz="18" w:space="0" w:color="FFFFFF"'
"""Between bars, so that each is one."""
_ZERO = f'w:val="single" w:sz="6" w:space="0" w:color="{ACCENT}"'
_TOGETHER = "<w:keepNext/>"
_COLOR = '<w:color w:val="{}"/>'


def bars_xml(chart: Chart, widths: tuple[int, int, int], size: float, letters: int) -> str:
    """A table of these widths (words, bar, count; in EMU) in type of `size` points: a row for each answer, in so many letters,
    under one for each kind of result of a pool's sessions. Empty where nothing may be drawn."""
    rows = [*_dots(chart, widths, size, letters), *_bars(chart, widths, size, letters)]
    if not rows:
        return ""
    rows[-1] = rows[-1].replace(_TOGETHER, "")
    words, bar, count = (Length(width).twips for width in widths)
    slices = "".join(f'<w:gridCol w:w="{bar // _SLICES}"/>' for _n in range(_SLICES))
    return (
        f'<w:tbl {WORD}><w:tblPr><w:tblW w:type="dxa" w:w="{words + bar + count}"/><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="40" w:type="dxa"/></w:tblCellMar>'
        f'<w:tblCaption w:val="{escape(chart.phrase)}"/></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{words}"/>{slices}<w:gridCol w:w="{count}"/></w:tblGrid>{"".join(rows)}</w:tbl>'
    )


def _bars(chart: Chart, widths: tuple[int, int, int], size: float, letters: int) -> Iterator[str]:
    """An answer that nobody gave keeps its row and a line where a bar begins."""
    for bar in chart.bars:
        filled = min(_SLICES - 1, max(1, _SLICES * bar.count // chart.given)) if bar.count else 0
        shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{ACCENT if bar.wins else REST}"/>'
        zero = "" if filled else f"<w:left {_ZERO}/>"
        gap = f"<w:tcBorders><w:top {_GAP}/>{zero}<w:bottom {_GAP}/></w:tcBorders>"
        yield _row(
            _cell(shortened(bar.words, letters), Length(widths[0]).twips, size, bold=bar.wins),
            _cell("", 0, size, filled, gap + shade) if filled else "",
            _cell("", 0, size, _SLICES - filled, gap),
            _cell(str(bar.count), Length(widths[2]).twips, size, bold=bar.wins),
        )


def _dots(chart: Chart, widths: tuple[int, int, int], size: float, letters: int) -> Iterator[str]:
    """Dots take less room than a bar, so that the words beside them have more."""
    beside = _SLICES // 3
    for dots in chart.dots:
        yield _row(
            _cell(shortened(f"{dots.sign} {dots.words}", 2 * letters), 0, size, 1 + beside),
            _cell(dots.drawn, 0, size, _SLICES - beside, color=ACCENT),
            _cell(str(dots.sessions), Length(widths[2]).twips, size),
        )


def _row(*cells: str) -> str:
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"


def _cell(words: str, width: int, size: float, span: int = 1, more: str = "", *, bold: bool = False, color: str = "") -> str:
    """A cell of so many slices, or of a width in twips. Its paragraph stays on the page of the next one."""
    sized = f'<w:sz w:val="{round(2 * size)}"/>'
    looks = f"{'<w:b/>' * bold}{_COLOR.format(color) if color else ''}{sized}"
    run = f'<w:r><w:rPr>{looks}</w:rPr><w:t xml:space="preserve">{escape(words)}</w:t></w:r>' if words else ""
    mark = f'<w:pPr><w:pStyle w:val="{style_id(TABLE_TEXT)}"/>{_TOGETHER}<w:rPr>{sized}</w:rPr></w:pPr>'
    wide = f'<w:tcW w:type="dxa" w:w="{width}"/>' if width else ""
    return f'<w:tc><w:tcPr>{wide}<w:gridSpan w:val="{span}"/>{more}</w:tcPr><w:p>{mark}{run}</w:p></w:tc>'
