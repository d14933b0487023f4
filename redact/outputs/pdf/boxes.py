"""The blocks that occur once: title, verdict, figures, contents, signature lines."""

from __future__ import annotations

from reportlab.platypus import Flowable, Spacer

from redact.outputs.audit import blocks
from redact.outputs.pdf import fonts, styles
from redact.outputs.pdf.numbers import PageOf
from redact.outputs.pdf.tags import Node, Ruled, Words
from redact.outputs.pdf.text import markup

# Every table sets its font, or reportlab would use Helvetica, which is not embedded.
_FONT = ("FONTNAME", (0, 0), (-1, -1), fonts.SANS)


def title(block: blocks.Title, tree: Node) -> list[Flowable]:
    """The agency and office, the title of the report and the line below it."""
    return [
        Spacer(0, 8),
        *(
            Words(markup(name, fonts.SANS_BOLD), styles.AGENCY, tree.add("P"))
            for name in block.names
        ),
        Spacer(0, 22),
        Words(markup(block.title, fonts.SERIF_BOLD), styles.TITLE, tree.add("H1")),
        Spacer(0, 4),
        Words(markup(block.subtitle, fonts.SERIF), styles.SUBTITLE, tree.add("P")),
        Spacer(0, 26),
    ]


def verdict(block: blocks.Verdict, width: float, tree: Node) -> list[Flowable]:
    """The result in a shaded box with a heavy edge."""
    box = Ruled(
        [
            [Words(markup(block.label.upper(), fonts.SANS_BOLD), styles.LABEL, tree.add("P"))],
            [Words(markup(block.headline, fonts.SERIF_BOLD), styles.VERDICT, tree.add("P"))],
            [Words(markup(block.text, fonts.SERIF), styles.VERDICT_BODY, tree.add("P"))],
        ],
        colWidths=[width],
    )
    box.setStyle(
        [
            _FONT,
            ("BACKGROUND", (0, 0), (-1, -1), styles.SHADE),
            ("LINEBEFORE", (0, 0), (0, -1), 4, styles.INK if block.is_bad else styles.ACCENT),
            ("LEFTPADDING", (0, 0), (-1, -1), 16),
            ("RIGHTPADDING", (0, 0), (-1, -1), 16),
            ("TOPPADDING", (0, 0), (-1, -1), 2),
            ("TOPPADDING", (0, 0), (-1, 0), 12),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
            ("BOTTOMPADDING", (0, -1), (-1, -1), 13),
        ]
    )
    return [box, Spacer(0, 18)]


def figures(block: blocks.Figures, width: float, tree: Node) -> list[Flowable]:
    """Large numbers over their names."""
    pairs = [(number, name, tree.add("P")) for number, name in block.figures]
    table = Ruled(
        [
            [Words(f"{number:,}", styles.FIGURE, node.add("Span")) for number, _, node in pairs],
            [
                Words(markup(name, fonts.SANS), styles.FIGURE_LABEL, node.add("Span"))
                for _, name, node in pairs
            ],
        ],
        colWidths=[width / len(block.figures)] * len(block.figures),
    )
    table.setStyle(
        [
            _FONT,
            ("LINEABOVE", (0, 0), (-1, 0), 0.6, styles.RULE),
            ("LINEBELOW", (0, -1), (-1, -1), 0.6, styles.RULE),
            ("LINEBEFORE", (1, 0), (-1, -1), 0.4, styles.HAIR),
            ("TOPPADDING", (0, 0), (-1, 0), 8),
            ("BOTTOMPADDING", (0, 0), (-1, 0), 0),
            ("TOPPADDING", (0, 1), (-1, 1), 2),
            ("BOTTOMPADDING", (0, -1), (-1, -1), 9),
        ]
    )
    return [table, Spacer(0, 20)]


def contents(block: blocks.Contents, width: float, tree: Node) -> Ruled:
    """The headings with links and page numbers."""
    rows = []
    node = tree.add("TOC")
    for key, heading, depth in block.entries:
        style = styles.TOC[depth]
        entry = node.add("TOCI")
        rows.append(
            [
                Words(
                    f'<a href="#{key}">{markup(heading, style.fontName)}</a>', style, entry.add("P")
                ),
                PageOf(key, entry.add("P")),
            ]
        )
    table = Ruled(rows, colWidths=[width - 40, 40])
    table.setStyle(
        [
            _FONT,
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 1),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("LINEBELOW", (0, 0), (-1, -1), 0.4, styles.HAIR),
        ]
    )
    return table


def signatures(block: blocks.Signatures, width: float, tree: Node) -> Ruled:
    """A signature line for each, with a gap between them."""
    gap = 18.0
    own = (width - gap * (len(block.below) - 1)) / len(block.below)
    cells: list[Flowable | str] = []
    for below in block.below:
        cells += [Words(markup(below, fonts.SANS), styles.CELL_SOFT, tree.add("P")), ""]
    columns = len(cells) - 1
    lines = Ruled(
        [[""] * columns, cells[:-1]],
        colWidths=[own if n % 2 == 0 else gap for n in range(columns)],
        rowHeights=[26, None],
    )
    lines.setStyle(
        [
            _FONT,
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 1), (-1, 1), 2),
            *(("LINEBELOW", (n, 0), (n, 0), 0.6, styles.INK) for n in range(0, columns, 2)),
        ]
    )
    return lines
