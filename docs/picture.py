"""Draw the picture of the README: a public copy beside the first page of its audit report.

``make demo && python docs/picture.py`` writes ``docs/images/release.png``.
"""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw, ImageFont

ROOT = Path(__file__).resolve().parent.parent
COPY = ROOT / "out" / "public" / "05-quoted-note.txt"
REPORT = ROOT / "out" / "internal" / "audit.pdf"
HEIGHT = 1040


def page_of(path: Path) -> Image.Image:
    """The first page of a PDF, as high as the picture."""
    page = pypdfium2.PdfDocument(path)[0]
    return page.render(scale=HEIGHT / page.get_height()).to_pil()


def text_of(path: Path, width: int) -> Image.Image:
    """The beginning of a text on a sheet of paper, as wide and high as asked."""
    sheet = Image.new("RGB", (width, HEIGHT), "white")
    pen = ImageDraw.Draw(sheet)
    fonts = sorted((ROOT / "reports" / "fonts").glob("*Mono*Regular*.ttf"))
    font = ImageFont.truetype(str(fonts[0]), 13)
    y = 36
    for line in path.read_text("utf-8").splitlines():
        if y > HEIGHT - 36:
            break
        pen.text((36, y), line, fill="black", font=font)
        if "[(b)" in line:
            start = line.index("[(b)")
            left = 36 + pen.textlength(line[:start], font=font)
            right = 36 + pen.textlength(line[: line.rindex("]") + 1], font=font)
            pen.line((left, y + 17, right, y + 17), fill="#8b1a1a")
        y += 18
    return sheet


def main() -> None:
    """Put both sheets side by side on a grey table."""
    report = page_of(REPORT)
    copy = text_of(COPY, report.width)
    picture = Image.new("RGB", (2 * report.width + 60, HEIGHT + 40), "#d8d8d8")
    picture.paste(copy, (20, 20))
    picture.paste(report, (report.width + 40, 20))
    target = ROOT / "docs" / "images" / "release.png"
    picture.quantize(64).save(target, optimize=True)
    print(target.relative_to(ROOT), target.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
